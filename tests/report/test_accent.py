"""An own colour that can be read on white and on dark, and a word where it is not the chosen one."""

import colorsys

import pytest

from lib.report.accent import DARK, WHITE, accent_of, contrast


def test_contrast_is_that_of_the_standard() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


def test_every_colour_is_made_to_be_read() -> None:
    for hue in range(0, 360, 15):
        for light in (0.05, 0.3, 0.5, 0.7, 0.95):
            parts = colorsys.hls_to_rgb(hue / 360, light, 0.9)
            accent = accent_of("#" + "".join(f"{round(part * 255):02x}" for part in parts))
            assert accent is not None
            assert contrast(accent.on_white, WHITE) >= 4.5
            assert contrast(accent.on_dark, DARK) >= 4.5


def test_a_colour_that_is_dark_enough_stays_and_another_is_told() -> None:
    deep = accent_of("#0B6A6C")
    assert deep is not None
    assert (deep.on_white, deep.words) == ("#0b6a6c", "")
    yellow = accent_of("#ffdd00")
    assert yellow is not None
    assert yellow.on_white != "#ffdd00"
    assert yellow.on_white in yellow.words


@pytest.mark.parametrize("given", [None, 3, "", "red", "#fff", "#12345g", "#0b6a6c; color: red", "url(x)"])
def test_anything_else_is_no_colour(given: object) -> None:
    assert accent_of(given) is None
