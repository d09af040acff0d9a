"""Properties of the stage as a whole."""

import datetime
import itertools
import locale
import os
import time
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dateline.records import Interval, TimeExpression
from dateline.times.calendar import OPEN, grain_of, interval_of
from dateline.times.lexemes import vocabulary
from dateline.times.parts import part_of

Times = Callable[..., dict[str, TimeExpression]]

PUBLISHED = st.dates(datetime.date(1800, 1, 1), datetime.date(2200, 12, 31)).map(datetime.date.isoformat)
WORDS = sorted({w for words in vocabulary().words.values() for w in words})
FILLERS = [
    "The",
    "minister",
    "resigned",
    "will",
    "go",
    "said",
    ",",
    ".",
    '"',
    "-",
    "2024",
    "1999",
    "31",
    "12",
    "3",
    "of",
]
TIMELY = st.lists(st.sampled_from(WORDS + [w.title() for w in WORDS] + FILLERS), min_size=1, max_size=14).map(" ".join)
FEW = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def least(found: TimeExpression, today: datetime.date) -> list[Interval | None]:
    """The days that an interval must cover: those of value and mod, or their part before or from today."""
    days = interval_of(found.value)
    if found.mod in ("START", "MID", "END") and grain_of(found.value):
        days = part_of(found.value, found.mod)
    return [days, days.intersection(Interval(None, today)), days.intersection(Interval(today, None))]


@given(text=TIMELY, published=PUBLISHED)
@FEW
def test_an_interval_is_never_narrower_than_its_value(times_of: Times, text: str, published: str) -> None:
    today = datetime.date.fromisoformat(published)
    for found in times_of(text, published).values():
        if interval_of(found.value) != OPEN:
            assert any(days is not None and found.interval.contains(days) for days in least(found, today))


@given(text=st.text(max_size=200), published=PUBLISHED)
@FEW
def test_any_text_can_be_read(times_of: Times, text: str, published: str) -> None:
    for words, found in times_of(text, published).items():
        assert found.span.of(text) == words


@given(text=TIMELY, published=PUBLISHED)
@FEW
def test_expressions_stand_in_order_and_apart(times_of: Times, text: str, published: str) -> None:
    spans = sorted(found.span for found in times_of(text, published).values())
    assert all(first.end <= second.start for first, second in itertools.pairwise(spans))


STORY = (
    "On Friday the mayor resigned. Two days later the council met. It will meet again in March, at 8 p.m. on Monday."
)


@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "Pacific/Pago_Pago", "UTC"])
def test_the_machines_zone_does_not_matter(times_of: Times, monkeypatch: pytest.MonkeyPatch, zone: str) -> None:
    expected = times_of(STORY)
    monkeypatch.setenv("TZ", zone)
    time.tzset()
    try:
        assert times_of(STORY) == expected
    finally:
        monkeypatch.undo()
        time.tzset()


def test_the_machines_locale_does_not_matter(times_of: Times) -> None:
    expected = times_of(STORY)
    before = locale.setlocale(locale.LC_TIME)
    try:
        locale.setlocale(locale.LC_TIME, os.environ.get("LC_ALL", "C"))
        assert times_of(STORY) == expected
    finally:
        locale.setlocale(locale.LC_TIME, before)


def test_the_machines_clock_is_not_read(times_of: Times, monkeypatch: pytest.MonkeyPatch) -> None:
    expected = times_of(STORY)
    monkeypatch.setattr(time, "time", lambda: 0.0)
    assert times_of(STORY) == expected


def test_bases_say_what_was_counted_from(times_of: Times) -> None:
    found = times_of("On March 3, 2020 the mayor resigned. The next day he fled. He came back on Friday.")
    assert {words: t.basis for words, t in found.items()} == {
        "March 3, 2020": "stated",
        "The next day": "story",
        "Friday": "relative",
    }
    assert found["The next day"].anchor == "2020-03-03"
    assert found["Friday"].anchor == "2023-09-17"


def test_an_empty_article_has_no_times(times_of: Times) -> None:
    assert times_of("") == {}
