"""Every page as data, without Streamlit: for each audience, with no data, the sample, one channel, few and none."""

import random
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import get_args

import pytest

from lib.figures.audience import Audience
from lib.figures.selection import Selection
from lib.render.page_html import page_html
from lib.report.blocks import Action, Page, Picture, Shown, flat
from lib.report.pages.every import PAGES
from lib.report.view import View
from lib.session.session import Session
from tests.conftest import SAMPLE

FILES = ("balie_2020.xlsx", "telefoon_2020.xlsx", "digitaal_2020.csv", "referentiecijfers.csv")
FIGURES = sorted(PAGES.keys() - {"toelichting"})
SITUATIONS: Mapping[str, Selection] = {
    "everything": Selection(),
    "balie": Selection("balie"),
    "telefoon": Selection("telefoon"),
    "digitaal": Selection("digitaal"),
    "n < 10": Selection("balie", ("Legalisatie handtekening",)),
    "one product": Selection("balie", ("Paspoort",)),  # of which no audience but explore gets intervals
    "n = 0": Selection("balie", (), date(2019, 1, 1), date(2019, 1, 31)),
    "a quarter": Selection(None, (), date(2020, 1, 1), date(2020, 3, 31)),
}


@pytest.fixture(scope="module")
def sample() -> Session:
    return Session().with_files([(name, (SAMPLE / name).read_bytes()) for name in FILES])


@pytest.fixture(scope="module")
def one_channel() -> Session:
    return Session().with_files([(FILES[2], (SAMPLE / FILES[2]).read_bytes())])


@pytest.mark.parametrize("audience", get_args(Audience))
@pytest.mark.parametrize("slug", sorted(PAGES))
def test_without_data_a_page_says_what_to_do(slug: str, audience: Audience) -> None:
    page = PAGES[slug](View(Session(), audience=audience))
    assert page.slug == slug
    assert page.finding
    if slug in FIGURES:
        assert page.finding == "Er zijn nog geen gegevens geopend."
        assert [block.name for block in page.blocks if isinstance(block, Action)] == ["open_sample"]


@pytest.mark.parametrize("audience", get_args(Audience))
@pytest.mark.parametrize("situation", SITUATIONS)
@pytest.mark.parametrize("slug", FIGURES)
def test_a_page_says_what_it_is_of_and_what_it_shows(
    sample: Session, slug: str, situation: str, audience: Audience
) -> None:
    page = PAGES[slug](View(sample, SITUATIONS[situation], audience=audience))
    assert page.selection
    assert page.finding.endswith((".", "?"))
    names = [block.name for block in flat(page.blocks) if isinstance(block, Shown) and block.name]
    assert len(names) == len(set(names)), "a file's name tells which table it is"
    for control in page.controls:
        assert control.default in control.options
    html = page_html(page)
    assert html.count("<h1>") == 1
    assert "None" not in html.striptags()
    if situation == "n = 0":
        # Others are not told whether it is nobody or a few: they see a page without a figure.
        kinds = Picture | Shown if audience == "explore" else Picture
        assert not any(isinstance(block, kinds) for block in flat(page.blocks))


@pytest.mark.parametrize("audience", ["room", "publish"])
def test_figures_that_may_only_be_told_roundly_make_pages_too(one_channel: Session, audience: Audience) -> None:
    products = sorted(one_channel.counts["digitaal"].products)
    choose = random.Random(11)
    for _ in range(6):
        start, end = date(2020, choose.randint(1, 6), 1), date(2020, choose.randint(6, 12), 28)
        selection = Selection("digitaal", tuple(choose.sample(products, choose.choice([0, 1, 2, 4]))), start, end)
        for slug in FIGURES:
            page = PAGES[slug](View(one_channel, selection, {"per": choose.choice(["maand", "kwartaal"])}, audience))
            assert page.finding, (slug, selection)


def test_what_is_told_roundly_is_not_called_too_few(sample: Session) -> None:
    """Of a thousand people with a passport a room gets round figures; verdicts that may be told are told."""
    view = View(sample, Selection("balie", ("Paspoort",)), audience="room")
    findings = {slug: PAGES[slug](view).finding for slug in ("verloop", "vergelijken", "scores")}
    assert not [slug for slug, finding in findings.items() if "te weinig antwoorden" in finding]
    assert "aan afgeronde cijfers niet te zien" in findings["verloop"]
    assert "verschilt aantoonbaar" in findings["vergelijken"]
    assert "Niet vergeleken" not in findings["vergelijken"]


@pytest.mark.parametrize("slug", FIGURES)
def test_one_channel_is_enough(one_channel: Session, slug: str) -> None:
    page = PAGES[slug](View(one_channel))
    assert page.finding
    assert page.selection.startswith(("Digitaal", "Alle kanalen"))


def test_every_choice_of_a_page_gives_a_page(sample: Session) -> None:
    for slug in FIGURES:
        first = PAGES[slug](View(sample, Selection("balie")))
        for control in first.controls:
            for option in control.options:
                page = PAGES[slug](View(sample, Selection("balie"), {control.key: option}))
                assert [each.default for each in page.controls if each.key == control.key] == [option]


def test_a_choice_that_the_data_do_not_have_falls_back(sample: Session) -> None:
    page: Page = PAGES["verloop"](View(sample, Selection("balie"), {"verloop_vraag": "Bestaat niet", "per": "eeuw"}))
    assert [control.default for control in page.controls] == ["Totaaloordeel", "kwartaal"]


def test_selections_that_were_kept_are_set_against_each_other(sample: Session) -> None:
    winter, summer = (Selection("balie", (), date(2020, m, 1), date(2020, m, 29)) for m in (1, 7))
    view = View(sample, winter, {"met": "bewaarde selecties"})
    assert "U bewaarde nog geen andere selectie" in PAGES["vergelijken"](view).finding
    kept = replace(sample, selections=(summer, replace(winter, products=("Paspoort",))))
    page = PAGES["vergelijken"](replace(view, session=kept))
    assert "1 jan – 29 jan 2020" in page.finding
    assert page.table("vergelijking_balie") is not None
    # What is part of the other can't be set against it.
    second = page.controls[-1].options[-1]
    same = PAGES["vergelijken"](replace(view, session=kept, choices={**view.choices, "selectie_twee": second}))
    assert "delen klanten" in same.finding


def test_any_two_products_and_channels_are_compared(sample: Session) -> None:
    chosen = {"met": "ander product", "product_een": "Rijbewijs", "met_product": "Identiteitskaart"}
    page = PAGES["vergelijken"](View(sample, Selection("balie"), chosen))
    assert [control.default for control in page.choices] == list(chosen.values())
    assert "Identiteitskaart" in page.finding
    assert "Rijbewijs" in page.finding
    channels = {"met": "ander kanaal", "kanaal_een": "telefoon", "met_kanaal": "digitaal"}
    page = PAGES["vergelijken"](View(sample, Selection(), channels))
    assert "telefoon" in page.finding
    assert "digitaal" in page.finding
