"""The report of a check as a file: a web page or a workbook."""

from lib.render.document_html import document_html
from lib.render.dress import dress_of
from lib.render.xlsx import workbook
from lib.report.blocks import Page
from lib.report.check.check_report import Stamp, foot_words, report_tables
from lib.report.factsheet import Choices

ENDINGS = ("html", "xlsx")


def check_file(ending: str, page: Page, stamp: Stamp) -> bytes:
    """The report with this ending (one of `ENDINGS`)."""
    if ending == "xlsx":
        return workbook(report_tables(page))
    return document_html(page.title, [page], foot_words(page, stamp), dress_of(Choices()))
