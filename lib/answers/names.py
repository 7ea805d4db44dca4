"""Names of people in a Dutch text: by lists of names, and by the words around them."""

from collections.abc import Collection, Iterator, Sequence

from lib.answers.name_words import (
    BEFORE_SURNAME,
    CALLED,
    COMMON,
    DEEDS,
    FLOWERS,
    INTERFIX,
    NEVER,
    OF_PERSONS,
    OF_TWO_LETTERS,
    PLACE_ENDS,
    SAYINGS,
    STREET_TITLES,
    TITLES,
    TRADES,
)
from lib.answers.word_context import Sight
from lib.answers.words import words

Span = tuple[int, int]

_SHORTEST = 3
_MOST_PARTS = 6  # words of one name: "Maria van der Berg - de Vries" has six


def names(text: str, taken: Sequence[Span] = ()) -> Iterator[Span]:
    """Where names stand in a text; what overlaps `taken` is something else already."""
    free = bytearray(b"\1") * len(text)
    sayings = [match.span() for match in SAYINGS.finditer(text)]
    for start, stop in (*taken, *sayings):
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


class _Reading(Sight):
    """The rules by which words are a name."""

    def name_from(self, place: int) -> int | None:
        """The end (as a place among the words) of the name that starts at this word, or None."""
        start = place
        while self._is_initial(place) and place - start < 4:
            place += 1
        if place > start:
            end = self._surname(place, sure=True)
            return end if end is not None and self._adjoins(place) else None
        surname = self._small_initials(place)
        if surname is not None:
            return self._rest_of_name(surname + 1)
        before = self._context(start)
        end = self._after_title(start) if before == "title" else self._called(start) if before == "person" else None
        if end is None:
            end = self._alone(start, before)
        return None if end is None or self._is_place(start, end) else end

    def is_telling(self, place: int) -> bool:
        """Whether a word of a name would be known as that name elsewhere in the text."""
        plain = self._plain(place)
        return len(plain) >= _SHORTEST and plain not in INTERFIX and self._is_capital(place)

    def is_again(self, place: int, known: Collection[str]) -> bool:
        """Whether this word is one of the names that were found elsewhere in the text."""
        return self._plain(place) in known and self._is_capital(place) and self._plain(place) not in NEVER

    def with_small_words(self, place: int) -> Span:
        """A surname with the small words before it: "van Vliet"."""
        start = place
        while start > 0 and self._plain(start - 1) in BEFORE_SURNAME and self._adjoins(start):
            start -= 1
        return start, place + 1

    def _is_place(self, start: int, end: int) -> bool:
        """Whether what looks like a name is that of a street or a building."""
        last = self._plain(end - 1)
        is_of_person = start > 0 and self._plain(start - 1) in TITLES - STREET_TITLES
        return last not in self._lists.last and last.endswith(PLACE_ENDS) and not is_of_person

    def _called(self, start: int) -> int | None:
        """A name behind "ik heet" or "genaamd": every word with a capital, known or not."""
        said = [self._plain(part) for part in range(max(start - 2, 0), start)]
        is_said = said[-1] in CALLED or said in (["naam", "is"], ["name", "is"])
        if not is_said or not self._is_capital(start) or self._plain(start) in NEVER:
            return None
        place = start + 1
        while (
            place < len(self._words)
            and place - start < _MOST_PARTS
            and self._adjoins(place)
            and self._is_capital(place)
            and self._plain(place) not in NEVER
        ):
            place += 1
        return self._rest_of_name(place)

    def _after_title(self, start: int) -> int | None:
        """A name behind "mevrouw" or the like."""
        if self._is_capital(start):
            if self._plain(start) in INTERFIX:
                end = self._surname(start, sure=True)
                if end is not None:
                    return end
            if self._plain(start) not in NEVER:
                return self._rest_of_name(start + 1)
            return None
        if self._plain(start) in INTERFIX:
            return self._surname(start, sure=not self._has_article(start - 1))
        if self._shouts and self._plain(start) in self._lists.last and self._plain(start) not in NEVER:
            return self._rest_of_name(start + 1)  # "MEVROUW BAKKER"
        known = self._plain(start) in self._lists.known and len(self._plain(start)) >= _SHORTEST
        if known and self._plain(start) not in self._lists.ordinary and self._plain(start) not in NEVER:
            return self._rest_of_name(start + 1)
        return None

    def _alone(self, start: int, before: str) -> int | None:
        """A name by itself, or behind a word that makes one likely."""
        plain = self._plain(start)
        if before == "thanks" and self._is_capital(start) and plain in self._lists.first:
            return self._rest_of_name(start + 1)  # also "Bedankt Wil", "door Roos"
        is_said = before == "person" and self._is_capital(start)  # "ene Van Oranjewoud", "gebeld door van Vliet"
        if plain in INTERFIX and (is_said or (before == "thanks" and plain in BEFORE_SURNAME)):
            end = self._surname(start, sure=True)
            if end is not None and self._is_capital(end - 1):
                return end
        is_long = len(plain) >= _SHORTEST or (plain in OF_TWO_LETTERS and self._is_capital(start))
        if not is_long or not plain.isalpha() or plain in NEVER:
            return self._with_interfix(start)
        if self._is_the_name(start):
            return start + 1
        if self._is_beside_name(start):
            return self._rest_of_name(start + 1)
        is_name = plain in self._lists.first or plain in self._lists.last
        if not self._is_capital(start):
            is_sure = (
                plain in COMMON or (before == "person" and plain in self._lists.first) or self._is_small_pair(start)
            )
            if before == "person" and plain in FLOWERS:
                return self._rest_of_name(start + 1)
            return self._rest_of_name(start + 1) if is_sure and plain not in self._lists.ordinary else None
        if plain in self._lists.places and plain not in COMMON and before not in ("person", "thanks"):
            return None
        if plain in self._lists.ordinary:
            is_sure = plain in self._lists.first and (
                before == "person" or self._is_described(start) or self._does(start + 1)
            )
            is_sure = is_sure or (plain in TRADES and not self._starts_sentence(start))
        elif self._starts_sentence(start):
            # Many a surname is the way to start a sentence as well: "Stel", "Goede", "Verwijs".
            is_sure = plain in self._lists.first or (
                plain in self._lists.last and (before != "" or self._acts(start + 1))
            )
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
        is_pair = first in self._lists.first and last in self._lists.known and min(len(first), len(last)) > _SHORTEST
        return is_pair and not self._is_word(first) and not self._is_word(last)

    def _is_beside_name(self, place: int) -> bool:
        """Whether this first name and another stand on both sides of "en": "Bas en Mark"."""
        return self._is_first_name(place) and any(
            self._plain(place + side) == "en" and self._is_first_name(place + 2 * side)
            for side in (-1, 1)
            if 0 <= place + 2 * side < len(self._words)
        )

    def _is_before_surname(self, place: int) -> bool:
        """Whether a known name with a capital, that is no word, follows: "Ousmane Diallo"."""
        following = place + 1
        return (
            following < len(self._words)
            and self._adjoins(following)
            and self._is_capital(following)
            and self._plain(following) in self._lists.known
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
        return said[:1] in (["was"], ["is"], ["bleef"], ["blijft"]) and any(word in OF_PERSONS for word in said)

    def _does(self, place: int) -> bool:
        """Whether a word says what only a person does."""
        return place < len(self._words) and self._adjoins(place) and self._plain(place) in DEEDS

    def _with_interfix(self, start: int) -> int | None:
        """A surname with its small words in front: "De Vries", "van den Berg"."""
        return self._surname(start, sure=False) if self._plain(start) in INTERFIX else None

    def _surname(self, start: int, *, sure: bool) -> int | None:
        """The end of a surname that starts here with small words or without; None where there is none.
        `sure`: whether words before it say that a name comes."""
        place = start
        while (
            place < len(self._words)
            and place - start < 3
            and self._plain(place) in INTERFIX
            and self._adjoins(place, start)
        ):
            place += 1
        if place >= len(self._words) or not self._adjoins(place, start):
            return None
        plain = self._plain(place)
        if len(plain) < 2 or plain in NEVER or plain in TITLES:
            return None
        if sure:
            known = plain in self._lists.last or (plain in self._lists.first and self._is_capital(place))
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
        if whole in self._lists.places or (plain in self._lists.places and not is_marked):
            return None
        is_known = plain in self._lists.last and (plain not in self._lists.ordinary or is_marked)
        return self._rest_of_name(place + 1) if is_known else None

    def _rest_of_name(self, place: int) -> int:
        """Where a name ends of which the words before `place` are a part."""
        start = place
        while place < len(self._words) and place - start < _MOST_PARTS and self._adjoins(place):
            plain = self._plain(place)
            if self._is_joined(place) and self._is_capital(place):
                place += 1  # "Tjon-A-Ten"
                continue
            if plain in INTERFIX:
                end = self._surname_after_first(place)
                return place if end is None else end
            if plain in NEVER or not self._goes_on(place, plain):
                break
            place += 1
        return place

    def _is_joined(self, place: int) -> bool:
        """Whether only a hyphen stands between a word and the one before."""
        return place > 0 and self._text[self._words[place - 1].end : self._words[place].start] == "-"

    def _goes_on(self, place: int, plain: str) -> bool:
        """Whether a word with a name before it is a part of that name."""
        if self._is_capital(place):
            # Behind a first name a place is a surname: "Chantal Wijnaldum".
            is_surname = self._plain(place - 1) in self._lists.first and plain not in self._lists.ordinary
            return plain in self._lists.known or not self._is_word(plain) or is_surname
        is_name = plain in self._lists.known and plain not in self._lists.ordinary and plain not in self._lists.places
        return is_name and (self._shouts or self._plain(place - 1) in self._lists.first)

    def _surname_after_first(self, place: int) -> int | None:
        """A surname with small words behind a first name: "jan de vries", "Ans van Dijk"."""
        end = place
        while end < min(place + _MOST_PARTS, len(self._words)) and self._plain(end) in INTERFIX and self._adjoins(end):
            end += 1
        if end >= len(self._words) or not self._adjoins(end):
            return None
        plain = self._plain(end)
        if plain in NEVER or len(plain) < 2:
            return None
        is_known = plain in self._lists.last and (self._shouts or plain not in self._lists.ordinary)
        is_surname = self._is_capital(end) or is_known
        return end + 1 if is_surname else None
