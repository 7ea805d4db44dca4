"""A quote that never closes swallows nothing; an answer of several lines stays one answer."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lib.ingest.files.quotes import close_quotes
from lib.ingest.read import FileReceipt, read_file
from tests.ingest.exports import csv_text, only_part, problem_codes, said

HEADER = ["Respondentnummer", "Totaaloordeel", "Wachtruimte", "Verbetertip"]
STRAY = ('"Loket 3 was dicht', '"', '"""')
IN_ORDER = ('"Loket 3 "was dicht', '"Kom later terug" zei men, "en dat was het', 'de "balie" was dicht"', '"fijn"')


def rows(count: int) -> list[list[str]]:
    """Rows of which every seventh has a tip between quotes, as software writes it."""
    return [[f"R{n}", str(n % 4 + 6), "7", f'"tip; nummer {n}"' if n % 7 == 3 else ""] for n in range(count)]


def read(lines: list[list[str]], newline: str = "\r\n") -> FileReceipt:
    """What is read of lines that are put in the file as they are."""
    return read_file("balie.csv", newline.join(";".join(line) for line in [HEADER, *lines, [""]]).encode())


@pytest.mark.parametrize("place", [0, 1, 20, 48, 49, 60, 119])
@pytest.mark.parametrize("cell", [*STRAY, *IN_ORDER])
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_every_row_counts_where_a_quote_never_closes(place: int, cell: str, newline: str) -> None:
    lines = rows(120)
    lines[place][3] = cell
    receipt = read(lines, newline)
    assert said(only_part(receipt).answers["totaaloordeel"]) == [line[1] for line in lines]
    assert said(only_part(receipt).answers["wachtruimte"]) == ["7"] * 120
    told = [p for p in receipt.problems if p.code == "quote_never_closed"]
    assert [p.row for p in told] == ([place + 2] if cell in STRAY else [])


def test_a_quote_that_opens_before_the_last_cell_moves_no_answer() -> None:
    lines = [["R1", "8", "7", ""], ['"R2', "9", "6", '"zo is het'], ["R3", "7", "8", ""]]
    receipt = read(lines)
    assert said(only_part(receipt).answers["totaaloordeel"]) == ["8", "9", "7"]
    assert only_part(receipt).texts["tip"].tolist() == [None, '"zo is het', None]


def test_several_stray_quotes_are_named_by_their_rows() -> None:
    lines = rows(60)
    for place in (5, 6, 40):
        lines[place][3] = '"niet gesloten'
    receipt = read(lines)
    assert receipt.respondents == 60
    (problem,) = [p for p in receipt.problems if p.code == "quote_never_closed"]
    assert (problem.severity, problem.row) == ("warning", 7)
    assert "rij 7, 8 en 42" in problem.message


lines_of_text = st.lists(st.text('ab ;,"', max_size=12), min_size=1, max_size=4).map("\n".join)


@settings(max_examples=200, deadline=None)
@given(st.lists(lines_of_text, min_size=1, max_size=8), st.integers(0, 4))
def test_a_file_with_all_its_quotes_in_order_stays_as_it_is(tips: list[str], place: int) -> None:
    table = [["a", "b", "c", "d", "e", "f"], *([str(n), "8", "7", "6", "5"] for n in range(len(tips)))]
    for row, tip in zip(table[1:], tips, strict=True):
        # A row that lies in an answer as a whole can't be told from one that was swallowed.
        row.insert(place, tip.replace(";", ","))
    text = csv_text(table).encode()
    assert close_quotes(text, ";", 6) == (text, [])


@pytest.mark.parametrize("kind", ["in the header", "in the first column", "in the last column"])
def test_cells_of_several_lines_are_no_fault(kind: str) -> None:
    header, body = list(HEADER), [["R1", "8", "7", ""], ["R2", "9", "6", "fijn"], ["R3", "7", "8", ""]]
    if kind == "in the header":
        header[1] = "Totaal-\noordeel"
    elif kind == "in the first column":
        header[0], body[1][0] = "Respondent\nnummer", "R\n2"
    else:
        body[2][3] = "eerste; regel\ntweede regel\n\nderde"
    receipt = read_file("balie.csv", csv_text([header, *body]).encode())
    assert receipt.respondents == 3
    assert problem_codes(receipt, "warning", "error") == ["product_missing", "dates_missing"]
