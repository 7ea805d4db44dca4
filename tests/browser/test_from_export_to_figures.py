"""The whole road as a team lead walks it: open the files, read the factsheet, filter, reload."""

import zipfile
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import FileChooser

from tests.browser.conftest import User
from tests.browser.cut import Wire
from tests.conftest import ROOT, SAMPLE
from tests.ingest.sandbox.test_precheck import workbook
from tests.printed import rows as printed


def test_a_link_to_a_page_works_on_a_server_that_nobody_has_visited(user: User) -> None:
    user.go("/scores?kanaal=digitaal")
    assert user.page.get_by_role("heading", level=1).inner_text() == "Scores en BM"
    assert "Er zijn nog geen gegevens geopend." in user.text()
    user.open_from_menu("Cijfers", "Overzicht")
    assert user.page.get_by_role("heading", level=1).inner_text() == "Overzicht"


def test_the_uploaded_files_give_the_printed_factsheet_and_survive_filters_and_reload(user: User) -> None:
    user.upload_sample_files()
    assert "6.382 respondenten" in user.text()

    user.open_from_menu("Cijfers", "Scores en BM")
    assert [row[:3] for row in user.rows()] == printed("balie")
    user.page.get_by_role("radio", name="digitaal").or_(
        user.page.get_by_role("button", name="digitaal", exact=True)
    ).first.click()
    user.settle()
    assert "kanaal=digitaal" in user.page.url
    assert [row[:3] for row in user.rows()] == printed("digitaal")

    user.go("/scores?kanaal=balie&product=Paspoort&product=Rijbewijs&van=2020-01-01&tot=2020-03-31")
    assert user.selection().startswith("Balie · Paspoort en Rijbewijs · 1e kwartaal 2020 · n = ")
    before = (user.selection(), user.rows())
    user.page.reload()
    user.settle()
    assert (user.selection(), user.rows()) == before
    assert before[1] != printed("balie")

    user.open_from_menu("Cijfers", "Terugkomen")
    assert user.selection() == before[0]
    assert "van=2020-01-01" in user.page.url
    user.click("button", "Wis selectie")
    assert user.page.url.endswith("/terugkomen")
    assert "n = 3.018" in user.selection()


def test_a_connection_that_drops_costs_neither_files_nor_selection_nor_presentation(user: User) -> None:
    wire = Wire(urlsplit(user.address).port or 0)
    user.address = f"http://localhost:{wire.port}"
    user.upload(str(SAMPLE / "balie_2020.xlsx"))
    user.go("/overzicht?van=2020-01-01&tot=2020-06-30")
    before = user.selection()
    user.open_from_menu("Delen", "Presenteren")
    user.page.keyboard.press("ArrowRight")
    user.settle()
    wire.drop()
    user.page.wait_for_timeout(1500)
    wire.mend()
    # The page comes back by itself, where it was.
    user.page.wait_for_selector("[data-testid=stApp][data-test-connection-state=CONNECTED]", timeout=60_000)
    user.settle()
    user.page.keyboard.press("ArrowRight")
    user.page.get_by_test_id("halte").filter(has_text="3 /").wait_for(timeout=60_000)
    user.page.keyboard.press("Escape")
    user.page.get_by_role("heading", level=1, name="Overzicht").wait_for()
    user.settle()
    assert user.selection() == before
    wire.close()


def test_two_people_never_see_each_others_files(user: User, phone_user: User) -> None:
    user.open_sample()
    phone_user.go("/overzicht")
    assert "Er zijn nog geen gegevens geopend." in phone_user.text()


def test_removing_all_files_forgets_them(user: User) -> None:
    user.open_sample()
    user.click("button", "Verwijder alle bestanden")
    user.go("/overzicht")
    assert "Er zijn nog geen gegevens geopend." in user.text()


def test_a_broken_file_leaves_the_others_and_the_server_alive(user: User, tmp_path: Path) -> None:
    broken = tmp_path / "kapot.xlsx"
    broken.write_bytes(b"PK\x03\x04" + b"\x00" * 200)
    user.open_sample()
    user.upload(str(ROOT / "sample_data/balie_2020.xlsx"), str(broken))
    assert "Het Excel-bestand kapot.xlsx is beschadigd of onvolledig." in user.text()
    user.go("/scores")
    assert len(user.rows()) == 9


def test_the_root_leads_to_the_data_and_later_to_the_figures(user: User) -> None:
    user.go("/")
    assert user.page.url.endswith("/gegevens")
    user.open_sample()
    user.go("/")
    assert user.page.url.endswith("/overzicht")


def test_the_keyboard_alone_leads_from_a_file_by_its_receipt_and_a_choice_to_the_figures(
    user: User, tmp_path: Path
) -> None:
    file = tmp_path / "export.csv"
    file.write_text("Totaaloordeel;Wachttijd\n" + "8;7\n" * 40, encoding="utf-8")
    # Listened for from the beginning: on a busy machine a dialog may open before the browser knows that it is waited for.
    choosers: list[FileChooser] = []
    user.page.on("filechooser", lambda chooser: choosers.append(chooser))
    user.go("/gegevens")
    for _ in range(3):
        user.tab_to("Kies bestanden")
        user.page.keyboard.press("Enter")
        user.page.wait_for_timeout(2_000)
        if choosers:
            break
    choosers[0].set_files(str(file))
    user.page.get_by_text("Onder welk kanaal?").wait_for()
    user.settle()
    user.tab_to("Balie")
    user.page.keyboard.press("Space")
    user.page.get_by_text("Geopend: 40 respondenten (balie 40).").wait_for()
    user.settle()
    user.tab_to("Wat is er van elke kolom herkend?")
    user.page.keyboard.press("Enter")
    user.page.get_by_role("cell", name="Wachttijd").first.wait_for()
    user.tab_to("Naar de cijfers")
    user.page.keyboard.press("Enter")
    user.page.get_by_role("heading", level=1, name="Overzicht").wait_for()
    assert "8,0" in user.text()


def bomb(path: Path) -> Path:
    """A workbook of about a megabyte with a sheet that unpacks to more than a gigabyte."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        with archive.open("xl/worksheets/sheet1.xml", "w", force_zip64=True) as sheet:
            for _ in range(1_100):
                sheet.write(b" " * (1 << 20))
    return path


def test_workbooks_that_would_take_the_server_down_harm_nobody(user: User, phone_user: User, tmp_path: Path) -> None:
    two_cells = tmp_path / "twee.xlsx"
    two_cells.write_bytes(workbook("A1", "XFD1048576"))
    phone_user.open_sample()
    user.upload(str(two_cells), str(bomb(tmp_path / "bom.xlsx")), str(ROOT / "sample_data/balie_2020.xlsx"))
    text = user.text()
    assert "Een tabblad in twee.xlsx is te groot" in text
    assert "Het Excel-bestand bom.xlsx is uitgepakt groter dan 1 GB." in text
    assert "Geopend: 3.018 respondenten" in text
    phone_user.go("/scores?kanaal=digitaal")
    assert [row[:3] for row in phone_user.rows()] == printed("digitaal")


def test_of_an_upload_nothing_is_left_but_what_was_read(user: User, tmp_path: Path) -> None:
    """Streamlit's own counts say how many files it still holds."""
    file = tmp_path / "groot.csv"
    file.write_text("Totaaloordeel;Wachttijd;Toelichting\n" + f"8;7;{'x' * 200}\n" * 10_000, encoding="utf-8")
    user.go("/gegevens")
    user.upload(str(file))
    user.page.get_by_text("Onder welk kanaal?").wait_for()
    metrics = user.page.request.get(f"{user.address}/_stcore/metrics").text()
    assert "# EOF" in metrics
    assert "UploadedFileManager" not in metrics
