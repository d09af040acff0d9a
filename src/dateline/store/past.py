"""What was done to a chronicle: runs, decisions of people, what became of entries, pages that were taken out."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import msgspec
from sqlalchemy import Connection, Engine, Select, func, select

from dateline.records import Decision
from dateline.store.failures import explained
from dateline.store.folding import storable
from dateline.store.heirs import LAST_LETTER
from dateline.store.merge_writer import MergeWriter, read_decisions
from dateline.store.schema import history, meta, runs, tombstones
from dateline.store.summaries import Change, Run, Tombstone, Turn

ROWS_AT_ONCE = 200


class PastReader:
    """The part of the view on a chronicle that tells its history. Nothing here writes."""

    def __init__(self, engine: Engine, location: str) -> None:
        self.location = location
        self._engine = engine

    def runs(self) -> Iterator[Run]:
        """The runs of reading, oldest first."""
        return self._records(select(runs.c.record).order_by(runs.c.number), Run)

    def decisions(self) -> Iterator[Decision]:
        """What people decided, oldest first."""
        with self._connected() as connection:
            yield from read_decisions(connection)

    def changes(self, since: str) -> Iterator[Change]:
        """What became of entries after a run (its number), or from a day on (ISO), oldest first."""
        after = history.c.run > int(since) if since.isdecimal() else history.c.at >= since
        query = select(history.c.run, history.c.at, history.c.record).where(after).order_by(history.c.number)
        for run, at, record in self._rows(query):
            yield Change(run=run, at=at, turn=msgspec.json.decode(record, type=Turn))

    def last_change(self) -> str:
        """When something last became of an entry (ISO in UTC); "" where nothing ever did."""
        with self._connected() as connection:
            return connection.scalar(select(func.max(history.c.at))) or ""

    def last_turn(self, id: str) -> Change | None:
        """What was last told of the entry with this id, or with the only one that begins so."""
        h, begun = history.c, storable(id)
        query = select(h.run, h.at, h.record).where(h.entry.between(begun, begun + LAST_LETTER))
        found = [
            Change(run=run, at=at, turn=msgspec.json.decode(record, type=Turn))
            for run, at, record in self._rows(query.order_by(h.number.desc()))
        ]
        return found[0] if len({change.turn.entry for change in found}) == 1 else None

    def tombstones(self) -> dict[str, Tombstone]:
        """Pages that were taken out for good, by id."""
        t = tombstones.c
        rows = self._rows(select(t.page_id, t.at, t.author, t.reason).order_by(t.page_id))
        return {id: Tombstone(page_id=id, at=at, by=by, reason=reason) for id, at, by, reason in rows}

    def waiting(self) -> frozenset[str]:
        """Ids of the decisions whose words were not found when they were last applied."""
        return frozenset((self.note("decisions that wait") or "").split())

    @contextmanager
    def merging(self) -> Iterator[MergeWriter]:
        """What merging knows, within one transaction in which nothing is written."""
        with self._connected() as connection:
            yield MergeWriter(connection)

    def note(self, key: str) -> str | None:
        """What `StoreWriter.keep_note` kept under a key."""
        with self._connected() as connection:
            return connection.scalar(select(meta.c.value).where(meta.c.key == f"note:{key}"))

    def _records[T](self, query: Select[Any], kind: type[T]) -> Iterator[T]:
        for (record,) in self._rows(query):
            yield msgspec.json.decode(record, type=kind)

    def _rows(self, query: Select[Any]) -> Iterator[Any]:
        with self._connected() as connection:
            yield from connection.execute(query.execution_options(yield_per=ROWS_AT_ONCE))

    @contextmanager
    def _connected(self) -> Iterator[Connection]:
        with explained(self.location), self._engine.connect() as connection:
            yield connection
