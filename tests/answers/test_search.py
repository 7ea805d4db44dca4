"""What people type and what they find."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.answers.search import Index

TIPS = [
    "Te lang wachten aan de balie.",  # 0
    "De wachttijd was prima.",  # 1
    "Ik heb een uur gewacht!",  # 2
    "Het formulier op de website is onduidelijk.",  # 3
    "Formulieren moeten duidelijker.",  # 4
    "Maak een afspraak mogelijk op zaterdag.",  # 5
    "Afspaak maken lukte niet.",  # 6: a typing error of the customer
    "Parkeren is duur; café dicht.",  # 7
    "Aan de telefoon werd ik niet goed geholpen, aan de balie wel goed.",  # 8
    "Niets aan toe te voegen",  # 9
    *(f"De afspraak was snel gemaakt, nummer {number}" for number in range(10)),  # 10-19
]
APPOINTMENTS = set(range(10, 20))


@pytest.fixture(scope="module")
def index() -> Index:
    return Index(TIPS)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("wachten", {0, 1, 2}),
        ("wachttijd", {0, 1, 2}),
        ("gewacht", {0, 1, 2}),
        ("WACHTEN", {0, 1, 2}),
        ("formulier", {3, 4}),
        ("formulieren duidelijk", {4}),
        ("duidelijk", {4}),
        ("lang wachten", {0}),
        ("wachten lang", {0}),
        ('"lang wachten"', {0}),
        ('"wachten lang"', set()),
        ('"niet goed"', {8}),
        ("goed niet", {8}),
        ("wachten -balie", {1, 2}),
        ("balie -wachten", {8}),
        ('balie -"niet goed"', {0}),
        ("-afspraak -wachten", {3, 4, 6, 7, 8, 9}),
        ("afspr", {5} | APPOINTMENTS),
        ("afspr*", {5} | APPOINTMENTS),
        ("afspraak", {5, 6} | APPOINTMENTS),
        ("afsprak", {5, 6} | APPOINTMENTS),
        ("afspraka", {5} | APPOINTMENTS),
        ("formuleir", {3}),
        ("cafe", {7}),
        ("café", {7}),
        ("cafe\u0301", {7}),
        ("parkeerplaats", set()),
        ("zaterdag afspraak", {5}),
        ("onduidelijk", {3}),
        ("fiets", set()),
        ("", set(range(len(TIPS)))),
        ("   ", set(range(len(TIPS)))),
        ("-", set(range(len(TIPS)))),
        ('"', set(range(len(TIPS)))),
        ('"te lang', {0}),
        ("balie AND NOT", set()),
        ("balie OR fiets", set()),
        ("NEAR(balie)", set()),
        ("words:balie", set()),
    ],
)
def test_what_is_typed_finds_what_is_meant(typed: str, expected: set[int], index: Index) -> None:
    assert set(index.find(index.read(typed))) == expected


def test_the_best_comes_first(index: Index) -> None:
    found = index.find(index.read("wachten"))
    assert found[0] == 0 or set(found[:2]) <= {0, 1, 2}
    assert index.find(index.read("afspraak"))[-1] != 5


@pytest.mark.parametrize(
    ("typed", "place", "marked"),
    [
        ("wachten", 1, ["wachttijd"]),
        ("wachten", 2, ["gewacht"]),
        ('"lang wachten"', 0, ["lang wachten"]),
        ("wachten -balie", 0, ["wachten"]),
        ("cafe", 7, ["café"]),
        ("afsprak", 5, ["afspraak"]),
        ("goed", 8, ["goed", "goed"]),
        ("", 0, []),
    ],
)
def test_the_words_that_were_found_are_marked(typed: str, place: int, marked: list[str], index: Index) -> None:
    text = TIPS[place]
    assert [text[start:end] for start, end in index.read(typed).hits(text)] == marked


def test_what_is_looked_for_instead_is_told(index: Index) -> None:
    assert [(piece.typed, piece.instead) for piece in index.read("afsprak balie").pieces] == [
        ("afsprak", ("afspaak", "afspraak")),
        ("balie", ()),
    ]


@given(st.text(max_size=60))
def test_nothing_that_is_typed_breaks_it(typed: str) -> None:
    index = Index(TIPS[:8])
    query = index.read(typed)
    assert set(index.find(query)) <= set(range(8))
    for text in TIPS[:8]:
        assert all(0 <= start < end <= len(text) for start, end in query.hits(text))


@pytest.mark.parametrize("text", ["", "Спасибо", "👍", "\u202e", "x" * 20_000, '") OR ("', "'; DROP TABLE tips; --"])
def test_any_text_can_be_indexed(text: str) -> None:
    index = Index([text, "balie"])
    assert index.find(index.read("balie")) == [1]


def test_one_typed_word_with_many_stops_is_no_endless_query() -> None:
    assert len(Index(["a b c"]).read("a." * 150).pieces) <= 12
