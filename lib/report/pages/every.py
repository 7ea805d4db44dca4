"""Every page that is a function of a view, by its path."""

from collections.abc import Callable, Mapping

from lib.report.blocks import Page
from lib.report.pages import (
    informatie,
    overzicht,
    prioriteiten,
    producten,
    scores,
    terugkomen,
    toelichting,
    verdeling,
    vergelijken,
    verloop,
)
from lib.report.view import View

Make = Callable[[View], Page]
PAGES: Mapping[str, Make] = {
    module.SLUG: module.page
    for module in (
        overzicht,
        scores,
        terugkomen,
        informatie,
        overzicht,
        verdeling,
        producten,
        verloop,
        vergelijken,
        prioriteiten,
        toelichting,
    )
}
