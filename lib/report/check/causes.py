"""What went wrong with a number that differs: found by trying, and told only where it gives exactly what is printed."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

from lib.figures import periods
from lib.figures.keys import BENCHMARK, OWN, FigureKey
from lib.figures.selection import Selection
from lib.ingest.published.drafts.printed_number import Claim, PrintedNumber
from lib.report import dutch
from lib.report.check.recompute import Data, Exact, otherwise_rounded, parts_of, rounded
from lib.report.sentences import period_words
from lib.survey import catalogue
from lib.survey.catalogue import CHANNEL_LABELS
from lib.survey.scales import DONT_KNOW, FIRST_VALID, NOT_APPLICABLE

_MOST = 4  # causes that are told of one number


@dataclass(frozen=True)
class Cause:
    """One way in which exactly the printed number comes out. `selection`: the selection that gives it, where it is
    another one."""

    code: str
    message: str
    selection: Selection | None = None


def causes_of(data: Data, claim: Claim, printed: PrintedNumber, exact: Exact) -> tuple[Cause, ...]:
    """The likeliest causes first; none where nothing that was tried gives what is printed."""
    if printed.value is None or exact.value is None:
        return ()
    found: list[Cause] = []
    for cause in _tried(data, claim, printed, exact):
        if cause.code not in {each.code for each in found}:
            found.append(cause)
        if len(found) == _MOST:
            break
    return tuple(found)


def _tried(data: Data, claim: Claim, printed: PrintedNumber, exact: Exact) -> Iterator[Cause]:
    value, right = printed.value, exact.shown
    assert value is not None
    assert exact.value is not None
    said = dutch.number(right) if right is not None else ""
    if exact.unit != "count":
        for code, other in otherwise_rounded(exact.value, printed.decimals).items():
            if other == value:
                words = (
                    "afgekapt in plaats van afgerond"
                    if code == "truncated"
                    else "een half naar het even cijfer afgerond"
                )
                yield Cause(
                    code, f"{printed.printed} is {words}: {dutch.number(rounded(exact.value, 4))} wordt {said}."
                )
    if right is not None:
        yield from _slips(printed, right)
    yield from _columns(data, claim, printed)
    yield from _published(data, claim, printed)
    yield from _bases(data, claim, printed)
    yield from _items(data, claim, printed)
    yield from _channels(data, claim, printed)
    yield from _periods(data, claim, printed)
    yield from _products(data, claim, printed)


def _slips(printed: PrintedNumber, right: Decimal) -> Iterator[Cause]:
    """Typing errors: two digits that changed places, a decimal sign that was lost."""
    given, meant = (_digits(each) for each in (printed.value or Decimal(0), right))
    if given != meant and len(given) == len(meant):
        swapped = [
            place
            for place in range(len(meant) - 1)
            if given == meant[:place] + meant[place + 1] + meant[place] + meant[place + 2 :]
        ]
        if swapped:
            yield Cause(
                "digits_swapped", f"Twee cijfers zijn verwisseld: {printed.printed} voor {dutch.number(right)}."
            )
    if (
        printed.value is not None
        and right != right.to_integral_value()
        and printed.value == right * 10 ** -int(right.as_tuple().exponent)
    ):
        yield Cause("decimal_lost", f"De komma is weggevallen: {printed.printed} voor {dutch.number(right)}.")


def _digits(value: Decimal) -> str:
    return "".join(map(str, value.as_tuple().digits))


def _gives(printed: PrintedNumber, other: Exact | None) -> bool:
    if other is None or other.value is None or printed.value is None:
        return False
    return printed.value == rounded(other.value, printed.decimals) or printed.value == other.shown


def _columns(data: Data, claim: Claim, printed: PrintedNumber) -> Iterator[Cause]:
    if claim.column not in (OWN, BENCHMARK):
        return
    other = replace(claim, column=BENCHMARK if claim.column == OWN else OWN)
    if _gives(printed, data.exact(other, printed)):
        words = "de BM" if claim.column == OWN else "het eigen cijfer"
        yield Cause("columns_swapped", f"{printed.printed} is {words} van deze regel; de kolommen zijn verwisseld.")


def _published(data: Data, claim: Claim, printed: PrintedNumber) -> Iterator[Cause]:
    item = parts_of(claim.item)[0]
    if claim.column == BENCHMARK:
        years = {row.year for row in data.references.rows if (row.channel, row.item) == (claim.channel, item)}
        for year in sorted(years, reverse=True):
            other = data._published(replace(claim, year=year))
            if _gives(printed, other):
                yield Cause("benchmark_other_year", f"{printed.printed} is de BM van {year}.")
        yield Cause(
            "benchmark_differs_from_reference", f"In de referentiecijfers staat een andere BM dan {printed.printed}."
        )
    elif claim.column == OWN:
        for year in sorted(data.references.own_by_year(claim.channel, item), reverse=True):
            if _gives(printed, data._published(replace(claim, year=year))):
                yield Cause("previous_edition", f"{printed.printed} is het cijfer dat over {year} is gepubliceerd.")


def _bases(data: Data, claim: Claim, printed: PrintedNumber) -> Iterator[Cause]:
    """The same answers over another base: with those outside it, as zeros, or as a mean of aspects."""
    selection = data.selection_of(claim)
    question, option, product = parts_of(claim.item)
    counts = data.counts[claim.channel]
    if selection is None or claim.column != OWN:
        return
    chosen = replace(selection, products=(product,)) if product is not None else selection
    selected = counts.select(chosen)
    figure = data.figures(claim.channel, chosen).get(FigureKey(claim.channel, question, OWN, option))
    key = question if question in counts.answers else f"{question}_{option}"
    if figure is not None and figure.total is not None and figure.n and key in counts.answers:
        of = selected.of(key)
        outside = {"blank": int(of[:FIRST_VALID].sum()), "unknown": int(of[DONT_KNOW]) + int(of[NOT_APPLICABLE])}
        scale = 1 if figure.unit == "grade" else 100
        for more in dict.fromkeys((int(of[DONT_KNOW]), outside["unknown"], outside["blank"])):
            if more and printed.value == rounded(figure.total / (figure.n + more) * scale, printed.decimals):
                is_zero = figure.unit == "grade"
                code = "zero_means_missing" if is_zero else "outside_base_counted"
                words = "als een 0 meegeteld" if is_zero else "in de noemer meegeteld"
                yield Cause(code, f"Wie geen antwoord gaf of het niet wist ({dutch.number(more)}), is {words}.")
        if figure.unit == "grade":
            codes = {11: int(of[DONT_KNOW]), 0: outside["blank"]}
            more = codes[11]
            if more and printed.value == rounded((figure.total + 11 * more) / (figure.n + more), printed.decimals):
                yield Cause(
                    "outside_base_counted", f"Code 11 (weet niet, {dutch.number(more)} keer) is als cijfer meegeteld."
                )
    if question == "totaaloordeel":
        aspects = [
            each.value
            for each in (
                data.figures(claim.channel, chosen).get(FigureKey(claim.channel, item.key))
                for item in catalogue.aspects_of(claim.channel)
            )
            if each is not None and each.value is not None
        ]
        if aspects and printed.value == rounded(sum(aspects, Fraction(0)) / len(aspects), printed.decimals):
            yield Cause(
                "mean_of_aspects", f"{printed.printed} is het gemiddelde van de aspecten, niet van de eigen vraag."
            )


def _items(data: Data, claim: Claim, printed: PrintedNumber) -> Iterator[Cause]:
    """The value of another row of the table."""
    question, option, product = parts_of(claim.item)
    if product is not None or claim.column not in (OWN, BENCHMARK):
        return
    kind = next((item.kind for item in catalogue.items_of(claim.channel) if item.key == question), None)
    for item in catalogue.items_of(claim.channel):
        others = (
            [f"{item.key}:{point.key}" for point in item.points]
            if option is not None and item.key == question
            else [item.key]
        )
        for other in others:
            if (
                other != claim.item
                and item.kind == kind
                and _gives(printed, data.exact(replace(claim, item=other), printed))
            ):
                yield Cause(
                    "other_item", f"{printed.printed} is het cijfer van {dutch.in_running_text(label_of(other))}."
                )


def label_of(item: str) -> str:
    """What an item as a check spells it is called."""
    question, option, product = parts_of(item)
    if product is not None:
        return f"Totaaloordeel {product}"
    found = catalogue.find(question)
    if found is None:
        return {"responses": "Respons", "reviews": "Reviews", "tips": "Tips"}.get(question, question)
    point = next((each.label for each in found.points if each.key == option), None)
    return found.label if point is None else f"{found.label}: {point}"


def _channels(data: Data, claim: Claim, printed: PrintedNumber) -> Iterator[Cause]:
    for channel in data.counts:
        if channel != claim.channel and _gives(printed, data.exact(replace(claim, channel=channel), printed)):
            yield Cause(
                "other_channel", f"{printed.printed} is het cijfer van {CHANNEL_LABELS[channel].lower()}.",
                replace(data.selection, channel=channel),
            )  # fmt: skip


def _periods(data: Data, claim: Claim, printed: PrintedNumber) -> Iterator[Cause]:
    whole = data.counts[claim.channel].select(replace(data.selection, start=None, end=None))
    if whole.first_day is None or whole.last_day is None:
        return
    now = data.selection_of(claim)
    everything = replace(data.selection, start=None, end=None)
    tried: list[Selection] = [everything]
    for step in ("year", "quarter", "month"):
        tried += [
            replace(everything, start=each.start, end=each.end)
            for each in periods.calendar(whole.first_day, whole.last_day, step)
        ]
    for selection in tried:
        if selection != now and _gives(printed, data.exact(replace(claim, year=None), printed, selection)):
            words = period_words(selection, date(whole.first_day.year, 1, 1), whole.last_day)
            yield Cause("other_period", f"{printed.printed} is het cijfer over {words}.", selection)
            return


def _products(data: Data, claim: Claim, printed: PrintedNumber) -> Iterator[Cause]:
    _, _, product = parts_of(claim.item)
    base = data.selection_of(claim)
    if base is None:
        return
    claimed = replace(claim, item="totaaloordeel") if product is not None else claim
    everyone = [] if not base.products and product is None else [replace(base, products=())]
    alone = [
        replace(base, products=(name,))
        for name in data.counts[claim.channel].products
        if name != product and (name,) != base.products
    ]
    for selection in (*everyone, *alone):
        if _gives(printed, data.exact(replace(claimed, year=None), printed, selection)):
            words = selection.products[0] if selection.products else "alle producten samen"
            yield Cause("other_product", f"{printed.printed} is het cijfer van {words}.", selection)
            return
