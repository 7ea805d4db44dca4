"""Every number of a draft stands in exactly one of: a figure, no figure, not read."""

import itertools
from collections import defaultdict

from hypothesis import given, settings
from hypothesis import strategies as st

from lib.ingest.published.drafts.draft_figures import printed_numbers
from lib.ingest.published.drafts.draft_files import read_draft
from lib.ingest.published.drafts.draft_numbers import numbers_of

WORDS = (
    "Balie Digitaal Telefoon Zoetermeer BM 2019 2020 Wachttijd Hostmanship personen Respons Verbetertips Totaaloordeel CES "
    "landelijk Paspoort (n= ) % ▲ 1. - | ; : eens oneens neutraal pagina Figuur gemiddeld een bijna en terugkomen maart 12 "
    "8,O 8'9 3 018 7 ,2 14 079 6I% +61 −3 €"
).split()  # fmt: skip
number = st.one_of(
    st.integers(0, 100_000).map(str),
    st.decimals(0, 10, places=1).map(lambda value: f"{value}".replace(".", ",")),
    st.integers(0, 100).map(lambda value: f"{value}%"),
    st.text("0123456789.,", min_size=1, max_size=9),
)
line = st.lists(st.one_of(st.sampled_from(WORDS), number), max_size=9).flatmap(
    lambda words: st.sampled_from([" ", "\t", "  ", " | "]).map(lambda gap: gap.join(words))
)
text = st.one_of(st.lists(line, max_size=14).map("\n".join), st.text(max_size=120))


def digits(text: str) -> str:
    return "".join(sign for sign in text if sign in "0123456789")


@given(text, st.sampled_from(["a.txt", "a.md", "a.html", "a.csv"]))
@settings(max_examples=150, deadline=None)
def test_no_number_is_missed_or_told_twice(text: str, name: str) -> None:
    draft = read_draft(name, text.encode("utf-8", "ignore"))
    numbers = printed_numbers(draft, ["Paspoort"])
    told: dict[tuple[int, int], str] = defaultdict(str)
    for one in numbers:
        assert [one.claim is None, one.not_figure is None, one.unread is None].count(False) == 1
        told[one.place.page, one.place.line] += digits(one.printed)
    printed: dict[tuple[int, int], str] = defaultdict(str)
    for word in draft.words:
        if digits(word.text):
            printed[word.page, word.line] += digits(word.text)
    assert {key: value for key, value in told.items() if value} == printed


@given(st.text("0123456789.,OolISB'’ %n=()-−", max_size=40))
def test_the_numbers_of_a_text_hold_each_of_its_digits_once(text: str) -> None:
    found = list(numbers_of(text))
    assert "".join(digits(one.printed) for one in found) == digits(text)
    assert all(one.end <= other.start for one, other in itertools.pairwise(found))
    assert all(text[one.start : one.end] == one.printed for one in found)
