"""The figures of a chart in a document or on a slide: what its numbers are, as a table of cells."""

from lib.ingest.published.drafts.package import Element, all_of, first_of, local


def chart_rows(chart: Element) -> list[list[str]]:
    """The rows of a chart that prints its numbers: a head with the names of the series, then a row per category. Empty
    where it prints none."""
    if not any(one.get("val") in ("1", "true") for one in all_of(chart, "showVal")):
        return []
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
    table = [["", *names]] if any(names) else []
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
        places[int(point.get("idx", "0"))] = next((one.text or "" for one in point if local(one) == "v"), "")
    return [places.get(place, "") for place in range(max(places, default=-1) + 1)][:1000], code


def _shown(value: str, code: str) -> str:
    """A stored value as its format shows it, which is what the reader of the chart sees."""
    return shown_number(value, code)


def shown_number(value: str, code: str) -> str:
    """A number of a cell as a format shows it: 0.62 under "0%" is "62%". Text stays as it is."""
    try:
        number = float(value)
    except ValueError:
        return value
    plain = code.split(";")[0]
    decimals = len(plain.partition(".")[2].replace("%", "").replace('"', "").rstrip("_)- ")) if "." in plain else None
    if "%" in plain:
        return f"{number * 100:.{decimals or 0}f}%".replace(".", ",")
    if decimals is not None and set(plain) & set("0#"):
        return f"{number:.{decimals}f}".replace(".", ",")
    if plain in ("0", "#,##0") and number == int(number):
        return str(int(number))
    return f"{number:.10g}".replace(".", ",")
