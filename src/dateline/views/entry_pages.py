"""What is cut from the columns of a chronicle: pages of the chronology, and timelines."""

from collections.abc import Iterable, Iterator

import msgspec

from dateline.views.browsing import Browsing, Chosen, EntryPage
from dateline.views.chronology import entry_row
from dateline.views.ground import Ground
from dateline.views.rows import EntryRow
from dateline.views.single import find_entry
from dateline.views.timeline import Lane, LaneField, Timeline, lane_entry, lane_positions, stretch
from dateline.views.values import Positions


def browse(ground: Ground, asked: Browsing) -> EntryPage:
    """One page of the chronology, with facets."""
    chosen = chosen_rows(ground, asked)
    selected = chosen.selected
    begin, end = chosen.bounds(asked)
    after, before = chosen.cursors(begin, end)
    return EntryPage(
        rows=tuple(rows_at(ground, selected.positions[begin:end], selected.depths[begin:end].tolist())),
        total=len(selected.positions),
        folded=selected.folded,
        first=begin + 1,
        after=after,
        before=before,
        facets=chosen.facets,
    )


def along_time(ground: Ground, asked: Browsing, field: LaneField) -> Timeline:
    """Entries along time, with lanes."""
    columns = ground.columns
    kept = columns.among_positions(chosen_rows(ground, asked).selected.positions)
    shown = stretch(columns, kept, asked.filters.since, asked.filters.until)
    lanes = lane_positions(columns, kept, field, shown) if shown else []
    undated = columns.without_date(kept)
    return Timeline(
        stretch=shown,
        lanes=tuple(_lane(ground, *lane) for lane in lanes),
        undated=tuple(flat_rows(ground, columns.weightiest(undated, asked.limit))),
        undated_in_all=int(undated.sum()),
    )


def chosen_rows(ground: Ground, asked: Browsing) -> Chosen:
    """The entries that fit what is asked, in order."""
    if asked.near is not None:
        asked = msgspec.structs.replace(asked, near=find_entry(ground, asked.near).id)
    return ground.chosen(asked)


def _lane(ground: Ground, name: str, count: int, positions: Positions) -> Lane:
    return Lane(name=name, count=count, entries=tuple(map(lane_entry, flat_rows(ground, positions))))


def flat_rows(ground: Ground, positions: Positions) -> Iterator[EntryRow]:
    """The entries at some positions of the columns as rows, none under another."""
    return rows_at(ground, positions, [0] * len(positions))


def rows_at(ground: Ground, positions: Positions, depths: Iterable[int]) -> Iterator[EntryRow]:
    """The entries at some positions of the columns as rows, each with its depth."""
    ids = ground.columns.ids_at(positions)
    entries, expected = ground.reader.entries_by_id(ids), ground.reader.expectations_of(ids)
    for id, depth in zip(ids, depths, strict=True):
        if id in entries:  # it may have been merged away since the columns were made
            yield entry_row(entries[id], ground.evidence, expected.get(id), depth)
