"""Open answers as a reading list: the words exactly, marked where searched, and nothing but words."""

import re
from datetime import date
from fractions import Fraction

import pytest

from lib.figures.verbatims import Verbatim, search
from lib.report.listing import grade_text, meta, to_html

HOSTILE = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "</p></article><h1>Groot</h1>",
    "**vet** [klik](javascript:alert(1)) `code` # kop",
    "a < b & c > d",
    "&lt;script&gt;",
    "{0} {} %s",
]


def tip(text: str, product: str | None = None, month: date | None = None, grade: Fraction | None = None) -> Verbatim:
    return Verbatim(text, "balie", product, month, grade)


def tags(html: str) -> list[str]:
    return re.findall(r"<(/?\w+)", html)


def words_of(html: str) -> str:
    """The text of the only answer, as a browser shows it."""
    found = re.search(r"<p>(.*?)</p>", html, re.DOTALL)
    assert found is not None
    plain = re.sub(r"</?mark>", "", found[1])
    for code, char in (("&lt;", "<"), ("&gt;", ">"), ("&#34;", '"'), ("&#39;", "'"), ("&amp;", "&")):
        plain = plain.replace(code, char)
    return plain


def marked(text: str, query: str) -> list[str]:
    return re.findall("<mark>(.*?)</mark>", str(to_html([tip(text)], query)))


@pytest.mark.parametrize("query", ["", "script", "a", "lt", "alert klik"])
@pytest.mark.parametrize("text", HOSTILE)
def test_an_answer_is_shown_as_it_was_written_and_does_nothing(text: str, query: str) -> None:
    html = str(to_html([tip(text)], query))
    assert words_of(html) == text
    assert tags(html.replace("<mark>", "").replace("</mark>", "")) == tags(str(to_html([tip("Koffie")])))


@pytest.mark.parametrize("name", HOSTILE)
def test_a_product_name_is_only_words_too(name: str) -> None:
    html = str(to_html([tip("Koffie", product=name)]))
    assert tags(html) == tags(str(to_html([tip("Koffie", product="VOG")])))


@pytest.mark.parametrize("query", ["<script>", "<b", "&", '"><img src=x>', "(", "[a-", "\\\\", "*"])
def test_a_query_is_only_words_too(query: str) -> None:
    html = str(to_html([tip("Koffie <b> img script")], query))
    assert "<b>" not in html
    assert "<img" not in html


@pytest.mark.parametrize(
    "code", [0x200B, 0x200D, 0x200F, 0x202A, 0x202E, 0x2060, 0x2066, 0x2069, 0x061C, 0xFEFF, 0x00AD, 0x0000, 0x001B]
)
def test_characters_that_cannot_be_seen_or_turn_the_text_around_are_gone(code: int) -> None:
    html = str(to_html([tip(f"Pas{chr(code)}poort", product=f"V{chr(code)}OG")]))
    assert chr(code) not in html
    assert "Paspoort" in html
    assert "VOG" in html


@pytest.mark.parametrize("text", ["twee\nregels", "naïve café", "ﬁjn 😀", "שלום", "مرحبا", "tab\thier"])
def test_what_can_be_seen_stays(text: str) -> None:
    assert words_of(str(to_html([tip(text)]))) == text


@pytest.mark.parametrize(
    ("text", "query", "hits"),
    [
        ("Koffie bij de balie", "koffie", ["Koffie"]),
        ("Koffie bij de balie", "kof bal", ["Koffie", "balie"]),
        ("Koffie bij de balie", "offie", []),
        ("Eén balie, één medewerker", "een", ["Eén", "één"]),
        ("Cafe\u0301 was dicht", "café", ["Café"]),
        ("e\u0301e\u0301n balie", "een", ["één"]),
        ("cafe was dicht", "CAFÉ", ["cafe"]),
        ("Balie? Balie! (balie)", "balie", ["Balie", "Balie", "balie"]),
        ("geen treffer", "", []),
        ("a < balie > b", "balie", ["balie"]),
        ("pas\u200bpoort", "paspoort", ["paspoort"]),
    ],
)
def test_searched_words_are_marked_whatever_their_accents(text: str, query: str, hits: list[str]) -> None:
    assert marked(text, query) == hits


@pytest.mark.parametrize(
    ("text", "query"), [("Cafe\u0301 dicht", "cafe"), ("Eén", "een"), ("balie/loket", "loket"), ("l'été", "ete")]
)
def test_an_answer_that_is_found_has_something_marked(text: str, query: str) -> None:
    found = search([tip(text)], query)
    assert len(found) == 1
    assert marked(found[0].text, query)


def test_every_answer_stands_in_the_order_given() -> None:
    html = str(to_html([tip("eerste"), tip("tweede")]))
    assert html.index("eerste") < html.index("tweede")
    assert html.count("<article") == 2


def test_no_answers_give_no_html() -> None:
    assert to_html([]) == ""


@pytest.mark.parametrize(
    ("verbatim", "with_channel", "told"),
    [
        (tip("a", "Paspoort", date(2020, 3, 1), Fraction(7)), False, ["Paspoort", "maart 2020", "cijfer 7"]),
        (tip("a", "Paspoort", None, None), True, ["Balie", "Paspoort"]),
        (tip("a", None, None, Fraction(15, 2)), False, ["cijfer 7,5"]),
        (tip("a"), False, []),
    ],
)
def test_only_what_may_be_told_stands_below_an_answer(verbatim: Verbatim, with_channel: bool, told: list[str]) -> None:
    line = meta(verbatim, with_channel=with_channel)
    assert [part for part in line.split(" · ") if part] == told


@pytest.mark.parametrize(
    ("grade", "text"), [(Fraction(7), "7"), (Fraction(10), "10"), (Fraction(15, 2), "7,5"), (None, "–")]
)
def test_a_grade_is_written_as_it_was_given(grade: Fraction | None, text: str) -> None:
    assert grade_text(tip("a", grade=grade)) == text
