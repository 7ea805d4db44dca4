"""Small surveys made by hand: each answer is written as one would say it, not as a code."""

from collections.abc import Mapping, Sequence
from datetime import date
from types import MappingProxyType

import numpy as np

from lib.survey import catalogue, scales
from lib.survey.catalogue import Item
from lib.survey.dataset import GRADES, NO_DAY, NO_PRODUCT, Answers, ChannelAnswers
from lib.survey.scales import FILLED, FIRST_VALID

EPOCH = date(1970, 1, 1)
OUTSIDE = {
    None: scales.BLANK,
    "weet niet": scales.DONT_KNOW,
    "n.v.t.": scales.NOT_APPLICABLE,
    "?": scales.UNREADABLE,
}
Said = int | str | None


def item(key: str) -> Item:
    """An item of the catalogue, options of a question with several answers included."""
    found = catalogue.find(key)
    if found is not None:
        return found
    options = (
        catalogue.option_item(whole, point)
        for whole in catalogue.CATALOGUE
        if whole.kind == "multi"
        for point in whole.points
    )
    return next(option for option in options if option.key == key)


def answers(key: str, said: Sequence[Said]) -> Answers:
    """The answers to one item: a grade as a number, a point or option by its key, None for blank."""
    asked = item(key)
    if asked.kind == "grade":
        places: dict[Said, int] = {grade: FIRST_VALID + grade - 1 for grade in range(1, 11)}
        return Answers(asked, _codes(said, places), GRADES)
    if asked.kind == "text":
        filled = [scales.BLANK if text is None else FIRST_VALID for text in said]
        return Answers(Item(asked.key, asked.label, "text", points=FILLED), np.array(filled, dtype=np.int16))
    places = {point.key: FIRST_VALID + place for place, point in enumerate(asked.points)}
    return Answers(asked, _codes(said, places))


def _codes(said: Sequence[Said], places: Mapping[Said, int]) -> np.ndarray:
    return np.array([places[one] if one in places else OUTSIDE[one] for one in said], dtype=np.int16)  # type: ignore[index]


def channel(
    said: Mapping[str, Sequence[Said]],
    *,
    name: str = "balie",
    days: Sequence[date | None] | None = None,
    products: Sequence[str | None] | None = None,
) -> ChannelAnswers:
    """The respondents of one channel: `said` holds their answers per item, one per respondent.

    Without `days` all answered on 1 June 2020, without `products` nobody's product is known.
    """
    size = len(next(iter(said.values())))
    dated = [date(2020, 6, 1)] * size if days is None else days
    named = [None] * size if products is None else products
    names = tuple(sorted({product for product in named if product is not None}))
    return ChannelAnswers(
        name,
        np.array([NO_DAY if day is None else (day - EPOCH).days for day in dated], dtype=np.int32),
        np.array([NO_PRODUCT if one is None else names.index(one) for one in named], dtype=np.int32),
        names,
        MappingProxyType({key: answers(key, ones) for key, ones in said.items()}),
        MappingProxyType({key: np.array(ones, dtype=object) for key, ones in said.items() if item(key).kind == "text"}),
    )
