"""A column that tells people apart is known by its cells, whatever it is called; measures and dates never are one."""

from collections.abc import Callable, Sequence
from random import Random

import numpy as np
import pytest

from lib.ingest.join.respondents import tells_people_apart
from lib.ingest.layout.table import Column
from lib.ingest.read import FileReceipt, read_file
from tests.ingest.exports import Cell, csv_text, only_part, workbook

KEY = b"of these tests"


def column(header: str, cells: Sequence[object]) -> Column:
    """A column with these cells, an empty text for an empty cell."""
    uniques = [cell for cell in dict.fromkeys(cells) if cell != ""]
    return Column(header, 0, uniques, np.array([uniques.index(cell) if cell != "" else -1 for cell in cells]))


def draw(make: Callable[[Random, int], object], count: int = 40) -> list[object]:
    random = Random(7)
    return [make(random, number) for number in range(count)]


def token(random: Random, number: int) -> str:
    return "".join(random.choices("abcdefghjkmnpqrstuvwxyz23456789", k=15))


IDS: dict[str, Callable[[Random, int], object]] = {
    "letters and digits": lambda random, n: f"AB{n:03d}",
    "case number": lambda random, n: f"Z-2020-{n * 7:05d}",
    "case number without letters": lambda random, n: f"2020-{n * 13:06d}",
    "token": token,
    "token of letters": lambda random, n: "".join(random.choices("abcdefghjkmnpqrstuvwxyz", k=12)),
    "uuid": lambda random, n: f"{random.getrandbits(32):08x}-{random.getrandbits(16):04x}-4{n:03x}-a{n:03x}-{random.getrandbits(48):012x}",
    "long number": lambda random, n: 4_510_023 + 17 * n,
    "long number of a workbook": lambda random, n: float(4_510_023 + 17 * n),
    "long number with a nought": lambda random, n: f"0{31_002_345 + 91 * n}",
    "e-mail": lambda random, n: f"klant{n}@voorbeeld.nl",
    "phone": lambda random, n: f"06-{random.randrange(10**7, 10**8)}",
}  # fmt: skip

NO_IDS: dict[str, Callable[[Random, int], object]] = {
    "grade": lambda random, n: random.randrange(1, 11),
    "grade with a decimal": lambda random, n: f"{random.randrange(10, 100) / 10:.1f}".replace(".", ","),
    "date": lambda random, n: f"{n % 28 + 1:02d}-{n % 12 + 1:02d}-2020",
    "date and time": lambda random, n: f"2020-03-{n % 28 + 1:02d} 1{n % 10}:{random.randrange(10, 60)}",
    "compact date": lambda random, n: f"2020{n % 12 + 1:02d}{n % 28 + 1:02d}",
    "moment in one number": lambda random, n: f"2020{n % 12 + 1:02d}{n % 28 + 1:02d}1{n % 10}{random.randrange(10, 60)}",
    "seconds since 1970": lambda random, n: 1_583_020_800 + 977 * n,
    "day of a workbook": lambda random, n: 43_831 + n,
    "postcode": lambda random, n: f"27{n + 11} {random.choice('ABCDEFG')}{random.choice('ABCDEFG')}",
    "postcode without letters": lambda random, n: 2711 + n,
    "birth year": lambda random, n: 1940 + n,
    "row": lambda random, n: n + 1,
    "seconds it took": lambda random, n: random.randrange(40, 4000),
    "house number": lambda random, n: f"{n + 100}{random.choice('ab')}",
    "time": lambda random, n: f"1{n % 10}u{n + 10}",
    "address of a computer": lambda random, n: f"192.168.{n}.{random.randrange(1, 255)}",
    "place on the map": lambda random, n: f"52.0{random.randrange(100_000, 999_999)}",
    "street": lambda random, n: f"Dorpsstraat {n + 1}",
    "amount": lambda random, n: random.randrange(900, 120_000),
    "words": lambda random, n: f"meer stoelen bij balie {n}",
    "one word": lambda random, n: f"{random.choice('abcdef')}{random.choice('aeiou')}{token(random, n)[:2].strip('0123456789')}",
}  # fmt: skip


@pytest.mark.parametrize("kind", IDS)
@pytest.mark.parametrize("header", ["Code", "Iets anders", ""])
def test_an_id_is_known_under_any_header(kind: str, header: str) -> None:
    assert tells_people_apart(column(header, draw(IDS[kind])))


@pytest.mark.parametrize("kind", NO_IDS)
@pytest.mark.parametrize("header", ["Iets anders", "Postcode", "Geboortejaar", "Begintijd"])
def test_what_is_measured_is_no_id(kind: str, header: str) -> None:
    assert not tells_people_apart(column(header, draw(NO_IDS[kind])))


@pytest.mark.parametrize("header", ["Zaaknummer", "Code", "Klantnummer", "Token"])
def test_under_a_telling_header_a_short_number_is_one(header: str) -> None:
    numbers = [1001 + 3 * n for n in range(40)]
    assert tells_people_apart(column(header, numbers))
    assert not tells_people_apart(column("Wachttijd in seconden", numbers))


def test_what_comes_back_in_many_rows_is_no_id() -> None:
    assert not tells_people_apart(column("Code", [f"AB{n % 20:03d}" for n in range(40)]))


def test_a_few_rows_show_nothing() -> None:
    assert not tells_people_apart(column("Code", draw(token, 9)))
    assert tells_people_apart(column("Code", [*draw(token, 10), *[""] * 30]))


@pytest.mark.parametrize(("is_personal", "is_id"), [(True, True), (False, False)])
def test_names_are_ids_only_where_they_are_known_to_be_of_people(is_personal: bool, is_id: bool) -> None:
    names = [f"{first} {last}" for first in ("Anna", "Bo", "Cas", "Dirk") for last in ("Pas", "de Wit", "Bos")]
    assert tells_people_apart(column("Naam", names), is_personal=is_personal) == is_id


HEADER: list[Cell] = ["E-mail", "Totaaloordeel", "Wachttijd"]
ROWS: list[list[Cell]] = [[f"klant{n}@voorbeeld.nl", n % 5 + 5, n % 4 + 6] for n in range(20)]


def read(key: bytes) -> FileReceipt:
    return read_file("balie.csv", csv_text([HEADER, *ROWS]).encode(), key=key)


def test_of_personal_data_nothing_but_a_hash_is_kept() -> None:
    receipt = read(KEY)
    assert "klant3@" not in repr(receipt)
    assert [column.is_identifier for column in receipt.sheets[0].columns] == [True, False, False]
    assert receipt.sheets[0].columns[0].first == receipt.sheets[0].columns[0].preview == ()
    hashes = only_part(receipt).respondents
    assert hashes is not None
    assert len(np.unique(hashes)) == 20


def test_the_hash_is_another_one_with_another_key_and_none_without() -> None:
    assert only_part(read(b"")).respondents is None
    one, other, again = (only_part(read(key)).respondents for key in (KEY, b"another key", KEY))
    assert one is not None
    assert other is not None
    assert again is not None
    assert not np.isin(one, other).any()
    assert np.array_equal(one, again)


def test_the_receipt_says_what_a_column_is_used_for() -> None:
    data = workbook({"balie": [["Zaak", *HEADER[1:]], *([f"Z{n:04d}", *row[1:]] for n, row in enumerate(ROWS))]})
    columns = read_file("balie.xlsx", data, key=KEY).sheets[0].columns
    assert "dezelfde respondent te herkennen" in columns[0].evidence
    assert "dezelfde respondent" not in columns[1].evidence
    assert columns[0].item is None, "a code of each row is no product, though 'Zaak' may be one"
    assert columns[0].preview == columns[0].first == ()
