"""Names of people in a Dutch text: by lists of names, and by the words around them.

The lists are those of `deduce` (de-identification of Dutch medical texts). Its own rules are not used:
they take over two minutes to prepare at the first start, know hospitals rather than counters, and cover
places and half of "Bedankt Jan".
"""

from collections.abc import Collection, Iterator, Sequence
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path

from lib.survey.words import normalise
from lib.tips.words import Word, words

Span = tuple[int, int]

# Before a name in any case: "mevrouw de vries", "dhr. Yilmaz".
_TITLES = frozenset(
    """
    mevrouw mevr mw mvr mevrouwtje juffrouw juf mejuffrouw mej meneer menneer mijnheer dhr hr heer heren dames familie fam
    dokter dr drs ir ing prof professor wethouder burgemeester notaris meester mrs mister miss madame monsieur
    """.split()
)
_SHORT_TITLES = frozenset("mevr mw mvr mej dhr hr fam dr drs ir ing mr mrs prof".split())  # a full stop may follow
_GREETINGS = frozenset("groet groetjes groeten mvg".split())
# Before a name with a capital, also one that is in no list.
_PEOPLE = frozenset(
    """
    collega medewerker medewerkster baliemedewerker baliemedewerkster telefoniste telefonist consulent consulente
    receptionist receptioniste gastheer gastvrouw ambtenaar stagiair stagiaire bode dame man vrouw jongen jongeman
    zoon dochter vader moeder broer zus zusje partner echtgenoot echtgenote buurman buurvrouw vriend vriendin opa oma oom tante
    lieve aardige vriendelijke geduldige behulpzame onvriendelijke chagrijnige
    heet heette heten genaamd namens ene groet groetjes groeten mvg naam namen
    """.split()
)
# Before a name that can also be a word: "geholpen door Roos", "Bedankt Wil!".
_THANKS = frozenset("door bedankt dank dankjewel dankzij hulde topper collega groetjes groet met".split())
_ASKED = frozenset("vroeg vraag vragen gevraagd informeerde zocht zoek".split())
_CALLED = frozenset("heet heette heten genaamd".split())
# Between title and name, or between a word for a person and the name.
_LINKS = frozenset("is was heet heette genaamd met de naam".split())
_INTERFIX = frozenset(
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
_OTHER_CAPITALS = frozenset(
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
_FUNCTION_WORDS = frozenset(
    """
    ik u uw je jij jullie we wij ze zij hij het een de dit dat die deze er is was zijn waren ben bent heb heeft had hebben werd
    wordt worden kan kon kunnen moet moest mag wil wilde zou gaat ging doen deed niet geen nooit altijd wel ook al nog maar en
    of want omdat als dan toen bij voor met naar om over uit door zonder tot sinds te heel erg zeer aan achter op in van per
    hoe wat waar wie waarom welke alle alles iets niets iemand niemand meer minder beter dank bedankt goed fijn top prima
    vriendelijk vriendelijke aardig aardige hielp helpt gaf zei vroeg legde nam keek kwam stond zat belde achter daar hier mij
    mijn me hem haar hun ons onze zich zo hierbij balie loket telefoon kantoor gemeente beste geachte hallo hoi goedemorgen
    goedemiddag namelijk helaas graag snel groet groeten groetjes tip tips kinderwagen rolstoel kind kinderen baby jaar jaren
    """.split()
)
# What is said of a person, soon after a name that is a word too: "Roos was heel geduldig".
_OF_PERSONS = frozenset(
    """
    vriendelijk vriendelijke aardig aardige geduldig geduldige behulpzaam kortaf lief lieve attent beleefd onbeleefd professioneel
    deskundig chagrijnig bot nors ongeduldig rustig correct bereid top geweldig fantastisch kundig medewerker medewerkster collega
    schat topper held heldin meedenkend betrokken
    """.split()
)
# Surnames that are trades as well: inside a sentence with a capital they are a name.
_TRADES = frozenset(
    "bakker visser smit smits mulder dekker kok kuiper kuipers koster kramer molenaar slager schipper timmerman brouwer schouten meijer".split()
)
# First names that are flowers and the like: told from those by a word for a person just before.
_FLOWERS = frozenset("iris roos jasmijn fleur luna lotte noor bas sem daan mees".split())
# Ends of names of streets, squares and buildings: "Willem-Alexanderplein" is nobody.
_PLACE_ENDS = (
    "plein",
    "straat",
    "laan",
    "weg",
    "gracht",
    "kade",
    "singel",
    "park",
    "brug",
    "school",
    "ziekenhuis",
    "huis",
    "hal",
)
_ACTS = frozenset("was heeft hielp gaf legde nam zei hing kon deed belde wist bleef kwam aan van uit bij".split())
_NEVER = _FUNCTION_WORDS | _OTHER_CAPITALS
# First names that are told from words also when written small and without anything around them.
_COMMON = frozenset(
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
_BEFORE_SURNAME = frozenset("van v vd vdr der den ter ten".split())
_SHORTEST = 3
_MOST_PARTS = 6  # words of one name: "Maria van der Berg - de Vries" has six


@lru_cache(maxsize=1)
def _lists() -> tuple[frozenset[str], ...]:
    """First names, surnames, both, names of places, and words that may be written like a name; in plain letters."""
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
    first, last = first | _COMMON | _MORE_FIRST_NAMES, last | _MORE_SURNAMES
    return first, last, first | last, places, (ordinary | _ORDINARY) - _COMMON


def names(text: str, taken: Sequence[Span] = ()) -> Iterator[Span]:
    """Where names stand in a text; what overlaps `taken` is something else already."""
    free = bytearray(b"\1") * len(text)
    for start, stop in taken:
        free[start:stop] = bytes(stop - start)
    found = [word for word in words(text) if all(free[word.start : word.end])]
    reading = _Reading(text, found)
    spans: list[tuple[int, int]] = []
    place = 0
    while place < len(found):
        end = reading.name_from(place)
        if end is not None:
            spans.append((place, end))
        place = place + 1 if end is None else end
    # Who was named once is known the next time: "mevrouw Roos … maar Roos zei".
    known = {found[part].plain for start, end in spans for part in range(start, end) if reading.is_telling(part)}
    inside = {part for start, end in spans for part in range(start, end)}
    again = [
        reading.with_small_words(part)
        for part in range(len(found))
        if part not in inside and reading.is_again(part, known)
    ]
    for start, end in (*spans, *again):
        yield found[start].start, found[end - 1].end


class _Reading:
    """The words of one text, and what is to be seen of each."""

    def __init__(self, text: str, found: Sequence[Word]) -> None:
        self._text, self._words = text, found
        self._first, self._last, self._known, self._places, self._ordinary = _lists()
        letters = [sign for sign in text[:2_000] if sign.isalpha()]
        # Who shouts, or writes all small, says nothing with a capital.
        self._shouts = sum(sign.isupper() for sign in letters) > 0.6 * len(letters)

    def name_from(self, place: int) -> int | None:
        """The end (as a place among the words) of the name that starts at this word, or None."""
        start = place
        while self._is_initial(place) and place - start < 4:
            place += 1
        if place > start:
            end = self._surname(place, sure=True)
            return end if end is not None and self._adjoins(place) else None
        if self._is_small_initial(place):
            return self._rest_of_name(place + 2)  # "ik b. sahin"
        before = self._context(start)
        if before == "title":
            end = self._after_title(start)
            if end is not None:
                return end
        end = self._called(start) if before == "person" else None
        if end is None:
            end = self._alone(start, before)
        return None if end is None or self._is_place(start, end) else end

    def is_telling(self, place: int) -> bool:
        """Whether a word of a name would be known as that name elsewhere in the text."""
        plain = self._plain(place)
        return len(plain) >= _SHORTEST and plain not in _INTERFIX and self._is_capital(place)

    def is_again(self, place: int, known: Collection[str]) -> bool:
        """Whether this word is one of the names that were found elsewhere in the text."""
        return self._plain(place) in known and self._is_capital(place) and self._plain(place) not in _NEVER

    def with_small_words(self, place: int) -> Span:
        """A surname with the small words before it: "van Vliet"."""
        start = place
        while start > 0 and self._plain(start - 1) in _BEFORE_SURNAME and self._adjoins(start):
            start -= 1
        return start, place + 1

    def _is_place(self, start: int, end: int) -> bool:
        """Whether what looks like a name is that of a street or a building."""
        last = self._plain(end - 1)
        return last not in self._last and last.endswith(_PLACE_ENDS) and self._context(start) != "title"

    def _called(self, start: int) -> int | None:
        """A name behind "ik heet" or "genaamd": every word with a capital, known or not."""
        if self._plain(start - 1) not in _CALLED or not self._is_capital(start) or self._plain(start) in _NEVER:
            return None
        place = start + 1
        while (
            place < len(self._words)
            and place - start < _MOST_PARTS
            and self._adjoins(place)
            and self._is_capital(place)
            and self._plain(place) not in _NEVER
        ):
            place += 1
        return self._rest_of_name(place)

    def _after_title(self, start: int) -> int | None:
        """A name behind "mevrouw" or the like."""
        if self._is_capital(start):
            if self._plain(start) in _INTERFIX:
                end = self._surname(start, sure=True)
                if end is not None:
                    return end
            if self._plain(start) not in _NEVER:
                return self._rest_of_name(start + 1)
            return None
        if self._plain(start) in _INTERFIX:
            return self._surname(start, sure=not self._has_article(start - 1))
        known = self._plain(start) in self._known and len(self._plain(start)) >= _SHORTEST
        if known and self._plain(start) not in self._ordinary and self._plain(start) not in _NEVER:
            return self._rest_of_name(start + 1)
        return None

    def _alone(self, start: int, before: str) -> int | None:
        """A name by itself, or behind a word that makes one likely."""
        plain = self._plain(start)
        if before == "thanks" and self._is_capital(start) and plain in self._first:
            return self._rest_of_name(start + 1)  # also "Bedankt Wil", "door Roos"
        is_said = before == "person" and self._is_capital(start)  # "ene Van Oranjewoud", "gebeld door van Vliet"
        if plain in _INTERFIX and (is_said or (before == "thanks" and plain in _BEFORE_SURNAME)):
            end = self._surname(start, sure=True)
            if end is not None and self._is_capital(end - 1):
                return end
        if len(plain) < _SHORTEST or not plain.isalpha() or plain in _NEVER:
            return self._with_interfix(start)
        if self._is_the_name(start):
            return start + 1
        is_name = plain in self._first or plain in self._last
        if not self._is_capital(start):
            is_sure = plain in _COMMON or (before == "person" and plain in self._first) or self._is_small_pair(start)
            if before == "person" and plain in _FLOWERS:
                return self._rest_of_name(start + 1)
            return self._rest_of_name(start + 1) if is_sure and plain not in self._ordinary else None
        if plain in self._places and plain not in _COMMON and before not in ("person", "thanks"):
            return None
        if plain in self._ordinary:
            is_sure = plain in self._first and (before == "person" or self._is_described(start))
            is_sure = is_sure or (plain in _TRADES and not self._starts_sentence(start))
        elif self._starts_sentence(start):
            # Many a surname is the way to start a sentence as well: "Stel", "Goede", "Verwijs".
            is_sure = plain in self._first or (plain in self._last and (before != "" or self._acts(start + 1)))
        else:
            is_sure = is_name or (not self._is_word(plain) and (before == "person" or self._is_before_surname(start)))
        if is_sure:
            return self._rest_of_name(start + 1)
        return self._with_interfix(start)

    def _is_small_pair(self, place: int) -> bool:
        """Whether a first name and a surname stand here without capitals: "achmed benali"."""
        if place + 1 >= len(self._words) or not self._adjoins(place + 1):
            return False
        first, last = self._plain(place), self._plain(place + 1)
        words = self._ordinary | _NEVER | self._places
        return (
            first in self._first
            and last in self._known
            and not {first, last} & words
            and min(len(first), len(last)) > _SHORTEST
        )

    def _is_before_surname(self, place: int) -> bool:
        """Whether a known name with a capital, that is no word, follows: "Ousmane Diallo"."""
        following = place + 1
        return (
            following < len(self._words)
            and self._adjoins(following)
            and self._is_capital(following)
            and self._plain(following) in self._known
            and not self._is_word(self._plain(following))
        )

    def _is_the_name(self, place: int) -> bool:
        """Whether the text itself says that this word is a name: "Tahapary is de naam"."""
        said = [self._plain(part) for part in range(place + 1, min(place + 4, len(self._words)))]
        return (
            self._is_capital(place)
            and said[:1] == ["is"]
            and said[1:2] in (["de"], ["mijn"], ["haar"], ["zijn"], ["onze"])
            and said[2:3] in (["naam"], ["achternaam"], ["voornaam"])
        )

    def _is_described(self, place: int) -> bool:
        """Whether the words that follow speak of a person: "Roos was heel geduldig"."""
        said = [self._plain(part) for part in range(place + 1, min(place + 7, len(self._words)))]
        return said[:1] in (["was"], ["is"], ["bleef"], ["blijft"]) and any(word in _OF_PERSONS for word in said)

    def _with_interfix(self, start: int) -> int | None:
        """A surname with its small words in front: "De Vries", "van den Berg"."""
        return self._surname(start, sure=False) if self._plain(start) in _INTERFIX else None

    def _surname(self, start: int, *, sure: bool) -> int | None:
        """The end of a surname that starts here with small words or without; None where there is none.
        `sure`: whether words before it say that a name comes."""
        place = start
        while (
            place < len(self._words)
            and place - start < 3
            and self._plain(place) in _INTERFIX
            and self._adjoins(place, start)
        ):
            place += 1
        if place >= len(self._words) or not self._adjoins(place, start):
            return None
        plain = self._plain(place)
        if len(plain) < 2 or plain in _NEVER:
            return None
        if sure:
            known = plain in self._last or (plain in self._first and self._is_capital(place))
            return self._rest_of_name(place + 1) if known or (self._is_capital(place) and not self._shouts) else None
        if place == start or not self._is_capital(place):
            return None
        # "van 't Hoff": before what is no word and no place, 't makes a name.
        if place - start > 1 and self._plain(place - 1) == "t" and not self._is_word(plain):
            return self._rest_of_name(place + 1)
        # "De Groot" may be who helped; "de Post" is not. A word or a place needs a small word with a capital
        # before it, and to be no place together with that: "Den Haag".
        is_marked = self._is_capital(start) and not self._starts_sentence(start)
        whole = " ".join(self._plain(part) for part in range(start, place + 1))
        if whole in self._places or (plain in self._places and not is_marked):
            return None
        is_known = plain in self._last and (plain not in self._ordinary or is_marked)
        return self._rest_of_name(place + 1) if is_known else None

    def _rest_of_name(self, place: int) -> int:
        """Where a name ends of which the words before `place` are a part."""
        start = place
        while place < len(self._words) and place - start < _MOST_PARTS and self._adjoins(place):
            if self._plain(place) in _INTERFIX:
                end = self._surname_after_first(place)
                return place if end is None else end
            if not self._is_capital(place) and not (self._shouts or self._plain(place) in self._last):
                break
            plain = self._plain(place)
            known = plain in self._known
            if plain in _NEVER or (plain in self._ordinary and not self._is_capital(place)):
                break
            if not known and (self._shouts or self._is_word(plain) or not self._is_capital(place)):
                break
            if not self._is_capital(place) and plain in self._places:
                break
            place += 1
        return place

    def _surname_after_first(self, place: int) -> int | None:
        """A surname with small words behind a first name: "jan de vries", "Ans van Dijk"."""
        end = place
        while end < len(self._words) and self._plain(end) in _INTERFIX and self._adjoins(end):
            end += 1
        if end >= len(self._words) or not self._adjoins(end):
            return None
        plain = self._plain(end)
        if plain in _NEVER or len(plain) < 2:
            return None
        is_surname = self._is_capital(end) or (plain in self._last and plain not in self._ordinary)
        return end + 1 if is_surname else None

    def _context(self, place: int) -> str:
        """What stands before a word: a "title", a word for a "person", "thanks", or nothing of the kind."""
        before = place - 1
        if before < 0 or not self._is_near(before, place):
            return ""
        plain = self._plain(before)
        if plain in _TITLES:
            return "title"
        while (
            before > 0
            and plain in _LINKS
            and plain not in _PEOPLE
            and place - before < 3
            and self._is_near(before - 1, before)
        ):
            before -= 1
            plain = self._plain(before)
        if plain in _TITLES and before < place - 1:
            return ""
        if plain in _PEOPLE:
            return "person"
        is_asked_for = plain == "naar" and before > 0 and self._plain(before - 1) in _ASKED
        return "thanks" if self._plain(place - 1) in _THANKS or is_asked_for else ""

    def _has_article(self, place: int) -> bool:
        return place > 0 and self._plain(place - 1) in (
            "de",
            "die",
            "deze",
            "een",
            "dezelfde",
            "andere",
            "jonge",
            "oudere",
        )

    def _is_near(self, one: int, other: int) -> bool:
        """Whether no sentence ends between two words; a full stop behind a title ("mw.") ends none."""
        between = self._text[self._words[one].end : self._words[other].start]
        if self._plain(one) in _GREETINGS:
            return between.strip(" .,:\n\r!") == ""
        if self._plain(one) in _SHORT_TITLES:
            return between.strip(" .") == ""
        return between.strip(" ,:'\"‘“(") == ""

    def _adjoins(self, place: int, start: int = 0) -> bool:
        """Whether only a space, a dash or the stop of an initial stands between a word and the one before."""
        if place == start or place == 0:
            return True
        between = self._text[self._words[place - 1].end : self._words[place].start]
        if between in (" ", "-", " - ", "  ", " '", " ’"):
            return True
        return between in (".", ". ", "/") and len(self._plain(place - 1)) <= 2

    def _is_initial(self, place: int) -> bool:
        if place >= len(self._words):
            return False
        word = self._words[place]
        return (
            word.end - word.start == 1
            and self._text[word.start].isupper()
            and self._text[word.end : word.end + 1] == "."
            and place + 1 < len(self._words)
        )

    def _is_small_initial(self, place: int) -> bool:
        """Whether this is an initial without a capital, before a surname that is no word."""
        if place + 1 >= len(self._words):
            return False
        word, after = self._words[place], self._words[place + 1]
        return (
            word.end - word.start == 1
            and self._text[word.end : after.start] in (".", ". ")
            and after.plain in self._last
            and not self._is_word(after.plain)
        )

    def _is_capital(self, place: int) -> bool:
        """Whether a capital says something here: the word has one and the text is not all capitals."""
        word = self._words[place]
        return not self._shouts and self._text[word.start].isupper()

    def _is_word(self, plain: str) -> bool:
        return plain in self._ordinary or plain in _FUNCTION_WORDS or plain in _OTHER_CAPITALS or plain in self._places

    def _plain(self, place: int) -> str:
        return self._words[place].plain

    def _starts_sentence(self, place: int) -> bool:
        before = self._words[place].start - 1
        while before >= 0 and self._text[before] in " \t'\"‘“(":
            before -= 1
        return before < 0 or self._text[before] in ".!?\n\r:;-–•…"

    def _acts(self, place: int) -> bool:
        """Whether a word says what somebody did, so that the word before it may be who."""
        return place < len(self._words) and self._adjoins(place) and self._plain(place) in _ACTS
