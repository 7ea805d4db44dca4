"""The words by which names are told: lists of names, and what stands before, in and behind a name.

The lists of names are those of `deduce` (de-identification of Dutch medical texts). Its own rules are not used:
they take over two minutes to prepare at the first start, know hospitals rather than counters, and cover
places and half of "Bedankt Jan".
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path

from lib.survey.words import normalise

# Before a name in any case: "mevrouw de vries", "dhr. Yilmaz".
TITLES = frozenset(
    """
    mevrouw mevr mw mvr mevrouwtje juffrouw juf mejuffrouw mej meneer menneer mijnheer dhr hr heer heren dames familie fam
    dokter dr drs ir ing prof professor wethouder burgemeester notaris meester mrs mister miss madame monsieur
    """.split()
)
STREET_TITLES = frozenset("dokter dr ds prof professor burgemeester mr".split())  # "de Burgemeester Colijnweg"
SHORT_TITLES = frozenset("mevr mw mvr mej dhr hr fam dr drs ir ing mr mrs prof".split())  # a full stop may follow
GREETINGS = frozenset("groet groetjes groeten mvg".split())
# Before a name with a capital, also one that is in no list.
PEOPLE = frozenset(
    """
    collega medewerker medewerkster baliemedewerker baliemedewerkster telefoniste telefonist consulent consulente
    receptionist receptioniste gastheer gastvrouw ambtenaar stagiair stagiaire bode dame man vrouw jongen jongeman
    zoon dochter vader moeder broer zus zusje partner echtgenoot echtgenote buurman buurvrouw vriend vriendin opa oma oom tante
    lieve aardige vriendelijke geduldige behulpzame onvriendelijke chagrijnige
    heet heette heten genaamd namens ene name groet groetjes groeten mvg naam namen
    """.split()
)
# Before a name that can also be a word: "geholpen door Roos", "Bedankt Wil!".
THANKS = frozenset("door bedankt dank dankjewel dankzij hulde topper collega groetjes groet met".split())
ASKED = frozenset("vroeg vraag vragen gevraagd informeerde zocht zoek".split())
PRAISE = frozenset(
    "dank dankjewel bedankt compliment complimenten lof hulde pluim groet groeten groetjes bloemen".split()
)
CALLED = frozenset("heet heette heten genaamd".split())
# Between title and name, or between a word for a person and the name.
LINKS = frozenset("is was heet heette genaamd met de naam".split())
INTERFIX = frozenset(
    "van de der den het ten ter te t in aan op bij el al la le du di da dos das von zu bin ben ibn op d s v vd vdr".split()
)
# Words that are in a list of names as well. Written small, or at the start of a sentence, they are no name.
_ORDINARY = frozenset(
    """
    akker albert alike amber amor amro an angel aria assen aurora baas bak bakker balk bars basil beau beek belle bene berk
    berlijn berry bert beuk bijl bin bisschop blank bloemen bode boer bon boor boot borst both bouw box braad broeder bron bulk
    butt can candy carry cherry clay cliff constant crystal daisy dal dan dawn day dekker dijk dingen does don done dot drop
    duim duin duke earl eindhoven eisen els else engel eve faith fase fee flint floors fontein frank gast ginger given glen
    gloria goes gok gordijn gouda graaf grace haag haak hak hang harder harm harte has haven hazel heather heijn held hof
    hofje hok holm hope hout hover hulst ids immers iris ivy jade jasmijn job joy jozef just kaal kabel kam keizer kelder ken
    ketting kil kin kinds king klap knip knoop knop koop kraan krab kras kuiper kuit laan lake lap leen len lente lie lies
    lily linde line link lint lock lof lotte luna maria mark marks marokko math may meester mens mees mercy meta meter middag
    molenaar muis my nagel nan neef nijmegen niks noel noor nota ocean paarl pardon pater paus pearl peer pepper philips pie
    pip pit plak ploeg pluim poll pop post pot prince prins put puts ramp rem rene ridge riem river roos rosa rose ruby said
    schakelaar schat schep schilder schipper schoen schoenen schoop schop schotten schreven sem sep seven skip slag slager
    sluis smid snoei sol span spier spijker sprong stam steeg stella stelling storm streng strijk sunny super sweep take talen
    tang tap ties tim timmer timmerman tip tool toren veld victoria vinken viola violet visser volk wang warning weide went
    will win worst zaal zomer zwart alle als ans al mei mag bas wil ad do best mooi goed jong lang bank brief groot klein wit
    bruin vos haan koning koster smit mulder hart kok ster wolf licht moed vrede blij zonder kamp brug berg bos dam
    velden heuvel poort noord oost zuid west kort dik recht bloem schaap vogel dokter kerk kerken winkel boom appel
    broek hoek kant loop baan bond snel stad dorp land tuin horst rijk raad hoofd hand oog tand zee meer bel loos roest rust rond vast
    """.split()
)
# Never a name without a title in front, however it is written: what offices, products and software are called.
OTHER_CAPITALS = frozenset(
    """
    digid idin eherkenning brp vog bsn pgb wmo woz uwv svb ind cbr rdw ggd mijnoverheid overheid gemeente gemeentes gemeentehuis
    stadhuis stadskantoor stadswinkel balie balies loket digitaal burgerzaken paspoort rijbewijs identiteitskaart uittreksel
    google apple samsung microsoft windows android iphone ipad chrome firefox safari edge outlook gmail hotmail whatsapp
    facebook instagram youtube ikea hema albert jumbo lidl postnl ideal tikkie pin maestro visa ziggo kpn vodafone
    nederland nederlands nederlandse nederlander belgie duitsland duits duitse frankrijk frans franse engels engelse spanje
    turkije turks turkse marokko marokkaans marokkaanse suriname surinaams polen pools poolse europa europese syrie oekraine
    maandag dinsdag woensdag donderdag vrijdag zaterdag zondag januari februari maart april mei juni juli augustus september
    oktober november december kerst pasen pinksteren corona covid koningsdag sinterklaas
    """.split()
)
# Words that start a sentence or stand beside a title and are never the name that is sought.
FUNCTION_WORDS = frozenset(
    """
    ik u uw je jij jullie we wij ze zij hij het een de dit dat die deze er is was zijn waren ben bent heb heeft had hebben werd
    wordt worden kan kon kunnen moet moest mag wil wilde zou gaat ging doen deed niet geen nooit altijd wel ook al nog maar en
    of want omdat als dan toen bij voor met naar om over uit door zonder tot sinds te heel erg zeer aan achter op in van per
    hoe wat waar wie waarom welke alle alles iets niets iemand niemand meer minder beter dank bedankt goed fijn top prima
    vriendelijk vriendelijke aardig aardige hielp helpt gaf zei vroeg legde nam keek kwam stond zat belde achter daar hier mij
    mijn me hem haar hun ons onze zich zo hierbij balie loket telefoon kantoor gemeente beste geachte hallo hoi goedemorgen
    goedemiddag namelijk helaas graag snel ligt lag legt staat komt krijgt heet groet groeten groetjes tip tips kinderwagen rolstoel kind kinderen baby jaar jaren
    """.split()
)
# What is said of a person, soon after a name that is a word too: "Roos was heel geduldig".
OF_PERSONS = frozenset(
    """
    vriendelijk vriendelijke aardig aardige geduldig geduldige behulpzaam kortaf lief lieve attent beleefd onbeleefd professioneel
    deskundig chagrijnig bot nors ongeduldig rustig correct bereid top geweldig fantastisch kundig medewerker medewerkster collega
    schat topper held heldin meedenkend betrokken
    """.split()
)
# Surnames that are trades as well: inside a sentence with a capital they are a name.
TRADES = frozenset(
    """
    bakker visser smit smits mulder dekker kok kuiper kuipers koster kramer molenaar slager schipper timmerman brouwer
    schouten meijer
    """.split()
)
# First names that are flowers and the like: told from those by a word for a person just before.
FLOWERS = frozenset("iris roos jasmijn fleur luna lotte noor bas sem daan mees".split())
# Ends of names of streets, squares and buildings: "Willem-Alexanderplein" is nobody.
PLACE_ENDS = tuple(
    "plein straat laan weg gracht kade singel park brug school ziekenhuis huis hal plantsoen zaal tunnel stadion college gebouw centrum".split()
)
# The names in these are nobody's.
SAYINGS = re.compile(
    r"\b(?:joost mag (?:het )?weten|jan (?:en alleman|rap|modaal|met de pet|boezeroen|salie)|jip[- ]en[- ]janneke\w*|pietje precies|"
    r"piet snot|brave hendrik|sinterklaas|sint[- ]nicolaas|zwarte piet|douwe egberts|albert heijn|dirk van den broek|van der valk|"
    r"vereniging van eigenaren)\b",
    re.IGNORECASE,
)
ARTICLES = frozenset("de die deze een dezelfde andere jonge oudere".split())
ACTS = frozenset("was heeft hielp gaf legde nam zei hing kon deed belde wist bleef kwam aan van uit bij".split())
# What only a person does: enough to tell a first name that is a word too ("Linde hielp ons").
DEEDS = frozenset("hielp gaf legde zei belde wist".split())
OF_TWO_LETTERS = frozenset("ed jo bo".split())  # first names; others are words more often
NEVER = FUNCTION_WORDS | OTHER_CAPITALS
# First names that are told from words also when written small and without anything around them.
COMMON = frozenset(
    """
    jan piet kees henk hans peter erik eric marc paul johan willem gerard bart lars daan bram thomas ruben jeroen wouter sander
    dennis martijn maarten rick robert richard ronald michel michiel mohamed mohammed ahmed youssef mehmet mustafa ibrahim
    omar hassan anna johanna ellen linda sandra petra monique marieke marloes esther ingrid karin carla wilma truus
    sophie emma julia lisa sara sarah fatima aisha samira naima laura kelly chantal patricia mieke annemiek judith irene
    bianca angela saskia nicole yvonne astrid marjan jolanda femke sanne lotte fleur anouk manon kevin danny stefan
    jasper joost koen niels pieter ramon remco rob sjoerd stijn teun wesley yusuf bilal hamza khalid karim rachid said
    abdel abdul ali fatma ayse emine hatice zeynep elif esra leila layla khadija nadia souad hanan malika latifa salma imane
    priya soraya shanti anil ravi sunil agnieszka katarzyna malgorzata piotr krzysztof tomasz olena oksana iryna natalia
    volodymyr andrij mariana gerda hennie corrie willemijn annelies marjolein ineke joke tineke hanneke
    """.split()
)
# Names of residents that the lists lack.
_MORE_FIRST_NAMES = frozenset(
    """
    olena oksana iryna tetyana yulia volodymyr serhii oleksandr andrii dmytro bohdan zeynep hatice emine aysel gulsen nurcan
    ebru burak emre cem kaan volkan oguz khadija latifa souad hanan ouafa nawal hafida soumia zineb ikram chaimae ilyas
    anass ayoub bilal soufiane redouan malgorzata katarzyna krzysztof grzegorz wojciech zbigniew shanti anil sunil rajesh
    radjesh soerin faiza zahra mahmoud yasmin yasmine mehdi reza farah goran zoran vesna milica
    """.split()
)
_MORE_SURNAMES = frozenset("yildiz ozturk aydin bouzid bouali amrani idrissi alaoui nowak kowalski wisniewski shevchenko kovalenko soekhram".split())  # fmt: skip
BEFORE_SURNAME = frozenset("van v vd vdr der den ter ten".split())


@dataclass(frozen=True)
class NameLists:
    """Names and what may be taken for them, in plain letters. `known`: first names and surnames; `ordinary`:
    words that are written like a name."""

    first: frozenset[str]
    last: frozenset[str]
    known: frozenset[str]
    places: frozenset[str]
    ordinary: frozenset[str]


@lru_cache(maxsize=1)
def name_lists() -> NameLists:
    """The lists, read once."""
    spec = find_spec("deduce")  # finds the package without running it
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError("deduce")
    source = Path(spec.origin).parent / "data" / "lookup" / "src"

    def read(*paths: str) -> frozenset[str]:
        lines = (line for path in paths for line in (source / path).read_text(encoding="utf-8").splitlines())
        return frozenset(plain for line in lines if (plain := normalise(line)))

    first = read("names/lst_first_name/items.txt") - read("names/lst_first_name/exceptions.txt")
    last = read("names/lst_surname/items.txt") - read("names/lst_surname/exceptions.txt")
    last |= read("names/lst_interfix_surname/items.txt")
    places = read(
        "locations/lst_placename/lst_residence/items.txt", "locations/lst_placename/lst_municipality/items.txt"
    )
    ordinary = read("whitelist/lst_common_word/items.txt", "whitelist/lst_stop_word/items.txt")
    first, last = first | COMMON | _MORE_FIRST_NAMES, last | _MORE_SURNAMES
    return NameLists(first, last, first | last, places, (ordinary | _ORDINARY) - COMMON)
