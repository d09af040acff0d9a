"""Entries under the entry that they are part of."""

from collections.abc import Callable
from typing import Any

Make = Callable[..., Any]

TRIP = {"lemma": "trip", "family": "journey", "days": ("2024-04-02", "2024-04-07"), "places": ("Kenya",)}
TALKS = {"lemma": "talk", "family": "meeting", "days": ("2024-04-03",), "recipients": ("Tomas Lindqvist",)}


def test_an_entry_lies_under_the_entry_of_its_frame_and_is_not_merged_with_it(
    page: Make, told: Make, merged: Make
) -> None:
    chronicle = merged(page("a", "2024-04-08", told(**TRIP), told(**TALKS, part_of=0)))
    assert chronicle.one("talk").frame == chronicle.one("trip").id
    assert chronicle.one("trip").frame is None


def test_a_frame_that_one_page_tells_holds_what_another_tells_of_it(page: Make, told: Make, merged: Make) -> None:
    chronicle = merged(
        page("a", "2024-04-08", told(**TRIP)),
        page("b", "2024-04-09", told(**TRIP), told(**TALKS, part_of=0)),
        page("c", "2024-04-10", told(**TALKS)),
    )
    assert len(chronicle.entries) == 2
    assert chronicle.one("talk").frame == chronicle.one("trip").id


def test_a_frame_whose_days_leave_an_event_out_is_none(page: Make, told: Make, merged: Make) -> None:
    later = TALKS | {"days": ("2024-04-20",)}
    chronicle = merged(page("a", "2024-04-21", told(**TRIP), told(**later, part_of=0)))
    assert chronicle.one("talk").frame is None


def test_frames_that_two_pages_turn_round_make_no_circle(page: Make, told: Make, merged: Make) -> None:
    chronicle = merged(
        page("a", "2024-04-08", told(**TRIP), told(**TALKS, part_of=0)),
        page("b", "2024-04-09", told(**TRIP, part_of=1), told(**TALKS)),
    )
    trip, talk = chronicle.one("trip"), chronicle.one("talk")
    assert not (trip.frame == talk.id and talk.frame == trip.id)


def test_an_event_merged_with_its_own_frame_is_not_under_itself(page: Make, told: Make, merged: Make) -> None:
    chronicle = merged(page("a", "2024-04-08", told(**TRIP), told(**TRIP, again=0, part_of=0)))
    assert len(chronicle.entries) == 1
    assert chronicle.entries[0].frame is None


def test_what_a_traveller_did_on_a_trip_lies_under_it(read: Make, merged: Make) -> None:
    chronicle = merged(
        read("Elena Varga ended a six-day trip to Kenya on Sunday. She inspected a dam on 4 April.", day="2024-04-13")
    )
    assert chronicle.one("inspect").frame == chronicle.one("trip").id


def test_a_frame_holds_the_days_of_what_lies_under_it(read: Make, merged: Make) -> None:
    chronicle = merged(
        read("Elena Varga ended a six-day trip to Kenya on Sunday. She met Tomas Lindqvist and toured a dam.")
    )
    by_id = {entry.id: entry for entry in chronicle.entries}
    held = [entry for entry in chronicle.entries if entry.frame is not None]
    assert held
    assert all(by_id[entry.frame].interval.contains(entry.interval) for entry in held)
