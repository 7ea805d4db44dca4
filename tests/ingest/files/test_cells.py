"""Cells made plain: what nobody sees is gone, what software writes for nothing is nothing."""

import pytest

from lib.ingest.files.cells import is_error, is_nothing, plain_text
from lib.ingest.read import read_file
from tests.ingest.exports import Rows, column, csv_text, items, only_part, problem_codes, products, read, said, workbook

NOTHING = ["NA", "N/A", "n/a", "NULL", "null", "None", "NONE", "NaN", "nan", "(leeg)", "(Leeg)", "[leeg]", "(blank)", "<NA>", "NaT", "niet ingevuld",
           "Niet ingevuld", " NULL ", "N\u200b/A"]  # fmt: skip
ERRORS = ["#N/A", "#N/B", "#REF!", "#VERW!", "#DIV/0!", "#DEEL/0!", "#WAARDE!", "#VALUE!", "#NAAM?", "#NAME?", "#GETAL!", "#NUM!", "#LEEG!", "Err:502"]  # fmt: skip
INVISIBLE = [
    "\u200b",
    "\u200c",
    "\u200d",
    "\u2060",
    "\ufeff",
    "\xad",
    "\xa0",
    "\u202f",
    "\u2007",
    "\u200e",
    "\u202a",
    "\x1f",
]


@pytest.mark.parametrize("word", [*NOTHING, *ERRORS])
@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_what_software_writes_for_nothing_is_empty_in_every_column(word: str, kind: str) -> None:
    rows: Rows = [
        ["Totaaloordeel", "Product", "Wat is uw tip?", "Kunt u uw rapportcijfer toelichten?", "Wachttijd", "Heeft u suggesties?"],
        *([8, "Paspoort", "meer stoelen", "fijn", 7, "Ja"] for _ in range(9)),
        [9, *[word] * 5],
    ]  # fmt: skip
    data = csv_text(rows).encode() if kind == "csv" else workbook({"Balie": rows})
    receipt = read_file(f"balie.{kind}", data)
    part = only_part(receipt)
    assert products(part)[-1] is None
    assert (part.texts["tip"][-1], part.texts["toelichting"][-1]) == (None, None)
    assert (said(part.answers["wachttijd"])[-1], said(part.answers["tip_ja"])[-1]) == ("leeg", "leeg")
    assert part.products == ("Paspoort",)
    code, severity = ("excel_errors", "warning") if word in ERRORS else ("missing_words", "info")
    (problem,) = [p for p in receipt.problems if p.code in ("excel_errors", "missing_words")]
    assert (problem.code, problem.severity) == (code, severity)
    assert "5 cellen" in problem.message


@pytest.mark.parametrize(
    "word", ["na", "Na", "geen", "nvt", "nul", "leeg", "n.v.t.", "Nanette", "#1", "#TOP!", "NA het bezoek", "errata"]
)
def test_a_word_that_people_write_is_an_answer(word: str) -> None:
    assert not is_nothing(word)
    assert not is_error(word)


def test_a_row_of_nothing_is_a_blank_row() -> None:
    receipt = read([["Totaaloordeel", "Wachttijd"], [8, 7], ["NA", "NULL"], [7, 8]])
    assert (receipt.respondents, dict(receipt.sheets[0].left_out)) == (2, {"blank": 1})


@pytest.mark.parametrize("sign", [*INVISIBLE, "'", "’", "' "])
@pytest.mark.parametrize("where", ["before", "after"])
def test_a_sign_that_nobody_sees_keeps_no_grade_from_counting(sign: str, where: str) -> None:
    if "'" in sign or sign == "’":
        where = "before"
    cell = f"{sign}8" if where == "before" else f"8{sign}"
    receipt = column("Wachttijd", [cell, "8", 7])
    assert said(only_part(receipt).answers["wachttijd"]) == ["8", "8", "7"]
    assert problem_codes(receipt, "warning") == ["product_missing", "dates_missing"]


@pytest.mark.parametrize("sign", INVISIBLE)
def test_a_sign_that_nobody_sees_keeps_no_question_from_being_known(sign: str) -> None:
    receipt = read([[f"{sign}Totaal{'' if sign.isspace() else sign}oordeel{sign}", "Wachttijd"], [8, 7], [9, 8]])
    assert list(items(receipt).values()) == ["totaaloordeel", "wachttijd"]


def test_one_product_with_and_without_a_sign_that_nobody_sees_is_one() -> None:
    receipt = column(
        "Product", ["Paspoort", "Pas\xadpoort", "Paspoort\u200b", "Paspoort", "Rijbewijs\xa0", "Rijbewijs"]
    )
    assert only_part(receipt).products == ("Paspoort", "Rijbewijs")


@pytest.mark.parametrize("text", ["👩\u200d👧 fijn", "'s avonds open", "’t was goed", "één", "Ã", "«CAFÉ»"])
def test_what_belongs_to_a_text_stays(text: str) -> None:
    assert plain_text(text) == text


def test_errors_of_one_column_are_told_with_its_name() -> None:
    receipt = column("Product", ["#N/B", "Paspoort", "#REF!", "VOG"])
    (problem,) = [p for p in receipt.problems if p.code == "excel_errors"]
    assert (problem.column, problem.severity) == ("Product", "warning")
    assert problem.message.startswith("In 2 cellen van kolom 'Product' staat een foutmelding van Excel")
