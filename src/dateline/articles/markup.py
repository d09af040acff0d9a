"""The article of an HTML page, by trafilatura; its date by htmldate."""

import datetime
import re
from typing import Any

from dateline.articles.anatomy import marks
from dateline.articles.assembling import assemble
from dateline.articles.datelines import agency_named, agency_within, first_dateline
from dateline.articles.labelling import special_kind
from dateline.articles.languages import find_language
from dateline.pages import read_header
from dateline.records import Article, BlockKind, Page, Rejection, RejectionReason, Timestamp

MARKUP_LIMIT = 3_000_000
"""Characters of markup that are looked at: no article stands behind so many."""
TAG_LIMIT = 40_000
"""Tags that are looked at: the extractors need seconds for more."""
HUGE_TAG = re.compile(r"<[^<>]{50000,}>?")
"""Libxml2 compares each attribute of a tag with all others."""
SHORT = 120
"""Words. A page of no more whose title is that of an error page is one."""

Part = tuple[BlockKind, str, int | None]


def find_markup_article(page: Page) -> Article | Rejection:
    """The article of an HTML page.

    Rejections: `no_article` where trafilatura finds none or the title is that of an error page, `no_date` where neither
    the header nor htmldate gives a day.
    """
    markup = _markup(page)
    data = _extracted(page, markup)
    title = " ".join((page.header_title or data.get("title") or "").split())
    body = _body(data.get("text") or "", title)
    if not body:
        return _rejected(page, "no_article", "no article found in the markup")
    if marks("error", title) and sum(len(words.split()) for _, words, _ in body) <= SHORT:
        return _rejected(page, "no_article", f"an error page: {title}")
    published = _published(page, markup)
    if published is None:
        return _rejected(page, "no_date", "neither its metadata nor the page gives a date")
    return _article(page, data, title, body, published)


def _extracted(page: Page, markup: str) -> dict[str, Any]:
    """What trafilatura finds: text, title, author, sitename, url; empty where it finds no article."""
    from trafilatura import bare_extraction

    found: Any = bare_extraction(markup, url=page.url, favor_precision=True, include_comments=False, with_metadata=True)
    return found.as_dict() if found is not None else {}


def _markup(page: Page) -> str:
    text = page.text[:MARKUP_LIMIT]
    text = text.partition("\n")[2] if read_header(text)[0] else text
    if text.count("<") > TAG_LIMIT:
        text = "<".join(text.split("<", TAG_LIMIT)[:TAG_LIMIT])
    return HUGE_TAG.sub("", text)


def _rejected(page: Page, reason: RejectionReason, detail: str) -> Rejection:
    return Rejection(location=page.location, reason=reason, detail=detail, page_id=page.id)


def _body(text: str, title: str) -> list[Part]:
    """Paragraphs and captions, without the headline, where it stands again, and without promo and posted lines."""
    parts: list[Part] = []
    for line in text.split("\n"):
        words = " ".join(line.split())
        kind = special_kind(words)
        if words and words != title and kind in (None, "caption"):
            parts.append((kind or "body", words, None))
    return parts if any(kind == "body" for kind, _, _ in parts) else []


def _article(page: Page, data: dict[str, Any], title: str, body: list[Part], published: Timestamp) -> Article:
    text, blocks = assemble([("headline", title, None), *body])
    dateline = first_dateline(text, blocks)
    author = data.get("author")
    return Article(
        page_id=page.id,
        title=title,
        text=text,
        blocks=blocks,
        published=published,
        publisher=data.get("sitename"),
        agency=(dateline and dateline.agency) or (author and (agency_named(author) or agency_within(author))),
        byline=author,
        dateline=dateline,
        language=find_language("\n".join(words for _, words, _ in body)),
        url=page.url or data.get("url"),
    )


def _published(page: Page, markup: str) -> Timestamp | None:
    from htmldate import find_date

    if page.header_date is not None:
        return Timestamp(day=page.header_date, basis="header")
    found = find_date(markup, original_date=True, url=page.url)
    return Timestamp(day=datetime.date.fromisoformat(found), basis="metadata") if found else None
