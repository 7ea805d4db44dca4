"""Checks what pages say of differences, by the answers themselves: Vergelijken, Verdeling, what was clear beforehand
per product, and that nothing stands out. As `claims_checker`, without anything of `lib.figures`."""

import re
from collections.abc import Mapping, Sequence

import numpy as np
from scipy.stats import ttest_ind, ttest_rel
from statsmodels.stats.multitest import multipletests

from tests import claims_checker as checker
from tests.claims_checker import COUNTS, LEVEL, SIDES, Values, dotless, of, shown
from tests.claims_surveys import Made

# Nothing that is this unlikely by a paired test may be called impossible to tell apart, or not by a strict test.
SURELY, STRICTLY = 1e-4, 1e-8
NEAR = 3  # a p this many times nearer to or further from 5% than ours may fall on the other side


def check_comparison(made: Made, sentence: str, sides: tuple[str, str], labels: Sequence[str]) -> list[str]:
    """What is untrue in the finding of Vergelijken on two products; `labels` of the rows of its table."""
    groups = {label: _two(made, label, sides) for label in labels}
    judged = {label: p for label, p in _adjusted(groups).items() if p is not None}
    sure = {label for label, p in judged.items() if p < 0.05 / NEAR}
    either = {label for label, p in judged.items() if 0.05 / NEAR <= p < 0.05 * NEAR}
    small = {label for label in judged if _difference(made, label, groups[label]) in ("0,0", "0")}
    wrong, plain, seen = [], dotless(sentence), set[str]()
    told = re.search(r"(?:Geen van de (\w+) cijfers verschilt|([^.;]+) verschilt niet) aantoonbaar tussen", plain)
    if told is not None:
        wrong += [f"{label} does differ" for label in sure]
        count = COUNTS.index(told.group(1)) if told.group(1) else 1
        wrong += [] if count == len(judged) else [f"{count} of {len(judged)} were judged"]
    for word, side in SIDES.items():
        for listed in re.findall(rf"aantoonbaar {word} op (.*?)(?= en aantoonbaar|;|\. |\.$)", plain):
            for label in labels:
                given = re.search(rf"(?:^|, |en |waaronder ){re.escape(dotless(label))} \(([^)]*)\)", listed)
                if given is None:
                    continue
                seen.add(label)
                one, other = groups[label]
                if label not in sure | either or np.sign(one.mean() - other.mean()) != side:
                    wrong.append(f"{label} is not {word}")
                if given.group(1).lstrip("+−") != _difference(made, label, groups[label]).lstrip("+−"):
                    wrong.append(f"{label} does not differ by {given.group(1)}")
    if told is None and judged and "cijfers, waaronder" not in plain:
        rest = sure - seen - small
        wrong += [f"silent about {label}" for label in rest]
    apart = re.search(r"; (?:het verschil [^;]*; )?(\w+) cijfers? verschil(?:t|len) niet aantoonbaar", plain)
    if apart is not None:
        fewest = len(judged) - len(sure | either)
        most = len(judged) - len(sure)
        count = COUNTS.index(apart.group(1).lower())
        wrong += [] if fewest <= count <= most else [f"{count} not differing: {fewest} to {most}"]
    for listed in re.findall(r"het verschil op (.*?) is aantoonbaar maar klein", plain, re.IGNORECASE):
        for label in labels:
            if re.search(rf"(?:^|, |en ){re.escape(dotless(label))}(?:,| en |$)", listed) and (
                label not in small or label not in sure | either
            ):
                wrong.append(f"{label} is no small difference")
    for listed in re.findall(r"Niet vergeleken: (.*)\.$", plain):
        wrong += [f"{label} was compared" for label in judged if f"{dotless(label)} (" in listed]
    return wrong


def _two(made: Made, label: str, sides: tuple[str, str]) -> tuple[Values, Values]:
    one, other = (of(made.raw[label][[name == side for name in made.products]]) for side in sides)
    return one, other


def _adjusted(groups: Mapping[str, tuple[Values, Values]]) -> dict[str, float | None]:
    """By Holm, of what has thirty answers on both sides and some spread; None for the others."""
    tested: dict[str, float] = {}
    for label, (one, other) in groups.items():
        if min(len(one), len(other)) < 30 or one.std() == 0 or other.std() == 0:
            continue
        is_share = set(one) | set(other) <= {0.0, 1.0}
        tested[label] = (
            checker.p_of_shares(one, other) if is_share else float(ttest_ind(one, other, equal_var=False).pvalue)
        )
    adjusted = multipletests(list(tested.values()), method="holm")[1] if tested else []
    return dict.fromkeys(groups, None) | dict(zip(tested, adjusted, strict=True))


def _difference(made: Made, label: str, groups: tuple[Values, Values]) -> str:
    """The difference of both figures as they are shown."""
    is_percent = label in made.statements or label == "CES"
    one, other = (shown_number(float(values.mean()), percent=is_percent) for values in groups)
    sign = "−" if one < other else "+" if one > other else ""
    return sign + (f"{abs(one - other):.0f}" if is_percent else f"{abs(one - other):.1f}".replace(".", ","))


def shown_number(mean: float, *, percent: bool) -> float:
    """A figure as it is shown, half up, away from zero."""
    times = 100 if percent else 10
    size = np.floor(abs(mean) * times + 0.5 + 1e-9)
    return float(np.copysign(size if percent else size / 10, mean))


def check_informed(made: Made, sentence: str, topics: Sequence[str]) -> list[str]:
    """What is untrue in what was clear beforehand per product: each option and product against the others, by Holm
    over all of them."""
    names = sorted({name for name in made.products if name is not None})
    p_values: dict[tuple[str, str], tuple[float, int]] = {}
    shares: dict[tuple[str, str], tuple[float, int]] = {}
    for topic in topics:
        groups = {name: of(made.raw[topic][[one == name for one in made.products]]) for name in names}
        known = {name: values for name, values in groups.items() if len(values) >= 10}
        for name, own in known.items():
            shares[topic, name] = float(own.mean()), len(own)
            rest = np.concatenate([values for other, values in known.items() if other != name] or [np.array([])])
            if min(len(own), len(rest)) >= 30:
                p_values[topic, name] = checker.p_of_shares(own, rest), int(np.sign(own.mean() - rest.mean()))
    adjusted = multipletests([p for p, _ in p_values.values()], method="holm")[1] if p_values else []
    standing = {key: (p, p_values[key][1]) for key, p in zip(p_values, adjusted, strict=True)}
    wrong = []
    for clause in re.split(r" en (?=vaker)|;", sentence):
        side = -1 if "minder vaak vooraf duidelijk" in clause else 1 if "vaker vooraf duidelijk" in clause else 0
        for topic, name, share in re.findall(r"(?:^|, |: | en )?([^(),:;]+) bij (Product \d+) \((\d+%)\)", clause):
            label = next((one for one in topics if topic.strip().lower().endswith(one.lower())), None)
            if label is None:
                wrong.append(f"no topic: {topic}")
                continue
            p, its_side = standing.get((label, name), (1.0, 0))
            if side and (p > LEVEL + 1e-4 or its_side != side):
                wrong.append(f"{label} at {name} does not stand out: {p:.4f}")
            if shown(shares[label, name][0], percent=True) != share:
                wrong.append(f"{label} at {name} is not {share}")
    if "Geen product valt aantoonbaar op" in sentence:
        wrong += [f"{key} does stand out" for key, (p, _) in standing.items() if p < LEVEL - 1e-4]
    if "te weinig antwoorden" in sentence and standing:
        wrong.append("there are enough answers")
    return wrong


def check_distribution(
    made: Made, sentence: str, bad: Mapping[str, Values], good: Mapping[str, Values], words: tuple[str, str]
) -> list[str]:
    """What is untrue in the finding of Verdeling on questions of one kind: who is at the bad and the good end of
    each, as 1 and 0, and what those are called (`words`)."""
    wrong = []
    for clause in re.split(r" en (?=vaker)|; |(?<=\.) ", dotless(sentence)):
        ends = [each for each, word in ((bad, words[0]), (good, words[1])) if re.search(rf"vaa?ke?r? {word}\b", clause)]
        column = ends[0] if ends else None
        if column is not None:
            wrong += checker.check_questions(made, clause, dict(column), ("vaker", "minder vaak"))
    if "Niemand" in sentence and any(np.nansum(column) for column in bad.values()):
        wrong.append("somebody did")
    if "niet te onderscheiden" in sentence:
        wrong += [*check_apart(sentence, good), *check_apart(sentence, bad)]
    return wrong


def check_apart(sentence: str, columns: Mapping[str, Values]) -> list[str]:
    """Whether questions that are said to be impossible to tell apart are."""
    if "niet te onderscheiden" not in sentence:
        return []
    level = STRICTLY if "strenge toets" in sentence else SURELY
    enough = {label: column for label, column in columns.items() if np.sum(~np.isnan(column)) >= 30}
    wrong = []
    for label, column in enough.items() if len(enough) > 1 else ():
        rest = np.nanmean([other for key, other in enough.items() if key != label], axis=0)
        both = ~np.isnan(column) & ~np.isnan(rest)
        if both.sum() < 30 or (column[both] - rest[both]).std() == 0:
            continue
        p = ttest_rel(column[both], rest[both]).pvalue * len(enough)
        if p < level:
            wrong.append(f"{label} does stand apart: p = {p:.1e}")
    return wrong
