"""Themes: which words make one, and lists that users change."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.answers.themes import (
    OTHER,
    Matcher,
    Theme,
    as_rows,
    checked,
    default_themes,
    from_json,
    looks_like_themes,
    to_json,
)
from tests.answers.labelled import halves
from tests.benchmarks.themes import agreement

LIST = (
    Theme("wachttijd", "Wachttijd", ("wachten", "rij"), ("aan de beurt",)),
    Theme("kosten", "Kosten", ("duur", "prijs*")),
    Theme("lof", "Lof", ("goed",), ("geen klachten",), unless=("niet", "geen")),
    Theme("post", "Post", ("*mail", "=bellen")),
)


@pytest.mark.parametrize(
    ("text", "themes"),
    [
        ("Ik moest lang wachten.", ["wachttijd"]),
        ("Een uur gewacht!", ["wachttijd"]),
        ("Pas laat aan de beurt", ["wachttijd"]),
        ("de beurt aan", [OTHER]),
        ("DUUR", ["kosten"]),
        ("De prijzen", ["kosten"]),
        ("prijsverhoging", ["kosten"]),
        ("Duurzaam", [OTHER]),
        ("Duur, en een lange rij", ["wachttijd", "kosten"]),
        ("Goed geholpen", ["lof"]),
        ("Niet goed geholpen", [OTHER]),
        ("Goed geholpen. De site doet het niet", ["lof"]),
        ("Goed geholpen, niet in de rij", ["wachttijd"]),
        ("Geen klachten", ["lof"]),
        ("Geen klachten, geen tips", [OTHER]),
        ("De welkomstmails", ["post"]),
        ("mailbox", [OTHER]),
        ("Bellen", ["post"]),
        ("gebeld", [OTHER]),
        ("", [OTHER]),
        ("👍", [OTHER]),
    ],
)
def test_words_in_any_form_make_themes(text: str, themes: list[str]) -> None:
    assert list(Matcher(LIST).themes_of(text)) == themes


def test_the_words_that_made_a_theme_are_known() -> None:
    text = "Duur! Te lang gewacht, niet aan de beurt"
    hits = Matcher(LIST).hits(text)
    assert [(hit.theme, text[hit.start : hit.end]) for hit in hits] == [
        ("kosten", "Duur"),
        ("wachttijd", "gewacht"),
        ("wachttijd", "aan de beurt"),
    ]


def test_the_list_of_the_app_has_every_theme_and_nothing_wrong() -> None:
    assert [theme.key for theme in default_themes()] == [
        "wachttijd", "bejegening", "deskundigheid", "informatie", "website", "telefoon", "kosten", "openingstijden", "locatie",
        "wachtruimte", "doorlooptijd", "privacy", "complimenten",
    ]  # fmt: skip
    assert checked(as_rows(default_themes())) == (default_themes(), [])


def test_three_hundred_tips_were_read_by_hand() -> None:
    known = {theme.key for theme in default_themes()} | {OTHER}
    tips = [tip for half in halves().values() for tip in half]
    assert len({tip.text for tip in tips}) == 300
    assert all(tip.themes and tip.themes <= known for tip in tips)
    assert all(len(tip.themes) == 1 for tip in tips if OTHER in tip.themes)


@pytest.mark.parametrize("half", halves())
def test_the_app_mostly_finds_what_a_reader_finds(half: str) -> None:
    # The benchmark prints the figures per theme; below this something is broken.
    found, keys = agreement(halves()[half]), [theme.key for theme in default_themes()]
    assert found.precision(keys) >= 0.75
    assert found.recall(keys) >= 0.7


def test_a_list_comes_back_from_its_file() -> None:
    data = to_json(LIST).encode()
    assert looks_like_themes(data)
    assert from_json(data) == (LIST, [])
    assert from_json(b"\xef\xbb\xbf" + data) == (LIST, [])


def test_rows_of_a_form_are_lists_with_commas() -> None:
    row = {
        "key": "",
        "label": " Koffie  en thee ",
        "words": "koffie*, thee,, koffie*",
        "phrases": "",
        "unless": "geen trek",
    }
    assert checked([row]) == ((Theme("koffie_en_thee", "Koffie en thee", ("koffie*", "thee"), (), ("geen trek",)),), [])


GOOD = {"label": "Goed", "words": ["goed"]}


@pytest.mark.parametrize(
    ("rows", "kept", "said"),
    [
        ([], 0, "leeg of geen lijst"),
        ("tekst", 0, "leeg of geen lijst"),
        (None, 0, "leeg of geen lijst"),
        ([3, GOOD], 1, "Thema 1 heeft geen naam."),
        ([{"label": "  ", "words": ["a"]}], 0, "Thema 1 heeft geen naam."),
        ([GOOD, GOOD], 1, "staat er twee keer in"),
        ([{"label": "Leeg", "words": []}], 0, "heeft geen woorden"),
        ([{"label": "Overig", "words": ["x"]}], 0, "gebruikt de app zelf"),
        ([{"label": "A", "words": ["?!"]}], 0, "kan '?!' geen woord zijn"),
        ([{"label": "A", "words": ["a*"]}], 0, "staat naast het sterretje"),
        ([{"label": "A", "words": ["x" * 90]}], 0, "geen woord zijn"),
        ([{"label": "A", "words": [f"w{n}" for n in range(301)]}], 0, "meer dan 300 woorden"),
        ([{"label": f"T{n}", "words": ["a"]} for n in range(41)], 40, "meer dan 40 thema's"),
    ],
)
def test_what_is_wrong_with_a_list_is_said_and_left_out(rows: object, kept: int, said: str) -> None:
    themes, problems = checked(rows)
    assert len(themes) == kept
    assert any(said in problem for problem in problems)


@pytest.mark.parametrize(
    "data",
    [b"", b"{}", b"[]", b"\xff\xfe", b"{" * 100_000, b'{"format": "klantmonitor-themas"}',
     b'{"format": "klantmonitor-themas", "version": 9, "themes": []}'],
)  # fmt: skip
def test_a_file_that_is_no_list_is_refused_in_words(data: bytes) -> None:
    themes, problems = from_json(data)
    assert themes == ()
    assert problems == ["Dit bestand is geen themalijst die met deze app is bewaard."]


@given(st.recursive(st.none() | st.booleans() | st.integers() | st.text(max_size=9),
                    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from(["key", "label", "words", "phrases", "unless", "x"]), inner, max_size=5),
                    max_leaves=12))  # fmt: skip
def test_no_content_of_a_file_breaks_it(content: object) -> None:
    themes, _ = checked(content)
    Matcher(themes).hits("Te lang wachten. Niet goed!")
    from_json(json.dumps({"format": "klantmonitor-themas", "version": 1, "themes": content}).encode())


@given(st.text(max_size=200))
def test_hits_lie_inside_any_text(text: str) -> None:
    for hit in Matcher(default_themes()).hits(text):
        assert 0 <= hit.start < hit.end <= len(text)


@pytest.mark.parametrize("label", ["Overig", "alle thema's", "Nieuw thema", "\u200b", "\ud800"])
def test_a_theme_can_not_be_called_what_the_app_uses_or_nobody_sees(label: str) -> None:
    found, said = checked([{"label": label, "key": "eigen", "words": ["wachten"]}])
    assert found == ()
    assert len(said) == 1


def test_what_can_not_be_sent_is_taken_out_of_a_list() -> None:
    (theme,), said = checked([{"label": "Drukte\ud800", "words": ["druk\ud800"]}])
    assert (theme.label, theme.words, said) == ("Drukte", ("druk",), [])
