"""Readers of days, months and years: "April 3", "the 12th of May 2009", "late 2011", "last Tuesday", "1950-1953"."""

import datetime
import re

from dateline.times.calendar import DAY, unit_value
from dateline.times.grammar import Found
from dateline.times.situation import Direction, Origin, Resolved, Situation

RELATIVES = ("last", "next", "this", "that", "same")
"""The classes of words that place a unit before, at or after another."""

NINE_ELEVEN = (9, 11)
_WEEKDAY_REACH = 3
_NEW_MONTH = 2
"""How many years away a day may lie that a weekday tells apart."""

STORY_WORDS = frozenset({"that", "same", "previous", "following"})
"""The meanings of such words that count from the story and not from today."""


def read_full_date(found: Found, _at: Situation) -> Resolved | None:
    """A day, month and year."""
    if found.has("iso"):
        return _stated(datetime.date.fromisoformat(found.word("iso") or ""))
    if found.has("slash"):
        return _stated(_slash_date(found.word("slash") or ""))
    year, month, day = found.number("year"), _month(found), _day(found)
    return _stated(datetime.date(year, month, day)) if year and month and day else None


def _slash_date(form: str) -> datetime.date:
    # American order, as in the agencies' English, unless only the other order is a date.
    first, second, year = (int(part) for part in re.split("/", form))
    return datetime.date(year, first, second) if first <= 12 else datetime.date(year, second, first)


def _stated(day: datetime.date) -> Resolved:
    return Resolved(value=day.isoformat(), basis="stated")


def _month(found: Found) -> int:
    return found.number("month", "month_short") or 0


def _day(found: Found) -> int:
    return found.number("day_number", "ordinal") or 0


def read_month_day(found: Found, at: Situation) -> Resolved | None:
    """A day and month; the year follows the verb, or the words "last year" after it."""
    month, day = _month(found), _day(found)
    if not month or not day:
        return None
    relative = found.word(*RELATIVES)
    if relative:
        year = int(unit_value(at.today, "year", relative_count(relative)))
        return _day_value(datetime.date(year, month, day), at.now)
    if (month, day) == NINE_ELEVEN and found.after is not None and found.after.payload == "attacks":
        return Resolved(value="2001-09-11", basis="stated")
    chosen = nearest_day(at.today, month, day, at.direction(), found.number("weekday", "weekday_short"))
    return _day_value(chosen, at.now) if chosen else None


def nearest_day(
    today: datetime.date, month: int, day: int, direction: Direction, weekday: int | None = None
) -> datetime.date | None:
    """The closest such day in a direction, today included; one of that weekday, where a year near by has it.

    29 February waits for a leap year.
    """
    days = [d for year in range(today.year - 8, today.year + 9) if (d := _date_or_none(year, month, day))]
    if direction == "past":
        days = [d for d in days if d <= today]
    if direction == "future":
        days = [d for d in days if d >= today]
    fitting = [d for d in days if d.isoweekday() == weekday and abs(d.year - today.year) <= _WEEKDAY_REACH]
    return min(fitting or days, key=lambda d: (abs((d - today).days), d), default=None)


def _date_or_none(year: int, month: int, day: int) -> datetime.date | None:
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None


def read_day_range(found: Found, at: Situation) -> Resolved | None:
    """Two days of one month: "May 3-5", "from 3 to 5 May 2010"."""
    month, (first, last) = _month(found), [int(n) for n in found.all("day_number", "ordinal")][:2]
    between = found.before is not None and found.before.payload == "between"
    if found.has("and") and not between and last != first + 1:
        return None
    year = found.number("year")
    start = _date_or_none(year, month, first) if year else nearest_day(at.today, month, first, at.direction())
    if start is None or last <= first:
        return None
    value = f"{start.isoformat()}/{start.replace(day=last).isoformat()}"
    return Resolved(value=value, basis="stated" if year else at.basis, anchor=None if year else at.today.isoformat())


def read_month_year(found: Found, at: Situation) -> Resolved | None:
    """A month and a year, the year as a number or as "last year"."""
    month, stated = _month(found), found.number("year")
    if stated:
        return Resolved(value=f"{stated:04}-{month:02}", basis="stated")
    relative = found.word(*RELATIVES)
    if relative is None:
        return None
    origin = at.told if relative in STORY_WORDS else at.now
    year = unit_value(origin.earliest, "year", relative_count(relative))
    return Resolved(value=f"{year}-{month:02}", anchor=origin.anchor, basis=origin.basis)


def read_month(found: Found, at: Situation) -> Resolved | None:
    """A month without its year: the closest in the direction of the verb, or that of "last" and "next"."""
    month = _month(found)
    relative = found.word("last", "next")
    this_month = at.today.year * 12 + at.today.month - 1
    back, ahead = (at.today.month - month) % 12, (month - at.today.month) % 12
    if relative:
        step = -(back or 12) if relative_count(relative) < 0 else ahead or 12
    elif back == 0 and at.today.day <= _NEW_MONTH and at.direction() == "past":
        step = -12
    else:
        step = _step(back, ahead, at.direction())
    year, index = divmod(this_month + step, 12)
    return Resolved(value=f"{year:04}-{index + 1:02}", anchor=at.today.isoformat(), basis=at.basis)


def _step(back: int, ahead: int, direction: Direction) -> int:
    if direction == "present":
        return -back if back <= ahead else ahead
    return -back if direction == "past" else ahead


def read_year(found: Found, _at: Situation) -> Resolved | None:
    """A year by its number."""
    year = found.number("year")
    return Resolved(value=f"{year:04}", basis="stated") if year else None


def read_year_range(found: Found, _at: Situation) -> Resolved | None:
    """Two years with a dash: "1950-1953", "2007-08"."""
    first = found.number("year") or 0
    second = [int(n) for n in found.all("year", "day_number", "integer")][1]
    last = second if second > 1000 else first // 100 * 100 + second
    return Resolved(value=f"{first:04}/{last:04}", basis="stated") if first < last else None


def read_weekday(found: Found, at: Situation) -> Resolved | None:
    """A day of the week: that of "last", "next" or of a named week, else the closest in the direction of the verb."""
    weekday = found.number("weekday") or 0
    relative = found.word("last", "next") or found.word(*RELATIVES)
    if relative is None and found.has("unit"):
        return _week_after(found, weekday, at)
    if found.has("day_number"):
        return _weekday_of_month(weekday, _day(found), at)
    if relative and found.has("unit"):
        return _weekday_of_week(found, weekday, relative, at)
    if relative in STORY_WORDS:
        return _day_value(closest_weekday(at.told.latest, weekday, _story_direction(relative)), at.told)
    if relative is None or relative == "this":
        return _day_value(closest_weekday(at.today, weekday, at.direction()), at.now)
    if relative_count(relative) < 0:
        return _day_value(closest_weekday(at.today - DAY, weekday, "past"), at.now)
    return _day_value(closest_weekday(at.today + DAY, weekday, "future"), at.now)


def _week_after(found: Found, weekday: int, at: Situation) -> Resolved | None:
    """ "Friday week", "today week": a week after it, in British English."""
    if found.word("unit") != "week" or not found.words.endswith("week"):
        return None
    day = closest_weekday(at.today, weekday, "future") if weekday else at.today + (found.number("deictic") or 0) * DAY
    return _day_value(day + 7 * DAY, at.now)


def _weekday_of_month(weekday: int, number: int, at: Situation) -> Resolved | None:
    """ "Sunday 17": the closest day of that number that falls on that weekday."""
    days = (at.today + n * DAY for n in range(-62, 63))
    fitting = [d for d in days if d.day == number and d.isoweekday() == weekday]
    return _day_value(min(fitting, key=lambda d: abs((d - at.today).days)), at.now) if fitting else None


def _weekday_of_week(found: Found, weekday: int, relative: str, at: Situation) -> Resolved | None:
    if found.word("unit") != "week":
        return None
    origin = at.told if relative in STORY_WORDS else at.now
    monday = origin.earliest - (origin.earliest.isoweekday() - 1) * DAY
    return _day_value(monday + (7 * relative_count(relative) + weekday - 1) * DAY, origin)


def _story_direction(relative: str | None) -> Direction:
    """ "the following Friday" lies after the story's day, "that Friday" on or before it."""
    return "future" if relative == "following" else "past"


def closest_weekday(today: datetime.date, weekday: int, direction: Direction) -> datetime.date:
    """The closest day of that name in a direction, today included."""
    back, ahead = (today.isoweekday() - weekday) % 7, (weekday - today.isoweekday()) % 7
    return today + _step(back, ahead, direction) * DAY


def _day_value(day: datetime.date, origin: Origin) -> Resolved:
    return Resolved(value=day.isoformat(), anchor=origin.anchor, basis=origin.basis)


def relative_count(word: str) -> int:
    """How many units away "last", "this", "next" and their like lie."""
    return {"last": -1, "past": -1, "previous": -1, "next": 1, "coming": 1, "following": 1}.get(word, 0)
