"""Many files, one truth: the same answers give the same figures, whatever layout they come in."""

from collections.abc import Callable
from functools import cache, partial
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lib.figures.channel import count_channels, figures
from lib.figures.selection import Selection
from lib.ingest.read import FileReceipt, read_file, survey_of
from lib.report.figures_json import dump, figures_json
from tests.ingest.exports import csv_text
from tests.ingest.layouts import files, forms, survey_tools
from tests.ingest.layouts.truth import TEXTS, Returned, returned

Write = Callable[[Returned], tuple[str, bytes]]

LAYOUTS: dict[str, Write] = {
    "microsoft forms": forms.microsoft_forms,
    "google forms": forms.google_forms,
    "typeform": forms.typeform,
    "qualtrics": survey_tools.qualtrics,
    "qualtrics, one cell": partial(survey_tools.qualtrics, one_cell=True),
    "limesurvey": survey_tools.limesurvey,
    "limesurvey, codes and text": partial(survey_tools.limesurvey, coded=True),
    "limesurvey, Y or blank": partial(survey_tools.limesurvey, marks=("Y", "")),
    "code book": survey_tools.code_book,
    "surveymonkey": survey_tools.surveymonkey,
    "surveymonkey, not selected": partial(survey_tools.surveymonkey, not_chosen="Niet geselecteerd"),
    "monitor": files.monitor,
    "answer per row": files.answer_per_row,
    "cover sheet and title rows": files.workbook_with_cover,
    "opendocument": partial(files.workbook_with_cover, ending="ods"),
    "excel until 2007": partial(files.workbook_with_cover, ending="xls"),
    "several sheets": files.several_sheets,
    "merged cells above the header": files.groups_above,
    "broken letters": files.broken_letters,
    "utf-8 with bom": partial(files.plain, encoding="utf-8-sig"),
    "cp1252": partial(files.plain, encoding="cp1252"),
    "utf-16": partial(files.plain, encoding="utf-16", delimiter="\t"),
    "comma": partial(files.plain, delimiter=","),
    "tab": partial(files.plain, delimiter="\t"),
    "bar": partial(files.plain, delimiter="|"),
    "crlf": partial(files.plain, newline="\r\n"),
    "sep= line": partial(files.plain, first="sep=;\n"),
}
# What may be said of a layout without anything being wrong with the file.
HARMLESS = {
    "asked_is_marked",
    "identifiers_dropped",
    "mojibake_repaired",
    "answer_per_row",
    "channel_inferred",
    "sheet_skipped",
}


def shown(receipt: FileReceipt) -> str:
    """All figures of a file, and all open answers in it."""
    survey = survey_of([receipt])
    found = [figures(counts, Selection()) for counts in count_channels(survey).values()]
    open_answers = [
        sorted(text for text in texts.tolist() if text is not None)
        for channel in survey.channels.values()
        for _, texts in sorted(channel.texts.items())
    ]
    # Of what is printed only the account of where figures come from depends on the layout.
    return dump([figures_json(Selection(), found, [])["channels"], open_answers])


@cache
def plainly(channel: str) -> str:
    """What the plain table of a channel gives."""
    return shown(read_file(*files.plain(returned(channel))))


@pytest.mark.parametrize("channel", ["balie", "digitaal"])
@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_layout_gives_the_same_figures(layout: str, channel: str) -> None:
    receipt = read_file(*LAYOUTS[layout](returned(channel)))
    assert shown(receipt) == plainly(channel)
    assert {problem.code for problem in receipt.problems} <= HARMLESS


@pytest.mark.parametrize("channel", ["balie", "digitaal"])
def test_the_figures_are_those_of_the_answers_given(channel: str) -> None:
    truth = returned(channel)
    survey = survey_of([read_file(*files.plain(truth))])
    (found,) = [figures(counts, Selection()) for counts in count_channels(survey).values()]
    grades = [person.answers["totaaloordeel"] for person in truth.respondents]
    assert found.responses == len(truth.respondents) == 60
    assert found.overall is not None
    assert found.overall.total == sum(grade for grade in grades if isinstance(grade, int))
    assert found.tips == sum(person.answers["tip_ja"] == "ja" for person in truth.respondents)
    assert found.reviews == sum(person.answers["toelichting"] is not None for person in truth.respondents)
    by_key = {score.key: score for score in found.scores}
    for item in truth.questions:
        if item.kind in ("grade", "agree") and item.part_of is None and item.key != "totaaloordeel":
            answers = [person.answers[item.key] for person in truth.respondents]
            assert by_key[item.key].n == sum(answer not in (None, "weet niet") for answer in answers)
    breakdown = found.repeat_visit if channel == "balie" else found.info_clarity
    assert breakdown is not None
    key = "herhaalbezoek" if channel == "balie" else "informatie"
    for option in breakdown.options:
        given = [person.answers[key] for person in truth.respondents]
        assert option.count == sum(
            option.key in answer if isinstance(answer, frozenset) else answer == option.key for answer in given
        )


SAME = {
    "8": ("8,0", "8.0", "8 - goed", "8/10", " 8"),
    "10": ("10 (uitmuntend)", "10,0", "10 / 10"),
    "weet niet": ("Weet ik niet", "geen mening", "Weet niet / geen mening"),
    "Mee eens": ("eens", "4 - Mee eens", "wel eens", "Mee\xa0eens"),
    "Helemaal mee oneens": ("helemaal oneens", "zeer mee oneens", "1 - Helemaal oneens"),
    "Neutraal": ("noch eens, noch oneens", "niet eens / niet oneens"),
    "Veel moeite": ("veel", "4. Veel moeite"),
    "Geen of heel weinig moeite": ("geen moeite", "zeer weinig moeite"),
    "Ja": ("J", "Y", "1", "True", "Waar", "X"),
    "Nee": ("N", "0", "False", "Onwaar", "Niet geselecteerd"),
    "": ("-99", "99", " ", "\xa0"),
}


@settings(max_examples=25, deadline=None)
@given(st.sampled_from(["balie", "digitaal"]), st.randoms(use_true_random=False))
def test_the_same_answers_in_other_words_give_the_same_figures(channel: str, dice: Random) -> None:
    header, *rows = files.table(returned(channel))
    noisy = [
        # Number, date and product stay; an open answer never is one of these texts, and blank stays blank there.
        [
            *row[:3],
            *(dice.choice((cell, *SAME.get(str(cell), ()))) if _is_coded(name) else cell for name, cell in named),
        ]
        for row in rows
        for named in [list(zip(header[3:], row[3:], strict=True))]
    ]
    assert shown(read_file(f"{channel}.csv", csv_text([header, *noisy]).encode())) == plainly(channel)


def _is_coded(header: object) -> bool:
    return header not in (TEXTS["toelichting"], TEXTS["tip"])
