"""A header among the data is no respondent, also where its columns stand in another order below it."""

import pytest

from lib.ingest.read import FileReceipt, read_file
from tests.ingest.exports import Rows, csv_text, days, only_part, problem_codes, products, read, said, workbook

HEADER: list[object] = ["Respondentnummer", "Datum ingevuld", "Product", "Totaaloordeel", "Wachttijd", "Verbetertip"]


def body(first: int, count: int) -> list[list[object]]:
    """Rows of which every cell tells its own column."""
    return [[f"R{n}", f"{n % 28 + 1:02d}-03-2020", f"Product {n % 3}", n % 4 + 6, n % 3 + 5, f"tip nummer {n}" if n % 2 else ""]
            for n in range(first, first + count)]  # fmt: skip


def whole(receipt: FileReceipt) -> tuple[list[str], list[str], list[str | None]]:
    """The grades and products of every respondent."""
    part = only_part(receipt)
    return said(part.answers["totaaloordeel"]), said(part.answers["wachttijd"]), products(part)


ALL = whole(read([HEADER, *body(0, 60)]))


@pytest.mark.parametrize("cuts", [[1], [20], [59], [20, 40], list(range(5, 60, 5))])
@pytest.mark.parametrize("kind", ["csv", "xlsx"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_a_header_among_the_data_is_no_respondent(cuts: list[int], kind: str, mark: str) -> None:
    again = [f"{mark}{HEADER[0]}", *HEADER[1:]]
    rows: list[list[object]] = [[*HEADER]]
    for start, end in zip([0, *cuts], [*cuts, 60], strict=True):
        rows += [*([again] if start else []), *body(start, end - start)]
    receipt = read_file(f"balie.{kind}", csv_text(rows).encode() if kind == "csv" else workbook({"Balie": rows}))
    assert whole(receipt) == ALL
    assert receipt.sheets[0].left_out == {"header": len(cuts)}
    (problem,) = [p for p in receipt.problems if p.code == "header_repeated"]
    assert (problem.severity, problem.row) == ("info", cuts[0] + 2)


@pytest.mark.parametrize("order", [[1, 0, 2, 3, 4, 5], [0, 4, 3, 2, 1, 5], [5, 4, 3, 2, 1, 0]])
def test_columns_in_another_order_are_read_by_their_names(order: list[int]) -> None:
    second = [[row[place] for place in order] for row in (HEADER, *body(30, 30))]
    receipt = read([HEADER, *body(0, 30), *second])
    assert whole(receipt) == ALL
    assert [str(day) for day in days(only_part(receipt))] == [f"2020-03-{n % 28 + 1:02d}" for n in range(60)]
    (problem,) = [p for p in receipt.problems if p.code == "header_repeated"]
    assert (problem.severity, problem.row) == ("warning", 32)


def test_a_question_that_only_the_second_file_has_is_a_column_of_its_own() -> None:
    second = [[*HEADER[:5], "Privacy"], *([*row[:5], 9] for row in body(30, 30))]
    receipt = read([HEADER, *body(0, 30), *second])
    part = only_part(receipt)
    assert whole(receipt) == ALL
    assert said(part.answers["privacy"]) == ["leeg"] * 30 + ["9"] * 30
    assert sum(text is not None for text in part.texts["tip"]) == 15


def test_the_text_of_an_option_under_its_name_is_an_answer() -> None:
    options = ["Procedure", "Duur", "Kosten", "Vragen"]
    rows: Rows = [["ID", "Totaaloordeel", *options], *([n, n % 4 + 6, *(o if (n + k) % 3 else "" for k, o in enumerate(options))] for n in range(30))]  # fmt: skip
    receipt = read(rows, "digitaal.csv")
    assert receipt.respondents == 30
    assert "header" not in receipt.sheets[0].left_out


@pytest.mark.parametrize(
    "third",
    ["{'ImportId': 'QID1'}", '{"ImportId":"QID1"}', "{'ImportId':'QID1_TEXT','timeZone':'Z'}", "{ImportId: QID1}"],
)
def test_three_header_rows_of_codes_questions_and_numbers_are_one_header(third: str) -> None:
    rows: Rows = [["ResponseID", "StartDate", "Q1", "Q2"], ["ResponseID", "StartDate", "Totaaloordeel", "Wachttijd"], [third] * 4,
                  *([f"R_{n}", "2020-01-25", 8, 7] for n in range(12))]  # fmt: skip
    receipt = read(rows)
    assert receipt.sheets[0].header_rows == (1, 2, 3)
    assert said(only_part(receipt).answers["totaaloordeel"]) == ["8"] * 12
    assert problem_codes(receipt, "warning") == ["product_missing"]


def test_two_header_rows_of_which_only_the_questions_differ_are_one_header() -> None:
    rows: Rows = [["ResponseID", "StartDate", "Q1", "Q2"], ["ResponseID", "StartDate", "Totaaloordeel", "Wachttijd"],
                  *([f"R_{n}", f"2020-01-{n + 10}", 8 + n % 2, 7 - n % 3] for n in range(12))]  # fmt: skip
    receipt = read(rows)
    assert receipt.sheets[0].header_rows == (1, 2)
    assert said(only_part(receipt).answers["wachttijd"])[:3] == ["7", "6", "5"]
