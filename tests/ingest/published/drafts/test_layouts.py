"""Layouts that reports print, and what each of their numbers is. One line of the expectation is one number:
"printed item column year", or its reason; "?" is not read."""

import pytest
from openpyxl import Workbook

from lib.ingest.published.drafts.draft_figures import printed_numbers
from lib.ingest.published.drafts.draft_files import read_draft
from lib.ingest.published.drafts.printed_number import PrintedNumber
from lib.survey.catalogue import aspects_of
from tests.ingest.published.drafts.made import docx, pdf, pptx
from tests.printed import rows

PRODUCTS = ["Paspoort", "Rijbewijs", "Uittreksel BRP"]


def told(one: PrintedNumber) -> str:
    """A number as one line of an expectation."""
    if one.claim is None:
        return f"{one.printed} {one.not_figure or '?'}".strip()
    claim = one.claim
    return f"{one.printed} {claim.channel} {claim.item} {claim.column} {claim.year or '-'}"


def read(name: str, data: str | bytes, channels: tuple[str, ...] = ("balie", "telefoon", "digitaal")) -> list[str]:
    """All numbers of a draft, told."""
    draft = read_draft(name, data.encode() if isinstance(data, str) else data)
    assert draft.problems == ()
    return [told(one) for one in printed_numbers(draft, PRODUCTS, channels)]


TEXTS = {
    "factsheet": (
        "Factsheet continu klantonderzoek 2020\ngemeente Zoetermeer\nBalie\nRespons 3018 personen\nReviews\n0\npersonen\n"
        "Verbetertips\n**633**\npersonen\n\n\tZoetermeer\tBM\nOpeningstijden\t8,2\t8,0\nPrijs v.h. product\t7,3\t7,2\n\n"
        "Digitaal\nRespons 2260 personen\nTotaaloordeel\n2018; 7,6\n2019; 7,3\nStelling   Zoetermeer  BM\n"
        "Gebruikte taal in het formulier\nis duidelijk   74%   76%\n",
        """2020 year
        3018 balie responses own 2020
        0 balie reviews own 2020
        633 balie tips own 2020
        8,2 balie openingstijden own 2020
        8,0 balie openingstijden benchmark 2020
        7,3 balie prijs own 2020
        7,2 balie prijs benchmark 2020
        2260 digitaal responses own 2020
        2018 year
        7,6 digitaal totaaloordeel own 2018
        2019 year
        7,3 digitaal totaaloordeel own 2019
        74% digitaal formulier_taal own 2020
        76% digitaal formulier_taal benchmark 2020""",
    ),
    "a cell a line": (
        "Balie 2020\nAspect\nBM\nZoetermeer\nOpeningstijden\n8,0\n8,2\nWacht-\nruimte\n8,1\n8,0\n"
        "Ik werd in één keer geholpen\n70%\nIk moet terugkomen om een andere reden\n3%\n",
        """2020 year
        8,0 balie openingstijden benchmark 2020
        8,2 balie openingstijden own 2020
        8,1 balie wachtruimte benchmark 2020
        8,0 balie wachtruimte own 2020
        70% balie herhaalbezoek:in_een_keer own 2020
        3% balie herhaalbezoek:andere_reden own 2020""",
    ),
    "years over figures": (
        "Digitaal\nTotaaloordeel\n2018;\n7,6\n2019;\n7,3\n",
        "2018 year\n7,6 digitaal totaaloordeel own 2018\n2019 year\n7,3 digitaal totaaloordeel own 2019",
    ),
    "years side by side": (
        "Balie\nAspect 2018 2019 BM 2019\nWachttijd 8,0 8,1 8,2\nWachtruimte 8,0 8,1\n",
        """2018 year
        2019 year
        2019 year
        8,0 balie wachttijd own 2018
        8,1 balie wachttijd own 2019
        8,2 balie wachttijd benchmark 2019
        8,0 ?
        8,1 ?""",
    ),
    "group, rank and difference": (
        "Telefoon 2021\n\n| Rang | Aspect | Gemeente Delft | 100.000+ | BM | Verschil | n |\n|---|---|---|---|---|---|---|\n"
        "| 1 | Bereikbaarheid | 7,9 | 7,7 | 7,8 | +0,1 | 1.050 |\n| 2 | Wachttijd | 7,5 | 7,4 | - | | 1.048 |\n",
        """2021 year
        100.000 group
        1 rank
        7,9 telefoon bereikbaarheid own 2021
        7,7 group
        7,8 telefoon bereikbaarheid benchmark 2021
        +0,1 telefoon bereikbaarheid difference 2021
        1.050 telefoon bereikbaarheid n 2021
        2 rank
        7,5 telefoon wachttijd own 2021
        7,4 group
        1.048 telefoon wachttijd n 2021""",
    ),
    "channels side by side": (
        "Kanaal | Respons | Reviews | Verbetertips\nBalie | 3018 | 0 | 633\nDigitaal | 2260 | 382 | 771\n",
        """3018 balie responses own -
        0 balie reviews own -
        633 balie tips own -
        2260 digitaal responses own -
        382 digitaal reviews own -
        771 digitaal tips own -""",
    ),
    "bars": (
        "Digitaal\nAanvraag verliep eenvoudig 20% 42% 18% 12% 8% 62%\nDigitaal loket is goed vindbaar 25% 40% 15% 8%\n"
        "Helemaal eens  Eens  Neutraal  Oneens  Helemaal oneens\n0% 20% 40% 60% 80% 100%\n",
        """20% digitaal aanvraag_eenvoudig share:helemaal_eens -
        42% digitaal aanvraag_eenvoudig share:eens -
        18% digitaal aanvraag_eenvoudig share:neutraal -
        12% digitaal aanvraag_eenvoudig share:oneens -
        8% digitaal aanvraag_eenvoudig share:helemaal_oneens -
        62% digitaal aanvraag_eenvoudig own -
        25% ?
        40% ?
        15% ?
        8% ?
        0% axis
        20% axis
        40% axis
        60% axis
        80% axis
        100% axis""",
    ),
    "running text": (
        "# Aan de balie in 2020\n\nKlanten geven gemiddeld een 8,6. Hostmanship krijgt bijna een 9 (8,9). De wachttijd scoort een 8,1 "
        "(landelijk 8,2). Zeven op de tien (69%) werd in één keer geholpen, 28% moest terugkomen. In 2019 kreeg de "
        "wachtruimte nog een 8,0. Bel 14 079 voor vragen.\nVriendelijkheid en deskundigheid scoren 8,6 en 8,7. "
        "Er vulden 3.018 klanten de vragenlijst in; 633 van hen gaven een verbetertip. Op een schaal van 1 tot 10.\n",
        """2020 year
        8,6 balie totaaloordeel own 2020
        9 approximate
        8,9 balie hostmanship own 2020
        8,1 balie wachttijd own 2020
        8,2 balie wachttijd benchmark 2020
        69% balie herhaalbezoek:in_een_keer own 2020
        28% balie herhaalbezoek:rest own 2020
        2019 year
        8,0 balie wachtruimte own 2019
        14 079 phone
        8,6 balie vriendelijkheid own 2020
        8,7 balie deskundigheid own 2020
        3.018 balie responses own 2020
        633 balie tips own 2020
        1 scale
        10 scale""",
    ),
    "ranked list": (
        "Balie: de top 2\n1. Hostmanship ▲ 8,9\n2. Deskundigheid ▼ 8,7 (BM 8,8)\n",
        """2 rank
        1 rank
        8,9 balie hostmanship own -
        2 rank
        8,7 balie deskundigheid own -
        8,8 balie deskundigheid benchmark -""",
    ),
    "scan": (
        "Balie 2O2O\nRespos\n3O18 personen\nZoetermeer BM\nWacht-/tijd 8'1 8,2\nVriendelijkhe1d 8,O 86\nPr ijs v.h. product 7 ,3 7,2\n",
        """2O2O year
        3O18 balie responses own 2020
        8'1 balie wachttijd own 2020
        8,2 balie wachttijd benchmark 2020
        1 name
        8,O balie vriendelijkheid own 2020
        86 balie vriendelijkheid benchmark 2020
        7 ,3 balie prijs own 2020
        7,2 balie prijs benchmark 2020""",
    ),
    "products": (
        "Balie\nProduct\tTotaaloordeel\tn\nPaspoort\t8,7\t1.200\nRijbewijs\t8,4\t900\n",
        """8,7 balie product:Paspoort own -
        1.200 balie product:Paspoort n -
        8,4 balie product:Rijbewijs own -
        900 balie product:Rijbewijs n -""",
    ),
    "percentages beside options": (
        "Digitaal\nDe volgende punten waren vooraf duidelijk:\n62% Hoe de aanvraag-procedure zou verlopen\n"
        "60% Welke kosten er gemoeid zouden zijn met uw aanvraag\n51% Waar u terecht kon met vragen\n",
        """62% digitaal informatie:procedure_verloop own -
        60% digitaal informatie:kosten own -
        51% digitaal informatie:vragen own -""",
    ),
    "a sentence over lines": (
        "Klantonderzoek 2020\n\nAan de balie is men tevreden. De wachttijd krijgt gemiddeld een\n8,1 (landelijk 8,2), de openingstijden een 8,2. In 2019 "
        "waardeerden bezoekers de\nopeningstijden nog met een 8,0. Ruim twee op de drie (70%) werd in één\nkeer geholpen.\n",
        """2020 year
        8,1 balie wachttijd own 2020
        8,2 balie wachttijd benchmark 2020
        8,2 balie openingstijden own 2020
        2019 year
        8,0 balie openingstijden own 2019
        70% balie herhaalbezoek:in_een_keer own 2020""",
    ),
    "two channels with years and BM": (
        "                  Balie               Telefoon\n              2019  2020  BM      2019  2020  BM\n"
        "Wachttijd      8,0   8,1  8,2      7,4   7,5  7,4\n",
        """2019 year
        2020 year
        2019 year
        2020 year
        8,0 balie wachttijd own 2019
        8,1 balie wachttijd own 2020
        8,2 balie wachttijd benchmark 2020
        7,4 telefoon wachttijd own 2019
        7,5 telefoon wachttijd own 2020
        7,4 telefoon wachttijd benchmark 2020""",
    ),
    "a card of one item": (
        "Wachttijd aan de balie\nEigen score: 8,1\nBenchmark: 8,2\nVerschil: -0,1\nAantal respondenten: 2.990\n",
        """8,1 balie wachttijd own -
        8,2 balie wachttijd benchmark -
        -0,1 balie wachttijd difference -
        2.990 balie wachttijd n -""",
    ),
    "grades given": (
        "Rapportcijfer balie\n1 2 3 4 5 6 7 8 9 10\n0% 0% 1% 1% 2% 5% 15% 40% 26% 10%\n",
        "\n".join(f"{n} axis" for n in range(1, 11)) + "\n" + "\n".join(
            f"{share}% balie totaaloordeel share:{n} -" for n, share in enumerate((0, 0, 1, 1, 2, 5, 15, 40, 26, 10), start=1)
        ),
    ),
    "what is no figure": (
        "Toelichting\nHostmanship bestaat uit 6 onderdelen. Vanaf 30 respondenten vergelijken we met de BM (p < 0,05).\n"
        "De CES loopt van -100 tot +100. Openingstijden: ma-vr 9.00-17.00 uur, Postbus 15, 2700 AA Zoetermeer.\n",
        "6 amount\n30 statistic\n0,05 statistic\n-100 scale\n+100 scale\n9.00 time\n17.00 time\n15 address\n2700 address",
    ),
    "no head over two figures": ("Balie\nOpeningstijden 8,2 8,0\nWachttijd 8,1\n", "8,2 ?\n8,0 ?\n8,1 balie wachttijd own -"),
}  # fmt: skip


@pytest.mark.parametrize("name", TEXTS)
def test_a_layout_of_text_is_read(name: str) -> None:
    text, expected = TEXTS[name]
    assert read("concept.md" if text.startswith("#") else "concept.txt", text) == [
        line.strip() for line in expected.split("\n")
    ]


def test_each_of_the_forty_figures_of_the_printed_factsheet_is_read() -> None:
    lines = ["Factsheet continu klantonderzoek 2020", "gemeente Zoetermeer"]
    expected = ["2020 year"]
    for channel, counts in (("balie", (3018, 0, 633)), ("digitaal", (2260, 382, 771))):
        lines.append(channel.capitalize())
        for name, item, count in zip(
            ("Respons", "Reviews", "Verbetertips"), ("responses", "reviews", "tips"), counts, strict=True
        ):
            lines += [name, f"**{count}**", "personen"]
            expected.append(f"{count} {channel} {item} own 2020")
        if channel == "digitaal":
            lines += ["Totaaloordeel", "2018;", "7,6", "2019;", "7,3"]
            expected += [
                "2018 year",
                "7,6 digitaal totaaloordeel own 2018",
                "2019 year",
                "7,3 digitaal totaaloordeel own 2019",
            ]
        lines += ["Zoetermeer", "BM"]
        for label, own, benchmark in rows(channel):
            key = next(item.key for item in aspects_of(channel) if item.label == label)
            lines += [label, own, benchmark]
            expected += [f"{own} {channel} {key} own 2020", f"{benchmark} {channel} {key} benchmark 2020"]
    found = read("factsheet.txt", "\n".join(lines))
    assert found == expected
    assert len([one for one in found if " year" not in one]) == 40


def test_boxes_side_by_side_on_a_page_are_told_apart() -> None:
    page = [
        (50, 50, "Factsheet klantonderzoek 2020"), (50, 80, "Balie"), (320, 80, "Digitaal"), (50, 100, "Respons"), (50, 115, "3018"),
        (320, 100, "Respons"), (320, 115, "2260"), (150, 140, "Zoetermeer"), (220, 140, "BM"), (460, 140, "Zoetermeer"), (540, 140, "BM"),
        (50, 155, "Openingstijden"), (150, 155, "8,2"), (220, 155, "8,0"), (320, 155, "Aanvraag verliep eenvoudig"), (460, 155, "62%"),
        (540, 155, "68%"), (50, 170, "Wachttijd"), (150, 170, "8,1"), (220, 170, "8,2"), (280, 820, "1"),
    ]  # fmt: skip
    assert sorted(read("concept.pdf", pdf(page, [(50, 50, "Niets te melden"), (280, 820, "2")]))) == sorted(
        "2020 year;3018 balie responses own 2020;2260 digitaal responses own 2020;8,2 balie openingstijden own 2020;"
        "8,0 balie openingstijden benchmark 2020;62% digitaal aanvraag_eenvoudig own 2020;68% digitaal aanvraag_eenvoudig benchmark 2020;"
        "8,1 balie wachttijd own 2020;8,2 balie wachttijd benchmark 2020;1 page;2 page".split(";")
    )


def test_a_number_on_a_slide_belongs_to_the_word_under_it() -> None:
    slide = [
        (50, 30, "Balie 2020"),
        (50, 100, "3018"),
        (50, 140, "respons"),
        (250, 100, "633"),
        (250, 140, "verbetertips"),
    ]
    other = [(50, 30, "Digitaal"), (50, 100, "7,4\ntotaaloordeel"), (300, 100, "+12\nCES")]
    assert read("concept.pptx", pptx(slide, other)) == [
        "2020 year", "3018 balie responses own 2020", "633 balie tips own 2020", "7,4 digitaal totaaloordeel own 2020",
        "+12 digitaal ces own 2020",
    ]  # fmt: skip


def test_a_word_file_has_tables_and_text() -> None:
    data = docx(
        "# Balie 2020", [["Aspect", "Zoetermeer", "BM"], ["Wachttijd", "8,1", "8,2"], ["Prijs v.h. product", "7,3", ""]],
        "Gemiddeld geven klanten een 8,6.", "# Digitaal", "Het loket: 63% vindt het gebruiksvriendelijk (BM 67%).",
    )  # fmt: skip
    assert read("concept.docx", data) == [
        "2020 year", "8,1 balie wachttijd own 2020", "8,2 balie wachttijd benchmark 2020", "7,3 balie prijs own 2020",
        "8,6 balie totaaloordeel own 2020", "63% digitaal loket_gebruiksvriendelijk own 2020",
        "67% digitaal loket_gebruiksvriendelijk benchmark 2020",
    ]  # fmt: skip


def test_heads_over_heads_in_a_page_of_html() -> None:
    html = (
        "<h1>Digitaal</h1><script>var x = 12</script><table><tr><th></th><th colspan=2>2019</th><th colspan=2>2020</th></tr>"
        "<tr><th>Stelling</th><th>Delft</th><th>BM</th><th>Delft</th><th>BM</th></tr>"
        "<tr><td>Digitaal loket is goed vindbaar</td><td>60%</td><td>66%</td><td>62%</td><td>68%</td></tr></table><img src=x>"
    )
    assert read("concept.html", html) == [
        "2019 year", "2020 year", "60% digitaal loket_vindbaar own 2019", "66% digitaal loket_vindbaar benchmark 2019",
        "62% digitaal loket_vindbaar own 2020", "68% digitaal loket_vindbaar benchmark 2020", "?",
    ]  # fmt: skip


def test_a_workbook_shows_its_numbers_as_formats_do(tmp_path: object) -> None:
    import io

    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Digitaal"
    sheet.append(["Stelling", "Eigen", "BM"])
    sheet.append(["Formulier makkelijk in te vullen", 0.68, 0.71])
    for cell in sheet[2][1:]:
        cell.number_format = "0%"
    out = io.BytesIO()
    book.save(out)
    assert read("concept.xlsx", out.getvalue()) == [
        "68% digitaal formulier_makkelijk own -", "71% digitaal formulier_makkelijk benchmark -",
    ]  # fmt: skip


def test_a_draft_without_a_channel_is_of_the_only_one() -> None:
    assert read("concept.csv", "Aspect;Eigen;BM\nWachttijd;8,1;8,2\n", ("balie",)) == [
        "8,1 balie wachttijd own -", "8,2 balie wachttijd benchmark -",
    ]  # fmt: skip
    assert read("concept.csv", "Aspect;Eigen;BM\nWachttijd;8,1;8,2\n") == ["8,1 ?", "8,2 ?"]
