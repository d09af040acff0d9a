"""Messages of databases, and what is said in their place."""

import sqlite3

import pytest
from sqlalchemy.exc import OperationalError

from dateline.errors import ChronicleError
from dateline.store.failures import explained, way_out


@pytest.mark.parametrize(
    ("message", "advice"),
    [
        ("database is locked", "try again"),
        ("canceling statement due to lock timeout", "try again"),
        ("attempt to write a readonly database", "make the file and its folder writable"),
        ("database or disk is full", "free some space"),
        ("could not extend file: No space left on device", "free some space"),
        ("database disk image is malformed", "take it back from a copy"),
        ("file is not a database", "not a chronicle"),
        ('FATAL:  database "news" does not exist', "create it, or check the URL"),
        ("something\n  new", "something new"),
    ],
)
def test_a_message_says_the_way_out(message: str, advice: str) -> None:
    assert advice in way_out(message)


def test_an_error_of_the_database_names_the_chronicle() -> None:
    with pytest.raises(ChronicleError, match=r"^news\.db: the disk is full"), explained("news.db"):
        raise OperationalError("INSERT", {}, sqlite3.OperationalError("database or disk is full"))


def test_other_errors_pass_as_they_are() -> None:
    with pytest.raises(KeyError), explained("news.db"):
        raise KeyError("elsewhere")
