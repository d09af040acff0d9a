"""Decisions of people over what is merged now: words of pages found again, events added, names that are one."""

import datetime
from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Any

import msgspec

from dateline.records import (
    Anchor,
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
from dateline.store import MergeWriter

if TYPE_CHECKING:
    from dateline.merging import Candidate, Kind, Pair, Shelf

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


def anchoring(shelf: "Shelf", tables: MergeWriter) -> Callable[[Anchor], str | None]:
    """Finds the report that words of a page are today: of the same words, else with the same verb within them."""
    texts: dict[str, str] = {}

    def anchored(target: Anchor) -> str | None:
        if target.page_id not in texts:
            texts.update((r.page_id, r.article.text) for r in tables.readings([target.page_id]))
        rids = shelf.owners("page", [target.page_id]).get(target.page_id, [])
        return _anchored(target, texts.get(target.page_id, ""), shelf.candidates(rids))

    return anchored


def _anchored(target: Anchor, text: str, known: "Mapping[str, Candidate]") -> str | None:
    def distance(rid: str) -> tuple[int, str]:
        return abs(known[rid].event.span.start - target.start), rid

    spoken = [rid for rid, c in known.items() if c.event.trigger.of(text) == target.trigger]
    same = [rid for rid in spoken if known[rid].event.span.of(text) == target.quote]
    if same:
        return min(same, key=distance)
    place = find_quote(text, target.quote)
    if place is None or not target.trigger:
        return None
    within = [rid for rid in spoken if place.covers(known[rid].event.trigger)]
    return min(within, key=distance, default=None)


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


def with_additions(readings: Iterable[Reading], log: Iterable[Decision]) -> list[Reading]:
    """The readings with the events that people added to them."""
    from dateline.merging import in_force

    added: dict[str, list[Decision]] = {}
    for decision in in_force(log):
        if decision.kind == "add":
            added.setdefault(decision.targets[0].page_id, []).append(decision)
    return [_with(reading, added.get(reading.page_id, [])) for reading in readings]


def _with(reading: Reading, added: list[Decision]) -> Reading:
    events = [event for decision in added if (event := addition(reading, decision)) is not None]
    return msgspec.structs.replace(reading, events=(*reading.events, *events)) if events else reading


def addition(reading: Reading, decision: Decision) -> EventMention | None:
    """The event that a person added, from its quote; None where the words do not stand on the page."""
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
        id=content_id("added", decision.id),
        page_id=reading.page_id,
        span=span,
        sentence=sentence,
        trigger=span,
        lemma=given.get("kind") or "added",
        words=given.get("words") or " ".join(span.of(reading.article.text).split()),
        type=given.get("type") or None,
        arguments=tuple(named),
        date=_date(given.get("date", "")),
        **REALIS[given.get("status") or "happened"],
    )


def _date(text: str) -> EventDate:
    if not text:
        return EventDate(interval=Interval(None, None), basis="assumed", rule="none")
    days = [datetime.date.fromisoformat(day) if day else None for day in text.split("/")]
    value = text if len(days) == 1 else None
    return EventDate(interval=Interval(days[0], days[-1]), basis="stated", rule="expression", value=value)


def names_that_are_one(log: Iterable[Decision]) -> "dict[Kind, set[Pair]]":
    """Names that people said are one, or are not, as keys of names: `alias` and `apart`."""
    from dateline.mentions import name_key
    from dateline.merging import in_force

    alias: dict[str, str] = {}
    apart: set[tuple[str, str]] = set()
    for decision in in_force(log):
        keys = [name_key(name) for name in decision.names]
        if decision.kind == "actor-same":
            alias.update((key, decision.names[0]) for key in keys[1:] if key != keys[0])
            apart -= {(a, b) for a in keys for b in keys}
        elif decision.kind == "actor-different":
            apart |= {(a, b) for a in keys for b in keys if a != b}
            alias = {key: name for key, name in alias.items() if (key, name_key(name)) not in apart}
    return {"alias": set(alias.items()), "apart": apart}
