"""Open answers of a selection: which they are, and what may be told about who wrote them."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from fractions import Fraction

import numpy as np

from lib.figures.base import is_suppressed
from lib.figures.selection import Selection, selected_rows
from lib.survey.dataset import NO_DAY, Answers, ChannelAnswers
from lib.survey.scales import FIRST_VALID

_EPOCH = date(1970, 1, 1)


@dataclass(frozen=True)
class Verbatim:
    """One open answer. `product`, `month` (its first day), `grade` (the respondent's totaaloordeel) and
    `repeat_visit` (key of the option chosen) are None where they are unknown, and where fewer than ten
    respondents of the selection share the product: together with the words they would say who it was.
    The month is None also where fewer than ten share product and month. `row`: of the respondent in the
    answers of the channel. The words themselves are no part of this: only `lib.answers` reads them, to mask them."""

    channel: str
    product: str | None
    month: date | None
    grade: Fraction | None
    question: str = "tip"
    row: int = 0
    repeat_visit: str | None = None


def verbatims(channel: ChannelAnswers, selection: Selection, key: str) -> list[Verbatim]:
    """The non-empty answers to an open question within the selection, latest first."""
    texts = channel.texts.get(key)
    if texts is None:
        return []
    inside = selected_rows(channel, selection)
    # An unknown product is a group as well: the last one.
    groups = np.where(channel.product_codes < 0, len(channel.products), channel.product_codes)
    group_sizes = np.bincount(groups[inside], minlength=len(channel.products) + 1)
    months = channel.days.astype("datetime64[D]").astype("datetime64[M]").astype(np.int64)
    same_month = Counter(zip(groups[inside].tolist(), months[inside].tolist(), strict=True))
    rows = np.flatnonzero(inside & (texts != None))  # noqa: E711
    overall = channel.answers.get("totaaloordeel")
    grades = np.zeros(len(channel), dtype=np.int16) if overall is None else overall.codes
    # Latest first; within a day the words decide, then product and grade, so that the order of
    # rows in a file never shows.
    ordered = sorted(
        rows.tolist(),
        key=lambda row: (-int(channel.days[row]), texts[row], int(channel.product_codes[row]), int(grades[row])),
    )
    found = []
    for row in ordered:
        product = int(channel.product_codes[row])
        tells = not is_suppressed(int(group_sizes[groups[row]]))
        day = int(channel.days[row])
        tells_month = tells and not is_suppressed(same_month[int(groups[row]), int(months[row])])
        found.append(
            Verbatim(
                channel=channel.channel,
                product=channel.products[product] if tells and product >= 0 else None,
                month=(_EPOCH + timedelta(days=day)).replace(day=1) if tells_month and day != NO_DAY else None,
                grade=_grade(overall, row) if tells else None,
                question=key,
                row=row,
                repeat_visit=_option(channel.answers.get("herhaalbezoek"), row) if tells else None,
            )
        )
    return found


def as_shared(channel: ChannelAnswers, selection: Selection, about: Verbatim) -> Verbatim:
    """What of `about` may be told to others: without its grade where fewer than ten respondents of the selection share
    that together with the product and month that are told; without row, and what was the outcome of the visit."""
    told = replace(about, row=0, repeat_visit=None)
    overall = channel.answers.get("totaaloordeel")
    if about.grade is None or overall is None:
        return replace(told, grade=None)
    same = selected_rows(channel, selection) & (overall.codes == overall.codes[about.row])
    if about.product is not None:
        same &= channel.product_codes == channel.products.index(about.product)
    if about.month is not None:
        months = channel.days.astype("datetime64[D]").astype("datetime64[M]")
        same &= (channel.days != NO_DAY) & (months == np.datetime64(about.month, "M"))
    return replace(told, grade=None) if is_suppressed(int(same.sum())) else told


def _grade(overall: Answers | None, row: int) -> Fraction | None:
    code = 0 if overall is None else int(overall.codes[row])
    return None if overall is None or code < FIRST_VALID else overall.values[code - FIRST_VALID]


def _option(asked: Answers | None, row: int) -> str | None:
    code = 0 if asked is None else int(asked.codes[row])
    return None if asked is None or code < FIRST_VALID else asked.item.points[code - FIRST_VALID].key


def mean_grade(found: Sequence[Verbatim]) -> Fraction | None:
    """The mean totaaloordeel of those who wrote, over those who gave one; None under ten."""
    grades = [verbatim.grade for verbatim in found if verbatim.grade is not None]
    return None if is_suppressed(len(grades)) else sum(grades, Fraction(0)) / len(grades)
