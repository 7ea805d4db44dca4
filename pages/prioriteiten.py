"""Prioriteiten."""

from lib.report.pages import prioriteiten
from lib.ui import draw

draw.page(prioriteiten.page)
