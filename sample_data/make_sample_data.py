"""Write the four synthetic sample files, the same bytes each time.

Run with `uv run python sample_data/make_sample_data.py`.
"""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path
from random import Random
from typing import Any

import numpy as np
from answers import Survey, draw_survey
from channels import BALIE, DIGITAAL, REFERENCES, TELEFOON, Channel
from expected import check_survey
from files import write_csv, write_excel
from open_answers import add_reviews, add_tips
from texts import Bank
from texts_balie import BALIE_TIPS
from texts_digitaal import DIGITAAL_TIPS
from texts_reviews import DIGITAAL_REVIEWS, TELEFOON_REVIEWS
from texts_telefoon import TELEFOON_TIPS

FOLDER = Path(__file__).parent
SEEDS = {"balie": 20201, "digitaal": 20202, "telefoon": 20203}


def make_survey(channel: Channel, tips: Bank, reviews: Bank | None = None) -> Survey:
    """A whole survey of one channel, drawn, filled with texts and checked."""
    rng = np.random.default_rng(SEEDS[channel.key])
    dice = Random(SEEDS[channel.key])
    survey = draw_survey(channel, rng)
    if reviews:
        add_reviews(survey, reviews, rng, dice)
    add_tips(survey, tips, rng, dice)
    check_survey(survey)
    return survey


def plain(value: Any) -> str | int | date | None:
    """A cell value without numpy types."""
    return int(value) if isinstance(value, np.integer) else value


def table(survey: Survey) -> list[list[Any]]:
    columns = [survey.columns[header] for header in survey.channel.headers]
    return [[plain(value) for value in row] for row in zip(*columns, strict=True)]


def write_references(path: Path) -> None:
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file, delimiter=";", lineterminator="\r\n")
        writer.writerow(["kanaal", "item", "jaar", "bm", "eigen", "herkomst"])
        writer.writerows(REFERENCES)


def main() -> None:
    balie = make_survey(BALIE, BALIE_TIPS)
    digitaal = make_survey(DIGITAAL, DIGITAAL_TIPS, DIGITAAL_REVIEWS)
    telefoon = make_survey(TELEFOON, TELEFOON_TIPS, TELEFOON_REVIEWS)
    write_excel(FOLDER / "balie_2020.xlsx", "Balie", BALIE.headers, table(balie))
    write_csv(FOLDER / "digitaal_2020.csv", DIGITAAL.headers, table(digitaal))
    write_excel(FOLDER / "telefoon_2020.xlsx", "Telefoon", TELEFOON.headers, table(telefoon))
    write_references(FOLDER / "referentiecijfers.csv")
    print(
        "Geschreven: balie_2020.xlsx, digitaal_2020.csv, telefoon_2020.xlsx, "
        "referentiecijfers.csv. Alle cijfers kloppen."
    )


if __name__ == "__main__":
    main()
