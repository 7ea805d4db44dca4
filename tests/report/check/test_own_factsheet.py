"""A factsheet that the app made is known by the figures it carries, which still follow from the exports or don't."""

import json
from dataclasses import replace
from datetime import date

import pytest

from lib.figures.selection import Selection
from lib.ingest.published.drafts.draft import Draft
from lib.ingest.published.drafts.draft_files import read_draft
from lib.render.factsheet import factsheet_file
from lib.report.check.check_draft import check_draft
from lib.report.check.own_factsheet import factsheet_remarks, selection_of_factsheet
from lib.report.factsheet import choices_of, factsheet
from lib.report.figures_json import figures_json
from lib.report.view import View
from lib.session.session import Session
from tests.figures.surveys import channel
from tests.report.check.conftest import dated, draft_of, session_of, spread

ANSWERS = {"totaaloordeel": spread((7, 8, 9), 120), "wachttijd": spread((8, 9, 8, 7), 120)}
DAYS = dated(1, 60) + dated(2, 60)


@pytest.fixture(scope="module")
def session() -> Session:
    return session_of(channel(ANSWERS, days=DAYS))


@pytest.fixture(scope="module")
def pdf(session: Session) -> bytes:
    view = View(session, Selection("balie"), {}, "publish")
    told = figures_json(Selection("balie"), [view.figures("balie")], [], "publish")
    return factsheet_file("pdf", factsheet(view, choices_of(None)), told, date(2020, 12, 31))


@pytest.fixture(scope="module")
def draft(pdf: bytes) -> Draft:
    return read_draft("factsheet.pdf", pdf)


def codes(session: Session, draft: Draft) -> list[str]:
    return [remark.code for remark in factsheet_remarks(session, draft)]


def test_its_figures_come_along(draft: Draft) -> None:
    assert json.loads(draft.attached)["audience"] == "publish"
    assert selection_of_factsheet(draft.attached) == Selection("balie")


def test_it_still_follows_from_the_exports(session: Session, draft: Draft) -> None:
    assert codes(session, draft) == ["factsheet_follows"]
    found = check_draft(session, draft, Selection())
    assert found.selection.channel == "balie"
    assert not [figure.printed.printed for figure in found.figures if figure.verdict == "differs"]


def test_what_does_not_follow_any_more_is_named(draft: Draft) -> None:
    other = session_of(channel({**ANSWERS, "wachttijd": spread((5, 6), 120)}, days=DAYS))
    (remark,) = factsheet_remarks(other, draft)
    assert remark.code == "factsheet_outdated"
    assert "Wachttijd" in remark.message
    assert "Totaaloordeel" not in remark.message


def test_figures_that_were_changed_are_not_believed(session: Session, draft: Draft) -> None:
    changed = replace(draft, attached=draft.attached.replace('"value":8', '"value":9', 1))
    assert changed.attached != draft.attached
    assert codes(session, changed) == ["factsheet_changed"]


@pytest.mark.parametrize(
    "attached", ["", "{", "[]", "{}", '{"filters": 3, "channels": [], "audience": "publish"}', "[" * 100_000]
)
def test_what_is_no_factsheet_says_nothing(session: Session, draft: Draft, attached: str) -> None:
    assert codes(session, replace(draft, attached=attached)) == []


@pytest.mark.parametrize(
    "channels", ["null", "[3]", '[{"channel": 3, "scores": 5}]', '[{"scores": [{"item": [], "value": {}}]}]']
)
def test_a_hostile_attachment_ends_in_a_remark(session: Session, draft: Draft, channels: str) -> None:
    attached = f'{{"audience": "publish", "filters": {{"from": "x", "products": [1]}}, "channels": {channels}}}'
    assert codes(session, replace(draft, attached=attached)) == ["factsheet_changed"]


def test_a_text_is_no_factsheet(session: Session) -> None:
    assert codes(session, draft_of("Balie 2020\n")) == []
