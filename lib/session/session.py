"""The data of one user: the files they opened and everything made of them."""

import secrets
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from lib.answers import saved
from lib.answers.choice import Choice
from lib.answers.collection import Collection as Tips
from lib.answers.saved import TipsRead
from lib.answers.themes import Theme, default_themes
from lib.figures.channel import ChannelFigures, figures, within_one_year
from lib.figures.counts import Counts
from lib.figures.disclosure import Disclosure
from lib.figures.drivers import Drivers, drivers
from lib.figures.scores import Score
from lib.figures.selection import Selection
from lib.ingest.join.duplicates import Keep, renamed
from lib.ingest.mapping import ColumnMapping, MappingRead, is_sound, looks_like_mapping, read_mapping
from lib.ingest.read import FileReceipt
from lib.ingest.receipt import ReferencesRead
from lib.ingest.sandbox.guard import Reader, shared_reader
from lib.session import saved_work, versions
from lib.session.corrections import Correction
from lib.session.derived import Derivations, Derived, content_of
from lib.session.progress import Reading, Tell
from lib.session.saved_work import SavedWork
from lib.session.stops import Stop
from lib.session.versions import Answer, Version
from lib.survey.dataset import Survey
from lib.survey.problems import Problem, Refusal
from lib.survey.references import NO_REFERENCES, References, merge

_CHANGES_KEPT = 50


@dataclass(frozen=True, eq=False)
class Change:
    """One thing that the user said of columns, to be taken back. `headers`: of the files it is for; `mapping`: what
    it is kept under; `before`: what stood there. `receipts`: how the files were read before, of the latest
    change only. `what`: the change as a sentence."""

    headers: frozenset[str]
    mapping: str
    before: MappingRead | None
    receipts: Mapping[str, FileReceipt]
    what: str


@dataclass(frozen=True, eq=False)
class Session:
    """The files a user has opened and everything made of them. Replaced, never changed.

    `reader`: the processes that open files, shared between users.
    `files`: the bytes of the exports, to read them again where a mapping says what columns are; `digests`:
    what every file is known by. `key`: with which ids of respondents are hashed; it dies with this.
    `versions`: by name the files that may take the place of an earlier one. `told`: what there is to say of
    the files added last. `changes`: what the user changed in mappings, the latest last.
    `file_channels`: by file the channel that the user named for it.
    `keep`: what counts of one respondent id with different answers. `derived`: what is made of the files that
    count, by `derivations`, which users share.
    `choice`: which of them may be shown, `themes`: what they are sorted by. `stops`: of the presentation, where
    the user arranged it. `selections`: that the user kept, to compare. `factsheet`: what the user said of it.
    `corrections`: what they said that numbers of a draft are. `opened_selection`: the filters that saved work opened with.
    """

    reader: Reader = field(default_factory=shared_reader, repr=False)
    files: Mapping[str, bytes] = field(default_factory=dict, repr=False)
    digests: Mapping[str, bytes] = field(default_factory=dict)
    key: bytes = field(default_factory=lambda: secrets.token_bytes(32), repr=False)
    file_channels: Mapping[str, str] = field(default_factory=dict)
    receipts: Mapping[str, FileReceipt] = field(default_factory=dict)
    versions: Mapping[str, Version] = field(default_factory=dict)
    told: tuple[Problem, ...] = ()
    changes: tuple[Change, ...] = ()
    mappings_read: Mapping[str, MappingRead] = field(default_factory=dict)
    references_read: Mapping[str, ReferencesRead] = field(default_factory=dict)
    tips_read: Mapping[str, TipsRead] = field(default_factory=dict)
    derived: Derived = field(default_factory=Derived)
    derivations: Derivations = field(default_factory=Derivations, repr=False)
    references: References = NO_REFERENCES
    themes: tuple[Theme, ...] = field(default_factory=default_themes)
    choice: Choice = field(default_factory=Choice)
    keep: Keep = "both"
    stops: tuple[Stop, ...] = ()
    selections: tuple[Selection, ...] = ()
    factsheet: Mapping[str, Any] = field(default_factory=dict)
    corrections: tuple[Correction, ...] = ()
    opened_selection: Selection | None = None
    is_sample: bool = False

    @property
    def survey(self) -> Survey:
        """The respondents of all files that count."""
        return self.derived.survey

    @property
    def counts(self) -> Mapping[str, Counts]:
        """By channel the counts that figures are made of."""
        return self.derived.counts

    @property
    def tips(self) -> Tips:
        """All open answers, masked."""
        return self.derived.tips

    @property
    def has_data(self) -> bool:
        return len(self.survey) > 0

    @property
    def size(self) -> int:
        """Bytes that this takes in memory, about: the files and the survey made of them."""
        return sum(map(len, self.files.values())) + self.derived.size

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
        of_exports = (problem for receipt in self.counted for problem in receipt.problems)
        of_mappings = (problem for read in self.mappings_read.values() for problem in read.problems)
        of_references = (problem for read in self.references_read.values() for problem in read.problems)
        of_tips = (problem for read in self.tips_read.values() for problem in read.problems)
        return (*of_exports, *self.survey.problems, *of_mappings, *of_references, *of_tips)

    @property
    def mappings(self) -> tuple[ColumnMapping, ...]:
        """What the user says of columns; the last one that fits a sheet counts."""
        return tuple(read.mapping for read in self.mappings_read.values() if read.mapping is not None)

    @property
    def asked(self) -> tuple[str, ...]:
        """The exports that don't count as long as it is not said whether they replace another one."""
        return tuple(name for name, version in self.versions.items() if version.answer is None)

    @property
    def counted(self) -> tuple[FileReceipt, ...]:
        """The exports that count: without those that another one replaced, or that may replace another one
        as long as the user has not said so."""
        return tuple(self.counted_by_name.values())

    @property
    def counted_by_name(self) -> dict[str, FileReceipt]:
        """The same, by the name of the file."""
        out = versions.left_out(self.versions)
        return {name: receipt for name, receipt in self.receipts.items() if name not in out}

    def figures(self, channel: str, selection: Selection) -> ChannelFigures:
        """All figures of one channel for the products and period of a selection, without BM over several years."""
        return within_one_year(figures(self.counts[channel], selection, self.references))

    def disclosure(self, channel: str) -> Disclosure:
        """What may be told of a channel outside the owner's screen; decided once."""
        return self.derived.disclosure(channel)

    def drivers(self, channel: str, selection: Selection, scores: Sequence[Score]) -> Drivers:
        """How the aspects of a channel go together with its totaaloordeel; computed once per selection."""
        known = self.derived.drivers.get((channel, selection))
        if known is not None:
            return known
        return self.derived.remember(channel, selection, drivers(self.survey.channels[channel], selection, scores))

    def with_files(self, files: Iterable[tuple[str, bytes]], tell: Tell = lambda progress: None) -> "Session":
        """With these files added, name and content. What is there already is not added again; another file
        of the same name is, under a name of its own. Tells exports, mappings, reference files, themes and choices
        apart by what is in them. `tell` is called with each step."""
        files, works, refused = _expanded(files)
        if works:
            return self._with_work(works).with_files(files, tell).told_too(refused)
        kept, told, tips = self, list[Problem](), dict[str, TipsRead]()
        exports, mappings, references = dict(kept.files), dict(kept.mappings_read), dict(kept.references_read)
        digests = dict(kept.digests)
        for number, (given, data) in enumerate(files, 1):
            tell(Reading("bekijken", given, number, len(files)))
            taken = {**exports, **mappings, **references, **self.tips_read, **tips}
            name, is_known = versions.name_for(given, data, digests, taken)
            if is_known and (name in exports or name in references):
                told.append(versions.same_again(given, name))
                continue
            if name != given:
                told.append(renamed(given, name))
            digests[name] = versions.digest_of(data)
            if saved.is_saved(data):
                tips[name] = saved.read(name, data)
            elif looks_like_mapping(given, data):
                mappings[name] = read = read_mapping(name, data)
                if read.themes is not None:
                    tips[name] = saved.themes_beside_mapping(name, read.themes)
            elif self.reader.looks_like_references(name, data):
                references[name] = self.reader.read_references(name, data)
            else:
                exports[name] = data
        # Choices and themes that are opened once more say again what they said.
        kept = self._without([name for name in tips if name in self.tips_read])
        kept = replace(kept, files=exports, digests=digests, mappings_read=mappings, references_read=references)
        return replace(kept, told=(*told, *refused))._with_tips_read(tips)._read(self, tell)

    def _with_work(self, works: Sequence[SavedWork]) -> "Session":
        """With what saved work says of the data; its exports are opened as any file."""
        made = self
        for number, work in enumerate(works, 1):
            mappings = {
                f"werk {number}.{at}": MappingRead(f"werk {number}.{at}", each)
                for at, each in enumerate(work.mappings, 1)
            }
            references = {}
            if work.references.rows:
                name = f"referentiecijfers uit werkbestand {number}"
                references[name] = ReferencesRead(name, work.references, ())
            made = replace(
                made,
                mappings_read={**made.mappings_read, **mappings},
                references_read={**made.references_read, **references},
                themes=work.themes or made.themes,
                choice=made.choice.with_all(work.choice),
                factsheet=work.factsheet or made.factsheet,
                stops=work.stops or made.stops,
                corrections=(*made.corrections, *work.corrections),
                selections=work.selections or made.selections,
                opened_selection=work.selection,
            )
        return made

    def told_too(self, more: Sequence[Problem]) -> "Session":
        """With more to say of the files added last."""
        return replace(self, told=(*self.told, *more)) if more else self

    def saved_work(self, selection: Selection, *, with_exports: bool) -> SavedWork:
        """All that the user said of these data, to be kept in a file."""
        return SavedWork(
            self.mappings,
            self.references,
            selection,
            self.themes,
            self.choice,
            self.factsheet,
            self.stops,
            tuple(self.files.items()) if with_exports else (),
            self.corrections,
            self.selections,
        )

    def _with_tips_read(self, found: Mapping[str, TipsRead]) -> "Session":
        themes, choice = self.themes, self.choice
        for read in found.values():
            themes, choice = read.themes or themes, choice.with_all(read.choice)
        return replace(self, tips_read={**self.tips_read, **found}, themes=themes, choice=choice)

    def with_change(
        self,
        file: str,
        name: str,
        start: ColumnMapping,
        change: Callable[[ColumnMapping], ColumnMapping],
        what: str,
        tell: Tell = lambda progress: None,
    ) -> "Session":
        """With one more thing that the user says of the columns of a file, kept under `name`: `change` of the
        mapping that there is for such columns, or else of `start`. The same where the file is gone, or where
        nothing can be changed like that."""
        fitting = [mapping for mapping in self.mappings if mapping.fits(start.headers)]
        current = fitting[-1] if fitting else start
        changed = change(current)
        if file not in self.files or changed == current or not is_sound(changed):
            return self
        # It counts before mappings that were there already.
        others = {key: read for key, read in self.mappings_read.items() if key != name}
        before = self.receipts
        read = replace(
            self,
            mappings_read={**others, name: MappingRead(name, changed)},
            digests={key: digest for key, digest in self.digests.items() if key != name},
        )._read(self, tell)
        was = {one: receipt for one, receipt in before.items() if read.receipts[one] is not receipt}
        kept = (
            *(replace(one, receipts={}) for one in self.changes),
            Change(frozenset(start.headers), name, self.mappings_read.get(name), was, what),
        )
        return replace(read, changes=kept[-_CHANGES_KEPT:], is_sample=self.is_sample)

    def last_change(self, headers: Iterable[str]) -> Change | None:
        """What was changed last for files with these headers, if anything was."""
        wanted = frozenset(headers)
        return next((change for change in reversed(self.changes) if change.headers == wanted), None)

    def without_change(self, change: Change, tell: Tell = lambda progress: None) -> "Session":
        """Without a change that was the last one for its headers."""
        if change not in self.changes:
            return self
        mappings = {key: read for key, read in self.mappings_read.items() if key != change.mapping}
        if change.before is not None:
            mappings[change.mapping] = change.before
        undone = replace(self, mappings_read=mappings, changes=tuple(one for one in self.changes if one is not change))
        before = self
        if {name for name in self.receipts if undone._is_meant_otherwise(name, self)} == set(change.receipts):
            # No file came in between, so that none need be read again.
            undone = before = replace(undone, receipts={**self.receipts, **change.receipts})
        return replace(undone._read(before, tell), is_sample=self.is_sample)

    def _is_meant_otherwise(self, name: str, before: "Session") -> bool:
        """Whether other mappings are for a file than before."""
        receipt = self.receipts[name]
        return _meant(receipt, self.mappings) != _meant(receipt, before.mappings)

    def with_answer(self, name: str, answer: Answer | None) -> "Session":
        """With what the user says of a file that may take the place of an earlier one; None asks it again."""
        if name not in self.versions:
            return self
        return replace(self, versions={**self.versions, name: replace(self.versions[name], answer=answer)})._counted()

    def with_channel(self, name: str, channel: str, tell: Tell = lambda progress: None) -> "Session":
        """With the channel of a file that has none."""
        receipts = {key: receipt for key, receipt in self.receipts.items() if key != name}
        channels = {**self.file_channels, name: channel}
        return replace(self, receipts=receipts, file_channels=channels)._read(self, tell)

    def with_references(self, read: ReferencesRead) -> "Session":
        """With published figures that a user typed or pasted."""
        return replace(self, references_read={**self.references_read, read.file: read})._read(self)

    def with_keep(self, keep: Keep) -> "Session":
        """With what counts of one respondent id with different answers."""
        return replace(self, keep=keep)._read(self)

    def without(self, name: str) -> "Session":
        """With one file taken away."""
        return replace(self._without([name]), told=())._read(self)

    def _without(self, names: Collection[str]) -> "Session":
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
            digests={key: digest for key, digest in self.digests.items() if key not in names},
            versions={key: one for key, one in self.versions.items() if key not in names and one.of not in names},
            changes=tuple(
                replace(one, receipts={key: was for key, was in one.receipts.items() if key not in names})
                for one in self.changes
                if one.mapping not in names
            ),
            file_channels={key: channel for key, channel in self.file_channels.items() if key not in names},
            receipts={key: receipt for key, receipt in self.receipts.items() if key not in names},
            mappings_read={key: read for key, read in self.mappings_read.items() if key not in names},
            references_read={key: read for key, read in self.references_read.items() if key not in names},
        )

    def with_said(self, work: SavedWork) -> "Session":
        """With what saved work says of the data, without anything being read."""
        return self._with_work([work])

    def reopened(self, tell: Tell = lambda progress: None) -> "Session":
        """With its files read anew: of a session that was kept elsewhere, without what is made of them."""
        return self._read(self, tell)

    def _read(self, before: "Session", tell: Tell = lambda progress: None) -> "Session":
        """The same with everything made of its files. A file is read again only where it is new, or
        where another mapping than `before` is for it."""
        old = {name: receipt for name, receipt in self.receipts.items() if not self._is_meant_otherwise(name, before)}
        new = {name: place for place, name in enumerate((name for name in self.files if name not in old), 1)}
        receipts = {
            name: old[name] if name in old else self._read_one(name, data, new[name], len(new), tell)
            for name, data in self.files.items()
        }
        tell(Reading("tellen"))
        known = dict(self.versions)
        for name in receipts:
            version = None if name in old or name in known else versions.version_of(name, receipts, known)
            known = known if version is None else {**known, name: version}
        return replace(self, receipts=receipts, versions=known, is_sample=False)._counted()

    def _counted(self) -> "Session":
        """The same with everything made of the files that count."""
        said = [
            (name, self.digests[name], (self.file_channels.get(name), _meant(receipt, self.mappings)))
            for name, receipt in self.counted_by_name.items()
        ]
        content, derived = content_of(self.keep, said), self.derived
        if content != derived.content:
            derived = self.derivations.of(self.counted, self.keep, content)
        references = merge(read.references for read in self.references_read.values())
        return replace(self, derived=derived, references=references)

    def _read_one(self, name: str, data: bytes, number: int, count: int, tell: Tell) -> FileReceipt:
        channel = self.file_channels.get(name)
        return self.reader.read_file(
            name, data, self.mappings, channel, self.key, tell=lambda step: tell(Reading(step, name, number, count))
        )


def _expanded(
    files: Iterable[tuple[str, bytes]],
) -> tuple[list[tuple[str, bytes]], list[SavedWork], list[Problem]]:
    """The files with the exports of saved work in place of it, that saved work, and why some can't be used."""
    found: list[tuple[str, bytes]] = []
    works: list[SavedWork] = []
    refused: list[Problem] = []
    for one in files:
        try:
            exports, more = saved_work.expanded([one])
        except Refusal as refusal:
            refused.append(refusal.problem)
            continue
        found += exports
        works += more
    return found, works, refused


def _meant(receipt: FileReceipt, mappings: Iterable[ColumnMapping]) -> list[ColumnMapping]:
    return [mapping for mapping in mappings if receipt.is_meant_by(mapping)]
