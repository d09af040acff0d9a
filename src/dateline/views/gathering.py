"""Entries as arrays, in the order of the whole chronology: made once, then renewed where something was written."""

import datetime
from array import array
from collections.abc import Collection, Iterable, Mapping, Sequence

import msgspec
import numpy as np
from numpy.typing import NDArray

from dateline.store import EntryCells, Publication, document_number
from dateline.views.flags import marks
from dateline.views.values import Gathering, Positions, Values

Texts = NDArray[np.bytes_]
FIELDS = ("actor", "place", "type", "status", "said_by", "source", "mark")
NONE = -1
LAST_DAY = datetime.date.max.toordinal()
_DAY_BITS = 22
"""Bits that hold the ordinal of any day."""


class Gathered(msgspec.Struct, frozen=True, kw_only=True):
    """One state of all entries. An entry has the same position in each array: its place in the whole chronology.

    Days are ordinals, -1 where there is none. `by_id` are positions in the order of the ids, `sorted_ids` the ids in
    that order. `numbers` are those of the index of words. `rank` is an entry's place in time alone, `root_rank` that of
    the highest frame it stands under. `frames` is the position of its frame; `framed` are the positions whose entries
    name one, by the ids `frame_ids`.
    """

    ids: Texts
    sorted_ids: Texts
    by_id: Positions
    rank: Positions
    root_rank: Positions
    frames: Positions
    framed: Positions
    frame_ids: Texts
    numbers: NDArray[np.int64]
    salience: NDArray[np.float32]
    sources: Positions
    reported: Positions
    first: Positions
    last: Positions
    fields: dict[str, Values]
    pages: Values

    def positions_of(self, ids: Iterable[str]) -> Positions:
        """The positions of those of the ids that are there."""
        return found(as_texts(ids), self.sorted_ids, self.by_id)[1]


def nothing() -> Gathered:
    """The state of an empty chronicle."""
    numbers, texts = np.empty(0, dtype=np.int32), as_texts(())
    return Gathered(
        ids=texts, sorted_ids=texts, by_id=numbers, rank=numbers, root_rank=numbers, frames=numbers, framed=numbers,
        frame_ids=texts, numbers=np.empty(0, dtype=np.int64), salience=np.empty(0, dtype=np.float32), sources=numbers,
        reported=numbers, first=numbers, last=numbers, fields={name: Values.none() for name in FIELDS},
        pages=Values.none(),
    )  # fmt: skip


def gathered(
    before: Gathered, gone: Collection[str], cells: Iterable[EntryCells], published: Mapping[str, Publication]
) -> Gathered:
    """The state in which the entries `gone` are no more, and those of the cells have come.

    `published` has the pages of the new entries.
    """
    stay = np.ones(len(before.ids), dtype=bool)
    stay[before.positions_of(gone)] = False
    start = int(stay.sum())
    places = np.where(stay, np.cumsum(stay, dtype=np.int32) - 1, NONE).astype(np.int32)
    new = _New(before)
    for cell in cells:
        new.add(cell, published)
    ids = np.concatenate([before.ids[stay], as_texts(new.ids)])
    by_id = _by_id(ids, before.by_id, places, start)
    sorted_ids = ids[by_id]
    framed, frame_ids = _framed(before, places, start, new)
    named, at = found(frame_ids, sorted_ids, by_id)
    parents = np.full(len(ids), NONE, dtype=np.int32)
    parents[framed[named]] = at
    first, last, reported = (
        np.concatenate([getattr(before, name)[stay], np.array(getattr(new, name), dtype=np.int32)])
        for name in ("first", "last", "reported")
    )
    rank = _ranks(first, last, reported, by_id)
    roots, within = _trees(parents, rank)
    order = np.lexsort((within, rank[roots])).astype(np.int32)
    to = _inverse(order)
    return Gathered(
        ids=ids[order],
        sorted_ids=sorted_ids,
        by_id=to[by_id],
        rank=rank[order],
        root_rank=rank[roots][order],
        frames=np.where(parents == NONE, NONE, to[parents])[order].astype(np.int32),
        framed=to[framed],
        frame_ids=frame_ids,
        numbers=np.concatenate([before.numbers[stay], np.array(new.numbers, dtype=np.int64)])[order],
        salience=np.concatenate([before.salience[stay], np.array(new.salience, dtype=np.float32)])[order],
        sources=np.concatenate([before.sources[stay], np.array(new.sources, dtype=np.int32)])[order],
        reported=reported[order],
        first=first[order],
        last=last[order],
        fields={
            name: values.moved(places, start, new.fields[name]).sorted_by(to) for name, values in before.fields.items()
        },
        pages=before.pages.moved(places, start, new.pages).sorted_by(to),
    )


def as_texts(texts: Iterable[str]) -> Texts:
    """Texts as an array that can be sorted and searched."""
    return np.array([text.encode("utf-8", "surrogatepass") for text in texts], dtype=np.bytes_)


def found[K: (Texts, NDArray[np.int64])](
    wanted: K, among: K, positions: Positions
) -> tuple[NDArray[np.bool_], Positions]:
    """Which of the keys wanted are among the sorted ones, and the positions of those that are."""
    if not len(among):
        return np.zeros(len(wanted), dtype=bool), positions
    at = np.minimum(np.searchsorted(among, wanted), len(among) - 1)
    hit = among[at] == wanted
    return hit, positions[at[hit]]


class _New:
    """The cells of new entries, each in its array."""

    def __init__(self, before: Gathered) -> None:
        self.ids: list[str] = []
        self.numbers = array("q")
        self.framed = array("i")
        self.frame_ids: list[str] = []
        self.salience = array("f")
        self.sources = array("i")
        self.reported = array("i")
        self.first = array("i")
        self.last = array("i")
        self.fields = {name: values.gathering() for name, values in before.fields.items()}
        self.pages: Gathering = before.pages.gathering()

    def add(self, cell: EntryCells, published: Mapping[str, Publication]) -> None:
        if cell.frame is not None:
            self.framed.append(len(self.ids))
            self.frame_ids.append(cell.frame)
        self.ids.append(cell.id)
        self.numbers.append(document_number("entry", cell.id))
        self.salience.append(cell.salience)
        self.sources.append(cell.sources)
        self.first.append(_ordinal(cell.interval.earliest))
        self.last.append(_ordinal(cell.interval.latest))
        pages = list(dict.fromkeys(report.page_id for report in cell.reports))
        told = [published[page] for page in pages if page in published]
        self.reported.append(_ordinal(datetime.date.fromisoformat(min(p.day for p in told)) if told else None))
        self.pages.add(pages)
        fields = self.fields
        fields["actor"].add(cell.actors + cell.recipients)
        fields["place"].add(cell.places)
        fields["type"].add((cell.type,) if cell.type else ())
        fields["status"].add((cell.status,))
        fields["said_by"].add(cell.said_by)
        fields["mark"].add(marks(cell))
        fields["source"].add(name for page in told for name in (page.publisher, page.agency) if name)


def _ordinal(day: datetime.date | None) -> int:
    return day.toordinal() if day else NONE


def _by_id(ids: Texts, before: Positions, places: Positions, start: int) -> Positions:
    """The rows in the order of their ids; those of before are in order already, which makes sorting quick."""
    old = places[before]
    rows = np.concatenate([old[old >= 0], np.arange(start, len(ids), dtype=np.int32)])
    return rows[np.argsort(ids[rows], kind="stable")]


def _framed(before: Gathered, places: Positions, start: int, new: _New) -> tuple[Positions, Texts]:
    """The rows whose entries name a frame, and the frames' ids."""
    old = places[before.framed]
    stay = old >= 0
    rows = np.concatenate([old[stay], start + np.array(new.framed, dtype=np.int32)])
    return rows, np.concatenate([before.frame_ids[stay], as_texts(new.frame_ids)])


def _ranks(first: Positions, last: Positions, reported: Positions, by_id: Positions) -> Positions:
    """The place of each entry in time: `dateline.views.ordering.time_key` for all at once."""
    begins = np.where(first != NONE, first, np.where(last != NONE, last, reported)).astype(np.int64)
    openness = (first == NONE).astype(np.int64) + (last == NONE)
    shortness = LAST_DAY - np.where(last == NONE, LAST_DAY, last).astype(np.int64)
    key = (((begins << 2) | openness) << _DAY_BITS) | shortness
    return _inverse(np.lexsort((_inverse(by_id), key)))


def _inverse(order: NDArray[np.integer]) -> Positions:
    places = np.empty(len(order), dtype=np.int32)
    places[order] = np.arange(len(order), dtype=np.int32)
    return places


def _trees(parents: Positions, rank: Positions) -> tuple[Positions, Positions]:
    """For each entry the highest frame above it, and its number among all under that one in order of the chronology.

    Frames that contain each other in a circle are broken, in `parents`, at the first.
    """
    roots = np.arange(len(parents), dtype=np.int32)
    within = np.zeros(len(parents), dtype=np.int32)
    inside = np.flatnonzero(parents != NONE)
    rows = inside[np.argsort(rank[inside])].tolist()
    children: dict[int, list[int]] = {}
    for row, parent in zip(rows, parents[rows].tolist(), strict=True):
        children.setdefault(parent, []).append(row)
    seen: set[int] = set()
    for root in [parent for parent in children if parents[parent] == NONE]:
        _descend(root, children, seen, roots, within)
    for row in rows:
        if row not in seen:
            parents[row] = NONE
            _descend(row, children, seen, roots, within)
    return roots, within


def _descend(
    root: int, children: Mapping[int, Sequence[int]], seen: set[int], roots: Positions, within: Positions
) -> None:
    waiting, count = [root], 0
    while waiting:
        row = waiting.pop()
        if row not in seen:
            seen.add(row)
            roots[row], within[row] = root, count
            count += 1
            waiting.extend(reversed(children.get(row, ())))
