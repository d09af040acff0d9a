"""Rows into tables, in portions that a database takes at once."""

from collections.abc import Iterable
from itertools import batched
from typing import Any

from sqlalchemy import Connection, Table, delete, insert

from dateline.store.rows import Row

IDS_AT_ONCE = 500
"""Values in one SQL list; databases bound it."""


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
