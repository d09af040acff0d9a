"""How old a teaser is, counted from its page."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.records import Age, Article, Timestamp
from dateline.related.ages import page_clock, resolved, said_age, trailing_age

DAY = datetime.date(2031, 4, 13)


def article(time: str | None = None, updated: str | None = None) -> Article:
    return Article(
        page_id="p",
        title="t",
        text="t",
        blocks=(),
        published=Timestamp(day=DAY, time=time),
        updated=Timestamp(day=DAY, time=updated) if updated else None,
    )


def age(words: str, time: str | None = None, updated: str | None = None) -> Age | None:
    said = said_age(words)
    return resolved(said, page_clock(article(time, updated))) if said else None


def days(words: str, time: str | None = None) -> tuple[str, str]:
    found = age(words, time)
    assert found
    return str(found.days.earliest), str(found.days.latest)


@pytest.mark.parametrize(
    ("words", "count", "unit"),
    [
        ("14h ago", 14, "hour"),
        ("14 hrs ago", 14, "hour"),
        ("Posted 3 days ago", 3, "day"),
        ("an hour ago", 1, "hour"),
        ("1 hour, 20 minutes ago", 1, "hour"),
        ("5 mins ago", 5, "minute"),
        ("2d", 2, "day"),
        ("(6 weeks ago)", 6, "week"),
        ("just now", 0, "minute"),
    ],
)
def test_counted_ages(words: str, count: int, unit: str) -> None:
    said = said_age(words)
    assert said
    assert (said.words, said.count, said.unit) == (words, count, unit)


@pytest.mark.parametrize("words", ["5 min", "24 hours in Varn", "Top 10", "12", "ago", "", "2:17", "999 years ago"])
def test_what_is_no_age(words: str) -> None:
    assert said_age(words) is None


def test_hours_are_counted_from_the_last_update_and_keep_what_the_words_drop() -> None:
    found = age("14h ago", "08:03", "08:13")
    assert found
    assert found.times == ("2031-04-12T17:13", "2031-04-12T18:13")
    assert days("14h ago", "08:03") == ("2031-04-12", "2031-04-12")


def test_a_page_without_a_time_gives_days_only() -> None:
    found = age("14h ago")
    assert found
    assert found.times is None
    assert days("14h ago") == ("2031-04-12", "2031-04-13")


CAPTURED = datetime.datetime(2031, 4, 20, 20, 30, tzinfo=datetime.timezone(datetime.timedelta(hours=-4)))


@pytest.mark.parametrize(
    ("words", "expected", "times"),
    [
        ("14h ago", ("2031-04-20", "2031-04-20"), ("2031-04-20T09:30+00:00", "2031-04-20T10:30+00:00")),
        ("Yesterday", ("2031-04-19", "2031-04-20"), None),
        ("09:14", None, None),
    ],
)
def test_where_it_is_known_when_the_page_was_captured_that_is_counted_from(
    words: str, expected: tuple[str, str] | None, times: tuple[str, str] | None
) -> None:
    said = said_age(words)
    found = resolved(said, page_clock(article("08:03"), CAPTURED)) if said else None
    assert (found and (str(found.days.earliest), str(found.days.latest))) == expected
    assert (found and found.times) == times


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Yesterday", ("2031-04-12", "2031-04-12")),
        ("2 days ago", ("2031-04-10", "2031-04-11")),
        ("April 2, 2031", ("2031-04-02", "2031-04-02")),
        ("Apr. 2", ("2031-04-02", "2031-04-02")),
        ("2 December", ("2030-12-02", "2030-12-02")),
    ],
)
def test_the_days_that_an_age_means(words: str, expected: tuple[str, str]) -> None:
    assert days(words, "10:00") == expected


def test_an_age_at_the_end_of_a_line_is_told_from_its_words() -> None:
    rest, said = trailing_age("Otters return - 3 hours ago") or ("", None)
    assert rest == "Otters return"
    assert said
    assert trailing_age("The bridge fell 30 years ago today") is None


@given(st.text(max_size=70))
def test_no_words_break_it(words: str) -> None:
    said = said_age(words)
    assert said is None or resolved(said, page_clock(article())) is None or said.words == words


@given(st.integers(0, 999), st.sampled_from(["minutes", "hours", "days", "weeks", "months"]))
def test_an_age_never_lies_after_the_page(count: int, unit: str) -> None:
    found = age(f"{count} {unit} ago", "10:00")
    assert found is None or (found.days.latest is not None and found.days.latest <= DAY)
