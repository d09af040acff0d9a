"""Parts of units, as read on Sunday 17 September 2023."""

from collections.abc import Callable

import pytest

from dateline.records import TimeExpression

Times = Callable[..., dict[str, TimeExpression]]


@pytest.mark.parametrize(
    ("text", "words", "value", "mod", "first", "last"),
    [
        ("He took power in late 2011.", "late 2011", "2011", "END", "2011-10-01", "2011-12-31"),
        ("He took power late last year.", "late last year", "2022", "END", "2022-10-01", "2022-12-31"),
        ("He took power in early 2011.", "early 2011", "2011", "START", "2011-01-01", "2011-03-31"),
        ("He took power in mid-2011.", "mid-2011", "2011", "MID", "2011-04-01", "2011-09-30"),
        ("He took power in mid-August.", "mid-August", "2023-08", "MID", "2023-08-11", "2023-08-20"),
        ("He left at the end of 2009.", "the end of 2009", "2009", "END", "2009-10-01", "2009-12-31"),
        (
            "Fraud rose in the first half of 2023.",
            "the first half of 2023",
            "2023-H1",
            None,
            "2023-01-01",
            "2023-06-30",
        ),
        ("Earlier this year he lost.", "Earlier this year", "2023", "START", "2023-01-01", "2023-09-17"),
        ("Later this month he will rule.", "Later this month", "2023-09", "END", "2023-09-17", "2023-09-30"),
        ("It formed in the early 1990s.", "the early 1990s", "199", "START", "1990-01-01", "1993-12-31"),
        ("He left in the second half of May.", "the second half of May", "2023-05", "END", "2023-05-16", "2023-05-31"),
    ],
)
def test_parts(times_of: Times, text: str, words: str, value: str, mod: str | None, first: str, last: str) -> None:
    found = times_of(text)[words]
    assert (found.value, found.mod) == (value, mod)
    assert (str(found.interval.earliest), str(found.interval.latest)) == (first, last)
