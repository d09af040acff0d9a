"""Whether somebody else has changed the database."""

import threading

from sqlalchemy import Connection, Engine

_COUNTED = "SELECT sum(n_tup_ins + n_tup_upd + n_tup_del) FROM pg_stat_user_tables WHERE schemaname = current_schema()"


class Watch:
    """Sees changes by other connections; may be asked from many threads.

    SQLite tells a connection of its own when another has committed (`PRAGMA data_version`). PostgreSQL counts the rows
    that were written, with a delay of up to a second.
    """

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._connection: Connection | None = None
        self._lock = threading.Lock()

    def version(self) -> str:
        """A text that changes with the database; it means something only to this watch."""
        with self._lock:
            if self._connection is None:
                self._connection = self._engine.connect()
            query = "PRAGMA data_version" if self._engine.dialect.name == "sqlite" else _COUNTED
            found = self._connection.exec_driver_sql(query).scalar()
            self._connection.rollback()
        return str(found)
