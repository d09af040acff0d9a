"""Finding and resolving all time expressions of an article, in the order of its text."""

from collections.abc import Callable, Iterator
from functools import cache, partial

from spacy.tokens import Doc

from dateline.records import Article, Span, TimeExpression
from dateline.times import dates, days, durations, units
from dateline.times.calendar import grain_of, interval_of
from dateline.times.grammar import Candidates, Found
from dateline.times.parts import with_part, with_surroundings
from dateline.times.situation import Resolved, Situation
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
    "span": units.read_span,
    "ago": units.read_ago,
    "offset": units.read_offset,
    "quarter": units.read_quarter,
    "season": units.read_season,
    "decade": units.read_decade,
    "century": units.read_century,
    "fiscal": units.read_fiscal,
    "deictic": days.read_deictic,
    "daypart": days.read_daypart,
    "clock": days.read_clock,
    "holiday": days.read_holiday,
    "vague": days.read_vague,
    "duration": durations.read_duration,
    "repeated": durations.read_repeated,
}
"""The reader of each kind of rule. A kind without one (an age) is words of time that are no time expression."""


def find_times(article: Article, doc: Doc) -> tuple[TimeExpression, ...]:
    """All time expressions of the article's text, in order, resolved against its time of publication.

    `doc` is the parse of `article.text`, token for code point. Values follow TIMEX3 (ISO-TimeML); words that only look like
    times are left out. Nothing but the article and the parse is looked at: no clock, zone or locale of the machine.
    """
    return tuple(_resolved(article, doc))


def _resolved(article: Article, doc: Doc) -> Iterator[TimeExpression]:
    story: str | None = None
    places = Candidates(article.text)
    while matches := places.following():
        for found in matches:
            at = _situation(article, doc, found, story)
            resolved = _read(found, at)
            if resolved is not None:
                yield _expression(found.span, resolved)
                story = resolved.value if _on_time_line(resolved) else story
            if resolved is not None or found.kind not in READERS:
                places.skip(found)
                break


def _situation(article: Article, doc: Doc, found: Found, story: str | None) -> Situation:
    direction = cache(partial(direction_of, doc, found.span))
    return Situation(today=article.published.day, clock=article.published.time, story=story, direction=direction)


def _on_time_line(resolved: Resolved) -> bool:
    return resolved.type in ("DATE", "TIME") and grain_of(resolved.value) is not None


def _read(found: Found, at: Situation) -> Resolved | None:
    reader = READERS.get(found.kind)
    try:
        resolved = reader(found, at) if reader else None
    except (ValueError, OverflowError):
        return None
    return resolved and with_part(with_surroundings(resolved, found), found, at)


def _expression(span: Span, resolved: Resolved) -> TimeExpression:
    return TimeExpression(
        span=span,
        type=resolved.type,
        value=resolved.value,
        mod=resolved.mod,
        anchor=resolved.anchor,
        interval=resolved.interval or interval_of(resolved.value),
        basis=resolved.basis,
    )
