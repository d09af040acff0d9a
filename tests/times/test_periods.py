"""Periods by name, as read on Sunday 17 September 2023."""

from collections.abc import Callable

import pytest


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("Exports fell in the third quarter of last year.", "the third quarter of last year", "2022-Q3"),
        ("Exports fell in the second quarter.", "the second quarter", "2023-Q2"),
        ("Exports fell in the fourth quarter.", "the fourth quarter", "2022-Q4"),
        ("Sales rose in Q2 2023.", "Q2 2023", "2023-Q2"),
        ("Sales rose in the second quarter of fiscal 2022.", "the second quarter of fiscal 2022", "FY2022-Q2"),
        ("Sales rose in fiscal year 2022.", "fiscal year 2022", "FY2022"),
        ("Last spring the dam burst.", "Last spring", "2023-SP"),
        ("The dam will be rebuilt this winter.", "this winter", "2023-WI"),
        ("The dam burst in the summer of 1954.", "the summer of 1954", "1954-SU"),
        ("The band formed in the 1990s.", "the 1990s", "199"),
        ("The band formed in the '60s.", "the '60s", "196"),
        ("The band formed in the eighties.", "the eighties", "198"),
        ("The canal dates from the 19th century.", "the 19th century", "18"),
        ("They build a 21st-century army.", "21st-century", "20"),
    ],
)
def test_periods(values_of: Callable[..., dict[str, str]], text: str, words: str, value: str) -> None:
    assert values_of(text)[words] == value
