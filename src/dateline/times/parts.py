"""Parts of units ("late 2011", "the first half of the year") and of days ("Friday morning", "Friday at 8 p.m.")."""

import datetime

import msgspec

from dateline.records import Interval
from dateline.times.calendar import DAY, grain_of, interval_of
from dateline.times.clock import clock_value, part_value
from dateline.times.grammar import Found
from dateline.times.situation import Resolved, Situation

# First and last part of a unit that is early, in the middle, late: in its days, months or years. The end of a year is
# its last quarter.
_SHARES = {"START": (0.0, 0.34), "MID": (0.33, 0.67), "END": (0.66, 1.0)}
_YEAR_MONTHS = {"START": (1, 3), "MID": (4, 9), "END": (10, 12)}
_DECADE_YEARS = {"START": (0, 3), "MID": (3, 6), "END": (6, 9)}
_CENTURY_YEARS = {"START": (0, 33), "MID": (33, 66), "END": (66, 99)}
_MONTH_DAYS = {"START": (1, 10), "MID": (11, 20), "END": (21, 31)}


def with_surroundings(resolved: Resolved, found: Found) -> Resolved:
    """A day with the part of the day or the clock time that stands beside it."""
    if not found.around or "T" in resolved.value:
        return resolved
    beside = found.only(found.around)
    if beside.has("overnight") or (found.kind == "day_range" and beside.word("daypart") == "NI"):
        return _night_of(resolved, beside)
    clock, part = clock_value(beside), beside.word("daypart")
    if grain_of(resolved.value) != "day" or (clock is None and part is None):
        return resolved
    suffix = f"T{clock}" if clock else part_value(part or "")
    return msgspec.structs.replace(resolved, type="TIME", value=resolved.value + suffix)


def _night_of(resolved: Resolved, beside: Found) -> Resolved:
    """ "overnight Monday", "overnight into Tuesday", "the night of 3 to 4 March": a night belongs to two days."""
    days = interval_of(resolved.value)
    if days.earliest is None or days.latest is None:
        return resolved
    first = days.earliest - DAY * (days.is_day and beside.has("into", "to"))
    nights = Interval(first, max(days.latest, first + DAY))
    return msgspec.structs.replace(resolved, type="TIME", value=f"{first.isoformat()}TNI", interval=nights)


def with_part(resolved: Resolved, found: Found, at: Situation) -> Resolved:
    """A unit with the words that single out a part of it, which become its mod and bound its interval."""
    beside = found.only(found.lead + found.lexemes if found.kind in ("unit", "decade", "century") else found.lead)
    if beside.has("half"):
        return _half(resolved, beside)
    if beside.has("earlier", "later", "rest"):
        return _before_or_after_now(resolved, beside.has("earlier"), at)
    mod = beside.word("early", "late", "mid", "edge")
    if mod is None:
        return resolved
    return msgspec.structs.replace(resolved, mod=mod, interval=part_of(resolved.value, mod))


def _half(resolved: Resolved, beside: Found) -> Resolved:
    second = beside.number("ordinal", "second_word") == 2
    if grain_of(resolved.value) == "year":
        return msgspec.structs.replace(resolved, value=f"{resolved.value}-H{2 if second else 1}")
    days = interval_of(resolved.value)
    if days.earliest and days.latest:
        middle = days.earliest + (days.latest - days.earliest) // 2
        days = Interval(middle, days.latest) if second else Interval(days.earliest, middle)
    return msgspec.structs.replace(resolved, mod="END" if second else "START", interval=days)


def _before_or_after_now(resolved: Resolved, earlier: bool, at: Situation) -> Resolved:
    """ "earlier this year": the part of a unit still running that lies before today; a day stays whole."""
    grain = grain_of(resolved.value)
    if grain == "day" or grain is None:
        return resolved
    rest = Interval(None, at.today) if earlier else Interval(at.today, None)
    interval = interval_of(resolved.value).intersection(rest)
    return msgspec.structs.replace(resolved, mod="START" if earlier else "END", interval=interval)


def part_of(value: str, mod: str) -> Interval:
    """The days of the START, MID or END of a unit; a day is not divided."""
    days, grain = interval_of(value), grain_of(value)
    if days.earliest is None or days.latest is None or grain in ("day", None):
        return days
    if grain == "year":
        first, last = _YEAR_MONTHS[mod]
        return Interval(interval_of(f"{value}-{first:02}").earliest, interval_of(f"{value}-{last:02}").latest)
    if grain in ("decade", "century"):
        begin, end = (_DECADE_YEARS if grain == "decade" else _CENTURY_YEARS)[mod]
        year = days.earliest.year // 10 * 10
        return Interval(datetime.date(max(year + begin, 1), 1, 1), datetime.date(year + end, 12, 31))
    if grain == "month":
        return _days_of_month(days.earliest, days.latest, mod)
    return _share(days.earliest, days.latest, mod)


def _days_of_month(first: datetime.date, last: datetime.date, mod: str) -> Interval:
    begin, end = _MONTH_DAYS[mod]
    return Interval(first.replace(day=begin), first.replace(day=min(end, last.day)))


def _share(first: datetime.date, last: datetime.date, mod: str) -> Interval:
    length = (last - first).days + 1
    begin, end = _SHARES[mod]
    return Interval(first + int(length * begin) * DAY, first + (min(int(length * end) + 1, length) - 1) * DAY)
