"""The questions of the klantmonitor: which there are, by which key, and that no two are confused."""

from collections import Counter

import pytest

from lib.survey import catalogue
from lib.survey.catalogue import CATALOGUE, CHANNELS
from lib.survey.scales import AGREE, EFFORT, Point
from lib.survey.words import normalise

PARTS = ["hostmanship_bereidheid", "hostmanship_deskundigheid", "hostmanship_inleving",
         "hostmanship_verantwoordelijkheid", "hostmanship_oplossingen", "hostmanship_gemeente"]  # fmt: skip
ASPECTS = {
    "balie": ["openingstijden", "wachtruimte", "wachttijd", "privacy", "vriendelijkheid", "deskundigheid", "hostmanship",
              "prijs", "doorlooptijd"],
    "telefoon": ["bereikbaarheid", "wachttijd", "vriendelijkheid", "deskundigheid", "hostmanship", "doorlooptijd"],
    "digitaal": ["aanvraag_eenvoudig", "loket_gebruiksvriendelijk", "loket_vindbaar", "info_duidelijk", "info_vindbaar",
                 "formulier_makkelijk", "formulier_taal"],
}  # fmt: skip
GENERAL = {"totaaloordeel": "grade", "ces": "effort", "toelichting": "text", "tip_ja": "yes_no", "tip": "text",
           "datum": "date", "product": "product", "kanaal": "channel", "respondent": "respondent"}  # fmt: skip
OPTIONS = {
    "herhaalbezoek": ["in_een_keer", "ophalen", "documenten", "andere_reden", "weet_niet"],
    "informatie": ["procedure_verloop", "procedure_duur", "documenten", "kosten", "vragen"],
}
POINTED = {item.key: item.points for item in CATALOGUE if item.points} | {"agree": AGREE, "effort": EFFORT}


@pytest.mark.parametrize(("channel", "keys"), ASPECTS.items())
def test_a_channel_has_its_aspects_in_table_order(channel: str, keys: list[str]) -> None:
    assert [item.key for item in catalogue.aspects_of(channel)] == keys


@pytest.mark.parametrize(("channel", "keys"), [("balie", PARTS), ("telefoon", PARTS), ("digitaal", [])])
def test_hostmanship_has_six_parts_at_the_desk_and_on_the_phone(channel: str, keys: list[str]) -> None:
    assert [item.key for item in catalogue.parts_of("hostmanship", channel)] == keys


@pytest.mark.parametrize("channel", CHANNELS)
@pytest.mark.parametrize(("key", "kind"), GENERAL.items())
def test_every_channel_asks_the_general_questions(channel: str, key: str, kind: str) -> None:
    item = catalogue.find(key)
    assert item in catalogue.items_of(channel)
    assert item is not None
    assert item.kind == kind


@pytest.mark.parametrize(("key", "channel"), [("herhaalbezoek", "balie"), ("informatie", "digitaal")])
def test_a_question_with_options_is_asked_in_one_channel(key: str, channel: str) -> None:
    item = catalogue.find(key)
    assert item is not None
    assert item.channels == (channel,)
    assert [point.key for point in item.points] == OPTIONS[key]


@pytest.mark.parametrize("what", ["key", "label"])
def test_keys_and_labels_are_unique(what: str) -> None:
    assert not [name for name, times in Counter(getattr(item, what) for item in CATALOGUE).items() if times > 1]


def test_a_wording_belongs_to_one_question_only() -> None:
    owners: dict[str, set[str]] = {}
    for item in CATALOGUE:
        for wording in (item.label, *item.wordings):
            owners.setdefault(normalise(wording), set()).add(item.key)
    assert {wording: keys for wording, keys in owners.items() if len(keys) > 1} == {}


@pytest.mark.parametrize("name", POINTED)
def test_the_words_of_a_point_belong_to_that_point_only(name: str) -> None:
    points: tuple[Point, ...] = POINTED[name]
    words = Counter(word for point in points for word in point.words())
    assert [word for word, times in words.items() if times > 1] == []


def test_a_question_that_is_not_in_the_catalogue_comes_last() -> None:
    assert catalogue.find("was_het_druk") is None
    assert catalogue.order_of("was_het_druk") > max(catalogue.order_of(item.key) for item in CATALOGUE)


def test_an_option_is_counted_as_a_yes_no_question_of_its_own() -> None:
    whole = catalogue.find("informatie")
    assert whole is not None
    option = catalogue.option_item(whole, whole.points[3])
    assert (option.key, option.kind, option.part_of) == ("informatie_kosten", "yes_no", "informatie")
