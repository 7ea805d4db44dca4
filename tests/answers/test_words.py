"""Stems and compounds: the words that search and themes must see as one, and those they must not."""

import pytest

from lib.answers.words import composed, first_part, stem_of, words


@pytest.mark.parametrize(
    "family",
    [
        ("wachten", "wacht", "gewacht", "Wachten"),
        ("formulier", "formulieren"),
        ("duidelijk", "duidelijke", "duidelijker"),
        ("bellen", "gebeld", "belde"),
        ("vriendelijk", "vriendelijkheid"),
    ],
)
def test_forms_of_a_word_share_a_stem(family: tuple[str, ...]) -> None:
    assert len({words(word)[0].stem for word in family}) == 1


@pytest.mark.parametrize(("one", "other"), [("duidelijk", "onduidelijk"), ("kosten", "kast"), ("balie", "belasting")])
def test_other_words_keep_other_stems(one: str, other: str) -> None:
    assert stem_of(one) != stem_of(other)


@pytest.mark.parametrize(
    ("word", "first"),
    [("wachttijden", "wacht"), ("wachtrij", "wacht"), ("altijd", None), ("foto's", None), ("tijd", None), ("", None)],
)
def test_a_compound_with_a_light_last_part_is_known_by_its_first(word: str, first: str | None) -> None:
    assert first_part(stem_of(word.lower().replace("'", ""))) == first


def test_words_say_where_they_stand() -> None:
    text = composed("De cafe\u0301tafel, 't loket & foto's (2x)")
    assert [text[word.start : word.end] for word in words(text)] == ["De", "cafétafel", "t", "loket", "foto", "s", "2x"]
    assert [word.plain for word in words(text)] == ["de", "cafetafel", "t", "loket", "foto", "s", "2x"]


def test_a_word_in_another_script_is_passed_over() -> None:
    assert words("Спасибо 👍 dank") == words("Спасибо 👍 dank")[-1:]
