"""How running text names the answers of a question: why people came back, and what was clear beforehand."""

import re

_REPEAT = tuple(
    (re.compile(pattern, re.IGNORECASE), option)
    for pattern, option in (
        (r"(?:in|na) (?:één|een|1|éen) (?:keer|bezoek)(?: \w+)?", "in_een_keer"),
        (r"terug\w*[^.;,\d]{0,40}?(?:op te halen|afhalen|ophalen|af te halen)|\b(?:iets )?(?:op te halen|ophalen|afhalen|af te halen)", "ophalen"),
        (r"terug\w*[^.;,\d]{0,60}?documenten|documenten[^.;,]{0,40}terug\w*", "documenten"),
        (r"niet (?:alle|de juiste)[^.;,\d]{0,25}documenten", "documenten"),
        (r"(?:terug\w*[^.;]{0,40}?)?andere reden", "andere_reden"),
        (r"terug(?:komen|kwam|kwamen|te komen|gekomen)\b(?![^.;,\d]{0,60}(?:halen|documenten|andere reden))", "rest"),
        (r"weet (?:het )?niet(?: meer)?", "weet_niet"),
    )
)  # fmt: skip
_INFORMATION = tuple(
    (re.compile(pattern, re.IGNORECASE), option)
    for pattern, option in (
        (r"kosten", "kosten"), (r"hoe lang|duur van de procedure|hoelang", "procedure_duur"), (r"(?:met|voor) vragen", "vragen"),
        (r"documenten", "documenten"), (r"procedure\w* (?:zou )?verlo\w+|verloop van de", "procedure_verloop"),
    )
)  # fmt: skip


def options_said(sentence: str, start: int, question: str | None) -> list[tuple[int, int, str]]:
    """Options that a sentence names: of coming back, and of what was clear beforehand."""
    found = []
    for pattern, option in _REPEAT:
        found += [
            (start + one.start(), start + one.end(), f"herhaalbezoek:{option}") for one in pattern.finditer(sentence)
        ]
    if question == "informatie" or re.search(r"vooraf|van tevoren|voorhand", sentence):
        for pattern, option in _INFORMATION:
            found += [
                (start + one.start(), start + one.end(), f"informatie:{option}") for one in pattern.finditer(sentence)
            ]
    return found
