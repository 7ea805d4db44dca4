"""How a figure was made: rule, source, selection, base and who is outside it, the exact value and how
sure it is. The same account stands on the page, in the workbook and, as values, in the JSON."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from lib.figures.audience import Audience
from lib.figures.base import MINIMUM_BASE, VERDICT_BASE
from lib.figures.breakdowns import Breakdown
from lib.figures.channel import ChannelFigures
from lib.figures.compare import Difference
from lib.figures.counts import Counts
from lib.figures.keys import FigureKey, key_of
from lib.figures.scores import Score
from lib.figures.suppression import leaves_few
from lib.report import dutch, sentences
from lib.report.score_tables import VERDICT_WORDS
from lib.survey.dataset import Source
from lib.survey.scales import OUTSIDE_LABELS

BASE_RULE = (
    f"Onder n = {MINIMUM_BASE} staat er geen cijfer; van {MINIMUM_BASE} tot en met {VERDICT_BASE - 1} is het indicatief en "
    "volgt er geen oordeel."
)
BENCHMARK_RULE = (
    "BM is gepubliceerd als afgerond getal en geldt hier als vast: alles wat daarop afrondt, telt als gelijk."
)
VERDICT_RULE = (
    f"Hoger of lager staat er als een toets op 5% dat laat zien. {BENCHMARK_RULE} Omdat er meer vragen tegelijk worden "
    "vergeleken, is er gecorrigeerd (Holm). Zijn minder dan vijf klanten het eens of oneens, dan is de toets op een percentage "
    "exact (binomiaal). Gaf iedereen hetzelfde rapportcijfer, dan is er niets te toetsen. Liggen minder dan 100 cijfers vrijwel "
    "allemaal aan één einde van de schaal, dan telt een verschil alleen als het blijft staan met één antwoord aan het andere "
    "einde erbij. Bij scheef verdeelde cijfers en minder dan 100 antwoorden kan een onterecht oordeel toch vaker voorkomen dan "
    "5 van de 100 keer."
)
COMPARE_RULE = (
    "Hoger of lager staat er als een toets op 5% dat laat zien: Welch voor rapportcijfers, een toets op twee aandelen voor "
    "percentages (exact, Fisher, bij weinig antwoorden), en voor CES het interval van het verschil. Omdat er meer vragen tegelijk "
    "worden vergeleken, is er gecorrigeerd (Holm)."
)
INTERVAL_RULE = (
    "Het 95%-interval zegt hoe zeker een cijfer is: zou het onderzoek vaak worden herhaald, dan ligt het cijfer van alle "
    "klanten in 95 van de 100 keer binnen zo'n interval (Student t voor rapportcijfers, Wilson voor percentages, twee "
    "Wilson-intervallen samen voor CES). Gaf iedereen hetzelfde rapportcijfer, dan is er geen interval."
)
OTHER_RULE = "Overig is een enquête met eigen vragen, zonder BM; hoe de antwoorden zich verdelen, staat op Verdeling."
# Who is in the base of a breakdown, in words.
CUSTOM_BASE = "iedereen die de vraag kreeg of beantwoordde"
REPEAT_VISIT_BASE = "iedereen die de vraag beantwoordde; weet ik niet (meer) is een antwoord"
INFORMATION_BASE = "iedereen aan wie de vraag is gesteld; meer antwoorden mogen"
_NOT_TOLD = "niet getoond: met het totaal ernaast zou het verraden wat enkele klanten antwoordden"
_FEW_COLUMNS = 3

# The names of the facts, in the order in which they stand everywhere.
FACTS = (
    "Regel",
    "Bron",
    "Selectie",
    "n",
    "Buiten de noemer",
    "Onafgerond",
    "Som en aantal",
    "95%-interval",
    "BM",
    "Toets",
)


@dataclass(frozen=True)
class Account:
    """One figure accounted for: its name with the figure as shown, and what is known of how it was
    made, by the names of `FACTS`; what does not apply is left out. `key`: where it is found; None of what lies between two
    selections."""

    title: str
    facts: Mapping[str, str]
    key: FigureKey | None = None


@dataclass(frozen=True)
class Context:
    """What the accounts of a channel have in common: the selection in words, and by item the base
    over everyone, which decides whether exact sums may be told. `is_owner`: for the owner of the file, who may know
    that nobody is outside a base."""

    channel: str
    selection: str
    bases: Mapping[str, int]
    is_owner: bool = True

    def may_be_exact(self, figure: Score) -> bool:
        """Whether the sum behind a figure gives nobody away."""
        return (
            not figure.suppressed
            and figure.precision == "exact"
            and not leaves_few(figure.n, self.bases.get(figure.key, figure.n))
        )


def context(found: ChannelFigures, counts: Counts, audience: Audience = "explore") -> Context:
    """What is needed to account for the figures of a channel."""
    words = sentences.selection_sentence(
        found.channel, found.selection, found.shown_responses, found.first_day, found.last_day
    )
    return Context(found.channel, words, counts.bases, audience == "explore")


def of_figure(figure: Score, given: Context) -> Account:
    """The account of a score."""
    facts = {
        "Regel": rule_of(figure),
        "Bron": sources_words(figure.sources),
        "Selectie": given.selection,
        "n": "niet getoond" if figure.shown_n is None else f"{dutch.number(figure.shown_n)} antwoorden",
    }
    value = dutch.NOT_SHOWN
    if not figure.suppressed:
        value = dutch.figure(dutch.shown(figure.value, figure.unit), figure.unit)
        if figure.precision == "exact" and (figure.outside or given.is_owner):
            facts["Buiten de noemer"] = outside_words(figure.outside) or "niemand"
        exact = given.may_be_exact(figure)
        facts["Onafgerond"] = dutch.unrounded(figure.value, figure.unit) if exact else _NOT_TOLD
        if exact and (sums := _sum_words(figure)):
            facts["Som en aantal"] = sums
        facts["95%-interval"] = dutch.interval(figure.interval, figure.unit, extra=1)
        facts |= _test_facts(figure)
    return Account(f"{figure.label}: {value}", facts, key_of(given.channel, figure))


def _test_facts(figure: Score) -> dict[str, str]:
    """What the figure was compared with, and the outcome."""
    if figure.is_partial:
        return {"BM": "niet vergeleken: BM gaat over alle onderdelen"}
    if figure.benchmark is None:
        return {}
    benchmark = dutch.figure(dutch.shown_benchmark(figure.benchmark, figure.unit), figure.unit)
    facts = {"BM": f"{benchmark} ({figure.benchmark_year})" if figure.benchmark_year else benchmark}
    if figure.p is not None:
        adjusted = None if figure.unit == "effort" else figure.p_adjusted
        facts["Toets"] = _test_words(figure.p, adjusted) + f": {VERDICT_WORDS[figure.verdict]}"
    return facts


def _test_words(p: float, adjusted: float | None) -> str:
    """ "p = 0,004, na correctie 0,036"."""
    words = f"p {_p(p)}"
    return words if adjusted is None else f"{words}, na correctie (Holm) {_p(adjusted)}"


def _p(p: float) -> str:
    text = dutch.chance(p)
    return text if text.startswith("kleiner") else f"= {text}"


def of_difference(row: Difference, names: tuple[str, str]) -> Account:
    """The account of a difference between two selections, called `names`."""
    unit = row.one.unit
    facts = {
        "Regel": f"{rule_of(row.one)}; het verschil is dat tussen de twee afgeronde cijfers",
        "Bron": sources_words((*row.one.sources, *row.other.sources)),
        "n": f"{dutch.people(row.one.shown_n)} ({names[0]}) en {dutch.people(row.other.shown_n)} ({names[1]}) antwoorden",
    }
    if row.value is not None:
        facts["95%-interval"] = f"van het verschil: {dutch.difference_interval(row.interval, unit)}"
    if row.p is not None:
        facts["Toets"] = _test_words(row.p, row.p_adjusted) + f": {VERDICT_WORDS[row.verdict]}"
    return Account(row.label, facts)


def of_breakdown(label: str, breakdown: Breakdown, base: str, given: Context) -> Account:
    """The account of a breakdown; `base` says in words who is in it."""
    facts = {
        "Regel": f"aandeel van {base}",
        "Bron": sources_words(breakdown.sources),
        "Selectie": given.selection,
        "n": dutch.people(breakdown.shown_n),
    }
    if not breakdown.suppressed and breakdown.precision == "exact":
        if breakdown.outside or given.is_owner:
            facts["Buiten de noemer"] = outside_words(breakdown.outside) or "niemand"
        facts["Onafgerond"] = dutch.enumerate_words(
            [
                f"{option.label} {dutch.unrounded(option.share, 'agree')} ({dutch.number(option.count)} / {dutch.number(option.n)})"
                for option in breakdown.options
                if option.count is not None
            ]
        )
    return Account(label, facts, FigureKey(given.channel, breakdown.item))


def rule_of(figure: Score) -> str:
    """How a figure is made, in words."""
    if figure.unit == "effort":
        return "percentage met weinig of geen moeite min percentage met veel of heel veel moeite"
    if figure.rule == "mean_of_parts":
        rule = "gemiddelde over klanten van het gemiddelde van de onderdelen die zij invulden"
        return f"{rule}, {figure.parts.words}" if figure.is_partial and figure.parts is not None else rule
    if figure.rule == "share_of_answer":
        return "aandeel dat dit antwoord gaf, van iedereen die de vraag kreeg of beantwoordde"
    if figure.unit == "grade":
        return "gemiddelde van de rapportcijfers 1 tot en met 10"
    return "aandeel dat het eens of helemaal eens is"


def _sum_words(figure: Score) -> str:
    """ "24.493 / 2.987"; empty where the figure is no plain sum divided by its base."""
    n = dutch.number(figure.n)
    if figure.unit == "effort":
        return f"({dutch.number(figure.low)} − {dutch.number(figure.high)}) / {n}"
    if figure.rule == "mean_of_parts" or figure.total.denominator != 1:
        return ""
    return f"{dutch.number(int(figure.total))} / {n}"


def sources_words(sources: Sequence[Source]) -> str:
    """The columns that a figure was made of, with their file and sheet."""
    if not sources:
        return "niet bekend"
    places: dict[str, list[str]] = {}
    for source in sources:
        place = source.file if source.sheet is None else f"{source.file}, blad {source.sheet}"
        places.setdefault(place, []).append(source.column)
    return "; ".join(f"{_columns_words(columns)} in {place}" for place, columns in places.items())


def _columns_words(columns: Sequence[str]) -> str:
    quoted = [f"‘{column}’" for column in columns[:_FEW_COLUMNS]]
    more = len(columns) - len(quoted)
    words = dutch.enumerate_words([*quoted, f"{more} andere"] if more else quoted)
    return f"{'kolom' if len(columns) == 1 else 'de kolommen'} {words}"


def outside_words(outside: Mapping[int, int]) -> str:
    """ "28 niet ingevuld en 12 weet niet of geen mening"; empty where nobody is outside the base."""
    return dutch.enumerate_words(
        [f"{dutch.number(count)} {OUTSIDE_LABELS[code]}" for code, count in sorted(outside.items())]
    )


def of_channel(found: ChannelFigures, given: Context) -> list[Account]:
    """The accounts of everything in the column of one channel on the page Overzicht."""
    shown = found.figures if found.is_custom_survey else (found.overall, found.effort)
    return [of_figure(figure, given) for figure in shown if figure is not None]


def tips_lines(written: int, said_yes: int | None) -> list[str]:
    """What the counts on the page of tips are counts of; `said_yes` is None where that was not asked."""
    asked = [
        f"Geschreven tips: {dutch.number(written)}. Een streepje, een punt, x, nvt, geen of nee telt niet als tip.",
        f"Klanten die zeiden een suggestie te hebben: {dutch.number(said_yes or 0)}; niet iedereen schreef die op.",
    ]
    return [
        *([] if said_yes is None else asked),
        f"Een gemiddelde is van het totaaloordeel van wie schreven en een cijfer gaven; het staat er pas vanaf {MINIMUM_BASE}.",
        f"Product, maand en cijfer staan alleen bij een antwoord als ten minste {MINIMUM_BASE} klanten in de selectie dat product "
        "hadden; de maand alleen als zij dat product in die maand hadden. Een filter op cijfer of terugkomen laat andere "
        "antwoorden weg.",
    ]
