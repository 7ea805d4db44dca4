"""The page Toelichting: every term has a place that pages link to, the short answer is first, and it can be searched."""

from lib.report import explanations
from lib.report.blocks import Contents, Section, Sentences, Text
from lib.report.explanations import SECTION_OF, anchor_of
from lib.report.pages.toelichting import page
from lib.report.terms import TERMS
from lib.report.view import View
from lib.session.session import Session


def test_every_term_has_a_section_that_holds_its_sentence() -> None:
    sections = {section.title: section for section in explanations.sections({})}
    assert SECTION_OF.keys() == TERMS.keys()
    for term, title in SECTION_OF.items():
        assert any(TERMS[term] in paragraph for paragraph in sections[title].paragraphs), term


def test_anchors_are_unique_and_the_contents_lead_to_them() -> None:
    made = page(View(Session()))
    anchors = [block.anchor for block in made.blocks if isinstance(block, Section)]
    assert len(set(anchors)) == len(anchors)
    (contents,) = made.every(Contents)
    assert isinstance(contents, Contents)
    assert [anchor for _, anchor in contents.entries] == anchors
    assert anchor_of("Thema's en zoeken") == "themas-en-zoeken"


def test_the_first_paragraph_is_in_view_and_the_rest_folded() -> None:
    blocks = page(View(Session())).blocks
    place = next(at for at, block in enumerate(blocks) if isinstance(block, Section) and block.title == "CES")
    short, more = blocks[place + 1 : place + 3]
    assert isinstance(short, Text)
    assert short.words == TERMS["CES"]
    assert isinstance(more, Sentences)
    assert more.title == "Meer over CES"


def test_a_search_leaves_what_holds_the_words_unfolded() -> None:
    made = page(View(Session(), choices={"begrip": "Kitagawa"}))
    assert [block.title for block in made.blocks if isinstance(block, Section)] == ["Twee selecties vergelijken"]
    assert made.finding == "Eén onderdeel gaat over ‘Kitagawa’."
    assert not made.every(Sentences, Contents)
    nothing = page(View(Session(), choices={"begrip": "zeppelin"}))
    assert "staat niet in de toelichting" in nothing.finding
    assert len(nothing.every(Section)) > 10
