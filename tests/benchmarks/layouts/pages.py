"""Layouts of drafts that are pages: cards in rows, boxes side by side, columns of a newspaper, bars over their labels,
slides, tables of a document, of a page and of a workbook."""

import io
from collections.abc import Sequence
from html import escape

from openpyxl import Workbook

from lib.survey.catalogue import aspects_of, find
from tests.benchmarks.layouts.printed import Document
from tests.benchmarks.layouts.texts import NAMES
from tests.ingest.published.drafts.made import docx, pdf, pptx

Placed = tuple[float, float, str]


def _placed(name: str, kind: str, *pages: Sequence[Placed]) -> Document:
    """A document of words at places, which stand in its parts as one reads them."""
    ordered = [sorted(page, key=lambda one: (round(one[1] / 7), one[0])) for page in pages]

    def made(texts: Sequence[str]) -> bytes:
        left = iter(texts)
        filled = [[(x, y, next(left)) for x, y, _ in page] for page in ordered]
        return pdf(*filled) if kind == "pdf" else pptx(*filled)

    return Document(name, tuple(text for page in ordered for _, _, text in page), made)


def dashboard(channel: str, variant: int) -> Document:
    """Cards in rows: the word above, the figure, its BM under it."""
    page: list[Placed] = [(50, 50, f"Dashboard {NAMES[channel].lower()} 2020")]
    for place, item in enumerate(aspects_of(channel)[:6]):
        x, y = 50 + (place % 3) * 170, 100 + (place // 3) * (90 + 10 * variant)
        words = item.label.split()
        half = (len(words) + 1) // 2
        page += (
            [(x, y, " ".join(words[:half])), (x, y + 13, " ".join(words[half:]))]
            if len(words) > 3
            else [(x, y + 13, item.label)]
        )
        page += [
            (x + 10, y + 30, f"{{{channel}.{item.key}.own}}"),
            (x + 10, y + 45, f"BM {{{channel}.{item.key}.benchmark}}"),
        ]
    page += [(50, 400, f"Totaaloordeel: {{{channel}.totaaloordeel.own}}"), (280, 810, "1")]
    return _placed(f"dashboard_{channel}_{variant}.pdf", "pdf", page)


def boxes(variant: int) -> Document:
    """A box for each channel beside the others, each with its counts and its table."""
    page: list[Placed] = [(40, 40, "Factsheet klantonderzoek 2020")]
    for place, channel in enumerate((("balie", "telefoon"), ("telefoon", "balie"))[variant % 2]):
        x = 40 + 265 * place
        page += [(x, 70, NAMES[channel]), (x, 90, "Respons"), (x + 120, 90, f"{{{channel}.responses.own}}")]
        page += [(x, 105, "Verbetertips"), (x + 120, 105, f"{{{channel}.tips.own}}")]
        page += [(x + 120, 130, "Eigen"), (x + 170, 130, "BM")]
        for row, item in enumerate(aspects_of(channel)):
            y = 148 + row * (15 + variant)
            page += [
                (x, y, item.label),
                (x + 120, y, f"{{{channel}.{item.key}.own}}"),
                (x + 170, y, f"{{{channel}.{item.key}.benchmark}}"),
            ]
    return _placed(f"vakken_{variant}.pdf", "pdf", page)


def newspaper(channel: str, variant: int) -> Document:
    """Two columns of text, the right one with large figures over their words."""
    left = [
        f"1 {NAMES[channel]}", f"In 2020 deden {{{channel}.responses.own}} klanten mee aan het", "onderzoek. Zij geven gemiddeld een",
        f"{{{channel}.totaaloordeel.own}} als totaaloordeel. Dat is het cijfer voor", "de dienstverlening als geheel.",
        "Hieronder staat wat klanten van de onderdelen", "vinden, vergeleken met andere gemeenten.",
    ]  # fmt: skip
    page: list[Placed] = [(50, 60 + 14 * row, text) for row, text in enumerate(left)]
    page += [(190, 180, "eigen"), (240, 180, "BM")]
    for row, item in enumerate(aspects_of(channel)[:5]):
        label = item.label.removeprefix("Digitaal loket is ").removeprefix("Benodigde info ").capitalize()
        label = (
            label
            if channel != "digitaal"
            else {"Gebruiksvriendelijk": "Gebruiksvriendelijkheid", "Goed vindbaar": "Vindbaarheid loket"}.get(
                label, item.label[:28]
            )
        )
        page += [
            (50, 196 + 15 * row, label),
            (190, 196 + 15 * row, f"{{{channel}.{item.key}.own}}"),
            (240, 196 + 15 * row, f"{{{channel}.{item.key}.benchmark}}"),
        ]
    page += [
        (320, 60, "1.1 Reacties"),
        (320, 77, "Klanten schreven op wat beter kan. Van wie"),
        (320, 91, "een toelichting gaf, lezen we alles na."),
    ]
    page += [
        (330, 125, f"{{{channel}.tips.own}}"),
        (330, 140, "verbetertips"),
        (430, 125, f"{{{channel}.reviews.own}}"),
        (430, 140, "reviews"),
    ]
    page += [
        (320, 175, f"De CES is {{{channel}.ces.own}}. Dat is de moeite die klanten"),
        (320, 189, "moesten doen om hun zaak te regelen."),
        (500, 800, "pagina 4"),
    ]
    return _placed(f"krant_{channel}_{variant}.pdf", "pdf", page)


def chart(channel: str, variant: int) -> Document:
    """Bars with their figure over them and their label under them, the axis at the left."""
    page: list[Placed] = [(50, 50, f"Grafiek {variant + 1} Rapportcijfers {NAMES[channel].lower()} (2020)")]
    page += [(50, 90 + 30 * step, f"{10 - step},0") for step in range(7)]
    for place, item in enumerate(aspects_of(channel)[:5]):
        x = 90 + 90 * place
        page += [(x, 128 + (place * 7 + variant * 5) % 31, f"{{{channel}.{item.key}.own}}")]
        words = item.label.split()
        half = (len(words) + 1) // 2
        page += [
            (x - 8, 300, " ".join(words[:half])),
            *([(x - 8, 312, " ".join(words[half:]))] if words[half:] else []),
        ]
    page += [(50, 360, f"Aantal respondenten: {{{channel}.responses.own}}")]
    return _placed(f"grafiek_{channel}_{variant}.pdf", "pdf", page)


def slides(channel: str, variant: int) -> Document:
    """Slides with a few large figures over their words, and a list."""
    first: list[Placed] = [(50, 30, f"{NAMES[channel]}: respons in 2020")]
    for place, (count, word) in enumerate(
        (("responses", "respondenten"), ("reviews", "reviews"), ("tips", "verbetertips"))
    ):
        first += [(60 + 220 * place, 160, f"{{{channel}.{count}.own}}"), (60 + 220 * place, 210, word)]
    second: list[Placed] = [(50, 30, f"{NAMES[channel]}: hoogste en laagste")]
    for place, aspect in enumerate(aspects_of(channel)[variant : variant + 3]):
        x = 60 + 230 * place
        second += [
            (x, 120, aspect.label),
            (x, 150, f"{{{channel}.{aspect.key}.own}}"),
            (x, 190, f"(BM {{{channel}.{aspect.key}.benchmark}})"),
        ]
    return _placed(f"dias_{channel}_{variant}.pptx", "pptx", first, second)


def _cells(name: str, rows: Sequence[Sequence[str]], made: object) -> Document:
    """A document of cells; `made` takes the rows with their figures filled in."""

    def filled(texts: Sequence[str]) -> bytes:
        left = iter(texts)
        return made([[next(left) for _ in row] for row in rows])  # type: ignore[operator]

    return Document(name, tuple(cell for row in rows for cell in row), filled)


def table_of_word(variant: int) -> Document:
    """A Word file with a table of two channels under heads in two rows, and products under it."""
    first, second = ("balie", "telefoon") if variant % 2 == 0 else ("telefoon", "balie")
    rows = [
        ["# Klantonderzoek 2020"],
        ["", NAMES[first], "", NAMES[second], ""],
        ["Onderdeel", "Eigen", "BM", "Eigen", "BM"],
    ]
    for item in aspects_of("telefoon")[1:]:
        rows.append(
            [
                item.label,
                *(
                    f"{{{channel}.{item.key}.{column}}}"
                    for channel in (first, second)
                    for column in ("own", "benchmark")
                ),
            ]
        )
    rows += [["# Producten aan de balie"], ["Product", "Totaaloordeel", "n"]]
    for name in ("Paspoort", "Rijbewijs", "Uittreksel BRP", "VOG")[variant % 2 :]:
        rows.append([name, f"{{balie.product:{name}.own}}", f"{{balie.product:{name}.n}}"])

    def made(filled: list[list[str]]) -> bytes:
        end = next(at for at in range(1, len(filled)) if len(filled[at]) == 1)
        return docx(filled[0][0], filled[1:end], filled[end][0], filled[end + 1 :])

    return _cells(f"tabel_{variant}.docx", rows, made)


def page_of_html(channel: str, variant: int) -> Document:
    """A page with a table and a list of answers with their shares."""
    rows = [[f"{NAMES[channel]} in 2020"], ["Onderdeel", "Eigen", "BM", "n"]]
    for item in aspects_of(channel):
        rows.append([item.label, *(f"{{{channel}.{item.key}.{column}}}" for column in ("own", "benchmark", "n"))])
    question = "informatie" if channel == "digitaal" else "herhaalbezoek"
    asked = find(question)
    rows.append(["Wat was vooraf duidelijk?" if channel == "digitaal" else "Moest u terugkomen?"])
    assert asked is not None
    for point in asked.points if channel != "telefoon" else ():
        if point.key != "weet_niet":
            rows.append([point.label, f"{{{channel}.{question}:{point.key}.own}}"])

    def made(filled: list[list[str]]) -> bytes:
        out = [f"<h1>{escape(filled[0][0])}</h1><table>"]
        end = next(at for at in range(1, len(filled)) if len(filled[at]) == 1)
        out += ["<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in row) + "</tr>" for row in filled[1:end]]
        out += ["</table>", f"<h2>{escape(filled[end][0])}</h2><dl>"]
        out += [f"<dt>{escape(row[0])}</dt><dd>{escape(row[1])}</dd>" for row in filled[end + 1 :]]
        return ("<!doctype html>" + "".join(out) + "</dl>").encode()

    return _cells(f"pagina_{channel}_{variant}.html", rows, made)


def sheet(channel: str, variant: int) -> Document:
    """A workbook with a question a column, so that own figures and BM are rows."""
    items = aspects_of(channel)[: 4 + variant]
    rows = [
        [f"{NAMES[channel]} 2020"],
        ["", *(item.label for item in items)],
        ["Eigen", *(f"{{{channel}.{item.key}.own}}" for item in items)],
    ]
    rows += [
        ["BM", *(f"{{{channel}.{item.key}.benchmark}}" for item in items)],
        ["n", *(f"{{{channel}.{item.key}.n}}" for item in items)],
    ]

    def made(filled: list[list[str]]) -> bytes:
        book = Workbook()
        assert book.active is not None
        book.active.title = "Cijfers"
        for row in filled:
            book.active.append(row)
        out = io.BytesIO()
        book.save(out)
        return out.getvalue()

    return _cells(f"werkmap_{channel}_{variant}.xlsx", rows, made)
