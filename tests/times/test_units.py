"""Counted units, as read on Sunday 17 September 2023."""

from collections.abc import Callable

import pytest

Values = Callable[..., dict[str, str]]
Days = Callable[..., dict[str, tuple[str | None, str | None]]]


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("The dam leaked last year.", "last year", "2022"),
        ("The dam leaked last week.", "last week", "2023-W36"),
        ("The dam will be rebuilt next month.", "next month", "2023-10"),
        ("The pact was signed 75 years ago.", "75 years ago", "1948"),
        ("The pact was signed two months ago.", "two months ago", "2023-07"),
        ("The pact was signed three days ago.", "three days ago", "2023-09-14"),
        ("The pact was signed a year and a half ago.", "a year and a half ago", "2022-03"),
        ("Sales beat the year-ago figure.", "year-ago", "2022"),
        ("They spoke years ago.", "years ago", "PAST_REF"),
        ("Years later they spoke.", "Years later", "PAST_REF"),
        ("In the last decade they spoke twice.", "the last decade", "P10Y"),
        ("Over the next year they will speak.", "the next year", "P1Y"),
        ("Shares fell for the week.", "the week", "2023-W37"),
        ("They will speak by mid-century.", "mid-century", "20"),
        ("Over the past three weeks prices rose.", "the past three weeks", "P3W"),
        ("They worked there for the last year.", "the last year", "P1Y"),
        ("It will take the next five or six years.", "the next five or six years", "P6Y"),
    ],
)
def test_units_count_from_publication(values_of: Values, text: str, words: str, value: str) -> None:
    assert values_of(text)[words] == value


def test_a_named_number_of_years_ago_is_the_whole_year(days_of: Days) -> None:
    days = days_of("They made peace 75 years ago.", "2024-04-13")
    assert days["75 years ago"] == ("1949-01-01", "1949-12-31")


def test_inexact_amounts_stay_inexact(days_of: Days) -> None:
    days = days_of(
        "More than 20 years ago the mine opened. Nearly three years ago it closed. About ten years ago it burned."
    )
    assert days["More than 20 years ago"] == (None, "2003-12-31")
    assert days["Nearly three years ago"] == ("2020-01-01", "2021-12-31")
    assert days["About ten years ago"] == ("2012-01-01", "2014-12-31")
    days = days_of("Over 40 years ago it opened. Two or three years ago it closed.", "2023-09-17")
    assert days["Over 40 years ago"] == (None, "1983-12-31")
    assert days["Two or three years ago"] == ("2020-01-01", "2021-12-31")


def test_hours_ago_need_the_time_of_publication(values_of: Values, days_of: Days) -> None:
    assert values_of("14h ago", "2024-04-13", "8:03")["14h ago"] == "2024-04-12T18:03"
    assert days_of("14h ago", "2024-04-13")["14h ago"] == ("2024-04-12", "2024-04-13")


def test_hours_past_reach_into_the_day_before(days_of: Days) -> None:
    assert days_of("Ten ships sank in the past 24 hours.")["the past 24 hours"] == ("2023-09-16", "2023-09-17")


def test_the_story_has_its_own_time_line(values_of: Values) -> None:
    text = (
        "She left on April 3, 2019. The next day the office closed. Two days later it burned.\n"
        "The following month it was rebuilt. That year was hard."
    )
    found = values_of(text)
    assert found["The next day"] == "2019-04-04"
    assert found["Two days later"] == "2019-04-06"
    assert found["The following month"] == "2019-05"
    assert found["That year"] == "2019"


def test_later_in_the_day_is_the_day_last_named(values_of: Values) -> None:
    text = "On Saturday the envoy toured a shipyard. The two men later in the day went aboard a frigate."
    assert values_of(text)["later in the day"] == "2023-09-16"


def test_counting_from_a_month_gives_no_day(values_of: Values, days_of: Days) -> None:
    text = "The two met in April 2019. The next day they parted."
    assert values_of(text)["The next day"] == "XXXX-XX-XX"
    assert days_of(text)["The next day"] == ("2019-04-02", "2019-05-01")


def test_a_headlines_time_is_not_the_storys(values_of: Values) -> None:
    text = "Mayor quits after fire of March 2011\nThe same day a second mayor resigned."
    assert values_of(text, headline=True)["The same day"] == "2023-09-17"


def test_the_weekend_is_the_last_one_or_the_next(values_of: Values) -> None:
    assert values_of("A storm hit over the weekend.", "2023-09-18")["the weekend"] == "2023-W37-WE"
    assert values_of("A storm will hit over the weekend.", "2023-09-13")["the weekend"] == "2023-W37-WE"


def test_the_end_of_the_month_is_the_storys_where_todays_is_not_over(values_of: Values) -> None:
    text = "Rebels took the town in mid-August and lost it at the end of the month."
    assert values_of(text)["the end of the month"] == "2023-08"


def test_counting_out_of_the_calendar_finds_nothing(values_of: Values) -> None:
    assert "3000 years ago" not in values_of("The tomb was built 3000 years ago.")


def test_the_same_period_a_year_before(values_of: Values) -> None:
    text = "The firm lost money in the third quarter of 2008, after a profit in the same quarter a year earlier."
    assert values_of(text)["the same quarter a year earlier"] == "2007-Q3"
    assert values_of("Profits beat those of the same period last year.")["the same period last year"] == "2022"
