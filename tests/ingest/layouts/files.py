"""The same table in other files: encodings, delimiters, workbooks; a monitor's short headers; a row per answer."""

import random
from collections.abc import Callable, Sequence

from tests.ingest.containers import ods, xls
from tests.ingest.exports import Cell, csv_text, workbook
from tests.ingest.layouts.truth import Returned, chosen, label, question
from tests.ingest.layouts.wide import cells, headers, text

_WRITERS: dict[str, Callable[[dict[str, list[list[Cell]]]], bytes]] = {"xlsx": workbook, "ods": ods, "xls": xls}


def table(returned: Returned) -> list[list[Cell]]:
    """The plain table: a header of one row, a column per option, dates as text with the day first."""
    names: list[Cell] = ["Respondentnummer", "Datum ingevuld", "Product", *headers(returned, "{question}: {option}")]
    rows: list[list[Cell]] = [
        [person.number, f"{person.day:%d-%m-%Y}", person.product or "", *cells(returned, person, ("Ja", "Nee"))]
        for person in returned.respondents
    ]
    return [names, *rows]


def plain(returned: Returned, encoding: str = "utf-8", delimiter: str = ";", newline: str = "\n", first: str = "") -> tuple[str, bytes]:  # fmt: skip
    """The plain table as a text file."""
    return f"{returned.channel}.csv", (first + csv_text(table(returned), delimiter, newline)).encode(encoding)


def broken_letters(returned: Returned) -> tuple[str, bytes]:
    """UTF-8 that some program took for Windows-1252, and saved as UTF-8 again."""
    return f"{returned.channel}.csv", csv_text(table(returned)).encode().decode("cp1252").encode()


def monitor(returned: Returned) -> tuple[str, bytes]:
    """Headers cut at 64 characters with "#" for a point, code 11 for "weet niet", X for chosen."""
    names, *_ = table(returned)
    short: list[Cell] = [str(name)[:64].replace(".", "#") for name in names]
    rows = [
        [
            person.number,
            f"{person.day:%-d-%-m-%y}",
            person.product or "",
            *_monitor_cells(returned, cells(returned, person, ("X", ""))),
        ]
        for person in returned.respondents
    ]
    return f"{returned.channel}.csv", csv_text([short, *rows], "\t").encode("utf-16")


def _monitor_cells(returned: Returned, found: Sequence[str]) -> list[str]:
    grades = {question(item) for item in returned.questions if item.kind == "grade"}
    names = headers(returned, "{question}: {option}")
    return [
        ("11" if cell == "weet niet" else f"{cell},0") if cell and name in grades else cell
        for name, cell in zip(names, found, strict=True)
    ]


def workbook_with_cover(returned: Returned, ending: str = "xlsx") -> tuple[str, bytes]:
    """A workbook with a cover sheet, title rows, blank rows and totals; true dates."""
    header, *rows = table(returned)
    dated = [[row[0], person.day, *row[2:]] for row, person in zip(rows, returned.respondents, strict=True)]
    title: list[list[Cell]] = [["Klantmonitor 2020"], [], ["Filter:", "alles"], []]
    below: list[list[Cell]] = [[], ["Totaal", len(rows)]]
    sheets: dict[str, list[list[Cell]]] = {
        "Voorblad": [["Over dit bestand"]],
        "Antwoorden": [*title, header, *dated[:30], [], [], *dated[30:], *below],
    }
    return f"{returned.channel}.{ending}", _WRITERS[ending](sheets)


def several_sheets(returned: Returned) -> tuple[str, bytes]:
    """A workbook with a sheet per half of the respondents."""
    header, *rows = table(returned)
    return f"{returned.channel}.xlsx", workbook({"2020-1": [header, *rows[:30]], "2020-2": [header, *rows[30:]]})


def groups_above(returned: Returned) -> tuple[str, bytes]:
    """A workbook with merged cells above the header, each over a number of questions."""
    header, *rows = table(returned)
    groups: list[Cell] = ["Respondent", "", "", "Vragen", *[""] * (len(header) - 4)]
    return f"{returned.channel}.xlsx", workbook({"Blad1": [groups, header, *rows]})


def answer_per_row(returned: Returned) -> tuple[str, bytes]:
    """A row per answer, and per chosen option, in no order at all."""
    rows: list[list[Cell]] = []
    for person in returned.respondents:
        for item in returned.questions:
            answer = person.answers[item.key]
            texts = (chosen(item, answer) or []) if item.kind == "multi" else [label(item, answer)]
            about: list[Cell] = [person.number, person.day.isoformat(), person.product or ""]
            rows.extend([*about, question(item), said] for said in texts if said)
    random.Random(1).shuffle(rows)
    return f"{returned.channel}.csv", csv_text(
        [["Respondent", "Datum", "Product", "Vraag", "Antwoord"], *text(rows, {})]
    ).encode()
