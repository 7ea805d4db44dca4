"""The parts of one question stand together: what stands around a column says what it is, and that is told."""

import pytest

from lib.ingest.read import FileReceipt
from tests.ingest.exports import Cell, read

_GRADES: list[Cell] = ["8", "7", "9"]
_PARTS = ["Bereidheid om te helpen", "Deskundigheid", "Inleving in de situatie", "Verantwoordelijkheid"]
_ASPECTS = ["Vriendelijkheid", "Deskundigheid", "Prijs"]


def graded(headers: list[str]) -> FileReceipt:
    return read([headers, *([cell] * len(headers) for cell in _GRADES)])


def items(receipt: FileReceipt) -> list[str | None]:
    return [None if match.item is None else match.item.key for match in receipt.sheets[0].columns]


def codes(receipt: FileReceipt) -> list[str]:
    return [problem.code for problem in receipt.problems]


@pytest.mark.parametrize(
    ("headers", "place", "key"),
    [
        (_PARTS, 1, "hostmanship_deskundigheid"),
        (["Vriendelijkheid", "Prijs", *_PARTS], 3, "hostmanship_deskundigheid"),
        (["Bereidheid om te helpen", "Inleving", "Deskundigheid"], 2, "hostmanship_deskundigheid"),
        (_ASPECTS, 1, "deskundigheid"),
        (["Vriendelijkheid", "Deskundigheid", "Bereidheid om te helpen", "Inleving"], 1, "deskundigheid"),
        (["Deskundigheid"], 0, "deskundigheid"),
        (["Hostmanship: inleving", "Deskundigheid", "Hostmanship: bereidheid"], 1, "deskundigheid"),
    ],
)
def test_one_name_is_the_aspect_or_the_part_by_what_stands_beside_it(headers: list[str], place: int, key: str) -> None:
    receipt = graded(["Wachttijd", "Openingstijden", *headers])
    assert items(receipt)[place + 2] == key


@pytest.mark.parametrize("parts", [_PARTS, ["Deskundigheid", "Inleving", "Bereidheid om te helpen"]])
def test_the_name_twice_is_the_aspect_and_the_part(parts: list[str]) -> None:
    for headers in ([*_ASPECTS, *parts], [*parts, *_ASPECTS]):
        receipt = graded(headers)
        found = items(receipt)
        assert found[headers.index("Prijs") - 1] == "deskundigheid"
        assert found.count("hostmanship_deskundigheid") == 1
        assert "item_ambiguous" not in codes(receipt)


def test_the_name_twice_without_a_difference_stays_a_question() -> None:
    receipt = graded(["Vriendelijkheid", "Deskundigheid", "Prijs", "Deskundigheid", "Doorlooptijd"])
    assert "hostmanship_deskundigheid" not in items(receipt)
    assert "item_ambiguous" in codes(receipt)


@pytest.mark.parametrize(
    ("header", "key"),
    [
        ("kwam met oplossingen of ideeën", "hostmanship_oplossingen"),
        ("dacht mee en droeg oplossingen aan", "hostmanship_oplossingen"),
        ("verplaatste zich in mijn situatie", "hostmanship_inleving"),
    ],
)
def test_a_telling_word_among_parts_of_a_question_is_enough(header: str, key: str) -> None:
    known = ["was bereid mij te helpen", "nam verantwoordelijkheid voor mijn vraag"]
    for headers in ([f"De medewerker... [{part}]" for part in (*known, header)], [*known, f"De medewerker {header}"]):
        receipt = graded(["Vriendelijkheid", *headers])
        assert items(receipt)[-1] == key


@pytest.mark.parametrize(
    "header",
    [
        "gaf duidelijke uitleg over mijn situatie",
        "nam de hele tijd",
        "verplaatste zich niet in mijn situatie",  # the reverse
        "sprak duidelijk",
    ],
)
def test_among_parts_of_a_question_another_is_none_of_them(header: str) -> None:
    known = ["was bereid mij te helpen", "nam verantwoordelijkheid voor mijn vraag"]
    receipt = graded([f"De medewerker... [{part}]" for part in (*known, header)])
    assert not str(items(receipt)[2]).startswith("hostmanship")
    # The mean of the other parts would not be that of the question.
    assert "answers_not_understood" in codes(receipt)


def test_of_two_columns_that_could_be_one_part_the_other_is_asked() -> None:
    two = ["kwam met oplossingen", "bood oplossingen"]
    headers = ["was bereid mij te helpen", "nam verantwoordelijkheid voor mijn vraag", *two]
    receipt = graded([f"De medewerker... [{part}]" for part in headers])
    assert items(receipt).count("hostmanship_oplossingen") == 1
    assert "answers_not_understood" in codes(receipt)


def options(*headers: str) -> FileReceipt:
    answers = [["Ja", "Nee", "Ja"], ["Nee", "Nee", "Ja"], ["Ja", "Ja", "Nee"]]
    rows = [[8, *(row[place % 3] for place in range(len(headers)))] for row in answers]
    return read([["Totaaloordeel", *(f"Wat was vooraf duidelijk? - {header}" for header in headers)], *rows])


def test_options_in_other_words_are_known_among_the_others() -> None:
    receipt = options("Hoe de procedure verloopt", "De kosten", "hoe lang het duurt", "welke documenten nodig zijn")
    assert items(receipt)[3:] == ["informatie_procedure_duur", "informatie_documenten"]


def test_an_unknown_option_is_told_and_makes_no_question_beside_the_known_one() -> None:
    receipt = options("Hoe de procedure verloopt", "De kosten", "Waar u kon parkeren", "Wie de wethouder is")
    assert items(receipt)[3:] == [None, None]
    (told,) = [problem.message for problem in receipt.problems if problem.code == "answers_not_understood"]
    assert "parkeren' en " in told
    assert "'Informatie vooraf'" in told
    assert not any(key.startswith("informatie") for part in receipt.parts for key in part.answers)


def test_an_unknown_aspect_among_aspects_is_a_grade_of_its_own() -> None:
    receipt = graded([f"Wat vond u van... [{part}]" for part in ("De wachttijd", "De privacy", "Het parkeren")])
    match = receipt.sheets[0].columns[2]
    assert match.item is not None
    assert (match.item.kind, match.item.custom) == ("grade", True)
    # Alone, numbers may be anything.
    assert items(graded(["De wachttijd", "De privacy", "Het parkeren"]))[2] is None


@pytest.mark.parametrize("scale", ["(1-10)", "(1 t/m 10)", "(1 = slecht, 10 = goed)", "op een schaal van 1 tot 10"])
def test_a_header_that_tells_the_scale_asks_for_grades(scale: str) -> None:
    assert items(graded(["De wachttijd", f"Hoe duidelijk was de mail? {scale}"]))[1] is not None
    assert items(graded(["De wachttijd", "Hoe duidelijk was de mail? (1-100)"]))[1] is None
