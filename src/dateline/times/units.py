"""Readers of counted units: "last year", "the following month", "the past ten years", "three days ago"."""

import datetime

import msgspec

from dateline.records import Interval
from dateline.times.calendar import Unit, grain_of, interval_of, shift, shift_day, unit_value
from dateline.times.clock import at_time, part_value
from dateline.times.dates import RELATIVES, STORY_WORDS, relative_count
from dateline.times.durations import amount_of, duration_value, loosened, read_duration, unit_of
from dateline.times.grammar import Found
from dateline.times.situation import Origin, Resolved, Situation


def read_unit(found: Found, at: Situation) -> Resolved | None:
    """A unit counted from publication ("last year") or from the story ("the following month", "later in the day")."""
    unit, relative = unit_of(found), found.word(*RELATIVES)
    if unit is None or unit[0] in ("minute", "hour"):
        return None
    if relative == "past" or _is_stretch(found, relative):
        return _span(found, at, 1, back=True) if found.has("the") else None
    if found.has("before", "after"):
        return at.now.unit(unit[0], (-2 if found.has("before") else 2) * unit[1])
    if relative is None and unit[0] == "weekend" and not found.has("rest"):
        return _weekend(at)
    if _is_ten_years_or_more(relative, unit[0]) or _is_ahead(found, relative):
        return _span(found, at, 1, back=relative_count(relative or "") < 0)
    told = _is_told(found, unit[0], relative, at)
    if relative is None and unit[0] == "quarter" and not told and not found.has("edge", "rest", "early", "late"):
        # Results are told of a quarter that is over.
        return at.now.unit("quarter", 0 if at.direction() == "future" else -1)
    origin = at.told if told else at.now
    count = relative_count(relative or "this") * unit[1]
    return _last_century(origin.unit(unit[0], count), found, at) or origin.unit(unit[0], count)


def _is_ten_years_or_more(relative: str | None, unit: Unit) -> bool:
    """ "the last decade" and "the next century" are counted from today, not by the calendar."""
    return unit in ("decade", "century") and relative in ("last", "past", "next", "coming")


def _is_ahead(found: Found, relative: str | None) -> bool:
    """ "over the next year", "within the next month" begin today."""
    before = found.before.payload if found.before else None
    return relative in ("next", "coming") and found.has("the") and before in ("over", "within", "during", "throughout")


def _last_century(resolved: Resolved, found: Found, at: Situation) -> Resolved | None:
    """ "mid-century" of what has happened, where today's is still to come."""
    begins = interval_of(resolved.value).earliest
    if not found.has("mid") or found.word("unit") != "century" or begins is None or at.direction() != "past":
        return None
    return at.now.unit("century", -1) if at.today.year - begins.year < 50 else None


def _is_stretch(found: Found, relative: str | None) -> bool:
    """ "over the last year" lasts a year; "the last year" is one of the calendar."""
    before = found.before.payload if found.before else None
    return relative == "last" and found.has("the") and before in ("for", "over")


def _is_told(found: Found, unit: Unit, relative: str | None, at: Situation) -> bool:
    """Whether the unit is counted from the story: by its word, or because today's would be wrong for the verb."""
    if relative is None:
        named = at.story is not None and grain_of(at.story) == unit
        return unit == "day" or (named and not found.has("edge", "rest")) or _is_over(found, unit, at)
    return relative in STORY_WORDS or (relative == "next" and found.has("the") and not found.has("yearly", "quarter"))


def _is_over(found: Found, unit: Unit, at: Situation) -> bool:
    """ "at the end of the month" of a thing that happened, where today's month has not ended."""
    if found.word("edge") != "END" or at.story is None or at.direction() != "past":
        return False
    end = interval_of(unit_value(at.today, unit)).latest
    return end is not None and end > at.today


def _weekend(at: Situation) -> Resolved:
    """ "the weekend": the last one that has begun, or the coming one."""
    begun = at.today.isoweekday() >= 6
    return at.now.unit("weekend", 0 if begun or at.direction() == "future" else -1)


def read_same_period(_found: Found, at: Situation) -> Resolved | None:
    """ "the same quarter last year": the story's time, a year before; last year where the story has none."""
    grain = grain_of(at.story) if at.story else None
    if at.story is None or grain not in ("month", "quarter", "half"):
        return at.now.unit("year", -1)
    earlier = shift(interval_of(at.story), -1, "year").earliest
    return Resolved(value=unit_value(earlier, grain), anchor=at.story, basis="story") if earlier else None


def read_span(found: Found, at: Situation) -> Resolved | None:
    """ "the past ten years", "the next six months": a duration that ends or begins today."""
    relative = found.word("last", "next") or ""
    if relative in STORY_WORDS:
        return read_duration(found, at)
    return _span(found, at, amount_of(found), back=relative_count(relative) < 0)


def _span(found: Found, at: Situation, amount: float | None, *, back: bool) -> Resolved | None:
    value, unit = duration_value(found), unit_of(found)
    counted = found.has("cardinal", "few", "day_number", "number_word", "integer", "decimal", "year")
    if value is None or unit is None or (unit[0] in ("minute", "hour") and not counted):
        return None
    other = None
    if amount is not None and amount == int(amount):
        count = _whole_days(int(amount), unit[0]) if unit[0] in ("minute", "hour") else int(amount) * unit[1]
        other = shift_day(at.today, -count if back else count, "day" if unit[0] in ("minute", "hour") else unit[0])
    interval = Interval(other, at.today) if back else Interval(at.today, other)
    return Resolved(type="DURATION", value=value, anchor=at.now.anchor, basis=at.now.basis, interval=interval)


def _whole_days(amount: int, unit: Unit) -> int:
    """The days that so many hours or minutes can reach into."""
    return -(-amount // (24 if unit == "hour" else 1440))


def read_ago(found: Found, at: Situation) -> Resolved | None:
    """ "two months ago": the whole unit that lies so far back."""
    amount = 1.0 if found.lexemes[0].kind == "yearly" else amount_of(found)
    resolved = _offset(found, at, at.now, amount, back=True)
    if resolved is None or not found.has("or", "to") or amount is None:
        return resolved
    least = min(float(n) for n in found.all("day_number", "integer", "decimal", "number_word"))
    nearer = _offset(found, at, at.now, least, back=True)
    days = Interval(_days(resolved).earliest, _days(nearer).latest) if nearer is not None else _days(resolved)
    return msgspec.structs.replace(resolved, mod="APPROX", interval=days)


def _days(resolved: Resolved) -> Interval:
    return resolved.interval or interval_of(resolved.value)


def read_offset(found: Found, at: Situation) -> Resolved | None:
    """ "two days later", "a year earlier", "the day before": counted from the story; "from now" from publication."""
    if found.has("daypart"):
        day = at.told_day.unit("day", -1 if found.has("before") else 1)
        return at_time(day, part_value(found.word("daypart") or ""))
    amount = 1.0 if found.has("before", "after") else None if found.lexemes[0].kind == "units" else amount_of(found)
    origin = at.now if found.has("hence") else at.told
    return _offset(found, at, origin, amount, back=found.has("earlier", "before"))


def _offset(found: Found, at: Situation, origin: Origin, amount: float | None, *, back: bool) -> Resolved | None:
    unit, mod = unit_of(found), found.word("approx") or ("MORE_THAN" if found.word("during") == "over" else None)
    if unit is None or amount is None:
        return _vague(origin, mod, at, back=back)
    count = -amount if back else amount
    if amount != int(amount):
        return origin.unit("month", round(count * 12)) if unit[0] == "year" else None
    if unit[0] in ("minute", "hour"):
        return _hours(origin, at, int(count), unit[0])
    resolved = origin.unit(unit[0], int(count) * unit[1])
    if mod is None:
        return resolved
    days = resolved.interval or interval_of(resolved.value)
    return msgspec.structs.replace(resolved, mod=mod, interval=loosened(days, mod, unit[0], later=not back))


def _vague(origin: Origin, mod: str | None, at: Situation, *, back: bool) -> Resolved:
    value = "PAST_REF" if back else "FUTURE_REF"
    interval = Interval(None, origin.latest) if back else Interval(origin.earliest, None)
    if not back and origin.earliest <= at.today and at.direction() == "past":
        value, interval = "PAST_REF", Interval(origin.earliest, at.today)
    return Resolved(value=value, mod=mod, anchor=origin.anchor, basis=origin.basis, interval=interval)


def _hours(origin: Origin, at: Situation, count: int, unit: str) -> Resolved:
    """Hours and minutes from the time of publication; where no time is known, the days that they can reach."""
    step = datetime.timedelta(hours=count) if unit == "hour" else datetime.timedelta(minutes=count)
    if at.clock is not None and origin == at.now:
        moment = datetime.datetime.combine(at.today, datetime.time.fromisoformat(at.clock.zfill(5))) + step
        anchor = f"{at.today.isoformat()}T{at.clock}"
        return Resolved(type="TIME", value=moment.isoformat(timespec="minutes"), anchor=anchor, basis=origin.basis)
    begin = datetime.datetime.combine(origin.earliest, datetime.time.min)
    end = datetime.datetime.combine(origin.latest, datetime.time.max)
    days = Interval((begin + min(step, 0 * step)).date(), (end + max(step, 0 * step)).date())
    value = origin.earliest.isoformat() if origin.day else "PAST_REF" if count < 0 else "FUTURE_REF"
    return Resolved(value=value, anchor=origin.anchor, basis=origin.basis, interval=days)
