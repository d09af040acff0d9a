"""Days, months, years and weekdays, as read on Sunday 17 September 2023."""

from collections.abc import Callable

import pytest

Values = Callable[..., dict[str, str]]


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("The harbour froze on April 3, 2019.", "April 3, 2019", "2019-04-03"),
        ("The treaty of 1 January 2010 holds.", "1 January 2010", "2010-01-01"),
        ("He fled on Sept. 5.", "Sept. 5", "2023-09-05"),
        ("The log ends at 2021-03-04.", "2021-03-04", "2021-03-04"),
        ("The mill burned on Monday, March 6, 1899.", "Monday, March 6, 1899", "1899-03-06"),
        ("They married on the 12th of May, 2001.", "the 12th of May, 2001", "2001-05-12"),
        ("The talks ended in October 1973.", "October 1973", "1973-10"),
        ("The talks ended in October of last year.", "October of last year", "2022-10"),
        ("She joined on March 4 last year.", "March 4 last year", "2022-03-04"),
        ("The bank was founded in 1907.", "1907", "1907"),
        ("They fought in the 1950-1953 war.", "1950-1953", "1950/1953"),
        ("Profits fell in 2007-08.", "2007-08", "2007/2008"),
        ("The fair ran from May 3 to 5, 2021.", "May 3 to 5, 2021", "2021-05-03/2021-05-05"),
        ("They marched for the dead of 9/11.", "9/11", "2001-09-11"),
        ("They marched for the dead of the Sept. 11 attacks.", "Sept. 11", "2001-09-11"),
        ("They fought in the 1950-53 war.", "1950-53", "1950/1953"),
    ],
)
def test_full_dates_say_themselves_when_they_are(values_of: Values, text: str, words: str, value: str) -> None:
    assert values_of(text)[words] == value


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("The ferry docked on Sunday.", "Sunday", "2023-09-17"),
        ("Earlier Sunday the ferry docked.", "Earlier Sunday", "2023-09-17"),
        ("The crew went ashore last Tuesday.", "last Tuesday", "2023-09-12"),
        ("He flew home last Sunday.", "last Sunday", "2023-09-10"),
        ("The vote is scheduled for next Tuesday.", "next Tuesday", "2023-09-19"),
        ("The ship sank on Friday last week.", "Friday last week", "2023-09-08"),
        ("Talks resume Monday next week.", "Monday next week", "2023-09-18"),
        ("He sailed last March.", "last March", "2023-03"),
        ("He will sail next March.", "next March", "2024-03"),
        ("He sailed this past Friday.", "this past Friday", "2023-09-15"),
        ("He sailed on Tuesday, 3 May.", "Tuesday, 3 May", "2022-05-03"),
    ],
)
def test_weekdays_and_months_count_from_publication(values_of: Values, text: str, words: str, value: str) -> None:
    assert values_of(text)[words] == value


def test_a_weekday_of_the_story_counts_from_the_story(values_of: Values) -> None:
    found = values_of("The levee broke on March 3, 2020. The following Friday the mayor resigned.")
    assert found["The following Friday"] == "2020-03-06"


def test_the_leap_day_waits_for_a_leap_year(values_of: Values) -> None:
    assert values_of("The club met on February 29.", "2023-09-17")["February 29"] == "2020-02-29"
    assert values_of("The club will meet on February 29.", "2025-01-10")["February 29"] == "2028-02-29"


def test_months_turn_the_year(values_of: Values) -> None:
    assert values_of("The mine closed in December.", "2024-01-02")["December"] == "2023-12"
    assert values_of("The mine will close in January.", "2023-12-30")["January"] == "2024-01"


def test_pages_older_than_1900_are_read_alike(values_of: Values) -> None:
    found = values_of("The mine closed on Tuesday. It had opened in May.", "1887-06-15")
    assert found == {"Tuesday": "1887-06-14", "May": "1887-05"}


def test_impossible_dates_are_not_made_up(values_of: Values) -> None:
    assert "February 30, 2021" not in values_of("The meeting of February 30, 2021 was a joke.")
