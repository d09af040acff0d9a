"""What stands beside an expression bounds it, as read on Sunday 17 September 2023."""

from collections.abc import Callable

import pytest

from dateline.records import TimeExpression

Times = Callable[..., dict[str, TimeExpression]]
Days = Callable[..., dict[str, tuple[str | None, str | None]]]


@pytest.mark.parametrize(
    ("text", "words", "first", "last", "mod"),
    [
        ("He has ruled since 2003.", "2003", "2003-01-01", None, "ON_OR_AFTER"),
        ("Troops must leave by Monday.", "Monday", None, "2023-09-18", "ON_OR_BEFORE"),
        ("They stayed until Friday.", "Friday", None, "2023-09-15", "ON_OR_BEFORE"),
        ("They left before March 3, 2020.", "March 3, 2020", None, "2020-03-03", "BEFORE"),
        ("The road will be closed from Monday.", "Monday", "2023-09-18", None, "ON_OR_AFTER"),
        ("The road is closed until further notice.", "further notice", "2023-09-17", None, None),
    ],
)
def test_limits_open_one_end(
    times_of: Times, days_of: Days, text: str, words: str, first: str | None, last: str | None, mod: str | None
) -> None:
    assert days_of(text)[words] == (first, last)
    assert times_of(text)[words].mod == mod


def test_a_limit_that_is_an_event_leaves_its_day_alone(days_of: Days) -> None:
    assert days_of("The party gained ground since Monday's debate.")["Monday"] == ("2023-09-11", "2023-09-11")


def test_both_ends_of_a_range_cover_it(days_of: Days, times_of: Times) -> None:
    text = "The fair ran from May 3 to June 5, 2021."
    assert days_of(text) == {"May 3": ("2021-05-03", "2021-06-05"), "June 5, 2021": ("2021-05-03", "2021-06-05")}
    assert times_of(text)["May 3"].value == "2021-05-03"


def test_a_range_over_new_year_is_in_order(days_of: Days) -> None:
    assert days_of("Snow fell from November to March.")["November"] == ("2022-11-01", "2023-03-31")


def test_a_year_is_shared_by_months_joined(times_of: Times) -> None:
    assert times_of("The law was changed in March and June 2010.")["March"].value == "2010-03"


def test_a_past_event_of_a_running_unit_ends_today_and_a_coming_one_begins_today(days_of: Days) -> None:
    assert days_of("The firm lost money this week.", "2024-04-11")["this week"] == ("2024-04-08", "2024-04-11")
    days = days_of("The two are expected to hold exchanges this year.", "2024-04-13")
    assert days["this year"] == ("2024-04-13", "2024-12-31")


def test_recent_months_are_open_at_their_beginning(days_of: Days) -> None:
    assert days_of("In recent months two rockets failed.")["recent months"] == (None, "2023-09-17")


def test_a_measure_dates_the_event_that_has_no_time(times_of: Times, days_of: Days) -> None:
    text = "He resigned in April 2019, two months after the talks collapsed."
    assert times_of(text)["two months"].value == "P2M"
    assert times_of(text)["two months"].anchor == "2019-04"
    assert days_of(text)["two months"] == ("2019-02-01", "2019-02-28")
    assert days_of("Two days after the vote on March 3, 2020, he resigned.")["Two days"] == ("2020-03-05", "2020-03-05")


def test_a_term_that_is_to_come_begins_today(days_of: Days) -> None:
    assert days_of("The results are due within two weeks.")["two weeks"] == ("2023-09-17", "2023-10-01")


def test_hours_joined_are_of_one_day(times_of: Times) -> None:
    found = times_of("The alarm rang between 9 a.m. and 11 a.m. on Tuesday.", "2024-01-03")
    assert {t.value for t in found.values()} == {"2024-01-02T09:00", "2024-01-02T11:00"}


def test_ends_in_the_wrong_order_are_no_range(days_of: Days) -> None:
    days = days_of("The alarm rang between tomorrow and yesterday.")
    assert days == {"tomorrow": ("2023-09-18", "2023-09-18"), "yesterday": ("2023-09-16", "2023-09-16")}


def test_an_hour_in_brackets_is_of_the_same_day(times_of: Times) -> None:
    found = times_of("The alarm rang at 3:15 p.m. local time (1415 GMT) on Saturday.", "2024-01-03")
    assert {t.value[:10] for t in found.values()} == {"2023-12-30"}


def test_what_was_ago_moves_the_time_behind_it(times_of: Times, days_of: Days) -> None:
    assert days_of("Two years ago this week they met.", "2024-01-03")["this week"] == ("2022-01-03", "2022-01-09")
    assert times_of("They met a week ago Tuesday.", "2024-01-03")["Tuesday"].value == "2023-12-26"
