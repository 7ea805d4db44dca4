"""For whom figures are made: the owner of the file, the people in a room, or whoever gets what leaves the app."""

from typing import Literal

Audience = Literal["explore", "room", "publish"]
