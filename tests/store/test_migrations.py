"""Numbered migrations: from nothing, again, from half-way, and two at once."""

import threading
from pathlib import Path

import pytest
from sqlalchemy import Connection, inspect, select

from dateline.errors import ChronicleError
from dateline.store import Store, connection, open_store
from dateline.store.migrations import MIGRATIONS, NEWEST, Migration, layout
from dateline.store.schema import metadata, migrations


def logged(store: Store) -> list[tuple[int, str]]:
    with store._writing() as open_connection:
        rows = open_connection.execute(select(migrations.c.number, migrations.c.name).order_by(migrations.c.number))
        return [(row.number, row.name) for row in rows]


def test_numbers_count_up_from_one() -> None:
    assert [migration.number for migration in MIGRATIONS] == list(range(1, NEWEST + 1))


def test_a_new_chronicle_has_been_through_all_of_them(store: Store) -> None:
    assert logged(store) == [(migration.number, migration.name) for migration in MIGRATIONS]


def test_opening_again_runs_none(chronicle_location: str) -> None:
    for _ in range(2):
        with open_store(chronicle_location, create=True) as store:
            assert len(logged(store)) == NEWEST


def test_the_tables_are_those_that_the_code_sees(store: Store) -> None:
    """`schema.py` and the migrations agree on tables, columns, keys and what may be empty."""
    with store._writing() as open_connection:
        inspector = inspect(open_connection)
        for table in metadata.tables.values():
            real = {column["name"]: column for column in inspector.get_columns(table.name)}
            hidden = {"words"} if table.name == "search_documents" and store._engine.name == "postgresql" else set()
            assert real.keys() - hidden == {column.name for column in table.columns}, table.name
            keys = inspector.get_pk_constraint(table.name)["constrained_columns"]
            assert keys == [column.name for column in table.primary_key], table.name
            for column in table.columns:
                may_be_empty = bool(column.nullable)
                assert column.primary_key or real[column.name]["nullable"] == may_be_empty, (
                    f"{table.name}.{column.name}"
                )


def test_one_that_fails_leaves_neither_tables_nor_a_log_row(
    chronicle_location: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def half(open_connection: Connection) -> None:
        open_connection.exec_driver_sql("CREATE TABLE half (id INTEGER)")
        open_connection.exec_driver_sql("CREATE TABLE half (id INTEGER)")

    open_store(chronicle_location, create=True).close()
    with monkeypatch.context() as patch:
        patch.setattr(connection, "MIGRATIONS", (*MIGRATIONS, Migration(NEWEST + 1, "half", half)))
        patch.setattr(connection, "NEWEST", NEWEST + 1)
        with pytest.raises(ChronicleError):
            open_store(chronicle_location)
    with open_store(chronicle_location) as store, store._writing() as open_connection:
        assert layout(open_connection) == NEWEST
        assert not inspect(open_connection).has_table("half")


def make_older(location: str, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(connection, "MIGRATIONS", MIGRATIONS[:2])
        patch.setattr(connection, "NEWEST", 2)
        open_store(location, create=True).close()


@pytest.mark.parametrize("read_only", [False, True])
def test_an_older_chronicle_is_renewed_when_opened(
    chronicle_location: str, monkeypatch: pytest.MonkeyPatch, read_only: bool
) -> None:
    make_older(chronicle_location, monkeypatch)
    with open_store(chronicle_location, read_only=read_only) as store:
        assert store.read_only == read_only
        assert len(logged(store)) == NEWEST


def test_an_older_chronicle_that_may_not_be_written_says_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "old.db"
    make_older(str(path), monkeypatch)
    monkeypatch.setattr(connection.os, "access", lambda *_: False)
    with pytest.raises(ChronicleError, match=r"made by an older Dateline.* writable, or copy it elsewhere"):
        open_store(str(path), read_only=True)


def test_two_that_open_a_new_chronicle_at_once_do_not_collide(chronicle_location: str) -> None:
    failures: list[Exception] = []

    def make() -> None:
        try:
            open_store(chronicle_location, create=True).close()
        except Exception as error:
            failures.append(error)

    threads = [threading.Thread(target=make) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
