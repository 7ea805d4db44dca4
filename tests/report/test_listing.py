"""Open answers as a reading list: the words exactly, marked where searched, and nothing but words."""

import re
from datetime import date
from fractions import Fraction

import pytest

from lib.answers.search import Index
from lib.answers.words import composed
from lib.figures.verbatims import Verbatim
from lib.report.listing import article, grade_text, meta
from lib.survey.visible import visible

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
    return Verbatim("balie", product, month, grade)


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


def html_of(text: str, query: str = "") -> str:
    """An answer as the page shows it, with what was searched marked."""
    shown = composed(visible(text))
    return str(article(shown, "", Index([shown]).read(query).hits(shown)))


def marked(text: str, query: str) -> list[str]:
    return re.findall("<mark>(.*?)</mark>", html_of(text, query))


@pytest.mark.parametrize("query", ["", "script", "a", "lt", "alert klik"])
@pytest.mark.parametrize("text", HOSTILE)
def test_an_answer_is_shown_as_it_was_written_and_does_nothing(text: str, query: str) -> None:
    html = html_of(text, query)
    assert words_of(html) == text
    assert tags(html.replace("<mark>", "").replace("</mark>", "")) == tags(html_of("Koffie"))


@pytest.mark.parametrize("name", HOSTILE)
def test_names_of_products_and_themes_are_only_words_too(name: str) -> None:
    html = str(article("Koffie", meta(tip("Koffie", product=name)), themes=[name]))
    assert tags(html) == tags(str(article("Koffie", "VOG", themes=["Kosten"])))


@pytest.mark.parametrize("query", ["<script>", "<b", "&", '"><img src=x>', "(", "[a-", "\\\\", "*"])
def test_a_query_is_only_words_too(query: str) -> None:
    html = html_of("Koffie <b> img script", query)
    assert "<b>" not in html
    assert "<img" not in html


@pytest.mark.parametrize(
    "code", [0x200B, 0x200D, 0x200F, 0x202A, 0x202E, 0x2060, 0x2066, 0x2069, 0x061C, 0xFEFF, 0x00AD, 0x0000, 0x001B]
)
def test_characters_that_cannot_be_seen_or_turn_the_text_around_are_gone(code: int) -> None:
    about = tip("", product=f"V{chr(code)}OG")
    html = str(article(f"Pas{chr(code)}poort", meta(about), [(0, 4)], themes=[f"Kos{chr(code)}ten"]))
    assert chr(code) not in html
    assert "VOG" in html
    assert "Kosten" in html


@pytest.mark.parametrize("text", ["twee\nregels", "naïve café", "ﬁjn 😀", "שלום", "مرحبا", "tab\thier"])
def test_what_can_be_seen_stays(text: str) -> None:
    assert words_of(html_of(text)) == text


@pytest.mark.parametrize(
    ("text", "query", "hits"),
    [
        ("Koffie bij de balie", "koffie", ["Koffie"]),
        ("Koffie bij de balie", "kof bal", ["Koffie", "balie"]),
        ("Koffie bij de balie", "offie", []),
        ("Eén balie, één medewerker", "een", ["Eén", "één"]),
        ("Cafe\u0301 was dicht", "café", ["Café"]),
        ("cafe was dicht", "CAFÉ", ["cafe"]),
        ("Balie? Balie! (balie)", "balie", ["Balie", "Balie", "balie"]),
        ("geen treffer", "", []),
        ("a < balie > b", "balie", ["balie"]),
        ("pas\u200bpoort", "paspoort", ["paspoort"]),
        ("balie/loket", "loket", ["loket"]),
        ("l'été", "ete", ["été"]),
    ],
)
def test_searched_words_are_marked_whatever_their_accents(text: str, query: str, hits: list[str]) -> None:
    assert marked(text, query) == hits


def test_what_is_covered_is_seen_as_covered() -> None:
    html = str(article("Dank [naam], bel [telefoonnummer] [iets]", ""))
    assert re.findall(r'<span class="km-mask">(.*?)</span>', html) == ["[naam]", "[telefoonnummer]"]


def test_a_mark_takes_a_cover_whole() -> None:
    text = "Dank mevrouw [naam] zeer"
    assert re.findall("<mark>(.*?)</mark>", str(article(text, "", [(5, 18)]))) == ["mevrouw [naam]"]
    assert re.findall("<mark>(.*?)</mark>", str(article(text, "", [(14, 18)]))) == ["[naam]"]


def test_marks_that_overlap_are_one_mark() -> None:
    assert re.findall("<mark>(.*?)</mark>", str(article("lange wachttijd", "", [(0, 15), (6, 15)]))) == [
        "lange wachttijd"
    ]


def test_themes_stand_below_what_is_known_of_who_wrote() -> None:
    html = str(article("Koffie", "Paspoort", themes=["Kosten", "Wachttijd"]))
    assert re.findall("<small>(.*?)</small>", html) == ["Paspoort — Kosten, Wachttijd"]
    assert "km-large" in str(article("Koffie", "", is_large=True))


@pytest.mark.parametrize(
    ("verbatim", "told", "line"),
    [
        (tip("a", "Paspoort", date(2020, 3, 1), Fraction(7)), {}, "Paspoort · maart 2020 · cijfer 7"),
        (tip("a", "Paspoort", None, None), {"with_channel": True}, "Balie · Paspoort"),
        (tip("a", None, None, Fraction(15, 2)), {"with_question": True}, "tip · cijfer 7,5"),
        (tip("a"), {}, ""),
    ],
)
def test_only_what_may_be_told_stands_below_an_answer(verbatim: Verbatim, told: dict[str, bool], line: str) -> None:
    assert meta(verbatim, **told) == line


@pytest.mark.parametrize(
    ("grade", "text"), [(Fraction(7), "7"), (Fraction(10), "10"), (Fraction(15, 2), "7,5"), (None, "–")]
)
def test_a_grade_is_written_as_it_was_given(grade: Fraction | None, text: str) -> None:
    assert grade_text(tip("a", grade=grade)) == text
