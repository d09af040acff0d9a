"""Parquet: a row a page. The file is read in a process of its own, for its library may die of a damaged one."""

import json
import os
import subprocess
import sys
from collections.abc import Generator, Iterator
from contextlib import closing
from importlib.util import find_spec
from typing import BinaryIO

import msgspec

from dateline.errors import MissingExtraError
from dateline.pages.columns import row_page
from dateline.pages.inputs import COLUMNS, Found, Input, ReadOptions
from dateline.pages.limits import Budget, UnreadableError
from dateline.pages.parquet_rows import End, Message, Opened, Row, Unreadable
from dateline.pages.streams import seekable, spooled

LIMIT = 20_000_000_000
"""Bytes of a Parquet file, which is copied to disk where it stands in an archive."""
BY_THEMSELVES = {column: column for column in COLUMNS}


def read_parquet(item: Input, options: ReadOptions) -> Iterator[Found]:
    """A row a page; locations are `FILE:ROW`, counted from 1. Only the columns that are needed are read."""
    if find_spec("pyarrow") is None:
        raise MissingExtraError("reading Parquet", "parquet")
    file = _on_disk(seekable(item.file, LIMIT))
    size = file.seek(0, os.SEEK_END)
    number, rows = 0, 1
    with closing(_messages(file, options, item.budget)) as messages:
        for message in messages:
            if isinstance(message, Unreadable):
                raise UnreadableError(message.reason, message.detail)
            if isinstance(message, Opened):
                rows = message.rows
                item.budget.spend(message.unpacked)
            elif isinstance(message, Row):
                number += 1
                # Where it stands tells how much of the file has been gone through.
                file.seek(min(size * number // max(rows, 1), size))
                yield row_page(message.cells, BY_THEMSELVES, f"{item.location}:{number}")


def _on_disk(file: BinaryIO) -> BinaryIO:
    """The file, or a copy of it where it is none that another process can open."""
    try:
        file.fileno()
    except OSError:
        file = spooled(file)
        file.fileno()
    return file


def _messages(file: BinaryIO, options: ReadOptions, budget: Budget) -> Generator[Message]:
    """What the process says, to its last word; it is ended with this generator."""
    decoder = msgspec.json.Decoder(Message)
    with _started(file, options, budget) as child:
        assert child.stdout is not None
        try:
            for line in child.stdout:
                message = decoder.decode(line)
                yield message
                if isinstance(message, End | Unreadable):
                    return
        except msgspec.DecodeError:
            pass  # half a line, its last
        finally:
            child.kill()
    raise UnreadableError("failed", "the process that read it died or took far too long: the file is damaged")


def _started(file: BinaryIO, options: ReadOptions, budget: Budget) -> subprocess.Popen[bytes]:
    arguments = (json.dumps(dict(options.columns)), str(budget.left))
    # In a group of its own it hears no Ctrl-C, at which the run may yet finish what it has begun.
    return subprocess.Popen(
        [sys.executable, "-P", "-m", "dateline.pages.parquet_rows", *arguments],
        stdin=file,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        process_group=0,
    )
