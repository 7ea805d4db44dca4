"""Exports of form tools with a header of one row: Microsoft Forms, Google Forms, Typeform."""

from tests.ingest.exports import csv_text, workbook
from tests.ingest.layouts.truth import Returned
from tests.ingest.layouts.wide import cells, headers, in_one_cell, text


def microsoft_forms(returned: Returned) -> tuple[str, bytes]:
    """A workbook; headers with hard spaces and new lines, long ones cut; `A;B;` in one cell."""
    names = ["ID", "Begintijd", "Tijd van voltooien", "E-mail", "Naam", "Product", *headers(returned, None)]
    long = "\n\nUw antwoord blijft anoniem. " + "Wij lezen alles wat u schrijft en gebruiken het. " * 4
    names[6] = _cut(names[6] + long)
    rows = [
        [
            person.number,
            f"{person.day:%m-%d-%y} 13:42:59",
            f"{person.day:%m-%d-%y} 13:52:01",
            "anonymous",
            "",
            person.product or "",
            *cells(returned, person, in_one_cell(";", ";")),
        ]
        for person in returned.respondents
    ]
    return f"{returned.channel}.xlsx", workbook({"Form1": [[name.replace(" ", "\xa0", 3) for name in names], *rows]})


def _cut(header: str) -> str:
    return header if len(header) <= 199 else header[:199] + "..."


def google_forms(returned: Returned) -> tuple[str, bytes]:
    """CSV with commas; a comma between several answers; month first in the time stamp, day first elsewhere."""
    names = ["Tijdstempel", "Datum van uw geboorte (niet verplicht)", "Product", *headers(returned, None)]
    rows = [
        [
            f"{person.day.month}/{person.day.day}/{person.day.year} 9:05:00",
            f"{person.day:%d/%m}/1970",
            person.product or "",
            *cells(returned, person, in_one_cell(", "), "Weet ik niet"),
        ]
        for person in returned.respondents
    ]
    return f"{returned.channel}.csv", csv_text([names, *rows], ",").encode()


def typeform(returned: Returned) -> tuple[str, bytes]:
    """CSV with commas; an option's column is headed by its text alone; 0 and 1 for no and yes; ISO in UTC."""
    names = ["#", *headers(returned, "{option}"), "Product", "Start Date (UTC)", "Submit Date (UTC)", "Network ID"]
    rows = [
        [
            f"k{person.number}x",
            *cells(returned, person, ("{option}", "")),
            person.product or "",
            f"{person.day}T10:11:12Z",
            f"{person.day} 10:15:12",
            f"a{person.number}",
        ]
        for person in returned.respondents
    ]
    return f"{returned.channel}.csv", csv_text([names, *text(rows, {"Ja": "1", "Nee": "0"})], ",").encode()
