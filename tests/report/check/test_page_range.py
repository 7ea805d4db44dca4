"""Which pages someone asks for."""

import pytest

from lib.report.check.page_range import page_range


@pytest.mark.parametrize(
    ("text", "pages"),
    [
        ("", None),
        ("  ", None),
        ("3", (3, 3)),
        ("3-7", (3, 7)),
        (" 3 – 7 ", (3, 7)),
        ("3 t/m 7", (3, 7)),
        ("3 tot en met 7", (3, 7)),
    ],
)
def test_pages_that_are_asked(text: str, pages: tuple[int, int] | None) -> None:
    assert page_range(text) == pages


@pytest.mark.parametrize("text", ["0", "7-3", "a", "3,5", "3-", "-3", "3-7-9", "999999999"])
def test_what_is_no_range_is_told(text: str) -> None:
    with pytest.raises(ValueError, match="'"):
        page_range(text)
