"""Events that people add to pages whose reader missed them, from the words that tell them."""

from collections.abc import Iterable, Mapping
from typing import Any

import msgspec

from dateline.merging.edits import CELLS, parsed
from dateline.merging.log import in_force
from dateline.records import (
    Argument,
    ArgumentRole,
    Decision,
    EventDate,
    EventMention,
    Interval,
    Reading,
    Span,
    content_id,
)

ADDED = (*CELLS, "kind")
"""Cells of an event that somebody adds; `kind` is what reports of one event have in common, such as "meeting"."""
LISTED: tuple[tuple[str, ArgumentRole], ...] = (("actors", "actor"), ("recipients", "recipient"), ("places", "place"))
REALIS: Mapping[str, dict[str, Any]] = {
    "happened": {},
    "ongoing": {"realis": "ongoing"},
    "planned": {"realis": "future", "outlook": "planned"},
    "expected": {"realis": "future", "outlook": "expected"},
    "promised": {"realis": "future", "outlook": "promised"},
    "possible": {"realis": "hypothetical"},
    "alleged": {"alleged": True},
    "denied": {"polarity": "negative"},
    "not_happened": {"polarity": "negative"},
}
"""What a status that a person gives means in the parts that are stored."""


def with_additions(readings: Iterable[Reading], log: Iterable[Decision]) -> list[Reading]:
    """The readings with the events that people added to them."""
    added: dict[str, list[Decision]] = {}
    for decision in in_force(log):
        if decision.kind == "add":
            added.setdefault(decision.targets[0].page_id, []).append(decision)
    return [_with(reading, added.get(reading.page_id, [])) for reading in readings]


def checked_cells(fields: Mapping[str, str]) -> dict[str, str]:
    """The cells that are given of an event to be added. Raises UsageError where one is none, or means nothing."""
    given = {name: value for name, value in fields.items() if value}
    for name, value in given.items():
        if name != "kind":
            parsed(name, value)
    return given


def triggers_in(reading: Reading, place: Span) -> str:
    """The words by which the reader knows events within a place: what is added there is none of these."""
    found = (event.trigger for event in reading.events if place.covers(event.trigger))
    return "; ".join(sorted({trigger.of(reading.article.text) for trigger in found}))


def _with(reading: Reading, added: list[Decision]) -> Reading:
    events = [event for decision in added if (event := addition(reading, decision)) is not None]
    return msgspec.structs.replace(reading, events=(*reading.events, *events)) if events else reading


def added_id(decision: Decision) -> str:
    """The id of an event that a person added."""
    return content_id("added", decision.id)


def addition(reading: Reading, decision: Decision) -> EventMention | None:
    """The event that a person added, from its quote; None where the words do not stand on the page.

    Where a newer reader finds it there by itself, the two are one event.
    """
    span = find_quote(reading.article.text, decision.targets[0].quote)
    if span is None:
        return None
    given = decision.fields
    sentence = next((s.span for s in reading.sentences if s.span.covers(span)), span)
    named = [
        Argument(role=role, name=name.strip(), span=span)
        for field, role in LISTED
        for name in given.get(field, "").split(";")
        if name.strip()
    ]
    return EventMention(
        id=added_id(decision),
        decision=decision.id,
        page_id=reading.page_id,
        span=span,
        sentence=sentence,
        trigger=span,
        lemma=given.get("kind") or f"added {decision.id}",
        words=given.get("words") or " ".join(span.of(reading.article.text).split()),
        type=_type(given.get("type", "")),
        arguments=tuple(named),
        date=_date(given.get("date", "")),
        same_as=_found_since(reading, decision, span),
        **REALIS[_status(given.get("status", ""))],
    )


def _found_since(reading: Reading, decision: Decision, place: Span) -> str | None:
    """The event within a quote that the reader did not know when somebody added it; of several none is known to be."""
    seen = set(decision.seen.split("; "))
    text = reading.article.text
    new = [e.id for e in reading.events if place.covers(e.trigger) and e.trigger.of(text) not in seen]
    return new[0] if len(new) == 1 else None


def _date(text: str) -> EventDate:
    if not text:
        return EventDate(interval=Interval(None, None), basis="assumed", rule="none")
    cell = parsed("date", text)
    return EventDate(interval=cell["interval"], basis="stated", rule="expression", value=cell["value"])


def _type(text: str) -> str | None:
    return parsed("type", text)["type"] if text else None


def _status(text: str) -> str:
    return str(parsed("status", text)["status"]) if text else "happened"


def find_quote(text: str, quote: str) -> Span | None:
    """Where a quote first stands in a text, white space aside."""
    words = quote.split()
    start = text.find(words[0]) if words else -1
    while start >= 0:
        if (end := _end_of(text, words, start)) is not None:
            return Span(start, end)
        start = text.find(words[0], start + 1)
    return None


def _end_of(text: str, words: list[str], start: int) -> int | None:
    at = start
    for word in words:
        while at < len(text) and text[at].isspace():
            at += 1
        if not text.startswith(word, at):
            return None
        at += len(word)
    return at
