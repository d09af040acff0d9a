"""What is cut from the columns of a chronicle: pages of the chronology, and timelines."""

from collections.abc import Iterable, Iterator

import msgspec

from dateline.views.browsing import Browsing, EntryPage, cursors, facets, fitting, page_bounds
from dateline.views.chronology import entry_row
from dateline.views.columns import Positions
from dateline.views.ground import Ground
from dateline.views.rows import EntryRow
from dateline.views.single import find_entry
from dateline.views.timeline import Lane, LaneField, Timeline, lane_entry, lane_positions, stretch
from dateline.views.values import Mask


def browse(ground: Ground, asked: Browsing) -> EntryPage:
    """One page of the chronology, with facets."""
    columns, mask = ground.columns, _mask(ground, asked)
    selected = columns.select(mask, asked.folding, asked.sort)
    begin, end = page_bounds(columns, selected, asked)
    after, before = cursors(columns.ids, selected.positions, begin, end, asked.limit)
    return EntryPage(
        rows=tuple(_rows_at(ground, selected.positions[begin:end], selected.depths[begin:end])),
        total=len(selected.positions),
        folded=selected.folded,
        first=begin + 1,
        after=after,
        before=before,
        facets=facets(columns, mask),
    )


def along_time(ground: Ground, asked: Browsing, field: LaneField) -> Timeline:
    """Entries along time, with lanes."""
    columns = ground.columns
    kept = columns.among_positions(columns.select(_mask(ground, asked), asked.folding).positions)
    shown = stretch(columns, kept, asked.filters.since, asked.filters.until)
    lanes = lane_positions(columns, kept, field, shown) if shown else []
    return Timeline(
        stretch=shown,
        lanes=tuple(_lane(ground, *lane) for lane in lanes),
        undated=tuple(_undated(ground, kept, asked.limit)),
        undated_in_all=columns.undated(kept),
    )


def _mask(ground: Ground, asked: Browsing) -> Mask:
    """The entries that fit what is asked."""
    if asked.near is not None:
        asked = msgspec.structs.replace(asked, near=find_entry(ground, asked.near).id)
    found = ground.reader.holding(asked.words, "entry") if asked.words else None
    return fitting(ground.columns, asked, found)


def _lane(ground: Ground, name: str, count: int, positions: Positions) -> Lane:
    rows = _rows_at(ground, positions, [0] * len(positions))
    return Lane(name=name, count=count, entries=tuple(map(lane_entry, rows)))


def _undated(ground: Ground, mask: Mask, limit: int) -> Iterator[EntryRow]:
    columns = ground.columns
    positions = columns.select(columns.without_date(mask), None, "salience").positions[:limit]
    return _rows_at(ground, positions, [0] * len(positions))


def _rows_at(ground: Ground, positions: Positions, depths: Iterable[int]) -> Iterator[EntryRow]:
    ids = [ground.columns.ids[position] for position in positions]
    entries = ground.reader.entries_by_id(ids)
    for id, depth in zip(ids, depths, strict=True):
        if id in entries:  # it may have been merged away since the columns were made
            yield entry_row(entries[id], ground.evidence, ground.expectations.get(id), int(depth))
