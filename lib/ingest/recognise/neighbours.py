"""The third witness: what stands around a column. A toelichting stands behind its grade, a tip behind its ja/nee, and the
parts of one question stand together."""

from collections import Counter
from collections.abc import Sequence

import numpy as np

from lib.ingest.decode.codes import decode
from lib.ingest.layout.headers import question_and_option
from lib.ingest.recognise.answers import UNMISTAKABLE, Answered
from lib.ingest.recognise.words import hear, spoken
from lib.survey import catalogue
from lib.survey.scales import YES
from lib.survey.words import normalise

Scores = list[dict[str, float]]  # per column what speaks for each question, by key

_NEAR = 3  # columns to the left in which the question stands that a text belongs to
_BESIDE = 0.3
_ABOUT_ANOTHER = 0.4
_ALONE = 0.6
_SURE = 0.9
_BESIDE_EACH_OTHER = 4  # columns
_TOGETHER = 2  # known members of a question, before others are known by standing among them
_ONLY_WHERE_YES = 0.95  # share of the filled cells that must stand where the ja/nee says ja


def with_neighbours(headers: Sequence[str], answered: Sequence[Answered], scores: Scores, enough: float) -> Scores:
    """The same scores, seen in what stands around each column. `enough`: from which a question may be there at all."""
    told = [dict(row) for row in scores]
    best = [max(row, key=lambda key: row[key]) if row and max(row.values()) >= enough else None for row in scores]
    for row in range(len(headers)):
        _explanation(row, headers, answered, best, told)
        _tip(row, headers, answered, scores, told)
    _members(headers, best, told)
    _expertise(headers, best, told)
    return told


def question_asked(header: str) -> str:
    """The question that a header repeats for each of its parts; empty where it has no parts."""
    apart = question_and_option(header)
    return "" if apart is None else normalise(apart[0])


def _explanation(
    row: int, headers: Sequence[str], answered: Sequence[Answered], best: Sequence[str | None], told: Scores
) -> None:  # fmt: skip
    """A text that explains explains the nearest answer on its left, unless it says what it explains."""
    if "toelichting" not in told[row]:
        return
    if normalise(headers[row]) in spoken()["toelichting"].wordings:
        return
    concepts = hear(normalise(headers[row])).concepts
    if "totaaloordeel" not in best:
        told[row]["toelichting"] *= _ABOUT_ANOTHER
        return
    about = next(
        (place for place in range(row - 1, max(-1, row - 1 - _NEAR), -1) if not answered[place].are_sentences), None
    )
    item = None if about is None or best[about] is None else catalogue.find(best[about] or "")
    if item is not None and item.key == "totaaloordeel":
        told[row]["toelichting"] += _BESIDE if answered[row].are_sentences else 0.0
    elif about is not None and not concepts & {"geheel"} and (item is None or not item.is_background):
        points_back = not {"dit", "deze", "dat"}.isdisjoint(normalise(headers[row]).split())
        told[row]["toelichting"] *= 1 if "cijferwoord" in concepts and not points_back else _ABOUT_ANOTHER


def _tip(row: int, headers: Sequence[str], answered: Sequence[Answered], scores: Scores, told: Scores) -> None:
    """Sentences that stand only where the ja/nee beside them says ja to having suggestions are the suggestions."""
    if answered[row].filled == 0 or not ("tip" in told[row] or answered[row].are_sentences):
        return
    for place in (row - 1, row - 2):
        if place >= 0 and scores[place].get("tip_ja", 0.0) and _only_where_yes(answered[row], answered[place]):
            told[row]["tip"] = max(told[row].get("tip", 0.0), UNMISTAKABLE) + _BESIDE
            told[row].pop("toelichting", None)
            return


def _only_where_yes(text: Answered, asked: Answered) -> bool:
    codes = decode(catalogue.CATALOGUE[catalogue.order_of("tip_ja")], asked.column.uniques).codes
    yes = np.append(codes == YES, False)[asked.column.codes]
    filled = text.column.codes >= 0
    return bool(yes.any() and filled.any() and (yes & filled).sum() >= _ONLY_WHERE_YES * filled.sum())


def _members(headers: Sequence[str], best: Sequence[str | None], told: Scores) -> None:
    """Among options or parts of one question another one is likelier to be one."""
    asked = [question_asked(header) for header in headers]
    whole = [None if key is None else part_of(key) for key in best]
    for row, scores in enumerate(told):
        # What a question says of all its parts, it says of none: "Hostmanship: ..." over six columns.
        if (
            "hostmanship" in scores
            and asked.count(asked[row]) >= _TOGETHER + 1
            and asked[row]
            and "hostmanship" not in _part(headers[row])
        ):
            del scores["hostmanship"]
    under = Counter((question, family) for question, family in zip(asked, whole, strict=True) if question and family)
    for row, scores in enumerate(told):
        for key in scores:
            family = part_of(key)
            if family is None:
                continue
            near = whole[max(0, row - _BESIDE_EACH_OTHER) : row + _BESIDE_EACH_OTHER + 1]
            same = under[asked[row], family] if asked[row] else near.count(family)
            others = same - (whole[row] == family)
            if others >= _TOGETHER:
                scores[key] += _BESIDE
            elif others == 0 and key not in spoken() and scores[key] < _SURE:
                scores[key] *= _ALONE  # an option without the others, and without its question


def _part(header: str) -> frozenset[str]:
    apart = question_and_option(header)
    return hear(normalise(header if apart is None else apart[1])).concepts


def part_of(key: str) -> str | None:
    """The key of the question that this is a part or an option of, or None."""
    item = catalogue.find(key)
    if item is not None:
        return item.part_of
    return "informatie" if key.startswith("informatie_") else None


def _expertise(headers: Sequence[str], best: Sequence[str | None], told: Scores) -> None:
    """Deskundigheid is an aspect, and a part of hostmanship where the columns on both sides are its other parts."""
    aspect, part = "deskundigheid", "hostmanship_deskundigheid"
    asked = [question_asked(header) for header in headers]
    is_part = [key is not None and part_of(key) == "hostmanship" for key in best]
    rows = [row for row, key in enumerate(best) if key == aspect]
    if not rows or part in best:
        return
    known = [row for row, key in enumerate(best) if key is not None]
    beside = {
        row: [is_part[side] and asked[side] == asked[row] for side in _sides(known, row)]
        for row in rows
    }  # fmt: skip
    most = max(rows, key=lambda row: (sum(beside[row]), row))
    others = [sum(beside[row]) for row in rows if row != most]
    if any(beside[most]) and (all(beside[most]) if not others else sum(beside[most]) > max(others)):
        told[most][part] = told[most].pop(aspect)


def _sides(known: Sequence[int], row: int) -> list[int]:
    left, right = [place for place in known if place < row], [place for place in known if place > row]
    return left[-1:] + right[:1]
