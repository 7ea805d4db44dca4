"""Exports of survey tools with more header rows or with parts in the header: Qualtrics, LimeSurvey, SurveyMonkey."""

import json

from tests.ingest.exports import Cell, csv_text
from tests.ingest.layouts.truth import Returned, question
from tests.ingest.layouts.wide import cells, headers, in_one_cell, text

_QUALTRICS = {
    "StartDate": "Start Date", "EndDate": "End Date", "IPAddress": "IP Address", "Finished": "Finished",
    "RecordedDate": "Recorded Date", "ResponseId": "Response ID", "RecipientEmail": "Recipient Email", "Q0": "Product",
}  # fmt: skip


def qualtrics(returned: Returned, one_cell: bool = False) -> tuple[str, bytes]:
    """CSV with commas and three header rows; several answers in a column each, or in one cell with commas."""
    texts = headers(returned, None if one_cell else "{question} - Selected Choice - {option}")
    codes = [*_QUALTRICS, *(f"Q{number}_1" for number in range(1, len(texts) + 1))]
    ids: list[Cell] = [
        json.dumps({"ImportId": f"QID{number}", "timeZone": "Europe/Amsterdam"}) for number in range(len(codes))
    ]
    rows: list[list[Cell]] = [
        [
            f"{person.day} 10:00:00",
            f"{person.day} 10:05:00",
            "10.0.0.1",
            "True",
            f"{person.day} 10:05:01",
            f"R_{person.number}",
            "",
            person.product or "",
            *cells(returned, person, in_one_cell(",") if one_cell else ("{option}", "")),
        ]
        for person in returned.respondents
    ]
    return f"{returned.channel}.csv", csv_text([codes, [*_QUALTRICS.values(), *texts], ids, *rows], ",").encode()


def limesurvey(returned: Returned, coded: bool = False, marks: tuple[str, str] = ("Ja", "Nee")) -> tuple[str, bytes]:
    """CSV; `text [sub question]`, with or without the code in front; Ja and Nee for chosen and not, or Y and blank."""
    texts = headers(returned, "{question} [{option}]")
    if coded:
        texts = [f"G01Q{number:02}[SQ001]. {name}" for number, name in enumerate(texts, start=1)]
    about = ["Antwoord-ID", "Datum voltooid", "Laatste pagina", "Begin taal", "IP-adres", "Product"]
    if coded:
        codes = ("id", "submitdate", "lastpage", "startlanguage", "ipaddr", "product")
        about = [f"{code}. {name}" for code, name in zip(codes, about, strict=True)]
    names = [*about, *texts]
    rows: list[list[Cell]] = [
        [
            person.number,
            f"{person.day} 10:05:00",
            5,
            "nl",
            "10.0.0.1",
            person.product or "",
            *(_escaped(cell) for cell in cells(returned, person, marks, "N.v.t.")),
        ]
        for person in returned.respondents
    ]
    return f"{returned.channel}.csv", csv_text([names, *rows]).encode("utf-8-sig")


def code_book(returned: Returned) -> tuple[str, bytes]:
    """CSV; a row of codes over the questions, 1 and 0 for chosen and not, -99 for what was not answered."""
    texts = headers(returned, "{question}: {option}")
    names: list[Cell] = ["resp", "datum", "product", *(f"V{number}_A1" for number in range(1, len(texts) + 1))]
    asked: list[Cell] = ["Nummer van de respondent", "Datum waarop is ingevuld", "Product waarvoor men kwam", *texts]
    open_questions = {question(item) for item in returned.questions if item.kind == "text"}
    rows: list[list[Cell]] = [
        [
            person.number,
            f"{person.day}",
            person.product or "",
            *(
                cell or ("" if name in open_questions else "-99")
                for name, cell in zip(texts, cells(returned, person, ("1", "0")), strict=True)
            ),
        ]
        for person in returned.respondents
    ]
    return f"{returned.channel}.csv", csv_text([names, asked, *rows]).encode("cp1252")


def _escaped(cell: str) -> str:
    return f"'{cell}" if cell[:1] in ("=", "+", "-", "@") else cell


def surveymonkey(returned: Returned, not_chosen: str = "") -> tuple[str, bytes]:
    """CSV with commas and two header rows: the question, blank where it belongs to the left, and under
    it the option or "Response"."""
    top: list[Cell] = [
        "Respondent ID",
        "Collector ID",
        "Start Date",
        "End Date",
        "IP Address",
        "Email Address",
        "Product",
    ]
    under: list[Cell] = [*[""] * 6, "Response"]
    for item in returned.questions:
        options = [point.label for point in item.points] if item.kind == "multi" else []
        top.extend([question(item), *[""] * (len(options) - 1)])
        under.extend(options or ["Open-Ended Response" if item.kind == "text" else "Response"])
    rows: list[list[Cell]] = [
        [
            person.number,
            7,
            f"{person.day.month}/{person.day.day}/{person.day.year} 9:05",
            f"{person.day.month}/{person.day.day}/{person.day.year} 9:15",
            "10.0.0.1",
            "",
            person.product or "",
            *cells(returned, person, ("{option}", not_chosen)),
        ]
        for person in returned.respondents
    ]
    return f"{returned.channel}.csv", csv_text([top, under, *text(rows, {})], ",").encode()
