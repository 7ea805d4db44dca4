"""Producten."""

from lib.report.pages import producten
from lib.ui import draw

draw.page(producten.page)
