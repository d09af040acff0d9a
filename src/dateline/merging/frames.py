"""Entries under the entry that they are part of; a frame is never merged with what it holds."""

from collections.abc import Collection, Mapping

import msgspec

from dateline.merging.candidates import Candidate
from dateline.merging.shelf import Shelf
from dateline.records import Entry


def set_frames(shelf: Shelf, rids: Collection[str]) -> set[str]:
    """Give the entries of these reports, and what is part of them, their frames; returns the ids of those that differ.

    An entry's frame is the entry of its reports' frames, the earliest report's first. One whose days leave out the
    entry's is none. Where frames run in a circle, the entry with the smallest id in it has none.
    """
    touched = _homes(shelf, rids)
    within = {rid for rids in shelf.owners("inside", _members(shelf, touched)).values() for rid in rids}
    todo = touched | _homes(shelf, within)
    round_before = _circles(shelf, todo)
    links = _wanted(shelf, todo)
    old = shelf.owners("frame", sorted(todo))
    shelf.drop("frame", [(id, frame) for id, frames in old.items() for frame in frames if links.get(id) != frame])
    shelf.put("frame", [(id, frame) for id, frame in links.items() if [frame] != old.get(id)])
    return _write(shelf, todo | round_before | _circles(shelf, todo))


def drop_frames(shelf: Shelf, gone: Collection[str]) -> None:
    """Forget the frames of entries that are gone."""
    old = shelf.owners("frame", sorted(gone))
    shelf.drop("frame", [(id, frame) for id, frames in old.items() for frame in frames])


def _homes(shelf: Shelf, rids: Collection[str]) -> set[str]:
    return {id for ids in shelf.owners("home", sorted(rids)).values() for id in ids}


def _members(shelf: Shelf, entries: Collection[str]) -> list[str]:
    return sorted({rid for rids in shelf.owners("member", sorted(entries)).values() for rid in rids})


def _wanted(shelf: Shelf, todo: set[str]) -> dict[str, str]:
    members = shelf.owners("member", sorted(todo))
    known = shelf.candidates(sorted({rid for rids in members.values() for rid in rids}))
    framed = {id: [known[rid] for rid in rids if known[rid].frame] for id, rids in members.items()}
    homes = shelf.owners("home", sorted({c.frame for found in framed.values() for c in found if c.frame}))
    entries = shelf.entries(sorted(todo | {id for ids in homes.values() for id in ids}))
    links = {}
    for id, found in framed.items():
        frame = next((f for c in found if (f := _frame(c, entries[id], homes, entries)) is not None), None)
        if frame is not None:
            links[id] = frame
    return links


def _frame(
    c: Candidate, entry: Entry, homes: Mapping[str, Collection[str]], entries: Mapping[str, Entry]
) -> str | None:
    frame = next(iter(homes.get(c.frame or "", ())), None)
    if frame is None or frame == entry.id:
        return None
    around, inside = entries[frame].interval, entry.interval
    return frame if inside.is_open or around.is_open or around.contains(inside) or _is_coarse(entry) else None


def _is_coarse(entry: Entry) -> bool:
    """A month or more says how exact the page is, not how long the event was."""
    earliest, latest = entry.interval.earliest, entry.interval.latest
    return earliest is None or latest is None or (latest - earliest).days >= 27


def _circles(shelf: Shelf, starts: Collection[str]) -> set[str]:
    """Entries of the circles that the links of these run into."""
    return {id for start in sorted(starts) for id in _circle(shelf, start)}


def _circle(shelf: Shelf, start: str) -> list[str]:
    path: list[str] = []
    at: str | None = start
    while at is not None and at not in path:
        path.append(at)
        at = next(iter(shelf.owners("frame", [at]).get(at, ())), None)
    return path[path.index(at) :] if at is not None else []


def _write(shelf: Shelf, ids: set[str]) -> set[str]:
    links = shelf.owners("frame", sorted(ids))
    changed = []
    for id, entry in shelf.entries(sorted(ids)).items():
        frame = next(iter(links.get(id, ())), None)
        circle = _circle(shelf, id) if frame is not None else []
        if id in circle and id == min(circle):
            frame = None
        if entry.frame != frame:
            changed.append(msgspec.structs.replace(entry, frame=frame))
    shelf.put_entries(changed)
    return {entry.id for entry in changed}
