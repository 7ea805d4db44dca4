"""The table of a printed factsheet as published figures: pasted or as a file, with its heading or without."""

from decimal import Decimal

import pytest

from lib.ingest.published.references import looks_like_references, read_references
from lib.ingest.receipt import ReferencesRead
from lib.survey.references import Reference
from tests import printed
from tests.ingest.exports import Rows, csv_text, workbook

TABS = "Balie 2020\n\tZoetermeer\tBM\nOpeningstijden\t8,2\t8,0\nPrijs v.h. product\t7,3\t7,2\n"
SHARES = "Digitaal 2020\nStelling\tZoetermeer\tBM\nAanvraag verliep eenvoudig\t62%\t68%\n"


def read(text: str, year: int | None = None) -> ReferencesRead:
    """What is read of pasted text."""
    return read_references("geplakt", text.encode(), year)


def figures(found: ReferencesRead) -> list[tuple[str, str, int, str | None, str | None]]:
    """Channel, item, year, own figure and BM of every row."""
    return [
        (r.channel, r.item, r.year, r.own if r.own is None else str(r.own), None if r.benchmark is None else str(r.benchmark))
        for r in found.references.rows
    ]  # fmt: skip


def codes(found: ReferencesRead) -> list[str]:
    return [problem.code for problem in found.problems]


BALIE = [("balie", "openingstijden", 2020, "8.2", "8.0"), ("balie", "prijs", 2020, "7.3", "7.2")]


@pytest.mark.parametrize(
    "text",
    [
        TABS,
        TABS.replace("\n", "\r\n"),
        TABS.replace("\t", "   "),
        TABS.replace("\t", " | "),
        TABS.replace("\t", ";"),
        TABS.replace("\tZoetermeer", "Zoetermeer").replace("\t", " "),
        "Balie 2020\n\n| Aspect | Zoetermeer | BM |\n|---|:--:|--:|\n| Openingstijden | 8,2 | 8,0 |\n| Prijs v.h. product | 7,3 | 7,2 |\n",
        "Factsheet 2020\n\nBalie\nRespons 3018 personen\n" + TABS.removeprefix("Balie 2020\n"),
        TABS.replace("Balie 2020\n", "Balie\n").replace("BM", "BM 2020"),
        TABS.replace("Balie 2020\n", "Aan de balie\n").replace("Zoetermeer", "Zoetermeer 2020"),
        TABS.replace("Balie 2020", "2020"),  # only the counter asks both
        TABS.replace("Openingstijden\t8,2", "openingstijden\t8.2"),
        TABS.replace("BM\n", "Benchmark\tVerschil\n").replace("8,0\n", "8,0\t0,2\n").replace("7,2\n", "7,2\t0,1\n"),
        TABS.replace("\tZoetermeer", "\tZoetermeer 2019\tZoetermeer 2020").replace("\t8,2", "\t8,1\t8,2").replace("\t7,3", "\t7,0\t7,3"),
        TABS + "\nToelichting op de cijfers\nDe BM is het gemiddelde van 30 gemeenten.\n",
    ],
    ids=repr,
)  # fmt: skip
def test_a_printed_table_is_read_however_it_was_copied(text: str) -> None:
    found = read(text)
    assert (figures(found), codes(found)) == (BALIE, [])
    assert looks_like_references("bm.txt", text.encode())


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_a_printed_table_may_have_any_encoding(encoding: str) -> None:
    text = "Balie 2020\nAspect\tGemeente Coevorden é\tBM\nPrivacy a.d. balie\t8,0\t8,1\n"
    found = read_references("bm.txt", text.encode(encoding))
    assert figures(found) == [("balie", "privacy", 2020, "8.0", "8.1")]


def test_a_printed_table_may_be_a_workbook() -> None:
    rows: Rows = [
        ["Digitaal 2020", None, None], [None, "Zoetermeer", "BM"], ["Aanvraag verliep eenvoudig", 0.62, 0.68], [2018, 7.6, None]
    ]  # fmt: skip
    data = workbook({"Blad1": rows})
    assert looks_like_references("bm.xlsx", data)
    assert figures(read_references("bm.xlsx", data)) == [
        ("digitaal", "totaaloordeel", 2018, "7.6", None),
        ("digitaal", "aanvraag_eenvoudig", 2020, "0.62", "0.68"),
    ]


def test_the_year_is_asked_for_where_no_heading_names_it() -> None:
    text = TABS.replace("Balie 2020", "Balie")
    without = read(text)
    assert (figures(without), codes(without)) == ([], ["reference_year"])
    assert without.problems[0].remedy
    assert figures(read(text, 2020)) == BALIE
    assert figures(read(TABS, 2017)) == BALIE  # the heading knows better


def test_a_channel_that_is_not_to_be_seen_is_a_problem() -> None:
    shared = "2020\n\tZoetermeer\tBM\nWachttijd\t8,1\t8,2\n"
    found = read(shared)
    assert (figures(found), codes(found)) == ([], ["reference_unknown_channel"])
    assert figures(read("Telefoon " + shared)) == [("telefoon", "wachttijd", 2020, "8.1", "8.2")]


def test_each_heading_has_its_own_table() -> None:
    found = read(TABS + SHARES)
    assert figures(found) == [*BALIE, ("digitaal", "aanvraag_eenvoudig", 2020, "0.62", "0.68")]


@pytest.mark.parametrize("line", ["2018; 7,6", "2018: 7,6", "2018\t7,6", "2018 7,6", "2018;7.6;"])
def test_a_line_of_a_year_is_the_own_totaaloordeel(line: str) -> None:
    found = read(f"Digitaal\n{line}\n2019; 7,3\n")
    assert figures(found) == [
        ("digitaal", "totaaloordeel", 2018, "7.6", None),
        ("digitaal", "totaaloordeel", 2019, "7.3", None),
    ]


def test_a_figure_that_cannot_be_right_is_told_as_in_a_list() -> None:
    found = read(TABS.replace("8,0", "82"))
    assert figures(found) == [("balie", "openingstijden", 2020, "8.2", None), BALIE[1]]
    (problem,) = found.problems
    assert (problem.code, problem.row, problem.column) == ("reference_out_of_range", 3, "bm")


def test_an_unknown_item_is_told_as_in_a_list() -> None:
    found = read(TABS.replace("Openingstijden", "Openingstijdn"))
    assert (figures(found), codes(found)) == ([BALIE[1]], ["reference_unknown_item"])
    assert "Openingstijden" in found.problems[0].message


def test_a_missing_figure_is_no_figure_of_the_column_beside_it() -> None:
    assert figures(read("Balie 2020\nAspect\tEigen\tBM\nWachttijd\t8,1\t\nPrijs v.h. product\t\t7,2\n")) == [
        ("balie", "wachttijd", 2020, "8.1", None),
        ("balie", "prijs", 2020, None, "7.2"),
    ]
    found = read("Balie 2020\nAspect   Eigen   BM\nWachttijd   8,1\nPrijs v.h. product   7,3   7,2\n")
    assert (figures(found), codes(found)) == ([BALIE[1]], ["reference_columns"])


@pytest.mark.parametrize("channel", ["balie", "digitaal"])
def test_the_printed_factsheet_is_read_whole(channel: str) -> None:
    lines = [f"{channel} 2020", "\tZoetermeer\tBM", *("\t".join(row) for row in printed.rows(channel))]
    found = read("\n".join(lines))
    assert codes(found) == []
    rows = [(None, row.own, row.benchmark) for row in found.references.rows]
    assert rows == [
        (None, *(Decimal(cell.strip("%").replace(",", ".")) / (100 if "%" in cell else 1) for cell in row[1:]))
        for row in printed.rows(channel)
    ]


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"zomaar wat tekst",
        b"BM",
        b"\tZoetermeer\tBM\n",
        csv_text([["Respondent", "Totaaloordeel", "BM"], ["R1", 8, 7]]).encode(),
        csv_text([["Wachttijd", "Totaaloordeel", "Privacy"], [8, 8, 7]]).encode(),
        b"%PDF-1.7\n\tEigen\tBM",
        b"\xff\xfeB",
    ],
    ids=repr,
)
def test_other_files_are_no_printed_table(data: bytes) -> None:
    assert not looks_like_references("x.csv", data)
    assert read_references("x.csv", data).references.rows == ()


def test_a_reference_keeps_what_was_printed() -> None:
    (row,) = read("Balie 2020\nAspect|Eigen|BM\nWachttijd|8,10|8,2\n").references.rows
    assert row == Reference("balie", "wachttijd", 2020, Decimal("8.2"), Decimal("8.10"))
