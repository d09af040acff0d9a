"""A small story of six pages about a bridge and its builders, made by hand as the reader would give it."""

import datetime
from collections.abc import Sequence

from dateline.records import (
    Argument,
    Article,
    Block,
    Entity,
    EventDate,
    EventMention,
    Interval,
    Reading,
    Sentence,
    Span,
    Timestamp,
    content_id,
)

DISPATCH = " ".join(f"word{number} of a dispatch that three outlets carry" for number in range(12))


def told(number: int, days: Sequence[int], *sentences: tuple[str, str, str, bool]) -> Reading:
    """A page of some day of May 2031; each sentence has an actor, a verb, an object, and whether it is to come."""
    id = f"page{number}"
    text, blocks, events = "", [], []
    for position, (actor, verb, thing, coming) in enumerate(sentences):
        words = f"{actor} {'will ' if coming else ''}{verb} {thing}. {DISPATCH if position == 0 and number < 3 else ''}"
        span = Span(len(text), len(text) + len(words))
        blocks.append(Block("body", span))
        named = [Argument(role="actor", name=actor, span=span, entity=content_id(id, actor))]
        named.append(Argument(role="object", name=thing, span=span))
        events.append(
            EventMention(
                id=content_id(id, position),
                page_id=id,
                span=span,
                sentence=span,
                trigger=span,
                lemma=verb,
                words=words[:40],
                type="AID",
                arguments=tuple(named),
                realis="future" if coming else "past",
                outlook="planned" if coming else None,
                date=EventDate(interval=Interval.day(day(days[-1])), basis="stated", rule="expression"),
            )
        )
        text += words + "\n\n"
    people = dict.fromkeys(actor for actor, *_ in sentences)
    return Reading(
        page_id=id,
        reader="1",
        article=Article(
            page_id=id,
            title=f"Page {number}",
            text=text,
            blocks=tuple(blocks),
            published=Timestamp(day=day(days[0])),
            publisher=f"Outlet {number}",
        ),
        sentences=tuple(Sentence(block.span, n) for n, block in enumerate(blocks)),
        entities=tuple(Entity(id=content_id(id, name), kind="person", name=name) for name in people),
        events=tuple(events),
    )


def day(number: int) -> datetime.date:
    return datetime.date(2031, 5, number)


STORY = [
    told(0, (3, 2), ("Ada Holt", "open", "the bridge", False)),
    told(1, (3, 2), ("Holt", "open", "the bridge", False)),
    told(2, (4, 2), ("Ada Holt", "open", "the bridge", False)),
    told(3, (5, 9), ("Bo Lind", "pay", "the fishermen", True), ("Ada Holt", "open", "the bridge", False)),
    told(4, (10, 9), ("Bo Lind", "pay", "the fishermen", False)),
    told(6, (3, 7), ("Ada Holt", "mend", "the harbour wall", True)),
    told(5, (20, 19), ("Ada Holt", "visit", "the harbour wall", False)),
]
