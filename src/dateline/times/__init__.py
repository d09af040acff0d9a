"""Time expressions: found, normalised to TIMEX3, and tied to the days that they cover."""

from dateline.times.calendar import interval_of, shift, unit_value
from dateline.times.finding import find_times

__all__ = ["find_times", "interval_of", "shift", "unit_value"]
