"""The days of holidays: fixed ones, and those that follow the week, the moon, or another calendar.

Christian, Hebrew and American dates are exact. Those of the Islamic calendar come from its tables and may be a day off,
since the new moon must be seen; those of the Chinese and Hindu calendars from the computed new moon.
"""

import datetime
import re
from math import floor, radians, sin

from dateline.records import Interval
from dateline.times.calendar import DAY


class Feast(Interval, frozen=True):
    """The days of a holiday; `exact` is False where each end may be a day off."""

    exact: bool = True


_FIXED = re.compile(r"(\d\d)-(\d\d)")
_NAMED = re.compile(r"([a-z_]+)([+-]\d+)?")


def feasts(name: str, year: int) -> list[Feast]:
    """All that begin in a year: "12-25", or a movable one by name with days after it ("easter-2"), in order.

    The American Election Day is that of the even years.

    Raises ValueError outside the years 1 to 9999.
    """
    fixed = _FIXED.fullmatch(name)
    if fixed:
        day = datetime.date(year, int(fixed[1]), int(fixed[2]))
        return [Feast(day, day)]
    base, offset = _NAMED.fullmatch(name).groups()  # type: ignore[union-attr]
    if base in _ISLAMIC:
        return _islamic_feasts(base, year)
    if base == "election" and year % 2:
        return []
    day = _MOVABLE[base](year) + int(offset or 0) * DAY
    return [Feast(day, day, exact=base not in _LUNAR)]


def easter(year: int) -> datetime.date:
    """Easter Sunday of the Gregorian calendar (anonymous computus; Meeus, Astronomical Algorithms, chapter 8)."""
    century, rest = divmod(year, 100)
    golden = year % 19
    moon = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (rest // 4) - moon - rest % 4) % 7
    late = (golden + 11 * moon + 22 * weekday) // 451
    month, day = divmod(moon + weekday - 7 * late + 114, 31)
    return datetime.date(year, month, day + 1)


def orthodox_easter(year: int) -> datetime.date:
    """Easter Sunday of the Julian calendar, as a Gregorian day (Meeus, chapter 8)."""
    moon = (19 * (year % 19) + 15) % 30
    weekday = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7
    month, day = divmod(moon + weekday + 114, 31)
    return datetime.date(year, month, day + 1) + (year // 100 - year // 400 - 2) * DAY


def _nth_weekday(year: int, month: int, weekday: int, number: int) -> datetime.date:
    first = datetime.date(year, month, 1)
    return first + ((weekday - first.isoweekday()) % 7 + 7 * (number - 1)) * DAY


def _last_monday_of_may(year: int) -> datetime.date:
    last = datetime.date(year, 5, 31)
    return last - (last.isoweekday() - 1) * DAY


# The tables of the civil Islamic calendar: 30 years of 10,631 days, odd months of 30 days, leap years as below.
_ISLAMIC_EPOCH = datetime.date(622, 7, 18)
_CYCLE, _CYCLE_DAYS = 30, 10631


def _islamic_day(year: int, month: int, day: int) -> datetime.date:
    leaps = (11 * year + 3) // _CYCLE
    months = 29 * (month - 1) + month // 2
    return _ISLAMIC_EPOCH + (354 * (year - 1) + leaps + months + day - 1) * DAY


_ISLAMIC = {
    "ramadan": (9, 1, 30), "eid_fitr": (10, 1, 3), "eid_adha": (12, 10, 4), "ashura": (1, 10, 1),
    "islamic_year": (1, 1, 1), "mawlid": (3, 12, 1),
}  # fmt: skip
"""Month, day and length of each."""


def _islamic_feasts(name: str, year: int) -> list[Feast]:
    month, day, length = _ISLAMIC[name]
    about = (year - 622) * 33 // 32
    begins = [_islamic_day(about + n, month, day) for n in (-1, 0, 1, 2) if about + n > 0]
    return [Feast(b, b + (length - 1) * DAY, exact=False) for b in begins if b.year == year]


def _rosh_hashanah(year: int) -> datetime.date:
    """The first day of the Hebrew year that begins in a Gregorian year, from the molad and its four postponements.

    Days and parts (1,080 an hour) are counted from the molad of the year 1 (Dershowitz and Reingold, Calendrical
    Calculations).
    """
    hebrew = year + 3761
    return datetime.date(1, 1, 1) + (_hebrew_days(hebrew) - 1373428) * DAY


def _hebrew_days(year: int) -> int:
    """Days from the Hebrew epoch to the new year of a Hebrew year."""
    days = [_molad_day(year + n) for n in (-1, 0, 1)]
    if days[2] - days[1] == 356:
        return days[1] + 2
    return days[1] + (1 if days[1] - days[0] == 382 else 0)


def _molad_day(year: int) -> int:
    months = (235 * year - 234) // 19
    parts = 12084 + 13753 * months
    day = 29 * months + parts // 25920
    return day + (1 if 3 * (day + 1) % 7 < 3 else 0)


def _passover(year: int) -> datetime.date:
    return _rosh_hashanah(year) - 163 * DAY


def _hanukkah(year: int) -> datetime.date:
    first, following = _rosh_hashanah(year), _rosh_hashanah(year + 1)
    long_autumn = (following - first).days in (355, 385)
    return first + (84 if long_autumn else 83) * DAY


def _new_moon(number: int) -> float:
    """The Julian day (UT, about) of a new moon, counted from the first of 2000 (Meeus, chapter 49, main terms)."""
    t = number / 1236.85
    sun = radians(2.5534 + 29.10535670 * number)
    moon = radians(201.5643 + 385.81693528 * number)
    node = radians(160.7108 + 390.67050284 * number)
    mean = 2451550.09766 + 29.530588861 * number + 0.00015437 * t * t
    return (
        mean - 0.4072 * sin(moon) + 0.17241 * sin(sun) + 0.01608 * sin(2 * moon) + 0.01039 * sin(2 * node)
        + 0.00739 * sin(moon - sun) - 0.00514 * sin(moon + sun) + 0.00208 * sin(2 * sun) - 0.0007
    )  # fmt: skip


def _new_moon_from(day: datetime.date, hours: float) -> datetime.date:
    """The first day from `day` on with a new moon, in a zone so many hours ahead of Greenwich."""
    julian = day.toordinal() + 1721424.5 - hours / 24
    number = floor((julian - 2451550.1) / 29.530588861) - 1
    while (moment := _new_moon(number)) < julian:
        number += 1
    return datetime.date.fromordinal(floor(moment + hours / 24 - 1721424.5))


def _lunar_new_year(year: int) -> datetime.date:
    """In Beijing the second new moon after that of the month which holds the winter solstice; a day off in 1916."""
    moons = [_new_moon_from(datetime.date(year - 1, 11, 23), 8)]
    for _ in range(3):
        moons.append(_new_moon_from(moons[-1] + DAY, 8))
    solstice = datetime.date(year - 1, 12, 22)
    return moons[3] if moons[1] <= solstice else moons[2]


def _diwali(year: int) -> datetime.date:
    """The evening in India before the new moon of mid-October to mid-November."""
    return _new_moon_from(datetime.date(year, 10, 17), -9)


_LUNAR = frozenset({"lunar_new_year", "diwali"})

_MOVABLE = {
    "easter": easter,
    "orthodox_easter": orthodox_easter,
    "thanksgiving": lambda year: _nth_weekday(year, 11, 4, 4),
    "labor": lambda year: _nth_weekday(year, 9, 1, 1),
    "king": lambda year: _nth_weekday(year, 1, 1, 3),
    "presidents": lambda year: _nth_weekday(year, 2, 1, 3),
    "columbus": lambda year: _nth_weekday(year, 10, 1, 2),
    "mother": lambda year: _nth_weekday(year, 5, 7, 2),
    "father": lambda year: _nth_weekday(year, 6, 7, 3),
    "election": lambda year: _nth_weekday(year, 11, 1, 1) + DAY,
    "memorial": _last_monday_of_may,
    "rosh_hashanah": _rosh_hashanah,
    "passover": _passover,
    "hanukkah": _hanukkah,
    "lunar_new_year": _lunar_new_year,
    "diwali": _diwali,
}
