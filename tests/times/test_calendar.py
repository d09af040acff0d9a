"""Calendar arithmetic over TIMEX3 values."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.records import Interval
from dateline.times.calendar import OPEN, grain_of, interval_of, lasting, shift, shift_day, unit_value

UNITS = ("day", "week", "weekend", "month", "quarter", "half", "season", "year", "decade", "century")
DAYS = st.dates(datetime.date(20, 1, 1), datetime.date(9800, 12, 31))


def day(text: str) -> datetime.date:
    return datetime.date.fromisoformat(text)


def interval(first: str, last: str) -> Interval:
    return Interval(day(first), day(last))


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2023-09-12", "2023-09-12", "2023-09-12"),
        ("2023-09-16TMO", "2023-09-16", "2023-09-16"),
        ("2024-04-13T08:03", "2024-04-13", "2024-04-13"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("1900-02", "1900-02-01", "1900-02-28"),
        ("2020-W53", "2020-12-28", "2021-01-03"),
        ("2023-W37-WE", "2023-09-16", "2023-09-17"),
        ("2023-Q2", "2023-04-01", "2023-06-30"),
        ("2023-H1", "2023-01-01", "2023-06-30"),
        ("2023-SP", "2023-03-01", "2023-05-31"),
        ("2023-WI", "2023-12-01", "2024-02-29"),
        ("1812", "1812-01-01", "1812-12-31"),
        ("199", "1990-01-01", "1999-12-31"),
        ("18", "1800-01-01", "1899-12-31"),
        ("1950/1953", "1950-01-01", "1953-12-31"),
    ],
)
def test_a_value_covers_the_whole_of_its_unit(value: str, first: str, last: str) -> None:
    assert interval_of(value) == interval(first, last)


@pytest.mark.parametrize("value", ["P3D", "PAST_REF", "XXXX-XX-XX", "2021-W53", "2023-02-30", "1953/1950", "", "0000"])
def test_what_names_no_days_is_open(value: str) -> None:
    assert interval_of(value) == OPEN


@given(DAYS, st.sampled_from(UNITS))
def test_a_unit_contains_the_day_that_it_was_made_from(anchor: datetime.date, unit: str) -> None:
    assert interval_of(unit_value(anchor, unit)).contains(Interval.day(anchor)) or unit == "weekend"  # type: ignore[arg-type]
    assert grain_of(unit_value(anchor, unit)) == unit  # type: ignore[arg-type]


@given(DAYS, st.sampled_from([u for u in UNITS if u != "weekend"]), st.integers(0, 3))
def test_units_follow_each_other_without_gap(anchor: datetime.date, unit: str, count: int) -> None:
    if unit == "century" and not 200 < anchor.year < 9500:
        return
    this, following = (interval_of(unit_value(anchor, unit, n)) for n in (count, count + 1))  # type: ignore[arg-type]
    assert this.latest is not None
    assert following.earliest == this.latest + datetime.timedelta(days=1)


def test_a_year_outside_the_calendar_is_an_error() -> None:
    with pytest.raises(OverflowError):
        unit_value(day("2023-01-01"), "year", -3000)
    with pytest.raises(OverflowError):
        unit_value(day("9999-12-31"), "day", 1)


def test_the_last_week_of_a_year_may_be_the_fifty_third() -> None:
    assert unit_value(day("2021-01-01"), "week") == "2020-W53"
    assert unit_value(day("2021-01-04"), "week", -1) == "2020-W53"


def test_a_month_end_stays_a_month_end() -> None:
    assert shift(interval("2019-04-01", "2019-04-30"), -2, "month") == interval("2019-02-01", "2019-02-28")
    assert shift(interval("2023-02-01", "2023-02-28"), 1, "month") == interval("2023-03-01", "2023-03-31")


def test_leap_day_moves_to_the_twenty_eighth() -> None:
    assert shift_day(day("2024-02-29"), 1, "year") == day("2025-02-28")


def test_a_duration_counts_both_its_ends() -> None:
    assert lasting("P3D", last=day("2024-04-13")) == interval("2024-04-11", "2024-04-13")
    assert lasting("P6D", last=day("2023-09-17")) == interval("2023-09-12", "2023-09-17")
    assert lasting("P1W", first=day("2024-02-26")) == interval("2024-02-26", "2024-03-03")
    assert lasting("P2M", last=day("2024-04-30")) == interval("2024-03-01", "2024-04-30")
    assert lasting("PT2H", first=day("2024-04-13")) == interval("2024-04-13", "2024-04-13")
    assert lasting("P0D", first=day("2024-04-13")) == interval("2024-04-13", "2024-04-13")
    assert lasting("PXD", first=day("2024-04-13")) is None
    assert lasting("P3D") is None


def test_an_end_that_leaves_the_calendar_opens() -> None:
    assert shift(interval("0001-01-01", "2000-01-01"), -10, "year") == Interval(None, day("1990-01-01"))
    assert shift(Interval(None, None), 3, "week") == OPEN
