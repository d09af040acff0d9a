"""What a page is mainly about: the event of its headline and of its first sentence, with what only that one needs.

Two pages of one story tell of its main event in other words each, often without naming anybody. So a main event also
knows the words that its page weighs most, the days on which the page says that it was not, and the measures ("260
tonnes") of sentences that tell of no event of their own.
"""

import re
from collections.abc import Collection, Iterator
from functools import cache

import msgspec

from dateline.languages import load
from dateline.records import EventMention, Interval, Quantity, QuantityKind, Reading, Span
from dateline.syndication import Story, story_weights

TOPIC_WORDS = 40
LEAD_BLOCKS = 2
"""Paragraphs in which the first sentence with an event is looked for."""
MEASURES: frozenset[QuantityKind] = frozenset({"mass", "volume", "area"})
"""What is measured, not counted: of these a page of one event mostly tells one."""
WORD = re.compile(r"\s?([^\W\d_]+)")
LOOK_BACK = 40
"""Letters before a time in which it may be denied."""


class Measure(msgspec.Struct, frozen=True, kw_only=True):
    """A measure of a page's main event, and who says so."""

    quantity: Quantity
    said_by: tuple[str, ...] = ()


class Lead(msgspec.Struct, frozen=True, kw_only=True):
    """What a page is mainly about. `topic` are the words that tell its story, each with its weight (norm 1)."""

    topic: dict[str, float]
    not_then: tuple[Interval, ...] = ()
    measures: tuple[Measure, ...] = ()

    def heaviest(self, number: int) -> list[str]:
        """The words that weigh most; asked of the weights, for a stored mapping keeps no order."""
        return [word for word, _ in sorted(self.topic.items(), key=lambda item: (-item[1], item[0]))[:number]]


class LeadWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The file `leads.yaml`."""

    denying: tuple[str, ...]
    between: tuple[str, ...]


def leads(reading: Reading) -> dict[str, Lead]:
    """The main events of a page, by id: those of its headline, and of its first sentence that tells of any."""
    main = list(_main_events(reading))
    if not main:
        return {}
    article = reading.article
    weights = story_weights(Story(title=article.title, body=article.body))
    most = sorted(weights.items(), key=lambda item: (-item[1], item[0]))[:TOPIC_WORDS]
    topic = {word: round(weight, 4) for word, weight in most}
    measures = tuple(_measures(reading, {event.sentence for event in main}))
    return {e.id: Lead(topic=topic, not_then=tuple(_not_then(reading, e)), measures=measures) for e in main}


def likeness(a: Lead, b: Lead) -> float:
    """How far two pages tell one story: the cosine of their weights, in 0..1."""
    return sum(weight * b.topic.get(word, 0.0) for word, weight in a.topic.items())


def _main_events(reading: Reading) -> Iterator[EventMention]:
    blocks = reading.article.blocks
    yield from (e for e in reading.events if any(b.kind == "headline" and b.span.covers(e.trigger) for b in blocks))
    first = [b.span for b in blocks if b.kind == "body"][:LEAD_BLOCKS]
    told = [e for e in reading.events if any(span.covers(e.trigger) for span in first)]
    sentence = min((e.sentence for e in told), default=None)
    yield from (e for e in told if e.sentence == sentence)


def _not_then(reading: Reading, event: EventMention) -> Iterator[Interval]:
    for time in reading.times:
        if event.sentence.covers(time.span) and not time.interval.is_open:
            before = reading.article.text[max(event.sentence.start, time.span.start - LOOK_BACK) : time.span.start]
            if _denied().search(before):
                yield time.interval


@cache
def _denied() -> re.Pattern[str]:
    words: LeadWords = load("en", "leads", LeadWords)
    between = "|".join(words.between)
    return re.compile(rf"\b(?:{'|'.join(words.denying)})(?:\s(?:{between})){{0,3}}\s?$", re.IGNORECASE)


def _measures(reading: Reading, own: Collection[Span]) -> Iterator[Measure]:
    """The measures of the sentences of the main events, and of those that tell of no event."""
    text = reading.article.text
    telling = {event.sentence for event in reading.events}
    taken = {quantity.span for event in reading.events for quantity in event.quantities}
    bodies = {number for number, block in enumerate(reading.article.blocks) if block.kind == "body"}
    for sentence in (s for s in reading.sentences if s.block in bodies):
        if sentence.span in own or not any(span.overlaps(sentence.span) for span in telling):
            for quantity in _measured(text, sentence.span):
                if not any(quantity.span.overlaps(span) for span in taken):
                    yield Measure(quantity=quantity, said_by=_said_by(reading, quantity.span))


def _measured(text: str, span: Span) -> Iterator[Quantity]:
    from dateline.events import numbers, quantity_words

    words = quantity_words()
    for number in numbers(text, span.start, span.end, words):
        unit = WORD.match(text, number.span.end, span.end)
        found = _unit(unit[1].lower(), words.unit_of) if unit else None
        if unit is not None and found is not None and found[0] in MEASURES:
            whole = Span(number.span.start, unit.end())
            yield Quantity(
                kind=found[0],
                low=number.low,
                high=number.high,
                bound=number.bound,
                unit=found[1],
                words=" ".join(whole.of(text).split()),
                span=whole,
            )


def _unit(word: str, units: dict[str, tuple[QuantityKind, str]]) -> tuple[QuantityKind, str] | None:
    return units.get(word) or units.get(word.removesuffix("s"))


def _said_by(reading: Reading, span: Span) -> tuple[str, ...]:
    for statement in reading.statements:
        if any(piece.covers(span) for piece in statement.content):
            return tuple(dict.fromkeys(speaker.name for speaker in statement.speakers))
    return ()
