"""Layouts of drafts that are text: a memo, lists, key and value under each other, bars, distributions, several channels."""

from collections.abc import Sequence

from lib.survey.catalogue import aspects_of
from tests.benchmarks.layouts.printed import Document

NAMES = {"balie": "Balie", "telefoon": "Telefoon", "digitaal": "Digitaal loket"}
_POINTS = ("helemaal_eens", "eens", "neutraal", "oneens", "helemaal_oneens")


def _joined(texts: Sequence[str]) -> bytes:
    return "\n".join(texts).encode()


def memo(channel: str, variant: int) -> Document:
    """A memo in running text, its lines as long as a mail program breaks them."""
    one, other, third = (aspects_of(channel)[(variant + step) % len(aspects_of(channel))] for step in (0, 1, 3))
    lines = [
        "Aan: team dienstverlening, 12 februari 2021", "",
        f"Dit zijn de uitkomsten van {NAMES[channel].lower()} over 2020.", "",
        f"In totaal vulden {{{channel}.responses.own}} klanten de vragenlijst in. Het totaaloordeel is",
        f"een {{{channel}.totaaloordeel.own}}. We kregen {{{channel}.tips.own}} verbetertips.", "",
        f"- {one.label}: {{{channel}.{one.key}.own}} (landelijk {{{channel}.{one.key}.benchmark}})",
        f"- {other.label}: {{{channel}.{other.key}.own}} (landelijk {{{channel}.{other.key}.benchmark}})",
        f"- {third.label}: {{{channel}.{third.key}.own}}, tegen {{{channel}.{third.key}.benchmark}} landelijk", "",
        f"De CES komt uit op {{{channel}.ces.own}}.",
    ]  # fmt: skip
    return Document(f"memo_{channel}_{variant}.txt", tuple(lines), _joined)


def with_base(channel: str, variant: int) -> Document:
    """A list in which each line tells own figure, BM and base in brackets."""
    lines = [
        f"# {NAMES[channel]} 2020",
        "",
        "Per onderdeel het rapportcijfer, de benchmark (BM) en het aantal antwoorden (n).",
        "",
    ]
    for item in aspects_of(channel)[variant % 2 :]:
        key = f"{channel}.{item.key}"
        lines.append(f"* **{item.label}**: {{{key}.own}} (BM {{{key}.benchmark}}, n = {{{key}.n}})")
    lines += ["", f"Totaaloordeel: {{{channel}.totaaloordeel.own}} (n = {{{channel}.totaaloordeel.n}})", "", "Pagina 3"]
    return Document(f"lijst_{channel}_{variant}.md", tuple(lines), _joined)


def cards_down(channel: str, variant: int) -> Document:
    """Cards under each other: the question, then a line each for the own figure and the BM."""
    own = ("Eigen score", "Score", "Ons cijfer")[variant % 3]
    lines = [f"{NAMES[channel]} - kaarten per vraag, meting 2020", ""]
    for item in aspects_of(channel)[: 5 + variant]:
        key = f"{channel}.{item.key}"
        lines += [item.label, f"   {own}: {{{key}.own}}", f"   Benchmark: {{{key}.benchmark}}", ""]
    lines += ["Totaaloordeel", f"   {own}: {{{channel}.totaaloordeel.own}}"]
    return Document(f"kaarten_{channel}_{variant}.txt", tuple(lines), _joined)


def bars(channel: str, variant: int) -> Document:
    """Bars of letters with the figure behind them, an axis under them."""
    sign = "█#="[variant % 3]
    lines = [f"Figuur {variant + 2}. {NAMES[channel]}: scores in 2020", ""]
    width = max(len(item.label) for item in aspects_of(channel)) + 2
    for place, item in enumerate(aspects_of(channel)):
        lines.append(f"{item.label:<{width}}{sign * (20 + 3 * place)}  {{{channel}.{item.key}.own}}")
    if channel == "digitaal":
        lines += [" " * width + "0%      25%       50%       75%      100%"]
    else:
        lines += [" " * width + "2      4      6      8      10"]
    lines += [
        "",
        f"Respons: {{{channel}.responses.own}}    Reviews: {{{channel}.reviews.own}}    Tips: {{{channel}.tips.own}}",
    ]
    return Document(f"balken_{channel}_{variant}.txt", tuple(lines), _joined)


def distribution(variant: int) -> Document:
    """A table of answers in shares, with what agrees behind it, and the grades that were given."""
    lines = ["## Digitaal loket: verdeling van de antwoorden (2020)", ""]
    head = [
        "Stelling",
        "Helemaal mee eens",
        "Mee eens",
        "Neutraal",
        "Mee oneens",
        "Helemaal mee oneens",
        "(Helemaal) eens",
    ]
    lines += ["| " + " | ".join(head) + " |", "|" + "---|" * len(head)]
    for item in aspects_of("digitaal")[variant % 3 :]:
        cells = [
            item.label,
            *(f"{{digitaal.{item.key}.share:{point}}}" for point in _POINTS),
            f"{{digitaal.{item.key}.own}}",
        ]
        lines.append("| " + " | ".join(cells) + " |")
    lines += ["", "## Gegeven rapportcijfers digitaal loket", "", "| Cijfer | Aandeel |", "|---|---|"]
    lines += [f"| {grade} | {{digitaal.totaaloordeel.share:{grade}}} |" for grade in range(1, 11)]
    lines += ["", "Gemiddeld rapportcijfer: {digitaal.totaaloordeel.own}"]
    return Document(f"verdeling_{variant}.md", tuple(lines), _joined)


def channels_beside(variant: int) -> Document:
    """Two channels beside each other with own figure, BM and difference each, under heads in two rows."""
    first, second = (("balie", "telefoon"), ("telefoon", "balie"))[variant % 2]
    own = ("Eigen", "2020", "Score", "Wij")[variant % 4]
    width = 26
    lines = ["Vergelijking van kanalen, 2020", "", f"{'':<{width}}{NAMES[first]:^27}{NAMES[second]:^27}"]
    lines.append(f"{'Onderdeel':<{width}}" + f"{own:>9}{'BM':>9}{'Verschil':>9}" * 2)
    for item in aspects_of("telefoon")[1:]:
        cells = "".join(
            f"{{{channel}.{item.key}.own:>9}}{{{channel}.{item.key}.benchmark:>9}}{{{channel}.{item.key}.difference:>9}}"
            for channel in (first, second)
        )
        lines.append(f"{item.label:<{width}}{cells}")
    lines += [
        "",
        "Totaaloordeel",
        f"{NAMES[first]}: {{{first}.totaaloordeel.own}}",
        f"{NAMES[second]}: {{{second}.totaaloordeel.own}}",
    ]
    return Document(f"kanalen_{variant}.txt", tuple(lines), _joined)
