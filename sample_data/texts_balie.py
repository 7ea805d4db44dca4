"""Suggestions written after a visit to the counter."""

from __future__ import annotations

from datetime import date

from texts import ANGRY, KIND, NEUTRAL, TIP_PATTERNS, Bank, Topic

CORONA = date(2020, 3, 20)
CARDS = ("Paspoort", "Identiteitskaart", "Rijbewijs")
PAID = (*CARDS, "Uittreksel BRP", "VOG", "Naturalisatie", "Parkeervergunning")

TOPICS = [
    Topic(
        "wachttijd ondanks afspraak",
        [
            "Ik had een afspraak en moest [toch|alsnog] {min} minuten wachten.",
            "Mijn afspraak was om [kwart over negen|tien uur|half twee|vier uur] maar ik werd pas {min} minuten later geroepen.",
            "Waarom moet je een afspraak maken als je daarna [toch nog zit te wachten|gewoon achteraan kunt aansluiten]?",
            "Mensen die later binnenkwamen waren [eerder|allemaal eerder] aan de beurt dan ik.",
            "[Ruim op tijd aanwezig|Netjes op tijd binnen], en toch liep het {min} minuten uit.",
            "Er was niemand voor mij en toch [duurde het|bleef het scherm] {min} minuten [voordat mijn nummer kwam|op hetzelfde nummer staan].",
        ],
        [
            "Plan [iets|wat] meer tijd tussen de afspraken, dan loopt het niet uit.",
            "Laat even weten als het uitloopt, [bijvoorbeeld met een sms|op het scherm of gewoon mondeling].",
            "Zet op het scherm hoe lang het nog duurt.",
            "Hou je aan de afgesproken tijd, [dat vraagt u van ons ook|daar is een afspraak voor].",
            "Geef aan hoeveel wachtenden er nog voor je zijn.",
        ],
        about=("wachttijd",),
    ),
    Topic(
        "afspraak maken",
        [
            "De eerstvolgende afspraak voor {ding} was pas over [twee|drie|vier] weken.",
            "Zonder afspraak kun je nergens meer terecht.",
            "Een afspraak maken [ging|lukte] alleen via internet en dat kan niet iedereen.",
            "Ik stond voor de balie en moest [eerst naar huis|eerst op mijn telefoon] om een afspraak te maken, terwijl er niemand zat.",
        ],
        [
            "[Houd|Hou] een paar plekken per dag vrij voor mensen die zonder afspraak komen.",
            "Een vrije inloop, [bijvoorbeeld|al is het maar] één ochtend in de week, zou fijn zijn.",
            "Laat mensen ook [aan de zuil|bij de ingang|per telefoon] een afspraak kunnen maken.",
            "Doe de afspraken weg [en geef iedereen een nummertje|of doe het half om half].",
        ],
        about=("wachttijd", "openingstijden"),
    ),
    Topic(
        "afspraak maken",
        [
            "Voor [twee kinderen|mij en mijn man|het hele gezin] moesten we aparte afspraken maken op verschillende tijden.",
            "Mijn man en ik hadden aparte afspraken [met een uur ertussen|aan twee verschillende balies].",
        ],
        [
            "Maak het mogelijk om [per gezin|voor meerdere personen tegelijk] één afspraak te maken.",
            "Een [gezinsafspraak|dubbele afspraak] zou [ideaal|handig] zijn.",
        ],
        about=("wachttijd", "openingstijden"),
    ),
    Topic(
        "afspraak maken",
        [
            "De bevestiging van mijn afspraak heb ik nooit gekregen.",
            "Ik was mijn afspraak [bijna|helemaal] vergeten, er kwam geen herinnering.",
        ],
        [
            "Stuur een dag van tevoren een herinnering [per sms|per mail].",
            "Stuur [de bevestiging|de afspraak] ook per sms, [mail lees ik zelden|dat zie je tenminste].",
        ],
        about=("wachttijd", "openingstijden"),
    ),
    Topic(
        "te weinig balies open",
        [
            "Er waren [maar twee|maar drie|slechts twee] van de [acht|tien|zes] balies open.",
            "Het was [erg druk|stampvol] en er zaten [te weinig mensen|maar een paar mensen] achter de balie.",
            "Achter de balies [liepen|stonden] mensen te praten terwijl wij zaten te wachten.",
            "Tijdens de lunch was er nog maar één loket open.",
        ],
        [
            "Meer balies openen als het druk is.",
            "Zet [op drukke dagen|op {dag}|tussen de middag] meer mensen in.",
            "Maak een aparte balie voor [alleen ophalen|korte vragen].",
            "Stem de bezetting af op het aantal afspraken.",
        ],
        about=("wachttijd",),
    ),
    Topic(
        "bejegening",
        [
            "De medewerker [keek nauwelijks op|keek niet op of om] van het scherm.",
            "Ik kreeg [geen goedemorgen|geen groet] en geen tot ziens.",
            "De mevrouw aan de balie was [kortaf|nogal kortaf|ongeduldig] toen ik iets vroeg.",
            "Ik voelde me [behandeld als een nummer|niet serieus genomen].",
            "De meneer die mij hielp had er [duidelijk geen zin in|zichtbaar weinig zin in].",
            "Mijn moeder van [79|83|86] werd toegesproken alsof zij een kind was.",
            "Er werd onder het helpen met een collega over het weekend gepraat.",
        ],
        [
            "Een [glimlach|vriendelijk woord] kost niets.",
            "Kijk de mensen aan [als je met ze praat|als ze bij je komen].",
            "Geef de medewerkers een cursus [klantvriendelijkheid|gastvrijheid].",
            "Wat meer geduld met [ouderen|mensen die de taal niet goed spreken] zou fijn zijn.",
            "Stel je even voor met je naam, dat is [persoonlijker|wel zo netjes].",
        ],
        about=("vriendelijkheid", "inleving", "Hostmanship"),
        harsh=True,
    ),
    Topic(
        "deskundigheid",
        [
            "De medewerker wist [het antwoord niet|het zelf ook niet] en moest het [drie keer|telkens] aan een collega vragen.",
            "Ik kreeg aan de balie een ander antwoord dan [aan de telefoon|op de website stond].",
            "Twee medewerkers vertelden mij twee verschillende dingen.",
            "De medewerker was nog in opleiding en stond er alleen voor.",
        ],
        [
            "Zorg dat een nieuwe medewerker [iemand naast zich heeft|iemand heeft om op terug te vallen].",
            "Zorg dat iedereen hetzelfde verhaal vertelt.",
            "Laat iemand met een bijzondere vraag meteen naar een specialist gaan.",
            "Schrijf de [afspraken|antwoorden] op in het dossier, dan weet de volgende het ook.",
        ],
        about=("deskundigheid", "oplossingen"),
        harsh=True,
    ),
    Topic(
        "deskundigheid",
        [
            "Er zat een fout in [mijn gegevens|de spelling van mijn naam|mijn geboorteplaats] en dat kon niet meteen worden opgelost.",
            "Mijn [voornaam|geboortedatum|adres] stond verkeerd in het systeem en niemand wist hoe dat kwam.",
        ],
        [
            "Controleer [namen en data|de gegevens] samen met de klant voordat er op enter wordt gedrukt.",
            "Laat de klant op een schermpje meekijken naar de gegevens.",
        ],
        about=("deskundigheid", "oplossingen"),
    ),
    Topic(
        "informatie vooraf",
        [
            "Op de website stond niet dat ik [een oud bewijs|een extra foto|toestemming van de andere ouder|een uittreksel] mee moest nemen.",
            "Ik moest twee keer komen omdat [nergens stond|niemand had gezegd] wat ik mee moest nemen.",
            "In de bevestigingsmail stond iets anders dan wat aan de balie werd gevraagd.",
            "Pas aan de balie hoorde ik dat [mijn pasfoto te oud was|mijn partner er ook bij moest zijn|ik nog een formulier miste].",
        ],
        [
            "Zet in de bevestiging [precies|duidelijk] wat je mee moet nemen.",
            "Maak een [simpel lijstje|checklist] per product.",
            "Bel of mail even als er iets ontbreekt, [dan kom ik niet voor niets|dat scheelt een rit].",
            "Laat bij de ingang iemand controleren of je alles bij je hebt.",
        ],
        about=("moeite", "terugkomen"),
    ),
    Topic(
        "informatie vooraf",
        [
            "De brief was [in ambtelijke taal geschreven|voor mijn ouders niet te volgen|drie kantjes lang].",
            "Van de uitleg over {ding} begreep ik [de helft|niet zo veel], te veel moeilijke woorden.",
            "Ik kreeg een folder mee waar [mijn vraag niet in stond|alles in stond behalve wat ik wilde weten].",
        ],
        [
            "Gebruik [gewone|eenvoudige] taal in de brieven.",
            "Vertel er meteen bij [hoe lang het duurt|wanneer het klaar is] en wat het kost.",
            "Een [kort filmpje|plaatje] zegt meer dan zo'n lap tekst.",
        ],
        about=("moeite", "terugkomen"),
    ),
    Topic(
        "openingstijden",
        [
            "Voor mensen die [werken|overdag werken|in ploegendienst werken] zijn de openingstijden [niet te doen|onhandig|lastig].",
            "Ik moest [een halve dag|een ochtend|twee uur] vrij nemen voor {ding}.",
            "De avondopenstelling [is|was] altijd volgeboekt.",
            "Op {dag} was het loket [al om één uur|tussen de middag|de hele middag] dicht.",
        ],
        [
            "Ook [op zaterdagochtend|in het weekend|twee avonden] open.",
            "Graag [meer|ruimere] avondopenstelling.",
            "Ga eerder open, [bijvoorbeeld om acht uur|om half acht of zo], dan kan het vóór het werk.",
            "Een avond extra per week zou voor veel [werkenden|mensen] schelen.",
            "Zet [gewijzigde tijden|de tijden rond de feestdagen] duidelijk op de deur en op Google.",
        ],
        about=("openingstijden",),
    ),
    Topic(
        "parkeren en locatie",
        [
            "De parkeergarage was vol en ik heb [een kwartier|twintig minuten] rondgereden.",
            "Parkeren kost bijna net zoveel als [een kop koffie met gebak|wat ik kwam halen].",
            "Door het wachten was mijn parkeertijd om en [kreeg ik een bon|moest ik bijbetalen].",
        ],
        [
            "Een half uur gratis parkeren voor bezoekers zou [fijn|netjes|niet meer dan normaal] zijn.",
            "Geef een uitrijkaartje aan wie [een afspraak heeft|aan de balie moet zijn].",
            "Een paar plekken voor [kort parkeren|bezoekers] voor de deur graag.",
        ],
    ),
    Topic(
        "parkeren en locatie",
        [
            "Ik kon de ingang [niet|slecht] vinden, er staat nergens een bordje.",
            "Eenmaal binnen wist ik niet [naar welke verdieping ik moest|waar ik me moest melden].",
        ],
        [
            "Zet [duidelijke borden|een groot bord] bij de ingang.",
            "Een [lijn op de vloer|bord met pijlen] naar de juiste balie zou helpen.",
        ],
    ),
    Topic(
        "parkeren en locatie",
        [
            "Er is bij de ingang geen plek om [een fiets|een bakfiets|een scootmobiel] neer te zetten.",
        ],
        [
            "Meer fietsenrekken [graag|bij de ingang].",
            "Een overdekte plek voor fietsen en scootmobielen zou fijn zijn.",
        ],
    ),
    Topic(
        "parkeren en locatie",
        [
            "Voor iemand uit [de wijk|de buitenwijken] zonder auto is het een heel eind.",
            "De bus stopt [ver van de ingang|maar één keer per uur].",
        ],
        [
            "Open weer een [klein loket|balie] in de [wijk|bibliotheek].",
            "Kom eens per maand met een [mobiele balie|bus] naar de wijk.",
        ],
    ),
    Topic(
        "wachtruimte",
        [
            "De stoelen in de wachtruimte zijn [hard|oncomfortabel|te laag voor ouderen].",
            "Er waren te weinig [stoelen|zitplaatsen], [ik heb gestaan|een oudere man moest staan].",
        ],
        [
            "Meer stoelen [met leuningen|voor wie niet lang kan staan] [graag|alstublieft].",
            "Zet er [betere|wat hogere] stoelen neer.",
        ],
        about=("wachtruimte",),
    ),
    Topic(
        "wachtruimte",
        [
            "Er was [niets te doen voor kinderen|geen water te krijgen|geen toilet te vinden].",
            "Het [tochtte|was koud|was benauwd] in de wachtruimte.",
            "De wachtruimte [is kaal en ongezellig|doet denken aan een ziekenhuis|kan wel een likje verf gebruiken].",
        ],
        [
            "Zet [een waterkoeler|een koffieautomaat|wat planten] neer.",
            "Een speelhoekje [voor de kinderen|met wat boekjes] zou helpen.",
            "Maak het wat gezelliger, [een plant en een tijdschrift doen al veel|het is er nu zo kil].",
        ],
        about=("wachtruimte",),
    ),
    Topic(
        "wachtruimte",
        [
            "Op het scherm kon ik de nummers [niet lezen|amper lezen] vanaf mijn stoel.",
            "De omroep was zo zacht dat ik mijn nummer niet hoorde.",
            "Ik heb mijn beurt gemist omdat [het scherm steeds versprong|er geen geluid bij was].",
        ],
        [
            "Maak de cijfers op het scherm groter.",
            "[Hang|Zet] ook achterin een scherm, daar [zie je nu niets|zit je nu met je rug naar het scherm].",
            "Laat een [belletje|geluidje] horen als er een nieuw nummer komt.",
        ],
        about=("wachtruimte",),
    ),
    Topic(
        "toegankelijkheid",
        [
            "Met de rolstoel kon ik [niet onder de balie|nauwelijks tussen de stoelen door].",
        ],
        [
            "Maak een verlaagde balie voor mensen in een rolstoel.",
            "Houd een [breed pad|plek] vrij voor rolstoelen.",
        ],
        about=("wachtruimte",),
    ),
    Topic(
        "toegankelijkheid",
        [
            "De draaideur is met een [rollator|kinderwagen] [een ramp|lastig].",
            "De knop van de automatische deur deed het niet.",
        ],
        [
            "Zet de deur gewoon open, of maak er een schuifdeur van.",
            "Laat iemand [bij de ingang|in de hal] mensen die slecht ter been zijn even helpen.",
        ],
        about=("wachtruimte",),
    ),
    Topic(
        "toegankelijkheid",
        [
            "Ik ben slechthorend en kon de medewerker [niet|slecht] verstaan.",
        ],
        [
            "Zorg voor een ringleiding [en zet daar een bordje bij|voor slechthorenden].",
            "Praat [wat harder|wat rustiger] en kijk mensen daarbij aan, dan kan ik liplezen.",
        ],
        about=("wachtruimte",),
    ),
    Topic(
        "privacy",
        [
            "Iedereen in de [wachtruimte|rij|hal] kon meeluisteren [met mijn gesprek|toen ik mijn adres noemde].",
            "Ik moest mijn gegevens hardop [zeggen|herhalen] terwijl er iemand vlak achter mij stond.",
            "De balies staan [te dicht op elkaar|zo dicht naast elkaar dat je de buurman letterlijk hoort].",
            "Het scherm met mijn gegevens was vanaf de andere balie te lezen.",
        ],
        [
            "Zet [schotten|een tussenwand] tussen de balies.",
            "Een aparte ruimte voor [persoonlijke|gevoelige] zaken zou [beter|prettig] zijn.",
            "Trek een streep op de vloer [waar de volgende moet wachten|voor wat afstand].",
            "Laat mensen hun gegevens [opschrijven of aanwijzen|intikken] in plaats van hardop zeggen.",
        ],
        about=("privacy",),
    ),
    Topic(
        "kosten",
        [
            "{ding} is [veel te duur|erg duur geworden|in een paar jaar flink duurder geworden].",
            "Het is [belachelijk|niet te begrijpen] dat je voor een papiertje uit de printer [zoveel|ruim tien euro] betaalt.",
            "In [een buurgemeente|de gemeente hiernaast] is het een paar euro goedkoper, [hoe kan dat|waarom eigenlijk]?",
        ],
        [
            "Maak het goedkoper [voor mensen met een laag inkomen|voor minima|voor 65-plussers].",
            "Leg eens uit waar [dat bedrag|het geld] naartoe gaat.",
            "Zet de prijs [duidelijk|gewoon] bij het maken van de afspraak.",
            "De prijs [kan best|mag wel] omlaag.",
        ],
        about=("prijs",),
        products=PAID,
    ),
    Topic(
        "betalen",
        [
            "Ik kon alleen met de pin betalen, [contant werd niet aangenomen|mijn briefje van vijftig werd geweigerd].",
            "Het pinapparaat deed het niet [en ik moest terug naar huis|en toen was het wachten op een collega].",
            "Met mijn creditcard kon ik niet betalen.",
        ],
        [
            "Laat mensen ook gewoon met contant geld betalen.",
            "Laat ons [vooraf online|bij het maken van de afspraak] betalen, dat scheelt tijd.",
            "Zet een tweede pinapparaat neer.",
        ],
        about=("prijs",),
    ),
    Topic(
        "ophalen",
        [
            "Ik moest twee keer vrij nemen, één keer om aan te vragen en één keer om op te halen.",
            "Het lag klaar, zei de mail, maar aan de balie kon [niemand het vinden|het niet worden gevonden].",
            "Voor het ophalen [zat|stond] ik net zo lang te wachten als voor de aanvraag.",
            "Ik kreeg geen bericht dat het klaarlag.",
        ],
        [
            "Laat {ding} [thuisbezorgen|aan huis bezorgen], andere gemeenten doen dat ook.",
            "Een aparte balie voor ophalen zou [veel tijd schelen|een stuk sneller gaan].",
            "Stuur [een sms|een mailtje] zodra het klaarligt.",
            "Zet een afhaalkast neer waar je met een code je pakje uit haalt.",
        ],
        about=("doorlooptijd", "terugkomen"),
        products=CARDS,
    ),
    Topic(
        "pasfoto",
        [
            "Mijn pasfoto werd afgekeurd terwijl hij [van de fotograaf kwam|die ochtend was gemaakt].",
            "De fotoautomaat in de hal [deed het niet|gaf geen wisselgeld|is peperduur].",
            "Ik moest opnieuw naar de fotograaf omdat [mijn haar voor mijn oor zat|de achtergrond te licht was|mijn bril spiegelde].",
        ],
        [
            "Maak de foto gewoon zelf aan de balie.",
            "Zet een [goede|werkende] fotoautomaat in de hal.",
            "Zet voorbeelden van goede en foute foto's op de website.",
        ],
        products=CARDS,
    ),
    Topic(
        "doorlooptijd",
        [
            "Het duurde [drie|vier|zes|acht] weken voordat ik [iets hoorde|antwoord had].",
            "Er was een week beloofd en het werden er [drie|vier].",
            "Ik moest zelf bellen om te vragen hoe het ermee stond.",
        ],
        [
            "Zeg eerlijk hoe lang iets duurt.",
            "Stuur tussendoor een berichtje over de stand van zaken.",
            "Sneller [afhandelen|werken], dit is niet meer van deze tijd.",
        ],
        about=("doorlooptijd",),
        products=("Naturalisatie", "VOG", "Parkeervergunning", "Huwelijk/partnerschap"),
    ),
    Topic(
        "website",
        [
            "Op de website kon ik [niet vinden|met geen mogelijkheid vinden] welke afspraak ik moest kiezen.",
            "De website gaf een foutmelding toen ik [mijn afspraak wilde verzetten|de datum koos].",
            "Online staat dat het [zonder afspraak|meteen|dezelfde dag] kan, aan de balie bleek dat niet te kloppen.",
        ],
        [
            "Laat dit soort dingen [gewoon|volledig] online regelen.",
            "Maak de website [overzichtelijker|duidelijker voor oudere mensen].",
            "Zorg dat [een afspraak verzetten|een afspraak afzeggen] met één klik kan.",
        ],
        about=("moeite",),
    ),
    Topic(
        "telefonisch niet bereikbaar",
        [
            "Ik heb [drie keer|een paar keer] gebeld om mijn afspraak te verzetten en kwam er niet door.",
            "Telefonisch vertelden ze mij iets anders en nu stond ik er voor niets.",
            "Terugbellen was beloofd maar [nooit gebeurd|ik heb niets gehoord].",
        ],
        [
            "Bel terug als u dat belooft.",
            "Geef een rechtstreeks nummer van de balie.",
            "Zorg dat je [ook telefonisch|ook gewoon per telefoon] een afspraak kunt verzetten.",
        ],
    ),
    Topic(
        "corona",
        [
            "Achter het [plexiglas|spatscherm] kon ik de medewerker [nauwelijks|bijna niet] verstaan.",
        ],
        [
            "Zet een [microfoontje|spreekopening] in het scherm.",
            "Praat wat harder achter dat scherm.",
        ],
        about=("wachtruimte",),
        since=CORONA,
    ),
    Topic(
        "corona",
        [
            "In de wachtruimte hield [niemand|bijna niemand] afstand.",
            "De pen en het pinapparaat werden tussendoor niet schoongemaakt.",
        ],
        [
            "Let wat beter op de anderhalve meter [bij de ingang|in de wachtruimte].",
            "Zet ontsmettingsmiddel bij de balie en niet alleen bij de deur.",
        ],
        about=("wachtruimte",),
        since=CORONA,
    ),
    Topic(
        "corona",
        [
            "Mijn man mocht vanwege corona niet mee naar binnen, [dat wisten we niet|dat stond nergens].",
        ],
        [
            "Zet op de website wie er mee naar binnen mag.",
            "Meld in de afspraak dat je alleen moet komen.",
        ],
        about=("wachtruimte",),
        since=CORONA,
    ),
    Topic(
        "aanmeldzuil",
        [
            "De aanmeldzuil [herkende mijn afspraak niet|gaf geen bonnetje|was buiten gebruik].",
            "Ik begreep niets van de zuil bij de ingang en er [was niemand om te helpen|liep niemand rond].",
            "Bij de zuil moest ik kiezen uit [tien|een heleboel] knoppen en [mijn onderwerp stond er niet bij|geen enkele paste].",
        ],
        [
            "Zet weer een gastvrouw of gastheer bij de ingang.",
            "Maak de zuil eenvoudiger: [een knop voor wie een afspraak heeft en een voor wie geen afspraak heeft|drie knoppen is genoeg].",
            "Zet de tekst op de zuil ook in het Engels.",
        ],
        about=("wachttijd", "wachtruimte"),
    ),
]

PRAISE = [
    [
        "[Heel|Erg|Super] vriendelijk geholpen.",
        "De dame aan de balie was [ontzettend aardig|bijzonder behulpzaam].",
        "Wat een [aardige|prettige] medewerkers.",
        "[Vriendelijke|Behulpzame] mensen aan de balie.",
    ],
    [
        "Ik was [binnen tien minuten|binnen vijf minuten|zo] weer buiten.",
        "Het ging [lekker vlot|snel|vlot en netjes].",
        "Geen minuut hoeven wachten.",
        "[Meteen|Precies op tijd] aan de beurt.",
    ],
    [
        "Er werd [goed meegedacht|echt de tijd genomen].",
        "Ik kreeg duidelijke uitleg over {ding}.",
        "De medewerker wist [precies waar hij het over had|alles|overal antwoord op].",
        "Alles werd [rustig|stap voor stap] uitgelegd.",
    ],
    [
        "Alles was [goed geregeld|keurig voor elkaar].",
        "Ik ben [heel tevreden|dik tevreden|prima geholpen].",
        "Niets op aan te merken.",
        "[Zo hoort het|Zo zou het overal moeten gaan].",
    ],
]

LEADS = [
    "[Alles|Het] is [uiteindelijk|netjes] geregeld",
    "Ik heb [gekregen waar ik voor kwam|{ding} geregeld]",
    "Op zich [niets te klagen|geen klachten]",
    "Verder was het [goed|prima]",
    "Het [ging verder goed|was verder prima in orde]",
    "Ik wil niet zeuren",
]

THANKS = [
    "Bedankt voor de [goede hulp|goede service|hulp].",
    "Complimenten [voor het team|aan de medewerkers|aan de collega's].",
    "Dank jullie wel.",
    "Fijn om zo geholpen te worden.",
    "Ga zo door.",
    "Chapeau.",
]

OPENINGS = {
    ANGRY: [
        "Ik ben [zeer|erg|behoorlijk] teleurgesteld.",
        "Wat een [slechte ervaring|gedoe].",
        "Dit was [echt|werkelijk] onder de maat.",
        "Als inwoner verwacht ik [beter|toch iets anders].",
        "Het is elke keer hetzelfde liedje.",
        "[Waar zal ik beginnen|Schandalig].",
    ],
    NEUTRAL: [
        "Het was [wel oké|redelijk|voldoende].",
        "Op zich [ging het goed|niets mis mee].",
        "Ik kwam voor {ding}.",
        "Een paar dingen vielen mij op.",
        "Twee puntjes.",
    ],
    KIND: [
        "[Over het algemeen|Al met al] ben ik [tevreden|heel tevreden].",
        "Eén klein puntje.",
        "Ik kwam voor {ding} en dat was zo gepiept.",
        "Alleen maar lof, maar toch een [idee|tip].",
        "Ik heb eigenlijk weinig te klagen.",
    ],
}

CLOSINGS = {
    ANGRY: [
        "Hier moet echt [iets aan gebeuren|wat aan gedaan worden].",
        "Daar betalen we [toch|notabene] belasting voor.",
        "Ik [ga een klacht indienen|hoor graag wat u hieraan gaat doen].",
        "Dit kan echt niet.",
        "Ik kom [niet graag terug|met tegenzin terug].",
        "Zo ga je niet met inwoners om.",
    ],
    NEUTRAL: [
        "Dat zou al een stuk schelen.",
        "Misschien kunt u daar eens naar kijken.",
        "Verder ging het goed.",
        "Verder geen opmerkingen.",
        "Succes ermee.",
    ],
    KIND: [
        "Verder niets dan goeds.",
        "Maar nogmaals, [prima geholpen|niets dan lof].",
        "Verder was alles [goed|dik in orde|naar wens].",
        "Maar dat is echt een kleinigheid.",
    ],
}

WHOLE = {
    ANGRY: [
        "Drie kwartier in een tochtige hal gezeten met een baby van zes weken. Toen ik vroeg of het nog lang ging duren kreeg ik als antwoord: dat weet ik ook niet mevrouw. Ongelooflijk.",
        "Ik ben die dag twee keer op en neer gereden omdat er een handtekening ontbrak. Dat had ook aan de telefoon gezegd kunnen worden. Nu was ik tien euro aan parkeergeld kwijt en een halve vrije dag.",
        "WAAROM MOET IK EEN AFSPRAAK MAKEN ALS ER NIEMAND IN DE WACHTRUIMTE ZIT???",
        "Personeel loopt met koffie achter de balie langs en niemand kijkt je aan. Je voelt je lucht.",
        "mijn vader spreekt niet goed nederlands en ik mocht niet mee om te vertalen. hij kwam naar buiten zonder te weten wat er was afgesproken. heel slecht",
        "Ik stond op tijd voor de deur, de deur ging zeven minuten te laat open en mijn afspraak was toen ineens 'verlopen'. Moest ik een nieuwe maken. Ik had hem in mijn hand!",
        "Belachelijk.",
        "Leer eens luisteren!",
        "Eerst vragen wat iemand nodig heeft en dan pas zeggen dat het niet kan.",
        "Stop met dat glazen hok en dat intercommetje. Ik verstond er niks van en zij mij ook niet.",
        "Ik vind het een schande dat een man van 88 een kwartier moet staan omdat alle stoelen weggehaald zijn.",
        "Kreeg een standje omdat ik mijn formulier met potlood had ingevuld. Er lag alleen een potlood.",
        "Twee medewerkers stonden achter de balie ruzie te maken over hun pauze. Daar stond ik dan.",
        "Geef gewoon toe dat je een fout hebt gemaakt in plaats van mij de schuld te geven.",
        "Nooit meer op dinsdag. Wat een puinhoop.",
        "Mijn achternaam is nu voor de derde keer verkeerd gespeld. Het is 1 letter. Eén. Hoe moeilijk kan het zijn.",
        "Ik wilde een klacht doorgeven maar daarvoor moest ik een afspraak maken...",
        "Medewerkster zuchtte bij alles wat ik vroeg. Alles!",
        "Geen excuses, geen uitleg, niks. Gewoon 'volgende'.",
    ],
    NEUTRAL: [
        "Meer stoelen.",
        "Ik was er met mijn vader, die net weduwnaar is en voor het eerst zelf zijn papieren moest regelen. De medewerker deed het netjes, maar wel heel snel, en mijn vader durfde niet te vragen wat hij niet begreep. Thuis bleek dat we nog een formulier hadden moeten invullen. Neem bij oudere mensen iets meer tijd en geef op papier mee wat de volgende stap is. Dan had het in één keer goed gekund.",
        "Zet er een klok neer, er hangt er geen een.",
        "Een automaat met water. Met warm weer is een half uur lang.",
        "Ik zou graag van tevoren willen weten bij welke balie ik moet zijn.",
        "Zorg dat de pinautomaat het doet.",
        "De ingang is aan de achterkant maar de bordjes wijzen naar de voorkant. Beetje vreemd.",
        "Het gebouw is mooi geworden. De akoestiek is alleen vreselijk, je hoort elk woord van de balie naast je.",
        "Eigenlijk is alles wel goed, alleen die deur. Die klapt dicht als je met een wandelwagen komt.",
        "Aan de balie moest ik opnieuw alles vertellen wat ik al in het formulier op internet had ingevuld. Waarom vul ik het dan in?",
        "Hang op waar de wc is.",
        "Misschien een idee om op woensdagmiddag extra mensen in te zetten, dan zijn alle scholen vrij en komt iedereen met de kinderen.",
        "Graag ook Engels spreken, mijn vriendin komt uit Portugal en verstond maar de helft.",
        "Nummertjes weer terug, dat was duidelijker dan je naam op een scherm.",
        "Liever geen muziek in de hal.",
        "Laat zien wat er nog bij je aanvraag mist, dan kun je dat de eerste keer al meenemen.",
        "Kunnen de kinderen ook een kleurplaat krijgen? Mijn zoontje van 4 heeft het hele gebouw afgebroken haha",
        "Medewerkers aardig, systeem traag. De mevrouw moest drie keer opnieuw inloggen.",
        "Het scherm valt steeds in slaap zodat je niet ziet wie er aan de beurt is.",
        "Alles prima behalve het parkeren.",
        "Ik heb geen printer, dus dat ik het formulier geprint moest meenemen was lastig. Uiteindelijk bij de bieb gedaan.",
        "Een brievenbus binnen voor formulieren, dan hoef je niet in de rij om iets af te geven.",
        "niet iedereen heeft een smartphone denk daar aan",
        "Wat duidelijker zijn over welke kleur balie waarvoor is. Ik ben kleurenblind.",
        "Ik moest bij drie verschillende balies zijn. Kan dat niet aan één loket?",
        "Meer privacy graag, ik heb nu ook gehoord wat mijn buurman kwam doen.",
        "De gemeente zou de hondenbelasting moeten afschaffen.",
        "Er lag hondenpoep voor de ingang.",
        "Fietsenstalling is onveilig, geen camera.",
        "Minder papier! Ik kreeg vier A4-tjes mee die ik thuis meteen weggegooid heb.",
        "Op de kaart op de website staat nog de oude locatie.",
        "Ik had een afspraak van 10 minuten en die duurde er 4. Dan kunnen er toch meer mensen per uur?",
        "Rekening houden met mensen met een beperking. Ik heb autisme en al die prikkels in de hal zijn zwaar, een stil hoekje zou enorm helpen.",
        "Als de stempel op zaterdag ook kan worden gehaald ben ik helemaal gelukkig.",
        "Wachtruimte is te klein geworden sinds de verbouwing.",
    ],
    KIND: [
        "Gewoon zo doorgaan!",
        "Ik heb geen tip, ik wil alleen even zeggen dat ik heel fijn geholpen ben.",
        "Opslag voor de mevrouw die mij geholpen heeft.",
        "Ik kwam binnen met lood in de schoenen en ging weg met een glimlach. Meer van dit soort mensen achter de balie graag.",
        "Alleen de verwarming mag een graadje lager.",
        "De gastheer bij de deur is goud waard. Houd hem!",
        "Misschien een bakje koffie voor de wachtenden? Verder top.",
        "Er was een stagiair die het eng vond maar het prima deed. Complimenten ook voor de collega die meekeek.",
        "Alles in 6 minuten geregeld, ik had nog een half uur parkeertijd over :)",
        "Fijn dat er iemand Turks sprak, mijn moeder was daar heel blij mee. Misschien kun je aangeven welke talen er gesproken worden.",
        "Het enige wat ik kan bedenken is een kapstok.",
        "Super service. Wel jammer dat er nergens een plek is om je paraplu neer te zetten, alles was nat.",
        "Medewerker dacht mee over een goedkopere oplossing. Dat maak je niet vaak mee bij een overheid!",
        "Heel netjes opgelost dat ik een uur eerder mocht komen omdat ik te vroeg was.",
        "Niks veranderen.",
        "Vroeger stond je hier een ochtend in de rij, nu is het binnen een kwartier klaar. Wat een verbetering. De afspraak via internet werkt goed, ook voor mij als 76-jarige. Een kleine wens: grotere letters in de mail. En de groeten aan de jongeman bij balie zes, die heeft mij zo vriendelijk naar de lift gebracht.",
        "Ik gun de medewerkers een betere stoel, die dame zat er scheef bij.",
        "Alles goed, maar de fontein buiten maakt dat je heel erg naar de wc moet.",
        "Ik hoop dat jullie ook na corona op afspraak blijven werken, wat een rust.",
        "Dank voor het geduld met mijn vergeetachtigheid, ik had mijn pas thuis laten liggen en mocht een kwartier later terugkomen zonder nieuwe afspraak.",
        "De pen aan een touwtje is te kort voor linkshandigen. Verder was alles meer dan goed!",
        "Wellicht een klein bordje met de naam van de medewerker, dan kan ik haar noemen in dit formulier.",
        "Vrolijke kerstboom in de hal!",
        "Zet de complimenten die binnenkomen ook eens op het scherm voor het personeel.",
        "Ik ben slechtziend en werd zonder dat ik erom vroeg naar de balie begeleid. Geweldig.",
        "Wat mij betreft mag de openingstijd op donderdagavond een uurtje langer. Verder is het altijd fijn om bij jullie te komen.",
        "Een tweede kindertafeltje zou fijn zijn, er werd om gevochten door de kleintjes ;-)",
    ],
}

BY_PRODUCT = {
    "Paspoort": [
        (
            NEUTRAL,
            "De tijd tussen aanvragen en ophalen valt mee, maar dat je er twee keer voor moet komen is jammer.",
        ),
        (
            KIND,
            "Tip: zet de pasfoto-eisen op een poster naast de automaat. Verder perfect.",
        ),
        (
            NEUTRAL,
            "Zet eens wat meer balies open rond de zomervakantie, iedereen weet dat het dan druk is met reisdocumenten.",
        ),
        (
            ANGRY,
            "Mijn paspoort was een dag na de spoedaanvraag nog niet binnen en mijn vlucht was om 6 uur. Wel het spoedtarief betaald natuurlijk.",
        ),
        (
            ANGRY,
            "Toestemming van mijn ex nodig voor het paspoort van onze zoon, dat weet ik, maar dat formulier lag al in het dossier. Toch weer naar huis gestuurd.",
        ),
        (
            NEUTRAL,
            "Stuur een seintje als je paspoort bijna verloopt, de RDW doet dat met het rijbewijs ook.",
        ),
        (
            NEUTRAL,
            "De vingerafdrukken wilden niet lukken, apparaat is aan vervanging toe.",
        ),
        (
            NEUTRAL,
            "Op de site stond vijf werkdagen, het werden er acht. Geen ramp maar zeg dat dan.",
        ),
        (
            KIND,
            "Paspoort na drie dagen al klaar, super. Misschien kun je het ook laten bezorgen voor wie slecht ter been is?",
        ),
        (
            KIND,
            "Leuk dat mijn dochter van 5 haar eerste paspoort kreeg met een klein applausje. Een stempelkaartje voor kinderen zou helemaal af zijn.",
        ),
        (NEUTRAL, "Maak een zakenpaspoort ook zonder afspraak mogelijk."),
    ],
    "Rijbewijs": [
        (
            KIND,
            "Ik vond het prettig dat ik een sms kreeg toen het klaar was. Doe dat bij alles.",
        ),
        (NEUTRAL, "Laat mensen weten dat je je oude rijbewijs direct moet inleveren."),
        (
            ANGRY,
            "De eerste keer werd ik weggestuurd omdat mijn foto niet goed was. De tweede keer was de foto goed maar was mijn oude document zogenaamd niet goed. De derde keer was het systeem uit de lucht. Driemaal is scheepsrecht, zeggen ze, maar ik heb er drie ochtenden onbetaald verlof voor opgenomen. Niemand bood excuses aan. Ik vraag me af of iemand dit ooit leest.",
        ),
        (
            NEUTRAL,
            "Voor een rijbewijs van tien jaar geldig mag het best vaker digitaal, ik heb het bij de RDW al aangevraagd en moest toch nog langskomen.",
        ),
        (
            ANGRY,
            "Rijbewijs verlengd, komt er iemand achter dat de gezondheidsverklaring er nog niet is. Dat had ik bij de afspraak al verteld.",
        ),
        (
            NEUTRAL,
            "Waarom moet ik mijn rijbewijs op precies dezelfde balie ophalen als waar ik het aanvroeg?",
        ),
        (
            KIND,
            "Mijn eerste rijbewijs! De medewerker feliciteerde me, heel leuk. Tip: zet de ophaalbalie wat dichter bij de ingang.",
        ),
        (
            NEUTRAL,
            "Ik moest mijn oude rijbewijs inleveren en had toen een dag niks op zak. Kan dat niet in een keer omgeruild worden?",
        ),
    ],
    "Identiteitskaart": [
        (
            KIND,
            "Mijn dochter mocht zelf haar handtekening zetten en werd daarbij aangemoedigd. Zo leuk!",
        ),
        (
            NEUTRAL,
            "Het zou handig zijn als je ook je id kaart thuis kan laten bezorgen, werkt in andere steden prima.",
        ),
        (
            NEUTRAL,
            "ID-kaart voor een kind zou goedkoper moeten zijn, die is na een paar jaar alweer verlopen.",
        ),
        (KIND, "Twee ID-kaarten tegelijk opgehaald en in vier minuten klaar. Perfect."),
        (
            ANGRY,
            "Mijn moeder (91) moest persoonlijk komen voor een ID-kaart. Zij kan haar bed niet uit. Niemand vertelde dat er een thuisbezoek mogelijk is, dat hoorde ik later van de buurvrouw.",
        ),
        (
            NEUTRAL,
            "Laat ouderen weten dat ze niet per se een paspoort nodig hebben, een ID-kaart is genoeg en goedkoper.",
        ),
    ],
    "Uittreksel BRP": [
        (
            NEUTRAL,
            "Waarom kost een uittreksel aan de balie meer dan via internet? Ik heb geen computer.",
        ),
        (
            ANGRY,
            "Er stond een oud adres op het uittreksel. Ik moest zelf bewijzen dat het niet klopte.",
        ),
        (
            KIND,
            "Uittreksel lag er binnen twee minuten. Een meertalige versie aanbieden als standaard zou mooi zijn.",
        ),
        (
            NEUTRAL,
            "Vraag van tevoren waar het uittreksel voor is, ik had de verkeerde mee en moest voor de notaris nog een keer komen.",
        ),
    ],
    "Geboorteaangifte": [
        (
            KIND,
            "We kregen felicitaties en een kaartje bij de geboorteaangifte, wat lief! Misschien nog een plekje om de luier te verschonen.",
        ),
        (
            NEUTRAL,
            "De geboorteaangifte had ik liever via het ziekenhuis gedaan, dat kan elders ook.",
        ),
        (
            KIND,
            "Als kersverse vader nog wat in de war, de medewerker dacht voor mij mee. Wijs ouders meteen op het aanvragen van een ID-kaart voor de baby.",
        ),
        (
            ANGRY,
            "Op dag drie na de geboorte moest de aangifte, maar er was pas op dag vier plek. Dat is toch onzin.",
        ),
    ],
    "Verhuizing binnen Nederland": [
        (
            NEUTRAL,
            "Verhuizing doorgeven zou voor kamerbewoners makkelijker moeten, de huisbaas wilde eerst niet tekenen.",
        ),
        (
            ANGRY,
            "Na mijn verhuizing kwam alle post nog een maand op het oude adres binnen, ook die van de gemeente zelf.",
        ),
        (
            KIND,
            "Fijn welkom in de gemeente. Een pakketje met informatie over afval en parkeren zou leuk zijn voor nieuwe inwoners.",
        ),
        (
            NEUTRAL,
            "Vertel bij een verhuizing gelijk welke container van jou is en op welke dag er wordt opgehaald.",
        ),
    ],
    "VOG": [
        (
            NEUTRAL,
            "VOG is met DigiD veel sneller, maar dat vertelde niemand tot ik aan de beurt was.",
        ),
        (
            ANGRY,
            "Mijn werkgever wacht al vijf weken op mijn VOG. Aan de balie wijzen ze naar Justis en Justis wijst naar de gemeente.",
        ),
        (
            KIND,
            "VOG in vijf minuten aangevraagd, goede uitleg over wat er daarna gebeurt.",
        ),
    ],
    "Huwelijk/partnerschap": [
        (
            KIND,
            "Voor ons huwelijk heeft de medewerkster aan alles gedacht. Wel zou een overzicht met foto's van de trouwlocaties handig zijn.",
        ),
        (NEUTRAL, "De gratis trouwmomenten zijn altijd vol, doe er een ochtend bij."),
        (
            ANGRY,
            "Twee weken voor de bruiloft bleek dat de geboorteakte van mijn partner gelegaliseerd moest worden. Dat had in het eerste gesprek gezegd moeten worden. De stress die wij hebben gehad!",
        ),
    ],
    "Vermissing reisdocument": [
        (
            ANGRY,
            "Mijn tas is gestolen en dan moet je ook nog extra betalen omdat je paspoort weg is. Alsof ik dat leuk vind.",
        ),
        (
            NEUTRAL,
            "Na een vermissing weet je niet waar je moet beginnen. Geef een blaadje mee met de volgorde: politie, bank, gemeente.",
        ),
        (
            KIND,
            "Ze stelde me gerust toen ik vertelde dat alles was gestolen. Fijn mens.",
        ),
    ],
    "Naturalisatie": [
        (
            ANGRY,
            "Al veertien maanden bezig met mijn naturalisatie. Elke keer een andere medewerker, elke keer een ander papier uit het land van herkomst. Ik wil gewoon weten waar ik aan toe ben.",
        ),
        (
            NEUTRAL,
            "Voor naturalisatie graag een vaste contactpersoon, dan hoef ik niet steeds opnieuw mijn verhaal te doen.",
        ),
        (
            KIND,
            "De ceremonie was prachtig, dank u wel. Misschien mogen er voortaan meer familieleden mee.",
        ),
    ],
    "Parkeervergunning": [
        (
            ANGRY,
            "Betalen voor een parkeervergunning en dan nog geen plek voor de deur hebben. En nee, daar gaat de balie niet over, zeiden ze.",
        ),
        (
            NEUTRAL,
            "De tweede parkeervergunning had ik via internet willen doen, de site stuurde mij naar de balie en de balie naar de site.",
        ),
        (
            NEUTRAL,
            "Maak een bezoekerspas per uur mogelijk, nu betaalt mijn oppas zich blauw.",
        ),
    ],
    "Bewijs van in leven zijn": [
        (
            KIND,
            "Elk jaar kom ik me levend melden en elk jaar is het gezellig. Tot volgend jaar, hoop ik.",
        ),
        (
            NEUTRAL,
            "Ik ben 81, kunt u dat bewijs niet zelf naar het pensioenfonds sturen?",
        ),
    ],
    "Legalisatie handtekening": [
        (NEUTRAL, "Zet bij legalisatie erbij dat je niet van tevoren mag tekenen."),
        (KIND, "Handtekening gelegaliseerd in drie minuten, keurig."),
    ],
}

SHORT = {
    ANGRY: [
        "[Te|Veel te] [lang wachten|duur|onpersoonlijk].",
        "[Sneller|Vriendelijker] [werken|helpen].",
        "Kortere wachttijden.",
        "[Beter|Meer] personeel.",
        "[Slechte|Waardeloze] [service|dienstverlening].",
        "Betere [bereikbaarheid|communicatie].",
    ],
    NEUTRAL: [
        "[Meer|Betere] [stoelen|parkeerplaatsen|fietsenrekken|bewegwijzering].",
        "[Ruimere|Langere] openingstijden.",
        "[Goedkoper|Lagere prijs|Lagere leges].",
        "Ook op [zaterdag|vrijdagmiddag|maandagavond] open.",
        "Meer [privacy|balies open|avonden open].",
        "Gratis parkeren.",
        "[Kortere|Minder] wachttijd.",
        "[Koffie|Water|Wifi] in de wachtruimte.",
    ],
    KIND: [
        "[Ga zo door|Ga vooral zo door|Houden zo]!",
        "[Koffie|Een kopje thee|Wifi] in de wachtruimte.",
        "[Avondopenstelling|Zaterdag open] zou fijn zijn.",
        "[Prima|Top|Perfect] zo.",
        "Meer [fietsenrekken|stoelen|planten].",
        "Niets, [alles was goed|ging prima|helemaal tevreden].",
        "[Thuisbezorgen|Thuis laten bezorgen].",
    ],
}

PERSONAL = [
    (
        KIND,
        "",
        "Een compliment voor mevrouw De Vries, zij heeft mij geweldig geholpen toen ik mijn papieren kwijt was.",
    ),
    (
        KIND,
        "",
        "Ik werd geholpen door Fatima aan balie 3. Wat een zonnetje! Zij verdient een bos bloemen.",
    ),
    (
        ANGRY,
        "",
        "Meneer Van der Berg van balie 5 kan beter achter de schermen gaan werken. Zo onbeschoft heb ik het nog nooit meegemaakt.",
    ),
    (
        ANGRY,
        "",
        "Bel mij hierover terug op 06-12345678, ik wil een leidinggevende spreken.",
    ),
    (
        NEUTRAL,
        "",
        "Mijn afspraak stond niet in het systeem. U kunt mij mailen op j.jansen@example.nl als u wilt weten hoe dat kan.",
    ),
    (
        ANGRY,
        "",
        "Mijn BSN 111222333 is door de medewerker hardop door de hal geroepen. Dat is toch een datalek?",
    ),
    (
        NEUTRAL,
        "",
        "Ik stond geparkeerd met kenteken XX-123-X en kreeg een bon terwijl ik in de wachtruimte zat. Doe iets aan die parkeermeter.",
    ),
    (
        ANGRY,
        "",
        "Het bedrag is dubbel afgeschreven van NL04VOOR0123456789 en aan de balie weet niemand hoe ik het terugkrijg.",
    ),
    (
        NEUTRAL,
        "",
        "Wij wonen op 1234 AB 56 en kregen de uitnodiging twee keer. Controleer de adressen eens.",
    ),
    (
        ANGRY,
        "Naturalisatie",
        "Zaaknummer Z-2020-004711 ligt al sinds maart stil. Niemand aan de balie kan erbij!",
    ),
    (
        KIND,
        "Uittreksel BRP",
        "Bedankt Johan! En Petra de Boer ook natuurlijk, voor het meedenken over de akte van mijn man.",
    ),
    (
        NEUTRAL,
        "Identiteitskaart",
        "Graag een terugbelverzoek: mevr. A. El Amrani, tel. 0123-456789, over de verkeerde geboortedatum.",
    ),
]

LONG_STORY = (
    "Ik schrijf het maar eens helemaal op, misschien leest iemand het. In februari heb ik via internet een afspraak gemaakt voor mijn zoon en mij. "
    "Ik kreeg een bevestiging voor één persoon. Ik heb gebeld, vijfentwintig minuten in de wacht gestaan, en toen werd gezegd dat het in orde was. "
    "Op de dag zelf bleek het niet in orde. De medewerker zei dat ik dan maar een nieuwe afspraak moest maken voor mijn zoon, die ervoor uit school was gehaald. "
    "Toen ik zei dat ik had gebeld, was het antwoord dat zij dat niet kon zien. Ik mocht wel mijn eigen aanvraag doen. "
    "Daarbij bleek mijn pasfoto, die ik de dag ervoor bij de fotograaf had laten maken, volgens de medewerker te donker. "
    "Een collega kwam kijken en vond hem prima. Daar ontstond een discussie over waar ik bij stond, en die ging al snel niet meer over mijn foto. "
    "Na een kwartier werd besloten dat het goed was. Daarna deed het pinapparaat het niet en moest ik naar een andere balie, waar ik opnieuw een nummer moest trekken. "
    "Toen ik eindelijk had betaald, was de eerste medewerker met pauze. Haar collega wist niet waar mijn formulier lag. Uiteindelijk is alles gevonden. "
    "Drie weken later zijn wij teruggekomen voor mijn zoon en die keer ging alles in zes minuten, door een jongeman die ons vriendelijk begroette en zelfs een grapje maakte. "
    "Het kan dus wel! Mijn suggestie: laat iedereen werken zoals hij, noteer wat er aan de telefoon is afgesproken, en zorg dat medewerkers hun meningsverschillen niet uitvechten waar klanten bij zijn."
)

ODD = [
    (
        NEUTRAL,
        "",
        "Zet <b>GROTE LETTERS</b> op het bord, zoals <i>dit</i>. ![](https://example.nl/x.png)",
    ),
    (ANGRY, "", "=2+2 medewerkers en toch staat er maar een loket open"),
    (KIND, "", "Topservice 👍😊"),
    (
        NEUTRAL,
        "",
        "Wachttijdverkortingsmaatregelenoverzichtspaginabezoekersbegeleidingsmedewerkersopleidingsplangemeentehalinrichtingsgroep",
    ),
    (NEUTRAL, "", "- stoelen\n- water\n- een scherm dat je ook achterin kunt lezen"),
    (
        KIND,
        "",
        "Twee dingen:\n1. langer open op donderdag\n2. de medewerkers een pluim geven",
    ),
    (ANGRY, "Paspoort", LONG_STORY),
]

BALIE_TIPS = Bank(
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
    things={
        "Paspoort": ["een paspoort", "een nieuw paspoort", "mijn paspoort"],
        "Rijbewijs": ["mijn rijbewijs", "een nieuw rijbewijs"],
        "Identiteitskaart": [
            "een identiteitskaart",
            "mijn ID-kaart",
            "een nieuwe ID-kaart",
        ],
        "Uittreksel BRP": ["een uittreksel", "een uittreksel uit de BRP"],
        "Geboorteaangifte": [
            "de geboorteaangifte",
            "de aangifte van onze dochter",
            "de aangifte van onze zoon",
        ],
        "Verhuizing binnen Nederland": [
            "mijn verhuizing",
            "het doorgeven van een verhuizing",
        ],
        "VOG": ["een VOG", "mijn VOG"],
        "Huwelijk/partnerschap": ["ons huwelijk", "de melding van ons huwelijk"],
        "Vermissing reisdocument": [
            "een vervangend paspoort",
            "de aangifte van vermissing",
        ],
        "Naturalisatie": ["mijn naturalisatie", "mijn naturalisatieverzoek"],
        "Parkeervergunning": ["een parkeervergunning", "mijn parkeervergunning"],
        "Bewijs van in leven zijn": ["een bewijs van in leven zijn"],
        "Legalisatie handtekening": ["een legalisatie"],
    },
)
