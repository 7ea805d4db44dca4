"""Whole questionnaires in words that were not chosen here, as counts: one column that is lost, or taken wrongly, fails."""

import pytest

from tests.benchmarks.recognition import QUESTIONNAIRES, score
from tests.benchmarks.wordings import outcomes

# right, asked, missed, wrong; better is welcome, and then written down here.
_ENDS = {"twelve": (287, 5, 0, 0), "twenty": (453, 20, 4, 0), "third": (274, 8, 0, 0), "fourth": (275, 17, 7, 0)}


@pytest.mark.parametrize("name", sorted(path.parent.name for path in QUESTIONNAIRES.glob("*/truth.json")))
def test_columns_of_unseen_questionnaires(name: str) -> None:
    ends, untrue = score(QUESTIONNAIRES / name)
    assert tuple(ends[end] for end in ("right", "asked", "missed", "wrong")) == _ENDS[name]
    assert len(untrue) == 0


def test_every_wording_withheld_is_recognised_by_what_it_means() -> None:
    found = [end for _, _, end in outcomes()]
    assert (found.count("right"), found.count("asked"), found.count("wrong")) == (407, 8, 0)
