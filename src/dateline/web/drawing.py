"""Charts as shapes with coordinates: drawn on the server, so that they need no script and print well."""

import datetime
from collections.abc import Callable, Iterator
from typing import NamedTuple

import msgspec

from dateline.records import Status
from dateline.views import Lane, LaneEntry, Timeline, month, short_day
from dateline.web.asking import Asked

WIDTH = 1000.0
"""Units across; a chart is as wide as its place."""
BARS = 120.0
LANE_ROW = 11.0
AXIS = 22.0
LANE_NAME = 22.0
NARROWEST = 6.0
TICKS = 8
LABEL = 75.0
"""What the label of a tick needs at most."""
STEPS = (
    *((step, "day", 1.0) for step in (1, 2, 7, 14)),
    *((step, "month", 31.0) for step in (1, 2, 3, 6)),
    *((step * ten, "year", 366.0) for ten in (1, 10, 100, 1000) for step in (1, 2, 5)),
)
"""How far ticks are apart: so many of a unit, and how many days one has at most."""


class Numbered(NamedTuple):
    """A unit of time whose beginnings are numbered: the number that a day falls into, and the first day of one."""

    number: Callable[[datetime.date], int]
    day: Callable[[int], datetime.date | None]


NUMBERED = {
    "day": Numbered(lambda day: day.toordinal() - 1, lambda n: datetime.date.fromordinal(n + 1) if n >= 0 else None),
    "month": Numbered(
        lambda day: 12 * day.year + day.month - 1,
        lambda n: datetime.date(n // 12, n % 12 + 1, 1) if n >= 12 else None,
    ),
    "year": Numbered(lambda day: day.year, lambda n: datetime.date(n, 1, 1) if n >= 1 else None),
}
AHEAD: frozenset[Status] = frozenset({"planned", "expected", "promised", "possible"})


class Shape(msgspec.Struct, frozen=True, kw_only=True):
    """A rectangle that leads somewhere. `look` is its class."""

    x: float
    y: float
    width: float
    height: float
    title: str
    href: str
    look: str = "bar"


class Tick(msgspec.Struct, frozen=True, kw_only=True):
    """A date on the axis."""

    x: float
    label: str


class DrawnLane(msgspec.Struct, frozen=True, kw_only=True):
    """A lane of its own drawing: its name stands above its entries, at the height of `LANE_NAME`."""

    name: str
    count: int
    height: float
    shapes: tuple[Shape, ...]


class ToldEntry(msgspec.Struct, frozen=True, kw_only=True):
    """An entry of the lanes as a row of the table that says the same, with the names of all lanes it stands in."""

    entry: LaneEntry
    lanes: tuple[str, ...]


class Drawing(msgspec.Struct, frozen=True, kw_only=True):
    """A timeline as shapes: the bars with their axis, `height` high, and lanes below.

    `most` is how many the highest bar counts. `edges` are the first days of all bins and the day after the last; `now`
    is the line at the day up to which it tells.
    """

    height: float
    most: int
    edges: tuple[datetime.date, ...]
    bars: tuple[Shape, ...]
    ticks: tuple[Tick, ...]
    lanes: tuple[DrawnLane, ...]
    now: Tick | None
    told: tuple[ToldEntry, ...]


def drawing(found: Timeline, asked: Asked, now: datetime.date | None) -> Drawing | None:
    """The shapes of a timeline with a line at the day `now`; None where nothing is dated."""
    shown = found.stretch
    if shown is None:
        return None
    scale = Scale(shown.first, shown.last)
    most = max((one.count for one in shown.bins), default=1) or 1
    bars = [
        Shape(
            x=scale.at(one.first),
            y=BARS - BARS * one.count / most,
            width=max(scale.at(one.last, end=True) - scale.at(one.first) - 1, 1),
            height=BARS * one.count / most,
            title=f"{_between(one.first, one.last)}: {one.count}",
            href=asked.address("/timeline", since=one.first.isoformat(), until=one.last.isoformat()),
        )
        for one in shown.bins
        if one.count
    ]
    return Drawing(
        height=BARS + AXIS,
        most=most,
        edges=(*(one.first for one in shown.bins), shown.last + datetime.timedelta(days=1)),
        bars=tuple(bars),
        ticks=tuple(ticks(scale)),
        lanes=tuple(_lane(lane, scale) for lane in found.lanes),
        now=Tick(x=scale.at(now), label=short_day(now)) if now and shown.first <= now <= shown.last else None,
        told=_told(found),
    )


class Scale:
    """Days along the width of a chart."""

    def __init__(self, first: datetime.date, last: datetime.date) -> None:
        self.first = first
        self.days = (last - first).days + 1

    def at(self, day: datetime.date, *, end: bool = False) -> float:
        """Where a day begins, or ends; days outside stand at the edge."""
        share = ((day - self.first).days + end) / self.days
        return round(WIDTH * min(max(share, 0.0), 1.0), 2)


def _lane(lane: Lane, scale: Scale) -> DrawnLane:
    """Entries in rows, none over another."""
    rows: list[float] = []
    shapes = []
    for entry in sorted(lane.entries, key=lambda entry: (entry.first, entry.last, entry.id)):
        x, end = scale.at(entry.first), scale.at(entry.last, end=True)
        width = max(end - x, NARROWEST)
        row = next((n for n, used in enumerate(rows) if used <= x), len(rows))
        rows[row : row + 1] = [x + width + 1]
        y = LANE_NAME + row * LANE_ROW
        looks = {"title": _title(entry), "href": f"/entries/{entry.id}", "look": _look(entry)}
        shapes.append(Shape(x=x, y=y, width=width, height=LANE_ROW - 3, **looks))
    return DrawnLane(
        name=lane.name, count=lane.count, height=LANE_NAME + len(rows) * LANE_ROW + 8, shapes=tuple(shapes)
    )


def _title(entry: LaneEntry) -> str:
    disputed = ", disputed" if entry.disputed else ""
    return f"{entry.date}: {entry.words} ({entry.status.replace('_', ' ')}{disputed})"


def _look(entry: LaneEntry) -> str:
    """What is still to come is hollow, what reports differ about is hatched; both may be."""
    looks = ["ahead" if entry.status in AHEAD else "bar", *(["disputed"] if entry.disputed else [])]
    return " ".join(looks)


def _told(found: Timeline) -> tuple[ToldEntry, ...]:
    """Each entry of the lanes once, in order of time."""
    entries = {entry.id: entry for lane in found.lanes for entry in lane.entries}
    lanes: dict[str, list[str]] = {}
    for lane in found.lanes:
        for entry in lane.entries:
            lanes.setdefault(entry.id, []).append(lane.name)
    ordered = sorted(entries.values(), key=lambda entry: (entry.first, entry.last, entry.id))
    return tuple(ToldEntry(entry=entry, lanes=tuple(lanes[entry.id])) for entry in ordered)


def ticks(scale: Scale) -> list[Tick]:
    """Days, months or years at even distances, each where it begins; none cut at the edge."""
    step, kind = next((step, kind) for step, kind, days in STEPS if scale.days <= TICKS * step * days)
    drawn = (Tick(x=scale.at(day), label=_label(day, kind)) for day in _beginnings(scale, step, kind))
    return [tick for tick in drawn if tick.x <= WIDTH - LABEL]


def _beginnings(scale: Scale, step: int, kind: str) -> Iterator[datetime.date]:
    """The days within a scale on which every so many days (weeks begin on Mondays), months or years begin."""
    first, last = scale.first, scale.first + datetime.timedelta(days=scale.days - 1)
    numbered = NUMBERED[kind]
    begin, end = (numbered.number(day) for day in (first, last))
    for number in range(begin - begin % step, end + 1, step):
        day = numbered.day(number)
        if day is not None and day >= first:
            yield day


def _label(day: datetime.date, kind: str) -> str:
    return short_day(day) if kind == "day" else month(day) if kind == "month" else str(day.year)


def _between(first: datetime.date, last: datetime.date) -> str:
    return first.isoformat() if first == last else f"{first} to {last}"
