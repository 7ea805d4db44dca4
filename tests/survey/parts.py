"""A few respondents made by hand: grades and texts as one would say them, None for no answer."""

from collections.abc import Mapping, Sequence
from datetime import date
from fractions import Fraction
from types import MappingProxyType

import numpy as np

from lib.survey import catalogue
from lib.survey.catalogue import Item
from lib.survey.dataset import GRADES, NO_PRODUCT, Answers, ChannelAnswers, Source
from lib.survey.scales import BLANK, FIRST_VALID

Grades = Sequence[int | Fraction | None]


def item(key: str) -> Item:
    """A question of the catalogue, or a graded one outside it."""
    return catalogue.find(key) or Item(key, key, "grade", (), custom=True)


def graded(key: str, grades: Grades, file: str) -> Answers:
    """The answers to a graded item, found in the column of that name."""
    values = tuple(sorted({*GRADES, *(Fraction(grade) for grade in grades if grade is not None)}))
    codes = [BLANK if grade is None else FIRST_VALID + values.index(Fraction(grade)) for grade in grades]
    return Answers(item(key), np.array(codes, dtype=np.int16), values, (Source(file, None, key),))


def part(
    grades: Mapping[str, Grades],
    *,
    file: str = "een.csv",
    name: str = "balie",
    products: Sequence[str | None] | None = None,
    tips: Sequence[str | None] | None = None,
) -> ChannelAnswers:
    """The respondents of one channel in one file, all on 1 June 2020."""
    size = len(next(iter(grades.values())))
    named = products if products is not None else [None] * size
    names = tuple(dict.fromkeys(product for product in named if product is not None))
    return ChannelAnswers(
        name,
        np.full(size, (date(2020, 6, 1) - date(1970, 1, 1)).days, dtype=np.int32),
        np.array([NO_PRODUCT if one is None else names.index(one) for one in named], dtype=np.int32),
        names,
        MappingProxyType({key: graded(key, ones, file) for key, ones in grades.items()}),
        MappingProxyType({} if tips is None else {"tip": np.array(tips, dtype=object)}),
    )


def grades_of(answers: Answers) -> list[Fraction | None]:
    """The grade of every respondent, None where the answer is outside the base."""
    return [None if code < FIRST_VALID else answers.values[code - FIRST_VALID] for code in answers.codes.tolist()]


def products_of(channel: ChannelAnswers) -> list[str | None]:
    """The product of every respondent."""
    return [None if code == NO_PRODUCT else channel.products[code] for code in channel.product_codes.tolist()]
