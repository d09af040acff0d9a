"""What readers of the kinds of files are given, and what the caller says about it."""

import datetime
from collections.abc import Callable, Iterator, Mapping
from typing import BinaryIO, Literal, get_args

import msgspec

from dateline.pages.limits import Budget
from dateline.records import Page, Rejection

Kind = Literal["page", "pdf", "zip", "parquet", "warc", "tar", "mhtml", "feed", "jsonl", "csv"]
Column = Literal["text", "html", "url", "date", "title", "source"]
COLUMNS: tuple[Column, ...] = get_args(Column)


class ReadOptions(msgspec.Struct, frozen=True):
    """What the caller says about the sources.

    `date` is the day of publication of pages that have none in a header line, a column or a feed; it stands above what
    metadata say. `columns` are names of columns of tables that would not be found by themselves.
    """

    date: datetime.date | None = None
    columns: Mapping[Column, str] = {}


class Input(msgspec.Struct):
    """An open file, or a member of one. `name` is without `.gz`; `depth` counts the archives around it."""

    file: BinaryIO
    location: str
    name: str
    budget: Budget
    depth: int = 0


Found = Page | Rejection | Input
Reader = Callable[[Input, ReadOptions], Iterator[Found]]
"""Gives the pages of a file, or files within it, and a Rejection for each that is none. May raise anything."""
