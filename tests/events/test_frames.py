"""What an event is part of, and which earlier event a noun points back to."""

from collections.abc import Callable
from typing import Any

Read = Callable[..., Any]


def test_what_happens_during_a_visit_is_part_of_it(read: Read) -> None:
    told = read("Tomas Lindqvist met Elena Varga during a visit to Kenya on Monday.")
    assert told.frame("meet") == "visit"
    assert told.frame("visit") is None


def test_what_happens_during_the_meeting_is_part_of_the_one_told_before(read: Read) -> None:
    told = read(
        "Elena Varga met Tomas Lindqvist in Oslo on Monday.",
        "During the meeting, Tomas Lindqvist thanked Elena Varga for her support.",
    )
    assert told.frame("thank") == "meet"
    assert told.lemmas == ["meet", "thank"]


def test_an_event_is_never_part_of_what_only_came_before_it(read: Read) -> None:
    told = read("After talks with Norway in Oslo on Monday, Elena Varga thanked Tomas Lindqvist.")
    assert told.frame("thank") is None


def test_what_a_traveller_did_after_a_journey_is_no_part_of_it(read: Read) -> None:
    told = read("After a visit to Kenya on Monday, Elena Varga met Tomas Lindqvist.")
    assert told.frame("meet") is None


def test_a_trip_and_a_visit_of_one_traveller_are_one_journey(read: Read) -> None:
    told = read("Anna Ruzic's visit to Hungary ended on Monday. During the trip, Anna Ruzic met Marek Dolan.")
    assert told.frame("meet") == "visit"


def test_a_definite_noun_points_back_to_the_event_told_before(read: Read) -> None:
    told = read("Elena Varga hosted a summit in Oslo on Monday. The summit ended without an agreement.")
    first, second = told.event("summit"), told.event("summit", 1)
    assert second.same_as == first.id
    assert second.date.interval == first.date.interval
    assert second.names("place") == ("Oslo",)


def test_a_second_meeting_is_another_one(read: Read) -> None:
    told = read("Elena Varga met Tomas Lindqvist in Oslo on Monday. A second meeting will be held in May.")
    assert told.event("meeting").same_as is None
    assert told.day("meeting") == "2024-05-01..2024-05-31"


def test_what_happens_at_a_summit_happens_where_it_is_held(read: Read) -> None:
    told = read("Elena Varga hosted a summit in Oslo on Monday. At the summit, Tomas Lindqvist thanked Norway.")
    assert told.names("thank", "place") == {"Oslo"}


def test_frames_and_antecedents_are_events_of_the_page(read: Read) -> None:
    told = read(
        "Elena Varga ended a six-day trip to Kenya on Sunday. She met Tomas Lindqvist.",
        "During the meeting, she thanked Kenya. The trip was her first visit to Kenya.",
    )
    known = {event.id for event in told.events}
    for event in told.events:
        assert event.frame in known | {None}
        assert event.same_as in known | {None}
        assert event.id not in (event.frame, event.same_as)
