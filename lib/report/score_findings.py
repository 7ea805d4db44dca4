"""What the page Scores en BM shows, in a sentence: it counts what it names, and tells what takes no part."""

from collections.abc import Sequence

from lib.figures.channel import ChannelFigures
from lib.figures.scores import Score
from lib.figures.standing_out import among_questions, error_of
from lib.figures.verdict import Verdict
from lib.report import dutch
from lib.report.score_tables import benchmark_text, table_scores, value_text
from lib.report.sentences import too_few, years_words
from lib.report.standing_words import TOO_FEW_TO_TELL, higher_and_lower, not_apart, of_round_figures

_FEW = 3  # so many are named, more are counted
_NOUNS = {"grade": ("aspect", "aspecten"), "agree": ("stelling", "stellingen")}
_JUDGED: tuple[Verdict, ...] = ("higher", "lower", "no_difference")
_WHY_NOT: dict[Verdict, str] = {
    "no_benchmark": "geen BM",
    "not_testable": "zonder spreiding",
    "indicative": "indicatief",
    "suppressed": "te weinig respons",
}


def scores_finding(found: ChannelFigures) -> str:
    """How many aspects and statements differ demonstrably from BM, and which; and those that could not be
    compared, by reason. Aspects and statements are counted apart, as they are tested."""
    scores = table_scores(found)
    if not scores:
        return "In dit kanaal zijn geen aspecten of stellingen gevraagd."
    if all(score.suppressed for score in scores):
        return too_few(max(score.n for score in scores))
    groups = [[score for score in scores if score.unit == unit] for unit in _NOUNS]
    told = " ".join(_group_words(group) for group in groups if group)
    if len(found.years) > 1:
        return f"Dit zijn cijfers over {years_words(found.years)} samen; kies één jaar om met BM te vergelijken. {told}"
    return told


def _group_words(scores: Sequence[Score]) -> str:
    """The sentences about all items of one kind."""
    judged = [score for score in scores if score.verdict in _JUDGED]
    if judged:
        return " ".join(part for part in (_against_benchmark(judged, len(scores)), _not_compared(scores)) if part)
    singular, plural = _NOUNS[scores[0].unit]
    verdicts = {score.verdict for score in scores}
    if verdicts == {"suppressed"}:
        return f"{dutch.sentence(plural)}: te weinig respons om te tonen."
    if verdicts <= {"suppressed", "indicative"}:
        subject = f"Voor {(len(scores) == 1 and 'dit') or 'deze'} {dutch.verb(len(scores), singular, plural)}"
        return f"{subject} zijn er te weinig antwoorden om te vergelijken ({TOO_FEW_TO_TELL})."
    if "no_benchmark" in verdicts:
        return _without_benchmark(scores, plural)
    return _not_compared(scores)


def _against_benchmark(judged: Sequence[Score], of_all: int) -> str:
    higher = [score for score in judged if score.verdict == "higher"]
    lower = [score for score in judged if score.verdict == "lower"]
    same = [score for score in judged if score.verdict == "no_difference"]
    if len(judged) == 1:
        only = judged[0]
        words = {"higher": "scoort aantoonbaar hoger dan BM", "lower": "scoort aantoonbaar lager dan BM"}
        return f"{only.label} {words.get(only.verdict, 'wijkt niet aantoonbaar af van BM')} ({_against(only)})."
    noun = ("vergeleken " if len(judged) < of_all else "") + _NOUNS[judged[0].unit][1]
    if len(same) == len(judged):
        return f"Geen van de {dutch.count_word(len(judged))} {noun} wijkt aantoonbaar af van BM."
    groups = [
        (len(group), _differing(group, word, len(judged), noun))
        for group, word in ((higher, "hoger"), (lower, "lager"))
        if group
    ]
    if same:
        verb = dutch.verb(len(same), "wijkt", "wijken")
        groups.append((len(same), _of_all(len(same), len(judged), noun, f"{verb} niet aantoonbaar af van BM")))
    # What most of them do comes first.
    return dutch.sentence("; ".join(text for _, text in sorted(groups, key=lambda group: -group[0]))) + "."


def _of_all(count: int, total: int, noun: str, verb: str) -> str:
    """ "zes van de zeven stellingen scoren lager", or all of them."""
    number, of = dutch.count_word(count), dutch.count_word(total)
    return f"alle {of} {noun} {verb}" if count == total else f"{number} van de {of} {noun} {verb}"


def _differing(group: Sequence[Score], word: str, compared: int, noun: str) -> str:
    """Those above or below BM: by name where there are few, else their number and the surest of them."""
    if len(group) <= _FEW and len(group) < compared:
        names = dutch.enumerate_words([f"{score.label} ({_against(score)})" for score in group])
        return f"{names} {dutch.verb(len(group), 'scoort', 'scoren')} aantoonbaar {word} dan BM"
    surest = min(group, key=lambda score: 1.0 if score.p is None else score.p)
    verb = dutch.verb(len(group), "scoort", "scoren")
    told = _of_all(len(group), compared, noun, f"{verb} aantoonbaar {word} dan BM")
    return f"{told}, waaronder {surest.label} ({_against(surest)})"


def _against(score: Score) -> str:
    return f"{value_text(score)} tegen {benchmark_text(score)}"


def _not_compared(scores: Sequence[Score]) -> str:
    """ "Niet met BM vergeleken: Prijs (geen BM), Privacy en Wachttijd (indicatief)."; empty where all were."""
    parts = []
    for verdict, why in _WHY_NOT.items():
        names = [score.label for score in scores if score.verdict == verdict]
        if names:
            parts.append(f"{dutch.some(names, _FEW)} ({why})")
    return f"Niet met BM vergeleken: {'; '.join(parts)}." if parts else ""


def _without_benchmark(scores: Sequence[Score], plural: str) -> str:
    """What stands out among the items themselves, where there is nothing else to compare with."""
    shown = [score for score in scores if score.value is not None]
    why = "" if any(score.benchmark is not None for score in scores) else f"Voor de {plural} is er geen BM. "
    if len(scores) == 1:
        return f"{why}{shown[0].label}: {value_text(shown[0])}."
    rest = [score for score in scores if score.verdict in ("indicative", "suppressed")]
    told = _standing(shown, plural)
    few = (
        f" Te weinig antwoorden voor een oordeel: {dutch.some([score.label for score in rest], _FEW)}." if rest else ""
    )
    return f"{why}{told}{few}"


def _standing(shown: Sequence[Score], plural: str) -> str:
    names = [f"{score.label} ({value_text(score)})" for score in shown]
    if len({value_text(score) for score in shown}) == 1:
        return f"Alle getoonde {plural} scoren gelijk: {value_text(shown[0])}."
    if any(score.precision != "exact" for score in shown):
        ranked = sorted(zip(shown, names, strict=True), key=lambda each: each[0].value or 0)
        return of_round_figures([(name, value_text(each)) for each, name in ranked])
    found = among_questions([error_of(score) for score in shown])
    words = higher_and_lower(found, names, "", f"de andere {plural}")
    return words or not_apart(f"de {plural} onderling")
