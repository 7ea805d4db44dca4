"""Reading tells how far it is; a name of a file is only text, and a failure is not lost in a thread."""

import pytest

from lib.session.progress import Covering, Progress, Reading, Tell
from lib.session.session import Session
from lib.ui.progress import as_html, follow, watch
from tests.conftest import SAMPLE


def test_the_steps_of_two_files_come_in_order_and_the_bar_never_goes_back() -> None:
    told: list[Progress] = []
    files = [(name, (SAMPLE / name).read_bytes()) for name in ("balie_2020.xlsx", "digitaal_2020.csv")]
    assert len(Session().with_files([*files, ("kapot.xlsx", b"PK\x03\x04")], told.append).survey) == 3018 + 2260
    assert [(one.step, one.file, one.number, one.count) for one in told if isinstance(one, Reading)] == [
        ("bekijken", "balie_2020.xlsx", 1, 3),
        ("bekijken", "digitaal_2020.csv", 2, 3),
        ("bekijken", "kapot.xlsx", 3, 3),
        ("lezen", "balie_2020.xlsx", 1, 3),
        ("herkennen", "balie_2020.xlsx", 1, 3),
        ("lezen", "digitaal_2020.csv", 2, 3),
        ("herkennen", "digitaal_2020.csv", 2, 3),
        ("lezen", "kapot.xlsx", 3, 3),
        ("tellen", None, 1, 1),
    ]
    bar = [one.percent for one in told]
    assert bar == sorted(bar)
    assert 0 <= min(bar) < max(bar) < 100


def test_a_name_is_only_text() -> None:
    html = as_html(Reading("lezen", "<img src=x>.csv", 2, 3))
    assert "Bestand 2 van 3, <b>&lt;img src=x&gt;.csv</b>: de rijen lezen" in html


def test_what_goes_wrong_is_not_lost() -> None:
    def work(tell: Tell) -> None:
        tell(Reading("tellen"))
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        follow(work)


def test_the_result_of_the_work_comes_back() -> None:
    assert watch(lambda: 3, lambda: None) == 3


def test_the_bar_of_open_answers_tells_the_share() -> None:
    assert 'value="41"' in as_html(Covering(0.415))
