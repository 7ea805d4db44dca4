"""What holds for every export: its order, its cutting up and its untidiness change no figure."""

from collections.abc import Sequence
from datetime import date
from random import Random

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from lib.figures.channel import ChannelFigures, count_channels, figures
from lib.figures.selection import Selection
from lib.ingest.read import read_file, survey_of
from lib.report.figures_json import dump, figures_json
from lib.survey import catalogue
from tests.ingest.exports import csv_text

BALIE = {
    "Datum ingevuld": ["02-01-2020", "15-01-2020", "31-03-2020", "01-07-2020", "30-12-2020"],
    "Product": ["Paspoort", "Rijbewijs", "Uittreksel BRP", ""],
    "Welk rapportcijfer geeft u voor de manier waarop u in het algemeen bent geholpen?": ["8", "9", "7", "1", "11", "", "weet niet"],
    "Rapportcijfer wachttijd": ["8", "6,5", "10 - uitmuntend", "", "n.v.t.", "99"],
    "Hostmanship: bereidheid om te helpen": ["8", "9", "", "weet niet"],
    "Hostmanship: deskundigheid": ["7", "10", ""],
    "Hostmanship: inleving in uw situatie": ["6", ""],
    "Bent u in één keer geholpen of moet u nog een keer terugkomen?": [
        *(point.label for point in catalogue.find("herhaalbezoek").points), "", "n.v.t."],  # type: ignore[union-attr]
    "Hoeveel moeite heeft u persoonlijk moeten doen om uw vraag/klacht afgehandeld te krijgen?": [
        "Heel weinig moeite", "Weinig moeite", "Neutraal", "Veel moeite", "Weet niet", ""],
    "Heeft u nog suggesties?": ["Ja", "Nee", ""],
    "Welke suggestie heeft u?": ["meer stoelen", "-", "", "nvt", "Nee"],
}  # fmt: skip
DIGITAAL = {
    "Datum ingevuld": ["02-01-2020", "15-01-2020", "30-12-2020"],
    "Product": ["Afspraak maken", "VOG", ""],
    "Totaaloordeel": ["8", "5", ""],
    "Stelling: De aanvraag verliep eenvoudig": [
        "Helemaal mee eens", "Mee eens", "Neutraal", "Mee oneens", "Helemaal mee oneens", "Weet niet / geen mening", "n.v.t.", ""],
    "Was vooraf duidelijk: Hoe lang de procedure zou duren": ["Ja", "Nee", ""],
    "Was vooraf duidelijk: Waar u terecht kon met vragen": ["Ja", "Nee", ""],
}  # fmt: skip
QUESTIONS = {"balie.csv": BALIE, "digitaal.csv": DIGITAAL}
Row = tuple[str, ...]
Export = tuple[str, list[Row]]
quick = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@st.composite
def exports(draw: st.DrawFn) -> Export:
    """A file name and its rows: first a row for each answer that the channel's questions know.

    Those rows make sure that a column's answers fit its header, also in a part of the file.
    """
    file = draw(st.sampled_from(sorted(QUESTIONS)))
    columns = list(QUESTIONS[file].values())
    known = [tuple(column[place % len(column)] for column in columns) for place in range(max(map(len, columns)))]
    rows = draw(st.lists(st.tuples(*map(st.sampled_from, columns)), max_size=40))
    return file, known + rows


def text(file: str, rows: Sequence[Row]) -> bytes:
    """The rows as a file."""
    return csv_text([list(QUESTIONS[file]), *rows]).encode()


def found(files: Sequence[tuple[str, bytes]]) -> list[ChannelFigures]:
    """All figures of some files together."""
    counts = count_channels(survey_of(read_file(file, data) for file, data in files))
    return [figures(of, Selection()) for of in counts.values()]


def printed(files: Sequence[tuple[str, bytes]]) -> str:
    """The figures of some files as the command line prints them, without what is said of each file."""
    return dump(figures_json(Selection(), found(files), []))


@quick
@given(exports(), st.randoms(use_true_random=False))
def test_the_order_of_the_rows_changes_not_one_byte(export: Export, dice: Random) -> None:
    file, rows = export
    shuffled = list(rows)
    dice.shuffle(shuffled)
    assert printed([(file, text(file, shuffled))]) == printed([(file, text(file, rows))])


@quick
@given(exports(), st.integers(2, 3), st.data())
def test_a_file_cut_in_pieces_gives_the_same_bytes_in_any_order(
    export: Export, pieces: int, data: st.DataObject
) -> None:
    file, rows = export
    known = len(rows) - len(rows[max(map(len, QUESTIONS[file].values())) :])
    places = [data.draw(st.integers(0, pieces - 1)) for _ in rows[known:]]
    # Each piece also holds the rows with all known answers; so does the whole, as often.
    parts = [rows[:known] + [row for row, place in zip(rows[known:], places, strict=True) if place == piece]
             for piece in range(pieces)]  # fmt: skip
    files = [(file, text(file, part)) for part in parts]
    assume(len(set(files)) == pieces)  # the same bytes are the same file, which counts once
    whole = [row for part in parts for row in part]
    expected = printed([(file, text(file, whole))])
    assert printed(files) == expected
    assert printed(data.draw(st.permutations(files))) == expected


@quick
@given(exports())
def test_base_and_outside_base_are_together_the_response(export: Export) -> None:
    file, rows = export
    (channel,) = found([(file, text(file, rows))])
    assert channel.overall is not None
    for row in (channel.overall, channel.effort, *channel.scores, channel.repeat_visit, channel.info_clarity):
        if row is not None:
            assert row.n + sum(row.outside.values()) == channel.responses


@quick
@given(exports())
def test_the_response_is_the_rows_with_an_answer_that_is_not_missing(export: Export) -> None:
    file, rows = export
    nothing = {"", "99", "-", "nvt"}
    asked = [place for place, header in enumerate(QUESTIONS[file]) if header not in ("Datum ingevuld", "Product")]
    tip = list(QUESTIONS[file]).index("Welke suggestie heeft u?") if file == "balie.csv" else None
    answered = [
        any(row[place] not in nothing and not (place == tip and row[place] == "Nee") for place in asked) for row in rows
    ]
    (channel,) = found([(file, text(file, rows))])
    assert channel.responses == sum(answered)


@quick
@given(exports())
def test_the_answers_about_coming_back_add_up_to_their_base(export: Export) -> None:
    file, rows = export
    (channel,) = found([(file, text(file, rows))])
    shown = channel.repeat_visit
    if shown is not None and not shown.suppressed:
        assert sum(option.count or 0 for option in shown.options) == shown.n


@st.composite
def untidy(draw: st.DrawFn, cell: str) -> str:
    """The same cell as another tool writes it: other spaces and other capitals."""
    changed = draw(st.sampled_from([cell, cell.upper(), cell.lower(), cell.title()]))
    space = draw(st.sampled_from([" ", "\xa0", "  "]))
    edge = draw(st.sampled_from(["", " ", "\xa0"]))
    return edge + changed.replace(" ", space) + edge


@settings(quick, max_examples=20)
@given(exports(), st.data())
def test_spaces_and_capitals_in_cells_change_nothing(export: Export, data: st.DataObject) -> None:
    file, rows = export
    product = list(QUESTIONS[file]).index("Product")
    changed = [
        tuple(
            # The spelling of a product is shown, so only its spaces are free.
            cell if place == product else data.draw(untidy(cell))
            for place, cell in enumerate(row)
        )
        for row in rows
    ]
    assert printed([(file, text(file, changed))]) == printed([(file, text(file, rows))])


@quick
@given(exports())
def test_dates_written_in_another_way_change_nothing(export: Export) -> None:
    file, rows = export
    written = [
        (date(int(row[0][6:]), int(row[0][3:5]), int(row[0][:2])).isoformat() + "T10:11:12Z", *row[1:]) for row in rows
    ]
    assert printed([(file, text(file, written))]) == printed([(file, text(file, rows))])
