"""When an event was, and how that was reached. The page is of Saturday 13 April 2024."""

from collections.abc import Callable
from typing import Any

Read = Callable[..., Any]


def test_an_event_has_the_day_of_its_own_time_words(read: Read) -> None:
    told = read("Police arrested Marek Dolan in Zagreb on Monday.")
    date = told.event("arrest").date
    assert told.day("arrest") == "2024-04-08"
    assert (date.rule, date.basis) == ("expression", "relative")
    assert [span.of(told.text) for span in date.expressions] == ["Monday"]


def test_a_full_date_is_stated(read: Read) -> None:
    assert read("Elena Varga flew to Hungary on 2 April 2024.").event("fly").date.basis == "stated"


def test_a_date_is_never_made_more_precise_than_the_page(read: Read) -> None:
    assert read("Slovakia attacked Hungary in 2019.").day("attack") == "2019-01-01..2019-12-31"
    assert read("Norway supplied Finland with fuel in March.").day("supply") == "2024-03-01..2024-03-31"
    assert read("Slovakia promised to supply Hungary with fuel by June.").day("supply") == "..2024-06-30"


def test_without_any_time_words_nothing_is_known(read: Read) -> None:
    told = read("Finland vowed to attack Norway.")
    assert told.day("attack") is None
    assert told.event("attack").date.rule == "none"


def test_a_weekday_looks_in_the_direction_of_the_tense(read: Read) -> None:
    assert read("Elena Varga visited Kenya on Sunday.").day("visit") == "2024-04-07"
    assert read("Elena Varga will visit Kenya on Sunday.").day("visit") == "2024-04-14"


def test_coordinated_verbs_share_a_day_unless_each_has_its_own(read: Read) -> None:
    shared = read("Elena Varga arrived in Nairobi on Tuesday and met Tomas Lindqvist.")
    assert shared.day("meet") == "2024-04-09"
    assert shared.event("meet").date.rule == "inherited"
    apart = read("Elena Varga met Tomas Lindqvist on 3 April and flew home on 5 April.")
    assert (apart.day("meet"), apart.day("fly")) == ("2024-04-03", "2024-04-05")


def test_a_participle_has_the_day_of_its_clause(read: Read) -> None:
    told = read("Elena Varga left Vienna on Tuesday, accusing Hungary of espionage.")
    assert told.day("accuse") == "2024-04-09"


def test_since_entering_on_a_day_is_from_that_day_to_the_page(read: Read) -> None:
    told = read("Since entering Kenya on Tuesday, Elena Varga has met Tomas Lindqvist and inspected a dam.")
    assert told.day("enter") == "2024-04-09"
    assert told.day("meet") == told.day("inspect") == "2024-04-09..2024-04-13"


def test_a_trip_of_six_days_that_ended_on_sunday_began_on_tuesday(read: Read) -> None:
    for verb in ("ended", "concluded"):
        told = read(f"Elena Varga {verb} a six-day trip to Kenya on Sunday.")
        assert told.day("trip") == "2024-04-02..2024-04-07"
        assert told.event("trip").date.rule == "duration"


def test_a_journey_that_ends_in_a_participle_ends_on_the_day_of_its_clause(read: Read) -> None:
    told = read("Elena Varga flew home on Sunday, ending a six-day trip to Kenya.")
    assert told.day("trip") == "2024-04-02..2024-04-07"


def test_a_visit_of_three_days_that_began_on_monday_ended_on_wednesday(read: Read) -> None:
    told = read("Anna Ruzic began a three-day visit to Hungary on Monday.")
    assert told.day("visit") == "2024-04-08..2024-04-10"


def test_what_happens_during_a_visit_has_its_day(read: Read) -> None:
    told = read("During a visit to Hungary on Monday, Anna Ruzic met Marek Dolan.")
    assert told.day("meet") == told.day("visit") == "2024-04-08"
    assert told.event("meet").date.rule == "frame"


def test_what_happens_at_a_meeting_told_before_has_its_day(read: Read) -> None:
    told = read(
        "Elena Varga met Tomas Lindqvist in Oslo on Monday.",
        "During the meeting, Tomas Lindqvist thanked Elena Varga for her support.",
    )
    assert told.day("thank") == "2024-04-08"
    assert told.event("thank").date.basis == "story"


def test_they_carry_the_story_on_with_a_day_of_its_own(read: Read) -> None:
    told = read("Norway and Finland held talks on Monday. They signed a treaty on Tuesday.")
    assert told.names("treaty", "actor") == {"Norway", "Finland"}
    assert (told.day("talk"), told.day("treaty")) == ("2024-04-08", "2024-04-09")


def test_a_day_of_the_story_is_carried_to_the_next_sentence(read: Read) -> None:
    told = read("Elena Varga arrived in Nairobi on Tuesday. She met Tomas Lindqvist.")
    assert told.day("meet") == "2024-04-09"
    assert told.event("meet").date.basis == "story"


def test_a_day_of_the_story_is_not_carried_to_other_people(read: Read) -> None:
    told = read("Elena Varga arrived in Nairobi on Tuesday. Finland attacked Norway.")
    assert told.day("attack") is None


def test_a_day_of_the_story_is_not_carried_to_what_is_to_come(read: Read) -> None:
    told = read("Elena Varga arrived in Nairobi on Tuesday. She will meet Tomas Lindqvist.")
    assert told.day("meet") is None


def test_what_the_traveller_does_falls_within_the_journey_that_the_page_is_about(read: Read) -> None:
    told = read("Elena Varga ended a six-day trip to Kenya on Sunday. She met Tomas Lindqvist and inspected a dam.")
    assert told.day("meet") == told.day("inspect") == "2024-04-02..2024-04-07"
    assert told.frame("meet") == told.frame("inspect") == "trip"


def test_a_clause_with_a_later_day_keeps_it(read: Read) -> None:
    told = read(
        "On 2 April, Slovakia expelled two diplomats, and Hungary recalled its ambassador on 4 April.",
    )
    assert (told.day("expel"), told.day("recall")) == ("2024-04-02", "2024-04-04")


def test_a_week_to_come_holds_for_coordinated_plans(read: Read) -> None:
    told = read("Elena Varga will visit Kenya next week and meet Tomas Lindqvist.")
    assert told.day("visit") == told.day("meet") == "2024-04-15..2024-04-21"
    assert told.status("meet") == told.status("visit")


def test_a_date_of_saying_is_not_that_of_what_is_said(read: Read) -> None:
    told = read("Elena Varga said on Monday that Finland had attacked Norway on 3 April.")
    assert told.day("attack") == "2024-04-03"
    assert read("Elena Varga said on Monday that she had met Tomas Lindqvist.").day("meet") is None


def test_the_past_of_a_relative_clause_does_not_leak_into_the_main_clause(read: Read) -> None:
    told = read("Elena Varga, who was elected in 2020, visited Kenya on Monday.")
    assert told.day("visit") == "2024-04-08"
    assert told.day("elect") == "2020-01-01..2020-12-31"
