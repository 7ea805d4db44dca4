"""Where somebody lives and what they drive, in a text: addresses and licence plates."""

import re
from collections.abc import Iterator

Span = tuple[int, int]

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
_NAMED_HOUSE = re.compile(
    r"\b(?!(?:Formulier|Bijlage|Loket|Balie|Artikel|Pagina|Vraag|Optie|Zone|Zaal|Kamer|Lijn|Tram|Versie|Niveau|Model|Groep|Klas|Fase|"
    r"Categorie|Punt|Paragraaf|Hoofdstuk|Spoor|Perron|Halte|Deel|Route|Windows|Android|Iphone|Nummer)\s)[A-Z][a-z'’-]{4,30}\s\d{1,4}(?:-[IVX]{1,4}|\s?-\s?[A-Z]|[a-h]|\s(?:bis|hs))(?![\w-])"
)
# A year may be the name of a street: "Plein 1945 nr 8".
_YEAR_STREET = re.compile(r"\b(?:Plein|Laan|Straat|Weg)\s(?:19|20)\d\d(?:,?\s(?:nr\.?\s?|nummer\s)|\s)\d{1,4}(?:\s?[a-z]\b)?(?!\d)|\b[Pp]ostbus\s\d{1,6}\b")  # fmt: skip
_LANE_OF = re.compile(r"\b(?:(?:Oude|Nieuwe|Korte|Lange|Grote|Kleine)\s(?:Gracht|Straat|Weg|Haven|Markt|Kerk)|Markt|Brink|Haven|Plein|Dorp)\s\d{1,4}(?:\s?[a-z]\b)?(?!\d)|\b(?:Laan|Plein|Weg|Straat|Hof|Burgemeester|Prof\.?|Dr\.?)\s(?:van\s|de\s|der\s|het\s){0,2}[A-Z][\w'’-]{2,30}(?:\s[A-Z][\w'’-]{2,30})?\s\d{1,4}(?:\s?[a-z]\b|-(?:[IVX]{1,4}|[A-Za-z]|\d{1,3}|hs|bis|rd|zw)\b)?(?!\d)")  # fmt: skip
# Where somebody says to live, and what stands before a postcode, is a street whatever its name.
_LIVES = re.compile(rf"\bwoon(?:t|de|achtig|achtig op|achtig aan)?\s(?:(?:zelf|nog|nu|al|zelfstandig)\s)?(?:(?:op|aan|in|bij)\s)?((?:(?:de|het)\s)?(?!sinds|vanaf|nu)[A-Za-z][\w'’-]{{2,30}}\s{_HOUSE})", re.IGNORECASE)  # fmt: skip
_BEFORE_POSTCODE = re.compile(rf"\b([A-Z][\w'’-]{{2,30}}\s{_HOUSE})(?=[\s,]{{1,3}}[1-9]\d{{3}}\s?[A-Z]{{2}}\b)")
_NO_STREET = re.compile(r"\b(?:aanslag|onderweg|snelweg|halverweg|fietspad|parkeerplein|stadhuisplein|helemaal weg|aanweg|omweg|werkveld|speelveld|voortgangsveld|invoerveld|tekstveld|invulveld|schooldreef|doorweg|uitweg)\s", re.IGNORECASE)  # fmt: skip
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
# With spaces as well, if none of the letters is a vowel: plates have none, and hardly a word has not.
_PLATE_SMALL_SPACED = re.compile(
    r"\b(?:[b-df-hj-np-tv-xz]{1,3}\s\d{1,3}\s[b-df-hj-np-tv-xz]{1,3}|\d{1,3}\s[b-df-hj-np-tv-xz]{1,3}\s\d{1,3})\b"
)
_NEAR_PLATE = re.compile(
    r"\bkentekens?\b[^.!?\n]{0,30}?\b(?=[a-z0-9]{0,5}\d)(?=[a-z0-9]{0,5}[a-z])([a-z0-9]{6})\b", re.IGNORECASE
)


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
    for rule in (_STREET, _LANE_OF, _YEAR_STREET, _NAMED_HOUSE):
        for match in rule.finditer(text):
            if not _UNIT_AFTER.match(text, match.end()) and not _NO_STREET.search(match.group()):
                yield match.span()


def plates(text: str) -> Iterator[Span]:
    """Dutch licence plates of every series, with dashes, spaces or (in capitals) nothing between."""
    for rule in (_PLATE, _PLATE_SPACED, _PLATE_COMPACT, _PLATE_SMALL, _PLATE_SMALL_SPACED):
        for match in rule.finditer(text):
            # Between a date and a time a word may stand: "03-11 OM 06:12".
            has_word = " " in match.group() and not _WORDS_OF_TWO.isdisjoint(match.group().split())
            if len(match.group()) >= 6 and not has_word and _is_plate(match.group()):
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
