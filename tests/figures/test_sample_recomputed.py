"""The figures of the sample once more, by another road: pandas over the raw file, and floats."""

from collections.abc import Mapping
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from lib.figures.channel import ChannelFigures, figures
from lib.figures.counts import Counts
from lib.figures.selection import Selection
from lib.report import dutch
from lib.survey.references import References

SAMPLE = Path(__file__).parents[2] / "sample_data"
PLACEHOLDERS = {"-", ".", "x", "nvt", "n.v.t.", "geen", "nee", ""}
AGREE = {"Helemaal mee oneens": 0, "Mee oneens": 0, "Neutraal": 0, "Mee eens": 1, "Helemaal mee eens": 1}
EFFORT = {
    "Heel weinig moeite": 1,
    "Weinig moeite": 1,
    "Niet weinig, niet veel moeite": 0,
    "Veel moeite": -1,
    "Heel veel moeite": -1,
}
# Which part of a question's text names the item, per channel.
GRADES = {
    "balie": {
        "totaaloordeel": "in het algemeen bent geholpen",
        "openingstijden": "openingstijden",
        "wachtruimte": "wachtruimte",
        "wachttijd": "wachttijd",
        "privacy": "privacy",
        "vriendelijkheid": "vriendelijkheid",
        "deskundigheid": "deskundigheid van",
        "prijs": "prijs",
        "doorlooptijd": "doorlooptijd",
    },
    "telefoon": {
        "totaaloordeel": "in het algemeen bent geholpen",
        "bereikbaarheid": "bereikbaarheid",
        "wachttijd": "wachttijd",
        "vriendelijkheid": "vriendelijkheid",
        "deskundigheid": "deskundigheid van",
        "hostmanship": "hostmanship",
        "doorlooptijd": "doorlooptijd",
    },
    "digitaal": {"totaaloordeel": "in het algemeen bent geholpen"},
}
STATEMENTS = {
    "aanvraag_eenvoudig": "verliep eenvoudig",
    "loket_gebruiksvriendelijk": "gebruiksvriendelijk",
    "loket_vindbaar": "goed vindbaar",
    "info_duidelijk": "aanvraag is duidelijk",
    "info_vindbaar": "eenvoudig te vinden",
    "formulier_makkelijk": "makkelijk in te vullen",
    "formulier_taal": "gebruikte taal",
}
SELECTIONS = {
    "everything": Selection(),
    "a quarter": Selection(start=pd.Timestamp("2020-04-01").date(), end=pd.Timestamp("2020-06-30").date()),
    "a mid-month range": Selection(start=pd.Timestamp("2020-02-13").date(), end=pd.Timestamp("2020-09-09").date()),
    "two products": Selection(products=("Uittreksel BRP", "VOG")),
}


@pytest.fixture(scope="module")
def raw() -> Mapping[str, pd.DataFrame]:
    """The sample files as pandas gives them."""
    frames = {
        "balie": pd.read_excel(SAMPLE / "balie_2020.xlsx", engine="openpyxl"),
        "telefoon": pd.read_excel(SAMPLE / "telefoon_2020.xlsx", engine="openpyxl"),
        "digitaal": pd.read_csv(SAMPLE / "digitaal_2020.csv", sep=";", encoding="utf-8-sig"),
    }
    for frame in frames.values():
        frame["Datum ingevuld"] = pd.to_datetime(frame["Datum ingevuld"], dayfirst=True)
    return frames


def column(frame: pd.DataFrame, words: str) -> "pd.Series[str]":
    found = [name for name in frame.columns if words in name]
    assert len(found) == 1, words
    return frame[found[0]]


def valid_grades(frame: pd.DataFrame, words: str) -> "pd.Series[float]":
    return pd.to_numeric(column(frame, words), errors="coerce").dropna()


def one_decimal(value: float) -> Decimal:
    return Decimal(repr(round(value, 9))).quantize(Decimal("0.1"), ROUND_HALF_UP)


def chosen(frame: pd.DataFrame, selection: Selection) -> pd.DataFrame:
    if selection.products:
        frame = frame[frame["Product"].isin(list(selection.products))]
    if selection.start is not None and selection.end is not None:
        frame = frame[frame["Datum ingevuld"].between(pd.Timestamp(selection.start), pd.Timestamp(selection.end))]
    return frame


Case = tuple[pd.DataFrame, ChannelFigures]


@pytest.fixture(
    params=[(channel, name) for channel in GRADES for name in SELECTIONS], ids=lambda param: " - ".join(param)
)
def case(
    request: pytest.FixtureRequest,
    raw: Mapping[str, pd.DataFrame],
    sample_counts: Mapping[str, Counts],
    sample_references: References,
) -> Case:
    """The rows of one selection, and the figures to check against them."""
    channel, name = request.param
    found = figures(sample_counts[channel], SELECTIONS[name], sample_references)
    return chosen(raw[channel], SELECTIONS[name]), found


def test_respons_days_reviews_and_tips(case: Case) -> None:
    frame, found = case
    assert found.responses == len(frame)
    assert (found.first_day, found.last_day) == (
        frame["Datum ingevuld"].min().date(),
        frame["Datum ingevuld"].max().date(),
    )
    assert found.tips == (column(frame, "Heeft u nog suggesties") == "Ja").sum()
    if found.channel != "balie":
        explained = column(frame, "toelichten").fillna("").str.strip().str.lower()
        assert found.reviews == (~explained.isin(PLACEHOLDERS)).sum()


def test_every_grade(case: Case) -> None:
    frame, found = case
    for key, words in GRADES[found.channel].items():
        score = found.overall if key == "totaaloordeel" else found.score(key)
        grades = valid_grades(frame, words)
        assert score is not None
        assert (score.n, int(score.total)) == (len(grades), int(grades.sum()))
        assert dutch.shown(score.value, "grade") == one_decimal(float(grades.mean()))
        assert float(score.variance) == pytest.approx(float(grades.var(ddof=1)))


@pytest.mark.parametrize("case", [("balie", name) for name in SELECTIONS], indirect=True)
def test_hostmanship_from_its_six_parts(case: Case) -> None:
    frame, found = case
    parts = frame[[name for name in frame.columns if name.startswith("Hostmanship:")]]
    assert parts.shape[1] == 6
    means = parts.apply(pd.to_numeric, errors="coerce").mean(axis=1).dropna()
    score = found.score("hostmanship")
    assert score is not None
    assert score.value is not None
    assert score.n == len(means)
    assert float(score.value) == pytest.approx(float(means.mean()))
    assert float(score.variance) == pytest.approx(float(means.var(ddof=1)))


@pytest.mark.parametrize("case", [("digitaal", name) for name in SELECTIONS], indirect=True)
def test_every_share_that_agrees(case: Case) -> None:
    frame, found = case
    for key, words in STATEMENTS.items():
        agrees = column(frame, words).map(AGREE).dropna()
        score = found.score(key)
        assert score is not None
        assert (score.n, int(score.total)) == (len(agrees), int(agrees.sum()))
        assert dutch.shown(score.value, "agree") == int(np.floor(agrees.sum() * 100 / len(agrees) + 0.5))


def test_the_effort_score(case: Case) -> None:
    frame, found = case
    points = column(frame, "Hoeveel moeite").map(EFFORT).dropna()
    assert found.effort is not None
    assert (found.effort.n, found.effort.low, found.effort.high) == (
        len(points),
        (points == 1).sum(),
        (points == -1).sum(),
    )


def test_coming_back_and_information_beforehand(case: Case) -> None:
    frame, found = case
    if found.repeat_visit is not None:
        answered = column(frame, "in één keer geholpen").dropna()
        assert found.repeat_visit.n == len(answered)
        assert {o.label: o.count for o in found.repeat_visit.options if o.count} == answered.value_counts().to_dict()
    if found.info_clarity is not None:
        for option in found.info_clarity.options:
            marked = column(frame, option.label).dropna()
            assert (found.info_clarity.n, option.count) == (len(marked), (marked == "Ja").sum())


def test_every_product(case: Case) -> None:
    frame, found = case
    grades = frame.assign(grade=pd.to_numeric(column(frame, "in het algemeen bent geholpen"), errors="coerce"))
    expected = grades.groupby("Product")["grade"].agg(["count", "sum"])
    assert {row.label: (row.n, int(row.total)) for row in found.products} == {
        str(name): (int(row["count"]), int(row["sum"])) for name, row in expected.iterrows()
    }
    assert found.without_product == frame["Product"].isna().sum()
