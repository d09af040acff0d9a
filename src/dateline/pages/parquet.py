"""Parquet: a row a page."""

from collections.abc import Iterator
from typing import Any

from dateline.errors import MissingExtraError
from dateline.pages.columns import check_columns, row_page
from dateline.pages.inputs import Found, Input, ReadOptions
from dateline.pages.limits import PAGE_LIMIT, Budget, page_too_large
from dateline.pages.streams import seekable

ROWS_AT_ONCE = 64
LIMIT = 20_000_000_000
"""Bytes of a Parquet file, which is copied to disk where it stands in an archive."""

ROW_LIMIT = 4 * PAGE_LIMIT
"""Bytes of a row on average, by group: a few bytes on disk may stand for any number of them."""


def read_parquet(item: Input, options: ReadOptions) -> Iterator[Found]:
    """A row a page; locations are `FILE:ROW`, counted from 1. Only the columns that are needed are read."""
    try:
        from pyarrow import parquet
    except ImportError:
        raise MissingExtraError("reading Parquet", "parquet") from None
    table = parquet.ParquetFile(seekable(item.file, LIMIT))
    columns = check_columns(table.schema_arrow.names, options)
    number = 0
    names = sorted(set(columns.values()))
    _spend(table.metadata, frozenset(names), item.budget)
    for batch in table.iter_batches(ROWS_AT_ONCE, columns=names):
        for row in batch.to_pylist():
            number += 1
            yield row_page(row, columns, f"{item.location}:{number}")


def _spend(metadata: Any, names: frozenset[str], budget: Budget) -> None:
    """Take what the columns unpack to off the budget."""
    for number in range(metadata.num_row_groups):
        group = metadata.row_group(number)
        chunks = (group.column(place) for place in range(group.num_columns))
        size = sum(chunk.total_uncompressed_size for chunk in chunks if chunk.path_in_schema.split(".")[0] in names)
        if size > ROW_LIMIT * max(group.num_rows, 1):
            raise page_too_large()
        budget.spend(max(size, 0))
