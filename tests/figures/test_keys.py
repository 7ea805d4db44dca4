"""The address of a figure: one text per key, and the spelling that the check of a draft uses."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.figures.keys import FigureKey

# Names as a file may give them: with what separates the parts of a key, covered signs, and signs outside ASCII.
names = st.one_of(
    st.text(alphabet="%/:@ aé25F4", min_size=1, max_size=12), st.text(min_size=1, max_size=8), st.just("totaaloordeel")
)
keys = st.builds(
    FigureKey,
    names,
    names.filter(lambda name: name != "product"),
    st.one_of(st.sampled_from(["own", "benchmark", "n", "difference"]), names.map("share:{}".format)),
    st.none() | names,
    st.none() | names,
    st.none() | names,
)


@given(keys)
def test_a_key_is_read_back_from_its_text(key: FigureKey) -> None:
    assert FigureKey.parse(str(key)) == key


@given(keys, keys)
def test_two_keys_never_share_a_text_and_have_an_order(one: FigureKey, other: FigureKey) -> None:
    assert (str(one) == str(other)) == (one == other)
    assert (hash(one) == hash(other)) or one != other
    assert one == other or (one < other) != (other < one)


@pytest.mark.parametrize(
    ("key", "text", "item"),
    [
        (FigureKey("balie", "wachttijd"), "balie/wachttijd/own", "wachttijd"),
        (FigureKey("balie", "wachttijd", "difference"), "balie/wachttijd/difference", "wachttijd"),
        (FigureKey("balie", "responses"), "balie/responses/own", "responses"),
        (FigureKey("balie", "herhaalbezoek", option="ophalen"), "balie/herhaalbezoek:ophalen/own", "herhaalbezoek:ophalen"),
        (FigureKey("digitaal", "info_vindbaar", "share:eens"), "digitaal/info_vindbaar/share:eens", "info_vindbaar"),
        (FigureKey("balie", "totaaloordeel", product="Paspoort"), "balie/product:Paspoort/own", "product:Paspoort"),
        (
            FigureKey("balie", "totaaloordeel", product="Huwelijk/partnerschap"),
            "balie/product:Huwelijk%2Fpartnerschap/own",
            "product:Huwelijk/partnerschap",
        ),
        (
            FigureKey("balie", "wachttijd", "n", product="Paspoort"),
            "balie/product:Paspoort:wachttijd/n",
            "product:Paspoort:wachttijd",
        ),
        (FigureKey("digitaal", "totaaloordeel", period="2019"), "digitaal/totaaloordeel/own@2019", "totaaloordeel"),
        (FigureKey("digitaal", "ces", period="2020-Q3"), "digitaal/ces/own@2020-Q3", "ces"),
    ],
)  # fmt: skip
def test_how_a_key_is_spelled(key: FigureKey, text: str, item: str) -> None:
    assert (str(key), key.spelled_item) == (text, item)
    assert FigureKey.parse(text) == key


@pytest.mark.parametrize(
    "text",
    [
        "", "balie", "balie/wachttijd", "balie/wachttijd/mine", "balie//own", "/wachttijd/own", "balie/wachttijd/own@",
        "balie/wachttijd/own/n", "balie/a:b:c/own", "balie/product/own", "balie/product:/own", "balie/wachttijd:/own",
        "balie/product:Paspoort:totaaloordeel/own", "balie/w%41chttijd/n%3", "balie/wachttijd/own@2020@2021",
    ],
)  # fmt: skip
def test_what_is_no_key_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="no "):
        FigureKey.parse(text)


def test_a_column_that_is_none_is_refused() -> None:
    with pytest.raises(ValueError, match="no column"):
        FigureKey("balie", "wachttijd", "eigen")
