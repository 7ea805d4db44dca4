"""Tables as HTML and CSV: words of a file are only ever words, figures stay figures."""

import csv
import io
import re
from decimal import Decimal
from fractions import Fraction
from html.parser import HTMLParser

import pytest

from lib.figures.breakdowns import Breakdown, OptionCount
from lib.figures.scores import Score
from lib.figures.verdict import Verdict
from lib.render.csv_file import table_csv
from lib.render.html import table_html
from lib.report.score_tables import breakdown_by_product_table, breakdown_table, scores_table
from lib.report.tables import Cell, Column, Table

HOSTILE = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    "</td></table><h1>Groot</h1>",
    "<!-- weg -->",
    "&lt;b&gt;",
    "**vet** [klik](javascript:alert(1)) `code` # kop | cel",
    "{0} {naam} %s",
]


class Reader(HTMLParser):
    """Reads HTML as a browser would: the elements it makes, and the text in every cell."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: set[str] = set()
        self.cells: list[str] = []
        self._inside = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes |= {name for name, _ in attrs}
        if tag in ("td", "th"):
            self._inside = True
            self.cells.append("")

    def handle_endtag(self, tag: str) -> None:
        self._inside = self._inside and tag not in ("td", "th")

    def handle_data(self, data: str) -> None:
        if self._inside:
            self.cells[-1] += data


def read_html(table: Table) -> Reader:
    reader = Reader()
    reader.feed(str(table_html(table)))
    return reader


def read_csv(table: Table) -> list[list[str]]:
    return list(csv.reader(io.StringIO(table_csv(table).decode("utf-8-sig"), newline=""), delimiter=";"))


def table(*texts: str, caption: str = "Per product") -> Table:
    return Table(caption, (Column("Product"), Column("n", "number")), tuple((Cell(text), Cell("12")) for text in texts))


@pytest.mark.parametrize("text", HOSTILE)
def test_words_of_a_file_are_shown_as_they_were_written_and_do_nothing(text: str) -> None:
    reader = read_html(table(text))
    assert reader.cells == ["Product", "n", text, "12"]
    harmless = read_html(table("Paspoort"))
    assert (reader.tags, reader.attributes) == (harmless.tags, harmless.attributes)


@pytest.mark.parametrize("text", HOSTILE)
def test_a_header_and_a_caption_are_only_words_too(text: str) -> None:
    reader, harmless = (
        read_html(Table(words, (Column(words), Column("n", "number", "n")), ((Cell("a"), Cell("1")),)))
        for words in (text, "Product")
    )
    assert reader.cells[0] == text
    assert (reader.tags, reader.attributes) == (harmless.tags, harmless.attributes)


def test_the_first_cell_of_a_row_is_its_header() -> None:
    html = str(table_html(table("VOG")))
    assert re.search('<th scope="row"[^>]*>VOG</th>', html)
    assert html.count('scope="col"') == 2


@pytest.mark.parametrize(
    ("bar", "width"), [(0.0, "0.0%"), (0.254, "25.4%"), (1.0, "100.0%"), (7.0, "100.0%"), (-1.0, "0.0%")]
)
def test_a_bar_stays_inside_its_cell(bar: float, width: str) -> None:
    rows = ((Cell("VOG"), Cell("1", bar=bar)),)
    assert f"--bar:{width}" in table_html(Table("t", (Column("a"), Column("b", "number")), rows))


FORMULAS = ["=1+1", "=HYPERLINK(\"http://x\";\"klik\")", "+cmd|' /C calc'!A0", "-cmd|' /C calc'!A0", "@SUM(A1)", "\t=1+1", "\r=1+1",
            "\n=1+1", " =1+1", "+1+1", "-2+3", "--1", "+31612345678,1,2", "\u200b=1+1", "＝1+1"]  # fmt: skip


@pytest.mark.parametrize("text", FORMULAS)
def test_no_cell_of_a_file_becomes_a_formula(text: str) -> None:
    cell = read_csv(table(text))[1][0]
    assert cell.startswith("'")
    assert cell.lstrip("'\u200b") == text.replace("\u200b", "")


def test_a_header_can_be_no_formula_either() -> None:
    assert read_csv(Table("t", (Column("=1+1"),), ()))[0] == ["'=1+1"]


@pytest.mark.parametrize(
    "text",
    ["+0,2", "−0,1", "-0,1", "-", "–", "+61", "−40", "0,0", "8,2", "62%", "+4%", "3.018", "", "te weinig respons", "▲ hoger", "Paspoort - spoed"],
)  # fmt: skip
def test_figures_and_words_of_the_app_stay_as_they_are(text: str) -> None:
    assert read_csv(table(text))[1][0] == text


@pytest.mark.parametrize("text", ["a;b", 'zei "ja"', "twee\nregels", "a\r\nb", "é ü ﬂ 😀"])
def test_a_cell_survives_the_way_through_csv(text: str) -> None:
    assert read_csv(table(text))[1] == [text, "12"]


def test_the_csv_is_one_that_dutch_excel_opens_as_columns() -> None:
    data = table_csv(table("Reisdocument één"))
    assert data.startswith(b"\xef\xbb\xbf")
    assert data.decode("utf-8-sig") == "Product;n\r\nReisdocument één;12\r\n"


@pytest.mark.parametrize(
    "code", [0x200B, 0x200D, 0x200E, 0x200F, 0x202A, 0x202E, 0x2066, 0x2069, 0x061C, 0xFEFF, 0x00AD, 0x0000]
)
def test_a_name_has_no_characters_that_cannot_be_seen_or_turn_it_around(code: int) -> None:
    name = f"Pas{chr(code)}poort"
    assert read_html(table(name)).cells[2] == "Paspoort"
    assert read_csv(table(name))[1][0] == "Paspoort"


def score(n: int, total: int, benchmark: str | None, verdict: Verdict = "no_benchmark") -> Score:
    published = None if benchmark is None else Decimal(benchmark)
    # Half a grade up and half a grade down: a variance of n / (4 (n - 1)).
    squares = Fraction(total) ** 2 / n + Fraction(n, 4)
    return Score(
        "prijs", "Prijs", "grade", n, Fraction(total), squares, benchmark=published, benchmark_year=2020, verdict=verdict
    )  # fmt: skip


def test_a_row_of_scores_holds_figure_benchmark_difference_verdict_and_n() -> None:
    rows = read_csv(scores_table("t", [score(3018, 25653, "8.0", "higher")]))
    assert rows[0] == [
        "Vraag",
        "Eigen cijfer",
        "BM 2020",
        "Verschil",
        "Oordeel",
        "95%-interval van",
        "95%-interval tot",
        "n",
    ]
    assert rows[1] == ["Prijs", "8,5", "8,0", "0,5", "hoger", "8,48", "8,52", "3018"]


def test_a_suppressed_row_has_no_figure_and_says_why() -> None:
    row = read_csv(scores_table("t", [score(9, 81, "8.0", "suppressed")]))[1]
    assert row == ["Prijs", "", "8,0", "", "–", "", "", "9", "Eigen cijfer: te weinig respons"]
    assert not any("9,0" in cell or "81" in cell for cell in row)


def test_without_any_benchmark_there_are_no_columns_for_it() -> None:
    assert read_csv(scores_table("t", [score(40, 320, None)]))[0] == [
        "Vraag", "Eigen cijfer", "95%-interval van", "95%-interval tot", "n"
    ]  # fmt: skip


def test_without_benchmark_the_base_says_that_a_row_is_indicative() -> None:
    assert read_csv(scores_table("t", [score(20, 160, None)]))[1] == [
        "Prijs",
        "8,0",
        "7,76",
        "8,24",
        "20",
        "n: indicatief",
    ]


def breakdown(count: int | None, n: int) -> Breakdown:
    share = None if count is None else Fraction(count, n)
    return Breakdown("herhaalbezoek", n, (OptionCount("ophalen", "Ophalen", n, count, share),))


def test_a_breakdown_shows_share_and_count_and_neither_when_suppressed() -> None:
    assert read_csv(breakdown_table("t", breakdown(5, 40)))[1] == ["Ophalen", "13", "5"]
    assert read_csv(breakdown_table("t", breakdown(None, 9)))[1] == ["Ophalen", "", "", "Percentage: te weinig respons"]


def test_a_product_with_too_few_answers_has_no_row() -> None:
    rows = [("VOG", breakdown(5, 40)), ("Akte", breakdown(None, 9))]
    assert read_csv(breakdown_by_product_table("t", rows, ["Ophalen"]))[1:] == [["VOG", "13", "40"]]
