"""Statements and expectations that are asked for by their entries: with columns in memory faster than by joins.

The filters mean what `dateline.store.Filters` says; a test compares both.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Literal

import msgspec
import numpy as np

from dateline.records import Expectation, Statement
from dateline.store import EVERYTHING, Filters
from dateline.views.ground import Ground

ListKind = Literal["statements", "expectations"]
AT_ONCE = 200
OF_ENTRIES: dict[ListKind, tuple[tuple[str, ...], ...]] = {
    "statements": (("place",), ("type",), ("status",)),
    "expectations": (("actor", "place", "type", "said_by", "source"), ("status",)),
}
"""The filters that entries decide; those of one group are for one and the same entry."""


def statements(ground: Ground, filters: Filters, limit: int | None, after: str | None) -> Iterator[Statement]:
    """Statements that fit, in order of time."""
    ids = listed(ground, "statements", filters)
    if ids is None:
        yield from ground.reader.statements(filters, limit=limit, after=after)
        return
    yield from _in_portions(ids, limit, after, ground.reader.statements_by_id)


def expectations(ground: Ground, filters: Filters, limit: int | None, after: str | None) -> Iterator[Expectation]:
    """Expectations that fit, in order of their due date."""
    ids = listed(ground, "expectations", filters)
    if ids is None:
        yield from ground.reader.expectations(filters, limit=limit, after=after)
        return
    yield from _in_portions(ids, limit, after, ground.reader.expectations_by_id)


def how_many(ground: Ground, kind: ListKind, filters: Filters) -> int:
    """How many rows of a list fit."""
    ids = listed(ground, kind, filters)
    return ground.reader.how_many(kind, filters) if ids is None else len(ids)


def listed(ground: Ground, kind: ListKind, filters: Filters) -> Sequence[str] | None:
    """Ids of what fits, in order; None where the database is as quick to ask."""
    if "columns" not in ground.made or not any(_group(filters, names) for names in OF_ENTRIES[kind]):
        return None
    return ground.listed.get((kind, filters), lambda _: _listed(ground, kind, filters))


def _listed(ground: Ground, kind: ListKind, filters: Filters) -> Sequence[str]:
    leads = ground.statement_entries if kind == "statements" else ground.expectation_entries
    own = msgspec.structs.replace(filters, **{name: None for names in OF_ENTRIES[kind] for name in names})
    if own == EVERYTHING and filters.status is None:
        rows = ground.statements_in_order if kind == "statements" else ground.expectations_in_order
    else:
        rows = leads.ordered(ground.reader.in_order(kind, own, filters.status))
    kept = np.ones(len(rows.ids), dtype=bool)
    for names in OF_ENTRIES[kind]:
        if (asked := _group(filters, names)) is not None:
            fits = leads.fitting(ground.columns.matching(asked))[rows.numbers]
            kept &= fits | rows.own if asked.status else fits
    return [rows.ids[n] for n in np.flatnonzero(kept).tolist()]


def _group(filters: Filters, names: Iterable[str]) -> Filters | None:
    asked = Filters(**{name: getattr(filters, name) for name in names})
    return asked if asked != EVERYTHING else None


def _in_portions[T](
    ids: Sequence[str], limit: int | None, after: str | None, by_id: Callable[[Sequence[str]], Mapping[str, T]]
) -> Iterator[T]:
    """What has these ids, in their order, asked for some at a time; what is gone since is left out."""
    begin = ids.index(after) + 1 if after in ids else 0
    end = len(ids) if limit is None else begin + limit
    for at in range(begin, min(end, len(ids)), AT_ONCE):
        some = ids[at : min(at + AT_ONCE, end)]
        found = by_id(some)
        yield from (found[id] for id in some if id in found)
