"""De klantmonitor op de opdrachtregel.

python -m lib figures EXPORT... [--references BESTAND]... [--channel KANAAL] [--product NAAM]...
                                [--from JJJJ-MM-DD] [--to JJJJ-MM-DD] [--mapping BESTAND]...
                                [--duplicates both|last] [--for explore|room|publish]
    Alle cijfers van de factsheet, als JSON: van wie het bestand heeft (--for explore), niet voor publicatie. Met
    --for publish of --for room staat er alleen in wat het huis uit of op een scherm mag.
python -m lib inspect EXPORT... [--channel KANAAL] [--mapping BESTAND]... [--duplicates both|last]
    Het leesverslag: wat er in elk bestand is herkend, als JSON.

python -m lib factsheet EXPORT... [--references BESTAND]... --out BESTAND [--choices BESTAND] [selectie als bij figures]
    De factsheet als bestand; de uitgang van de naam zegt welke soort: .pdf .pptx .xlsx .html .docx of .csv. Wat een kleine
    groep zou verraden, staat er niet in. --choices neemt een bewaarde keuze (JSON: municipality, title, intro,
    invitations, parts, accent als "#0b6a6c", logo als {"kind": "png" of "svg", "data": base64}, en tips: de keuze zoals
    Verbetertips haar bewaart). Zonder --choices geldt wat in het werkbestand staat.
python -m lib check EXPORT... --published BESTAND [--pages VAN-TOT] [--references BESTAND]... [selectie als bij figures]
    Een concept nagerekend, als JSON: elk getal staat bij figures, not_figures of unread. BESTAND is tekst, een webpagina,
    een PDF-, Word-, PowerPoint- of Excel-bestand. Zonder selectie geldt het jaar dat het concept noemt. --pages 3-7 leest
    alleen die bladzijden, dia's of tabbladen.
python -m lib project EXPORT... [--references BESTAND]... --out NAAM.klantmonitor
    Alles in één werkbestand: de exports, koppelingen en referentiecijfers. Zo'n bestand mag overal staan waar EXPORT staat.
python -m lib mask BESTAND
    De regels van een tekst, met persoonsgegevens afgedekt ("[naam]"); - leest van de standaardinvoer.

EXPORT is een Excel- of CSV-bestand met antwoorden; er mogen er meer zijn. KANAAL is balie, telefoon, digitaal of
overig (een enquête van een andere soort). --channel kiest een kanaal, en noemt dat van een bestand dat er geen heeft.
--references neemt een lijst kanaal;item;jaar;bm;eigen of een gedrukte tabel met een kolom BM; --mapping een koppeling
die op de pagina Gegevens is bewaard, en die geldt voor bestanden met dezelfde kolomkoppen.
--duplicates zegt wat telt als een respondentnummer vaker voorkomt met andere antwoorden: both alle antwoorden (zo is
het vanzelf), last alleen het laatst ingevulde.
"""

import argparse
import io
import os
import secrets
import sys
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn, get_args

from lib.figures.audience import Audience
from lib.ingest.sandbox.guard import Reader
from lib.session.work_file import ENDING, may_be_work
from lib.survey.catalogue import ALL_CHANNELS
from lib.survey.problems import Problem, Refusal
from lib.survey.references import NO_REFERENCES, merge
from lib.survey.visible import one_line
from lib.survey.words import free_name, normalise

# What holds answers, makes figures of them or reads a mapping takes long to load. It is imported where it is used:
# while the process that reads the files starts, and for a wrong call not at all.
if TYPE_CHECKING:
    from lib.figures.channel import ChannelFigures
    from lib.figures.counts import Counts
    from lib.figures.selection import Selection
    from lib.ingest.mapping import ColumnMapping
    from lib.ingest.receipt import FileReceipt, ReferencesRead
    from lib.session.saved_work import SavedWork
    from lib.session.session import Session
    from lib.survey.dataset import Survey
    from lib.survey.references import References

_USAGE = "Zo wel: python -m lib figures EXPORT... [--references BESTAND] [--channel KANAAL] [--product NAAM] [--from JJJJ-MM-DD] [--to JJJJ-MM-DD] [--mapping BESTAND]"


class CallError(Exception):
    """The call can't be carried out; the message is the one Dutch line for standard error."""


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        raise CallError(f"De aanroep klopt niet. {_USAGE}")


def main(arguments: Sequence[str] | None = None, reader: Reader | None = None) -> int:
    """Carry out one call; returns the exit status (2: nothing could be done, one line says why).
    `reader` opens the files; without it one is made for this call."""
    arguments = sys.argv[1:] if arguments is None else arguments
    if arguments and arguments[0] in ("-h", "--help"):
        return _write((__doc__ or "").strip() + "\n")
    try:
        if arguments and arguments[0] == "mask":
            output = _masked(_parser().parse_args(arguments).file)
        elif reader is not None:
            output = _run(_parser().parse_args(arguments), reader)
        else:
            with Reader().warm_up() as own:
                output = _run(_parser().parse_args(arguments), own)
    except CallError as error:
        print(one_line(str(error)), file=sys.stderr)
        return 2
    return _write(output)


def _write(output: str) -> int:
    """Write what was asked for; returns the exit status."""
    try:
        if sys.stdout is None:  # closed before the call
            raise OSError
        sys.stdout.write(output)
        sys.stdout.flush()
    except OSError as error:
        if sys.stdout is not None:
            # Python would try once more at its end to write what is left.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if isinstance(error, BrokenPipeError):  # who reads has enough, as `head` does
            return 0
        print("De uitvoer kan niet worden geschreven: de schijf is vol of de uitvoer is gesloten.", file=sys.stderr)
        return 2
    return 0


def _parser() -> argparse.ArgumentParser:
    from lib.ingest.join.duplicates import Keep

    parser = _Parser(prog="python -m lib", add_help=False)
    commands = parser.add_subparsers(dest="command", required=True)
    masking = commands.add_parser("mask", add_help=False, allow_abbrev=False)
    masking.add_argument("file")
    for name in ("figures", "inspect", "factsheet", "check", "project"):
        command = commands.add_parser(name, add_help=False, allow_abbrev=False)
        command.add_argument("exports", nargs="+")
        command.add_argument("--mapping", action="append", default=[])
        command.add_argument("--duplicates", choices=get_args(Keep), default="both")
        command.add_argument("--channel")
        if name in ("factsheet", "project"):
            command.add_argument("--out", required=True)
        if name == "factsheet":
            command.add_argument("--choices")
        if name == "check":
            command.add_argument("--published", required=True)
            command.add_argument("--pages")
        if name != "inspect":
            command.add_argument("--references", action="append", default=[])
            command.add_argument("--product", action="append", default=[])
            command.add_argument("--from", dest="start")
            command.add_argument("--to", dest="end")
        if name == "figures":
            command.add_argument("--for", dest="audience", choices=get_args(Audience), default="explore")
    return parser


def _run(call: argparse.Namespace, reader: Reader) -> str:
    from lib.ingest.receipt import survey_of
    from lib.report.figures_json import dump, figures_json, inspect_json

    # What is wrong with the call itself is said before any file is read.
    channel = _channel(call.channel)
    if call.command == "factsheet":
        _ending(call.out)
    if call.command == "check":
        _pages(call.pages)
    if call.command != "inspect":
        start, end = _date(call.start, "--from"), _date(call.end, "--to")
        if start is not None and end is not None and start > end:
            raise CallError(f"De periode klopt niet: {start:%d-%m-%Y} ligt na {end:%d-%m-%Y}.")
    mappings = [_mapping(path) for path in call.mapping]
    exports, works = _exports(call.exports)
    # What people are known by dies with this call.
    key = secrets.token_bytes(32)
    use = (*(each for work in works for each in work.mappings), *(mapping for _, mapping in mappings))
    receipts = [_read(reader, *each, use, channel, key) for each in exports]
    if not any(receipt.is_read for receipt in receipts):
        first = next((p for receipt in receipts for p in receipt.problems if p.severity == "error"), None)
        raise CallError(_sentence(first) if first else "In de bestanden staan geen antwoorden van respondenten.")
    survey = survey_of(receipts, call.duplicates)
    unused = [_unused(file) for file, mapping in mappings if not any(each.is_meant_by(mapping) for each in receipts)]
    if call.command == "inspect":
        return dump([inspect_json(_with_problems(each, [*survey.problems, *unused])) for each in receipts])
    from lib.figures.channel import channels_of, count_channels, figures, problems_of
    from lib.figures.selection import Selection

    selection = Selection(channel, _products(call.product, survey), start, end)
    references = [_read_references(reader, path) for path in call.references]
    counts = count_channels(survey)
    together = merge([*(work.references for work in works), *(read.references for read in references)])
    if call.command == "project":
        return _project(call, exports, use, together, selection)
    if call.command == "check":
        from lib.answers.collection import Collection
        from lib.session.derived import Derived
        from lib.session.session import Session

        said = Session()
        for work in works:
            said = replace(
                said, choice=said.choice.with_all(work.choice), corrections=(*said.corrections, *work.corrections)
            )
        opened = replace(said, derived=Derived(survey, counts, Collection(survey)), references=together)
        return _check(call, reader, opened, selection)
    if call.command == "factsheet":
        return _factsheet(call, survey, counts, together, selection, works)
    found = [figures(counts[name], selection, together) for name in channels_of(selection, tuple(counts))]
    if call.audience != "explore":
        found = _for_others(found, counts, call.audience)
    problems = [
        *(problem for receipt in receipts for problem in receipt.problems),
        *unused,
        *survey.problems,
        *(problem for read in references for problem in read.problems),
    ]
    if call.audience != "explore":  # what is said of files tells how few cells or people it is about
        problems = []
    problems += [problem for channel_figures in found for problem in problems_of(channel_figures)]
    if channel is not None and not found:
        problems.append(
            Problem(
                "channel_empty",
                "warning",
                f"In de bestanden staan geen antwoorden van het kanaal {channel}.",
                remedy="Kies een ander kanaal, of voeg de export van dit kanaal toe.",
            )
        )
    return dump(figures_json(selection, found, problems, call.audience))


def _for_others(
    found: "Sequence[ChannelFigures]", counts: "Mapping[str, Counts]", audience: Audience
) -> "list[ChannelFigures]":
    """The figures as they may be shown in a room or leave; raises `CallError` for a period that is no whole months."""
    from lib.figures.disclosure import Disclosure, apply_figures

    made = [(each, Disclosure.of(counts[each.channel])) for each in found]
    for each, disclosure in made:
        whole = disclosure.published(each.selection)
        if whole.is_expanded:
            days = (
                (name, day) for name, day in (("--from", whole.selection.start), ("--to", whole.selection.end)) if day
            )
            months = " ".join(f"{name} {day.isoformat()}" for name, day in days)
            raise CallError(f"--for {audience} vraagt hele kalendermaanden; kies {months}.")
    return [apply_figures(each, disclosure, audience) for each, disclosure in made]


def _ending(out: str) -> str:
    """The ending of a file to write; raises `CallError` where there is no such form."""
    from lib.render.factsheet import ENDINGS

    ending = Path(out).suffix.lower().lstrip(".")
    if ending not in ENDINGS:
        forms = ", ".join(f".{each}" for each in ENDINGS)
        raise CallError(f"--out '{out}' heeft geen uitgang van een soort bestand dat er is; kies {forms}.")
    return ending


def _factsheet(
    call: argparse.Namespace,
    survey: "Survey",
    counts: "Mapping[str, Counts]",
    references: "References",
    selection: "Selection",
    works: "Sequence[SavedWork]",
) -> str:
    """Write the factsheet, as saved work says or else as `--choices` does; returns the one line that says so."""
    import json

    from lib.answers.choice import Choice
    from lib.answers.choice import from_json as approved_tips
    from lib.answers.collection import Collection
    from lib.figures.disclosure import whole_months
    from lib.render.factsheet import factsheet_file
    from lib.report.factsheet import choices_of, factsheet
    from lib.report.figures_json import figures_json
    from lib.report.view import View
    from lib.session.derived import Derived
    from lib.session.session import Session

    saved = next((work.factsheet for work in reversed(works) if work.factsheet), None)
    approved = Choice()
    for work in works:
        approved = approved.with_all(work.choice)
    if call.choices is not None:
        try:
            given = _bytes(call.choices)
            saved = json.loads(given)
        except (ValueError, RecursionError):
            raise CallError(f"{Path(call.choices).name} is geen bewaarde keuze; bewaar de keuze opnieuw.") from None
        except Refusal as refusal:
            raise CallError(_sentence(refusal.problem)) from None
        told = saved.get("tips") if isinstance(saved, dict) else None
        approved = approved.with_all(approved_tips(json.dumps(told).encode())[0] if told is not None else Choice())
    choices = choices_of(saved)
    derived = Derived(survey, counts, Collection(survey))
    view = View(Session(derived=derived, references=references, choice=approved), selection, {}, "publish")
    pages = factsheet(view, choices)
    if not pages:
        raise CallError("In deze selectie vulde niemand de vragenlijst in; er is geen factsheet te maken.")
    found = [view.figures(channel) for channel in view.channels]
    told = figures_json(whole_months(selection), found, [], "publish")
    made = factsheet_file(_ending(call.out), pages, told, date.today(), choices)
    try:
        Path(call.out).write_bytes(made)
    except OSError:
        raise CallError(f"{call.out} kan niet worden geschreven; controleer de map en de schijf.") from None
    return f"Factsheet gemaakt: {one_line(call.out)} ({len(pages)} {'kanaal' if len(pages) == 1 else 'kanalen'}).\n"


def _check(call: argparse.Namespace, reader: Reader, session: "Session", selection: "Selection") -> str:
    """The draft recomputed, as JSON; raises `CallError` where the draft can't be read."""
    from lib.report.check.check_draft import check_draft
    from lib.report.check.check_json import check_json
    from lib.report.figures_json import dump

    pages = _pages(call.pages)
    try:
        draft = reader.read_draft(Path(call.published).name, _bytes(call.published), pages)
    except Refusal as refusal:
        raise CallError(_sentence(refusal.problem)) from None
    if draft.format is None and draft.problems:
        raise CallError(_sentence(draft.problems[0]))
    return dump(check_json(check_draft(session, draft, selection)))


def _pages(text: str | None) -> tuple[int, int] | None:
    """The first and last page of "3-7" or "3"; raises `CallError` for anything else."""
    from lib.report.check.page_range import page_range

    try:
        return page_range(text or "")
    except ValueError as error:
        raise CallError(f"--pages {error}") from None


def _masked(path: str) -> str:
    """The lines of a text with personal data masked."""
    from lib.answers.masking import masked

    if path == "-":
        text = sys.stdin.read()
    else:
        try:
            text = _bytes(path).decode("utf-8-sig", errors="replace")
        except Refusal as refusal:
            raise CallError(_sentence(refusal.problem)) from None
    return "".join(f"{masked(line)}\n" for line in text.splitlines())


def _bytes(path: str) -> bytes:
    """The bytes of a file; raises `Refusal` where it can't be opened."""
    name = Path(path).name
    try:
        return Path(path).read_bytes()
    except OSError:
        raise Refusal(
            Problem(
                "file_missing",
                "error",
                f"Het bestand {name} bestaat niet of kan niet worden geopend.",
                file=name,
                remedy="Controleer de naam en de map.",
            )
        ) from None


def _with_problems(receipt: "FileReceipt", more: Sequence[Problem]) -> "FileReceipt":
    """The receipt with those problems added that are about its file, or about no export at all."""
    found = [problem for problem in more if problem.file == receipt.file or problem.code == "mapping_unused"]
    return replace(receipt, problems=(*receipt.problems, *found))


def _unused(file: str) -> Problem:
    from lib.ingest.mapping import unused

    return unused(file)


def _mapping(path: str) -> tuple[str, "ColumnMapping"]:
    """The name and content of a mapping file; raises `CallError` where it is none."""
    from lib.ingest.mapping import read_mapping

    try:
        read = read_mapping(Path(path).name, _bytes(path))
    except Refusal as refusal:
        raise CallError(_sentence(refusal.problem)) from None
    if read.mapping is None:
        raise CallError(_sentence(read.problems[0]))
    return read.file, read.mapping


Given = tuple[str, str, "bytes | Refusal"]  # the name of a file as it was given, what it is called here, its content


def _exports(paths: Sequence[str]) -> "tuple[list[Given], list[SavedWork]]":
    """The exports, and what saved work among them says of them; its exports stand in its place. Two files of one name,
    in two folders, are told apart. Raises `CallError` for saved work that can't be opened."""
    found: list[Given] = []
    works: list[SavedWork] = []
    names: list[str] = []

    def add(given: str, content: "bytes | Refusal") -> None:
        names.append(free_name(given, names))
        found.append((given, names[-1], content))

    for path in paths:
        given = Path(path).name
        try:
            data = _bytes(path)
        except Refusal as refusal:
            add(given, refusal)
            continue
        if not may_be_work(given, data):
            add(given, data)
            continue
        from lib.session.saved_work import is_saved_work, read

        if not given.lower().endswith(ENDING) and not is_saved_work(data):
            add(given, data)
            continue
        try:
            works.append(read(given, data))
        except Refusal as refusal:
            raise CallError(_sentence(refusal.problem)) from None
        for name, inside in works[-1].exports:
            add(name, inside)
    if works and not found:
        raise CallError("In het werkbestand zitten geen exports; geef ze erbij, of bewaar het werk met de exports.")
    return found, works


def _project(
    call: argparse.Namespace,
    exports: "Sequence[Given]",
    mappings: "Sequence[ColumnMapping]",
    references: "References",
    selection: "Selection",
) -> str:
    """Write saved work with the exports in it; returns the one line that says so."""
    from lib.session.saved_work import SavedWork, save

    if not call.out.lower().endswith(ENDING):
        raise CallError(f"--out '{call.out}' moet eindigen op {ENDING}.")
    files = tuple((name, data) for _, name, data in exports if isinstance(data, bytes))
    work = SavedWork(tuple(mappings), references, selection, exports=files)
    try:
        Path(call.out).write_bytes(save(work))
    except OSError:
        raise CallError(f"{call.out} kan niet worden geschreven; controleer de map en de schijf.") from None
    return f"Werkbestand gemaakt: {one_line(call.out)} ({len(files)} {'export' if len(files) == 1 else 'exports'}).\n"


def _read(
    reader: Reader,
    given: str,
    name: str,
    content: "bytes | Refusal",
    mappings: "Sequence[ColumnMapping]",
    channel: str | None,
    key: bytes,
) -> "FileReceipt":
    from lib.ingest.join.duplicates import renamed
    from lib.ingest.receipt import FileReceipt

    if not isinstance(content, bytes):
        return FileReceipt(name, None, None, None, (), (content.problem,), ())
    receipt = reader.read_file(name, content, mappings, channel, key)
    return receipt if name == given else replace(receipt, problems=(renamed(given, name), *receipt.problems))


def _read_references(reader: Reader, path: str) -> "ReferencesRead":
    from lib.ingest.receipt import ReferencesRead

    try:
        return reader.read_references(Path(path).name, _bytes(path))
    except Refusal as refusal:
        return ReferencesRead(Path(path).name, NO_REFERENCES, (refusal.problem,))


def _sentence(problem: Problem) -> str:
    """The problem on one line, in which the file is named."""
    problem = problem.on_command_line()
    if problem.file is not None and problem.file not in problem.message:
        problem = replace(problem, message=f"{problem.file}: {problem.message}")
    return f"{problem.message} {problem.remedy}" if problem.remedy else problem.message


def _date(text: str | None, option: str) -> date | None:
    if text is None:
        return None
    try:
        day = date.fromisoformat(text)
    except ValueError:
        day = None
    # fromisoformat also takes 20200131 and 2020-W05, which nobody means.
    if day is None or day.isoformat() != text:
        raise CallError(f"{option} '{text}' is geen datum; schrijf hem als 2020-01-31.")
    return day


def _channel(text: str | None) -> str | None:
    if text is None or text in ALL_CHANNELS:
        return text
    raise CallError(f"--channel '{text}' is geen kanaal; kies balie, telefoon, digitaal of overig.")


def _products(names: Sequence[str], survey: "Survey") -> tuple[str, ...]:
    """The survey's own labels of the named products; raises `CallError` for one it doesn't have."""
    known = {normalise(name): name for channel in survey.channels.values() for name in channel.products}
    for name in names:
        if normalise(name) not in known:
            from rapidfuzz import fuzz, process

            near = process.extractOne(normalise(name), known.keys(), scorer=fuzz.ratio, score_cutoff=60)
            hint = f" Bedoelt u '{known[near[0]]}'?" if near else ""
            raise CallError(f"Product '{name}' komt in de bestanden niet voor.{hint}")
    return tuple(dict.fromkeys(known[normalise(name)] for name in names))


if __name__ == "__main__":
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # the same bytes, whatever the machine's own encoding
            # A file name may hold a byte that is no sign; in JSON a backslash says so too.
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
    try:
        sys.exit(main())
    except KeyboardInterrupt:
        sys.exit(130)  # as a shell says it: stopped by the user, who need not be told
