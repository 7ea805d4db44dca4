"""The JSON that may leave holds of every figure what may be told, and nothing beside it."""

import json

import pytest

from lib.figures.channel import figures
from lib.figures.counts import count
from lib.figures.disclosure import Disclosure, apply_figures
from lib.figures.selection import Selection
from lib.report.figures_json import dump, figures_json
from tests.figures.disclosure_attack import random_survey, selections_of


@pytest.mark.parametrize("seed", [4, 11])
def test_nothing_stands_beside_a_rounded_figure(seed: int) -> None:
    counts = count(random_survey(seed))
    disclosure = Disclosure.of(counts)
    kinds = set()
    for selection in selections_of(counts):
        shown = apply_figures(figures(counts, selection), disclosure, "publish")
        made = json.loads(dump(figures_json(selection, [shown], [], "publish")))
        channel = made["channels"][0]
        accounts = {each["item"]: each for each in made["provenance"]}
        rows = {"totaaloordeel": channel["overall"], **{row["item"]: row for row in channel["scores"]}}
        for key, row in rows.items():
            precision = disclosure.precision(selection, key)
            kinds.add(precision)
            assert (row["value"] is None) == (precision == "hidden")
            if precision == "exact":
                assert row["n"] >= 10
                continue
            assert row["n"] is None
            assert row["sum"] is None
            account = accounts[key]
            assert (account["n"], account["interval_95"], account["p"]) == (None, None, None)
            assert account["outside"] == {}
            assert account["unrounded"] in (None, row["value"])
        for option in channel["repeat_visit"]["options"]:
            exact = disclosure.precision(selection, "herhaalbezoek") == "exact"
            assert exact == (option["count"] is not None)
        assert {"exact", "rounded", "hidden"} >= {disclosure.precision(selection, "responses")}
        assert (channel["responses"] is None) == (disclosure.precision(selection, "responses") != "exact")
    assert kinds == {"exact", "rounded", "hidden"}
    assert Selection() in selections_of(counts)
