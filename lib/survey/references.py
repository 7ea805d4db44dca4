"""Published figures to compare with: the benchmark (BM) and the own figures of earlier years."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True)
class Reference:
    """One published figure. `benchmark` and `own` are as printed, rounded: a grade (8.2), a share
    between 0 and 1 for agree items (0.62), whole points for CES (61). None where not published."""

    channel: str
    item: str
    year: int
    benchmark: Decimal | None
    own: Decimal | None
    note: str | None = None


@dataclass(frozen=True)
class References:
    """All published figures that were read; a later file wins where two give the same figure."""

    rows: tuple[Reference, ...] = ()

    def benchmark_year(self, channel: str, last_year: int | None, items: Collection[str]) -> int | None:
        """The year whose BM counts for a table of `items` in a selection that ends in `last_year`: that
        year, else the latest earlier one with a BM for any of them; None where there is none."""
        years = {r.year for r in self.rows if r.channel == channel and r.benchmark is not None and r.item in items}
        fitting = [year for year in years if last_year is None or year <= last_year]
        return max(fitting, default=None)

    def benchmark(self, channel: str, item: str, year: int | None) -> Decimal | None:
        """BM of an item in exactly `year`."""
        found = [r.benchmark for r in self.rows if (r.channel, r.item, r.year) == (channel, item, year)]
        return next((value for value in reversed(found) if value is not None), None)

    def own_by_year(self, channel: str, item: str) -> dict[int, Decimal]:
        """The municipality's own published figures of an item, by year, oldest first."""
        found = {r.year: r.own for r in self.rows if (r.channel, r.item) == (channel, item) and r.own is not None}
        return dict(sorted(found.items()))


NO_REFERENCES = References()


def merge(several: Iterable[References]) -> References:
    """All rows together, in the order given."""
    return References(tuple(row for references in several for row in references.rows))
