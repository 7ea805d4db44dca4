"""Toelichting."""

from lib.report.pages import toelichting
from lib.ui import draw

draw.page(toelichting.page)
