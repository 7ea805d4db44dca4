"""Whether two texts speak of the same: their words without those that any question may have.

"Het formulier is makkelijk te vinden" has nearly the letters of "makkelijk in te vullen", and asks
something else; "Hoe beoordeelt u de wachttijd?" has few of "Wachttijd", and asks the same.
"""

from collections.abc import Iterable
from functools import cache

from rapidfuzz import fuzz

# Words of any question: how it is asked, where and about whom. They don't say which question it is.
_FILLER = frozenset(
    """
    a d de het een der den des en of aan bij op in om te ter van voor over met door naar uit tot via als dan dat die deze er
    u uw je jouw ik mij mijn wij we ons onze zich is was waren zijn wordt worden werd werden heeft heb hebt had bent ben kan
    kon konden kunt kunnen zou zouden wilt wil hoe wat welk welke hoeverre mate geeft geven gaf aangeven vindt vond beoordeelt beoordelen geven geef gegeven graag
    rapportcijfer rapportcijfers cijfer cijfers oordeel mening beoordeling score waardering tevreden tevredenheid stelling
    stellingen vraag vragenlijst enquete volgende eens oneens punt punten schaal t m voordat onderwerpen zaken
    werkt betreft betrof publiekszaken burgerzaken
    gemeente gemeentehuis stadhuis stadskantoor stadswinkel publieksbalie publiekshal lengte voldoende personeel klant medewerker medewerkers baliemedewerker baliemedewerkers
    """.split()
)
# Words that stay when filler is taken out, since a question may be asked with little more, and yet don't tell apart.
_NEUTRAL = frozenset("algemeen persoonlijk zelf nog geholpen dit dienstverlening balie goed al".split())
# Of these, words that say of which visit is spoken: "de wachttijd voordat u werd geholpen".
_VISIT = frozenset({"geholpen", "balie"})
# Words that ask the same, whatever the question.
_SAME = {
    word: meant
    for meant, words in {
        "algemeen": "algemene geheel totaal totale totaalscore overall",
        "eenvoudig": "makkelijk makkelijke gemakkelijk gemakkelijke eenvoudige simpel",
        "vinden": "vindbaar vindbaarheid gevonden",
        "info": "informatie",
        "digitaal": "digitale online",
        "nodig": "benodigd benodigde",
        "manier": "wijze",
        "dienstverlening": "service",
        "verliep": "verlopen verloopt verloop ging gegaan",
        "vullen": "invullen",
        "doen": "gedaan",
        "duidelijk": "helder begrijpelijk",
        "duren": "duurt duurde",
        "vooraf": "tevoren voorafgaand",
        "verbeteren": "verbetering verbeterd beter",
        "suggesties": "suggestie tip tips idee ideeen verbetersuggestie verbetersuggesties verbetertip verbetertips verbeterpunt verbeterpunten",
        "toelichten": "toelichting uitleggen uitleg motiveren motiveer motivatie onderbouwen",
        "waarom": "reden waarop",
        "moeten": "moet moest",
        "kostte": "gekost kost",
        "inleving": "inleven inleefde inlevingsvermogen",
        "formulier": "aanvraagformulier webformulier",
        "taal": "taalgebruik",
        "telefonische": "telefonisch telefoon",
        "procedure": "aanvraagprocedure",
        "deskundigheid": "deskundig",
        "vriendelijkheid": "vriendelijk",
    }.items()
    for word in words.split()
}  # fmt: skip
SAME_WORDS = frozenset(_SAME)
_INFLECTED = 4  # letters that an ending may add: vriendelijk, vriendelijkheid
_STEM = 5  # letters from which a word may be another one with an ending
_NEAR_ENOUGH = 80.0  # likeness of two spellings of one word


def without_filler(text: str) -> str:
    """A normalised text without the words that say nothing about which question it is."""
    return " ".join(word for word in text.split() if word not in _FILLER) or text


def core(text: str) -> str:
    """A normalised text without those words, and with one word for all that mean the same."""
    return " ".join(_SAME.get(word, word) for word in without_filler(text).split())


def essence(text: str) -> str:
    """The core of a normalised text without where and how the customer was helped; the whole core where
    nothing else is left."""
    found = core(text)
    return " ".join(word for word in found.split() if word not in _VISIT) or found


def speaks_of_the_same(text: str, wording: str, known: frozenset[str]) -> bool:
    """Whether a text has no word of its own and lacks none of a wording. `known`: the words of all
    wordings of the question, which are no words of the text's own. All are cores."""
    words = text.split()
    return _all_have_a_partner(words, known) and _all_have_a_partner(wording.split(), words)


def lacks_an_end(text: str, wording: str) -> bool:
    """Whether a text is a wording of more words than one, with the end of its last word cut off. Both are cores."""
    words, whole = text.split(), wording.split()
    return len(words) == len(whole) > 1 and words[:-1] == whole[:-1] and text != wording and wording.startswith(text)


def lacks_words(text: str, wording: str) -> bool:
    """Whether a text is the first words of a wording, two or more, of which the last may lack its end. Both
    are cores."""
    words, whole = text.split(), wording.split()
    end = len(words) - 1
    return 1 <= end < len(whole) - 1 and words[:end] == whole[:end] and whole[end].startswith(words[end])


def shared_words(words: Iterable[str], others: Iterable[str]) -> set[str]:
    """Those of the words that the others have too, in whatever form; words of any question don't count."""
    cores = [word for word in others if word not in _FILLER]
    return {
        word
        for word in words
        if word not in _FILLER
        and word not in _NEUTRAL
        and any(word == other or _is_same(word, other) for other in cores)
    }


def own_words(text: str, known: frozenset[str]) -> list[str]:
    """The words of a core that are none of the known ones, in whatever form, and none of any question."""
    return [word for word in text.split() if not _all_have_a_partner((word,), known)]


def _all_have_a_partner(words: Iterable[str], others: Iterable[str]) -> bool:
    return all(
        word in _NEUTRAL or word in _FILLER or word.isdigit() or word in others
        or any(_is_same(word, other) for other in others)
        for word in words
    )  # fmt: skip


@cache
def _is_same(one: str, other: str) -> bool:
    """Whether two words are one in another form, or with a typing error."""
    short, long = sorted((one, other), key=len)
    if long.startswith(short):
        return len(long) - len(short) <= (_INFLECTED if len(short) >= _STEM else 1)
    return len(short) >= _STEM and fuzz.ratio(one, other) >= _NEAR_ENOUGH
