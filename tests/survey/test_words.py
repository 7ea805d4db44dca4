"""Which texts are the same words, and which say nothing at all."""

import pytest

from lib.survey.words import is_placeholder, key_of, normalise


@pytest.mark.parametrize(
    "text",
    ["-", ".", "x", "nvt", "n.v.t.", "geen", "nee", "X", "NVT", "N.V.T.", "Geen", "Nee", "NEE!", "", "   ", "\xa0", None,
     "--", "...", "?", "niet van toepassing", "n v t", " nee. "],
)  # fmt: skip
def test_a_placeholder_is_an_empty_answer(text: str | None) -> None:
    assert is_placeholder(text)


@pytest.mark.parametrize(
    "text",
    ["👍", "😡😡", "❤️", "nee 😡", "€", "geen tips, het ging prima", "nee hoor", "ja", "0", "10", "neen", "xl",
     "да", "شكرا", "谢谢"],
)  # fmt: skip
def test_an_answer_in_signs_or_in_another_script_is_an_answer(text: str) -> None:
    assert not is_placeholder(text)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Benodigde info v.d.\xa0aanvraag", "benodigde INFO v d aanvraag"),
        ("Hoe de aanvraag-procedure zou verlopen", "hoe de aanvraag procedure zou verlopen"),
        ("Ik werd in één keer geholpen", "ik werd in een keer geholpen"),
        ("  dubbele   spaties\r\n", "Dubbele spaties"),
        ("ideeën", "ideeen"),
        ("ﬁets™", "FIETStm"),
    ],
)
def test_case_accents_spaces_and_punctuation_make_no_difference(one: str, other: str) -> None:
    assert normalise(one) == normalise(other) != ""


@pytest.mark.parametrize("other", ["mee eens", "62"])
def test_a_word_or_a_percent_sign_does_make_a_difference(other: str) -> None:
    assert normalise(other) not in {normalise("mee oneens"), normalise("62%")}


def test_nothing_is_an_empty_text() -> None:
    assert normalise(None) == ""


@pytest.mark.parametrize(
    ("question", "key"),
    [("Was het druk?", "was_het_druk"), ("Één vraag: ja/nee", "een_vraag_ja_nee"), ("???", "vraag"), ("", "vraag")],
)
def test_a_key_is_made_of_the_words_of_the_question(question: str, key: str) -> None:
    assert key_of(question) == key


def test_a_key_of_a_long_question_is_short_and_ends_in_a_word() -> None:
    key = key_of("Vond u dat " + "heel " * 40 + "druk?")
    assert len(key) <= 60
    assert not key.endswith("_")
