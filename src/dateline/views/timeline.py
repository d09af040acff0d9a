"""Entries along time: how many there are in each stretch, and lanes of the weightiest."""

import datetime
from typing import Literal, get_args

import msgspec
import numpy as np
from numpy.typing import NDArray

from dateline.records import Status
from dateline.views.columns import Columns
from dateline.views.rows import EntryRow
from dateline.views.values import Mask, Positions

Unit = Literal["day", "week", "month", "year", "decade"]
LaneField = Literal["actor", "type", "place"]

LANE_FIELDS: tuple[str, ...] = get_args(LaneField)
LANES = 6
LANE_ENTRIES = 60
MOST_BINS = 130
OUTLIERS = 0.02
"""The share of entries at each end that a timeline without bounds leaves out: one reference to 1950 is no reason to
press a month of news into a line."""

_LAST_DAY = datetime.date.max.toordinal() - 1
"""The day after it is a date too: the end of every bin is one."""
_DAYS: dict[Unit, float] = {"day": 1, "week": 7, "month": 30.44, "year": 365.25, "decade": 3652.5}


class Bin(msgspec.Struct, frozen=True, kw_only=True):
    """Entries that share a day with a stretch of time."""

    first: datetime.date
    last: datetime.date
    count: int


class LaneEntry(msgspec.Struct, frozen=True, kw_only=True):
    """An entry in a lane; `disputed` where reports differ about a cell of it."""

    id: str
    words: str
    date: str
    first: datetime.date
    last: datetime.date
    status: Status
    disputed: bool = False


class Lane(msgspec.Struct, frozen=True, kw_only=True):
    """Entries of one actor, type or place, the weightiest; `count` counts all."""

    name: str
    count: int
    entries: tuple[LaneEntry, ...]


class Stretch(msgspec.Struct, frozen=True, kw_only=True):
    """The time that is shown, in bins of one unit; `before` and `after` count what lies outside of it."""

    first: datetime.date
    last: datetime.date
    unit: Unit
    bins: tuple[Bin, ...]
    before: int
    after: int


class Timeline(msgspec.Struct, frozen=True, kw_only=True):
    """What a timeline shows; `undated` are the weightiest of all that have no date, `undated_in_all` counts them."""

    stretch: Stretch | None
    lanes: tuple[Lane, ...]
    undated: tuple[EntryRow, ...]
    undated_in_all: int


def stretch(columns: Columns, mask: Mask, since: datetime.date | None, until: datetime.date | None) -> Stretch | None:
    """The entries of a mask along time; None where none is dated."""
    dated = mask & ~columns.without_date(mask)
    starts, ends = (days[dated] for days in columns.spans)
    if not len(starts):
        return None
    first = since.toordinal() if since else int(np.quantile(starts, OUTLIERS, method="lower"))
    last = until.toordinal() if until else int(np.quantile(ends, 1 - OUTLIERS, method="higher"))
    last = min(max(first, last), _LAST_DAY)
    first = min(first, last)
    unit = _unit(last - first + 1)
    edges = _edges(datetime.date.fromordinal(first), datetime.date.fromordinal(last), unit)
    return Stretch(
        first=edges[0],
        last=edges[-1] - datetime.timedelta(days=1),
        unit=unit,
        bins=tuple(_bins(edges, starts, ends)),
        before=int((ends < edges[0].toordinal()).sum()),
        after=int((starts >= edges[-1].toordinal()).sum()),
    )


def lane_positions(columns: Columns, mask: Mask, field: LaneField, shown: Stretch) -> list[tuple[str, int, Positions]]:
    """The most frequent values of a field with their weightiest entries in each part of the time shown."""
    starts, ends = columns.spans
    inside = mask & (starts >= 0) & (ends >= shown.first.toordinal()) & (starts <= shown.last.toordinal())
    days = (shown.last - shown.first).days + 1
    slots = np.maximum(starts - shown.first.toordinal(), 0) * LANE_ENTRIES // days
    found = []
    for name, count in columns.fields[field].counts(inside, LANES):
        of_lane = inside & columns.fields[field].having(name)
        found.append(
            (name, count, spread(np.flatnonzero(of_lane).astype(np.int32), slots, columns.salience, LANE_ENTRIES))
        )
    return found


def spread(positions: Positions, slots: Positions, salience: NDArray[np.float32], most: int) -> Positions:
    """At most so many of the positions: the weightiest of each slot, then the second of each, and so on.

    `slots` and `salience` are those of all entries. Without slots, what is weighty early on would fill a lane alone.
    """
    weight = -salience[positions]
    by_slot = np.lexsort((positions, weight, slots[positions]))
    slot = slots[positions[by_slot]]
    turn = np.arange(len(slot)) - np.searchsorted(slot, slot)
    return positions[by_slot[np.lexsort((positions[by_slot], weight[by_slot], turn))]][:most]


def lane_entry(row: EntryRow) -> LaneEntry:
    """A row as it stands in a lane; an open end is drawn as the other end. Raises ValueError where it has no date."""
    first, last = row.earliest or row.latest, row.latest or row.earliest
    if first is None or last is None:
        raise ValueError(f"entry {row.id} has no date")
    return LaneEntry(
        id=row.id,
        words=row.event,
        date=row.date,
        first=first,
        last=last,
        status=row.status,
        disputed=bool(row.disputed),
    )


def _unit(days: int) -> Unit:
    return next((unit for unit in _DAYS if days / _DAYS[unit] <= MOST_BINS), "decade")


def _bins(edges: list[datetime.date], starts: Positions, ends: Positions) -> list[Bin]:
    ordinals = np.array([edge.toordinal() for edge in edges])
    begin = np.searchsorted(ordinals, starts, side="right") - 1
    end = np.searchsorted(ordinals, ends, side="right") - 1
    inside = (end >= 0) & (begin < len(edges) - 1)
    steps = np.zeros(len(edges) + 1, dtype=np.int64)
    np.add.at(steps, np.maximum(begin[inside], 0), 1)
    np.add.at(steps, np.minimum(end[inside], len(edges) - 2) + 1, -1)
    counts = np.cumsum(steps)
    day = datetime.timedelta(days=1)
    return [Bin(first=edge, last=edges[n + 1] - day, count=int(counts[n])) for n, edge in enumerate(edges[:-1])]


def _edges(first: datetime.date, last: datetime.date, unit: Unit) -> list[datetime.date]:
    """The beginnings of all bins that hold the days from first to last, and the day after the last bin."""
    edges = [_floor(first, unit)]
    while edges[-1] <= last:
        edges.append(_next(edges[-1], unit))
    return edges


def _floor(day: datetime.date, unit: Unit) -> datetime.date:
    match unit:
        case "day":
            return day
        case "week":
            return day - datetime.timedelta(days=day.weekday())
        case "month":
            return day.replace(day=1)
        case "year":
            return day.replace(month=1, day=1)
        case "decade":
            return day.replace(year=max(day.year - day.year % 10, 1), month=1, day=1)


def _next(edge: datetime.date, unit: Unit) -> datetime.date:
    """The beginning of the next bin; the last day there is where that lies behind the year 9999."""
    match unit:
        case "day" | "week":
            following = edge.toordinal() + int(_DAYS[unit])
            return datetime.date.fromordinal(min(following, datetime.date.max.toordinal()))
        case "month":
            return _later(edge, edge.year + edge.month // 12, edge.month % 12 + 1)
        case "year":
            return _later(edge, edge.year + 1)
        case "decade":
            return _later(edge, edge.year - edge.year % 10 + 10)


def _later(edge: datetime.date, year: int, month: int = 1) -> datetime.date:
    return edge.replace(year=year, month=month, day=1) if year <= datetime.MAXYEAR else datetime.date.max
