"""A table of means, percentages or counts holds no answers, whatever it is about; a small export of answers does."""

import pytest

from lib.ingest.read import read_file
from tests.ingest.exports import Cell, Rows, csv_text, problem_codes, workbook

MONTHS = ("januari", "februari", "maart", "april", "mei", "juni")
GRADES = ["7,2", "8,1", "6,9", "7,7", "8,4", "7,5"]
QUESTIONS: list[Cell] = ["Totaaloordeel", "Wachttijd", "Vriendelijkheid"]


def means(labels: list[Cell], *more: list[Cell]) -> list[list[Cell]]:
    """Rows with a label, columns of the caller's own, and three means."""
    return [
        [label, *(column[row] for column in more), GRADES[row % 6], GRADES[(row + 1) % 6], GRADES[(row + 2) % 6]]
        for row, label in enumerate(labels)
    ]


OUTCOMES: dict[str, Rows] = {
    "per month": [["Maand", *QUESTIONS], *means(list(MONTHS))],
    "per month, as 2023-01": [["Maand", *QUESTIONS], *means([f"2023-{n:02d}" for n in range(1, 7)])],
    "per month, as the first day": [["Maand", *QUESTIONS], *means([f"01-{n:02d}-2023" for n in range(1, 7)])],
    "per quarter and year": [["Jaar", "Kwartaal", *QUESTIONS], *([y, *row] for y in (2022, 2023) for row in means(["Q1", "Q2", "Q3", "Q4"]))],
    "per year": [["Jaar", *QUESTIONS], *means([2019, 2020, 2021, 2022])],
    "per product": [["Product", *QUESTIONS], *means(["Paspoort", "Rijbewijs", "Uittreksel BRP", "Verhuizing"])],
    "per product with counts": [["Product", "Aantal", *QUESTIONS], *means(["Paspoort", "Rijbewijs"], [120, 80])],
    "per district, whole grades": [["Wijk", "Aantal respondenten", *QUESTIONS], ["Noord", 40, 8, 7, 8], ["Zuid", 31, 7, 7, 8], ["Centrum", 52, 8, 8, 8]],
    "per channel and product": [["Kanaal", "Product", "n", *QUESTIONS], *(["Balie", *row] for row in means(["Paspoort", "VOG"], [31, 12])), *(["Digitaal", *row] for row in means(["Paspoort", "VOG"], [88, 17]))],
    "with a total": [["Product", "Respons", *QUESTIONS], *means(["Paspoort", "Rijbewijs"], [120, 80]), ["Totaal", 200, "7,6", "7,5", "7,1"]],
    "questions down, means across": [["Vraag", "Gemiddelde", "N"], ["Totaaloordeel", "7,8", 240], ["Wachttijd", "7,1", 238], ["Vriendelijkheid", "8,2", 239]],
    "questions down, months across": [["", *MONTHS], *([q, *GRADES] for q in QUESTIONS)],
    "percentages": [["Stelling", "Helemaal mee eens", "Mee eens", "Neutraal"], ["De aanvraag was eenvoudig", "40%", "38%", "22%"], ["Het loket was vindbaar", "41 %", "39 %", "20 %"]],
    "percentages per month": [["Maand", "% tevreden", "% ontevreden"], *([month, 80 + row, 20 - row] for row, month in enumerate(MONTHS))],
    "crossed, in whole percents without sign": [["Hoe veilig?", "Totaal", "18-34", "35-64", "65+"], ["Heel veilig", 37, 29, 42, 37], ["Veilig", 46, 47, 46, 47], ["Niet zo veilig", 12, 14, 9, 13], ["Onveilig", 5, 10, 3, 3]],
    "crossed, in counts": [["", "Balie", "Telefoon", "Totaal"], ["Ja", 120, 80, 200], ["Nee", 30, 41, 71], ["Weet niet", 3, 4, 7]],
    "under a title": [["Rapportage klantmonitor"], [], ["Gemaakt op", "5 januari 2024"], ["Maand", "Aantal respondenten", *QUESTIONS], *means(list(MONTHS), [10, 20, 30, 40, 50, 60])],
}  # fmt: skip
FRACTIONS: Rows = [["Stelling", "Eens", "Oneens"], ["De aanvraag was eenvoudig", 0.78, 0.22], ["Het loket was vindbaar", 0.61, 0.39]]  # fmt: skip

PEOPLE: dict[str, Rows] = {
    "grades with decimals": [["Respondent", *QUESTIONS], *means([f"R-{n}" for n in range(8)])],
    "numbers without letters": [["Respondent", *QUESTIONS], *means(list(range(1, 9)))],
    "no number at all": [QUESTIONS, *(row[1:] for row in means(list(range(8))))],
    "a day per row": [["Datum", *QUESTIONS], *means([f"{n + 2:02d}-03-2020" for n in range(8)])],
    "a product each": [["Product", *QUESTIONS], ["Paspoort", 8, 7, 9], ["Rijbewijs", 6, 7, 8], ["VOG", 9, 9, 9], ["Verhuizing", 7, 8, 6]],
    "products that come back": [["Product", *QUESTIONS], *means(["Paspoort", "Rijbewijs", "Paspoort", "Rijbewijs", "VOG", "VOG"])],
    "how often someone came": [["Respondent", "Aantal", *QUESTIONS], *([f"R-{n}", n % 3 + 1, 8, 7, 9] for n in range(12))],
    "a total of one's own grades": [["Respondent", "Totaal", *QUESTIONS], *([f"R-{n}", 24, 8, 7, 9] for n in range(12))],
    "open answers": [[*QUESTIONS, "Toelichting"], *([8.5, 7.5, 9.5, f"Ik werd heel vriendelijk geholpen door de mensen aan balie {n}, dank daarvoor"] for n in range(12))],
    "a month of visit": [["Maand van bezoek", *QUESTIONS], *([month, 8, 7, 9] for month in (*MONTHS, *MONTHS))],
}  # fmt: skip


@pytest.mark.parametrize("rows", OUTCOMES.values(), ids=OUTCOMES.keys())
@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_a_table_of_outcomes_is_refused_with_that_reason(rows: Rows, kind: str) -> None:
    data = csv_text(rows).encode() if kind == "csv" else workbook({"Blad1": rows})
    receipt = read_file(f"balie.{kind}", data)
    assert problem_codes(receipt, "error") == ["outcomes_not_answers"]
    assert not receipt.is_read


def test_fractions_that_excel_shows_as_percentages_are_outcomes() -> None:
    receipt = read_file("balie.xlsx", workbook({"Blad1": FRACTIONS}))
    assert problem_codes(receipt, "error") == ["outcomes_not_answers"]


@pytest.mark.parametrize("rows", PEOPLE.values(), ids=PEOPLE.keys())
def test_a_small_export_of_answers_is_read(rows: Rows) -> None:
    receipt = read_file("balie.csv", csv_text(rows).encode())
    assert problem_codes(receipt, "error") == []
    assert receipt.respondents == len(rows) - 1


def test_a_sheet_of_outcomes_beside_the_answers_is_skipped_with_a_word() -> None:
    receipt = read_file("balie.xlsx", workbook({"Antwoorden": PEOPLE["a product each"], "Per maand": OUTCOMES["per month"]}))  # fmt: skip
    assert receipt.respondents == 4
    (problem,) = [problem for problem in receipt.problems if problem.code == "sheet_skipped"]
    assert (problem.severity, problem.sheet) == ("info", "Per maand")
    assert "uitkomsten" in problem.message
