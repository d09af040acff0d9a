"""One page as a person reads it: the article with its marks, and what else the page holds."""

from collections.abc import Callable, Iterable

import msgspec

from dateline.records import Article, Entry, Page, Reading, Syndicate
from dateline.views.citations import Source
from dateline.views.marking import MarkedBlock, marked
from dateline.views.pages import page_row
from dateline.views.rows import CopyRow, EntryRow, PageRow, RelatedRow
from dateline.views.side_by_side import SideBySide
from dateline.views.syndication import copy_rows

FURNITURE = ("furniture", "promo", "credit")
"""Lines that are no part of the article."""


class PageView(msgspec.Struct, frozen=True, kw_only=True):
    """A page as a row, its article in marked blocks, its entries, what it points to, and who else carried it.

    `furniture` are the lines that are no part of the article, on pages of plain text. `versions` are the page's
    texts over time, `copies` other outlets that carry the same story, `story` all its copies with what each changed.
    `compared` is this page beside another, where that is asked for.
    """

    page: PageRow
    blocks: tuple[MarkedBlock, ...]
    furniture: tuple[str, ...]
    entries: tuple[EntryRow, ...]
    related: tuple[RelatedRow, ...]
    versions: tuple[Source, ...]
    copies: tuple[Source, ...]
    story: tuple[CopyRow, ...] = ()
    compared: SideBySide | None = None


def page_view(
    page: Page,
    reading: Reading,
    source: Callable[[str], Source],
    entries: Iterable[Entry],
    row: Callable[[Entry], EntryRow],
    related: Iterable[RelatedRow],
    versions: Iterable[str],
    story: Syndicate | None,
    compared: SideBySide | None = None,
) -> PageView:
    """What the page reader shows."""
    reported, pointed = list(entries), tuple(related)
    of_event = {report.event_id: entry.id for entry in reported for report in entry.reports}
    return PageView(
        page=page_row(source(page.id), reading.article, len(pointed)),
        blocks=marked(reading, of_event.get),
        furniture=_furniture(page, reading.article),
        entries=tuple(map(row, reported)),
        related=pointed,
        versions=tuple(map(source, versions)),
        copies=tuple(source(copy.page_id) for copy in story.copies if copy.page_id != page.id) if story else (),
        story=tuple(copy_rows([story], source)) if story else (),
        compared=compared,
    )


def _furniture(page: Page, article: Article) -> tuple[str, ...]:
    numbers = {line.number for line in article.lines if line.kind in FURNITURE}
    lines = page.text.split("\n") if numbers else []
    return tuple(" ".join(lines[number - 1].split()) for number in sorted(numbers) if number <= len(lines))
