"""Charts as shapes with coordinates: drawn on the server, so that they need no script and print well."""

import datetime

import msgspec

from dateline.records import Status
from dateline.views import Timeline
from dateline.web.asking import Asked

WIDTH = 1000.0
"""Units across; a chart is as wide as its place."""
BARS = 120.0
LANE_ROW = 9.0
LANE_NAME = 16.0
NARROWEST = 4.0
TICKS = 8
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
    """A lane: its name at `y`, and its entries below it."""

    name: str
    count: int
    y: float
    shapes: tuple[Shape, ...]


class Drawing(msgspec.Struct, frozen=True, kw_only=True):
    """A timeline as shapes, in all `height` high."""

    height: float
    bars: tuple[Shape, ...]
    ticks: tuple[Tick, ...]
    lanes: tuple[DrawnLane, ...]
    newest: float | None
    """Where the day of the newest page is."""


def drawing(found: Timeline, asked: Asked, newest: datetime.date | None) -> Drawing | None:
    """The shapes of a timeline; None where nothing is dated."""
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
    lanes, height = _lanes(found, scale, BARS + 30)
    at = scale.at(newest) if newest and shown.first <= newest <= shown.last else None
    return Drawing(height=height, bars=tuple(bars), ticks=tuple(_ticks(scale)), lanes=lanes, newest=at)


class Scale:
    """Days along the width of a chart."""

    def __init__(self, first: datetime.date, last: datetime.date) -> None:
        self.first = first
        self.days = (last - first).days + 1

    def at(self, day: datetime.date, *, end: bool = False) -> float:
        """Where a day begins, or ends; days outside stand at the edge."""
        share = ((day - self.first).days + end) / self.days
        return round(WIDTH * min(max(share, 0.0), 1.0), 2)


def _lanes(found: Timeline, scale: Scale, top: float) -> tuple[tuple[DrawnLane, ...], float]:
    drawn, y = [], top
    for lane in found.lanes:
        rows: list[float] = []
        shapes = []
        for entry in sorted(lane.entries, key=lambda entry: (entry.first, entry.last, entry.id)):
            x, end = scale.at(entry.first), scale.at(entry.last, end=True)
            width = max(end - x, NARROWEST)
            row = next((n for n, used in enumerate(rows) if used <= x), len(rows))
            rows[row : row + 1] = [x + width + 1]
            shapes.append(
                Shape(
                    x=x,
                    y=y + LANE_NAME + row * LANE_ROW,
                    width=width,
                    height=LANE_ROW - 2,
                    title=f"{entry.date}: {entry.words} ({entry.status.replace('_', ' ')})",
                    href=f"/entries/{entry.id}",
                    look="ahead" if entry.status in AHEAD else "bar",
                )
            )
        drawn.append(DrawnLane(name=lane.name, count=lane.count, y=y + LANE_NAME - 5, shapes=tuple(shapes)))
        y += LANE_NAME + len(rows) * LANE_ROW + 8
    return tuple(drawn), y


def _ticks(scale: Scale) -> list[Tick]:
    step = max(scale.days // TICKS, 1)
    form = "%Y" if step > 300 else "%Y-%m" if step > 25 else "%Y-%m-%d"
    days = (scale.first + datetime.timedelta(days=n) for n in range(0, scale.days, step))
    ticks = [Tick(x=scale.at(day), label=day.strftime(form)) for day in days]
    return [tick for n, tick in enumerate(ticks) if n == 0 or tick.label != ticks[n - 1].label]


def _between(first: datetime.date, last: datetime.date) -> str:
    return first.isoformat() if first == last else f"{first} to {last}"
