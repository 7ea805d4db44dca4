"""Whether a column holds who someone is: by the words of its header and the shape of its cells.

For questions outside the catalogue there is no known wording to trust, so a doubt is enough: such a
column is left out, and a user may still say that it is a question.
"""

import re
from collections.abc import Iterable, Sequence

from lib.ingest.layout.table import Column
from lib.survey.vocabulary import lexicons
from lib.survey.words import normalise

# A column with such a header is left out whatever it holds.
_IDENTIFIER_WORDS = frozenset({
    "naam", "voornaam", "achternaam", "e mail", "email", "e mailadres", "emailadres", "mailadres", "telefoonnummer",
    "mobiel nummer", "adres", "straat", "huisnummer", "postcode", "woonplaats", "ip adres", "ipaddress", "ip address",
    "medewerker", "naam medewerker", "baliemedewerker", "bsn", "burgerservicenummer", "geboortedatum", "recipientemail",
    "recipientfirstname", "recipientlastname", "locationlatitude", "locationlongitude", "gebruikersnaam", "recipient email",
    "recipient first name", "recipient last name", "location latitude", "location longitude", "email address", "first name",
    "last name", "name", "full name", "phone number", "username", "user name",
})  # fmt: skip
# Of these one word is enough, whatever stands around it ("Telefoonnummer (optioneel)").
_TELLING_WORDS = (
    "voornaam", "achternaam", "e mailadres", "emailadres", "mailadres", "telefoonnummer", "huisnummer", "postcode",
    "bsn", "burgerservicenummer", "geboortedatum", "naam medewerker", "baliemedewerker",
)  # fmt: skip
# Headers of questions that are answered with a person, a number or an address.
_ABOUT_IDENTITY = frozenset(
    """
    naam namen voornaam achternaam roepnaam heet heten genaamd initialen voorletters mail mailadres email
    emailadres adres woonadres postadres adresgegevens straat straatnaam huisnummer postcode woonplaats
    geboortedatum geboorte geboren geboortejaar geboorteplaats bsn sofinummer burgerservicenummer
    paspoortnummer documentnummer rijbewijsnummer kenteken iban bankrekening rekeningnummer telefoonnummer
    telefoonnr tel mobiel nummer nr id code ip gebruikersnaam login account medewerker medewerkers
    baliemedewerker medewerkster baliemedewerkster telefonist telefoniste collega ambtenaar behandelaar contactpersoon
    agent operator invuller aanvrager contactgegevens gsm
    terugbellen zaaknummer dossier dossiernummer klantnummer token hash session sessie uuid guid name
    firstname lastname username address phone employee
    """.split()
)
_EMPLOYEES = ("geholpen door", "ingevuld door", "behandeld door", "gesproken met", "te woord gestaan", "met wie", "door wie", "wie heeft",
              "wie hielp", "wie was", "wie bent", "u bereiken")  # fmt: skip
# Whatever a header says, these are of one person.
_SURE_SHAPES = r"""\S+@\S+\.\S+                            # e-mail
    | (?:\+\d{2}|\b0(?!\d?[-/.]\d{1,2}[-/.]\d))(?:[\s()-]*\d){8,} # phone, and no date
    | ^(?:31)?6\d{8}$                                    # phone that lost its nought in a workbook
    | \b\d{4}\s?[A-Za-z]{2}\b                            # postcode
    | \b[A-Z]{2}\d{2}\s?[A-Z]{4}[\s\d]{8,}               # IBAN
    | \b\d{1,3}(?:\.\d{1,3}){3}\b                        # IP
    | \b\w*(?:straat|laan|weg|plein|gracht|kade|hof|dreef|singel|dijk|steeg)\s+\d+ # street and number
    """
_SURE = re.compile(_SURE_SHAPES, re.VERBOSE)
_SHAPES = re.compile(
    _SURE_SHAPES
    + r"""| \b\d{6,}\b                                       # BSN, case and client numbers
    | \b(?:[A-Za-z]{1,3}|\d{1,3})-(?:[A-Za-z]{1,3}|\d{1,3})-(?:[A-Za-z]{1,3}|\d{1,3})\b # licence plate
    """,
    re.VERBOSE,
)
_SAMPLE = 300  # distinct cells looked at
_IDENTITIES = 0.5  # share of them that look like a person, where the header asks for one
_MOST = 0.8  # share of the cells of a column that must be of one person, where the header does not ask for one
_DISTINCT = 0.8  # share of the rows with a name of their own; the names of products and places come back
_FEW = 3  # distinct cells from which they show anything by themselves
_LONGEST = 60  # letters; in a longer text a number or an address is said in passing
_CODE = re.compile(r"^(?=\S*\d)(?=\S*[A-Za-z_])[\w.-]{4,}$")
_FEW_WORDS = 5  # of a header that is the name of who helped, and no question about them
# "Dekker", "Wubbo H.", "de Vries, J."
_NAME = re.compile(
    r"^(?:(?:van|de|den|der|ter|ten|het|'t)\s+)*[A-Z][\w'’-]*\.?(?:,?\s+(?:[A-Z][\w'’-]*\.?|van|de|den|der|ter|ten))*$",
    re.UNICODE,
)
_INITIALS = re.compile(r"^(?:[A-Z]\.\s?)+(?:[a-z]+\s)*[A-Z][\w'’-]+$|^(?:dhr|mevr|mw|de heer|mevrouw)\b", re.IGNORECASE)
_PREFIX = r"(?:van|de|den|der|het|ten|ter|el|al|van\s+de[rn]?|in\s+'t|'t|von|di|da|bin|ben)"
_FULL_NAME = re.compile(
    rf"^(?:(?:dhr|mevr|mw|de\s+heer|mevrouw)\.?\s+)?(?:[A-Z][\w'’-]+|(?:[A-Z]\.\s?)+)(?:\s+[A-Z][\w'’-]+)*(?:\s+{_PREFIX})?\s+[A-Z][\w'’-]+$"
    r"|^[A-Z][\w'’-]+,\s*(?:[A-Z]\.?\s*)+(?:[a-z ]+)?$|^(?:dhr|mevr|mw|de heer|mevrouw)\.?\s+\S+$",
    re.UNICODE,
)
_FIRST_NAMES = frozenset(
    """
    jan piet kees henk hans peter erik eric mark marc paul rob john johan willem gerard frank bart tom tim
    lars daan sem bram thomas ruben jeroen wouter sander dennis martijn maarten bas rick robert richard
    ronald andre michel michiel mohamed mohammed ahmed ali youssef mehmet mustafa ibrahim omar hassan anna
    anne maria johanna els ellen linda sandra petra monique marieke marloes esther ingrid karin carla wilma
    ria truus sophie emma julia lisa eva sara sarah fatima aisha samira naima laura kim kelly chantal
    patricia mieke annemiek judith irene bianca angela saskia nicole yvonne astrid marjan jolanda femke
    sanne lotte iris fleur noor
    """.split()
)
# Words that sentences hold and names, addresses and codes don't ("de" and "van" stand in names).
_SENTENCE_WORDS = frozenset(
    """
    ik we wij mij mijn ons onze u uw je ze zij hij het een dit dat die er is was zijn waren ben bent heb
    heeft had hebben werd worden kan kon kunnen moet moest moeten mag wil wilde zou gaat ging doen deed niet
    geen nooit altijd wel ook al nog maar en of want omdat als dan toen bij voor met naar om over uit door
    zonder tot sinds te heel erg zeer best veel weinig meer minder beter slecht slechte goed goede prima
    fijn fijne prettig vriendelijk vriendelijke snel snelle lang lange kort duidelijk onduidelijk graag
    alles iets niets iemand weer hier daar waar hoe wat waarom snap werkt the and not very with for
    """.split()
)


def holds_persons(names: Iterable[str], column: Column) -> bool:
    """Whether a column, known by these names, holds who people are: by a name that leaves no doubt; by some of
    its cells where the header asks for a person in other words; by nearly all of them under any header."""
    if any(is_identifier(name) for name in names):
        return True
    cells, rows = column.commonest(_SAMPLE), int(column.weights.sum())
    if rows == 0:
        return False
    if asks_identity(column.header) and sum(map(shows_identity, cells)) >= _IDENTITIES * len(cells):
        return True
    words = normalise(column.header).split()
    named = sum(bool(_NAME.match(" ".join(str(cell).split()))) for cell in cells)
    says_who = len(words) <= _FEW_WORDS and bool(lexicons("words.toml", "persons")["roles"].places(words))
    if says_who and named >= _MOST * len(cells):
        return True
    return _are_persons(cells, len(column.uniques) / rows)


def is_identifier(header: str) -> bool:
    """Whether a column holds personal data by its header: name, e-mail, phone, address, IP, employee."""
    words = normalise(header)
    return bool({words, _without_filler(words)} & _IDENTIFIER_WORDS) or any(
        f" {word} " in f" {words} " for word in _TELLING_WORDS
    )


def _without_filler(text: str) -> str:
    words = text.split()
    filler = lexicons("words.toml", "filler")["any"].places(words)
    return " ".join(word for place, word in enumerate(words) if place not in filler) or text


def asks_identity(header: str) -> bool:
    """Whether a header asks for a person, a number or an address."""
    words = normalise(header)
    return words == "wie" or bool(_ABOUT_IDENTITY & set(words.split())) or any(phrase in words for phrase in _EMPLOYEES)


def shows_identity(cell: object) -> bool:
    """Whether a cell looks like a name, an address, an e-mail, a phone number, a code or another number
    of one person."""
    text = " ".join(str(cell).split())
    if _SHAPES.search(text) or _CODE.match(text) or _FULL_NAME.match(text):
        return True
    words = normalise(text).split()
    return 0 < len(words) <= 3 and words[0] in _FIRST_NAMES


def _are_persons(cells: Sequence[object], distinct: float) -> bool:
    """Whether distinct cells of a column are who people are, whatever its header says: numbers and addresses
    of one person, or full names. `distinct`: distinct cells per filled row; names come back where they are
    those of products or places."""
    texts = [" ".join(str(cell).split()) for cell in cells]
    numbers = sum(len(text) <= _LONGEST and (bool(_SURE.search(text)) or _is_bsn(text)) for text in texts)
    names = sum(bool(_FULL_NAME.match(text)) for text in texts) if distinct >= _DISTINCT else 0
    return len(texts) >= _FEW and max(numbers, names) >= _MOST * len(texts)


def _is_bsn(text: str) -> bool:
    """Whether a text is nine digits that pass the test of a citizen service number."""
    if not (len(text) == 9 and text.isascii() and text.isdigit()):
        return False
    weights = (9, 8, 7, 6, 5, 4, 3, 2, -1)
    return sum(weight * int(digit) for weight, digit in zip(weights, text, strict=True)) % 11 == 0


def shows_person(cell: object) -> bool:
    """Whether a cell shows one person by itself, also where it comes back: two words with a capital may be a district."""
    text = " ".join(str(cell).split())
    words = normalise(text).split()
    return bool(_SHAPES.search(text) or _INITIALS.search(text)) or (0 < len(words) <= 3 and words[0] in _FIRST_NAMES)


def is_sentence(cell: object) -> bool:
    """Whether a cell is words that someone put together, and not the name or number of anything."""
    words = normalise(cell).split()
    return len(words) >= 2 and not _SENTENCE_WORDS.isdisjoint(words) and not shows_identity(cell)
