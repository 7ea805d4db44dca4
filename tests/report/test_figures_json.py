"""Figures as JSON: which keys in which order, what is hidden, and the sample byte for byte.

The golden file holds all figures of the sample. Where they change on purpose, write it anew and
read the difference before committing it:

    KLANTMONITOR_WRITE_GOLDEN=1 uv run pytest tests/report/test_figures_json.py
"""

import json
import os
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from lib.figures.channel import channels_of, figures, problems_of
from lib.figures.counts import Counts, count
from lib.figures.every_figure import every_figure
from lib.figures.keys import FigureKey
from lib.figures.selection import Selection
from lib.report import dutch
from lib.report.figures_json import Json, dump, figures_json
from lib.survey.problems import Problem
from lib.survey.references import NO_REFERENCES, Reference, References
from tests.figures.surveys import Said, channel

GOLDEN = Path(__file__).parents[1] / "golden" / "sample_figures.json"
WRITE_GOLDEN = "KLANTMONITOR_WRITE_GOLDEN"

FIGURE_KEYS = {
    "overall": ["value", "n", "sum", "suppressed"],
    "ces": ["value", "n", "low_effort", "high_effort", "suppressed"],
    "scores": ["item", "label", "unit", "value", "n", "sum", "benchmark", "difference", "p_adjusted", "verdict"],
    "repeat_visit": ["n", "options"],
    "info_clarity": ["n", "options"],
    "products": ["product", "value", "n", "suppressed"],
    "trend": ["year", "value", "n", "source"],
}  # fmt: skip
CHANNEL_KEYS = ["channel", "first_date", "last_date", "responses", "reviews", "tips", *FIGURE_KEYS]
TABLE_ORDER = {
    "balie": ["openingstijden", "wachtruimte", "wachttijd", "privacy", "vriendelijkheid", "deskundigheid", "hostmanship", "prijs",
              "doorlooptijd", "hostmanship_bereidheid", "hostmanship_deskundigheid", "hostmanship_inleving",
              "hostmanship_verantwoordelijkheid", "hostmanship_oplossingen", "hostmanship_gemeente"],
    "telefoon": ["bereikbaarheid", "wachttijd", "vriendelijkheid", "deskundigheid", "hostmanship", "doorlooptijd"],
    "digitaal": ["aanvraag_eenvoudig", "loket_gebruiksvriendelijk", "loket_vindbaar", "info_duidelijk", "info_vindbaar",
                 "formulier_makkelijk", "formulier_taal"],
}  # fmt: skip


def json_of(
    counts: Mapping[str, Counts], selection: Selection | None = None, references: References = NO_REFERENCES
) -> Json:
    """What a script reads back of the figures of these channels."""
    wanted = selection or Selection()
    found = [figures(counts[name], wanted, references) for name in channels_of(wanted, tuple(counts))]
    problems = [problem for one in found for problem in problems_of(one)]
    read: Json = json.loads(dump(figures_json(wanted, found, problems)))
    return read


def one_channel(said: Mapping[str, Sequence[Said]], references: References = NO_REFERENCES, **more: Any) -> Json:
    counts = count(channel(said, **more))
    only: Json = json_of({counts.channel: counts}, references=references)["channels"][0]
    return only


def test_the_sample_is_the_golden_file_byte_for_byte(
    sample_counts: Mapping[str, Counts], sample_references: References
) -> None:
    found = [figures(sample_counts[name], Selection(), sample_references) for name in sample_counts]
    text = dump(figures_json(Selection(), found, [problem for one in found for problem in problems_of(one)]))
    if os.environ.get(WRITE_GOLDEN):
        GOLDEN.write_bytes(text.encode())
    assert GOLDEN.read_bytes() == text.encode()


def numbers_by_key(found: Json) -> Iterator[tuple[FigureKey, float | None]]:
    """Every number of a channel's figures that has a key, with that key."""
    name = found["channel"]
    yield from ((FigureKey(name, count), found[count]) for count in ("responses", "reviews", "tips"))
    for item, figure in (("totaaloordeel", found["overall"]), ("ces", found["ces"])):
        yield FigureKey(name, item), figure["value"]
        yield FigureKey(name, item, "n"), figure["n"]
    for score in found["scores"]:
        for column, field in (("own", "value"), ("n", "n"), ("benchmark", "benchmark"), ("difference", "difference")):
            yield FigureKey(name, score["item"], column), score[field]
    for item, several in (("herhaalbezoek", found["repeat_visit"]), ("informatie", found["info_clarity"])):
        for option in [] if several is None else several["options"]:
            yield FigureKey(name, item, option=option["option"]), option["share"]
    for product in found["products"]:
        yield FigureKey(name, "totaaloordeel", product=product["product"]), product["value"]
        yield FigureKey(name, "totaaloordeel", "n", product=product["product"]), product["n"]
    for year in found["trend"]:
        yield FigureKey(name, "totaaloordeel", period=str(year["year"])), year["value"]


@pytest.mark.parametrize(
    "selection", [Selection(), Selection(products=("VOG",), start=date(2020, 2, 13))], ids=["whole", "part"]
)
def test_every_number_is_found_by_its_key(
    selection: Selection, sample_counts: Mapping[str, Counts], sample_references: References
) -> None:
    seen = 0
    for told in json_of(sample_counts, selection, sample_references)["channels"]:
        figures_of = every_figure(sample_counts[told["channel"]], selection, sample_references)
        for key, value in numbers_by_key(told):
            figure = figures_of.get(key)
            shown = None if figure is None else dutch.shown_figure(figure)
            assert (str(key), None if shown is None else float(shown)) == (str(key), value)
            seen += value is not None
    assert seen > 100


def test_keys_stand_in_a_fixed_order(sample_counts: Mapping[str, Counts], sample_references: References) -> None:
    found = json_of(sample_counts, references=sample_references)
    assert list(found) == ["audience", "filters", "problems", "channels", "provenance"]
    assert list(found["filters"]) == ["channel", "products", "from", "to"]
    assert [one["channel"] for one in found["channels"]] == ["balie", "telefoon", "digitaal"]
    for one in found["channels"]:
        assert list(one) == CHANNEL_KEYS
        for name, keys in FIGURE_KEYS.items():
            rows = one[name] if isinstance(one[name], list) else [one[name]] if one[name] is not None else []
            assert all(list(row) == keys for row in rows)
        for name in ("repeat_visit", "info_clarity"):
            assert all(
                list(option) == ["option", "label", "count", "share"]
                for option in (one[name] or {"options": []})["options"]
            )


@pytest.mark.parametrize("name", TABLE_ORDER)
def test_scores_stand_in_the_order_of_the_table(name: str, sample_counts: Mapping[str, Counts]) -> None:
    only = json_of(sample_counts, Selection(channel=name))["channels"]
    assert [row["item"] for row in only[0]["scores"]] == TABLE_ORDER[name]


def test_a_figure_tells_how_it_was_made() -> None:
    """Nine 8s and a 9: 8.1, s = sqrt(0.1), half the interval 2.2622 * 0.1 = 0.2262."""
    counts = count(channel({"privacy": [8] * 9 + [9, "weet niet", None]}))
    (told,) = json_of({"balie": counts})["provenance"]
    assert (told["channel"], told["item"], told["n"]) == ("balie", "privacy", 10)
    assert told["unrounded"] == 8.1
    assert told["interval_95"] == pytest.approx([8.1 - 0.226216, 8.1 + 0.226216], abs=1e-5)
    assert told["outside"] == {"blank": 1, "dont_know": 1}
    (hidden,) = json_of({"balie": count(channel({"privacy": [8] * 9 + ["weet niet"] * 3}))})["provenance"]
    assert (hidden["n"], hidden["outside"], hidden["unrounded"], hidden["interval_95"]) == (9, {}, None, None)


def test_filters_are_told_as_they_were_asked() -> None:
    counts = count(channel({"totaaloordeel": [8] * 12}, products=["VOG"] * 12))
    selection = Selection("balie", ("VOG",), date(2020, 1, 1), date(9999, 12, 31))
    assert json_of({"balie": counts}, selection)["filters"] == {
        "channel": "balie",
        "products": ["VOG"],
        "from": "2020-01-01",
        "to": "9999-12-31",
    }


def test_a_problem_has_its_place_and_remedy() -> None:
    problem = Problem("code", "warning", "Melding", file="a.csv", row=3, remedy="Doe iets")
    only = figures_json(Selection(), [], [problem])["problems"][0]
    assert list(only) == ["code", "severity", "message", "file", "sheet", "row", "column", "remedy"]
    assert (only["file"], only["sheet"], only["row"]) == ("a.csv", None, 3)


def test_the_benchmark_of_another_year_is_a_problem() -> None:
    counts = {"balie": count(channel({"totaaloordeel": [8] * 40}))}
    references = References((Reference("balie", "totaaloordeel", 2018, Decimal("8.0"), None),))
    assert [problem["code"] for problem in json_of(counts, references=references)["problems"]] == [
        "benchmark_other_year"
    ]


EVERYTHING: dict[str, Said] = {
    "totaaloordeel": 8,
    "ces": "weinig",
    "openingstijden": 9,
    "herhaalbezoek": "ophalen",
    "loket_vindbaar": "eens",
    "informatie_kosten": "ja",
}


@pytest.mark.parametrize(("n", "hidden"), [(9, True), (10, False)])
def test_every_figure_over_fewer_than_ten_answers_is_null(n: int, hidden: bool) -> None:
    found = one_channel({key: [said] * n for key, said in EVERYTHING.items()}, products=["VOG"] * n)
    # The file has one of the five options of informatie; the others have no figure in any case.
    asked = [option for option in found["info_clarity"]["options"] if option["option"] == "kosten"]
    options = [*found["repeat_visit"]["options"], *asked]
    figures_shown = [
        *(found["overall"][key] for key in ("value", "sum")),
        *(found["ces"][key] for key in ("value", "low_effort", "high_effort")),
        *(row[key] for row in found["scores"] for key in ("value", "sum")),
        *(option[key] for option in options for key in ("count", "share")),
        *(row["value"] for row in (*found["products"], *found["trend"])),
    ]
    assert [value is None for value in figures_shown] == [hidden] * len(figures_shown)
    assert {
        row["n"] for row in (found["overall"], found["ces"], *found["scores"], *found["products"], *found["trend"])
    } == {n}
    assert {row["suppressed"] for row in (found["overall"], found["ces"], *found["products"])} == {hidden}


def test_a_hidden_score_has_its_benchmark_and_no_difference() -> None:
    references = References((Reference("balie", "prijs", 2020, Decimal("7.2"), None),))
    row = one_channel({"prijs": [8] * 9}, references)["scores"][0]
    assert (row["benchmark"], row["difference"], row["p_adjusted"], row["verdict"]) == (7.2, None, None, "suppressed")


@pytest.mark.parametrize(
    ("key", "said", "benchmark", "value", "difference"),
    [
        ("prijs", [8] * 30 + [9] * 10, "8.0", 8.3, 0.3),  # 8.25 is 8.3
        ("prijs", [7] * 20 + [8] * 20, "8", 7.5, -0.5),
        ("loket_vindbaar", ["eens"] * 5 + ["oneens"] * 35, "0.62", 13, -49),  # 12.5 is 13
        ("loket_vindbaar", ["eens"] * 40, "1", 100, 0),
    ],
)
def test_values_are_rounded_as_they_are_published(
    key: str, said: list[Said], benchmark: str, value: float, difference: float
) -> None:
    references = References((Reference("balie", key, 2020, Decimal(benchmark), None),))
    row = one_channel({key: said}, references)["scores"][0]
    assert (row["value"], row["difference"]) == (value, difference)


def test_grades_have_a_decimal_and_percentages_have_none() -> None:
    text = dump(
        figures_json(
            Selection(),
            [figures(count(channel({"prijs": [8] * 40, "loket_vindbaar": ["eens"] * 40})), Selection())],
            [],
        )
    )
    assert '"value": 8.0,' in text
    assert '"value": 100,' in text
    assert '"sum": 320,' in text


def test_a_figure_from_parts_has_no_sum(sample_counts: Mapping[str, Counts]) -> None:
    rows = {row["item"]: row for row in json_of(sample_counts, Selection(channel="balie"))["channels"][0]["scores"]}
    assert rows["hostmanship"]["sum"] is None
    assert rows["hostmanship"]["value"] is not None
    assert rows["prijs"]["sum"] is not None


def test_what_was_not_asked_is_null_or_empty() -> None:
    found = one_channel({"tip": ["Koffie"] * 12})
    assert [found[key] for key in ("overall", "ces", "repeat_visit", "info_clarity")] == [None] * 4
    assert [found[key] for key in ("scores", "products", "trend")] == [[], [], []]


def test_the_trend_says_where_a_year_comes_from() -> None:
    references = References((Reference("balie", "totaaloordeel", 2019, None, Decimal("7.3")),))
    assert one_channel({"totaaloordeel": [8] * 12}, references)["trend"] == [
        {"year": 2019, "value": 7.3, "n": None, "source": "reference"},
        {"year": 2020, "value": 8.0, "n": 12, "source": "export"},
    ]


def test_names_keep_their_accents_and_the_file_ends_in_a_line_end() -> None:
    text = dump({"product": "Reisdocument één <b>"})
    assert text.endswith("}\n")
    assert "één <b>" in text


@pytest.mark.parametrize("value", [float("nan"), float("inf")])
def test_no_json_holds_what_json_does_not_know(value: float) -> None:
    with pytest.raises(ValueError, match="JSON"):
        dump({"value": value})
