"""Open answers come out covered, known by their covered words, and with their themes."""

import time
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest

from lib.answers.masking import Mask, masks
from lib.figures.selection import Selection
from tests.answers.open_answers import THEMES, WAITING, collection, masked, survey
from tests.figures.surveys import channel


def test_no_text_comes_out_uncovered() -> None:
    found = collection()
    assert sorted(found.texts) == [
        "Bel mij op [telefoonnummer] over de koffieautomaat",
        "Koffie van mevrouw [naam] was goed, maar wachten duurde lang",
        "Mooi",
        "Te lang wachten",
    ]
    assert {one.text for one in masked(found)} == set(found.texts)


def test_who_is_covered_cannot_be_searched_for() -> None:
    index = collection().index
    assert [index.find(index.read(typed)) for typed in ("vries", '"De Vries"', "06-12345678", "12345678")] == [[]] * 4
    assert index.find(index.read("naam"))


def test_the_log_counts_kinds_per_question_and_holds_no_words() -> None:
    assert collection().log == {("balie", "tip"): {"telefoonnummer": 1, "naam": 1}}


def test_themes_are_those_of_the_list_given() -> None:
    themes = {one.text[:6]: one.themes for one in masked(collection())}
    assert themes == {
        "Te lan": ("wachttijd",),
        "Koffie": ("wachttijd", "koffie"),
        "Mooi": ("overig",),
        "Bel mi": ("koffie",),
    }
    found = collection()
    assert masked(found)[0].themes
    again = found.masked(Selection(), ["balie"], ("tip",), (WAITING,))
    assert "koffie" not in {theme for one in again for theme in one.themes}


def test_a_cover_is_no_word_of_a_customer() -> None:
    found = collection(channel({"tip": ["Bel 06-12345678"] + [None] * 9}))
    matcher = found.matcher(THEMES)
    assert matcher.hits("[wachttijd] koffie")  # these brackets are the customer's own
    assert not matcher.hits("[telefoonnummer] [naam]")


def test_an_answer_keeps_its_key_whatever_the_order_of_rows() -> None:
    one, other = collection(), collection(channel({"tip": ["Mooi", "Te lang wachten", *[None] * 8]}))
    keys = {each.text: each.key for each in masked(one)}
    assert {each.text: each.key for each in masked(other)} == {text: keys[text] for text in ("Mooi", "Te lang wachten")}


def test_the_same_words_twice_are_two_answers() -> None:
    found = masked(collection(channel({"tip": ["Mooi", "Mooi", *[None] * 8]})))
    assert len({one.key for one in found}) == 2
    assert found[0].key.split("-")[0] == found[1].key.split("-")[0]


def test_an_answer_to_another_question_or_channel_has_another_key() -> None:
    tip = collection(channel({"tip": ["Mooi"] * 10}))
    review = collection(channel({"toelichting": ["Mooi"] * 10}))
    assert not {one.key for one in masked(tip)} & {one.key for one in masked(review, "toelichting")}


def test_a_selection_leaves_out_the_others() -> None:
    found = collection()
    inside = found.masked(Selection(products=("VOG",)), ["balie"], ("tip",), THEMES)
    assert inside == []


@pytest.mark.parametrize(
    ("written", "shown"),
    [("pas\u200bpoort", "paspoort"), ("\u202egeen\u202c", "geen"), ("cafe\u0301", "café"), ("a\x00b", "ab")],
)
def test_what_cannot_be_seen_is_gone(written: str, shown: str) -> None:
    assert collection(channel({"tip": [written, *[None] * 9]})).texts == [shown]


def test_questions_are_named_those_of_the_survey_first() -> None:
    asked = channel({"toelichting": ["a", None], "tip": [None, "b"]})
    assert list(collection(asked).questions(["balie"]).items()) == [
        ("tip", "Verbetertips"),
        ("toelichting", "Toelichtingen"),
    ]


def test_size_needs_no_covering() -> None:
    found = collection()
    assert found.size == 4
    assert found.share_done == 0
    assert len(found.texts) == 4
    assert found.share_done == 0.75
    assert masked(found)
    assert found.share_done == 1


def test_texts_are_covered_once_however_many_ask(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def slow(text: str) -> tuple[Mask, ...]:
        asked.append(text)
        time.sleep(0.01)
        return masks(text)

    monkeypatch.setattr("lib.answers.collection.masks", slow)
    found = collection()
    with ThreadPoolExecutor(4) as users:
        everything = list(users.map(lambda _: masked(found), range(4)))
    assert len(asked) == found.size
    assert everything == [everything[0]] * 4


def test_a_survey_without_open_answers_has_none() -> None:
    found = collection(channel({"totaaloordeel": [8] * 12}))
    assert (found.size, list(found.texts), found.questions(["balie"]), found.log) == (0, [], {}, {})
    assert survey().texts["tip"].dtype == np.dtype(object)
