"""What holds for every chronicle, whatever the pages and their order."""

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dateline.merging import merge
from dateline.records import Chronicle, Reading

Make = Callable[..., Any]

COMING = ("planned", "expected", "promised")
RANDOM = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))

days = st.sampled_from(
    [(), ("2024-04-08",), ("2024-04-09",), ("2024-04-01", "2024-04-30"), ("2024-04-08", "2024-04-10")]
)
names = st.lists(st.sampled_from(["Elena Varga", "Varga", "Bela Varga", "Norway", "Kenya"]), max_size=2, unique=True)
kinds = st.sampled_from(
    [
        {"lemma": "visit", "family": "journey"},
        {"lemma": "trip", "family": "journey"},
        {"lemma": "meet", "family": "meeting"},
        {"lemma": "attack", "type": "ASSAULT"},
        {"lemma": "depart", "type": None},
    ]
)
stages = st.sampled_from(
    [
        {},
        {"realis": "ongoing"},
        {"realis": "future", "outlook": "planned"},
        {"realis": "hypothetical"},
        {"alleged": True},
        {"negative": True},
        {"speaker": "Anna Ruzic"},
    ]
)


@st.composite
def events(draw: st.DrawFn, number: int) -> dict[str, Any]:
    """An event of a small world; it may be part of, or point back to, another of the first events of its page."""
    return {
        **draw(kinds),
        **draw(stages),
        "actors": tuple(draw(names)),
        "recipients": tuple(draw(names)),
        "places": tuple(draw(st.lists(st.sampled_from(["Oslo", "Lima"]), max_size=1))),
        "days": draw(days),
        "headline": number == 0 and draw(st.booleans()),
        "part_of": draw(st.sampled_from([None, 0, 0, 1])) if number else None,
        "again": draw(st.sampled_from([None, None, 0])) if number else None,
    }


@st.composite
def worlds(draw: st.DrawFn) -> list[tuple[str, str, list[dict[str, Any]]]]:
    """Some pages: id, day, events."""
    found = []
    for page in range(draw(st.integers(1, 5))):
        count = draw(st.integers(0, 4))
        day = draw(st.sampled_from(["2024-04-09", "2024-04-10", "2024-05-10"]))
        found.append((f"page{page}", day, [draw(events(number)) for number in range(count)]))
    return found


@pytest.fixture(scope="session")
def readings_of(page: Make, told: Make) -> Callable[[list[tuple[str, str, list[dict[str, Any]]]]], list[Reading]]:
    return lambda world: [page(name, day, *(told(**event) for event in events)) for name, day, events in world]


@pytest.fixture(scope="session")
def pages(read: Make) -> list[Reading]:
    """Four pages of one story that are really read."""
    trip = "Elena Varga ended a six-day trip to Kenya on Sunday. She met Tomas Lindqvist and inspected a dam."
    return [
        read("Elena Varga will visit Kenya next week, Anna Ruzic said on Friday.", id="a", day="2024-03-29"),
        read(trip, "Varga promised to supply Kenya with fuel by June.", id="b", day="2024-04-08", agency="Polar Wire"),
        read(trip, id="c", day="2024-04-08", agency="Polar Wire", headline="Varga ends trip to Kenya"),
        read("Varga visited Kenya last week.", "Norway denied that it had attacked Peru.", id="d", day="2024-04-10"),
    ]


def test_no_pages_make_an_empty_chronicle() -> None:
    assert merge([]) == Chronicle()


def test_a_page_without_events_adds_none(read: Make) -> None:
    assert merge([read("It rained.")]).entries == ()


@given(st.data())
@settings(max_examples=20, deadline=None)
def test_the_order_of_pages_that_were_read_makes_no_difference(pages: list[Reading], data: st.DataObject) -> None:
    assert merge(data.draw(st.permutations(pages))) == merge(pages)


def test_a_page_given_twice_counts_once(pages: list[Reading]) -> None:
    assert merge([*pages, *pages]) == merge(pages)
    assert merge(iter(pages)) == merge(pages)


@given(worlds(), st.randoms())
@RANDOM
def test_the_order_of_any_pages_makes_no_difference(readings_of: Make, world: Any, random: Any) -> None:
    readings = readings_of(world)
    shuffled = random.sample(readings, len(readings))
    assert merge(shuffled) == merge(readings)
    assert merge([*shuffled, *readings]) == merge(readings)


@given(worlds())
@RANDOM
def test_every_event_is_a_report_of_exactly_one_entry(readings_of: Make, world: Any) -> None:
    readings = readings_of(world)
    chronicle = merge(readings)
    told = sorted(report.event_id for entry in chronicle.entries for report in entry.reports)
    assert told == sorted(event.id for reading in readings for event in reading.events)
    assert len({entry.id for entry in chronicle.entries}) == len(chronicle.entries)
    published = {r.page_id: r.article.published.iso for r in readings}
    for entry in chronicle.entries:
        order = [(published[report.page_id], report.page_id) for report in entry.reports]
        assert order == sorted(order)


@given(worlds())
@RANDOM
def test_frames_are_other_entries_and_never_run_in_a_circle(readings_of: Make, world: Any) -> None:
    above = {entry.id: entry.frame for entry in merge(readings_of(world)).entries}
    for start in above:
        seen = {start}
        while (frame := above[start]) is not None:
            assert frame not in seen
            seen.add(frame)
            start = frame


@given(worlds())
@RANDOM
def test_salience_and_sources_stay_within_their_bounds(readings_of: Make, world: Any) -> None:
    for entry in merge(readings_of(world)).entries:
        assert 0 <= entry.salience <= 1
        assert 1 <= entry.sources <= len({report.page_id for report in entry.reports})
        assert not set(entry.actors) & set(entry.recipients)


@given(worlds())
@RANDOM
def test_expectations_are_the_entries_to_come_and_their_outcomes_are_entries_that_are_not(
    readings_of: Make, world: Any
) -> None:
    chronicle = merge(readings_of(world))
    entries = {entry.id: entry for entry in chronicle.entries}
    assert {e.entry for e in chronicle.expectations} == {e.id for e in chronicle.entries if e.status in COMING}
    for expectation in chronicle.expectations:
        assert (expectation.outcome is not None) == (expectation.state in ("fulfilled", "contradicted"))
        if expectation.outcome is not None:
            assert entries[expectation.outcome].status not in COMING


def test_entries_stand_in_order_of_time_and_what_has_no_day_comes_last(page: Make, told: Make) -> None:
    found = merge(
        [
            page(
                "a",
                "2024-04-20",
                told(lemma="one", days=()),
                told(lemma="two", days=("2024-04-09",)),
                told(lemma="three", days=("2024-04-01", "2024-04-30")),
                told(lemma="four", days=("2024-04-01", "2024-04-02")),
            )
        ]
    )
    assert [entry.words.split()[0] for entry in found.entries] == ["four", "three", "two", "one"]
