"""Scores against what goes together with the totaaloordeel, to look at: picture, table and finding."""

from collections.abc import Sequence
from fractions import Fraction
from itertools import groupby

from lib.figures.base import DRIVERS_BASE
from lib.figures.drivers import MOST_ASPECTS, Driver, Drivers, LeftOut, Position
from lib.figures.priorities import Priorities
from lib.figures.scores import Score
from lib.report import dutch
from lib.report.blocks import Picture
from lib.report.pictures import are_long, axis_range, benchmark_band, lines
from lib.report.score_tables import base_cell, benchmark_text, value_cell, value_text
from lib.report.tables import Cell, Column, Table, benchmark_cell, difference_cell, figure_cell, interval_cell

UNCLEAR = "niet duidelijk aan één kant"
RULES = (
    "Eerst doen: de aspecten die aantoonbaar onder BM scoren en waarmee het totaaloordeel aantoonbaar meegaat. De volgorde is die "
    "van samenhang maal de afstand onder BM, voor zover die groter is dan de afronding van BM. Is er geen BM, dan telt de "
    "afstand onder het gemiddelde van de andere aspecten. Waar de volgorde niet zeker is (minder dan 97,5% van de "
    "steekproeven hieronder), delen aspecten een plaats.",
    "Samenhang is het relatieve gewicht (LMG): hoeveel een aspect gemiddeld toevoegt aan de verklaring van het totaaloordeel, "
    "over alle volgordes waarin de aspecten kunnen meedoen. Samen zijn de gewichten R². Is R² niet groter dan toeval "
    "(F-toets op 0,5%), dan staat er geen volgorde.",
    "Of het totaaloordeel met een aspect meegaat, is getoetst met de correlatie (5%, met correctie van Holm).",
    "Alleen klanten die het totaaloordeel en alle aspecten hebben beantwoord, doen mee. Een aspect dat minder dan de helft van "
    "de klanten beantwoordde, of dat onder hen geen verschil laat zien, blijft buiten de berekening.",
    "Het interval van de samenhang komt van duizend steekproeven met teruglegging uit dezelfde klanten (bij zeer grote "
    "bestanden minder). Nagerekend ligt de samenhang van alle klanten er in 93 tot 95 van de 100 keer in. Die van een aspect "
    "dat met niets samenhangt, ligt er vrijwel altijd onder: een gewicht kan niet onder 0 komen.",
    "De stippellijnen liggen op de gemiddelde score van de aspecten en op de samenhang die elk aspect zou hebben als ze gelijk waren. "
    f"Kruist een interval een lijn, dan staat er: {UNCLEAR}.",
)
NOT_CAUSE = (
    "Dit is samenhang, geen oorzaak en gevolg: dat een aspect en het totaaloordeel samen op en neer gaan, zegt niet dat het "
    "een door het ander komt."
)
_RELATIONS = {"together": "gaat mee", "opposite": "gaat tegen elkaar in", "unclear": "niet aangetoond"}


def quadrant(driver: Driver, position: Position) -> str:
    """A quadrant in words; it says so where the intervals leave it open, or where the totaaloordeel doesn't
    demonstrably go up with the aspect."""
    if driver.relation != "together":
        return "samenhang niet aangetoond" if driver.relation == "unclear" else "totaaloordeel gaat er tegenin"
    words = _SIDES[position.is_strong, position.is_high]
    return words if position.is_clear else f"{words}, {UNCLEAR}"


_SIDES = {
    (True, False): "verbeteren",
    (True, True): "vasthouden",
    (False, False): "minder urgent",
    (False, True): "op orde",
}


def _short_quadrant(driver: Driver, position: Position) -> str:
    """The quadrant in the few words that fit in a picture."""
    if driver.relation != "together":
        return "geen samenhang" if driver.relation == "unclear" else "gaat er tegenin"
    return _SIDES[position.is_strong, position.is_high] if position.is_clear else "niet duidelijk"


def why_none(found: Drivers) -> str:
    """Why there is no order, and what is needed."""
    if found.missing == "few_aspects":
        return (
            "Voor een volgorde zijn een totaaloordeel en ten minste twee aspecten met verschillende antwoorden nodig."
        )
    if found.missing == "all_the_same":
        return "Alle klanten gaven hetzelfde totaaloordeel; er is geen samenhang te berekenen."
    if found.missing == "chance":
        return (
            "De aspecten hangen niet aantoonbaar samen met het totaaloordeel: wat ze ervan verklaren, kan toeval zijn "
            f"(n = {dutch.number(found.n)}). Er is dus geen volgorde te geven."
        )
    if found.missing == "not_told":
        return "Van deze selectie wordt geen samenhang getoond: zij verschilt met een handvol klanten van een grotere."
    return (
        f"Er zijn {dutch.counted(found.n, 'klant', 'klanten')} die het totaaloordeel en alle aspecten beantwoordden; voor een "
        f"volgorde zijn er ten minste {DRIVERS_BASE} nodig."
    )


def base_note(found: Drivers) -> str:
    """Over whom, and what may not be concluded."""
    left = found.incomplete
    verb = dutch.verb(left, "liet een vraag open of wist het niet", "lieten een vraag open of wisten het niet")
    told = f"; {dutch.number(left)} {verb}" if left else ""
    return f"Berekend over n = {dutch.number(found.n)}{told}. {NOT_CAUSE}"


def r2_note(found: Drivers) -> str:
    """What R2 is."""
    return (
        f"De aspecten samen verklaren {dutch.percent(Fraction(found.r2))} van de verschillen in totaaloordeel tussen klanten "
        "(R²); samenhang is het deel daarvan dat bij een aspect hoort."
    )


def left_out_note(left_out: Sequence[tuple[Score, LeftOut]]) -> str:
    """Which aspects take no part, and why."""
    why = {
        "few_answers": "te weinig klanten beantwoordden het",
        "all_the_same": "iedereen gaf hetzelfde antwoord",
        "too_many": f"er kunnen er ten hoogste {MOST_ASPECTS} mee",
    }
    parts = [f"{score.label} ({why[reason]})" for score, reason in left_out]
    return f"Buiten de berekening: {dutch.enumerate_words(parts)}."


def priorities_finding(found: Drivers, first: Priorities) -> str:
    """What to do first; where that can't be ranked why, and what scores demonstrably low all the same."""
    if found.missing is not None:
        low = _low_words(first)
        return f"{why_none(found)} {low}" if low else why_none(found)
    if first.ranked:
        places = [
            dutch.enumerate_words([_scored(each.driver.score, first) for each in group])
            for _, group in groupby(first.ranked, key=lambda each: each.place)
        ]
        left = len(first.low) - len(first.ranked)
        more = f" {_unranked_words(found, first)}" if left else ""
        return f"Eerst doen: {', dan '.join(places)}.{_shared_words(first)}{more}"
    if first.low:
        return f"{_low_words(first)} {_unranked_words(found, first)}"
    if first.against_benchmark:
        return "Geen aspect scoort aantoonbaar onder BM; er is niets dat eerst moet."
    return "Geen aspect scoort aantoonbaar lager dan de andere; er is niets dat eerst moet."


def _shared_words(first: Priorities) -> str:
    """Said where the order isn't certain."""
    places = [each.place for each in first.ranked]
    if len(set(places)) == len(places):
        return ""
    return " De volgorde is niet zeker." if len(set(places)) == 1 else " Waar ‘en’ staat, is de volgorde niet zeker."


def _low_words(first: Priorities) -> str:
    """ "Aantoonbaar onder BM: Wachttijd (6,9 tegen 7,2)."; empty where nothing is."""
    if not first.low:
        return ""
    names = dutch.enumerate_words([_scored(score, first) for score in first.low])
    return f"Aantoonbaar {'onder BM' if first.against_benchmark else 'lager dan de andere aspecten'}: {names}."


def _unranked_words(found: Drivers, first: Priorities) -> str:
    """Those that score low without a place in the ranking: no demonstrable relation, or no part in it."""
    ranked = {each.driver.score.key for each in first.ranked}
    names = dutch.enumerate_words([score.label for score in first.low if score.key not in ranked])
    if first.ranked:
        return f"Ook te laag, maar zonder aangetoonde samenhang met het totaaloordeel: {names}."
    return "Dat het totaaloordeel daarmee meegaat, is niet aangetoond; er is dus geen volgorde te geven."


def _scored(score: Score, first: Priorities) -> str:
    against = f" tegen {benchmark_text(score)}" if first.against_benchmark else ""
    return f"{score.label} ({value_text(score)}{against})"


def _share(driver: Driver) -> str:
    return dutch.percent(Fraction(driver.share))


def first_table(first: Priorities) -> Table:
    """What to do first: place, aspect, score, BM, how far it lies too low, and samenhang."""
    columns = (
        Column("Plaats"),
        Column("Aspect"),
        Column("Score", "number"),
        *((Column("BM", "number", "BM"), Column("Verschil", "number", "Verschil")) if first.against_benchmark else ()),
        Column("Samenhang", "number", "Samenhang"),
        Column("n", "number", "n"),
    )
    places = [each.place for each in first.ranked]
    rows = tuple(
        (
            Cell(f"{each.place}, gedeeld" if places.count(each.place) > 1 else str(each.place)),
            Cell(each.driver.score.label),
            value_cell(each.driver.score),
            *(_benchmark_cells(each.driver.score) if first.against_benchmark else ()),
            figure_cell(Fraction(each.driver.share), "agree"),
            base_cell(each.driver.score.shown_n),
        )
        for each in first.ranked
    )
    return Table("Eerst doen", columns, rows)


def _benchmark_cells(score: Score) -> tuple[Cell, Cell]:
    difference = dutch.difference(score.value, score.benchmark, score.unit)
    return benchmark_cell(score.benchmark, score.unit), difference_cell(difference, score.unit)


def priorities_table(found: Drivers) -> Table:
    """Score and share of R2 per aspect with their intervals, its direction, the quadrant and n."""
    columns = (
        Column("Aspect"),
        Column("Score", "number"),
        Column("95%-interval", "interval", "95%-interval", wide_only=True),
        Column("Samenhang", "number", "Samenhang"),
        Column("95%-interval", "interval", "95%-interval", wide_only=True),
        Column("Totaaloordeel", wide_only=True),
        Column("Ligt bij"),
        Column("n", "number", "n"),
    )
    ranked = sorted(found.drivers, key=lambda driver: -driver.share)
    return Table("Score en samenhang per aspect", columns, tuple(_table_row(found, driver) for driver in ranked))


def _table_row(found: Drivers, driver: Driver) -> tuple[Cell, ...]:
    place = found.position(driver)
    return (
        Cell(driver.score.label),
        value_cell(driver.score),
        interval_cell(driver.score.interval, driver.score.unit),
        figure_cell(Fraction(driver.share), "agree", mark="own"),
        interval_cell(driver.interval, "agree"),
        Cell(_RELATIONS[driver.relation], "quiet"),
        Cell(quadrant(driver, place), "" if place.is_clear else "quiet"),
        base_cell(driver.score.shown_n),
    )


def priorities_picture(found: Drivers, words: str) -> Picture:
    """A row per aspect, by samenhang: score and samenhang with their intervals, and the own averages."""
    unit = found.drivers[0].score.unit
    rows = _chart_rows(found)
    low, high, _ = axis_range([driver.score for driver in found.drivers])
    right = max(*(float(str(row["Rechts"])) for row in rows), 200 / len(found.drivers))
    has_benchmark = any(row["BM laag"] is not None for row in rows)
    shape = (unit, low, high, float(-(-right // 10) * 10), has_benchmark, len(rows), are_long(rows))
    mean = found.mean_score if unit == "grade" else 100 * found.mean_score
    means = {"Soort": "gemiddelde", "Samenhang": 100 * found.mean_share, "Score": mean}
    return Picture("priorities", shape, (*rows, means), words)


def _chart_rows(found: Drivers) -> list[dict[str, object]]:
    rows: list[dict[str, object]] = []
    for driver in sorted(found.drivers, key=lambda each: -each.share):
        unit = driver.score.unit
        value, (low, high) = dutch.shown(driver.score.value, unit), dutch.ends(driver.score.interval, unit)
        place = found.position(driver)
        at_least, at_most = benchmark_band(driver.score)
        rows.append(
            {
                "Soort": "aspect",
                "Aspect": driver.score.label,
                "Regels": lines(driver.score.label),
                "Samenhang": float(100 * driver.share),
                "Links": float(100 * driver.interval.low),
                "Rechts": float(100 * driver.interval.high),
                "Score": float(value or 0),
                "Laagst": float((value or 0) if low is None else low),
                "Hoogst": float((value or 0) if high is None else high),
                "BM laag": at_least,
                "BM hoog": at_most,
                "Cijfer": value_text(driver.score),
                "Deel": _share(driver),
                "Ligt": quadrant(driver, place),
                "Kort": _short_quadrant(driver, place),
            }
        )
    return rows
