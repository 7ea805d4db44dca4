"""How answers divide, to look at: a picture of the bands or points, tables, and the finding."""

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from lib.figures.base import VERDICT_BASE
from lib.figures.breakdowns import Breakdown
from lib.figures.distribution import Distribution
from lib.figures.scores import Score
from lib.figures.standing_out import among_questions, error_of
from lib.report import dutch
from lib.report.blocks import Picture
from lib.report.pictures import are_long, lines
from lib.report.score_tables import base_cell
from lib.report.sentences import too_few
from lib.report.standing_words import TOO_FEW_TO_TELL, not_apart, sides
from lib.report.tables import Cell, Column, Table, count_cell, figure_cell
from lib.survey.scales import DONT_KNOW, NOT_APPLICABLE

# The depth of the tint of each segment, from the worst answer to the best.
_TINTS = {3: (0.1, 0.3, 0.6), 5: (0.08, 0.2, 0.34, 0.48, 0.64)}
_BAND_WORDS = {"1–5": "onvoldoende", "6–7": "voldoende", "8–10": "goed"}
_LABEL_FROM = 8  # percent; a narrower segment has no room for its own figure
KIND_TITLES = {"grade": "Rapportcijfers", "agree": "Stellingen", "effort": "Moeite"}
BAND_RULE = (
    "De banden 1–5, 6–7 en 8–10 voegen de rapportcijfers samen. Een cijfer dat niet heel is (7,5, of een gemiddelde van "
    "onderdelen) telt bij het hele cijfer waar het het dichtst bij ligt, een half naar boven."
)


def shown_as(found: Distribution) -> Breakdown:
    """The segments of an item's bar: the bands of a grade, the points of a scale from worst to best."""
    if found.bands is not None:
        return found.bands
    options = found.points.options
    if found.kind != "effort":
        return found.points
    return replace(found.points, options=options[::-1])


def custom_finding(count: int) -> str:
    """What stands above a survey with questions of its own and no grades."""
    noun = "Eén eigen vraag" if count == 1 else f"{dutch.count_word(count).capitalize()} eigen vragen"
    return f"{noun} met antwoorden om uit te kiezen, en geen vraag naar een cijfer."


def stacked_picture(found: Sequence[Distribution], finding: str) -> Picture | None:
    """All answers per item, side by side in three or five tints of one colour; None if nothing may be shown. All
    items have the same kind."""
    shown = [each for each in found if not each.suppressed]
    if not shown:
        return None
    labels = tuple(option.label for option in shown_as(shown[0]).options)
    words = tuple(f"{label} {_BAND_WORDS[label]}" if label in _BAND_WORDS else label for label in labels)
    rows = tuple(row for each in shown for row in _segments(each))
    return Picture("stacked", (labels, words, _TINTS[len(labels)], len(shown), are_long(rows)), rows, finding)


def _segments(found: Distribution) -> list[dict[str, object]]:
    options = shown_as(found).options
    rows, at = [], 0.0
    for place, option in enumerate(options):
        share = float(option.share or 0) * 100
        rows.append(
            {
                "Vraag": found.key,
                "Regels": lines(f"{found.label}{base_words(found.points)}"),
                "Antwoord": option.label,
                "Aandeel": dutch.percent(option.share),
                "n": dutch.people(found.points.shown_n),
                "Van": at,
                "Tot": at + share,
                "Midden": at + share / 2,
                "Label": dutch.percent(option.share) if share >= _LABEL_FROM else "",
                "Eerste": place == 0,
            }
        )
        at += share
    return rows


def columns_picture(found: Distribution, words: str) -> Picture | None:
    """The share of every grade, 1 to 10; None if nothing may be shown."""
    if found.suppressed:
        return None
    rows = tuple(
        {
            "Cijfer": option.label,
            "Aandeel": float(option.share or 0) * 100,
            "Label": dutch.percent(option.share),
            "Aantal": dutch.people(option.count),
            "Tint": _TINTS[3][0 if place < 5 else 1 if place < 7 else 2],
        }
        for place, option in enumerate(found.points.options)
    )
    most = max(10, *(-(-(option.share or 0) * 100 // 5) * 5 for option in found.points.options))
    return Picture("columns", (float(most),), rows, words)


def segments_table(caption: str, found: Sequence[Distribution]) -> Table:
    """The shares of the bands or points per item, with "weet niet" and "n.v.t." apart, and n."""
    heads = [Column(option.label, "number") for option in shown_as(found[0]).options]
    columns = (
        Column("Vraag"),
        *heads,
        Column("Weet niet", "number", wide_only=True),
        Column("N.v.t.", "number", wide_only=True),
        Column("n", "number", "n"),
    )
    return Table(caption, columns, tuple(_table_row(each, shown_as(each)) for each in found))


def grades_table(caption: str, found: Sequence[Distribution]) -> Table:
    """The share of every grade 1 to 10 per item, and n."""
    heads = (Column(str(grade), "number") for grade in range(1, 11))
    rows = tuple(
        (Cell(each.label), *_shares(each.points), base_cell(each.points.shown_n)) for each in found
    )  # fmt: skip
    return Table(caption, (Column("Vraag"), *heads, Column("n", "number", "n")), rows, is_dense=True)


def _table_row(found: Distribution, segments: Breakdown) -> tuple[Cell, ...]:
    outside = found.points.outside
    return (
        Cell(found.label),
        *_shares(segments),
        *(
            count_cell(outside.get(code, 0) if _is_whole(found) else None, mark="quiet")
            for code in (DONT_KNOW, NOT_APPLICABLE)
        ),
        base_cell(found.points.shown_n),
    )


def base_words(found: Breakdown) -> str:
    """ " (n = 2.947)" behind a name; nothing where it may not be told."""
    return "" if found.shown_n is None else f" (n\xa0=\xa0{dutch.number(found.shown_n)})"


def _is_whole(found: Distribution) -> bool:
    """Whether it may be told who is outside the base."""
    return not found.suppressed and found.points.precision == "exact"


def _shares(breakdown: Breakdown) -> list[Cell]:
    return [
        figure_cell(option.share, "agree", mark="quiet" if option.share is None else "") for option in breakdown.options
    ]


def distribution_finding(found: Sequence[Distribution]) -> str:
    """The items with demonstrably more dissatisfied and more satisfied customers than the others, among
    items of one kind; where there are none, those with fewer."""
    shown = [each for each in found if not each.suppressed]
    if not shown:
        return too_few(max(each.n for each in found))
    if len(shown) == 1 or any(each.points.precision != "exact" for each in shown):
        bad, good = _WORDS[shown[0].kind]
        low, high = (dutch.percent(_share(shown[0], lowest=lowest)) for lowest in (True, False))
        return f"{shown[0].label}: {high} {good}, {low} {bad}."
    bad, good = _OFTEN[shown[0].kind]
    (most_bad, least_bad), (most_good, least_good) = _standing(shown, lowest=True), _standing(shown, lowest=False)
    # Of a question that is hidden nothing is said, not even that nobody did.
    nobody = len(shown) == len(found) and not any(_share(each, lowest=True) for each in shown)
    than = "dan bij de andere vragen"
    words = sides([(f"vaker {good}", most_good), (f"vaker {bad}", most_bad)], than) or sides(
        [(f"minder vaak {good}", least_good), (f"minder vaak {bad}", least_bad)], than
    )
    parts = []
    if words:
        parts.append(f"Aantoonbaar {words}.")
    elif not any(each.n >= VERDICT_BASE for each in shown):
        parts.append(f"Er zijn te weinig antwoorden om de vragen te onderscheiden ({TOO_FEW_TO_TELL}).")
    else:
        parts.append(not_apart("de vragen", f" in hoe vaak klanten {_WORDS_OF_ALL[shown[0].kind]}"))
    if nobody:
        parts.append(f"Niemand {_WORDS[shown[0].kind][0]}.")
    return " ".join(parts)


def _standing(shown: Sequence[Distribution], *, lowest: bool) -> tuple[list[str], list[str]]:
    """The items with demonstrably more and with demonstrably fewer answers at one end than the others, each with
    its share."""
    ends = [Score(each.key, each.label, "agree", each.n, _share(each, lowest=lowest) * each.n) for each in shown]
    found = among_questions([error_of(score) for score in ends])
    above, below = (
        [f"{ends[place].label} ({dutch.percent(ends[place].value)})" for place in places]
        for places in (found.above, found.below)
    )
    return above, below


_WORDS = {
    "grade": ("gaf een onvoldoende", "gaf een 8 of hoger"),
    "agree": ("is het oneens", "is het eens"),
    "effort": ("had veel moeite", "had weinig of geen moeite"),
}
_WORDS_OF_ALL = {
    "grade": "een onvoldoende of juist een 8 of hoger gaven",
    "agree": "het eens of oneens zijn",
    "effort": "veel of weinig moeite hadden",
}
_OFTEN = {
    "grade": ("een onvoldoende", "een 8 of hoger"),
    "agree": ("oneens", "eens"),
    "effort": ("veel moeite", "weinig of geen moeite"),
}


def _share(found: Distribution, *, lowest: bool) -> Fraction:
    """The share at the bad or the good end: one band, or the two outer points of a scale."""
    options = shown_as(found).options
    ends = options[:1] if len(options) == 3 else options[:2]
    if not lowest:
        ends = options[-1:] if len(options) == 3 else options[-2:]
    return sum((option.share or Fraction(0) for option in ends), Fraction(0))
