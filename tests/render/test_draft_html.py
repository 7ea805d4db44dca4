"""A draft is shown as itself, its numbers marked, and nothing of it runs."""

import re
from html import unescape

from lib.figures.selection import Selection
from lib.ingest.published.drafts.draft import Draft, Unseen
from lib.ingest.published.drafts.printed_number import Place, PrintedNumber
from lib.render.draft_html import draft_html
from lib.report.check.check_draft import check_draft
from lib.report.check.checked import Checked
from tests.figures.surveys import channel
from tests.report.check.conftest import draft_of, session_of, spread

SESSION = session_of(channel({"wachttijd": spread((7, 8), 60), "privacy": spread((8, 9), 60)}))
TEXT = "Balie 2020\n\nAspect\tEigen\tBM\nWachttijd\t8,0\t8,0\nPrivacy a.d. balie\t8,5\t–\nIets\n4,7\n"


def shown(text: str, *, only_doubtful: bool = False) -> str:
    draft = draft_of(text)
    return str(draft_html(check_draft(SESSION, draft, Selection()), draft, 1, only_doubtful=only_doubtful))


def plain(html: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


def marks(html: str) -> list[tuple[str, str]]:
    return re.findall(r'km-is-(\w+)">([^<]+)<', html)


def test_every_figure_has_its_mark_where_it_stands() -> None:
    assert marks(shown(TEXT)) == [
        ("differs", "8,0"), ("not_traceable", "8,0"), ("reproduces", "8,5"), ("unread", "4,7"),
    ]  # fmt: skip


def test_all_words_stay_in_their_order() -> None:
    without = re.sub(
        r'<div class="km-account">.*?</dl></div>|<span aria-hidden="true">.*?</span>|<span class="km-hidden">.*?</span>',
        "",
        shown(TEXT),
    )
    assert plain(without) == " ".join(TEXT.split())


def test_the_account_is_one_click_away() -> None:
    line = next(part for part in shown(TEXT).split("<details") if "Wachttijd" in part)
    assert "Vervang 8,0 door 7,5" in plain(line)
    assert "Balie: Wachttijd, eigen cijfer, 2020" in plain(line)


def test_only_what_is_doubtful() -> None:
    html = shown(TEXT, only_doubtful=True)
    assert [state for state, _ in marks(html)] == ["differs", "not_traceable", "unread"]


def test_columns_stand_beside_each_other() -> None:
    assert re.search(r"km-pieces[^>]*grid-template-columns:\d+fr \d+fr \d+fr", shown(TEXT))


def test_markup_in_a_draft_is_only_words() -> None:
    html = shown('<script>alert(1)</script> <img src="https://example.org/x.png">\nWachttijd <b>8,0</b>\u200b 8,1\n')
    assert "<script" not in html
    assert "<img" not in html
    assert "<b>" not in html
    assert ("differs", "8,0") in marks(html)


def test_pictures_and_empty_pages_are_shown_as_not_read() -> None:
    draft = Draft("c.pdf", "pdf", 2, (), (Unseen(1, 1, "picture", "foto.png"), Unseen(2, 1, "page")))
    found = check_draft(SESSION, draft, Selection())
    assert len(found.unread) == 2
    assert "Foto.png: niet gelezen" in plain(str(draft_html(found, draft, 1)))
    assert "niet gelezen" in plain(str(draft_html(found, draft, 2)))


def test_a_number_that_is_not_found_in_its_line_is_marked_behind_it() -> None:
    draft = draft_of("Wachttijd\n")
    number = PrintedNumber("9,9", None, "", 0, Place(1, 1, "Wachttijd 9,9"), unread="Niet te lezen.")
    html = str(draft_html(Checked((), (), (number,), (), Selection()), draft, 1))
    assert plain(html).startswith("Wachttijd 9,9")
    assert marks(html) == [("unread", "9,9")]
