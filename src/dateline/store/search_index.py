"""Full-text search in the database: FTS5 in SQLite, a tsvector in PostgreSQL. Both hold the words of `words.py`."""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from itertools import islice

from sqlalchemy import Connection, bindparam, column, delete, insert, select, table, text

from dateline.records import content_id
from dateline.store.schema import search_documents
from dateline.store.summaries import SearchKind
from dateline.store.words import Term, words

Document = tuple[SearchKind, str, str, str]
"""Kind, id, day, body."""
Fits = Callable[[SearchKind, str], bool]
"""Whether what has a kind and an id is wanted."""

MOST_BYTES = 1_000_000
"""Bound on the words of one document; what comes after is not indexed."""

_fts = table("search_words", column("rowid"), column("words"))
_POSTGRES_INSERT = text(
    "INSERT INTO search_documents (number, kind, id, day, words) "
    "VALUES (:number, :kind, :id, :day, CAST(:words AS tsvector))"
)


def add(connection: Connection, documents: Iterable[Document]) -> None:
    """Index documents that are not in the index."""
    rows = []
    bodies = []
    for kind, id, day, body in documents:
        rows.append({"number": number(kind, id), "kind": kind, "id": id, "day": day})
        bodies.append(body)
    if not rows:
        return
    if connection.dialect.name == "sqlite":
        words_of = [{"rowid": row["number"], "words": _spaced(body)} for row, body in zip(rows, bodies, strict=True)]
        connection.execute(insert(search_documents), rows)
        connection.execute(insert(_fts), words_of)
    else:
        full = [row | {"words": _tsvector(body)} for row, body in zip(rows, bodies, strict=True)]
        connection.execute(_POSTGRES_INSERT, full)


def remove(connection: Connection, kind: SearchKind, ids: Iterable[str]) -> None:
    """Take documents out of the index; those that are not in it do not matter."""
    numbers = [{"gone": number(kind, id)} for id in ids]
    if not numbers:
        return
    connection.execute(delete(search_documents).where(search_documents.c.number == bindparam("gone")), numbers)
    if connection.dialect.name == "sqlite":
        connection.execute(delete(_fts).where(_fts.c.rowid == bindparam("gone")), numbers)


def find(
    connection: Connection, wanted: Sequence[Term], kinds: Collection[SearchKind], limit: int | None
) -> list[tuple[SearchKind, str, str]]:
    """Kind, id and day of the documents in which all terms occur, newest first, then by kind and id."""
    d = search_documents.c
    query = select(d.kind, d.id, d.day).where(d.kind.in_(sorted(kinds)))
    if connection.dialect.name == "sqlite":
        hits = select(_fts.c.rowid).where(text("search_words MATCH :match")).params(match=_fts_query(wanted))
        query = query.where(d.number.in_(hits))
    else:
        query = query.where(text("words @@ CAST(:match AS tsquery)")).params(match=_tsquery(wanted))
    rows = connection.execute(query.order_by(d.day.desc(), d.kind, d.id).limit(limit)).all()
    return [(kind, id, day) for kind, id, day in rows]


def find_fitting(
    connection: Connection, wanted: Sequence[Term], kinds: Collection[SearchKind], limit: int, fits: Fits
) -> list[tuple[SearchKind, str, str]]:
    """The same of what fits: looked for among few first, for to sort all that holds a frequent word takes long."""
    for most in (limit * 16, limit * 512, None):
        rows = find(connection, wanted, kinds, most)
        fitting = list(islice((row for row in rows if fits(row[0], row[1])), limit))
        if len(fitting) == limit or most is None or len(rows) < most:
            break
    return fitting


def ids(connection: Connection, wanted: Sequence[Term], kind: SearchKind) -> Iterator[str]:
    """Ids of all documents of a kind in which all terms occur, in no order."""
    d = search_documents.c
    query = select(d.id).where(d.kind == kind)
    if connection.dialect.name == "sqlite":
        hits = select(_fts.c.rowid).where(text("search_words MATCH :match")).params(match=_fts_query(wanted))
        query = query.where(d.number.in_(hits))
    else:
        query = query.where(text("words @@ CAST(:match AS tsquery)")).params(match=_tsquery(wanted))
    yield from connection.scalars(query).all()


def numbers(connection: Connection, wanted: Sequence[Term]) -> list[int]:
    """The numbers of all documents in which all terms occur, in no order."""
    if connection.dialect.name == "sqlite":
        query = select(_fts.c.rowid).where(text("search_words MATCH :match")).params(match=_fts_query(wanted))
    else:
        query = select(search_documents.c.number)
        query = query.where(text("words @@ CAST(:match AS tsquery)")).params(match=_tsquery(wanted))
    return [int(number) for (number,) in connection.execute(query).all()]


def find_pages(connection: Connection, wanted: Sequence[Term], after: str) -> Iterator[str]:
    """Ids of the pages of a later day than `after` (ISO) that hold all of the terms, by day and id."""
    d = search_documents.c
    query = select(d.id).where(d.kind == "page", d.day > after)
    if connection.dialect.name == "sqlite":
        hits = select(_fts.c.rowid).where(text("search_words MATCH :match")).params(match=_fts_query(wanted))
        query = query.where(d.number.in_(hits))
    else:
        query = query.where(text("words @@ CAST(:match AS tsquery)")).params(match=_tsquery(wanted))
    yield from connection.scalars(query.order_by(d.day, d.id))


def number(kind: SearchKind, id: str) -> int:
    """The row of a document: made from its key, so that no order of writing shows."""
    return int(content_id(kind, id)[:15], 16)


def _keys(body: str) -> list[str]:
    """The words to index: as many as the most that PostgreSQL takes, a million bytes with their positions."""
    keys, room = [], MOST_BYTES
    for word in words(body):
        room -= len(word.key.encode()) + 6
        if room < 0:
            break
        keys.append(word.key)
    return keys


def _spaced(body: str) -> str:
    return " ".join(_keys(body))


def _tsvector(body: str) -> str:
    # Words are letters and digits only, so nothing needs escaping. Positions beyond 16383 are PostgreSQL's last one.
    return " ".join(f"'{key}':{position}" for position, key in enumerate(_keys(body), start=1))


def _fts_query(wanted: Sequence[Term]) -> str:
    return " AND ".join(f'"{" ".join(term.words)}"{" *" if term.prefix else ""}' for term in wanted)


def _tsquery(wanted: Sequence[Term]) -> str:
    return " & ".join(f"({_tsphrase(term)})" for term in wanted)


def _tsphrase(term: Term) -> str:
    quoted = [f"'{word}'" for word in term.words]
    if term.prefix:
        quoted[-1] += ":*"
    return " <-> ".join(quoted)
