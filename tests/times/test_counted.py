"""Times within or from others, as read on Sunday 17 September 2023."""

from collections.abc import Callable

import pytest

Values = Callable[..., dict[str, str]]
Days = Callable[..., dict[str, tuple[str | None, str | None]]]


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("They vote on the first Tuesday in November.", "the first Tuesday in November", "2023-11-07"),
        ("They voted on the last Sunday of May 2021.", "the last Sunday of May 2021", "2021-05-30"),
        ("They will vote on the second Monday of next month.", "the second Monday of next month", "2023-10-09"),
        ("Exports fell in the January-March quarter.", "January-March", "2023-01/2023-03"),
        ("Exports fell in October-December 2019.", "October-December 2019", "2019-10/2019-12"),
        ("They will meet in the week of October 9.", "the week of October 9", "2023-W41"),
        ("He fell ill on the weekend of 9 September.", "the weekend of 9 September", "2023-W36-WE"),
        ("In the week to September 10 forty fell ill.", "the week to September 10", "2023-09-04/2023-09-10"),
        ("She will leave a week from Friday.", "a week from Friday", "2023-09-29"),
        ("She will leave three days from tomorrow.", "three days from tomorrow", "2023-09-21"),
        ("The plant will shut the week after next.", "the week after next", "2023-W39"),
        ("The plant shut the year before last.", "the year before last", "2021"),
        ("The plant will shut on Friday week.", "Friday week", "2023-09-29"),
    ],
)
def test_times_within_or_from_others(values_of: Values, text: str, words: str, value: str) -> None:
    assert values_of(text)[words] == value


def test_a_month_has_no_sixth_monday(values_of: Values) -> None:
    assert "the sixth Monday of May 2021" not in values_of("They met on the sixth Monday of May 2021.")


def test_a_weekday_of_each_month_comes_again(values_of: Values) -> None:
    assert values_of("They meet on the first Monday of each month.")["the first Monday of each month"] == "XXXX-WXX-1"


def test_the_quarter_is_the_one_that_the_text_tells_of(values_of: Values) -> None:
    text = "In the quarter ended June 30, 2021, sales fell. For the quarter the firm had hoped for more."
    assert values_of(text)["the quarter"] == "2021-Q2"
    assert values_of("Sales fell in the quarter.")["the quarter"] == "2023-Q2"


def test_a_length_of_time_that_ends_on_a_day_is_counted_back_from_it(days_of: Days) -> None:
    days = days_of("Sales fell in the three months ended June 30, 2021.")
    assert days["three months"] == ("2021-04-01", "2021-06-30")
    assert days_of("For the fiscal year ended June 30, 2021, sales fell.")["the fiscal year"] == (
        "2020-07-01",
        "2021-06-30",
    )
    assert days_of("Prices rose in the 12 months to March.")["12 months"] == ("2022-04-01", "2023-03-31")
