"""What a process that opens files sends back is data, whatever it is made to send."""

import io
import json
import pickle
import struct
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any, Literal

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from lib.ingest.published.references import read_references
from lib.ingest.read import read_file
from lib.ingest.receipt import FileReceipt, ReferencesRead
from lib.ingest.sandbox.messages import Step, answer_kind, receive, send
from lib.survey.problems import Problem
from tests.conftest import EXPORTS, REFERENCES, SAMPLE

MUCH = 1 << 24


@dataclass(frozen=True)
class Everything:
    """A field of each type that may be sent."""

    text: str
    maybe: int | None
    either: Step | Problem | str
    exact: Fraction
    decimal: Decimal
    day: date
    raw: bytes
    word: Literal["ja", "nee"]
    pair: tuple[int, str]
    several: tuple[float, ...]
    by_name: Mapping[str, tuple[bool, ...]]


ONE = Everything(
    "tekst \ud800 \u2028", None, Problem("a", "info", "Zo."), Fraction(86, 10), Decimal("0.0000001"), date(2020, 2, 29),
    b"\x00\xff", "nee", (1, "x"), (0.5, 2.0), {"a": (True, False), "b": ()},
)  # fmt: skip


def written(value: object, kind: Any) -> bytes:
    out = io.BytesIO()
    send(out, value, kind)
    return out.getvalue()


def sent(value: object, kind: Any) -> Any:
    return receive(io.BytesIO(written(value, kind)), kind, MUCH)


def framed(packed: object, behind: bytes = b"") -> bytes:
    """Any JSON as a message."""
    raw = json.dumps(packed).encode()
    return struct.pack("<Q", len(raw)) + raw + behind


def test_a_field_of_each_type_comes_back_as_it_was() -> None:
    assert sent(ONE, Everything) == ONE


@pytest.mark.parametrize("values", [[], [1, -2, 3], [-(2**15), 2**15 - 1]])
def test_numbers_come_back_as_they_were_and_can_be_changed(values: list[int]) -> None:
    array = sent(np.array(values, dtype=np.int16), NDArray[np.int16])
    assert (array.dtype, array.tolist(), array.flags.writeable) == (np.int16, values, True)


@settings(deadline=None)
@given(st.lists(st.none() | st.text(st.characters(), max_size=5)))
def test_texts_come_back_as_they_were(texts: list[str | None]) -> None:
    array = np.empty(len(texts), dtype=object)
    array[:] = texts
    assert sent(array, NDArray[np.object_]).tolist() == texts


@pytest.mark.parametrize("file", EXPORTS)
def test_an_export_comes_back_as_it_was_read(file: str) -> None:
    here = read_file(file, (SAMPLE / file).read_bytes())
    there = sent(here, FileReceipt)
    assert written(there, FileReceipt) == written(here, FileReceipt)
    assert (there.sheets, there.problems, there.digest) == (here.sheets, here.problems, here.digest)
    for part, its in zip(there.parts, here.parts, strict=True):
        assert (part.days == its.days).all()
        assert {key: one.item for key, one in part.answers.items()} == {
            key: one.item for key, one in its.answers.items()
        }
        assert all((part.answers[key].codes == one.codes).all() for key, one in its.answers.items())
        assert {key: texts.tolist() for key, texts in part.texts.items()} == {
            key: texts.tolist() for key, texts in its.texts.items()
        }


def test_references_come_back_as_they_were_read() -> None:
    here = read_references(REFERENCES, (SAMPLE / REFERENCES).read_bytes())
    assert len(here.references.rows) > 20
    assert sent(here, ReferencesRead) == here


class Hostile:
    """What runs code where it is unpickled."""

    def __reduce__(self) -> tuple[Any, ...]:
        return (pytest.fail, ("this ran",))


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (pickle.dumps(Hostile()), str), (framed("x") + pickle.dumps(Hostile()), NDArray[np.int16]),
        (struct.pack("<Q", 2**63) + b"x", str), (struct.pack("<Q", MUCH) + b"x", str), (framed("x")[:8] + b"{]}", str),
        (struct.pack("<Q", 200_000) + b"[" * 200_000, FileReceipt), (framed(1), str), (framed("x"), int), (framed(True), int),
        (framed(1), bool), (framed("misschien"), Literal["ja", "nee"]), (framed([]), Literal["ja"]), (framed("zz"), bytes), (framed("9" * 5000), Fraction),
        (framed("1e999999999"), Fraction), (framed("1E+999999999"), Decimal), (framed("1/0"), Fraction), (framed("NaN"), Decimal), (framed("morgen"), date),
        (framed([5, 1]), int | None), (framed([-1, 1]), int | None), (framed([True, 1]), int | None), (framed(1), int | None),
        (framed([0]), int | None), (framed([1, 2]), tuple[int, str]), (framed([1]), tuple[int, str]), (framed("ab"), tuple[str, ...]),
        (framed({"a": 1}), tuple[str, ...]), (framed([[[], 1]]), Mapping[str, int]), (framed([["a"]]), Mapping[str, int]),
        (framed(["a", "b"]), Step), (framed([]), Step), (framed({"words": "a"}), Step), (framed([["a"]]), Step),
        (framed(-1), NDArray[np.int16]), (framed(2**62, b"ab"), NDArray[np.int16]), (framed("1"), NDArray[np.int16]),
        (framed(1.5), NDArray[np.int16]), (framed(["x"]), NDArray[np.object_]), (framed([1, 3], struct.pack("<q", 2) + b"abc"), NDArray[np.object_]),
        (framed([2, 3], struct.pack("<2q", 5, -2) + b"abc"), NDArray[np.object_]), (framed([1, 1], struct.pack("<q", 1) + b"\xff"), NDArray[np.object_]),
    ],
)  # fmt: skip
def test_what_is_no_such_value_is_refused(data: bytes, kind: Any) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - of whatever kind
        receive(io.BytesIO(data), kind, MUCH)


def test_a_message_cut_short_is_the_end() -> None:
    whole = written(ONE, Everything)
    for length in range(0, len(whole), 7):
        with pytest.raises(EOFError):
            receive(io.BytesIO(whole[:length]), Everything, MUCH)


SMALL = written(read_file("balie.csv", b"Totaaloordeel;Product\n8;Paspoort\n7;Rijbewijs\n"), answer_kind(FileReceipt))


@settings(deadline=None)
@given(st.data())
def test_changed_bytes_make_another_receipt_or_none(data: st.DataObject) -> None:
    kind, changed = answer_kind(FileReceipt), bytearray(SMALL)
    for _ in range(data.draw(st.integers(1, 5))):
        changed[data.draw(st.integers(8, len(changed) - 1))] = data.draw(st.integers(0, 255))
    try:
        message = receive(io.BytesIO(bytes(changed)), kind, MUCH)
    except (ValueError, EOFError):
        return
    assert type(message) in (FileReceipt, Step, Problem)


def test_what_is_no_data_cannot_be_sent() -> None:
    with pytest.raises(TypeError):
        send(io.BytesIO(), print, type(print))
