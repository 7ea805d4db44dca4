"""Under ten answers nothing is shown, under thirty nothing is judged; n is always there."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

import pytest

from lib.figures.channel import ChannelFigures, figures
from lib.figures.counts import count
from lib.figures.selection import Selection
from lib.figures.verdict import Verdict
from lib.survey.references import Reference, References
from tests.figures.surveys import Said, channel

REFERENCES = References(
    tuple(
        Reference(name, key, 2020, Decimal(bm), None)
        for name, key, bm in (
            ("balie", "totaaloordeel", "6.0"),
            ("balie", "openingstijden", "6.0"),
            ("balie", "hostmanship", "9.9"),
            ("digitaal", "loket_vindbaar", "0.5"),
            ("balie", "ces", "61"),
        )
    )
)


def found_for(key: str, said: Sequence[Said], name: str = "balie") -> ChannelFigures:
    """The figures over these answers and one blank, so that respons and n are never the same."""
    return figures(
        count(channel({key: [*said, None]}, name=name, products=["VOG"] * (len(said) + 1))), Selection(), REFERENCES
    )


@dataclass(frozen=True)
class Shown:
    """What a reader can learn of a figure."""

    n: int
    values: tuple[Fraction | int | None, ...]


def _overall(n: int) -> Shown:
    found = found_for("totaaloordeel", [8, 9] * (n // 2) + [8] * (n % 2))
    assert found.overall is not None
    return Shown(found.overall.n, (found.overall.value, *(product.value for product in found.products)))


def _score(n: int) -> Shown:
    found = found_for("openingstijden", [8] * n).scores[0]
    return Shown(found.n, (found.value,))


def _agree(n: int) -> Shown:
    found = found_for("loket_vindbaar", ["eens"] * n, "digitaal").scores[0]
    return Shown(found.n, (found.value,))


def _effort(n: int) -> Shown:
    found = found_for("ces", ["weinig"] * n).effort
    assert found is not None
    return Shown(found.n, (found.value,))


def _repeat_visit(n: int) -> Shown:
    found = found_for("herhaalbezoek", ["ophalen"] * n).repeat_visit
    assert found is not None
    return Shown(found.n, tuple(value for option in found.options for value in (option.count, option.share)))


def _info_clarity(n: int) -> Shown:
    found = found_for("informatie_kosten", ["ja"] * n, "digitaal").info_clarity
    assert found is not None
    asked = next(option for option in found.options if option.key == "kosten")
    return Shown(found.n, (asked.count, asked.share))


def _trend(n: int) -> Shown:
    found = found_for("totaaloordeel", [8] * n).trend[0].score
    assert found is not None
    return Shown(found.n, (found.value,))


KINDS: Mapping[str, Callable[[int], Shown]] = {
    "overall": _overall,
    "score": _score,
    "agree": _agree,
    "effort": _effort,
    "repeat_visit": _repeat_visit,
    "info_clarity": _info_clarity,
    "trend": _trend,
}


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("n", [0, 1, 9])
def test_under_ten_answers_there_is_a_base_and_no_value(kind: str, n: int) -> None:
    found = KINDS[kind](n)
    assert found.n == n
    assert set(found.values) <= {None}


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("n", [10, 29, 30])
def test_from_ten_answers_on_there_is_a_value(kind: str, n: int) -> None:
    found = KINDS[kind](n)
    assert found.n == n
    assert None not in found.values


@pytest.mark.parametrize(
    ("n", "verdict", "indicative"),
    [
        (0, "suppressed", False),
        (9, "suppressed", False),
        (10, "indicative", True),
        (29, "indicative", True),
        (30, "higher", False),
    ],
)
@pytest.mark.parametrize("key", ["openingstijden", "totaaloordeel"])
def test_a_verdict_needs_thirty_answers(key: str, n: int, verdict: Verdict, indicative: bool) -> None:
    found = found_for(key, ([8] * n)[:-1] + [9] * bool(n))
    score = found.overall if key == "totaaloordeel" else found.score(key)
    assert score is not None
    assert (score.verdict, score.indicative) == (verdict, indicative)
    assert (score.p_adjusted is None) == (n < 30)


@pytest.mark.parametrize(
    ("n", "verdict"), [(9, "suppressed"), (10, "indicative"), (29, "indicative"), (30, "no_benchmark")]
)
def test_too_few_answers_is_said_before_a_missing_benchmark(n: int, verdict: Verdict) -> None:
    assert found_for("wachtruimte", [8] * n).scores[0].verdict == verdict


def test_the_base_counts_valid_answers_and_not_respondents() -> None:
    found = found_for("openingstijden", [8] * 9 + ["weet niet"] * 50)
    assert found.responses == 60
    assert (found.scores[0].n, found.scores[0].value) == (9, None)
