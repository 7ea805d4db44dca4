"""The data of one user: the files they opened and everything made of them."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

import streamlit as st

from lib.figures.channel import ChannelFigures, count_channels, figures, within_one_year
from lib.figures.counts import Counts
from lib.figures.drivers import Drivers, drivers
from lib.figures.scores import Score
from lib.figures.selection import Selection
from lib.ingest.guard import Reader
from lib.ingest.mapping import ColumnMapping, MappingRead, looks_like_mapping, read_mapping
from lib.ingest.read import FileReceipt, survey_of
from lib.ingest.references import ReferencesRead
from lib.survey.dataset import Survey
from lib.survey.duplicates import Keep
from lib.survey.problems import Problem
from lib.survey.references import NO_REFERENCES, References, merge
from lib.tips import saved
from lib.tips.choice import Choice
from lib.tips.collection import Collection as Tips
from lib.tips.saved import TipsRead
from lib.tips.themes import Theme, default_themes
from lib.ui.progress import Reading, Tell

_KEPT = 50  # relations that are remembered, each of one selection


@st.cache_resource(show_spinner=False)
def reader() -> Reader:
    """The processes that open files, one of them started beforehand."""
    return Reader().warm_up()


@dataclass(frozen=True, eq=False)
class Workspace:
    """The files a user has opened and everything made of them. Replaced, never changed.

    `files`: the bytes of the exports, to read them again where a mapping says what columns are.
    `keep`: what counts of one respondent id with different answers. `tips`: all open answers, covered.
    `choice`: which of them may be shown, `themes`: what they are sorted by.
    """

    files: Mapping[str, bytes] = field(default_factory=dict, repr=False)
    receipts: Mapping[str, FileReceipt] = field(default_factory=dict)
    mappings_read: Mapping[str, MappingRead] = field(default_factory=dict)
    references_read: Mapping[str, ReferencesRead] = field(default_factory=dict)
    tips_read: Mapping[str, TipsRead] = field(default_factory=dict)
    survey: Survey = field(default_factory=lambda: Survey({}))
    counts: Mapping[str, Counts] = field(default_factory=dict)
    references: References = NO_REFERENCES
    tips: Tips = field(default_factory=lambda: Tips(Survey({})))
    themes: tuple[Theme, ...] = field(default_factory=default_themes)
    choice: Choice = field(default_factory=Choice)
    keep: Keep = "both"
    is_sample: bool = False
    _drivers: dict[tuple[str, Selection], Drivers] = field(default_factory=dict, init=False, repr=False)

    @property
    def has_data(self) -> bool:
        return len(self.survey) > 0

    @property
    def channels(self) -> tuple[str, ...]:
        return tuple(self.counts)

    @property
    def last_years(self) -> dict[str, int]:
        """By channel the year of its last answer; without dates there is none."""
        days = {channel: counts.select(Selection()).last_day for channel, counts in self.counts.items()}
        return {channel: day.year for channel, day in days.items() if day is not None}

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Everything the files gave cause to say, exports first."""
        of_exports = (problem for receipt in self.receipts.values() for problem in receipt.problems)
        of_mappings = (problem for read in self.mappings_read.values() for problem in read.problems)
        of_references = (problem for read in self.references_read.values() for problem in read.problems)
        of_tips = (problem for read in self.tips_read.values() for problem in read.problems)
        return (*of_exports, *self.survey.problems, *of_mappings, *of_references, *of_tips)

    @property
    def mappings(self) -> tuple[ColumnMapping, ...]:
        """What the user says of columns; the last one that fits a sheet counts."""
        return tuple(read.mapping for read in self.mappings_read.values() if read.mapping is not None)

    def figures(self, channel: str, selection: Selection) -> ChannelFigures:
        """All figures of one channel for the products and period of a selection, without BM over several years."""
        return within_one_year(figures(self.counts[channel], selection, self.references))

    def drivers(self, channel: str, selection: Selection, scores: Sequence[Score]) -> Drivers:
        """How the aspects of a channel go together with its totaaloordeel; computed once per selection."""
        if (channel, selection) not in self._drivers:
            if len(self._drivers) >= _KEPT:
                self._drivers.clear()
            self._drivers[channel, selection] = drivers(self.survey.channels[channel], selection, scores)
        return self._drivers[channel, selection]

    def with_files(self, files: Mapping[str, bytes], tell: Tell = lambda progress: None) -> "Workspace":
        """With these files added; a file of the same name is replaced. Tells exports, mappings, reference
        files, themes and choices apart by what is in them. `tell` is called with each step."""
        kept = self._without(files)
        exports, mappings, references = dict(kept.files), dict(kept.mappings_read), dict(kept.references_read)
        tips: dict[str, TipsRead] = {}
        for number, (name, data) in enumerate(files.items(), 1):
            tell(Reading("bekijken", name, number, len(files)))
            if saved.is_saved(data):
                tips[name] = saved.read(name, data)
            elif looks_like_mapping(name, data):
                mappings[name] = read = read_mapping(name, data)
                if read.themes is not None:
                    tips[name] = saved.themes_beside_mapping(name, read.themes)
            elif reader().looks_like_references(name, data):
                references[name] = reader().read_references(name, data)
            else:
                exports[name] = data
        kept = replace(kept, files=exports, mappings_read=mappings, references_read=references)
        return kept._with_tips_read(tips)._read(self, tell)

    def _with_tips_read(self, found: Mapping[str, TipsRead]) -> "Workspace":
        themes, choice = self.themes, self.choice
        for read in found.values():
            themes, choice = read.themes or themes, choice.with_all(read.choice)
        return replace(self, tips_read={**self.tips_read, **found}, themes=themes, choice=choice)

    def with_mapping(self, name: str, mapping: ColumnMapping, tell: Tell = lambda progress: None) -> "Workspace":
        """With what a user says of columns; it counts before mappings that were there already."""
        others = {key: read for key, read in self.mappings_read.items() if key != name}
        mapped = replace(self, mappings_read={**others, name: MappingRead(name, mapping)})._read(self, tell)
        return replace(mapped, is_sample=self.is_sample)

    def with_references(self, read: ReferencesRead) -> "Workspace":
        """With published figures that a user typed or pasted."""
        return replace(self, references_read={**self.references_read, read.file: read})._read(self)

    def with_keep(self, keep: Keep) -> "Workspace":
        """With what counts of one respondent id with different answers."""
        return replace(self, keep=keep)._read(self)

    def without(self, name: str) -> "Workspace":
        """With one file taken away."""
        return self._without([name])._read(self)

    def _without(self, names: Collection[str]) -> "Workspace":
        choice, themes = self.choice, self.themes
        for read in (self.tips_read[name] for name in names if name in self.tips_read):
            choice = choice.without_all(read.choice)
            themes = default_themes() if read.themes and read.themes == themes else themes
        return replace(
            self,
            tips_read={key: read for key, read in self.tips_read.items() if key not in names},
            choice=choice,
            themes=themes,
            files={key: data for key, data in self.files.items() if key not in names},
            receipts={key: receipt for key, receipt in self.receipts.items() if key not in names},
            mappings_read={key: read for key, read in self.mappings_read.items() if key not in names},
            references_read={key: read for key, read in self.references_read.items() if key not in names},
        )

    def _read(self, before: "Workspace", tell: Tell = lambda progress: None) -> "Workspace":
        """The same with everything made of its files. A file is read again only where it is new, or
        where another mapping than `before` is for it."""
        old = {
            name: receipt
            for name, receipt in self.receipts.items()
            if _meant(receipt, self.mappings) == _meant(receipt, before.mappings)
        }
        new = {name: place for place, name in enumerate((name for name in self.files if name not in old), 1)}
        receipts = {
            name: old[name] if name in old else _read_one(name, data, self.mappings, new[name], len(new), tell)
            for name, data in self.files.items()
        }
        tell(Reading("tellen"))
        survey = survey_of(receipts.values(), self.keep)
        return replace(
            self,
            receipts=receipts,
            survey=survey,
            tips=Tips(survey),
            counts=count_channels(survey),
            references=merge(read.references for read in self.references_read.values()),
            is_sample=False,
        )


def _read_one(
    name: str, data: bytes, mappings: tuple[ColumnMapping, ...], number: int, count: int, tell: Tell
) -> FileReceipt:
    return reader().read_file(name, data, mappings, tell=lambda step: tell(Reading(step, name, number, count)))


def _meant(receipt: FileReceipt, mappings: Iterable[ColumnMapping]) -> list[ColumnMapping]:
    return [mapping for mapping in mappings if receipt.is_meant_by(mapping)]
