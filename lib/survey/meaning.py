"""What an answer means by the words in it, where no list holds the whole of it: a side and a degree, an amount, an option.

An answer is understood only if all its words are: "Eens, maar niet met de prijs" is someone's own and no point of a scale.
"""

from collections.abc import Callable, Mapping
from functools import cache
from itertools import pairwise

from lib.survey.catalogue import channel_of
from lib.survey.vocabulary import lexicons


@cache
def meaning_of(key: str, words: str) -> str | None:
    """The key of the point or option that a normalised answer means, or None. `key`: a kind of scale ("agree",
    "effort"), or of a question with options of its own."""
    read = _READERS.get(key)
    return None if read is None or not words else read(words)


def forget_answers() -> None:
    """Forget every answer that was looked at: they are respondents' words, and a process lives on after their file."""
    meaning_of.cache_clear()
    for path in (
        ("agree",),
        ("effort",),
        ("products",),
        *(("options", name) for name in ("herhaalbezoek", "informatie", "kanaal")),
    ):
        for lexicon in lexicons("answers.toml", *path).values():
            lexicon.forget()


def _agree(text: str) -> str | None:
    words, lists = text.split(), lexicons("answers.toml", "agree")
    found = {name: lists[name].places(words) for name in lists}
    if len(set().union(*found.values())) < len(words):
        return None
    eens, oneens = found["side_eens"], found["side_oneens"]
    if found["neutral"] or (eens and oneens):
        return "neutraal"
    if not eens and not oneens:
        return None
    if found["denied"] and oneens and words[0] not in ("nee", "neen"):
        return None  # "niet oneens"; after "nee" it denies once more
    side = "oneens" if oneens or found["denied"] else "eens"
    return f"helemaal_{side}" if found["most"] and not found["some"] - found["filler"] else side


def _effort(text: str) -> str | None:
    words, lists = text.split(), lexicons("answers.toml", "effort")
    found = {name: lists[name].places(words) for name in lists}
    denied = {place for place, word in enumerate(words) if word == "niet"}
    if len(denied.union(*found.values())) < len(words):
        return None
    if found["middle"] or (found["easy"] and found["hard"]):
        return "neutraal"
    most = bool(found["most"]) and not found["some"] - found["most"] - found["much"]
    if found["easy"] or found["hard"]:
        if denied:
            return ("veel" if found["easy"] else "weinig") if not found["most"] else None
        return ("heel_" if most else "") + ("weinig" if found["easy"] else "veel")
    if found["none"]:
        return "heel_weinig" if not found["much"] - found["none"] and not denied else None
    amounts = {"weinig": found["little"], "veel": found["much"] - found["little"]}
    said = [amount for amount, places in amounts.items() if places]
    if len(said) != 1 or denied - found["little"]:
        return None
    return ("heel_" if most else "") + said[0]


def _repeat_visit(text: str) -> str | None:
    words, lists = text.split(), lexicons("answers.toml", "options", "herhaalbezoek")
    found = {name for name in lists if lists[name].places(words)}
    lacking = not {"niet", "geen", "vergeten", "incompleet", "onvolledig", "compleet", "ontbrak", "ontbraken", "ontbrekende", "mis",
                   "miste", "inleveren", "aanleveren", "nabrengen", "nasturen", "inleverde", "brengen", "missende", "juiste", "goede", "ontbreken", "ontbreekt", "verkeerde"}.isdisjoint(words)  # fmt: skip
    if "documenten" in found and lacking and ("ophalen" not in found or {"bij", "mee", "meegenomen"} & set(words)):
        return "documenten"
    return next((name for name in ("weet_niet", "ophalen", "in_een_keer", "andere_reden") if name in found), None)


def _information(text: str) -> str | None:
    words, lists = text.split(), lexicons("answers.toml", "options", "informatie")
    found = {name: lists[name].places(words) for name in lists}
    is_price = {("hoe", "duur"), ("te", "duur")} & set(pairwise(words))
    if is_price or (found["procedure_duur"] and found["kosten"] and words[min(found["procedure_duur"])] == "tijd"):
        return "kosten" if is_price else "procedure_duur"
    said = [name for name in ("kosten", "vragen", "documenten", "procedure_duur") if found[name]]
    if (
        "vragen" in said
        and len(said) > 1
        and found["vragen"] <= {p for p, word in enumerate(words) if word in ("vraag", "contact")}
    ):
        said.remove("vragen")
    if said:
        return said[0] if len(said) == 1 or said[0] in ("kosten", "vragen") else _first_said(found, said)
    return "procedure_verloop" if found["procedure_verloop"] else None


def _first_said(found: Mapping[str, set[int]], said: list[str]) -> str:
    return min(said, key=lambda name: min(found[name]))


def _channel(text: str) -> str | None:
    named = channel_of(text)
    if named is not None:
        return named
    words, lists = text.split(), lexicons("answers.toml", "options", "kanaal")
    said = [name for name in lists if lists[name].places(words)]
    return said[0] if len(said) == 1 else None


_READERS: Mapping[str, Callable[[str], str | None]] = {
    "agree": _agree, "effort": _effort, "herhaalbezoek": _repeat_visit, "informatie": _information, "kanaal": _channel,
}  # fmt: skip
