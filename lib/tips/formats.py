"""Personal data that have a form: numbers, addresses, dates of birth. Each rule gives places in a text.

Where a body issues the number, its own check decides (BSN, IBAN, telephone plans); a word in front
("mijn BSN is …") is enough as well, since people make typing errors in their own numbers.
"""

import re
from collections.abc import Callable, Iterator

import phonenumbers
from stdnum import iban
from stdnum.nl import bsn

Span = tuple[int, int]

_TOP_LEVEL = r"(?:nl|com|org|net|eu|info|biz|gov|example|online|shop|app|frl|amsterdam|io|tv)"
# From the sign on: what stands before it is looked up backwards, or every letter would be a place to start.
_EMAIL = re.compile(r"@\s?[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}")
_SPELLED_EMAIL = re.compile(
    r"(?:\(at\)|\[at\]|\{at\}|\bat\b|\bapenstaartje\b)\s?[\w-]{1,63}"
    rf"\s?(?:\.|\(dot\)|\[dot\]|\(punt\)|\bpunt\b|\bdot\b)\s?{_TOP_LEVEL}\b",
    re.IGNORECASE,
)
_SAID_AT = re.compile(r"\bat\b|apenstaart", re.IGNORECASE)  # much sooner found than a whole address
_MAILBOX = re.compile(r"[\w.+%'-]")
_LONGEST_MAILBOX = 64
_URL = re.compile(
    rf"(?:https?://|www\.)[^\s<>()\"]{{2,500}}|\b(?:[a-z0-9][a-z0-9-]{{1,62}}\.){{1,4}}{_TOP_LEVEL}\b(?:/[^\s<>()\"]{{0,500}})?",
    re.IGNORECASE,
)
_IBAN_NL = re.compile(r"\bNL\s?\d{2}\s?[A-Z]{4}(?:[ .]?\d){10}(?!\d)", re.IGNORECASE)
_IBAN = re.compile(r"\b[A-Z]{2}\d{2}(?:[ ]?[A-Z0-9]){11,30}\b")
_AFTER_ACCOUNT = re.compile(
    r"\b(?:giro|gironummer|girorekening|bankrekening|rekening|rekeningnummer|bankrekeningnummer|iban)\b[\s:#]*"
    r"(?:(?:is|was|met|nummer|nr\.?)\s){0,2}(\d(?:[ .]?\d){4,9})(?![\d]|[.,]\d)",
    re.IGNORECASE,
)
_PHONE = re.compile(
    r"(?<![\d,.])(?:(?:\+|00)\s?31[\s.-]?(?:\(0\))?[\s.-]?|\(?0)[1-9](?:[\s.()/–-]{0,3}\d){8}(?!\d)"
)  # fmt: skip
_SERVICE = re.compile(
    r"(?<!\d)0(?:800|900|906|909|88)[\s.-]?\d{3,4}(?:[\s.-]?\d{3,4})?(?!\d)|(?<!\d)14\s?0\d{2,3}(?!\d)"
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
_ANY_DATE = rf"(?:{_DATE}|{_DAY_WORDS} {_MONTHS}(?: (?:19|20)\d\d)?|\d{{6}}|\d{{8}})"
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
    r"(?:zaak|kenmerk|dossier|aanvraag|referentie|bezwaar|bezwaarschrift|klacht|melding|meldings|meld|klant|order|factuur|beschikking|"
    r"beschikkings|registratie|relatie|debiteuren|aanslag|aanslagbiljet|vordering|boete|parkeerbon|bon|ticket|claim|polis|briefnummer|"
    r"vergunning|reservering|afspraakcode|betalingskenmerk|volg|case|beroep|verzoek)"
)
# What a number of a case may look like: letters, digits and signs, or groups of digits.
_CODE = (
    r"((?=[\w./-]{0,30}\d[\w./-]{0,3}\d)[A-Z0-9][\w./-]{3,30}\w|\d{2,6}(?:[ .]\d{2,6}){1,4}|[A-Z]{2,5}\s\d{4,10})(?!\w)"
)
_AFTER_CASE = re.compile(
    rf"\b{_CASE_WORDS}(?:s?\s?-?(?:nummer|nummers|nr\.?|code|id))?\b[\s:#(]*"
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
_POSTCODE = re.compile(
    r"\b[1-9]\d{3}(?P<gap>\s?)(?!SA|SD|SS)(?P<letters>[A-Z]{2})\b(?:[\s,]{1,3}(?:nr\.?\s?|huisnummer\s?)?\d{1,5}(?:[\s-]?[A-Za-z]\b|-\d{1,3}\b)?)?"
)
_POSTCODE_SMALL = re.compile(r"\b[1-9]\d{3}[a-z]{2}\b(?:[\s,]{1,3}\d{1,5}[a-z]?\b)?|\b[1-9]\d{3}\s(?!en|in|of|op|de|er|te|is|al|ik|om|na|nu)[a-z]{2}[\s,]{1,3}\d{1,4}[a-z]?\b")  # fmt: skip
# Two letters that are a word, as in "IN 2020 EN": no postcode, unless a house number follows.
_WORDS_OF_TWO = frozenset("EN IN OP IS OF DE ER AL TE IK JE ZE WE NU ZO MM KM CM KB MB GB NA AF UW ME JA OM".split())
# A house number with what may follow it: 12a, 230-B, 5-2, 7 bis, 12-III.
_HOUSE = r"\d{1,4}(?:\s?t/m\s?\d{1,4}\b|\s?-\s?(?:[IVX]{1,4}|[A-Za-z]|\d{1,3}|hs|bis|rd|zw)\b|\s?[a-zA-Z]\b(?!/)|\s?(?:bis|hs|huis|zw|rd|boven|beneden)\b|\s\d\s?hoog\b)?(?!\d)"
# Ends of names of streets. The second lot are words of their own as well: with a capital only.
_STREET_ENDS = (
    r"(?i:straat|str\.|laan|weg|plein|gracht|kade|singel|hof|dreef|dijk|steeg|pad|boulevard|plantsoen|allee|hage|burg|weide|veld|akker|"
    r"rode|zoom|haven|oord|werf|straatje|laantje|hofje|gaarde|schouw|vaart|sloot|wetering|esplanade|passage|waard|donk)"
)
_STREET_ENDS_TOO = (
    r"(?:gang|rak|horst|hoeve|bos|berg|brink|hout|kamp|meent|erf|einde|eind|stede|stein|dal|wal|tuin|hoek|kwartier|park|poort|ring|rotonde|"
    r"zijde|wijk|baan|beemd|burcht|drift|geer|molen|ven|drecht|land|markt|wei|wijde|slag|rijk|stroom|water|bron|terp|heuvel|duin|tocht)"
)
_BEFORE_STREET = (
    r"(?:(?!(?:Op|In|Bij|Aan|Naar|Voor|Mijn|Ons|Adres|Tot|Uit|Om|Onze|Het|En|Dus|Mvg|Groet)\b)"
    r"(?:[A-Z][\w'’-]{1,20}|(?:[Bb]urg|[Pp]rof|[Dd]r|[Dd]s|[Ss]t|[Mm]r)\.|[vV]an|de|den|der|het|ten|ter|'t)\s){0,4}?"
)
_STREET = re.compile(
    rf"\b(?<![A-Z]\. ){_BEFORE_STREET}(?:[A-Za-z][\w'’-]{{1,30}}{_STREET_ENDS}|[A-Z][\w'’-]{{2,30}}{_STREET_ENDS_TOO})\s(?:nr\.?\s?|nummer\s)?{_HOUSE}"
)
# Any name with a number and a letter or storey behind it: "Palenstein 12-III".
_NAMED_HOUSE = re.compile(r"\b[A-Z][a-z'’-]{4,30}\s\d{1,4}(?:-[IVX]{1,4}|\s?-\s?[A-Z]|[a-h]|\s(?:bis|hs))(?![\w-])")
_LANE_OF = re.compile(r"\b(?:(?:Oude|Nieuwe|Korte|Lange|Grote|Kleine)\s(?:Gracht|Straat|Weg|Haven|Markt|Kerk)|Markt|Brink|Haven|Plein|Dorp)\s\d{1,4}(?:\s?[a-z]\b)?(?!\d)|\b(?:Laan|Plein|Weg|Straat|Hof|Burgemeester|Prof\.?|Dr\.?)\s(?:van\s|de\s|der\s|het\s){0,2}[A-Z][\w'’-]{2,30}(?:\s[A-Z][\w'’-]{2,30})?\s\d{1,4}(?:\s?[a-z]\b)?(?!\d)")  # fmt: skip
# Where somebody says to live, and what stands before a postcode, is a street whatever its name.
_LIVES = re.compile(rf"\bwoon(?:t|de|achtig|achtig op|achtig aan)?\s(?:(?:zelf|nog|nu|al|zelfstandig)\s)?(?:(?:op|aan|in|bij)\s)?((?:(?:de|het)\s)?(?!sinds|vanaf|nu)[A-Za-z][\w'’-]{{2,30}}\s{_HOUSE})", re.IGNORECASE)  # fmt: skip
_BEFORE_POSTCODE = re.compile(rf"\b([A-Z][\w'’-]{{2,30}}\s{_HOUSE})(?=[\s,]{{1,3}}[1-9]\d{{3}}\s?[A-Z]{{2}}\b)")
_NO_STREET = re.compile(r"\b(?:onderweg|snelweg|halverweg|fietspad|parkeerplein|stadhuisplein|helemaal weg|aanweg|omweg|werkveld|speelveld|voortgangsveld|invoerveld|tekstveld|invulveld|schooldreef|doorweg|uitweg)\s", re.IGNORECASE)  # fmt: skip
_UNIT_AFTER = re.compile(r"\s*(?:%|uur|u\b|minu|min\b|dag|wek|week|maand|jaar|keer|maal|euro|km|meter|mensen|personen|x\b|graden|procent|seconden|plekken)", re.IGNORECASE)  # fmt: skip
_SIDECODES = frozenset(
    "XX-99-99 99-99-XX 99-XX-99 XX-99-XX XX-XX-99 99-XX-XX 99-XXX-9 9-XXX-99 XX-999-X X-999-XX XXX-99-X X-99-XXX 9-XX-999 999-XX-9".split()
)
_PLATE = re.compile(r"(?<![\w-])[A-Za-z0-9]{1,3}-[A-Za-z0-9]{1,3}-[A-Za-z0-9]{1,3}(?![\w-])")
_PLATE_SPACED = re.compile(r"\b([A-Z]{1,3}|\d{1,3})\s([A-Z]{1,3}|\d{1,3})\s([A-Z]{1,3}|\d{1,3})\b")
_PLATE_COMPACT = re.compile(r"\b(?=[A-Z0-9]{0,5}\d)(?=[A-Z0-9]{0,5}[A-Z])[A-Z0-9]{6}\b")
_AFTER_PLATE = re.compile(r"\bkentekens?(?:nummer)?\b[\s:]*(?:(?:is|was|met|van|nummer)[\s:]*){0,2}([A-Z0-9]{1,3}[ -]?[A-Z0-9]{1,3}[ -]?[A-Z0-9]{1,3})\b", re.IGNORECASE)  # fmt: skip


# Written small and without dashes: only where letters and digits take turns.
_PLATE_SMALL = re.compile(r"\b(?:[a-z]{1,3}\d{1,3}[a-z]{1,3}|\d{1,3}[a-z]{1,3}\d{1,3})\b")
_NEAR_PLATE = re.compile(
    r"\bkentekens?\b[^.!?\n]{0,30}?\b(?=[a-z0-9]{0,5}\d)(?=[a-z0-9]{0,5}[a-z])([a-z0-9]{6})\b", re.IGNORECASE
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


def phones(text: str) -> Iterator[Span]:
    """Telephone numbers of persons: Dutch ones in every way of grouping, foreign ones with a plus. Numbers
    of services (0800, 0900, 14 079) belong to nobody."""
    service = [match.span() for match in _SERVICE.finditer(text)]

    def is_service(span: Span) -> bool:
        return any(start <= span[0] < end for start, end in service)

    for match in _PHONE.finditer(text):
        if not is_service(match.span()):
            yield match.span()
    if "+" in text or "00" in text:
        for found in phonenumbers.PhoneNumberMatcher(text, "NL"):
            if found.raw_string.startswith(("+", "00")):
                yield found.start, found.end


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


def addresses(text: str) -> Iterator[Span]:
    """A postcode with or without house number, a street with one."""
    for match in _POSTCODE.finditer(text):
        has_number = match.group().rstrip()[-1].isdigit() or match.end() > match.end("letters")
        if has_number or not match["gap"] or match["letters"] not in _WORDS_OF_TWO:
            yield match.span()
    for rule in (_LIVES, _BEFORE_POSTCODE):
        for match in rule.finditer(text):
            if not _UNIT_AFTER.match(text, match.end()):
                yield match.span(1)
    for match in _POSTCODE_SMALL.finditer(text):
        if " " not in match.group() or not _UNIT_AFTER.match(text, match.end()):
            yield match.span()
    for rule in (_STREET, _LANE_OF, _NAMED_HOUSE):
        for match in rule.finditer(text):
            if not _UNIT_AFTER.match(text, match.end()) and not _NO_STREET.search(match.group()):
                yield match.span()


def plates(text: str) -> Iterator[Span]:
    """Dutch licence plates of every series, with dashes, spaces or (in capitals) nothing between."""
    for rule in (_PLATE, _PLATE_SPACED, _PLATE_COMPACT, _PLATE_SMALL):
        for match in rule.finditer(text):
            if len(match.group()) >= 6 and _is_plate(match.group()):
                yield match.span()
    for match in _NEAR_PLATE.finditer(text):
        if _is_plate(match.group(1).upper()):
            yield match.span(1)
    for match in _AFTER_PLATE.finditer(text):
        if _is_plate(match.group(1)):
            yield match.span(1)


def _is_plate(found: str) -> bool:
    groups = re.findall(r"[A-Za-z]+|\d+", found) if not re.search(r"[ -]", found) else re.split(r"[ -]", found)
    cut = "-".join("".join("9" if sign.isdigit() else "X" for sign in group) for group in groups)
    if cut in _SIDECODES:
        return True
    # Without dashes two groups of one kind grow together: XX-XX-99 is XXXX99.
    return not re.search(r"[ -]", found) and any(code.replace("-", "") == cut.replace("-", "") for code in _SIDECODES)


# In this order one wins from another where they overlap.
RULES: tuple[tuple[str, Callable[[str], Iterator[Span]]], ...] = (
    ("e-mailadres", emails),
    ("rekeningnummer", ibans),
    ("webadres", urls),
    ("telefoonnummer", phones),
    ("adres", addresses),
    ("kenteken", plates),
    ("documentnummer", document_numbers),
    ("zaaknummer", case_numbers),
    ("burgerservicenummer", citizen_numbers),
    ("geboortedatum", birthdays),
    ("zaaknummer", long_numbers),
)
# Most answers hold no digit at all; then only these can find anything.
WITHOUT_DIGITS = frozenset({"e-mailadres", "webadres"})
