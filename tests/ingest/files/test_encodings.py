"""Letters with an accent come out whole, whatever a file was saved in; no sign ever stands for a lost letter."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.ingest.files.encodings import as_utf8
from lib.ingest.read import read_file
from tests.ingest.exports import csv_text, only_part, problem_codes, products

DUTCH = [
    "Café-vergunning",
    "geïnformeerd",
    "één",
    "reële",
    "coëfficiënt",
    "crème",
    "patiënt",
    "zeeën",
    "Curaçao",
    "à la carte",
    "coördinatie",
    "ÉÉN",
]
PAGES = {"cp1252": "cp1252", "latin-1": "cp1252", "mac_roman": "mac_roman", "cp850": "cp850", "cp437": "cp850"}  # fmt: skip


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_a_code_page_is_told_by_the_dutch_that_comes_out(page: str, newline: str) -> None:
    text = csv_text([["Totaaloordeel", "Product"], *([8, word] for word in DUTCH[:-1])], newline=newline)
    receipt = read_file("balie.csv", text.encode(page))
    assert receipt.encoding == PAGES[page]
    assert products(only_part(receipt)) == DUTCH[:-1]


@pytest.mark.parametrize(
    "word", ["foto’s", "“prima”", "‘s avonds", "€ 12,50", "wachten…", "é", "É", "kort – maar", "50 °C"]
)
def test_a_lone_sign_of_windows_is_that_of_windows(word: str) -> None:
    assert as_utf8(f"8;{word};x\n".encode("cp1252")) == (f"8;{word};x\n".encode(), "cp1252", False)


@pytest.mark.parametrize("other", ["cp1252", "mac_roman", "cp850"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("same_line", [False, True])
def test_two_encodings_in_one_file_both_come_out(other: str, mark: bytes, same_line: bool) -> None:
    rows = [f"8;{word};".encode() + (f"{word}\n".encode(other) if same_line else b"x\n") for word in DUTCH[:-1]]
    rows += [f"7;{word};x\n".encode(other) for word in DUTCH[:-1]]
    receipt = read_file("balie.csv", mark + b"Totaaloordeel;Product;Verbetertip\n" + b"".join(rows))
    assert products(only_part(receipt)) == [*DUTCH[:-1], *DUTCH[:-1]]
    if same_line:
        assert only_part(receipt).texts["tip"].tolist()[: len(DUTCH) - 1] == DUTCH[:-1]
    assert "encoding_mixed" in problem_codes(receipt, "info")


@given(st.binary(max_size=60))
def test_no_bytes_ever_become_the_sign_of_a_lost_letter(data: bytes) -> None:
    text, _, _ = as_utf8(data)
    assert "\ufffd" not in text.decode("utf-8") or b"\xef\xbf\xbd" in data or data[:2] in (b"\xff\xfe", b"\xfe\xff")


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=60))
def test_utf_8_stays_as_it_is(text: str) -> None:
    data = text.removeprefix("\ufeff").encode()
    assert as_utf8(data)[:2] == (data, "utf-8")
