"""Files that were saved while reading tips are told apart by what is in them."""

from lib.answers import choice, themes
from lib.answers.choice import Choice
from lib.answers.saved import is_saved, read, themes_beside_mapping
from lib.answers.themes import default_themes


def test_each_file_gives_what_is_in_it() -> None:
    of_themes, of_choice = themes.to_json(default_themes()).encode(), choice.to_json(Choice({"a": "Koffie"})).encode()
    assert is_saved(of_themes)
    assert is_saved(of_choice)
    assert read("lijst.json", of_themes).themes == default_themes()
    assert read("keuze.json", of_choice).choice.texts == {"a": "Koffie"}
    assert not is_saved(b'{"format": "klantmonitor-mapping"}')
    assert not is_saved(b"Totaaloordeel;klantmonitor-keuze\n8;x\n")


def test_what_is_wrong_is_a_problem_with_the_file_and_a_remedy() -> None:
    found = read("lijst.json", b'{"format": "klantmonitor-themas", "version": 1, "themes": []}')
    assert [(one.code, one.severity, one.file) for one in found.problems] == [("themes_refused", "error", "lijst.json")]
    assert found.problems[0].remedy
    broken = read("keuze.json", b'{"format": "klantmonitor-keuze"}')
    assert [one.code for one in broken.problems] == ["choice_refused"]


def test_themes_beside_a_mapping_are_checked_too() -> None:
    assert themes_beside_mapping("k.json", themes.as_rows(default_themes())).themes == default_themes()
    partly = themes_beside_mapping("k.json", [{"label": "A", "words": ["a"]}, {}])
    assert len(partly.themes) == 1
    assert [one.severity for one in partly.problems] == ["warning"]
