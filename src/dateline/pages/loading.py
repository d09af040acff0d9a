"""From a file to a page, or the reason why not. Nothing here raises on account of what a file holds."""

import stat
import zlib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import BinaryIO

from dateline.pages.recognition import PAGE_LIMIT, make_page
from dateline.pages.sources import PAGE_SUFFIXES, SourceFile, list_sources
from dateline.records import Page, Rejection, RejectionReason

GZIP_MAGIC = b"\x1f\x8b"
CHUNK = 1 << 16


def find_pages(sources: Sequence[str]) -> Iterator[Page | Rejection]:
    """Every page of the sources, in the order of `list_sources`, and a Rejection for each that is none."""
    for source in list_sources(sources):
        yield load_page(source)


def load_page(source: SourceFile) -> Page | Rejection:
    """The page that a file holds; gzip is unpacked up to `PAGE_LIMIT` bytes.

    A Rejection is `missing` where the file cannot be opened, `too_large` above `PAGE_LIMIT` bytes, and else as in
    `make_page`.
    """
    location = source.location
    try:
        content = _content(Path(location))
    except _OverLimitError:
        return Rejection(
            location=location,
            reason="too_large",
            detail=f"more than {PAGE_LIMIT // 1_000_000} MB, the limit for one page",
        )
    except (zlib.error, EOFError) as error:
        return Rejection(location=location, reason="failed", detail=f"damaged gzip: {error}")
    except _NotAFileError as error:
        return Rejection(location=location, reason=error.reason, detail=str(error))
    except (OSError, ValueError) as error:
        return Rejection(location=location, reason="missing", detail=_what_failed(error))
    return make_page(content, location)


class _OverLimitError(Exception):
    pass


class _NotAFileError(Exception):
    def __init__(self, reason: RejectionReason, detail: str) -> None:
        super().__init__(detail)
        self.reason = reason


def _content(path: Path) -> bytes:
    status = path.stat()
    if stat.S_ISDIR(status.st_mode):
        raise _NotAFileError("empty", f"a folder without any file named {' '.join(PAGE_SUFFIXES)}")
    if not stat.S_ISREG(status.st_mode):
        raise _NotAFileError("unsupported", "not a regular file")
    if status.st_size > PAGE_LIMIT:
        raise _OverLimitError
    with path.open("rb") as file:
        packed = file.read(len(GZIP_MAGIC)) == GZIP_MAGIC
        file.seek(0)
        return _unpacked(file) if packed else file.read(PAGE_LIMIT + 1)


def _unpacked(file: BinaryIO) -> bytes:
    """The unpacked bytes of a gzip file (several members one after the other too); no more than the limit in memory."""
    unpacker = zlib.decompressobj(zlib.MAX_WBITS | 16)
    content = bytearray()
    while chunk := file.read(CHUNK):
        while chunk:
            content += unpacker.decompress(chunk, PAGE_LIMIT + 1 - len(content))
            if len(content) > PAGE_LIMIT:
                raise _OverLimitError
            chunk = unpacker.unconsumed_tail or unpacker.unused_data
            if unpacker.eof:
                if not chunk.startswith(GZIP_MAGIC):
                    break
                unpacker = zlib.decompressobj(zlib.MAX_WBITS | 16)
    if not unpacker.eof:
        raise EOFError("it ends too early")
    return bytes(content)


def _what_failed(error: Exception) -> str:
    if isinstance(error, FileNotFoundError):
        return "no such file, folder, or match for the pattern"
    return str(getattr(error, "strerror", None) or error)
