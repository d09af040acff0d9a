"""The calendar of TIMEX3 values: from a day to the value of its unit, and from a value to its days.

Weeks are ISO 8601 weeks, Monday to Sunday. Seasons are those of the northern hemisphere by whole months (spring is
March to May); winter belongs to the year in which it begins. Years are those of the proleptic Gregorian calendar.
"""

import calendar
import datetime
import re
from collections.abc import Callable
from typing import Literal

from dateline.records import Interval

Unit = Literal[
    "minute", "hour", "day", "week", "weekend", "month", "quarter", "half", "season", "year", "decade", "century"
]

OPEN = Interval(None, None)
DAY = datetime.timedelta(days=1)
SEASON_MONTHS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
_MONTHS_OF = {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120, "century": 1200}


def unit_value(day: datetime.date, unit: Unit, count: int = 0) -> str:
    """The TIMEX3 value of the unit that lies `count` units after the one that holds `day`.

    Raises OverflowError where it lies outside the years 1 to 9999.
    """
    if unit in ("minute", "hour", "day"):
        return (day + count * DAY).isoformat() if unit == "day" else day.isoformat()
    if unit in ("week", "weekend"):
        year, week, _ = (day + 7 * count * DAY).isocalendar()
        return f"{year:04}-W{week:02}" + ("-WE" if unit == "weekend" else "")
    if unit == "season":
        return _season_value(day, count)
    return _month_based_value(day.year * 12 + day.month - 1, unit, count)


def _season_value(day: datetime.date, count: int) -> str:
    index = (day.year * 12 + day.month - 3) // 3 + count
    year, season = divmod(index, 4)
    return f"{_checked(year):04}-{tuple(SEASON_MONTHS)[season]}"


def _month_based_value(months: int, unit: Unit, count: int) -> str:
    size = _MONTHS_OF[unit]
    first = (months // size + count) * size
    year, month = divmod(first, 12)
    _checked(year or 1 if unit in ("decade", "century") else year)
    if unit == "century":
        return f"{year // 100:02}"
    if unit == "decade":
        return f"{year // 10:03}"
    if unit == "year":
        return f"{year:04}"
    marks = {"month": f"{month + 1:02}", "quarter": f"Q{month // 3 + 1}", "half": f"H{month // 6 + 1}"}
    return f"{year:04}-{marks[unit]}"


def _checked(year: int) -> int:
    if not datetime.MINYEAR <= year <= datetime.MAXYEAR:
        raise OverflowError(f"year {year} has no dates")
    return year


def shift(interval: Interval, count: int, unit: Unit) -> Interval:
    """The interval moved by `count` units, each end by itself; the last day of a month stays one.

    Open ends stay open, and an end that would leave the years 1 to 9999 becomes open.
    """
    whole_months = unit in _MONTHS_OF
    earliest, latest = (end and shift_day(end, count, unit) for end in (interval.earliest, interval.latest))
    if whole_months and interval.latest and latest and _is_month_end(interval.latest):
        latest = latest.replace(day=calendar.monthrange(latest.year, latest.month)[1])
    return Interval(earliest, latest)


def shift_day(day: datetime.date, count: int, unit: Unit) -> datetime.date | None:
    """The day `count` units later; the 31st may become the 30th; None outside the years 1 to 9999."""
    try:
        if unit in _MONTHS_OF or unit == "season":
            return _shift_months(day, count * _MONTHS_OF.get(unit, 3))
        size = {"week": 7, "weekend": 7, "minute": 0, "hour": 0}.get(unit, 1)
        return day + count * size * DAY
    except (OverflowError, ValueError):
        return None


def _shift_months(day: datetime.date, months: int) -> datetime.date:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    _checked(year)
    return datetime.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


_DURATION = re.compile(r"P(\d+)([DWMQY])|PT\d.*")
_DURATION_UNITS: dict[str, Unit] = {"D": "day", "W": "week", "M": "month", "Q": "quarter", "Y": "year"}


def lasting(value: str, *, first: datetime.date | None = None, last: datetime.date | None = None) -> Interval | None:
    """The days of a thing of a TIMEX3 duration that begins on `first` or ends on `last`, both included.

    "P3D" that ends on a Saturday is Thursday to Saturday. None where the duration is vague ("PXD") or no day is given.
    """
    match, day = _DURATION.fullmatch(value), first or last
    if match is None or day is None:
        return None
    if match[1] is None:
        return Interval.day(day)
    count, unit = int(match[1]), _DURATION_UNITS[match[2]]
    if first:
        other = shift_day(day, count, unit)
        return Interval(day, other and max(other - DAY, day))
    other = shift_day(day + DAY, -count, unit) if day < datetime.date.max else None
    return Interval(other and min(other, day), day)


def _is_month_end(day: datetime.date) -> bool:
    return day.day == calendar.monthrange(day.year, day.month)[1]


def interval_of(value: str) -> Interval:
    """All days that a TIMEX3 value covers; open where it names none (durations, sets, vague references)."""
    if "/" in value:
        first, last = (interval_of(part) for part in value.split("/", 1))
        ordered = not (first.earliest and last.latest and first.earliest > last.latest)
        return Interval(first.earliest, last.latest) if ordered else OPEN
    for pattern, days in _READERS:
        match = pattern.fullmatch(value)
        if match:
            try:
                return days(*(int(g) if g.isdigit() else g for g in match.groups()))
            except (ValueError, OverflowError):
                return OPEN
    return OPEN


def months(year: int, month: int, count: int) -> Interval:
    """`count` whole months from a month on. Raises ValueError outside the years 1 to 9999."""
    last_year, last_month = divmod(year * 12 + month - 2 + count, 12)
    last = calendar.monthrange(last_year, last_month + 1)[1]
    return Interval(datetime.date(year, month, 1), datetime.date(last_year, last_month + 1, last))


def _week(year: int, week: int) -> Interval:
    return Interval(datetime.date.fromisocalendar(year, week, 1), datetime.date.fromisocalendar(year, week, 7))


def _weekend(year: int, week: int) -> Interval:
    return Interval(datetime.date.fromisocalendar(year, week, 6), datetime.date.fromisocalendar(year, week, 7))


def _years(first: int, last: int) -> Interval:
    return Interval(datetime.date(max(first, 1), 1, 1), datetime.date(last, 12, 31))


def _season(year: int, season: str) -> Interval:
    return months(year, SEASON_MONTHS[season], 3)


_READERS: tuple[tuple[re.Pattern[str], Callable[..., Interval]], ...] = (
    (re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:T.*)?"), lambda y, m, d: Interval.day(datetime.date(y, m, d))),
    (re.compile(r"(\d{4})-(\d\d)"), lambda y, m: months(y, m, 1)),
    (re.compile(r"(\d{4})"), lambda y: _years(y, y)),
    (re.compile(r"(\d{4})-W(\d\d)"), _week),
    (re.compile(r"(\d{4})-W(\d\d)-WE"), _weekend),
    (re.compile(r"(\d{4})-Q([1-4])"), lambda y, q: months(y, 3 * q - 2, 3)),
    (re.compile(r"(\d{4})-H([12])"), lambda y, h: months(y, 6 * h - 5, 6)),
    (re.compile(r"(\d{4})-(SP|SU|FA|WI)"), _season),
    (re.compile(r"(\d{3})"), lambda d: _years(10 * d, 10 * d + 9)),
    (re.compile(r"(\d\d)"), lambda c: _years(100 * c, 100 * c + 99)),
    # Fiscal years begin in any month, and are named after the year they begin or end in.
    (re.compile(r"FY(\d{4})(?:-[QH]\d)?"), lambda y: Interval(datetime.date(y - 1, 1, 1), datetime.date(y + 1, 3, 31))),
)

_GRAINS: tuple[tuple[re.Pattern[str], Unit], ...] = (
    (re.compile(r"\d{4}-\d\d-\d\d(T.*)?"), "day"),
    (re.compile(r"\d{4}-\d\d"), "month"),
    (re.compile(r"\d{4}"), "year"),
    (re.compile(r"\d{4}-W\d\d"), "week"),
    (re.compile(r"\d{4}-W\d\d-WE"), "weekend"),
    (re.compile(r"\d{4}-Q\d"), "quarter"),
    (re.compile(r"\d{4}-H\d"), "half"),
    (re.compile(r"\d{4}-(SP|SU|FA|WI)"), "season"),
    (re.compile(r"\d{3}"), "decade"),
    (re.compile(r"\d\d"), "century"),
)


def grain_of(value: str) -> Unit | None:
    """The unit of the calendar that a TIMEX3 value names; None for all other values."""
    return next((unit for pattern, unit in _GRAINS if pattern.fullmatch(value)), None)
