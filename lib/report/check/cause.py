"""What went wrong with a number, once it was found."""

from dataclasses import dataclass

from lib.figures.selection import Selection


@dataclass(frozen=True)
class Cause:
    """One way in which exactly the printed number comes out. `selection`: the selection that gives it, where it is
    another one."""

    code: str
    message: str
    selection: Selection | None = None
