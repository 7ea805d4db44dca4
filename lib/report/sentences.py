"""The sentences above the figures: what is selected, and what the page shows. Written by rules,
in figures that are on the page, and honest where there is too little to say."""

from calendar import monthrange
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from fractions import Fraction

from lib.figures.base import MINIMUM_BASE, VERDICT_BASE
from lib.figures.breakdowns import Breakdown, OptionCount
from lib.figures.channel import ChannelFigures
from lib.figures.scores import Score
from lib.figures.selection import Selection
from lib.figures.standing_out import (
    among_groups,
    among_groups_and_questions,
    among_questions,
    error_of,
    most_chosen,
)
from lib.report import dutch
from lib.report.score_tables import value_text
from lib.report.standing_words import TOO_FEW_TO_TELL, higher_and_lower, not_apart, of_round_figures, sides
from lib.survey.catalogue import CHANNEL_LABELS

_FEW = 3  # so many are named, more are counted


def too_few(n: int | None) -> str:
    """What is said in place of a figure over too small a base."""
    if not n:
        return f"Te weinig respons om te tonen: een cijfer staat er pas vanaf n = {MINIMUM_BASE}."
    return f"Te weinig respons om te tonen: n = {dutch.number(n)}, en een cijfer staat er pas vanaf n = {MINIMUM_BASE}."


def selection_sentence(
    channel: str | None, selection: Selection, n: int | None, first: date | None, last: date | None
) -> str:
    """ "Balie · Paspoort · 1e kwartaal 2020 · n = 214"."""
    parts = [
        CHANNEL_LABELS[channel] if channel else "Alle kanalen",
        products_words(selection.products),
        period_words(selection, first, last),
        "" if n is None else f"n = {dutch.number(n)}",
    ]
    return " · ".join(part for part in parts if part)


def people_words(n: int | None) -> str:
    """A number of people, or that it is not told."""
    return dutch.people(n)


def small_step(few: int) -> str:
    """What is said where a selection differs from the one before by a handful of respondents."""
    customers = f"{dutch.count_word(few)} {dutch.verb(few, 'klant', 'klanten')}"
    return (
        f"Deze selectie verschilt maar {customers} van de vorige die u bekeek. Leg de cijfers niet naast elkaar: het verschil "
        "zou verraden wat zo weinig mensen antwoordden."
    )


def products_words(products: Sequence[str]) -> str:
    """The selected products by name, or their number where there are many."""
    if not products:
        return "alle producten"
    return dutch.enumerate_words(products) if len(products) <= _FEW else f"{dutch.number(len(products))} producten"


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
    if (start.month, start.day) == (1, 1) and (end.month, end.day) == (12, 31) and start.year != end.year:
        return f"{start.year}–{end.year}"
    if (name := period_name(start, end)) is not None:
        return name
    return f"{dutch.day(start, year=start.year != end.year)} – {dutch.day(end)}"


def years_words(years: Sequence[int]) -> str:
    """ "2018–2020"; "2018 en 2020" where there is a gap."""
    is_row = list(years) == list(range(years[0], years[-1] + 1))
    return (
        f"{years[0]}–{years[-1]}" if is_row and len(years) > 1 else dutch.enumerate_words([str(year) for year in years])
    )


def period_name(start: date | None, end: date | None) -> str | None:
    """What a whole month, quarter or year is called everywhere: "maart 2020", "1e kwartaal 2020", "2020"; None of any
    other period."""
    if start is None or end is None or start.year != end.year:
        return None
    if start.day != 1 or end.day != monthrange(end.year, end.month)[1]:
        return None
    if start.month == 1 and end.month == 12:
        return str(start.year)
    if start.month == end.month:
        return dutch.month(start)
    is_quarter = start.month in (1, 4, 7, 10) and end.month == start.month + 2
    return f"{(start.month + 2) // 3}e kwartaal {start.year}" if is_quarter else None


def repeat_visit_finding(breakdown: Breakdown) -> str:
    """For what people have to come back most often, if that can be told; who was helped in one go is the
    headline."""
    if breakdown.suppressed:
        return too_few(breakdown.n)
    options = {option.key: option for option in breakdown.options}
    if breakdown.precision != "exact":
        return _reasons_in_order(options)
    counts = [options[key].count or 0 for key in _REASONS]
    if not any(counts):
        unknown = options["weet_niet"].count
        return "Niemand zei terug te moeten komen." if unknown else "Niemand hoefde terug te komen."
    texts = [f"{words} ({dutch.percent(options[key].share)})" for key, words in _REASONS.items()]
    given = [text for text, count in sorted(zip(texts, counts, strict=True), key=lambda row: -row[1]) if count]
    if len(given) == 1:
        return f"Wie terug moet komen, doet dat {given[0].replace(')', ' van alle klanten)')}."
    most = None if breakdown.indicative else most_chosen(counts)
    if most is not None:
        return f"Wie terug moet komen, doet dat het vaakst {texts[most].replace(')', ' van alle klanten)')}."
    few = f"met n = {dutch.number(breakdown.n)} zijn er te weinig antwoorden"
    why = few if breakdown.indicative else "de verschillen kunnen toeval zijn"
    return f"De redenen om terug te komen zijn niet te onderscheiden: {dutch.enumerate_words(given)}; {why}."


def _reasons_in_order(options: Mapping[str, OptionCount]) -> str:
    """Every reason with its share, where no more may be told."""
    texts = [f"{words} ({dutch.percent(options[key].share)})" for key, words in _REASONS.items()]
    return f"Klanten moeten terugkomen {dutch.enumerate_words(texts)}."


_REASONS = {
    "ophalen": "om op te halen wat is aangevraagd",
    "documenten": "omdat documenten ontbraken",
    "andere_reden": "om een andere reden",
}


def information_finding(breakdown: Breakdown) -> str:
    """What was demonstrably clear beforehand to fewer, and to more, than the rest."""
    if breakdown.suppressed:
        return too_few(breakdown.n)
    known = [option for option in breakdown.options if option.share is not None]
    texts = [dutch.percent(option.share) for option in known]
    if len(known) == 1:
        return f"Vooraf duidelijk: {dutch.in_running_text(known[0].label)} ({texts[0]})."
    if len({option.share for option in known}) == 1:
        which = "Alle onderwerpen" if len(known) == len(breakdown.options) else "Alle getoonde onderwerpen"
        return f"{which} waren even vaak vooraf duidelijk: bij {texts[0]} van de klanten."
    names = [f"{dutch.in_running_text(option.label)} ({text})" for option, text in zip(known, texts, strict=True)]
    if breakdown.precision != "exact":
        return f"Vooraf duidelijk: {dutch.enumerate_words(names)}."
    found = among_questions([error_of(option) for option in known])
    if not found.tested:
        return f"Met n = {dutch.number(breakdown.n)} zijn er te weinig antwoorden om onderwerpen te onderscheiden."
    if not found.any:
        return not_apart("de onderwerpen", " in hoe vaak ze vooraf duidelijk waren")
    words = sides(
        [("minder vaak vooraf duidelijk", [names[place] for place in found.below]),
         ("vaker vooraf duidelijk", [names[place] for place in found.above])],
        "dan de rest",
    )  # fmt: skip
    return f"Aantoonbaar {words}."


def overview_finding(channels: Sequence[ChannelFigures]) -> str:
    """The totaaloordeel of each channel, best first, and what may not be shown."""
    asked = [(found, found.overall) for found in channels if found.overall is not None]
    if not asked and all(found.is_custom_survey for found in channels):
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
        return f"Klanten geven {CHANNEL_LABELS[found.channel].lower()} als totaaloordeel gemiddeld een {value_text(overall)}."
    return f"Klanten geven als totaaloordeel: {dutch.enumerate_words(texts)}."


def products_finding(found: ChannelFigures) -> str:
    """The products that demonstrably stand out in totaaloordeel, and those with too few answers to show."""
    hidden = [
        score.label + (f" (n = {dutch.number(score.shown_n)})" if score.shown_n is not None else "")
        for score in found.products
        if score.suppressed
    ]
    parts = (
        [standing_products("totaaloordeel", [(score.label, score) for score in found.products])]
        if found.products
        else []
    )
    if hidden:
        parts.append(f"Te weinig respons om te tonen: {dutch.enumerate_words(hidden)}.")
    if found.without_product and "without_product" not in found.withheld:
        parts.append(
            f"Van {dutch.counted(found.without_product, 'respondent', 'respondenten')} is het product niet bekend."
        )
    return " ".join(part for part in parts if part)


def standing_products(what: str, products: Sequence[tuple[str, Score]]) -> str:
    """Which products, each with its figure, demonstrably score higher or lower on an item than the others, or that
    none does."""
    shown = [figure for _, figure in products if not figure.suppressed]
    if not shown:
        return ""
    names = [f"{name} ({value_text(figure)})" for name, figure in products if not figure.suppressed]
    if len(products) == 1:
        return f"{products[0][0]} scoort {value_text(shown[0])} op {what}."
    if len({value_text(figure) for figure in shown}) == 1 and len(shown) > 1:
        which = "Alle producten" if len(shown) == len(products) else "Alle getoonde producten"
        return f"{which} scoren gelijk op {what}: {value_text(shown[0])}."
    if any(figure.precision != "exact" for figure in shown):
        ranked = sorted(zip(shown, names, strict=True), key=lambda each: each[0].value or 0)
        return of_round_figures([(name, value_text(each)) for each, name in ranked])
    found = among_groups(shown)
    words = higher_and_lower(found, names, f" op {what}", "de andere producten samen")
    if words:
        return words
    if found.tested:
        return f"De producten zijn niet te onderscheiden op {what}: de verschillen kunnen toeval zijn."
    total = sum(figure.n for figure in shown)
    if any(min(figure.n, total - figure.n) >= VERDICT_BASE for figure in shown):
        return f"De producten zijn niet te onderscheiden op {what}: zonder spreiding is er niets te toetsen."
    return f"Er zijn te weinig antwoorden per product om ze op {what} te onderscheiden ({TOO_FEW_TO_TELL})."


def returning_products(rows: Sequence[tuple[str, Breakdown]]) -> str:
    """The products for which customers demonstrably more or less often come back because documents were
    missing, or that there is none. Empty where there are no two products to compare."""
    scores = [score for product, breakdown in rows if (score := share_of(product, breakdown, "documenten"))]
    if len(scores) < 2 or _is_withheld(rows):
        return ""
    names = [f"{score.label} ({value_text(score)})" for score in scores]
    found = among_groups(scores)
    words = sides(
        [("vaker terug", [names[place] for place in found.above]),
         ("minder vaak terug", [names[place] for place in found.below])],
        "dan bij andere producten",
    )  # fmt: skip
    if words:
        return f"Omdat documenten ontbraken, komen klanten aantoonbaar {words}."
    if not found.tested:
        return f"Er zijn te weinig antwoorden per product om ze te onderscheiden ({TOO_FEW_TO_TELL})."
    return "Geen product valt aantoonbaar op in hoeveel klanten terugkomen omdat documenten ontbraken."


def informed_products(rows: Sequence[tuple[str, Breakdown]]) -> str:
    """For which product what was demonstrably more or less often clear beforehand, or that nothing was.
    Empty where there are no two products to compare."""
    options = rows[0][1].options if rows else ()
    questions = []
    for option in options:
        scores = [score for product, breakdown in rows if (score := share_of(product, breakdown, option.key))]
        questions.append([replace(score, key=dutch.in_running_text(option.label)) for score in scores])
    if max((len(scores) for scores in questions), default=0) < 2 or _is_withheld(rows):
        return ""
    each = among_groups_and_questions(questions)
    below, above = (
        [f"{score.key} bij {score.label} ({value_text(score)})" for scores, places in zip(questions, side, strict=True)
         for score in (scores[place] for place in places)]
        for side in ([found.below for found in each], [found.above for found in each])
    )  # fmt: skip
    words = sides(
        [("minder vaak vooraf duidelijk", below), ("vaker vooraf duidelijk", above)], "dan bij andere producten"
    )
    if words:
        return f"Aantoonbaar {words}."
    if not any(found.tested for found in each):
        return f"Er zijn te weinig antwoorden per product om ze te onderscheiden ({TOO_FEW_TO_TELL})."
    return "Geen product valt aantoonbaar op in wat vooraf duidelijk was."


def _is_withheld(rows: Sequence[tuple[str, Breakdown]]) -> bool:
    """Whether counts of products that are shown are not told, so that nothing can be tested."""
    return any(found.precision != "exact" and not found.suppressed for _, found in rows)


def share_of(product: str, breakdown: Breakdown, key: str) -> Score | None:
    """The share of one option for one product as a figure; None where it may not be shown."""
    option = next((option for option in breakdown.options if option.key == key), None)
    if option is None or option.count is None:
        return None
    return Score(key, product, "agree", option.n, Fraction(option.count))
