"""Readers of days by name and of the hours within them: "yesterday", "this morning", "Christmas Eve", "8:03 a.m."."""

import datetime
import re

import msgspec

from dateline.records import Interval
from dateline.times.calendar import DAY, OPEN
from dateline.times.dates import RELATIVES, STORY_WORDS, relative_count
from dateline.times.grammar import Found
from dateline.times.situation import Resolved, Situation


def read_deictic(found: Found, at: Situation) -> Resolved | None:
    """ "today", "yesterday", "tonight"."""
    if found.has("tonight"):
        return Resolved(type="TIME", value=f"{at.today.isoformat()}TNI", anchor=at.today.isoformat(), basis=at.basis)
    if found.has("named_day"):
        return Resolved(value=found.word("named_day") or "", basis="stated")
    day = at.today + (found.number("deictic") or 0) * DAY
    return Resolved(value=day.isoformat(), anchor=at.today.isoformat(), basis=at.basis)


def read_daypart(found: Found, at: Situation) -> Resolved | None:
    """A part of the day: of today ("this morning"), of yesterday ("last night"), or of the story's ("that evening")."""
    if found.has("overnight"):
        return _night(at)
    part, relative = found.word("daypart") or "", found.word(*RELATIVES)
    if relative is None and not (found.has("the") or part.startswith("T")):
        return None
    origin = at.now if relative in ("this", "last") else at.told if relative else at.told_day
    step = -1 if relative == "last" else 1 if relative in ("next", "following") else 0
    return at_time(origin.unit("day", step), part_value(part))


def at_time(day: Resolved, time: str) -> Resolved:
    """A time of a day, which may be one of several ("XXXX-XX-XX")."""
    return msgspec.structs.replace(day, type="TIME", value=day.value + time)


def _night(at: Situation) -> Resolved:
    """ "overnight": the night before today, or the one after it."""
    future = at.direction() == "future"
    day = at.today if future else at.today - DAY
    interval = Interval(day, day + DAY)
    return Resolved(
        type="TIME", value=f"{day.isoformat()}TNI", anchor=at.today.isoformat(), basis=at.basis, interval=interval
    )


def part_value(part: str) -> str:
    """The end of a TIMEX3 value for a part of the day: "TMO", "T12:00"."""
    return part if part.startswith("T") else f"T{part}"


def read_clock(found: Found, at: Situation) -> Resolved | None:
    """A time of the clock on the story's day."""
    clock = clock_value(found)
    if clock is None or (found.lexemes[0].kind == "clock" and not _plainly_clock(found)):
        return None
    return at_time(at.told_day.unit("day", 0), f"T{clock}")


def _plainly_clock(found: Found) -> bool:
    """A bare "2:15" may be a score or a verse: it needs "a.m.", a zone, or a preposition of time."""
    return found.has("meridiem", "zone", "daypart") or bool(
        found.before and found.before.kind in ("in", "by", "until", "from", "since", "to", "before", "after")
    )


def clock_value(found: Found) -> str | None:
    """HH:MM (or HH:MM:SS) of the time that the words name, on a clock of 24 hours; None where there is none."""
    numbers = _clock_numbers(found)
    if numbers is None:
        return None
    part = {"AF": "p", "EV": "p", "NI": "p", "MO": "a"}.get(found.word("daypart") or "")
    hour = _on_24(numbers[0], found.word("meridiem") or part)
    if hour > 24 or any(n > 59 for n in numbers[1:]):
        return None
    return ":".join(f"{n:02}" for n in (hour, *numbers[1:]))


def _clock_numbers(found: Found) -> list[int] | None:
    form = found.word("clock")
    if form is not None:
        return [int(n) for n in form.split(":")]
    if found.has("meridiem", "oclock"):
        return [_hour(found), 0]
    # "0430 UTC"
    together = found.number("integer", "year") if found.has("zone") else None
    return None if together is None else list(divmod(together, 100))


def _hour(found: Found) -> int:
    mark = next(i for i, lexeme in enumerate(found.lexemes) if lexeme.kind in ("meridiem", "oclock"))
    payload = found.lexemes[mark - 1].payload
    return payload if isinstance(payload, int) else 99


def _on_24(hour: int, meridiem: str | None) -> int:
    if meridiem == "p" and hour < 12:
        return hour + 12
    return 0 if meridiem == "a" and hour == 12 else hour


def read_holiday(found: Found, at: Situation) -> Resolved | None:
    """A holiday, of a named year or the closest one in the direction of the verb."""
    name = found.word("holiday") or ""
    year, relative = found.number("year"), found.word(*RELATIVES)
    if year:
        return Resolved(value=holiday(name, year).isoformat(), basis="stated")
    if relative and found.has("yearly"):
        day = holiday(name, at.today.year + relative_count(relative))
    else:
        day = _closest_holiday(name, relative, at)
    return Resolved(value=day.isoformat(), anchor=at.today.isoformat(), basis=at.basis)


def _closest_holiday(name: str, relative: str | None, at: Situation) -> datetime.date:
    days = [holiday(name, at.today.year + n) for n in (-1, 0, 1)]
    if relative and relative not in STORY_WORDS:
        if relative_count(relative) < 0:
            return max(d for d in days if d < at.today)
        if relative_count(relative) > 0:
            return min(d for d in days if d > at.today)
        return days[1]
    direction = at.direction()
    if direction == "past":
        return max(d for d in days if d <= at.today)
    if direction == "future":
        return min(d for d in days if d >= at.today)
    return min(days, key=lambda d: (abs((d - at.today).days), d))


def holiday(name: str, year: int) -> datetime.date:
    """The day of a holiday: "12-25", or a movable one by name with days after it ("easter-2")."""
    fixed = re.fullmatch(r"(\d\d)-(\d\d)", name)
    if fixed:
        return datetime.date(year, int(fixed[1]), int(fixed[2]))
    base, offset = re.fullmatch(r"([a-z]+)([+-]\d+)?", name).groups()  # type: ignore[union-attr]
    return _MOVABLE[base](year) + int(offset or 0) * DAY


def easter(year: int) -> datetime.date:
    """Easter Sunday of the Gregorian calendar (anonymous computus; Meeus, Astronomical Algorithms, chapter 8)."""
    century, rest = divmod(year, 100)
    golden = year % 19
    moon = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (rest // 4) - moon - rest % 4) % 7
    late = (golden + 11 * moon + 22 * weekday) // 451
    month, day = divmod(moon + weekday - 7 * late + 114, 31)
    return datetime.date(year, month, day + 1)


def _nth_weekday(year: int, month: int, weekday: int, number: int) -> datetime.date:
    first = datetime.date(year, month, 1)
    return first + ((weekday - first.isoweekday()) % 7 + 7 * (number - 1)) * DAY


def _last_monday_of_may(year: int) -> datetime.date:
    last = datetime.date(year, 5, 31)
    return last - (last.isoweekday() - 1) * DAY


_MOVABLE = {
    "easter": easter,
    "thanksgiving": lambda year: _nth_weekday(year, 11, 4, 4),
    "labor": lambda year: _nth_weekday(year, 9, 1, 1),
    "king": lambda year: _nth_weekday(year, 1, 1, 3),
    "presidents": lambda year: _nth_weekday(year, 2, 1, 3),
    "memorial": _last_monday_of_may,
}


def read_vague(found: Found, at: Situation) -> Resolved | None:
    """ "recently", "in recent months", "now", "soon": a reference to past, present or future that no day bounds."""
    value = found.word("past_vague", "present", "future_vague") or ("PAST_REF" if found.has("recent") else "FUTURE_REF")
    interval = {"PAST_REF": Interval(None, at.today), "FUTURE_REF": Interval(at.today, None)}.get(value, OPEN)
    return Resolved(value=value, anchor=at.today.isoformat(), basis=at.basis, interval=interval)
