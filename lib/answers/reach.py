"""How somebody can be reached, in a text: e-mail addresses, telephone numbers, websites."""

import re
from collections.abc import Iterator

import phonenumbers

Span = tuple[int, int]

_TOP_LEVEL = r"(?:nl|com|org|net|eu|info|biz|gov|example|online|shop|app|frl|amsterdam|io|tv)"
# From the sign on: what stands before it is looked up backwards, or every letter would be a place to start.
_EMAIL = re.compile(r"@\s?[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}")
_SPELLED_EMAIL = re.compile(
    r"(?:\(at\)|\[at\]|\{at\}|\bat\b|[\[(]?\bapenstaartje\b[\])]?)\s?[\w-]{1,63}"
    rf"\s?(?:\.|\(dot\)|\[dot\]|\(punt\)|\bpunt\b|\bdot\b)\s?{_TOP_LEVEL}\b",
    re.IGNORECASE,
)
_SPELLED_BEFORE = re.compile(r"(?:[\w+-]{1,30}\s[\[(]?(?:punt|dot|streepje|underscore)[\])]?\s){0,3}$", re.IGNORECASE)
_SAID_AT = re.compile(r"\bat\b|apenstaart", re.IGNORECASE)  # much sooner found than a whole address
_MAILBOX = re.compile(r"[\w.+%'-]")
_LONGEST_MAILBOX = 64
_URL = re.compile(
    rf"(?:https?://|www\.)[^\s<>()\"]{{2,500}}|\b(?:[a-z0-9][a-z0-9-]{{1,62}}\.){{1,4}}{_TOP_LEVEL}\b(?:/[^\s<>()\"]{{0,500}})?",
    re.IGNORECASE,
)
_PHONE = re.compile(
    r"(?<![\d,.])(?:(?:\+|00)\s?31[\s.-]?(?:\(0\))?[\s.-]?|\(?0)[1-9](?:[\s.()/–-]{0,3}\d){8}(?!\d)"
)  # fmt: skip
_DIGIT_WORDS = r"(?:nul|een|één|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|dertien|veertien|[a-z]{3,6}tien|(?:[a-zé]{3,6}[eë]n)?[a-z]{2,6}tig)"
_PHONE_WORDS = re.compile(rf"\bnul(?:[\s,-]{{1,2}}{_DIGIT_WORDS}){{4,9}}\b", re.IGNORECASE)
_SERVICE = re.compile(
    r"(?<!\d)0(?:800|900|906|909|88)[\s.-]?\d{3,4}(?:[\s.-]?\d{3,4})?(?!\d)|(?<!\d)14\s?0\d{2,3}(?!\d)"
)


def emails(text: str) -> Iterator[Span]:
    """E-mail addresses, also written out ("jan at voorbeeld punt nl")."""
    rules = [_EMAIL] if "@" in text else []
    if _SAID_AT.search(text):
        rules.append(_SPELLED_EMAIL)
    for rule in rules:
        last = 0
        for match in rule.finditer(text):
            start = _mailbox(text, last, match.start())
            if start is not None and rule is _SPELLED_EMAIL:
                start -= len(_SPELLED_BEFORE.search(text[max(last, start - _LONGEST_MAILBOX) : start]).group())  # type: ignore[union-attr]
            if start is not None:
                yield start, match.end()
                last = match.end()


def _mailbox(text: str, first: int, sign: int) -> int | None:
    """Where the part of an address before its sign starts, not before `first`; None where there is none."""
    end = sign - 1 if sign > first and text[sign - 1].isspace() else sign
    start = end
    while start > first and end - start < _LONGEST_MAILBOX and _MAILBOX.match(text, start - 1):
        start -= 1
    return start if start < end else None


def urls(text: str) -> Iterator[Span]:
    """Addresses of websites, with or without www."""
    for match in _URL.finditer(text):
        yield match.start(), match.start() + len(match.group().rstrip(".,;:!?)'"))


def phones(text: str) -> Iterator[Span]:
    """Telephone numbers of persons: Dutch ones in every way of grouping, foreign ones with a plus. Numbers
    of services (0800, 0900, 14 079) belong to nobody."""
    service = [match.span() for match in _SERVICE.finditer(text)]

    def is_service(span: Span) -> bool:
        return any(start <= span[0] < end for start, end in service)

    for match in _PHONE.finditer(text):
        if not is_service(match.span()):
            yield match.span()
    for match in _PHONE_WORDS.finditer(text):
        yield match.span()
    if "+" in text or "00" in text:
        for found in phonenumbers.PhoneNumberMatcher(text, "NL"):
            if found.raw_string.startswith(("+", "00")):
                yield found.start, found.end
