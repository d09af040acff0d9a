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
    links = _onward(shelf, starts)
    return {id for start in starts for id in _circle(links, start)}


def _onward(shelf: Shelf, starts: Collection[str]) -> dict[str, str]:
    """The frames of entries, the frames of those, and so on."""
    links: dict[str, str] = {}
    asked: set[str] = set()
    edge = set(starts)
    while edge:
        found = {id: frames[0] for id, frames in shelf.owners("frame", sorted(edge)).items()}
        links |= found
        asked |= edge
        edge = set(found.values()) - asked
    return links


def _circle(links: Mapping[str, str], start: str) -> list[str]:
    path: dict[str, None] = {}
    at: str | None = start
    while at is not None and at not in path:
        path[at] = None
        at = links.get(at)
    found = list(path)
    return found[found.index(at) :] if at is not None else []


def _write(shelf: Shelf, ids: set[str]) -> set[str]:
    links = _onward(shelf, ids)
    changed = []
    for id, entry in shelf.entries(sorted(ids)).items():
        frame = links.get(id)
        circle = _circle(links, id)
        if id in circle and id == min(circle):
            frame = None
        if entry.frame != frame:
            changed.append(msgspec.structs.replace(entry, frame=frame))
    shelf.put_entries(changed)
    return {entry.id for entry in changed}
