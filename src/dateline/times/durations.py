"""Readers of durations and of repeated times: "three-day", "more than four years", "every Monday", "twice a month"."""

from dateline.records import Interval
from dateline.times.calendar import OPEN, Unit, interval_of, shift
from dateline.times.grammar import Found
from dateline.times.situation import Resolved, Situation

_CODES = {
    "second": "TS", "minute": "TM", "hour": "TH", "day": "D", "week": "W", "weekend": "WE", "month": "M",
    "quarter": "Q", "year": "Y",
}  # fmt: skip
_MULTIPLES: dict[str, tuple[str, int]] = {
    "fortnight": ("week", 2),
    "decade": ("year", 10),
    "century": ("year", 100),
    "millennium": ("year", 1000),
}
_UNIT_KINDS = ("unit", "yearly", "quarter", "units", "second_word", "short_unit", "long_unit")
_CALENDAR_UNITS: dict[str, tuple[Unit, int]] = {
    "minute": ("minute", 1), "hour": ("hour", 1), "day": ("day", 1), "week": ("week", 1), "weekend": ("weekend", 1),
    "fortnight": ("week", 2), "month": ("month", 1), "quarter": ("quarter", 1), "year": ("year", 1),
    "decade": ("decade", 1), "century": ("century", 1), "millennium": ("century", 10),
}  # fmt: skip


def unit_word(found: Found) -> str | None:
    """The last unit that the words name, "second" to "millennium"."""
    units = [str(p) if p != 2 else "second" for p in found.all(*_UNIT_KINDS)]
    return units[-1] if units else None


def unit_of(found: Found) -> tuple[Unit, int] | None:
    """The unit of the calendar and how many of it one such unit holds ("fortnight": two weeks)."""
    return _CALENDAR_UNITS.get(unit_word(found) or "")


def amount_of(found: Found) -> float | None:
    """How many: a number, 1 for an article, a half; None where the words leave it vague."""
    if found.has("few"):
        return None
    numbers = [float(n) for n in found.all("day_number", "year", "integer", "decimal")]
    amount = numbers[-1] if numbers else _spelt([int(n) for n in found.all("number_word")])
    half = 0.5 if found.has("half") else 0.0
    if amount is None:
        whole = found.has("a") and (not half or found.has("and"))
        amount = 1.0 if whole else 0.0 if half else None
    return None if amount is None else amount + half


def _spelt(words: list[int]) -> float | None:
    """ "twenty five" is 25, "two hundred" is 200, and of "five or six" the last counts."""
    total = 0
    for word in words:
        if total and word in (12, 100, 1000):
            total *= word
        elif total >= 20 and total % 10 == 0 and word < 10:
            total += word
        else:
            total = word
    return float(total) if words else None


def duration_value(found: Found) -> str | None:
    """The TIMEX3 value of an amount of a unit ("P3D", "PT2H", "P10Y", "PXM"); None without a unit."""
    word = unit_word(found)
    if word is None:
        return None
    base, size = _MULTIPLES.get(word, (word, 1))
    amount = amount_of(found)
    if amount is None and not found.has("few", "units"):
        amount = 1.0
    number = "X" if amount is None else f"{amount * size:g}" if amount * size < 1e6 else str(int(amount * size))
    code = _CODES[base]
    return f"PT{number}{code[1:]}" if code.startswith("T") else f"P{number}{code}"


def loosened(days: Interval, mod: str, unit: Unit, *, later: bool) -> Interval:
    """Days counted by an inexact amount, later or earlier than their anchor.

    "More than two years ago" is open on the far side; "nearly" and "about" may be a unit off.
    """
    if mod in ("MORE_THAN", "EQUAL_OR_MORE"):
        return Interval(days.earliest, None) if later else Interval(None, days.latest)
    around = Interval(shift(days, -1, unit).earliest, shift(days, 1, unit).latest)
    if mod == "APPROX":
        return around
    return Interval(around.earliest, days.latest) if later else Interval(days.earliest, around.latest)


def read_duration(found: Found, at: Situation) -> Resolved | None:
    """An amount of time, tied to no day by its own words but for "all week"."""
    value = duration_value(found)
    if value is None:
        return None
    unit = unit_of(found)
    if found.words.lower().startswith("all ") and unit is not None and unit[0] in ("day", "week", "month", "year"):
        now = at.now.unit(unit[0], 0)
        return Resolved(type="DURATION", value=value, anchor=now.value, basis=at.basis, interval=interval_of(now.value))
    return Resolved(type="DURATION", value=value, mod=found.word("approx"), interval=OPEN)


def read_repeated(found: Found, _at: Situation) -> Resolved | None:
    """A time that comes again and again."""
    return Resolved(type="SET", value=_repeated_value(found), interval=OPEN)


def _repeated_value(found: Found) -> str:
    if found.has("often"):
        return found.word("often") or ""
    if found.has("weekday", "weekdays"):
        return _week_days(found.number("weekday", "weekdays") or 0)
    if found.has("month"):
        return f"XXXX-{found.number('month'):02}"
    if found.has("season"):
        return f"XXXX-{found.word('season')}"
    if found.has("holiday"):
        return "P1Y"
    if found.has("daypart", "dayparts"):
        return f"XXXX-XX-XXT{found.word('daypart', 'dayparts')}".replace("TT", "T")
    if found.has("a", "times"):
        return _rate(unit_word(found) or "day")
    return duration_value(found) or "P1D"


def _rate(unit: str) -> str:
    """ "twice a month", "50 minutes a day": once in each such unit."""
    base, size = _MULTIPLES.get(unit, (unit, 1))
    code = _CODES[base]
    return f"PT{size}{code[1:]}" if code.startswith("T") else f"P{size}{code}"


def _week_days(number: int) -> str:
    return {0: "XXXX-WXX", 8: "XXXX-WXX-WE"}.get(number, f"XXXX-WXX-{number}")
