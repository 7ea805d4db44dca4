"""The drafts of this benchmark: fifty correct ones in the layouts of this folder, and sixty with one figure changed."""

from collections.abc import Iterator
from random import Random

from tests.benchmarks.layouts import pages, texts
from tests.benchmarks.layouts.printed import Document, Figures, Planted, plant

_SLIPS = ("columns_swapped", "digits_swapped", "decimal_lost", "truncated", "other_channel", "other_item")
_CHANNELS = ("balie", "telefoon", "digitaal")
CORRECT, WRONG = 50, 60


def documents() -> list[Document]:
    """The correct drafts, without their figures."""
    made: list[Document] = []
    for variant in range(2):
        for channel in _CHANNELS:
            made += [texts.with_base(channel, variant), pages.dashboard(channel, variant)]
    for place, channel in enumerate(_CHANNELS):
        made += [texts.memo(channel, place), texts.cards_down(channel, place), texts.bars(channel, place)]
        made += [pages.newspaper(channel, place), pages.slides(channel, place), pages.page_of_html(channel, place)]
        made += [pages.sheet(channel, place)]
    made += [texts.distribution(variant) for variant in range(2)]
    made += [pages.chart(channel, variant) for variant in range(2) for channel in ("balie", "telefoon")]
    made += [texts.channels_beside(variant) for variant in range(4)]
    made += [pages.boxes(variant) for variant in range(4)]
    made += [pages.table_of_word(variant) for variant in range(3)]
    assert len(made) == CORRECT
    return made


def planted(every: list[Document], figures: Figures) -> Iterator[tuple[Document, Planted]]:
    """Drafts with one figure changed: every draft in turn, every slip in turn, until there are enough."""
    random = Random(14)
    found = place = 0
    while found < WRONG:
        document = every[place % len(every)]
        wrong = plant(document, figures, random, _SLIPS[(place + place // len(every)) % len(_SLIPS)])
        place += 1
        if wrong is not None:
            found += 1
            yield document, wrong
