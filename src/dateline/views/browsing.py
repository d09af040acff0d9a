"""One page of the chronology with the facets beside it."""

from collections.abc import Iterable, Sequence

import msgspec
import numpy as np

from dateline.store import EVERYTHING, Filters
from dateline.views.columns import Columns, Positions, Selected, Sort
from dateline.views.folding import Folding
from dateline.views.rows import EntryRow
from dateline.views.values import Mask

ROWS_A_PAGE = 100
MOST_ROWS = 1000
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


class Facets(msgspec.Struct, frozen=True, kw_only=True):
    """What the entries that fit are made of, folded ones among them; the most frequent values first."""

    actor: tuple[Facet, ...]
    place: tuple[Facet, ...]
    type: tuple[Facet, ...]
    status: tuple[Facet, ...]
    said_by: tuple[Facet, ...]
    source: tuple[Facet, ...]
    years: tuple[YearCount, ...]
    undated: int


class Browsing(msgspec.Struct, frozen=True, kw_only=True):
    """What is asked of the chronology, beside the shared filters.

    `words` is free text, `near` the id of an entry and `days` how far from it in time, `after` the id of the last row
    of the page before.
    """

    filters: Filters = EVERYTHING
    words: str | None = None
    near: str | None = None
    days: int = 7
    folding: Folding | None = Folding()
    sort: Sort = "time"
    after: str | None = None
    limit: int = ROWS_A_PAGE


class EntryPage(msgspec.Struct, frozen=True, kw_only=True):
    """Rows of one page. `first` is the number of the first row, from 1; `total` counts all rows of the selection.

    `after` leads to the next page, None on the last. `before` are the rows' ids that lead to the page before: None on
    the first page, "" where that is the first.
    """

    rows: tuple[EntryRow, ...]
    total: int
    folded: int
    first: int
    after: str | None
    before: str | None
    facets: Facets


def facets(columns: Columns, mask: Mask, shown: int = FACET_VALUES) -> Facets:
    """The most frequent values of each field, and all years."""
    counted = {
        name: tuple(Facet(value=value, count=count) for value, count in values.counts(mask)[:shown])
        for name, values in columns.fields.items()
    }
    years = tuple(YearCount(year=year, count=count) for year, count in columns.years(mask))
    return Facets(**counted, years=years, undated=columns.undated(mask))


def fitting(columns: Columns, asked: Browsing, found: Iterable[str] | None) -> Mask:
    """The entries that fit what is asked; `found` are the ids that hold the words, None where none are asked for."""
    mask = columns.matching(asked.filters)
    if found is not None:
        mask &= columns.among(found)
    if asked.near is not None:
        mask &= columns.near(columns.position[asked.near], asked.days)
    return mask


def page_bounds(columns: Columns, selected: Selected, asked: Browsing) -> tuple[int, int]:
    """Where the page asked for begins and ends among the selected rows.

    A cursor whose row is no longer among them leads to the first page.
    """
    at = columns.position.get(asked.after) if asked.after else None
    met = [] if at is None else np.flatnonzero(selected.positions == at).tolist()
    begin = met[0] + 1 if met else 0
    return begin, min(begin + asked.limit, len(selected.positions))


def cursors(
    ids: Sequence[str], positions: Positions, begin: int, end: int, limit: int
) -> tuple[str | None, str | None]:
    """The cursors of the next page and of the page before."""
    after = ids[positions[end - 1]] if end < len(positions) else None
    if begin == 0:
        return after, None
    return after, ids[positions[begin - limit - 1]] if begin > limit else ""
