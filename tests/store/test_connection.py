"""Opening a chronicle, and what is said where that cannot be."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import make_url, text

from dateline.errors import ChronicleError
from dateline.store import Store, open_store


def test_a_chronicle_is_made_once_and_opened_again(chronicle_location: str, sample: Any) -> None:
    with open_store(chronicle_location, create=True) as store, store.writer() as writer:
        writer.add_pages([sample.page()])
    with open_store(chronicle_location, create=True) as store:
        assert store.reader().page("page1") == sample.page()


def test_what_is_not_there_is_not_made_unasked(chronicle_location: str) -> None:
    with pytest.raises(ChronicleError, match=r"no (such )?chronicle.*dateline read"):
        open_store(chronicle_location)


def test_opening_for_reading_makes_nothing(chronicle_location: str, tmp_path: Path) -> None:
    with pytest.raises(ChronicleError):
        open_store(chronicle_location, create=True, read_only=True)
    assert list(tmp_path.iterdir()) == []


def test_an_empty_file_becomes_a_chronicle(tmp_path: Path) -> None:
    path = tmp_path / "new.db"
    path.touch()
    with open_store(str(path), create=True) as store:
        assert store.reader().counts().pages == 0


def test_a_sqlite_url_is_a_path(tmp_path: Path) -> None:
    with open_store(f"sqlite:///{tmp_path}/of url.db", create=True) as store:
        assert store.location == str(tmp_path / "of url.db")


def test_odd_letters_in_a_path_are_no_matter(tmp_path: Path) -> None:
    path = tmp_path / "a?mode=ro&b #1 ü%41.db"
    with open_store(str(path), create=True) as store:
        assert store.reader().counts().pages == 0
    assert path.exists()


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("notes.txt", b"Only words, no chronicle at all.", "not a chronicle"),
        ("short", b"x", "not a chronicle"),
        ("damaged.db", b"SQLite format 3\0" + b"\xff" * 4000, "not a chronicle|damaged"),
    ],
)
def test_another_kind_of_file_is_left_alone(tmp_path: Path, name: str, content: bytes, message: str) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(ChronicleError, match=message):
        open_store(str(path), create=True)
    assert path.read_bytes() == content


def test_the_database_of_another_program_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "music.db"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE meta (song TEXT)")
        connection.execute("CREATE TABLE migrations (song TEXT)")
        connection.commit()
    before = path.read_bytes()
    with pytest.raises(ChronicleError, match="not a chronicle"):
        open_store(str(path), create=True)
    assert path.read_bytes() == before


def test_a_server_with_other_tables_of_our_names_is_left_alone(postgres_url: str) -> None:
    import psycopg

    with psycopg.connect(postgres_url, autocommit=True) as connection:
        connection.execute("CREATE TABLE pages (id integer)")
        connection.execute("CREATE TABLE unrelated (id integer)")
    with pytest.raises(ChronicleError, match="not a chronicle"):
        open_store(postgres_url, create=True)


def test_tables_of_other_names_on_the_server_are_no_matter(postgres_url: str) -> None:
    import psycopg

    with psycopg.connect(postgres_url, autocommit=True) as connection:
        connection.execute("CREATE TABLE unrelated (id integer)")
    with open_store(postgres_url, create=True) as store:
        assert store.reader().counts().pages == 0


def test_a_folder_and_a_path_into_nowhere_are_named(tmp_path: Path) -> None:
    with pytest.raises(ChronicleError, match="folder"):
        open_store(str(tmp_path), create=True)
    with pytest.raises(ChronicleError, match="no folder"):
        open_store(str(tmp_path / "absent" / "new.db"), create=True)


@pytest.mark.parametrize("url", ["mysql://somewhere/x", "postgresql://[broken", "http://example.org/x"])
def test_other_urls_are_refused(url: str) -> None:
    with pytest.raises(ChronicleError, match="postgresql://"):
        open_store(url)


def test_a_server_that_does_not_answer_is_named_without_its_password() -> None:
    with pytest.raises(ChronicleError, match="server does not answer") as caught:
        open_store("postgresql://ada:secret@127.0.0.1:1/news")
    assert "secret" not in str(caught.value)


def test_a_server_without_such_a_database_is_named(postgres_server: str) -> None:
    with pytest.raises(ChronicleError, match="no such database"):
        open_store(postgres_server.replace("/postgres?", "/elsewhere?"))


def test_a_newer_layout_is_refused(chronicle_location: str) -> None:
    with open_store(chronicle_location, create=True) as store, store._writing() as connection:
        connection.execute(text("INSERT INTO migrations VALUES (99, 'to come', '2040-01-01')"))
    with pytest.raises(ChronicleError, match=r"newer Dateline.*99"):
        open_store(chronicle_location)


def test_a_reader_cannot_write(chronicle_location: str, sample: Any) -> None:
    open_store(chronicle_location, create=True).close()
    with (
        open_store(chronicle_location, read_only=True) as store,
        pytest.raises(ChronicleError, match="reading only"),
        store.writer() as writer,
    ):
        writer.add_pages([sample.page()])


def test_a_file_that_may_only_be_read_is_refused_for_writing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "kept.db"
    open_store(str(path), create=True).close()
    monkeypatch.setattr(os, "access", lambda _, mode: mode != os.W_OK)  # chmod does not bind root
    with pytest.raises(ChronicleError, match="only be read"):
        open_store(str(path))
    with pytest.raises(ChronicleError, match="cannot be written"):
        open_store(str(tmp_path / "new.db"), create=True)


def test_a_chronicle_in_a_folder_that_may_only_be_read_can_be_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "kept.db"
    open_store(str(path), create=True).close()
    monkeypatch.setattr(os, "access", lambda _, mode: mode != os.W_OK)
    with open_store(str(path), read_only=True) as store:
        assert store.reader().counts().pages == 0
        assert sorted(tmp_path.iterdir()) == [path]


def test_a_second_writer_waits_and_then_says_so(chronicle_location: str, sample: Any) -> None:
    with (
        open_store(chronicle_location, create=True) as one,
        open_store(chronicle_location, wait=0.1) as other,
        one.writer() as first,
    ):
        first.add_pages([sample.page()])
        with pytest.raises(ChronicleError, match="another process is writing"), other.writer() as second:
            second.add_pages([sample.page("page2")])


def test_readers_go_on_while_somebody_writes(chronicle_location: str, sample: Any) -> None:
    with open_store(chronicle_location, create=True) as store, open_store(chronicle_location, read_only=True) as other:
        with store.writer() as writer:
            writer.add_pages([sample.page()])
            assert other.reader().counts().pages == 0
        assert other.reader().counts().pages == 1


def test_a_transaction_that_raises_leaves_nothing(store: Store, sample: Any) -> None:
    def fail() -> None:
        with store.writer() as writer:
            writer.add_pages([sample.page()])
            raise ValueError("on the way")

    with pytest.raises(ValueError, match="on the way"):
        fail()
    assert store.reader().counts().pages == 0


def test_what_was_deleted_has_not_left_a_server_while_somebody_may_still_ask_for_it(postgres_url: str) -> None:
    import psycopg

    with open_store(postgres_url, create=True, wait=0.1) as store:
        with psycopg.connect(postgres_url) as other:
            other.execute("SELECT count(*) FROM pages")
            assert not store.scrub(), "it holds a lock"
            other.rollback()
            other.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
            other.execute("SELECT 1")
            assert not store.scrub(), "it holds a snapshot"
        assert store.scrub()


def test_tables_of_another_owner_are_not_scrubbed(postgres_url: str) -> None:
    import psycopg

    open_store(postgres_url, create=True).close()
    with psycopg.connect(postgres_url, autocommit=True) as connection:
        [schema] = connection.execute("SELECT current_schema()").fetchone() or ("",)
        connection.execute(f"CREATE ROLE guest_of_{schema} LOGIN")  # type: ignore[arg-type]
        connection.execute(f"GRANT USAGE ON SCHEMA {schema} TO guest_of_{schema}")  # type: ignore[arg-type]
        connection.execute(
            f"GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA {schema} TO guest_of_{schema}"
        )  # type: ignore[arg-type]
        try:
            guest = make_url(postgres_url).set(username=f"guest_of_{schema}")
            with open_store(guest.render_as_string(hide_password=False)) as store:
                assert not store.scrub()
        finally:
            connection.execute(f"DROP OWNED BY guest_of_{schema}")  # type: ignore[arg-type]
            connection.execute(f"DROP ROLE guest_of_{schema}")  # type: ignore[arg-type]
