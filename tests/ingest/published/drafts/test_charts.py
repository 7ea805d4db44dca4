"""Charts that Office draws: what they draw is read, whether they print it or not."""

import io

import pytest
from openpyxl import Workbook
from openpyxl.chart import BarChart, Reference

from lib.ingest.published.drafts.charts import shown_number
from lib.ingest.published.drafts.draft_figures import printed_numbers
from lib.ingest.published.drafts.draft_files import read_draft
from tests.ingest.published.drafts.made import chart, document_with_chart, slide_with_chart

PART = chart(
    "Rapportcijfers balie 2020",
    {"Eigen": {"Wachttijd": 8.12, "Openingstijden": 8.2099}, "BM": {"Wachttijd": 8.2, "Openingstijden": 8.0}},
)
EXPECTED = [
    ("8,12", "wachttijd", "own"), ("8,2", "wachttijd", "benchmark"), ("8,21", "openingstijden", "own"),
    ("8", "openingstijden", "benchmark"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "data"), [("a.pptx", slide_with_chart(PART)), ("a.docx", document_with_chart(PART))])
def test_a_chart_is_read_as_a_table(name: str, data: bytes) -> None:
    draft = read_draft(name, data)
    assert draft.problems == ()
    assert draft.unseen == ()
    claims = [(one.printed, one.claim) for one in printed_numbers(draft) if one.claim is not None]
    assert [(printed, claim.item, claim.column) for printed, claim in claims] == EXPECTED
    assert {(claim.channel, claim.year) for _, claim in claims} == {("balie", 2020)}


def test_a_chart_of_cells_is_read_by_its_cells() -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (["Balie", "Eigen"], ["Wachttijd", 8.1], ["Openingstijden", 8.2]):
        sheet.append(row)
    drawn = BarChart()
    drawn.add_data(Reference(sheet, min_col=2, min_row=1, max_row=3), titles_from_data=True)
    sheet.add_chart(drawn, "D2")
    out = io.BytesIO()
    book.save(out)
    draft = read_draft("a.xlsx", out.getvalue())
    assert draft.unseen == ()
    assert [one.printed for one in printed_numbers(draft) if one.claim is not None] == ["8,1", "8,2"]


def test_a_chart_that_asks_for_a_point_far_away_is_small() -> None:
    part = PART.replace('idx="1"', 'idx="2000000000"')
    draft = read_draft("a.pptx", slide_with_chart(part))
    assert [one.printed for one in printed_numbers(draft) if one.claim is not None] == ["8,12", "8,2"]


@pytest.mark.parametrize(
    ("value", "code", "shown"),
    [("0.62", "0%", "62%"), ("62", '0"%"', "62%"), ("8.2127", "0.0", "8,2"), ("3018", "#,##0", "3018"), ("8.5", "General", "8,5")],
)  # fmt: skip
def test_a_number_is_shown_as_its_format_says(value: str, code: str, shown: str) -> None:
    assert shown_number(value, code) == shown
