"""Questions outside the catalogue: choices, several answers and open answers of a file's own; and what
never becomes one because it could say who somebody is."""

from collections.abc import Mapping, Sequence

import pytest

from lib.figures.breakdowns import Breakdown, custom_breakdowns
from lib.figures.channel import count_channels
from lib.figures.selection import Selection
from lib.ingest.mapping import ColumnMapping
from lib.ingest.read import FileReceipt, read_file, survey_of

ROWS = 60
WAYS = (
    ["Via de website"] * 25 + ["Gebeld"] * 20 + ["via de Website"] * 12 + ["Weet niet"] * 2 + ["Mijn buurvrouw Ans"]
)[:ROWS]


def export(
    columns: Mapping[str, Sequence[object]], name: str = "balie.csv", mappings: tuple[ColumnMapping, ...] = ()
) -> FileReceipt:
    """A file of the counter with a grade, and these columns."""
    size = len(next(iter(columns.values())))
    heads = ["Kanaal", "Welk rapportcijfer geeft u de dienstverlening in het algemeen?", *columns]
    lines = [";".join(heads)]
    for row in range(size):
        cells = [str(column[row]) for column in columns.values()]
        lines.append(";".join(["balie", str(6 + row % 4), *(f'"{cell}"' for cell in cells)]))
    return read_file(name, "\n".join(lines).encode(), mappings)


def items(receipt: FileReceipt) -> dict[str, tuple[str, str] | None]:
    """Key and kind of what each column was taken for."""
    return {
        column.header: None if column.item is None else (column.item.key, column.item.kind)
        for column in receipt.sheets[0].columns[2:]
    }


def breakdowns_of(*receipts: FileReceipt) -> dict[str, Breakdown]:
    counts = count_channels(survey_of(receipts))["balie"]
    return dict(custom_breakdowns(counts, counts.select(Selection())))


def counted(found: Breakdown) -> dict[str, int | None]:
    return {option.label: option.count for option in found.options}


def test_a_choice_is_counted_under_the_spelling_most_used_and_rare_answers_have_no_name() -> None:
    receipt = export({"Via welke weg vond u ons?": WAYS})
    assert items(receipt) == {"Via welke weg vond u ons?": ("via_welke_weg_vond_u_ons", "choice")}
    found = breakdowns_of(receipt)["Via welke weg vond u ons?"]
    assert counted(found) == {"Via de website": 37, "Gebeld": 20, "Anders": 1}
    assert (found.n, found.outside) == (58, {1: 2})


def test_options_with_numbers_stand_in_their_order() -> None:
    ages = ["65 jaar of ouder"] * 30 + ["18-34 jaar"] * 10 + ["35-64 jaar"] * 20
    found = breakdowns_of(export({"Leeftijdsgroep": ages}))["Leeftijdsgroep"]
    assert list(counted(found)) == ["18-34 jaar", "35-64 jaar", "65 jaar of ouder"]


def test_columns_per_option_are_one_question_over_those_who_were_asked() -> None:
    columns = {
        "Wat gebruikte u? [Website]": ["Ja"] * 30 + ["Nee"] * 20 + [""] * 10,
        "Wat gebruikte u? [Telefoon]": ["Nee"] * 40 + ["Ja"] * 10 + [""] * 10,
    }
    found = breakdowns_of(export(columns))["Wat gebruikte u?"]
    assert found.n == 50
    assert counted(found) == {"Website": 30, "Telefoon": 10}


def test_several_answers_in_one_cell_are_one_question() -> None:
    cells = ["Website;Telefoon;"] * 20 + ["Website;"] * 25 + ["Folder;Website;"] * 10 + [""] * 5
    found = breakdowns_of(export({"Wat gebruikte u?": cells}))["Wat gebruikte u?"]
    assert found.n == 55
    assert counted(found) == {"Website": 55, "Telefoon": 20, "Folder": 10}


def test_open_answers_are_kept_as_words() -> None:
    said = [
        f"Ik vond het {word} dat de deur {number} keer dicht was" for number in range(30) for word in ("jammer", "raar")
    ]
    receipt = export({"Wat viel u op?": said})
    assert items(receipt) == {"Wat viel u op?": ("wat_viel_u_op", "text")}
    (part,) = receipt.parts
    assert part.texts["wat_viel_u_op"][0] == said[0]


@pytest.mark.parametrize(
    ("header", "cells"),
    [
        ("Door wie bent u geholpen?", ["Fatima", "Jan", "Sandra"] * 20),
        ("Baliemedewerker", ["F. de Boer", "J. Jansen"] * 30),
        ("Hoe kunnen we u bereiken?", [f"06123456{n:02d}" for n in range(60)]),
        ("Waar woont u?", [f"Dorpsstraat {n}" for n in range(60)]),
        ("Contact", [f"jan{n}@voorbeeld.nl" for n in range(60)]),
        ("Referentie", [f"ZK-2020-{n:04d}" for n in range(60)]),
        ("Wie?", ["Jan de Vries", "Piet van den Berg", "Ans Bakker"] * 20),
        ("Opmerking voor intern gebruik", [f"mevrouw Jansen-{n}, 1234 AB {n}" for n in range(60)]),
        ("Postcodegebied", [f"27{n % 30:02d} XL" for n in range(60)]),
        ("Status", ["Voltooid"] * 50 + ["Onvolledig"] * 10),
        ("Duur", [str(100 + n) for n in range(60)]),
    ],
)
def test_what_could_say_who_somebody_is_never_becomes_a_question(header: str, cells: list[str]) -> None:
    receipt = export({header: cells})
    assert items(receipt) == {header: None}
    assert all(set(part.texts) == set() for part in receipt.parts)


def test_an_answer_to_an_own_question_makes_a_respondent_and_a_product_or_a_date_does_not() -> None:
    lines = ["8;Stadhuis;VOG;2-3-2020"] * 20 + [";Wijkcentrum;;"] * 15 + [";;Paspoort;3-3-2020"] * 10 + [";;;"] * 5
    text = "\n".join(["Rapportcijfer algemeen;Locatie;Product;Datum ingevuld", *lines])
    receipt = read_file("balie.csv", text.encode())
    assert (receipt.respondents, receipt.sheets[0].left_out["no_answer"]) == (35, 10)


def test_files_with_other_spellings_and_options_add_up_whatever_their_order() -> None:
    one = export({"Locatie": ["Stadhuis"] * 30 + ["Wijkcentrum"] * 30}, "a.csv")
    other = export({"Locatie": ["stadhuis"] * 10 + ["Bibliotheek"] * 50}, "b.csv")
    expected = {"Bibliotheek": 50, "Stadhuis": 40, "Wijkcentrum": 30}
    assert counted(breakdowns_of(one, other)["Locatie"]) == expected
    assert list(counted(breakdowns_of(other, one)["Locatie"])) == list(counted(breakdowns_of(one, other)["Locatie"]))


def test_a_user_can_say_that_a_column_is_an_own_choice_or_open_question() -> None:
    columns = {"Balienummer": ["1", "2", "3"] * 20, "Notitie": ["goed", "prima", "ok"] * 20}
    plain = export(columns)
    names = tuple(column.name for column in plain.sheets[0].columns)
    mapping = ColumnMapping(names, {"Balienummer": "own:choice", "Notitie": "own:text"})
    mapped = export(columns, mappings=(mapping,))
    assert items(mapped) == {"Balienummer": ("balienummer", "choice"), "Notitie": ("notitie", "text")}
    assert counted(breakdowns_of(mapped)["Balienummer"]) == {"1": 20, "2": 20, "3": 20}


def test_an_own_question_never_takes_the_name_of_a_count_or_of_the_catalogue() -> None:
    ways = (["Rood", "Groen", "Blauw"] * ROWS)[:ROWS]
    receipt = export({"Responses": ways, "Reviews": ways, "Manier": ways})
    (part,) = receipt.parts
    assert {key for key, answers in part.answers.items() if answers.item.custom} == {
        "eigen_responses", "eigen_reviews", "manier",
    }  # fmt: skip
