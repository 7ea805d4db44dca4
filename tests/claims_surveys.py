"""Random surveys of which the truth is known: ties, noise, no spread, forty products of one distribution …"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

from lib.survey.catalogue import Item
from lib.survey.dataset import Answers, ChannelAnswers
from lib.survey.references import Reference, References
from lib.survey.scales import AGREE, FIRST_VALID
from tests.figures.surveys import Said, channel

KINDS = (
    "noise", "forty_products", "planted", "ties", "suppressed", "one_product", "own_statements", "several_years",
    "no_spread", "few", "small_groups",
    "products_apart",
)  # fmt: skip
PURE_NOISE = ("noise", "forty_products")
ASPECTS = ("openingstijden", "wachtruimte", "wachttijd", "privacy", "vriendelijkheid", "prijs")
TOPICS = ("procedure_verloop", "procedure_duur", "documenten", "kosten", "vragen")
STATEMENTS = ("Eigen stelling een", "Eigen stelling twee", "Eigen stelling drie")
_POINTS = [point.key for point in AGREE]


@dataclass(frozen=True, eq=False)
class Made:
    """A survey with what a checker reads: `raw` holds the answers as numbers (nan outside the base) by label of the
    item; agreement and options as 1 and 0, effort as 1, 0 and -1. `points`: the same, with agreement as 1, 0 and -1."""

    kind: str
    answers: ChannelAnswers
    references: References
    raw: dict[str, NDArray[np.float64]] = field(default_factory=dict)
    points: dict[str, NDArray[np.float64]] = field(default_factory=dict)
    statements: tuple[str, ...] = ()
    products: Sequence[str | None] = ()
    days: Sequence[date] = ()
    reasons: Sequence[Said] = ()


def make(kind: str, seed: int) -> Made:
    """One random survey of this kind; the same seed gives the same survey."""
    rng = np.random.default_rng([seed, KINDS.index(kind)])
    sizes = {"suppressed": 9, "few": int(rng.integers(10, 60)), "ties": 100}
    if kind == "small_groups":
        sizes[kind] = int(rng.integers(60, 90))
    n = sizes.get(kind, int(rng.integers(120, 900)))
    products: list[str | None] = _products(kind, n, rng)
    days = _days(kind, n, rng)
    grades = _grades(kind, n, rng, products, days)
    said: dict[str, Sequence[Said]] = {key: _with_gaps(values, rng, kind) for key, values in grades.items()}
    if kind == "small_groups":
        said["prijs"] = [*said["prijs"][:6], *[None] * (n - 6)]
    said["ces"] = rng.choice(["heel_weinig", "weinig", "neutraal", "veel"], n, p=[0.5, 0.3, 0.1, 0.1]).tolist()
    chances = [0.6, 0.13, 0.13, 0.13, 0.01] if kind != "planted" else [0.5, 0.3, 0.12, 0.04, 0.04]
    said["herhaalbezoek"] = rng.choice(
        ["in_een_keer", "ophalen", "documenten", "andere_reden", "weet_niet"], n, p=chances
    ).tolist()
    if kind == "planted":
        said["herhaalbezoek"] = [
            "documenten" if name == "Product 1" and rng.random() < 0.5 else one
            for one, name in zip(said["herhaalbezoek"], products, strict=True)
        ]
    for place, topic in enumerate(TOPICS):
        share = 0.6 if kind != "planted" else 0.4 + 0.1 * place
        shares = np.array([share - 0.4 if _is_less_clear(kind, topic, name) else share for name in products])
        said[f"informatie_{topic}"] = np.where(rng.random(n) < shares, "ja", "nee").tolist()
    made = channel(said, days=days, products=products)
    statements: tuple[str, ...] = ()
    if kind == "own_statements":
        statements = STATEMENTS
        made = _with_statements(made, rng)
    references = References(tuple(_references(kind, grades, rng)))
    return Made(
        kind,
        made,
        references,
        _raw(made),
        _raw(made, agree=(-1, -1, 0, 1, 1)),
        statements,
        products,
        days,
        said["herhaalbezoek"],
    )


def _is_less_clear(kind: str, topic: str, product: str | None) -> bool:
    return kind == "products_apart" and topic == "kosten" and product == "Product 1"


def _products(kind: str, n: int, rng: np.random.Generator) -> list[str | None]:
    if kind in ("one_product", "suppressed"):
        return ["Product 1"] * n
    if kind == "small_groups":  # one product of fifty, one of ten or more, and one that is not shown
        return [*["Product 1"] * 50, *["Product 2"] * (n - 53), *["Product 3"] * 3]
    many = 40 if kind == "forty_products" else 5
    names = [f"Product {place + 1}" for place in range(many)]
    drawn: list[str | None] = rng.choice(names, n).tolist()
    return [None if rng.random() < 0.02 else name for name in drawn]


def _days(kind: str, n: int, rng: np.random.Generator) -> list[date]:
    start, length = (date(2018, 1, 1), 1095) if kind == "several_years" else (date(2020, 1, 1), 365)
    return [start + timedelta(days=int(day)) for day in rng.integers(0, length, n)]


def _grades(
    kind: str, n: int, rng: np.random.Generator, products: Sequence[str | None], days: Sequence[date]
) -> dict[str, list[int]]:
    keys = ("totaaloordeel", *ASPECTS)
    if kind == "small_groups":  # nobody gives a 5 or lower, but where few answer
        kept = {key: [8] * n if rng.random() < 0.5 else rng.integers(7, 10, n).tolist() for key in keys}
        return kept | {"prijs": [3] * n}
    if kind in ("ties", "no_spread"):
        alike = {key: [8] * n for key in keys}
        return alike if kind == "no_spread" else alike | {"wachttijd": [7, 9] * (n // 2), "prijs": [7, 9] * (n // 2)}
    centre = np.full(len(keys), 7.8) if kind != "planted" else np.array([7.8, 8.4, 7.9, 6.8, 7.6, 8.8, 6.9])
    common = rng.normal(0, 0 if kind in PURE_NOISE else 0.8, n)
    made = centre[:, np.newaxis] + common + rng.normal(0, 1.3, (len(keys), n))
    if kind == "planted":
        made[0] += [0.8 if name == "Product 1" else 0.0 for name in products]
        made[0] += [0.5 if day.month > 9 else 0.0 for day in days]
        made[2] -= 2 * common  # the better the room is thought of, the lower the totaaloordeel
    if kind == "products_apart":  # Product 1 is better at some and worse at others, by so much or so little
        moves = rng.choice([-0.9, -0.05, 0.0, 0.9, 0.9], len(keys))
        made += np.outer(moves, [name == "Product 1" for name in products])
    whole = np.clip(np.rint(made), 1, 10).astype(int)
    return {key: row.tolist() for key, row in zip(keys, whole, strict=True)}


def _with_gaps(values: Sequence[int], rng: np.random.Generator, kind: str) -> list[Said]:
    share = 0.0 if kind in ("ties", "suppressed", "no_spread", "small_groups") else 0.03
    return ["weet niet" if rng.random() < share else value for value in values]


def _references(kind: str, grades: dict[str, list[int]], rng: np.random.Generator) -> list[Reference]:
    if kind in ("forty_products", "ties"):
        return []
    found = []
    for key, values in grades.items():
        if kind == "own_statements" and key in ASPECTS[:2]:
            continue
        move = rng.choice([-0.4, 0, 0, 0.4]) if kind != "noise" else 0.0
        benchmark = Decimal(str(round((7.8 if kind == "noise" else float(np.mean(values))) + move, 1)))
        found.append(Reference("balie", key, 2020, benchmark, None))
    if kind == "several_years":
        found += [Reference("balie", "totaaloordeel", year, None, Decimal("7.5")) for year in (2016, 2017)]
    return found


def _with_statements(made: ChannelAnswers, rng: np.random.Generator) -> ChannelAnswers:
    own = {}
    for place, label in enumerate(STATEMENTS):
        item = Item(f"eigen_{place}", label, "agree", (), points=AGREE, custom=True)
        codes = FIRST_VALID + rng.choice(5, len(made), p=[0.05, 0.1, 0.15, 0.4, 0.3])
        own[item.key] = Answers(item, codes.astype(np.int16))
    both = MappingProxyType({**made.answers, **own})
    return ChannelAnswers(made.channel, made.days, made.product_codes, made.products, both, made.texts)


def _raw(made: ChannelAnswers, agree: Sequence[int] = (0, 0, 0, 1, 1)) -> dict[str, NDArray[np.float64]]:
    found = {}
    for given in made.answers.values():
        item = given.item
        if item.kind == "grade":
            values = [float(value) for value in given.values]
        elif item.kind == "agree":
            values = [float(point) for point in agree]
        elif item.kind == "effort":
            values = [1.0, 1.0, 0.0, -1.0, -1.0]
        elif item.part_of == "informatie":
            values = [0.0, 1.0]
        else:
            continue
        found[item.label] = np.array([np.nan] * FIRST_VALID + values)[given.codes]
    return found
