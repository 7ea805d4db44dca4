"""Vergelijken."""

from lib.report.pages import vergelijken
from lib.ui import draw

draw.page(vergelijken.page)
