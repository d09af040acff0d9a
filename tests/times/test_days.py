"""Days by name and hours of days, as read on Sunday 17 September 2023."""

from collections.abc import Callable

import pytest

Values = Callable[..., dict[str, str]]


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("The council met today.", "today", "2023-09-17"),
        ("The council met yesterday morning.", "yesterday morning", "2023-09-16TMO"),
        ("The council met on Friday evening.", "Friday evening", "2023-09-15TEV"),
        ("Shells fell last night.", "last night", "2023-09-16TNI"),
        ("Shells fell overnight.", "overnight", "2023-09-16TNI"),
        ("The council will meet tonight.", "tonight", "2023-09-17TNI"),
        ("The attack came at 8:03 a.m. on Friday.", "8:03 a.m. on Friday", "2023-09-15T08:03"),
        ("The quake struck Friday at 10:15 p.m. local time.", "Friday at 10:15 p.m. local time", "2023-09-15T22:15"),
        ("The quake struck at 0430 UTC.", "0430 UTC", "2023-09-17T04:30"),
        ("The rocket is due to launch Thursday at 12 a.m. ET.", "Thursday at 12 a.m. ET", "2023-09-21T00:00"),
        ("In the early hours of Sunday the house burned.", "the early hours of Sunday", "2023-09-17TMO"),
        ("On the night of March 4 the town was shelled.", "the night of March 4", "2023-03-04TNI"),
        ("He died on Christmas Eve.", "Christmas Eve", "2022-12-24"),
        ("The town will be quiet on Thanksgiving.", "Thanksgiving", "2023-11-23"),
        ("The march of Good Friday 2019 was long.", "Good Friday 2019", "2019-04-19"),
        ("The market was closed for the Lunar New Year.", "the Lunar New Year", "2023-01-22"),
        ("The guns were silent during Eid al-Fitr.", "Eid al-Fitr", "2023-04-21/2023-04-23"),
        ("They will march on Independence Day.", "Independence Day", "XXXX-XX-XX"),
    ],
)
def test_days_and_hours(values_of: Values, text: str, words: str, value: str) -> None:
    assert values_of(text)[words] == value


def test_a_score_is_no_time_of_day(values_of: Values) -> None:
    assert values_of("The visitors won 2:15 and read John 3:16.") == {}


def test_the_hour_of_an_unknown_day_stays_unknown(values_of: Values) -> None:
    text = "They met in April 2019. That night they quarrelled."
    assert values_of(text)["That night"] == "XXXX-XX-XXTNI"
