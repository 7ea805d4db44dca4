"""Numbers of persons in a text: accounts, BSN, dates of birth, cases, documents.

Where a body issues the number, its own check decides (BSN, IBAN); a word in front ("mijn BSN is …") is enough
as well, since people make typing errors in their own numbers.
"""

import re
from collections.abc import Iterator

from stdnum import iban
from stdnum.nl import bsn

Span = tuple[int, int]

_IBAN_NL = re.compile(r"\bNL[\s-]?\d{2}[\s.-]?[A-Z]{4}(?:[ .-]?\d){10}(?!\d)", re.IGNORECASE)
_IBAN = re.compile(r"\b[A-Z]{2}\d{2}(?:[ ]?[A-Z0-9]){11,30}\b")
_AFTER_ACCOUNT = re.compile(
    r"\b(?:giro|gironummer|girorekening|bankrekening|rekening|rekeningnummer|bankrekeningnummer|iban)\b[\s:#]*"
    r"(?:(?:is|was|met|nummer|nr\.?)\s){0,2}(\d(?:[ .]?\d){4,9})(?![\d]|[.,]\d)",
    re.IGNORECASE,
)
_DIGITS_9 = re.compile(r"(?<![\d.,-])\d(?:[ .]?\d){7,8}(?![\d]|[.,-]\d)")
_AFTER_BSN = re.compile(r"\b(?:bsn|burgerservicenummer|burger service nummer|sofi-?nummer)\b\D{0,20}(\d(?:[ .-]?\d){6,9})(?!\d)", re.IGNORECASE)  # fmt: skip
_KVK = re.compile(r"\b(?:kvk|kamer van koophandel|k\.v\.k\.?)\b\D{0,25}$", re.IGNORECASE)
_BEFORE = 100  # characters in which the words that announce a number stand; a whole text takes seconds
_COMPACT_DATE = re.compile(r"(?:19|20)\d\d(?:0\d|1[0-2])[0-3]\d|[0-3]\d(?:0\d|1[0-2])(?:19|20)\d\d")
_MONTHS = r"(?:jan(?:uari)?|febr?(?:uari)?|maart|mrt|april|apr|mei|juni|jun|juli|jul|aug(?:ustus)?|sept?(?:ember)?|okt(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
_DATE = rf"(?:\d{{1,2}}[-/. ]\d{{1,2}}[-/. ](?:\d{{4}}|'?\d{{2}})|\d{{1,2}}(?:e|ste|de)?[- ]{_MONTHS}\.?[- ]?(?:\d{{4}}|'?\d{{2}})|\d{{4}}-\d{{2}}-\d{{2}})"
_DAY_WORDS = (
    r"(?:een|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|dertien|veertien|[a-z]{3,6}tien|(?:[a-zë]{3,6}en)?twintig|"
    r"(?:een|éen|één)?(?:en)?dertig)"
)
_YEAR_WORDS = r"(?:(?:negentien|twee)\s?(?:honderd|duizend)(?:\s?en)?\s?[a-zë]{0,18}|[a-zë]{3,6}\s?[eë]n\s?[a-zë]{3,6}tig|[a-z]{3,6}tig)"
_ANY_DATE = rf"(?:{_DATE}|{_DAY_WORDS} {_MONTHS}(?: (?:(?:19|20)\d\d|{_YEAR_WORDS}))?|\d{{6}}|\d{{8}})"
_BORN = re.compile(
    rf"\b(?:geboren|geboortedatum|geboortedag|geboortejaar|geb|jarig|gebdatum|verjaardag)\b\.?[^\d\n.]{{0,25}}?({_ANY_DATE})(?!\d)",
    re.IGNORECASE,
)
_OF_FAMILY = re.compile(
    rf"\b(?:zoon|zoontje|dochter|dochtertje|kind|baby|vader|moeder|man|vrouw|oma|opa|broer|zus)\b[^.!?\n\d()]{{0,25}}\(({_DATE})\)",
    re.IGNORECASE,
)
_SAID_BORN = re.compile(r"\b(?:geb|jarig|verjaar)", re.IGNORECASE)
_THEN_BORN = re.compile(
    rf"({_ANY_DATE}),?(?: (?:ben|is|was|zijn) (?:ik|hij|zij|ze|mijn \w{{2,10}}))? geboren\b", re.IGNORECASE
)
_OLD_DATE = re.compile(
    rf"(?<!\d)(?:\d{{1,2}}[-/.]\d{{1,2}}[-/.]|\d{{1,2}}(?:e|ste|de)?[- ]{_MONTHS}\.?[- ])(?:19\d\d|200\d|'?[3-9]\d)(?!\d|[:.]\d)",
    re.IGNORECASE,
)
_CASE_WORDS = (
    r"(?:zaak|kenmerk|ref|dossier|aanvraag|referentie|bezwaar|bezwaarschrift|klacht|melding|meldings|meld|klant|order|factuur|beschikking|"
    r"beschikkings|registratie|relatie|debiteuren|aanslag|aanslagbiljet|vordering|boete|parkeerbon|bon|ticket|claim|polis|briefnummer|"
    r"vergunning|reservering|afspraakcode|betalingskenmerk|volg|case|beroep|verzoek)"
)
# What a number of a case may look like: letters, digits and signs, or groups of digits.
_CODE = (
    r"((?=[\w./-]{0,30}\d[\w./-]{0,3}\d)[A-Z0-9][\w./-]{3,30}\w|\d{2,6}(?:[ .]\d{2,6}){1,4}|[A-Z]{2,5}\s\d{4,10})(?!\w)"
)
_AFTER_CASE = re.compile(
    rf"\b{_CASE_WORDS}(?:s?\s?-?(?:nummer|nummers|nr\.?|code|id))?\b[\s:.#(]*"
    rf"(?:(?:is|was|met|onder|nummer|nummers|nr\.?|no\.?|ingediend|gedaan|gemeld)\b[\s:.#(]*){{0,3}}{_CODE}",
    re.IGNORECASE,
)
# A case number may look like that of a document: "aanvraag urgentie URG240078".
_CASE_BEFORE = re.compile(
    rf"\b{_CASE_WORDS}(?:s?\s?-?(?:nummer|nummers|nr\.?|code|id))?\b[^.!?\n]{{0,20}}$", re.IGNORECASE
)
_AFTER_NUMBER = re.compile(
    r"\b(?:nr|nummer|nummers|no|kenmerk|code)\b[\s:.#(]*"
    r"((?=[A-Z./-]{0,5}\d)(?=[\d./-]{0,9}[A-Z])[A-Z0-9][A-Z0-9./-]{4,20}\d|\d{4,10}[-/.]\d{2,8}|\d{6,8})(?![\w]|[-/.]\d)"
)
_CASE_SHAPE = re.compile(
    r"\b[A-Z]{1,5}[-/. ]?(?:19|20)\d\d[-/. ]\d{2,10}\b|\b[A-Z]{1,3}\d{2,4}[./-]\d{4,10}\b|\b[A-Z]{1,4}[/.-]\d{2,4}[/.-]\d{3,10}\b"
    r"|\b(?:19|20)\d\d[-/.]\d{5,10}\b|\b[A-Z]{1,4}-\d{5,10}\b|\b[A-Z]{2,5}\d{5,10}\b|\b[A-Z]{1,4}(?:[-/]\d{2,6}){2,3}\b|\b(?:19|20)\d\d(?:0\d|1[0-2])?\d{6,8}\b(?!\d)"
)
# A number so long is of something or somebody, whatever it is called.
_LONG_NUMBER = re.compile(r"(?<![\w.,€/-])(?<!€ )\d{7,12}(?![\w]|[.,/-]\d|\s?(?:euro|inwoners|mensen|keer))")
_DOCUMENT = re.compile(r"\b[A-NP-Z]{2}(?=[A-NP-Z0-9]{0,5}\d[A-NP-Z0-9]{0,5}\d)[A-NP-Z0-9]{6}\d\b")
_AFTER_DOCUMENT = re.compile(
    r"\b(?:paspoort|pasp|reisdocument|document|rijbewijs|identiteitskaart|id-?(?:kaart|bewijs)|id|kaart|pas|vreemdelingen|verblijfs|v)\s?-?"
    r"(?:nummer|nummers|nr|no)?\b[\s:#.,(]*(?:(?:is|was|met|met het|nummer|nr|no)\b[\s:#.]*){0,3}"
    r"((?=[A-Z0-9]{0,9}\d[A-Z0-9]{0,5}\d)(?=[A-Z0-9]{0,9}\d{3}|[A-Z]{2})[A-Z0-9]{7,12})(?![\w-])",
    re.IGNORECASE,
)
_THEN_NUMBER = re.compile(
    r"\b(?:paspoort|rijbewijs|identiteitskaart|id-?kaart)\b[^.!?\n\d]{3,45}?\bnummer\b[\s:]*(?:(?:is|was)\s)?((?=(?:[A-Z ]{0,3}\d){3})[A-Z0-9]{2,}(?: ?\d{2,6}){1,4})(?![\w-])"
)


def ibans(text: str) -> Iterator[Span]:
    """Bank accounts: every Dutch form, foreign ones that pass their check."""
    for match in _IBAN_NL.finditer(text):
        yield match.span()
    for match in _AFTER_ACCOUNT.finditer(text):
        yield match.span(1)
    for match in _IBAN.finditer(text):
        # The form has no end of its own: the longest piece that passes is the number.
        found = match.group()
        for end in range(len(found), 14, -1):
            if iban.is_valid(found[:end], check_country=False):
                yield match.start(), match.start() + end
                break


def citizen_numbers(text: str) -> Iterator[Span]:
    """BSN: eight or nine digits that pass the test of eleven, or any that a word announces."""
    for match in _AFTER_BSN.finditer(text):
        yield match.span(1)
    for match in _DIGITS_9.finditer(text):
        digits = re.sub(r"\D", "", match.group())
        is_other = _is_kvk(text, match.start()) or (len(digits) == 8 and _COMPACT_DATE.fullmatch(digits))
        if not is_other and bsn.is_valid(digits):
            yield match.span()


def birthdays(text: str) -> Iterator[Span]:
    """Dates of birth: a date after a word for it, or a full date too long ago to be of a visit."""
    if _SAID_BORN.search(text):
        for rule in (_BORN, _THEN_BORN):
            for match in rule.finditer(text):
                yield match.span(1)
    for match in _OF_FAMILY.finditer(text):
        yield match.span(1)
    for match in _OLD_DATE.finditer(text):
        yield match.span()


def _is_kvk(text: str, start: int) -> bool:
    """Whether the number that starts here is announced as that of a company."""
    return _KVK.search(text, max(start - _BEFORE, 0), start) is not None


def case_numbers(text: str) -> Iterator[Span]:
    """Numbers of cases, requests and letters."""
    for rule in (_AFTER_CASE, _AFTER_NUMBER):
        for match in rule.finditer(text):
            if not _is_kvk(text, match.start(1)):
                yield match.span(1)
    for match in _CASE_SHAPE.finditer(text):
        yield match.span()


def long_numbers(text: str) -> Iterator[Span]:
    """Numbers so long that they are of somebody or something, though no word says of what."""
    for match in _LONG_NUMBER.finditer(text):
        if not _is_kvk(text, match.start()):
            yield match.span()


def document_numbers(text: str) -> Iterator[Span]:
    """Numbers of passports, identity cards and driving licences."""
    for match in _DOCUMENT.finditer(text):
        if not _CASE_BEFORE.search(text, max(match.start() - _BEFORE, 0), match.start()):
            yield match.span()
    for rule in (_AFTER_DOCUMENT, _THEN_NUMBER):
        for match in rule.finditer(text):
            yield match.span(1)
