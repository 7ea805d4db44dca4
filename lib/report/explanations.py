"""The page Toelichting as data: every term and rule of the figures, in words for a council member.

Each section opens with the one sentence that explains the term everywhere else in the app.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from lib.figures.base import DRIVERS_BASE, MINIMUM_BASE, VERDICT_BASE
from lib.figures.counts import Counts
from lib.report import dutch
from lib.report.comparisons import SPLIT_RULE
from lib.report.distributions import BAND_RULE
from lib.report.priorities import NOT_CAUSE
from lib.report.priorities import RULES as PRIORITY_RULES
from lib.report.product_tables import WITHHELD_RULE
from lib.report.provenance import COMPARE_RULE, INTERVAL_RULE, VERDICT_RULE
from lib.report.terms import TERMS
from lib.report.tip_sentences import COVER_RULES, THEME_RULES
from lib.report.trends import CHANGE_RULE, GAP_RULE
from lib.survey import catalogue
from lib.survey.catalogue import CHANNEL_LABELS


@dataclass(frozen=True)
class Section:
    """One heading with its paragraphs, the shortest answer first."""

    title: str
    paragraphs: tuple[str, ...]

    @property
    def anchor(self) -> str:
        """What a link to this section ends with."""
        return anchor_of(self.title)

    def holds(self, words: str) -> bool:
        """Whether all of these words are in it, in any form that begins so."""
        text = " ".join((self.title, *self.paragraphs)).casefold()
        return all(word in text for word in words.casefold().split())


# In which section each term of the survey is explained.
SECTION_OF = {
    "Respons": "Wie er meedoen", "Totaaloordeel": "Totaaloordeel", "% eens": "Aspecten en stellingen",
    "Hostmanship": "Hostmanship", "CES": "CES", "Reviews": "Reviews en verbetertips", "Tips": "Reviews en verbetertips",
    "BM": "BM: vergelijken met andere gemeenten", "Verschil": "BM: vergelijken met andere gemeenten",
    "Oordeel": "BM: vergelijken met andere gemeenten", "95%-interval": "Hoe zeker een cijfer is",
    "Samenhang": "Prioriteiten", "n": "Hoeveel antwoorden nodig zijn",
}  # fmt: skip


def anchor_of(title: str) -> str:
    """The anchor of a section: its title in small letters and dashes."""
    return re.sub(r"[^a-z0-9]+", "-", title.casefold().replace("'", "")).strip("-")


def sections(counts: Mapping[str, Counts]) -> tuple[Section, ...]:
    """All explanations; those that depend on the files say what was done with these files."""
    return (
        Section(
            "Wie er meedoen",
            (
                TERMS["Respons"],
                "De klantmonitor telt als uitnodiging alleen wat via de eigen uitnodigingsmodule is verstuurd. Uitgedeelde "
                "kaartjes, uitnodigingen uit een afsprakensysteem en antwoorden op een zuil tellen daarin niet mee, en voor "
                "de digitale vragenlijst is geen aantal bekend. Een responspercentage staat er daarom niet.",
                "Klanten kiezen zelf of zij meedoen en de antwoorden zijn niet gewogen: een product met veel invullers telt "
                "zwaarder mee dan een product met weinig invullers. De cijfers gaan dus over de klanten die antwoordden, en "
                "niet vanzelf over alle klanten.",
                "Staat dezelfde respondent in twee bestanden, met hetzelfde nummer, hetzelfde kanaal en dezelfde antwoorden, dan "
                "telt die één keer mee. Zijn de antwoorden verschillend, dan tellen beide mee en meldt het leesverslag dat. "
                "Zonder respondentnummer is een dubbele respondent niet te herkennen; alleen een bestand dat twee keer is geopend, "
                "telt dan één keer.",
            ),
        ),
        Section(
            "Wat een kolom betekent",
            (
                "Welke vraag in een kolom staat, blijkt uit de kop, de antwoorden en de kolommen eromheen: 'Deskundigheid' "
                "tussen andere onderdelen van hostmanship is zo'n onderdeel, en anders het aspect. Wat door de plaats is "
                "herkend, of met woorden erbij, staat in het leesverslag. Waar het twijfel laat, wordt niet "
                "gegokt: bij antwoorden die alleen een code zijn (1 tot en met 5) telt de vraag pas mee als u op Gegevens "
                "zegt wat code 1 betekent. Code 6 geldt daarbij als weet niet, zoals in gemeentelijke codeboeken.",
                "Wat u daar kiest, is te bewaren als koppeling. Die geldt vanzelf voor een volgende export met dezelfde "
                "kolomkoppen.",
                "Een enquête zonder vragen van de klantmonitor kunt u ook openen: u zegt op Gegevens onder welk kanaal, of onder "
                "Overig. Haar eigen vragen staan op Verdeling, Verloop en Producten, en de open antwoorden op Verbetertips. BM is "
                "daarvan niet gepubliceerd. Een vraag om een volgorde (zet op volgorde van voorkeur) blijft buiten de cijfers.",
            ),
        ),
        Section("Totaaloordeel", (TERMS["Totaaloordeel"], "Het kan lager zijn dan elk van de aspecten.")),
        Section(
            "Aspecten en stellingen",
            (
                "Aan de balie en aan de telefoon geven klanten per aspect een rapportcijfer van 1 tot en met 10; getoond wordt "
                "het gemiddelde met één decimaal. Weet niet, niet van toepassing en een leeg antwoord tellen niet mee.",
                "Digitaal reageren klanten op stellingen. " + TERMS["% eens"],
                "De factsheet noemt het kanaal telefoon, maar drukt er geen tabel van af. Welke aspecten bij telefoon horen, "
                f"is een aanname van deze app: {_aspects('telefoon')}.",
            ),
        ),
        Section("Hostmanship", _hostmanship(counts)),
        Section(
            "CES",
            (
                TERMS["CES"],
                "De vraag is hoeveel moeite de klant zelf moest doen. Het antwoord in het midden telt mee in de noemer, weet "
                "niet telt niet mee. De uitkomst ligt tussen −100 en +100.",
            ),
        ),
        Section(
            "Terugkomen",
            (
                "Aan de balie is gevraagd of de klant in één keer is geholpen of terug moet komen, en waarom. Er is één "
                "antwoord mogelijk; weet ik niet (meer) is een antwoord en telt mee in de noemer.",
            ),
        ),
        Section(
            "Informatie vooraf",
            (
                "Digitaal is van vijf onderwerpen gevraagd of ze vooraf duidelijk waren. Meer antwoorden mogen. Het "
                "percentage is het deel van de klanten aan wie de vraag is gesteld. Staat in een export alleen wat is "
                "aangekruist, dan telt als gevraagd wie ten minste één onderwerp aankruiste; het leesverslag op Gegevens "
                "meldt dat.",
            ),
        ),
        Section(
            "Reviews en verbetertips",
            (
                TERMS["Reviews"] + " " + TERMS["Tips"],
                "Is naar suggesties niet met ja of nee gevraagd, dan telt wie er een opschreef. Staat er in geen bestand van een "
                "kanaal een kolom voor, dan staat er ‘niet gevraagd’ en geen 0. Een streepje, een punt, x, "
                "nvt, geen of nee geldt als leeg. Bij een tip staan product, maand en cijfer alleen als ten minste "
                f"{MINIMUM_BASE} klanten in de selectie dat product hadden, en de maand alleen als zij dat product in die maand "
                "hadden.",
            ),
        ),
        Section("Persoonsgegevens in open antwoorden", COVER_RULES),
        Section("Thema's en zoeken", THEME_RULES),
        Section(
            "BM: vergelijken met andere gemeenten",
            (
                TERMS["BM"],
                "Gebruikt wordt de BM van het jaar waarin de selectie eindigt; ontbreekt die, dan de laatste van een eerder "
                "jaar, en dat staat er dan bij. " + TERMS["Verschil"],
                TERMS["Oordeel"],
                VERDICT_RULE,
            ),
        ),
        Section(
            "Hoe zeker een cijfer is",
            (
                TERMS["95%-interval"],
                INTERVAL_RULE,
                "Voor CES volgt het interval uit de intervallen van weinig en van veel moeite samen (MOVER). Op Scores en BM is het interval "
                "de bleke balk achter het punt. Een verschil met BM wordt getoetst, niet afgelezen: een interval dat BM net "
                "raakt of mist, zegt op zichzelf niets over hoger of lager.",
            ),
        ),
        Section(
            "Twee selecties vergelijken",
            (
                "Op Vergelijken zet u twee perioden tegenover elkaar (ook een kwartaal tegenover een ander, of tegenover een jaar "
                "eerder), een product tegenover een ander of alle andere, een kanaal tegenover een ander, of selecties die u bewaarde.",
                COMPARE_RULE,
                SPLIT_RULE,
            ),
        ),
        Section(
            "Verloop en verdeling",
            (
                "Verloop toont een cijfer per maand, kwartaal of jaar, gemaakt als het cijfer van de hele selectie. "
                + GAP_RULE,
                CHANGE_RULE,
                "Verdeling toont alle antwoorden achter een gemiddelde, met weet niet en niet van toepassing apart. "
                + BAND_RULE,
            ),
        ),
        Section("Prioriteiten", (TERMS["Samenhang"], *PRIORITY_RULES, NOT_CAUSE)),
        Section(
            "Hoeveel antwoorden nodig zijn",
            (
                TERMS["n"],
                f"Onder {MINIMUM_BASE} antwoorden staat er geen cijfer, om toeval en herkenbaarheid te voorkomen. Van "
                f"{MINIMUM_BASE} tot en met {VERDICT_BASE - 1} antwoorden staat er een cijfer met het woord indicatief, zonder "
                f"oordeel. Vanaf {VERDICT_BASE} antwoorden volgt een oordeel; samenhang staat er vanaf {DRIVERS_BASE}.",
                WITHHELD_RULE,
                "Verschilt uw selectie minder dan tien klanten van de vorige die u bekeek, dan staat dat onder de titel: wie "
                "beide cijfers naast elkaar legt, ziet anders wat die enkele klanten antwoordden. Om dezelfde reden staat bij "
                "Hoe is dit berekend? geen precieze som als er buiten de selectie maar enkele antwoorden overblijven.",
            ),
        ),
        Section(
            "Afronden",
            (
                "Elk cijfer wordt één keer afgerond, op de precieze uitkomst, en bij een 5 naar boven: 8,25 wordt 8,3. Het "
                "verschil met BM is het verschil tussen de twee afgeronde cijfers, zodat de tabel altijd klopt met zichzelf.",
            ),
        ),
    )


def _hostmanship(counts: Mapping[str, Counts]) -> tuple[str, ...]:
    parts = [item.label.replace(" (hostmanship)", "") for item in catalogue.parts_of("hostmanship", "balie")]
    paragraphs = [
        TERMS["Hostmanship"],
        f"De zes delen zijn: {dutch.enumerate_words([_lower_first(part) for part in parts])}.",
        "Heeft de export een eigen kolom hostmanship, dan is het cijfer het gemiddelde daarvan. Anders krijgt elke klant het "
        "gemiddelde van de delen die hij of zij invulde, en is het cijfer het gemiddelde daarvan over de klanten. Hoe de "
        "landelijke factsheet de zes delen samenvoegt, staat daar niet bij; dit is dus een keuze van deze app. Staan niet alle "
        "zes delen in het bestand, dan staat dat bij het cijfer en wordt het niet met BM vergeleken: die gaat over alle zes.",
    ]
    words = {"custom_question": "de eigen kolom van de export", "mean_of_parts": "het gemiddelde van de delen"}
    used = [
        f"{CHANNEL_LABELS[channel].lower()}: {words[answers.rule]}"
        + (f", {answers.parts.words}" if answers.parts is not None and not answers.parts.are_all else "")
        for channel, found in counts.items()
        if (answers := found.answers.get("hostmanship")) is not None
    ]
    if used:
        paragraphs.append(f"In de geopende bestanden is gebruikt voor {dutch.enumerate_words(used)}.")
    return tuple(paragraphs)


def _aspects(channel: str) -> str:
    return dutch.enumerate_words([_lower_first(item.label) for item in catalogue.aspects_of(channel)])


def _lower_first(text: str) -> str:
    return text[:1].lower() + text[1:]
