"""Parquet: a row a page."""

from collections.abc import Iterator

from dateline.errors import MissingExtraError
from dateline.pages.columns import check_columns, row_page
from dateline.pages.inputs import Found, Input, ReadOptions
from dateline.pages.streams import seekable

ROWS_AT_ONCE = 64
LIMIT = 20_000_000_000
"""Bytes of a Parquet file, which is copied to disk where it stands in an archive."""


def read_parquet(item: Input, options: ReadOptions) -> Iterator[Found]:
    """A row a page; locations are `FILE:ROW`, counted from 1. Only the columns that are needed are read."""
    try:
        from pyarrow import parquet
    except ImportError:
        raise MissingExtraError("reading Parquet", "parquet") from None
    table = parquet.ParquetFile(seekable(item.file, LIMIT))
    columns = check_columns(table.schema_arrow.names, options)
    number = 0
    for batch in table.iter_batches(ROWS_AT_ONCE, columns=sorted(set(columns.values()))):
        for row in batch.to_pylist():
            number += 1
            yield row_page(row, columns, f"{item.location}:{number}")
