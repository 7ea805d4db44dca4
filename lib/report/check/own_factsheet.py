"""A factsheet that this app made carries its figures: whether they are those it was made with, and whether they still
follow from the exports."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from lib.figures.channel import channels_of
from lib.figures.disclosure import apply_figures, whole_months
from lib.figures.selection import Selection
from lib.ingest.published.drafts.draft import Draft
from lib.ingest.published.drafts.draft_numbers import numbers_of
from lib.ingest.published.drafts.printed_number import PrintedNumber, Why
from lib.report import dutch
from lib.report.check.causes import label_of
from lib.report.check.checked import Remark
from lib.report.factsheet import mark_of
from lib.report.figures_json import figures_json
from lib.session.session import Session
from lib.survey.catalogue import ALL_CHANNELS, CHANNEL_LABELS
from lib.survey.visible import visible

_SHOWN = 4  # figures that are named
_KEYS = ("audience", "filters", "channels")


def selection_of_factsheet(attached: str) -> Selection | None:
    """The selection of the figures that are attached to a factsheet of this app; None where there are none."""
    content = _content(attached)
    filters = None if content is None else content.get("filters")
    if not isinstance(filters, dict):
        return None
    products = filters.get("products")
    names = tuple(name for name in products if isinstance(name, str)) if isinstance(products, list) else ()
    channel = filters.get("channel")
    return Selection(
        channel if channel in ALL_CHANNELS else None, names, _day(filters.get("from")), _day(filters.get("to"))
    )


def without_foot(draft: Draft, numbers: Sequence[PrintedNumber]) -> list[PrintedNumber]:
    """The numbers, of which those in the fingerprint at the foot of a factsheet of this app, and behind it the page, are no
    figures."""
    if _content(draft.attached) is None:
        return list(numbers)
    mark = _mark(draft)
    return [_of_foot(number, mark) if mark in number.place.text else number for number in numbers]


def _of_foot(number: PrintedNumber, mark: str) -> PrintedNumber:
    text = number.place.text
    behind = len(list(numbers_of(text[text.index(mark) + len(mark) :])))
    inside = len(list(numbers_of(text[text.index(mark) :]))) - behind
    before = len(list(numbers_of(text))) - behind - inside
    if number.place.order < before:
        return number
    why: Why = "name" if number.place.order < before + inside else "page"
    return replace(number, claim=None, unread=None, not_figure=why)


def _mark(draft: Draft) -> str:
    """The fingerprint of the figures that a draft carries, as a factsheet prints it."""
    return mark_of(draft.attached.encode("utf-8"))


def factsheet_remarks(session: Session, draft: Draft) -> list[Remark]:
    """What there is to say of a draft that carries figures of this app; nothing where it carries none."""
    content, selection = _content(draft.attached), selection_of_factsheet(draft.attached)
    if content is None or selection is None:
        return []
    mark = _mark(draft)
    if mark not in "".join(word.text for word in draft.words):
        message = "Dit lijkt een factsheet van deze app, maar de meegegeven cijfers horen niet bij de vingerafdruk die erop staat."
        return [Remark("factsheet_changed", "warning", message)]
    now = _of_channels(_made_now(session, selection))
    then = _of_channels(content)
    changed = [key for key in then if then[key] is not None and then[key] != now.get(key)]
    made = f"Dit is een factsheet van deze app, met vingerafdruk {mark}."
    if not changed:
        return [Remark("factsheet_follows", "info", f"{made} Alle cijfers erin volgen uit de geopende exports.")]
    names = dutch.some([visible(_name(key)) for key in changed], _SHOWN)
    count = dutch.counted(len(changed), "cijfer volgt", "cijfers volgen")
    return [Remark("factsheet_outdated", "warning", f"{made} {count} niet meer uit de geopende exports: {names}.")]


def _content(attached: str) -> dict[str, Any] | None:
    if not attached:
        return None
    try:
        content = json.loads(attached)
    except (ValueError, RecursionError):
        return None
    if not isinstance(content, dict) or not all(key in content for key in _KEYS):
        return None
    return content


def _day(value: object) -> date | None:
    try:
        return date.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return None


def _made_now(session: Session, selection: Selection) -> Mapping[str, Any]:
    """The figures of the same selection as a factsheet would carry them today."""
    found = [
        apply_figures(session.figures(channel, whole_months(selection)), session.disclosure(channel), "publish")
        for channel in channels_of(selection, session.channels)
    ]
    made: Mapping[str, Any] = json.loads(json.dumps(figures_json(whole_months(selection), found, [], "publish")))
    return made


_Key = tuple[str, str, str]


def _of_channels(content: Mapping[str, Any]) -> dict[_Key, object]:
    """Every figure that is printed, by channel, item and column."""
    return {key: value for row in _rows(content.get("channels")) for key, value in _of_channel(row)}


def _of_channel(row: Mapping[str, Any]) -> Iterator[tuple[_Key, object]]:
    channel = str(row.get("channel"))
    for name in ("responses", "reviews", "tips"):
        yield (channel, name, ""), row.get(name)
    for name, item in (("overall", "totaaloordeel"), ("ces", "ces")):
        if isinstance(row.get(name), dict):
            yield (channel, item, ""), row[name].get("value")
    for score in _rows(row.get("scores")):
        yield (channel, str(score.get("item")), ""), score.get("value")
        yield (channel, str(score.get("item")), "BM"), score.get("benchmark")
    for name, item in (("repeat_visit", "herhaalbezoek"), ("info_clarity", "informatie")):
        given = row.get(name)
        for option in _rows(given.get("options") if isinstance(given, dict) else None):
            yield (channel, f"{item}:{option.get('option')}", ""), option.get("share")
    for product in _rows(row.get("products")):
        yield (channel, f"product:{product.get('product')}", ""), product.get("value")


def _rows(value: object) -> list[dict[str, Any]]:
    return [row for row in value if isinstance(row, dict)] if isinstance(value, list) else []


def _name(key: _Key) -> str:
    channel, item, column = key
    words = f"{CHANNEL_LABELS.get(channel, channel).lower()}: {label_of(item)}"
    return f"{words} ({column})" if column else words
