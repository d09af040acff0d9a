"""Any file as a stream of pages, whatever its kind. Nothing here raises on account of what a file holds."""

import zlib
from collections.abc import Iterator
from importlib import import_module

import msgspec

from dateline.errors import MissingExtraError
from dateline.pages.inputs import Found, Input, Kind, Reader, ReadOptions
from dateline.pages.kinds import find_kind
from dateline.pages.limits import BAD_AT_FIRST, NESTING, PAGE_LIMIT, UnreadableError, page_too_large
from dateline.pages.recognition import make_page
from dateline.pages.streams import GZIP_MAGIC, Gunzipped, buffered, with_head
from dateline.records import Page, Rejection, content_id

READERS: dict[Kind, str] = {
    "jsonl": "tables.read_jsonl",
    "csv": "tables.read_csv",
    "warc": "webarchives.read_warc",
    "zip": "archives.read_zip",
    "tar": "archives.read_tar",
    "mhtml": "mhtml.read_mhtml",
    "feed": "feeds.read_feed",
    "pdf": "documents.read_pdf",
    "parquet": "parquet.read_parquet",
}
"""Where the reader of each kind is; imported when there is such a file."""
MOST_DETAIL = 300


def read_input(item: Input, options: ReadOptions) -> Iterator[Page | Rejection]:
    """The pages of an open file, in its order, and a Rejection for each part that is none; at least one of them."""
    count, pages = 0, 0
    try:
        for found in _found(item, options):
            count += 1
            pages += isinstance(found, Page)
            yield dated(found, options)
            if count >= BAD_AT_FIRST and not pages:
                yield _rejected(
                    item, UnreadableError("failed", f"none of the first {count:,} is a page; the rest is left")
                )
                return
    except Exception as error:
        yield _rejected(item, explained(error))
    else:
        if not count:
            yield _rejected(item, UnreadableError("empty", "there is no page in it"))


def _found(item: Input, options: ReadOptions) -> Iterator[Page | Rejection]:
    for found in _reader(item, options)(item, options):
        if not isinstance(found, Input):
            yield found
        elif found.depth > NESTING:
            yield _rejected(
                found, UnreadableError("unsupported", f"archives within archives, more than {NESTING} deep")
            )
        else:
            yield from read_input(found, options)


def _reader(item: Input, options: ReadOptions) -> Reader:
    """The reader for a file; gzip around it is taken off."""
    head, item.file = with_head(item.file)
    if head.startswith(GZIP_MAGIC):
        if item.name.lower().endswith(".tgz"):
            item.name = item.name[: -len("tgz")] + "tar"
        item.name = item.name[: -len(".gz")] if item.name.lower().endswith(".gz") else item.name
        head, item.file = with_head(buffered(Gunzipped(item.file, item.budget)))
    kind = find_kind(head, item.name, options)
    if kind not in READERS:
        return _read_page
    module, name = READERS[kind].split(".")
    reader: Reader = getattr(import_module(f"dateline.pages.{module}"), name)
    return reader


def _read_page(item: Input, _: ReadOptions) -> Iterator[Found]:
    content = item.file.read(PAGE_LIMIT + 1)
    if len(content) > PAGE_LIMIT:
        raise page_too_large()
    yield make_page(content, item.location, name=item.location.replace("\\", "/").rsplit("/", 1)[-1])


def dated(found: Page | Rejection, options: ReadOptions) -> Page | Rejection:
    """A page with the day that the caller gives, where it has none of its own."""
    if isinstance(found, Rejection) or found.header_date is not None or options.date is None:
        return found
    return msgspec.structs.replace(
        found, id=content_id(found.id, options.date), header_date=options.date, date_basis="option"
    )


def explained(error: Exception) -> UnreadableError:
    """The reason and the detail for what a reader raised."""
    if isinstance(error, UnreadableError):
        return error
    if isinstance(error, MissingExtraError):
        return UnreadableError("missing_extra", str(error))
    if isinstance(error, zlib.error | EOFError):
        return UnreadableError("failed", f"damaged gzip: {error}")
    return UnreadableError("failed", " ".join(f"{type(error).__name__}: {error}".split())[:MOST_DETAIL])


def _rejected(item: Input, error: UnreadableError) -> Rejection:
    return Rejection(location=item.location, reason=error.reason, detail=str(error))
