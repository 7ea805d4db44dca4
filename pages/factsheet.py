"""Factsheet."""

from lib.ui import factsheets

factsheets.show()
