"""Readings as JSON and back, and what records tell of themselves."""

import datetime
import json
from typing import Any

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dateline.records import (
    Argument,
    Article,
    Block,
    Chronicle,
    EventDate,
    EventMention,
    Interval,
    Link,
    Page,
    Reading,
    Rejection,
    Span,
    Speaker,
    Statement,
    Timestamp,
)

words = st.text(max_size=6)
positions = st.integers(0, 2**40)
spans = st.builds(Span, positions, positions)
shares = st.floats(0, 1)
dates = st.dates() | st.none()
intervals = st.tuples(dates, dates).map(
    lambda ends: Interval(*(sorted(ends) if all(ends) else ends))  # type: ignore[type-var]
)


def of_type(kind: type[Any]) -> st.SearchStrategy[Any]:
    """Any value of a record type, drawn by its annotations, with text, spans, shares and intervals as above."""
    st.register_type_strategy(Span, spans)
    st.register_type_strategy(Interval, intervals)
    st.register_type_strategy(str, words)
    st.register_type_strategy(float, shares)
    return st.from_type(kind)


@pytest.mark.parametrize(
    ("kind", "examples"),
    [(Article, 15), (EventMention, 15), (Statement, 15), (Page, 15), (Rejection, 15), (Chronicle, 8), (Reading, 5)],
)
def test_every_record_comes_back_from_json_as_it_went(kind: type[Any], examples: int) -> None:
    @given(of_type(kind))
    @settings(max_examples=examples, deadline=None, suppress_health_check=list(HealthCheck))
    def comes_back(record: Any) -> None:
        encoded = msgspec.json.encode(record)
        assert msgspec.json.decode(encoded, type=kind) == record
        assert msgspec.json.encode(msgspec.json.decode(encoded, type=kind)) == encoded

    comes_back()


def argument(role: str, name: str, start: int) -> Argument:
    return Argument(role=role, name=name, span=Span(start, start + 1))  # type: ignore[arg-type]


def event(*arguments: Argument) -> EventMention:
    date = EventDate(interval=Interval(None, None), basis="assumed", rule="none")
    span = Span(0, 4)
    return EventMention(
        id="e", page_id="p", span=span, sentence=span, trigger=span, lemma="sail", words="", date=date,
        arguments=arguments,
    )  # fmt: skip


def test_a_record_of_the_wrong_kind_is_refused_with_the_place_of_the_fault() -> None:
    record = json.loads(msgspec.json.encode(event(argument("actor", "Ilse Braun", 0))))
    record["arguments"][0]["role"] = "villain"
    with pytest.raises(msgspec.ValidationError, match=r"villain.*\$\.arguments\[0\]\.role"):
        msgspec.convert(record, EventMention)


def test_a_record_can_be_a_key_and_cannot_be_changed() -> None:
    found = event()
    assert {found: 1}[event()] == 1
    with pytest.raises(AttributeError):
        found.lemma = "fly"  # type: ignore[misc]


def test_names_of_arguments_stand_in_order_each_once() -> None:
    found = event(
        argument("actor", "Ilse Braun", 0),
        argument("recipient", "Oman", 3),
        argument("actor", "Oman", 5),
        argument("actor", "Ilse Braun", 9),
    )
    assert found.names("actor") == ("Ilse Braun", "Oman")
    assert found.names("actor", "recipient") == ("Ilse Braun", "Oman")
    assert found.names("place") == ()


def test_a_statements_speakers_are_those_of_its_last_link() -> None:
    outer, inner = (Speaker(name=name, span=Span(0, 3)) for name in ("Paper", "Ilse Braun"))
    statement = Statement(
        id="s",
        page_id="p",
        span=Span(0, 9),
        chain=(Link(speakers=(outer,), stance="reports"), Link(speakers=(inner,), stance="warns")),
        cue=Span(4, 8),
        cue_lemma="warn",
        content=(Span(8, 9),),
        form="indirect",
    )
    assert statement.speakers == (inner,)
    assert statement.stance == "warns"


def article() -> Article:
    text = "A headline\n\nFirst words.\n\nA caption\n\nLast words."
    kinds = ("headline", "body", "caption", "body")
    starts = [text.index(piece) for piece in text.split("\n\n")]
    blocks = tuple(
        Block(kind, Span(start, start + len(piece)))  # type: ignore[arg-type]
        for kind, start, piece in zip(kinds, starts, text.split("\n\n"), strict=True)
    )
    return Article(
        page_id="p",
        title="A headline",
        text=text,
        blocks=blocks,
        published=Timestamp(day=datetime.date(2021, 5, 1)),
    )


def test_the_body_is_the_paragraphs_alone() -> None:
    assert article().body == "First words.\n\nLast words."


def test_a_block_is_found_by_any_of_its_positions_and_none_between_blocks() -> None:
    made = article()
    for block in made.blocks:
        assert made.block_at(block.span.start) == made.block_at(block.span.end - 1) == block
    assert made.block_at(made.blocks[0].span.end) is None
    assert made.block_at(len(made.text)) is None


def test_a_page_decodes_its_bytes_with_plain_line_ends_and_no_byte_order_mark() -> None:
    page = Page(id="p", location="x", name="x", media="text/plain", content=b"\xef\xbb\xbfone\r\ntwo\rthree \xff")
    assert page.text == "one\ntwo\nthree \ufffd"
