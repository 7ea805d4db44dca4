"""Toelichting: every term and rule, in words for a council member."""

from lib.ui import components

components.title("Toelichting")
