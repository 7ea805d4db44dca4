"""Every figure by its key: counted again from the raw files along a road of its own, and at the edges."""

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import cache

import numpy as np
import pandas as pd
import pytest

from lib.figures.channel import figures
from lib.figures.counts import Counts, count
from lib.figures.distribution import distributions
from lib.figures.every_figure import Figure, every_figure, figure_at
from lib.figures.keys import FigureKey, key_of
from lib.figures.selection import Selection
from lib.figures.trend import figure_in, trend
from lib.survey.catalogue import Item
from lib.survey.dataset import Answers, ChannelAnswers, Parts
from lib.survey.references import NO_REFERENCES, Reference, References
from lib.survey.scales import YES_NO
from tests.figures.surveys import channel
from tests.test_recount import EFFORT, OVERALL, SAYS_NOTHING, raw

# How the raw files word each item, and each answer.
GRADES = {
    "totaaloordeel": OVERALL, "openingstijden": "Rapportcijfer openingstijden", "wachtruimte": "Rapportcijfer wachtruimte",
    "wachttijd": "Rapportcijfer wachttijd", "privacy": "Rapportcijfer privacy aan de balie",
    "vriendelijkheid": "Rapportcijfer vriendelijkheid van de medewerker",
    "deskundigheid": "Rapportcijfer deskundigheid van de medewerker", "prijs": "Rapportcijfer prijs van het product",
    "doorlooptijd": "Rapportcijfer doorlooptijd", "bereikbaarheid": "Rapportcijfer bereikbaarheid",
    "hostmanship": "Rapportcijfer hostmanship", "hostmanship_bereidheid": "Hostmanship: bereidheid om te helpen",
    "hostmanship_deskundigheid": "Hostmanship: deskundigheid", "hostmanship_inleving": "Hostmanship: inleving in uw situatie",
    "hostmanship_verantwoordelijkheid": "Hostmanship: verantwoordelijkheid nemen voor uw vraag of probleem",
    "hostmanship_oplossingen": "Hostmanship: oplossingen of ideeën aandragen waar u nog niet aan had gedacht",
    "hostmanship_gemeente": "Hostmanship: niet alleen zichzelf maar de hele gemeente vertegenwoordigen",
}  # fmt: skip
STATEMENTS = {
    "aanvraag_eenvoudig": "De aanvraag verliep eenvoudig", "loket_gebruiksvriendelijk": "Het digitaal loket is gebruiksvriendelijk",
    "loket_vindbaar": "Het digitaal loket is goed vindbaar", "info_duidelijk": "De benodigde informatie voor de aanvraag is duidelijk",
    "info_vindbaar": "De benodigde informatie is eenvoudig te vinden", "formulier_makkelijk": "Het formulier is makkelijk in te vullen",
    "formulier_taal": "De gebruikte taal in het formulier is duidelijk",
}  # fmt: skip
AGREE = {
    "helemaal_oneens": "Helemaal mee oneens", "oneens": "Mee oneens", "neutraal": "Neutraal", "eens": "Mee eens",
    "helemaal_eens": "Helemaal mee eens",
}  # fmt: skip
EFFORTS = {
    "heel_weinig": "Heel weinig moeite", "weinig": "Weinig moeite", "neutraal": "Niet weinig, niet veel moeite",
    "veel": "Veel moeite", "heel_veel": "Heel veel moeite",
}  # fmt: skip
REPEAT_VISIT = "Bent u in één keer geholpen of moet u nog een keer terugkomen?"
OPTIONS = {
    "in_een_keer": "Ik werd in één keer geholpen", "weet_niet": "Weet ik niet (meer)",
    "ophalen": "Ik moet terugkomen om op te halen wat ik heb aangevraagd",
    "documenten": "Ik moet terugkomen omdat ik niet alle of de juiste documenten bij me had",
    "andere_reden": "Ik moet terugkomen om een andere reden",
}  # fmt: skip
INFORMATION = {
    "procedure_verloop": "Hoe de aanvraag-procedure zou verlopen", "procedure_duur": "Hoe lang de procedure zou duren",
    "documenten": "Welke documenten en gegevens u moest aanleveren", "vragen": "Waar u terecht kon met vragen",
    "kosten": "Welke kosten er gemoeid zouden zijn met uw aanvraag",
}  # fmt: skip
SELECTIONS = {
    "balie": [Selection(), Selection(products=("Paspoort", "VOG"), start=date(2020, 3, 15), end=date(2020, 10, 20))],
    "telefoon": [Selection(), Selection(start=date(2020, 7, 1)), Selection(products=("Rijbewijs",))],
    "digitaal": [Selection(), Selection(start=date(2020, 5, 5), end=date(2020, 5, 25))],
}
SIXTY = 60  # a multiple of every number of parts, so that means of parts are whole too


def column(table: pd.DataFrame, header: str) -> pd.Series:
    """The cells under a header without their spaces, empty where there is none."""
    return table[header].fillna("").astype(str).str.strip()


def grades(cells: pd.Series) -> pd.Series:
    """The grades, not a number where there is none."""
    numbers = pd.to_numeric(cells, errors="coerce")
    return numbers.where(numbers.between(1, 10))


@cache
def answers(name: str, item: str, option: str | None, column_name: str) -> pd.Series:
    """What each respondent of a channel adds to a figure, times sixty; not a number outside the base."""
    table = raw(name)
    share = column_name.removeprefix("share:") if column_name.startswith("share:") else None
    if item in STATEMENTS or item == "ces":
        words = EFFORTS if item == "ces" else AGREE
        cells = column(table, EFFORT if item == "ces" else f"Stelling: {STATEMENTS[item]}")
        if share is not None:
            counted = cells.eq(words[share]).astype(float)
        elif item == "ces":
            counted = cells.isin(["Heel weinig moeite", "Weinig moeite"]) * 1.0
            counted -= cells.isin(["Heel veel moeite", "Veel moeite"])
        else:
            counted = cells.isin(["Mee eens", "Helemaal mee eens"]).astype(float)
        return counted.where(cells.isin(list(words.values()))) * SIXTY
    if item == "herhaalbezoek":
        cells = column(table, REPEAT_VISIT)
        chosen = cells.ne(OPTIONS["in_een_keer"]) if option == "rest" else cells.eq(OPTIONS[option or ""])
        return chosen.astype(float).where(cells.isin(list(OPTIONS.values()))) * SIXTY
    if item == "informatie":
        cells = column(table, f"Was vooraf duidelijk: {INFORMATION[option or '']}")
        return cells.eq("Ja").astype(float).where(cells.isin(["Ja", "Nee"])) * SIXTY
    if item == "hostmanship" and name == "balie":
        parts = [grades(column(table, header)) for key, header in GRADES.items() if key.startswith("hostmanship_")]
        found = pd.concat(parts, axis=1).mean(axis=1) * SIXTY
        if share is None:
            return found.round()
        nearest = np.floor(found / SIXTY + 0.5 + 1e-9)
        return nearest.eq(int(share)).astype(float).where(found.notna()) * SIXTY
    found = grades(column(table, GRADES[item]))
    return (found if share is None else found.eq(int(share)).astype(float).where(found.notna())) * SIXTY


@cache
def periods(name: str) -> Mapping[int, pd.Series]:
    """The year, the month and the quarter of every row, by the length of what they are called."""
    days = raw(name)["day"]
    quarters = days.dt.year.astype(str) + "-Q" + days.dt.quarter.astype(str)
    return {length: days.dt.strftime(form) for length, form in ((4, "%Y"), (7, "%Y-%m"))} | {-7: quarters}


@cache
def inside(name: str, selection: Selection, product: str | None, period: str | None) -> pd.Series:
    """The rows of a channel that a figure is about."""
    table = raw(name)
    keep = pd.Series(True, index=table.index)
    if selection.products:
        keep &= table["Product"].isin(selection.products)
    if selection.start is not None:
        keep &= table["day"] >= pd.Timestamp(selection.start)
    if selection.end is not None:
        keep &= table["day"] <= pd.Timestamp(selection.end)
    if product is not None:
        keep &= table["Product"] == product
    if period is not None:
        keep &= periods(name)[-7 if "Q" in period else len(period)] == period
    return keep


def count_of(table: pd.DataFrame, item: str) -> int:
    if item == "responses":
        return len(table)
    if item == "tips":
        (header,) = [header for header in table.columns if "nog suggesties" in header]
        return int((table[header] == "Ja").sum())
    return int((~column(table, "Kunt u uw rapportcijfer toelichten?").str.lower().isin(SAYS_NOTHING)).sum())


@pytest.mark.parametrize(
    ("name", "selection"), [(name, one) for name, several in SELECTIONS.items() for one in several], ids=str
)
def test_every_own_figure_n_and_share_is_counted_again(
    name: str, selection: Selection, sample_counts: Mapping[str, Counts], sample_references: References
) -> None:
    table = raw(name)
    found = every_figure(sample_counts[name], selection, sample_references)
    seen = 0
    for key, figure in found.items():
        if key.measure in ("benchmark", "difference") or figure.rule == "published":
            continue
        rows = inside(name, selection, key.product, key.period)
        seen += 1
        if key.item in ("responses", "reviews", "tips"):
            assert figure.value == count_of(table[rows], key.item), str(key)
            continue
        valid = answers(name, key.item, key.option, "own" if key.measure == "n" else key.measure)[rows].dropna()
        assert figure.n == len(valid), str(key)
        if key.measure == "n":
            assert figure.value == len(valid)
            continue
        assert figure.suppressed == (len(valid) < 10), str(key)
        expected = None if figure.suppressed else Fraction(int(valid.sum()), SIXTY)
        assert figure.total == expected, str(key)
        assert figure.value == (None if expected is None else expected / len(valid)), str(key)
    assert seen > 400


def test_the_benchmark_and_the_difference_are_those_of_the_table(
    sample_counts: Mapping[str, Counts], sample_references: References
) -> None:
    for name, counts in sample_counts.items():
        for selection in SELECTIONS[name]:
            found = every_figure(counts, selection, sample_references)
            shown = {score.key: score for score in figures(counts, selection, sample_references).figures}
            compared = {key.item for key in found if key.measure == "difference"}
            assert compared == {key for key, score in shown.items() if score.benchmark is not None}
            for item in compared:
                score, points = shown[item], 100 if item == "ces" else 1
                assert score.benchmark is not None
                bm, difference = (found[FigureKey(name, item, column)] for column in ("benchmark", "difference"))
                assert bm.value == Fraction(score.benchmark) / points
                assert (bm.benchmark_year, difference.benchmark_year) == (score.benchmark_year,) * 2
                assert difference.value == (None if score.value is None else score.value - bm.value)


def test_the_shares_of_answers_are_those_of_the_distribution(sample_counts: Mapping[str, Counts]) -> None:
    for name, counts in sample_counts.items():
        found = every_figure(counts, Selection(), NO_REFERENCES)
        for each in distributions(counts, counts.select(Selection())):
            for point in each.points.options:
                assert found[FigureKey(name, each.key, f"share:{point.key}")].value == point.share


@pytest.mark.parametrize(
    ("name", "item", "option", "key"),
    [
        ("balie", "herhaalbezoek", "ophalen", "balie/herhaalbezoek:ophalen/own"),
        ("digitaal", "informatie_kosten", "ja", "digitaal/informatie:kosten/own"),
        ("digitaal", "info_vindbaar", None, "digitaal/info_vindbaar/own"),
        ("balie", "ces", None, "balie/ces/own"),
    ],
)
def test_a_score_tells_its_key(
    name: str, item: str, option: str | None, key: str, sample_counts: Mapping[str, Counts]
) -> None:
    score = figure_in(sample_counts[name], Selection(), item, option)
    assert str(key_of(name, score)) == key
    found = figure_at(sample_counts[name], Selection(), NO_REFERENCES, key_of(name, score))
    assert found is not None
    assert (found.value, found.n, found.total) == (score.value, score.n, score.total)


def two_years(first: int, second: int) -> Counts:
    """Grades 8 in 2019 and 6 in 2020, so many of each."""
    days = [date(2019, 5, 1)] * first + [date(2020, 5, 1)] * second
    return count(channel({"totaaloordeel": [8] * first + [6] * second}, days=days))


def published(year: int, own: str | None, benchmark: str | None = None, item: str = "totaaloordeel") -> Reference:
    bm = None if benchmark is None else Decimal(benchmark)
    return Reference("balie", item, year, bm, None if own is None else Decimal(own))


def at(year: int, column_name: str = "own", item: str = "totaaloordeel") -> FigureKey:
    return FigureKey("balie", item, column_name, period=str(year))


def test_what_was_published_stands_for_a_year_without_enough_answers() -> None:
    references = References((published(2018, "7.6", "7.7"), published(2019, "7.3"), published(2020, "9.9")))
    found = every_figure(two_years(9, 10), Selection(), references)
    assert (found[at(2018)].value, found[at(2018)].n, found[at(2018)].rule) == (Fraction("7.6"), None, "published")
    assert (found[at(2019)].value, found[at(2019)].rule) == (Fraction("7.3"), "published")
    assert (found[at(2020)].value, found[at(2020)].n) == (Fraction(6), 10)
    assert found[at(2019, "n")].value == 9
    assert found[at(2018, "benchmark")].value == Fraction("7.7")
    years = [key for key in found if key.period in ("2018", "2019", "2020") and key.measure == "own"]
    assert [str(key) for key in years if key.item == "totaaloordeel"] == [
        "balie/totaaloordeel/own@2019", "balie/totaaloordeel/own@2020", "balie/totaaloordeel/own@2018",
    ]  # fmt: skip
    drawn = trend(two_years(9, 10), Selection(), "totaaloordeel", "year", references)
    assert drawn.published == {2018: Decimal("7.6"), 2019: Decimal("7.3")}


def test_what_was_published_is_of_all_products_and_all_parts() -> None:
    said = {"totaaloordeel": [8] * 12}
    counts = count(channel(said, products=["Paspoort"] * 12))
    assert at(2018) not in every_figure(
        counts, Selection(products=("Paspoort",)), References((published(2018, "7.6"),))
    )
    made = channel({"hostmanship": [8] * 12})
    whole = made.answers["hostmanship"]
    partial = Answers(whole.item, whole.codes, whole.values, (), "mean_of_parts", Parts(("hostmanship_inleving",), 6))
    few = count(_with(made, {"hostmanship": partial}))
    references = References((published(2020, "7.6", "8.9", "hostmanship"),))
    assert FigureKey("balie", "hostmanship", "benchmark") in every_figure(count(made), Selection(), references)
    assert not [key for key in every_figure(few, Selection(), references) if key.measure == "benchmark"]
    assert at(2020, item="hostmanship") in every_figure(few, Selection(), references)  # from the answers


def _with(made: ChannelAnswers, answers: Mapping[str, Answers]) -> ChannelAnswers:
    return ChannelAnswers(
        made.channel, made.days, made.product_codes, made.products, answers, made.texts, made.respondents
    )


def test_effort_and_its_benchmark_have_one_unit() -> None:
    counts = count(channel({"ces": ["weinig"] * 8 + ["veel"] * 2}))
    references = References((published(2020, "55", "45", "ces"), published(2018, "50", None, "ces")))
    found = every_figure(counts, Selection(), references)
    values = {column_name: found[FigureKey("balie", "ces", column_name)].value for column_name in ("own", "benchmark")}
    assert values == {"own": Fraction(6, 10), "benchmark": Fraction(45, 100)}
    assert found[FigureKey("balie", "ces", "difference")].value == Fraction(15, 100)
    assert found[at(2018, item="ces")].value == Fraction(1, 2)
    assert found[FigureKey("balie", "ces", "share:heel_veel")].value == 0


def test_a_suppressed_figure_has_its_n_and_nothing_else() -> None:
    counts = count(channel({"totaaloordeel": [8] * 9}, products=["Paspoort"] * 9))
    found = every_figure(counts, Selection(), References((published(2020, None, "8.0"),)))
    for key, figure in found.items():
        if figure.unit != "count" and figure.rule != "published":
            assert (figure.value, figure.total, figure.n, figure.suppressed) == (None, None, 9, True), str(key)
    assert found[FigureKey("balie", "totaaloordeel", "n", product="Paspoort")].value == 9
    assert found[FigureKey("balie", "responses")].value == 9


def test_own_questions_have_keys_too() -> None:
    made = channel({"totaaloordeel": [8] * 20})
    codes = made.answers["totaaloordeel"].codes
    half = np.where(np.arange(20) < 10, 4, 5).astype(codes.dtype)
    options = {
        f"waarmee_{place}": Answers(Item(f"waarmee_{place}", place, "yes_no", (), points=YES_NO, part_of="waarmee", custom=True), half)
        for place in ("trein", "fiets")
    }  # fmt: skip
    choice = Answers(Item("hoe", "Hoe?", "choice", (), points=YES_NO, custom=True), half)
    found = every_figure(count(_with(made, {**made.answers, **options, "hoe": choice})), Selection(), NO_REFERENCES)
    for key in (("waarmee", "fiets"), ("waarmee", "trein"), ("hoe", "ja"), ("hoe", "nee")):
        assert found[FigureKey("balie", key[0], option=key[1])].value == Fraction(1, 2)


def test_answers_without_a_date_have_no_periods() -> None:
    counts = count(channel({"totaaloordeel": [8] * 12}, days=[None] * 12))
    assert not [key for key in every_figure(counts, Selection(), NO_REFERENCES) if key.period is not None]


NOWHERE: list[Callable[[FigureKey], FigureKey]] = [
    lambda key: FigureKey("telefoon", key.item),
    lambda key: FigureKey(key.channel, "wachttijd"),
    lambda key: FigureKey(key.channel, key.item, "benchmark"),
    lambda key: FigureKey(key.channel, key.item, "difference"),
    lambda key: FigureKey(key.channel, key.item, "share:eens"),
    lambda key: FigureKey(key.channel, key.item, "share:8", period="2020"),
    lambda key: FigureKey(key.channel, key.item, option="ja"),
    lambda key: FigureKey(key.channel, key.item, product="Rijbewijs"),
    lambda key: FigureKey(key.channel, key.item, period="2018"),
    lambda key: FigureKey(key.channel, key.item, period="2020-13"),
    lambda key: FigureKey(key.channel, key.item, product="Paspoort", period="2020"),
    lambda key: FigureKey(key.channel, "responses", "n"),
]


@pytest.mark.parametrize("other", NOWHERE)
def test_what_is_nowhere_is_none(other: Callable[[FigureKey], FigureKey]) -> None:
    counts = count(channel({"totaaloordeel": [8] * 12}, products=["Paspoort"] * 12))
    key = FigureKey("balie", "totaaloordeel")
    found = figure_at(counts, Selection(), NO_REFERENCES, key)
    assert isinstance(found, Figure)
    assert found.value == 8
    assert figure_at(counts, Selection(), NO_REFERENCES, other(key)) is None


def test_what_is_named_is_found_and_nothing_is_named_twice(
    sample_counts: Mapping[str, Counts], sample_references: References
) -> None:
    for counts in sample_counts.values():
        found = every_figure(counts, Selection(), sample_references)
        keys = list(found)
        assert len(set(keys)) == len(keys) == len(found)
        assert all(found[key].key == key for key in keys)
        assert all(FigureKey.parse(str(key)) == key for key in keys)
