"""The factsheet in every form: what is printed in it follows from the data when it is read back, and a text is only text."""

import io
import re
from collections.abc import Mapping
from datetime import date

import pypdfium2
import pytest
from docx import Document
from pptx import Presentation

from lib.figures.counts import Counts
from lib.figures.selection import Selection
from lib.ingest.published.drafts.draft_figures import printed_numbers
from lib.ingest.published.drafts.draft_files import read_draft
from lib.render.factsheet import ENDINGS, factsheet_file, fingerprint, foot_of
from lib.report.check.check_draft import check
from lib.report.factsheet import PARTS, Choices, choices_of, factsheet, name_of
from lib.report.figures_json import figures_json
from lib.report.view import View
from lib.session.session import Session
from lib.survey.references import References
from tests.conftest import SAMPLE

DAY = date(2026, 11, 27)
FILES = ("balie_2020.xlsx", "digitaal_2020.csv", "referentiecijfers.csv")
EVIL = '<script>alert(1)</script> #set page(fill: red) =HYPERLINK("http://x")'


@pytest.fixture(scope="module")
def view() -> View:
    session = Session().with_files([(name, (SAMPLE / name).read_bytes()) for name in FILES])
    return View(session, Selection(), {}, "publish")


# Numbers of each file that the check can't tell what they are: the goal is none.
_UNREAD = {"pdf": 28, "html": 17, "pptx": 2, "docx": 1, "csv": 0, "xlsx": 1}


@pytest.fixture(scope="module")
def files(view: View) -> Mapping[str, bytes]:
    told = figures_json(Selection(), [view.figures(channel) for channel in view.channels], [], "publish")
    pages = factsheet(view, Choices("Voorbeeldstad", invitations={"balie": 12000}))
    return {ending: factsheet_file(ending, pages, told, DAY) for ending in ENDINGS}


@pytest.mark.parametrize("ending", ENDINGS)
def test_read_back_every_figure_that_is_read_is_right(
    files: Mapping[str, bytes], view: View, ending: str, sample_references: References
) -> None:
    counts: Mapping[str, Counts] = view.session.counts
    draft = read_draft(f"factsheet.{ending}", files[ending])
    products = sorted({name for each in counts.values() for name in each.products})
    numbers = printed_numbers(draft, products, tuple(counts))
    found = check(numbers, counts, sample_references, Selection())
    scores = [each for each in found.figures if each.claim.column in ("own", "benchmark")]
    right = [each for each in scores if each.verdict == "reproduces"]
    assert len(right) >= 30, f"of {len(scores)} in {ending}"
    wrong = [(each.claim, each.verdict) for each in found.figures if each.verdict != "reproduces"]
    assert wrong == []
    # What is said in running words beside a picture, and in small print.
    assert sum(number.unread is not None for number in numbers) <= _UNREAD[ending]


@pytest.mark.parametrize("ending", ENDINGS)
def test_the_same_figures_give_a_file_of_the_same_size_and_start(files: Mapping[str, bytes], ending: str) -> None:
    starts = {"pdf": b"%PDF-", "html": b"<!doctype html>", "csv": b"\xef\xbb\xbf"}
    assert files[ending].startswith(starts.get(ending, b"PK"))


def test_the_pdf_has_its_figures_attached_and_is_tagged(files: Mapping[str, bytes]) -> None:
    document = pypdfium2.PdfDocument(files["pdf"])
    assert document.count_attachments() == 1
    attachment = document.get_attachment(0)
    assert attachment.get_name() == "figures.json"
    assert b'"audience":"publish"' in bytes(attachment.get_data())
    assert document.is_tagged()


def test_the_page_for_a_website_needs_nothing_from_elsewhere(files: Mapping[str, bytes]) -> None:
    html = files["html"].decode("utf-8")
    assert '<html lang="nl">' in html
    assert not re.search(r'(?:src|href)="(?!data:|#|\?)', html)
    assert "<script" not in html
    assert "default-src 'none'" in html


def test_slides_and_documents_are_dutch_and_say_what_pictures_show(files: Mapping[str, bytes]) -> None:
    deck = Presentation(io.BytesIO(files["pptx"]))
    charts = [shape for slide in deck.slides for shape in slide.shapes if shape.has_chart]
    assert charts
    assert all(shape._element.xpath(".//p:cNvPr")[0].get("descr") for shape in charts)
    assert deck.core_properties.language == "nl-NL"
    document = Document(io.BytesIO(files["docx"]))
    assert [paragraph.text for paragraph in document.paragraphs if paragraph.style is not None and paragraph.style.name == "Heading 1"] == [
        "Factsheet klantonderzoek · Voorbeeldstad · Balie", "Factsheet klantonderzoek · Voorbeeldstad · Digitaal"
    ]  # fmt: skip
    assert len(document.tables) >= 5


def test_what_a_user_types_is_only_ever_text(view: View) -> None:
    pages = factsheet(view, Choices(EVIL, EVIL, EVIL))
    made = {ending: factsheet_file(ending, pages, {}, DAY) for ending in ENDINGS}
    assert b"<script>alert" not in made["html"]
    assert "#set page(fill: red)" in pypdfium2.PdfDocument(made["pdf"])[0].get_textpage().get_text_bounded()


def test_saved_choices_are_taken_as_far_as_they_are_sound() -> None:
    assert choices_of(None) == choices_of([]) == choices_of({"parts": "x", "invitations": 3, "title": 4}) == Choices()
    made = choices_of(
        {
            "municipality": "Zuidermark",
            "invitations": {"balie": 10, "maan": 3, "digitaal": -1},
            "parts": ["ces", "x", "ces"],
        }
    )
    assert (made.municipality, made.invitations, made.parts) == ("Zuidermark", {"balie": 10}, ("ces",))
    assert choices_of({"parts": []}).parts == PARTS


def test_the_name_and_foot_say_what_and_when(view: View) -> None:
    pages = factsheet(view, Choices())
    assert name_of(pages, DAY) == "factsheet_balie-digitaal_2020_2026-11-27"
    foot = foot_of(pages, {"a": 1}, DAY)
    assert "Balie · alle producten · 2020" in foot
    assert "27 nov 2026" in foot
    assert fingerprint({"a": 1}) in foot
    assert fingerprint({"a": 1}) != fingerprint({"a": 2})


def test_nobody_is_no_factsheet(view: View) -> None:
    none = Selection("balie", (), date(2001, 1, 1), date(2001, 1, 31))
    assert factsheet(View(view.session, none), Choices()) == ()
