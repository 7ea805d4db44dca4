"""What the three synthetic surveys ask, of whom, and which figures they must come out at."""

from __future__ import annotations

from dataclasses import dataclass

OVERALL = "Welk rapportcijfer geeft u voor de manier waarop u in het algemeen bent geholpen?"
REVIEW = "Kunt u uw rapportcijfer toelichten?"
EFFORT = "Hoeveel moeite heeft u persoonlijk moeten doen om uw vraag/klacht afgehandeld te krijgen?"
TIP = "Welke suggestie heeft u?"
REPEAT_VISIT = "Bent u in één keer geholpen of moet u nog een keer terugkomen?"
ORIGIN = "Herkomst"
ORIGIN_VALUE = "synthetisch voorbeeld"
BACKGROUND = ["Respondentnummer", "Kanaal", "Datum ingevuld", "Product"]

DONT_KNOW = "Weet niet"
NOT_APPLICABLE = "N.v.t."
NO_OPINION = "Weet niet / geen mening"

EFFORT_ANSWERS = [
    "Heel weinig moeite",
    "Weinig moeite",
    "Niet weinig, niet veel moeite",
    "Veel moeite",
    "Heel veel moeite",
]
AGREE_ANSWERS = [
    "Helemaal mee eens",
    "Mee eens",
    "Neutraal",
    "Mee oneens",
    "Helemaal mee oneens",
]
AT_ONCE = "Ik werd in één keer geholpen"
COLLECT = "Ik moet terugkomen om op te halen wat ik heb aangevraagd"
DOCUMENTS = "Ik moet terugkomen omdat ik niet alle of de juiste documenten bij me had"
OTHER_REASON = "Ik moet terugkomen om een andere reden"
NOT_SURE = "Weet ik niet (meer)"
REPEAT_ANSWERS = [AT_ONCE, COLLECT, DOCUMENTS, OTHER_REASON, NOT_SURE]

HOSTMANSHIP_PARTS = [
    "Hostmanship: bereidheid om te helpen",
    "Hostmanship: deskundigheid",
    "Hostmanship: inleving in uw situatie",
    "Hostmanship: verantwoordelijkheid nemen voor uw vraag of probleem",
    "Hostmanship: oplossingen of ideeën aandragen waar u nog niet aan had gedacht",
    "Hostmanship: niet alleen zichzelf maar de hele gemeente vertegenwoordigen",
]


def tip_question(where: str) -> str:
    """The yes/no question that comes before a suggestion."""
    return f"Heeft u nog suggesties voor de gemeente over hoe de dienstverlening {where} kan worden verbeterd?"


@dataclass(frozen=True)
class Grade:
    """A question answered with a grade: where its mean lands and how answers scatter."""

    header: str
    mean: float
    load: float = 1.0
    """How strongly the answer follows the respondent's general satisfaction."""
    spread: float = 0.8
    missing: float = 0.015
    dont_know: float = 0.0
    not_applicable: float = 0.0
    printed: str = ""
    """The published figure, when there is one: the mean rounded half up to one decimal."""


@dataclass(frozen=True)
class Statement:
    """A statement on a five-point scale: the share that agrees, in percent."""

    header: str
    agree: float
    printed: str
    missing: float = 0.02
    no_opinion: float = 0.04


@dataclass(frozen=True)
class Product:
    """A product of the channel: how many respondents, and how it colours their answers."""

    name: str
    count: int
    effect: float = 0.0
    fee: float = 1.0
    """Share of the customers who pay for it; the others have no opinion on its price."""
    price_effect: float = 0.0
    duration_effect: float = 0.0
    repeat: tuple[float, ...] = (0.9, 0.03, 0.03, 0.02, 0.02)
    """Shares of the five repeat-visit answers, in their order."""


@dataclass(frozen=True)
class Channel:
    """One survey: its questions, its customers and the totals its file must show."""

    key: str
    name: str
    prefix: str
    overall: Grade
    grades: list[Grade]
    products: list[Product]
    month_weights: tuple[float, ...]
    weekday_weights: tuple[float, ...]
    effort_shares: tuple[float, ...]
    tip_header: str
    tips: int
    reviews: int = 0
    statements: tuple[Statement, ...] = ()
    informed: tuple[tuple[str, float], ...] = ()
    """Columns of the "was it clear beforehand" question with the share that says yes."""
    hostmanship_mean: float | None = None
    has_reviews: bool = True
    """Whether customers explained their grade; where none did, the column for it stands in the file, empty."""
    has_repeat_visit: bool = False

    @property
    def size(self) -> int:
        return sum(product.count for product in self.products)

    @property
    def part_headers(self) -> list[str]:
        return HOSTMANSHIP_PARTS if self.hostmanship_mean else []

    @property
    def question_headers(self) -> list[str]:
        """The survey questions that were answered, in the order of the questionnaire."""
        headers = [self.overall.header]
        if self.has_reviews:
            headers.append(REVIEW)
        named = [grade.header for grade in self.grades]
        if self.part_headers:
            after = named.index("Rapportcijfer deskundigheid van de medewerker") + 1
            named[after:after] = self.part_headers
        headers += named
        if self.has_repeat_visit:
            headers.append(REPEAT_VISIT)
        headers += [statement.header for statement in self.statements]
        headers += [header for header, _ in self.informed]
        return [*headers, EFFORT, self.tip_header, TIP]

    @property
    def headers(self) -> list[str]:
        overall, *others = self.question_headers
        unanswered = [] if self.has_reviews else [REVIEW]
        return [*BACKGROUND, overall, *unanswered, *others, ORIGIN]


BALIE = Channel(
    key="balie",
    name="Balie",
    prefix="B",
    overall=Grade(OVERALL, 8.31, load=1.15, spread=0.55, missing=0.01),
    grades=[
        Grade(
            "Rapportcijfer openingstijden",
            8.21,
            load=0.75,
            spread=1.0,
            dont_know=0.006,
            printed="8,2",
        ),
        Grade(
            "Rapportcijfer wachtruimte",
            8.02,
            load=0.7,
            spread=1.0,
            dont_know=0.025,
            printed="8,0",
        ),
        Grade(
            "Rapportcijfer wachttijd",
            8.12,
            load=0.95,
            spread=1.15,
            dont_know=0.004,
            printed="8,1",
        ),
        Grade(
            "Rapportcijfer privacy aan de balie",
            7.99,
            load=0.8,
            spread=1.1,
            dont_know=0.02,
            not_applicable=0.006,
            printed="8,0",
        ),
        Grade(
            "Rapportcijfer vriendelijkheid van de medewerker",
            8.62,
            load=1.05,
            spread=0.75,
            printed="8,6",
        ),
        Grade(
            "Rapportcijfer deskundigheid van de medewerker",
            8.69,
            load=1.0,
            spread=0.7,
            dont_know=0.008,
            printed="8,7",
        ),
        Grade(
            "Rapportcijfer prijs van het product",
            7.31,
            load=0.6,
            spread=1.55,
            missing=0.02,
            dont_know=0.02,
            printed="7,3",
        ),
        Grade(
            "Rapportcijfer doorlooptijd",
            8.49,
            load=0.9,
            spread=0.95,
            missing=0.025,
            dont_know=0.015,
            not_applicable=0.02,
            printed="8,5",
        ),
    ],
    hostmanship_mean=8.91,
    products=[
        Product(
            "Paspoort",
            1012,
            0.05,
            price_effect=-0.35,
            repeat=(0.63, 0.32, 0.02, 0.01, 0.02),
        ),
        Product("Rijbewijs", 684, 0.1, repeat=(0.62, 0.33, 0.02, 0.015, 0.015)),
        Product(
            "Identiteitskaart",
            497,
            0.1,
            price_effect=-0.1,
            repeat=(0.65, 0.30, 0.02, 0.01, 0.02),
        ),
        Product("Uittreksel BRP", 236, 0.05, price_effect=-0.6),
        Product(
            "Geboorteaangifte",
            151,
            0.45,
            fee=0.08,
            repeat=(0.95, 0.01, 0.02, 0.01, 0.01),
        ),
        Product(
            "Verhuizing binnen Nederland",
            118,
            -0.15,
            fee=0.1,
            repeat=(0.88, 0.01, 0.07, 0.02, 0.02),
        ),
        Product(
            "VOG",
            88,
            -0.05,
            duration_effect=-0.4,
            price_effect=-0.3,
            repeat=(0.88, 0.02, 0.06, 0.02, 0.02),
        ),
        Product(
            "Huwelijk/partnerschap",
            74,
            0.25,
            duration_effect=-0.2,
            repeat=(0.74, 0.03, 0.12, 0.09, 0.02),
        ),
        Product(
            "Vermissing reisdocument",
            57,
            -0.3,
            fee=0.6,
            price_effect=-0.8,
            repeat=(0.60, 0.29, 0.05, 0.04, 0.02),
        ),
        Product(
            "Naturalisatie",
            43,
            -0.45,
            duration_effect=-1.0,
            price_effect=-0.9,
            repeat=(0.42, 0.12, 0.21, 0.21, 0.04),
        ),
        Product(
            "Parkeervergunning",
            32,
            -0.4,
            price_effect=-0.5,
            repeat=(0.82, 0.03, 0.09, 0.04, 0.02),
        ),
        Product("Bewijs van in leven zijn", 19, 0.2, fee=0.3),
        Product("Legalisatie handtekening", 7, 0.1),
    ],
    month_weights=(1.25, 1.15, 0.8, 0.2, 0.4, 0.95, 1.2, 1.1, 1.2, 1.05, 0.9, 0.75),
    weekday_weights=(1.1, 1.0, 1.0, 1.25, 0.85, 0.0, 0.0),
    effort_shares=(0.37, 0.36, 0.155, 0.08, 0.035),
    tip_header=tip_question("aan de balie"),
    tips=633,
    has_reviews=False,
    has_repeat_visit=True,
)

TELEFOON = Channel(
    key="telefoon",
    name="Telefoon",
    prefix="T",
    overall=Grade(OVERALL, 7.61, load=1.3, spread=0.65, missing=0.012),
    grades=[
        Grade("Rapportcijfer bereikbaarheid", 7.12, load=1.05, spread=1.3),
        Grade("Rapportcijfer wachttijd", 6.91, load=1.05, spread=1.4, dont_know=0.01),
        Grade(
            "Rapportcijfer vriendelijkheid van de medewerker",
            8.11,
            load=1.05,
            spread=0.8,
        ),
        Grade(
            "Rapportcijfer deskundigheid van de medewerker",
            7.81,
            load=1.15,
            spread=0.85,
            dont_know=0.012,
        ),
        Grade(
            "Rapportcijfer hostmanship",
            7.98,
            load=1.15,
            spread=0.7,
            missing=0.03,
            dont_know=0.02,
        ),
        Grade(
            "Rapportcijfer doorlooptijd",
            7.69,
            load=1.1,
            spread=1.1,
            missing=0.03,
            dont_know=0.02,
            not_applicable=0.06,
        ),
    ],
    products=[
        Product("Paspoort", 198, 0.1),
        Product("Verhuizing binnen Nederland", 176, 0.0),
        Product("Rijbewijs", 152, 0.1),
        Product("Melding openbare ruimte", 141, -0.45, duration_effect=-0.6),
        Product("Identiteitskaart", 97, 0.1),
        Product("Uittreksel BRP", 86, 0.15),
        Product("Parkeervergunning", 83, -0.35),
        Product("VOG", 45, 0.0, duration_effect=-0.3),
        Product("Huwelijk/partnerschap", 37, 0.3),
        Product("Naturalisatie", 34, -0.5, duration_effect=-0.8),
        Product("Geboorteaangifte", 30, 0.4),
        Product("Vermissing reisdocument", 19, -0.2),
        Product("Bewijs van in leven zijn", 6, 0.2),
    ],
    month_weights=(1.0, 0.9, 1.3, 1.35, 1.15, 1.0, 0.9, 0.8, 1.05, 1.0, 1.0, 0.85),
    weekday_weights=(1.4, 1.05, 0.95, 1.0, 0.8, 0.0, 0.0),
    effort_shares=(0.28, 0.35, 0.19, 0.12, 0.06),
    tip_header=tip_question("aan de telefoon"),
    tips=268,
    reviews=312,
)

DIGITAAL = Channel(
    key="digitaal",
    name="Digitaal",
    prefix="D",
    overall=Grade(OVERALL, 7.11, load=1.55, spread=0.7, missing=0.012),
    grades=[],
    products=[
        Product("Verhuizing binnen Nederland", 611, 0.15),
        Product("Uittreksel BRP", 468, 0.2),
        Product("Melding openbare ruimte", 322, -0.4),
        Product("Parkeervergunning", 264, -0.3),
        Product("Afspraak maken", 217, 0.05),
        Product("VOG", 146, 0.0),
        Product("Geboorteaangifte", 93, 0.3),
        Product("Huwelijk/partnerschap", 58, -0.1),
        Product("Emigratie", 36, -0.3),
        Product("Vermissing reisdocument", 23, -0.25),
        Product("Bewijs van in leven zijn", 14, -0.35),
        Product("Briefadres", 8, -0.6),
    ],
    month_weights=(0.8, 0.75, 1.0, 1.25, 1.2, 1.1, 1.0, 0.9, 1.05, 1.1, 1.15, 0.9),
    weekday_weights=(1.15, 1.1, 1.05, 1.0, 0.9, 0.6, 0.7),
    effort_shares=(0.235, 0.325, 0.22, 0.145, 0.075),
    tip_header=tip_question("via het digitale loket"),
    tips=771,
    reviews=382,
    statements=(
        Statement("Stelling: De aanvraag verliep eenvoudig", 61.8, "62%"),
        Statement("Stelling: Het digitaal loket is gebruiksvriendelijk", 63.2, "63%"),
        Statement(
            "Stelling: Het digitaal loket is goed vindbaar",
            62.3,
            "62%",
            no_opinion=0.05,
        ),
        Statement(
            "Stelling: De benodigde informatie voor de aanvraag is duidelijk",
            59.8,
            "60%",
        ),
        Statement("Stelling: De benodigde informatie is eenvoudig te vinden", 54.2, "54%"),
        Statement("Stelling: Het formulier is makkelijk in te vullen", 67.8, "68%"),
        Statement("Stelling: De gebruikte taal in het formulier is duidelijk", 74.1, "74%"),
    ),
    informed=(
        ("Was vooraf duidelijk: Hoe de aanvraag-procedure zou verlopen", 0.68),
        ("Was vooraf duidelijk: Hoe lang de procedure zou duren", 0.57),
        ("Was vooraf duidelijk: Welke documenten en gegevens u moest aanleveren", 0.73),
        (
            "Was vooraf duidelijk: Welke kosten er gemoeid zouden zijn met uw aanvraag",
            0.64,
        ),
        ("Was vooraf duidelijk: Waar u terecht kon met vragen", 0.49),
    ),
)

CHANNELS = [BALIE, DIGITAAL, TELEFOON]

FACTSHEET = "factsheet 2020"
MADE_UP = "verzonnen voorbeeldcijfer"
"""Reference figures: channel, item, year, BM, own figure, where it comes from."""
REFERENCES = [
    ("balie", "openingstijden", 2020, "8,0", "", FACTSHEET),
    ("balie", "wachtruimte", 2020, "8,1", "", FACTSHEET),
    ("balie", "wachttijd", 2020, "8,2", "", FACTSHEET),
    ("balie", "privacy", 2020, "8,0", "", FACTSHEET),
    ("balie", "vriendelijkheid", 2020, "8,6", "", FACTSHEET),
    ("balie", "deskundigheid", 2020, "8,7", "", FACTSHEET),
    ("balie", "hostmanship", 2020, "8,9", "", FACTSHEET),
    ("balie", "prijs", 2020, "7,2", "", FACTSHEET),
    ("balie", "doorlooptijd", 2020, "8,5", "", FACTSHEET),
    ("digitaal", "aanvraag_eenvoudig", 2020, "68%", "", FACTSHEET),
    ("digitaal", "loket_gebruiksvriendelijk", 2020, "67%", "", FACTSHEET),
    ("digitaal", "loket_vindbaar", 2020, "68%", "", FACTSHEET),
    ("digitaal", "info_duidelijk", 2020, "64%", "", FACTSHEET),
    ("digitaal", "info_vindbaar", 2020, "60%", "", FACTSHEET),
    ("digitaal", "formulier_makkelijk", 2020, "71%", "", FACTSHEET),
    ("digitaal", "formulier_taal", 2020, "76%", "", FACTSHEET),
    ("digitaal", "totaaloordeel", 2018, "", "7,6", FACTSHEET),
    ("digitaal", "totaaloordeel", 2019, "", "7,3", FACTSHEET),
    ("telefoon", "totaaloordeel", 2020, "7,8", "", MADE_UP),
    ("telefoon", "bereikbaarheid", 2020, "7,4", "", MADE_UP),
    ("telefoon", "wachttijd", 2020, "7,2", "", MADE_UP),
    ("telefoon", "vriendelijkheid", 2020, "8,2", "", MADE_UP),
    ("telefoon", "deskundigheid", 2020, "8,0", "", MADE_UP),
    ("telefoon", "hostmanship", 2020, "8,1", "", MADE_UP),
    ("telefoon", "doorlooptijd", 2020, "7,7", "", MADE_UP),
    ("telefoon", "ces", 2020, "48", "", MADE_UP),
]
