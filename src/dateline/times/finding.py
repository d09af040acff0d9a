"""Finding and resolving all time expressions of an article, in the order of its text."""

import datetime
from collections.abc import Callable
from functools import cache, partial

import msgspec
from spacy.tokens import Doc

from dateline.records import Article, TimeExpression
from dateline.times import clock, counted, dates, days, durations, periods, units
from dateline.times.calendar import grain_of, interval_of
from dateline.times.counted import ended, value_of
from dateline.times.durations import unit_of
from dateline.times.grammar import Candidates, Found
from dateline.times.neighbours import bounded_by_neighbours
from dateline.times.parts import with_part, with_surroundings
from dateline.times.plausibility import is_time
from dateline.times.quotations import Blocks, speaking_days
from dateline.times.situation import Direction, Reading, Resolved, Situation
from dateline.times.tense import direction_of

Reader = Callable[[Found, Situation], Resolved | None]

READERS: dict[str, Reader] = {
    "full_date": dates.read_full_date,
    "month_day": dates.read_month_day,
    "day_range": dates.read_day_range,
    "month_year": dates.read_month_year,
    "month": dates.read_month,
    "year": dates.read_year,
    "year_range": dates.read_year_range,
    "weekday": dates.read_weekday,
    "unit": units.read_unit,
    "same_period": units.read_same_period,
    "span": units.read_span,
    "ago": units.read_ago,
    "offset": units.read_offset,
    "quarter": periods.read_quarter,
    "season": periods.read_season,
    "decade": periods.read_decade,
    "century": periods.read_century,
    "fiscal": periods.read_fiscal,
    "deictic": days.read_deictic,
    "daypart": days.read_daypart,
    "clock": clock.read_clock,
    "month_range": counted.read_month_range,
    "weekday_of_month": counted.read_weekday_of_month,
    "week_of": counted.read_week_of,
    "from_day": counted.read_from_day,
    "holiday": days.read_holiday,
    "vague": days.read_vague,
    "duration": durations.read_duration,
    "repeated": durations.read_repeated,
    "rate": durations.read_repeated,
}
"""The reader of each kind of rule. A kind without one (an age) is words of time that are no time expression."""


def find_times(article: Article, doc: Doc) -> tuple[TimeExpression, ...]:
    """All time expressions of the article's text, in order, resolved against its time of publication.

    `doc` is the parse of `article.text`, token for code point. Values follow TIMEX3 (ISO-TimeML); words that only look
    like times are left out. Nothing but the article and the parse is looked at: no clock or zone of the machine.
    """
    readings = _readings(article, doc)
    speaking = speaking_days(readings, article, doc)
    readings = [_told(reading, speaking[n], doc) if n in speaking else reading for n, reading in enumerate(readings)]
    bounded = bounded_by_neighbours(readings, doc)
    return tuple(_expression(reading) for reading in bounded)


_NEAR_DAYS = 10


class _TimeLine:
    """What the text has named so far: the values of the last time, and of the last day."""

    def __init__(self) -> None:
        self.last: str | None = None
        self.day: str | None = None
        self._day_block = -1

    def is_near(self, block: int, today: datetime.date) -> bool:
        """Whether the last day was named in this block, or is not far from today."""
        day = interval_of(self.day).earliest if self.day is not None else None
        return day is None or self._day_block == block or abs((today - day).days) <= _NEAR_DAYS

    def add_ended(self, unit: Reading, by: Reading) -> None:
        """ "the quarter ended 30 June": the time that the text goes on to call "the quarter"."""
        if by.found.before is None or by.found.before.kind != "ended" or unit.found.after != by.found.before:
            return
        kind, days = unit_of(unit.found), ended(unit.found, by.resolved.value)
        if kind is not None and days is not None:
            self.last = value_of(days, kind[0])

    def add(self, reading: Reading, block: int) -> None:
        """Take in a time, but not a limit ("since 2003"), from which nothing is counted."""
        before, value = reading.found.before, reading.resolved.value
        grain = grain_of(value)
        if grain is None or (before is not None and before.kind in ("since", "until", "by")):
            return
        self.last = value
        if grain == "day":
            self.day, self._day_block = value, block


def _readings(article: Article, doc: Doc) -> list[Reading]:
    """Every expression read by itself, in order; the time line of the text begins anew with the first paragraph."""
    readings: list[Reading] = []
    line, places, body, blocks = _TimeLine(), Candidates(article.text), _body_start(article), Blocks(article)
    while matches := places.following():
        if matches[0].span.start >= body:
            line, body = _TimeLine(), len(article.text) + 1
        block = blocks.index(matches[0].span.start)
        for found in matches:
            at = _situation(article, line, _direction(article, blocks, doc, found), block)
            reading = _reading(found, at, doc)
            if reading is not None:
                readings.append(reading)
                line.add(reading, block)
                line.add_ended(readings[-2] if len(readings) > 1 else reading, reading)
            if reading is not None or found.kind not in READERS:
                places.skip(found)
                break
    return readings


def _body_start(article: Article) -> int:
    return next((b.span.start for b in article.blocks if b.kind == "body"), 0)


def _situation(article: Article, line: _TimeLine, direction: Callable[[], Direction], block: int) -> Situation:
    published = article.published
    return Situation(
        today=published.day,
        clock=published.time,
        story=line.last,
        story_day=line.day,
        direction=direction,
        near=line.is_near(block, published.day),
    )


def _direction(article: Article, blocks: Blocks, doc: Doc, found: Found) -> Callable[[], Direction]:
    before = found.before.kind if found.before else None
    if before == "since":
        return lambda: "past"
    if before == "ahead":
        return lambda: "future"
    dateline = article.dateline
    if dateline is not None and dateline.span.covers(found.span):
        return lambda: "past"
    told = before == "as_of" or blocks.tells_in_present(found.span.start)
    return cache(partial(direction_of, doc, found.span, told=told, limit=before in ("until", "by")))


def _reading(found: Found, at: Situation, doc: Doc) -> Reading | None:
    reader = READERS.get(found.kind)
    if reader is None or not is_time(found, doc):
        return None
    try:
        resolved = reader(found, at)
    except (ValueError, OverflowError):
        return None
    if resolved is None:
        return None
    return Reading(found, with_part(with_surroundings(resolved, found), found, at), at)


def _told(reading: Reading, day: datetime.date, doc: Doc) -> Reading:
    """The reading counted from the day of speaking."""
    if reading.resolved.basis != "relative":
        return reading
    at = msgspec.structs.replace(reading.at, today=day, clock=None, quoted=True)
    return _reading(reading.found, at, doc) or reading


def _expression(reading: Reading) -> TimeExpression:
    resolved = reading.resolved
    return TimeExpression(
        span=reading.found.span,
        type=resolved.type,
        value=resolved.value,
        mod=resolved.mod,
        anchor=resolved.anchor,
        interval=resolved.interval or interval_of(resolved.value),
        basis=resolved.basis,
    )
