"""What a site answered as a page: HTML, text, PDF or DOCX; the same when it was just fetched as out of an archive."""

import datetime
import io

import msgspec

from dateline.pages.inputs import Input, ReadOptions
from dateline.pages.kinds import PDF, find_kind
from dateline.pages.limits import Budget
from dateline.pages.opening import dated, read_input
from dateline.pages.recognition import make_page
from dateline.pages.streams import HEAD
from dateline.records import Media, Page, Rejection, content_id

MEDIA: dict[str, Media | None] = {"text/html": "text/html", "application/xhtml+xml": "text/html"}
"""Types of content that say what a page is; of others its content is asked."""


def captured_page(
    content: bytes,
    location: str,
    *,
    url: str,
    kind: str,
    charset: str | None,
    captured: datetime.datetime | None,
    options: ReadOptions,
) -> Page | Rejection:
    """The page that some bytes at an address are; `kind` is their declared type, `captured` when they were taken.

    Bytes that begin as a PDF, or as a zip and are a DOCX, are read as such. The rejections are those of the readers.
    """
    if kind not in MEDIA and find_kind(content[:HEAD], "", options) in ("pdf", "zip"):
        return _document(content, location, url, captured, options)
    made = make_page(content, location, url=url, media=MEDIA.get(kind), charset=charset, captured=captured)
    return dated(made, options)


def is_document(content: bytes) -> bool:
    """Whether some bytes are a PDF or a DOCX."""
    from dateline.pages.archives import is_docx

    return content.startswith(PDF) or is_docx(content)


def _document(
    content: bytes, location: str, url: str, captured: datetime.datetime | None, options: ReadOptions
) -> Page | Rejection:
    from dateline.pages.archives import is_docx

    if content.startswith(b"PK") and not is_docx(content):
        return Rejection(location=location, reason="unsupported", detail="a zip, not a page of text or HTML")
    item = Input(io.BytesIO(content), location, location.rsplit("/", 1)[-1], Budget(len(content)))
    found = next(read_input(item, options))
    if isinstance(found, Rejection):
        return found
    return msgspec.structs.replace(found, id=content_id(found.id, url), url=url, captured=captured)
