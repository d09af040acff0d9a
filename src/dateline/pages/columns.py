"""Rows of tables as pages: which column holds what, and days as tables write them."""

import datetime
import re
from collections.abc import Iterable, Mapping
from email.utils import parsedate_to_datetime
from typing import Any

from dateline.pages.inputs import COLUMNS, Column, ReadOptions
from dateline.pages.limits import UnreadableError
from dateline.pages.recognition import make_page
from dateline.records import Page, Rejection

NAMES: Mapping[Column, tuple[str, ...]] = {
    "text": (
        "text", "fulltext", "articletext", "maintext", "plaintext", "cleantext", "articlebody", "body", "content",
        "article", "story",
    ),
    "html": ("html", "rawhtml", "pagehtml", "htmlcontent", "markup"),
    "url": ("url", "link", "uri", "articleurl", "pageurl", "canonicalurl", "sourceurl", "permalink"),
    "date": (
        "date", "published", "publishdate", "publisheddate", "datepublished", "publicationdate", "publishedat",
        "publishedon", "pubdate", "dateofpublication", "articledate", "datepublish",
    ),
    "title": ("title", "headline", "heading", "articletitle"),
    "source": ("source", "publisher", "outlet", "site", "sitename", "sourcename", "publication", "newspaper", "medium",
               "medianame", "sourcedomain", "domain"),
}  # fmt: skip
"""Names of columns, by what they hold; letters and digits only, the likeliest first."""

DAY = re.compile(r"\s*(\d{4})[-/.]?(\d{2})[-/.]?(\d{2})(?!\d)")
SECONDS = re.compile(r"\d{9,10}(?:\.\d+)?|\d{12,13}", re.ASCII)
MILLISECONDS_FROM = 10**11


def find_columns(names: Iterable[str], options: ReadOptions) -> dict[Column, str]:
    """Which of these columns holds what. What the options name stands; no column holds two things."""
    there = [name for name in names if isinstance(name, str)]
    found = {column: name for column, name in options.columns.items() if name in there}
    plain = {re.sub(r"[^a-z0-9]", "", name.lower()): name for name in reversed(there)}
    for column in COLUMNS:
        if column not in options.columns:
            taken = set(found.values())
            name = next((plain[n] for n in NAMES[column] if n in plain and plain[n] not in taken), None)
            if name is not None:
                found[column] = name
    return found


def check_columns(names: Iterable[str], options: ReadOptions) -> dict[Column, str]:
    """As `find_columns`; raises UnreadableError where no column holds text or HTML."""
    there = list(names)
    found = find_columns(there, options)
    if "text" not in found and "html" not in found:
        listed = ", ".join(there[:20]) or "none"
        raise UnreadableError("unsupported", f"no column of text or html (columns: {listed}); say --column text=NAME")
    return found


def row_page(row: Mapping[str, Any], columns: Mapping[Column, str], location: str) -> Page | Rejection:
    """The page that a row holds: its HTML if it has any, else its text."""
    cells = {column: row.get(name) for column, name in columns.items()}
    html = _words(cells.get("html"))
    content = html or _words(cells.get("text"))
    if not content:
        return Rejection(location=location, reason="empty", detail="neither text nor html in this row")
    return make_page(
        content.encode("utf-8", "replace"),
        location,
        media="text/html" if html else None,
        url=_words(cells.get("url")) or None,
        header_date=day_of(cells.get("date")),
        header_title=" ".join(_words(cells.get("title")).split()) or None,
        source=_words(cells.get("source")) or None,
    )


def _words(cell: Any) -> str:
    if isinstance(cell, bytes):
        return cell.decode("utf-8", "replace").strip()
    return cell.strip() if isinstance(cell, str) else ""


def day_of(cell: Any) -> datetime.date | None:
    """The day that a cell names: ISO 8601, RFC 5322, seconds or milliseconds since 1970 (in UTC), or a date itself.

    The day is that of the zone it is written in. None for anything else.
    """
    if isinstance(cell, datetime.datetime):
        return cell.date()
    if isinstance(cell, datetime.date):
        return cell
    try:
        return _day(cell)
    except (ValueError, OverflowError, OSError, TypeError, IndexError):
        return None


def _day(cell: Any) -> datetime.date | None:
    if isinstance(cell, str):
        if match := DAY.match(cell):
            return datetime.date(*map(int, match.groups()))
        if not SECONDS.fullmatch(cell.strip()):
            return parsedate_to_datetime(cell[:100]).date()
        cell = float(cell)
    if isinstance(cell, bool) or not isinstance(cell, int | float):
        return None
    if 10_000_000 <= cell <= 99_999_999 and (match := DAY.match(str(int(cell)))):
        return datetime.date(*map(int, match.groups()))
    seconds = cell / 1000 if cell >= MILLISECONDS_FROM else cell
    return datetime.datetime.fromtimestamp(seconds, datetime.UTC).date()
