"""The first rows of a sheet to one name per column, whatever number of rows the header takes."""

import html
import re
from collections.abc import Sequence
from dataclasses import dataclass

from lib.ingest.layout.totals import starts_as_total
from lib.survey.scales import NO_WORDS, YES_WORDS
from lib.survey.words import normalise

_SEARCH = 30
_IMPORT_ID = re.compile(r"""^\{\s*['"’‘“”]*ImportId['"’‘“”]*\s*:""", re.IGNORECASE)
# What software puts under a question that takes one column: it is no option.
_RESPONSE_WORDS = frozenset({"response", "responses", "open ended response", "antwoord", "open antwoord", "reactie"})
_SUB_QUESTION = re.compile(r"^(?P<question>.*\S)\s*\[(?P<part>[^\[\]]+)\]\s*$", re.DOTALL)
# "vooraf_kosten" beside "vooraf_procedure"
_PREFIXED = re.compile(r"^(?P<question>[A-Za-z]{2,}\d{0,2})_(?P<part>[A-Za-z]\w+)$")
# "In hoeverre bent u het hiermee eens? (Ik vond het loket snel)"
_IN_PARENTHESES = re.compile(r"^(?P<question>.{15,}[?:])\s*\((?P<part>[^()]{12,})\)\s*$", re.DOTALL)
_DASHED = re.compile(r"^(?P<question>.*\S)\s+-\s+(?P<part>\S.*)$", re.DOTALL)
_WITH_COLON = re.compile(r"^(?P<question>.*\S)\s*:\s+(?P<part>\S.*)$", re.DOTALL)
_SOFTWARE_WORDS = re.compile(r"\s+-\s+(selected choice|geselecteerde keuze)\b", re.IGNORECASE)
_BARE_CODE = re.compile(r"^[A-Za-z]{1,6}_?\d+(?:[\w.]|\[\w+\])*$")  # V1_A1, Q12.3, G01Q02[SQ001]
# Q12, G01Q02[SQ001], 3a, "A. U"; not 2e, which is a word.
_LEADING_CODE = re.compile(
    r"^(?:[A-Z]{2,5}[.:]\s+|[A-Z]\.\s+(?=[A-Z][a-z])|[A-Za-z]{1,10}\d+(?:(?:_?[A-Za-z]{0,3}\d+)*[a-z]?(?:\[\w+\])*[\s.:)-]+|_)|\d+[a-df-z][\s.:)-]+)(?=\S)"
)
_TAG = re.compile(r"</?[a-zA-Z][^<>]*>")
# "(1 = zeer ontevreden, 10 = zeer tevreden)" and "Meerdere antwoorden mogelijk." say how to answer, not what is asked.
_HOW_TO_ANSWER = re.compile(
    r"\s*\((?=[^()]*(?:\d|meer|mogelijk|optioneel|verplicht|cijfer|open vraag|anoniem|indien|eventueel|dd.mm|d.m.j|jjjj))[^()]*(?:\)|$)"
    r"|(?<=[.?!])\s+(?:kies|omcirkel|geef|vul|kruis|noteer|zet)\b[^.?!]*\b(?:cijfer|antwoord|antwoorden|getal|punten|vakje)\b[^.?!]*[.?!]?$"
    r"|\bmeer(?:dere)? antwoorden (?:zijn )?mogelijk\b\.?|\b(?:niet verplicht|optioneel)\b",
    re.IGNORECASE,
)
# "U bezocht de balie. Welk cijfer geeft u voor de wachttijd? Een 1 is heel slecht." asks one thing.
_AROUND_QUESTION = re.compile(r"^(?:.{15,}?[.!]\s+)?(?P<question>[^?]*[^?.!])\?.*$", re.DOTALL)
_LAST_SENTENCE = re.compile(r"^.{15,}[.!]\s+(?P<last>[^.!?]{4,})\.?$", re.DOTALL)
# What stands behind a question for its answer ("Wachttijd - Rapportcijfer"); it is no question itself.
_ANSWER_WORDS = "rapportcijfer|cijfer|score|antwoord|waarde|response|responses"
_ANSWER = re.compile(rf"\s*[-–|:(\[]\s*(?:{_ANSWER_WORDS})\s*[)\]]?\s*$", re.IGNORECASE)
# "Wachttijd 2019" asks for what "Wachttijd" asks; which year it is about is told apart by `year_of`.
_YEAR = re.compile(r"(?<![^\W_])(?:(?:in|over|jaar|meting)\s+)?((?:19|20)\d{2})(?![^\W_])", re.IGNORECASE)
_CUT_LENGTHS = (63, 64)  # letters; a space at the place of the cut is gone
_NAMED_CODE = re.compile(r"^[a-z]{2,}\.\s+(?=\S)")  # submitdate. Datum verzonden
_CODE = re.compile(r"^[\w.\-\[\]]+$")
_DISTINCT = 0.6  # share of the names of a header; "Anders" may stand above several columns
# "(1 = slecht, 10 = goed)" and "1 = te traag, 10 = snel" behind the question.
_CODES_EXPLAINED = re.compile(r"\([^()]*=[^()]*(?:\)|$)|(?<![\w(])\d+\s*=\s*[^,;.?!]+[,;.]?")
_PART_WEIGHT = 0.97  # a part of a header says a little less than the whole of another one


@dataclass(frozen=True)
class Header:
    """The header of a table. `rows`: places of its rows, from 0. Per column its `name` (a question
    and its option as "question [option]") and the `code` that stands beside it, or empty texts."""

    rows: tuple[int, ...]
    names: tuple[str, ...]
    codes: tuple[str, ...]


def find_header(top: Sequence[Sequence[str]]) -> Header | None:
    """The header among the first rows of a sheet, given as texts; None where there is none."""
    for place, row in enumerate(top[:_SEARCH]):
        if _is_import_ids(row):
            return _above_import_ids(top, place)
    for place in range(min(len(top), _SEARCH)):
        if place + 1 < len(top) and _is_question_over_options(top[place], top[place + 1], top[place + 2 :]):
            return _question_over_options(top[place], top[place + 1], place)
        if _is_single(top, place):
            if _is_code_over_text(top, place):
                return Header((place, place + 1), tuple(top[place + 1]), tuple(top[place]))
            return Header((place,), tuple(top[place]), ("",) * len(top[place]))
    return None


def is_bare_code(header: str) -> bool:
    """Whether a header is the number of a question in the survey software, and none of its words."""
    return _BARE_CODE.match(header) is not None


def readings(header: str, code: str = "") -> tuple[tuple[str, float], ...]:
    """The texts by which a column may be known, each with how much it says (1 is all).

    `"Q1[SQ001]. Geef een cijfer [Wachttijd]"` can be known by the whole, without its code, or by
    what stands between the last brackets alone; a column's code counts as well.
    """
    plain = _SOFTWARE_WORDS.sub("", html.unescape(_TAG.sub(" ", header)))
    without_code = _ANSWER.sub("", _LEADING_CODE.sub("", plain.strip())) or plain
    asked = _AROUND_QUESTION.sub(r"\g<question>", without_code)
    # What asks in another unit ("Wachttijd (5 min)") is told from the whole header, elsewhere.
    shorter = {_HOW_TO_ANSWER.sub("", without_code), _HOW_TO_ANSWER.sub("", asked), _NAMED_CODE.sub("", without_code)}
    shorter |= {_YEAR.sub(" ", text) for text in (without_code, asked)}
    last = _LAST_SENTENCE.match(_HOW_TO_ANSWER.sub("", without_code))
    shorter |= set() if last is None else {last["last"]}
    found = [(plain, 1.0), (without_code, 1.0), *((text, _PART_WEIGHT) for text in sorted(shorter))]
    match = _SUB_QUESTION.match(without_code) or _parenthesised(without_code) or _DASHED.match(without_code)
    if match is not None:
        part = match["part"]
        found += [(text, _PART_WEIGHT) for text in (part, _HOW_TO_ANSWER.sub("", part), _YEAR.sub(" ", part))]
    found.append((code, _PART_WEIGHT))
    weights: dict[str, float] = {}
    for text, weight in found:
        words = normalise(text)
        if words:
            weights[words] = max(weight, weights.get(words, 0.0))
    return tuple(weights.items())


def question_itself(header: str) -> str:
    """A header without what explains its answers ("1 = slecht") and without the sentences around its question."""
    apart = _SUB_QUESTION.match(header) or _parenthesised(header) or _DASHED.match(header)
    if apart is not None:
        return f"{question_itself(apart['question'])} {question_itself(apart['part'])}"
    plain = _CODES_EXPLAINED.sub(" ", _HOW_TO_ANSWER.sub("", html.unescape(_TAG.sub(" ", header))))
    asked = _AROUND_QUESTION.sub(r"\g<question>", _LEADING_CODE.sub("", plain.strip()))
    last = _LAST_SENTENCE.match(asked)
    return last["last"] if last is not None else asked


def year_of(header: str) -> int | None:
    """The year that a header speaks of; None where it names none, or several."""
    years = set(_YEAR.findall(header))
    return int(years.pop()) if len(years) == 1 else None


def is_cut_off(header: str) -> bool:
    """Whether software may have left out the end of a header: it says so with dots, or has the length
    at which housing and municipal monitors cut."""
    return header.endswith(("...", "…")) or len(header) in _CUT_LENGTHS


def question_of(header: str) -> str:
    """The question in a header, on one line, without the code and the words that software put around it."""
    return " ".join(_LEADING_CODE.sub("", _SOFTWARE_WORDS.sub("", header.strip())).split()) or header


def question_and_option(header: str) -> tuple[str, str] | None:
    """The question and the option in the header of a column that stands for one option, or None."""
    plain = question_of(header)
    match = (
        _SUB_QUESTION.match(plain)
        or _parenthesised(plain)
        or _DASHED.match(plain)
        or _WITH_COLON.match(plain)
        or _PREFIXED.match(plain)
    )
    return None if match is None else (match["question"].rstrip(" :"), match["part"])


def _parenthesised(header: str) -> re.Match[str] | None:
    """A question and its part in parentheses; what says how to answer is no part."""
    match = _IN_PARENTHESES.match(header)
    return match if match is not None and not _HOW_TO_ANSWER.search(f" ({match['part']})") else None


def _is_single(top: Sequence[Sequence[str]], place: int) -> bool:
    """Whether a row is mostly distinct words, about as wide as the rows under it."""
    texts = [text for text in top[place] if text]
    words = [text for text in texts if any(character.isalpha() for character in text)]
    below = [width for row in top[place + 1 :] if (width := sum(bool(text) for text in row))]
    # The widest row counts, not the usual one: many respondents skip half of the questions.
    is_wide = len(texts) >= max(2.0, 0.6 * max(below, default=0))
    return bool(below) and is_wide and len(words) >= 0.8 * len(texts) and len(set(words)) >= _DISTINCT * len(words)


def _is_import_ids(row: Sequence[str]) -> bool:
    filled = [text for text in row if text]
    return bool(filled) and sum(bool(_IMPORT_ID.match(text)) for text in filled) >= 0.8 * len(filled)


def _above_import_ids(top: Sequence[Sequence[str]], place: int) -> Header | None:
    """The question texts stand above the row of import ids, the codes above those."""
    if place == 0:
        return None
    texts = tuple(top[place - 1])
    if place == 1:
        return Header((0, 1), texts, ("",) * len(texts))
    codes = tuple(top[place - 2])
    names = tuple(text or code for text, code in zip(texts, codes, strict=True))
    return Header((place - 2, place - 1, place), names, codes)


def _is_question_over_options(
    questions: Sequence[str], parts: Sequence[str], below: Sequence[Sequence[str]]
) -> bool:  # fmt: skip
    """Whether a row holds questions, where blank belongs to the left, and the row under it their options.

    A question of one column has nothing or "Response" under it; one of more columns has a different
    text under each. That tells it from a title above a header, and from a header above an answer.
    """
    width = max((place + 1 for row in (questions, parts) for place, text in enumerate(row) if text), default=0)
    starts = [place for place in range(width) if questions[place]]
    if len(starts) < 2 or starts[0] != 0:
        return False
    spans = [parts[start:end] for start, end in zip(starts, [*starts[1:], width], strict=True)]
    if any(text and not any(character.isalpha() for character in text) for span in spans for text in span):
        return False
    single = [span[0] for span in spans if len(span) == 1]
    wide = [span for span in spans if len(span) > 1]
    if any(text and normalise(text) not in _RESPONSE_WORDS for text in single):
        return False
    if any(not all(span) or len(set(span)) < len(span) for span in wide):
        return False
    if not wide and not any(single):
        return False
    return not any(text and _is_answer(text, column, below) for column, text in enumerate(parts))


def _is_answer(text: str, column: int, below: Sequence[Sequence[str]]) -> bool:
    """Whether a text is one of several answers in a column. The text of an option may be repeated under
    it, for who chose it; then nothing else stands there but a total."""
    cells = {row[column] for row in below if row[column] and not starts_as_total(row)}
    return text in cells and any(normalise(cell) not in YES_WORDS | NO_WORDS for cell in cells - {text})


def _question_over_options(questions: Sequence[str], parts: Sequence[str], place: int) -> Header:
    names, question = [], ""
    for own, part in zip(questions, parts, strict=True):
        question = own or question
        is_option = part and normalise(part) not in _RESPONSE_WORDS
        names.append(f"{question} [{part}]" if is_option else question if own or part else "")
    return Header((place, place + 1), tuple(names), ("",) * len(names))


def _is_code_over_text(top: Sequence[Sequence[str]], place: int) -> bool:
    """Whether a header of codes has a row of question texts under it: whole sentences, all different,
    none of which is an answer further down."""
    if place + 1 >= len(top) - 1:
        return False
    codes, texts = top[place], top[place + 1]
    pairs = [(code, text) for code, text in zip(codes, texts, strict=True) if code]
    sentences = [text for _, text in pairs if text]
    if len(sentences) < 0.9 * len(pairs) or len(set(sentences)) < len(sentences):
        return False
    if sum(bool(_CODE.match(code)) for code, _ in pairs) < 0.9 * len(pairs):
        return False
    if sum(len(text.split()) for text in sentences) < 3 * len(sentences):
        return False
    answers = {(column, text) for row in top[place + 2 :] for column, text in enumerate(row) if text}
    return not any((column, text) in answers for column, text in enumerate(texts))
