"""The article of an HTML page, by trafilatura; its date by htmldate."""

import datetime
from typing import Any

from dateline.articles.assembling import assemble
from dateline.articles.datelines import agency_named, agency_within, find_dateline
from dateline.articles.languages import find_language
from dateline.records import Article, BlockKind, Page, Rejection, Timestamp

MARKUP_LIMIT = 5_000_000
"""Characters of markup that are looked at. What stands behind is not read: no article is that long."""


def find_markup_article(page: Page) -> Article | Rejection:
    """The article of an HTML page; `no_article` where trafilatura finds none, `no_date` where no date is known."""
    from trafilatura import bare_extraction

    markup = _markup(page)
    found = bare_extraction(markup, url=page.url, favor_precision=True, include_comments=False, with_metadata=True)
    data: dict[str, Any] = found.as_dict() if found is not None else {}
    if not (data.get("text") or "").strip():
        return Rejection(
            location=page.location, reason="no_article", detail="no article found in the markup", page_id=page.id
        )
    published = _published(page, markup)
    if published is None:
        return Rejection(
            location=page.location,
            reason="no_date",
            detail="neither metadata nor the page gives a date",
            page_id=page.id,
        )
    return _article(page, data, published)


def _markup(page: Page) -> str:
    text = page.text[:MARKUP_LIMIT]
    return text.split("\n", 1)[-1] if page.header_date else text


def _article(page: Page, data: dict[str, Any], published: Timestamp) -> Article:
    title = page.header_title or data.get("title") or ""
    parts: list[tuple[BlockKind, str, int | None]] = [("headline", title, None)]
    parts += [("body", " ".join(line.split()), None) for line in data["text"].split("\n") if line.strip() != title]
    text, blocks = assemble(parts)
    dateline = next(
        (d for b in blocks if b.kind == "body" for d in [find_dateline(text, b.span.start, b.span.end)]), None
    )
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
        language=find_language("\n".join(b.span.of(text) for b in blocks if b.kind == "body")),
        url=page.url or data.get("url"),
    )


def _published(page: Page, markup: str) -> Timestamp | None:
    from htmldate import find_date

    if page.header_date is not None:
        return Timestamp(day=page.header_date, basis="header")
    found = find_date(markup, original_date=True, url=page.url)
    return Timestamp(day=datetime.date.fromisoformat(found), basis="metadata") if found else None
