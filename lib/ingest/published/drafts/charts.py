"""The figures of a chart in a document or on a slide: what its numbers are, as a table of cells."""

import re

from lib.ingest.published.drafts.package import Element, all_of, first_of, local

_MOST_POINTS = 1000
_FINEST = 2  # decimals
_LITERAL_PERCENT = re.compile(r'"\s*%\s*"|\\\\%')


def chart_rows(chart: Element) -> list[list[str]]:
    """The rows of what a chart draws, whether it prints its numbers or not: its title, a head with the names of the series,
    then a row per category. Empty where it holds no numbers."""
    names: list[str] = []
    categories: list[str] = []
    columns: list[list[str]] = []
    for series in all_of(chart, "ser"):
        names.append(" ".join(_points(first_of(series, "tx"))[0]) or "")
        heads, _ = _points(first_of(series, "cat"))
        categories = heads if len(heads) > len(categories) else categories
        values, code = _points(first_of(series, "val"))
        columns.append([_shown(value, code) for value in values])
    rows = max(map(len, columns), default=0)
    if not rows:
        return []
    title = first_of(chart, "chart", "title")
    said = " ".join(" ".join(one.text or "" for one in all_of(title, "t")).split()) if title is not None else ""
    table = [[said]] if said else []
    table += [["", *names]] if any(names) else []
    for row in range(rows):
        label = categories[row] if row < len(categories) else ""
        table.append([label, *(column[row] if row < len(column) else "" for column in columns)])
    return table


def _points(element: Element | None) -> tuple[list[str], str]:
    if element is None:
        return [], ""
    code = next((one.text or "" for one in all_of(element, "formatCode")), "")
    places: dict[int, str] = {}
    for point in all_of(element, "pt"):
        place = int(point.get("idx", "0"))
        if 0 <= place < _MOST_POINTS:
            places[place] = next((one.text or "" for one in point if local(one) == "v"), "")
    return [places.get(place, "") for place in range(max(places, default=-1) + 1)], code


def _shown(value: str, code: str) -> str:
    """A stored value as its format shows it, which is what the reader of the chart sees; without a format no finer than
    a drawing can be."""
    shown = shown_number(value, code)
    return shown if len(shown.partition(",")[2]) <= _FINEST else shown_number(value, "0." + "0" * _FINEST)


def shown_number(value: str, code: str) -> str:
    """A number of a cell as a format shows it: 0.62 under "0%" is "62%". Text stays as it is."""
    try:
        number = float(value)
    except ValueError:
        return value
    plain, unit = code.split(";")[0], ""
    if _LITERAL_PERCENT.search(plain):
        plain, unit = _LITERAL_PERCENT.sub("", plain), "%"  # the sign is only written behind the number
    return _formatted(number, plain) + unit


def _formatted(number: float, plain: str) -> str:
    decimals = len(plain.partition(".")[2].replace("%", "").replace('"', "").rstrip("_)- ")) if "." in plain else None
    if "%" in plain:
        return f"{number * 100:.{decimals or 0}f}%".replace(".", ",")
    if decimals is not None and set(plain) & set("0#"):
        return f"{number:.{decimals}f}".replace(".", ",")
    if plain in ("0", "#,##0") and number == int(number):
        return str(int(number))
    return f"{number:.10g}".replace(".", ",")
