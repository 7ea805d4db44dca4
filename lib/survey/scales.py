"""Answer scales as data: the points of agree and effort, and the words seen for each of them.

Codes are shared by all questions. An answer is stored as a small integer: the four codes below
1 to 3 and 0 stand for what lies outside the base, and from `FIRST_VALID` on every code is a point
or option of the question itself, in its order.
"""

import re
from dataclasses import dataclass

from lib.survey.words import normalise

BLANK = 0  # nothing filled in, or a code that means "not shown" or "not answered"
DONT_KNOW = 1  # "weet niet", "geen mening"; in grades also code 11
NOT_APPLICABLE = 2  # "n.v.t."
UNREADABLE = 3  # an answer that fits no point of the scale
FIRST_VALID = 4

OUTSIDE_LABELS = {
    BLANK: "niet ingevuld",
    DONT_KNOW: "weet niet of geen mening",
    NOT_APPLICABLE: "niet van toepassing",
    UNREADABLE: "antwoord buiten de schaal",
}


@dataclass(frozen=True)
class Point:
    """One point of a scale with the label the app shows and the words that files use for it."""

    key: str
    label: str
    wordings: tuple[str, ...]

    def words(self) -> tuple[str, ...]:
        """All wordings, normalised, the label's own first."""
        return tuple(dict.fromkeys(normalise(w) for w in (self.label, *self.wordings)))


AGREE = (
    Point("helemaal_oneens", "Helemaal mee oneens", ("helemaal oneens", "zeer oneens", "zeer mee oneens",
          "sterk mee oneens", "volledig oneens", "volledig mee oneens", "totaal oneens", "geheel oneens",
          "geheel mee oneens", "helemaal niet eens", "helemaal niet mee eens", "totaal mee oneens")),
    Point("oneens", "Mee oneens", ("oneens", "niet mee eens", "niet eens", "beetje oneens", "deels oneens",
          "enigszins oneens", "enigszins mee oneens", "een beetje oneens", "een beetje mee oneens")),
    Point("neutraal", "Neutraal", ("noch eens noch oneens", "noch mee eens noch mee oneens",
          "niet eens niet oneens", "niet mee eens niet mee oneens", "niet eens en niet oneens",
          "eens noch oneens", "mee eens noch mee oneens", "tussen eens en oneens in", "niet eens noch oneens",
          "niet mee eens noch mee oneens", "niet mee eens en niet mee oneens", "niet eens maar ook niet oneens",
          "neutraal niet eens niet oneens", "neutraal noch eens noch oneens", "neutraal niet mee eens niet mee oneens",
          "noch mee eens noch oneens")),
    Point("eens", "Mee eens", ("eens", "wel eens", "deels eens", "beetje eens", "enigszins eens", "enigszins mee eens",
          "een beetje eens", "een beetje mee eens")),
    Point("helemaal_eens", "Helemaal mee eens", ("helemaal eens", "zeer eens", "zeer mee eens",
          "sterk mee eens", "volledig eens", "volledig mee eens", "totaal eens", "geheel eens", "geheel mee eens",
          "totaal mee eens")),
)  # fmt: skip
AGREEING = ("eens", "helemaal_eens")

EFFORT = (
    Point("heel_weinig", "Geen of heel weinig moeite", ("geen moeite", "geen", "heel weinig moeite", "heel weinig",
          "zeer weinig moeite", "zeer weinig", "helemaal geen moeite", "helemaal geen", "nauwelijks moeite",
          "erg weinig moeite", "erg weinig", "geen of zeer weinig moeite", "vrijwel geen moeite", "geen heel weinig moeite",
          "heel erg weinig moeite", "het kostte mij geen moeite", "het kostte mij heel weinig moeite")),
    Point("weinig", "Weinig moeite", ("weinig", "niet veel moeite", "niet veel", "het kostte mij weinig moeite")),
    Point("neutraal", "Niet veel, niet weinig moeite", ("niet veel niet weinig", "niet weinig niet veel moeite",
          "niet weinig niet veel", "niet veel en niet weinig moeite", "niet veel maar ook niet weinig moeite",
          "niet weinig maar ook niet veel moeite", "niet veel niet weinig moeite", "gemiddeld", "gemiddelde moeite",
          "gemiddeld veel moeite", "neutraal", "noch veel noch weinig moeite", "noch weinig noch veel moeite",
          "enige moeite", "matig")),
    Point("veel", "Veel moeite", ("veel", "het kostte mij veel moeite")),
    Point("heel_veel", "Heel veel moeite", ("heel veel", "zeer veel moeite", "zeer veel", "erg veel moeite", "erg veel", "heel erg veel moeite",
          "ontzettend veel moeite", "extreem veel moeite", "het kostte mij heel veel moeite")),
)  # fmt: skip
LOW_EFFORT = ("heel_weinig", "weinig")
HIGH_EFFORT = ("veel", "heel_veel")

YES_NO = (Point("nee", "Nee", ()), Point("ja", "Ja", ()))
YES = FIRST_VALID + 1  # the code of "ja" in an item with these two points
FILLED = (Point("ingevuld", "Ingevuld", ()),)

DONT_KNOW_WORDS = frozenset({
    "weet niet", "weet ik niet", "geen mening", "weet niet geen mening", "geen mening weet niet", "geen oordeel",
    "weet ik niet geen mening", "weet niet meer", "weet ik niet meer", "geen idee", "weet het niet",
    "kan ik niet beoordelen", "niet te beoordelen", "geen antwoord mogelijk", "weet niet n v t", "dont know", "don t know",
    "weet niet geen antwoord", "geen mening n v t", "weet niet geen mening n v t", "geen mening niet van toepassing",
    "weet niet niet van toepassing", "wn", "w n", "niet van toepassing weet niet", "n v t weet niet", "nvt weet niet", "weet niet nvt",
    "n v t geen mening", "nvt geen mening", "geen mening nvt", "niet van toepassing geen mening", "ik weet het niet", "ik weet niet",
    "geen antwoord", "niet beantwoord", "weet ik niet n v t", "weet ik niet niet van toepassing", "wil ik niet zeggen",
})  # fmt: skip
NOT_APPLICABLE_WORDS = frozenset({"nvt", "n v t", "niet van toepassing", "not applicable", "n a", "na"})

# Answers to a question with several answers that say: asked, and none of the options chosen.
_LONGEST_NONE = 6  # words; a longer text says something of its own
_NONE_OF_THESE_WORDS = frozenset({"geen van deze", "geen van de bovenstaande", "geen van bovenstaande", "geen van allen",
                                 "geen van deze antwoorden", "geen van alle", "geen enkele", "none of the above",
                                 "niets van bovenstaande", "niets daarvan", "geen", "niets"})  # fmt: skip

# Codes that survey software writes for "not shown" or "not answered"; never an answer.
MISSING_CODES = frozenset({0, 88, 98, 99, 888, 998, 999, -1, -7, -8, -9, -77, -88, -98, -99, -999})
# In municipal code books a grade question runs to 11, and 11 is "weet niet / geen mening".
GRADE_DONT_KNOW = 11

YES_WORDS = frozenset({"ja", "j", "y", "yes", "1", "true", "waar", "x", "v", "aangevinkt", "geselecteerd", "selected",
                       "checked", "wel", "gekozen", "genoemd", "quoted", "jazeker", "zeker", "jawel", "yep"})  # fmt: skip
NO_WORDS = frozenset({"nee", "n", "no", "0", "false", "onwaar", "neen", "niet geselecteerd", "not selected",
                      "niet aangevinkt", "unchecked", "niet gekozen", "niet genoemd", "not quoted", "nope"})  # fmt: skip


_SAYS_NONE = re.compile(
    r"^(?:nee )?(?:over |van )?(?:geen|niets|niks|none|geen enkele)(?: enkele)?\b.*\b(?:deze|dit|dat|bovenstaande?|bovengenoemde?|genoemde?|allen?|alles|above|"
    r"hiervan|daarvan|opties|antwoorden)\b"
)


def says_none_of_these(words: str) -> bool:
    """Whether a normalised answer, or the name of an option, says that none of the options was chosen."""
    return words in _NONE_OF_THESE_WORDS or (
        len(words.split()) <= _LONGEST_NONE and _SAYS_NONE.match(words) is not None
    )


def outside_code(words: str) -> int | None:
    """The code of a normalised answer that lies outside every scale, or `None` if it may be on one."""
    if words == "":
        return BLANK
    if words in DONT_KNOW_WORDS:
        return DONT_KNOW
    if words in NOT_APPLICABLE_WORDS:
        return NOT_APPLICABLE
    return None
