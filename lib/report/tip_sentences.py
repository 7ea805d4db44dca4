"""The sentences above open answers: how many there are, what they are about, what was looked for."""

from collections.abc import Mapping, Sequence
from fractions import Fraction

from lib.answers.collection import MaskedAnswer
from lib.answers.search import Query
from lib.answers.themes import OTHER
from lib.answers.wish import theme_counts
from lib.figures.base import MINIMUM_BASE
from lib.figures.verbatims import mean_grade
from lib.report import dutch
from lib.survey.catalogue import CHANNEL_LABELS
from lib.survey.visible import visible

COVER_RULES = (
    "Voordat een open antwoord op het scherm komt, wordt afgedekt wat op persoonsgegevens lijkt: e-mailadressen, "
    "telefoonnummers, burgerservicenummers, rekeningnummers, adressen, kentekens, webadressen, geboortedatums, nummers van "
    "zaken en documenten, en namen. Wat er stond, is daarna nergens in de app te zien of te vinden; ook niet door te zoeken.",
    "Afdekken gaat met regels, lijsten met namen en controles zoals de elfproef. Geen regel vindt alles. Daarom verlaat "
    "alleen een antwoord de app dat iemand in zijn afgedekte vorm heeft gelezen en goedgekeurd; die kan de tekst ook zelf "
    "veranderen.",
)
THEME_RULES = (
    "Een antwoord hoort bij een thema als er een woord of woordgroep van dat thema in staat, in welke vorm ook: wachten, "
    "gewacht en wachttijd zijn hetzelfde. Een antwoord kan bij meer thema's horen. Welke woorden een thema maken, ziet u door "
    "op dat thema te kiezen; u kunt de lijst zelf veranderen. Zulke lijsten zien niet alles en vergissen zich soms: gebruik de "
    "aantallen om te kiezen wat u leest, niet als telling van meningen.",
    "Zoeken vindt woorden in elke vorm, langere woorden die zo beginnen en kleine typefouten. Tussen aanhalingstekens zoekt u "
    "precies die woorden, met een streepje ervoor sluit u een woord uit.",
)
WHY_SO_MANY = (
    "Met zo weinig anderen zou iemand aan zijn woorden te herkennen zijn. Kies een ruimere periode of meer producten."
)
_PRAISE = "complimenten"  # the key of a theme of the list that the app comes with
_FEW = 3
# One and several, as they stand behind a number.
_NOUNS = {"tip": ("tip", "tips"), "toelichting": ("toelichting", "toelichtingen")}
_OTHER_NOUN = ("ander open antwoord", "andere open antwoorden")
_WORDS_SHOWN = 5


def too_few(responses: Mapping[str, int]) -> str:
    """Why no open answer is shown. `responses`: respondents by channel, under ten in each."""
    counted = ", ".join(
        f"{CHANNEL_LABELS[channel].lower()} n = {dutch.number(n)}" for channel, n in responses.items() if n
    )
    return f"Te weinig respons om open antwoorden te tonen: {counted}. Zij staan er pas vanaf n = {MINIMUM_BASE} in een kanaal."


def reading_finding(
    shown: Sequence[MaskedAnswer],
    masked: Sequence[MaskedAnswer],
    is_filtered: bool,
    labels: Mapping[str, str],
    theme: str | None = None,
) -> str:
    """How many open answers there are to read, what grade their writers gave, and what they are about. `labels`: of
    themes by their key; `theme`: the one that is filtered on, of which that says nothing."""
    if not masked:
        return "In deze selectie heeft niemand een tip of toelichting geschreven."
    if is_filtered and not shown:
        return f"Geen van de {dutch.number(len(masked))} open antwoorden past bij uw keuze."
    if not is_filtered:
        counts = f"Klanten schreven {_by_question(masked)}"
    else:
        verb = "past" if len(shown) == 1 else "passen"
        counts = f"{dutch.number(len(shown))} van de {dutch.number(len(masked))} open antwoorden {verb} bij uw keuze"
    mean = mean_words(shown)
    grade = f"; zij geven gemiddeld een {mean}" if mean and not is_filtered else ""
    grade = f"; wie ze schreven, geven gemiddeld een {mean}" if mean and is_filtered else grade
    return f"{counts}{grade}.{_about(shown, labels, theme)}"


def mean_words(masked: Sequence[MaskedAnswer]) -> str | None:
    """The mean totaaloordeel of those who wrote, as it is printed; None under ten."""
    mean: Fraction | None = mean_grade([one.about for one in masked])
    return None if mean is None else dutch.figure(dutch.shown(mean, "grade"), "grade")


def _by_question(masked: Sequence[MaskedAnswer]) -> str:
    """ "771 tips en 382 toelichtingen"."""
    counts: dict[str, int] = {}
    for one in masked:
        counts[one.about.question] = counts.get(one.about.question, 0) + 1
    known = {question: counts[question] for question in _NOUNS if question in counts}
    other = sum(count for question, count in counts.items() if question not in known)
    if not known:
        return _counted(other, ("open antwoord", "open antwoorden"))
    parts = [_counted(count, _NOUNS[question]) for question, count in known.items()]
    return dutch.enumerate_words([*parts, _counted(other, _OTHER_NOUN)] if other else parts)


def _counted(count: int, noun: tuple[str, str]) -> str:
    return f"{dutch.number(count)} {noun[0] if count == 1 else noun[1]}"


def _about(shown: Sequence[MaskedAnswer], labels: Mapping[str, str], theme: str | None) -> str:
    """What can be improved: praise is no subject, nor is what everybody here writes about."""
    told = [key for key in labels if key not in (OTHER, _PRAISE, theme)]
    ranked = sorted(theme_counts(shown, told), key=lambda one: -one.count)
    most = [f"{visible(labels[one.theme])} ({dutch.number(one.count)})" for one in ranked[:_FEW] if one.count]
    if not most or len(shown) <= 1:
        return ""
    also = "ook " if theme is not None else ""
    return f" Het vaakst gaat het {also}over {dutch.enumerate_words(most)}."


def chosen_finding(count: int, elsewhere: int) -> str:
    """How many answers may be shown outside the app; `elsewhere`: how many more are outside the selection."""
    if count == 0 and elsewhere == 0:
        return "U hebt nog geen tips gekozen. Kies bij Lezen de tips die u wilt laten zien."
    words = "1 tip mag" if count == 1 else f"{dutch.number(count)} tips mogen"
    more = ""
    if elsewhere:
        noun = "gekozen tip hoort" if elsewhere == 1 else "gekozen tips horen"
        more = f" Nog {dutch.number(elsewhere)} {noun} niet bij deze selectie."
    return f"{words} getoond worden: gelezen, afgedekt en goedgekeurd.{more}"


def searched_words(query: Query) -> list[str]:
    """What was looked for where nobody used the typed word, a sentence each."""
    said = []
    for piece in query.pieces:
        if piece.instead:
            words = dutch.enumerate_words([f"‘{word}’" for word in piece.instead[:_WORDS_SHOWN]], "of")
            said.append(f"‘{visible(piece.typed)}’ komt niet voor; er is gezocht op {words}.")
        elif not piece.is_not and not all(piece.words):
            said.append(f"‘{visible(piece.typed)}’ komt niet voor.")
    return list(dict.fromkeys(said))


def covered_finding(log: Mapping[tuple[str, str], Mapping[str, int]]) -> str:
    """How much personal data is covered in all open answers."""
    total = sum(count for counts in log.values() for count in counts.values())
    if total == 0:
        return "In de open antwoorden zijn geen persoonsgegevens gevonden. Lees een tip toch na voordat u hem toont."
    places = "plaats" if total == 1 else "plaatsen"
    return (
        f"Op {dutch.number(total)} {places} is afgedekt wat op persoonsgegevens lijkt. Geen afdekking vindt alles: lees een tip "
        "na voordat u hem toont."
    )
