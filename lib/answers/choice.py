"""Which open answers may be shown outside the app: chosen one by one, in words that someone approved."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from lib.answers.masking import masked, masks

_FORMAT, _VERSION = "klantmonitor-keuze", 1
LONGEST = 25_000  # characters of one text
_MOST = 10_000
_MOST_INITIALS = 12
_LARGEST = 20_000_000  # bytes of a file
# As `MaskedAnswer.key`; anything else in a key could be words of somebody.
_KEY = re.compile(r"[0-9a-f]{1,16}(?:-\d{1,7})?")


@dataclass(frozen=True)
class Approval:
    """Who read a text and found that it may be shown (initials as typed, or nothing), and on what day."""

    by: str
    on: date


@dataclass(frozen=True)
class Choice:
    """Approved texts by the key of the answer they are of (`MaskedAnswer.key`), in the order of choosing. `approvals`: by
    the same keys who approved them and when, of texts approved since that is kept."""

    texts: Mapping[str, str] = field(default_factory=dict)
    approvals: Mapping[str, Approval] = field(default_factory=dict)

    def __len__(self) -> int:
        return len(self.texts)

    def with_text(self, key: str, text: str, approval: Approval | None = None) -> "Choice":
        """With this text approved for an answer."""
        approvals = {one: known for one, known in self.approvals.items() if one != key}
        if approval is not None:
            approvals[key] = replace(approval, by=_initials(approval.by))
        return Choice({**self.texts, key: text.strip()[:LONGEST]}, approvals)

    def with_all(self, other: "Choice") -> "Choice":
        """With everything of another choice; its texts count where both have one."""
        kept = {key: known for key, known in self.approvals.items() if key not in other.texts}
        return Choice({**self.texts, **other.texts}, {**kept, **other.approvals})

    def without(self, key: str) -> "Choice":
        """With an answer not chosen any more."""
        return self._only({one: text for one, text in self.texts.items() if one != key})

    def without_all(self, other: "Choice") -> "Choice":
        """Without the texts of another choice; what was edited since stays."""
        return self._only({key: text for key, text in self.texts.items() if other.texts.get(key) != text})

    def moved(self, key: str, steps: int) -> "Choice":
        """With an answer so many places further (or, below nought, earlier) among the others."""
        keys = list(self.texts)
        place = keys.index(key)
        keys.insert(min(max(place + steps, 0), len(keys) - 1), keys.pop(place))
        return Choice({one: self.texts[one] for one in keys}, self.approvals)

    def _only(self, texts: Mapping[str, str]) -> "Choice":
        return Choice(texts, {key: known for key, known in self.approvals.items() if key in texts})


def _initials(typed: str) -> str:
    """What someone typed as their initials: letters, dots, dashes and spaces, few of them."""
    return "".join(letter for letter in typed if letter.isalpha() or letter in ". -").strip()[:_MOST_INITIALS]


def still_personal(text: str) -> list[str]:
    """The kinds of personal data that an edited text still seems to hold."""
    return list(dict.fromkeys(mask.kind for mask in masks(text)))


def to_json(choice: Choice) -> str:
    """The choice as the text of a file: approved texts, nothing else of what people wrote."""
    approved = {key: {"by": one.by, "on": one.on.isoformat()} for key, one in choice.approvals.items()}
    content = {"format": _FORMAT, "version": _VERSION, "texts": dict(choice.texts), "approved": approved}
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def looks_like_choice(data: bytes) -> bool:
    """Whether a file is a choice that the app saved."""
    return data.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] == b"{" and _FORMAT.encode() in data[:200]


def from_json(data: bytes) -> tuple[Choice, list[str]]:
    """The choice in a file, and a Dutch sentence for everything wrong with it. A file can be changed by
    anyone, so its texts are covered again. Never raises."""
    try:
        content = json.loads(data.decode("utf-8-sig")) if len(data) <= _LARGEST else None
    except (ValueError, RecursionError):
        content = None
    given = content if isinstance(content, dict) else {}
    texts = given.get("texts") if (given.get("format"), given.get("version")) == (_FORMAT, _VERSION) else None
    if not isinstance(texts, dict):
        return Choice(), ["Dit bestand is geen keuze van tips die met deze app is bewaard."]
    sound = {
        key: text.encode("utf-8", "replace").decode("utf-8")
        for key, text in list(texts.items())[:_MOST]
        if _KEY.fullmatch(key) and isinstance(text, str) and 0 < len(text.strip()) <= LONGEST
    }
    covered = {key: masked(text) for key, text in sound.items()}
    told = []
    if len(sound) < len(texts):
        told.append("Een deel van de keuze is leeg, te lang of hoort bij geen antwoord en is overgeslagen.")
    if covered != sound:
        told.append("In een deel van de teksten is alsnog afgedekt wat op persoonsgegevens lijkt; lees ze na.")
    return Choice(covered, _approvals(given.get("approved"), covered)), told


def _approvals(given: object, texts: Mapping[str, str]) -> dict[str, Approval]:
    """Who approved which of these texts, as far as a file says it soundly."""
    found = {}
    for key, one in given.items() if isinstance(given, dict) else ():
        by, on = (one.get("by"), one.get("on")) if isinstance(one, dict) else (None, None)
        if key not in texts or not isinstance(by, str) or not isinstance(on, str):
            continue
        try:
            found[key] = Approval(_initials(by), date.fromisoformat(on))
        except ValueError:
            continue  # no day: then it is not known when
    return found
