"""Two selections side by side, to look at: picture of the differences, table, finding and the split."""

from collections.abc import Sequence
from decimal import Decimal

from lib.figures.compare import Comparison, Difference, Split
from lib.report import dutch
from lib.report.blocks import Picture
from lib.report.pictures import are_long, lines
from lib.report.score_tables import VERDICT_WORDS, WORDS, base_cell, value_cell
from lib.report.sentences import too_few
from lib.report.tables import Cell, Column, Table, difference_cell, interval_cell

UNIT_TITLES = {"grade": "verschil in rapportcijfer", "points": "verschil in procentpunten"}
_FEW = 3
SMALL = "aantoonbaar, maar klein"
SPLIT_RULE = (
    "Andere productmix: hoeveel het totaaloordeel verandert doordat producten een groter of kleiner deel van de klanten "
    "hebben. Anders beoordeeld: hoeveel doordat klanten van hetzelfde product een ander cijfer geven. Samen zijn ze precies "
    "de verandering (Kitagawa; gewogen met het gemiddelde van beide selecties)."
)

# What was tested: of round figures the verdict may be told, the p value not.
_JUDGED = ("higher", "lower", "no_difference")


def difference_of(row: Difference) -> Decimal | None:
    """The difference between both figures as they are shown; None where one of them is not."""
    if row.value is None:
        return None
    unit = row.one.unit
    one, other = dutch.shown(row.one.value, unit), dutch.shown(row.other.value, unit)
    return None if one is None or other is None else one - other


def difference_text(row: Difference) -> str:
    """The difference between both figures as they are shown, with its sign."""
    return dutch.signed(difference_of(row))


def differences_picture(rows: Sequence[Difference], words: str) -> Picture | None:
    """Per item the difference with its 95% interval. None if nothing may be shown. All rows are grades, or all are
    percentages and points."""
    shown = [row for row in rows if row.value is not None]
    if not shown:
        return None
    drawn = tuple(_chart_row(row) for row in shown)
    ends = [abs(float(str(row[end]))) for row in drawn for end in ("Ondergrens", "Bovengrens")]
    unit = "grade" if shown[0].one.unit == "grade" else "points"
    step = 0.1 if unit == "grade" else 1.0
    reach = step * (int(max(ends) * 1.1 / step) + 1)
    return Picture("differences", (UNIT_TITLES[unit], reach, len(drawn), are_long(drawn)), drawn, words)


def _chart_row(row: Difference) -> dict[str, object]:
    assert row.value is not None
    unit = row.one.unit
    low, high = dutch.ends(row.interval, unit, extra=1)
    exact = dutch.half_up(row.value if unit == "grade" else row.value * 100, 2)
    return {
        "Vraag": row.key,
        "Naam": row.label,
        "Regels": lines(row.label),
        "Verschil": float(exact),
        "Ondergrens": float(exact if low is None else low),
        "Bovengrens": float(exact if high is None else high),
        "Tekst": difference_text(row),
        "Interval": dutch.difference_interval(row.interval, unit),
        "Oordeel": verdict_words(row),
    }


def comparison_table(found: Comparison, names_of: tuple[str, str]) -> Table:
    """Both figures per item, the difference with its interval, the verdict, and both bases."""
    one, other = names_of
    columns = (
        Column("Vraag"),
        Column(one, "number"),
        Column(other, "number"),
        Column("Verschil", "number"),
        Column("Oordeel", "text", "Oordeel"),
        Column("95%-interval van het verschil", "interval", "95%-interval", wide_only=True),
        Column(f"n {one}", "number", "n", wide_only=True),
        Column(f"n {other}", "number", "n", wide_only=True),
    )
    return Table(f"{one} tegen {other}", columns, tuple(_table_row(row) for row in found.rows))


def _table_row(row: Difference) -> tuple[Cell, ...]:
    mark = row.verdict if row.verdict in ("higher", "lower") and not is_small(row) else "quiet"
    return (
        Cell(row.label),
        value_cell(row.one),
        value_cell(row.other, ""),
        difference_cell(difference_of(row), row.one.unit),
        Cell(verdict_words(row), mark, in_file=SMALL if is_small(row) else WORDS[row.verdict]),
        interval_cell(row.interval, row.one.unit, is_difference=True),
        base_cell(row.one.shown_n),
        base_cell(row.other.shown_n),
    )


def comparison_finding(found: Comparison, names_of: tuple[str, str]) -> str:
    """How many items differ demonstrably, which, and in what direction."""
    one, other = names_of
    if 0 in found.responses:
        empty = one if found.responses[0] == 0 else other
        return f"In {empty} vulde niemand de vragenlijst in (n = 0); er is niets te vergelijken."
    if not found.rows:
        return "Deze selecties hebben geen vraag gemeen."
    if all(row.verdict == "suppressed" for row in found.rows):
        return too_few(max(row.smaller_n for row in found.rows))
    judged = [row for row in found.rows if row.verdict in _JUDGED]
    if not judged:
        return f"Er zijn te weinig antwoorden om {one} en {other} te vergelijken (n onder 30)."
    groups = [
        (word, [row for row in judged if row.verdict == key and not is_small(row)])
        for key, word in (("higher", "hoger"), ("lower", "lager"))
    ]
    small = [row for row in judged if is_small(row)]
    same = len(judged) - sum(len(rows) for _, rows in groups) - len(small)
    if same == len(judged):
        what = (
            f"Geen van de {dutch.count_word(same)} cijfers verschilt"
            if same > 1
            else f"{judged[0].label} verschilt niet"
        )
        return f"{what} aantoonbaar tussen {one} en {other}.{_not_judged(found.rows)}"
    parts = [_group_words(word, rows) for word, rows in groups if rows]
    told = [f"In vergelijking met {other} scoort {one} {' en '.join(parts)}"] if parts else []
    if small:
        names = dutch.some([row.label for row in small], _FEW)
        told.append(f"het verschil op {names} is aantoonbaar maar klein (minder dan de afronding)")
    if same:
        verb = dutch.verb(same, "cijfer verschilt", "cijfers verschillen")
        told.append(f"{dutch.count_word(same)} {verb} niet aantoonbaar")
    return dutch.sentence("; ".join(told)) + "." + _not_judged(found.rows)


def is_small(row: Difference) -> bool:
    """Whether a demonstrable difference is nothing once it is rounded, itself or as the difference of the two
    figures that are shown."""
    if row.verdict not in ("higher", "lower") or row.value is None:
        return False
    unit = row.one.unit
    return dutch.shown(row.value, unit) == 0 or dutch.shown(row.one.value, unit) == dutch.shown(row.other.value, unit)


def verdict_words(row: Difference) -> str:
    """The verdict with its sign; a demonstrable difference that rounds to nothing is called small."""
    return SMALL if is_small(row) else VERDICT_WORDS[row.verdict]


def _not_judged(rows: Sequence[Difference]) -> str:
    """ " Niet vergeleken: Prijs (indicatief)."; empty where every row was."""
    names = [f"{row.label} ({WORDS[row.verdict]})" for row in rows if row.verdict not in _JUDGED]
    return f" Niet vergeleken: {dutch.some(names, _FEW)}." if names else ""


def _group_words(word: str, rows: Sequence[Difference]) -> str:
    if len(rows) <= _FEW:
        named = dutch.enumerate_words([f"{row.label} ({difference_text(row)})" for row in rows])
        return f"aantoonbaar {word} op {named}"
    surest = min(rows, key=lambda row: 1 if row.p is None else row.p)
    return f"aantoonbaar {word} op {dutch.count_word(len(rows))} cijfers, waaronder {surest.label} ({difference_text(surest)})"


def split_sentence(split: Split, names_of: tuple[str, str]) -> str:
    """The change of the totaaloordeel and its two parts, which add up also as they are printed."""
    one, other = names_of
    total, mix = dutch.half_up(split.total, 2), dutch.half_up(split.mix, 2)
    return (
        f"Het totaaloordeel is in {one} {dutch.signed(total)} ten opzichte van {other}: {dutch.signed(mix)} door een andere "
        f"productmix en {dutch.signed(total - mix)} doordat klanten anders beoordelen."
    )


def sides_note(found: Comparison, names_of: tuple[str, str]) -> str:
    """ "4e kwartaal 2020: n = 756; 3e kwartaal 2020: n = 974"."""
    sides = zip(names_of, found.responses, strict=True)
    return "; ".join(f"{name}: n {'niet getoond' if n is None else f'= {dutch.number(n)}'}" for name, n in sides)
