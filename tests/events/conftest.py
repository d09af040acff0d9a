"""Small texts of our own, read up to their events."""

import datetime
from collections.abc import Callable
from functools import cache
from typing import Any

import pytest

from dateline.pipeline import STAGES
from dateline.records import (
    ArgumentRole,
    Article,
    Block,
    Entity,
    EventMention,
    Sentence,
    Span,
    Statement,
    Status,
    Timestamp,
    status_of,
)

SATURDAY = "2024-04-13"


class Told:
    """A text with the events that were found in it, and what tests ask of them."""

    def __init__(self, article: Article, state: dict[str, Any]) -> None:
        self.article = article
        self.text = article.text
        self.sentences: tuple[Sentence, ...] = state["sentences"]
        self.entities: tuple[Entity, ...] = state["entities"]
        self.statements: tuple[Statement, ...] = state["statements"]
        self.events: tuple[EventMention, ...] = state["events"]

    @property
    def lemmas(self) -> list[str]:
        """The lemmas of the triggers, in order of the text."""
        return [event.lemma for event in self.events]

    def event(self, lemma: str, nth: int = 0) -> EventMention:
        """The nth event of a lemma."""
        found = [event for event in self.events if event.lemma == lemma]
        assert len(found) > nth, f"no event {lemma!r} (number {nth}) among {self.lemmas}"
        return found[nth]

    def types(self) -> dict[str, str | None]:
        """The type of each lemma."""
        return {event.lemma: event.type for event in self.events}

    def names(self, lemma: str, *roles: ArgumentRole) -> set[str]:
        """Canonical names that have one of these roles in an event."""
        return set(self.event(lemma).names(*roles))

    def status(self, lemma: str) -> Status:
        return status_of(self.event(lemma))

    def day(self, lemma: str) -> str | None:
        """`2024-04-08`, `2024-04-02..2024-04-07`, `..2024-06-30`; None where nothing is known."""
        interval = self.event(lemma).date.interval
        if interval.is_open:
            return None
        return str(interval.earliest) if interval.is_day else f"{interval.earliest or ''}..{interval.latest or ''}"

    def frame(self, lemma: str) -> str | None:
        """The lemma of the event that an event is part of."""
        frame = self.event(lemma).frame
        return next(e.lemma for e in self.events if e.id == frame) if frame is not None else None

    def speakers(self, lemma: str) -> list[set[str]]:
        """Who says so, outermost link first."""
        return [{s.name for s in link.speakers} for link in self.event(lemma).chain]


def article_of(paragraphs: tuple[str, ...], headline: str | None, day: str) -> Article:
    blocks: list[Block] = []
    text = ""
    for words in (*((headline,) if headline is not None else ()), *paragraphs):
        text += "\n\n" if blocks else ""
        kind = "headline" if headline is not None and not blocks else "body"
        blocks.append(Block(kind, Span(len(text), len(text) + len(words))))
        text += words
    return Article(
        page_id="page",
        title=headline or "",
        text=text,
        blocks=tuple(blocks),
        published=Timestamp(day=datetime.date.fromisoformat(day)),
    )


def read_article(article: Article) -> Told:
    """All stages that need no page, each given what it declares to read."""
    state: dict[str, Any] = {"article": article}
    for stage in (s for s in STAGES if "page" not in s.reads):
        result = stage.run(**{name: state[name] for name in stage.reads})
        state.update(zip(stage.fills, result if len(stage.fills) > 1 else (result,), strict=True))
    return Told(article, state)


@cache
def read_paragraphs(*paragraphs: str, headline: str | None = None, day: str = SATURDAY) -> Told:
    return read_article(article_of(paragraphs, headline, day))


@pytest.fixture(scope="session")
def read() -> Callable[..., Told]:
    """Reads paragraphs (and a `headline`) of a page published on `day`, by default Saturday 13 April 2024."""
    return read_paragraphs


@pytest.fixture(scope="session")
def read_again() -> Callable[..., Told]:
    """The same without the memory of what was read before."""
    return read_paragraphs.__wrapped__
