"""The process that reads a Parquet file: rows as lines of JSON. What a damaged file ends is this, and not the run.

    python -m dateline.pages.parquet_rows COLUMNS LEFT < FILE

COLUMNS are those of `ReadOptions` as JSON, LEFT the bytes that may still be unpacked. Each line is a `Message`.
"""

import datetime
import faulthandler
import json
import mmap
import sys
from collections.abc import Iterator, Mapping
from typing import Any

import msgspec

from dateline.pages.columns import check_columns
from dateline.pages.inputs import Column, ReadOptions
from dateline.pages.limits import PAGE_LIMIT, ROW_SECONDS, Budget, page_too_large
from dateline.pages.opening import explained
from dateline.records import RejectionReason

ROWS_AT_ONCE = 64
ROW_LIMIT = 4 * PAGE_LIMIT
"""Bytes of a row on average, by group: a few bytes on disk may stand for any number of them."""

Cell = str | int | float | None


class Opened(msgspec.Struct, tag=True):
    """How many rows there are, and the bytes that their columns unpack to."""

    rows: int
    unpacked: int


class Row(msgspec.Struct, tag=True):
    """What a row holds, by what it is; days are ISO 8601."""

    cells: dict[str, Cell]


class Unreadable(msgspec.Struct, tag=True):
    """Why the rest is not read."""

    reason: RejectionReason
    detail: str


class End(msgspec.Struct, tag=True):
    """All has been read."""


Message = Opened | Row | Unreadable | End


def read_rows(file: Any, options: ReadOptions, left: int) -> Iterator[Message]:
    """All that a file says. Only the columns that are needed are read."""
    from pyarrow import parquet, py_buffer

    try:
        table = parquet.ParquetFile(py_buffer(file))
        columns = check_columns(table.schema_arrow.names, options)
        names = sorted(set(columns.values()))
        size = _unpacked(table.metadata, frozenset(names))
        Budget(0, left).spend(size)
        yield Opened(table.metadata.num_rows, size)
        for batch in table.iter_batches(ROWS_AT_ONCE, columns=names):
            for row in batch.to_pylist():
                yield Row({column: _cell(row.get(name)) for column, name in columns.items()})
    except Exception as error:
        why = explained(error)
        yield Unreadable(why.reason, str(why))
    else:
        yield End()


def _unpacked(metadata: Any, names: frozenset[str]) -> int:
    """Bytes that the columns unpack to."""
    total = 0
    for number in range(metadata.num_row_groups):
        group = metadata.row_group(number)
        chunks = (group.column(place) for place in range(group.num_columns))
        size = sum(chunk.total_uncompressed_size for chunk in chunks if chunk.path_in_schema.split(".")[0] in names)
        if size > ROW_LIMIT * max(group.num_rows, 1):
            raise page_too_large()
        total += max(size, 0)
    return total


def _cell(value: Any) -> Cell:
    if isinstance(value, datetime.datetime):
        return value.date().isoformat()
    if isinstance(value, datetime.date):
        return value.isoformat()
    if isinstance(value, bytes):
        return value.decode("utf-8", "replace")
    return value if isinstance(value, str | int | float) and not isinstance(value, bool) else None


def write_messages(messages: Iterator[Message], seconds: float) -> None:
    """Write the messages to standard output; the process ends where one takes longer to come about.

    The time that the other side takes to read them does not count.
    """
    encode = msgspec.json.Encoder().encode
    while True:
        # Its thread needs nothing of Python, not even the lock of the interpreter.
        faulthandler.dump_traceback_later(seconds, exit=True)
        message = next(messages, None)
        faulthandler.cancel_dump_traceback_later()
        if message is None:
            return
        sys.stdout.buffer.write(encode(message) + b"\n")
        sys.stdout.buffer.flush()


def _main() -> None:
    columns: Mapping[Column, str] = json.loads(sys.argv[1])
    # Mapped, not read: what the process that started this one holds of the file keeps its place in it.
    file = mmap.mmap(sys.stdin.fileno(), 0, access=mmap.ACCESS_READ)
    write_messages(read_rows(file, ReadOptions(columns=columns), int(sys.argv[2])), ROW_SECONDS)


if __name__ == "__main__":
    _main()
