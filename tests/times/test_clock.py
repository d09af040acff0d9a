"""Hours of days, as read on Sunday 17 September 2023."""

from collections.abc import Callable

import pytest

Values = Callable[..., dict[str, str]]


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("The hearing starts at noon local time on Monday.", "noon local time on Monday", "2023-09-18T12:00"),
        ("The truce took effect at midnight Friday.", "midnight Friday", "2023-09-15T24:00"),
        ("He fell ill Tuesday night at 10:30.", "Tuesday night at 10:30", "2023-09-12T22:30"),
        ("He fell ill Tuesday night at 1:30.", "Tuesday night at 1:30", "2023-09-12T01:30"),
        ("The alarm was given at 1730 hours.", "1730 hours", "2023-09-17T17:30"),
        ("The alarm was given at 0900 GMT on Friday.", "0900 GMT on Friday", "2023-09-15T09:00"),
        ("The alarm was given at three in the afternoon.", "three in the afternoon", "2023-09-17T15:00"),
        ("The alarm was given at dawn.", "dawn", "2023-09-17TMO"),
        ("The town was shelled on the night of 3 to 4 March.", "the night of 3 to 4 March", "2023-03-03TNI"),
        ("The town was shelled overnight into Tuesday.", "overnight into Tuesday", "2023-09-11TNI"),
    ],
)
def test_hours(values_of: Values, text: str, words: str, value: str) -> None:
    assert values_of(text)[words] == value


def test_a_night_belongs_to_two_days(days_of: Callable[..., dict[str, tuple[str, str]]]) -> None:
    days = days_of("The town was shelled overnight into Tuesday.")
    assert days["overnight into Tuesday"] == ("2023-09-11", "2023-09-12")


def test_an_hour_long_after_the_last_day_named_is_of_no_known_day(values_of: Values) -> None:
    text = "The bridge fell on March 3, 1995.\nAt midnight the council met."
    assert values_of(text)["midnight"] == "XXXX-XX-XXT24:00"
    near = "The bridge fell on Friday.\nAt midnight the council met."
    assert values_of(near)["midnight"] == "2023-09-15T24:00"


def test_a_limit_of_the_clock_stays_within_its_day(days_of: Callable[..., dict[str, tuple[str, str]]]) -> None:
    days = days_of("The alarm was given shortly after 5 a.m. on Thursday.")
    assert days["5 a.m. on Thursday"] == ("2023-09-14", "2023-09-14")


def test_a_count_is_no_hour(values_of: Values) -> None:
    assert values_of("The storm hurt 12 in the harbour and 1730 hours were lost.") == {"1730 hours": "PT1730H"}
