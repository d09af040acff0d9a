"""Captures of the web: WARC, a record a page."""

import datetime
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, BinaryIO

from dateline.pages.captures import MEDIA, captured_page, is_document
from dateline.pages.inputs import Found, Input, ReadOptions
from dateline.pages.limits import PAGE_LIMIT, UnreadableError, page_too_large
from dateline.pages.streams import CHUNK
from dateline.records import Page, Rejection

if TYPE_CHECKING:
    from fastwarc.warc import WarcRecord

DOCUMENTS = ("application/pdf", "application/vnd.openxmlformats-officedocument.wordprocessingml.document")
KINDS = frozenset({*MEDIA, "text/plain", *DOCUMENTS})
"""Types of content that are pages; whether plain text is HTML shows in its content."""
UNTOLD = frozenset({"application/octet-stream", "binary/octet-stream"})
"""Types that say nothing: PDF and DOCX are sent as these."""
PAGES = re.compile(r"https?://")
ERRORS = 400
REDIRECTS = 300


def read_warc(item: Input, options: ReadOptions) -> Iterator[Found]:
    """A page for each response, resource or conversion (WET) of HTML, text, PDF or DOCX; other types are no pages.

    Locations are `FILE#RECORD`, counted from 1 over records of all types. A record of HTML that tells of an error
    (HTTP status 400 and above) is rejected as `no_article`; redirects are left out.
    """
    from fastwarc.warc import WarcRecordType

    wanted = (WarcRecordType.response, WarcRecordType.resource, WarcRecordType.conversion)
    number = 0
    stream = _Onwards(item.file)
    for record in _records(stream):
        number += 1
        found = _record_page(record, f"{item.location}#{number}", options) if record.record_type in wanted else None
        stream.check()
        if found is not None:
            yield found
    stream.check()
    if not number:
        raise UnreadableError("failed", "no record of this WARC can be read")


class _Onwards:
    """A stream as fastwarc wants it, which asks for the position and panics where a stream raises.

    What is raised is kept for `check`, and the stream ends there.
    """

    def __init__(self, file: BinaryIO) -> None:
        self._file: Any = file
        self._at = 0
        self._error: BaseException | None = None

    def read(self, size: int = CHUNK) -> bytes:
        if self._error is not None:
            return b""
        try:
            data: bytes = self._file.read1(size)  # what is there before an error is not lost
        except BaseException as error:
            self._error = error
            return b""
        self._at += len(data)
        return data

    def tell(self) -> int:
        return self._at

    def close(self) -> None:
        """The file is closed by whoever opened it."""

    def seek(self, offset: int, whence: int = 0) -> int:
        """Only onwards, by reading."""
        left = offset - self._at if whence == 0 else offset
        while left > 0 and (data := self.read(min(left, CHUNK))):
            left -= len(data)
        return self._at

    def check(self) -> None:
        """Raise what was raised while reading."""
        if self._error is not None:
            raise self._error


def _records(stream: _Onwards) -> "Iterator[WarcRecord]":
    from fastwarc.warc import ArchiveIterator

    try:
        yield from ArchiveIterator(stream, parse_http=False, stream_detect=False, fsspec_args=False)
    except (Exception, GeneratorExit, KeyboardInterrupt, SystemExit):
        raise
    except BaseException as error:  # a panic of fastwarc, which is no Exception
        raise UnreadableError("failed", f"damaged WARC: {error}"[:300]) from None


def _record_page(record: "WarcRecord", location: str, options: ReadOptions) -> Page | Rejection | None:
    """The page of a record, or why it is none; None for a picture, script, redirect and the like."""
    url = (record.headers.get("WARC-Target-URI") or "").strip("<> ")
    if not PAGES.match(url):
        return None
    try:
        return _content_page(record, location, url, options)
    except UnreadableError as error:
        return Rejection(location=location, reason=error.reason, detail=str(error))
    except ValueError as error:
        return Rejection(location=location, reason="failed", detail=f"damaged record: {error}"[:300])


def _content_page(record: "WarcRecord", location: str, url: str, options: ReadOptions) -> Page | Rejection | None:
    captured = record.record_date
    kind, charset, status = _http(record)
    if kind not in KINDS | UNTOLD or REDIRECTS <= status < ERRORS:
        return None
    if status >= ERRORS and kind in KINDS:
        raise UnreadableError("no_article", f"the site answered with HTTP status {status}")
    content = record.reader.read(PAGE_LIMIT + 1) if record.reader else b""
    if len(content) > PAGE_LIMIT:
        raise page_too_large()
    if kind in UNTOLD and (status >= ERRORS or not is_document(content)):
        return None
    return captured_page(
        content,
        location,
        url=url,
        kind=kind,
        charset=charset,
        captured=captured.astimezone(datetime.UTC) if captured else None,
        options=options,
    )


def _http(record: "WarcRecord") -> tuple[str, str | None, int]:
    """Type of the content, its declared encoding, HTTP status; 200 where the record is none of HTTP."""
    if record.is_http:
        try:
            record.parse_http(auto_decode="all")
        except OSError as error:
            raise UnreadableError("failed", f"damaged HTTP headers: {error}") from None
    headers = record.http_headers
    if headers is None:
        kind, _, rest = (record.headers.get("Content-Type") or "").partition(";")
        return kind.strip().lower(), rest.partition("charset=")[2].strip() or None, 200
    return (record.http_content_type or "text/html").lower(), record.http_charset, headers.status_code or 200
