"""Verloop."""

from lib.report.pages import verloop
from lib.ui import draw

draw.page(verloop.page)
