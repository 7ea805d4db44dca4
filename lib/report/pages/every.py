"""Every page that is a function of a view, by its path."""

from collections.abc import Callable, Mapping

from lib.report.blocks import Page
from lib.report.pages import producten, scores, terugkomen, toelichting, verdeling, verloop
from lib.report.view import View

Make = Callable[[View], Page]
PAGES: Mapping[str, Make] = {
    module.SLUG: module.page for module in (scores, terugkomen, verdeling, producten, verloop, toelichting)
}
