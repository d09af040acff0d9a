"""A whole chronicle: entries with their evidence, statements, expectations, actors, pages, related items, copies."""

from collections.abc import Iterable, Iterator
from typing import Any, Literal

import msgspec

from dateline.exports.rows import as_csv, encoded
from dateline.views import ChainedRow, View

EXPORT_VERSION = 1
"""Changes when a field is renamed or removed; added fields do not change it."""


def everything(view: View, form: Literal["csv", "json", "jsonl"]) -> Iterator[str]:
    """The chronicle as text, piece by piece. CSV has a row an entry; the others have every kind of record."""
    match form:
        case "csv":
            return as_csv(ChainedRow, view.whole_chronology())
        case "json":
            return _as_json(view)
        case "jsonl":
            return _as_jsonl(view)


def _as_json(view: View) -> Iterator[str]:
    """One object: `version`, then a list for each kind of record, a record a line."""
    yield f'{{"version": {EXPORT_VERSION}'
    for kind, records in _parts(view):
        yield f',\n"{PLURALS[kind]}": ['
        for number, record in enumerate(records):
            yield ("," if number else "") + "\n  " + encoded(record)
        yield "\n]"
    yield "}\n"


def _as_jsonl(view: View) -> Iterator[str]:
    """One record a line, each with its `record`: page, actor, entry, statement, expectation, related or copy."""
    for kind, records in _parts(view):
        for record in records:
            yield encoded({"record": kind, **msgspec.to_builtins(record)}) + "\n"


PLURALS = {
    "page": "pages",
    "actor": "actors",
    "entry": "entries",
    "statement": "statements",
    "claim": "claims",
    "expectation": "expectations",
    "related": "related",
    "copy": "copies",
}


def _parts(view: View) -> Iterator[tuple[str, Iterable[Any]]]:
    yield "page", view.pages()
    yield "actor", view.actors()
    yield "entry", view.entries()
    yield "statement", view.statements()
    yield "claim", view.whole_claims()
    yield "expectation", view.expectations()
    yield "related", view.related()
    yield "copy", view.syndication()
