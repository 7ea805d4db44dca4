"""Suggestions written after a telephone call."""

from __future__ import annotations

from datetime import date

from texts import ANGRY, KIND, NEUTRAL, TIP_PATTERNS, Bank, Topic

CORONA = date(2020, 3, 20)

TOPICS = [
    Topic(
        "lang in de wacht",
        [
            "Ik heb {min} minuten in de wacht gestaan.",
            "Er waren nog [elf|negen|veertien] wachtenden voor mij.",
            "Na {min} minuten wachten werd de verbinding verbroken.",
            "Ik heb [drie|vier] keer gebeld voordat ik iemand aan de lijn kreeg.",
            "Op {dag}ochtend kom je er gewoon niet doorheen.",
        ],
        [
            "Bied aan om terug te bellen [in plaats van wachten|als het druk is].",
            "Zeg hoe lang het [nog duurt|ongeveer gaat duren].",
            "Meer mensen aan de telefoon op {dag}ochtend.",
            "Laat weten op welke tijden het rustig is.",
            "Doe iets aan de wachttijd.",
        ],
        about=("wachttijd", "bereikbaarheid"),
    ),
    Topic(
        "keuzemenu",
        [
            "Het keuzemenu is [veel te lang|een doolhof|om gek van te worden].",
            "Na [drie|vier|vijf] keuzes kwam ik bij de verkeerde afdeling.",
            "Mijn onderwerp zat niet bij de keuzes.",
            "Dat bandje is [twee minuten|eindeloos] aan het woord voordat je iets mag kiezen.",
        ],
        [
            "Maak het menu korter.",
            "Geef meteen een mens aan de lijn.",
            "Zet bij de keuzes ook 'overige vragen'.",
            "Kort het welkomstbandje in.",
        ],
        about=("bereikbaarheid",),
    ),
    Topic(
        "doorverbinden",
        [
            "Ik werd [drie|vier] keer doorverbonden en moest telkens mijn verhaal opnieuw doen.",
            "Bij het doorverbinden viel de lijn weg.",
            "Ik kwam na het doorverbinden bij een voicemail die vol was.",
            "De collega naar wie ik werd doorverbonden ging er ook niet over.",
        ],
        [
            "Geef het verhaal door aan de collega, dan hoef ik het niet te herhalen.",
            "Geef een rechtstreeks nummer mee voor als de verbinding wegvalt.",
            "Zorg dat de eerste die opneemt meer zelf kan afhandelen.",
        ],
        about=("deskundigheid", "hostmanship"),
    ),
    Topic(
        "terugbellen",
        [
            "Ik zou worden teruggebeld en [dat is niet gebeurd|daar wacht ik nu nog op].",
            "Het terugbellen gebeurde [onder werktijd|drie dagen later|toen ik net onder de douche stond] en daarna niet meer.",
            "Er werd met een anoniem nummer teruggebeld, dat neem ik niet op.",
            "Twee keer een terugbelverzoek gedaan, twee keer niets gehoord.",
        ],
        [
            "Doe wat je belooft.",
            "Spreek een tijdstip af voor het terugbellen.",
            "Probeer het nog een keer als ik niet opneem.",
            "Bel met een zichtbaar nummer.",
        ],
        about=("doorlooptijd", "hostmanship"),
    ),
    Topic(
        "bejegening",
        [
            "De medewerker [klonk verveeld|was kortaf|onderbrak me steeds].",
            "Ik kreeg het gevoel dat ik stoorde.",
            "Er werd opgehangen voordat ik was uitgesproken.",
            "De toon was belerend.",
        ],
        [
            "Laat mensen uitpraten.",
            "Een beetje vriendelijker mag wel.",
            "Train de medewerkers in luisteren.",
            "Vraag aan het eind of alles duidelijk is.",
        ],
        about=("vriendelijkheid", "hostmanship"),
        harsh=True,
    ),
    Topic(
        "kennis",
        [
            "De medewerker las alleen voor wat ik zelf al op de website had gelezen.",
            "Ik kreeg twee verschillende antwoorden van twee medewerkers.",
            "Op mijn vraag over {ding} wist [niemand|de medewerker geen] antwoord.",
            "Het antwoord bleek achteraf niet te kloppen.",
        ],
        [
            "Zorg dat de mensen aan de telefoon weten waar ze het over hebben.",
            "Zeg gewoon dat je het niet weet en zoek het uit.",
            "Bevestig het antwoord per mail, dan heb ik het zwart op wit.",
            "Laat lastige vragen door een specialist beantwoorden.",
        ],
        about=("deskundigheid",),
        harsh=True,
    ),
    Topic(
        "bereikbaarheid",
        [
            "Na [vijven|vijf uur] neemt niemand meer op.",
            "Tussen de middag kreeg ik geen gehoor.",
            "Ik werk overdag en mag dan niet bellen.",
            "Op vrijdagmiddag is er [niemand|bijna niemand] meer te bereiken.",
        ],
        [
            "Ook 's avonds bereikbaar zijn, [al is het maar één avond|tot een uur of acht].",
            "Begin wat vroeger, [om acht uur bijvoorbeeld|dan kan ik voor mijn werk bellen].",
            "Laat ons een bericht inspreken.",
        ],
        about=("bereikbaarheid",),
    ),
    Topic(
        "bereikbaarheid",
        [
            "Het nummer was moeilijk te vinden op de website.",
            "Ik heb eerst [twee|drie] verkeerde nummers gebeld.",
        ],
        [
            "Zet het telefoonnummer [groot|bovenaan] op de website.",
            "Een WhatsApp-nummer zou [fijn|handig] zijn.",
            "Eén nummer voor alles, dat is genoeg.",
        ],
        about=("bereikbaarheid",),
    ),
    Topic(
        "wachtmuziek",
        [
            "Het muziekje in de wacht is [verschrikkelijk|keihard|om hoorndol van te worden].",
            "Elke halve minuut dat bandje dat het ook via de website kan, [dat weet ik nu wel|daarom bel ik juist].",
        ],
        [
            "Andere muziek, of gewoon stilte.",
            "Vertel liever [hoeveelste in de rij ik ben|hoe lang het nog duurt].",
        ],
        about=("wachttijd",),
    ),
    Topic(
        "wachtmuziek",
        [
            "De lijn kraakte en ik verstond de helft niet.",
            "Ik hoorde de medewerker [heel zacht|met een echo].",
        ],
        [
            "Zorg voor een betere verbinding.",
            "Controleer of de [microfoons|koptelefoons] het goed doen.",
        ],
        about=("wachttijd",),
    ),
    Topic(
        "opvolging van de vraag",
        [
            "Er zou een notitie worden gemaakt, maar bij de volgende keer bellen wist niemand ergens van.",
            "Na dit gesprek heb ik [niets meer gehoord|drie weken gewacht].",
            "Mijn melding is doorgegeven, zeiden ze, maar er gebeurt niets.",
        ],
        [
            "Stuur een bevestiging van wat er is afgesproken.",
            "Geef een nummer mee waarmee ik het kan volgen.",
            "Laat weten wat er met mijn vraag is gedaan.",
        ],
        about=("doorlooptijd",),
    ),
    Topic(
        "verwijzing naar website",
        [
            "Ik werd alleen maar naar de website verwezen, terwijl ik daar juist niet uitkwam.",
            "Ik werd naar internet verwezen terwijl ik [77|80|84] ben en geen computer heb.",
            "Voor een afspraak over {ding} moest ik ophangen en het op internet doen.",
        ],
        [
            "Kijk samen met de beller op de website mee.",
            "Laat mensen ook telefonisch [een afspraak maken|hun zaken regelen].",
            "Stuur het formulier gewoon met de post als iemand daarom vraagt.",
            "Wie belt wil een mens spreken, [help die dan ook|geen webadres horen].",
        ],
        about=("hostmanship", "moeite"),
    ),
    Topic(
        "corona",
        [
            "Door corona was alles anders en de mensen aan de telefoon wisten het ook niet precies.",
            "De balie was dicht en telefonisch was het daardoor een gekkenhuis.",
        ],
        [
            "Zet in het bandje wat er door corona anders is.",
            "Extra mensen aan de telefoon zolang de balie beperkt open is.",
        ],
        about=("bereikbaarheid", "wachttijd"),
        since=CORONA,
    ),
    Topic(
        "corona",
        [
            "Op de achtergrond hoorde ik [de kinderen van de medewerker|een blaffende hond|een wasmachine], [dat snap ik wel|beetje afleidend].",
        ],
        [
            "Geef medewerkers thuis een goede koptelefoon.",
            "Thuiswerken is prima, zorg dan wel voor een stille plek.",
        ],
        about=("bereikbaarheid", "wachttijd"),
        since=CORONA,
    ),
]

PRAISE = [
    [
        "[Heel|Erg] vriendelijk te woord gestaan.",
        "Aardige [meneer|mevrouw|jongen] aan de telefoon.",
        "[Fijn|Prettig] gesprek.",
    ],
    [
        "[Snel|Direct|Meteen] iemand aan de lijn.",
        "Binnen [een minuut|twee minuten] geholpen.",
        "Ik werd keurig teruggebeld.",
    ],
    [
        "[Duidelijk|Goed] antwoord gekregen.",
        "Er werd [goed|echt] meegedacht.",
        "Goede uitleg over {ding}.",
    ],
    [
        "[Prima|Goed|Keurig] geholpen.",
        "[Tevreden|Heel tevreden].",
        "Vraag was meteen opgelost.",
    ],
]

LEADS = [
    "Mijn vraag is [beantwoord|uiteindelijk beantwoord]",
    "Ik weet nu wat ik weten wilde",
    "Op zich [niets te klagen|in orde]",
    "Verder [ging het goed|prima]",
    "Het gesprek zelf was [goed|in orde]",
    "Over {ding} weet ik nu genoeg",
]

THANKS = [
    "Dank u wel.",
    "Fijne dag verder!",
    "Complimenten aan de [medewerker|collega aan de telefoon].",
    "[Fijn|Prettig] om zo geholpen te worden.",
    "Ga zo door.",
]

OPENINGS = {
    ANGRY: [
        "Wat een [ellende|gedoe] om iemand te spreken te krijgen.",
        "Ik ben er [klaar mee|boos over].",
        "Slecht.",
        "Dit is nu al de [tweede|derde] keer.",
        "Ik voel me van het kastje naar de muur gestuurd.",
    ],
    NEUTRAL: [
        "Ik belde over {ding}.",
        "Het gesprek zelf was [goed|prima].",
        "Het ging redelijk.",
        "Op zich prima.",
    ],
    KIND: [
        "Ik ben goed geholpen.",
        "Al met al tevreden.",
        "Klein dingetje.",
        "Ik belde over {ding} en kreeg snel antwoord.",
    ],
}
CLOSINGS = {
    ANGRY: [
        "Ik ben uiteindelijk maar langsgegaan.",
        "Slechte zaak.",
        "Hier word je toch moe van.",
        "Een bedrijf zou zo failliet gaan.",
        "Doe hier iets mee.",
    ],
    NEUTRAL: [
        "Dat scheelt een hoop ergernis.",
        "Verder prima.",
        "Verder ben ik goed geholpen.",
        "Dat zou het makkelijker maken.",
    ],
    KIND: [
        "Verder alle lof.",
        "Maar dat is een kleinigheid.",
        "De medewerker zelf was top.",
        "Verder prima geholpen.",
    ],
}

WHOLE = {
    ANGRY: [
        "Om kwart over negen voor het eerst gebeld. Na achttien minuten eruit gegooid. Om tien uur opnieuw, doorverbonden, weer eruit. Om elf uur een jongen die heel aardig was maar zei dat zijn collega erover ging en dat die pas donderdag werkte. Donderdag was die collega ziek. Inmiddels is de termijn verlopen en moet ik opnieuw beginnen, en dat terwijl ik van begin af aan gewoon één antwoord nodig had: ja of nee.",
        "Vijftig minuten wachten, dan iemand die zegt dat ik de volgende dag maar terug moet bellen omdat het systeem eruit ligt. Dat hadden ze ook in het bandje kunnen zeggen.",
        "Ik ben van afdeling naar afdeling gestuurd en kwam uiteindelijk weer bij dezelfde mevrouw uit. Die vond het zelf ook gênant.",
        "OPNEMEN!!!",
        "Werd uitgemaakt voor lastig. Ik stelde één vraag.",
        "Als u een terugbelafspraak maakt tussen 9 en 12 dan blijf ik thuis. Voor niks dus.",
        "Eerst intoetsen: geboortedatum, postcode, huisnummer. Daarna vraagt de medewerker: wat is uw geboortedatum, uw postcode en uw huisnummer?",
        "Nul empathie. Ik belde omdat mijn moeder net was overleden en kreeg een standaardriedel over openingstijden.",
        "De wachtrij telde af van 7 naar 1 en daarna weer naar 6. Hoe dan",
        "Niemand voelt zich verantwoordelijk.",
        "er werd gelachen op de achtergrond terwijl ik een klacht doorgaf",
    ],
    NEUTRAL: [
        "Laat horen de hoeveelste je bent in de wachtrij.",
        "Het eerste gesprek ging over mijn vraag, het tweede over waarom er na het eerste gesprek niets was gebeurd en het derde weer over mijn vraag. Alle drie de medewerkers waren vriendelijk. Alleen had ik drie keer moeten uitleggen wie ik ben en wat ik wil. Schrijf het op, dan weet de volgende het ook.",
        "Spreek wat langzamer, vooral tegen mensen op leeftijd.",
        "Ik had liever een mailtje gestuurd, maar er is geen mailadres.",
        "Verwijs niet zo vaak naar de website.",
        "Zeg je naam duidelijk, ik wilde later nog eens dezelfde persoon spreken.",
        "Stuur na afloop een sms met de link die genoemd werd, zo'n adres overtypen gaat altijd fout.",
        "14 plus netnummer, prima, maar vanuit het buitenland werkt dat nummer niet.",
        "Tolk erbij kunnen halen zou voor veel mensen uitkomst bieden.",
        "Bij het keuzemenu eerst de optie die het meest gekozen wordt.",
        "Meer doorvragen. Achteraf bleek dat ik iets heel anders nodig had.",
        "Mensen zonder computer ook een kans geven.",
        "Medewerker moest steeds wachten op de computer en ik dus ook.",
        "Op vrijdagmiddag is het altijd rustig heb ik gemerkt, zet dat er eens bij.",
        "Vraag eerst of het gelegen komt als u zelf belt.",
        "De medewerker sprak nogal zacht, ik draag gehoorapparaten.",
        "Waarom kan de telefoniste wel zien dat ik een afspraak heb maar hem niet verzetten?",
        "Het afval zou op maandag worden opgehaald en niet op donderdag, daar belde ik eigenlijk over.",
        "Ik heb gewoon mijn vraag gesteld en antwoord gekregen. Kan iets sneller.",
    ],
    KIND: [
        "Geen tips, ik ben ontzettend fijn geholpen.",
        "Kloon die medewerker!",
        "De mevrouw bleef aan de lijn tot het formulier op mijn scherm was verstuurd. Dat is pas service. Misschien een knop op de website om om zo'n hulp te vragen.",
        "Alleen het muziekje mag wel wat vrolijker.",
        "Vlot, vriendelijk en deskundig. Wat wil een mens nog meer.",
        "Ik waardeer het dat er nog gewoon een mens opneemt. Houd dat zo.",
        "Ik werd op vrijdag om tien voor vijf nog geholpen, petje af.",
        "Fijn dat ik nog diezelfde middag werd teruggebeld. Zou standaard moeten zijn.",
        "Zelfs mijn gekke vraag werd serieus genomen :-)",
        "Een keuze voor Engels in het menu zou mijn buren helpen, ik ben zelf prima geholpen.",
        "Rustige stem, dat doet goed als je in paniek bent.",
        "Dat ik mijn verhaal maar één keer hoefde te vertellen. Blijf dat doen.",
    ],
}

BY_PRODUCT = {
    "Paspoort": [
        (
            ANGRY,
            "Ik belde of mijn paspoort klaar was. Ja hoor, zei de mevrouw. Aan de balie: nee hoor.",
        ),
        (
            NEUTRAL,
            "Zeg er bij een paspoort voor een kind meteen bij dat allebei de ouders moeten tekenen.",
        ),
        (
            KIND,
            "Binnen twee minuten wist ik welke papieren er mee moesten voor het paspoort. Een mailtje met dat lijstje erbij was nog mooier geweest.",
        ),
    ],
    "Verhuizing binnen Nederland": [
        (
            NEUTRAL,
            "Ik wilde mijn verhuizing gewoon aan de telefoon doorgeven, dat kan niet. Jammer.",
        ),
        (
            ANGRY,
            "Drie keer gebeld dat er nog iemand op mijn adres staat ingeschreven die er niet woont. Drie keer 'wordt doorgegeven'.",
        ),
        (KIND, "Goed uitgelegd hoe ik de verhuizing van mijn oma kan doorgeven. Top."),
    ],
    "Rijbewijs": [
        (
            NEUTRAL,
            "Over de gezondheidsverklaring bij het rijbewijs verwezen ze naar het CBR. Klopt, maar leg even uit waarom.",
        ),
        (
            KIND,
            "Wist niet dat mijn rijbewijs al verlopen was, werd er aardig op gewezen. Een waarschuwing vooraf had gescheeld.",
        ),
    ],
    "Melding openbare ruimte": [
        (
            ANGRY,
            "Zes weken een kapotte put voor de deur. Ik bel, ik bel weer, ik krijg een nieuw meldnummer. Ik heb er nu vier.",
        ),
        (
            ANGRY,
            "Bij storm een boom op de stoep en dan het keuzemenu moeten doorlopen. Er had iemand onder kunnen liggen.",
        ),
        (NEUTRAL, "Ik hoef geen meldnummer, ik wil dat de straatlantaarn brandt."),
        (NEUTRAL, "Bel na een melding even terug om te zeggen wat ermee gedaan is."),
        (
            KIND,
            "Zwerfafval gebeld om negen uur, om elf uur was het weg. Chapeau! Een berichtje erachteraan en het is helemaal af.",
        ),
    ],
    "Parkeervergunning": [
        (
            ANGRY,
            "De gemeente zegt bel de parkeerservice, de parkeerservice zegt bel de gemeente. Ondertussen krijg ik bonnen.",
        ),
        (NEUTRAL, "Leg de bezoekersregeling aan de telefoon in gewone woorden uit."),
    ],
    "Naturalisatie": [
        (
            ANGRY,
            "Ik spreek goed Nederlands, ik doe namelijk naturalisatie. De medewerker begon toch in het Engels en werd ongeduldig.",
        ),
        (NEUTRAL, "Wil graag één vaste persoon bellen over mijn naturalisatie."),
    ],
    "Huwelijk/partnerschap": [
        (
            KIND,
            "Heel leuk gesprek over ons huwelijk, ze feliciteerde ons alvast. Zet de kosten van de locaties op een rijtje.",
        ),
    ],
    "Geboorteaangifte": [
        (KIND, "Ik belde met een huilende baby op de arm en ze had alle geduld. Lief!"),
    ],
}

SHORT = {
    ANGRY: [
        "[Sneller|Gewoon] opnemen.",
        "[Korter|Minder lang] wachten.",
        "[Bereikbaar|Vriendelijker] zijn.",
        "Terugbellen [zoals beloofd|als je het belooft].",
    ],
    NEUTRAL: [
        "[Kortere|Minder] wachttijd.",
        "[Korter|Duidelijker] keuzemenu.",
        "Sneller [opnemen|terugbellen].",
        "[Ook 's avonds|Tot zes uur] bereikbaar.",
        "Meer [personeel|mensen] [aan de telefoon|inzetten].",
    ],
    KIND: [
        "[Ga zo door|Houden zo]!",
        "[Prima|Top] [geholpen|zo].",
        "[Leuker|Ander] [muziekje|wachtmuziekje].",
        "[WhatsApp|Chat] erbij.",
    ],
}

PERSONAL = [
    (
        KIND,
        "",
        "Complimenten voor Mohamed van het klantcontactcentrum, wat een geduld had hij.",
    ),
    (
        ANGRY,
        "",
        "Mevrouw Jansen hing gewoon op. Ik verwacht excuses, mijn nummer is 0612345678.",
    ),
    (
        NEUTRAL,
        "",
        "Mail het antwoord voortaan, bijvoorbeeld naar henk.smit@example.nl, dan hoef ik niet te bellen.",
    ),
    (
        ANGRY,
        "",
        "Moest mijn BSN (999990020) drie keer noemen, in de trein nota bene. Kan dat niet via de toetsen?",
    ),
    (
        NEUTRAL,
        "Parkeervergunning",
        "Mijn auto, kenteken X-999-XX, staat nog op naam van mijn ex voor de vergunning. Graag iemand die dat wel kan aanpassen.",
    ),
    (
        ANGRY,
        "Melding openbare ruimte",
        "Meldnummer MOR-20-55512 is drie keer afgesloten zonder dat er iemand is geweest bij Voorbeeldstraat 12.",
    ),
]

ODD = [
    (NEUTRAL, "", "=SOM(wachttijd) was 22 minuten :)"),
    (ANGRY, "", "<h1>NEEM OP</h1>"),
    (KIND, "", "🎵 ander muziekje 🎵"),
]

THINGS = {
    "Paspoort": ["mijn paspoort", "een paspoort"],
    "Verhuizing binnen Nederland": ["mijn verhuizing", "een verhuizing"],
    "Rijbewijs": ["mijn rijbewijs"],
    "Melding openbare ruimte": [
        "een melding",
        "een kapotte lantaarnpaal",
        "een verstopte put",
    ],
    "Identiteitskaart": ["mijn identiteitskaart", "een ID-kaart"],
    "Uittreksel BRP": ["een uittreksel"],
    "Parkeervergunning": ["mijn parkeervergunning", "een parkeervergunning"],
    "VOG": ["een VOG", "mijn VOG"],
    "Huwelijk/partnerschap": ["ons huwelijk"],
    "Naturalisatie": ["mijn naturalisatie"],
    "Geboorteaangifte": ["de geboorteaangifte"],
    "Vermissing reisdocument": ["een vermist paspoort", "mijn verloren ID-kaart"],
    "Bewijs van in leven zijn": ["een bewijs van in leven zijn"],
}

TELEFOON_TIPS = Bank(
    topics=TOPICS,
    praise=PRAISE,
    leads=LEADS,
    thanks=THANKS,
    openings=OPENINGS,
    closings=CLOSINGS,
    whole=WHOLE,
    by_product=BY_PRODUCT,
    short=SHORT,
    certain=PERSONAL + ODD,
    patterns=TIP_PATTERNS,
    things=THINGS,
)
