"""A PDF as words with coordinates: letters that stand together are a word, words on one height a line, and a wide gap
ends a piece, so that columns and boxes side by side are told apart whatever the order in which the file draws them."""

from collections.abc import Iterable
from dataclasses import dataclass
from statistics import median

import pypdfium2
import pypdfium2.raw as pdfium

from lib.ingest.published.drafts.draft import Unseen, Word

_SMALLEST_PICTURE = 24.0  # points; smaller ones are bullets and icons
_DEEP = 4  # forms within forms in which pictures are looked for
_LARGE = 1.18  # times the usual letter: a heading
_BOLD = 600


@dataclass
class _Letter:
    text: str
    left: float
    right: float
    top: float
    bottom: float
    bold: bool


def page_count(data: bytes) -> int:
    """How many pages a PDF has. Raises `pypdfium2.PdfiumError` where it is none, or is locked."""
    document = pypdfium2.PdfDocument(data)
    try:
        return len(document)
    finally:
        document.close()


def read_pdf(data: bytes, pages: Iterable[int]) -> tuple[list[Word], list[Unseen]]:
    """The words of these pages (from 1), and the pictures and pages without text."""
    words: list[Word] = []
    unseen: list[Unseen] = []
    document = pypdfium2.PdfDocument(data)
    try:
        for number in pages:
            page = document[number - 1]
            found = _words(_letters(page), number)
            words += found
            if not found:
                unseen.append(Unseen(number, 1, "page"))
            else:
                unseen += [Unseen(number, 1, "picture") for _ in range(_pictures(page))]
            page.close()
    finally:
        document.close()
    return words, unseen


def _letters(page: pypdfium2.PdfPage) -> list[_Letter]:
    text = page.get_textpage()
    _, height = page.get_size()
    letters = []
    for place in range(text.count_chars()):
        code = pdfium.FPDFText_GetUnicode(text, place)
        sign = chr(code) if code else ""
        if not sign or sign.isspace() or code == 0xFFFE:
            if sign:
                letters.append(_Letter(" ", 0, 0, 0, 0, False))
            continue
        left, bottom, right, top = text.get_charbox(place, loose=True)
        bold = pdfium.FPDFText_GetFontWeight(text, place) >= _BOLD
        letters.append(_Letter(sign, left, right, height - top, height - bottom, bold))
    text.close()
    return letters


def _words(letters: list[_Letter], page: int) -> list[Word]:
    """Letters in the order of the file make words; words by their height make lines."""
    runs: list[list[_Letter]] = []
    current: list[_Letter] = []
    for letter in letters:
        if letter.text == " ":
            current = []
            continue
        size = letter.bottom - letter.top
        joins = (
            current
            and abs(current[-1].bottom - letter.bottom) < 0.4 * size
            and (-0.5 * size < letter.left - current[-1].right < 0.25 * size or _is_ligature(current[-1], letter))
        )
        if joins:
            current.append(letter)
        else:
            current = [letter]
            runs.append(current)
    if not runs:
        return []
    usual = median(one.bottom - one.top for run in runs for one in run)
    boxes = sorted(runs, key=lambda run: (run[0].top + run[0].bottom) / 2)
    lines: list[list[list[_Letter]]] = []
    for run in boxes:
        middle = (run[0].top + run[0].bottom) / 2
        if lines and abs(_middle(lines[-1][0]) - middle) < 0.35 * min(_size(run), _size(lines[-1][0])):
            lines[-1].append(run)
        else:
            lines.append([run])
    words: list[Word] = []
    for number, line in enumerate(lines, start=1):
        piece, before = 0, None
        for run in sorted(line, key=lambda one: one[0].left):
            if before is not None and run[0].left - before > 0.75 * _size(run):
                piece += 1
            before = run[-1].right
            words.append(
                Word(
                    "".join(one.text for one in run), page, number, piece, run[0].left, run[-1].right,
                    min(one.top for one in run), max(one.bottom for one in run),
                    heading=_size(run) > _LARGE * usual, bold=run[0].bold,
                )
            )  # fmt: skip
    return words


def _is_ligature(one: _Letter, other: _Letter) -> bool:
    """Whether two letters are drawn as one sign, as "ij" may be: then they have the same place."""
    return abs(one.left - other.left) < 0.1 and abs(one.right - other.right) < 0.1


def _size(run: list[_Letter]) -> float:
    return run[0].bottom - run[0].top


def _middle(run: list[_Letter]) -> float:
    return (run[0].top + run[0].bottom) / 2


def _pictures(page: pypdfium2.PdfPage) -> int:
    """How many pictures of some size a page has."""
    count = 0
    for one in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE], max_depth=_DEEP):
        left, bottom, right, top = one.get_bounds()
        count += min(right - left, top - bottom) >= _SMALLEST_PICTURE
    return count
