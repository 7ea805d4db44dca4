"""The largest files: a region's workbook and a national text file, beside what pandas needs to read them.

uv run python -m tests.benchmarks.large [ROWS_XLSX ROWS_CSV]

Every way runs in a process of its own, which tells its time and its peak memory. For the workbook the
guard's own process is counted in.
"""

import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path

from openpyxl import Workbook

from tests.benchmarks.timing import print_table, verdict

COLUMNS = 40
_WORDS = ("Helemaal mee eens", "Mee eens", "Neutraal", "Mee oneens", "Helemaal mee oneens", "", "Weet niet")
_HEADER = (
    "Respondentnummer", "Kanaal", "Datum ingevuld", "Product",
    "Welk rapportcijfer geeft u voor de manier waarop u in het algemeen bent geholpen?", "Rapportcijfer openingstijden",
    "Rapportcijfer wachtruimte", "Rapportcijfer wachttijd", "Rapportcijfer privacy aan de balie",
    "Rapportcijfer vriendelijkheid van de medewerker", "Rapportcijfer deskundigheid van de medewerker",
    "Rapportcijfer prijs van het product", "Rapportcijfer doorlooptijd", "Welke suggestie heeft u?",
)  # fmt: skip


def rows(count: int) -> Iterator[list[object]]:
    """A header and so many respondents: grades, words, one open answer, and questions of the file's own."""
    draw = random.Random(2020)
    yield [*_HEADER, *(f"Stelling van de gemeente {place}" for place in range(COLUMNS - len(_HEADER)))]
    products = ("Paspoort", "Rijbewijs", "Identiteitskaart", "VOG", "Verhuizing binnen Nederland")
    for number in range(count):
        day = date(2020, 1, 1) + timedelta(days=draw.randrange(366))
        grades = [draw.choice((7, 8, 8, 9, 10, 6, "")) for _ in range(9)]
        tip = f"Meer stoelen bij balie {number % 97}, graag" if number % 9 == 0 else ""
        words = draw.choices(_WORDS, k=COLUMNS - len(_HEADER))
        yield [f"R-{number}", "Balie", day.strftime("%d-%m-%Y"), draw.choice(products), *grades, tip, *words]


def write_xlsx(path: Path, count: int) -> None:
    book = Workbook(write_only=True)
    sheet = book.create_sheet("Balie")
    for row in rows(count):
        sheet.append(row)
    book.save(path)


def write_csv(path: Path, count: int) -> None:
    with path.open("w", encoding="utf-8") as out:
        for row in rows(count):
            out.write(";".join(map(str, row)) + "\n")


def guarded(path: Path) -> None:
    """From the file to all figures, through the guard."""
    from lib.figures.channel import count_channels, figures
    from lib.figures.selection import Selection
    from lib.ingest.read import survey_of
    from lib.ingest.sandbox.guard import Reader

    with Reader() as reader:
        receipt = reader.read_file(path.name, path.read_bytes(), (), None, b"a key, as every session has")
    assert receipt.is_read, receipt.problems
    for counts in count_channels(survey_of([receipt])).values():
        figures(counts, Selection())


def pandas_xlsx(path: Path) -> None:
    """What a script would do."""
    import pandas as pd

    pd.read_excel(path, engine="openpyxl")


def pandas_csv(path: Path) -> None:
    """What a script would do, every cell as text."""
    import pandas as pd

    pd.read_csv(path, sep=";", dtype=str, engine="c")


WAYS: dict[str, Callable[[Path], None]] = {"guarded": guarded, "pandas_xlsx": pandas_xlsx, "pandas_csv": pandas_csv}


def measure(way: str, path: Path) -> tuple[float, float]:
    """Seconds and peak MB of one way in a fresh process, its own children counted in."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.benchmarks.large", way, str(path)], capture_output=True, text=True, check=True
    )
    seconds, megabytes = done.stdout.split()
    return float(seconds), float(megabytes)


def run_one(way: str, path: Path) -> None:
    """In the fresh process: go one way, and say what it took."""
    start = time.perf_counter()
    WAYS[way](path)
    seconds = time.perf_counter() - start
    peak = max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    print(seconds, peak / 1024)


def main(xlsx_rows: int, csv_rows: int) -> int:
    with tempfile.TemporaryDirectory() as folder:
        xlsx, csv = Path(folder) / "balie.xlsx", Path(folder) / "balie.csv"
        write_xlsx(xlsx, xlsx_rows)
        write_csv(csv, csv_rows)
        ours, theirs = measure("guarded", xlsx), measure("pandas_xlsx", xlsx)
        ours_csv, theirs_csv = measure("guarded", csv), measure("pandas_csv", csv)
    faster, slower, heavier = theirs[0] / ours[0], ours_csv[0] / theirs_csv[0], ours_csv[1] / theirs_csv[1]
    reached = [faster >= 4, slower <= 3 and heavier <= 2]
    print_table(
        ["file", "to figures", "pandas", "ratio", "peak", "pandas", "ratio", "goal"],
        [
            [f"{xlsx_rows:,} x {COLUMNS} .xlsx", f"{ours[0]:.1f} s", f"{theirs[0]:.1f} s", f"{faster:.1f}x faster",
             f"{ours[1]:.0f} MB", f"{theirs[1]:.0f} MB", "", f"4x faster {verdict(reached[0])}"],
            [f"{csv_rows:,} x {COLUMNS} .csv", f"{ours_csv[0]:.1f} s", f"{theirs_csv[0]:.1f} s", f"{slower:.1f}x the time",
             f"{ours_csv[1]:.0f} MB", f"{theirs_csv[1]:.0f} MB", f"{heavier:.1f}x", f"3x, 2x {verdict(reached[1])}"],
        ],
    )  # fmt: skip
    return 0 if all(reached) else 1


if __name__ == "__main__":
    if sys.argv[1:2] and sys.argv[1] in WAYS:
        run_one(sys.argv[1], Path(sys.argv[2]))
        sys.exit(0)
    sys.exit(main(*(int(text) for text in sys.argv[1:3])) if sys.argv[1:] else main(100_000, 1_000_000))
