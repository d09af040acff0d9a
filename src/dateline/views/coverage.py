"""What the pages cover and where they are silent."""

import datetime
from collections import Counter
from collections.abc import Iterable, Sequence

import msgspec

from dateline.views.citations import Source
from dateline.views.rows import ActorRow

QUIET_DAYS = 30
"""An actor whose last day is longer before the newest page is without recent news."""
LEAST_ENTRIES = 2
QUIET_ACTORS = 30
MOST_WEEKS = 520

_WEEK = datetime.timedelta(weeks=1)


class WeekCount(msgspec.Struct, frozen=True, kw_only=True):
    """Pages of one week, by its Monday."""

    monday: datetime.date
    pages: int


class DayCount(msgspec.Struct, frozen=True, kw_only=True):
    """Pages of one day."""

    day: datetime.date
    pages: int


class OutletWeeks(msgspec.Struct, frozen=True, kw_only=True):
    """Pages of one outlet week by week and day by day, those without any left out, and how many there are in all."""

    outlet: str
    pages: int
    weeks: tuple[WeekCount, ...]
    days: tuple[DayCount, ...] = ()


class Coverage(msgspec.Struct, frozen=True, kw_only=True):
    """Pages by outlet and week, runs of weeks without any page, and actors of whom the newest pages say nothing.

    `weeks` are the Mondays from the first page to the last, at most the last ten years of them.
    """

    weeks: tuple[datetime.date, ...]
    outlets: tuple[OutletWeeks, ...]
    silent: tuple[tuple[datetime.date, datetime.date], ...]
    quiet: tuple[ActorRow, ...]


def coverage(sources: Sequence[Source], actors: Iterable[ActorRow]) -> Coverage:
    """Coverage and gaps of all pages that were read."""
    if not sources:
        return Coverage(weeks=(), outlets=(), silent=(), quiet=())
    days = [source.published for source in sources]
    weeks = _weeks(min(days), max(days))[-MOST_WEEKS:]
    covered = {_monday(day) for day in days}
    return Coverage(
        weeks=weeks,
        outlets=_outlets(sources, set(weeks)),
        silent=tuple(_runs([week for week in weeks if week not in covered])),
        quiet=tuple(_quiet(actors, max(days)))[:QUIET_ACTORS],
    )


def _monday(day: datetime.date) -> datetime.date:
    return day - datetime.timedelta(days=day.weekday())


def _weeks(first: datetime.date, last: datetime.date) -> tuple[datetime.date, ...]:
    monday = _monday(first)
    return tuple(monday + n * _WEEK for n in range((last - monday).days // 7 + 1))


def _outlets(sources: Iterable[Source], weeks: set[datetime.date]) -> tuple[OutletWeeks, ...]:
    by_outlet: dict[str, Counter[datetime.date]] = {}
    for source in sources:
        by_outlet.setdefault(source.outlet, Counter())[source.published] += 1
    rows = [_outlet(outlet, counted, weeks) for outlet, counted in by_outlet.items()]
    return tuple(sorted(rows, key=lambda row: (-row.pages, row.outlet)))


def _outlet(outlet: str, counted: Counter[datetime.date], weeks: set[datetime.date]) -> OutletWeeks:
    by_week: Counter[datetime.date] = Counter()
    for day, pages in counted.items():
        by_week[_monday(day)] += pages
    return OutletWeeks(
        outlet=outlet,
        pages=counted.total(),
        weeks=tuple(WeekCount(monday=m, pages=n) for m, n in sorted(by_week.items()) if m in weeks),
        days=tuple(DayCount(day=d, pages=n) for d, n in sorted(counted.items()) if _monday(d) in weeks),
    )


def _runs(weeks: Sequence[datetime.date]) -> list[tuple[datetime.date, datetime.date]]:
    """First day and last day of each run of weeks that follow each other."""
    runs: list[tuple[datetime.date, datetime.date]] = []
    for week in weeks:
        last = week + datetime.timedelta(days=6)
        if runs and runs[-1][1] == week - datetime.timedelta(days=1):
            runs[-1] = (runs[-1][0], last)
        else:
            runs.append((week, last))
    return runs


def _quiet(actors: Iterable[ActorRow], newest: datetime.date) -> Iterable[ActorRow]:
    for actor in actors:
        if actor.entries >= LEAST_ENTRIES and actor.last and (newest - actor.last).days > QUIET_DAYS:
            yield actor
