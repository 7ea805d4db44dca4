"""Where a presentation begins, and what of a page stands on a slide."""

from datetime import date

import pytest

from lib.figures.selection import Selection
from lib.render.slide_html import guesses_html, slide_html
from lib.report.blocks import Headline, Page, Picture
from lib.report.slides import slide_blocks
from lib.report.stops import default_stops, page_of, question_of
from lib.session.session import Session
from lib.session.stops import Stop, changed, moved
from tests.conftest import SAMPLE

FILES = ("balie_2020.xlsx", "telefoon_2020.xlsx", "digitaal_2020.csv", "referentiecijfers.csv")


@pytest.fixture(scope="module")
def sample() -> Session:
    return Session().with_files([(name, (SAMPLE / name).read_bytes()) for name in FILES])


def test_there_are_at_least_five_stops_that_each_show_something(sample: Session) -> None:
    for selection in (Selection(), Selection("balie"), Selection("telefoon"), Selection("digitaal")):
        stops = default_stops(sample, selection)
        assert len(stops) >= 5
        assert len(set(map(str, stops))) == len(stops)
        for stop in stops:
            page = page_of(sample, stop)
            assert slide_blocks(page)
            assert page.selection in slide_html(page).unescape()


def test_until_a_stop_is_revealed_nothing_of_it_is_in_the_slide(sample: Session) -> None:
    page = page_of(sample, Stop("terugkomen", Selection("balie"), is_hidden=True))
    hidden = slide_html(page, is_revealed=False)
    assert "Wat denkt u?" in hidden
    assert page.finding not in hidden
    assert "%" not in hidden.striptags()


def test_the_own_title_stands_in_place_of_that_of_the_page(sample: Session) -> None:
    assert page_of(sample, Stop("scores", Selection("balie"), title="Wat gaat goed?")).title == "Wat gaat goed?"


def test_a_slide_has_one_picture(sample: Session) -> None:
    for stop in default_stops(sample, Selection("balie")):
        assert sum(isinstance(block, Picture) for block in slide_blocks(page_of(sample, stop))) <= 1


def test_what_can_be_guessed_is_a_share_or_a_grade(sample: Session) -> None:
    share = question_of(page_of(sample, Stop("terugkomen", Selection("balie"))))
    assert share is not None
    assert (share.suffix, share.options[0], share.options[-1]) == ("%", 0, 100)
    assert share.words.startswith("Hoeveel procent werd in één keer geholpen")
    grade = question_of(page_of(sample, Stop("scores", Selection("balie"))))
    assert grade is not None
    assert (grade.words, grade.answer) == ("Welk rapportcijfer krijgt Openingstijden?", 8)
    assert question_of(Page("x", "x", "x", "x")) is None
    assert question_of(Page("x", "x", "x", "x", (Headline("te weinig", "x"),))) is None


def test_guesses_show_the_right_answer_only_once_it_is_revealed(sample: Session) -> None:
    question = question_of(page_of(sample, Stop("terugkomen", Selection("balie"))))
    assert question is not None
    assert "km-right" not in guesses_html({70: 3}, question, is_revealed=False)
    assert guesses_html({70: 3}, question, is_revealed=True).count("km-right") == 1


def test_stops_are_moved_and_changed_without_losing_one() -> None:
    stops = (Stop("a"), Stop("b"), Stop("c"))
    assert [stop.slug for stop in moved(stops, 0, 1)] == ["b", "a", "c"]
    assert [stop.slug for stop in moved(stops, 2, 5)] == ["a", "b", "c"]
    assert [stop.slug for stop in moved(stops, 0, -1)] == ["a", "b", "c"]
    assert [stop.title for stop in changed(stops, 1, title="nieuw")] == ["", "nieuw", ""]


def test_half_a_year_without_benchmark_has_stops_too() -> None:
    session = Session().with_files([("balie_2020.xlsx", (SAMPLE / "balie_2020.xlsx").read_bytes())])
    half = Selection(None, (), date(2020, 1, 1), date(2020, 6, 30))
    pages = [page_of(session, stop) for stop in default_stops(session, half)]
    assert len(pages) >= 5
    # Round figures say which is highest, and that no more can be said.
    scores = next(page for page in pages if page.slug == "scores")
    assert "is aan afgeronde cijfers niet te zien" in scores.finding
