"""What is made of the files that count: once, when somebody asks, and shared by all who have the same files open."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from hashlib import blake2b
from threading import Lock
from weakref import WeakValueDictionary

from lib.answers.collection import Collection
from lib.figures.channel import count_channels
from lib.figures.counts import Counts
from lib.figures.disclosure import Disclosure
from lib.figures.drivers import Drivers
from lib.figures.selection import Selection
from lib.ingest.join.duplicates import Keep
from lib.ingest.read import FileReceipt, survey_of
from lib.survey.dataset import Survey

_KEPT = 50  # relations that are remembered, each of one selection


@dataclass(frozen=True, eq=False)
class Derived:
    """A survey and what is made of it. `counts`: by channel. `tips`: all open answers, masked when first asked for.
    `disclosures`, `drivers`: filled when asked for. `content`: what it was made of (`content_of`)."""

    survey: Survey = field(default_factory=lambda: Survey({}))
    counts: Mapping[str, Counts] = field(default_factory=dict)
    tips: Collection = field(default_factory=lambda: Collection(Survey({})))
    disclosures: dict[str, Disclosure] = field(default_factory=dict)
    drivers: dict[tuple[str, Selection], Drivers] = field(default_factory=dict)
    content: bytes = b""

    @classmethod
    def of(cls, survey: Survey, content: bytes = b"") -> "Derived":
        """What a survey comes to."""
        return cls(survey, count_channels(survey), Collection(survey), content=content)

    @cached_property
    def size(self) -> int:
        """Bytes that the survey takes, about: its codes, and the letters of its open answers."""
        size = 0
        for channel in self.survey.channels.values():
            size += sum(answers.codes.nbytes for answers in channel.answers.values())
            size += channel.days.nbytes + channel.product_codes.nbytes
            size += sum(len(text) for column in channel.texts.values() for text in column.tolist() if text is not None)
        return size

    def disclosure(self, channel: str) -> Disclosure:
        """What may be told of a channel outside the owner's screen; decided once."""
        if channel not in self.disclosures:
            self.disclosures[channel] = Disclosure.of(self.counts[channel])
        return self.disclosures[channel]

    def remember(self, channel: str, selection: Selection, found: Drivers) -> Drivers:
        """Keep how the aspects of a channel go together with its totaaloordeel within a selection."""
        if len(self.drivers) >= _KEPT:
            self.drivers.clear()
        self.drivers[channel, selection] = found
        return found


class Derivations:
    """What is derived now, by what it was made of. Nothing is kept here: what nobody has open any more is gone."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._known: WeakValueDictionary[bytes, Derived] = WeakValueDictionary()

    def of(self, receipts: Sequence[FileReceipt], keep: Keep, content: bytes) -> Derived:
        """What these receipts come to. `content`: what they were read from and how, the same for two users who
        opened the same files and say the same of their columns."""
        with self._lock:
            found = self._known.get(content)
            if found is None:
                found = self._known[content] = Derived.of(survey_of(receipts, keep), content)
            return found


def content_of(keep: Keep, parts: Sequence[tuple[str, bytes, object]]) -> bytes:
    """A digest of what a survey is made of: per file its name, the digest of its bytes, and what the user said of it."""
    told = blake2b(keep.encode(), digest_size=16)
    for name, digest, said in parts:
        told.update(repr((name, digest, said)).encode(errors="replace"))
    return told.digest()
