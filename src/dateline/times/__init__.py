"""Time expressions: found, normalised to TIMEX3, and tied to the days that they cover."""

from dateline.times.calendar import OPEN, grain_of, interval_of, lasting, shift, shift_day, unit_value
from dateline.times.finding import find_times
from dateline.times.tense import direction_of, governing_verb

__all__ = [
    "OPEN",
    "direction_of",
    "find_times",
    "governing_verb",
    "grain_of",
    "interval_of",
    "lasting",
    "shift",
    "shift_day",
    "unit_value",
]
