"""An address that a colleague shared: page and selection wait for the data, and what the data don't have is said."""

from tests.browser.conftest import User
from tests.conftest import SAMPLE

ADDRESS = "/scores?kanaal=digitaal&product=Afspraak+maken&van=2020-01-01&tot=2020-03-31"
SELECTION = "Digitaal · Afspraak maken · 1e kwartaal 2020 · n = "


def lands(user: User) -> None:
    user.page.get_by_role("heading", level=1, name="Scores en BM").wait_for(timeout=60_000)
    user.page.get_by_test_id("selectie").wait_for(timeout=60_000)
    user.settle()
    assert user.selection().startswith(SELECTION)
    assert "kanaal=digitaal" in user.page.url
    assert "van=2020-01-01" in user.page.url
    # And it is the user's own from then on.
    user.open_from_menu("Cijfers", "Overzicht")
    assert user.selection().startswith(SELECTION)


def test_after_opening_a_file_its_page_opens_with_its_selection(user: User) -> None:
    user.go(ADDRESS)
    user.page.get_by_role("link", name="Naar Gegevens").click()
    user.page.get_by_role("heading", level=1, name="Gegevens").wait_for()
    user.settle()
    assert "Zodra u gegevens opent, ziet u Scores en BM met de selectie uit het adres." in user.text()
    user.page.reload()
    user.settle()
    user.page.set_input_files("input[type=file]", str(SAMPLE / "digitaal_2020.csv"))
    lands(user)


def test_after_opening_the_sample_there_and_then_too(user: User) -> None:
    user.go(ADDRESS)
    user.page.get_by_role("button", name="Open voorbeelddata").click()
    lands(user)


def test_what_the_data_do_not_have_is_said_and_goes_when_something_else_is_chosen(user: User) -> None:
    user.open_sample()
    user.go("/verloop?kanaal=receptie&product=Zeppelin&van=1999-01-01&verloop_vraag=Lunch")
    said = user.page.get_by_test_id("adres").inner_text()
    for asked in ("kanaal ‘receptie’", "product ‘Zeppelin’", "begindatum 1 jan 1999", "vraag ‘Lunch’"):
        assert asked in said
    assert "niet in deze gegevens" in said
    user.go("/verloop?kanaal=balie&product=Paspoort")
    assert user.page.get_by_test_id("adres").count() == 0


def test_a_product_that_the_channel_lacks_offers_the_channel_that_has_it(user: User) -> None:
    user.open_sample()
    user.go("/scores?kanaal=balie&product=Afspraak+maken")
    assert "n = 0" in user.text()
    user.page.get_by_role("link", name="Bekijk digitaal").click()
    user.settle()
    assert user.selection().startswith("Digitaal · Afspraak maken · 2020 · n = ")


def test_that_the_data_are_made_up_is_the_first_thing_on_the_page(user: User) -> None:
    user.open_sample()
    user.go("/overzicht")
    notice = user.page.get_by_text("Voorbeelddata: verzonnen antwoorden").bounding_box()
    assert notice is not None
    assert notice["x"] > 250
    assert notice["y"] < 160
