"""The questions of the klantmonitor: keys, labels, scales, options. They are data, in `questions.toml`.

A new question or wording is a new row there, not a new branch elsewhere. The list of
aspects for `telefoon` is an assumption: the printed factsheet names the channel without a table.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from lib.survey import scales
from lib.survey.scales import YES_NO, Point
from lib.survey.vocabulary import data_file
from lib.survey.words import normalise

Kind = Literal[
    "grade", "agree", "effort", "choice", "multi", "yes_no", "text", "date", "product", "channel", "respondent"
]
Channel = Literal["balie", "telefoon", "digitaal", "overig"]

# The channels that ask the klantmonitor, and the one under which a survey of another kind is opened.
CHANNELS: tuple[Channel, ...] = ("balie", "telefoon", "digitaal")
OTHER_CHANNEL: Channel = "overig"
ALL_CHANNELS: tuple[Channel, ...] = (*CHANNELS, OTHER_CHANNEL)
CHANNEL_LABELS: dict[str, str] = {
    "balie": "Balie", "telefoon": "Telefoon", "digitaal": "Digitaal", "overig": "Overig",
}  # fmt: skip
CHANNEL_WORDS: dict[str, tuple[str, ...]] = {
    "balie": ("balie", "loket", "baliebezoek", "fysiek", "publieksbalie", "stadhuis", "gemeentehuis"),
    "telefoon": ("telefoon", "telefonisch", "telefonie", "bellen", "gebeld", "kcc"),
    "digitaal": (
        "digitaal",
        "digitale",
        "online",
        "website",
        "digitaal loket",
        "e loket",
        "eloket",
        "internet",
        "webformulier",
    ),
}

# Kinds that describe the respondent or the visit; they are no answer to a survey question.
BACKGROUND_KINDS: frozenset[str] = frozenset({"date", "product", "channel", "respondent"})
# Kinds whose answers are scored in the table of scores.
SCORED_KINDS: frozenset[str] = frozenset({"grade", "agree"})
# Kinds whose answers make one figure: those, and the effort score.
FIGURE_KINDS: frozenset[str] = SCORED_KINDS | {"effort"}


@dataclass(frozen=True)
class Item:
    """One question: a stable key, the label the app shows, how it is answered and how files word it.

    `channels` are those that ask it; empty means a question outside the catalogue, whose key is
    made of its own text. `points` are the options of `choice` and `multi` or the points of a
    scale, in questionnaire order. `part_of` names the item that this one is a part of; `whole` is the
    label of that item where it is outside the catalogue.
    """

    key: str
    label: str
    kind: Kind
    channels: tuple[str, ...] = CHANNELS
    wordings: tuple[str, ...] = ()
    points: tuple[Point, ...] = ()
    part_of: str | None = None
    custom: bool = False
    whole: str = ""

    @property
    def is_background(self) -> bool:
        return self.kind in BACKGROUND_KINDS


def _read(row: Mapping[str, Any]) -> Item:
    """One question of the file of questions."""
    points = {
        "agree": scales.AGREE, "effort": scales.EFFORT, "yes_no": YES_NO
    }.get(row["kind"], tuple(Point(p["key"], p["label"], tuple(p.get("wordings", ()))) for p in row.get("option", ())))  # fmt: skip
    return Item(
        row["key"], row["label"], row["kind"], tuple(row.get("channels", CHANNELS)), tuple(row.get("wordings", ())), points,
        row.get("part_of"),
    )  # fmt: skip


# In the order of the tables that the app shows: aspects, their parts, statements.
CATALOGUE: tuple[Item, ...] = tuple(map(_read, data_file("questions.toml")["item"]))

# What is counted beside the questions; a figure is found under these names too.
_COUNTED = frozenset({"responses", "reviews", "tips"})
_BY_KEY = {item.key: item for item in CATALOGUE}
_ORDER = {item.key: place for place, item in enumerate(CATALOGUE)}


def find(key: str) -> Item | None:
    """The catalogue's item with this key, or `None` for a question of the file's own."""
    return _BY_KEY.get(key)


def is_taken(key: str) -> bool:
    """Whether a key is the catalogue's or that of a count, so that no other question can have it."""
    return key in _BY_KEY or key in _COUNTED


def order_of(key: str) -> int:
    """The place of an item in tables; questions outside the catalogue come after all others."""
    return _ORDER.get(key, len(CATALOGUE))


def items_of(channel: str) -> tuple[Item, ...]:
    """The catalogue's items that `channel` asks, in table order."""
    return tuple(item for item in CATALOGUE if channel in item.channels)


def option_item(item: Item, point: Point) -> Item:
    """One option of a `multi` item as a yes/no item of its own, since that is how it is counted."""
    return Item(
        f"{item.key}_{point.key}", point.label, "yes_no", item.channels, point.wordings, YES_NO, part_of=item.key,
        custom=item.custom, whole=item.label if item.custom else "",
    )  # fmt: skip


def whole_label(item: Item) -> str | None:
    """The label of the question that an item is a part or an option of, or None."""
    whole = find(item.part_of) if item.part_of is not None else None
    return whole.label if whole is not None else item.whole or None


def parts_of(key: str, channel: str) -> tuple[Item, ...]:
    """The items that together make up `key` in `channel` (the six parts of hostmanship), or none."""
    return tuple(item for item in CATALOGUE if item.part_of == key and channel in item.channels)


def aspects_of(channel: str) -> tuple[Item, ...]:
    """The scored items of the printed table of `channel`: no totaaloordeel, no parts."""
    return tuple(
        item for item in items_of(channel)
        if item.kind in SCORED_KINDS and item.part_of is None and item.key != "totaaloordeel"
    )  # fmt: skip


def channel_of(text: object) -> str | None:
    """The channel that a cell, a sheet name or a file name speaks of; None where none or several."""
    words = f" {normalise(text)} "
    named = {name: channel for channel, names in CHANNEL_WORDS.items() for name in names if f" {name} " in words}
    # The "loket" of "digitaal loket" and "e-loket" is no desk.
    found = {
        channel
        for name, channel in named.items()
        if not any(name != longer and f" {name} " in f" {longer} " for longer in named)
    }
    return found.pop() if len(found) == 1 else None
