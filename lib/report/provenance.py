"""How a figure was made, in words: the rule, the base, who is outside it and why."""

from collections.abc import Mapping

from lib.figures.base import MINIMUM_BASE, VERDICT_BASE
from lib.figures.breakdowns import Breakdown
from lib.figures.channel import ChannelFigures
from lib.figures.scores import Effort, Score
from lib.figures.selection import Selection
from lib.report import dutch
from lib.survey.catalogue import CHANNEL_LABELS
from lib.survey.scales import OUTSIDE_LABELS

BASE_RULE = (
    f"Onder n = {MINIMUM_BASE} staat er geen cijfer; van {MINIMUM_BASE} tot en met {VERDICT_BASE - 1} is het indicatief en "
    "volgt er geen oordeel."
)
VERDICT_RULE = (
    "Hoger of lager staat er als een toets op 5% dat laat zien. BM is gepubliceerd als afgerond getal en geldt als vast: alles "
    "wat daarop afrondt, telt als gelijk. Omdat er meer vragen tegelijk worden vergeleken, is er gecorrigeerd (Holm)."
)


def score_line(score: Score, *, exact: bool) -> str:
    """The rule and the base of one row of a table of scores.

    `exact` adds sum and count. Only for everyone together: of a selection they would, subtracted from
    those of everyone, give away the few who are left out.
    """
    if score.rule == "mean_of_parts":
        rule = "gemiddelde over klanten van het gemiddelde van de onderdelen die zij invulden"
    elif score.unit == "grade":
        rule = "gemiddelde van de rapportcijfers 1 tot en met 10"
    else:
        rule = "aandeel dat het eens of helemaal eens is"
    return f"{score.label}: {rule}{_sum(score) if exact else ''}; n = {dutch.number(score.n)}{_outside(score)}."


def _sum(score: Score) -> str:
    if score.suppressed or score.rule == "mean_of_parts" or score.total.denominator != 1:
        return ""
    total = dutch.number(int(score.total))
    return f" ({total} / {dutch.number(score.n)})"


def effort_line(effort: Effort, *, exact: bool) -> str:
    """The rule and the base of the effort score; `exact` as in `score_line`."""
    rule = "CES: percentage met weinig of geen moeite min percentage met veel of heel veel moeite"
    if exact and not effort.suppressed:
        rule += f" (({dutch.number(effort.low)} − {dutch.number(effort.high)}) / {dutch.number(effort.n)})"
    return f"{rule}; n = {dutch.number(effort.n)}{_outside(effort)}."


def breakdown_line(label: str, breakdown: Breakdown, base: str) -> str:
    """The base of a breakdown; `base` says in words who is in it."""
    return f"{label}: aandeel van {base}; n = {dutch.number(breakdown.n)}{_outside(breakdown)}."


def _outside(figure: Score | Effort | Breakdown) -> str:
    """Who is outside the base; of a figure that is hidden nothing is told."""
    return "" if figure.suppressed else outside_words(figure.outside)


def is_exact(selection: Selection) -> bool:
    """Whether a selection is everyone of its channel, so that exact sums give nobody away."""
    return not selection.products and not selection.has_period


def outside_words(outside: Mapping[int, int]) -> str:
    """ "; buiten de noemer: 28 niet ingevuld en 12 weet niet of geen mening"."""
    parts = [f"{dutch.number(count)} {OUTSIDE_LABELS[code]}" for code, count in sorted(outside.items())]
    return f"; buiten de noemer: {dutch.enumerate_words(parts)}" if parts else ""


def overview_lines(found: ChannelFigures) -> list[str]:
    """The rules behind the column of one channel on the page Overzicht."""
    lines = []
    exact = is_exact(found.selection)
    if found.overall is not None:
        lines.append(score_line(found.overall, exact=exact))
    if found.effort is not None:
        lines.append(effort_line(found.effort, exact=exact))
    return [f"{CHANNEL_LABELS[found.channel]}. {line}" for line in lines]


def tips_lines(written: int, said_yes: int, with_grade: int) -> list[str]:
    """What the counts on the page of tips are counts of."""
    return [
        f"Geschreven tips: {dutch.number(written)}. Een streepje, een punt, x, nvt, geen of nee telt niet als tip.",
        f"Klanten die zeiden een suggestie te hebben: {dutch.number(said_yes)}; niet iedereen schreef die op.",
        f"Het gemiddelde is van het totaaloordeel van wie een tip schreef; n = {dutch.number(with_grade)}.",
        f"Product, maand en cijfer staan alleen bij een tip als ten minste {MINIMUM_BASE} klanten in de selectie dat product hadden.",
    ]
