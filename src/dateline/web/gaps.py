"""The chart of what the pages cover: a lane of bars for each outlet, with the weeks in which nobody has a page."""

import datetime
from collections import Counter

import msgspec

from dateline.views import Coverage, OutletWeeks
from dateline.web.asking import Asked
from dateline.web.drawing import DrawnLane, Scale, Shape, Tick, ticks

LANES = 14
"""Outlets that are drawn, those of most pages."""
LANE, NAME, BAR = 56.0, 22.0, 28.0
"""Units that a lane, its name and its highest bar are high."""
AXIS = 22.0
MOST_DAYS = 200
"""Days that are drawn one by one; over a longer time a bar is a week."""
_WEEK = datetime.timedelta(days=7)


class CoverageChart(msgspec.Struct, frozen=True, kw_only=True):
    """Lanes of outlets; `gaps` are the silent weeks, `left_out` the outlets that are not drawn."""

    unit: str
    lanes: tuple[DrawnLane, ...]
    gaps: tuple[Shape, ...]
    ticks: tuple[Tick, ...]
    left_out: int


def coverage_chart(found: Coverage) -> CoverageChart | None:
    """The chart of the pages; None where there are none."""
    if not found.weeks:
        return None
    scale = Scale(found.weeks[0], found.weeks[-1] + datetime.timedelta(days=6))
    weekly = scale.days > MOST_DAYS
    drawn = found.outlets[:LANES]
    counts = [_counts(outlet, weekly) for outlet in drawn]
    most = max(max(count.values(), default=1) for count in counts)
    return CoverageChart(
        unit="week" if weekly else "day",
        lanes=tuple(_lane(outlet, counts[n], scale, most, weekly) for n, outlet in enumerate(drawn)),
        gaps=tuple(_gap(first, last, scale) for first, last in found.silent),
        ticks=tuple(ticks(scale)),
        left_out=len(found.outlets) - len(drawn),
    )


def _counts(outlet: OutletWeeks, weekly: bool) -> Counter[datetime.date]:
    if weekly:
        return Counter({week.monday: week.pages for week in outlet.weeks})
    return Counter({day.day: day.pages for day in outlet.days})


def _lane(outlet: OutletWeeks, counts: Counter[datetime.date], scale: Scale, most: int, weekly: bool) -> DrawnLane:
    shapes = []
    for first, pages in sorted(counts.items()):
        last = first + _WEEK - datetime.timedelta(days=1) if weekly else first
        height = max(BAR * pages / most, 2)
        shapes.append(
            Shape(
                x=scale.at(first),
                y=round(NAME + BAR - height + 2, 2),
                width=max(scale.at(last, end=True) - scale.at(first) - 0.6, 1.5),
                height=round(height, 2),
                title=f"{outlet.outlet}, {first if first == last else f'{first} to {last}'}: {pages}",
                href=Asked(source=outlet.outlet, since=first.isoformat(), until=last.isoformat()).address("/pages"),
            )
        )
    return DrawnLane(name=outlet.outlet, count=outlet.pages, height=LANE, shapes=tuple(shapes))


def _gap(first: datetime.date, last: datetime.date, scale: Scale) -> Shape:
    x = scale.at(first)
    title = f"no page from {first} to {last}"
    return Shape(x=x, y=0, width=scale.at(last, end=True) - x, height=LANE, title=title, href="", look="gap")
