"""Small files after public reports of what goes wrong, each with its right outcome. They stand for a kind of fault:
the tests of each kind are elsewhere."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import pytest

from lib.ingest.read import FileReceipt, read_file, survey_of
from lib.survey.problems import Problem
from lib.survey.scales import FIRST_VALID
from tests.ingest.exports import days, items, only_part, products

FOLDER = Path(__file__).parent / "cases"


@dataclass(frozen=True)
class Case:
    """What is right of a file: how many respondents, what must be told of it with a word of the sentence, and
    what else holds. `told`: by code the severity and a word."""

    file: str
    respondents: int = 40
    told: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    holds: Callable[[FileReceipt], bool] = lambda receipt: True


def mean(receipt: FileReceipt, item: str = "totaaloordeel") -> float:
    """The mean of the valid grades of a question."""
    answers = only_part(receipt).answers[item]
    grades = [float(answers.values[code - FIRST_VALID]) for code in answers.codes.tolist() if code >= FIRST_VALID]
    return sum(grades) / len(grades)


def overall(value: float, count: int) -> Callable[[FileReceipt], bool]:
    """Whether the totaaloordeel is this, to a tenth, of so many respondents."""

    def is_so(receipt: FileReceipt) -> bool:
        codes = only_part(receipt).answers["totaaloordeel"].codes
        return abs(mean(receipt) - value) <= 0.05 + 1e-9 and int((codes >= FIRST_VALID).sum()) == count

    return is_so


def product_counts(receipt: FileReceipt) -> Counter[str | None]:
    """How many respondents each product has."""
    return Counter(products(only_part(receipt)))


def texts(receipt: FileReceipt, item: str) -> int:
    """How many respondents filled in an open question."""
    return sum(text is not None for text in only_part(receipt).texts[item])


def on_days(receipt: FileReceipt, first: date, last: date) -> int:
    """How many respondents have a day from the first to the last one."""
    return sum(day is not None and first <= day <= last for day in days(only_part(receipt)))


def own_kinds(receipt: FileReceipt) -> dict[str, str | None]:
    """Of each column the kind of question that it was taken for."""
    return {column.header: column.item.kind if column.item else None for column in receipt.sheets[0].columns}


def dropped(receipt: FileReceipt) -> set[str]:
    """The columns left out as personal data."""
    return {column.header for sheet in receipt.sheets for column in sheet.columns if column.is_identifier}


def together(receipt: FileReceipt) -> int:
    """How many respondents count."""
    return len(survey_of([receipt]))


Q1 = (date(2023, 1, 1), date(2023, 3, 31))
CASES: Sequence[Case] = (
    Case("balie_los_aanhalingsteken.csv", 200, {"quote_never_closed": ("warning", "rij 11")},
         lambda r: len(set(days(only_part(r)))) == 200 and texts(r, "tip") == 52),
    Case("balie_libreoffice.xlsx", holds=overall(8.0, 40)),
    Case("balie_gemengde_datums.xlsx", 60, {"dates_swapped": ("warning", "24")}, lambda r: on_days(r, *Q1) == 18),
    Case("balie_nan_teksten.csv", told={"missing_words": ("info", "92"), "excel_errors": ("warning", "4 cellen")},
         holds=lambda r: (texts(r, "toelichting"), texts(r, "tip")) == (4, 10)),
    Case("balie_samengevoegd.xlsx", told={"cells_merged": ("info", "40")},
         holds=lambda r: sorted(product_counts(r).values()) == [13, 13, 14]),
    Case("balie_nvt_product.xlsx", told={"excel_errors": ("warning", "20 cellen")}, holds=lambda r: product_counts(r)[None] == 20),
    Case("balie_formule_leeg.xlsx", holds=lambda r: not [p for p in r.problems if p.severity != "info"]),
    Case("balie_x_prefix_formule.xlsx", told={"formulas_without_outcome": ("warning", "40")}),
    Case("balie_utc.csv", holds=lambda r: on_days(r, date(2024, 1, 1), date(2024, 1, 1)) == 10),
    Case("balie_1904_standaard.xlsx", holds=lambda r: on_days(r, date(2023, 1, 2), date(2023, 10, 2)) == 40),
    Case("balie_aan_elkaar_geen_kanaal.csv", told={"header_repeated": ("info", "Rij 22")},
         holds=lambda r: "Product" not in product_counts(r) and overall(8.0, 40)(r)),
    Case("balie_filter_aan.xlsx", told={"rows_hidden": ("warning", "26 rijen")}),
    Case("balie_nbsp.csv", holds=overall(8.0, 40)),
    Case("balie_gemengde_codering.csv", told={"encoding_mixed": ("info", "UTF-8")},
         holds=lambda r: product_counts(r)["Café-vergunning"] == 20),
    Case("balie_01_qualtrics_enkele_aanhaling.csv", told={"product_missing": ("warning", "product")}, holds=overall(7.9, 40)),
    Case("balie_04_gemiddelden_per_maand.csv", 0, {"outcomes_not_answers": ("error", "uitkomsten")}),
    Case("06_kruistabel.csv", 0, {"outcomes_not_answers": ("error", "uitkomsten")},
         lambda r: not any("pagina" in f"{p.message}{p.remedy}" for p in r.problems)),
    Case("12_spss.sav", 0, {"not_an_export": ("error", "SPSS")}, lambda r: "SPSS" in str(r.problems[0].remedy)),
)  # fmt: skip

# These hang on what a column is recognised as, on files that belong together, or on surveys of one's own.
WAITING: Sequence[Case] = (
    Case("balie_03_vijfpuntsschaal_als_rapportcijfer.csv",
         holds=lambda r: own_kinds(r)["Hoe tevreden bent u met de fietsenstalling bij het stadhuis?"] != "grade"),
    Case("balie_07_rangorde.csv",
         holds=lambda r: own_kinds(r)["Zet deze manieren van contact op volgorde van voorkeur"] != "multi"),
    Case("balie_09_ruw_en_bewerkt.xlsx", 80, holds=lambda r: together(r) == 40 or bool(survey_of([r]).problems)),
    Case("10_suggestion_is_geen_tip.csv", 0, holds=lambda r: "tip" not in items(r).values()),
    Case("balie_13b_medewerkers_op_achternaam.csv",
         holds=lambda r: {"Inspecteur 1e vooropname", "Opzichter", "Consulent", "Naam behandelend medewerker"} <= dropped(r)),
    Case("14b_eigen_enquete_alleen_meerkeuze.csv", 0),
    Case("balie_15_leeftijdsklassen_en_wijken.csv",
         holds=lambda r: [own_kinds(r)[header] for header in ("Leeftijd", "Wijk", "Leeftijdsgroep")] == ["choice"] * 3),
)  # fmt: skip


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.file)
def test_a_file_that_goes_wrong_has_its_right_outcome(case: Case) -> None:
    receipt = read_file(case.file, (FOLDER / case.file).read_bytes())
    assert receipt.respondents == case.respondents
    problems: dict[str, Problem] = {problem.code: problem for problem in receipt.problems}
    for code, (severity, word) in case.told.items():
        assert problems[code].severity == severity
        assert word in problems[code].message
    assert {p.code for p in receipt.problems if p.severity != "info"} <= {*case.told, "product_missing"}
    assert case.holds(receipt)
    assert "\ufffd" not in "".join(map(str, (receipt.problems, receipt.sheets)))
    for sheet in receipt.sheets:
        assert sheet.rows == sheet.respondents + sum(sheet.left_out.values())


@pytest.mark.parametrize("case", WAITING, ids=lambda case: case.file)
def test_what_a_column_is_taken_for(case: Case) -> None:
    receipt = read_file(case.file, (FOLDER / case.file).read_bytes(), key=b"key")
    assert receipt.respondents == case.respondents
    assert case.holds(receipt)


def test_every_file_has_its_case() -> None:
    assert {case.file for case in (*CASES, *WAITING)} == {p.name for p in FOLDER.iterdir() if p.suffix != ".md"}
