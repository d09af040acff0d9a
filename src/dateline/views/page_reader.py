"""One page as a person reads it: the article with its marks, and what else the page holds."""

from collections.abc import Callable, Iterable

import msgspec

from dateline.records import Article, Entry, Page, Reading
from dateline.views.citations import Source
from dateline.views.marking import MarkedBlock, marked
from dateline.views.rows import EntryRow, RelatedRow

FURNITURE = ("furniture", "promo", "credit")
"""Lines that are no part of the article."""


class PageView(msgspec.Struct, frozen=True, kw_only=True):
    """A page: where it is from, its article in marked blocks, its entries, what it points to, and who else carried it.

    `published` and `updated` are as exact as the page gives them, `basis` says where the day of publication stands.
    `furniture` are the lines that are no part of the article, on pages of plain text. `versions` are the page's
    texts over time, `copies` other outlets that carry the same story.
    """

    source: Source
    published: str
    basis: str
    updated: str | None
    byline: str | None
    dateline: str | None
    language: str
    blocks: tuple[MarkedBlock, ...]
    furniture: tuple[str, ...]
    entries: tuple[EntryRow, ...]
    related: tuple[RelatedRow, ...]
    versions: tuple[Source, ...]
    copies: tuple[Source, ...]


def page_view(
    page: Page,
    reading: Reading,
    source: Callable[[str], Source],
    entries: Iterable[Entry],
    row: Callable[[Entry], EntryRow],
    related: Iterable[RelatedRow],
    versions: Iterable[str],
    copies: Iterable[str],
) -> PageView:
    """What the page reader shows."""
    article, reported = reading.article, list(entries)
    of_event = {report.event_id: entry.id for entry in reported for report in entry.reports}
    return PageView(
        source=source(page.id),
        published=_stamp(article.published.iso, article.published.zone),
        basis=article.published.basis,
        updated=_stamp(article.updated.iso, article.updated.zone) if article.updated else None,
        byline=article.byline,
        dateline=article.dateline.span.of(article.text) if article.dateline else None,
        language=article.language,
        blocks=marked(reading, of_event.get),
        furniture=_furniture(page, article),
        entries=tuple(map(row, reported)),
        related=tuple(related),
        versions=tuple(map(source, versions)),
        copies=tuple(source(copy) for copy in copies if copy != page.id),
    )


def _stamp(iso: str, zone: str | None) -> str:
    return f"{iso.replace('T', ' ')} {zone}" if zone else iso.replace("T", " ")


def _furniture(page: Page, article: Article) -> tuple[str, ...]:
    numbers = {line.number for line in article.lines if line.kind in FURNITURE}
    lines = page.text.split("\n") if numbers else []
    return tuple(" ".join(lines[number - 1].split()) for number in sorted(numbers) if number <= len(lines))
