"""Every number of a draft, and what it is: a figure of the survey, no figure, or not read and why."""

from collections import Counter
from collections.abc import Sequence

from lib.ingest.published.drafts.boxes import blocks_of
from lib.ingest.published.drafts.draft import Draft
from lib.ingest.published.drafts.found import Found, Sheet
from lib.ingest.published.drafts.paragraphs import joined
from lib.ingest.published.drafts.printed_number import Claim, Place, PrintedNumber, Unit
from lib.ingest.published.drafts.printed_words import Facts, Vocabulary, channels_of, kind_of
from lib.ingest.published.drafts.row_state import State
from lib.ingest.published.drafts.rows import Rows
from lib.ingest.published.drafts.whole_draft import own_name, set_page_numbers, year_of
from lib.survey.catalogue import CHANNELS
from lib.survey.meaning import forget_answers
from lib.survey.vocabulary import data_file, lexicons

_PICTURE = (
    "Dit is een afbeelding; wat erin staat, is niet te lezen. Zet de cijfers ernaast als tekst, of vergelijk ze zelf."
)
_PAGE = (
    "Deze bladzijde heeft geen tekst, waarschijnlijk een scan. Maak een PDF met tekst, of vergelijk de cijfers zelf."
)
_NO_CHANNEL = "Van welk kanaal dit getal is, is niet te zien. Noem het kanaal in de kop, of kies zelf wat het is."
_NO_FIGURE = "Bij dit getal is niet te zien wat het is. Kies zelf wat het is, of dat het geen cijfer is."
_EFFORT_SHARE = "Een percentage per antwoord op de vraag naar moeite is hier niet na te rekenen. Vergelijk het zelf."
_NO_PERCENT = "Bij '{label}' hoort een rapportcijfer, en hier staat een percentage. Kies zelf wat het is."
_NO_GRADE = "Bij '{label}' hoort een percentage, en hier staat iets als een rapportcijfer. Kies zelf wat het is."


def printed_numbers(
    draft: Draft, known_products: Sequence[str] = (), known_channels: Sequence[str] = CHANNELS
) -> list[PrintedNumber]:
    """What every number of a draft is, in reading order; then each picture and page that was not read.

    `known_products`, `known_channels`: of the data with which the draft will be compared; a product is known by name
    only if it is among them, and a draft that names no channel is of the only one.
    """
    vocabulary = Vocabulary(known_products, known_channels)
    blocks = blocks_of(draft, vocabulary)
    for block in blocks:
        block.lines = joined(block.lines)
    sheet = Sheet(blocks)
    set_page_numbers(blocks, sheet, vocabulary)
    rows = Rows(sheet, vocabulary, own_name(draft), draft.format in ("docx", "html", "pptx", "xlsx", "markdown"))
    start = State(Facts(year=year_of(draft), channel=known_channels[0] if len(known_channels) == 1 else None))
    ends: list[State] = []
    for block in blocks:
        before = ends[block.after] if block.after is not None else start
        ends.append(rows.read(block, before))
    _join_channels(sheet, vocabulary)
    is_scan = any(one.number.repaired for one in sheet.all)
    found = [_number(one, is_scan) for one in sorted(sheet.all, key=lambda one: (one.piece.page, one.line, one.order))]
    _forget_words()
    return [*found, *_unseen(draft)]


def _forget_words() -> None:
    """Forget which words were met: a draft may print tips, and they are respondents' own."""
    forget_answers()
    for path in (("words.toml", "concept"), *(("printed.toml", name) for name in data_file("printed.toml"))):
        for lexicon in lexicons(*path).values():
            lexicon.forget()


def _join_channels(sheet: Sheet, vocabulary: Vocabulary) -> None:
    """A figure whose heading names no channel gets the one that asks it, or that its neighbours are of."""
    of_block: dict[int, Counter[str]] = {}
    for one in sheet.all:
        if one.facts is not None and one.facts.item is not None:
            channels = channels_of(one.facts.item)
            if (one.facts.channel is None and len(channels) == 1) or (
                one.facts.channel is not None and one.facts.channel not in channels and len(channels) == 1
            ):
                one.facts = Facts(one.facts.item, one.facts.role, channels[0], one.facts.year)
            if one.facts.channel is not None:
                of_block.setdefault(one.block, Counter())[one.facts.channel] += 1
    for one in sheet.all:
        if one.facts is not None and one.facts.channel is None:
            counted = of_block.get(one.block, Counter())
            if len(counted) == 1:
                one.facts = Facts(one.facts.item, one.facts.role, next(iter(counted)), one.facts.year)


def _number(one: Found, is_scan: bool) -> PrintedNumber:
    number = one.number
    place = Place(one.piece.page, one.line, one.text, one.order)
    claim, why, message = None, one.why, one.message
    unit: Unit = "percent" if number.is_percent else ""
    if why is None and message is None and one.facts is not None:
        claim, message, unit = _claim(one, one.facts)
    if why is None and message is None and claim is None:
        if one.is_year:
            why = "year"
        else:
            message = _NO_FIGURE
    value, repaired, decimals = number.value, number.repaired, number.decimals
    if is_scan and unit == "grade" and value is not None and not decimals and 10 < value < 100:
        # A scan loses commas; elsewhere a figure ten times too large is an error to be told.
        value, decimals, repaired = value / 10, 1, f"'{number.printed}' is gelezen met een komma erin"
    return PrintedNumber(
        number.printed, value, unit, decimals, place, claim, why if claim is None and message is None else None,
        message, repaired,
    )  # fmt: skip


def _claim(one: Found, facts: Facts) -> tuple[Claim | None, str | None, Unit]:
    """The figure that a number is taken for, or why it can't be one; and its unit."""
    number = one.number
    assert facts.item is not None
    role = facts.role or "own"
    kind = kind_of(facts.item)
    unit: Unit = "percent" if number.is_percent else "count" if kind == "count" or role == "n" else ""
    label = facts.item
    if number.value is None:
        return None, "Dit getal is niet als één getal te lezen. Schrijf het met één komma.", unit
    if facts.channel is None or facts.channel not in channels_of(facts.item):
        return None, _NO_CHANNEL, unit
    if kind == "effort":
        if role.startswith("share:"):
            return None, _EFFORT_SHARE, unit
        unit = "count" if role == "n" else "points"
    elif kind == "grade" and role in ("own", "benchmark"):
        if number.is_percent:
            return None, _NO_PERCENT.format(label=label), unit
        unit = "grade"
    elif kind == "agree" and role in ("own", "benchmark", "difference") and not number.is_percent:
        if number.decimals and role != "difference":
            return None, _NO_GRADE.format(label=label), unit
        unit = "percent"
    elif kind in ("choice", "multi") and not number.is_percent:
        unit = "count" if number.value > 100 or one.counted else "percent"
    return Claim(facts.channel, facts.item, role, facts.year, one.n), None, unit


def _unseen(draft: Draft) -> list[PrintedNumber]:
    """Pictures and pages without text, one each."""
    return [
        PrintedNumber(
            one.name, None, "", 0, Place(one.page, one.line, one.name or ("afbeelding" if one.kind == "picture" else "bladzijde zonder tekst")),
            unread=_PICTURE if one.kind == "picture" else _PAGE,
        )
        for one in draft.unseen
    ]  # fmt: skip
