"""Dates and clock times in the short lines of a page."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.articles.stamps import find_day, find_stamp


@pytest.mark.parametrize(
    ("text", "iso", "zone"),
    [
        ("Posted April 13, 2024 8:03 am.", "2024-04-13T08:03", None),
        ("Published: 3 May 2024 08:05 GMT", "2024-05-03T08:05", "GMT"),
        ("Updated Sept. 10, 2025, 11:30 p.m. ET", "2025-09-10T23:30", "ET"),
        ("2024-05-03T08:05:30+02:00", "2024-05-03T08:05", "+02:00"),
        ("12:00 am, 1st May 2024", "2024-05-01T00:00", None),
        ("Fri 25.10.2024", "2024-10-25", None),
        ("10/25/2024", "2024-10-25", None),
        ("2024/10/25", "2024-10-25", None),
    ],
)
def test_a_stamp_is_a_day_and_the_time_beside_it(text: str, iso: str, zone: str | None) -> None:
    stamp = find_stamp(text)
    assert stamp is not None
    assert (stamp.iso, stamp.zone) == (iso, zone)


@pytest.mark.parametrize("text", ["03/04/2024", "April 31, 2024", "May 2024", "in 2024 days", ""])
def test_what_may_be_two_days_or_is_none_gives_nothing(text: str) -> None:
    assert find_stamp(text) is None


@given(st.dates(datetime.date(1900, 1, 1), datetime.date(2099, 12, 31)))
def test_every_day_written_in_full_is_found(day: datetime.date) -> None:
    text = f"Posted {day:%B} {day.day}, {day.year}"
    assert find_day(text) == (day, len("Posted "), len(text))
