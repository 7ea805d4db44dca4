"""What recognition could not decide with certainty, as problems: nothing is guessed in silence."""

from collections.abc import Iterator, Sequence

import numpy as np

from lib.ingest.decode import dates
from lib.ingest.decode.custom_questions import asks_for_grade, is_five_points
from lib.ingest.layout.table import Column
from lib.ingest.recognise.match import Match
from lib.survey import catalogue
from lib.survey.catalogue import BACKGROUND_KINDS, Item
from lib.survey.dataset import NO_DAY
from lib.survey.problems import Problem

_CHOOSE = "Kies de juiste kolom bij de herkenning op de pagina Gegevens en bewaar die keuze als koppeling."
_WRITE_OUT = "Exporteer de antwoorden voluit, in de woorden van de vragenlijst. Is het een andere vraag, kies dan op de pagina Gegevens welke."
_NEEDED = (
    ("totaaloordeel", "Er is geen kolom gevonden met het totaaloordeel (één rapportcijfer voor hoe de klant in het algemeen is geholpen).",
     "Staat die vraag er wel in, kies de kolom dan op de pagina Gegevens."),
    ("product", "Er is geen kolom gevonden met het product of de dienst; filteren op product kan niet.",
     "Staat het product er wel in, kies de kolom dan op de pagina Gegevens."),
)  # fmt: skip
_DAYS_DIFFER = 0.05  # share of the rows; begin and end of filling in may have midnight between them


def doubts(matches: Sequence[Match]) -> tuple[Problem, ...]:
    """The problems of columns that could be an item as well as the one taken, or that come near to a
    question that was not found. For a sheet without a user's own choices."""
    return (
        *_missing(matches),
        *_asked(matches),
        *_ambiguous(matches),
        *_several_years(matches),
        *_misfits(matches),
        *_five_points(matches),
    )


def identifiers_dropped(matches: Sequence[Match]) -> tuple[Problem, ...]:
    """One problem that names the columns with personal data, which were not read."""
    headers = list(dict.fromkeys(match.column.header for match in matches if match.is_identifier))
    if not headers:
        return ()
    many = len(headers) > 1
    return (
        Problem(
            "identifiers_dropped",
            "info",
            f"{'Kolommen' if many else 'Kolom'} met persoonsgegevens niet ingelezen: {_names(headers)}.",
            column=headers[0] if not many else None,
            remedy="Laat persoonsgegevens bij voorkeur al uit de export weg.",
        ),
    )


def _ambiguous(matches: Sequence[Match]) -> Iterator[Problem]:
    taken = {match.item.key: match for match in matches if match.item is not None}
    for key, chosen in taken.items():
        item = chosen.item
        rivals = [match.column.header for match in matches if match.rival_of == key and _matters(match, chosen)]
        if not rivals or item is None:
            continue
        yield Problem(
            "item_ambiguous",
            "info" if item.kind in BACKGROUND_KINDS else "warning",
            f"{len(rivals) + 1} kolommen lijken '{item.label}' te zijn: {_names([chosen.column.header, *rivals])}. "
            f"'{chosen.column.header}' is gebruikt{_which(chosen, rivals)}.",
            column=chosen.column.header,
            remedy=_CHOOSE,
        )


def _several_years(matches: Sequence[Match]) -> Iterator[Problem]:
    """Items that stand in the file for several years, in a column each; none of them was taken."""
    taken = {match.item.key for match in matches if match.item is not None}
    columns: dict[str, list[str]] = {}
    for match in matches:
        if match.rival_of is not None and match.rival_of not in taken:
            columns.setdefault(match.rival_of, []).append(match.column.header)
    for key, headers in columns.items():
        item = _item(key)
        yield Problem(
            "item_several_years",
            "warning",
            f"De vraag '{key if item is None else item.label}' staat er voor meer jaren in: {_names(headers)}. Over welk jaar de rijen "
            "gaan, is niet te zien; de vraag telt niet mee.",
            column=headers[0],
            remedy="Exporteer elk jaar apart, of kies op de pagina Gegevens welke kolom telt en bewaar die keuze als koppeling.",
        )


def _matters(rival: Match, chosen: Match) -> bool:
    """Whether it makes a difference which of two columns is taken."""
    kind = chosen.item.kind if chosen.item is not None else None
    if kind == "date":
        days, others = (_days(match.column) for match in (chosen, rival))
        return bool((days != others).mean() > _DAYS_DIFFER)
    return kind != "respondent"  # any number will do to tell people apart


def _days(column: Column) -> np.ndarray:
    return np.append(dates.read_days(column.uniques).days, NO_DAY)[column.codes]


def _which(chosen: Match, rivals: Sequence[str]) -> str:
    """Which column was used, where they have one name."""
    return f" (kolom {chosen.column.place + 1})" if chosen.column.header in rivals else ""


def _asked(matches: Sequence[Match]) -> Iterator[Problem]:
    """The columns of which a user should say whether they are a question of the survey."""
    for match in matches:
        items = [item for item in map(_item, match.near[:2]) if item is not None] if match.asked else []
        if not items:
            continue
        header, counts = (
            match.column.header,
            "zij is nu als eigen vraag gelezen" if match.item else "zij telt nog niet mee",
        )
        may_be_two = match.item is None and match.evidence.startswith("kan ") and len(items) > 1
        which = f"'{items[0].label}' of '{items[1].label}'" if may_be_two else f"'{items[0].label}'"
        yield Problem(
            "question_asked",
            "warning",
            f"Is kolom '{header}' de vraag {which}? Kop en antwoorden maken dat waarschijnlijk, niet zeker; {counts}.",
            column=header,
            remedy="Zeg op de pagina Gegevens wat zij is.",
        )


def _five_points(matches: Sequence[Match]) -> Iterator[Problem]:
    """Grades that are asked for and look like those of a scale from 1 to 5: a question of the file's own, until somebody says so."""
    for match in matches:
        if match.item is None and not match.asked and asks_for_grade(match.column) and is_five_points(match.column):
            yield Problem(
                "grade_range_doubtful",
                "warning",
                f"Alle cijfers in kolom '{match.column.header}' zijn 5 of lager; is dit wel een rapportcijfer van 1 tot 10? Zolang dat niet "
                "vaststaat, tellen zij niet mee.",
                column=match.column.header,
                remedy="Zeg op de pagina Gegevens of het een rapportcijfer is.",
            )


def _misfits(matches: Sequence[Match]) -> Iterator[Problem]:
    """Columns whose header asks a question that was not found, over answers that are none to it."""
    found = {match.item.key for match in matches if match.item is not None}
    found |= {match.item.part_of for match in matches if match.item is not None and match.item.part_of is not None}
    for match in matches:
        item = _item(match.near[0]) if match.misfits and match.near else None
        if (
            item is None
            or item.key in found
            or (match.item is not None and match.item.kind not in (item.kind, "choice", "multi"))
        ):
            continue
        found.add(item.key)
        counts = "zij telt niet mee" if match.item is None else "zij is als eigen vraag gelezen"
        yield Problem(
            "near_miss",
            "warning",
            f"Kolom '{match.column.header}' lijkt op de vraag '{item.label}', maar de antwoorden passen niet bij die vraag; {counts}.",
            column=match.column.header,
            remedy=_WRITE_OUT,
        )


def _missing(matches: Sequence[Match]) -> Iterator[Problem]:
    """What a file lacks that nearly every figure or filter needs."""
    found = {match.item.key for match in matches if match.item is not None}
    if not any(item.key in found for item in catalogue.CATALOGUE if not item.is_background):
        return
    for key, message, remedy in _NEEDED:
        if key not in found:
            yield Problem(f"{key}_missing", "warning", message, remedy=remedy)


def _item(key: str) -> Item | None:
    """The item or option with this key."""
    options = (
        catalogue.option_item(item, p) for item in catalogue.CATALOGUE if item.kind == "multi" for p in item.points
    )
    return catalogue.find(key) or next((option for option in options if option.key == key), None)


def _names(headers: Sequence[str]) -> str:
    return _listed([f"'{header}'" for header in headers])


def _listed(texts: Sequence[str]) -> str:
    return f"{', '.join(texts[:-1])} en {texts[-1]}" if len(texts) > 1 else texts[0]
