"""What is sealed opens with its own secret only, and its name tells neither secret nor key."""

import pytest

from lib.session.sealed import Seal


def test_what_is_closed_opens_again_and_is_not_readable_meanwhile() -> None:
    closed = Seal("geheim", "work").close(b"Jan Jansen", "work")
    assert Seal("geheim", "work").open(closed, "work") == b"Jan Jansen"
    assert b"Jan" not in closed
    assert Seal("geheim", "work").close(b"Jan Jansen", "work") != closed, "never twice the same"


@pytest.mark.parametrize(
    ("other", "about"),
    [
        (Seal("ander", "work"), "work"),
        (Seal("geheim", "room"), "work"),
        (Seal("geheim", "work", b"zout"), "work"),
        (Seal("geheim", "work"), "export"),
    ],
    ids=["secret", "purpose", "salt", "about"],
)
def test_with_anything_else_it_does_not(other: Seal, about: str) -> None:
    with pytest.raises(ValueError, match="another key"):
        other.open(Seal("geheim", "work").close(b"x", "work"), about)


@pytest.mark.parametrize("changed", [b"", b"x" * 12, b"x" * 40])
def test_what_was_changed_does_not_open(changed: bytes) -> None:
    with pytest.raises(ValueError, match="another key"):
        Seal("geheim", "work").open(changed, "work")


def test_names_and_marks_are_of_one_secret_and_purpose() -> None:
    seal = Seal("geheim", "work")
    assert seal.name == Seal("geheim", "work").name
    others = {Seal("ander", "work").name, Seal("geheim", "room").name, Seal("geheim", "work", b"z").name}
    assert seal.name not in others
    assert len(others) == 3
    assert "geheim" not in seal.name
    assert seal.mark(b"x") != Seal("ander", "work").mark(b"x")
