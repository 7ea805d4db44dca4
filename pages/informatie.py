"""Informatie vooraf."""

from lib.report.pages import informatie
from lib.ui import draw

draw.page(informatie.page)
