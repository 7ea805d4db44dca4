"""Approved tips as stops: in the approved words, one at a time, with only what ten people share about who wrote them."""

from datetime import date

import pytest

from lib.figures.selection import Selection
from lib.render.look import palette
from lib.render.slide_html import beamer_html, slide_html
from lib.report.blocks import Answers, Page
from lib.report.stops import approved_stops, default_stops, page_of, shown_stops, titles
from lib.session.session import Session
from lib.session.stops import Stop

EVIL = "<script>alert(1)</script> Meer stoelen"


def export(writers: int = 12) -> bytes:
    """Thirty visitors in March, of whom the first `writers` got a Paspoort and an 8; one a Rijbewijs."""
    rows = ["Datum;Product;Totaaloordeel;Heeft u een verbetertip?;Verbetertip"]
    for number in range(30):
        product = "Rijbewijs" if number == 29 else "Paspoort"
        grade = 8 if number < writers else 4 if number == 28 else 7
        rows.append(f"{number % 28 + 1:02d}-03-2020;{product};{grade};Ja;Tip nummer {number} over de balie")
    return "\n".join(rows).encode()


@pytest.fixture(scope="module")
def opened() -> Session:
    return Session().with_files([("balie.csv", export())])


def with_choice(session: Session, *numbers: int, text: str | None = None) -> Session:
    """The session with these tips approved, in this order."""
    masked = session.tips.masked(Selection(), ["balie"], session.tips.questions(["balie"]), session.themes)
    by_text = {one.text: one.key for one in masked}
    choice = session.choice
    for number in numbers:
        words = f"Tip nummer {number} over de balie"
        choice = choice.with_text(by_text[words], text or words)
    from dataclasses import replace

    return replace(session, choice=choice)


def shown(page: Page) -> str:
    return slide_html(page).striptags()


def test_without_approval_there_is_no_tip(opened: Session) -> None:
    assert approved_stops(opened, Selection()) == ()
    assert not any(stop.slug == "tips" for stop in default_stops(opened, Selection()))


def test_each_approved_tip_is_a_stop_of_its_own_in_the_order_of_choosing(opened: Session) -> None:
    session = with_choice(opened, 3, 1)
    stops = [stop for stop in default_stops(session, Selection()) if stop.slug == "tips"]
    pages = [page_of(session, stop) for stop in stops]
    assert ["nummer 3" in shown(pages[0]), "nummer 1" in shown(pages[1])] == [True, True]
    assert "nummer 1" not in shown(pages[0])
    assert pages[0].finding == "Een klant geeft als tip:"
    assert "Tip nummer 3" in titles(pages)[0]


def test_only_what_ten_people_share_is_told(opened: Session) -> None:
    session = with_choice(opened, 2, 28, 29)
    lines = []
    for stop in approved_stops(session, Selection()):
        lines.append(shown(page_of(session, stop)))
    assert "Paspoort" in lines[0]
    assert "maart 2020" in lines[0]
    assert "cijfer 8" in lines[0]
    assert "Paspoort" in lines[1]
    assert "cijfer" not in lines[1], "the only 4 of all passports in March"
    assert "Rijbewijs" not in lines[2]
    assert "cijfer" not in lines[2]
    answers = [block for stop in approved_stops(session, Selection()) for block in page_of(session, stop).blocks]
    for block in answers:
        assert isinstance(block, Answers)
        about = block.answers[0].about
        assert (about.row, about.repeat_visit) == (0, None)


def test_nine_who_share_a_grade_are_too_few() -> None:
    session = with_choice(Session().with_files([("balie.csv", export(9))]), 2)
    assert "cijfer" not in shown(page_of(session, approved_stops(session, Selection())[0]))


def test_what_was_edited_is_shown_and_is_only_ever_text(opened: Session) -> None:
    session = with_choice(opened, 5, text=EVIL)
    page = page_of(session, approved_stops(session, Selection())[0])
    for made in (slide_html(page), beamer_html(page, palette())):
        assert "&lt;script&gt;" in made
        assert "<script>" not in made
        assert "nummer 5" not in made


def test_a_long_tip_ends_with_a_whole_sentence_and_says_that_there_is_more(opened: Session) -> None:
    session = with_choice(opened, 5, text="Een zin die verder niets zegt. " * 60)
    page = page_of(session, approved_stops(session, Selection())[0])
    assert "niets zegt. …" in shown(page) or "niets zegt. …" in slide_html(page)
    assert len(page.blocks) == 2


def test_a_tip_that_is_taken_back_or_outside_the_selection_is_not_shown(opened: Session) -> None:
    session = with_choice(opened, 3)
    stop = approved_stops(session, Selection())[0]
    assert shown_stops(session, [stop, Stop("overzicht"), Stop("weg")]) == (stop, Stop("overzicht"))
    assert shown_stops(opened, [stop]) == ()
    assert page_of(opened, stop).finding == "Deze tip wordt niet getoond."
    elsewhere = Stop("tips", Selection(None, (), date(2020, 4, 1), date(2020, 4, 30)), stop.choices)
    assert "nummer 3" not in shown(page_of(session, elsewhere))
