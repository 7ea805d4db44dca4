"""A problem is data: what is wrong, where, and what the user can do about it."""

from dataclasses import dataclass, replace
from typing import Literal

Severity = Literal["error", "warning", "info"]


@dataclass(frozen=True)
class Problem:
    """One thing that went wrong or that a user should know, with its place.

    `message` and `remedy` are Dutch sentences for the user; neither ever holds the words of a
    respondent. `row` counts from 1 as the user sees it in Excel. `severity` is `error` where
    something could not be used at all, `warning` where figures may differ from what the user
    expects, `info` for what was decided and is good to know. `remedy` is for the pages; `command` is what
    to do instead where only the page can do that.
    """

    code: str
    severity: Severity
    message: str
    file: str | None = None
    sheet: str | None = None
    row: int | None = None
    column: str | None = None
    remedy: str | None = None
    command: str | None = None

    def at(self, *, file: str | None = None, sheet: str | None = None) -> "Problem":
        """The same problem with the place filled in by a caller that knows it."""
        return replace(self, file=self.file or file, sheet=self.sheet or sheet)

    def on_command_line(self) -> "Problem":
        """The same problem with a remedy that the command line can follow."""
        by_page = _WITH_MAPPING if self.remedy is not None and _PAGE in self.remedy else self.remedy
        return replace(self, remedy=self.command or by_page, command=None)


# What the page can be told there, the command line takes from it as a file.
_PAGE = "pagina Gegevens"
_WITH_MAPPING = "Leg in de app vast wat er bedoeld is, bewaar dat als koppeling en geef die mee met --mapping."


class Refusal(Exception):
    """Raised where nothing can be made of an input; carries the one `Problem` that says why."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.message)
        self.problem = problem
