"""Cells to answers: every way in which survey software writes the same answer."""

from collections.abc import Sequence

import pytest

from lib.ingest.decode.codes import decode, number_of
from lib.survey import catalogue
from lib.survey.catalogue import Item
from lib.survey.scales import FIRST_VALID
from tests.ingest.exports import OUTSIDE, Cell


def item(key: str) -> Item:
    """A question of the catalogue."""
    found = catalogue.find(key)
    assert found is not None
    return found


def read(asked: Item, cell: object) -> str:
    """What one cell says: the grade, the key of the point, or why it counts for neither."""
    decoded = decode(asked, [cell])
    points = [str(value) for value in decoded.values] or [point.key for point in asked.points]
    code = int(decoded.codes[0])
    return OUTSIDE[code] if code < FIRST_VALID else points[code - FIRST_VALID]


def table(answers: dict[str, Sequence[Cell]]) -> list[tuple[Cell, str]]:
    """The cases of a table that gives all spellings of an answer together."""
    return [(cell, answer) for answer, cells in answers.items() for cell in cells]


GRADES = table({
    "8": [8, 8.0, "8", "8,0", "8.0", " 8 ", "8\xa0", "08", "8 - goed", "8 – goed", "8: goed", "8 (goed)", "8 = goed", "8/10", "8 / 10",
          "Goed (8)"],
    "10": [10, "10", "10 (uitmuntend)", "10/10"],
    "1": [1, "1", "1 - zeer slecht", "1/10"],
    "15/2": [7.5, "7,5", "7.5"],
    "29/4": ["7,25"],
    "weet niet": [11, 11.0, "11", "11 - weet niet", "weet niet", "Weet niet / geen mening", "geen mening", "Weet ik niet"],
    "n.v.t.": ["n.v.t.", "nvt", "N.V.T.", "Niet van toepassing"],
    "leeg": [0, 88, 98, 99, -1, -99, "0", "88", "98", "99", "-1", "-99", "99,0", "-", ".", "", " "],
    "?": [12, 100, "12", "goed", "4/5", "8-9", "7 à 8", "0,5", "10,5", "82", True, False, "8%", float("inf")],
})  # fmt: skip
AGREE = table({
    "helemaal_eens": ["Helemaal mee eens", "helemaal eens", "HELEMAAL EENS", "Zeer mee eens", "1 - Helemaal eens",
                      "5 - Helemaal mee eens", "(1) helemaal mee eens", "Helemaal\xa0mee  eens", "Helemaal mee eens.", "Helemaal eens (5)"],
    "eens": ["Mee eens", "eens", "2. Mee eens", "Eens (4)"],
    "neutraal": ["Neutraal", "noch eens noch oneens", "Noch mee eens, noch mee oneens", "niet eens niet oneens",
                 "Niet eens, niet oneens", "Niet mee eens/niet mee oneens"],
    "oneens": ["Mee oneens", "oneens", "Niet mee eens", "4 - oneens"],
    "helemaal_oneens": ["Helemaal mee oneens", "helemaal oneens", "1 - Helemaal oneens", "Volledig mee oneens"],
    "weet niet": ["weet niet", "geen mening", "Weet niet / geen mening", "6 - weet niet"],
    "n.v.t.": ["n.v.t.", "nvt", "Niet van toepassing"],
    "leeg": ["", 0, 99, "-99", "88"],
    "?": ["misschien", "nou", "tevreden", "☹", "++"],
})  # fmt: skip
EFFORT = table({
    "heel_weinig": ["Geen moeite", "Geen", "heel weinig moeite", "Heel weinig", "Zeer weinig moeite", "1 - Geen moeite",
                    "Geen of heel weinig moeite", "Geen / heel weinig moeite"],
    "weinig": ["Weinig moeite", "weinig", "Niet veel moeite"],
    "neutraal": ["Niet veel, niet weinig moeite", "niet veel / niet weinig", "Gemiddeld", "Neutraal"],
    "veel": ["Veel moeite", "veel", "4 - veel moeite"],
    "heel_veel": ["Heel veel moeite", "heel veel", "Zeer veel moeite", "zeer veel"],
    "weet niet": ["Weet niet"],
    "n.v.t.": ["n.v.t."],
    "leeg": [-99, "99"],
    "?": ["3 uur", "best wel"],
})  # fmt: skip
YES_NO = table({
    "ja": ["Ja", "JA", "j", "J", "Y", "yes", 1, 1.0, "1", "1,0", True, "True", "Waar", "WAAR", "X", "x",
           "1 - Ja", "Ja (1)"],
    "nee": ["Nee", "nee", "n", "N", "no", 0, "0", False, "False", "Onwaar", "2 - Nee", "2. Nee"],
    "weet niet": ["weet niet"],
    "n.v.t.": ["n.v.t."],
    "leeg": ["", 99, "-99"],
    "?": ["misschien", 2, "2"],
})  # fmt: skip
REPEAT_VISIT = table({
    "in_een_keer": ["Ik werd in één keer geholpen", "ik werd in een keer geholpen.", "1 - Ik werd in één keer geholpen"],
    "ophalen": ["Ik moet terugkomen om op te halen wat ik heb aangevraagd", "2 - Terugkomen om op te halen",
                "Nee, ik moet terugkomen om op te halen wat ik heb aangevraagd"],
    "documenten": ["Ik moet terugkomen omdat ik niet alle of de juiste documenten bij me had"],
    "andere_reden": ["Ik moet terugkomen om een andere reden"],
    "weet_niet": ["Weet ik niet (meer)", "weet ik niet", "Weet niet", "weet ik niet meer"],
    "n.v.t.": ["n.v.t."],
    "leeg": ["", 99, "-1"],
    "?": ["ik kwam nooit aan de beurt", 1, "3"],
})  # fmt: skip
OPTION = table({
    "ja": ["Ja", 1, "1", "Y", "X", "Waar", "Welke kosten er gemoeid zouden zijn met uw aanvraag",
           "welke kosten er gemoeid zouden zijn met mijn aanvraag", "Geselecteerd"],
    "nee": ["Nee", 0, "0", "Niet geselecteerd", "Not selected", "Onwaar"],
    "leeg": ["", -99],
    "?": ["Waar u terecht kon met vragen", "iets anders"],
})  # fmt: skip
KOSTEN = catalogue.option_item(item("informatie"), item("informatie").points[3])


@pytest.mark.parametrize(
    ("asked", "cell", "answer"),
    [
        *((item("totaaloordeel"), *case) for case in GRADES),
        *((item("aanvraag_eenvoudig"), *case) for case in AGREE),
        *((item("ces"), *case) for case in EFFORT),
        *((item("tip_ja"), *case) for case in YES_NO),
        *((item("herhaalbezoek"), *case) for case in REPEAT_VISIT),
        *((KOSTEN, *case) for case in OPTION),
    ],
    ids=lambda value: value.key if isinstance(value, Item) else repr(value),
)
def test_a_cell_is_read_as_the_answer_it_is(asked: Item, cell: Cell, answer: str) -> None:
    assert read(asked, cell) == answer


@pytest.mark.parametrize("key", ["aanvraag_eenvoudig", "ces"])
@pytest.mark.parametrize("cells", [["1", "5"], [1, 2, 3, 4, 5], [5.0], ["1", "6", "99"]])
def test_a_bare_code_on_a_scale_of_words_gets_no_direction(key: str, cells: Sequence[object]) -> None:
    decoded = decode(item(key), cells)
    assert decoded.bare_codes > 0
    assert not (decoded.codes >= FIRST_VALID).any()


@pytest.mark.parametrize(
    ("cells", "found"),
    [
        (["1 = helemaal oneens", "2", "5 = helemaal eens"], ["helemaal_oneens", "oneens", "helemaal_eens"]),
        (["Helemaal eens (1)", 2, "Helemaal oneens (5)"], ["helemaal_eens", "eens", "helemaal_oneens"]),
        (["1 = helemaal oneens", 3, 6, "5 = helemaal eens"], ["helemaal_oneens", "neutraal", "?", "helemaal_eens"]),
        # One end says where that end is, and of two that disagree none is believed.
        (["1 = helemaal oneens", "2"], ["helemaal_oneens", "?"]),
        (["1 = helemaal oneens", "1 = helemaal eens", "2"], ["helemaal_oneens", "helemaal_eens", "?"]),
    ],
)
def test_labels_at_the_ends_say_which_way_the_codes_between_them_run(cells: list[object], found: list[str]) -> None:
    asked = item("aanvraag_eenvoudig")
    codes = decode(asked, cells).codes.tolist()
    points = [point.key for point in asked.points]
    assert [OUTSIDE[code] if code < FIRST_VALID else points[code - FIRST_VALID] for code in codes] == found


def test_where_2_is_a_code_1_is_no_yes() -> None:
    decoded = decode(item("tip_ja"), [1, "2", 99])
    assert decoded.bare_codes == 2
    assert not (decoded.codes >= FIRST_VALID).any()


@pytest.mark.parametrize("key", ["aanvraag_eenvoudig", "ces"])
def test_a_missing_code_is_no_bare_code(key: str) -> None:
    assert decode(item(key), ["99", -99, 0]).bare_codes == 0


def test_a_typing_error_is_forgiven_only_where_one_point_is_near() -> None:
    assert read(item("aanvraag_eenvoudig"), "Helemaal mee een") == "helemaal_eens"
    assert read(item("aanvraag_eenvoudig"), "ens") == "?"


def test_a_question_that_is_not_coded_cannot_be_decoded() -> None:
    with pytest.raises(ValueError, match="text"):
        decode(item("tip"), ["een tip"])


@pytest.mark.parametrize(
    ("cell", "number"),
    [("8,25", "8.25"), ("-1", "-1"), (0.1, "0.1"), (7, "7"), ("1.000,5", None), ("acht", None), (True, None), (None, None)],
)  # fmt: skip
def test_a_number_is_taken_exactly_as_written(cell: object, number: str | None) -> None:
    found = number_of(cell)
    assert (None if found is None else str(found)) == number
