"""Slides: every text box with its place, so that a number above its word is read as one looks at it; tables; charts
that print their numbers."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from lib.ingest.published.drafts.charts import chart_rows
from lib.ingest.published.drafts.draft import LINE, Unseen, Word, words_of
from lib.ingest.published.drafts.package import LINK, Element, Package, all_of, first_of, local
from lib.ingest.published.drafts.text_drafts import row_words

_SHOW = "ppt/presentation.xml"
_POINT = 12700.0
_USUAL = 18.0  # points, where no size is given
_TITLES = ("title", "ctrTitle", "subTitle")
_NARROW = 0.5  # of the height of a letter: its width


@dataclass
class _Slide:
    number: int
    words: list[Word] = field(default_factory=list)
    unseen: list[Unseen] = field(default_factory=list)
    line: int = 0
    table: int = 0
    below: float = 40.0


def slide_parts(package: Package) -> list[str]:
    """The names of the slides, in the order in which they are shown."""
    relations = package.relations(_SHOW)
    ids = [one.get(LINK, "") for one in all_of(package.part(_SHOW), "sldId")]
    return [relations[one] for one in ids if relations.get(one) in package.names]


def read_slides(package: Package, parts: list[str], pages: Iterable[int]) -> tuple[list[Word], list[Unseen]]:
    """The words of these slides (from 1), and the pictures whose alternative text tells no figure."""
    words: list[Word] = []
    unseen: list[Unseen] = []
    for number in pages:
        slide = _Slide(number)
        root = package.part(parts[number - 1])
        tree = first_of(root, "cSld", "spTree")
        if tree is not None:
            _read_shapes(slide, package, parts[number - 1], tree, (0.0, 0.0, 1.0, 1.0))
        words += slide.words
        unseen += slide.unseen
        if not slide.words and not slide.unseen:
            unseen.append(Unseen(number, 1, "page"))
    return words, unseen


def _read_shapes(slide: _Slide, package: Package, part: str, tree: Element, moved: tuple[float, ...]) -> None:
    for shape in tree:
        name = local(shape)
        if name == "grpSp":
            _read_shapes(slide, package, part, shape, _moved(shape, moved))
        elif name == "sp":
            body = first_of(shape, "txBody")
            if body is not None:
                _read_box(slide, shape, body, moved)
        elif name == "graphicFrame":
            _read_frame(slide, package, part, shape)
        elif name == "pic":
            properties = first_of(shape, "nvPicPr", "cNvPr")
            told = (properties.get("descr") or "") if properties is not None else ""
            if any(sign.isdigit() for sign in told):
                slide.line += 1
                slide.words += words_of(told, slide.number, slide.line, top=slide.below)
                slide.below += LINE
            else:
                slide.unseen.append(Unseen(slide.number, slide.line, "picture", told))


def _moved(group: Element, moved: tuple[float, ...]) -> tuple[float, ...]:
    """How places inside a group become places on the slide: moved and stretched."""
    at = first_of(group, "grpSpPr", "xfrm")
    if at is None:
        return moved
    numbers = []
    for name, keys in (("off", "xy"), ("ext", ("cx", "cy")), ("chOff", "xy"), ("chExt", ("cx", "cy"))):
        one = first_of(at, name)
        numbers += [float(one.get(key, "0")) if one is not None else 0.0 for key in keys]
    x, y, w, h, cx, cy, cw, ch = numbers
    across, down = (w / cw if cw else 1.0), (h / ch if ch else 1.0)
    return (
        moved[0] + (x - cx * across) * moved[2],
        moved[1] + (y - cy * down) * moved[3],
        moved[2] * across,
        moved[3] * down,
    )


def _read_box(slide: _Slide, shape: Element, body: Element, moved: tuple[float, ...]) -> None:
    place = first_of(shape, "nvSpPr", "nvPr", "ph")
    kind = place.get("type", "body") if place is not None else ""
    if kind in ("sldNum", "dt", "ftr"):
        top, left = 10_000.0, 0.0
    else:
        at = first_of(shape, "spPr", "xfrm", "off")
        left = (moved[0] + float(at.get("x", "0")) * moved[2]) / _POINT if at is not None else 0.0
        top = (moved[1] + float(at.get("y", "0")) * moved[3]) / _POINT if at is not None else slide.below
    extent = first_of(shape, "spPr", "xfrm", "ext")
    width = float(extent.get("cx", "0")) * moved[2] / _POINT if extent is not None else 0.0
    for paragraph in (one for one in body if local(one) == "p"):
        text = "".join("\n" if local(one) == "br" else (one.text or "") for one in paragraph.iter() if local(one) in ("t", "br"))  # fmt: skip
        sizes = [int(one.get("sz", "0")) for one in paragraph.iter() if one.get("sz", "").isdigit()]
        size = max(sizes, default=0) / 100 or _USUAL
        bold = any(one.get("b") == "1" for one in paragraph.iter() if local(one) == "rPr")
        for line in text.split("\n"):
            slide.line += bool(line.strip())
            x = left
            for piece, cell in enumerate(part for part in line.split("\t") if part.strip()):
                letter = min(size * _NARROW, width / len(cell)) if width else size * _NARROW  # a box breaks its lines
                found = words_of(
                    cell, slide.number, slide.line, piece, left=x, top=top, letter=letter, height=size,
                    heading=kind in _TITLES, bold=bold,
                )  # fmt: skip
                slide.words += found
                x = found[-1].right + 3 * size
            top += 1.2 * size
    if top < 10_000:
        slide.below = max(slide.below, top)


def _read_frame(slide: _Slide, package: Package, part: str, frame: Element) -> None:
    rows: list[list[str]] = []
    for table in all_of(frame, "tbl"):
        for row in all_of(table, "tr"):
            cells = (one for one in row if local(one) == "tc")
            rows.append([" ".join("".join(one.text or "" for one in all_of(cell, "t")).split()) for cell in cells])
    relations = package.relations(part)
    for chart in all_of(frame, "chart"):
        target = relations.get(chart.get(LINK) or "")
        if target in package.names:
            rows += chart_rows(package.part(str(target)))
            if not rows:
                slide.unseen.append(Unseen(slide.number, slide.line, "picture"))
    slide.table += bool(rows)
    at = first_of(frame, "xfrm", "off")
    top = float(at.get("y", "0")) / _POINT if at is not None else slide.below
    for texts in rows:
        slide.line += 1
        made = row_words(texts, slide.number, slide.line, slide.table)
        slide.words += [_at(word, top) for word in made]
        top += LINE
    slide.below = max(slide.below, top)


def _at(word: Word, top: float) -> Word:
    return Word(
        word.text, word.page, word.line, word.piece, word.left, word.right, top, top + LINE, word.table, word.heading
    )  # fmt: skip
