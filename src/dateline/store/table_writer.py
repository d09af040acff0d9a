"""Rows into tables, in portions that a database takes at once."""

from collections.abc import Iterable
from itertools import batched
from typing import Any, Literal

from sqlalchemy import Connection, Table, delete, func, insert, select

from dateline.store.rows import Row
from dateline.store.schema import written

IDS_AT_ONCE = 500
"""Values in one SQL list; databases bound it."""
REMEMBERED = 500
"""Numbers of what was written that are kept: who is further behind looks at everything anew."""


class TableWriter:
    """What all who write share: the transaction that `Store.writer` opened."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def _insert(self, table: Table, rows: list[Row]) -> None:
        if rows:
            self._connection.execute(insert(table), rows)

    def _delete(self, table: Table, key: Any, values: Iterable[str]) -> None:
        for some in batched(values, IDS_AT_ONCE):
            self._connection.execute(delete(table).where(key.in_(some)))

    def _note_written(self, kind: Literal["entry", "page", "actor"], ids: Iterable[str]) -> None:
        """Remember, under a new number, that these were written or taken away."""
        rows = [{"kind": kind, "id": id} for id in sorted(set(ids))]
        if rows:
            number = (self._connection.scalar(select(func.max(written.c.number))) or 0) + 1
            self._insert(written, [row | {"number": number} for row in rows])
            self._connection.execute(delete(written).where(written.c.number <= number - REMEMBERED))
