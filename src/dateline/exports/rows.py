"""Rows as text, piece by piece: nothing is held but one row.

CSV is RFC 4180 with a header, lists joined by "; ", lists of records as JSON. A spreadsheet takes a cell that begins
with = + - @ for a formula, so such cells get an apostrophe in front: pages are hostile. JSON holds the values as they
are.
"""

import csv
import io
from collections.abc import Iterable, Iterator
from typing import Any

import msgspec

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
LIST_SEPARATOR = "; "


def as_csv(kind: type[msgspec.Struct], rows: Iterable[msgspec.Struct]) -> Iterator[str]:
    """A header with the fields of `kind`, then a line a row.

    Values are scalars, dates, and tuples of them or of records.
    """
    yield _csv_line(kind.__struct_fields__)
    for row in rows:
        yield _csv_line(cell(getattr(row, name)) for name in kind.__struct_fields__)


def as_json(rows: Iterable[Any]) -> Iterator[str]:
    """One array, a row a line."""
    yield "["
    for number, row in enumerate(rows):
        yield ("," if number else "") + "\n  " + encoded(row)
    yield "\n]\n"


def as_jsonl(rows: Iterable[Any]) -> Iterator[str]:
    """One JSON object a line."""
    for row in rows:
        yield encoded(row) + "\n"


def encoded(value: Any) -> str:
    """JSON of one value, on one line."""
    return msgspec.json.encode(value).decode()


def cell(value: object) -> str:
    """A value as a cell that no spreadsheet runs."""
    text = _text(value)
    return f"'{text}" if text.startswith(FORMULA_STARTS) else text


def _text(value: object) -> str:
    if value is None:
        return ""
    if not isinstance(value, tuple):
        return str(value)
    if any(isinstance(part, msgspec.Struct) for part in value):
        return encoded(value)
    return LIST_SEPARATOR.join(map(str, value))


def _csv_line(cells: Iterable[str]) -> str:
    line = io.StringIO()
    csv.writer(line, lineterminator="\r\n").writerow(cells)
    return line.getvalue()
