"""What went wrong in a database, in words that say the way out."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from dateline.errors import ChronicleError

_WAYS_OUT = (
    ("database is locked", "another process is writing to it; try again when that has ended"),
    ("lock timeout", "another process is writing to it; try again when that has ended"),
    ("readonly database", "it may only be read: make the file and its folder writable, or copy it elsewhere"),
    ("read-only transaction", "it may only be read: use an account that may write"),
    ("permission denied", "permission denied: use an account that may open it"),
    ("unable to open database file", "the file cannot be opened: check its folder and permissions"),
    ("disk is full", "the disk is full: free some space, then run the same command again"),
    ("no space left", "the disk is full: free some space, then run the same command again"),
    ("malformed", "the file is damaged: take it back from a copy, or read the pages into a new chronicle"),
    ("not a database", "this is not a chronicle: name another file"),
    ("disk i/o error", "the disk does not answer: check it, or copy the file elsewhere"),
    ("connection refused", "the server does not answer: check host and port, and that it runs"),
    ("could not translate host name", "the server's name is not known: check the URL"),
    ("authentication failed", "the server does not accept user or password: check the URL"),
    ("does not exist", "the server has no such database or user: create it, or check the URL"),
    ("connection failed", "the server does not answer: check the URL, and that it runs"),
    ("connection is bad", "the server does not answer: check the URL, and that it runs"),
)


@contextmanager
def explained(location: str) -> Iterator[None]:
    """Turn the database's errors into ChronicleError, naming the chronicle and the way out."""
    try:
        yield
    except DBAPIError as error:
        raise ChronicleError(f"{location}: {way_out(str(error.orig))}") from error
    except SQLAlchemyError as error:
        raise ChronicleError(f"{location}: {error}") from error


def way_out(message: str) -> str:
    """What to do about a database's message; the message itself where nothing better is known."""
    plain = message.casefold()
    return next((advice for sign, advice in _WAYS_OUT if sign in plain), " ".join(message.split()))
