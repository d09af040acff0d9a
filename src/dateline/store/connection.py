"""Opening a chronicle: one SQLite file by its path, or a PostgreSQL database by its URL."""

import os
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from sqlalchemy import URL, Connection, Engine, create_engine, event, inspect, make_url, select, text
from sqlalchemy.exc import ArgumentError, DBAPIError
from sqlalchemy.pool import QueuePool

from dateline.errors import ChronicleError, MissingExtraError
from dateline.store.failures import explained, way_out
from dateline.store.migrations import APPLICATION_ID, FORMAT, MIGRATIONS, NEWEST, apply, layout
from dateline.store.reader import StoreReader
from dateline.store.schema import meta, metadata
from dateline.store.writer import StoreWriter

_SQLITE_HEADER = b"SQLite format 3\0"
_WRITER_LOCK = 0x446C6E31
"""Key of PostgreSQL's advisory lock: one writer at a time, as in SQLite."""
_OLDER_SNAPSHOTS = (
    "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() "
    "AND backend_type = 'client backend' AND backend_xmin IS NOT NULL"
)
_FILE = text("SELECT pg_relation_filenode(CAST(:name AS regclass))")
"""The file of a table: another one after it was written anew."""
_LONGEST_SCRUB_WAIT = 5.0
"""Seconds to wait for a table that somebody uses before what was deleted stays in its file for now."""
_PAUSE = 0.01
"""Seconds between two tries to change how a new file keeps its log."""


class Store:
    """An open chronicle. Ends as a context manager or with `close`. Readers may be used from many threads at once."""

    def __init__(self, engine: Engine, location: str, *, read_only: bool, wait: float) -> None:
        self.location = location
        self.read_only = read_only
        self._engine = engine
        self._wait = wait

    def reader(self) -> StoreReader:
        """The view on what is stored; each call sees what was committed when it began."""
        return StoreReader(self._engine, self.location)

    @contextmanager
    def writer(self) -> Iterator[StoreWriter]:
        """One transaction: committed at the end of the block, undone when the block raises.

        Raises ChronicleError where the chronicle was opened read-only, or another process writes for longer than the
        time to wait.
        """
        if self.read_only:
            raise ChronicleError(f"{self.location}: opened for reading only; it cannot be changed")
        with self._writing() as connection:
            yield StoreWriter(connection)

    def scrub(self) -> bool:
        """Leave nothing of what was deleted: not in free pages, not in indexes, logs of a file, statistics of a server.

        False where somebody else holds on to it: who has a SQLite file open keeps its log; on PostgreSQL a transaction
        under way, or tables of another owner, keep what was deleted. Write-ahead logs and copies of a server, and the
        blocks that a disk has freed, are not reached.
        """
        if self._engine.dialect.name == "sqlite":
            return self._scrub_file()
        with explained(self.location), self._engine.connect() as connection:
            return self._scrub_server(connection.execution_options(isolation_level="AUTOCOMMIT"))

    def _scrub_server(self, connection: Connection) -> bool:
        names = sorted(metadata.tables)
        # Rows that an older snapshot may still ask for are taken along into the new files.
        held = bool(connection.scalar(text(_OLDER_SNAPSHOTS)))
        before = [connection.scalar(_FILE, {"name": name}) for name in names]
        connection.exec_driver_sql(f"SET lock_timeout = {int(min(self._wait, _LONGEST_SCRUB_WAIT) * 1000)}")
        try:
            for name in names:
                # Statistics hold the most common values and words of columns: they are made anew too.
                connection.exec_driver_sql(f"VACUUM (FULL, ANALYZE) {name}")
        except DBAPIError as error:
            if "lock timeout" not in str(error.orig):
                raise
            held = True
        finally:
            connection.exec_driver_sql("RESET lock_timeout")
        after = [connection.scalar(_FILE, {"name": name}) for name in names]
        return not held and all(old != new for old, new in zip(before, after, strict=True))

    def _scrub_file(self) -> bool:
        connection = self._engine.raw_connection()
        try:
            cursor = connection.cursor()
            cursor.execute("INSERT INTO search_words (search_words) VALUES ('optimize')")
            cursor.execute("VACUUM")
            busy = cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
            cursor.close()
        except sqlite3.OperationalError as error:
            raise ChronicleError(f"{self.location}: {way_out(str(error))}") from error
        finally:
            connection.close()
        return not busy

    def close(self) -> None:
        """Give the connections back."""
        self._engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        with explained(self.location), self._engine.connect() as connection:
            connection = connection.execution_options(dateline_writes=True)
            with connection.begin():
                if connection.dialect.name == "postgresql":
                    connection.execute(text(f"SET LOCAL lock_timeout = {int(self._wait * 1000)}"))
                    connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _WRITER_LOCK})
                yield connection

    def prepare(self, *, create: bool) -> None:
        """Make sure that this is a chronicle of the newest layout, making or migrating it where that is allowed.

        Raises ChronicleError otherwise.
        """
        with explained(self.location), self._engine.connect() as connection:
            found = _recognise(connection)
            reached = layout(connection) if found == "chronicle" else 0
        if found == "foreign":
            raise ChronicleError(f"{self.location}: this database is not a chronicle; name another")
        if found == "empty" and not create:
            raise ChronicleError(f"{self.location}: there is no chronicle in it yet; `dateline read` makes one")
        if reached > NEWEST:
            raise ChronicleError(
                f"{self.location}: made by a newer Dateline (layout {reached}, known here: {NEWEST}); update this one"
            )
        if found == "empty" and self._engine.dialect.name == "sqlite":
            self._keep_log_beside()
        if reached < NEWEST:
            self._migrate()

    def _migrate(self) -> None:
        if self.read_only:
            raise _OlderLayoutError
        for migration in MIGRATIONS:
            with self._writing() as connection:
                # Asked within the transaction: another process may have been faster.
                done = layout(connection) if _recognise(connection) == "chronicle" else 0
                if done < migration.number:
                    apply(connection, migration)

    def _keep_log_beside(self) -> None:
        """Write-ahead logging, so that readers go on while somebody writes. The file remembers it.

        SQLite's own waiting does not cover this change: where two make it at once, one is refused without delay.
        """
        last = time.monotonic() + self._wait
        while not self._log_is_beside():
            if time.monotonic() > last:
                raise ChronicleError(f"{self.location}: {way_out('database is locked')}")
            time.sleep(_PAUSE)

    def _log_is_beside(self) -> bool:
        connection = self._engine.raw_connection()
        try:
            connection.cursor().execute("PRAGMA journal_mode = WAL").close()
        except sqlite3.OperationalError as error:
            if "locked" not in str(error):
                raise ChronicleError(f"{self.location}: {way_out(str(error))}") from error
            return False
        finally:
            connection.close()
        return True


def open_store(location: str, *, create: bool = False, read_only: bool = False, wait: float = 10.0) -> Store:
    """Open the chronicle at a path or at a `postgresql://` URL.

    `create` makes it where there is none. `read_only` opens it without any right to change it. Either way one of an
    older layout is brought to the newest first. `wait` is how many seconds to wait for another writer.

    Raises ChronicleError, saying the way out, where there is no chronicle, where the file or database is something
    else, where it is damaged, locked, not writable, or made by a newer Dateline; MissingExtraError where the driver
    for PostgreSQL is not installed.
    """
    try:
        return _open(location, create=create, read_only=read_only, wait=wait)
    except _OlderLayoutError:
        _renew(location, wait)
    return _open(location, create=False, read_only=True, wait=wait)


class _OlderLayoutError(Exception):
    """A chronicle that was opened for reading only has to be migrated."""


def _renew(location: str, wait: float) -> None:
    """Migrate a chronicle of an older layout. Raises ChronicleError where it may not be written."""
    try:
        _open(location, create=False, read_only=False, wait=wait).close()
    except ChronicleError as error:
        raise ChronicleError(f"made by an older Dateline and to be renewed once, which failed: {error}") from error


def _open(location: str, *, create: bool, read_only: bool, wait: float) -> Store:
    url = _url(location)
    if url is not None and url.get_backend_name() == "postgresql":
        store = Store(_postgres_engine(url), url.render_as_string(), read_only=read_only, wait=wait)
    else:
        path = Path(url.database or "") if url is not None else Path(location)
        _check_file(path, create=create, read_only=read_only)
        store = Store(_sqlite_engine(path, read_only=read_only, wait=wait), str(path), read_only=read_only, wait=wait)
    try:
        store.prepare(create=create and not read_only)
    except BaseException:
        store.close()
        raise
    return store


def _url(location: str) -> URL | None:
    if "://" not in location:
        return None
    try:
        url = make_url(location)
    except ArgumentError as error:
        raise ChronicleError(f"{location}: not a URL of a database; give a path or postgresql://…") from error
    if url.get_backend_name() not in ("postgresql", "sqlite"):
        raise ChronicleError(f"{url.render_as_string()}: give the path of a file, or a URL postgresql://…")
    return url


def _postgres_engine(url: URL) -> Engine:
    try:
        import psycopg  # noqa: F401
    except ImportError as error:
        raise MissingExtraError("a chronicle on PostgreSQL", "postgres") from error
    return create_engine(url.set(drivername="postgresql+psycopg"))


def _check_file(path: Path, *, create: bool, read_only: bool) -> None:
    """Raise where the path cannot be what is asked for, before SQLite makes a file of it."""
    if path.is_dir():
        raise ChronicleError(f"{path}: this is a folder; name a file in it")
    if not path.exists():
        _check_new(path, create=create and not read_only)
        return
    try:
        with path.open("rb") as file:
            head = file.read(len(_SQLITE_HEADER))
    except OSError as error:
        raise ChronicleError(f"{path}: cannot be opened: {error.strerror}") from error
    if head and head != _SQLITE_HEADER:
        raise ChronicleError(f"{path}: this file is not a chronicle; name another")
    if not read_only and not (os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)):
        raise ChronicleError(f"{path}: may only be read: make the file and its folder writable, or copy it elsewhere")


def _check_new(path: Path, *, create: bool) -> None:
    if not create:
        raise ChronicleError(f"{path}: there is no such chronicle; `dateline read SOURCE --into {path}` makes one")
    if not path.parent.is_dir():
        raise ChronicleError(f"{path}: there is no folder {path.parent}; make it first")
    if not os.access(path.parent, os.W_OK):
        raise ChronicleError(f"{path}: the folder {path.parent} cannot be written; choose another")


def _sqlite_engine(path: Path, *, read_only: bool, wait: float) -> Engine:
    address = path.resolve().as_uri() + _sqlite_mode(path, read_only=read_only)

    def connect() -> sqlite3.Connection:
        return sqlite3.connect(address, uri=True, timeout=wait, isolation_level=None, check_same_thread=False)

    engine = create_engine("sqlite://", creator=connect, poolclass=QueuePool)
    event.listen(engine, "connect", _set_up)
    event.listen(engine, "begin", _begin)
    return engine


def _sqlite_mode(path: Path, *, read_only: bool) -> str:
    if not read_only:
        return "?mode=rwc"
    # SQLite keeps an index beside a file in WAL mode. Where none can be made, the file must be taken as unchanging.
    log = path.with_name(path.name + "-wal")
    beside = os.access(path.parent, os.W_OK) or (log.exists() and log.stat().st_size > 0)
    return "?mode=ro" if beside else "?mode=ro&immutable=1"


def _set_up(connection: Any, _: object) -> None:
    for pragma in ("foreign_keys = ON", "synchronous = NORMAL"):
        connection.execute(f"PRAGMA {pragma}")


def _begin(connection: Connection) -> None:
    # The driver begins by itself too late, and never before DDL: it is told not to, and transactions begin here.
    writes = connection.get_execution_options().get("dateline_writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _recognise(connection: Connection) -> str:
    """`chronicle`, `empty` (can become one) or `foreign`."""
    tables = set(inspect(connection).get_table_names())
    if {meta.name, "migrations"} <= tables and _format(connection) == FORMAT:
        return "chronicle"
    if connection.dialect.name == "sqlite":
        mark = connection.exec_driver_sql("PRAGMA application_id").scalar()
        return "foreign" if tables or mark not in (0, APPLICATION_ID) else "empty"
    return "foreign" if tables & set(metadata.tables) else "empty"


def _format(connection: Connection) -> str | None:
    columns = {column["name"] for column in inspect(connection).get_columns(meta.name)}
    if not {"key", "value"} <= columns:
        return None
    return connection.execute(select(meta.c.value).where(meta.c.key == "format")).scalar()
