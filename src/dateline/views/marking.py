"""An article as text with what was found in it: blocks cut into pieces, each with the marks that cover it."""

from collections.abc import Callable, Iterable
from itertools import pairwise
from typing import Literal

import msgspec

from dateline.records import Article, BlockKind, Reading, Span
from dateline.views.dates import in_words

MarkKind = Literal["event", "time", "actor", "place", "statement"]

_MARKED: dict[str, MarkKind] = {
    "person": "actor",
    "organization": "actor",
    "country": "actor",
    "group": "actor",
    "place": "place",
}


class Mark(msgspec.Struct, frozen=True, kw_only=True):
    """Words of an article that something was found in. `note` says what; `entry` is the entry that an event went to."""

    kind: MarkKind
    span: Span
    note: str
    entry: str | None = None


class Piece(msgspec.Struct, frozen=True, kw_only=True):
    """Some words of a block, and the marks that cover all of them. `start` is where they stand in the article."""

    text: str
    start: int
    marks: tuple[Mark, ...] = ()


class MarkedBlock(msgspec.Struct, frozen=True, kw_only=True):
    """A headline, caption or paragraph in pieces; they make up its whole text."""

    kind: BlockKind
    pieces: tuple[Piece, ...]


def marked(reading: Reading, entry_of: Callable[[str], str | None]) -> tuple[MarkedBlock, ...]:
    """The article's blocks with all marks; `entry_of` gives the entry of an event mention."""
    marks = sorted(_marks(reading, entry_of), key=lambda mark: (mark.span, mark.kind))
    return tuple(
        MarkedBlock(kind=block.kind, pieces=tuple(_pieces(reading.article, block.span, marks)))
        for block in reading.article.blocks
    )


def _marks(reading: Reading, entry_of: Callable[[str], str | None]) -> Iterable[Mark]:
    names = {entity.id: entity.name for entity in reading.entities}
    for event in reading.events:
        words = f"{event.words} ({in_words(event.date.interval)})"
        yield Mark(kind="event", span=event.trigger, note=words, entry=entry_of(event.id))
    for time in reading.times:
        yield Mark(kind="time", span=time.span, note=f"{time.value}: {in_words(time.interval)}")
    for mention in reading.mentions:
        yield Mark(kind=_MARKED[mention.kind], span=mention.span, note=names.get(mention.entity, ""))
    for statement in reading.statements:
        who = ", ".join(speaker.name for speaker in statement.speakers) or "unnamed"
        for span in statement.content:
            yield Mark(kind="statement", span=span, note=f"{who} {statement.stance}")


def _pieces(article: Article, block: Span, marks: list[Mark]) -> Iterable[Piece]:
    within = [mark for mark in marks if mark.span.overlaps(block)]
    cuts = {block.start, block.end}
    cuts.update(cut for mark in within for cut in (mark.span.start, mark.span.end) if block.start < cut < block.end)
    ordered = sorted(cuts)
    for start, end in pairwise(ordered):
        span = Span(start, end)
        covering = tuple(mark for mark in within if mark.span.covers(span))
        yield Piece(text=span.of(article.text), start=start, marks=covering)
