"""A text file to cells: encoding, delimiter, quotes and rows that were broken in two."""

import csv
import io
import re
from collections.abc import Sequence
from itertools import islice
from typing import NamedTuple

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from lib.ingest.files.encodings import as_utf8
from lib.ingest.files.quotes import close_quotes, count_cells
from lib.ingest.files.ragged import rows_named, with_whole_rows
from lib.ingest.files.raw import RawFile, RawSheet, refuse, row_too_long
from lib.ingest.sandbox.precheck import DEFAULT_LIMITS
from lib.survey.problems import Problem, Refusal
from lib.survey.words import thousands

_DELIMITERS = ";,\t|"
_SNIFF_LINES = 50
_QUOTE = b'"'
_LONE_RETURN = re.compile(rb"\r(?!\n)")  # the end of a line too, for some software


class _Cells(NamedTuple):
    """The cells of a text, and how many each row has where not all have as many."""

    frame: pd.DataFrame
    counts: NDArray[np.intp] | None = None


def open_text(file: str, data: bytes) -> RawFile:
    """Read a text file. Raises `Refusal` where it is no table of text."""
    text, encoding, is_mixed = as_utf8(data)
    if b"\x00" in text:
        raise refuse(
            "not_text",
            file,
            f"Het bestand {file} bevat tekens die niet in een tekstbestand horen.",
            "Exporteer de antwoorden opnieuw als Excel- of CSV-bestand.",
        )
    if b"\n" not in text:
        text = text.replace(b"\r", b"\n")
    lines = _first_lines(text)
    skipped = 1 if lines and lines[0].lower().startswith("sep=") else 0
    try:
        delimiter = lines[0][4:5] if skipped and lines[0][4:5] else _sniff(lines)
        cells, widths, mended = _sheet(file, text, delimiter, skipped)
    except (csv.Error, pd.errors.ParserError, pd.errors.EmptyDataError, ValueError):
        raise refuse(
            "text_unreadable",
            file,
            f"Het tekstbestand {file} is geen tabel; vaak opent er een aanhalingsteken dat nergens sluit.",
            "Open het in Excel, kijk of de kolommen kloppen en sla het op als .xlsx.",
        ) from None
    frame, rows, ragged = with_whole_rows(cells.frame, cells.counts)
    problems = [*([_mixed(encoding)] if is_mixed else []), *_quotes(mended), *ragged]
    sheet = RawSheet(None, frame, widths, rows)
    return RawFile(file, "csv", encoding, delimiter, (sheet,), tuple(problem.at(file=file) for problem in problems))


def _sheet(file: str, text: bytes, delimiter: str, skipped: int) -> tuple[_Cells, tuple[int, ...], list[int]]:
    """The cells of a text, how many each of the first rows has, and the rows with a quote that had to be made
    part of its cell."""
    widths = _widths(text, delimiter, skipped)
    _check_width(file, max(widths, default=1))
    usual = max(set(widths), key=lambda width: (widths.count(width), width), default=1)
    try:
        frame = _text_cells(text, delimiter, skipped, max(widths, default=1))
    except (pd.errors.ParserError, Refusal):
        closed, mended = close_quotes(text, delimiter, usual)
        if not mended:
            raise
    else:
        lines = text.count(b"\n") + (not text.endswith(b"\n")) - skipped
        counts = None
        if len(frame) > lines and (plain := _LONE_RETURN.sub(b"\n", text)) != text:
            return _sheet(file, plain, delimiter, skipped)
        if len(frame) == lines:
            # As many rows as lines: no cell holds the end of a line, so none holds a row.
            is_even = text.count(delimiter.encode()) == lines * (usual - 1) and skipped == 0
            if not is_even or (_QUOTE in text and _holds_cells(frame, delimiter)):
                counts = _counts(text, delimiter, skipped, usual)
            is_doubtful = counts is not None and _QUOTE in text and bool((counts < usual).any())
        else:
            is_doubtful = _holds_rows(frame, delimiter, usual)
        closed, mended = close_quotes(text, delimiter, usual) if is_doubtful else (text, [])
        if not mended:
            return _Cells(frame, counts), widths, []
    return *_sheet(file, closed, delimiter, skipped)[:2], [row - skipped for row in mended]


def _counts(text: bytes, delimiter: str, skipped: int, width: int) -> NDArray[np.intp] | None:
    """How many cells each row has, of a text with a row on each line; None where that is the same for all."""
    mark = delimiter.encode()
    lines = islice(io.BytesIO(text), skipped, None)
    counts = np.fromiter((count_cells(line, mark) if line.strip() else 0 for line in lines), dtype=np.intp)
    return None if (counts == width).all() else counts


def _holds_cells(frame: pd.DataFrame, delimiter: str) -> bool:
    """Whether a cell holds a delimiter, of a row whose last cell is empty."""
    ending = frame[(frame.iloc[:, -1] == "").to_numpy()]
    return any(ending[column].str.contains(delimiter, regex=False).any() for column in ending.columns)


def _widths(text: bytes, delimiter: str, skipped: int) -> tuple[int, ...]:
    """How many cells the first rows have."""
    return tuple(len(row) for row in csv.reader(_first_lines(text)[skipped:], delimiter=delimiter))


def _first_lines(text: bytes) -> list[str]:
    # Not splitlines: that also cuts at signs which are no end of a line in a text file.
    start = io.StringIO(text[:1_000_000].decode("utf-8", errors="ignore"), newline=None)
    return [line.rstrip("\n") for line in islice(start, _SNIFF_LINES)]


def _holds_rows(frame: pd.DataFrame, delimiter: str, width: int) -> bool:
    """Whether a cell holds line ends and as many delimiters as a row."""
    texts = (frame.loc[frame[column].str.contains("\n", regex=False), column] for column in frame.columns)
    return any(text.count(delimiter) >= width - 1 for column in texts for text in column.tolist())


def _check_width(file: str, columns: int) -> None:
    """Raises `Refusal` where a text file has more columns than any survey asks questions."""
    if columns > DEFAULT_LIMITS.columns:
        raise refuse(
            "sheet_too_large",
            file,
            f"Het bestand {file} heeft {thousands(columns)} kolommen; meer dan {thousands(DEFAULT_LIMITS.columns)} kan niet.",
            "Exporteer een rij per respondent en een kolom per vraag, of laat kolommen weg.",
        )


def _text_cells(text: bytes, delimiter: str, skipped: int, width: int) -> pd.DataFrame:
    """The cells of a text, `width` columns wide. Raises `Refusal` where a row has a filled cell more."""

    def read(columns: range | None) -> pd.DataFrame:
        cells = pd.read_csv(
            io.BytesIO(text),
            sep=delimiter,
            header=None,
            names=range(width),
            usecols=columns,
            index_col=False,
            dtype=str,
            keep_default_na=False,
            skip_blank_lines=False,
            skiprows=skipped,
            engine="c",
        )
        # A row may end early; copying is only worth it where one does.
        return cells.fillna("") if cells.isna().to_numpy().any() else cells

    try:
        return read(None)
    except pd.errors.ParserError:
        # Most likely a row below the first ones is longer; only empty cells at its end do no harm.
        rows = csv.reader(io.TextIOWrapper(io.BytesIO(text), encoding="utf-8", newline=""), delimiter=delimiter)
        for number, row in enumerate(rows, start=1 - skipped):
            if any(cell.strip() for cell in row[width:]):
                raise row_too_long(number) from None
        return read(range(width))


def _sniff(lines: Sequence[str]) -> str:
    """The delimiter that cuts most lines into the same number of cells, more than one."""

    def agreement(delimiter: str) -> tuple[int, int]:
        widths = [len(row) for row in csv.reader(lines, delimiter=delimiter) if row]
        usual = max(set(widths), key=lambda width: (widths.count(width), width), default=1)
        return (widths.count(usual) if usual > 1 else 0, usual)

    return max(_DELIMITERS, key=agreement)


def _mixed(encoding: str) -> Problem:
    return Problem(
        "encoding_mixed",
        "info",
        f"Het bestand is in {encoding.upper().removesuffix('-SIG')} bewaard, maar een deel van de letters met een accent in een andere codering; "
        "beide zijn gelezen.",
    )


def _quotes(rows: Sequence[int]) -> list[Problem]:
    if not rows:
        return []
    return [
        Problem(
            "quote_never_closed",
            "warning",
            f"In {rows_named(rows)} opent een aanhalingsteken dat nergens sluit; het is als deel van de tekst gelezen, "
            "zodat de rijen eronder meetellen.",
            row=rows[0],
            remedy="Kijk of de antwoorden in die rij onder de goede vraag staan.",
        )
    ]
