"""Explanations of the overall grade, for the digital counter and the telephone."""

from __future__ import annotations

import texts_digitaal
import texts_telefoon
from texts import ANGRY, KIND, NEUTRAL, REVIEW_PATTERNS, Bank

DIGITAAL_PRAISE = [
    [
        "Het ging [heel|erg|lekker|verrassend] [makkelijk|vlot|eenvoudig|snel].",
        "Binnen [vijf|tien|een paar] minuten [klaar|geregeld].",
        "[Makkelijk|Simpel] en [snel|duidelijk].",
        "Vlot geregeld [vanaf de bank|vanuit huis|tussen de bedrijven door].",
        "{ding} [was zo geregeld|kostte me nog geen kwartier].",
    ],
    [
        "Het formulier was [duidelijk|overzichtelijk|zo ingevuld|prettig kort].",
        "De stappen waren [helder|goed te volgen|logisch].",
        "[Duidelijke|Heldere|Begrijpelijke] [vragen|uitleg].",
        "Alles [sprak voor zich|wees zichzelf].",
    ],
    [
        "[Fijn|Handig|Mooi|Ideaal] dat {ding} [digitaal|online] kan.",
        "Fijn dat je er niet [voor vrij hoeft te nemen|meer voor naar het stadhuis hoeft].",
        "Heerlijk dat het [ook 's avonds|in het weekend|op elk moment] kan.",
        "[In deze tijd|Met corona] extra prettig dat je er de deur niet voor uit hoeft.",
    ],
    [
        "Ik kreeg [meteen|direct|keurig] een bevestiging.",
        "De volgende dag was het [al verwerkt|al rond].",
        "Binnen [twee|drie] dagen had ik antwoord.",
        "[Netjes|Snel|Correct] afgehandeld.",
    ],
    [
        "Ik ben [heel tevreden|tevreden|blij verrast].",
        "[Niets op aan te merken|Werkt prima|Het werkt gewoon].",
        "Precies wat ik [nodig had|verwachtte].",
        "Geen enkel probleem gehad.",
    ],
]

DIGITAAL_REVIEW_OPENINGS = {
    ANGRY: [
        "[Een onvoldoende, en niet voor niets|Dat cijfer is nog hoog].",
        "[Slecht|Waardeloos|Heel matig].",
        "Ik kwam er [niet|nauwelijks] uit.",
        "Veel te ingewikkeld.",
    ],
    NEUTRAL: [
        "Het ging, maar niet van harte.",
        "Een [zesje|zeven], omdat het uiteindelijk wel lukte.",
        "Redelijk.",
        "Uiteindelijk gelukt.",
        "Niet slecht, niet geweldig.",
    ],
    KIND: [
        "Een [acht|dikke voldoende] waard.",
        "[Top|Prima|Super|Perfect]!",
        "Ik ben [69|72|80] en het lukte meteen.",
    ],
}

DIGITAAL_REVIEW_WHOLE = {
    ANGRY: [
        "Ik geef een 2 voor de moeite. Drie avonden bezig geweest en uiteindelijk toch naar het stadhuis moeten komen.",
        "Er ging van alles mis en niemand die ik kon bellen.",
        "Systeem uit het jaar nul.",
        "Ik heb nog steeds niks gehoord, dus hoezo 'geholpen'?",
        "Mijn aanvraag is afgewezen zonder uitleg, met een mail waar je niet op kunt antwoorden.",
        "Het kon niet slechter. O ja toch, de tweede keer.",
        "De pagina liep vast op het moment dat ik klaar was. Alles weg. Toen maar gebeld, daar stond ik twintig minuten in de wacht om te horen dat het toch echt via internet moest.",
        "Slechtste overheidssite die ik ken en ik ken er veel.",
        "Onpersoonlijk en onvriendelijk.",
        "Eerst werkte het niet, en toen werkte het wel maar was mijn aanvraag te laat. Eigen schuld volgens de gemeente.",
        "Ik ben er gewoon niet uitgekomen. Schaam me er een beetje voor maar volgens mij ligt het niet aan mij.",
    ],
    NEUTRAL: [
        "Voldoende, maar dat inloggen elke keer is vervelend.",
        "De site doet wat hij moet doen, maar mooi of makkelijk is anders.",
        "Het invullen was zo gebeurd, het zoeken naar de pagina niet.",
        "Ging goed tot het uploaden.",
        "Als je weet waar je moet zijn is het makkelijk.",
        "Het duurde een week langer dan gezegd, verder prima.",
        "Wat moet ik zeggen, het is een formulier.",
        "Prima maar een beetje kil, je hebt geen idee of er een mens naar kijkt.",
        "Na wat zoeken gelukt, met hulp van mijn schoonzoon.",
        "Ik kon het meeste zelf, voor de laatste vraag heb ik gebeld en dat antwoord was duidelijk.",
        "Niet alles werkte maar ik heb gekregen wat ik nodig had.",
        "Zeven is netjes, acht als er een bevestiging was gekomen.",
        "op de telefoon lukte het niet, op de laptop wel",
        "Had het makkelijker verwacht gezien alle reclame voor het digitale loket.",
    ],
    KIND: [
        "In 5 minuten klaar.",
        "Heel overzichtelijk en alles in gewone taal.",
        "Wat een verschil met een paar jaar geleden.",
        "Ik zag er tegenop maar het was zo gepiept.",
        "Alles in één keer goed, zelfs de bijlage.",
        "Snel, duidelijk, klaar.",
        "Gemak dient de mens.",
        "Omdat het werkte. Dat is bij dit soort dingen niet vanzelfsprekend.",
        "Op zondagmorgen met koffie geregeld, maandag bevestigd.",
        "Keurig. Twee vragen had ik nog en die stonden allebei in de uitleg.",
        "Geen tien omdat niemand perfect is :)",
        "Werkte ook goed met mijn voorleessoftware, dat maak ik zelden mee.",
        "Fijne site, je hoeft maar een paar dingen in te vullen omdat de rest er al staat.",
        "Alles ging zoals het in de uitleg stond.",
        "ging gewoon goed",
        "Mijn complimenten, ook mijn vader van 79 kon het volgen.",
        "De bevestiging kwam terwijl ik het venster nog aan het sluiten was.",
        "Ik had een foutje gemaakt en werd daar netjes over gebeld. Heel attent, want anders was alles vertraagd.",
        "Duidelijk wat het kost en hoelang het duurt.",
        "Niets te klagen!",
    ],
}

DIGITAAL_REVIEW_BY_PRODUCT = {
    "Verhuizing binnen Nederland": [
        (
            ANGRY,
            "Het ging al mis bij het zoeken. Wie op verhuizen zoekt wil geen beleidsnota lezen.",
        ),
        (ANGRY, "Ik moest bewijzen dat ik ergens niet meer woon. Hoe bewijs je dat?"),
        (
            NEUTRAL,
            "Verhuizing doorgeven ging prima, alleen stond mijn oude huisgenoot ineens ook op mijn nieuwe adres.",
        ),
        (NEUTRAL, "Goed, al moest ik mijn dochter van negentien apart laten inloggen."),
        (KIND, "Verhuisd en in drie minuten ingeschreven."),
        (KIND, "De adreswijziging stond de volgende ochtend al in MijnOverheid."),
    ],
    "Uittreksel BRP": [
        (ANGRY, "Na het betalen bleef het scherm wit. Geen idee of het gelukt is."),
        (
            ANGRY,
            "Het uittreksel kwam na twee weken en toen had ik het niet meer nodig.",
        ),
        (NEUTRAL, "Aanvragen was makkelijk, de post had er een week voor nodig."),
        (KIND, "Uittreksel lag twee dagen later op de mat."),
        (KIND, "Duidelijk welk uittreksel ik moest hebben voor de hypotheek."),
    ],
    "Melding openbare ruimte": [
        (ANGRY, "Melding gesloten, kuil nog open."),
        (
            ANGRY,
            "Al vier keer doorgegeven dat de ondergrondse container vol zit. Ik krijg steeds dezelfde standaardmail.",
        ),
        (NEUTRAL, "Melden gaat prima, maar de boom hangt nog steeds over de weg."),
        (NEUTRAL, "Wel opgelost, alleen zonder dat iemand het even liet weten."),
        (KIND, "Grofvuil gemeld, volgende dag weg."),
        (KIND, "Losse tegel zat binnen een week weer vast. Netjes."),
    ],
    "Parkeervergunning": [
        (
            ANGRY,
            "Geen vergunning gekregen omdat er een garage bij mijn huis hoort. Die hoort bij de buren.",
        ),
        (NEUTRAL, "Aanvraag duidelijk, regels niet."),
        (KIND, "Vergunning meteen actief, heel fijn."),
    ],
    "Afspraak maken": [
        (ANGRY, "Geen plek tot over een maand."),
        (NEUTRAL, "Afspraak gelukt, wel drie weken wachten."),
        (KIND, "Dezelfde week nog een plek en een sms als herinnering."),
    ],
    "VOG": [
        (ANGRY, "Code van mijn werkgever werkte niet en niemand wist waarom."),
        (KIND, "VOG binnen drie werkdagen, kan niet sneller."),
    ],
    "Geboorteaangifte": [
        (KIND, "Aangifte van onze tweeling gedaan vanaf de kraamkamer."),
        (KIND, "Scheelt een gang naar het stadhuis met zo'n kleintje."),
        (NEUTRAL, "Goed, maar de voornaam met een trema lukte pas de tweede keer."),
    ],
}

DIGITAAL_REVIEW_SHORT = {
    ANGRY: [
        "Werkt niet.",
        "[Te|Veel te] [ingewikkeld|omslachtig|traag].",
        "[Lukte|Lukt] niet.",
        "[Onduidelijk|Onvindbaar].",
    ],
    NEUTRAL: [
        "[Redelijk|Gaat wel|Voldoende].",
        "Kan beter.",
        "[Beetje|Wat] [omslachtig|onduidelijk|zoeken].",
        "Uiteindelijk gelukt.",
    ],
    KIND: [
        "[Prima|Goed|Perfect|Uitstekend] [geregeld|gegaan|systeem].",
        "[Makkelijk|Snel|Simpel|Duidelijk] [en vlot|en goed|geregeld].",
        "[Ging|Het ging] [goed|vlot|prima].",
        "[Tevreden|Heel tevreden].",
    ],
}

DIGITAAL_REVIEW_PERSONAL = [
    (
        ANGRY,
        "Uittreksel BRP",
        "Stuur het uittreksel alsnog naar 1000 ZZ 7, het vorige is zoekgeraakt. Met vriendelijke groet, W. de Groot",
    ),
    (
        KIND,
        "",
        "Dankzij Kees Mulder van de helpdesk is het toch gelukt, hij nam ruim de tijd.",
    ),
    (
        NEUTRAL,
        "",
        "Ik heb als mailadres t.oosterhuis@example.nl opgegeven en daar is tot nu toe niets aangekomen.",
    ),
    (NEUTRAL, "", "Voldoende. Bel me gerust als er vragen zijn: 06-11112222."),
    (KIND, "", "Alles ok 🙂"),
    (NEUTRAL, "", "6,5"),
]

DIGITAAL_REVIEWS = Bank(
    topics=texts_digitaal.TOPICS,
    praise=DIGITAAL_PRAISE,
    leads=texts_digitaal.LEADS,
    thanks=texts_digitaal.THANKS,
    openings=DIGITAAL_REVIEW_OPENINGS,
    closings=texts_digitaal.CLOSINGS,
    whole=DIGITAAL_REVIEW_WHOLE,
    by_product=DIGITAAL_REVIEW_BY_PRODUCT,
    short=DIGITAAL_REVIEW_SHORT,
    certain=DIGITAAL_REVIEW_PERSONAL,
    patterns=REVIEW_PATTERNS,
    things=texts_digitaal.DIGITAAL_TIPS.things,
    placeholders=["-", "geen", "nvt", "n.v.t.", ".", "nee", "-"],
)

TELEFOON_PRAISE = [
    [
        "[Heel|Erg|Bijzonder] [vriendelijk|netjes|prettig] te woord gestaan.",
        "Aardige [meneer|mevrouw|jongeman|dame] aan de telefoon.",
        "[Fijn|Prettig|Rustig] gesprek.",
        "[Vriendelijk|Behulpzaam|Heel geduldig] iemand.",
    ],
    [
        "[Snel|Direct|Meteen] iemand aan de lijn.",
        "Binnen [een minuut|twee minuten] geholpen.",
        "Ik werd [keurig|dezelfde dag|snel] teruggebeld.",
        "[Nauwelijks|Niet|Kort] hoeven wachten.",
    ],
    [
        "[Duidelijk|Goed|Helder] antwoord gekregen.",
        "Er werd [goed|echt|prima] meegedacht.",
        "[Goede|Duidelijke] uitleg over {ding}.",
        "[Deskundig|Kundig] en [duidelijk|to the point].",
    ],
    [
        "[Prima|Goed|Keurig|Vlot] geholpen.",
        "[Vraag|Mijn vraag] was [meteen|direct|snel] [opgelost|beantwoord].",
        "Ik ben [heel tevreden|tevreden].",
        "Mijn vraag over {ding} is [goed beantwoord|netjes afgehandeld].",
    ],
]

TELEFOON_REVIEW_WHOLE = {
    ANGRY: [
        "Ik heb geen antwoord gekregen, alleen een ander telefoonnummer.",
        "Na een halfuur wachten was mijn beltegoed op.",
        "Gebeld, gewacht, doorverbonden, opgehangen.",
        "Beloofd dat ik binnen twee dagen iets zou horen. Dat is nu drie weken geleden.",
        "De medewerker zei letterlijk 'dat is niet mijn probleem'.",
        "Een 3 voor de muziek.",
        "Slecht bereikbaar en als je dan iemand hebt weet die het ook niet.",
        "verkeerde informatie gekregen waardoor ik voor niets naar het stadhuis ben gereden",
        "Ik kreeg een antwoord waar ik niets mee kon en toen ik doorvroeg werd de toon vervelend.",
        "Niet geholpen.",
    ],
    NEUTRAL: [
        "Vriendelijk, maar mijn vraag is nog niet opgelost.",
        "Goed antwoord, lang gewacht.",
        "De eerste medewerker wist het niet, de tweede gelukkig wel.",
        "Het duurde even voordat ze begreep wat ik bedoelde. Lag misschien ook aan mij.",
        "Ging goed, alleen jammer dat ik daarna alsnog een formulier op internet moest invullen.",
        "Net voldoende. Ik werd wel teruggebeld, maar drie dagen later.",
        "Medewerker prima, keuzemenu niet.",
        "Neutraal gesprek, ik heb mijn antwoord.",
        "ze moest het navragen en dat deed ze ook, alleen hing ik lang in de wacht",
        "De verbinding was slecht.",
    ],
    KIND: [
        "Heel menselijk geholpen.",
        "Binnen drie minuten wist ik alles.",
        "Er werd echt naar mij geluisterd en dat was precies wat ik nodig had.",
        "Ik kreeg een helder antwoord en ook nog een tip waar ik zelf niet aan had gedacht.",
        "Snelle en correcte afhandeling.",
        "Wat een aardige mensen werken daar!",
        "Mevrouw zocht het uit en belde binnen een uur terug. Zo hoort het.",
        "Goed geholpen, geen poespas.",
        "Had een ingewikkelde vraag over mijn ouders en de medewerker bleef rustig en duidelijk.",
        "Meteen iemand aan de lijn, op maandagochtend nog wel.",
        "fijn gesprek",
        "Duidelijk en to the point. Ik hoefde mijn verhaal maar één keer te doen.",
        "Kreeg na afloop zelfs een mailtje met de afspraken, netjes.",
        "Keurig doorverbonden en de collega wist al waar het over ging.",
    ],
}

TELEFOON_REVIEW_SHORT = {
    ANGRY: [
        "[Te|Veel te] lang gewacht.",
        "[Niet|Slecht] geholpen.",
        "[Slecht|Nauwelijks] bereikbaar.",
        "Geen antwoord gekregen.",
    ],
    NEUTRAL: [
        "[Redelijk|Gaat wel|Voldoende].",
        "[Wel|Iets te] lang gewacht.",
        "Kan [beter|sneller].",
        "Ging [wel|redelijk].",
    ],
    KIND: [
        "[Prima|Goed|Uitstekend|Vlot|Snel] geholpen.",
        "[Vriendelijk|Aardig|Behulpzaam] en [snel|duidelijk|deskundig].",
        "[Duidelijk|Goed|Snel] antwoord.",
        "[Tevreden|Heel tevreden|Top].",
    ],
}

TELEFOON_REVIEW_OPENINGS = {
    ANGRY: [
        "[Slecht|Zeer matig].",
        "Ik ben [niet echt|niet] geholpen.",
        "Een onvoldoende.",
        "Teleurstellend.",
    ],
    NEUTRAL: [
        "Het gesprek zelf was [goed|prima].",
        "Redelijk.",
        "Ik belde over {ding}.",
        "Niet slecht, niet geweldig.",
    ],
    KIND: [
        "[Top|Prima|Super]!",
        "Ik belde over {ding}.",
        "Een dikke voldoende.",
        "[Goede service|Netjes|Keurig|Uitstekend].",
    ],
}

TELEFOON_REVIEW_PERSONAL = [
    (KIND, "", "Ik werd geholpen door ene Yvonne en die verdient een tien."),
    (
        ANGRY,
        "",
        "Er is mij beloofd dat ik op 06-98765432 zou worden teruggebeld, niets gehoord.",
    ),
    (NEUTRAL, "", "Antwoord zou komen op p.vandijk@example.nl maar ik heb nog niets."),
    (
        NEUTRAL,
        "Parkeervergunning",
        "Na twee keer bellen is de incasso van NL62TEST0987654321 gestopt.",
    ),
]

TELEFOON_REVIEWS = Bank(
    topics=texts_telefoon.TOPICS,
    praise=TELEFOON_PRAISE,
    leads=texts_telefoon.LEADS,
    thanks=texts_telefoon.THANKS,
    openings=TELEFOON_REVIEW_OPENINGS,
    closings=texts_telefoon.CLOSINGS,
    whole=TELEFOON_REVIEW_WHOLE,
    by_product={},
    short=TELEFOON_REVIEW_SHORT,
    certain=TELEFOON_REVIEW_PERSONAL,
    patterns=REVIEW_PATTERNS,
    things=texts_telefoon.THINGS,
    placeholders=["-", "geen", "nvt", "n.v.t.", "nee"],
)
