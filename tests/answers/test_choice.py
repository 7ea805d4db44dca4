"""What may be shown: only what was approved, and a file of it can't bring personal data in."""

import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.answers.choice import Approval, Choice, from_json, looks_like_choice, still_personal, to_json

CHOICE = Choice({"a": "Meer stoelen", "b": "Bel [telefoonnummer]", "c": "Koffie"})


def test_a_choice_comes_back_from_its_file_in_its_order() -> None:
    data = to_json(CHOICE).encode()
    assert looks_like_choice(data)
    read, said = from_json(data)
    assert list(read.texts.items()) == list(CHOICE.texts.items())
    assert said == []


def test_approving_again_changes_the_text_and_keeps_the_place() -> None:
    assert next(iter(CHOICE.with_text("a", " Veel meer stoelen ").texts.items())) == ("a", "Veel meer stoelen")
    assert len(CHOICE.without("a")) == 2
    assert CHOICE.without("zz") == CHOICE


@pytest.mark.parametrize(
    ("key", "steps", "order"), [("c", -1, "acb"), ("c", -2, "cab"), ("a", 1, "bac"), ("a", -1, "abc"), ("c", 5, "abc")]
)
def test_answers_can_change_places(key: str, steps: int, order: str) -> None:
    assert "".join(CHOICE.moved(key, steps).texts) == order


def test_taking_away_a_file_leaves_what_was_edited_since() -> None:
    file = Choice({"a": "Meer stoelen", "b": "Bel [telefoonnummer]"})
    edited = CHOICE.with_text("b", "Bel mij")
    assert edited.without_all(file).texts == {"b": "Bel mij", "c": "Koffie"}
    assert Choice().with_all(file) == file


def test_what_an_edited_text_still_holds_is_told() -> None:
    assert still_personal("Bel mevrouw De Vries op 06-12345678, of 06-87654321") == ["naam", "telefoonnummer"]
    assert still_personal("Bel [naam]") == []


def file(texts: object) -> bytes:
    return json.dumps({"format": "klantmonitor-keuze", "version": 1, "texts": texts}).encode()


def test_a_file_that_somebody_changed_is_covered_again() -> None:
    read, said = from_json(file({"a": "Dank mevrouw De Vries, 06-12345678"}))
    assert read.texts == {"a": "Dank mevrouw [naam], [telefoonnummer]"}
    assert len(said) == 1


@pytest.mark.parametrize("texts", [{"a": ""}, {"a": 3}, {"a": None}, {"a": "x" * 25_001}, {"a": ["x"]}])
def test_what_is_no_text_is_left_out_and_said(texts: object) -> None:
    read, said = from_json(file(texts))
    assert len(read) == 0
    assert len(said) == 1


@pytest.mark.parametrize("data", [b"", b"{}", b"[1]", b"\xff", b"[" * 100_000, file([]), file(None)])
def test_a_file_that_is_no_choice_is_refused_in_words(data: bytes) -> None:
    read, said = from_json(data)
    assert (len(read), said) == (0, ["Dit bestand is geen keuze van tips die met deze app is bewaard."])


@given(st.dictionaries(st.text(max_size=5), st.text(max_size=40) | st.integers(), max_size=4))
def test_no_content_breaks_it_and_nothing_personal_comes_in(texts: dict[str, object]) -> None:
    read, _ = from_json(json.dumps({"format": "klantmonitor-keuze", "version": 1, "texts": texts}).encode())
    assert all(not still_personal(text) for text in read.texts.values())


@pytest.mark.parametrize("key", ["\ud800", "Jan de Vries", "<b>", ""])
def test_a_key_in_a_file_that_is_of_no_answer_is_left_out(key: str) -> None:
    read, said = from_json(json.dumps({**json.loads(to_json(CHOICE)), "texts": {key: "Koffie"}}).encode())
    assert len(read) == 0
    assert len(said) == 1


def test_who_approved_and_when_goes_along_and_is_gone_with_the_text() -> None:
    day = date(2026, 11, 30)
    choice = Choice().with_text("a", "Meer stoelen", Approval("M. de V.<script>", day)).with_text("b", "Koffie")
    assert choice.approvals == {"a": Approval("M. de V.scri", day)}
    read, said = from_json(to_json(choice).encode())
    assert (read, said) == (choice, [])
    assert choice.without("a").approvals == {}
    assert choice.with_text("a", "Veel meer stoelen").approvals == {}
    assert Choice({"a": "x"}).with_all(choice).approvals == choice.approvals


@pytest.mark.parametrize("approved", [None, [], {"a": 3}, {"a": {"by": "x"}}, {"a": {"by": "x", "on": "gisteren"}}])
def test_a_file_that_says_wrongly_who_approved_says_nothing_of_it(approved: object) -> None:
    data = {"format": "klantmonitor-keuze", "version": 1, "texts": {"a": "Meer stoelen"}, "approved": approved}
    read, said = from_json(json.dumps(data).encode())
    assert (dict(read.texts), dict(read.approvals), said) == ({"a": "Meer stoelen"}, {}, [])
