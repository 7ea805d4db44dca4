"""What went wrong with a number that differs: found by trying, and told only where it gives exactly what is printed."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal

from lib.figures import periods
from lib.figures.keys import BENCHMARK, OWN
from lib.figures.selection import Selection
from lib.ingest.published.drafts.printed_number import Claim, PrintedNumber
from lib.report import dutch
from lib.report.check.bases import bases
from lib.report.check.cause import Cause
from lib.report.check.recompute import Data, Exact, otherwise_rounded, parts_of, rounded
from lib.report.sentences import period_words
from lib.survey import catalogue
from lib.survey.catalogue import CHANNEL_LABELS

_MOST = 4  # causes that are told of one number


def causes_of(data: Data, claim: Claim, printed: PrintedNumber, exact: Exact) -> tuple[Cause, ...]:
    """The likeliest causes first; none where nothing that was tried gives what is printed."""
    if printed.value is None:
        return ()
    if exact.value is None:
        return _instead_of_nothing(data, claim, printed, exact)
    found: list[Cause] = []
    for cause in _tried(data, claim, printed, exact):
        if cause.code not in {each.code for each in found}:
            found.append(cause)
        if len(found) == _MOST:
            break
    return tuple(found)


def _instead_of_nothing(data: Data, claim: Claim, printed: PrintedNumber, exact: Exact) -> tuple[Cause, ...]:
    """A nought where the owner's data have too few answers for a figure; others are told nothing of it."""
    if data.audience != "explore" or not exact.suppressed or printed.value != 0 or claim.column not in (OWN, BENCHMARK):
        return ()
    return (
        Cause(
            "zero_means_missing",
            f"{printed.printed} staat er voor een cijfer dat er door te weinig antwoorden niet is.",
        ),
    )


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
    if value == 0 and claim.column == OWN and exact.unit in ("grade", "count") and right:
        yield Cause("zero_means_missing", f"{printed.printed} staat er voor een cijfer dat er niet was; het is {said}.")
    if right is not None:
        yield from _slips(printed, right)
    yield from _columns(data, claim, printed)
    yield from _published(data, claim, printed)
    if data.audience == "explore":
        yield from bases(data, claim, printed)
    yield from _items(data, claim, printed)
    yield from _channels(data, claim, printed)
    if data.audience == "explore":  # what leaves tells of one selection only
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
