"""One colour of the municipality's own, made to be read: on white paper and on a dark screen."""

import re
from dataclasses import dataclass

_LEAST = 4.5  # contrast of words with their ground, WCAG 2.2 AA
_STEPS = 100
WHITE, DARK = "#ffffff", "#101719"
_COLOUR = re.compile(r"#[0-9a-f]{6}")


@dataclass(frozen=True)
class Accent:
    """The colour as it was chosen, and as it is used on white and on dark."""

    chosen: str
    on_white: str
    on_dark: str

    @property
    def words(self) -> str:
        """What was made of the colour, in a sentence; nothing where it is used as it was chosen."""
        if self.on_white == self.chosen:
            return ""
        return (
            f"De kleur {self.chosen} is donkerder gemaakt ({self.on_white}), zodat cijfers erin op wit leesbaar zijn."
        )


def accent_of(colour: object) -> Accent | None:
    """The accent of a colour as "#0f8385"; None where it is no such colour."""
    if not isinstance(colour, str) or not _COLOUR.fullmatch(colour.lower()):
        return None
    chosen = colour.lower()
    return Accent(chosen, _readable(chosen, WHITE, 0), _readable(chosen, DARK, 255))


def contrast(one: str, other: str) -> float:
    """How far two colours are apart, 1 to 21, as WCAG 2.2 defines it."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _readable(colour: str, ground: str, towards: int) -> str:
    """The colour, moved as little as is needed towards black (0) or white (255) to be read on the ground."""
    parts = _parts(colour)
    for step in range(_STEPS + 1):
        moved = [part + (towards - part) * step / _STEPS for part in parts]
        made = "#" + "".join(f"{int(part):02x}" for part in moved)
        if contrast(made, ground) >= _LEAST:
            return made
    return "#000000" if towards == 0 else "#ffffff"


def _parts(colour: str) -> list[int]:
    return [int(colour[place : place + 2], 16) for place in (1, 3, 5)]


def _luminance(colour: str) -> float:
    shares = (part / 255 for part in _parts(colour))
    red, green, blue = (each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4 for each in shares)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
