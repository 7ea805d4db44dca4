"""Scores en BM."""

from lib.report.pages import scores
from lib.ui import draw

draw.page(scores.page)
