"""Suggestions written after using the digital counter."""

from __future__ import annotations

from datetime import date

from texts import ANGRY, KIND, NEUTRAL, TIP_PATTERNS, Bank, Topic

CORONA = date(2020, 3, 20)
BY_POST = (
    "Uittreksel BRP",
    "VOG",
    "Parkeervergunning",
    "Bewijs van in leven zijn",
    "Emigratie",
    "Briefadres",
)
APPLICATIONS = (
    "Verhuizing binnen Nederland",
    "Geboorteaangifte",
    "Huwelijk/partnerschap",
    "Vermissing reisdocument",
    *BY_POST,
)
UPLOADS = (
    "Verhuizing binnen Nederland",
    "Melding openbare ruimte",
    "Parkeervergunning",
    "Geboorteaangifte",
    "Huwelijk/partnerschap",
    "Briefadres",
    "Emigratie",
    "Bewijs van in leven zijn",
)
PAID = ("Uittreksel BRP", "Parkeervergunning", "VOG", "Huwelijk/partnerschap")

TOPICS = [
    Topic(
        "vindbaarheid op de site",
        [
            "Ik heb [lang|wel een kwartier|minstens tien minuten] gezocht naar de juiste pagina.",
            "Via Google kwam ik er [sneller|eerder] dan via jullie eigen zoekbalk.",
            "De zoekfunctie [geeft van alles behalve wat ik zoek|vindt niets|geeft vooral nieuwsberichten].",
            "Het formulier zat [verstopt|weggestopt] achter [vier|vijf|een heleboel] schermen.",
            "Ik belandde steeds [op dezelfde pagina|weer bij het begin].",
            "Onder welk kopje {ding} valt is [een raadsel|volstrekt onduidelijk].",
        ],
        [
            "Zet een [grote knop|duidelijke knop] op de voorpagina.",
            "Maak de zoekfunctie [beter|slimmer].",
            "Zet de [tien|vijf] meest gevraagde zaken bovenaan.",
            "Minder doorklikken [graag|alsjeblieft].",
            "Gebruik de woorden die gewone mensen intypen.",
            "Maak een rechtstreekse link naar het formulier.",
        ],
        about=("goed vindbaar", "eenvoudig te vinden"),
    ),
    Topic(
        "inloggen met DigiD",
        [
            "Inloggen met DigiD [lukte pas na drie keer|ging steeds mis|bleef hangen].",
            "Ik heb geen DigiD-app en met sms [kwam de code niet|werkte het niet].",
            "Mijn DigiD was verlopen en dan [kun je niets meer|sta je met lege handen].",
        ],
        [
            "Maak het ook mogelijk zonder DigiD.",
            "Zet er vooraf bij dat je DigiD nodig hebt.",
            "Bied een tweede manier van inloggen aan.",
        ],
        about=("eenvoudig", "gebruiksvriendelijk"),
        products=APPLICATIONS,
    ),
    Topic(
        "inloggen met DigiD",
        [
            "Na het inloggen kwam ik [niet meer terug in het formulier|op een lege pagina|weer op het beginscherm].",
            "Halverwege was ik ineens uitgelogd.",
            "Ik moest [drie|vier] keer opnieuw inloggen.",
        ],
        [
            "Laat me minder vaak opnieuw inloggen.",
            "Geef wat meer tijd voordat je wordt uitgelogd.",
            "Zorg dat je na het inloggen meteen in het formulier komt.",
        ],
        about=("eenvoudig", "gebruiksvriendelijk"),
        products=APPLICATIONS,
    ),
    Topic(
        "inloggen met DigiD",
        [
            "Mijn partner en ik moesten allebei apart inloggen.",
        ],
        [
            "Laat één van de twee het voor allebei regelen.",
            "Maak machtigen makkelijker.",
        ],
        about=("eenvoudig", "gebruiksvriendelijk"),
        products=APPLICATIONS,
    ),
    Topic(
        "gegevens kwijt",
        [
            "Na [een half uur invullen|twintig minuten|bijna alles te hebben ingevuld] was ik alles kwijt.",
            "Toen ik op vorige drukte was alles [weg|leeg].",
            "Het formulier kan niet tussentijds worden opgeslagen.",
            "Bij de laatste stap kwam er een foutmelding en kon ik opnieuw beginnen.",
        ],
        [
            "Sla tussentijds op wat je al hebt ingevuld.",
            "Zorg dat je een stap terug kunt zonder alles kwijt te zijn.",
            "Waarschuw voordat de sessie verloopt.",
            "Maak een knop om later verder te gaan.",
        ],
        about=("formulier", "gebruiksvriendelijk"),
    ),
    Topic(
        "foutmelding",
        [
            "Ik kreeg [een foutmelding|een rode melding|alleen maar 'er is iets misgegaan'] en [geen uitleg|wist niet wat ik fout deed].",
            "Het formulier accepteerde mijn [telefoonnummer|huisnummer|postcode|geboortedatum] niet.",
            "Het veld voor [het huisnummer|de toevoeging|de datum] [werkt niet|deed raar].",
        ],
        [
            "Zeg bij een fout [welk veld|precies wat] er niet goed is.",
            "Test het formulier [eens|nog eens] met echte mensen.",
            "Geef een voorbeeld bij elk veld, [bijvoorbeeld hoe je de datum schrijft|dan vult iedereen het goed in].",
            "Maak de velden wat minder streng, [een spatie te veel en hij weigert|met of zonder streepje moet allebei goed zijn].",
        ],
        about=("formulier", "eenvoudig"),
    ),
    Topic(
        "foutmelding",
        [
            "De knop [verzenden|volgende] deed niets.",
            "De site lag [er het hele weekend uit|eruit toen ik het wilde doen].",
            "De pagina bleef [laden|draaien] en er gebeurde niets.",
        ],
        [
            "Los de storingen op voordat je iedereen naar het digitale loket stuurt.",
            "Zet een melding op de site als er een storing is.",
            "Probeer het zelf eens in [Safari|Firefox|een andere browser].",
        ],
        about=("formulier", "eenvoudig"),
    ),
    Topic(
        "bijlagen uploaden",
        [
            "Mijn bestand was te groot en er stond niet bij [hoe groot het mocht zijn|wat het maximum was].",
            "Je mag alleen een pdf sturen, [wie heeft er thuis nog een scanner|en ik had alleen een foto].",
        ],
        [
            "Laat ons ook een foto van de telefoon uploaden.",
            "Zet er vooraf bij [hoe groot een bijlage mag zijn|welke bestanden je mag sturen].",
        ],
        about=("formulier", "eenvoudig"),
        products=UPLOADS,
    ),
    Topic(
        "bijlagen uploaden",
        [
            "Het uploaden van [een bijlage|mijn bewijs|een bestand|een foto] [lukte niet|ging pas de vierde keer goed].",
            "Ik kon maar één bestand [toevoegen|meesturen].",
        ],
        [
            "Maak het mogelijk om meerdere bestanden [tegelijk|in één keer] mee te sturen.",
            "Laat zien of een bijlage echt is aangekomen.",
            "Geef een seintje als een bijlage niet goed is overgekomen.",
        ],
        about=("formulier", "eenvoudig"),
        products=UPLOADS,
    ),
    Topic(
        "mobiel",
        [
            "Op mijn telefoon viel [de helft van het scherm weg|de knop buiten beeld].",
            "Op een tablet [werkt het formulier niet|kon ik de datum niet kiezen].",
            "Ik moest [uiteindelijk|alsnog] de laptop pakken, op mijn mobiel lukte het niet.",
            "De letters zijn op een telefoon [veel te klein|niet te lezen].",
        ],
        [
            "Maak het [ook geschikt|beter geschikt] voor de mobiele telefoon.",
            "Een app zou [handig|makkelijk] zijn.",
            "Test het ook eens op een [iPhone|oudere telefoon|tablet].",
            "Grotere knoppen op een klein scherm.",
        ],
        about=("gebruiksvriendelijk", "formulier"),
    ),
    Topic(
        "onduidelijke informatie",
        [
            "Ik wist niet welke [papieren|gegevens|documenten] ik bij de hand moest hebben.",
            "Pas bij stap [vier|vijf|zes] bleek dat ik nog iets anders nodig had.",
        ],
        [
            "Zet vooraf [een lijstje|op één plek] wat je nodig hebt.",
            "Een [stappenplan|filmpje|voorbeeld] zou helpen.",
            "Begin met: dit heeft u nodig voor {ding}.",
        ],
        about=("informatie", "documenten"),
        products=(*APPLICATIONS, "Afspraak maken"),
    ),
    Topic(
        "onduidelijke informatie",
        [
            "Er staat [zoveel|zo veel] tekst dat je het belangrijkste [mist|over het hoofd ziet].",
            "Ik moest [vier|drie|een heleboel] pagina's lezen voor één antwoord.",
        ],
        [
            "Korter en duidelijker, [met kopjes|met opsommingen].",
            "Zet het belangrijkste bovenaan.",
            "Maak van de lappen tekst [een paar plaatjes|vragen en antwoorden].",
        ],
        about=("informatie", "documenten"),
    ),
    Topic(
        "onduidelijke informatie",
        [
            "De informatie [op de pagina|op de site] [klopt niet met|is anders dan] wat er in het formulier staat.",
            "Op de site stond iets anders dan [wat mij aan de telefoon werd verteld|in de mail die ik kreeg].",
        ],
        [
            "Zorg dat overal hetzelfde staat.",
            "Controleer [de teksten|de pagina's] eens op verouderde informatie.",
        ],
        about=("informatie", "documenten"),
    ),
    Topic(
        "onduidelijke informatie",
        [
            "Over mijn situatie ([kamer huren|samengesteld gezin|twee nationaliteiten|tijdelijk inwonend]) stond [niets|helemaal niets].",
            "Mijn geval paste [nergens in|in geen enkel hokje].",
        ],
        [
            "Leg uit wat je moet doen als jouw situatie er niet bij staat.",
            "Zorg dat de veelgestelde vragen ook echt de vragen zijn die mensen hebben.",
            "Voeg een vakje 'anders, namelijk' toe.",
        ],
        about=("informatie", "documenten"),
        products=APPLICATIONS,
    ),
    Topic(
        "taalgebruik",
        [
            "De taal is [erg ambtelijk|veel te moeilijk|alleen te volgen voor juristen].",
            "Ik moest sommige zinnen [drie keer|een paar keer] lezen.",
            "Er staan woorden in die ik moest opzoeken, zoals ['hoofdbewoner'|'belanghebbende'|'rechtsgeldig'|'briefadreshouder'].",
            "Mijn ouders [begrijpen er niets van|haken af bij de eerste zin].",
            "Voor iemand die niet goed Nederlands leest is dit niet te doen.",
        ],
        [
            "Schrijf in gewone mensentaal.",
            "[Maak ook een Engelse versie|Bied het ook in het Engels aan].",
            "Leg moeilijke woorden uit met een [i'tje|voorbeeld].",
            "Gebruik kortere zinnen.",
        ],
        about=("taal",),
    ),
    Topic(
        "lang formulier",
        [
            "Waarom moet ik alles invullen wat [u al weet|de gemeente allang heeft]?",
            "Ik moest [mijn adres|mijn e-mailadres|mijn geboortedatum] [twee keer|drie keer] invullen.",
        ],
        [
            "Vul vast in wat bekend is, [ik ben immers ingelogd|dat scheelt de helft].",
            "Vraag alleen wat u nog niet weet.",
        ],
        about=("formulier", "eenvoudig"),
    ),
    Topic(
        "lang formulier",
        [
            "Het formulier is [veel te lang|lang en omslachtig].",
            "Je ziet nergens hoeveel stappen er nog komen.",
            "Na elke stap komt er weer [een nieuwe|een volgende], er leek geen eind aan te komen.",
        ],
        [
            "Laat zien bij welke stap je bent en hoeveel er nog komen.",
            "Maak het formulier [de helft korter|korter].",
            "Vraag alleen wat echt nodig is voor {ding}.",
        ],
        about=("formulier", "eenvoudig"),
    ),
    Topic(
        "lang formulier",
        [
            "Sommige [verplichte velden|vragen] [slaan nergens op|zijn niet van toepassing] en je kunt ze niet overslaan.",
        ],
        [
            "Verberg vragen die niet van toepassing zijn.",
            "Maak niet elk veld verplicht.",
        ],
        about=("formulier", "eenvoudig"),
    ),
    Topic(
        "geen bevestiging of status",
        [
            "Ik kreeg geen bevestiging en weet dus niet of het is aangekomen.",
            "De bevestigingsmail kwam in de [spam|ongewenste mail] terecht.",
            "De bevestiging [bevatte geen samenvatting|zei alleen 'bedankt'].",
        ],
        [
            "Stuur [meteen|altijd] een [duidelijke bevestiging|bevestiging] per mail, met een samenvatting.",
            "Laat me een kopie van mijn aanvraag downloaden.",
            "Geef na verzenden aan hoe lang het gaat duren.",
        ],
        about=("procedure", "hoe lang"),
    ),
    Topic(
        "geen bevestiging of status",
        [
            "Na het versturen bleef het [weken|ruim een week] stil.",
            "Nergens kan ik zien hoe het met [mijn aanvraag|{ding}] staat.",
        ],
        [
            "Laat zien hoe ver de aanvraag is, [net als bij een pakketje|met een soort balkje].",
            "Een [berichtje|mailtje] als het is afgerond zou [prettig|netjes] zijn.",
        ],
        about=("procedure", "hoe lang"),
        products=(*APPLICATIONS, "Melding openbare ruimte"),
    ),
    Topic(
        "doorlooptijd",
        [
            "Het duurde [twee|drie|vier] weken en er stond vijf werkdagen.",
            "Digitaal aanvragen en dan alsnog [twee weken op de post|tien dagen] wachten.",
            "Ik moest zelf bellen om het in gang te zetten.",
            "Er was haast bij en dat kun je nergens aangeven.",
        ],
        [
            "Geef een realistische termijn.",
            "Stuur het digitaal toe in plaats van met de post.",
            "Maak een spoedoptie.",
            "Sneller afhandelen.",
        ],
        about=("duren",),
        products=BY_POST,
    ),
    Topic(
        "hulp en contact",
        [
            "Ik liep vast en kon nergens [een telefoonnummer|een mailadres|hulp] vinden.",
            "De chat was [niet beschikbaar|offline|alleen een robot die mij niet begreep].",
            "Toen ik belde zeiden ze dat het alleen via de website kon.",
            "Op mijn vraag via het contactformulier is nooit gereageerd.",
        ],
        [
            "Zet het telefoonnummer [duidelijk|bovenaan|op elke pagina] erbij.",
            "Een chat met een echt mens zou [ideaal|fijn] zijn.",
            "Maak een hulpknop in het formulier.",
            "Laat mensen die er niet uitkomen gewoon aan de balie komen.",
        ],
        about=("vragen", "eenvoudig"),
    ),
    Topic(
        "niet digitaal vaardig",
        [
            "Niet iedereen is [handig met de computer|digitaal vaardig], ik ben [74|78|81].",
            "Mijn dochter heeft het voor mij moeten doen.",
            "Ouderen worden [zo buitengesloten|op deze manier vergeten].",
            "Ik heb [een uur|een hele avond] zitten prutsen.",
        ],
        [
            "Laat de mogelijkheid bestaan om het op papier of aan de balie te doen.",
            "Maak een filmpje waarin wordt voorgedaan hoe het moet.",
            "Houd rekening met mensen zonder computer.",
            "Organiseer een spreekuur in de bibliotheek.",
        ],
        about=("gebruiksvriendelijk", "eenvoudig"),
    ),
    Topic(
        "kosten en betalen",
        [
            "Het betalen met iDEAL [ging mis|werd afgebroken|lukte pas de derde keer].",
            "Er is twee keer afgeschreven.",
        ],
        [
            "Stuur een betaalbewijs mee met de bevestiging.",
            "Laat ook [met creditcard|achteraf|met een factuur] betalen.",
        ],
        about=("kosten",),
        products=PAID,
    ),
    Topic(
        "kosten en betalen",
        [
            "Pas bij het afrekenen zag ik wat het kost.",
            "{ding} is [duur|behoorlijk prijzig] voor iets wat ik helemaal zelf invul.",
        ],
        [
            "Zet de kosten [meteen bovenaan|op de eerste pagina].",
            "Digitaal zou goedkoper moeten zijn dan aan de balie.",
        ],
        about=("kosten",),
        products=PAID,
    ),
    Topic(
        "kaart bij melding",
        [
            "Op het kaartje kon ik de [juiste plek|lantaarnpaal|boom] niet aanwijzen.",
            "De locatie versprong steeds naar [het gemeentehuis|een andere straat].",
        ],
        [
            "Maak de kaart preciezer.",
            "Laat je de plek ook gewoon in woorden beschrijven.",
            "Gebruik de locatie van mijn telefoon.",
        ],
        about=("eenvoudig", "gebruiksvriendelijk"),
        products=("Melding openbare ruimte",),
    ),
    Topic(
        "kaart bij melding",
        [
            "Mijn melding is afgesloten zonder dat er iets is gebeurd.",
            "Ik heb dit nu voor de [tweede|derde|vierde] keer gemeld.",
            "Er staat 'opgelost', maar [de tegel ligt nog steeds los|het vuil ligt er nog|de lamp is nog stuk].",
        ],
        [
            "Laat zien welke meldingen er in de buurt al zijn gedaan.",
            "Stuur een foto mee als het is opgelost.",
            "Meld waarom iets niet wordt opgepakt.",
            "Sluit een melding pas als het echt gedaan is.",
        ],
        about=("eenvoudig", "gebruiksvriendelijk"),
        products=("Melding openbare ruimte",),
    ),
    Topic(
        "kaart bij melding",
        [
            "Voor mijn soort melding was er geen categorie.",
        ],
        [
            "Maak een categorie 'overig'.",
            "Laat mij gewoon opschrijven wat er is en zoek de categorie er zelf bij.",
        ],
        about=("eenvoudig", "gebruiksvriendelijk"),
        products=("Melding openbare ruimte",),
    ),
    Topic(
        "verhuizen met meer personen",
        [
            "Het was niet duidelijk of ik [mijn kinderen|mijn partner|mijn inwonende moeder] ook moest aanmelden.",
            "Wie nu precies de hoofdbewoner is [wist ik niet|was mij een raadsel].",
        ],
        [
            "Maak duidelijk wie je allemaal kunt aanmelden.",
            "Laat me aanvinken wie er meeverhuist.",
        ],
        about=("formulier", "informatie"),
        products=("Verhuizing binnen Nederland",),
    ),
    Topic(
        "verhuizen met meer personen",
        [
            "Ik kon geen datum kiezen die verder dan vier weken weg lag.",
            "De datum van de sleutel en de datum van de verhuizing zijn bij mij verschillend, [dat snapte het formulier niet|maar er is één vakje].",
        ],
        [
            "Laat me de verhuizing [eerder|ruim van tevoren] doorgeven.",
            "Leg uit welke datum je moet invullen.",
        ],
        about=("formulier", "informatie"),
        products=("Verhuizing binnen Nederland",),
    ),
    Topic(
        "verhuizen met meer personen",
        [
            "De huurbaas moest iets ondertekenen en dat stond er niet bij.",
            "Voor [een kamer|inwonen bij mijn ouders|een huis in aanbouw] klopt het formulier niet.",
            "Het nieuwe adres werd niet herkend omdat het nieuwbouw is.",
        ],
        [
            "Zet erbij wat huurders moeten meesturen.",
            "Zorg dat [nieuwbouw|elk adres] in het systeem staat.",
        ],
        about=("formulier", "informatie"),
        products=("Verhuizing binnen Nederland",),
    ),
    Topic(
        "verhuizen met meer personen",
        [
            "Na de verhuizing moest ik [de afvalpas|de parkeervergunning|het waterschap] nog apart regelen.",
        ],
        [
            "Geef de verhuizing meteen door aan [het waterschap|de afvalophaler|de parkeerafdeling].",
            "Stuur nieuwe inwoners een welkomstmail met de [afvalkalender|belangrijkste zaken].",
        ],
        about=("formulier", "informatie"),
        products=("Verhuizing binnen Nederland",),
    ),
    Topic(
        "afspraak kiezen",
        [
            "Ik kon niet zien op welke dagen er nog plek was, [je moet elke dag apart aanklikken|dat is zoeken].",
            "Er was pas over [drie|vier] weken plek.",
            "Een afspraak voor [twee|drie] personen tegelijk kan niet.",
            "De afspraak [verzetten|afzeggen] lukte niet via de link in de mail.",
        ],
        [
            "Toon meteen de eerste vrije plek.",
            "Zet de afspraak [automatisch|met een knop] in de agenda.",
            "Maak het mogelijk om meteen voor het hele gezin te boeken.",
            "Stuur een herinnering de dag ervoor.",
        ],
        about=("eenvoudig", "gebruiksvriendelijk"),
        products=("Afspraak maken",),
    ),
    Topic(
        "parkeren regelen",
        [
            "Mijn kenteken [wijzigen|aanpassen] kan alleen door alles opnieuw aan te vragen.",
            "De site stuurde mij door naar [een ander bedrijf|een andere site] en weer terug.",
            "Mijn leaseauto past niet in het formulier.",
            "Het is onduidelijk in welke zone ik woon.",
        ],
        [
            "Laat bewoners zelf het kenteken aanpassen.",
            "Toon de zones op een kaart.",
            "Verleng de vergunning automatisch, of stuur een herinnering.",
            "Alles over parkeren op één plek graag.",
        ],
        about=("informatie", "eenvoudig"),
        products=("Parkeervergunning",),
    ),
    Topic(
        "toegankelijkheid",
        [
            "Met mijn voorleesprogramma [werkt het formulier niet|hoor ik alleen 'knop, knop, knop'].",
            "De grijze letters op wit zijn [slecht leesbaar|niet te lezen als je slecht ziet].",
        ],
        [
            "Meer contrast en grotere letters.",
            "Maak de site geschikt voor [slechtzienden|mensen met een beperking].",
        ],
        about=("gebruiksvriendelijk", "taal"),
    ),
    Topic(
        "toegankelijkheid",
        [
            "De tijd om de code in te vullen is te kort als je langzaam typt.",
        ],
        [
            "Geef mensen meer tijd.",
            "Houd rekening met mensen met een trillende hand.",
        ],
        about=("gebruiksvriendelijk", "taal"),
    ),
    Topic(
        "privacy",
        [
            "Ik vind het raar dat ik [mijn telefoonnummer|een kopie van mijn paspoort|zoveel gegevens] moet opgeven voor {ding}.",
            "In de bevestigingsmail stonden al mijn gegevens, onbeveiligd.",
            "Het is niet duidelijk wat er met mijn gegevens gebeurt.",
        ],
        [
            "Vraag niet meer gegevens dan nodig.",
            "Leg uit waarom u iets wilt weten.",
            "Stuur persoonlijke gegevens niet gewoon per mail.",
        ],
        about=("informatie",),
    ),
    Topic(
        "corona en digitaal",
        [
            "Omdat de balie dicht was moest het wel digitaal, [en juist toen lag het plat|maar niet alles kan digitaal].",
            "De openingstijden op de site waren nog die van voor corona.",
            "Ik moest [toch nog langskomen|alsnog naar de balie], terwijl er overal staat dat je thuis moet blijven.",
        ],
        [
            "Zet duidelijk wat er door corona anders is.",
            "Maak alles [volledig digitaal|van begin tot eind digitaal].",
            "Zet de laatste wijzigingen met datum bovenaan de pagina.",
        ],
        about=("informatie",),
        since=CORONA,
        products=(*APPLICATIONS, "Afspraak maken"),
    ),
]

PRAISE = [
    [
        "Het ging [heel|erg|lekker] [makkelijk|vlot|eenvoudig].",
        "Binnen [vijf|tien] minuten [klaar|geregeld].",
        "[Makkelijk|Simpel] en snel.",
        "Vlot geregeld vanaf de bank.",
    ],
    [
        "Het formulier was [duidelijk|overzichtelijk|zo ingevuld].",
        "De stappen waren [helder|goed te volgen].",
        "[Duidelijke|Heldere] vragen.",
        "Alles sprak voor zich.",
    ],
    [
        "[Fijn|Handig|Mooi] dat {ding} [digitaal|online] kan.",
        "Fijn dat je er niet meer voor naar het stadhuis hoeft.",
        "Heerlijk dat het [ook 's avonds|in het weekend] kan.",
    ],
    [
        "Ik kreeg [meteen|direct|keurig] een bevestiging.",
        "De volgende dag was het [al verwerkt|al rond].",
        "Ik ben [heel tevreden|tevreden].",
        "[Niets op aan te merken|Prima zo].",
    ],
]

LEADS = [
    "Het is [gelukt|uiteindelijk gelukt]",
    "{ding} is [geregeld|uiteindelijk geregeld]",
    "Ik ben er [uitgekomen|uiteindelijk uitgekomen]",
    "Op zich [werkt het|geen ramp]",
    "Verder [ging het goed|prima]",
    "Het idee is goed",
]

THANKS = [
    "Dank jullie wel.",
    "Ga zo door.",
    "Complimenten voor de [site|makers].",
    "[Petje af|Chapeau].",
    "[Graag meer van dit soort formulieren|Zo mag het altijd gaan].",
]

OPENINGS = {
    ANGRY: [
        "Wat een [drama|ellende|gedoe].",
        "Ik ben er [bijna|na drie avonden] mee opgehouden.",
        "Dit noemt u [dienstverlening|een digitaal loket]?",
        "[Zeer|Heel] gebruiksonvriendelijk.",
        "Ik werk zelf in de ICT en dit [kan echt niet meer|is tien jaar achterhaald].",
        "[Om moedeloos van te worden|Frustrerend].",
    ],
    NEUTRAL: [
        "Het [lukte uiteindelijk wel|ging net|was te doen].",
        "Het ging om {ding}.",
        "In grote lijnen [prima|goed].",
        "Paar [puntjes|dingetjes].",
        "Het kan [beter|simpeler].",
    ],
    KIND: [
        "[Over het algemeen|Al met al] [goed|heel goed] geregeld.",
        "Een kleine [opmerking|tip].",
        "Bijna perfect.",
        "Ik ben [tevreden|blij] met het digitale loket.",
        "Weinig op aan te merken.",
    ],
}

CLOSINGS = {
    ANGRY: [
        "Zo jaag je de mensen weg.",
        "Ik ben [uiteindelijk|daarna] maar gaan bellen.",
        "Dit moet [echt|snel] beter.",
        "Het heeft me een [vrije avond|halve zaterdag] gekost.",
        "In 2020 moet dit toch [kunnen|beter kunnen].",
        "De volgende keer ga ik [gewoon|weer] naar de balie.",
    ],
    NEUTRAL: [
        "Dat zou schelen.",
        "Dat voorkomt [veel vragen|telefoontjes].",
        "Verder [ging het goed|prima].",
        "Andere gemeenten doen dat [al|ook].",
        "Kijk daar eens naar.",
    ],
    KIND: [
        "Verder [top|alles prima|niets dan lof].",
        "Maar dat is een detail.",
        "Voor de rest [goed|duidelijk|werkt het prima].",
        "Dan is het [helemaal af|perfect].",
    ],
}

WHOLE = {
    ANGRY: [
        "Ik heb een gewoon baantje, twee kinderen en precies één uur op een avond voor dit soort dingen. Dat uur ging op aan zoeken waar ik moest zijn. De tweede avond ging op aan inloggen, want de code kwam pas na tien minuten en was toen verlopen. De derde avond heb ik alles ingevuld en bij het verzenden kreeg ik een wit scherm. Of het is aangekomen weet niemand. Aan de telefoon zeiden ze: wacht maar tien werkdagen af. Als dit makkelijker is dan de balie, dan wil ik weten voor wie.",
        "Voor de duidelijkheid: ik ben systeembeheerder. Het formulier controleert pas op de laatste pagina of het e-mailadres op de eerste pagina klopt. Ga je terug, dan is pagina drie leeg. Vul je die opnieuw in, dan is de sessie verlopen. Dat is geen gebruikersfout, dat is gewoon slecht gebouwd.",
        "Ik heb het formulier vier keer ingevuld. Vier keer! De eerste keer liep de tijd af, de tweede keer lag DigiD eruit, de derde keer vond hij mijn huisnummer te lang en de vierde keer stond er 'bedankt' zonder enig bewijs. Gisteren een brief dat ze niets van mij hebben ontvangen.",
        "Haal die cookiemelding weg, die komt op elke pagina opnieuw.",
        "NIET TE DOEN OP EEN TELEFOON",
        "Die chatbot is een gimmick. Ik vroeg naar een uittreksel en kreeg de openingstijden van het zwembad.",
        "Gewoon weer een echt loket openen. Klaar.",
        "Ik word van pagina naar pagina gestuurd en kom uit bij een pdf die ik moet printen, tekenen en opsturen. En dat heet digitaal.",
        "er staat neem contact op met de gemeente maar als je belt zeggen ze kijk op de website. hou toch op",
        "Zonde van mijn tijd.",
        "De link in de mail verloopt na een uur. Ik werk. Ik lees mijn mail 's avonds. Dus ik kon opnieuw beginnen, en de dag erna nog een keer.",
        "Mijn dubbele achternaam past niet in het vakje. Al dertig jaar niet trouwens.",
        "Schaf een fatsoenlijk systeem aan en laat het testen door mensen van boven de zestig.",
        "Als je op help klikt krijg je een lijst van 43 vragen. Mijn vraag stond er niet bij. Daarna ben je terug bij af.",
        "Waardeloos.",
        "Wie heeft dit bedacht?",
        "De captcha met de verkeerslichten. Zeven keer. Ik ben dus een robot.",
        "Drie keer geprobeerd en vervolgens 'aanvraag mislukt'. Aan de telefoon: wacht u het maar even af mevrouw.",
        "Ik ben blind en kom er niet doorheen zonder hulp van mijn buurvrouw, die nu dus mijn gegevens kent. Er bestaat een wet die zegt dat dit toegankelijk moet zijn.",
        "Alles in hokjes. Mijn leven past niet in hokjes.",
    ],
    NEUTRAL: [
        "Duidelijker.",
        "Ik deed het samen met mijn moeder van 77. Zij kon de vragen goed lezen, maar bij elke knop vroeg ze of het wel veilig was. Zet er eens bij wat er gebeurt als je op een knop drukt, en dat je altijd nog terug kunt. Ook de woorden 'sessie' en 'browser' zeggen haar niets. Uiteindelijk is het gelukt en was ze best trots.",
        "Zet het formulier bovenaan en de uitleg eronder in plaats van andersom.",
        "De terugknop van de browser zou gewoon moeten werken.",
        "Laat even zien welke bestandstypen mogen, ik had HEIC van mijn iPhone en dat snapte hij niet.",
        "Misschien een donkere modus?",
        "Het formulier vraagt om een vast telefoonnummer. Wie heeft dat nog?",
        "Maak het inloggen ook mogelijk met een Europese inlog, ik werk in Duitsland.",
        "Een samenvatting om te controleren vóór het verzenden zou ik fijn vinden.",
        "Ik zou graag een kopie in mijn Berichtenbox krijgen, nu staat alles verspreid over drie mailtjes.",
        "Laat bij datum gewoon typen in plaats van 40 jaar terugklikken in een kalendertje.",
        "Ik wilde iets wijzigen nadat ik het had verstuurd en dat kan niet. Nu is er een tweede aanvraag en zijn ze bij jullie vast in de war.",
        "Meer in het engels please, half of my street is expat.",
        "de site is traag, vooral savonds",
        "Er staat 'klik hier' op vier plaatsen en ze gaan alle vier ergens anders heen.",
        "Spreek af met jezelf: je of u. Nu staat het door elkaar.",
        "Handig als je kunt kiezen voor post of mail.",
        "Kan MijnOverheid hier niet gewoon aan gekoppeld worden?",
        "Foto's in plaats van lange lappen tekst.",
        "Ik miste een printversie.",
        "Laat de breadcrumb staan, dan weet ik waar ik ben.",
        "De tijden op de site kloppen niet met die op Google.",
        "Wanneer komt er eindelijk glasvezel in onze wijk? Dan kan ik dit ook fatsoenlijk invullen.",
        "Vraag hoef je niet te stellen als ik bij vraag 2 al nee heb ingevuld.",
        "Ik vond het wel meevallen, maar ik ben 28. Mijn oma kan dit niet.",
        "Een voortgangsbalk. En een beetje kleur.",
        "Bij 'aanhef' kan ik alleen kiezen uit de heer of mevrouw.",
        "Alles stond er wel, maar in een volgorde die alleen logisch is voor wie bij de gemeente werkt.",
        "Graag een duidelijk onderscheid tussen wat ik digitaal kan afronden en waarvoor ik alsnog langs moet komen.",
        "Stuur geen brief én een mail én een sms. Eén is genoeg.",
        "de datum moet met streepjes, niet met puntjes, dat mag er best bij staan",
        "Er wordt gevraagd naar een referentienummer dat nergens op de brief staat.",
        "Zet een geschatte invultijd bij elk formulier.",
        "Ik heb als gemachtigde voor mijn vader moeten inloggen, dat machtigen was ingewikkelder dan de aanvraag zelf.",
        "Laat na het inloggen mijn lopende zaken zien.",
        "Het zou mooi zijn als je met één keer inloggen meerdere dingen kunt regelen, ik moest voor elk formulier opnieuw.",
        "Ik kreeg deze enquête al voordat mijn aanvraag was afgehandeld. Beetje vroeg.",
    ],
    KIND: [
        "Gewoon goed.",
        "Drie jaar geleden heb ik bij jullie hetzelfde aangevraagd en toen was het een ramp. Nu stond bijna alles al ingevuld, kon ik op mijn telefoon verder waar ik op de laptop was gebleven en had ik na vijf minuten een bevestiging. Er zit duidelijk iemand die nadenkt over hoe gewone mensen dit doen. Het enige dat ik nog zou veranderen is de mail, die is lang en het belangrijkste staat onderaan.",
        "Geen. Ging in een keer goed, op de bank met een kop thee.",
        "Mooie rustige site. Misschien de zoekbalk iets groter.",
        "Als ik iets moet noemen: onthoud de volgende keer mijn e-mailadres.",
        "Ik dacht dat het een heel gedoe zou worden maar het was in zes klikken klaar. Tip voor de rest van de overheid: kom hier kijken.",
        "Zet bij de bevestiging ook een linkje voor in de agenda, verder echt top.",
        "Leuk filmpje met uitleg, doe dat bij meer onderwerpen.",
        "Handig dat mijn adres al was ingevuld. Doe dat ook met het telefoonnummer.",
        "Complimenten, dit is in mijn vorige gemeente een stuk ingewikkelder. Het enige dat ik miste was een bevestiging in gewone taal.",
        "Eindelijk een formulier dat op mijn telefoon werkt!!",
        "Alles werkte. Alleen de kleur van de knop: lichtgroen op wit zie ik slecht.",
        "Ik ben 83 en het is gelukt, zonder kleinkinderen. Een groter lettertype had geholpen.",
        "De uitleg over welke stukken ik nodig had was heel duidelijk. Kan die ook als lijstje om af te vinken?",
        "Prima, laat zo!",
        "Mooi dat je achteraf kunt zien wie ermee bezig is. Een verwachte einddatum erbij en het is perfect.",
        "Maak er een app van, dan staat 'ie naast mijn bank op het scherm.",
        "Snelle reactie van een medewerker op mijn vraag via de mail, heel fijn. Misschien haar naam bij het formulier zetten als contact.",
        "Werkte gelijk de eerste keer met de DigiD-app. Alleen de bevestiging belandde in mijn spam.",
        "Ik vind het fijn dat er nog steeds een telefoonnummer bij staat voor als het niet lukt. Laat dat alsjeblieft staan.",
        "Goed dat jullie vragen wat wij ervan vinden.",
        "Ik zou willen dat alle formulieren van jullie zo kort waren.",
        "Top, op zondagavond geregeld.",
        "Eén taalfoutje gezien: 'uw aanvraag word verwerkt'. Verder niets dan lof.",
    ],
}

BY_PRODUCT = {
    "Verhuizing binnen Nederland": [
        (KIND, "Doe hetzelfde met de afvalpas, die moet nog steeds op papier."),
        (
            ANGRY,
            "Jullie systeem zegt dat mijn adres niet bestaat. Ik woon er elf jaar.",
        ),
        (
            KIND,
            "Een vinkje 'mijn gezin verhuist mee' was er al en dat scheelde zoveel werk.",
        ),
        (
            ANGRY,
            "Verhuisd binnen dezelfde flat, van nummer 12 naar 48, en het systeem weigert omdat ik 'al op dit adres sta ingeschreven'. Nee dus.",
        ),
        (
            ANGRY,
            "Doorgegeven op de eerste van de maand, verwerkt op de twintigste, en ondertussen geen toeslag. Wie vergoedt mij dat?",
        ),
        (
            NEUTRAL,
            "Bij een verhuizing zou ik graag meteen de afvalpas en de parkeervergunning regelen, nu zijn dat drie losse formulieren.",
        ),
        (
            NEUTRAL,
            "Ik verhuisde met mijn partner maar hij moest alles apart nog een keer invullen. We hebben toch hetzelfde adres?",
        ),
        (
            NEUTRAL,
            "Zet erbij dat je pas vanaf vier weken voor de verhuisdatum mag doorgeven, ik was te vroeg en kreeg alleen een foutmelding.",
        ),
        (NEUTRAL, "huurcontract moest erbij, stond nergens."),
        (
            KIND,
            "Verhuizing in drie minuten doorgegeven tussen de dozen. Een welkomstkaartje zou leuk zijn!",
        ),
        (
            KIND,
            "Heel makkelijk. Geef nieuwe bewoners een linkje naar de afvalkalender, daar liep ik een week later tegenaan.",
        ),
    ],
    "Uittreksel BRP": [
        (
            ANGRY,
            "Ik moest een vraag beantwoorden over mijn overleden man als 'ex-partner'. Er was geen ander hokje. Dat doet pijn, doe daar iets aan.",
        ),
        (
            ANGRY,
            "Ik had het uittreksel dezelfde dag nodig en het kwam na zes dagen per post. Digitaal aanvragen, per post ontvangen. Hallo?",
        ),
        (
            NEUTRAL,
            "Leg uit welk soort uittreksel je voor welke instantie nodig hebt. Ik had het verkeerde en moest opnieuw betalen.",
        ),
        (NEUTRAL, "Een digitaal gewaarmerkt uittreksel als pdf zou fantastisch zijn."),
        (
            NEUTRAL,
            "Ik zocht op 'bewijs van inschrijving' en kreeg niks. Onder 'uittreksel' wel. Dat weet een gewoon mens niet.",
        ),
        (
            KIND,
            "Uittreksel zat twee dagen later in de bus. Netjes! Internationale versie als keuze erbij zou ik prettig vinden.",
        ),
        (KIND, "Snel, alleen had ik graag meteen twee exemplaren besteld."),
    ],
    "Melding openbare ruimte": [
        (
            NEUTRAL,
            "Zorg voor een link naar de wijkagent want daar ging mijn vraag eigenlijk over.",
        ),
        (
            ANGRY,
            "Derde melding over dezelfde scheve stoeptegel. Mijn buurvrouw is er inmiddels over gevallen. Status: afgehandeld. Ja, zij ook.",
        ),
        (
            ANGRY,
            "Al sinds februari is de lantaarnpaal kapot. Elke maand meld ik het en elke maand krijg ik 'uw melding is in behandeling genomen'. Het is hier pikdonker en er lopen kinderen.",
        ),
        (
            ANGRY,
            "Ratten in het plantsoen gemeld. Antwoord: niet van ons maar van de woningcorporatie. Regel dat dan onderling.",
        ),
        (
            NEUTRAL,
            "Als meerdere mensen hetzelfde melden, laat dat dan zien. Dan hoef ik het niet nog eens te doen.",
        ),
        (
            NEUTRAL,
            "De app van de gemeente ernaast laat zien wanneer de ploeg langskomt, dat zou hier ook fijn zijn.",
        ),
        (NEUTRAL, "Er is geen categorie voor geluidsoverlast van de warmtepomp."),
        (
            NEUTRAL,
            "bijgeplaatst vuil bij de container wordt wel snel gehaald maar de volgende dag ligt het er weer, misschien camera?",
        ),
        (
            KIND,
            "Boomtak gemeld op maandag, dinsdag weg. Wauw. Stuur de mannen van de buitendienst mijn groeten.",
        ),
        (
            KIND,
            "Fijn dat je een foto kunt meesturen. Kun je ook een filmpje toestaan? Het ging om een fontein die raar deed.",
        ),
    ],
    "Parkeervergunning": [
        (
            NEUTRAL,
            "Ik had liever meteen gezien dat ik er niet voor in aanmerking kwam. Nu wist ik dat pas na elf vragen.",
        ),
        (
            ANGRY,
            "Auto in de garage, leenauto voor twee weken, en dan moet ik een nieuwe vergunning aanvragen en betalen. Dat bedenkt toch niemand die zelf een auto heeft?",
        ),
        (
            ANGRY,
            "Vier parkeerboetes gekregen terwijl mijn vergunning 'in behandeling' was.",
        ),
        (
            NEUTRAL,
            "De bezoekersregeling snap ik nog steeds niet. Tegoed, uren, zones, het staat op drie pagina's.",
        ),
        (NEUTRAL, "Stuur een mailtje als de vergunning bijna verloopt."),
        (NEUTRAL, "Kenteken wijzigen moet met één klik kunnen."),
        (
            KIND,
            "Vergunning stond dezelfde middag op kenteken. Geen kaartje meer achter de ruit, ideaal. Alleen het bezoekersdeel kan wat simpeler.",
        ),
    ],
    "Afspraak maken": [
        (
            ANGRY,
            "Er is NOOIT plek op een tijdstip dat een werkend mens kan. En als er wel een plek is, is die weg tegen de tijd dat ik mijn gegevens heb ingevuld.",
        ),
        (
            NEUTRAL,
            "Zorg dat de knop 'later dan' ook werkt, ik kon alleen de komende week zien.",
        ),
        (
            NEUTRAL,
            "Ik wilde voor mij en mijn zoontje een afspraak, maar het systeem gaf ons twee tijden met een uur ertussen.",
        ),
        (
            NEUTRAL,
            "Vermeld bij de afspraak welke documenten mee moeten, en niet pas in de mail.",
        ),
        (
            KIND,
            "Afspraak zo gemaakt. Met de QR-code kon ik me aanmelden bij de zuil, slim.",
        ),
    ],
    "VOG": [
        (
            NEUTRAL,
            "Niet duidelijk of ik de VOG bij de gemeente of bij Justis moest aanvragen. Bleek allebei te kunnen.",
        ),
        (
            ANGRY,
            "Mijn werkgever had het verkeerde profiel aangevinkt en ik kan dat zelf niet wijzigen. Alles opnieuw, ook betalen.",
        ),
        (NEUTRAL, "Uitleg over de screeningsprofielen ontbreekt."),
        (
            KIND,
            "VOG binnen vier dagen in huis, prima. Graag ook zien in welke fase hij zit.",
        ),
    ],
    "Geboorteaangifte": [
        (
            KIND,
            "Midden in de nacht met een baby op de arm de aangifte gedaan. Wat een uitkomst. Alleen het veld voor de verloskundige was even zoeken.",
        ),
        (
            NEUTRAL,
            "Met een keuze voor de dubbele achternaam kon het niet digitaal, dat bleek pas op het laatst.",
        ),
        (
            ANGRY,
            "Drie dagen de tijd voor de aangifte en dan ligt het systeem er twee van uit. We hadden wel wat anders aan ons hoofd.",
        ),
        (
            KIND,
            "Zo lief, die felicitatie op het laatste scherm. Tip: zet er meteen bij hoe je een ID-kaart aanvraagt.",
        ),
    ],
    "Huwelijk/partnerschap": [
        (
            NEUTRAL,
            "Bij het melden van het huwelijk konden we maar twee getuigen invullen, we willen er vier.",
        ),
        (
            NEUTRAL,
            "Een kalender met vrije tijden per trouwlocatie zou veel heen en weer bellen schelen.",
        ),
        (
            ANGRY,
            "Alles ingevuld, en dan belt er iemand dat onze datum al weg is. Waarom kon ik hem dan kiezen?",
        ),
        (KIND, "Melding huwelijk was verrassend makkelijk. Nu het feest nog."),
    ],
    "Emigratie": [
        (
            NEUTRAL,
            "Over vertrek naar België staat andere informatie dan over de rest van de wereld, dat had ik eerst niet door.",
        ),
        (
            ANGRY,
            "Wij zijn al vertrokken en nu vraagt het formulier een Nederlands telefoonnummer. Dat heb ik dus niet meer.",
        ),
        (
            KIND,
            "Uitschrijven voor vertrek ging prima. Een lijst met 'denk ook aan' zou mooi zijn, zoals zorgverzekering en stemmen.",
        ),
    ],
    "Vermissing reisdocument": [
        (
            NEUTRAL,
            "Maak duidelijk dat je bij een vermissing ook nog aangifte bij de politie moet doen, of juist niet.",
        ),
        (
            ANGRY,
            "Portemonnee kwijt, ID kwijt, en om dat te melden moet ik inloggen met een DigiD-app waarvoor ik mijn ID moet scannen.",
        ),
    ],
    "Bewijs van in leven zijn": [
        (
            NEUTRAL,
            "Mijn buitenlandse pensioenfonds wil een stempel, en een stempel kan niet digitaal. Zet dat er dan bij.",
        ),
        (
            KIND,
            "Fijn dat ik dit nu van huis uit kan doen, reizen gaat niet meer zo goed.",
        ),
    ],
    "Briefadres": [
        (
            ANGRY,
            "Ik slaap bij vrienden en heb geen adres, en het eerste veld is: uw adres. Verplicht.",
        ),
        (
            NEUTRAL,
            "De voorwaarden voor een briefadres zijn moeilijk te begrijpen, graag in gewone taal.",
        ),
    ],
}

SHORT = {
    ANGRY: [
        "[Veel te|Te] [ingewikkeld|omslachtig|traag|onduidelijk].",
        "Werkt niet[.|!]",
        "[Alles|De hele site] [opnieuw bouwen|makkelijker maken].",
        "Weer [gewoon|alles] aan de balie.",
        "[Snellere|Betere] website.",
    ],
    NEUTRAL: [
        "[Duidelijker|Overzichtelijker|Simpeler|Korter] [formulier|maken].",
        "[Betere|Duidelijkere] [zoekfunctie|uitleg|informatie|menu's].",
        "[Minder|Kortere] [tekst|vragen|stappen].",
        "[Telefoonnummer|Mailadres|Prijs|Levertijd] erbij zetten.",
        "Makkelijker [inloggen|te vinden|maken].",
        "[Grotere letters|Betere knoppen|Meer contrast].",
        "[Bevestiging|Ontvangstbewijs] sturen.",
    ],
    KIND: [
        "[Zo houden|Ga zo door|Houden zo]!",
        "[Een app|Engelse versie|Voortgangsbalk] zou [fijn|leuk|mooi] zijn.",
        "[Iets|Wat] [snellere|duidelijkere] bevestiging.",
        "[Prima|Top|Goed] [zo|geregeld|loket].",
        "Nog [meer|andere] dingen digitaal.",
        "[Geen tips|Geen suggesties], [werkte goed|was duidelijk|ging makkelijk].",
    ],
}

PERSONAL = [
    (ANGRY, "", "Ik wil hierover gebeld worden: 06 12 34 56 78, na vijven."),
    (
        NEUTRAL,
        "",
        "Mijn mail is marieke.dekker@example.nl, daar is nooit een bevestiging op binnengekomen.",
    ),
    (
        ANGRY,
        "",
        "Mijn burgerservicenummer 123456782 werd niet geaccepteerd door het formulier, hij zei dat het ongeldig is.",
    ),
    (
        NEUTRAL,
        "Parkeervergunning",
        "Bij kenteken 12-ABC-3 kan ik geen tweede auto toevoegen aan de vergunning.",
    ),
    (
        ANGRY,
        "Uittreksel BRP",
        "Het geld is afgeschreven van NL88FICT0001234567 maar ik heb niets ontvangen. Graag terugstorten.",
    ),
    (
        KIND,
        "",
        "Dank aan Sanne Visser van het klantcontactcentrum, die mij door het formulier heeft gepraat. Zet haar in het zonnetje.",
    ),
    (
        NEUTRAL,
        "Verhuizing binnen Nederland",
        "Ons huis, 9999 XX 14, staat als 14a in het systeem. Waar kan ik dat laten wijzigen?",
    ),
    (
        ANGRY,
        "",
        "Zaak 2020-0098712 staat al acht weken op 'in behandeling'. Dat kan toch niet waar zijn?",
    ),
    (
        NEUTRAL,
        "",
        "Stuur de bevestiging naar k.yilmaz@voorbeeld.example.nl en niet naar mijn oude adres. Telefoonnummer is +31 6 87654321.",
    ),
    (
        ANGRY,
        "",
        "Ik, dhr. P.J. Hendriks, geboren 14-02-1951, heb deze aanvraag nu drie keer gedaan. Waar blijft mijn antwoord?",
    ),
    (
        KIND,
        "",
        "Het was even zoeken maar mijn zoon Daan heeft me geholpen. Misschien een filmpje voor oudjes zoals ik, groetjes Ria Bakker.",
    ),
    (
        NEUTRAL,
        "Verhuizing binnen Nederland",
        "Onder BSN 999990019 staat nog steeds mijn oude adres. Ik dacht dat dit digitaal meteen goed zou staan.",
    ),
]

ODD = [
    (NEUTRAL, "", "<b>Vet</b> irritant die pop-ups <script>alert('hallo')</script>"),
    (
        NEUTRAL,
        "",
        "Zet een plaatje bij elke stap, zo: ![stap 1](https://example.nl/x.png) en dan **vet** wat belangrijk is.",
    ),
    (
        ANGRY,
        "",
        '=HYPERLINK("https://example.nl";"klik hier") staat er letterlijk in de mail die ik kreeg',
    ),
    (KIND, "", "👍👍 makkelijk!"),
    (NEUTRAL, "", '+ duidelijke taal; - te veel schermen; - geen "opslaan"-knop'),
    (NEUTRAL, "", "asdfghjkl"),
]

DIGITAAL_TIPS = Bank(
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
        "Verhuizing binnen Nederland": [
            "mijn verhuizing",
            "een verhuizing",
            "onze verhuizing",
        ],
        "Uittreksel BRP": ["een uittreksel", "een uittreksel uit de BRP"],
        "Melding openbare ruimte": [
            "een melding",
            "een melding over de straatverlichting",
            "een melding over zwerfafval",
            "een melding over een losse stoeptegel",
        ],
        "Parkeervergunning": ["een parkeervergunning", "mijn parkeervergunning"],
        "Afspraak maken": ["een afspraak", "een afspraak voor mijn paspoort"],
        "VOG": ["een VOG", "mijn VOG"],
        "Geboorteaangifte": ["de geboorteaangifte", "de aangifte van onze zoon"],
        "Huwelijk/partnerschap": ["ons huwelijk", "de melding van ons huwelijk"],
        "Emigratie": ["mijn vertrek naar het buitenland", "de uitschrijving"],
        "Vermissing reisdocument": [
            "de vermissing van mijn paspoort",
            "de vermissing van mijn rijbewijs",
        ],
        "Bewijs van in leven zijn": ["een bewijs van in leven zijn"],
        "Briefadres": ["een briefadres"],
    },
)
