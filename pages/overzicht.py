"""Overzicht."""

from lib.report.pages import overzicht
from lib.ui import draw

draw.page(overzicht.page)
