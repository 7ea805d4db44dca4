"""Drafts made for tests: a PDF with words at places, a Word file, slides. Smallest files that are sound."""

import io
import zipfile
from collections.abc import Iterable
from xml.sax.saxutils import escape

Placed = tuple[float, float, str]  # points from the left and from the top, and the words


def pdf(*pages: Iterable[Placed], size: float = 10.0) -> bytes:
    """A PDF whose pages hold these words at these places; a page without any is drawn empty."""
    objects: list[bytes] = [
        b"",
        b"",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    kids = []
    for page in pages:
        drawn = b"".join(
            f"BT /F1 {size} Tf {left} {842 - top} Td (".encode() + _escaped(text) + b") Tj ET\n"
            for left, top, text in page
        )
        objects.append(b"<< /Length %d >>\nstream\n" % len(drawn) + drawn + b"endstream")
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents %d 0 R >>"
            % len(objects)
        )
        kids.append(b"%d 0 R" % len(objects))
    objects[0] = b"<< /Type /Catalog /Pages 2 0 R >>"
    objects[1] = b"<< /Type /Pages /Kids [%s] /Count %d >>" % (b" ".join(kids), len(kids))
    out = bytearray(b"%PDF-1.4\n")
    places = []
    for number, one in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n" % number + one + b"\nendobj\n"
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start)
    return bytes(out)


def _escaped(text: str) -> bytes:
    return text.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")


def docx(*blocks: str | list[list[str]], extra: str = "") -> bytes:
    """A Word file of paragraphs ("# " before a heading) and tables."""
    body = "".join(_paragraph(one) if isinstance(one, str) else _table(one) for one in blocks)
    return packed(
        {
            "word/document.xml": '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
            'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
            'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
            f"<w:body>{body}{extra}</w:body></w:document>"
        }
    )


def _paragraph(text: str) -> str:
    style = '<w:pPr><w:pStyle w:val="Kop1"/></w:pPr>' if text.startswith("# ") else ""
    return f"<w:p>{style}<w:r><w:t>{escape(text.removeprefix('# '))}</w:t></w:r></w:p>"


def _table(rows: list[list[str]]) -> str:
    made = ("".join(f"<w:tc>{_paragraph(cell)}</w:tc>" for cell in row) for row in rows)
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in made)}</w:tbl>"


def pptx(*slides: Iterable[Placed]) -> bytes:
    """Slides whose text boxes stand at these places; a box may hold several lines."""
    parts = {
        "ppt/presentation.xml": '<p:presentation xmlns:p="p" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><p:sldIdLst>'
        + "".join(f'<p:sldId id="{n}" r:id="r{n}"/>' for n in range(1, len(slides) + 1))
        + "</p:sldIdLst></p:presentation>",
        "ppt/_rels/presentation.xml.rels": '<Relationships xmlns="x">'
        + "".join(f'<Relationship Id="r{n}" Target="slides/slide{n}.xml"/>' for n in range(1, len(slides) + 1))
        + "</Relationships>",
    }
    for number, slide in enumerate(slides, start=1):
        shapes = "".join(
            '<p:sp><p:nvSpPr><p:cNvPr id="1" name=""/><p:nvPr/></p:nvSpPr><p:spPr><a:xfrm>'
            f'<a:off x="{int(left * 12700)}" y="{int(top * 12700)}"/><a:ext cx="{200 * 12700}" cy="{40 * 12700}"/></a:xfrm></p:spPr><p:txBody>'
            + "".join(f"<a:p><a:r><a:t>{escape(line)}</a:t></a:r></a:p>" for line in text.split("\n"))
            + "</p:txBody></p:sp>"
            for left, top, text in slide
        )
        parts[f"ppt/slides/slide{number}.xml"] = (
            f'<p:sld xmlns:p="p" xmlns:a="a"><p:cSld><p:spTree>{shapes}</p:spTree></p:cSld></p:sld>'
        )
    return packed(parts)


def chart(title: str, series: dict[str, dict[str, float]], code: str = "General") -> str:
    """The part of a chart: series, each with its values by category, in this format."""

    def points(kind: str, values: Iterable[object]) -> str:
        inside = "".join(f'<c:pt idx="{at}"><c:v>{escape(str(value))}</c:v></c:pt>' for at, value in enumerate(values))
        return f"<c:{kind}>{f'<c:formatCode>{escape(code)}</c:formatCode>' if kind == 'numCache' else ''}{inside}</c:{kind}>"

    drawn = "".join(
        f"<c:ser><c:tx><c:strRef>{points('strCache', [name])}</c:strRef></c:tx>"
        f"<c:cat><c:strRef>{points('strCache', values)}</c:strRef></c:cat>"
        f"<c:val><c:numRef>{points('numCache', values.values())}</c:numRef></c:val></c:ser>"
        for name, values in series.items()
    )
    return (
        '<c:chartSpace xmlns:c="c" xmlns:a="a"><c:chart><c:title><c:tx><c:rich><a:p><a:r>'
        f"<a:t>{escape(title)}</a:t></a:r></a:p></c:rich></c:tx></c:title><c:plotArea><c:barChart>{drawn}</c:barChart></c:plotArea></c:chart></c:chartSpace>"
    )


_LINKED = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
_RELATED = '<Relationships xmlns="x"><Relationship Id="r1" Target="{}"/></Relationships>'


def slide_with_chart(part: str) -> bytes:
    """One slide with one chart."""
    return packed(
        {
            "ppt/presentation.xml": f'<p:presentation xmlns:p="p" {_LINKED}><p:sldIdLst><p:sldId id="1" r:id="r1"/></p:sldIdLst></p:presentation>',
            "ppt/_rels/presentation.xml.rels": _RELATED.format("slides/slide1.xml"),
            "ppt/slides/slide1.xml": f'<p:sld xmlns:p="p" xmlns:a="a" xmlns:c="c" {_LINKED}><p:cSld><p:spTree><p:graphicFrame>'
            '<p:xfrm><a:off x="0" y="0"/></p:xfrm><a:graphic><a:graphicData><c:chart r:id="r1"/></a:graphicData></a:graphic>'
            "</p:graphicFrame></p:spTree></p:cSld></p:sld>",
            "ppt/slides/_rels/slide1.xml.rels": _RELATED.format("../charts/chart1.xml"),
            "ppt/charts/chart1.xml": part,
        }
    )


def document_with_chart(part: str) -> bytes:
    """A Word file with one chart in its only paragraph."""
    return packed(
        {
            "word/document.xml": f'<w:document xmlns:w="w" xmlns:wp="wp" xmlns:a="a" xmlns:c="c" {_LINKED}><w:body><w:p><w:r><w:drawing>'
            '<wp:inline><wp:docPr id="1" name="Grafiek"/><a:graphic><a:graphicData><c:chart r:id="r1"/></a:graphicData></a:graphic>'
            "</wp:inline></w:drawing></w:r></w:p></w:body></w:document>",
            "word/_rels/document.xml.rels": _RELATED.format("charts/chart1.xml"),
            "word/charts/chart1.xml": part,
        }
    )


def packed(parts: dict[str, str]) -> bytes:
    """A zip file of these parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return out.getvalue()
