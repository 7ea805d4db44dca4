"""Published figures from a file: each is checked at the door, and what is wrong is told and not used."""

from decimal import Decimal

import pytest

from lib.ingest.published.reference_lines import items_with_figure
from lib.ingest.published.references import (
    Typed,
    looks_like_references,
    read_references,
    read_typed,
)
from lib.ingest.receipt import ReferencesRead
from tests.ingest.exports import Rows, csv_text, workbook

HEADER = "kanaal;item;jaar;bm;eigen"


def read(*lines: str, header: str = HEADER) -> ReferencesRead:
    """What is read of a file with this header and these lines."""
    return read_references("bm.csv", "\r\n".join([header, *lines]).encode("utf-8-sig"))


@pytest.mark.parametrize(
    ("line", "item", "benchmark", "own"),
    [
        ("balie;openingstijden;2020;8,0;8,2", "openingstijden", "8.0", "8.2"),
        ("Balie;Privacy a.d. balie;2020;8.1;", "privacy", "8.1", None),
        ("balie;PRIVACY A.D. BALIE;2020;;8", "privacy", None, "8"),
        ("digitaal;aanvraag_eenvoudig;2020;68%;62 %", "aanvraag_eenvoudig", "0.68", "0.62"),
        ("digitaal;Aanvraag verliep eenvoudig;2020;68;62", "aanvraag_eenvoudig", "0.68", "0.62"),
        ("digitaal;formulier_taal;2020;0,76;0,74", "formulier_taal", "0.76", "0.74"),
        ("digitaal;formulier_taal;2020;0%;100%", "formulier_taal", "0", "1"),
        ("telefoon;CES;2020;+61;-5", "ces", "61", "-5"),
        ("telefoon;ces;2020;61;−5", "ces", "61", "-5"),
        ("telefoon;totaaloordeel;2020.0;7,85;", "totaaloordeel", "7.85", None),
        ("balie;hostmanship_inleving;2020;8,4;", "hostmanship_inleving", "8.4", None),
    ],
)
def test_a_published_figure_is_read_as_printed(line: str, item: str, benchmark: str | None, own: str | None) -> None:
    found = read(line)
    assert found.problems == ()
    (row,) = found.references.rows
    assert (row.item, row.year) == (item, 2020)
    assert row.benchmark == (None if benchmark is None else Decimal(benchmark))
    assert row.own == (None if own is None else Decimal(own))


@pytest.mark.parametrize(
    ("line", "code", "column"),
    [
        ("balie;openingstijden;2020;82;", "reference_out_of_range", "bm"),
        ("balie;openingstijden;2020;0;", "reference_out_of_range", "bm"),
        ("balie;openingstijden;2020;80%;", "reference_out_of_range", "bm"),
        ("balie;openingstijden;2020;acht;", "reference_out_of_range", "bm"),
        ("balie;openingstijden;2020;,8;", "reference_out_of_range", "bm"),
        ("balie;openingstijden;2020;;82", "reference_out_of_range", "eigen"),
        ("digitaal;formulier_taal;2020;168%;", "reference_out_of_range", "bm"),
        ("digitaal;formulier_taal;2020;-5%;", "reference_out_of_range", "bm"),
        ("balie;ces;2020;161;", "reference_out_of_range", "bm"),
        ("balie;ces;2020;,8;", "reference_out_of_range", "bm"),
        ("balie;zomaar iets;2020;8,0;", "reference_unknown_item", "item"),
        ("digitaal;wachttijd;2020;8,0;", "reference_unknown_item", "item"),
        ("balie;tip;2020;8,0;", "reference_unknown_item", "item"),
        ("post;wachttijd;2020;8,0;", "reference_unknown_channel", "kanaal"),
        (";wachttijd;2020;8,0;", "reference_unknown_channel", "kanaal"),
        ("balie;wachttijd;20;8,0;", "reference_year", "jaar"),
        ("balie;wachttijd;;8,0;", "reference_year", "jaar"),
        ("balie;wachttijd;202O;8,0;", "reference_year", "jaar"),
    ],
)
def test_a_figure_that_cannot_be_right_is_told_and_not_used(line: str, code: str, column: str) -> None:
    found = read("balie;wachttijd;2019;8,1;", line)
    assert [row.year for row in found.references.rows] == [2019]
    (problem,) = found.problems
    assert (problem.code, problem.severity, problem.file, problem.row) == (code, "warning", "bm.csv", 3)
    assert problem.column == column
    assert problem.remedy


def test_a_sound_figure_beside_a_wrong_one_is_used() -> None:
    found = read("balie;openingstijden;2020;82;8,2")
    (row,) = found.references.rows
    assert (row.benchmark, row.own) == (None, Decimal("8.2"))
    assert [problem.column for problem in found.problems] == ["bm"]
    assert "'82'" in found.problems[0].message


def test_an_item_with_a_typing_error_gets_the_label_that_is_near() -> None:
    assert "Bedoelt u 'Openingstijden'?" in read("balie;openingstijdn;2020;8,0;").problems[0].message


@pytest.mark.parametrize(
    "header", ["", "naam;waarde", "kanaal;item;jaar", "kanaal;jaar;bm;eigen", "item;jaar;bm;eigen"]
)
def test_a_file_without_the_header_is_one_error(header: str) -> None:
    found = read("balie;openingstijden;2020;8,0;8,2", header=header)
    assert found.references.rows == ()
    assert [(problem.code, problem.severity) for problem in found.problems] == [("references_header", "error")]


@pytest.mark.parametrize(
    ("data", "code"), [(b"", "file_empty"), (b"%PDF-1.7", "not_an_export"), (b"PK\x03\x04", "workbook_unreadable")]
)
def test_a_file_that_cannot_be_opened_is_one_error(data: bytes, code: str) -> None:
    found = read_references("bm.xlsx", data)
    assert found.references.rows == ()
    assert [problem.code for problem in found.problems] == [code]


def test_the_header_may_stand_lower_in_another_order_and_under_other_names() -> None:
    found = read("2020;Wachttijd;balie;8,2", header="BM van 2020\r\n\r\nJaar;Aspect;Kanaal;Benchmark")
    (row,) = found.references.rows
    assert (row.channel, row.item, row.year, row.benchmark) == ("balie", "wachttijd", 2020, Decimal("8.2"))


def test_empty_lines_and_a_missing_last_column_do_no_harm() -> None:
    found = read("", "balie;wachttijd;2020;8,2", "", ";;;;")
    assert (len(found.references.rows), found.problems) == (1, ())


def test_a_workbook_keeps_a_percentage_as_a_fraction() -> None:
    rows: Rows = [
        HEADER.split(";"),
        ["balie", "Wachttijd", 2020, 8.2, None],
        ["digitaal", "formulier_taal", 2020, 0.76, 1],
    ]
    found = read_references("bm.xlsx", workbook({"BM": rows}))
    assert [row.benchmark for row in found.references.rows] == [Decimal("8.2"), Decimal("0.76")]
    assert [row.own for row in found.references.rows] == [None, Decimal(1)]
    assert found.problems == ()


def test_where_a_figure_came_from_is_kept() -> None:
    found = read("balie;wachttijd;2020;8,2;;factsheet 2020", header=f"{HEADER};herkomst")
    assert found.references.rows[0].note == "factsheet 2020"


def test_a_reference_file_is_told_from_an_export() -> None:
    assert looks_like_references("x.csv", HEADER.encode())
    assert not looks_like_references("x.csv", csv_text([["Kanaal", "Totaaloordeel"], ["Balie", 8]]).encode())
    assert not looks_like_references("x.csv", b"")


def typed(channel: str, **figures: tuple[float | None, float | None]) -> ReferencesRead:
    """What a user filled in: BM and own figure by item, nothing for the other items."""
    rows = [Typed(item, *figures.get(item.key, (None, None))) for item in items_with_figure(channel)]
    return read_typed(channel, 2020, rows)


def test_what_is_typed_is_read_in_the_unit_of_its_item() -> None:
    found = typed("digitaal", aanvraag_eenvoudig=(68.0, 62.0), ces=(61.0, None), totaaloordeel=(None, 7.3))
    assert found.problems == ()
    assert [(row.item, row.year, row.benchmark, row.own) for row in found.references.rows] == [
        ("totaaloordeel", 2020, None, Decimal("7.3")),
        ("ces", 2020, Decimal(61), None),
        ("aanvraag_eenvoudig", 2020, Decimal("0.68"), Decimal("0.62")),
    ]


def test_what_is_typed_is_checked_as_in_a_file() -> None:
    found = typed("balie", openingstijden=(82.0, 8.2), wachttijd=(8.2, None))
    assert [(row.item, row.benchmark, row.own) for row in found.references.rows] == [
        ("openingstijden", None, Decimal("8.2")), ("wachttijd", Decimal("8.2"), None)
    ]  # fmt: skip
    (problem,) = found.problems
    assert (problem.code, problem.column) == ("reference_out_of_range", "bm")
    assert "verwacht is een rapportcijfer van 1 tot 10" in problem.message


def test_a_figure_given_twice_and_not_the_same_is_told() -> None:
    rows = "kanaal;item;jaar;bm;eigen\nbalie;wachttijd;2020;8,1;8,0\nbalie;Wachttijd;2020;8,2;8,0\nbalie;wachttijd;2021;8,3;\n"
    read = read_references("bm.csv", rows.encode())
    assert [(problem.code, problem.column, problem.file) for problem in read.problems] == [
        ("reference_twice", "bm", "bm.csv")
    ]


def test_a_list_without_figures_says_so() -> None:
    read = read_references("bm.csv", b"kanaal;item;jaar;bm;eigen\n")
    assert [problem.code for problem in read.problems] == ["references_empty"]
