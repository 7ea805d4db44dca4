"""The parts of the page Overzicht: a column per channel, and the products under them."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from fractions import Fraction

import streamlit as st
from markupsafe import Markup

from lib.figures.base import is_suppressed
from lib.figures.channel import ChannelFigures, YearScore
from lib.figures.counts import Counts
from lib.figures.products import hidden_products, product_table
from lib.figures.scores import Score
from lib.figures.selection import Selection
from lib.figures.standing_out import among_questions, error_of
from lib.render.html import term
from lib.report import charts, custom_tables, dutch, provenance, sentences, tip_tables, workbook
from lib.report.provenance import Account
from lib.report.score_tables import (
    SIGNS,
    VERDICT_WORDS,
    base_words,
    benchmark_text,
    difference_text,
    products_table,
    table_scores,
    value_text,
)  # fmt: skip
from lib.report.standing_words import not_apart
from lib.report.tables import Table
from lib.session.session import Session
from lib.survey.catalogue import ALL_CHANNELS, CHANNEL_LABELS, CHANNELS
from lib.ui import components, filters, theme

_HOW_MANY = 2  # so many items are named on either side of BM


def columns(selection: Selection, found: Mapping[str, ChannelFigures]) -> list[str]:
    """The channels that have a column: those of the klantmonitor, also where no export of them is open. Not the
    surveys with nothing but questions of their own, and where only those are open none."""
    with_data = [name for name, each in found.items() if not each.is_custom_survey]
    if selection.channel is not None or not with_data:
        return with_data
    return [name for name in ALL_CHANNELS if name in with_data or (name in CHANNELS and name not in found)]


def own_survey(found: ChannelFigures, counts: Counts) -> None:
    """What there is of a survey with nothing but questions of its own: the respons and the questions."""
    components.section(CHANNEL_LABELS[found.channel])
    if found.responses == 0:
        components.note("Niemand in deze selectie (n = 0).")
        return
    st.html(
        Markup('<p class="km-counts"><span>{} <strong>{}</strong></span></p>').format(
            term("Respons"), dutch.number(found.responses)
        )
    )
    components.table(custom_tables.questions_table(found, counts), f"eigen_vragen_{found.channel}")
    if st.button(
        "Verdeling van de antwoorden",
        icon=":material/arrow_forward:",
        type="tertiary",
        on_click=filters.choose_channel,
        args=(found.channel,),
        key=f"naar_verdeling_{found.channel}",
    ):
        st.switch_page("pages/verdeling.py")


def channel(name: str, found: ChannelFigures | None) -> None:
    """One column: the totaaloordeel big, then what belongs to it, then a link to the scores."""
    st.header(CHANNEL_LABELS[name], anchor=False)
    if found is None:
        components.note(f"Geen export van {CHANNEL_LABELS[name].lower()} geopend. Voeg hem toe op Gegevens.")
        return
    if found.responses == 0:
        components.note("Niemand in deze selectie (n = 0).")
        return
    st.html(
        Markup('<div class="km-channel">{}{}{}{}{}</div>').format(
            _overall(found), _history(found), _counts(found), _effort(found), _best_and_weakest(found)
        )
    )
    if st.button(
        f"Scores {CHANNEL_LABELS[name].lower()}",
        icon=":material/arrow_forward:",
        type="tertiary",
        on_click=filters.choose_channel,
        args=(name,),
        key=f"naar_scores_{name}",
    ):
        st.switch_page("pages/scores.py")


def _overall(found: ChannelFigures) -> Markup:
    score = found.overall
    if score is None:
        return Markup('<p class="km-quiet">{}</p>').format("Geen kolom herkend als totaaloordeel.")
    name = "km-none" if score.suppressed else ""
    return Markup(
        '<p class="km-score"><b class="{}">{}</b> <span>{}<br><span class="km-quiet">{}</span></span></p>'
    ).format(name, value_text(score), term("Totaaloordeel"), base_words(score.n))


def _history(found: ChannelFigures) -> Markup:
    """BM and the own figures of other years, small. A mean over years stands beside neither: then the
    figure of each of its years."""
    score = found.overall
    if score is None:
        return Markup("")
    if len(found.years) > 1:
        told = f"gemiddelde over {sentences.years_words(found.years)}; kies links één jaar om met BM te vergelijken"
        inside = [year for year in found.trend if year.year in found.years]
        return Markup('<p class="km-quiet">{}<br>Per jaar: {}</p>').format(told, " · ".join(map(_year, inside)))
    benchmark = Markup("")
    if score.benchmark is not None and not score.suppressed:
        text = f" {score.benchmark_year}: {benchmark_text(score)} ({difference_text(score)}, {VERDICT_WORDS[score.verdict]})"
        benchmark = term("BM") + text
    elif score.benchmark is None:
        benchmark = Markup("Geen {} voor het totaaloordeel").format(term("BM"))
    years = [_year(year) for year in found.trend if found.last_day is not None and year.year < found.last_day.year]
    earlier = Markup("<br>Eerder in {}").format(" · ".join(years)) if years else Markup("")
    return Markup('<p class="km-quiet">{}{}</p>').format(benchmark, earlier)


def _year(year: YearScore) -> str:
    value = dutch.figure(year.published, "grade") if year.score is None else value_text(year.score)
    return f"{year.year}: {value}"


def _counts(found: ChannelFigures) -> Markup:
    counts = (("Respons", found.responses), ("Reviews", found.reviews), ("Tips", found.tips))
    return Markup('<p class="km-counts">{}</p>').format(
        Markup("").join(
            Markup("<span>{} <strong>{}</strong></span>").format(
                term(label), dutch.NOT_ASKED if count is None else dutch.number(count)
            )
            for label, count in counts
        )
    )


def _effort(found: ChannelFigures) -> Markup:
    effort = found.effort
    if effort is None:
        return Markup("")
    if effort.suppressed:
        return Markup("<p>{} {}</p>").format(term("CES"), dutch.NOT_SHOWN)
    value = dutch.figure(dutch.shown(effort.value, "effort"), "effort")
    bm = (
        ""
        if effort.benchmark is None
        else f" · BM {effort.benchmark_year}: {benchmark_text(effort)} ({difference_text(effort)}, {VERDICT_WORDS[effort.verdict]})"
    )
    return Markup('<p>{} <strong>{}</strong> <span class="km-quiet">{}{}</span></p>').format(
        term("CES"), value, base_words(effort.n), bm
    )


def _best_and_weakest(found: ChannelFigures) -> Markup:
    """Up to two items demonstrably above BM and two below, the furthest of them; without BM those that
    stand out among themselves."""
    scores = table_scores(found)
    if any(score.verdict in ("higher", "lower", "no_difference") for score in scores):
        above = sorted((score for score in scores if score.verdict == "higher"), key=_rank, reverse=True)
        below = sorted((score for score in scores if score.verdict == "lower"), key=_rank)
        return _short_list("Aantoonbaar boven BM", above) + _short_list("Aantoonbaar onder BM", below)
    units = [score.unit for score in scores]
    alike = [score for score in scores if score.unit == max(units, key=units.count) and score.value is not None]
    standing = among_questions([error_of(score) for score in alike])
    if not standing.tested:
        return Markup("")
    if not standing.any:
        return Markup('<p class="km-quiet">{}</p>').format(not_apart("de vragen onderling"))
    return _short_list("Aantoonbaar hoger dan de rest", [alike[place] for place in standing.above]) + _short_list(
        "Aantoonbaar lager dan de rest", [alike[place] for place in standing.below]
    )


def _rank(score: Score) -> tuple[float, float]:
    """By the difference as it is shown, then by the exact one."""
    difference = dutch.difference(score.value, score.benchmark, score.unit)
    return (float(difference or 0), float((score.value or 0) - Fraction(score.benchmark or 0)))


def _short_list(title: str, scores: Sequence[Score]) -> Markup:
    """A few items with their figure, difference and the sign of the verdict, and how many more there are;
    "geen" where there are none."""
    rows = Markup("").join(
        Markup('<dt>{}</dt><dd><strong>{}</strong></dd><dd class="km-quiet">{}</dd>').format(
            score.label,
            value_text(score),
            f"{difference_text(score)} {SIGNS.get(score.verdict, '')}" if score.benchmark is not None else "",
        )
        for score in scores[:_HOW_MANY]
    )
    more = len(scores) - _HOW_MANY
    if more > 0:
        rows += Markup('<dt class="km-quiet">en {} andere</dt><dd></dd><dd></dd>').format(dutch.count_word(more))
    return Markup("<h3>{}</h3><dl>{}</dl>").format(title, rows or Markup("<dt>geen</dt><dd></dd><dd></dd>"))


def products(channels: Sequence[ChannelFigures], counts: Mapping[str, Counts]) -> None:
    """The totaaloordeel per product: a picture and the table, one channel at a time."""
    with_products = [found for found in channels if found.products and found.overall is not None]
    if not with_products:
        return
    st.header("Totaaloordeel per product", anchor=False)
    tabs = (
        st.tabs([CHANNEL_LABELS[found.channel] for found in with_products])
        if len(with_products) > 1
        else [st.container()]
    )
    for tab, found in zip(tabs, with_products, strict=True):
        with tab:
            _products_of(found, counts[found.channel])


def _products_of(found: ChannelFigures, counts: Counts) -> None:
    assert found.overall is not None
    text = sentences.products_finding(found)
    components.note(text)
    components.chart(charts.products_chart(found.products, found.overall, theme.palette()), text)
    if any(not score.suppressed for score in found.products):
        withheld = hidden_products(product_table(counts, counts.select(found.selection)), "totaaloordeel")
        components.table(products_table(found), f"producten_{found.channel}", in_file=products_table(found, withheld))


def download(workspace: Session, selection: Selection, channels: Sequence[ChannelFigures]) -> None:
    """All figures of the selection as a workbook with the tips that were approved, made when somebody asks
    for it."""
    st.download_button(
        "Download alle cijfers (Excel)",
        lambda: workbook.workbook(channels, workspace.counts, _approved_tips(workspace, selection, channels)),
        workbook.file_name(channels),
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        type="tertiary",
        icon=":material/download:",
        on_click="ignore",
        key="download_werkboek",
    )


def _approved_tips(workspace: Session, selection: Selection, channels: Sequence[ChannelFigures]) -> Table | None:
    """The chosen tips within the selection; None where nothing is chosen, so that nothing needs to be covered."""
    shown = [found.channel for found in channels if not is_suppressed(found.responses)]
    if not len(workspace.choice):
        return None
    told = workspace.tips.masked(selection, shown, workspace.tips.questions(shown), workspace.themes)
    return tip_tables.approved_table(tip_tables.approved(workspace.choice, told))


def accounts(channels: Sequence[ChannelFigures], counts: Mapping[str, Counts]) -> list[Account]:
    """How the figures of this page are made, channel by channel."""
    found = []
    for channel in channels:
        label = CHANNEL_LABELS[channel.channel]
        given = provenance.context(channel, counts[channel.channel])
        found += [
            replace(account, title=f"{label}, {account.title}") for account in provenance.of_channel(channel, given)
        ]
    return found
