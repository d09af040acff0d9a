"""Which extracted event is which annotated one: by the words they stand on, never by other cells."""

import re
from collections.abc import Callable, Sequence
from itertools import product

import msgspec

from dateline.evaluation.gold.layout import GoldEvent
from dateline.records import Article, EventMention, Reading, Span

LEAST_OVERLAP = 0.2


class Anchored(msgspec.Struct, frozen=True):
    """An annotated event and where its quote stands in the article; None where the article does not hold it."""

    gold: GoldEvent
    span: Span | None


class Match(msgspec.Struct, frozen=True):
    """An annotated event and the extracted one that reports it; `text` is the article's, which the spans count in."""

    gold: GoldEvent
    event: EventMention
    overlap: float
    text: str


def locate(article: Article, quote: str, line: int) -> Span | None:
    """Where a quote stands in the article's text: the occurrence nearest to the line, the first among equals.

    Line breaks and runs of spaces match each other.
    """
    words = quote.split()
    if not words:
        return None
    pattern = re.compile(r"\s+".join(map(re.escape, words)))
    found = [Span(*hit.span()) for hit in pattern.finditer(article.text)]
    return min(found, key=lambda span: _distance(article, span, line), default=None)


def _distance(article: Article, span: Span, line: int) -> float:
    block = article.block_at(span.start)
    return abs(block.line - line) if block and block.line is not None else float("inf")


def overlap(one: Span, other: Span) -> float:
    """Shared code points over all code points of the two spans."""
    shared = max(0, min(one.end, other.end) - max(one.start, other.start))
    return shared / (one.end - one.start + other.end - other.start - shared)


def match_page(anchored: Sequence[Anchored], reading: Reading) -> list[Match]:
    """One-to-one matches on a page: highest overlap first, at least `LEAST_OVERLAP`, ties by order of the text."""
    placed = [(a.gold, a.span) for a in anchored if a.span is not None]
    candidates = [
        (overlap(span, event.span), span, event.span, gold, event)
        for (gold, span), event in product(placed, reading.events)
    ]
    enough = [c for c in candidates if c[0] >= LEAST_OVERLAP]
    enough.sort(key=lambda c: (-c[0], c[1], c[2]))
    matches: list[Match] = []
    free = _once_each()
    for share, _, _, gold, event in enough:
        if free(gold.id, event.id):
            matches.append(Match(gold, event, share, reading.article.text))
    return sorted(matches, key=lambda m: m.event.span)


def _once_each() -> Callable[[str, str], bool]:
    """A function that says whether both ids are still free, and takes them if so."""
    gold_ids: set[str] = set()
    event_ids: set[str] = set()

    def take(gold_id: str, event_id: str) -> bool:
        if gold_id in gold_ids or event_id in event_ids:
            return False
        gold_ids.add(gold_id)
        event_ids.add(event_id)
        return True

    return take
