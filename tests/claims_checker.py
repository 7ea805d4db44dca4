"""Checks what a page says by the answers themselves: it reads sentences and raw answers, and tests with scipy
and statsmodels. Nothing of `lib.figures` is used, so that both can't be wrong in the same way.
"""

import re
from collections.abc import Sequence

import numpy as np
import statsmodels.api as sm
from numpy.typing import NDArray
from scipy.stats import binomtest, norm, pearsonr, ttest_1samp, ttest_ind, ttest_rel
from statsmodels.stats.multitest import multipletests

from tests.claims_surveys import Made

Values = NDArray[np.float64]
LEVEL = 0.005  # of a claim that something stands out
COUNTS = ("geen", "één", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf")
SIDES = {"hoger": 1, "lager": -1}
_JUDGED = (1, -1, 0)
_NAMED = re.compile(r"([^();:.]+?) \((\d+,\d|\d+%)(?: tegen (\d+,\d|\d+%))?\)")


def shown(mean: float, *, percent: bool) -> str:
    """A figure as it should stand there, half up."""
    if percent:
        return f"{int(np.floor(mean * 100 + 0.5 + 1e-9))}%"
    return f"{np.floor(mean * 10 + 0.5 + 1e-9) / 10:.1f}".replace(".", ",")


def of(values: Values) -> Values:
    """The answers within the base."""
    return values[~np.isnan(values)]


def dotless(text: str) -> str:
    """The text with the points of "v.h." and "a.d." as another sign, so that none of them ends a sentence."""
    return text.replace("v.h.", "v·h·").replace("a.d.", "a·d·")


def named(sentence: str, labels: Sequence[str]) -> list[tuple[str, str, str | None]]:
    """Every label in a sentence that has its figure behind it: label, figure, and the figure it is set against."""
    found = []
    for match in _NAMED.finditer(dotless(sentence)):
        words = match.group(1).strip()
        label = next((label for label in sorted(labels, key=len, reverse=True) if words.endswith(dotless(label))), None)
        if label is None:
            label = next((each for each in labels if words.lower().endswith(dotless(each).lower())), None)
        if label is not None:
            found.append((label, match.group(2), match.group(3)))
    return found


def clauses(sentence: str) -> list[str]:
    """The parts of a sentence that each say one thing."""
    return [part.strip() for part in re.split(r"; |\.(?= |$)", dotless(sentence)) if part.strip()]


def against_benchmark(made: Made, labels: Sequence[str]) -> dict[str, int | str]:
    """Per item +1, -1 or 0 by an independent test against BM with Holm, or why there is no verdict."""
    by_key = {given.item.key: given.item.label for given in made.answers.answers.values()}
    benchmarks = {by_key[row.item]: float(row.benchmark) for row in made.references.rows
                  if row.benchmark is not None and row.item in by_key and row.year == 2020}  # fmt: skip
    found: dict[str, int | str] = {}
    tested: dict[str, tuple[float, int]] = {}
    for label in labels:
        values = of(made.raw[label])
        if len(values) < 30:
            found[label] = "te weinig respons" if len(values) < 10 else "indicatief"
        elif label not in benchmarks or len({day.year for day in made.days}) > 1 or label in made.statements:
            found[label] = "geen BM"
        elif values.std() == 0:
            found[label] = "zonder spreiding"
        else:
            tested[label] = _p_of_grade(values, benchmarks[label])
    if tested:
        adjusted = multipletests([p for p, _ in tested.values()], method="holm")[1]
        for (label, (_, side)), p in zip(tested.items(), adjusted, strict=True):
            found[label] = side if p < 0.05 else 0
    return found


def _p_of_grade(values: Values, benchmark: float) -> tuple[float, int]:
    mean = values.mean()
    side = 1 if mean > benchmark else -1
    end = benchmark + side * 0.05
    if (mean - end) * side <= 1e-12:
        return 1.0, 0
    return float(ttest_1samp(values, end).pvalue), side


def check_scores(made: Made, sentence: str, labels: Sequence[str]) -> list[str]:
    """What is untrue in the finding of Scores en BM. `labels`: the items of its tables."""
    wrong = _wrong_figures(made, sentence, labels)
    verdicts = against_benchmark(made, labels)
    for clause in clauses(sentence):
        for word, side in SIDES.items():
            if f"aantoonbaar {word} dan BM" in clause:
                wrong += [f"{label} is not {word}" for label, _, _ in named(clause, labels) if verdicts[label] != side]
            elif f"aantoonbaar {word}" in clause:
                wrong += _wrong_sides(made, clause, labels, side)
        wrong += _wrong_counts(made, clause, labels, verdicts)
        if clause.startswith("Niet met BM vergeleken"):
            for names, why in re.findall(r"(?:vergeleken: )?([^()]+) \(([^()]+)\)", clause):
                told = [label for label in labels if dotless(label) in names]
                wrong += [f"{label}: {verdicts[label]}, not {why}" for label in told if verdicts[label] != why]
    for side, word in ((1, "hoger"), (-1, "lager")):
        if side in verdicts.values() and f"aantoonbaar {word}" not in sentence:
            wrong.append(f"silent about {word}")
    if any(v == "geen BM" for v in verdicts.values()) and any(v in _JUDGED for v in verdicts.values()):
        wrong += [] if "geen BM" in sentence else ["silent about items without BM"]
    if "aantoonbaar onder BM" in sentence or ("tegen" in sentence and len({day.year for day in made.days}) > 1):
        wrong.append("BM beside a mean over years")
    return wrong


def _wrong_counts(made: Made, clause: str, labels: Sequence[str], verdicts: dict[str, int | str]) -> list[str]:
    match = re.search(r"(alle|\w+ van de|Geen van de) (\w+) (vergeleken )?(aspecten|stellingen) (\w+) (niet )?aantoonbaar (\w+)",
                      clause, re.IGNORECASE)  # fmt: skip
    if match is None:
        return []
    alike = [label for label in labels if (label in made.statements) == (match.group(4) == "stellingen")]
    judged = [label for label in alike if verdicts[label] in _JUDGED]
    total = COUNTS.index(match.group(2).lower())
    first = match.group(1).lower().replace(" van de", "")
    count = total if first == "alle" else COUNTS.index(first)
    if match.group(7) in SIDES:
        true = sum(verdicts[label] == SIDES[match.group(7)] for label in judged)
    else:
        differing = sum(verdicts[label] != 0 for label in judged)
        true = differing if first == "geen" else len(judged) - differing
        count = 0 if first == "geen" else count
    wrong = [] if total == len(judged) and count == true else [f"counts {count} of {total}: {true} of {len(judged)}"]
    if match.group(3) is None and len(judged) != len(alike):
        wrong.append(f"counts {len(judged)} as all {len(alike)}")
    return wrong


def _wrong_figures(made: Made, sentence: str, labels: Sequence[str]) -> list[str]:
    wrong = []
    for label, figure, _ in named(sentence, labels):
        values = of(made.raw[label])
        percent = figure.endswith("%")
        if len(values) < 10:
            wrong.append(f"{label} is shown over {len(values)}")
        elif figure != shown(float(values.mean()), percent=percent):
            wrong.append(f"{label} is not {figure}")
    return wrong


def _wrong_sides(made: Made, clause: str, labels: Sequence[str], side: int) -> list[str]:
    """Items said to stand out among themselves: each paired against the mean of the others of its kind."""
    wrong = []
    for label, _, _ in named(clause, labels):
        alike = [other for other in labels if (other in made.statements) == (label in made.statements)]
        rest = np.nanmean([made.raw[other] for other in alike if other != label], axis=0)
        both = ~np.isnan(made.raw[label]) & ~np.isnan(rest)
        test = ttest_rel(made.raw[label][both], rest[both])
        if not (test.pvalue < 0.05 and np.sign(test.statistic) == side):
            wrong.append(f"{label} does not stand out: p = {test.pvalue:.3f}")
    return wrong


def check_products(made: Made, sentence: str, values: Values) -> list[str]:
    """What is untrue in a finding about products; `values` of the item it is about."""
    names = sorted({name for name in made.products if name is not None})
    groups = {name: of(values[[one == name for one in made.products]]) for name in names}
    wrong = []
    for name, figure, _ in named(sentence, names):
        if len(groups[name]) < 10 or figure != shown(float(groups[name].mean()), percent=figure.endswith("%")):
            wrong.append(f"{name} is not {figure}")
    tests = {name: _against_rest(groups, name) for name in names if len(groups[name]) >= 30}
    tests = {name: found for name, found in tests.items() if not np.isnan(found[0])}
    adjusted = dict(
        zip(tests, multipletests([p for p, _ in tests.values()], method="holm")[1] if tests else [], strict=True)
    )
    for clause in clauses(sentence):
        sides = {"hoger": 1, "vaker": 1, "lager": -1, "minder vaak": -1}
        word = next((word for word in ("minder vaak", "vaker", "hoger", "lager") if word in clause), None)
        if word is None or "niet te onderscheiden" in clause:
            continue
        for name, _, _ in named(clause, names):
            if name not in adjusted or adjusted[name] > LEVEL + 1e-4 or tests[name][1] != sides[word]:
                wrong.append(f"{name} is not {word}")
    if ("niet te onderscheiden" in sentence or "valt aantoonbaar op" in sentence) and any(
        p < LEVEL - 1e-4 for p in adjusted.values()
    ):
        wrong.append("somebody does stand out")
    if "zonder spreiding" in sentence and not any(
        len(own) >= 30 and sum(map(len, groups.values())) - len(own) >= 30 for own in groups.values()
    ):
        wrong.append("it is the answers that are few, not the spread")
    known = [len(own) for own in groups.values() if len(own) >= 10]
    if "te weinig antwoorden per product" in sentence and any(min(n, sum(known) - n) >= 30 for n in known):
        wrong.append("there are enough answers")
    alike = re.search(r"(Alle getoonde|Alle) producten scoren gelijk op [^:]*: (\d+,\d|\d+%)", sentence)
    if alike is not None:
        few = [name for name, own in groups.items() if 0 < len(own) < 10]
        if alike.group(1) == "Alle" and few:
            wrong.append(f"{few[0]} is not shown")
        shares = {shown(float(own.mean()), percent="%" in alike.group(2)) for own in groups.values() if len(own) >= 10}
        wrong += [] if shares == {alike.group(2)} else [f"not equal: {shares}"]
    for name, n in re.findall(r"(Product \d+) \(n = (\d+)\)", sentence):
        if len(groups[name]) != int(n) or int(n) >= 10:
            wrong.append(f"{name} has n = {len(groups[name])}")
    return wrong


def _against_rest(groups: dict[str, Values], name: str) -> tuple[float, int]:
    rest = np.concatenate([values for other, values in groups.items() if other != name] or [np.array([])])
    own = groups[name]
    if len(rest) < 30:
        return float("nan"), 0
    side = 1 if own.mean() > rest.mean() else -1
    if set(own) <= {0.0, 1.0} and set(rest) <= {0.0, 1.0}:
        return p_of_shares(own, rest), side
    if own.std() == 0 or rest.std() == 0:
        return float("nan"), side
    return float(ttest_ind(own, rest, equal_var=False).pvalue), side


def p_of_shares(own: Values, rest: Values) -> float:
    """Two-sided p that two groups of 1 and 0 have one share: Fisher exact where few are expected, else the normal."""
    from scipy.stats import fisher_exact

    pooled = (own.sum() + rest.sum()) / (len(own) + len(rest))
    if min(len(own), len(rest)) * min(pooled, 1 - pooled) < 5:
        table = [[own.sum(), len(own) - own.sum()], [rest.sum(), len(rest) - rest.sum()]]
        return float(fisher_exact(np.array(table, dtype=int))[1])
    if own.mean() == rest.mean():
        return 1.0
    error = np.sqrt(pooled * (1 - pooled) * (1 / len(own) + 1 / len(rest)))
    return float(2 * norm.sf(abs(own.mean() - rest.mean()) / error))


def check_returning(made: Made, sentence: str) -> list[str]:
    """What is untrue in the first sentence of Terugkomen."""
    keys = {"om op te halen": "ophalen", "omdat documenten": "documenten", "om een andere reden": "andere_reden"}
    counts = {key: sum(one == key for one in made.reasons) for key in keys.values()}
    if "het vaakst" not in sentence or "niet te onderscheiden" in sentence:
        return []
    (said,) = [key for words, key in keys.items() if words in sentence]
    first, second = sorted(counts.values(), reverse=True)[:2]
    wrong = (
        [] if counts[said] == first and binomtest(first, first + second).pvalue < LEVEL else [f"{said} is not first"]
    )
    share = shown(counts[said] / len(made.reasons), percent=True)
    return wrong if share in sentence else [*wrong, f"{said} is not {share}"]


def check_questions(made: Made, sentence: str, columns: dict[str, Values], words: tuple[str, str]) -> list[str]:
    """What is untrue in a finding on which questions have more of something (`words` for more and less) than the
    others; each paired against the mean of the others."""
    wrong = []
    for clause in clauses(sentence):
        side = -1 if words[1] in clause else 1 if words[0] in clause else 0
        for label, figure, _ in named(clause, list(columns)) if side else ():
            rest = np.nanmean([column for other, column in columns.items() if other != label], axis=0)
            both = ~np.isnan(columns[label]) & ~np.isnan(rest)
            test = ttest_rel(columns[label][both], rest[both])
            if not (test.pvalue < 0.05 and np.sign(test.statistic) == side):
                wrong.append(f"{label} does not stand out")
            if figure != shown(float(of(columns[label]).mean()), percent=True):
                wrong.append(f"{label} is not {figure}")
    return wrong


def check_trend(made: Made, sentence: str, label: str) -> list[str]:
    """What is untrue in the finding of Verloop per quarter."""
    quarters = [f"{(day.month + 2) // 3}e kwartaal {day.year}" for day in made.days]
    groups = {name: of(made.raw[label][[one == name for one in quarters]]) for name in dict.fromkeys(quarters)}
    told = re.findall(r"(\d+,\d) in (\de kwartaal \d{4})", sentence)
    wrong = [f"{name} is not {text}" for text, name in told if text != shown(float(groups[name].mean()), percent=False)]
    verdict = re.search(r"aantoonbaar (hoger|lager)", sentence)
    if verdict is not None:
        (_, first), (_, last) = told
        test = ttest_ind(groups[last], groups[first], equal_var=False)
        if not (test.pvalue < 0.05 and np.sign(test.statistic) == SIDES[verdict.group(1)]):
            wrong.append("first and last do not differ")
    line = re.search(r"\been aantoonbare (stijging|daling)", sentence)
    if line is not None:
        start = min(made.days)
        first_quarter = start.year * 4 + (start.month - 1) // 3
        at = np.array([day.year * 4 + (day.month - 1) // 3 - first_quarter for day in made.days], dtype=float)
        inside = ~np.isnan(made.raw[label])
        fit = sm.OLS(made.raw[label][inside], sm.add_constant(at[inside])).fit()
        if not (fit.pvalues[1] < 0.05 and (fit.params[1] > 0) == (line.group(1) == "stijging")):
            wrong.append("there is no such line")
    return wrong


def check_priorities(made: Made, sentence: str, labels: Sequence[str], overall: str) -> list[str]:
    """What is untrue in the finding of Prioriteiten; `labels`: the aspects that took part."""
    columns = np.column_stack([made.raw[label] for label in labels] + [made.raw[overall]])
    complete = columns[~np.isnan(columns).any(axis=1)]
    wrong = _wrong_figures(made, sentence, labels)
    if "Eerst doen" not in sentence:
        return wrong
    fit = sm.OLS(complete[:, -1], sm.add_constant(complete[:, :-1])).fit()
    if fit.f_pvalue >= LEVEL:
        wrong.append(f"R2 is chance: p = {fit.f_pvalue:.3f}")
    verdicts = against_benchmark(made, list(labels))
    has_benchmark = any(verdict in _JUDGED for verdict in verdicts.values())
    first = dotless(sentence).split("Eerst doen: ")[1].split(". ")[0]
    for label, _, _ in named(first.replace(", dan ", ", "), labels):
        r = pearsonr(complete[:, list(labels).index(label)], complete[:, -1])
        if not (r.statistic > 0 and r.pvalue < 0.05):
            wrong.append(f"{label} does not go together")
        if has_benchmark and verdicts[label] != -1:
            wrong.append(f"{label} is not below BM")
        if not has_benchmark:
            wrong += _wrong_sides(
                made, f"{label} ({shown(float(of(made.raw[label]).mean()), percent=False)})", labels, -1
            )
    return wrong
