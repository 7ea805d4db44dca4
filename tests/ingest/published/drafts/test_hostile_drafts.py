"""Drafts that are broken, hostile or too much end in one Dutch line, and take nothing along."""

import io
import zipfile

import pytest

from lib.ingest.published.drafts.draft_figures import printed_numbers
from lib.ingest.published.drafts.draft_files import MOST_PAGES, read_draft
from lib.ingest.sandbox.guard import Reader
from lib.ingest.sandbox.precheck import Limits
from tests.ingest.published.drafts.made import docx, packed, pdf, pptx

ENTITIES = '<!DOCTYPE x [<!ENTITY a "8,1 8,1 8,1"><!ENTITY b "&a;&a;&a;">]><w:document xmlns:w="x"><w:body>&b;</w:body></w:document>'


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("a.pdf", b"%PDF-1.7 niets", "draft_unreadable"),
        ("a.docx", b"PK\x03\x04 niets", "draft_unreadable"),
        ("a.docx", packed({"word/document.xml": ENTITIES}), "draft_unreadable"),
        ("a.docx", packed({"word/document.xml": "<w:document"}), "draft_unreadable"),
        ("a.zip", packed({"iets.txt": "8,1"}), "draft_unknown_format"),
        ("a.doc", b"\xd0\xcf\x11\xe0\x00\x00", "draft_unknown_format"),
        ("a.pdf", pdf(*[[(50.0, 50.0, "8,1")]] * (MOST_PAGES + 1)), "draft_too_many_pages"),
        ("a.txt", b"8,1 " * 400_000, "draft_too_long"),
    ],
)
def test_what_cannot_be_read_is_told_in_one_line(name: str, data: bytes, code: str) -> None:
    draft = read_draft(name, data)
    assert (draft.format, draft.words, [one.code for one in draft.problems]) == (None, (), [code])
    assert "\n" not in draft.problems[0].message
    assert draft.problems[0].remedy
    assert printed_numbers(draft) == []


def test_pages_that_are_not_there_are_told() -> None:
    assert [one.code for one in read_draft("a.txt", b"8,1", (2, 3)).problems] == ["draft_no_such_pages"]


def test_only_the_pages_that_are_asked_are_read() -> None:
    data = pdf(*[[(50.0, 50.0, f"{number},5")] for number in range(1, 10)])
    assert [word.text for word in read_draft("a.pdf", data, (2, 3)).words] == ["2,5", "3,5"]
    assert [word.text for word in read_draft("a.txt", b"1\f2\f3", (2, 2)).words] == ["2"]
    slides = pptx(*[[(50.0, 50.0, f"{number},5")] for number in range(1, 4)])
    assert [word.text for word in read_draft("a.pptx", slides, (3, 3)).words] == ["3,5"]


def test_a_draft_is_read_in_a_process_of_its_own_with_its_limits() -> None:
    bomb = io.BytesIO()
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b" " * (40 << 20))
    with Reader(Limits(unpacked_bytes=32 << 20)) as reader:
        assert [one.code for one in reader.read_draft("a.docx", bomb.getvalue()).problems] == ["workbook_too_large"]
        draft = reader.read_draft("a.docx", docx("# Balie 2020", "Wachttijd 8,1"), None)
    assert draft == read_draft("a.docx", docx("# Balie 2020", "Wachttijd 8,1"))


def test_scripts_and_pictures_from_elsewhere_are_no_text() -> None:
    html = b"<script>alert(8)</script><style>a{width:7px}</style><p>Balie: wachttijd 8,1</p><img src='http://x/9.png' alt='grafiek'>"
    draft = read_draft("a.html", html)
    assert [word.text for word in draft.words] == ["Balie:", "wachttijd", "8,1"]
    assert [one.name for one in draft.unseen] == ["grafiek"]


def test_a_picture_that_tells_its_figures_is_read() -> None:
    draft = read_draft("a.md", b"![Wachttijd balie 8,1](x.png)\n![grafiek](y.png)\n")
    numbers = printed_numbers(draft)
    assert [one.printed for one in numbers] == ["8,1", "grafiek"]
    assert [one.claim is not None for one in numbers] == [True, False]


def test_a_page_without_text_counts_once() -> None:
    numbers = printed_numbers(read_draft("a.pdf", pdf([(50.0, 50.0, "Balie: wachttijd 8,1")], [])))
    assert [(one.printed, one.place.page, one.unread is None) for one in numbers] == [("8,1", 1, True), ("", 2, False)]
