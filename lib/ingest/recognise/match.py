"""What a column was recognised as, and everything that it can be."""

from dataclasses import dataclass

from lib.ingest.layout.table import Column
from lib.survey import catalogue
from lib.survey.catalogue import CATALOGUE, Item


@dataclass(frozen=True, eq=False)
class Match:
    """A column and what it was recognised as; `item` is None where it was not. `near`: keys of the questions that it
    may be, likeliest first. `asked`: whether the user should say that it is `near[0]`. `rival_of`: key of the question
    that it could have been as well, had not another column been taken, or were there no other year of it. `misfits`: whether
    its header surely asks `near[0]` and its answers are none to it. `among`: key of the question of which the columns
    around it are options or parts, and this one none that is known."""

    column: Column
    item: Item | None
    evidence: str
    near: tuple[str, ...] = ()
    is_identifier: bool = False
    asked: bool = False
    rival_of: str | None = None
    misfits: bool = False
    among: str | None = None


def targets() -> dict[str, Item]:
    """Everything that a column can be, by key: each question, and each option of those with several answers."""
    found: dict[str, Item] = {}
    for item in CATALOGUE:
        found[item.key] = item
        for point in item.points if item.kind == "multi" else ():
            option = catalogue.option_item(item, point)
            found[option.key] = option
    return found
