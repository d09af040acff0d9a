"""Durations and repeated times."""

from collections.abc import Callable

import pytest

from dateline.records import TimeExpression

Times = Callable[..., dict[str, TimeExpression]]


@pytest.mark.parametrize(
    ("text", "words", "value", "mod"),
    [
        ("He ended a three-day visit.", "three-day", "P3D", None),
        ("It was her first trip in more than four years.", "more than four years", "P4Y", "MORE_THAN"),
        ("They waited almost a decade.", "almost a decade", "P10Y", "LESS_THAN"),
        ("They waited twenty-five minutes.", "twenty-five minutes", "PT25M", None),
        ("They waited for two hundred days.", "two hundred days", "P200D", None),
        ("They waited for several weeks.", "several weeks", "PXW", None),
        ("They waited half an hour.", "half an hour", "PT0.5H", None),
        ("The first such talks in years ended.", "years", "PXY", None),
        ("It ended a decades-long feud.", "decades-long", "PXY", None),
        ("The weeklong strike ended.", "weeklong", "P1W", None),
        ("The hunt lasted two to three weeks.", "two to three weeks", "P3W", None),
    ],
)
def test_durations(times_of: Times, text: str, words: str, value: str, mod: str | None) -> None:
    found = times_of(text)[words]
    assert (found.type, found.value, found.mod) == ("DURATION", value, mod)
    assert found.interval.is_open


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("The patrol meets every Monday.", "every Monday", "XXXX-WXX-1"),
        ("The school closes early on Fridays.", "Fridays", "XXXX-WXX-5"),
        ("They file a weekly report.", "weekly", "P1W"),
        ("They trained twice a month.", "twice a month", "P1M"),
        ("They vote every four years.", "every four years", "P4Y"),
        ("The toll costs drivers $40 a year.", "a year", "P1Y"),
        ("They read for 50 minutes a day.", "50 minutes a day", "P1D"),
    ],
)
def test_repeated_times(times_of: Times, text: str, words: str, value: str) -> None:
    found = times_of(text)[words]
    assert (found.type, found.value) == ("SET", value)
    assert found.interval.is_open
