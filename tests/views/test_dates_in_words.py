"""Dates in words are as exact as they are and no more."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.records import EventDate, Interval, Span
from dateline.views.dates import explain, expression, in_words, long_day, value_in_words

SUNDAY = datetime.date(2021, 5, 16)
TEXT = "She came last Tuesday, on a five-day trip."


def between(first: str | None, last: str | None) -> Interval:
    return Interval(*(datetime.date.fromisoformat(day) if day else None for day in (first, last)))


def date_of(rule: str, basis: str, words: str | None = None, anchor: str | None = None) -> EventDate:
    start = TEXT.index(words) if words else 0
    spans = (Span(start, start + len(words)),) if words else ()
    return EventDate(interval=between(None, None), rule=rule, basis=basis, expressions=spans, anchor=anchor)


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        ("2021-05-16", "2021-05-16", "16 May 2021"),
        ("2021-05-12", "2021-05-16", "12–16 May 2021"),
        ("2021-04-28", "2021-05-03", "28 Apr – 3 May 2021"),
        ("2020-12-28", "2021-01-03", "28 Dec 2020 – 3 Jan 2021"),
        ("2021-07-01", "2021-07-31", "Jul 2021"),
        ("2024-02-01", "2024-02-29", "Feb 2024"),
        ("2023-02-01", "2023-02-27", "1–27 Feb 2023"),
        ("2011-10-01", "2011-12-31", "Oct–Dec 2011"),
        ("2020-12-01", "2021-02-28", "Dec 2020 – Feb 2021"),
        ("2001-01-01", "2001-12-31", "2001"),
        ("1990-01-01", "1999-12-31", "1990s"),
        ("1950-01-01", "1953-12-31", "1950–1953"),
        (None, "2021-05-16", "before 16 May 2021"),
        ("2021-05-16", None, "since 16 May 2021"),
        (None, None, "no date"),
    ],
)
def test_an_interval_is_named_by_the_unit_it_is(first: str | None, last: str | None, words: str) -> None:
    assert in_words(between(first, last)) == words


def test_what_is_to_come_is_due_by_or_from_a_day() -> None:
    assert in_words(between(None, "2021-05-16"), ahead=True) == "by 16 May 2021"
    assert in_words(between("2021-05-16", None), ahead=True) == "from 16 May 2021"


@pytest.mark.parametrize(
    ("date", "words"),
    [
        (
            date_of("expression", "relative", "last Tuesday", "2021-05-16"),
            "'last Tuesday', counted from Sunday 16 May 2021",
        ),
        (date_of("expression", "stated", "last Tuesday"), "'last Tuesday', as the page says"),
        (date_of("expression", "relative"), "the page gives the time in so many words"),
        (
            date_of("inherited", "story", "last Tuesday", "2021-05-16"),
            "no time of its own; shares that of the passage: 'last Tuesday', counted from Sunday 16 May 2021",
        ),
        (date_of("duration", "relative", "five-day"), "'five-day', measured from Sunday 16 May 2021"),
        (date_of("frame", "story"), "day not given; within “the trip”"),
        (
            date_of("order", "story", "last Tuesday", "2021-05-16"),
            "no time of its own; bounded by 'last Tuesday', counted from Sunday 16 May 2021",
        ),
        (date_of("header", "assumed"), "no time of its own; the date of the page, Sunday 16 May 2021"),
        (
            date_of("before_publication", "assumed"),
            "not dated by the page; before the page was published, Sunday 16 May 2021",
        ),
        (
            date_of("after_publication", "relative", "five-day"),
            "'five-day'; after the page was published, Sunday 16 May 2021",
        ),
        (date_of("none", "assumed"), "the page does not date it"),
    ],
)
def test_the_way_to_a_date_is_one_plain_line(date: EventDate, words: str) -> None:
    assert explain(date, TEXT, SUNDAY, frame="the trip") == words


def test_a_part_of_an_event_of_one_day_was_on_that_day() -> None:
    date = EventDate(interval=Interval.day(SUNDAY), rule="frame", basis="story")
    assert explain(date, TEXT, SUNDAY, frame="the trip") == "no time of its own; the day of “the trip”"


def test_a_loose_date_quotes_the_page() -> None:
    assert expression(date_of("expression", "relative", "last Tuesday"), TEXT) == '"last Tuesday"'
    assert expression(date_of("none", "assumed"), TEXT) is None


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("2021-05-16", "Sunday 16 May 2021"),
        ("2021-05-16T14:30", "Sunday 16 May 2021, 14:30"),
        ("2019-04", "April 2019"),
        ("2021-W20", "week 20 of 2021"),
        ("2021", "2021"),
        ("PRESENT_REF", "the present"),
        ("2021-02-31", "2021-02-31"),
        ("2021-13", "2021-13"),
    ],
)
def test_a_timex_value_is_said_in_words_where_it_has_any(value: str, words: str) -> None:
    assert value_in_words(value) == words


@given(st.dates(), st.dates())
def test_no_two_intervals_of_days_have_the_same_words(first: datetime.date, last: datetime.date) -> None:
    first, last = sorted((first, last))
    wider = Interval(first, last)
    narrower = Interval(first, first)
    assert (in_words(wider) == in_words(narrower)) == (wider == narrower)


@given(st.dates())
def test_a_day_says_its_day_and_year(day: datetime.date) -> None:
    assert long_day(day).split()[1] == str(day.day)
    assert long_day(day).endswith(str(day.year))
