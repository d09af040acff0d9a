"""Reports: PDF and DOCX as text, its pages parted by form feeds."""

import datetime
import math
import re
import zipfile
from collections.abc import Iterable, Iterator
from typing import Any

from dateline.errors import MissingExtraError
from dateline.pages.inputs import Found, Input, ReadOptions
from dateline.pages.limits import DOCUMENT_LIMIT, DOCUMENT_PAGES, PAGE_LIMIT, UnreadableError, page_too_large
from dateline.pages.recognition import make_page
from dateline.pages.streams import seekable
from dateline.records import Page, Rejection

PAGE_BREAK = "\f"
MARKUP = (".xml", ".rels")
MARKUP_LIMIT = 30_000_000
"""Bytes of the markup of a DOCX, which is held as a tree; a book has a third of it."""
FULL_LINE = 0.75
"""A line at least so long, of the longest usual lines, goes on in the next."""
USUAL = 0.9
HYPHENATED = re.compile(r"(?<=[a-z])-$")
END = re.compile(r"[.!?:;][\"”’')\]]*$")


def page_breaks(text: str) -> tuple[int, ...]:
    """The lines, from 1, of the text of a PDF or DOCX that part its pages; one for each page that ends there."""
    lines = text.split("\n") if PAGE_BREAK in text else []
    return tuple(number for number, line in enumerate(lines, start=1) for _ in range(line.count(PAGE_BREAK)))


def read_pdf(item: Input, options: ReadOptions) -> Iterator[Found]:
    """The text of a PDF. Its day is the given one, else that of its creation; its headline that of the metadata."""
    try:
        from pypdf import PdfReader
        from pypdf.errors import LimitReachedError
    except ImportError:
        raise MissingExtraError("reading PDF", "pdf") from None
    try:
        yield _pdf_page(PdfReader(seekable(item.file, DOCUMENT_LIMIT)), item, options)
    except LimitReachedError as error:
        raise UnreadableError("too_large", f"unpacks to more than any real report: {error}"[:300]) from None


def _pdf_page(reader: Any, item: Input, options: ReadOptions) -> Page | Rejection:
    if reader.is_encrypted and not reader.decrypt(""):
        raise UnreadableError("unsupported", "encrypted: it needs a password")
    if len(reader.pages) > DOCUMENT_PAGES:
        raise UnreadableError("too_large", f"more than {DOCUMENT_PAGES:,} pages")
    pages = _limited(_paragraphs(page.extract_text()) for page in reader.pages)
    data = reader.metadata
    return _report(item, options, pages, data.title if data else None, data.creation_date if data else None)


def read_docx(item: Input, options: ReadOptions) -> Iterator[Found]:
    """The text of a DOCX, pages as they were last shown. Day and headline as of a PDF."""
    try:
        from docx import Document
    except ImportError:
        raise MissingExtraError("reading DOCX", "docx") from None
    file = seekable(item.file, DOCUMENT_LIMIT)
    with zipfile.ZipFile(file) as archive:
        parts = [info for info in archive.infolist() if info.filename.endswith(MARKUP)]
        if sum(info.file_size for info in parts) > MARKUP_LIMIT:
            raise UnreadableError("too_large", f"more than {MARKUP_LIMIT // 1_000_000} MB of markup unpacked")
        if sum(info.file_size for info in archive.infolist()) > DOCUMENT_LIMIT:
            raise UnreadableError("too_large", f"more than {DOCUMENT_LIMIT // 1_000_000} MB unpacked")
    file.seek(0)
    document = Document(file)
    data = document.core_properties
    text = "\n\n".join(_limited(_docx_words(paragraph) for paragraph in document.paragraphs))
    yield _report(item, options, text.split(PAGE_BREAK), data.title, data.created)


def _docx_words(paragraph: Any) -> str:
    """A paragraph's words; page breaks within it go before it, so that sentences stay whole."""
    breaks = len(paragraph.rendered_page_breaks)
    return PAGE_BREAK * breaks + str(paragraph.text).replace(PAGE_BREAK, " ")


def _limited(texts: Iterable[str]) -> list[str]:
    found, size = [], 0
    for text in texts:
        size += len(text)
        if size > PAGE_LIMIT:
            raise page_too_large()
        found.append(text)
    return found


def _paragraphs(text: str) -> str:
    """Lines of a printed page joined to paragraphs: one of full length that ends no sentence goes on in the next."""
    lines = [" ".join(line.split()) for line in text.replace(PAGE_BREAK, "\n").split("\n")]
    lengths = sorted(len(line) for line in lines if line)
    full = FULL_LINE * lengths[math.ceil(USUAL * (len(lengths) - 1))] if lengths else 0
    joined: list[str] = []
    before = ""
    for line in lines:
        if (
            joined
            and before
            and line
            and len(before) >= full
            and not (END.search(before) and len(before) < full / FULL_LINE)
        ):
            last = joined[-1]
            joined[-1] = HYPHENATED.sub("", last) + ("" if HYPHENATED.search(last) else " ") + line
        else:
            joined.append(line)
        before = line
    return "\n".join(joined)


def _report(
    item: Input, options: ReadOptions, pages: list[str], title: Any, created: datetime.datetime | None
) -> Page | Rejection:
    text = f"\n{PAGE_BREAK}\n".join(page.strip() for page in pages)
    if not text.replace(PAGE_BREAK, "").strip():
        raise UnreadableError("empty", "no text in it: pages that were scanned would have to be recognised first")
    return make_page(
        text.encode("utf-8", "replace"),
        item.location,
        name=item.name,
        media="text/plain",
        header_date=options.date or (created.date() if created else None),
        date_basis="option" if options.date else "metadata",
        header_title=" ".join(str(title or "").split()) or None,
    )
