"""Accounts of figures as HTML: a line per figure that opens to how it was made."""

from collections.abc import Sequence

from markupsafe import Markup

from lib.report.provenance import FACTS, Account
from lib.survey.visible import visible


def to_html(accounts: Sequence[Account]) -> Markup:
    """The accounts in the given order; a single one stands open."""
    start = (
        Markup('<details class="km-account" open>') if len(accounts) == 1 else Markup('<details class="km-account">')
    )
    return Markup("").join(
        Markup("{}<summary>{}</summary><dl>{}</dl></details>").format(start, visible(account.title), _facts(account))
        for account in accounts
    )


def _facts(account: Account) -> Markup:
    return Markup("").join(
        Markup("<dt>{}</dt><dd>{}</dd>").format(name, visible(account.facts[name]))
        for name in FACTS
        if name in account.facts
    )
