"""Filtered figures recomputed from the raw files with plain pandas, along a road of its own."""

from collections.abc import Sequence
from datetime import date
from fractions import Fraction
from functools import cache
from math import floor
from typing import Any

import pandas as pd
import pytest

from tests.command_line import EXPORTS, SAMPLE, call

OVERALL = "Welk rapportcijfer geeft u voor de manier waarop u in het algemeen bent geholpen?"
EFFORT = "Hoeveel moeite heeft u persoonlijk moeten doen om uw vraag/klacht afgehandeld te krijgen?"
ASPECTS = {
    "balie": {"openingstijden": "Rapportcijfer openingstijden", "wachtruimte": "Rapportcijfer wachtruimte",
              "wachttijd": "Rapportcijfer wachttijd", "privacy": "Rapportcijfer privacy aan de balie",
              "vriendelijkheid": "Rapportcijfer vriendelijkheid van de medewerker",
              "deskundigheid": "Rapportcijfer deskundigheid van de medewerker",
              "prijs": "Rapportcijfer prijs van het product", "doorlooptijd": "Rapportcijfer doorlooptijd",
              "hostmanship_inleving": "Hostmanship: inleving in uw situatie"},
    "telefoon": {"bereikbaarheid": "Rapportcijfer bereikbaarheid", "wachttijd": "Rapportcijfer wachttijd",
                 "hostmanship": "Rapportcijfer hostmanship", "doorlooptijd": "Rapportcijfer doorlooptijd"},
    "digitaal": {"aanvraag_eenvoudig": "Stelling: De aanvraag verliep eenvoudig",
                 "info_vindbaar": "Stelling: De benodigde informatie is eenvoudig te vinden",
                 "formulier_taal": "Stelling: De gebruikte taal in het formulier is duidelijk"},
}  # fmt: skip
AGREE = ["Mee eens", "Helemaal mee eens"]
DISAGREE = ["Neutraal", "Mee oneens", "Helemaal mee oneens"]
SAYS_NOTHING = {"", "-", ".", "x", "nvt", "n.v.t.", "geen", "nee"}
CASES = [
    ("balie", (), None, None),
    ("balie", ("Paspoort", "Rijbewijs"), "2020-03-15", "2020-10-20"),
    ("balie", ("Identiteitskaart", "VOG"), None, "2020-06-30"),
    ("balie", ("Bewijs van in leven zijn",), None, None),
    ("telefoon", ("Paspoort", "Rijbewijs"), "2020-02-01", "2020-11-30"),
    ("telefoon", (), "2020-07-01", None),
    ("digitaal", ("Afspraak maken", "Melding openbare ruimte"), "2020-01-02", "2020-09-09"),
    ("digitaal", (), "2020-05-05", "2020-05-25"),
]


@cache
def raw(channel: str) -> pd.DataFrame:
    """The export of a channel as it stands in the file, its dates read."""
    if channel == "digitaal":
        table = pd.read_csv(SAMPLE / "digitaal_2020.csv", sep=";", dtype=str, encoding="utf-8-sig")
        days = pd.to_datetime(table["Datum ingevuld"], format="%d-%m-%Y")
    else:
        table = pd.read_excel(SAMPLE / f"{channel}_2020.xlsx", dtype=object, engine="calamine")
        days = pd.to_datetime(table["Datum ingevuld"])
    return table.assign(day=days)


def selected(channel: str, products: Sequence[str], start: str | None, end: str | None) -> pd.DataFrame:
    """The rows of a channel for these products and this period, first and last day included."""
    table = raw(channel)
    keep = table["Product"].isin(products) if products else pd.Series(True, index=table.index)
    if start is not None:
        keep &= table["day"] >= start
    if end is not None:
        keep &= table["day"] <= end
    return table[keep]


def half_up(value: Fraction, decimals: int = 0) -> float:
    """Rounded half up, away from zero."""
    size = Fraction(floor(abs(value) * 10**decimals + Fraction(1, 2)), 10**decimals)
    return float(size if value >= 0 else -size)


def grades(cells: pd.Series) -> list[int]:
    """The grades in a column; words are no grade."""
    numbers = pd.to_numeric(cells, errors="coerce").dropna().astype(int)
    return [number for number in numbers.tolist() if 1 <= number <= 10]


def mean(numbers: Sequence[int]) -> float | None:
    """The mean as it is published, nothing under ten answers."""
    return half_up(Fraction(sum(numbers), len(numbers)), 1) if len(numbers) >= 10 else None


def written(table: pd.DataFrame, header: str) -> int:
    """How many wrote something that says something."""
    cells = table[header].dropna().astype(str) if header in table else pd.Series(dtype=str)
    return sum(cell.strip().lower() not in SAYS_NOTHING for cell in cells)


def arguments(case: tuple[str, Sequence[str], str | None, str | None]) -> list[str]:
    """The options of the command line for a case."""
    channel, products, start, end = case
    options = ["--channel", channel]
    for product in products:
        options += ["--product", product]
    return options + (["--from", start] if start else []) + (["--to", end] if end else [])


@pytest.fixture(scope="module", params=CASES, ids=lambda case: " ".join(map(str, case)))
def both(request: pytest.FixtureRequest) -> tuple[str, pd.DataFrame, Any]:
    """A case: its channel, the rows it selects, and what the command line says."""
    case = request.param
    output = call("figures", next(file for file in EXPORTS if case[0] in file), *arguments(case)).json
    assert output["filters"] == {"channel": case[0], "products": list(case[1]), "from": case[2], "to": case[3]}
    (found,) = output["channels"]
    return case[0], selected(*case), found


Both = tuple[str, pd.DataFrame, Any]


def test_the_response_and_its_days_agree(both: Both) -> None:
    _, table, found = both
    assert found["responses"] == len(table)
    assert date.fromisoformat(found["first_date"]) == table["day"].min().date()
    assert date.fromisoformat(found["last_date"]) == table["day"].max().date()


def test_the_numbers_of_reviews_and_tips_agree(both: Both) -> None:
    _, table, found = both
    (asks_for_tips,) = [header for header in table.columns if "nog suggesties" in header]
    assert found["tips"] == (table[asks_for_tips] == "Ja").sum()
    assert found["reviews"] == written(table, "Kunt u uw rapportcijfer toelichten?")


def test_the_overall_grade_agrees(both: Both) -> None:
    _, table, found = both
    numbers = grades(table[OVERALL])
    hidden = len(numbers) < 10
    assert found["overall"] == {
        "value": mean(numbers), "n": len(numbers), "sum": None if hidden else sum(numbers), "suppressed": hidden,
    }  # fmt: skip


def test_the_effort_score_agrees(both: Both) -> None:
    _, table, found = both
    cells = table[EFFORT].dropna()
    low = int(cells.isin(["Heel weinig moeite", "Weinig moeite"]).sum())
    high = int(cells.isin(["Heel veel moeite", "Veel moeite"]).sum())
    n = low + high + int((cells == "Niet weinig, niet veel moeite").sum())
    assert (found["ces"]["n"], found["ces"]["suppressed"]) == (n, n < 10)
    if n >= 10:
        assert (found["ces"]["low_effort"], found["ces"]["high_effort"]) == (low, high)
        assert found["ces"]["value"] == half_up(Fraction(100 * (low - high), n))
    else:
        assert found["ces"]["value"] is None


def test_every_aspect_agrees(both: Both) -> None:
    channel, table, found = both
    shown = {score["item"]: (score["value"], score["n"], score["sum"]) for score in found["scores"]}
    for item, header in ASPECTS[channel].items():
        if channel == "digitaal":
            agree, n = int(table[header].isin(AGREE).sum()), int(table[header].isin(AGREE + DISAGREE).sum())
            share = half_up(Fraction(100 * agree, n)) if n >= 10 else None
            own = (share, n, agree if n >= 10 else None)
        else:
            numbers = grades(table[header])
            own = (mean(numbers), len(numbers), sum(numbers) if len(numbers) >= 10 else None)
        assert (item, shown[item]) == (item, own)


def test_hostmanship_is_the_mean_of_every_respondents_own_mean(both: Both) -> None:
    channel, table, found = both
    if channel != "balie":
        return
    parts = [header for header in table.columns if header.startswith("Hostmanship: ")]
    assert len(parts) == 6
    means = [Fraction(sum(own), len(own)) for own in (grades(row) for _, row in table[parts].iterrows()) if own]
    (shown,) = [score for score in found["scores"] if score["item"] == "hostmanship"]
    assert shown["n"] == len(means)
    assert shown["value"] == (half_up(sum(means, Fraction(0)) / len(means), 1) if len(means) >= 10 else None)


def test_the_answers_about_coming_back_agree(both: Both) -> None:
    channel, table, found = both
    if channel != "balie":
        assert found["repeat_visit"] is None
        return
    counts = table["Bent u in één keer geholpen of moet u nog een keer terugkomen?"].value_counts()
    shown = found["repeat_visit"]
    assert shown["n"] == counts.sum()
    if shown["n"] >= 10:
        assert {option["label"]: option["count"] for option in shown["options"]} == {
            option["label"]: counts.get(option["label"], 0) for option in shown["options"]
        }
        assert sum(option["count"] for option in shown["options"]) == shown["n"]


def test_what_was_clear_beforehand_agrees(both: Both) -> None:
    channel, table, found = both
    if channel != "digitaal":
        assert found["info_clarity"] is None
        return
    columns = table[[header for header in table.columns if header.startswith("Was vooraf duidelijk")]]
    asked = columns.notna().any(axis=1)
    assert found["info_clarity"]["n"] == asked.sum()
    for option in found["info_clarity"]["options"]:
        marked = int((columns[f"Was vooraf duidelijk: {option['label']}"] == "Ja").sum())
        assert option["count"] == marked
        assert option["share"] == half_up(Fraction(100 * marked, int(asked.sum())))


def test_every_product_agrees(both: Both) -> None:
    _, table, found = both
    own = {product: grades(rows[OVERALL]) for product, rows in table.groupby("Product")}
    assert {row["product"]: (row["value"], row["n"], row["suppressed"]) for row in found["products"]} == {
        product: (mean(numbers), len(numbers), len(numbers) < 10) for product, numbers in own.items()
    }
    assert [row["n"] for row in found["products"]] == sorted((row["n"] for row in found["products"]), reverse=True)
