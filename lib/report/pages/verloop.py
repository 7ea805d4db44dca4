"""Verloop: one figure through time."""

from lib.figures.periods import STEPS
from lib.report import provenance, trends
from lib.report.blocks import Accounts, Control, Page, Shown
from lib.report.pages.opening import open_channel
from lib.report.view import View

SLUG, TITLE = "verloop", "Verloop"


def page(view: View) -> Page:
    """The figure of a question, or the share of an answer, per month, quarter or year, and what changed."""
    opened = open_channel(view, SLUG, TITLE, lambda found: bool(found.figures or found.custom), "naar een oordeel")
    if isinstance(opened, Page):
        return opened
    channel = opened.channel
    items = view.questions(channel)
    label = view.choice("verloop_vraag", list(items))
    steps = {trends.STEP_WORDS[step]: step for step in STEPS}
    per = view.choice("per", list(steps), "kwartaal")
    key, option = items[label]
    found = view.trend(channel, key, steps[per], option)
    finding = trends.trend_finding(found)
    name = "_".join(("verloop", channel, key, *([option] if option is not None else [])))
    whole = view.figure(channel, key, option)
    rules = (
        "Het cijfer van elke periode is gemaakt als het cijfer hierboven, over de klanten van die periode.",
        trends.CHANGE_RULE,
        trends.GAP_RULE,
        provenance.BASE_RULE,
        provenance.INTERVAL_RULE,
    )
    return opened.page(
        SLUG,
        TITLE,
        finding,
        trends.trend_picture(found, finding),
        Shown(trends.trend_table(found), name) if found.moments else None,
        Accounts((provenance.of_figure(whole, opened.given),), rules),
        choices=(
            Control("verloop_vraag", "Vraag", tuple(items), label),
            Control("per", "Per", tuple(steps), per, "segments"),
        ),
    )
