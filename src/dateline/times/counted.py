"""Readers of times within or from others: "the first Monday of May", "the week of 9 October", "a week from Friday"."""

import datetime

from dateline.records import Interval
from dateline.times.calendar import DAY, Unit, grain_of, interval_of, lasting, shift_day, unit_value
from dateline.times.dates import closest_weekday, read_month, read_month_day, relative_count
from dateline.times.durations import amount_of, duration_value, unit_of
from dateline.times.grammar import Found
from dateline.times.situation import Resolved, Situation


def read_weekday_of_month(found: Found, at: Situation) -> Resolved | None:
    """ "the first Monday of October", "the last Friday in May 2021", "the third Tuesday of next month"."""
    month = _month_of(found, at)
    days = interval_of(month.value) if month is not None else None
    if month is None or days is None or days.earliest is None or days.latest is None:
        return None
    weekday, number = found.number("weekday") or 0, found.number("ordinal", "second_word")
    if number is None:
        day = days.latest - ((days.latest.isoweekday() - weekday) % 7) * DAY
    else:
        day = days.earliest + ((weekday - days.earliest.isoweekday()) % 7 + 7 * (number - 1)) * DAY
    if not days.contains(Interval.day(day)):
        return None
    return Resolved(value=day.isoformat(), anchor=month.anchor, basis=month.basis)


def _month_of(found: Found, at: Situation) -> Resolved | None:
    year, month = found.number("year"), found.number("month", "month_short")
    if month and year:
        return Resolved(value=f"{year:04}-{month:02}", basis="stated")
    if month:
        return read_month(found.only(tuple(x for x in found.lexemes if x.kind != "last")), at)
    relative = [str(p) for p in found.all("last", "next", "this")][-1]
    return at.now.unit("month", relative_count(relative)) if found.word("unit") == "month" else None


def read_month_range(found: Found, at: Situation) -> Resolved | None:
    """ "January-March", "October-December 2019": the year is that of the last month."""
    first, last = (int(n) for n in found.all("month", "month_short"))
    year = found.number("year")
    if year is None:
        later = tuple(x for x in found.lexemes if x.kind in ("month", "month_short"))[1:]
        nearest = read_month(found.only(later), at)
        year = int(nearest.value[:4]) if nearest is not None else at.today.year
        basis, anchor = at.basis, at.today.isoformat()
        return Resolved(value=_months_value(year, first, last), basis=basis, anchor=anchor)
    return Resolved(value=_months_value(year, first, last), basis="stated")


def _months_value(year: int, first: int, last: int) -> str:
    return f"{year - (first > last):04}-{first:02}/{year:04}-{last:02}"


def read_week_of(found: Found, at: Situation) -> Resolved | None:
    """ "the week of October 9": the week that holds it; "the week to October 9": the seven days that end on it."""
    day = read_month_day_or_full(found, at)
    unit = found.word("unit")
    if day is None or unit not in ("week", "weekend"):
        return None
    last = datetime.date.fromisoformat(day.value)
    if found.has("to"):
        value = f"{(last - 6 * DAY).isoformat()}/{day.value}"
        return Resolved(value=value, anchor=day.anchor, basis=day.basis)
    return Resolved(value=unit_value(last, "week" if unit == "week" else "weekend"), anchor=day.anchor, basis=day.basis)


def read_month_day_or_full(found: Found, at: Situation) -> Resolved | None:
    """A day and month, with or without its year."""
    year, month, day = found.number("year"), found.number("month", "month_short"), found.number("day_number", "ordinal")
    if year and month and day:
        return Resolved(value=datetime.date(year, month, day).isoformat(), basis="stated")
    return read_month_day(found, at)


def read_from_day(found: Found, at: Situation) -> Resolved | None:
    """ "a week from Friday", "three days from tomorrow"."""
    unit, amount = unit_of(found), amount_of(found)
    if found.word("from") != "from" or unit is None or amount is None or amount != int(amount):
        return None
    weekday = found.number("weekday")
    day = at.today + (found.number("deictic") or 0) * DAY
    if weekday:
        day = closest_weekday(at.today + DAY, weekday, "future")
    reached = shift_day(day, int(amount) * unit[1], unit[0])
    if reached is None or unit[0] in ("minute", "hour"):
        return None
    return Resolved(value=reached.isoformat(), anchor=day.isoformat(), basis=at.basis)


def ended(found: Found, on: str) -> Interval | None:
    """The days of a length or unit of time that ends with a time: "the three months ended 30 June"."""
    value, last = duration_value(found), interval_of(on).latest
    if value is None or last is None or grain_of(on) not in ("day", "month", "year"):
        return None
    return lasting(value.replace("1Q", "3M"), last=last)


def value_of(days: Interval, unit: Unit) -> str:
    """The unit of the calendar that has just these days; else the first and last of them."""
    if days.earliest is None or days.latest is None:
        return "PAST_REF"
    value = unit_value(days.earliest, unit)
    return value if interval_of(value) == days else f"{days.earliest.isoformat()}/{days.latest.isoformat()}"
