"""Any draft of a publication to words with their places: what kind of file it is, which pages are asked, and what is
said where it can't be read."""

import io
import zipfile
import zlib
from collections.abc import Sequence
from xml.etree import ElementTree

import pypdfium2

from lib.ingest.published.drafts.attached import attached_figures
from lib.ingest.published.drafts.draft import Draft, Format, Unseen, Word
from lib.ingest.published.drafts.html_drafts import read_html
from lib.ingest.published.drafts.package import Package
from lib.ingest.published.drafts.pdf_drafts import page_count, read_pdf
from lib.ingest.published.drafts.sheet_drafts import read_sheets, sheet_names
from lib.ingest.published.drafts.slide_drafts import read_slides, slide_parts
from lib.ingest.published.drafts.text_drafts import read_cells, read_text, text_pages
from lib.ingest.published.drafts.word_drafts import read_docx
from lib.survey.problems import Problem, Refusal

MOST_PAGES = 200
_MOST_WORDS = 300_000  # more is no report; a thick one of 200 pages has a third of it
_LARGEST_TEXT = 20 << 20
_BROKEN = (
    zipfile.BadZipFile, zlib.error, ElementTree.ParseError, KeyError, ValueError, EOFError, OSError, RuntimeError,
    IndexError, NotImplementedError, TypeError, pypdfium2.PdfiumError, RecursionError,
)  # fmt: skip
_Read = tuple[list[Word], list[Unseen], int]


def read_draft(name: str, data: bytes, pages: tuple[int, int] | None = None) -> Draft:
    """Read a draft. `pages`: the first and last page, slide or sheet that counts, from 1; None is all of them.

    Never raises for what is in the file: a draft that can't be read has no words and one problem that says why.
    """
    try:
        kind = _format(name, data)
        words, unseen, count = _read(name, kind, data, pages)
        attached = attached_figures(data) if kind == "pdf" else ""
    except Refusal as refusal:
        return _refused(name, refusal.problem)
    except _BROKEN:
        return _refused(name, _broken(name))
    if len(words) > _MOST_WORDS:
        return _refused(name, _too_long(name))
    return Draft(name, kind, count, tuple(words), tuple(unseen), attached=attached)


def _format(name: str, data: bytes) -> Format:
    """What kind of file it is: by its bytes, and by its name where bytes are only text."""
    if data[:1024].lstrip().startswith(b"%PDF-"):
        return "pdf"
    ending = name.rpartition(".")[2].lower()
    if data.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = set(archive.namelist())
        for part, kind in (
            ("word/document.xml", "docx"),
            ("ppt/presentation.xml", "pptx"),
            ("xl/workbook.xml", "xlsx"),
        ):
            if part in names:
                return kind  # type: ignore[return-value]
        raise Refusal(_unknown(name))
    if b"\x00" in data[:4096] and not data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise Refusal(_unknown(name))
    if ending in ("html", "htm") or data[:512].lstrip().lower().startswith((b"<!doctype html", b"<html")):
        return "html"
    return "markdown" if ending in ("md", "markdown") else "csv" if ending in ("csv", "tsv") else "text"


def _read(name: str, kind: Format, data: bytes, pages: tuple[int, int] | None) -> _Read:
    if kind == "pdf":
        try:
            count = page_count(data)
        except pypdfium2.PdfiumError as error:
            raise Refusal(_locked(name) if "password" in str(error).lower() else _broken(name)) from error
        words, unseen = read_pdf(data, _asked(name, count, pages))
        return words, unseen, count
    if kind == "pptx":
        package = Package(data)
        parts = slide_parts(package)
        words, unseen = read_slides(package, parts, _asked(name, len(parts), pages))
        return words, unseen, len(parts)
    if kind == "xlsx":
        count = len(sheet_names(data))
        words, unseen = read_sheets(data, _asked(name, count, pages))
        return words, unseen, count
    if kind == "docx":
        words, unseen, count = read_docx(data)
    else:
        if len(data) > _LARGEST_TEXT:
            raise Refusal(_too_long(name))
        texts = text_pages(data)
        count = len(texts)
        if kind == "html":
            (words, unseen), count = read_html("\n".join(texts)), 1
        elif kind == "csv":
            (words, unseen), count = (read_cells("\n".join(texts), 1), []), 1
        else:
            words, unseen = read_text(texts, 1, kind == "markdown")
    asked = _asked(name, count, pages)
    return [one for one in words if one.page in asked], [one for one in unseen if one.page in asked], count


def _asked(name: str, count: int, pages: tuple[int, int] | None) -> Sequence[int]:
    """The pages that are asked of those that there are. Raises `Refusal` where there are none, or too many."""
    first, last = pages or (1, count)
    found = range(max(1, first), min(last, count) + 1)
    if not found:
        raise Refusal(_no_such_pages(name, count))
    if len(found) > MOST_PAGES:
        raise Refusal(_too_many_pages(name, count))
    return found


def _refused(name: str, problem: Problem) -> Draft:
    return Draft(name, None, 0, (), (), (problem,))


def _problem(code: str, name: str, message: str, remedy: str) -> Problem:
    return Problem(code, "error", message, file=name, remedy=remedy)


def _broken(name: str) -> Problem:
    return _problem(
        "draft_unreadable", name, f"Het concept {name} is niet te openen; het bestand is beschadigd of van een andere soort.",
        "Open het in het programma waarin het gemaakt is, bewaar het opnieuw en kies dat bestand; of plak de tekst.",
    )  # fmt: skip


def _locked(name: str) -> Problem:
    return _problem(
        "draft_locked", name, f"Het concept {name} is beveiligd met een wachtwoord.",
        "Bewaar een exemplaar zonder wachtwoord en kies dat.",
    )  # fmt: skip


def _unknown(name: str) -> Problem:
    return _problem(
        "draft_unknown_format", name, f"Het concept {name} is geen bestand waaruit tekst te lezen is.",
        "Kies een bestand dat eindigt op .pdf, .docx, .pptx, .xlsx, .html, .md, .csv of .txt, of plak de tekst.",
    )  # fmt: skip


def _too_long(name: str) -> Problem:
    return _problem(
        "draft_too_long", name, f"Het concept {name} is te lang om na te rekenen.",
        "Kies alleen de bladzijden met cijfers, of plak de tekst daarvan.",
    )  # fmt: skip


def _too_many_pages(name: str, count: int) -> Problem:
    return _problem(
        "draft_too_many_pages", name, f"Het concept {name} heeft {count} bladzijden; meer dan {MOST_PAGES} tegelijk wordt niet gelezen.",
        f"Geef aan welke bladzijden gecontroleerd moeten worden, hooguit {MOST_PAGES}.",
    )  # fmt: skip


def _no_such_pages(name: str, count: int) -> Problem:
    many = "1 bladzijde" if count == 1 else f"{count} bladzijden"
    return _problem(
        "draft_no_such_pages", name, f"De gevraagde bladzijden staan niet in {name}; het heeft {many}.",
        "Kies een bereik dat erin staat.",
    )  # fmt: skip
