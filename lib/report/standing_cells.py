"""Which figures of a breakdown stand out, to be marked beside them: the same claims as the sentence above them, no more."""

from collections.abc import Mapping, Sequence

from lib.figures.breakdowns import Breakdown
from lib.figures.standing_out import among_groups_and_questions, among_questions, error_of
from lib.report.sentences import share_of
from lib.report.tables import Mark

Marks = Mapping[tuple[str, str], Mark]


def lowest_options(breakdown: Breakdown) -> frozenset[str]:
    """The options that demonstrably fewer marked than the rest."""
    known = [option for option in breakdown.options if option.count is not None]
    if breakdown.suppressed or breakdown.precision != "exact" or len(known) < 2:
        return frozenset()
    return frozenset(known[place].key for place in among_questions([error_of(option) for option in known]).below)


def marks(rows: Sequence[tuple[str, Breakdown]], options: Sequence[str] | None = None) -> Marks:
    """Per product and option whether its share is demonstrably higher or lower than that of the other products together.
    `options`: of which that is told; None for all of them, as one claim."""
    if any(found.precision != "exact" and not found.suppressed for _, found in rows) or not rows:
        return {}
    keys = [option.key for option in rows[0][1].options if options is None or option.key in options]
    questions = [[score for product, found in rows if (score := share_of(product, found, key))] for key in keys]
    found: dict[tuple[str, str], Mark] = {}
    for key, scores, standing in zip(keys, questions, among_groups_and_questions(questions), strict=True):
        for mark, places in (("higher", standing.above), ("lower", standing.below)):
            for place in places:
                found[scores[place].label, key] = mark  # type: ignore[assignment]
    return found
