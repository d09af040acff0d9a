"""Entries as columns in memory: what facets count and a chronology selects, without asking the database for each.

A database takes over a second to group a million rows by a filter; an array takes milliseconds. The filters mean what
`dateline.store.Filters` says; a test compares both.
"""

import datetime
from collections.abc import Callable, Container, Iterable, Sequence
from typing import Literal, get_args

import msgspec
import numpy as np
from numpy.typing import NDArray

from dateline.records import Actor, Entry
from dateline.store import Filters, folded
from dateline.views.citations import Source
from dateline.views.folding import Folding
from dateline.views.ordering import in_order, time_key
from dateline.views.values import Mask, Values

Positions = NDArray[np.int64]
Sort = Literal["time", "newest", "salience", "sources"]
SORTS: tuple[str, ...] = get_args(Sort)

_NONE = -1
_EARLIEST, _LATEST = datetime.date.min.toordinal(), datetime.date.max.toordinal()


class Selected(msgspec.Struct, frozen=True, kw_only=True):
    """Which entries a selection shows: their positions and depths in order, and how many the inclusion rule folded."""

    positions: Positions
    depths: NDArray[np.int8]
    folded: int


class Columns:
    """The entries of one state of a chronicle; their positions are those of the whole chronology."""

    def __init__(
        self,
        entries: Iterable[Entry],
        actors: Iterable[Actor],
        source: Callable[[str], Source],
        pages_of: Callable[[str], Container[str]],
    ) -> None:
        """`source` gives the source that a page is, `pages_of` the ids of the pages that a filter by source means."""
        listed = list(entries)
        reported = {entry.id: _reported(entry, source) for entry in listed}
        placed = in_order(listed, lambda entry: reported[entry.id])
        ordered = [entry for entry, _ in placed]
        self.ids = tuple(entry.id for entry in ordered)
        self.position = {id: position for position, id in enumerate(self.ids)}
        self._frames = _frames([depth for _, depth in placed])
        self._rank = _ranks([time_key(entry, reported[entry.id]) for entry in ordered])
        self._salience = np.array([entry.salience for entry in ordered], dtype=np.float32)
        self._sources = np.array([entry.sources for entry in ordered], dtype=np.int32)
        self._reported = _ordinals([reported[entry.id] for entry in ordered], _NONE)
        self._first = _ordinals([entry.interval.earliest for entry in ordered], _NONE)
        self._last = _ordinals([entry.interval.latest for entry in ordered], _NONE)
        self._bearers = _bearers(actors)
        self.fields = {
            "actor": Values(entry.actors + entry.recipients for entry in ordered),
            "place": Values(entry.places for entry in ordered),
            "type": Values((entry.type,) if entry.type else () for entry in ordered),
            "status": Values((entry.status,) for entry in ordered),
            "said_by": Values(entry.said_by for entry in ordered),
            "source": Values(_outlets(entry, source) for entry in ordered),
        }
        self._pages = Values((report.page_id for report in entry.reports) for entry in ordered)
        self._pages_of = pages_of

    def matching(self, filters: Filters) -> Mask:
        """The entries that fit the filters."""
        mask = np.ones(len(self.ids), dtype=bool)
        for field in ("actor", "place", "said_by"):
            if wanted := getattr(filters, field):
                mask &= self.fields[field].named(wanted, self._bearers)
        if filters.type:
            type_key = folded(filters.type)
            mask &= self.fields["type"].having(lambda name: folded(name) == type_key)
        if filters.status:
            mask &= self.fields["status"].having(lambda name: name == filters.status)
        if filters.source:
            mask &= self._pages.having(self._pages_of(filters.source).__contains__)
        return mask & self._within(filters.since, filters.until)

    def among(self, ids: Iterable[str]) -> Mask:
        """The entries with these ids."""
        mask = np.zeros(len(self.ids), dtype=bool)
        mask[[self.position[id] for id in ids if id in self.position]] = True
        return mask

    def among_positions(self, positions: Positions) -> Mask:
        """The entries at these positions."""
        mask = np.zeros(len(self.ids), dtype=bool)
        mask[positions] = True
        return mask

    def without_date(self, mask: Mask) -> Mask:
        """The entries of a mask that have no date at all."""
        return mask & self._undated()

    def near(self, position: int, days: int) -> Mask:
        """The entries whose time is at most so many days from that of one entry; none where that has no date."""
        first, last = self._bounds()
        if self._undated()[position]:
            return np.zeros(len(self.ids), dtype=bool)
        near: Mask = ~self._undated() & (first <= last[position] + days) & (last >= first[position] - days)
        return near

    def select(self, mask: Mask, folding: Folding | None, sort: Sort = "time") -> Selected:
        """The entries of a mask in order, without what the inclusion rule folds; sub-events stand under their frame.

        A frame in the mask is kept for the sake of a sub-event that is shown. Orders other than by time are flat.
        """
        kept = mask if folding is None else mask & self._with_frames(mask & ~self._folded(folding))
        positions = np.flatnonzero(kept)
        folded_away = int(mask.sum()) - len(positions)
        if sort != "time":
            ordered = positions[np.argsort(self._key(sort)[positions], kind="stable")]
            return Selected(positions=ordered, depths=np.zeros(len(ordered), dtype=np.int8), folded=folded_away)
        roots, depths = self._roots(kept)
        order = np.lexsort((positions, self._rank[roots[positions]]))
        return Selected(positions=positions[order], depths=depths[positions][order], folded=folded_away)

    def years(self, mask: Mask) -> list[tuple[int, int]]:
        """How many entries of the mask share a day with each year, in order; open ends reach no further than day."""
        first, last = self._bounds(closed=True)
        dated = mask & ~self._undated()
        begin, end = _years(first[dated]), _years(last[dated])
        if not len(begin):
            return []
        start = int(begin.min())
        steps = np.zeros(int(end.max()) - start + 2, dtype=np.int64)
        np.add.at(steps, begin - start, 1)
        np.add.at(steps, end - start + 1, -1)
        return [(start + n, int(count)) for n, count in enumerate(np.cumsum(steps)) if count]

    def undated(self, mask: Mask) -> int:
        """How many entries of the mask have no date at all."""
        return int(self.without_date(mask).sum())

    def spans(self, positions: Positions) -> tuple[Positions, Positions]:
        """First and last days of entries as ordinals, an open end as the other end; undated ones as -1."""
        first, last = self._bounds(closed=True)
        undated = self._undated()
        return (
            np.where(undated, _NONE, first)[positions].astype(np.int64),
            np.where(undated, _NONE, last)[positions].astype(np.int64),
        )

    def _undated(self) -> Mask:
        undated: Mask = (self._first == _NONE) & (self._last == _NONE)
        return undated

    def _bounds(self, *, closed: bool = False) -> tuple[NDArray[np.int32], NDArray[np.int32]]:
        """First and last days; an open end is without bound, or the other end where `closed`."""
        first = np.where(self._first == _NONE, self._last if closed else _EARLIEST, self._first)
        last = np.where(self._last == _NONE, self._first if closed else _LATEST, self._last)
        return first, last

    def _within(self, since: datetime.date | None, until: datetime.date | None) -> Mask:
        mask = np.ones(len(self.ids), dtype=bool)
        first, last = self._bounds()
        if since:
            mask &= ~self._undated() & (last >= since.toordinal())
        if until:
            mask &= ~self._undated() & (first <= until.toordinal())
        return mask

    def _folded(self, folding: Folding) -> Mask:
        old: Mask = (self._last != _NONE) & (self._reported - self._last > folding.background_days)
        return (self._salience < folding.below) | old

    def _with_frames(self, kept: Mask) -> Mask:
        """The entries kept, and all frames above them."""
        kept = kept.copy()
        above = self._frames[kept]
        while len(above := above[above != _NONE]):
            kept[above] = True
            above = np.unique(self._frames[above])
        return kept

    def _roots(self, kept: Mask) -> tuple[NDArray[np.int32], NDArray[np.int8]]:
        """For each entry the highest frame that an unbroken line of kept frames leads to, and how long the line is."""
        roots = np.arange(len(self.ids), dtype=np.int32)
        depths = np.zeros(len(self.ids), dtype=np.int8)
        moving = kept.copy()
        while moving.any():
            above = self._frames[roots]
            moving &= (above != _NONE) & kept[above]
            roots[moving] = above[moving]
            depths[moving] += 1
        return roots, depths

    def _key(self, sort: Sort) -> NDArray[np.float64]:
        match sort:
            case "salience":
                return -self._salience.astype(np.float64)
            case "sources":
                return -self._sources.astype(np.float64)
            case _:
                return -self._rank.astype(np.float64)


def _reported(entry: Entry, source: Callable[[str], Source]) -> datetime.date:
    return min(source(report.page_id).published for report in entry.reports)


def _outlets(entry: Entry, source: Callable[[str], Source]) -> list[str]:
    pages = [source(page) for page in dict.fromkeys(report.page_id for report in entry.reports)]
    return [name for page in pages for name in (page.publisher, page.agency) if name]


def _frames(depths: Sequence[int]) -> NDArray[np.int32]:
    """The position of each entry's frame: the last one above it that is one less deep."""
    frames = np.full(len(depths), _NONE, dtype=np.int32)
    line: list[int] = []
    for position, depth in enumerate(depths):
        del line[depth:]
        if line:
            frames[position] = line[-1]
        line.append(position)
    return frames


def _ranks(keys: Sequence[tuple[object, ...]]) -> NDArray[np.int32]:
    ranks = np.empty(len(keys), dtype=np.int32)
    for rank, position in enumerate(sorted(range(len(keys)), key=keys.__getitem__)):
        ranks[position] = rank
    return ranks


def _ordinals(days: Sequence[datetime.date | None], missing: int) -> NDArray[np.int32]:
    return np.array([day.toordinal() if day else missing for day in days], dtype=np.int32)


def _years(ordinals: NDArray[np.int32]) -> NDArray[np.int64]:
    days = ordinals.astype(np.int64) - datetime.date(1970, 1, 1).toordinal()
    return days.astype("datetime64[D]").astype("datetime64[Y]").astype(np.int64) + 1970


def _bearers(actors: Iterable[Actor]) -> dict[str, frozenset[str]]:
    borne: dict[str, set[str]] = {}
    for actor in actors:
        for name in (actor.name, *actor.names):
            borne.setdefault(folded(name), set()).add(folded(actor.name))
    return {name: frozenset(full) for name, full in borne.items()}
