"""Merging what was read into a chronicle, some pages at a time, each time in one transaction."""

import datetime
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

import msgspec

from dateline.executors.grouping import regroup
from dateline.records import Entry, Expectation, Reading
from dateline.store import MergeWriter, Store

if TYPE_CHECKING:
    from dateline.merging import Candidate, Kind, Pair

PAGES_AT_ONCE = 32
"""Pages that are merged in one transaction: what merging holds in memory."""


def merge_pending(store: Store) -> bool:
    """Merge the pages that were read, or taken away, since the last time; says whether there were any.

    What another version of Dateline merged is merged anew, from the first page.
    """
    from dateline.merging import actors

    if store.reader().is_merged():
        return False
    while _merge_some(store):
        pass
    found = actors(store.reader().readings())
    with store.writer() as writer:
        tables = writer.merging()
        tables.write_actors(found)
        tables.sweep()
    return True


def _merge_some(store: Store) -> bool:
    """One transaction's pages; False where none is left."""
    from dateline.merging import update

    with store.writer() as writer:
        tables = writer.merging()
        if not tables.is_current():
            tables.start_over()
        pages = tables.queue(PAGES_AT_ONCE)
        readings = list(tables.readings(pages))
        gone = sorted(set(pages) - {reading.page_id for reading in readings})
        shelf = TableShelf(tables)
        update(shelf, readings, gone, regroup(tables, readings, gone))
        shelf.flush()
        tables.take_off_queue(pages)
    return bool(pages)


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
        for page in self._tables.pages_with(words, after.isoformat()):
            yield from self._tables.readings([page])

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
