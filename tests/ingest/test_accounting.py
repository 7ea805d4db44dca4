"""Rows in are rows accounted for: whatever noise an export holds, every row is a respondent or left out for a reason."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lib.ingest.read import read_file
from lib.report.figures_json import inspect_json
from tests.ingest.exports import Cell, csv_text, read, workbook

HEADER: list[Cell] = [
    "Respondentnummer",
    "Kanaal",
    "Datum ingevuld",
    "Product",
    "Totaaloordeel",
    "Wachttijd",
    "Wat is uw tip?",
]
CELLS = (
    ["", "NA", "\u200b", "x"],
    ["Balie", "Digitaal", "", "Loket", "#N/B"],
    ["02-01-2020", "2020-01-05T23:30:00Z", "", "ergens", "1/25/2020"],
    ["Paspoort", "Rijbewijs", "", "NULL", "(leeg)"],
    ["8", "\u200b9", "'7", "7,5", "", "nan", "weet niet", "99"],
    ["6", "10", "", "niet ingevuld", "#REF!"],
    ["meer stoelen", "", "None", '"dicht', 'zei "ja"', "regel\nregel", "een; twee"],
)
USUAL: list[Cell] = ["R", "Balie", "05-01-2020", "Paspoort", "8", "7", "meer stoelen in de hal"]
Rows = list[list[Cell]]
noise = st.one_of(
    st.tuples(*map(st.sampled_from, CELLS)).map(list),
    st.just([""] * len(HEADER)),
    st.just(list(HEADER)),
    st.just(["Totaal", "", "", "", "40", "38", ""]),
    st.just(["Bron: enquête", *[""] * (len(HEADER) - 1)]),
    st.integers(1, 5).map(lambda count: ["R9", "Balie", "05-01-2020", "Paspoort", "8"][:count]),
)


def tables(rows: list[Rows]) -> Rows:
    """A header, twenty respondents as they should be, and what is put among them."""
    usual = [[f"R{n}", *USUAL[1:4], str(n % 5 + 6), *USUAL[5:]] for n in range(20)]
    noisy = [row for one in rows for row in one]
    return [HEADER, *usual[:10], *noisy[: len(noisy) // 2], *usual[10:], *noisy[len(noisy) // 2 :]]


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.lists(noise, max_size=6), max_size=6), st.sampled_from(["csv", "xlsx", "raw"]), st.booleans())
def test_every_row_is_a_respondent_or_left_out_for_a_reason(rows: list[Rows], kind: str, ends_well: bool) -> None:
    table = [*tables(rows), *([["R99", *USUAL[1:]]] if ends_well else [])]
    if kind == "xlsx":
        data = workbook({"Balie": table})
    elif kind == "csv":
        data = csv_text(table).encode()
    else:
        # As careless software writes it: without quotes where they are needed. A line end makes two rows of one.
        table = [[str(cell).replace("\n", " ").replace(";", ",") for cell in row] for row in table]
        data = "".join(";".join(map(str, row)) + "\n" for row in table).encode()
    receipt = read_file(f"export.{kind}", data)
    for sheet in receipt.sheets:
        assert sheet.rows == sheet.respondents + sum(sheet.left_out.values())
        # Blank rows below the last one are no rows.
        assert sheet.rows == len(table) - 1 or (not ends_well and sheet.rows < len(table))
        assert sheet.respondents >= 20
    assert receipt.respondents == sum(sheet.respondents for sheet in receipt.sheets)
    assert receipt.sheets or any(problem.severity == "error" for problem in receipt.problems)


REASONS: dict[str, tuple[Rows, dict[str, int]]] = {
    "blank": ([[""] * 7, ["NA", "", "", "NULL", "", "", ""], ["R99", *USUAL[1:]]], {"blank": 2}),
    "header": ([list(HEADER)], {"header": 1}),
    "no answer": ([["R99", "Balie", "05-01-2020", "Paspoort", "99", "", ""]], {"no_answer": 1}),
    "no channel": ([["R99", "Elders", *USUAL[2:]]], {"no_channel": 1}),
    "total": ([["Totaal", "", "", "", "240", "210", ""]], {"total": 1}),
}  # fmt: skip


@pytest.mark.parametrize(("rows", "left_out"), REASONS.values(), ids=REASONS.keys())
def test_each_reason_is_counted_and_printed(rows: Rows, left_out: dict[str, int]) -> None:
    receipt = read([HEADER, *([f"R{n}", *USUAL[1:]] for n in range(20)), *rows])
    (sheet,) = inspect_json(receipt)["sheets"]
    assert sheet["left_out"] == left_out
    assert sheet["rows"] == sheet["respondents"] + sum(left_out.values())


def test_the_rows_of_one_respondent_are_accounted_for() -> None:
    rows: Rows = [["Respondentnummer", "Vraag", "Antwoord"]]
    rows += [[f"R{n}", question, 8] for n in range(12) for question in ("Totaaloordeel", "Wachttijd", "Privacy")]
    rows += [["", "Totaaloordeel", 8]]
    (sheet,) = read(rows).sheets
    assert (sheet.rows, sheet.respondents, sheet.left_out) == (37, 12, {"joined": 24, "no_respondent": 1})
