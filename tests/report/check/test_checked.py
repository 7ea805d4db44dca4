"""A draft against the data: what is right is never called wrong, every single error is found, and none is explained by
what does not give exactly what is printed."""

import re
from collections.abc import Mapping

import pytest

from lib.figures.audience import Audience
from lib.figures.counts import Counts, count
from lib.figures.selection import Selection
from lib.ingest.published.drafts.draft_figures import printed_numbers
from lib.ingest.published.drafts.draft_files import read_draft
from lib.report.check.check_draft import check
from lib.report.check.check_json import check_json, summary_sentence
from lib.report.check.checked import Checked
from lib.survey.references import NO_REFERENCES, References
from tests.figures.surveys import channel

BALIE = """Balie 2020
Respons
3018 personen
Reviews
0 personen
Verbetertips
633 personen

Aspect	Eigen	BM
Openingstijden	8,2	8,0
Wachtruimte	8,0	8,1
Wachttijd	8,1	8,2
Privacy a.d. balie	8,0	8,0
Vriendelijkheid	8,6	8,6
Deskundigheid	8,7	8,7
Hostmanship	8,9	8,9
Prijs v.h. product	7,3	7,2
Doorlooptijd	8,5	8,5
"""
DIGITAAL = """Digitaal 2020
Respons
2260 personen
Reviews
382 personen
Verbetertips
771 personen

Totaaloordeel
2018; 7,6
2019; 7,3

Stelling	Eigen	BM
Aanvraag verliep eenvoudig	62%	68%
Digitaal loket is gebruiksvriendelijk	63%	67%
Digitaal loket is goed vindbaar	62%	68%
Benodigde info v.d. aanvraag is duidelijk	60%	64%
Benodigde info is eenvoudig te vinden	54%	60%
Formulier makkelijk in te vullen	68%	71%
Gebruikte taal in het formulier is duidelijk	74%	76%
"""
AUDIENCES: tuple[Audience, ...] = ("explore", "publish")


@pytest.fixture
def checked(sample_counts: Mapping[str, Counts], sample_references: References):  # type: ignore[no-untyped-def]
    def of(text: str, selection: Selection = Selection()) -> Checked:  # noqa: B008
        draft = read_draft("concept.txt", text.encode())
        products = sorted({name for counts in sample_counts.values() for name in counts.products})
        return check(
            printed_numbers(draft, products, tuple(sample_counts)), sample_counts, sample_references, selection
        )

    return of


def wrong(found: Checked) -> list[tuple[str, str, str]]:
    return [
        (each.printed.printed, each.claim.item, each.verdict) for each in found.figures if each.verdict != "reproduces"
    ]


def test_the_printed_factsheet_is_right_in_every_figure(checked) -> None:  # type: ignore[no-untyped-def]
    found = checked(BALIE + "\n" + DIGITAAL)
    assert wrong(found) == []
    assert found.unread == ()
    assert len(found.figures) == 40
    assert {each.not_figure for each in found.not_figures} <= {"year"}
    assert summary_sentence(found).endswith("Alles klopt.")


def changed(printed: str) -> str:
    """Another figure, of which no other row or column is."""
    if "," in printed:
        return "9,4" if printed != "9,4" else "9,3"
    return f"{int(printed.rstrip('%')) + 13}%" if "%" in printed else str(int(printed) + 13)


FIGURE = re.compile(r"(?<=\t)\d[\d,%]*|(?<=; )\d,\d|^\d+(?= personen)", re.MULTILINE)


@pytest.mark.parametrize("text", [BALIE, DIGITAAL], ids=["balie", "digitaal"])
def test_each_figure_that_is_changed_is_found_alone(checked, text: str) -> None:  # type: ignore[no-untyped-def]
    figures = list(FIGURE.finditer(text))
    assert len(figures) == {BALIE: 21, DIGITAAL: 19}[text]
    for figure in figures:
        other = changed(figure[0])
        found = checked(text[: figure.start()] + other + text[figure.end() :])
        assert [each[0] for each in wrong(found)] == [other], figure[0]
        (differs,) = [each for each in found.figures if each.verdict == "differs"]
        assert differs.recomputed == figure[0]
        assert differs.correction == f"vervang {other} door {figure[0]}"


@pytest.mark.parametrize(
    ("old", "new", "cause"),
    [
        ("Openingstijden\t8,2\t8,0", "Openingstijden\t82\t8,0", "decimal_lost"),
        ("Openingstijden\t8,2\t8,0", "Openingstijden\t2,8\t8,0", "digits_swapped"),
        ("Wachttijd\t8,1\t8,2", "Wachttijd\t8,2\t8,1", "columns_swapped"),
        ("Prijs v.h. product\t7,3", "Prijs v.h. product\t8,9", "other_item"),
    ],
)
def test_a_cause_is_told_where_it_gives_exactly_what_is_printed(checked, old: str, new: str, cause: str) -> None:  # type: ignore[no-untyped-def]
    found = checked(BALIE.replace(old, new))
    causes = [each.code for figure in found.figures for each in figure.causes]
    assert cause in causes, causes


def test_a_swap_that_changes_the_verdict_says_so(checked) -> None:  # type: ignore[no-untyped-def]
    found = checked(BALIE.replace("Openingstijden\t8,2\t8,0", "Openingstijden\t8,0\t8,2"))
    assert [figure.flips_verdict for figure in found.figures if figure.verdict == "differs"] == [True, True]


def test_another_year_of_the_references_is_known(checked) -> None:  # type: ignore[no-untyped-def]
    found = checked("Digitaal\nTotaaloordeel\n2018; 7,6\n2019; 7,3\n")
    assert wrong(found) == []
    assert len(found.figures) == 2


def test_what_others_get_to_see_of_a_small_group_is_nothing() -> None:
    counts = {"balie": count(channel({"privacy": [8] * 7 + [None] * 20}, products=["VOG"] * 27))}
    numbers = printed_numbers(
        read_draft("c.txt", b"Balie\nAspect\tEigen\tBM\nPrivacy a.d. balie\t8,0\t8,1\n"), ["VOG"], ("balie",)
    )
    for audience in AUDIENCES:
        found = check(numbers, counts, NO_REFERENCES, Selection(), audience=audience)
        own = next(each for each in found.figures if each.claim.column == "own")
        assert (own.verdict, own.recomputed, own.causes, own.correction) == ("not_traceable", None, (), None)
        (remark,) = [each for each in found.remarks if each.code == "below_minimum_base"]
        assert ("n = 7" in remark.message) == (audience == "explore")


def test_every_number_stands_in_exactly_one_list(checked) -> None:  # type: ignore[no-untyped-def]
    found = check_json(checked(BALIE + "\nZie blz. 12, bel 14 079 of lees hoofdstuk 3. Iets met 4,7 erin.\n"))
    summary = found["summary"]
    assert summary["numbers"] == len(found["figures"]) + len(found["not_figures"]) + len(found["unread"])
    verdicts = ("reproduces", "within_rounding", "differs", "not_traceable")
    assert sum(summary[each] for each in verdicts) == len(found["figures"])
    assert {"page", "line", "text"} == set(found["figures"][0]["place"])


def test_while_something_is_unread_it_is_not_said_that_all_is_right(checked) -> None:  # type: ignore[no-untyped-def]
    found = checked(BALIE + "\n\nIets anders\n4,7\n")
    assert found.unread
    assert "alles klopt" not in summary_sentence(found).lower()


def test_shares_that_rounding_can_not_explain_are_told(checked) -> None:  # type: ignore[no-untyped-def]
    text = "Balie\n" + "\n".join(
        f"{label}\t{share}%"
        for label, share in zip(
            ("Ik werd in één keer geholpen", "Ik moet terugkomen om op te halen wat ik heb aangevraagd",
             "Ik moet terugkomen omdat ik niet alle of de juiste documenten bij me had", "Ik moet terugkomen om een andere reden",
             "Weet ik niet (meer)"), (69, 24, 13, 2, 2), strict=True)
    )  # fmt: skip
    found = checked(text)
    assert "shares_do_not_add_up" in [remark.code for remark in found.remarks]
    assert [each[0] for each in wrong(found)] == ["13%"]
