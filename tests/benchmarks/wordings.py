"""Every wording of the survey that was ever met, withheld from the app: which question is a column under it taken for?

`python -m tests.benchmarks.wordings [-v]`. The app knows a question by the words that mean it, not by these texts; the answers
under each are in other words than the questionnaire's own.
"""

import csv
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from lib.ingest.read import read_file
from tests.ingest.exports import csv_text

_FILE = Path(__file__).with_name("wordings.csv")
_GRADES = ["8", "7", "9", "6", "8", "7", "10", "8", "5", "7", "8", "9"]
_TEXTS = [f"{start} {end}" for start in ("Het ging prima", "Ik moest lang wachten", "Fijn geholpen") for end in
          ("en snel", "maar het was druk", "door een aardige mevrouw", "aan het begin")]  # fmt: skip
_ANSWERS: dict[str, list[str]] = {
    "text": _TEXTS,
    "tip_ja": ["Ja", "Nee"] * 6,
    "ces": ["Bijna geen moeite", "Een beetje moeite", "Behoorlijk wat moeite", "Heel erg veel moeite"] * 3,
    "agree": ["Grotendeels eens", "Volledig eens", "Tussenin", "Niet eens", "Totaal niet eens", "Geen mening"] * 2,
    "herhaalbezoek": ["Nee, alles is geregeld", "Ja, om het document af te halen", "Ja, ik miste papieren", "Ja, om iets anders"] * 3,
    "datum": [f"{day}-3-2024" for day in range(13, 25)],
    "product": ["Aanvraag paspoort", "Rijbewijs verlengen", "Verhuizing doorgeven", "Uittreksel BRP"] * 3,
    "kanaal": ["Aan de balie", "Per telefoon", "Via de website"] * 4,
    "respondent": [f"R{number}" for number in (17, 4, 8, 12, 90, 33, 21, 64, 55, 71, 2, 49)],
    "yes_no": ["Ja", "Nee", "Nee"] * 4,
}  # fmt: skip
_KINDS = {"toelichting": "text", "tip": "text", "aanvraag_eenvoudig": "agree", "loket_gebruiksvriendelijk": "agree",
          "loket_vindbaar": "agree", "info_duidelijk": "agree", "info_vindbaar": "agree", "formulier_makkelijk": "agree",
          "formulier_taal": "agree"}  # fmt: skip
_CHANNELS = {"bereikbaarheid": "telefoon", "informatie": "digitaal"}
_CELLS = [
    "De stappen; De kosten",
    "Welke papieren nodig zijn; Hoe lang het duurt",
    "Bij wie ik terecht kon; De kosten",
] * 4


def outcomes() -> Iterator[tuple[str, str, str]]:
    """For every wording its question, the text, and what a column under it becomes: right, asked, missed or wrong."""
    with _FILE.open(encoding="utf-8", newline="") as file:
        for key, text in list(csv.reader(file, delimiter=";"))[1:]:
            whole, _, option = key.partition(":")
            if whole == "herhaalbezoek" and option:
                continue  # an answer, and no header
            wanted = f"{whole}_{option}" if option else whole
            cells = (
                _ANSWERS["yes_no"]
                if option
                else _CELLS
                if whole == "informatie"
                else _ANSWERS.get(_KINDS.get(whole, whole), _GRADES)
            )
            channel = _CHANNELS.get(whole, "digitaal" if _KINDS.get(whole) == "agree" else "balie")
            header = f"Was vooraf duidelijk: {text}" if option else text
            yield wanted, header, _become(header, cells, channel, wanted)


def _become(header: str, cells: list[str], channel: str, wanted: str) -> str:
    before = "Totaaloordeel" if wanted != "totaaloordeel" else "Wachttijd"
    receipt = read_file(f"{channel}.csv", csv_text([[before, header], *([8, cell] for cell in cells)]).encode())
    match = receipt.sheets[0].columns[1]
    if match.item is not None and match.item.key == wanted:
        return "right"
    if match.item is not None and not match.item.custom:
        return "wrong"
    return "asked" if any(one.column == header and one.severity == "warning" for one in receipt.problems) else "missed"


def main() -> None:
    """Print how many wordings end how, and with -v those that are not right."""
    found = list(outcomes())
    if "-v" in sys.argv:
        for wanted, text, end in found:
            if end != "right":
                print(f"{end:7} {wanted:28} {text}")
    ends = Counter(end for _, _, end in found)
    print(f"{len(found)} wordings: " + ", ".join(f"{ends[end]} {end}" for end in ("right", "asked", "missed", "wrong")))


if __name__ == "__main__":
    main()
