"""A draft as itself, with marks beside its numbers: each line as it stands, and one click away what every number of it was
taken for and what became of it. Every text of it is escaped; nothing of the file is run or fetched."""

import re
from collections.abc import Mapping, Sequence
from itertools import groupby

from markupsafe import Markup

from lib.ingest.published.drafts.draft import Draft, Word
from lib.ingest.published.drafts.printed_number import Place, PrintedNumber
from lib.report import dutch
from lib.report.check.check_tables import FLIPS, NOT_TRACEABLE, TOO_FEW, VERDICTS, claim_words, why_words
from lib.report.check.checked import Checked, CheckedFigure
from lib.report.check.recompute import rounded
from lib.survey.visible import visible

MARKS = {"reproduces": "✓", "within_rounding": "≈", "differs": "✗", "not_traceable": "?", "unread": "…"}
_WORDS = {**VERDICTS, "unread": "niet gelezen"}
_EXACT_DECIMALS = 4
_At = tuple[int, int]
_Entry = tuple[PrintedNumber, str, Markup]  # a number, what became of it ("" for no figure), its account


def draft_html(found: Checked, draft: Draft, page: int, *, only_doubtful: bool = False) -> Markup:
    """One page of a draft with the marks of its numbers. `only_doubtful`: without the lines in which nothing is wrong
    or unread."""
    entries = _entries(found, page)
    lines = groupby(sorted((word for word in draft.words if word.page == page), key=_at), key=_at)
    width = max((word.right for word in draft.words if word.page == page), default=1.0)
    rows = []
    for at, words in lines:
        mine = entries.get(at, [])
        if not only_doubtful or any(state not in ("", "reproduces") for _, state, _ in mine):
            rows.append(_line(list(words), mine, width))
    unseen = [each for each in found.unread if each.place.page == page and _is_unseen(draft, each)]
    shown = Markup("").join([*map(_picture, unseen), *rows])
    return Markup('<div class="km-draft" role="region" tabindex="0" aria-label="Bladzijde {}">{}</div>').format(
        page, shown
    )


def _at(word: Word) -> _At:
    return word.page, word.line


def _is_unseen(draft: Draft, number: PrintedNumber) -> bool:
    return number.value is None and any(
        (one.page, one.line, one.name) == (number.place.page, number.place.line, number.printed) for one in draft.unseen
    )


def _picture(number: PrintedNumber) -> Markup:
    name = number.printed or number.place.text
    return Markup(
        '<details class="km-unseen"><summary>{} <span aria-hidden="true">…</span></summary><p>{}</p></details>'
    ).format(visible(f"{dutch.sentence(name)}: niet gelezen"), visible(number.unread or ""))


def _entries(found: Checked, page: int) -> Mapping[_At, list[_Entry]]:
    """Every number of a page by its line, in order."""
    figures = (figure for figure in found.figures if figure.printed.place.page == page)
    every: list[_Entry] = [(figure.printed, figure.verdict, figure_account(figure)) for figure in figures]
    for one in found.unread:
        if one.place.page == page:
            every.append((one, "unread", _account(one, "niet gelezen", [("Waarom", one.unread or "")])))
    for one in found.not_figures:
        if one.place.page == page:
            every.append((one, "", _account(one, "geen cijfer", [("Wat", why_words(one.not_figure))])))
    made: dict[_At, list[_Entry]] = {}
    for entry in sorted(every, key=lambda one: one[0].place.order):
        place: Place = entry[0].place
        made.setdefault((place.page, place.line), []).append(entry)
    return made


def figure_account(figure: CheckedFigure) -> Markup:
    """What a printed figure was taken for, what it should be, and what may have gone wrong."""
    facts = [("Gelezen als", claim_words(figure.claim))]
    if figure.recomputed is not None:
        facts.append(("Nagerekend", figure.recomputed))
    exact = figure.exact
    if exact is not None and exact.value is not None:
        if exact.unit != "count":
            facts.append(("Onafgerond", dutch.number(rounded(exact.value, _EXACT_DECIMALS))))
        if exact.n is not None:
            facts.append(("n", dutch.number(exact.n)))
    if figure.correction is not None:
        facts.append(("Verbetering", dutch.sentence(figure.correction)))
    if figure.flips_verdict:
        facts.append(("Gevolg", FLIPS))
    if figure.causes:
        facts += [
            ("Oorzaak" if len(figure.causes) == 1 else f"Oorzaak {at}", cause.message)
            for at, cause in enumerate(figure.causes, 1)
        ]
    elif figure.is_suppressed:
        facts.append(("Waarom", TOO_FEW))
    elif figure.verdict == "not_traceable":
        facts.append(("Waarom", NOT_TRACEABLE))
    return _account(figure.printed, VERDICTS[figure.verdict], facts)


def _account(number: PrintedNumber, outcome: str, facts: Sequence[tuple[str, str]]) -> Markup:
    said = [("Door u gezegd", "ja")] if number.is_corrected else []
    rows = Markup("").join(
        Markup("<dt>{}</dt><dd>{}</dd>").format(name, visible(value)) for name, value in (*facts, *said)
    )
    return Markup('<div class="km-account"><p><strong>{}</strong> {}</p><dl>{}</dl></div>').format(
        visible(number.printed), outcome, rows
    )


def _line(words: Sequence[Word], entries: Sequence[_Entry], width: float) -> Markup:
    """One line: its pieces where they stand, its numbers marked; with an account to open where it has numbers."""
    pieces = [list(group) for _, group in groupby(words, key=lambda word: word.piece)]
    texts = _marked([visible(" ".join(word.text for word in piece)) for piece in pieces], entries)
    starts = [piece[0].left for piece in pieces]
    heading = " km-heading" if words[0].heading else ""
    if len(pieces) == 1:
        inner = Markup('<span class="km-printed{}">{}</span>').format(heading, texts[0])
    else:
        ends = [*starts[1:], max(width, starts[-1] + 1.0)]
        columns = " ".join(f"{max(end - start, 1.0):.0f}fr" for start, end in zip(starts, ends, strict=True))
        cells = Markup("").join(Markup("<span>{}</span>").format(text) for text in texts)
        inner = Markup('<span class="km-printed km-pieces{}" style="grid-template-columns:{}">{}</span>').format(
            heading, columns, cells
        )
    if not entries:
        return Markup('<div class="km-line">{}</div>').format(inner)
    accounts = Markup("").join(account for _, _, account in entries)
    return Markup('<details class="km-line"><summary>{}</summary>{}</details>').format(inner, accounts)


def _marked(texts: Sequence[str], entries: Sequence[_Entry]) -> list[Markup]:
    """The pieces of a line with a mark at each of its numbers; a number that isn't found in them has its mark behind."""
    whole = "\x00".join(texts)
    made, start = Markup(""), 0
    rest = []
    for number, state, _ in entries:
        if state == "":
            continue
        pattern = r"\s*".join(map(re.escape, visible(number.printed).split()))
        at = re.compile(rf"(?<![\d]){pattern}").search(whole, start) if pattern else None
        if at is None:
            rest.append(_mark(number.printed, state))
            continue
        made += _plain(whole[start : at.start()]) + _mark(at[0], state)
        start = at.end()
    made += _plain(whole[start:])
    made += Markup("").join(Markup(" ") + one for one in rest)
    return [Markup(part) for part in made.split("\x00")]


def _plain(text: str) -> Markup:
    """The text as text; what parts pieces stays."""
    return Markup("\x00").join(Markup("{}").format(visible(part)) for part in text.split("\x00"))


def _mark(text: str, state: str) -> Markup:
    return Markup(
        '<mark class="km-mark km-is-{}">{}<span aria-hidden="true">&#8239;{}</span><span class="km-hidden"> ({})</span></mark>'
    ).format(state, visible(text), MARKS[state], _WORDS[state])
