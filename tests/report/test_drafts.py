"""What a choice about columns would change, told per question."""

from lib.figures.channel import count_channels
from lib.ingest.mapping import ColumnMapping
from lib.ingest.read import read_file, survey_of
from lib.report.drafts import changes_table
from tests.ingest.exports import Rows, csv_text

ROWS: Rows = [["Totaaloordeel", "V7", "V8"], *([8, 7 - n % 2, "Loket" if n % 3 else "Hal"] for n in range(40))]


def changed(**columns: str) -> list[list[str]]:
    """The rows of the table for a choice."""
    data = csv_text(ROWS).encode()
    mapping = ColumnMapping(("Totaaloordeel", "V7", "V8"), columns)
    before, after = (count_channels(survey_of([read_file("balie.csv", data, use)])) for use in ((), (mapping,)))
    table = changes_table(before, after)
    return [] if table is None else [[cell.text for cell in row] for row in table.rows]


def test_no_choice_changes_nothing() -> None:
    assert changed() == []


def test_a_question_that_comes_and_one_that_goes() -> None:
    assert changed(V7="wachttijd") == [["Balie · Wachttijd", "telt niet mee", "6,5", "40"]]
    assert changed(Totaaloordeel="ignore", V7="wachttijd") == [
        ["Balie · Wachttijd", "telt niet mee", "6,5", "40"],
        ["Balie · Totaaloordeel", "8,0", "telt niet mee", "–"],
    ]
