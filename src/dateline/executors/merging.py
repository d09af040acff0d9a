"""Merging what was read into a chronicle, some pages at a time, each time in one transaction."""

import datetime
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

import msgspec

from dateline.executors.claiming import hear_pages
from dateline.executors.deciding import anchoring, names_that_are_one, unplaced
from dateline.executors.grouping import regroup
from dateline.executors.recognising import TableActors
from dateline.executors.turning import turns
from dateline.records import Decision, Entry, Expectation, Reading
from dateline.store import MergeWriter, Store

if TYPE_CHECKING:
    from dateline.merging import Candidate, Changes, Kind, Pair

ACTORS_AT_ONCE = 256
"""Actors that are made in one transaction."""
PAGES_AT_ONCE = 32
"""Pages that are merged in one transaction: what merging holds in memory."""


def merge_pending(store: Store) -> bool:
    """Merge the pages that were read, or taken away, since the last time; says whether there were any.

    What another version of Dateline merged is merged anew, from the first page.
    """
    if store.reader().is_merged():
        return False
    while merge_some(store):
        pass
    make_actors(store)
    with store.writer() as writer:
        writer.merging().sweep()
    return True


def make_actors(store: Store) -> None:
    """Make anew the actors that are due: those of pages that were merged, or whose names stand for others now."""
    from dateline.merging import make_due

    more = True
    while more:
        with store.writer() as writer:
            tables = writer.merging()
            more = make_due(TableActors(tables), TableShelf(tables), ACTORS_AT_ONCE)


def merge_some(store: Store) -> bool:
    """One transaction's pages; False where none is left."""
    from dateline.merging import recognise, update, with_additions

    with store.writer() as writer:
        tables = writer.merging()
        if not tables.is_current():
            tables.start_over()
        pages = tables.queue(PAGES_AT_ONCE)
        log = tables.decisions()
        readings = with_additions(tables.readings(pages), log)
        gone = sorted(set(pages) - {reading.page_id for reading in readings})
        shelf = TableShelf(tables)
        asked = _bind_names(tables, log)
        changes = update(shelf, readings, gone, regroup(tables, readings, gone), asked)
        hear_pages(tables, readings, gone)
        changes = _both(changes, decided(shelf, tables))
        recognise(TableActors(tables), shelf, readings, gone, changes.names)
        finish(tables, shelf, changes)
        tables.take_off_queue(pages)
    return bool(pages)


def decided(shelf: "TableShelf", tables: MergeWriter) -> "Changes":
    """Apply the log of decisions to the reports as they are now, and make anew what that changes."""
    from dateline.merging import BINDING, Changes, bind, standing, update
    from dateline.merging import regroup as group_anew

    log = tables.decisions()
    before = {kind: tables.shelf.everything(kind) for kind in BINDING}
    if not log and not any(before.values()):
        return Changes()
    asked = _bind_names(tables, log)
    renamed = update(shelf, [], asked=asked) if asked else Changes()
    found = standing(log, anchoring(shelf, tables))
    tables.keep_waiting([*(decision.id for decision in found.waiting), *unplaced(shelf, log)])
    touched = bind(shelf, found.pairs, before)
    return _both(renamed, group_anew(shelf, sorted(shelf.candidates(sorted(touched)))) if touched else Changes())


def finish(tables: MergeWriter, shelf: "TableShelf", changes: "Changes") -> None:
    """Write what was made anew, and what became of entries."""
    tables.add_history(turns(changes, shelf.made(), shelf.closed(), tables.erased()))
    shelf.flush()


def _both(one: "Changes", other: "Changes") -> "Changes":
    """The changes of two steps."""
    one.written = (one.written - other.gone) | other.written
    one.gone = (one.gone - other.written) | other.gone
    one.before = other.before | one.before
    one.names |= other.names
    return one


def _bind_names(tables: MergeWriter, log: "list[Decision]") -> list[str]:
    """Put the names that people decided about under their keys; returns the keys by which they are asked for."""
    from dateline.mentions import asked_keys, short_keys

    changed: set[str] = set()
    for kind, pairs in names_that_are_one(log).items():
        old = tables.shelf.everything(kind)
        tables.shelf.drop(kind, sorted(old - pairs))
        tables.shelf.put(kind, sorted(pairs - old))
        changed |= {key for key, _ in old ^ pairs}
    names = {name for decision in log for name in decision.names} if changed else set()
    return sorted(changed | {key for name in names for key in (*asked_keys(name), *short_keys(name))})


class TableShelf:
    """The shelf of `dateline.merging` over the tables of a chronicle. Entries are written by `flush`."""

    def __init__(self, tables: MergeWriter) -> None:
        self._tables = tables
        self._entries: dict[str, Entry | None] = {}
        self._expectations: dict[str, Expectation | None] = {}
        self._candidates: dict[str, Candidate] = {}

    def owners(self, kind: "Kind", keys: Collection[str], limit: int | None = None) -> dict[str, list[str]]:
        return self._tables.shelf.owners(kind, keys, limit)

    def put(self, kind: "Kind", pairs: "Iterable[Pair]") -> None:
        self._tables.shelf.put(kind, pairs)

    def drop(self, kind: "Kind", pairs: "Iterable[Pair]") -> None:
        self._tables.shelf.drop(kind, pairs)

    def candidates(self, rids: Collection[str]) -> "dict[str, Candidate]":
        from dateline.merging import Candidate

        unknown = [rid for rid in rids if rid not in self._candidates]
        for rid, record in self._tables.shelf.reports(unknown).items():
            self._candidates[rid] = msgspec.json.decode(record, type=Candidate)
        return {rid: self._candidates[rid] for rid in rids if rid in self._candidates}

    def put_candidates(self, found: "Collection[Candidate]") -> None:
        self._candidates.update((candidate.rid, candidate) for candidate in found)
        encoder = msgspec.json.Encoder(order="deterministic")
        self._tables.shelf.put_reports((candidate.rid, encoder.encode(candidate)) for candidate in found)

    def drop_candidates(self, rids: Collection[str]) -> None:
        for rid in rids:
            self._candidates.pop(rid, None)
        self._tables.shelf.drop_reports(rids)

    def entries(self, ids: Collection[str]) -> dict[str, Entry]:
        return _over(self._tables.entries([id for id in ids if id not in self._entries]), self._entries, ids)

    def put_entries(self, entries: Collection[Entry]) -> None:
        self._entries.update((entry.id, entry) for entry in entries)

    def drop_entries(self, ids: Collection[str]) -> None:
        self._entries.update(dict.fromkeys(ids))

    def expectations(self, entries: Collection[str]) -> dict[str, Expectation]:
        unknown = [id for id in entries if id not in self._expectations]
        return _over(self._tables.expectations(unknown), self._expectations, entries)

    def put_expectations(self, expectations: Collection[Expectation]) -> None:
        self._expectations.update((expectation.entry, expectation) for expectation in expectations)

    def drop_expectations(self, entries: Collection[str]) -> None:
        self._expectations.update(dict.fromkeys(entries))

    def origins(self, pages: Collection[str]) -> Mapping[str, str]:
        known = self._tables.shelf.owners("origin", pages)
        return {page: known[page][0] if page in known else page for page in pages}

    def later_readings(self, words: Collection[str], after: datetime.date) -> Iterator[Reading]:
        # The words of what is still to come are not looked for: they may be on many pages.
        if self._tables.last_page() <= after.isoformat():
            return
        for page in self._tables.pages_with(words, after.isoformat()):
            yield from self._tables.readings([page])

    def made(self) -> dict[str, Entry]:
        """The entries that are to be written."""
        return {id: entry for id, entry in self._entries.items() if entry is not None}

    def closed(self) -> list[Expectation]:
        """Expectations that are to be written with an outcome that they have not had."""
        new = {id: e for id, e in self._expectations.items() if e is not None and e.state != "open"}
        old = self._tables.expectations(sorted(new))
        return [e for id, e in sorted(new.items()) if id not in old or old[id].state != e.state]

    def flush(self) -> None:
        """Write what is not written yet."""
        entries, expectations = self._entries, self._expectations
        self._tables.write_entries(*_parted(entries))
        self._tables.write_expectations(*_parted(expectations))
        self._entries, self._expectations = {}, {}


def _over[T](stored: dict[str, T], changed: Mapping[str, T | None], ids: Collection[str]) -> dict[str, T]:
    """What is stored, with what is changed over it."""
    return stored | {id: record for id in ids if (record := changed.get(id)) is not None}


def _parted[T](records: Mapping[str, T | None]) -> tuple[list[T], list[str]]:
    """The records to keep, and the ids of those that are gone, both in order of ids."""
    ordered = sorted(records.items())
    return [r for _, r in ordered if r is not None], [id for id, r in ordered if r is None]
