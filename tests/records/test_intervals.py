"""Intervals of days, both ends inclusive, either end open; and timestamps."""

import datetime

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.records import Interval, Timestamp

FIRST = datetime.date(2021, 5, 1)
days = st.integers(0, 40).map(lambda n: FIRST + datetime.timedelta(days=n))
WORLD = [FIRST + datetime.timedelta(days=n) for n in range(-1, 42)]
OPEN = Interval(None, None)


@st.composite
def intervals(draw: st.DrawFn) -> Interval:
    """Intervals of a small world, either end open at times."""
    ends = sorted([draw(days), draw(days)])
    return Interval(ends[0] if draw(st.booleans()) else None, ends[1] if draw(st.booleans()) else None)


def days_in(interval: Interval) -> set[datetime.date]:
    return {
        d
        for d in WORLD
        if (interval.earliest is None or interval.earliest <= d) and (interval.latest is None or d <= interval.latest)
    }


def may(first: int, last: int) -> Interval:
    return Interval(datetime.date(2021, 5, first), datetime.date(2021, 5, last))


def test_an_interval_cannot_end_before_it_begins() -> None:
    with pytest.raises(ValueError, match="cannot end before it begins: 2021-05-04 > 2021-05-03"):
        may(4, 3)


def test_a_reversed_interval_is_refused_in_json_too() -> None:
    with pytest.raises(msgspec.ValidationError, match="cannot end before it begins"):
        msgspec.json.decode(b'{"earliest": "2021-05-04", "latest": "2021-05-03"}', type=Interval)


def test_one_day_is_an_interval_that_begins_and_ends_on_it() -> None:
    assert Interval.day(FIRST) == may(1, 1)
    assert Interval.day(FIRST).is_day
    assert not may(1, 2).is_day


def test_nothing_known_is_an_open_interval_and_no_day() -> None:
    assert OPEN.is_open
    assert not OPEN.is_day
    assert not Interval(FIRST, None).is_open
    assert not Interval(None, FIRST).is_open


def test_the_intersection_is_the_shared_days() -> None:
    assert may(1, 6).intersection(may(4, 9)) == may(4, 6)
    assert may(1, 4).intersection(may(4, 9)) == may(4, 4)


def test_there_is_no_intersection_where_no_day_is_shared() -> None:
    assert may(1, 3).intersection(may(4, 9)) is None


def test_an_open_end_gives_way_to_a_known_one() -> None:
    assert may(3, 5).intersection(OPEN) == may(3, 5)
    assert Interval(FIRST, None).intersection(Interval(None, may(9, 9).latest)) == may(1, 9)
    assert OPEN.intersection(OPEN) == OPEN


def test_an_interval_contains_what_lies_within_it_and_an_open_one_contains_all() -> None:
    assert may(1, 9).contains(may(3, 9))
    assert not may(1, 9).contains(may(3, 10))
    assert OPEN.contains(may(1, 9))
    assert OPEN.contains(OPEN)


def test_no_bounded_interval_contains_one_with_an_open_end() -> None:
    assert not may(1, 9).contains(Interval(may(3, 3).earliest, None))
    assert not may(1, 9).contains(Interval(None, may(3, 3).latest))


@given(intervals(), intervals())
def test_the_intersection_holds_exactly_the_shared_days(a: Interval, b: Interval) -> None:
    shared = a.intersection(b)
    assert (days_in(shared) if shared is not None else set()) == days_in(a) & days_in(b)
    assert shared == b.intersection(a)


@given(intervals(), intervals())
def test_what_contains_another_shares_all_of_it(a: Interval, b: Interval) -> None:
    assert a.contains(b) == (a.intersection(b) == b)


def test_a_timestamp_is_written_as_exactly_as_it_is_known() -> None:
    assert Timestamp(day=FIRST).iso == "2021-05-01"
    assert Timestamp(day=FIRST, time="08:03", zone="CET").iso == "2021-05-01T08:03"
