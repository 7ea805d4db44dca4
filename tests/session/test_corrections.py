"""What a user says of a number holds for its line, in the next version of the draft too, and comes back from saved work."""

from typing import Any

import pytest

from lib.ingest.published.drafts.draft_figures import printed_numbers
from lib.ingest.published.drafts.draft_files import read_draft
from lib.ingest.published.drafts.printed_number import Claim, PrintedNumber
from lib.session.corrections import Correction, applied, as_rows, from_rows, spots_of
from lib.session.saved_work import SavedWork, read, save
from lib.session.session import Session

TABLE = "Balie 2020\n\nAspect\tEigen\tBM\nWachttijd\t8,1\t8,2\nPrivacy a.d. balie\t8,0\t8,0\n"
PRIVACY = Claim("balie", "privacy", "own", 2020)


def numbers(text: str) -> tuple[Any, list[PrintedNumber]]:
    draft = read_draft("c.txt", text.encode())
    return draft, printed_numbers(draft, [], ("balie",))


def said(text: str, printed: str, claim: Claim | None, unit: str = "grade") -> Correction:
    """What is said of the first number that is printed so."""
    draft, found = numbers(text)
    at = next(place for place, one in enumerate(found) if one.printed == printed)
    return Correction(spots_of(draft, found)[at], claim, unit)  # type: ignore[arg-type]


def after(text: str, *corrections: Correction) -> tuple[list[PrintedNumber], int]:
    draft, found = numbers(text)
    return applied(draft, found, corrections)


def corrected(text: str, *corrections: Correction) -> list[tuple[str, str | None, str | None]]:
    made, _ = after(text, *corrections)
    return [(one.printed, one.claim.item if one.claim else None, one.not_figure) for one in made if one.is_corrected]


def test_a_number_is_what_the_user_says() -> None:
    assert corrected(TABLE, said(TABLE, "8,1", PRIVACY)) == [("8,1", "privacy", None)]
    assert corrected(TABLE, said(TABLE, "8,1", None)) == [("8,1", None, "said")]


def test_the_last_that_was_said_counts() -> None:
    once, twice = said(TABLE, "8,1", PRIVACY), said(TABLE, "8,1", None)
    assert corrected(TABLE, once, twice) == [("8,1", None, "said")]
    assert corrected(TABLE, once) == [("8,1", "privacy", None)], "undone"


@pytest.mark.parametrize(
    "later",
    [
        TABLE.replace("8,1\t8,2", "8,3\t8,2"),  # the figure was mended
        "Een nieuwe inleiding.\n\n" + TABLE,  # lines came before it
        TABLE.replace("Privacy a.d. balie\t8,0\t8,0\n", ""),  # another line is gone
    ],
)
def test_it_holds_for_a_new_version_with_the_same_line(later: str) -> None:
    (found,) = corrected(later, said(TABLE, "8,1", PRIVACY))
    assert found[1] == "privacy"


def test_another_line_is_not_taken_for_it() -> None:
    made, lost = after(TABLE.replace("Wachttijd", "Wachtruimte"), said(TABLE, "8,1", PRIVACY))
    assert lost == 1
    assert not [one for one in made if one.is_corrected]


TWICE = "Balie\nWachttijd\t8,1\nTelefoon\nWachttijd\t6,9\n"


def test_of_two_lines_with_the_same_words_each_is_known() -> None:
    assert corrected(TWICE, said(TWICE, "6,9", None)) == [("6,9", None, "said")]


def test_which_of_more_lines_it_was_is_not_guessed() -> None:
    later = TWICE.replace("8,1", "8,4").replace("6,9", "7,0") + "Digitaal\nWachttijd\t7,2\n"
    assert after(later, said(TWICE, "6,9", None))[1] == 1
    assert corrected(TWICE + "Digitaal\nWachttijd\t7,2\n", said(TWICE, "6,9", None)) == [("6,9", None, "said")]


def test_a_number_on_a_line_of_its_own_is_known_by_the_words_above_it() -> None:
    text = "Balie 2020\nWachttijd\n8,1\n8,2\nPrivacy a.d. balie\n8,0\n8,0\n"
    assert corrected(text, said(text, "8,2", None)) == [("8,2", None, "said")]
    later = text.replace("Balie 2020\n", "Balie 2020\nDoorlooptijd\n8,5\n8,5\n")
    assert corrected(later, said(text, "8,2", None)) == [("8,2", None, "said")]


CORRECTIONS = (said(TABLE, "8,1", PRIVACY), said(TABLE, "8,2", None, ""))


def test_saved_work_keeps_them() -> None:
    work = SavedWork(corrections=CORRECTIONS)
    assert read("w.klantmonitor", save(work)).corrections == CORRECTIONS
    opened = Session().with_files([("w.klantmonitor", save(work))])
    assert opened.corrections == CORRECTIONS
    assert opened.saved_work(work.selection, with_exports=False).corrections == CORRECTIONS


def test_no_word_of_the_draft_is_kept() -> None:
    assert b"Wachttijd" not in str(as_rows(CORRECTIONS)).encode()
    assert "8,1" not in str(as_rows(CORRECTIONS))


GOOD = as_rows(CORRECTIONS)[0]


@pytest.mark.parametrize(
    "row",
    [
        None,
        "tekst",
        {},
        GOOD | {"words": "../../etc"},
        GOOD | {"order": -1},
        GOOD | {"order": True},
        GOOD | {"total": 10**9},
        GOOD | {"figure": "own"},
        GOOD | {"figure": GOOD["figure"] | {"channel": "fax"}},
        GOOD | {"figure": GOOD["figure"] | {"item": "<script>"}},
        GOOD | {"figure": GOOD["figure"] | {"column": "share:<b>"}},
        GOOD | {"figure": GOOD["figure"] | {"unit": "euro"}},
        GOOD | {"figure": GOOD["figure"] | {"year": "2020"}},
    ],
)
def test_what_is_not_sound_is_left_out(row: object) -> None:
    assert from_rows([row, GOOD]) == CORRECTIONS[:1]


@pytest.mark.parametrize("rows", [None, {}, "x", 3])
def test_what_is_no_list_is_none(rows: object) -> None:
    assert from_rows(rows) == ()
