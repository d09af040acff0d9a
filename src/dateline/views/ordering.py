"""The order of a chronology: by time, sub-events under their frame."""

import datetime
from collections.abc import Callable, Iterable

from dateline.records import Entry

Placed = tuple[Entry, int]
"""An entry and how deep it stands under its frames."""


def in_order(entries: Iterable[Entry], reported: Callable[[Entry], datetime.date]) -> list[Placed]:
    """Entries by time, each frame followed by its sub-events, one deeper.

    What has no date stands where it was first reported. An entry whose frame is not among them stands by itself; frames
    that contain each other in a circle are broken at the first.
    """
    ordered = sorted(entries, key=lambda entry: time_key(entry, reported(entry)))
    place = {entry.id: number for number, entry in enumerate(ordered)}
    inside: dict[str | None, list[Entry]] = {}
    for entry in ordered:
        inside.setdefault(entry.frame if entry.frame in place else None, []).append(entry)
    seen: set[str] = set()
    trees = [_descend(root, inside, seen) for root in [*inside.get(None, []), *ordered]]
    trees = sorted((tree for tree in trees if tree), key=lambda tree: place[tree[0][0].id])
    return [placed for tree in trees for placed in tree]


def _descend(root: Entry, inside: dict[str | None, list[Entry]], seen: set[str]) -> list[Placed]:
    placed, waiting = [], [(root, 0)]
    while waiting:
        entry, depth = waiting.pop()
        if entry.id not in seen:
            seen.add(entry.id)
            placed.append((entry, depth))
            waiting.extend((below, depth + 1) for below in reversed(inside.get(entry.id, [])))
    return placed


def time_key(entry: Entry, reported: datetime.date) -> tuple[datetime.date, int, datetime.date, str]:
    """Earlier first; of those that begin together the longer first, then the open ones; ties by id."""
    earliest, latest = entry.interval.earliest, entry.interval.latest
    begins = earliest or latest or reported
    ends = latest or datetime.date.max
    openness = (earliest is None) + (latest is None)
    return begins, openness, datetime.date.min + (datetime.date.max - ends), entry.id
