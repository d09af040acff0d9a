"""A chronicle as its pages stood on a day: who is who, what is one event and what people decided are those of today.

Pages published later are left out; cells, frames, expectations, actors and copies are made of the rest by the functions
that make them otherwise.
"""

import datetime
from collections.abc import Collection, Iterable, Iterator
from itertools import batched

import msgspec

from dateline.errors import ChronicleError
from dateline.executors.claiming import hear_pages
from dateline.executors.grouping import regroup
from dateline.executors.merging import TableShelf
from dateline.executors.recognising import TableActors
from dateline.records import Actor
from dateline.store import Change, Filters, MergeWriter, Store, StoreReader, open_store

AT_ONCE = 64
"""Pages that are held in memory at once."""


def as_of(location: str, day: datetime.date, path: str) -> None:
    """Make at a path a chronicle of what the pages published until a day say.

    Raises ChronicleError where there is no chronicle, or another version of Dateline merged it.
    """
    with open_store(location, read_only=True) as now, open_store(path, create=True) as then:
        _make(now, then, day)


def _make(now: Store, then: Store, day: datetime.date) -> None:
    reader = now.reader()
    pages = [page.id for page in reader.pages(Filters(until=day)) if page.published]
    for some in batched(pages, AT_ONCE):
        _copy_pages(reader, then, some)
    with reader.merging() as today, then.writer() as writer:
        if pages and not today.is_current():
            raise ChronicleError(f"{now.location}: merged by another Dateline; `dateline read` merges it anew")
        tables = writer.merging()
        tables.start_over()
        tables.add_decisions(today.decisions())
        tables.add_redirects(today.redirects())
        _merge(today, tables, pages)
        tables.take_off_queue(pages)
        tables.write_actors(_actors(reader.actors(), TableActors(today), set(pages)), ())
    with then.writer() as writer:
        writer.merging().add_changes(_told(then.reader(), reader.changes("0")))


def _copy_pages(reader: StoreReader, then: Store, pages: Iterable[str]) -> None:
    readings = [reading for id in pages if (reading := reader.reading(id)) is not None]
    with then.writer() as writer:
        writer.add_pages(page for reading in readings if (page := reader.page(reading.page_id)) is not None)
        writer.add_readings(readings)


def _actors(known: Iterable[Actor], today: TableActors, pages: Collection[str]) -> Iterator[Actor]:
    """Today's actors, as far as they appear on these pages."""
    from dateline.merging import actor_of

    for some in batched(known, AT_ONCE):
        held = today.owners("held", [actor.id for actor in some])
        seen = today.appearances([form for forms in held.values() for form in forms])
        for actor in some:
            found = (a for form in held.get(actor.id, ()) for a in seen.get(form, ()) if a.page_id in pages)
            if then := sorted(found, key=lambda appearance: appearance.place):
                yield actor_of(actor.id, actor.name, then)


def _merge(today: MergeWriter, tables: MergeWriter, pages: list[str]) -> None:
    """Make the entries of today's groups of reports, as far as these pages have them; then frames and expectations."""
    from dateline.merging import compose, follow_up, set_frames

    old, shelf = TableShelf(today), TableShelf(tables)
    groups: dict[str, list[str]] = {}
    for some in batched(pages, AT_ONCE):
        readings = list(tables.readings(some))
        regroup(tables, readings, [])
        hear_pages(tables, readings, [])
        for rid, home in _reports(old, shelf, some):
            groups.setdefault(home, []).append(rid)
    compose(shelf, groups.values())
    members = [rid for rids in groups.values() for rid in rids]
    set_frames(shelf, members)
    follow_up(shelf, list(shelf.made()), ())
    shelf.flush()


def _reports(old: TableShelf, shelf: TableShelf, pages: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Put the reports of pages on the shelf; gives those that stand in an entry, each with its id."""
    of_page = old.owners("page", list(pages))
    shelf.put("page", [(page, rid) for page, rids in of_page.items() for rid in rids])
    rids = [rid for found in of_page.values() for rid in found]
    known = old.candidates(rids)
    shelf.put_candidates(list(known.values()))
    shelf.put("inside", [(c.frame, rid) for rid, c in known.items() if c.frame])
    shelf.put("edited", [(rid, edit) for rid, edits in old.owners("edited", rids).items() for edit in edits])
    for rid, homes in old.owners("home", rids).items():
        yield rid, homes[0]


def _told(reader: StoreReader, changes: Iterable[Change]) -> Iterator[Change]:
    """The changes of entries that these pages report, in the words that they have there."""
    states = {expectation.entry: expectation.state for expectation in reader.expectations()}
    for change in changes:
        entry = reader.entry(change.turn.entry)
        if entry is None:
            continue
        untold = change.turn.kind == "disputed" and not entry.disputes
        if untold or (change.turn.kind == "closed" and states.get(entry.id) != change.turn.detail):
            continue
        yield msgspec.structs.replace(change, turn=msgspec.structs.replace(change.turn, words=entry.words))
