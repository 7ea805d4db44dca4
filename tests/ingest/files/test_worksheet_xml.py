"""What a workbook says besides its cells is read by parsing it: whatever the prefix, the order of attributes or the
kind of quotes."""

import io
import zipfile
from collections.abc import Sequence

import pytest

from lib.ingest.files.worksheet_xml import facts_of
from lib.ingest.read import FileReceipt, read_file
from lib.ingest.sandbox.precheck import Limits, precheck
from tests.ingest.exports import days, only_part, problem_codes, products, said

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
HEADER = ("Respondentnummer", "Totaaloordeel", "Product", "Datum ingevuld")


def text(reference: str, value: str) -> str:
    return f'<c r="{reference}" t="inlineStr"><is><t>{value}</t></is></c>'


def row(number: int, cells: str, more: str = "") -> str:
    return f'<row r="{number}"{more}>{cells}</row>'


def respondent(number: int, grade: str = "<v>8</v>", product: str = '<c r="{0}" t="inlineStr"><is><t>Paspoort</t></is></c>', more: str = "", day: int = 43855) -> str:  # fmt: skip
    cells = f'{text(f"A{number}", f"R{number}")}<c r="B{number}">{grade}</c>{product.format(f"C{number}")}<c r="D{number}"><v>{day + number}</v></c>'
    return row(number, cells, more)


def workbook(sheets: dict[str, Sequence[str]], *, after: str = "", properties: str = "", prefix: str = "", single: bool = False) -> bytes:  # fmt: skip
    """A workbook of rows of XML, the header first. `after`: what stands below the rows."""
    header = row(1, "".join(text(f"{'ABCD'[place]}1", name) for place, name in enumerate(HEADER)))
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        names = list(enumerate(sheets, start=1))
        parts = "".join(
            f'<Override PartName="/xl/worksheets/sheet{n}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>'
            for n, _ in names
        )
        archive.writestr(
            "[Content_Types].xml",
            f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>{parts}</Types>',
        )
        archive.writestr(
            "_rels/.rels",
            f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="rId1" Type="{RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        )
        archive.writestr(
            "xl/workbook.xml",
            f'<workbook xmlns="{MAIN}" xmlns:r="{RELATIONS}">{properties}<sheets>{"".join(f"""<sheet name="{name}" sheetId="{n}" r:id="rId{n}"/>""" for n, name in names)}</sheets></workbook>',
        )
        archive.writestr(
            "xl/_rels/workbook.xml.rels",
            f'<Relationships xmlns="{PACKAGE}/relationships">{"".join(f"""<Relationship Id="rId{n}" Type="{RELATIONS}/worksheet" Target="worksheets/sheet{n}.xml"/>""" for n, _ in names)}</Relationships>',
        )
        for n, rows in enumerate(sheets.values(), start=1):
            xml = f'<worksheet xmlns="{MAIN}"><sheetData>{header}{"".join(rows)}</sheetData>{after}</worksheet>'
            if prefix:
                xml = (
                    xml.replace("<", f"<{prefix}:")
                    .replace(f"<{prefix}:/", f"</{prefix}:")
                    .replace(' xmlns="', f' xmlns:{prefix}="')
                )
            archive.writestr(f"xl/worksheets/sheet{n}.xml", xml.replace('"', "'") if single else xml)
    return out.getvalue()  # fmt: skip


def read(sheets: dict[str, Sequence[str]], **more: object) -> FileReceipt:
    return read_file("balie.xlsx", workbook(sheets, **more))  # type: ignore[arg-type]


STYLES = pytest.mark.parametrize(("prefix", "single"), [("", False), ("x", False), ("", True), ("ss", True)])


@STYLES
@pytest.mark.parametrize(
    ("cell", "is_without"),
    [
        ('<c r="{0}"><f>1+1</f></c>', True),
        ('<c r="{0}"><f>1+1</f><v></v></c>', True),
        ('<c r="{0}"><f>1+1</f><v/></c>', True),
        ('<c t="n" s="0" r="{0}"><f t="shared" si="0">1+1</f></c>', True),
        ('<c r="{0}" t="str"><f>""</f><v></v></c>', False),
        ('<c t="str" r="{0}"><f>""</f><v/></c>', False),
        ('<c r="{0}" t="str"><f>"VOG"</f><v>VOG</v></c>', False),
        ('<c r="{0}"><f>1+1</f><v>2</v></c>', False),
        ('<c r="{0}" t="inlineStr"><is><t>als f> dan</t></is></c>', False),
    ],
)  # fmt: skip
def test_a_formula_without_outcome_is_told_and_an_empty_outcome_is_none(cell: str, is_without: bool, prefix: str, single: bool) -> None:  # fmt: skip
    receipt = read({"Blad1": [respondent(n, product=cell if n % 2 else '<c r="{0}"/>') for n in range(2, 12)]}, prefix=prefix, single=single)  # fmt: skip
    told = [p.message for p in receipt.problems if p.code == "formulas_without_outcome"]
    assert bool(told) is is_without
    assert all("In 5 cellen" in message for message in told)
    assert receipt.respondents == 10


def test_formulas_are_counted_per_sheet() -> None:
    formula = '<c r="{0}"><f>1+1</f></c>'
    receipt = read({"Een": [respondent(n, product=formula) for n in (2, 3)], "Twee": [respondent(n, product=formula) for n in range(2, 9)]})  # fmt: skip
    told = {p.sheet: p.message for p in receipt.problems if p.code == "formulas_without_outcome"}
    assert "2 cellen" in told["Een"]
    assert "7 cellen" in told["Twee"]


@STYLES
def test_errors_are_counted_and_empty(prefix: str, single: bool) -> None:
    error = '<c r="{0}" t="e"><v>#N/A</v></c>'
    receipt = read({"Blad1": [respondent(n, product=error) if n % 2 else respondent(n) for n in range(2, 22)]}, prefix=prefix, single=single)  # fmt: skip
    (problem,) = [p for p in receipt.problems if p.code == "excel_errors"]
    assert (problem.severity, problem.column, problem.sheet) == ("warning", "Product", "Blad1")
    assert "10 cellen" in problem.message
    assert products(only_part(receipt)).count(None) == 10


@STYLES
@pytest.mark.parametrize("mark", [' hidden="1"', ' ht="12" hidden="true"', ' hidden="0"', ' hidden="false"'])
def test_rows_that_are_hidden_count_and_are_told(mark: str, prefix: str, single: bool) -> None:
    rows = [respondent(n, more=mark if n % 4 else "") for n in range(2, 22)]
    receipt = read({"Blad1": rows}, after='<autoFilter ref="A1:D21"/>', prefix=prefix, single=single)
    assert receipt.respondents == 20
    told = [p.message for p in receipt.problems if p.code == "rows_hidden"]
    assert [("15 rijen" in message, "filter" in message) for message in told] == ([(True, True)] if "1" in mark[-3:] or "true" in mark else [])  # fmt: skip


def test_a_hidden_row_that_is_no_respondent_is_not_told() -> None:
    receipt = read({"Blad1": [*(respondent(n) for n in range(2, 12)), row(12, text("A12", "Totaal"), ' hidden="1"')]})
    assert "rows_hidden" not in problem_codes(receipt)


def test_merged_cells_fill_only_the_answers_under_them() -> None:
    rows = [respondent(2), *(respondent(n, product="") for n in range(3, 9)), row(9, ""), respondent(10, product="")]
    merged = "".join(f'<mergeCell ref="{cells}"/>' for cells in ("C2:C9", "A1:A1", "B11:D13", "C10:D10"))
    receipt = read({"Blad1": rows}, after=f'<mergeCells count="4">{merged}</mergeCells>')
    assert products(only_part(receipt)) == ["Paspoort"] * 7 + [None]
    assert receipt.sheets[0].left_out == {"blank": 1}
    assert "cells_merged" in problem_codes(receipt, "info")


@pytest.mark.parametrize("value", ["1", "true"])
def test_numbers_that_are_dates_count_from_the_year_that_the_workbook_says(value: str) -> None:
    since = read({"Blad1": [respondent(2, day=43464)]}, properties=f'<workbookPr date1904="{value}"/>')
    assert [str(day) for day in days(only_part(since))] == ["2023-01-02"]
    usual = read({"Blad1": [respondent(2, day=43464)]}, properties='<workbookPr date1904="0"/>')
    assert [str(day) for day in days(only_part(usual))] == ["2019-01-01"]


def test_what_is_no_workbook_has_no_facts() -> None:
    assert facts_of(b"PK\x03\x04").sheets == {}
    assert facts_of(workbook({"Blad1": ["<row><f></f></c>"]})).sheets == {}


@pytest.mark.parametrize(
    "far", ['<c r="XFD1048576" s="1"/>', '<c r="XFD1048576" s="1"></c>', '<c r="XFD1048576"> </c>', ""]
)
def test_cells_without_a_value_do_not_count_for_the_size(far: str) -> None:
    data = workbook({"Blad1": [respondent(2), row(1048576, far)]})
    assert precheck("balie.xlsx", data) is None
    receipt = read_file("balie.xlsx", data)
    assert (receipt.respondents, said(only_part(receipt).answers["totaaloordeel"])) == (1, ["8"])


@pytest.mark.parametrize("far", ['<c r="XFD1048576"><v>1</v></c>', '<c r="XFD1048576" s="1" t="n"><v>1</v></c>', '<c r="XFD1048576"><f>1</f></c>'])  # fmt: skip
def test_a_far_cell_with_a_value_does(far: str) -> None:
    problem = precheck("balie.xlsx", workbook({"Blad1": [respondent(2), row(1048576, far)]}), Limits())
    assert problem is not None
    assert problem.code == "sheet_too_large"
