"""Terugkomen."""

from lib.report.pages import terugkomen
from lib.ui import draw

draw.page(terugkomen.page)
