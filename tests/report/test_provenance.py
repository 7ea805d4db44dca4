"""How a figure was made: what its account says, and that every account of the sample can be made again
from the raw files, without any of our own reading."""

from collections.abc import Iterator, Mapping
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

import pandas as pd
import pytest

from lib.figures.breakdowns import Breakdown
from lib.figures.channel import figures
from lib.figures.compare import Difference
from lib.figures.counts import Counts
from lib.figures.every_figure import figure_at
from lib.figures.keys import FigureKey
from lib.figures.scores import Score, effort_score, with_verdicts
from lib.figures.selection import Selection
from lib.render.html import accounts_html
from lib.report import provenance
from lib.report.provenance import FACTS, Account, Context
from lib.survey import scales
from lib.survey.dataset import Rule, Source
from lib.survey.references import NO_REFERENCES
from tests.conftest import SAMPLE

HERE = (Source("balie.xlsx", "Export", "Wachttijd"),)


def score(n: int, total: Fraction | int, unit: str = "grade", rule: Rule = "custom_question") -> Score:
    return Score(
        "k",
        "Wachttijd",
        "grade" if unit == "grade" else "agree",
        n,
        Fraction(total),
        Fraction(total) ** 2 / n + n,
        outside={scales.BLANK: 28},
        rule=rule,
        sources=HERE,
    )


def account(figure: Score, n_of_all: int | None = None) -> Account:
    bases = {} if n_of_all is None else {figure.key: n_of_all}
    return provenance.of_figure(figure, Context("balie", "Balie · 2020", bases))


def test_a_score_tells_everything_about_itself() -> None:
    told = account(with_verdicts([score(2945, 23913)], {"k": Decimal("8.0")}, 2020)[0])
    assert told.title == "Wachttijd: 8,1"
    assert dict(told.facts) == {
        "Regel": "gemiddelde van de rapportcijfers 1 tot en met 10",
        "Bron": "kolom ‘Wachttijd’ in balie.xlsx, blad Export",
        "Selectie": "Balie · 2020",
        "n": "2.945 antwoorden",
        "Buiten de noemer": "28 niet ingevuld",
        "Onafgerond": "8,11986",
        "Som en aantal": "23.913 / 2.945",
        # the variance is n / (n - 1), so half the width is 1.96 / sqrt(2945) = 0.036
        "95%-interval": "8,084 – 8,156",
        "BM": "8,0 (2020)",
        "Toets": "p kleiner dan 0,001, na correctie (Holm) kleiner dan 0,001: ▲ hoger",
    }


@pytest.mark.parametrize(
    ("figure", "sums"),
    [
        (score(2000, 1500, "agree"), "1.500 / 2.000"),
        (effort_score(2900, 2117, 334), "(2.117 − 334) / 2.900"),
        (score(3001, 26700, rule="mean_of_parts"), None),
        (score(20, Fraction(301, 2)), None),  # a sum with halves is not shown
        (score(9, 81), None),  # neither is one over too small a base
    ],
)
def test_the_sum_behind_a_figure(figure: Score, sums: str | None) -> None:
    assert account(figure).facts.get("Som en aantal") == sums


def test_of_too_small_a_base_only_rule_source_and_n_are_told() -> None:
    assert set(account(score(9, 81)).facts) == {"Regel", "Bron", "Selectie", "n"}
    assert set(account(effort_score(9, 7, 1)).facts) == {"Regel", "Bron", "Selectie", "n"}


@pytest.mark.parametrize(("n_of_all", "exact"), [(2945, True), (2946, False), (2954, False), (2955, True)])
def test_no_exact_sum_where_the_rest_is_a_handful(n_of_all: int, exact: bool) -> None:
    told = account(score(2945, 23913), n_of_all).facts
    assert ("Som en aantal" in told) == exact
    assert ("8,11" in told["Onafgerond"]) == exact


def test_a_difference_tells_both_bases_and_its_test() -> None:
    row = Difference(score(40, 320), score(50, 350), 0.004, 0.036, "higher")
    told = provenance.of_difference(row, ("2020", "2019"))
    assert told.facts["n"] == "40 (2020) en 50 (2019) antwoorden"
    assert told.facts["Toets"] == "p = 0,004, na correctie (Holm) = 0,036: ▲ hoger"
    assert told.facts["95%-interval"].startswith("van het verschil: +0,")


def test_many_columns_are_counted_not_listed() -> None:
    many = [Source("a.csv", None, f"deel {number}") for number in range(1, 7)]
    assert provenance.sources_words(many) == "de kolommen ‘deel 1’, ‘deel 2’, ‘deel 3’ en 3 andere in a.csv"
    assert provenance.sources_words([]) == "niet bekend"


def test_a_breakdown_tells_every_share_unless_it_is_hidden() -> None:
    hidden = provenance.of_breakdown(
        "Terugkomen", Breakdown("herhaalbezoek", 9, ()), "wie antwoord gaf", Context("balie", "", {})
    )
    assert "Onafgerond" not in hidden.facts
    assert hidden.facts["Regel"] == "aandeel van wie antwoord gaf"


def test_an_account_is_text_only() -> None:
    key = FigureKey("balie", "wachttijd", product='"><img src=x>')
    told = Account("<b>x</b>", {"Bron": "kolom ‘<img src=x>’", "Regel": "r"}, key)
    made = str(accounts_html([told]))
    assert 'data-figure="balie/product:&#34;&gt;&lt;img src=x&gt;:wachttijd/own"' in made
    assert "<img" not in made
    assert "<b>" not in made
    assert made.index("Regel") < made.index("Bron")


# --- every account of the sample, made again from the raw files ---------------------------------

OUTSIDE = {"", "weet niet", "n.v.t.", "geen mening", "weet niet / geen mening"}
AGREEING = {"mee eens", "helemaal mee eens", "eens", "helemaal eens"}
LOW, HIGH = ("weinig", "geen"), ("veel",)


@pytest.fixture(scope="module")
def raw() -> Mapping[str, pd.DataFrame]:
    """The sample files as pandas reads them, every cell as text, under the header that names them."""
    found = {}
    for name in ("balie_2020.xlsx", "telefoon_2020.xlsx", "digitaal_2020.csv"):
        path = SAMPLE / name
        cells = (
            pd.read_excel(path, header=None, dtype=str, keep_default_na=False)
            if path.suffix == ".xlsx"
            else pd.read_csv(path, header=None, dtype=str, keep_default_na=False, sep=";", encoding="utf-8-sig")
        )
        found[name] = cells
    return found


def column_of(source: Source, raw: Mapping[str, pd.DataFrame]) -> list[str]:
    """The cells under the header that a source names."""
    cells = raw[source.file]
    for row in range(5):
        for place, cell in enumerate(cells.iloc[row]):
            if cell == source.column:
                return [text.strip().lower() for text in cells.iloc[row + 1 :, place]]
    raise AssertionError(source)


def all_figures(counts: Mapping[str, Counts]) -> Iterator[tuple[Score, Context]]:
    for each in counts.values():
        found = figures(each, Selection())
        for figure in (found.overall, found.effort, *found.scores):
            if figure is not None:
                yield figure, provenance.context(found, each)


def expected_sum(figure: Score, answers: list[str]) -> str:
    if figure.unit == "effort":
        low = sum(any(word in answer for word in LOW) and "veel" not in answer for answer in answers)
        high = sum("veel" in answer and "weinig" not in answer for answer in answers)
        return f"({dots(low)} − {dots(high)}) / {dots(len(answers))}"
    if figure.unit == "agree":
        return f"{dots(sum(answer in AGREEING for answer in answers))} / {dots(len(answers))}"
    return f"{dots(sum(int(float(answer.replace(',', '.').split()[0])) for answer in answers))} / {dots(len(answers))}"


def dots(number: int) -> str:
    return f"{number:,}".replace(",", ".")


def test_every_account_of_the_sample_is_made_again_from_the_raw_file(
    sample_counts: Mapping[str, Counts], raw: Mapping[str, pd.DataFrame]
) -> None:
    seen = 0
    for figure, given in all_figures(sample_counts):
        account = provenance.of_figure(figure, given)
        told = account.facts
        assert account.key is not None
        addressed = figure_at(sample_counts[given.channel], Selection(), NO_REFERENCES, account.key)
        assert addressed is not None
        assert (addressed.value, addressed.n) == (figure.value, figure.n)
        assert set(told) <= set(FACTS)
        if figure.rule == "mean_of_parts":
            continue
        (source,) = figure.sources
        cells = column_of(source, raw)
        answers = [cell for cell in cells if cell not in OUTSIDE and not is_missing(figure, cell)]
        assert told["n"] == f"{dots(len(answers))} antwoorden", source.column
        assert told["Som en aantal"] == expected_sum(figure, answers), source.column
        exact = (
            Decimal(str(told["Som en aantal"].split(" / ")[0].replace(".", ""))) if figure.unit != "effort" else None
        )
        if exact is not None:
            times = 1 if figure.unit == "grade" else 100
            digits = "0.00001" if figure.unit == "grade" else "0.0001"
            value = (exact * times / len(answers)).quantize(Decimal(digits), ROUND_HALF_UP)
            assert told["Onafgerond"] == str(value).replace(".", ",") + ("" if figure.unit == "grade" else "%")
        seen += 1
    assert seen > 25


def is_missing(figure: Score, cell: str) -> bool:
    return figure.unit == "grade" and cell.split()[0].split(",")[0] in {"0", "11", "88", "98", "99", "-1", "-99"}
