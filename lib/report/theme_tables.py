"""Themes of open answers as tables: how many answers, and what grade their writers gave."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from urllib.parse import urlencode

from lib.answers.collection import MaskedAnswer
from lib.answers.themes import OTHER, OTHER_LABEL, Theme
from lib.answers.wish import ThemeCount, theme_counts
from lib.figures import suppression
from lib.figures.base import is_suppressed
from lib.figures.suppression import Group, leaves_few
from lib.figures.verbatims import mean_grade
from lib.report import dutch
from lib.report.tables import Cell, Column, Table
from lib.survey.catalogue import CHANNEL_LABELS
from lib.survey.visible import visible

_COLUMNS = (
    Column("Thema"),
    Column("Antwoorden", "number"),
    Column("Aandeel", "number"),
    Column("Gemiddeld cijfer", "number"),
    Column("Verschil met alle", "number", wide_only=True),
    Column("n", "number", wide_only=True),
)


RULE = (
    "Een antwoord over twee dingen telt bij beide thema's mee, dus de aandelen tellen op tot meer dan 100%. Het cijfer is het "
    "gemiddelde totaaloordeel van wie over dit thema schreven, n is hun aantal; het verschil is met alle schrijvers samen."
)


def labels(themes: Sequence[Theme]) -> dict[str, str]:
    """The label of every theme by its key, `OTHER` last."""
    return {**{theme.key: theme.label for theme in themes}, OTHER: OTHER_LABEL}


def counts_table(masked: Sequence[MaskedAnswer], themes: Sequence[Theme], *, for_file: bool = False) -> Table:
    """A row per theme, the most frequent first and what is in no theme last. The name leads to its answers.
    `for_file`: without the means that leave out so few that theirs could be worked out."""
    named = labels(themes)
    whole, graded = _mean(masked), _graded(masked)
    rows = []
    for found in _ranked(masked, named):
        shown = replace(found, mean=None) if for_file and leaves_few(found.n, graded) else found
        name = Cell(visible(named[found.theme]), link=_address(named[found.theme]))
        rows.append(_row(name, shown, len(masked), whole))
    return Table("Waar de antwoorden over gaan", _COLUMNS, tuple(rows))


def _address(label: str) -> str:
    """The query of the page that shows the answers about a theme."""
    return "?" + urlencode({"thema": label})


def _ranked(masked: Sequence[MaskedAnswer], labels: Mapping[str, str]) -> list[ThemeCount]:
    found = sorted(theme_counts(masked, labels), key=lambda one: (one.theme == OTHER, -one.count))
    return [one for one in found if one.count]


def ranked(masked: Sequence[MaskedAnswer], labels: Mapping[str, str]) -> list[str]:
    """The keys of the themes that these answers are about, the most frequent first."""
    return [one.theme for one in _ranked(masked, labels)]


def by_product_table(masked: Sequence[MaskedAnswer], theme: str, label: str, *, for_file: bool = False) -> Table:
    """A row per channel and product that may be named and has ten answers: of those how many are about one
    theme. `for_file`: without the means from which, with that of the theme as a whole, one of fewer than
    ten could be worked out."""
    groups: dict[tuple[str, str | None], list[MaskedAnswer]] = {}
    for one in masked:
        groups.setdefault((one.about.channel, one.about.product), []).append(one)
    counts = {group: theme_counts(its, [theme])[0] for group, its in groups.items()}
    withheld = _withheld(groups, theme) if for_file else frozenset()
    several = len({channel for channel, _ in groups}) > 1
    rows = []
    for group, its in sorted(groups.items(), key=lambda pair: (-len(pair[1]), str(pair[0]))):
        channel, product = group
        if product is None or is_suppressed(len(its)):
            continue
        name = f"{CHANNEL_LABELS[channel]} · {visible(product)}" if several else visible(product)
        found = replace(counts[group], mean=None) if group in withheld else counts[group]
        # The difference tells the mean of the whole product, and with that what the few others gave.
        whole = None if for_file and leaves_few(found.n, _graded(its)) else _mean(its)
        rows.append(_row(Cell(name), found, len(its), whole))
    columns = (
        Column("Product"),
        *_COLUMNS[1:4],
        Column("Verschil met dit product", "number", wide_only=True),
        _COLUMNS[5],
    )
    return Table(f"{label} per product", columns, tuple(rows))


def _withheld(
    groups: Mapping[tuple[str, str | None], Sequence[MaskedAnswer]], theme: str
) -> frozenset[tuple[str, str | None]]:
    """The groups whose mean stays out of a file."""
    names = list(groups)
    graded = [
        [one.about.grade for one in groups[name] if theme in one.themes and one.about.grade is not None]
        for name in names
    ]
    cells = [
        Group(
            len(grades),
            (sum(grades, Fraction(0)),),
            product is not None and not is_suppressed(len(groups[channel, product])),
        )
        for (channel, product), grades in zip(names, graded, strict=True)
    ]
    return frozenset(names[place] for place in suppression.hidden(cells, suppression.GRADE))


def finding(masked: Sequence[MaskedAnswer], themes: Sequence[Theme]) -> str:
    """What most answers are about, and which theme goes with the lowest grade."""
    named = labels(themes)
    found = [one for one in _ranked(masked, named) if one.theme != OTHER]
    if not found:
        return "In deze antwoorden is geen enkel thema herkend."
    most = [f"{visible(named[one.theme])} ({dutch.number(one.count)})" for one in found[:3]]
    sentence = f"De meeste antwoorden gaan over {dutch.enumerate_words(most)}."
    graded = [(one.mean, one.theme) for one in found if one.mean is not None]
    if len(graded) < 2:
        return sentence
    low, theme = min(graded)
    return f"{sentence} Het laagste cijfer geeft wie schrijft over {visible(named[theme])} ({dutch.figure(dutch.shown(low, 'grade'), 'grade')})."


def _row(name: Cell, found: ThemeCount, size: int, whole: Fraction | None) -> tuple[Cell, ...]:
    mean = dutch.shown(found.mean, "grade")
    other = dutch.shown(whole, "grade")
    share = Fraction(found.count, size)
    return (
        name,
        Cell(dutch.number(found.count)),
        Cell(dutch.percent(share), bar=float(share)),
        Cell(dutch.NOT_SHOWN if mean is None else dutch.figure(mean, "grade"), "own" if mean is not None else "quiet"),
        Cell(dutch.NO_VALUE if mean is None or other is None else dutch.signed(mean - other)),
        Cell(dutch.number(found.n)),
    )


def _mean(masked: Sequence[MaskedAnswer]) -> Fraction | None:
    return mean_grade([one.about for one in masked])


def _graded(masked: Sequence[MaskedAnswer]) -> int:
    return sum(one.about.grade is not None for one in masked)
