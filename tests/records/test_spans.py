"""Spans: what they cover, share and span together."""

import json

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.records import Span

TEXT = "Étienne 👩‍🚀 sailed on Friday."

spans = st.tuples(st.integers(0, 200), st.integers(1, 60)).map(lambda pair: Span(pair[0], pair[0] + pair[1]))


def test_a_span_is_half_open_and_counted_in_code_points() -> None:
    start = TEXT.index("sailed")
    assert Span(start, start + 6).of(TEXT) == "sailed"
    assert Span(0, 7).of(TEXT) == "Étienne"


def test_a_span_covers_itself_and_what_lies_within_but_nothing_that_sticks_out() -> None:
    span = Span(5, 10)
    assert span.covers(span)
    assert span.covers(Span(6, 9))
    assert not span.covers(Span(4, 9))
    assert not span.covers(Span(6, 11))


def test_spans_that_only_touch_do_not_overlap() -> None:
    assert not Span(0, 5).overlaps(Span(5, 8))
    assert Span(0, 6).overlaps(Span(5, 8))


def test_the_hull_of_one_span_is_that_span() -> None:
    assert Span(3, 7).hull() == Span(3, 7)


def test_spans_stand_in_order_of_the_text() -> None:
    assert sorted([Span(4, 9), Span(0, 3), Span(4, 6)]) == [Span(0, 3), Span(4, 6), Span(4, 9)]


def test_a_span_cannot_be_changed() -> None:
    with pytest.raises(AttributeError):
        Span(0, 3).start = 1  # type: ignore[misc]


def test_a_span_in_json_names_its_ends() -> None:
    assert json.loads(msgspec.json.encode(Span(3, 7))) == {"start": 3, "end": 7}


@given(spans, spans)
def test_overlap_is_mutual_and_means_a_shared_code_point(a: Span, b: Span) -> None:
    shared = set(range(a.start, a.end)) & set(range(b.start, b.end))
    assert a.overlaps(b) == b.overlaps(a) == bool(shared)


@given(spans, spans)
def test_covering_means_that_every_code_point_is_shared(a: Span, b: Span) -> None:
    assert a.covers(b) == (set(range(b.start, b.end)) <= set(range(a.start, a.end)))


@given(spans, st.lists(spans, max_size=5))
def test_the_hull_is_the_smallest_span_that_covers_all(first: Span, others: list[Span]) -> None:
    hull = first.hull(*others)
    assert all(hull.covers(span) for span in (first, *others))
    assert hull.start in {s.start for s in (first, *others)}
    assert hull.end in {s.end for s in (first, *others)}
