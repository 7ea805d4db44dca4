"""A draft checked: every number of it as a figure with its verdict, as no figure, or as not read; and the remarks."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from lib.answers.masking import masks
from lib.figures.audience import Audience
from lib.figures.base import VERDICT_BASE
from lib.figures.counts import Counts
from lib.figures.keys import BENCHMARK, DIFFERENCE, OWN, FigureKey
from lib.figures.measures import SHARE
from lib.figures.selection import Selection
from lib.ingest.published.drafts.printed_number import Claim, PrintedNumber
from lib.report import dutch
from lib.report.check.causes import Cause, causes_of, label_of
from lib.report.check.recompute import Data, Exact, Verdict, parts_of, verdict_of
from lib.survey.references import References

NOT_TRACEABLE = "Dit cijfer is in de geopende gegevens niet te vinden."


@dataclass(frozen=True)
class CheckedFigure:
    """A printed figure against the data. `exact` is None where there is no such figure."""

    printed: PrintedNumber
    claim: Claim
    exact: Exact | None
    verdict: Verdict
    causes: tuple[Cause, ...] = ()
    flips_verdict: bool = False

    @property
    def recomputed(self) -> str | None:
        """The right figure, written as the draft writes it."""
        if self.exact is None or self.exact.shown is None:
            return None
        text = dutch.number(self.exact.shown)
        if self.exact.unit == "points":
            text = dutch.signed(self.exact.shown)
        is_percent = self.exact.unit == "percent" and "%" in self.printed.printed
        return text + ("%" if is_percent else "")

    @property
    def correction(self) -> str | None:
        """What to write instead."""
        if self.verdict in ("reproduces", "not_traceable") or self.recomputed is None:
            return None
        return f"vervang {self.printed.printed} door {self.recomputed}"


@dataclass(frozen=True)
class Remark:
    """Something about the draft that no single figure says. `severity` as of problems."""

    code: str
    severity: str
    message: str
    number: PrintedNumber | None = None


@dataclass(frozen=True)
class Checked:
    """A draft, checked. Every number stands in exactly one of the three."""

    figures: tuple[CheckedFigure, ...]
    not_figures: tuple[PrintedNumber, ...]
    unread: tuple[PrintedNumber, ...]
    remarks: tuple[Remark, ...]
    selection: Selection

    def count(self, verdict: Verdict) -> int:
        """How many figures ended like this."""
        return sum(figure.verdict == verdict for figure in self.figures)

    @property
    def numbers(self) -> int:
        return len(self.figures) + len(self.not_figures) + len(self.unread)


def check(
    numbers: Sequence[PrintedNumber],
    counts: Mapping[str, Counts],
    references: References,
    selection: Selection,
    *,
    audience: Audience = "explore",
) -> Checked:
    """Every number of a draft against the data of this selection. For others than the owner a suppressed figure is not
    traceable, and nothing else is said of it."""
    data = Data(counts, references, selection)
    figures, remarks = list[CheckedFigure](), list[Remark]()
    for number in numbers:
        if number.claim is not None:
            figures.append(_checked(data, number, number.claim))
    figures, totals = _without_totals(figures)
    figures, doubtful = _beside_another(figures)
    for checked in figures:
        remarks += _remarks_of(checked, audience)
    not_figures = (*(number for number in numbers if number.not_figure is not None), *totals)
    unread = [number for number in numbers if number.claim is None and number.not_figure is None] + doubtful
    return Checked(tuple(figures), not_figures, tuple(unread), (*remarks, *_remarks(data, figures)), selection)


def _without_totals(figures: Sequence[CheckedFigure]) -> tuple[list[CheckedFigure], list[PrintedNumber]]:
    """The figures without the hundred percent at the end of a row of shares, which is their sum and no figure."""
    shares = Counter(
        (figure.printed.place.page, figure.printed.place.line)
        for figure in figures
        if figure.claim.column.startswith(SHARE)
    )
    kept, totals = [], []
    for figure in figures:
        number = figure.printed
        is_total = number.value == 100 and number.unit == "percent" and shares[number.place.page, number.place.line] > 2
        if is_total and figure.verdict == "differs":
            totals.append(replace(number, claim=None, not_figure="statistic"))
        else:
            kept.append(figure)
    return kept, totals


_NEAR = 3  # lines within which two numbers may belong to one row or box


def _beside_another(figures: Sequence[CheckedFigure]) -> tuple[list[CheckedFigure], list[PrintedNumber]]:
    """The figures without those that can't be what they were taken for: right beside them stands another number that was
    taken for the same figure, and that one is right. Which figure these are is not known, so they are not read."""
    right: dict[object, list[CheckedFigure]] = {}
    for figure in figures:
        if figure.verdict == "reproduces":
            right.setdefault(_same(figure.claim), []).append(figure)
    kept, doubtful = [], []
    for figure in figures:
        beside = [one for one in right.get(_same(figure.claim), ()) if _is_near(one.printed, figure.printed)]
        if figure.verdict == "differs" and beside:
            other = beside[0].printed.printed
            message = (
                f"Bij {other} ernaast hoort hetzelfde cijfer; waar {figure.printed.printed} bij hoort, is niet te zien."
            )
            doubtful.append(
                replace(figure.printed, claim=None, unread=f"{message} Zet de vraag op dezelfde regel als het cijfer.")
            )
        else:
            kept.append(figure)
    return kept, doubtful


def _same(claim: Claim) -> tuple[object, ...]:
    return claim.channel, claim.item, claim.column, claim.year


def _is_near(one: PrintedNumber, other: PrintedNumber) -> bool:
    return one.place.page == other.place.page and abs(one.place.line - other.place.line) <= _NEAR


def _checked(data: Data, number: PrintedNumber, claim: Claim) -> CheckedFigure:
    if claim.channel not in data.counts:
        return CheckedFigure(number, claim, None, "not_traceable")
    exact = data.exact(claim, number)
    verdict = verdict_of(number, exact)
    if exact is None or verdict in ("reproduces", "not_traceable"):
        return CheckedFigure(number, claim, exact, verdict)
    causes = causes_of(data, claim, number, exact)
    return CheckedFigure(number, claim, exact, verdict, causes, _flips(data, claim, number))


def _flips(data: Data, claim: Claim, number: PrintedNumber) -> bool:
    """Whether the printed figure would stand on another side of BM than the right one, as a reader sees it."""
    if claim.column not in (OWN, BENCHMARK) or number.value is None:
        return False
    selection = data.selection_of(claim)
    item, option, product = parts_of(claim.item)
    if selection is None or option is not None or product is not None:
        return False
    figures = data.figures(claim.channel, selection)
    own = figures.get(FigureKey(claim.channel, item, OWN))
    difference = figures.get(FigureKey(claim.channel, item, DIFFERENCE))
    if own is None or difference is None or (own.n or 0) < VERDICT_BASE:
        return False
    right, bm = dutch.shown_figure(difference), data.exact(Claim(claim.channel, item, BENCHMARK, claim.year), number)
    mine = data.exact(Claim(claim.channel, item, OWN, claim.year), number)
    if right is None or bm is None or mine is None or bm.shown is None or mine.shown is None:
        return False
    printed = number.value - bm.shown if claim.column == OWN else mine.shown - number.value
    return (printed > 0) != (right > 0) or (printed < 0) != (right < 0)


def _remarks_of(checked: CheckedFigure, audience: Audience) -> list[Remark]:
    number, claim, exact = checked.printed, checked.claim, checked.exact
    found = []
    if exact is not None and exact.suppressed:
        base = "" if audience != "explore" or exact.n is None else f" (n = {dutch.number(exact.n)})"
        message = f"{label_of(claim.item)}: te weinig respons om te tonen{base}; haal {number.printed} weg."
        found.append(Remark("below_minimum_base", "warning", message, number))
    if number.repaired is not None:
        message = f"‘{number.printed}’ is gelezen als {number.repaired}; controleer de tekst."
        found.append(Remark("repaired_characters", "info", message, number))
    if number.value is not None and (
        (number.unit == "grade" and not 1 <= number.value <= 10)
        or (number.unit == "percent" and not -100 <= number.value <= 100)
    ):
        found.append(Remark("off_scale", "warning", f"{number.printed} past niet op de schaal van dit cijfer.", number))
    responses = checked.claim.n
    if responses is not None and exact is not None and exact.n is not None and responses != exact.n:
        found.append(
            Remark(
                "n_differs",
                "info",
                f"n = {dutch.number(responses)} staat bij {number.printed}; gerekend is over n = {dutch.number(exact.n)}.",
                number,
            )
        )
    return found


def _remarks(data: Data, figures: Sequence[CheckedFigure]) -> list[Remark]:
    """What the figures say together."""
    found = []
    for channel in data.counts:
        of = {
            figure.claim.item: figure
            for figure in figures
            if figure.claim.channel == channel and figure.claim.column == OWN
        }
        reviews, tips = of.get("reviews"), of.get("tips")
        if (
            reviews is not None
            and tips is not None
            and reviews.printed.value == 0
            and tips.printed.value is not None
            and tips.printed.value > 0
        ):
            message = "Er staan 0 reviews naast wel tips; is de kolom met toelichtingen meegekomen in de export?"
            found.append(Remark("reviews_zero_beside_tips", "info", message, reviews.printed))
        shares = [
            figure
            for item, figure in of.items()
            if item.startswith("herhaalbezoek:") and not item.endswith(":rest") and figure.printed.unit == "percent"
        ]
        total = sum((figure.printed.value or Decimal(0) for figure in shares), Decimal(0))
        # Five shares that are each rounded differ from 100 by two and a half at most.
        if len(shares) == 5 and abs(total - 100) > 2:
            message = (
                f"De percentages bij terugkomen tellen op tot {dutch.number(total)}%; afronden verklaart dat niet."
            )
            found.append(Remark("shares_do_not_add_up", "warning", message, shares[0].printed))
    return found


def personal_data(text: str) -> list[Remark]:
    """A remark where a draft seems to hold personal data; it repeats none of it."""
    count = len(masks(text))
    if not count:
        return []
    words = dutch.counted(count, "plaats lijkt", "plaatsen lijken")
    return [Remark("tip_personal_data", "warning", f"Op {words} persoonsgegevens te staan; lees de teksten na.")]
