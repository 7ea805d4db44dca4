"""Publicatiecheck."""

from lib.ui import checking

checking.show()
