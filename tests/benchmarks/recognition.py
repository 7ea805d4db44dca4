"""Whole questionnaires that were not made with the app in mind: which columns are recognised, asked, missed, or taken wrongly,
and which figures are untrue.

`python -m tests.benchmarks.recognition [-v] [FOLDER ...]`: a folder holds exports and a `truth.json` that says of each column
which question it is (null: none of the survey) and what the figures are.
"""

import json
import sys
from collections import Counter
from pathlib import Path
from typing import Any

from lib.figures.channel import count_channels, figures
from lib.figures.selection import Selection
from lib.ingest.read import FileReceipt, read_file, survey_of
from lib.report.figures_json import figures_json
from lib.survey.references import NO_REFERENCES

QUESTIONNAIRES = Path(__file__).with_name("questionnaires")
Truth = dict[str, Any]


def judge(receipt: FileReceipt, truth: Truth) -> list[tuple[str, str, str | None, str | None]]:
    """Per column that truth names: its header, how it ended (right, asked, missed, wrong), and what it should and did become."""
    found = [column for sheet in receipt.sheets for column in sheet.columns]
    told = {problem.column for problem in receipt.problems if problem.severity == "warning" and problem.column}
    left = list(found)
    named = {column["header"] for column in truth["columns"]}
    outcome = []
    for column in sorted(truth["columns"], key=lambda one: one["place"]):
        header = column["header"]
        match = next((one for one in left if one.header == header), None) or next(
            (one for one in left if one.header not in named and _same(one.header, header)), None
        )
        if match is not None:
            left.remove(match)
        item = match.item if match is not None else None
        is_taken = item is not None and not item.custom
        got = None if not is_taken or item is None else item.key
        want = column["item"].replace(":", "_") if column["item"] else None
        accepted = {
            want,
            *(
                one.replace(":", "_") if one else None
                for one in (*column.get("accept", ()), *([column["alt"]] if "alt" in column else []))
            ),
        }
        asked = match is not None and match.header in told
        if column.get("ask"):
            end = "right" if asked or not is_taken or got in accepted else "wrong"
        elif got in accepted:
            end = "right"
        elif is_taken:
            end = "wrong"
        else:
            end = "asked" if asked else "missed"
        outcome.append((header, end, want, got))
    # Of the begin and the end of filling in either will do.
    taken = {got for _, end, want, got in outcome if end == "right" and want is None and got is not None}
    return [
        (header, "right" if end == "missed" and want in taken else end, want, got) for header, end, want, got in outcome
    ]


def _same(found: str, header: str) -> bool:
    plain = [
        " ".join(text.replace("|", " ").replace("[", " ").replace("]", " ").replace(" - ", " ").split())
        for text in (found, header)
    ]
    return plain[0] == plain[1] or plain[1] in plain[0] or (len(plain[0]) > 10 and plain[0] in plain[1])


def untrue(receipt: FileReceipt, truth: Truth) -> list[str]:
    """The figures that are shown and not true, each with what it is and should be."""
    survey = survey_of([receipt])
    counts = count_channels(survey)
    shown = figures_json(Selection(), [figures(one, Selection(), NO_REFERENCES) for one in counts.values()], ())
    wrong = []
    for channel in shown["channels"]:
        if channel["channel"] != truth["channel"]:
            wrong.append(f"channel {channel['channel']}")
            continue
        if channel["responses"] != truth["respondents"]:
            wrong.append(f"responses {channel['responses']} for {truth['respondents']}")
        wrong += _differing(channel, truth["figures"])
    return wrong


def _differing(channel: Truth, true: Truth) -> list[str]:
    wrong = []
    scores = {score["item"]: score for score in channel["scores"]} | {"totaaloordeel": channel["overall"]}
    for key, figure in true.items():
        got = scores.get(key)
        if key in ("reviews", "tips"):
            if channel[key] is not None and channel[key] != figure and not (channel[key] == 0 and figure):
                wrong.append(f"{key} {channel[key]} for {figure}")
        elif key == "products":
            names = {product["product"]: product["n"] for product in channel["products"]}
            extra = {name.casefold() for name in names} - {
                name.casefold() for name in figure
            }  # one spelling of many is shown
            if extra:
                wrong.append(f"products {sorted(extra)[:3]}")
        elif key == "ces":
            ces = channel["ces"]
            if (
                ces
                and ces["n"]
                and (
                    ces["n"] != figure["n"]
                    or abs(100 * (ces["low_effort"] - ces["high_effort"]) / ces["n"] - figure["value"]) > 1e-6
                )
            ):
                wrong.append(f"ces n {ces['n']} for {figure['n']}")
        elif key in ("herhaalbezoek", "informatie"):
            block = channel["repeat_visit" if key == "herhaalbezoek" else "info_clarity"]
            if block and block["n"]:
                counted = {option["option"]: option["count"] for option in block["options"]} | {"n": block["n"]}
                differs = {
                    name: (count, figure.get(name, 0))
                    for name, count in counted.items()
                    if count != figure.get(name, 0)
                }
                if differs:
                    wrong.append(f"{key} {differs}")
        elif got and got["n"]:
            share = got["sum"] / got["n"] if got["sum"] is not None else None
            if got["n"] != figure["n"] or (share is not None and abs(share - figure["value"]) > 1e-9):
                wrong.append(f"{key} n {got['n']} for {figure['n']}, {share} for {figure['value']}")
    for key, got in scores.items():
        if (
            key not in true
            and not key.startswith("hostmanship")
            and got
            and got["n"]
            and got.get("item", key) in _CATALOGUE
        ):
            wrong.append(f"{key} is not asked")
    return wrong


_CATALOGUE = frozenset(
    "totaaloordeel openingstijden bereikbaarheid wachtruimte wachttijd privacy vriendelijkheid deskundigheid prijs doorlooptijd "
    "aanvraag_eenvoudig loket_gebruiksvriendelijk loket_vindbaar info_duidelijk info_vindbaar formulier_makkelijk formulier_taal".split()
)


def score(folder: Path, *, verbose: bool = False) -> tuple[Counter[str], list[str]]:
    """The ends of all columns of the questionnaires in a folder, and the untrue figures."""
    ends: Counter[str] = Counter()
    wrong: list[str] = []
    for file, truth in json.loads((folder / "truth.json").read_text(encoding="utf-8")).items():
        receipt = read_file(file, (folder / file).read_bytes())
        outcome = judge(receipt, truth)
        ends.update(end for _, end, _, _ in outcome)
        false = untrue(receipt, truth)
        wrong += [f"{file}: {one}" for one in false]
        if verbose:
            print(f"== {file}: {dict(Counter(end for _, end, _, _ in outcome))}")
            for header, end, want, got in outcome:
                if end != "right":
                    print(f"   {end:7} {want} <- {got} | {header[:110]}")
            for one in false:
                print(f"   UNTRUE  {one}")
            for problem in receipt.problems:
                if problem.severity != "info":
                    print(f"   {problem.severity} {problem.code}: {problem.message[:140]}")
    return ends, wrong


def main() -> None:
    """Print what became of every column."""
    verbose = "-v" in sys.argv
    folders = [Path(one) for one in sys.argv[1:] if one != "-v"] or sorted(
        path.parent for path in QUESTIONNAIRES.glob("*/truth.json")
    )
    for folder in folders:
        ends, wrong = score(folder, verbose=verbose)
        total = sum(ends.values())
        print(
            f"{folder.name}: {total} columns, "
            + ", ".join(f"{ends[end]} {end}" for end in ("right", "asked", "missed", "wrong"))
            + f", {len(wrong)} untrue figures"
        )


if __name__ == "__main__":
    main()
