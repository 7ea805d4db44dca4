"""Personal data that have a form: each kind with the rule that gives its places in a text."""

import re
from collections.abc import Callable, Iterator

from lib.answers.addresses import addresses, plates
from lib.answers.numbers import birthdays, case_numbers, citizen_numbers, document_numbers, ibans, long_numbers
from lib.answers.reach import emails, phones, urls

Span = tuple[int, int]

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
# Of numbers that were dictated: "nul zes twaalf", "zes juni negentienhonderd".
NUMBER_WORDS = re.compile(r"\bnul\b|honderd|tig\b", re.IGNORECASE)
# Most answers hold no digit at all; then only these can find anything.
WITHOUT_DIGITS = frozenset({"e-mailadres", "webadres"})
