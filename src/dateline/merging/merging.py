"""The merge: reports grouped into entries, entries under their frames, expectations with their outcomes."""

import datetime
from collections.abc import Iterable

from dateline.merging.recognising import actors_among
from dateline.merging.shelf import MemoryShelf
from dateline.merging.updating import update
from dateline.records import Chronicle, Entry, Expectation, Reading
from dateline.syndication import origins


def merge(readings: Iterable[Reading]) -> Chronicle:
    """What many pages say together. The same readings in any order give the same chronicle."""
    known = sorted({r.page_id: r for r in readings}.values(), key=lambda r: r.page_id)
    shelf = MemoryShelf()
    shelf.set_origins(origins(known))
    shelf.add_readings(known)
    update(shelf, known)
    entries, expected = shelf.everything()
    last = max((r.article.published.day for r in known), default=datetime.date.min)
    return Chronicle(
        actors=actors_among(shelf, known),
        entries=tuple(sorted(entries, key=_in_order_of_time)),
        expectations=tuple(sorted((e.after(last) for e in expected), key=_in_order_of_due_time)),
    )


def _in_order_of_time(entry: Entry) -> tuple[bool, datetime.date, datetime.date, str]:
    """By first day, then last day; what has no day comes last."""
    latest = entry.interval.latest or datetime.date.max
    earliest = entry.interval.earliest or entry.interval.latest or datetime.date.max
    return (entry.interval.is_open, earliest, latest, entry.id)


def _in_order_of_due_time(expectation: Expectation) -> tuple[str, str]:
    return str(expectation.due.earliest or "9999"), expectation.id
