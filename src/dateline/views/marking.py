"""An article as text with what was found in it: blocks cut into pieces, each with the marks that cover it."""

from bisect import bisect_left, bisect_right
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
    """Some words of a block, and the marks that cover all of them. `start` is where they stand in the article.

    `sentence` is where their sentence begins; `begins` are ids of the statements that begin with them.
    """

    text: str
    start: int
    marks: tuple[Mark, ...] = ()
    sentence: int = 0
    begins: tuple[str, ...] = ()


class MarkedBlock(msgspec.Struct, frozen=True, kw_only=True):
    """A headline, caption or paragraph in pieces; they make up its whole text."""

    kind: BlockKind
    pieces: tuple[Piece, ...]


class _Cuts(msgspec.Struct, frozen=True):
    """Where an article is cut besides the ends of marks: where sentences, evidence and statements begin, in order."""

    sentences: list[int]
    others: list[int]
    statements: dict[int, tuple[str, ...]]


def marked(reading: Reading, entry_of: Callable[[str], str | None]) -> tuple[MarkedBlock, ...]:
    """The article's blocks with all marks; `entry_of` gives the entry of an event mention."""
    marks = sorted(_marks(reading, entry_of), key=lambda mark: (mark.span, mark.kind))
    cuts = _cuts(reading)
    return tuple(
        MarkedBlock(kind=block.kind, pieces=tuple(_pieces(reading.article, block.span, marks, cuts)))
        for block in reading.article.blocks
    )


def _cuts(reading: Reading) -> _Cuts:
    begun: dict[int, tuple[str, ...]] = {}
    for statement in reading.statements:
        begun[statement.span.start] = (*begun.get(statement.span.start, ()), statement.id)
    return _Cuts(
        sentences=sorted(sentence.span.start for sentence in reading.sentences),
        others=sorted({*begun, *(event.span.start for event in reading.events)}),
        statements=begun,
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


def _pieces(article: Article, block: Span, marks: list[Mark], cuts: _Cuts) -> Iterable[Piece]:
    within = marks[bisect_left(marks, block.start, key=_start) : bisect_left(marks, block.end, key=_start)]
    sentences = [block.start, *_between(cuts.sentences, block)]
    points = {block.start, block.end, *sentences, *_between(cuts.others, block)}
    points.update(min(cut, block.end) for mark in within for cut in (mark.span.start, mark.span.end))
    for start, end in pairwise(sorted(points)):
        span = Span(start, end)
        yield Piece(
            text=span.of(article.text),
            start=start,
            marks=tuple(mark for mark in within if mark.span.covers(span)),
            sentence=sentences[bisect_right(sentences, start) - 1],
            begins=cuts.statements.get(start, ()),
        )


def _start(mark: Mark) -> int:
    return mark.span.start


def _between(points: list[int], block: Span) -> list[int]:
    """Those of some points, in order, that lie inside a block."""
    return points[bisect_right(points, block.start) : bisect_left(points, block.end)]
