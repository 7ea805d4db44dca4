"""Items that are made of other items: hostmanship of its parts, having a tip of the tip itself."""

from collections.abc import Collection
from dataclasses import replace
from fractions import Fraction
from math import lcm

import numpy as np

from lib.survey import catalogue
from lib.survey.dataset import Answers, ChannelAnswers, Parts
from lib.survey.scales import BLANK, FIRST_VALID, YES


def add_means_of_parts(part: ChannelAnswers, withheld: Collection[str] = ()) -> ChannelAnswers:
    """The same answers with every item added that the file has only in parts. `withheld`: keys of what stands in
    the file and was not understood; an item of which that is a part, or that is it itself, is not made.

    A respondent's value is the mean of the parts they answered; who answered none is blank. It is
    exact: with k of m parts answered it is a multiple of 1 / lcm(1..m), so it is stored as a point
    like any other grade.
    """
    answers = dict(part.answers)
    wholes = {item.part_of for item in catalogue.CATALOGUE if item.part_of is not None and item.key in answers}
    # A file of several channels may have the whole in one of them and its parts in another.
    for whole in wholes - {key for key, found in answers.items() if (found.codes != BLANK).any()}:
        parts = catalogue.parts_of(whole, part.channel)
        found = [answers[item.key] for item in parts if item.key in answers]
        item = catalogue.find(whole)
        is_withheld = whole in withheld or any(each.key in withheld for each in parts)
        if found and item is not None and item.kind == "grade" and not is_withheld:
            answers[whole] = _mean_of(found, item, len(parts))
    ordered = sorted(answers, key=catalogue.order_of)
    return replace(part, answers={key: answers[key] for key in ordered})


def add_tip_answers(part: ChannelAnswers, withheld: Collection[str] = ()) -> ChannelAnswers:
    """The same answers, with "ja" to the question for suggestions for everyone who wrote a tip, where
    the file holds tips without that question. `withheld` as in `add_means_of_parts`."""
    written, asked = part.answers.get("tip"), catalogue.find("tip_ja")
    if written is None or asked is None or asked.key in withheld:
        return part
    if asked.key in part.answers and ((part.answers[asked.key].codes != BLANK).any() or not written.codes.any()):
        return part
    codes = np.where(written.codes >= FIRST_VALID, YES, BLANK).astype(np.int16)
    derived = Answers(asked, codes, sources=written.sources)
    return replace(part, answers={**part.answers, asked.key: derived})


def _mean_of(parts: list[Answers], item: catalogue.Item, of: int) -> Answers:
    # Every grade is a multiple of 1/steps; divided by a number of parts, of 1/unit.
    steps = lcm(*(value.denominator for part in parts for value in part.values))
    unit = steps * lcm(*range(1, len(parts) + 1))
    total = np.zeros(len(parts[0].codes), dtype=np.int64)
    answered = np.zeros(len(total), dtype=np.int64)
    for part in parts:
        grades = np.array([0] * FIRST_VALID + [int(value * unit) for value in part.values], dtype=np.int64)
        total += grades[part.codes]
        answered += part.codes >= FIRST_VALID
    # total is a multiple of lcm(1..m), so the division below leaves nothing over.
    means = np.where(answered > 0, total // np.maximum(answered, 1), -1)
    distinct, places = np.unique(means[answered > 0], return_inverse=True)
    codes = np.full(len(means), BLANK, dtype=np.int16)
    codes[answered > 0] = FIRST_VALID + places
    # A part that nobody answered is as good as missing.
    made_of = Parts(tuple(part.item.key for part in parts if (part.codes >= FIRST_VALID).any()), of)
    label = item.label if made_of.are_all or not made_of.found else f"{item.label} ({made_of.words})"
    return Answers(
        item=replace(item, label=label),
        codes=codes,
        values=tuple(Fraction(int(mean), unit) for mean in distinct),
        sources=tuple(source for part in parts for source in part.sources),
        rule="mean_of_parts",
        parts=made_of,
    )
