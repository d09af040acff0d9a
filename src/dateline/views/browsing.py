"""One page of the chronology with the facets beside it."""

from collections.abc import Callable, Iterable, Sequence
from functools import cached_property

import msgspec
import numpy as np

from dateline.store import EVERYTHING, Filters
from dateline.views.columns import Columns, Selected, Sort
from dateline.views.flags import EntryMark
from dateline.views.folding import Folding
from dateline.views.rows import EntryRow, RowKind
from dateline.views.values import Mask

ROWS_A_PAGE = 100
MOST_ROWS = 1000
KINDS: tuple[RowKind, ...] = ("event", "expectation")
"""The kinds of rows that a chronology shows when nothing else is asked for."""
FACET_VALUES = 12
"""Values of a field that are shown; the rest are found by typing a name."""


class Facet(msgspec.Struct, frozen=True, kw_only=True):
    """One value of a field, and how many of the entries that fit have it."""

    value: str
    count: int


class YearCount(msgspec.Struct, frozen=True, kw_only=True):
    """How many of the entries that fit share a day with a year."""

    year: int
    count: int


class MonthCount(msgspec.Struct, frozen=True, kw_only=True):
    """The same of a month, YYYY-MM."""

    month: str
    count: int


class Facets(msgspec.Struct, frozen=True, kw_only=True):
    """What the entries that fit are made of, folded ones among them; the most frequent values first.

    `months` are those of the only year there is, or of the one that the filters lie in; empty otherwise. `kinds` counts
    the kinds of rows, where statements or claims are asked for.
    """

    actor: tuple[Facet, ...]
    place: tuple[Facet, ...]
    type: tuple[Facet, ...]
    status: tuple[Facet, ...]
    said_by: tuple[Facet, ...]
    source: tuple[Facet, ...]
    years: tuple[YearCount, ...]
    undated: int
    mark: tuple[Facet, ...] = ()
    months: tuple[MonthCount, ...] = ()
    kinds: tuple[Facet, ...] = ()


class Browsing(msgspec.Struct, frozen=True, kw_only=True):
    """What is asked of the chronology, beside the shared filters.

    `words` is free text, `near` the id of an entry and `days` how far from it in time, `after` the id of the last row
    of the page before, `before` that of the first row of the page after. `kinds` are the kinds of rows that are shown,
    `mark` what entries are marked with.
    """

    filters: Filters = EVERYTHING
    words: str | None = None
    near: str | None = None
    days: int = 7
    folding: Folding | None = Folding()
    sort: Sort = "time"
    after: str | None = None
    before: str | None = None
    limit: int = ROWS_A_PAGE
    kinds: tuple[RowKind, ...] = KINDS
    mark: EntryMark | None = None


class EntryPage(msgspec.Struct, frozen=True, kw_only=True):
    """Rows of one page. `first` is the number of the first row, from 1; `total` counts all rows of the selection.

    `after` leads to the next page, None on the last; `before`, given as such, to the page before, None on the first.
    """

    rows: tuple[EntryRow, ...]
    total: int
    folded: int
    first: int
    after: str | None
    before: str | None
    facets: Facets


class Chosen:
    """The entries that fit what is asked of one state of a chronicle, in order."""

    def __init__(
        self, columns: Columns, asked: Browsing, found: Sequence[int] | None, ahead: Iterable[str] = ()
    ) -> None:
        """`found` are the numbers of what holds the words, None where none are asked for.

        `ahead` are the ids of what was to come, where kinds of rows are asked for.
        """
        self.mask = _fitting(columns, asked, found)
        if shown := {*KINDS} - {*asked.kinds}:
            of_kind = columns.among(ahead)
            self.mask &= of_kind if shown == {"event"} else ~of_kind & (shown == {"expectation"})
        self._year = _one_year(asked.filters)
        self.selected: Selected = columns.select(self.mask, asked.folding, asked.sort)
        self._columns = columns

    @cached_property
    def facets(self) -> Facets:
        """The most frequent values of each field, and all years."""
        columns, mask = self._columns, self.mask
        counted = {
            name: tuple(Facet(value=value, count=count) for value, count in values.counts(mask, FACET_VALUES))
            for name, values in columns.fields.items()
        }
        years = tuple(YearCount(year=year, count=count) for year, count in columns.years(mask))
        year = self._year or (years[0].year if len(years) == 1 else None)
        months = columns.months(mask, year) if year else ()
        return Facets(
            **counted,
            years=years,
            undated=columns.undated(mask),
            months=tuple(MonthCount(month=f"{year:04}-{month:02}", count=count) for month, count in months),
        )

    def bounds(self, asked: Browsing) -> tuple[int, int]:
        """Where the page asked for begins and ends among the entries."""
        return page_bounds(asked, len(self.selected.positions), self._place)

    def cursors(self, begin: int, end: int) -> tuple[str | None, str | None]:
        """The cursors of the next page and of the page before."""
        positions = self.selected.positions
        after = self._columns.ids_at(positions[end - 1 : end]) if end < len(positions) else [None]
        before = self._columns.ids_at(positions[begin : begin + 1]) if begin else [None]
        return after[0], before[0] if before else None

    def _place(self, id: str) -> int | None:
        """The place of an entry among the rows; None where it is not among them."""
        position = self._columns.position(id)
        met = [] if position is None else np.flatnonzero(self.selected.positions == position).tolist()
        return met[0] if met else None


def _one_year(asked: Filters) -> int | None:
    """The year that all days asked for lie in."""
    years = {day.year for day in (asked.since, asked.until) if day is not None}
    return years.pop() if asked.since and asked.until and len(years) == 1 else None


def page_bounds(asked: Browsing, total: int, place: Callable[[str], int | None]) -> tuple[int, int]:
    """Where a page begins and ends among `total` rows; `place` finds the row of a cursor.

    A cursor whose row is no longer there leads to the first page.
    """
    if asked.before is not None and (at := place(asked.before)) is not None and at > asked.limit:
        return at - asked.limit, at
    at = place(asked.after) if asked.after is not None else None
    begin = 0 if at is None else at + 1
    return begin, min(begin + asked.limit, total)


def _fitting(columns: Columns, asked: Browsing, found: Sequence[int] | None) -> Mask:
    mask = columns.matching(asked.filters)
    if found is not None:
        mask &= columns.numbered(found)
    if asked.mark is not None:
        mask &= columns.marked(asked.mark)
    at = columns.position(asked.near) if asked.near is not None else None
    if at is not None:
        mask &= columns.near(at, asked.days)
    return mask
