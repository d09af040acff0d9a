"""Readers of units of the calendar: "last year", "the third quarter of 2008", "the 1990s", "three days ago"."""

import datetime

from dateline.records import Interval
from dateline.times.calendar import OPEN, Unit, grain_of, interval_of, shift, unit_value
from dateline.times.dates import STORY_WORDS, relative_count, story_day
from dateline.times.durations import amount_of, duration_value, unit_of
from dateline.times.grammar import Found
from dateline.times.situation import Resolved, Situation

RELATIVES = ("last", "next", "this", "that", "same")


def read_unit(found: Found, at: Situation) -> Resolved | None:
    """A unit counted from publication ("last year") or from the story ("the following month", "later in the day")."""
    unit, relative = unit_of(found), found.word(*RELATIVES)
    if unit is None or unit[0] in ("minute", "hour"):
        return None
    if relative == "past":
        return _past_unit(found, at)
    if relative is None and unit[0] == "weekend":
        return _weekend(at)
    told = (
        relative in STORY_WORDS or (relative == "next" and found.has("the")) or (relative is None and unit[0] == "day")
    )
    told = told and not found.has("yearly", "quarter") or relative in STORY_WORDS
    base = story_day(at) if told else at.today
    if told and at.story and relative in ("that", "same") and grain_of(at.story) == unit[0]:
        return Resolved(value=at.story, anchor=at.story, basis="story")
    value = unit_value(base, unit[0], relative_count(relative or "this") * unit[1])
    anchor = at.story if told and at.story else at.today.isoformat()
    return Resolved(value=value, anchor=anchor, basis="story" if told and at.story else at.basis)


def _weekend(at: Situation) -> Resolved:
    """ "the weekend": the last one that has begun, or the coming one."""
    begun = at.today.isoweekday() >= 6
    step = 0 if begun or at.direction() == "future" else -1
    return Resolved(value=unit_value(at.today, "weekend", step), anchor=at.today.isoformat(), basis=at.basis)


def _past_unit(found: Found, at: Situation) -> Resolved | None:
    """ "the past week": a duration that ends today."""
    if not found.has("the"):
        return None
    return _span(found, at, 1, back=True)


def read_span(found: Found, at: Situation) -> Resolved | None:
    """ "the past ten years", "the next six months": a duration that ends or begins today."""
    relative = found.word("last", "next") or ""
    if relative == "previous":
        return _plain(found)
    amount = found.number("cardinal") or amount_of(found)
    return _span(found, at, amount, back=relative_count(relative) < 0)


def _plain(found: Found) -> Resolved | None:
    value = duration_value(found)
    return value and Resolved(type="DURATION", value=value)


def _span(found: Found, at: Situation, amount: float | None, *, back: bool) -> Resolved | None:
    value, unit = duration_value(found), unit_of(found)
    if value is None or unit is None:
        return None
    interval = Interval(None, at.today) if back else Interval(at.today, None)
    if amount is not None and amount == int(amount):
        interval = interval.intersection(spanned(at.today, int(amount) * unit[1], unit[0], back=back)) or interval
    return Resolved(type="DURATION", value=value, anchor=at.today.isoformat(), basis=at.basis, interval=interval)


def spanned(today: datetime.date, count: int, unit: Unit, *, back: bool) -> Interval:
    """The days from `count` units before today to today, or from today to `count` units after it."""
    other = shift(Interval.day(today), -count if back else count, unit)
    return Interval(other.earliest, today) if back else Interval(today, other.latest)


def read_ago(found: Found, at: Situation) -> Resolved | None:
    """ "two months ago": the whole unit that lies so far back."""
    unit, amount = unit_of(found), amount_of(found)
    mod = found.word("approx")
    if found.lexemes[0].kind == "yearly":
        amount = 1
    if unit is None or amount is None:
        return Resolved(
            value="PAST_REF", mod=mod, anchor=at.today.isoformat(), basis=at.basis, interval=Interval(None, at.today)
        )
    return _offset(at.today, -amount, unit, mod, at)


def read_offset(found: Found, at: Situation) -> Resolved | None:
    """ "two days later", "a year earlier", "the day before": counted from the story; "from now" from publication."""
    unit, amount = unit_of(found), amount_of(found)
    if found.after and found.after.kind == "word_than":
        return None
    if unit is None:
        return None
    if found.has("hence"):
        return None if amount is None else _offset(at.today, amount, unit, found.word("approx"), at)
    amount = 1 if found.has("before", "after") else amount
    back = found.has("earlier", "before")
    if amount is None:
        return Resolved(value="PAST_REF" if back else "FUTURE_REF", basis="story", anchor=at.story, interval=OPEN)
    resolved = _offset(story_day(at), -amount if back else amount, unit, found.word("approx"), at)
    return resolved and _told(resolved, at)


def _told(resolved: Resolved, at: Situation) -> Resolved:
    if at.story is None:
        return resolved
    return Resolved(
        type=resolved.type,
        value=resolved.value,
        mod=resolved.mod,
        anchor=at.story,
        basis="story",
        interval=resolved.interval,
    )


def _offset(
    day: datetime.date, amount: float, unit: tuple[Unit, int], mod: str | None, at: Situation
) -> Resolved | None:
    if amount != int(amount):
        return _fraction(day, amount, unit, at)
    if unit[0] in ("minute", "hour"):
        return _hours(day, int(amount), unit[0], at)
    value = unit_value(day, unit[0], int(amount) * unit[1])
    mod = {"LESS_THAN": "LESS_THAN", "MORE_THAN": "MORE_THAN"}.get(mod or "", mod)
    interval = _approximate(value, unit[0], int(amount)) if mod else None
    return Resolved(value=value, mod=mod, anchor=day.isoformat(), basis=at.basis, interval=interval)


def _approximate(value: str, unit: Unit, amount: int) -> Interval:
    """ "about ten years ago": a unit more on both sides."""
    days = interval_of(value)
    return Interval(shift(days, -1, unit).earliest, shift(days, 1, unit).latest)


def _fraction(day: datetime.date, amount: float, unit: tuple[Unit, int], at: Situation) -> Resolved | None:
    """ "a year and a half ago": the month so far back."""
    if unit[0] != "year":
        return None
    return Resolved(value=unit_value(day, "month", round(amount * 12)), anchor=day.isoformat(), basis=at.basis)


def _hours(day: datetime.date, amount: int, unit: str, at: Situation) -> Resolved:
    """Hours and minutes from the time of publication; where that is not known, the days that they can reach."""
    step = datetime.timedelta(hours=amount) if unit == "hour" else datetime.timedelta(minutes=amount)
    if at.clock is None:
        first, last = sorted(
            (
                day,
                (datetime.datetime.combine(day, datetime.time.max if amount > 0 else datetime.time.min) + step).date(),
            )
        )
        value = first.isoformat() if first == last else "PAST_REF" if amount < 0 else "FUTURE_REF"
        return Resolved(value=value, anchor=day.isoformat(), basis=at.basis, interval=Interval(first, last))
    moment = datetime.datetime.combine(day, datetime.time.fromisoformat(at.clock.zfill(5))) + step
    anchor = f"{day.isoformat()}T{at.clock}"
    return Resolved(type="TIME", value=moment.isoformat(timespec="minutes"), anchor=anchor, basis=at.basis)


def read_quarter(found: Found, at: Situation) -> Resolved | None:
    """A quarter by number: of a named year, of "last year", or the closest in the direction of the verb."""
    year = found.number("year")
    if found.has("half_code"):
        return Resolved(value=f"{year}-H{found.number('half_code')}", basis="stated")
    number = found.number("ordinal", "second_word", "quarter_code") or 0
    if not 1 <= number <= 4:
        return None
    if year:
        return Resolved(value=f"{'FY' if found.has('fiscal') else ''}{year:04}-Q{number}", basis="stated")
    return Resolved(value=_quarter(found, number, at), anchor=at.today.isoformat(), basis=at.basis)


def _quarter(found: Found, number: int, at: Situation) -> str:
    relative = found.word(*RELATIVES)
    if relative or found.has("yearly"):
        return f"{unit_value(at.today, 'year', relative_count(relative or 'this'))}-Q{number}"
    current = (at.today.month + 2) // 3
    # Results are told of a quarter that is over, and only rarely of the one that is running.
    step = -((current - number) % 4) if at.direction() != "future" else (number - current) % 4
    return unit_value(at.today, "quarter", step)


def read_season(found: Found, at: Situation) -> Resolved | None:
    """A season of a year, of "last year", or the closest one."""
    season, year = found.word("season") or "", found.number("year")
    if year:
        return Resolved(value=f"{year:04}-{season}", basis="stated")
    relative = found.word(*RELATIVES)
    if found.has("yearly"):
        year_value = unit_value(at.today, "year", relative_count(relative or "this"))
        return Resolved(value=f"{year_value}-{season}", anchor=at.today.isoformat(), basis=at.basis)
    steps = [n for n in range(-4, 5) if unit_value(at.today, "season", n).endswith(season)]
    return Resolved(
        value=unit_value(at.today, "season", _season_step(steps, relative, at)),
        anchor=at.today.isoformat(),
        basis=at.basis,
    )


def _season_step(steps: list[int], relative: str | None, at: Situation) -> int:
    back, ahead = max((n for n in steps if n < 0)), min((n for n in steps if n > 0))
    if relative in ("last", "past", "previous"):
        return back
    if relative in ("next", "coming", "following"):
        return ahead
    if 0 in steps:
        return 0
    direction = at.direction()
    return back if direction == "past" or (direction == "present" and -back <= ahead) else ahead


def read_decade(found: Found, at: Situation) -> Resolved | None:
    """ "the 1990s", "the '90s", "the sixties"."""
    year = found.number("decade", "decade_word") or 0
    year = year + 1900 if year < 100 and year >= 30 else year + 2000 if year < 100 else year
    # "the 1900s" may be ten years or a hundred: the wider one is safe.
    value = f"{year // 100:02}" if year % 100 == 0 and year < 2000 else f"{year // 10:03}"
    return Resolved(value=value, basis="stated")


def read_century(found: Found, at: Situation) -> Resolved | None:
    """ "the 20th century"."""
    number = found.number("ordinal", "second_word") or 0
    if found.word("unit") != "century" or not 1 <= number <= 100:
        return None
    return Resolved(value=f"{number - 1:02}", basis="stated")


def read_fiscal(found: Found, at: Situation) -> Resolved | None:
    """A fiscal year, whose first month the words do not say."""
    year = found.number("year", "fiscal_code")
    if year:
        return Resolved(value=f"FY{year:04}", basis="stated")
    relative = found.word(*RELATIVES)
    return Resolved(
        value=f"FY{unit_value(at.today, 'year', relative_count(relative or 'this'))}",
        anchor=at.today.isoformat(),
        basis=at.basis,
    )
