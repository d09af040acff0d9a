"""The merge: reports grouped into entries, entries under their frames, expectations with their outcomes."""

import datetime
from collections.abc import Iterable

from dateline.merging.actors import actors
from dateline.merging.candidates import candidates
from dateline.merging.cells import entry_of
from dateline.merging.clustering import cluster
from dateline.merging.expectations import expectations
from dateline.merging.frames import with_frames
from dateline.merging.salience import salience
from dateline.records import Chronicle, Entry, Reading
from dateline.syndication import origins


def merge(readings: Iterable[Reading]) -> Chronicle:
    """What many pages say together. The same readings in any order give the same chronicle."""
    known = list({r.page_id: r for r in readings}.values())
    groups = cluster(candidates(known))
    sources = origins(known)
    entries = with_frames([entry_of(group, salience(group), sources) for group in groups], groups)
    expected = expectations(entries, groups, known)
    return Chronicle(
        actors=actors(known),
        entries=tuple(sorted(entries, key=_in_order_of_time)),
        expectations=tuple(sorted(expected, key=lambda e: (str(e.due.earliest or "9999"), e.id))),
    )


def _in_order_of_time(entry: Entry) -> tuple[bool, datetime.date, datetime.date, str]:
    """By first day, then last day; what has no day comes last."""
    latest = entry.interval.latest or datetime.date.max
    earliest = entry.interval.earliest or entry.interval.latest or datetime.date.max
    return (entry.interval.is_open, earliest, latest, entry.id)
