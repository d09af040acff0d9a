"""Entries as columns in memory: what facets count and a chronology selects, without asking the database for each.

A database takes over a second to group a million rows by a filter; an array takes milliseconds. The filters mean what
`dateline.store.Filters` says; a test compares both.
"""

import datetime
from collections.abc import Collection, Iterable, Sequence
from functools import cached_property
from typing import Any, Literal, get_args

import msgspec
import numpy as np
from numpy.typing import NDArray

from dateline.store import Filters, StoreReader, Written, folded
from dateline.views.flags import EntryMark
from dateline.views.folding import Folding
from dateline.views.gathering import NONE, Gathered, as_texts, found, gathered, nothing
from dateline.views.values import Mask, Positions

Sort = Literal["time", "newest", "salience", "sources"]
SORTS: tuple[str, ...] = get_args(Sort)

Activity = tuple[int, datetime.date | None, datetime.date | None]
"""A number of entries, and the first and the last of their days."""
_EARLIEST, _LATEST = datetime.date.min.toordinal(), datetime.date.max.toordinal()


class Selected(msgspec.Struct, frozen=True, kw_only=True):
    """Which entries a selection shows: their positions and depths in order, and how many the inclusion rule folded."""

    positions: Positions
    depths: NDArray[np.int16]
    folded: int


class Columns:
    """The entries of one state of a chronicle; their positions are those of the whole chronology."""

    def __init__(self, state: Gathered, reader: StoreReader) -> None:
        self._state = state
        self._reader = reader
        self._framed = np.flatnonzero(state.frames != NONE).astype(np.int32)
        self.fields = state.fields

    @classmethod
    def of(cls, reader: StoreReader) -> "Columns":
        """The columns of all entries."""
        published = {page.page: page for page in reader.publications()}
        return cls(gathered(nothing(), (), reader.entry_cells(), published), reader)

    def renewed(self, written: Written) -> "Columns":
        """The columns after something was written: entries, or pages on which entries stand."""
        state = self._state
        of_pages = self.ids_at(np.flatnonzero(state.pages.having_any(written.pages)).astype(np.int32))
        gone = written.entries.union(of_pages)
        if not gone:
            return self
        cells = list(self._reader.entry_cells(gone))
        pages = {report.page_id for cell in cells for report in cell.reports}
        published = {page.page: page for page in self._reader.publications(pages)}
        return Columns(gathered(state, gone, cells, published), self._reader)

    def __len__(self) -> int:
        return len(self._state.ids)

    def ids_at(self, positions: Positions) -> list[str]:
        """The ids of the entries at positions."""
        return [id.decode("utf-8", "surrogatepass") for id in self._state.ids[positions].tolist()]

    def position(self, id: str) -> int | None:
        """Where the entry of an id is."""
        at = self._state.positions_of((id,))
        return int(at[0]) if len(at) else None

    def positions(self, ids: Sequence[str]) -> tuple[Mask, Positions]:
        """Which of these ids are those of entries, and where those are."""
        return found(as_texts(ids), self._state.sorted_ids, self._state.by_id)

    def matching(self, filters: Filters) -> Mask:
        """The entries that fit the filters."""
        mask = np.ones(len(self), dtype=bool)
        for field in ("actor", "place", "said_by"):
            if wanted := getattr(filters, field):
                mask &= self.fields[field].named(wanted, self._reader.bearers(wanted))
        if filters.type:
            mask &= self.fields["type"].fitting(folded(filters.type).__eq__)
        if filters.status:
            mask &= self.fields["status"].having(filters.status)
        if filters.source:
            mask &= self._state.pages.having_any(self._reader.pages_of(filters.source))
        return mask & self._within(filters.since, filters.until)

    def among(self, ids: Iterable[str]) -> Mask:
        """The entries with these ids."""
        return self.among_positions(self._state.positions_of(ids))

    def numbered(self, numbers: Sequence[int]) -> Mask:
        """The entries with these numbers of the index of words; numbers of other things do not matter."""
        among, positions = self._numbers
        return self.among_positions(found(np.array(numbers, dtype=np.int64), among, positions)[1])

    def among_positions(self, positions: Positions) -> Mask:
        """The entries at these positions."""
        mask = np.zeros(len(self), dtype=bool)
        mask[positions] = True
        return mask

    def marked(self, mark: EntryMark) -> Mask:
        """The entries with a mark."""
        return self.fields["mark"].having(mark)

    def begins(self, selected: Selected) -> NDArray[np.int64]:
        """The day, as an ordinal, by which each selected row stands in the order of time: for a part, its frame's."""
        days = np.where(self._undated, self._state.reported, self.spans[0])[selected.positions].astype(np.int64)
        roots = np.maximum.accumulate(np.where(selected.depths == 0, np.arange(len(days)), 0))
        of_roots: NDArray[np.int64] = days[roots]
        return of_roots

    def without_date(self, mask: Mask) -> Mask:
        """The entries of a mask that have no date at all."""
        return mask & self._undated

    def near(self, position: int, days: int) -> Mask:
        """The entries whose time is at most so many days from that of one entry; none where that has no date."""
        if self._undated[position]:
            return np.zeros(len(self), dtype=bool)
        first, last = self._open
        near: Mask = ~self._undated & (first <= last[position] + days) & (last >= first[position] - days)
        return near

    def select(self, mask: Mask, folding: Folding | None, sort: Sort = "time") -> Selected:
        """The entries of a mask in order, without what the inclusion rule folds; sub-events stand under their frame.

        A frame in the mask is kept for the sake of a sub-event that is shown. Orders other than by time are flat.
        """
        kept = mask if folding is None else mask & self._with_frames(mask & ~self._folded(folding))
        positions = np.flatnonzero(kept).astype(np.int32)
        folded_away = int(mask.sum()) - len(positions)
        if sort != "time":
            ordered = positions[np.argsort(self._key(sort)[positions], kind="stable")]
            return Selected(positions=ordered, depths=np.zeros(len(ordered), dtype=np.int16), folded=folded_away)
        depths, astray, roots = self._under_frames(kept)
        ordered = self._put_right(positions, astray, roots) if len(astray) else positions
        return Selected(positions=ordered, depths=depths[ordered], folded=folded_away)

    def weightiest(self, mask: Mask, most: int) -> Positions:
        """The entries of a mask with the highest salience, at most so many, the highest first."""
        positions = np.flatnonzero(mask).astype(np.int32)
        salience = self._state.salience[positions]
        if len(positions) > most:
            least = np.partition(salience, len(salience) - most)[len(salience) - most]
            positions, salience = positions[salience >= least], salience[salience >= least]
        return positions[np.argsort(-salience, kind="stable")][:most]

    @property
    def salience(self) -> NDArray[np.float32]:
        """How weighty each entry is."""
        return self._state.salience

    def activity(self) -> dict[str, Activity]:
        """For each name of an actor: in how many entries, with the first and last of their days."""
        first, last = self.spans
        return {
            name: (count, _day(begin), _day(end))
            for name, count, begin, end in self.fields["actor"].extents(first, last)
        }

    def activity_on_pages(self, names: Collection[str]) -> dict[tuple[str, str], Activity]:
        """The same for each of these names on each page that reports the entries."""
        mask = self.fields["actor"].having_any(names)
        pages: dict[int, list[str]] = {}
        for row, page in self._state.pages.pairs(mask):
            pages.setdefault(row, []).append(page)
        days: dict[tuple[str, str], list[int]] = {}
        for row, name in self.fields["actor"].pairs(mask):
            for page in pages.get(row, ()) if name in names else ():
                days.setdefault((name, page), []).append(row)
        first, last = self.spans
        return {key: (len(rows), *_extent(first[rows], last[rows])) for key, rows in days.items()}

    def on_page(self, page: str) -> Mask:
        """The entries that a page reports."""
        return self._state.pages.having(page)

    def at_places(self) -> dict[str, int]:
        """How many entries are at each place, by its name in small letters."""
        told: dict[str, int] = {}
        first, last = self.spans
        for name, count, _, _ in self.fields["place"].extents(first, last):
            told[name.casefold()] = told.get(name.casefold(), 0) + count
        return told

    def together(self, field: str, names: Sequence[str], mask: Mask) -> list[list[int]]:
        """In how many entries of the mask each two of these values of a field stand together."""
        return self.fields[field].together(names, mask)

    def pages_in(self, mask: Mask) -> list[str]:
        """The pages that report the entries of a mask."""
        return self._state.pages.names_in(mask)

    def names(self, field: str) -> tuple[str, ...]:
        """The values of a field that occur, in order of the alphabet."""
        first, last = self.spans
        return tuple(sorted(name for name, *_ in self.fields[field].extents(first, last)))

    def names_in(self, mask: Mask, fields: Iterable[str]) -> frozenset[str]:
        """The folded names that the entries of a mask have in these fields."""
        return frozenset(folded(name) for field in fields for name in self.fields[field].names_in(mask))

    def years(self, mask: Mask) -> list[tuple[int, int]]:
        """How many entries of the mask share a day with each year, in order; open ends reach no further than day."""
        dated = mask & ~self._undated
        return _tallied(*(years[dated] for years in self._years))

    def months(self, mask: Mask, year: int) -> list[tuple[int, int]]:
        """How many entries of the mask share a day with each month (1 to 12) of a year, in order."""
        first = datetime.date(year, 1, 1).toordinal()
        starts = np.array([datetime.date(year, month, 1).toordinal() for month in range(1, 13)])
        days = datetime.date(year, 12, 31).toordinal() - first
        begin, end = self.spans
        of_year = mask & ~self._undated & (end >= first) & (begin <= first + days)
        months = (
            (np.searchsorted(starts, np.clip(span[of_year], first, first + days), side="right")) for span in self.spans
        )
        return _tallied(*months)

    def undated(self, mask: Mask) -> int:
        """How many entries of the mask have no date at all."""
        return int(self.without_date(mask).sum())

    @cached_property
    def spans(self) -> tuple[Positions, Positions]:
        """First and last days of all entries as ordinals, an open end as the other end; undated ones as -1."""
        first, last = self._state.first, self._state.last
        return np.where(first == NONE, last, first), np.where(last == NONE, first, last)

    @cached_property
    def _numbers(self) -> tuple[NDArray[np.int64], Positions]:
        """The numbers of the index of words in order, and the entries that they are of."""
        order = np.argsort(self._state.numbers).astype(np.int32)
        return self._state.numbers[order], order

    @cached_property
    def _undated(self) -> Mask:
        undated: Mask = (self._state.first == NONE) & (self._state.last == NONE)
        return undated

    @cached_property
    def _open(self) -> tuple[Positions, Positions]:
        """First and last days; an open end is without bound."""
        first, last = self._state.first, self._state.last
        return np.where(first == NONE, _EARLIEST, first), np.where(last == NONE, _LATEST, last)

    @cached_property
    def _years(self) -> tuple[NDArray[np.int16], NDArray[np.int16]]:
        first, last = map(_years, self.spans)
        return first, last

    def _within(self, since: datetime.date | None, until: datetime.date | None) -> Mask:
        mask = np.ones(len(self), dtype=bool)
        first, last = self._open
        if since:
            mask &= ~self._undated & (last >= since.toordinal())
        if until:
            mask &= ~self._undated & (first <= until.toordinal())
        return mask

    def _folded(self, folding: Folding) -> Mask:
        state = self._state
        old: Mask = (state.last != NONE) & (state.reported - state.last > folding.background_days)
        return (state.salience < folding.below) | old

    def _with_frames(self, kept: Mask) -> Mask:
        """The entries kept, and all frames above them."""
        kept, frames = kept.copy(), self._state.frames
        above = frames[self._framed[kept[self._framed]]]
        while len(above := above[above != NONE]):
            kept[above] = True
            above = np.unique(frames[above])
        return kept

    def _under_frames(self, kept: Mask) -> tuple[NDArray[np.int16], Positions, Positions]:
        """How deep each entry stands under frames that are kept.

        Then those that are not where the whole chronology has them, for their own frame is not kept, or that of a frame
        above them; and the highest kept frame of each.
        """
        frames, inside = self._state.frames, self._framed[kept[self._framed]]
        roots, depth = inside.copy(), np.zeros(len(inside), dtype=np.int16)
        while True:
            above = frames[roots]
            rises = (above != NONE) & kept[above]
            if not rises.any():
                break
            roots[rises] = above[rises]
            depth[rises] += 1
        depths = np.zeros(len(kept), dtype=np.int16)
        depths[inside] = depth
        astray = frames[roots] != NONE
        return depths, inside[astray], roots[astray]

    def _put_right(self, positions: Positions, astray: Positions, roots: Positions) -> Positions:
        """The positions with those that went astray where the highest of their kept frames has its time."""
        state = self._state
        order = np.lexsort((astray, state.rank[roots]))
        others = positions[~self.among_positions(astray)[positions]]
        at = np.searchsorted(state.root_rank[others], state.rank[roots[order]])
        return np.insert(others, at, astray[order])

    def _key(self, sort: Sort) -> NDArray[np.float32] | Positions:
        match sort:
            case "salience":
                return -self._state.salience
            case "sources":
                return -self._state.sources
            case _:
                return -self._state.rank


def _tallied(begin: NDArray[Any], end: NDArray[Any]) -> list[tuple[int, int]]:
    """How many spans hold each number, in order, those that none holds left out."""
    if not len(begin):
        return []
    start, size = int(begin.min()), int(end.max()) - int(begin.min()) + 2
    steps = np.bincount(begin - start, minlength=size) - np.bincount(end - start + 1, minlength=size)
    return [(start + n, int(count)) for n, count in enumerate(np.cumsum(steps)) if count]


def _extent(first: Positions, last: Positions) -> tuple[datetime.date | None, datetime.date | None]:
    """The first and the last day of several entries, without those that are not dated."""
    dated = first >= 0
    return (_day(int(first[dated].min())), _day(int(last[dated].max()))) if dated.any() else (None, None)


def _day(ordinal: int) -> datetime.date | None:
    return datetime.date.fromordinal(ordinal) if ordinal > 0 else None


def _years(ordinals: Positions) -> NDArray[np.int16]:
    days = ordinals.astype(np.int64) - datetime.date(1970, 1, 1).toordinal()
    return (days.astype("datetime64[D]").astype("datetime64[Y]").astype(np.int64) + 1970).astype(np.int16)
