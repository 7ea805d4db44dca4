"""What there is to remark on the figures of a draft, beside their verdicts. Whatever is hidden from who reads it has no
value here, and gives the one remark that it has too few answers."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from lib.figures.benchmarks import wanted_year
from lib.figures.keys import BENCHMARK, DIFFERENCE, OWN, FigureKey, N
from lib.figures.measures import SHARE
from lib.ingest.published.drafts.printed_number import PrintedNumber
from lib.report import dutch
from lib.report.check.causes import label_of
from lib.report.check.checked import CheckedFigure, Remark
from lib.report.check.recompute import Data, parts_of
from lib.report.check.settle import RESPONSES
from lib.report.sentences import period_words, products_words
from lib.survey import catalogue
from lib.survey.catalogue import CHANNEL_LABELS

_UP, _DOWN = "▲▴△↑⬆↗⇧🔼", "▼▾▽↓⬇↘⇩🔽"
_ARROW = re.compile(f"[{_UP}{_DOWN}]")
_HALF = Decimal("0.5")


def remarks_on(data: Data, figures: Sequence[CheckedFigure], numbers: Sequence[PrintedNumber]) -> list[Remark]:
    """Every remark on figures and what stands around them, in reading order where they are of one number."""
    of_each = (remark for figure in figures for remark in _of_figure(data, figure))
    found = [*of_each, *_arrows(data, figures), *_together(data, figures), *_years(data, figures, numbers)]
    return list({_same(remark): remark for remark in reversed(found)}.values())[::-1]


def _same(remark: Remark) -> tuple[object, ...]:
    place = remark.place
    return remark.code, remark.message, None if place is None else (place.page, place.line)


def _of_figure(data: Data, checked: CheckedFigure) -> Iterator[Remark]:
    number, claim, exact = checked.printed, checked.claim, checked.exact
    label = label_of(claim.item)
    if exact is not None and exact.suppressed:
        base = "" if data.audience != "explore" or exact.n is None else f" (n = {dutch.number(exact.n)})"
        message = f"{label}: te weinig respons om te tonen{base}; haal {number.printed} weg."
        yield Remark("below_minimum_base", "warning", message, number.place)
        if data.audience != "explore":
            return
    if number.repaired is not None:
        message = f"Een teken is hersteld: {number.repaired}; controleer de tekst."
        yield Remark("repaired_characters", "info", message, number.place)
    if number.value is not None and _is_off_scale(checked):
        message = f"{label}: {number.printed} past niet op de schaal van dit cijfer."
        yield Remark("off_scale", "warning", message, number.place)
    yield from _base(data, checked)


def _is_off_scale(checked: CheckedFigure) -> bool:
    number, column = checked.printed, checked.claim.column
    assert number.value is not None
    if number.unit == "grade" and column in (OWN, BENCHMARK):
        return not 1 <= number.value <= 10
    if number.unit in ("percent", "points"):
        lowest = -100 if number.unit == "points" or column == DIFFERENCE else 0
        return not lowest <= number.value <= 100
    return False


def _base(data: Data, checked: CheckedFigure) -> Iterator[Remark]:
    """What is wrong with an n: printed beside a figure (`claim.n`), or a number of its own."""
    number, claim, exact = checked.printed, checked.claim, checked.exact
    if claim.item == RESPONSES and claim != number.claim:
        message = (
            f"n = {number.printed} is de respons; van de cijfers eronder is n kleiner, want niet iedereen gaf antwoord."
        )
        yield Remark("n_is_response_count", "info", message, number.place)
        return
    printed = claim.n if claim.column != N else int(number.value) if number.value is not None else None
    if printed is None or exact is None or exact.n is None or exact.value is None or printed == exact.n:
        return
    if printed == _responses(data, checked):
        message = (
            f"{label_of(claim.item)}: n = {dutch.number(printed)} is de respons; deze vraag is door "
            f"{dutch.number(exact.n)} mensen beantwoord."
        )
        yield Remark("n_is_response_count", "warning", message, number.place)
    elif claim.column != N:
        message = (
            f"n = {dutch.number(printed)} staat bij {number.printed}; gerekend is over n = {dutch.number(exact.n)}."
        )
        yield Remark("n_differs", "info", message, number.place)


def _responses(data: Data, checked: CheckedFigure) -> int | None:
    selection = data.selection_of(checked.claim)
    return None if selection is None else data.whole(checked.claim.channel, selection).shown_responses


def _arrows(data: Data, figures: Sequence[CheckedFigure]) -> Iterator[Remark]:
    """Arrows at a figure that the test does not show to be higher, or lower, than BM."""
    lines: dict[tuple[int, int], list[CheckedFigure]] = {}
    for figure in figures:
        place = figure.printed.place
        if figure.claim.column in (OWN, BENCHMARK, DIFFERENCE) and _ARROW.search(place.text):
            lines.setdefault((place.page, place.line), []).append(figure)
    for line in lines.values():
        line.sort(key=lambda figure: figure.printed.place.order)
        told = set()
        for arrow, figure in _beside(line):
            score = data.score(figure.claim)
            if score is None or score.verdict == "suppressed" or figure.claim.item in told:
                continue
            told.add(figure.claim.item)
            is_up = arrow in _UP
            if score.verdict != ("higher" if is_up else "lower"):
                yield _arrow_remark(figure, is_up, score.verdict)


def _beside(line: Sequence[CheckedFigure]) -> Iterator[tuple[str, CheckedFigure]]:
    """Each arrow of a line with the figure before it, or else the first one behind it."""
    text, places, start = line[0].printed.place.text, [], 0
    for figure in line:
        at = text.find(figure.printed.printed, start)
        if at >= 0:
            start = at + len(figure.printed.printed)
            places.append((at, figure))
    for arrow in _ARROW.finditer(text):
        before = [figure for at, figure in places if at < arrow.start()]
        if before or places:
            yield arrow[0], before[-1] if before else places[0][1]


def _arrow_remark(figure: CheckedFigure, is_up: bool, verdict: str) -> Remark:
    why = {
        "indicative": "er zijn te weinig antwoorden voor een oordeel",
        "no_benchmark": "er is geen BM om mee te vergelijken",
        "higher": "het eigen cijfer is aantoonbaar hoger dan BM",
        "lower": "het eigen cijfer is aantoonbaar lager dan BM",
    }.get(verdict, "het verschil met BM is niet aantoonbaar")
    message = f"{label_of(figure.claim.item)}: er staat een pijl {'omhoog' if is_up else 'omlaag'}; {why}."
    return Remark("arrow_without_significance", "warning", message, figure.printed.place)


def _together(data: Data, figures: Sequence[CheckedFigure]) -> Iterator[Remark]:
    """What figures say together: nobody explained a grade while many had tips; shares that can't add up."""
    for channel in data.counts:
        people = {
            figure.claim.item: figure
            for figure in figures
            if figure.claim.channel == channel and figure.claim.column == OWN
        }
        reviews, tips = people.get("reviews"), people.get("tips")
        if reviews is not None and tips is not None and reviews.printed.value == 0 and (tips.printed.value or 0) > 0:
            message = "Er staan 0 reviews naast wel tips; is de kolom met toelichtingen meegekomen in de export?"
            yield Remark("reviews_zero_beside_tips", "info", message, reviews.printed.place)
    sets: dict[tuple[object, ...], dict[str, CheckedFigure]] = {}
    for figure in figures:
        claim, answer = figure.claim, _answer(figure)
        if answer is not None and figure.printed.unit != "count":
            key = (claim.channel, parts_of(claim.item)[0], claim.year, figure.printed.place.page, claim.column == OWN)
            sets.setdefault(key, {}).setdefault(answer, figure)
    for (_, item, *_), shares in sets.items():
        if set(shares) == _answers(str(item)) and (remark := _sum_remark(str(item), list(shares.values()))):
            yield remark


def _answer(figure: CheckedFigure) -> str | None:
    """The answer of which a figure is the share, of a question with one answer."""
    question, option, _ = parts_of(figure.claim.item)
    if option is not None:
        return option if question == "herhaalbezoek" and figure.claim.column == OWN else None
    column = figure.claim.column
    return column.removeprefix(SHARE) if column.startswith(SHARE) else None


def _answers(item: str) -> set[str]:
    known = catalogue.find(item)
    if known is None:
        return set()
    return {str(grade) for grade in range(1, 11)} if known.kind == "grade" else {point.key for point in known.points}


def _sum_remark(item: str, shares: Sequence[CheckedFigure]) -> Remark | None:
    total = sum((figure.printed.value or Decimal(0) for figure in shares), Decimal(0))
    # Each share is off by half of its last digit at most.
    allowed = sum((_HALF.scaleb(-figure.printed.decimals) for figure in shares), Decimal(0))
    if abs(total - 100) <= allowed:
        return None
    message = f"{label_of(item)}: de percentages tellen op tot {dutch.number(total)}%; afronden verklaart dat niet."
    return Remark("shares_do_not_add_up", "warning", message, shares[0].printed.place)


def _years(data: Data, figures: Sequence[CheckedFigure], numbers: Sequence[PrintedNumber]) -> Iterator[Remark]:
    """Of which year the draft is, and whether BM is of that year."""
    has_year = any(number.not_figure in ("year", "date") for number in numbers)
    if figures and not has_year and all(figure.claim.year is None for figure in figures):
        yield Remark("no_year_printed", "info", f"Het concept noemt geen jaar; nagerekend is over {_span(data)}.")
    taken: dict[int, str] = {}
    for figure in figures:
        year, years = figure.claim.year, data.years(figure.claim.channel) if figure.claim.channel in data.counts else ()
        if year is not None and len(years) > 1 and year in years and not data.selection.has_period:
            taken[year] = str(year)
    if taken:
        words = dutch.enumerate_words([taken[year] for year in sorted(taken)])
        yield Remark("year_of_draft", "info", f"Nagerekend over {words}: het jaar dat het concept noemt.")
    told = set()
    for figure in figures:
        years_apart = _benchmark_years(data, figure)
        if years_apart is not None and (figure.claim.channel, years_apart) not in told:
            told.add((figure.claim.channel, years_apart))
            wanted, used = years_apart
            label = CHANNEL_LABELS[figure.claim.channel].lower()
            message = f"Voor {label} is er geen BM van {wanted}; vergeleken is met BM {used}."
            yield Remark("benchmark_other_year", "warning", message, figure.printed.place)


def _benchmark_years(data: Data, figure: CheckedFigure) -> tuple[int, int] | None:
    """The year whose BM is wanted and the year whose BM there is, of a printed BM where these differ."""
    claim = figure.claim
    if claim.column not in (BENCHMARK, DIFFERENCE) or claim.channel not in data.counts:
        return None
    selection = data.selection_of(claim)
    if selection is None:
        return None
    counts, key = data.counts[claim.channel], FigureKey(claim.channel, parts_of(claim.item)[0], BENCHMARK)
    wanted = wanted_year(counts, selection, counts.select(selection))
    found = data.figures(claim.channel, selection).get(key)
    used = None if found is None else found.benchmark_year
    return None if wanted is None or used is None or used == wanted else (wanted, used)


def _span(data: Data) -> str:
    """What was checked against, in words."""
    days = [data.counts[channel].select(data.selection) for channel in data.counts]
    first = min((each.first_day for each in days if each.first_day is not None), default=None)
    last = max((each.last_day for each in days if each.last_day is not None), default=None)
    words = [period_words(data.selection, first, last)]
    if data.selection.products:
        words.append(products_words(data.selection.products))
    return ", ".join(words)
