"""What holds for every chronicle, whatever the pages and their order."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dateline.merging import MemoryShelf, merge, update
from dateline.records import Chronicle, Reading
from dateline.syndication import origins

Make = Callable[..., Any]

COMING = ("planned", "expected", "promised")
RANDOM = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))

days = st.sampled_from(
    [(), ("2024-04-08",), ("2024-04-09",), ("2024-04-01", "2024-04-30"), ("2024-04-08", "2024-04-10")]
)
people = ["Elena Varga", "Varga", "Bela Varga"]
bodies = ["WGC", "World Grain Council", "Women Golf Club"]
names = st.lists(st.sampled_from([*people, *bodies, "Norway", "Kenya"]), max_size=2, unique=True)
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
        assert (expectation.outcome is None) == (expectation.state in ("open", "due", "lapsed"))
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


def step_by_step(readings: list[Reading], steps: list[list[Reading]]) -> MemoryShelf:
    """A shelf that is given pages in some steps. Where the words of pages come from is known from the start."""
    shelf = MemoryShelf()
    shelf.set_origins(origins(readings))
    for step in steps:
        shelf.add_readings(step)
        update(shelf, step)
    return shelf


def held(shelf: MemoryShelf) -> Any:
    """All that a shelf holds: records and indexes."""
    index = {key: sorted(owners) for key, owners in shelf._index.items() if owners}
    return shelf._entries, shelf._expectations, shelf._candidates, index


@given(worlds(), st.data())
@RANDOM
def test_pages_added_one_by_one_in_any_order_make_what_all_of_them_make_at_once(
    readings_of: Make, world: Any, data: st.DataObject
) -> None:
    readings = readings_of(world)
    shuffled = data.draw(st.permutations(readings))
    cut = data.draw(st.integers(0, len(readings)))
    at_once = held(step_by_step(readings, [readings]))
    assert held(step_by_step(readings, [[reading] for reading in shuffled])) == at_once
    assert held(step_by_step(readings, [shuffled[:cut], shuffled[cut:]])) == at_once


@given(worlds(), worlds(), st.data())
@RANDOM
def test_a_page_that_is_read_anew_or_taken_away_leaves_no_trace(
    readings_of: Make, world: Any, other: Any, data: st.DataObject
) -> None:
    """Pages of another world with the same names come first; then they are read as they are, or removed."""
    readings, before = readings_of(world), readings_of(other)
    shelf = step_by_step([*before, *readings], [before, data.draw(st.permutations(readings))])
    left = [reading.page_id for reading in before if reading.page_id not in {r.page_id for r in readings}]
    shelf.remove_readings(left)
    update(shelf, [], left)
    assert held(shelf) == held(step_by_step(readings, [readings]))


@given(worlds(), st.data())
@RANDOM
def test_crowded_keys_give_the_same_whatever_the_order(readings_of: Make, world: Any, data: st.DataObject) -> None:
    readings = readings_of(world)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("dateline.merging.blocking.WIDTH", 1)
        shelf = step_by_step(readings, [[reading] for reading in data.draw(st.permutations(readings))])
        assert held(shelf) == held(step_by_step(readings, [readings]))
        removed = data.draw(st.sampled_from(readings))
        shelf.remove_readings([removed.page_id])
        update(shelf, [], [removed.page_id])
        rest = [reading for reading in readings if reading is not removed]
        assert held(shelf) == held(step_by_step(rest, [rest]))


PLANS = [
    {"lemma": "opening", "realis": "future", "outlook": "planned"},
    {"lemma": "opening"},
    {"lemma": "postpone"},
    {"lemma": "postpone", "realis": "future", "outlook": "planned"},
    {"lemma": "cancel"},
    {"lemma": "mend"},
]
START = date(2024, 4, 8)
MATTERS = [
    "the bridge",
    "the opening of the bridge",
    "the bridge later than planned",
    "the harbour wall",
    "the opening",
]


@st.composite
def slips(draw: st.DrawFn) -> list[tuple[str, str, list[dict[str, Any]]]]:
    """Pages of two years that plan something, move it, call it off, report it, or only speak of it."""
    found = []
    for page in range(draw(st.integers(2, 6))):
        told = []
        first = draw(st.integers(0, 500))
        day, due = (START + timedelta(days=n) for n in (first, first + draw(st.sampled_from([-2, 3, 30, 90, 200]))))
        for _ in range(draw(st.integers(1, 2))):
            plan, matter = draw(st.sampled_from(PLANS)), draw(st.sampled_from(MATTERS))
            sentence = f"Elena Varga {plan['lemma']} {matter}."
            told.append({**plan, "objects": (matter,), "sentence": sentence, "days": (due.isoformat(),)})
        found.append((f"page{page}", day.isoformat(), told))
    return found


@given(slips(), st.data())
@RANDOM
def test_what_slips_or_lapses_is_the_same_in_whatever_order_pages_come_and_go(
    readings_of: Make, world: Any, data: st.DataObject
) -> None:
    readings = readings_of(world)
    shelf = step_by_step(readings, [[reading] for reading in data.draw(st.permutations(readings))])
    assert held(shelf) == held(step_by_step(readings, [readings]))
    removed = data.draw(st.sampled_from(readings))
    rest = [reading for reading in readings if reading is not removed]
    shelf.remove_readings([removed.page_id])
    shelf.set_origins(origins(rest))
    update(shelf, [], [removed.page_id])
    assert held(shelf) == held(step_by_step(rest, [rest]))
