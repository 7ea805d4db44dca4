"""Hostmanship from some of its parts says so wherever it stands, and is not set against BM."""

import io
from decimal import Decimal
from fractions import Fraction

import openpyxl
import pytest

from lib.figures.channel import ChannelFigures, figures
from lib.figures.compare import Side, compare
from lib.figures.counts import Counts, count
from lib.figures.distribution import distributions
from lib.figures.products import product_table
from lib.figures.selection import Selection
from lib.figures.trend import trend
from lib.render.xlsx import workbook
from lib.report import provenance, score_tables
from lib.report.figures_json import figures_json
from lib.report.pictures import scores_picture
from lib.report.verdict_sentences import verdict_sentence
from lib.report.view import View
from lib.report.workbook import sheets
from lib.session.derived import Derived
from lib.session.session import Session
from lib.survey import catalogue
from lib.survey.derived import add_means_of_parts
from lib.survey.references import Reference, References
from tests.figures.surveys import channel

WORDS = "uit 4 van de 6 onderdelen"
PARTS = [item.key for item in catalogue.parts_of("hostmanship", "balie")]
BENCHMARKS = References(
    tuple(Reference("balie", key, 2020, Decimal("6.0"), Decimal("7.0")) for key in ("hostmanship", "wachttijd"))
)
ALL = Selection()


def counted(parts: int) -> Counts:
    grades = [7, 8, 9, 8] * 12
    said = {"wachttijd": grades, **dict.fromkeys(PARTS[:parts], grades)}
    return count(add_means_of_parts(channel(said, products=["VOG", "Akte"] * 24)))


@pytest.fixture(scope="module")
def counts() -> Counts:
    return counted(4)


@pytest.fixture(scope="module")
def found(counts: Counts) -> ChannelFigures:
    return figures(counts, ALL, BENCHMARKS)


def test_it_has_a_value_and_no_benchmark_and_no_verdict(found: ChannelFigures) -> None:
    score = found.score("hostmanship")
    assert score is not None
    assert (score.value, score.benchmark, score.p, score.verdict) == (Fraction(8), None, None, "no_benchmark")
    other = found.score("wachttijd")
    assert other is not None
    assert (other.benchmark, other.verdict) == (Decimal("6.0"), "higher")
    whole = figures(counted(6), ALL, BENCHMARKS).score("hostmanship")
    assert whole is not None
    assert (whole.benchmark, whole.verdict, whole.label) == (Decimal("6.0"), "higher", "Hostmanship")


def test_tables_charts_and_sentences_say_so(found: ChannelFigures, counts: Counts) -> None:
    score = found.score("hostmanship")
    assert score is not None
    table = score_tables.scores_table("Scores", score_tables.table_scores(found))
    row = next(cells for cells in table.rows if WORDS in cells[0].text)
    assert [cell.text for cell in row[1:5]] == ["8,0", "–", "–", "niet vergeleken"]
    picture = scores_picture([score], "woorden")
    assert picture is not None
    assert any(WORDS in str(row) for row in picture.rows)
    assert WORDS in verdict_sentence(score)
    assert "alle onderdelen" in verdict_sentence(score)
    selected = counts.select(ALL)
    assert any(WORDS in label for _, label in product_table(counts, selected).items)
    assert any(WORDS in each.label for each in distributions(counts, selected))


def test_the_account_the_json_and_the_workbook_say_so(found: ChannelFigures, counts: Counts) -> None:
    score = found.score("hostmanship")
    assert score is not None
    account = provenance.of_figure(score, provenance.context(found, counts))
    assert WORDS in account.title
    assert WORDS in account.facts["Regel"]
    assert account.facts["BM"].startswith("niet vergeleken")
    told = figures_json(ALL, [found], [])
    row = next(each for each in told["channels"][0]["scores"] if each["item"] == "hostmanship")
    assert WORDS in row["label"]
    assert (row["benchmark"], row["difference"], row["verdict"]) == (None, None, "no_benchmark")
    assert WORDS in next(each for each in told["provenance"] if each["item"] == "hostmanship")["rule"]
    book = openpyxl.load_workbook(
        io.BytesIO(workbook(sheets(View(Session(derived=Derived(counts={"balie": counts}), references=BENCHMARKS)))))
    )
    assert any(WORDS in str(row[1].value) for row in book["Cijfers"].iter_rows())
    assert any(WORDS in str(cell.value) for row in book["Herkomst"].iter_rows() for cell in row[2:])


def test_through_time_it_stands_alone(counts: Counts) -> None:
    partial, whole = (trend(each, ALL, "hostmanship", "year", BENCHMARKS) for each in (counts, counted(6)))
    assert WORDS in partial.label
    assert (partial.benchmarks, partial.published) == ({}, {})
    assert whole.benchmarks == {2020: Decimal("6.0")}


@pytest.mark.parametrize(("one", "other", "is_compared"), [(4, 4, True), (4, 6, False), (6, 6, True)])
def test_two_selections_are_compared_where_it_is_made_of_the_same(one: int, other: int, is_compared: bool) -> None:
    found = compare(Side(counted(one), ALL), Side(counted(other), ALL))
    assert ("hostmanship" in [row.key for row in found.rows]) == is_compared
