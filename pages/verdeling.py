"""Verdeling."""

from lib.report.pages import verdeling
from lib.ui import draw

draw.page(verdeling.page)
