"""The questions of the klantmonitor as data: keys, labels, scales, options and known wordings.

A new question, wording or channel is a new row here, not a new branch elsewhere. The list of
aspects for `telefoon` is an assumption: the printed factsheet names the channel without a table.
"""

from dataclasses import dataclass
from typing import Literal

from lib.survey import scales
from lib.survey.scales import YES_NO, Point

Kind = Literal[
    "grade", "agree", "effort", "choice", "multi", "yes_no", "text", "date", "product", "channel", "respondent"
]
Channel = Literal["balie", "telefoon", "digitaal", "overig"]

# The channels that ask the klantmonitor, and the one under which a survey of another kind is opened.
CHANNELS: tuple[Channel, ...] = ("balie", "telefoon", "digitaal")
OTHER_CHANNEL: Channel = "overig"
ALL_CHANNELS: tuple[Channel, ...] = (*CHANNELS, OTHER_CHANNEL)
CHANNEL_LABELS: dict[str, str] = {
    "balie": "Balie", "telefoon": "Telefoon", "digitaal": "Digitaal", "overig": "Overig",
}  # fmt: skip
CHANNEL_WORDS: dict[str, tuple[str, ...]] = {
    "balie": ("balie", "loket", "baliebezoek", "fysiek", "publieksbalie", "stadhuis", "gemeentehuis"),
    "telefoon": ("telefoon", "telefonisch", "telefonie", "bellen", "gebeld", "kcc"),
    "digitaal": ("digitaal", "online", "website", "digitaal loket", "e loket", "eloket", "internet", "webformulier"),
}

# Kinds that describe the respondent or the visit; they are no answer to a survey question.
BACKGROUND_KINDS: frozenset[str] = frozenset({"date", "product", "channel", "respondent"})
# Kinds whose answers are scored in the table of scores.
SCORED_KINDS: frozenset[str] = frozenset({"grade", "agree"})
# Kinds whose answers make one figure: those, and the effort score.
FIGURE_KINDS: frozenset[str] = SCORED_KINDS | {"effort"}


@dataclass(frozen=True)
class Item:
    """One question: a stable key, the label the app shows, how it is answered and how files word it.

    `channels` are those that ask it; empty means a question outside the catalogue, whose key is
    made of its own text. `points` are the options of `choice` and `multi` or the points of a
    scale, in questionnaire order. `part_of` names the item that this one is a part of; `whole` is the
    label of that item where it is outside the catalogue.
    """

    key: str
    label: str
    kind: Kind
    channels: tuple[str, ...] = CHANNELS
    wordings: tuple[str, ...] = ()
    points: tuple[Point, ...] = ()
    part_of: str | None = None
    own: bool = False
    whole: str = ""

    @property
    def is_background(self) -> bool:
        return self.kind in BACKGROUND_KINDS


def _grade(key: str, label: str, *wordings: str, channels: tuple[str, ...] = ("balie",)) -> Item:
    return Item(key, label, "grade", channels, wordings)


def _part(key: str, label: str, *wordings: str) -> Item:
    return Item(
        f"hostmanship_{key}", label, "grade", ("balie", "telefoon"), wordings, part_of="hostmanship"
    )  # fmt: skip


def _statement(key: str, label: str, *wordings: str) -> Item:
    return Item(key, label, "agree", ("digitaal",), wordings, scales.AGREE)


_BOTH = ("balie", "telefoon")

_GENERAL = (
    Item("totaaloordeel", "Totaaloordeel", "grade", wordings=(
        "Welk rapportcijfer geeft u voor de manier waarop u in het algemeen bent geholpen?",
        "Welk rapportcijfer geeft u de dienstverlening in het algemeen?",
        "Hoe beoordeelt u in het algemeen de dienstverlening?", "Algemeen oordeel", "Totaal oordeel",
        "Algemeen rapportcijfer", "Rapportcijfer algemeen", "Rapportcijfer totaal", "Eindoordeel",
        "Hoe tevreden bent u over de dienstverlening in het algemeen?", "Rapportcijfer", "Algemene tevredenheid",
        "Rapportcijfer dienstverlening", "Rapportcijfer digitale dienstverlening", "Overall oordeel", "Algemene waardering", "Eindcijfer", "Totaalcijfer", "De dienstverlening",
        "Alles bij elkaar genomen, welk cijfer geeft u voor de manier waarop u bent geholpen?", "Totaaloordeel dienstverlening",
        "Wat is uw totaaloordeel over de dienstverlening, uitgedrukt in een rapportcijfer?",
        "Kunt u met een rapportcijfer aangeven hoe u in het algemeen bent geholpen?", "Alles overziend, welk cijfer geeft u voor de manier waarop u bent geholpen?", "Geef een rapportcijfer voor de totale dienstverlening", "Hoe heeft u onze dienstverlening in totaal ervaren?",
        "Welk cijfer geeft u het telefonisch contact in het algemeen?", "Welk cijfer geeft u uw bezoek in het algemeen?")),
    Item("ces", "CES", "effort", points=scales.EFFORT, wordings=(
        "Hoeveel moeite heeft u persoonlijk moeten doen om uw vraag/klacht afgehandeld te krijgen?",
        "Hoeveel moeite heeft u moeten doen", "Hoeveel moeite kostte het u", "Customer Effort Score",
        "Hoeveel moeite heeft het u gekost om uw aanvraag te doen?", "Moeite", "CES score",
        "Hoeveel moeite heeft het u gekost om geholpen te worden?", "Hoeveel moeite kostte het u om uw aanvraag te regelen?",
        "Hoeveel moeite moest u zelf doen om uw vraag beantwoord te krijgen?", "Hoeveel moeite moest u doen om uw zaak te regelen?",
        "Hoeveel moeite kostte het u om uw product aan te vragen?", "Hoeveel inspanning kostte het u om geholpen te worden?",
        "In hoeverre kostte het u moeite om uw aanvraag te doen?",
        "Hoeveel moeite heeft u gedaan om uw vraag of aanvraag afgehandeld te krijgen?", "Ervaren moeite",
        "Kostte het u veel moeite?", "Hoeveel moeite moest u doen om uw aanvraag in te dienen?",
        "Hoeveel moeite heeft u moeten doen om uw probleem op te lossen?", "Hoeveel moeite kostte het u om de dienst te gebruiken?",
        "In welke mate heeft u moeite moeten doen voor uw aanvraag?")),
    Item("toelichting", "Toelichting op het rapportcijfer", "text", wordings=(
        "Kunt u uw rapportcijfer toelichten?", "Kunt u dit cijfer toelichten?", "Toelichting rapportcijfer",
        "Toelichting op uw cijfer", "Waarom geeft u dit cijfer?", "Toelichting totaaloordeel", "Toelichting",
        "Review", "Kunt u uw oordeel toelichten?", "Waarom geeft u dit rapportcijfer?", "Licht uw rapportcijfer toe",
        "Wat is de reden voor dit cijfer?", "Waarop baseert u dit cijfer?", "Kunt u uitleggen waarom u dit cijfer geeft?",
        "Wat is de belangrijkste reden voor het rapportcijfer dat u geeft?", "Kunt u aangeven waarom u dit cijfer geeft?")),
    Item("tip_ja", "Heeft suggesties", "yes_no", points=YES_NO, wordings=(
        "Heeft u nog suggesties voor de gemeente over hoe de dienstverlening aan de balie kan worden verbeterd?",
        "Heeft u nog suggesties voor de gemeente over hoe de dienstverlening aan de telefoon kan worden verbeterd?",
        "Heeft u nog suggesties voor de gemeente over hoe de digitale dienstverlening kan worden verbeterd?",
        "Heeft u nog suggesties voor de gemeente over hoe het digitale loket kan worden verbeterd?",
        "Heeft u nog suggesties?", "Heeft u verbetertips?", "Heeft u een tip voor ons?", "Suggesties ja/nee",
        "Heeft u suggesties om onze dienstverlening te verbeteren?", "Heeft u nog tips of suggesties voor ons?",
        "Heeft u ideeën hoe wij onze dienstverlening kunnen verbeteren?", "Heeft u een suggestie voor verbetering?")),
    Item("tip", "Verbetertip", "text", wordings=(
        "Welke suggestie heeft u?", "Welke suggesties heeft u?", "Zo ja, welke suggesties heeft u?",
        "Wat is uw suggestie?", "Wat is uw tip?", "Verbetertips", "Verbetersuggestie", "Suggestie", "Suggesties",
        "Uw tip voor de gemeente", "Wat kunnen wij verbeteren?", "Wat kan er beter?", "Tip", "Tips", "Ja, namelijk",
        "Wat kunnen wij volgens u verbeteren?", "Wat zou u graag verbeterd zien?", "Welke tip wilt u ons meegeven?",
        "Wat kunnen we de volgende keer beter doen?", "Wat kan de gemeente verbeteren aan de dienstverlening?",
        "Uw suggestie(s)", "Kunt u uw suggestie beschrijven?", "Wat is uw suggestie voor verbetering?",
        "Heeft u suggesties? Zo ja, welke?", "Welke suggesties heeft u om de dienstverlening te verbeteren?")),
    Item("datum", "Datum", "date", wordings=(
        "Datum ingevuld", "Invuldatum", "Datum invullen", "Ingevuld op", "Datum respons", "Tijdstempel", "Begintijd",
        "Tijd van voltooien", "Voltooid op", "RecordedDate", "Recorded Date", "EndDate", "End Date", "StartDate",
        "Start Date", "submitdate", "Datum verzonden", "Submit Date (UTC)", "Datum bezoek", "Date", "Timestamp",
        "Datum voltooid", "Einddatum", "Startdatum", "Datum afgerond", "Responsdatum", "Datum contact", "Date Created",
        "Date submitted", "Datestamp", "Datum laatste actie", "Datum en tijd", "Tijdstip", "Invultijdstip", "Tijd van invullen",
        "Datum enquête", "Afgerond op", "Datum gestart", "Datum afname", "Datum inzending", "Datum van inzenden", "Afnamedatum", "Datum invulling", "Voltooiingstijd",
        "Completion time", "Start time", "Eindtijd", "Starttijd", "Datum afspraak", "Datum aanvraag", "Tijdstip van invullen", "Verzonden op", "Datum ontvangst",
        "Ontvangen op", "Ingezonden op", "Created at")),
    Item("product", "Product", "product", wordings=(
        "Productnaam", "Welk product heeft u aangevraagd?", "Waarvoor bent u naar het gemeentehuis gekomen?",
        "Soort product", "Productgroep", "Waarvoor kwam u?", "Onderwerp", "Dienst", "Product of dienst",
        "Welk product of welke dienst betrof het?", "Voor welk product kwam u?", "Producten", "Waarvoor had u contact?",
        "Wat kwam u aanvragen of afhalen?", "Waarover had u contact?", "Wat heeft u geregeld bij de gemeente?",
        "Wat heeft u aangevraagd?", "Reden van uw bezoek", "Waarvoor heeft u de gemeente bezocht?", "Waarvoor heeft u gebeld?",
        "Waarvoor belde u?", "Welk product heeft u digitaal aangevraagd?", "Afspraakproduct", "Type aanvraag", "Soort aanvraag",
        "Om welk product gaat het?", "Waarvoor bezocht u het gemeentehuis?", "Voor welk product bezocht u de balie?",
        "Voor welk product had u contact?", "Aangevraagd product", "Onderwerp van contact", "Reden van contact", "Waar kwam u voor?", "Voor welke dienst of welk product kwam u?",
        "Waarvoor heeft u contact opgenomen?", "Waar ging uw aanvraag over?", "Waarvoor was u bij de gemeente?", "Waarvoor bent u langsgekomen?", "Aanvraagsoort",
        "Welk product betrof het?")),
    Item("kanaal", "Kanaal", "channel", wordings=("Kanaalnaam", "Contactkanaal", "Channel", "Soort contact", "Vragenlijst",
        "Via welk kanaal had u contact?", "Kanaal van contact", "Hoe had u contact?", "Contactvorm", "Manier van contact",
        "Onderzoek", "Meting", "Enquête", "Type contact", "Gebruikt kanaal")),
    Item("respondent", "Respondent", "respondent", wordings=(
        "Respondentnummer", "Respondent ID", "RespondentID", "Respondent nr", "Response ID", "ResponseId", "ID", "Id",
        "Responsnummer", "Casenummer", "Case ID", "Nummer", "Volgnummer", "Antwoord-ID", "Respons ID", "Enquete ID",
        "Respnr", "Resp.nr.", "Record ID", "Uniek nummer", "Nr", "Inzending ID", "Submission ID", "Formuliernummer", "Antwoordnummer", "Uniek ID", "Volgnr")),
)  # fmt: skip

_ASPECTS = (
    _grade("openingstijden", "Openingstijden", "Openingstijden van de balie", "Openingstijden gemeentehuis", "De tijden waarop u terecht kunt"),
    _grade("bereikbaarheid", "Bereikbaarheid", "Telefonische bereikbaarheid", "Bereikbaarheid per telefoon",
           channels=("telefoon",)),
    _grade("wachtruimte", "Wachtruimte", "De wachtruimte", "Wachtruimte gemeentehuis", "De wachtruimte van de publiekshal", "De ruimte waar u moest wachten", "Wachtkamer"),
    _grade("wachttijd", "Wachttijd", "De wachttijd", "Wachttijd aan de balie", "Wachttijd aan de telefoon",
           "Tijd dat u moest wachten", "Hoe lang u moest wachten", "De wachttijd voordat u aan de beurt was", "Wachttijd in de hal", "Wachttijd aan het loket",
           "De tijd die u moest wachten voordat u werd geholpen", channels=_BOTH),
    _grade("privacy", "Privacy a.d. balie", "Privacy aan de balie", "Privacy", "Privacy balie", "De privacy aan de balie",
           "Privacy tijdens het gesprek aan de balie", "Privacy aan het loket"),
    _grade("vriendelijkheid", "Vriendelijkheid", "Vriendelijkheid van de medewerker", "Vriendelijkheid medewerker",
           channels=_BOTH),
    _grade("deskundigheid", "Deskundigheid", "Deskundigheid van de medewerker", "Deskundigheid medewerker", "Kennis van zaken", "Kennis van zaken van de medewerker",
           channels=_BOTH),
    _grade("hostmanship", "Hostmanship", "Hostmanship totaal", "Hostmanship van de medewerker", "Gastheerschap", "Gastvrijheid", "Hostmanship (gastvrijheid)",
           channels=_BOTH),
    _grade("prijs", "Prijs v.h. product", "Prijs van het product", "Prijs", "De prijs van het product", "Kosten van het product",
           "De prijs die u voor het product betaalde", "De prijs die u betaald heeft", "Prijs-kwaliteit van het product", "Prijs van het product of de dienst", "De kosten"),
    _grade("doorlooptijd", "Doorlooptijd", "De doorlooptijd", "Doorlooptijd van de aanvraag", "Doorlooptijd product",
           "Tijd tussen aanvraag en ontvangst", "De tijd tussen aanvraag en levering", "Doorlooptijd van de afhandeling", "De afhandelingstermijn", "De afhandeltijd", "Levertijd van het product",
           "De tijd tussen aanvraag en levering (doorlooptijd)", "De tijd tussen uw aanvraag en het ontvangen van het product", channels=_BOTH),
)  # fmt: skip

_HOSTMANSHIP_PARTS = (
    _part("bereidheid", "Bereidheid om te helpen", "Hostmanship: bereidheid om te helpen", "Bereidheid", "Hostmanship: bereidheid",
          "De medewerker was bereid om te helpen", "Bereidheid om u verder te helpen"),
    _part("deskundigheid", "Deskundigheid (hostmanship)", "Hostmanship: deskundigheid", "Hostmanship deskundigheid"),
    _part("inleving", "Inleving in de situatie", "Hostmanship: inleving in uw situatie", "Inleving",
          "Inleven in uw situatie", "De medewerker leefde zich in uw situatie in", "Hostmanship: inleving",
          "De mate waarin de medewerker zich inleefde in uw situatie", "De medewerker kon zich in mijn situatie inleven"),
    _part("verantwoordelijkheid", "Verantwoordelijkheid nemen voor de vraag",
          "Hostmanship: verantwoordelijkheid nemen voor uw vraag of probleem", "Verantwoordelijkheid",
          "Verantwoordelijkheid voor het oplossen van de vraag of het probleem", "Hostmanship: verantwoordelijkheid", "De medewerker nam verantwoordelijkheid voor mijn vraag"),
    _part("oplossingen", "Oplossingen of ideeën aandragen",
          "Hostmanship: oplossingen of ideeën aandragen waar u nog niet aan had gedacht", "Oplossingen",
          "Oplossingen of ideeën aandragen waar u zelf nog niet aan had gedacht", "Hostmanship: oplossingen",
          "Droeg oplossingen of ideeën aan waar ik zelf nog niet aan had gedacht",
          "Oplossingen of ideeën aandragen waar de klant zelf nog niet aan had gedacht", "De medewerker droeg oplossingen of ideeën aan"),
    _part("gemeente", "De hele gemeente vertegenwoordigen",
          "Hostmanship: niet alleen zichzelf maar de hele gemeente vertegenwoordigen",
          "Vertegenwoordigt niet alleen zichzelf maar de hele gemeente", "Vertegenwoordigen van de gemeente", "Hostmanship: vertegenwoordigen van de gemeente"),
)  # fmt: skip

_STATEMENTS = (
    _statement("aanvraag_eenvoudig", "Aanvraag verliep eenvoudig", "De aanvraag verliep eenvoudig",
               "Mijn aanvraag verliep eenvoudig", "Het aanvragen verliep eenvoudig", "Het doen van de aanvraag verliep eenvoudig",
               "De digitale aanvraag verliep eenvoudig"),
    _statement("loket_gebruiksvriendelijk", "Digitaal loket is gebruiksvriendelijk",
               "Het digitaal loket is gebruiksvriendelijk", "Het digitale loket is gebruiksvriendelijk",
               "De website is gebruiksvriendelijk", "Het digitale loket van de gemeente is gebruiksvriendelijk", "Het e-loket is gebruiksvriendelijk"),
    _statement("loket_vindbaar", "Digitaal loket is goed vindbaar", "Het digitaal loket is goed vindbaar",
               "Het digitale loket is goed te vinden", "Het digitale loket is goed vindbaar",
               "Het digitale loket is makkelijk te vinden", "Het digitale loket was goed vindbaar op de website", "Het e-loket is goed vindbaar"),
    _statement("info_duidelijk", "Benodigde info v.d. aanvraag is duidelijk",
               "De benodigde informatie voor de aanvraag is duidelijk",
               "De benodigde informatie van de aanvraag is duidelijk", "Benodigde informatie is duidelijk",
               "De informatie over de aanvraag is duidelijk", "De informatie die ik nodig had voor de aanvraag was duidelijk"),
    _statement("info_vindbaar", "Benodigde info is eenvoudig te vinden",
               "De benodigde informatie is eenvoudig te vinden", "De informatie was makkelijk te vinden",
               "De informatie die ik nodig had was eenvoudig te vinden", "De informatie die ik zocht was eenvoudig te vinden"),
    _statement("formulier_makkelijk", "Formulier makkelijk in te vullen", "Het formulier is makkelijk in te vullen",
               "Het formulier was makkelijk in te vullen", "Het formulier is gemakkelijk in te vullen",
               "Het invullen van het formulier was makkelijk", "Het digitale formulier was makkelijk in te vullen"),
    _statement("formulier_taal", "Gebruikte taal in het formulier is duidelijk",
               "De gebruikte taal in het formulier is duidelijk", "De taal in het formulier was duidelijk",
               "De taal die in het formulier wordt gebruikt is duidelijk", "De gebruikte taal in het formulier was duidelijk en begrijpelijk", "De gebruikte taal in het formulier is begrijpelijk"),
)  # fmt: skip

_REPEAT_VISIT = Item("herhaalbezoek", "Terugkomen", "choice", ("balie",), (
    "Bent u in één keer geholpen of moet u nog een keer terugkomen?", "Bent u in één keer geholpen?",
    "Moet u nog een keer terugkomen?", "Herhaalbezoek", "In één keer geholpen", "Terugkomen",
    "Werd u in één keer geholpen of moet u terugkomen?", "Kon u in één keer worden geholpen?",
    "Moet u voor deze aanvraag nog een keer terugkomen?", "Moet u nog terugkomen?", "Terugkomen nodig?",
    "Bent u direct geholpen of moet u terugkomen?",
), (
    Point("in_een_keer", "Ik werd in één keer geholpen", ("In één keer geholpen", "Ja, ik werd in één keer geholpen",
          "Ik ben in één keer geholpen")),
    Point("ophalen", "Ik moet terugkomen om op te halen wat ik heb aangevraagd", (
          "Terugkomen om op te halen", "Om op te halen wat ik heb aangevraagd", "Terugkomen om af te halen", "Ik moet terugkomen om mijn aanvraag op te halen")),
    Point("documenten", "Ik moet terugkomen omdat ik niet alle of de juiste documenten bij me had", (
          "Niet alle of de juiste documenten bij me", "Ik moet terugkomen omdat ik niet de juiste documenten bij me had",
          "Ik moet terugkomen omdat ik niet alle documenten bij me had", "Niet alle of de juiste documenten",
          "Ik had niet alle of de juiste documenten bij me", "Terugkomen vanwege ontbrekende documenten", "Documenten niet compleet")),
    Point("andere_reden", "Ik moet terugkomen om een andere reden", ("Terugkomen om een andere reden", "Andere reden", "Om een andere reden")),
    Point("weet_niet", "Weet ik niet (meer)", ("Weet ik niet", "Weet niet", "Weet ik niet meer", "Weet niet (meer)")),
))  # fmt: skip

_INFO_CLARITY = Item("informatie", "Informatie vooraf", "multi", ("digitaal",), (
    "Was vooraf duidelijk", "Wat was vooraf duidelijk?", "Welke informatie was vooraf duidelijk?", "Informatie vooraf",
    "Was het voor u duidelijk", "Over welke onderwerpen was de informatie vooraf duidelijk?", "Vooraf duidelijk",
    "Was het voor u vooraf duidelijk", "Welke van de volgende zaken waren vooraf duidelijk?", "Was de informatie vooraf duidelijk over",
    "Was het voor u voorafgaand aan de aanvraag duidelijk",
), (
    Point("procedure_verloop", "Hoe de aanvraag-procedure zou verlopen", (
          "Hoe de aanvraagprocedure zou verlopen", "Hoe de procedure zou verlopen", "Hoe de aanvraagprocedure verloopt",
          "Hoe de procedure verloopt", "Het verloop van de aanvraagprocedure", "Hoe de aanvraag zou verlopen")),
    Point("procedure_duur", "Hoe lang de procedure zou duren", ("Hoe lang de aanvraagprocedure zou duren", "Hoe lang de procedure duurt", "Hoe lang de aanvraagprocedure duurt",
          "Hoe lang de aanvraag zou duren",)),
    Point("documenten", "Welke documenten en gegevens u moest aanleveren", (
          "Welke documenten en gegevens ik moest aanleveren", "Welke documenten u moest aanleveren",
          "Welke documenten ik moest aanleveren", "Welke documenten of gegevens u moest aanleveren",
          "Welke documenten en gegevens nodig waren", "Welke documenten en gegevens ik nodig had")),
    Point("kosten", "Welke kosten er gemoeid zouden zijn met uw aanvraag", (
          "Welke kosten er gemoeid zouden zijn met mijn aanvraag", "Welke kosten er aan de aanvraag verbonden zijn",
          "Welke kosten er aan verbonden zijn", "Wat de kosten zouden zijn", "De kosten", "De kosten van uw aanvraag", "De kosten van de aanvraag",
          "Welke kosten gemoeid zouden zijn met de aanvraag", "Welke kosten er aan de aanvraag verbonden zouden zijn")),
    Point("vragen", "Waar u terecht kon met vragen", ("Waar ik terecht kon met vragen", "Waar u met vragen terecht kon", "Waar ik met vragen terecht kon",
          "Bij wie u terecht kon met vragen", "Waar u terecht kunt met vragen", "Waar ik terecht kan met vragen")),
))  # fmt: skip

# In the order of the tables that the app shows: aspects, their parts, statements.
CATALOGUE: tuple[Item, ...] = (
    *_GENERAL, *_ASPECTS, *_HOSTMANSHIP_PARTS, _REPEAT_VISIT, *_STATEMENTS, _INFO_CLARITY,
)  # fmt: skip

_BY_KEY = {item.key: item for item in CATALOGUE}
_ORDER = {item.key: place for place, item in enumerate(CATALOGUE)}


def find(key: str) -> Item | None:
    """The catalogue's item with this key, or `None` for a question of the file's own."""
    return _BY_KEY.get(key)


def order_of(key: str) -> int:
    """The place of an item in tables; questions outside the catalogue come after all others."""
    return _ORDER.get(key, len(CATALOGUE))


def items_of(channel: str) -> tuple[Item, ...]:
    """The catalogue's items that `channel` asks, in table order."""
    return tuple(item for item in CATALOGUE if channel in item.channels)


def option_item(item: Item, point: Point) -> Item:
    """One option of a `multi` item as a yes/no item of its own, since that is how it is counted."""
    return Item(
        f"{item.key}_{point.key}", point.label, "yes_no", item.channels, point.wordings, YES_NO, part_of=item.key,
        own=item.own, whole=item.label if item.own else "",
    )  # fmt: skip


def whole_label(item: Item) -> str | None:
    """The label of the question that an item is a part or an option of, or None."""
    whole = find(item.part_of) if item.part_of is not None else None
    return whole.label if whole is not None else item.whole or None


def parts_of(key: str, channel: str) -> tuple[Item, ...]:
    """The items that together make up `key` in `channel` (the six parts of hostmanship), or none."""
    return tuple(item for item in CATALOGUE if item.part_of == key and channel in item.channels)


def aspects_of(channel: str) -> tuple[Item, ...]:
    """The scored items of the printed table of `channel`: no totaaloordeel, no parts."""
    return tuple(
        item for item in items_of(channel)
        if item.kind in SCORED_KINDS and item.part_of is None and item.key != "totaaloordeel"
    )  # fmt: skip
