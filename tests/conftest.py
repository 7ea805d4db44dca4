"""What all tests share: the sample files, read once."""

import gc
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import pytest

from lib.figures.channel import count_channels
from lib.figures.counts import Counts
from lib.ingest.published.references import read_references
from lib.ingest.read import read_file, survey_of
from lib.survey.dataset import Survey
from lib.survey.references import References

ROOT = Path(__file__).parents[1]
SAMPLE = ROOT / "sample_data"
EXPORTS = ("balie_2020.xlsx", "telefoon_2020.xlsx", "digitaal_2020.csv")
REFERENCES = "referentiecijfers.csv"


def pytest_collection_finish() -> None:
    """Thousands of tests and their modules stay until the end: set aside, they are not looked through again by each
    collection of garbage (statsmodels asks for one with every correction of p values)."""
    gc.collect()
    gc.freeze()


@pytest.fixture(scope="session")
def sample_survey() -> Survey:
    """The three sample exports as one survey."""
    return survey_of(read_file(name, (SAMPLE / name).read_bytes()) for name in EXPORTS)


@pytest.fixture(scope="session")
def sample_counts(sample_survey: Survey) -> Mapping[str, Counts]:
    """The counts of the sample, per channel."""
    return count_channels(sample_survey)


@pytest.fixture(scope="session")
def sample_references() -> References:
    """The sample's reference figures."""
    return read_references(REFERENCES, (SAMPLE / REFERENCES).read_bytes()).references


@cache
def sample_texts() -> tuple[str, ...]:
    """Every open answer of the sample data."""
    receipts = [read_file(file, (SAMPLE / file).read_bytes()) for file in EXPORTS]
    return tuple(
        text
        for receipt in receipts
        for part in receipt.parts
        for texts in part.texts.values()
        for text in texts.tolist()
        if text is not None
    )
