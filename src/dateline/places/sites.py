"""Facilities and landmarks: put in the place that the page says they are in."""

from collections.abc import Sequence

import msgspec

from dateline.places.resolving import Resolved
from dateline.records import Entity, Span

REACH = 60
FURTHER = 4
"""How many small words may stand between a facility and what holds it: "in the northern port of"."""
LEADING = frozenset({"in", "at", "of", "near", "outside", "on", "inside", "within", ","})
OWNING = frozenset({"", "'s", "’s"})


class Site(msgspec.Struct, frozen=True):
    """A mention of a country or place, and what its name was resolved to; None where it has none of its own."""

    span: Span
    entity: Entity
    resolved: Resolved | None


def site_of(span: Span, text: str, sites: Sequence[Site]) -> Resolved | None:
    """What holds a facility: a place named within its words, right behind them, or right before them as its owner.

    Of several the smallest kind of place counts, then the first.
    """
    near = [s for s in sites if s.resolved is not None and s.resolved.spot is not None and _touches(span, s.span, text)]
    best = min(near, key=lambda s: (s.entity.kind == "country", s.span.start), default=None)
    if best is None or best.resolved is None:
        return None
    return Resolved(best.resolved.spot, "within", best.span.of(text), best.span)


def _touches(span: Span, other: Span, text: str) -> bool:
    if span == other:
        return False
    if span.covers(other):
        return True
    if 0 <= other.start - span.end <= REACH:
        return _leads_on(text[span.end : other.start])
    return other.end <= span.start and text[other.end : span.start].strip() in OWNING


def _leads_on(between: str) -> bool:
    """Whether the words between two places say that the second holds the first."""
    words = between.replace(",", " , ").split()
    return (
        "\n" not in between
        and 0 < len(words) <= 1 + FURTHER
        and words[0] in LEADING
        and all(word == "," or (word.isalpha() and word.islower()) for word in words)
    )
