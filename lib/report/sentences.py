"""The sentences above the figures: what is selected, and what the page shows. Written by rules,
in figures that are on the page, and honest where there is too little to say."""

from calendar import monthrange
from collections.abc import Sequence
from datetime import date
from fractions import Fraction

from lib.figures.base import MINIMUM_BASE
from lib.figures.breakdowns import Breakdown
from lib.figures.channel import ChannelFigures
from lib.figures.scores import Score
from lib.figures.selection import Selection
from lib.report import dutch
from lib.report.score_tables import benchmark_text, table_scores, value_text
from lib.survey.catalogue import CHANNEL_LABELS

_FEW = 3  # so many are named, more are counted


def too_few(n: int) -> str:
    """What is said in place of a figure over too small a base."""
    return f"Te weinig respons om te tonen: n = {dutch.number(n)}, en een cijfer staat er pas vanaf n = {MINIMUM_BASE}."


def selection_sentence(channel: str | None, selection: Selection, n: int, first: date | None, last: date | None) -> str:
    """ "Balie · Paspoort · 1 jan – 31 mrt 2020 · n = 214"."""
    parts = [
        CHANNEL_LABELS[channel] if channel else "Alle kanalen",
        products_words(selection.products),
        period_words(selection, first, last),
        f"n = {dutch.number(n)}",
    ]
    return " · ".join(parts)


def small_step(few: int) -> str:
    """What is said where a selection differs from the one before by a handful of respondents."""
    customers = "één klant" if few == 1 else f"{dutch.count_word(few)} klanten"
    return (
        f"Deze selectie verschilt maar {customers} van de vorige die u bekeek. Leg de cijfers niet naast elkaar: het verschil "
        "zou verraden wat zo weinig mensen antwoordden."
    )


def products_words(products: Sequence[str]) -> str:
    """The selected products by name, or their number where there are many."""
    if not products:
        return "alle producten"
    return dutch.enumerate_words(products) if len(products) <= _FEW else f"{len(products)} producten"


def period_words(selection: Selection, first: date | None, last: date | None) -> str:
    """The period asked for, or without one the years of the answers."""
    start, end = selection.start, selection.end
    if start is None and end is None:
        if first is None or last is None:
            return "hele periode"
        return str(first.year) if first.year == last.year else f"{first.year}–{last.year}"
    if start is None:
        return f"tot en met {dutch.day(end)}" if end else "hele periode"
    if end is None:
        return f"vanaf {dutch.day(start)}"
    if (start.month, start.day) == (1, 1) and (end.month, end.day) == (12, 31):
        return str(start.year) if start.year == end.year else f"{start.year}–{end.year}"
    return f"{dutch.day(start, year=start.year != end.year)} – {dutch.day(end)}"


def quarter_of(start: date | None, end: date | None) -> str | None:
    """ "2020, kwartaal 1" where the period is exactly a quarter, "2020" where it is a year."""
    if start is None or end is None or start.year != end.year:
        return None
    if start.day != 1 or end.day != monthrange(end.year, end.month)[1]:
        return None
    if start.month == 1 and end.month == 12:
        return str(start.year)
    is_quarter = start.month in (1, 4, 7, 10) and end.month == start.month + 2
    return f"{start.year}, kwartaal {(start.month + 2) // 3}" if is_quarter else None


def scores_finding(found: ChannelFigures) -> str:
    """How many items differ demonstrably from BM, and which."""
    scores = table_scores(found)
    noun = ("aspect", "aspecten") if all(score.unit == "grade" for score in scores) else ("stelling", "stellingen")
    if not scores:
        return "In dit kanaal zijn geen aspecten of stellingen gevraagd."
    if all(score.suppressed for score in scores):
        return too_few(max(score.n for score in scores))
    compared = [score for score in scores if score.p_adjusted is not None]
    if not compared:
        return _without_benchmark(scores)
    higher = [score for score in compared if score.verdict == "higher"]
    lower = [score for score in compared if score.verdict == "lower"]
    same = len(compared) - len(higher) - len(lower)
    if len(compared) == 1:
        only = compared[0]
        words = {"higher": "scoort aantoonbaar hoger dan BM", "lower": "scoort aantoonbaar lager dan BM"}
        return f"{only.label} {words.get(only.verdict, 'wijkt niet aantoonbaar af van BM')} ({_against(only)})."
    if same == len(compared):
        return f"Geen van de {dutch.count_word(len(compared))} {noun[1]} wijkt aantoonbaar af van BM."
    groups = [
        (len(group), _differing(group, word, len(compared), noun[1]))
        for group, word in ((higher, "hoger"), (lower, "lager"))
        if group
    ]
    if same:
        groups.append(
            (
                same,
                _of_all(
                    same, len(compared), noun[1], f"{'wijkt' if same == 1 else 'wijken'} niet aantoonbaar af van BM"
                ),
            )
        )
    # What most of them do comes first.
    sentence = "; ".join(text for _, text in sorted(groups, key=lambda group: -group[0]))
    return sentence[0].upper() + sentence[1:] + "."


def _of_all(count: int, total: int, noun: str, verb: str) -> str:
    """ "zes van de zeven stellingen scoren lager", or all of them."""
    of = (
        f"alle {dutch.count_word(total)}"
        if count == total
        else f"{dutch.count_word(count)} van de {dutch.count_word(total)}"
    )
    return f"{of} {noun} {verb}"


def _differing(group: Sequence[Score], word: str, compared: int, noun: str) -> str:
    """Those above or below BM: by name where there are few, else their number and the furthest."""
    if len(group) <= _FEW and len(group) < compared:
        names = dutch.enumerate_words([f"{score.label} ({_against(score)})" for score in group])
        return f"{names} {'scoort' if len(group) == 1 else 'scoren'} aantoonbaar {word}"
    most = max(group, key=_distance)
    return f"{_of_all(len(group), compared, noun, f'scoren aantoonbaar {word} dan BM')}, {most.label} het meest ({_against(most)})"


def _against(score: Score) -> str:
    return f"{value_text(score)} tegen {benchmark_text(score)}"


def _distance(score: Score) -> float:
    difference = dutch.difference(score.value, score.benchmark, score.unit)
    return 0.0 if difference is None else abs(float(difference))


def _without_benchmark(scores: Sequence[Score]) -> str:
    """The highest and the lowest score, where there is nothing to compare with. Grades and percentages
    can't be ranked together: of two kinds, the one with most rows."""
    shown = [score for score in scores if score.value is not None]
    units = [score.unit for score in shown]
    shown = [score for score in shown if score.unit == max(units, key=units.count)]
    why = (
        "Er zijn te weinig antwoorden om met BM te vergelijken (n onder 30)"
        if any(score.benchmark is not None for score in shown)
        else "Er is geen BM om mee te vergelijken"
    )
    if len(shown) == 1:
        return f"{why}; {shown[0].label} krijgt {value_text(shown[0])}."
    ends = _ends([(score.label, score.value or Fraction(0), value_text(score)) for score in shown])
    if ends is None:
        return f"{why}; alle scores zijn gelijk ({value_text(shown[0])})."
    (best, best_text), (worst, worst_text) = ends
    return f"{why}; het hoogst scoort {best} ({best_text}), het laagst {worst} ({worst_text})."


def _ends(named: Sequence[tuple[str, Fraction, str]]) -> tuple[tuple[str, str], tuple[str, str]] | None:
    """Who stands highest and lowest, with the figure as it is shown; all names where that is equal for
    several, None where it is equal for all."""
    if len({text for _, _, text in named}) < 2:
        return None
    highest, lowest = max(named, key=lambda row: row[1])[2], min(named, key=lambda row: row[1])[2]
    return (_names_with(named, highest), highest), (_names_with(named, lowest), lowest)


def _names_with(named: Sequence[tuple[str, Fraction, str]], text: str) -> str:
    return dutch.enumerate_words([name for name, _, its in named if its == text])


def repeat_visit_finding(breakdown: Breakdown) -> str:
    """For what people have to come back most often; who was helped in one go is the headline."""
    if breakdown.suppressed:
        return too_few(breakdown.n)
    options = {option.key: option for option in breakdown.options}
    reasons = [(options[key].count or 0, words, options[key].share) for key, words in _REASONS.items()]
    most = max(count for count, _, _ in reasons)
    if most == 0:
        unknown = options["weet_niet"].count
        return "Niemand zei terug te moeten komen." if unknown else "Niemand hoefde terug te komen."
    often = dutch.enumerate_words([words for count, words, _ in reasons if count == most], "of")
    share = next(share for count, _, share in reasons if count == most)
    return f"Wie terug moet komen, doet dat het vaakst {often} ({dutch.percent(share)} van alle klanten)."


_REASONS = {
    "ophalen": "om op te halen wat is aangevraagd",
    "documenten": "omdat documenten ontbraken",
    "andere_reden": "om een andere reden",
}


def information_finding(breakdown: Breakdown) -> str:
    """What was clear beforehand to most, and to fewest."""
    if breakdown.suppressed:
        return too_few(breakdown.n)

    known = [option for option in breakdown.options if option.share is not None]
    ends = _ends([(_lower_first(o.label), o.share or Fraction(0), dutch.percent(o.share)) for o in known])
    if ends is None:
        return f"Alle onderwerpen waren even vaak vooraf duidelijk: bij {dutch.percent(known[0].share)} van de klanten."
    (best, best_text), (worst, worst_text) = ends
    return f"Het minst duidelijk vooraf: {worst} ({worst_text}); het duidelijkst: {best} ({best_text})."


def overview_finding(channels: Sequence[ChannelFigures]) -> str:
    """The totaaloordeel of each channel, best first, and what may not be shown."""
    asked = [(found, found.overall) for found in channels if found.overall is not None]
    if not asked and all(found.is_own_survey for found in channels):
        counts = [f"{CHANNEL_LABELS[found.channel].lower()} {dutch.number(found.responses)}" for found in channels]
        return f"Een enquête met eigen vragen, zonder totaaloordeel; respons: {dutch.enumerate_words(counts)}."
    if not asked:
        return "In deze bestanden is geen kolom herkend als totaaloordeel; kijk op Gegevens wat er van elke kolom is gemaakt."
    shown = [(found, overall) for found, overall in asked if overall.value is not None]
    if not shown:
        return too_few(max(overall.n for _, overall in asked))
    ranked = sorted(shown, key=lambda row: -(row[1].value or 0))
    texts = [f"{CHANNEL_LABELS[found.channel].lower()} {value_text(overall)}" for found, overall in ranked]
    if len(texts) == 1:
        found, overall = ranked[0]
        return f"Klanten geven {CHANNEL_LABELS[found.channel].lower()} gemiddeld een {value_text(overall)}."
    return f"Klanten geven als totaaloordeel: {dutch.enumerate_words(texts)}."


def products_finding(found: ChannelFigures) -> str:
    """The products at both ends, and those with too few answers to show."""
    shown = [score for score in found.products if not score.suppressed]
    hidden = [f"{score.label} (n = {dutch.number(score.n)})" for score in found.products if score.suppressed]
    parts = []
    ends = _ends([(score.label, score.value or Fraction(0), value_text(score)) for score in shown])
    if ends is not None:
        (best, best_text), (worst, worst_text) = ends
        parts.append(f"Het hoogste totaaloordeel krijgt {best} ({best_text}), het laagste {worst} ({worst_text}).")
    elif shown:
        names = dutch.enumerate_words([score.label for score in shown]) if len(shown) <= _FEW else "Elk product"
        parts.append(f"{names}: {value_text(shown[0])} als totaaloordeel.")
    if hidden:
        parts.append(f"Te weinig respons om te tonen: {dutch.enumerate_words(hidden)}.")
    if found.without_product:
        parts.append(f"Van {dutch.number(found.without_product)} respondenten is het product niet bekend.")
    return " ".join(parts)


def _lower_first(text: str) -> str:
    return text[:1].lower() + text[1:]
