"""The sample data: made by the script beside it, byte for byte, and plainly labelled as made up."""

import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path

import pandas as pd
import pytest

SAMPLE = Path(__file__).parents[1] / "sample_data"
EXPORTS = ["balie_2020.xlsx", "telefoon_2020.xlsx", "digitaal_2020.csv"]
FILES = [*EXPORTS, "referentiecijfers.csv"]
LABEL = "synthetisch voorbeeld"


@pytest.fixture(scope="module")
def made_again(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the script copied without the data, and the script run there."""
    folder = tmp_path_factory.mktemp("sample") / "sample_data"
    shutil.copytree(SAMPLE, folder, ignore=shutil.ignore_patterns(*FILES, "__pycache__"))
    assert not [name for name in FILES if (folder / name).exists()]
    subprocess.run([sys.executable, folder / "make_sample_data.py"], check=True, capture_output=True, timeout=60)
    return folder


@pytest.mark.parametrize("name", FILES)
def test_the_script_writes_the_committed_bytes_again(made_again: Path, name: str) -> None:
    assert (made_again / name).read_bytes() == (SAMPLE / name).read_bytes()


@cache
def read(name: str) -> pd.DataFrame:
    """An export as a plain table."""
    if name.endswith(".csv"):
        return pd.read_csv(SAMPLE / name, sep=";", dtype=str, encoding="utf-8-sig")
    return pd.read_excel(SAMPLE / name, dtype=str, engine="calamine")


@pytest.mark.parametrize("name", EXPORTS)
def test_every_row_says_that_it_is_synthetic(name: str) -> None:
    assert read(name)["Herkomst"].unique().tolist() == [LABEL]


@pytest.mark.parametrize("name", [name for name in EXPORTS if name.endswith(".xlsx")])
def test_a_workbook_says_on_a_sheet_of_its_own_that_it_is_synthetic(name: str) -> None:
    about = pd.read_excel(SAMPLE / name, sheet_name="Over dit bestand", header=None, engine="calamine")
    assert "synthetische voorbeeldgegevens" in " ".join(about[0].astype(str))


def test_made_up_reference_figures_are_named_as_such() -> None:
    references = pd.read_csv(SAMPLE / "referentiecijfers.csv", sep=";", dtype=str, encoding="utf-8-sig")
    made_up = references["herkomst"] == "verzonnen voorbeeldcijfer"
    assert set(references.loc[made_up, "kanaal"]) == {"telefoon"}
    assert set(references.loc[~made_up, "herkomst"]) == {"factsheet 2020"}


def test_the_readme_says_that_no_respondent_is_real() -> None:
    readme = (SAMPLE / "README.md").read_text(encoding="utf-8")
    assert "synthetische" in readme
    assert "geen echte respondent" in readme


@pytest.mark.parametrize("name", EXPORTS)
def test_a_sample_has_ten_or_more_products_and_one_with_few_respondents(name: str) -> None:
    sizes = read(name)["Product"].value_counts()
    assert len(sizes) >= 10
    assert sizes.min() < 10


def test_the_desk_sample_holds_all_five_answers_about_coming_back() -> None:
    (header,) = [header for header in read("balie_2020.xlsx").columns if "terugkomen" in header]
    assert read("balie_2020.xlsx")[header].nunique() == 5


@pytest.mark.parametrize("name", EXPORTS)
def test_months_are_uneven_and_answers_are_missing_as_in_real_exports(name: str) -> None:
    table = read(name)
    months = pd.to_datetime(table["Datum ingevuld"], dayfirst=name.endswith(".csv")).dt.month.value_counts()
    assert len(months) == 12
    assert months.max() > 1.3 * months.min()
    assert table.isna().any().any()
