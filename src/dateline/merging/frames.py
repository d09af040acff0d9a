"""Entries under the entry that they are part of; a frame is never merged with what it holds."""

from collections.abc import Mapping, Sequence

import msgspec

from dateline.merging.candidates import Candidate
from dateline.records import Entry, Interval


def with_frames(entries: Sequence[Entry], groups: Sequence[Sequence[Candidate]]) -> list[Entry]:
    """Sets each entry's frame to the entry of its reports' frames, the earliest report's first.

    A frame whose days leave out the entry's is not one, and frames never run in a circle.
    """
    home = {c.event.id: entry.id for entry, group in zip(entries, groups, strict=True) for c in group}
    by_id = {e.id: e for e in entries}
    frames: dict[str, str] = {}
    for entry, group in zip(entries, groups, strict=True):
        frame = next((f for c in group if (f := _frame(c, entry, home, by_id)) is not None), None)
        if frame is not None and entry.id not in _above(frame, frames):
            frames[entry.id] = frame
    return [msgspec.structs.replace(e, frame=frames.get(e.id)) for e in entries]


def _frame(c: Candidate, entry: Entry, home: Mapping[str, str], by_id: Mapping[str, Entry]) -> str | None:
    frame = home.get(c.event.frame or "")
    if frame is None or frame == entry.id:
        return None
    around, inside = by_id[frame].interval, entry.interval
    return frame if inside.is_open or around.is_open or around.contains(inside) or _is_coarse(inside) else None


def _is_coarse(interval: Interval) -> bool:
    """A month or more says how exact the page is, not how long the event was."""
    if interval.earliest is None or interval.latest is None:
        return True
    return (interval.latest - interval.earliest).days >= 27


def _above(start: str, frames: Mapping[str, str]) -> set[str]:
    found = {start}
    while start in frames:
        start = frames[start]
        if start in found:
            break
        found.add(start)
    return found
