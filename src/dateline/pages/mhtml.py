"""Pages that a browser saved as one file: MHTML. Its pictures are passed over as they stand, never unpacked."""

import binascii
import datetime
import re
from collections.abc import Iterator
from email import message_from_bytes
from email.message import Message
from email.utils import parsedate_to_datetime
from quopri import decodestring

import msgspec

from dateline.pages.inputs import Found, Input, ReadOptions
from dateline.pages.limits import DOCUMENT_LIMIT, PAGE_LIMIT, UnreadableError, page_too_large
from dateline.pages.recognition import make_page

PARTS = 10_000
DEPTH = 4
"""Parts within parts: a page in alternative forms within what belongs together is two deep."""
HEADERS = 20_000
"""Bytes of the headers of a part."""
HTML = ("text/html", "application/xhtml+xml")
GAP = re.compile(rb"\r?\n\r?\n")


class _Part(msgspec.Struct):
    """A part: its headers, and where its body stands in the file."""

    headers: Message
    start: int
    end: int


def read_mhtml(item: Input, _: ReadOptions) -> Iterator[Found]:
    """The page that was saved: the HTML at the address of the snapshot, else the first HTML. Frames are left out."""
    content = item.file.read(DOCUMENT_LIMIT + 1)
    if len(content) > DOCUMENT_LIMIT:
        raise UnreadableError("too_large", f"more than {DOCUMENT_LIMIT // 1_000_000} MB, the limit for MHTML")
    start = len(content) - len(content.lstrip(b"\r\n"))
    whole = _part(content, start, len(content))
    url = _header(whole.headers, "Snapshot-Content-Location") or _header(whole.headers, "Content-Location")
    page = _page_part(content, whole, url)
    yield make_page(
        _body(content, page),
        item.location,
        name=item.name,
        media="text/html",
        url=url or _header(page.headers, "Content-Location"),
        charset=str(page.headers.get_content_charset() or "") or None,
        captured=_captured(whole.headers),
    )


def _page_part(content: bytes, whole: _Part, url: str | None) -> _Part:
    parts = [part for part in _leaves(content, whole) if part.headers.get_content_type() in HTML]
    if not parts:
        raise UnreadableError("no_article", "no HTML within this saved page")
    return next((part for part in parts if url and _header(part.headers, "Content-Location") == url), parts[0])


def _leaves(content: bytes, whole: _Part) -> list[_Part]:
    """The parts that hold no parts, in their order."""
    leaves: list[_Part] = []
    level, seen = [whole], 0
    for _ in range(DEPTH):
        inner: list[_Part] = []
        for part in level:
            boundary = part.headers.get_boundary() if part.headers.get_content_maintype() == "multipart" else None
            if not boundary:
                leaves.append(part)
                continue
            for found in _split(content, part, boundary.encode("utf-8", "replace")):
                seen += 1
                if seen > PARTS:
                    raise UnreadableError("too_large", f"more than {PARTS:,} parts")
                inner.append(found)
        level = inner
    if level:
        raise UnreadableError("too_large", f"parts within parts, more than {DEPTH} deep")
    return sorted(leaves, key=lambda part: part.start)


def _split(content: bytes, part: _Part, boundary: bytes) -> Iterator[_Part]:
    """The parts between lines of a boundary; what stands before the first is none."""
    mark = re.compile(rb"(?:(?<=\n)|\r?\n)--" + re.escape(boundary) + rb"(--)?[ \t]*(?:\r?\n|\Z)")
    start = None
    for found in mark.finditer(content, part.start, part.end):
        if start is not None:
            yield _part(content, start, found.start())
        start = found.end()
        if found[1]:
            return
    if start is not None:
        yield _part(content, start, part.end)


def _part(content: bytes, start: int, end: int) -> _Part:
    gap = GAP.search(content, start, min(end, start + HEADERS))
    return _Part(message_from_bytes(content[start : gap.start() if gap else start]), gap.end() if gap else start, end)


def _body(content: bytes, part: _Part) -> bytes:
    if part.end - part.start > 2 * PAGE_LIMIT:
        raise page_too_large()
    body = content[part.start : part.end]
    packing = str(part.headers.get("Content-Transfer-Encoding") or "").strip().lower()
    if packing == "quoted-printable":
        return decodestring(body)
    if packing != "base64":
        return body
    try:
        return binascii.a2b_base64(body)
    except binascii.Error as error:
        raise UnreadableError("failed", f"damaged base64: {error}") from None


def _header(message: Message, name: str) -> str | None:
    return "".join(str(message.get(name) or "").split()) or None


def _captured(message: Message) -> datetime.datetime | None:
    try:
        found = parsedate_to_datetime(str(message.get("Date")))
    except (ValueError, TypeError, IndexError):
        return None
    return found.astimezone(datetime.UTC) if found.tzinfo else found.replace(tzinfo=datetime.UTC)
