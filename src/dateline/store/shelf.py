"""What merging keeps between one page and the next, in tables: keys with what stands under them, and reports as bytes.

The store does not know what keys and reports say; `dateline.merging` does.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import batched

from sqlalchemy import Connection

from dateline.records import content_id
from dateline.store.folding import storable

AT_ONCE = 64
"""Keys that one statement asks for."""
LONGEST_KEY = 240
"""Letters of a key that are kept as they are: databases bound them. What is longer goes by its digest."""

Pair = tuple[str, str]


class ShelfTables:
    """The tables within the transaction of a connection."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._mark = "?" if connection.dialect.name == "sqlite" else "%s"

    def owners(self, kind: str, keys: Collection[str], limit: int | None = None) -> dict[str, list[str]]:
        """What stands under each key in order of code points, at most `limit` a key; keys with nothing are left out."""
        by_row = {_short(key): key for key in keys}
        found: dict[str, list[str]] = {}
        for some in batched(by_row, AT_ONCE):
            for key, owner in self._owners(kind, some, limit):
                found.setdefault(by_row[key], []).append(owner)
        return found

    def put(self, kind: str, pairs: Iterable[Pair]) -> None:
        """Make these stand under their keys."""
        self._many(
            "INSERT INTO merge_index (kind, key, owner) VALUES ({0}, {0}, {0}) ON CONFLICT DO NOTHING", kind, pairs
        )

    def drop(self, kind: str, pairs: Iterable[Pair]) -> None:
        """Take these away."""
        self._many("DELETE FROM merge_index WHERE kind = {0} AND key = {0} AND owner = {0}", kind, pairs)

    def everything(self, kind: str) -> set[Pair]:
        """All keys of a kind with what stands under them: for kinds that are few."""
        query = f"SELECT key, owner FROM merge_index WHERE kind = {self._mark}"
        return {(str(key), str(owner)) for key, owner in self._connection.exec_driver_sql(query, (kind,))}

    def reports(self, names: Collection[str]) -> dict[str, bytes]:
        """Reports by name; unknown ones are left out."""
        found: dict[str, bytes] = {}
        for some in batched(names, AT_ONCE):
            padded = _padded(some)
            query = f"SELECT name, record FROM merge_reports WHERE name IN ({self._marks(len(padded))})"
            found.update((name, record) for name, record in self._connection.exec_driver_sql(query, padded))
        return found

    def put_reports(self, reports: Iterable[tuple[str, bytes]]) -> None:
        """Keep reports, in place of those of the same names."""
        rows = list(reports)
        if rows:
            sql = f"INSERT INTO merge_reports (name, record) VALUES ({self._mark}, {self._mark})"
            keep = " ON CONFLICT (name) DO UPDATE SET record = excluded.record"
            self._connection.exec_driver_sql(sql + keep, rows)

    def drop_reports(self, names: Iterable[str]) -> None:
        """Forget reports."""
        rows = [(name,) for name in names]
        if rows:
            self._connection.exec_driver_sql(f"DELETE FROM merge_reports WHERE name = {self._mark}", rows)

    def clear(self) -> None:
        """Forget everything."""
        for table in ("merge_index", "merge_reports"):
            self._connection.exec_driver_sql(f"DELETE FROM {table}")

    def _owners(self, kind: str, keys: Sequence[str], limit: int | None) -> Iterator[Pair]:
        padded = _padded(keys)
        if limit is None:
            query = (
                f"SELECT key, owner FROM merge_index WHERE kind = {self._mark} AND key IN ({self._marks(len(padded))})"
            )
            rows = self._connection.exec_driver_sql(f"{query} ORDER BY key, owner", (kind, *padded))
        else:
            # One bounded look at each key: a list of keys would read all that stands under them.
            where = f"kind = {self._mark} AND key = {self._mark} ORDER BY owner LIMIT {int(limit)}"
            one = f"SELECT * FROM (SELECT key, owner FROM merge_index WHERE {where}) AS found"
            values = tuple(value for key in padded for value in (kind, key))
            rows = self._connection.exec_driver_sql(" UNION ALL ".join([one] * len(padded)), values)
        # Sorted here too: nothing says in what order a union comes.
        yield from sorted((str(key), str(owner)) for key, owner in rows)

    def _many(self, sql: str, kind: str, pairs: Iterable[Pair]) -> None:
        rows = [(kind, _short(key), storable(owner)) for key, owner in pairs]
        if rows:
            self._connection.exec_driver_sql(sql.format(self._mark), rows)

    def _marks(self, count: int) -> str:
        return ", ".join([self._mark] * count)


def _short(key: str) -> str:
    clean = storable(key)
    return clean if len(clean) <= LONGEST_KEY else clean[: LONGEST_KEY // 2] + content_id(key)


def _padded(keys: Sequence[str]) -> tuple[str, ...]:
    """The keys with empty ones added up to a power of two, so that few statements are prepared."""
    size = 1 << (len(keys) - 1).bit_length()
    return (*keys, *[""] * (size - len(keys)))
