"""Which entry an id means: whole, begun, or of the past."""

from sqlalchemy import Connection, select

from dateline.errors import UsageError
from dateline.store.schema import entries, redirects

LAST_LETTER = "\U0010ffff"
"""Sorts after any other: texts are compared by code point in both databases."""


def entry_id(connection: Connection, id: str) -> str | None:
    """The id of today that an id or the beginning of one stands for; None where it stands for none.

    Raises UsageError where several entries begin so.
    """
    whole = _heir(connection, id)
    if whole is not None or not id:
        return whole
    end = id + LAST_LETTER
    begun = select(entries.c.id).where(entries.c.id.between(id, end))
    past = select(redirects.c.old).where(redirects.c.old.between(id, end))
    found = sorted({heir for begin in connection.scalars(begun.union(past)) if (heir := _heir(connection, begin))})
    if len(found) > 1:
        some = ", ".join(found[:5]) + (" …" if len(found) > 5 else "")
        raise UsageError(f"{id}: several entries begin so ({some}); give more of the id")
    return found[0] if found else None


def _heir(connection: Connection, id: str) -> str | None:
    """The entry of an id, following redirects; None where it leads to none."""
    seen: set[str] = set()
    while id not in seen:
        seen.add(id)
        if connection.scalar(select(entries.c.id).where(entries.c.id == id)):
            return id
        id = connection.scalar(select(redirects.c.new).where(redirects.c.old == id)) or id
    return None
