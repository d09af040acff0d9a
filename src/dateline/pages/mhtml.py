"""Pages that a browser saved as one file: MHTML."""

import datetime
from collections.abc import Iterator
from email import message_from_bytes
from email.message import Message
from email.utils import parsedate_to_datetime

from dateline.pages.inputs import Found, Input, ReadOptions
from dateline.pages.limits import DOCUMENT_LIMIT, UnreadableError
from dateline.pages.recognition import make_page

PARTS = 10_000
HTML = ("text/html", "application/xhtml+xml")


def read_mhtml(item: Input, _: ReadOptions) -> Iterator[Found]:
    """The page that was saved: the HTML at the address of the snapshot, else the first HTML. Frames are left out."""
    content = item.file.read(DOCUMENT_LIMIT + 1)
    if len(content) > DOCUMENT_LIMIT:
        raise UnreadableError("too_large", f"more than {DOCUMENT_LIMIT // 1_000_000} MB, the limit for MHTML")
    if content.count(b"\n--") > PARTS:
        raise UnreadableError("too_large", f"more than {PARTS:,} parts")
    message = message_from_bytes(content.lstrip(b"\r\n"))
    url = _header(message, "Snapshot-Content-Location") or _header(message, "Content-Location")
    page = _page_part(message, url)
    body = page.get_payload(decode=True)
    yield make_page(
        body if isinstance(body, bytes) else b"",
        item.location,
        name=item.name,
        media="text/html",
        url=url or _header(page, "Content-Location"),
        charset=str(page.get_content_charset() or "") or None,
        captured=_captured(message),
    )


def _page_part(message: Message, url: str | None) -> Message:
    parts = [part for part in message.walk() if part.get_content_type() in HTML]
    if not parts:
        raise UnreadableError("no_article", "no HTML within this saved page")
    return next((part for part in parts if url and _header(part, "Content-Location") == url), parts[0])


def _header(message: Message, name: str) -> str | None:
    return "".join(str(message.get(name) or "").split()) or None


def _captured(message: Message) -> datetime.datetime | None:
    try:
        found = parsedate_to_datetime(str(message.get("Date")))
    except (ValueError, TypeError, IndexError):
        return None
    return found.astimezone(datetime.UTC) if found.tzinfo else found.replace(tzinfo=datetime.UTC)
