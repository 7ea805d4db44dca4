"""What a user says about columns: it is read as said, kept as JSON, and used for the same headers only."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.ingest.mapping import (
    CUSTOM_KINDS,
    DATE_ORDERS,
    IGNORE,
    OUTSIDE,
    OWN,
    ColumnMapping,
    directed,
    is_sound,
    looks_like_mapping,
    lowest_code,
    read_mapping,
    targets,
    to_json,
    with_answer,
    with_column,
)
from lib.ingest.read import FileReceipt, read_file
from lib.survey.catalogue import CHANNELS
from tests.ingest.exports import Cell, Rows, csv_text, days, items, only_part, problem_codes, said, workbook

STATEMENT = "De aanvraag verliep eenvoudig"
EFFORT = "Hoeveel moeite heeft u moeten doen"


def read(rows: Rows, mapping: ColumnMapping, file: str = "digitaal.csv") -> FileReceipt:
    """What is read of a text file with these rows and this mapping."""
    return read_file(file, csv_text(rows).encode(), [mapping])


def beside_a_grade(header: str, cells: list[Cell]) -> Rows:
    """Rows with a totaaloordeel of 8 and a column of these cells."""
    return [["Totaaloordeel", header], *([8, cell] for cell in cells)]


def mapping_of(rows: Rows, **choices: Any) -> ColumnMapping:
    """A mapping with these choices, for the headers of these rows."""
    return ColumnMapping(tuple(str(header) for header in rows[0]), **choices)


@pytest.mark.parametrize(
    ("header", "item", "first", "expected"),
    [
        (STATEMENT, "aanvraag_eenvoudig", "helemaal_eens", ["helemaal_eens", "eens", "neutraal", "helemaal_oneens"]),
        (STATEMENT, "aanvraag_eenvoudig", "helemaal_oneens", ["helemaal_oneens", "oneens", "neutraal", "helemaal_eens"]),
        (EFFORT, "ces", "heel_weinig", ["heel_weinig", "weinig", "neutraal", "heel_veel"]),
        (EFFORT, "ces", "heel_veel", ["heel_veel", "veel", "neutraal", "heel_weinig"]),
    ],
)  # fmt: skip
def test_codes_run_the_way_the_user_says(header: str, item: str, first: str, expected: list[str]) -> None:
    rows = beside_a_grade(header, [1, 2, 3, 5, 6, 99, ""])
    assert "scale_direction_unknown" in problem_codes(read(rows, mapping_of([["x"]])))
    receipt = read(rows, mapping_of(rows, directions={item: first}))
    assert said(only_part(receipt).answers[item]) == [*expected, "weet niet", "leeg", "leeg"]
    assert "scale_direction_unknown" not in problem_codes(receipt)


@pytest.mark.parametrize(
    ("header", "item"),
    [("Heeft u nog suggesties?", "tip_ja"), ("Was vooraf duidelijk: Hoe lang de procedure zou duren", "informatie_procedure_duur")],
)  # fmt: skip
@pytest.mark.parametrize(("first", "expected"), [("ja", ["ja", "nee"]), ("nee", ["nee", "ja"])])
def test_one_and_two_are_yes_and_no_as_the_user_says(header: str, item: str, first: str, expected: list[str]) -> None:
    rows = beside_a_grade(header, [1, 2, 3, 99, "Weet niet"])
    (problem,) = [
        problem for problem in read(rows, mapping_of([["x"]])).problems if problem.code == "scale_direction_unknown"
    ]
    assert "welke ja en welke nee betekent" in problem.message
    assert "Gegevens" in str(problem.remedy)
    receipt = read(rows, mapping_of(rows, directions={item: first}))
    assert said(only_part(receipt).answers[item])[:3] == [*expected, "?"]
    assert "scale_direction_unknown" not in problem_codes(receipt)


def test_yes_and_no_may_be_nought_and_one() -> None:
    rows = beside_a_grade("Heeft u nog suggesties?", [0, 1, 99])
    receipt = read(rows, mapping_of(rows, directions={"tip_ja": "nee"}))
    assert said(only_part(receipt).answers["tip_ja"]) == ["nee", "ja", "leeg"]


def test_codes_may_run_from_nought() -> None:
    rows = beside_a_grade(STATEMENT, [0, 1, 2, 3, 4, 99])
    receipt = read(rows, mapping_of(rows, directions={"aanvraag_eenvoudig": "helemaal_oneens"}))
    expected = ["helemaal_oneens", "oneens", "neutraal", "eens", "helemaal_eens", "leeg"]
    assert said(only_part(receipt).answers["aanvraag_eenvoudig"]) == expected


@pytest.mark.parametrize(("cells", "lowest"), [([0, 1, 2, 3, 4], 0), ([0, 1, 5], 1), ([1, 2, 3, 4], 1), ([0, 4], 1)])
def test_nought_is_only_a_code_of_the_scale_where_the_codes_run_to_four(cells: list[int], lowest: int) -> None:
    assert lowest_code(cells) == lowest


def test_a_code_that_the_scale_does_not_have_is_told() -> None:
    rows = beside_a_grade(STATEMENT, [1, 5, 7])
    receipt = read(rows, mapping_of(rows, directions={"aanvraag_eenvoudig": "helemaal_eens"}))
    assert said(only_part(receipt).answers["aanvraag_eenvoudig"]) == ["helemaal_eens", "helemaal_oneens", "?"]
    assert "answers_unreadable" in problem_codes(receipt)


def test_codes_with_their_own_words_keep_them() -> None:
    rows = beside_a_grade(STATEMENT, ["1 - Helemaal oneens", "5 - Helemaal eens", 1])
    chosen = {STATEMENT: "aanvraag_eenvoudig"}
    receipt = read(rows, mapping_of(rows, columns=chosen, directions={"aanvraag_eenvoudig": "helemaal_oneens"}))
    answers = only_part(receipt).answers["aanvraag_eenvoudig"]
    assert said(answers) == ["helemaal_oneens", "helemaal_eens", "helemaal_oneens"]


def test_a_column_is_what_the_user_says() -> None:
    rows: Rows = [["Totaaloordeel", "V7"], [8, 7], [8, 9]]
    receipt = read(rows, mapping_of(rows, columns={"V7": "wachttijd"}), "balie.csv")
    assert items(receipt) == {"Totaaloordeel": "totaaloordeel", "V7": "wachttijd"}
    assert said(only_part(receipt).answers["wachttijd"]) == ["7", "9"]


def test_an_option_can_be_chosen() -> None:
    rows: Rows = [["Totaaloordeel", "I4"], [8, "Ja"], [8, "Nee"]]
    receipt = read(rows, mapping_of(rows, columns={"I4": "informatie_kosten"}))
    assert said(only_part(receipt).answers["informatie_kosten"]) == ["ja", "nee"]


def test_the_column_that_was_recognised_makes_way_for_the_chosen_one() -> None:
    rows: Rows = [["Wachttijd", "V7"], [8, 7]]
    receipt = read(rows, mapping_of(rows, columns={"V7": "wachttijd"}), "balie.csv")
    assert items(receipt) == {"Wachttijd": None, "V7": "wachttijd"}
    assert said(only_part(receipt).answers["wachttijd"]) == ["7"]


def test_a_column_can_be_left_out() -> None:
    rows: Rows = [["Totaaloordeel", "Wachttijd"], [8, 7]]
    receipt = read(rows, mapping_of(rows, columns={"Wachttijd": IGNORE}), "balie.csv")
    assert "wachttijd" not in only_part(receipt).answers


def test_own_questions_under_one_header_stay_apart() -> None:
    rows: Rows = [["Totaaloordeel", "Wachttijd", "Privacy", "Prijs", "Anders", "Anders"], [8, 8, 8, 8, 7, 6]]
    names = ("Totaaloordeel", "Wachttijd", "Privacy", "Prijs", "Anders", "Anders (2)")
    mapping = ColumnMapping(names, {"Anders": "own:grade", "Anders (2)": "own:grade"})
    answers = only_part(read(rows, mapping, "balie.csv")).answers
    assert {key: said(answers[key]) for key in ("anders", "anders_2")} == {"anders": ["7"], "anders_2": ["6"]}


def test_a_column_taken_for_personal_data_is_read_when_the_user_says_what_it_is() -> None:
    rows: Rows = [["Totaaloordeel", "Medewerker"], [8, 7], [8, 9]]
    receipt = read(rows, mapping_of(rows, columns={"Medewerker": "vriendelijkheid"}), "balie.csv")
    assert said(only_part(receipt).answers["vriendelijkheid"]) == ["7", "9"]


def test_a_file_without_a_known_question_is_read_once_the_user_names_one() -> None:
    rows: Rows = [["V1", "V2"], [8, 7], [9, 6]]
    nothing = read(rows, mapping_of([["x"]]), "balie.csv")
    assert (nothing.sheets, [column.name for column in nothing.unread[0].columns]) == ((), ["V1", "V2"])
    receipt = read(rows, mapping_of(rows, columns={"V1": "totaaloordeel"}), "balie.csv")
    assert (len(receipt.sheets), receipt.unread, receipt.respondents) == (1, (), 2)
    own = read(rows, mapping_of(rows, columns={"V1": "own:grade"}), "balie.csv")
    assert said(only_part(own).answers["v1"]) == ["8", "9"]


def test_the_channel_is_what_the_user_says() -> None:
    rows: Rows = [["Totaaloordeel", "Datum"], [8, "13-02-2020"]]
    assert "channel_unknown" in problem_codes(read(rows, mapping_of([["x"]]), "export.csv"))
    receipt = read(rows, mapping_of(rows, channel="telefoon"), "export.csv")
    assert only_part(receipt).channel == "telefoon"
    # Nothing was said of a product, so that it is still missed.
    assert problem_codes(receipt) == ["product_missing"]
    assert list(items(receipt)) == ["Totaaloordeel", "Datum"]


@pytest.mark.parametrize(("order", "expected"), [("day_first", (3, 4)), ("month_first", (4, 3))])
def test_the_date_order_is_what_the_user_says(order: Any, expected: tuple[int, int]) -> None:
    rows: Rows = [["Totaaloordeel", "Datum"], [8, "03-04-2020"], [8, "3/4/20 13:10"]]
    assert "date_order_ambiguous" in problem_codes(read(rows, mapping_of([["x"]]), "balie.csv"))
    receipt = read(rows, mapping_of(rows, date_order=order), "balie.csv")
    assert [(day.day, day.month) if day else None for day in days(only_part(receipt))] == [expected] * 2
    assert "date_order_ambiguous" not in problem_codes(receipt)


def test_a_date_that_cannot_be_in_the_order_said_is_no_date() -> None:
    rows: Rows = [["Totaaloordeel", "Datum"], [8, "13-04-2020"], [8, "03-04-2020"]]
    receipt = read(rows, mapping_of(rows, date_order="month_first"), "balie.csv")
    assert [day is None for day in days(only_part(receipt))] == [True, False]


def test_a_mapping_is_used_for_every_sheet_with_its_headers_and_for_no_other() -> None:
    rows: Rows = [["Totaaloordeel", "V7"], [8, 7], [9, 6]]
    other: Rows = [["Totaaloordeel", "V8"], [8, 7], [9, 6]]
    data = workbook({"balie": rows, "telefoon": [list(reversed(row)) for row in rows], "digitaal": other})
    receipt = read_file("x.xlsx", data, [mapping_of(rows, columns={"V7": "wachttijd"})])
    assert [part.channel for part in receipt.parts if "wachttijd" in part.answers] == ["balie", "telefoon"]


def test_of_two_mappings_for_a_file_the_last_counts() -> None:
    rows: Rows = [["Totaaloordeel", "V7"], [8, 7]]
    both = [mapping_of(rows, columns={"V7": key}) for key in ("wachttijd", "privacy")]
    assert items(read_file("balie.csv", csv_text(rows).encode(), both))["V7"] == "privacy"


AGREE = "Het formulier is makkelijk in te vullen"


@pytest.mark.parametrize(
    ("header", "item", "answer", "meaning", "expected"),
    [
        (AGREE, "formulier_makkelijk", "Ab-so-luut niet", "helemaal_oneens", "helemaal_oneens"),
        (AGREE, "formulier_makkelijk", "☹", "oneens", "oneens"),
        (EFFORT, "ces", "een beetje veel", "veel", "veel"),
        ("Heeft u nog suggesties?", "tip_ja", "Reken maar", "ja", "ja"),
        ("Moet u nog terugkomen?", "herhaalbezoek", "Ja, morgen", "ophalen", "ophalen"),
        ("Wachttijd", "wachttijd", "Prima", "8", "8"),
        ("Wachttijd", "wachttijd", "Prima", OUTSIDE, "n.v.t."),
        (AGREE, "formulier_makkelijk", "Pas", OUTSIDE, "n.v.t."),
    ],
)  # fmt: skip
def test_an_answer_means_what_the_user_says(header: str, item: str, answer: str, meaning: str, expected: str) -> None:
    rows = beside_a_grade(header, [answer, f" {answer.upper()} "])
    columns = {header: item}
    before = only_part(read(rows, mapping_of(rows, columns=columns), "digitaal.csv")).answers[item]
    assert said(before) == ["?", "?"]
    meant = mapping_of(rows, columns=columns, answers={header: {answer: meaning}})
    assert said(only_part(read(rows, meant, "digitaal.csv")).answers[item]) == [expected] * 2


def test_an_answer_among_several_in_one_cell_means_what_the_user_says() -> None:
    header = "Over welke zaken was vooraf duidelijke informatie?"
    costs = next(point.label for point in targets()["informatie"].points if point.key == "kosten")
    rows = beside_a_grade(header, [f"{costs}; Hoe duur het was", "Hoe duur het was", f"Geen idee waarvan; {costs}"])
    columns = {header: "informatie"}
    plain = only_part(read(rows, mapping_of(rows, columns=columns), "digitaal.csv")).answers
    assert said(plain["informatie_procedure_duur"])[1] != "ja"
    answers = {header: {"Hoe duur het was": "procedure_duur", "Geen idee waarvan": OUTSIDE}}
    receipt = read(rows, mapping_of(rows, columns=columns, answers=answers), "digitaal.csv")
    found = only_part(receipt).answers
    assert said(found["informatie_procedure_duur"]) == ["ja", "ja", "nee"]
    assert said(found["informatie_kosten"]) == ["ja", "nee", "ja"]
    assert "answers_unreadable" not in problem_codes(receipt)


def test_a_meaning_that_the_question_does_not_have_changes_nothing() -> None:
    rows = beside_a_grade(AGREE, ["Pas"])
    meant = mapping_of(rows, answers={AGREE: {"Pas": "heel_veel"}}, columns={AGREE: "formulier_makkelijk"})
    assert said(only_part(read(rows, meant, "digitaal.csv")).answers["formulier_makkelijk"]) == ["?"]


@pytest.mark.parametrize(
    ("cells", "kind"),
    [
        (["Helemaal mee eens", "Mee oneens"] * 10, "agree"),
        ([8, 7, 9, 6] * 5, "grade"),
        (["Rood", "Blauw", "Groen"] * 10, "choice"),
        ([31, 42, 53] * 10, "choice"),
        ([f"Ik vond het {n} keer te druk bij de balie" for n in range(20)], "text"),
        ([1000 + n for n in range(40)], None),
    ],
)  # fmt: skip
def test_an_own_question_is_of_the_kind_that_its_answers_are(cells: list[Cell], kind: str | None) -> None:
    rows = beside_a_grade("V7", cells)
    receipt = read(rows, mapping_of(rows, columns={"V7": OWN}), "balie.csv")
    column = receipt.sheets[0].columns[1]
    assert (None if column.item is None else column.item.kind) == kind
    assert column.item is None or column.item.custom


def test_what_is_in_doubt_stays_told_of_the_columns_that_nothing_was_said_of() -> None:
    rows: Rows = [
        ["Totaaloordeel", "Moeite met parkeren", "Wachttijden", "V7"],
        *([8, "veel moeite", "lang", 7] for _ in range(20)),
    ]
    doubted = {
        problem.column
        for problem in read(rows, mapping_of([["x"]]), "balie.csv").problems
        if problem.code == "near_miss"
    }
    assert len(doubted) >= 1
    told = read(rows, mapping_of(rows, columns={"V7": "privacy"}), "balie.csv").problems
    assert {problem.column for problem in told if problem.code == "near_miss"} == doubted
    settled = {str(column): "ignore" for column in doubted}
    told = read(rows, mapping_of(rows, columns=settled), "balie.csv").problems
    assert not [problem for problem in told if problem.code == "near_miss"]


def test_a_column_takes_the_question_of_another_one_and_its_own_meanings_go() -> None:
    mapping = ColumnMapping(("a", "b"), {"a": "wachttijd"}, answers={"a": {"x": "8"}, "b": {"y": "7"}})
    taken = with_column(mapping, "b", "wachttijd")
    assert (taken.columns, taken.answers) == ({"b": "wachttijd"}, {"a": {"x": "8"}})
    assert with_column(mapping, "b", "ignore").columns == {"a": "wachttijd", "b": "ignore"}
    assert with_answer(mapping, "a", "z", "6").answers["a"] == {"x": "8", "z": "6"}


VALID = {
    "format": "klantmonitor-mapping", "version": 1, "headers": ["a", "b"], "columns": {"a": "wachttijd"},
    "directions": {"ces": "heel_weinig"}, "channel": "balie", "date_order": None,
}  # fmt: skip


@pytest.mark.parametrize(
    "change",
    [
        {"format": "iets anders"}, {"version": 3}, {"headers": []}, {"headers": "ab"}, {"headers": [1, 2]}, {"headers": ["a", "a"]},
        {"columns": ["a"]}, {"columns": {"c": "wachttijd"}}, {"columns": {"a": "koffie"}}, {"columns": {"a": None}},
        {"columns": {"a": "wachttijd", "b": "wachttijd"}}, {"columns": {"a": "own:date"}}, {"columns": {"a": "informatie_koffie"}},
        {"directions": {"ces": "neutraal"}}, {"directions": {"wachttijd": "helemaal_eens"}}, {"directions": {"ces": 1}},
        {"channel": "post"}, {"channel": 3}, {"channel": ["balie"]}, {"answers": []}, {"answers": {"c": {}}}, {"answers": {"a": "8"}}, {"answers": {"a": {"x": 8}}}, {"date_order": "year_first"}, {"headers": ["a", "\ud800"]},
    ],
    ids=str,
)  # fmt: skip
def test_a_wrong_mapping_is_one_problem(change: dict[str, Any]) -> None:
    assert read_mapping("x.json", json.dumps(VALID).encode()).mapping is not None
    found = read_mapping("x.json", json.dumps({**VALID, **change}).encode())
    assert found.mapping is None
    assert [(problem.code, problem.severity, problem.file) for problem in found.problems] == [
        ("mapping_unreadable", "error", "x.json")
    ]


@pytest.mark.parametrize(
    "data",
    [b"", b"\xff\xfe", b"{", b"[]", b"null", b"3", b"NaN", b"[" * 100_000, b'{"a":' * 100_000, b" " * 2_000_000,
     b"\x89PNG", b"kanaal;item;jaar;bm;eigen"],
    ids=repr,
)  # fmt: skip
def test_any_other_file_is_one_problem(data: bytes) -> None:
    found = read_mapping("x.json", data)
    assert (found.mapping, [problem.code for problem in found.problems]) == (None, ["mapping_unreadable"])


def test_a_mapping_file_is_told_from_an_export() -> None:
    text = to_json(ColumnMapping(("a",))).encode()
    assert looks_like_mapping("koppeling.json", text)
    assert looks_like_mapping("koppeling.txt", text)
    assert not looks_like_mapping("balie.csv", b"Totaaloordeel;Wachttijd")


TEXT = st.text(st.characters(blacklist_categories=["Cs"]), max_size=20)
DIRECTED = [key for key in targets() if directed(key) is not None]


@st.composite
def mappings(draw: st.DrawFn) -> ColumnMapping:
    """Any mapping that a user can make."""
    headers = draw(st.lists(TEXT, min_size=1, max_size=8, unique=True))
    catalogue_keys = st.lists(st.sampled_from(list(targets())), unique=True, max_size=len(headers))
    columns = dict(zip(headers, draw(catalogue_keys), strict=False))
    for header in headers[len(columns) :]:
        choice = draw(st.sampled_from([None, IGNORE, OWN, *CUSTOM_KINDS]))
        if choice is not None:
            columns[header] = choice
    directions = {}
    for key in draw(st.lists(st.sampled_from([*DIRECTED, "een_eigen_stelling"]), unique=True)):
        item = directed(key)
        assert item is not None
        directions[key] = draw(st.sampled_from([item.points[0].key, item.points[-1].key]))
    channel, order = (draw(st.sampled_from([None, *every])) for every in (CHANNELS, DATE_ORDERS))
    meanings = st.dictionaries(TEXT, st.sampled_from(["eens", "8", OUTSIDE]), max_size=3)
    answers = draw(st.dictionaries(st.sampled_from(headers), meanings, max_size=2))
    return ColumnMapping(tuple(headers), columns, directions, channel, order, answers)


def test_a_mapping_of_before_answers_could_be_said_is_read() -> None:
    mapping = read_mapping("x.json", json.dumps(VALID).encode()).mapping
    assert mapping is not None
    assert (VALID["version"], mapping.answers) == (1, {})


@given(mappings())
def test_a_saved_mapping_is_read_as_it_was(mapping: ColumnMapping) -> None:
    assert is_sound(mapping)
    found = read_mapping("koppeling.json", to_json(mapping).encode())
    assert (found.mapping, found.problems) == (mapping, ())


@given(st.binary(max_size=200))
def test_no_bytes_make_reading_a_mapping_fail(data: bytes) -> None:
    assert read_mapping("x.json", data).mapping is None


def test_a_list_of_themes_goes_along_as_it_is() -> None:
    themes = [{"key": "groen", "label": "Groen", "words": ["planten"]}]
    mapping = ColumnMapping(("a",), {"a": "wachttijd"})
    assert read_mapping("koppeling.json", to_json(mapping, themes).encode()).themes == themes
    assert read_mapping("koppeling.json", to_json(mapping, themes).encode()).mapping == mapping
    assert read_mapping("koppeling.json", to_json(mapping).encode()).themes is None
