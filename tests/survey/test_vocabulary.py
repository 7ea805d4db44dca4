"""Lists of words: patterns, phrases, words that were cut off, and that the files of data are sound."""

import pytest

from lib.survey.catalogue import CATALOGUE
from lib.survey.vocabulary import Lexicon, data_file, lexicons


@pytest.mark.parametrize(
    ("pattern", "words", "others"),
    [
        ("tijd", ["tijd", "tijden", "tijds"], ["wachttijd", "tijdig"]),
        ("wacht*", ["wacht", "wachttijd"], ["verwachting"]),
        ("*loket", ["loket", "loketten"[:5], "eloket"], ["loketzaal"]),
        ("*lever*", ["geleverd", "levertijd"], ["leven"]),
        ("=kan", ["kan"], ["kanaal", "kant"]),
    ],
)
def test_a_pattern_matches_what_it_says(pattern: str, words: list[str], others: list[str]) -> None:
    lexicon = Lexicon(pattern)
    assert all(lexicon.has(word) for word in words)
    assert not any(lexicon.has(word) for word in others)


def test_a_phrase_is_found_where_its_words_stand_next_to_each_other() -> None:
    lexicon = Lexicon("in_een_keer alles_overzien*")
    assert lexicon.places("ik ben in een keer geholpen".split()) == {2, 3, 4}
    assert lexicon.places("alles overziend".split()) == {0, 1}
    assert lexicon.places("een keer in".split()) == set()


def test_a_word_that_was_cut_off_may_be_one_of_the_list() -> None:
    lexicon = Lexicon("deskundig* kennis")
    assert lexicon.starts("deskun")
    assert not lexicon.starts("desk")  # so short, it may be anything


def test_words_that_were_met_are_forgotten() -> None:
    lexicon = Lexicon("wacht*")
    lexicon.has("geheim")
    lexicon.forget()
    assert "geheim" not in vars(lexicon)["_known"]


def test_every_concept_that_a_question_is_known_by_is_a_list_of_words() -> None:
    known = set(lexicons("words.toml", "concept")) | set(lexicons("words.toml", "other"))
    named = {
        concept
        for row in data_file("questions.toml")["item"]
        for line in (*row["says"], *row.get("hints", ()), row.get("also", ""))
        for concept in line.split()
    }
    assert named <= known
    assert set(data_file("words.toml")["general"]["concepts"].split()) <= known


def test_every_list_of_concepts_is_used() -> None:
    rows = data_file("questions.toml")["item"]
    named = {concept for row in rows for line in (*row["says"], *row.get("hints", ())) for concept in line.split()}
    named |= {concept for row in rows for concept in row.get("against", {})}
    checked = {"negatie", "omgekeerd", "namelijk"}  # that turn a question round, or only may stand beside it
    assert set(lexicons("words.toml", "concept")) - named <= checked


def test_no_two_questions_answered_alike_are_known_by_the_same_words() -> None:
    kinds = {item.key: item.kind for item in CATALOGUE}
    seen: dict[tuple[str, frozenset[str]], str] = {}
    for row in data_file("questions.toml")["item"]:
        for line in row["says"]:
            # A tip is asked for with the same words as whether there is one: the kinds differ.
            other = seen.setdefault((kinds[row["key"]], frozenset(line.split())), row["key"])
            assert other == row["key"]
