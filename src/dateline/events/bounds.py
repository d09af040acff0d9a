"""The narrowest days that a page supports for events without time words of their own.

An event lies on the right side of those that the page puts before or after it, and a past one then not after the page;
what is part of another lies within it. Of one that nothing bounds but the page itself, the date says no more than that
it was before the page, or is to come after it, and its interval stays open. Background gets nothing.
"""

import datetime
from collections.abc import Iterator, Sequence

from dateline.events.clauses import auxiliaries, is_verbal
from dateline.events.drafts import Draft
from dateline.events.order import Ordered
from dateline.records import EventDate, Interval, Span
from dateline.times import OPEN

ROUNDS = 3
"""How often bounds are passed on along chains of order."""
_BOUNDS = ("before_publication", "after_publication", "order")


def set_bounds(drafts: Sequence[Draft], order: Sequence[Ordered], published: datetime.date) -> None:
    """Dates every draft that has no date as narrowly as the page supports, and keeps parts within their frames."""
    for draft in drafts:
        if draft.date is None:
            draft.date = _by_publication(draft)
    for _ in range(ROUNDS):
        for link in order:
            _apply(link, published)
    for draft in drafts:
        _keep_within(draft)


def _by_publication(draft: Draft) -> EventDate | None:
    if draft.factuality.realis == "past" and _is_told(draft):
        return EventDate(interval=OPEN, basis="assumed", rule="before_publication")
    if draft.factuality.realis == "future" and _is_ahead(draft):
        return EventDate(interval=OPEN, basis="assumed", rule="after_publication")
    return None


def _is_told(draft: Draft) -> bool:
    """Whether the page tells the event rather than alludes to it: a verb of its own in the simple past or perfect."""
    verb = draft.trigger.carrier
    if not is_verbal(verb):
        return draft.headline
    return "had" not in {a.lower_ for a in auxiliaries(verb)} and verb.dep_ not in ("relcl", "acl", "pcomp")


def _is_ahead(draft: Draft) -> bool:
    """ "will", "plans to": from the page on. "Would" counts from a day of saying that may be long ago."""
    words = (draft.trigger.carrier, *draft.trigger.operators)
    helpers = {a.lower_ for w in words for a in auxiliaries(w)}
    told = any(w.tag_ in ("VBD", "VBN") for w in draft.trigger.operators)
    return not helpers & {"would", "'d", "’d", "had", "was", "were"} and (not told or bool(helpers & {"is", "are"}))


def _apply(link: Ordered, published: datetime.date) -> None:
    """Each of the two bounds the other, where that one has no date of its own."""
    if link.draft.factuality.realis == "hypothetical" or link.other.factuality.realis == "hypothetical":
        return
    for draft, other, relation in _both_ways(link):
        if other.date is None or (draft.date is not None and draft.date.rule not in _BOUNDS):
            continue
        known = draft.date.interval if draft.date is not None else OPEN
        bound = _bound(other.date.interval, relation)
        if bound.is_open or (bound.contains(known) and not known.is_open):
            continue
        past = Interval(None, published) if draft.factuality.realis == "past" else OPEN
        days = bound.intersection(known)
        days = days.intersection(past) if days is not None else None
        if days is None:
            continue
        draft.date = EventDate(
            interval=days,
            basis="story",
            rule="order",
            anchor=other.date.anchor,
            expressions=_evidence(link.span, other.date.expressions),
        )


def _both_ways(link: Ordered) -> Iterator[tuple[Draft, Draft, str]]:
    back = {"after": "before", "before": "after"}.get(link.relation)
    yield link.draft, link.other, link.relation
    if back is not None:
        yield link.other, link.draft, back


def _bound(days: Interval, relation: str) -> Interval:
    """What is after an event may share its first day and all later ones."""
    if relation == "after":
        return Interval(days.earliest, None)
    return Interval(None, days.latest) if relation == "before" else days


def _evidence(signal: Span, expressions: tuple[Span, ...]) -> tuple[Span, ...]:
    return (signal, *(e for e in expressions if not signal.covers(e)))


def _keep_within(draft: Draft) -> None:
    """A part that is dated more loosely than its frame has the frame's days; one dated apart from it is none."""
    frame = draft.frame
    if frame is None or frame.date is None or draft.date is None or frame.date.interval.is_open:
        return
    around, inside = frame.date.interval, draft.date.interval
    if around.contains(inside) or inside.is_open:
        return
    shared = around.intersection(inside)
    if shared is None:
        draft.frame = None
    elif draft.date.rule in _BOUNDS:
        draft.date = EventDate(
            interval=shared, basis="story", rule="frame", value=None, anchor=frame.date.anchor,
            expressions=frame.date.expressions,
        )  # fmt: skip
