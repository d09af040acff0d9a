"""What holds for every event of every text."""

from collections.abc import Callable
from typing import Any

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from dateline.records import Span

Read = Callable[..., Any]

STORY = (
    "Elena Varga ended a six-day trip to Kenya on Sunday, accusing Hungary of espionage. She met Tomas Lindqvist.",
    'During the meeting, Lindqvist said Norway could provide Kenya with tanks in exchange for Kenyan fuel. "The siege '
    'of Tampere by Finland is illegal," he said.',
    "Finland, which denied that it had attacked a convoy, will hold talks with Norway next week if it rains.",
)
WORDS = [
    "Elena Varga", "Norway", "Oslo", "police", "they", "who", "which", "the", "a", "alleged", "six-day", "not", "never",
    "met", "attacked", "attack", "arrested", "visited", "will", "would", "said", "denied", "told", "was", "to", "vowed",
    "held", "holding", "talks", "trip", "meeting", "summit", "tanks", "during", "since", "in", "on", "with", "by", "of",
    "exchange", "for", "between", "and", "or", "if", "illegal", "Monday", "2019", ",", ".", ";", "“", "”", '"', "—",
    "(", "'s", "\u00a0", "🚢",
]  # fmt: skip

texts = st.lists(st.sampled_from(WORDS), max_size=16).map(" ".join)


def test_a_text_without_words_has_no_events(read: Read) -> None:
    assert read("").events == ()
    assert read().events == ()
    assert read(" \n ").events == ()


def test_events_stand_in_order_of_the_text_under_the_page(read: Read) -> None:
    told = read(*STORY)
    assert len(told.events) >= 8
    starts = [event.trigger.start for event in told.events]
    assert starts == sorted(starts)
    assert {event.page_id for event in told.events} == {"page"}


def test_the_evidence_holds_the_trigger_and_lies_in_its_sentence(read: Read) -> None:
    told = read(*STORY)
    sentences = {sentence.span for sentence in told.sentences}
    for event in told.events:
        assert event.sentence in sentences
        assert event.sentence.covers(event.span)
        assert event.span.covers(event.trigger)


def test_the_evidence_reaches_from_actor_to_time_words(read: Read) -> None:
    told = read("It rained. Police arrested Marek Dolan in Zagreb on Monday, and it rained.")
    assert told.event("arrest").span.of(told.text) == "Police arrested Marek Dolan in Zagreb on Monday"


def test_an_event_has_another_id_on_another_page_and_the_same_when_read_again(read: Read, read_again: Read) -> None:
    first = read("Finland attacked Norway on Monday.")
    assert first.events == read_again("Finland attacked Norway on Monday.").events
    moved = read("It rained.", "Finland attacked Norway on Monday.")
    assert moved.event("attack").id != first.event("attack").id


@given(st.lists(texts, min_size=1, max_size=2), st.booleans())
@example(list(STORY), True)
@settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)
def test_whatever_the_text_every_event_is_whole_and_tied_to_it(
    read_again: Read, texts: list[str], titled: bool
) -> None:
    told = read_again(*texts[titled:], headline=texts[0] if titled else None)
    everything = Span(0, len(told.text))
    known = {event.id for event in told.events}
    assert len(known) == len(told.events)
    for event in told.events:
        assert event.sentence.covers(event.span)
        assert event.span.covers(event.trigger)
        spans = [a.span for a in event.arguments] + list(event.date.expressions)
        assert all(everything.covers(span) and span.start < span.end for span in spans)
        assert event.words
        assert event.frame in known | {None}
        assert event.same_as in known | {None}
    assert told.events == read_again(*texts[titled:], headline=texts[0] if titled else None).events
