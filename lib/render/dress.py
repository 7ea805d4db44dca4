"""What a factsheet wears: the municipality's own colour and logo, or those of the app."""

from dataclasses import dataclass, replace

import vl_convert

from lib.render import look
from lib.render.pictures.parts import Palette
from lib.report.factsheet import Choices
from lib.report.logo import Logo


@dataclass(frozen=True)
class Dress:
    """`palette`: of what stands on white; `own_on_dark`: the own colour on a dark screen; `words`: of the logo, for who
    can't see it."""

    palette: Palette
    own_on_dark: str
    logo: Logo | None = None
    words: str = "Logo"

    @property
    def logo_png(self) -> bytes | None:
        """The logo for programs that take no SVG."""
        if self.logo is None:
            return None
        if self.logo.kind == "png":
            return self.logo.data
        # As sharp as print needs, however large the drawing says it is.
        scale = 600 / max(self.logo.width, self.logo.height)
        return bytes(vl_convert.svg_to_png(self.logo.data.decode("utf-8"), scale=scale))


def dress_of(choices: Choices) -> Dress:
    """What the user chose; of the app where they chose nothing."""
    palette, dark = look.palette(), look.palette("dark").own
    if choices.accent is not None:
        palette, dark = replace(palette, own=choices.accent.on_white), choices.accent.on_dark
    words = f"Logo van {choices.municipality}" if choices.municipality else "Logo"
    return Dress(palette, dark, choices.logo, words)
