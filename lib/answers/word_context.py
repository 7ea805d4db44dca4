"""What is to be seen of the words of a text that may be names, before any rule says that they are."""

from collections.abc import Sequence

from lib.answers.name_words import (
    ACTS,
    ARTICLES,
    ASKED,
    FUNCTION_WORDS,
    GREETINGS,
    INTERFIX,
    LINKS,
    NEVER,
    OTHER_CAPITALS,
    PEOPLE,
    PRAISE,
    SHORT_TITLES,
    THANKS,
    TITLES,
    name_lists,
)
from lib.answers.words import Word

_MOST_SMALL = 4  # of "van", "de" and the like before one surname


class Sight:
    """The words of one text, and what is to be seen of each: what it is, what stands before and behind it."""

    def __init__(self, text: str, found: Sequence[Word]) -> None:
        self._text, self._words = text, found
        self._lists = name_lists()
        letters = [sign for sign in text[:2_000] if sign.isalpha()]
        # Who shouts, or writes all small, says nothing with a capital.
        self._shouts = sum(sign.isupper() for sign in letters) > 0.6 * len(letters)

    def _context(self, place: int) -> str:
        """What stands before a word: a "title", a word for a "person", "thanks", or nothing of the kind."""
        before = place - 1
        if before < 0 or not self._is_near(before, place):
            return ""
        plain = self._plain(before)
        if plain in TITLES:
            return "title"
        while (
            before > 0
            and plain in LINKS
            and plain not in PEOPLE
            and place - before < 3
            and self._is_near(before - 1, before)
        ):
            before -= 1
            plain = self._plain(before)
        if plain in TITLES and before < place - 1:
            return ""
        if plain in PEOPLE:
            return "person"
        if self._plain(place - 1) in THANKS:
            return "thanks"
        said = self._plain(before - 1) if before > 0 else ""
        is_thanks = (plain == "naar" and said in ASKED) or (plain == "aan" and said in PRAISE)
        return "thanks" if is_thanks else ""  # "vroeg naar Wil", "dank aan Bas"

    def _has_article(self, place: int) -> bool:
        return place > 0 and self._plain(place - 1) in ARTICLES

    def _is_near(self, one: int, other: int) -> bool:
        """Whether no sentence ends between two words; a full stop behind a title ("mw.") ends none."""
        between = self._text[self._words[one].end : self._words[other].start]
        if self._plain(one) in GREETINGS:
            return between.strip(" .,:\n\r!") == ""
        if self._plain(one) in SHORT_TITLES:
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

    def _small_initials(self, place: int) -> int | None:
        """Where the surname behind initials without capitals stands: "b. sahin", "w.f. ter braak"; None where
        these are no such initials. A surname that is a word needs a small word before it."""
        start = place
        while (
            place + 1 < len(self._words)
            and self._words[place].end - self._words[place].start == 1
            and self._text[self._words[place].end : self._words[place + 1].start] in (".", ". ")
        ):
            place += 1
        surname = self._after_small_words(place)
        if place == start or surname >= len(self._words) or self._plain(surname) not in self._lists.last:
            return None
        return surname if surname > place or not self._is_word(self._plain(surname)) else None

    def _after_small_words(self, place: int) -> int:
        """The first word from here that is none of "van", "de" and the like."""
        last = min(place + _MOST_SMALL, len(self._words))
        while place < last and self._plain(place) in INTERFIX and self._adjoins(place):
            place += 1
        return place

    def _is_capital(self, place: int) -> bool:
        """Whether a capital says something here: the word has one and the text is not all capitals."""
        word = self._words[place]
        return not self._shouts and self._text[word.start].isupper()

    def _is_word(self, plain: str) -> bool:
        return (
            plain in self._lists.ordinary
            or plain in FUNCTION_WORDS
            or plain in OTHER_CAPITALS
            or plain in self._lists.places
        )

    def _plain(self, place: int) -> str:
        return self._words[place].plain

    def _starts_sentence(self, place: int) -> bool:
        before = self._words[place].start - 1
        while before >= 0 and self._text[before] in " \t'\"‘“(":
            before -= 1
        return before < 0 or self._text[before] in ".!?\n\r:;-–•…"

    def _acts(self, place: int) -> bool:
        """Whether a word says what somebody did, so that the word before it may be who."""
        return place < len(self._words) and self._adjoins(place) and self._plain(place) in ACTS

    def _is_first_name(self, place: int) -> bool:
        plain = self._plain(place)
        return (
            self._is_capital(place)
            and plain in self._lists.first
            and plain not in NEVER
            and plain not in self._lists.places
        )
