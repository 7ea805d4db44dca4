"""Presenteren."""

from lib.ui import presenting

presenting.show()
