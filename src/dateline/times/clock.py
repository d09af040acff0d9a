"""Hours of days: "8:03 a.m.", "noon local time", "0430 GMT", "1730 hours", "three in the afternoon"."""

import msgspec

from dateline.times.calendar import OPEN
from dateline.times.durations import amount_of
from dateline.times.grammar import Found
from dateline.times.situation import Resolved, Situation


def at_time(day: Resolved, time: str) -> Resolved:
    """A time of a day, which may be one of several ("XXXX-XX-XX")."""
    return msgspec.structs.replace(day, type="TIME", value=day.value + time)


def part_value(part: str) -> str:
    """The end of a TIMEX3 value for a part of the day: "TMO", "T12:00"."""
    return part if part.startswith("T") else f"T{part}"


def read_clock(found: Found, at: Situation) -> Resolved | None:
    """A time of the clock on the story's day."""
    clock = clock_value(found)
    if clock is None or (_may_be_number(found) and not _plainly_clock(found)):
        return None
    origin = at.near_day
    if origin is None:
        return Resolved(type="TIME", value=f"XXXX-XX-XXT{clock}", basis=at.basis, interval=OPEN)
    return at_time(origin.unit("day", 0), f"T{clock}")


def _may_be_number(found: Found) -> bool:
    return found.lexemes[0].kind == "clock" or not found.has("meridiem", "zone", "oclock", "clock")


def _plainly_clock(found: Found) -> bool:
    """A bare "2:15" may be a score or a verse: it needs "a.m.", a zone, or a preposition of time."""
    before = found.before.kind if found.before else None
    if found.has("clock") and found.has("meridiem", "zone", "daypart"):
        return True
    return before in ("in", "by", "until", "from", "since", "to", "before", "after", "approx")


def clock_value(found: Found) -> str | None:
    """HH:MM (or HH:MM:SS) of the time that the words name, on a clock of 24 hours; None where there is none."""
    part = found.word("daypart") or ""
    numbers = _clock_numbers(found)
    if numbers is None:
        return part[1:] if part.startswith("T") and found.has("zone") else None
    half = {"AF": "p", "EV": "p", "MO": "a"}.get(part) or ("p" if part == "NI" and numbers[0] in _NIGHT else None)
    hour = _on_24(numbers[0], found.word("meridiem") or half)
    if hour > 24 or any(n > 59 for n in numbers[1:]):
        return None
    return ":".join(f"{n:02}" for n in (hour, *numbers[1:]))


_NIGHT = range(6, 12)
"""The hours of a night that are those before midnight."""


def _clock_numbers(found: Found) -> list[int] | None:
    form = found.word("clock")
    if form is not None:
        return [int(n) for n in form.split(":")]
    if found.has("meridiem", "oclock"):
        return [_hour(found), 0]
    if found.has("daypart") and not found.has("zone"):
        hour = amount_of(found)
        return [int(hour), 0] if hour is not None and 1 <= hour <= 12 else None
    # "0430 UTC", "1730 hours"
    military = found.has("zone") or found.word("units") == "hour"
    together = found.number("integer", "year") if military else None
    return None if together is None else list(divmod(together, 100))


def _hour(found: Found) -> int:
    mark = next(i for i, lexeme in enumerate(found.lexemes) if lexeme.kind in ("meridiem", "oclock"))
    payload = found.lexemes[mark - 1].payload
    return payload if isinstance(payload, int) else 99


def _on_24(hour: int, meridiem: str | None) -> int:
    if meridiem == "p" and hour < 12:
        return hour + 12
    return 0 if meridiem == "a" and hour == 12 else hour
