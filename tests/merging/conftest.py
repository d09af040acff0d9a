"""Pages for merging: small texts of our own that are really read, and records made by hand."""

import datetime
from collections.abc import Callable
from functools import cache
from typing import Any

import msgspec
import pytest

from dateline.merging import merge
from dateline.pipeline import READER, STAGES
from dateline.records import (
    Argument,
    Article,
    Block,
    Chronicle,
    Entity,
    EntityKind,
    Entry,
    EventDate,
    EventMention,
    Expectation,
    Interval,
    Link,
    Reading,
    Sentence,
    Span,
    Speaker,
    Timestamp,
    content_id,
)

COUNTRIES = ("Norway", "Finland", "Kenya", "Peru")
PLACES = ("Oslo", "Nairobi", "Lima")
BODIES = {"WGC": (), "World Grain Council": ("WGC",), "Women Golf Club": ("WGC",)}
"""Organisations with the acronym that pages use for them."""


# --- pages that are read


@cache
def read_page(
    *paragraphs: str,
    day: str = "2024-04-13",
    id: str = "page",
    headline: str | None = None,
    publisher: str | None = None,
    agency: str | None = None,
) -> Reading:
    blocks: list[Block] = []
    text = ""
    for words in (*((headline,) if headline is not None else ()), *paragraphs):
        text += "\n\n" if blocks else ""
        kind = "headline" if headline is not None and not blocks else "body"
        blocks.append(Block(kind, Span(len(text), len(text) + len(words))))
        text += words
    article = Article(
        page_id=id,
        title=headline or "",
        text=text,
        blocks=tuple(blocks),
        published=Timestamp(day=datetime.date.fromisoformat(day)),
        publisher=publisher,
        agency=agency,
    )
    state: dict[str, Any] = {"article": article}
    for stage in (s for s in STAGES if "page" not in s.reads):
        result = stage.run(**{name: state[name] for name in stage.reads})
        state.update(zip(stage.fills, result if len(stage.fills) > 1 else (result,), strict=True))
    filled = {name: value for name, value in state.items() if name in Reading.__struct_fields__}
    return Reading(page_id=id, reader=READER, **filled)


# --- pages made by hand


class Told(msgspec.Struct, frozen=True, kw_only=True):
    """One event of a page made by hand. `days`: none, one or two days in ISO form. `speaker`: who says so."""

    lemma: str = "visit"
    family: str | None = None
    type: str | None = "CONSULT"
    actors: tuple[str, ...] = ("Elena Varga",)
    recipients: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    objects: tuple[str, ...] = ()
    days: tuple[str, ...] = ("2024-04-08",)
    realis: str = "past"
    outlook: str | None = None
    negative: bool = False
    alleged: bool = False
    speaker: str | None = None
    part_of: int | None = None
    """Number of the event of the page that this one is part of."""
    again: int | None = None
    """Number of the event of the page that this one points back to."""
    headline: bool = False
    sentence: str | None = None


def kind_of(name: str) -> EntityKind:
    if name in BODIES:
        return "organization"
    return "country" if name in COUNTRIES else "place" if name in PLACES else "person"


def entity(page: str, name: str) -> Entity:
    return Entity(id=entity_id(page, name), kind=kind_of(name), name=name, names=(name, *BODIES.get(name, ())))


def made_page(
    id: str, day: str, *events: Told, publisher: str | None = None, agency: str | None = None, time: str | None = None
) -> Reading:
    """A page with a sentence for each event, as the reader would give it."""
    blocks: list[Block] = []
    text = ""
    for told in events:
        text += "\n\n" if blocks else ""
        words = told.sentence or f"{' '.join(told.actors)} {told.lemma} {' '.join((*told.recipients, *told.places))}."
        blocks.append(Block("headline" if told.headline else "body", Span(len(text), len(text) + len(words))))
        text += words
    published = Timestamp(day=datetime.date.fromisoformat(day), time=time)
    names = dict.fromkeys(
        name for t in events for name in (*t.actors, *t.recipients, *t.places, *((t.speaker,) if t.speaker else ()))
    )
    return Reading(
        page_id=id,
        reader="by hand",
        article=Article(
            page_id=id,
            title="",
            text=text,
            blocks=tuple(blocks),
            published=published,
            publisher=publisher,
            agency=agency,
        ),
        sentences=tuple(Sentence(block.span, number) for number, block in enumerate(blocks)),
        entities=tuple(entity(id, name) for name in names),
        events=tuple(
            made_event(id, number, told, block.span)
            for number, (told, block) in enumerate(zip(events, blocks, strict=True))
        ),
    )


def made_event(page: str, number: int, told: Told, span: Span) -> EventMention:
    roles = {"actor": told.actors, "recipient": told.recipients, "place": told.places, "object": told.objects}
    return EventMention(
        id=event_id(page, number),
        page_id=page,
        span=span,
        sentence=span,
        trigger=span,
        lemma=told.lemma,
        family=told.family or told.lemma,
        words=told.sentence or f"{told.lemma} {number}",
        type=told.type,
        arguments=tuple(
            Argument(role=role, name=name, span=span, entity=entity_id(page, name))  # type: ignore[arg-type]
            for role, names in roles.items()
            for name in names
        ),
        realis=told.realis,  # type: ignore[arg-type]
        outlook=told.outlook,  # type: ignore[arg-type]
        polarity="negative" if told.negative else "positive",
        alleged=told.alleged,
        date=made_date(told.days),
        chain=(Link(speakers=(Speaker(name=told.speaker, span=span),)),) if told.speaker else (),
        frame=event_id(page, told.part_of) if told.part_of is not None else None,
        same_as=event_id(page, told.again) if told.again is not None else None,
    )


def made_date(days: tuple[str, ...]) -> EventDate:
    if not days:
        return EventDate(interval=Interval(None, None), basis="assumed", rule="none")
    ends = [datetime.date.fromisoformat(day) for day in days]
    value = days[0] if len(days) == 1 else None
    return EventDate(interval=Interval(ends[0], ends[-1]), basis="stated", rule="expression", value=value)


def entity_id(page: str, name: str) -> str:
    return content_id(page, kind_of(name), name)


def event_id(page: str, number: int) -> str:
    return content_id(page, "event", number)


# --- chronicles


class Merged:
    """A chronicle with what tests ask of it."""

    def __init__(self, *readings: Reading) -> None:
        self.chronicle: Chronicle = merge(readings)
        self.home = {r.event_id: entry for entry in self.chronicle.entries for r in entry.reports}
        self.lemmas = {e.id: e.lemma for r in readings for e in r.events}

    @property
    def entries(self) -> tuple[Entry, ...]:
        return self.chronicle.entries

    def of(self, lemma: str) -> list[Entry]:
        """The entries of events of a lemma, in order of the chronicle."""
        return [e for e in self.entries if any(self.lemmas[r.event_id] == lemma for r in e.reports)]

    def one(self, lemma: str) -> Entry:
        """The only entry of a lemma."""
        found = self.of(lemma)
        assert len(found) == 1, f"{len(found)} entries of {lemma!r}: {[e.words for e in self.entries]}"
        return found[0]

    def holding(self, page: str, number: int = 0) -> Entry:
        """The entry that holds an event of a page made by hand."""
        return self.home[event_id(page, number)]

    def expectation(self) -> Expectation:
        """The only expectation."""
        assert len(self.chronicle.expectations) == 1
        return self.chronicle.expectations[0]


@pytest.fixture(scope="session")
def read() -> Callable[..., Reading]:
    """Reads paragraphs (and a `headline`) of a page `id` published on `day`, by default Saturday 13 April 2024."""
    return read_page


@pytest.fixture(scope="session")
def page() -> Callable[..., Reading]:
    """A page made by hand: id, day, its events; and `publisher`, `agency`, `time`."""
    return made_page


@pytest.fixture(scope="session")
def told() -> type[Told]:
    """One event of a page made by hand."""
    return Told


@pytest.fixture(scope="session")
def merged() -> type[Merged]:
    """Merges pages."""
    return Merged
