"""Properties of the stage as a whole."""

import ast
import datetime
import itertools
import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dateline import times
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


def test_the_machines_zone_locale_and_hash_seed_do_not_matter(times_of: Times) -> None:
    """In a process of its own, since a locale and a hash seed are set when it starts."""
    code = (
        "import locale, sys; sys.path.insert(0, sys.argv[1]); locale.setlocale(locale.LC_ALL, '');"
        "from conftest import read_times; import test_finding as t;"
        "print(sorted((w, x.value, x.mod, str(x.interval)) for w, x in read_times(t.STORY).items()))"
    )
    machine = {**os.environ, "TZ": "Pacific/Kiritimati", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "7"}
    here = str(Path(__file__).parent)
    ran = subprocess.run([sys.executable, "-c", code, here], env=machine, capture_output=True, text=True, check=True)
    found = times_of(STORY).items()
    assert ran.stdout.strip() == str(sorted((w, x.value, x.mod, str(x.interval)) for w, x in found))


FORBIDDEN = {"today", "now", "utcnow", "localtime", "gmtime", "time", "strftime", "strptime", "setlocale", "getlocale"}


@pytest.mark.parametrize("module", sorted(Path(times.__file__).parent.glob("*.py")), ids=lambda path: path.stem)
def test_no_module_asks_the_machine_for_its_clock_or_locale(module: Path) -> None:
    called = [node.func for node in ast.walk(ast.parse(module.read_text("utf-8"))) if isinstance(node, ast.Call)]
    names = {f.attr for f in called if isinstance(f, ast.Attribute)} | {f.id for f in called if isinstance(f, ast.Name)}
    assert not names & FORBIDDEN


LEAP_DAY, YEAR_END, WEEK_53, LONG_AGO = "2024-02-29", "2023-12-31", "2021-01-01", "1876-03-01"


@pytest.mark.parametrize(
    ("published", "text", "words", "value"),
    [
        (LEAP_DAY, "The mill closed a year ago.", "a year ago", "2023"),
        (LEAP_DAY, "The mill closed yesterday.", "yesterday", "2024-02-28"),
        (LEAP_DAY, "The mill will open tomorrow.", "tomorrow", "2024-03-01"),
        (LEAP_DAY, "The mill closed last month.", "last month", "2024-01"),
        ("2024-03-01", "The mill closed yesterday.", "yesterday", "2024-02-29"),
        (YEAR_END, "The mill will open tomorrow.", "tomorrow", "2024-01-01"),
        (YEAR_END, "The mill will open next week.", "next week", "2024-W01"),
        (YEAR_END, "The mill will open on Thursday.", "Thursday", "2024-01-04"),
        (YEAR_END, "The mill will open in the first quarter.", "the first quarter", "2024-Q1"),
        (WEEK_53, "The mill closed this week.", "this week", "2020-W53"),
        (WEEK_53, "The mill closed last week.", "last week", "2020-W52"),
        (WEEK_53, "The mill will open next week.", "next week", "2021-W01"),
        ("2021-01-04", "The mill closed last week.", "last week", "2020-W53"),
        (LONG_AGO, "The mill closed yesterday.", "yesterday", "1876-02-29"),
        (LONG_AGO, "The mill closed 75 years ago.", "75 years ago", "1801"),
        (LONG_AGO, "The mill closed last Friday.", "last Friday", "1876-02-25"),
        ("1900-03-01", "The mill closed yesterday.", "yesterday", "1900-02-28"),
    ],
)
def test_leap_days_year_ends_week_53_and_old_pages(
    times_of: Times, published: str, text: str, words: str, value: str
) -> None:
    assert times_of(text, published)[words].value == value


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
