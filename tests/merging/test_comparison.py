"""Which reports tell of one event."""

from collections.abc import Callable
from typing import Any

import pytest

Make = Callable[..., Any]

MET = "Elena Varga met Tomas Lindqvist in Oslo on Monday."


# --- pages that are read


def test_the_same_event_in_other_words_on_two_pages_is_one_entry(read: Make, merged: Make) -> None:
    chronicle = merged(
        read(MET, id="a", day="2024-04-09"),
        read("On 8 April, Tomas Lindqvist met Elena Varga.", id="b", day="2024-04-13"),
    )
    entry = chronicle.one("meet")
    assert [report.page_id for report in entry.reports] == ["a", "b"]


def test_the_same_words_of_another_week_are_another_event(read: Make, merged: Make) -> None:
    chronicle = merged(read(MET, id="a", day="2024-04-09"), read(MET, id="b", day="2024-04-16"))
    assert [str(e.interval.earliest) for e in chronicle.of("meet")] == ["2024-04-08", "2024-04-15"]


def test_a_verb_and_a_noun_may_tell_of_one_meeting(read: Make, merged: Make) -> None:
    chronicle = merged(
        read(MET, id="a", day="2024-04-09"),
        read("The meeting between Varga and Lindqvist took place on Monday.", id="b", day="2024-04-10"),
    )
    assert len(chronicle.one("meet").reports) == 2


def test_the_passive_and_the_active_tell_of_one_event(read: Make, merged: Make) -> None:
    chronicle = merged(
        read("Police arrested Marek Dolan on Monday.", id="a", day="2024-04-09"),
        read("Marek Dolan was detained by police on Monday.", id="b", day="2024-04-10"),
    )
    assert chronicle.one("arrest").id == chronicle.one("detain").id


def test_a_plan_and_the_deed_are_two_entries(read: Make, merged: Make) -> None:
    chronicle = merged(
        read("Elena Varga will visit Kenya on 8 April.", id="a", day="2024-04-02"),
        read("Elena Varga visited Kenya on Monday.", id="b", day="2024-04-09"),
    )
    assert sorted(e.status for e in chronicle.of("visit")) == ["expected", "happened"]


def test_what_is_alleged_or_possible_stays_apart_from_what_happened(read: Make, merged: Make) -> None:
    chronicle = merged(
        read("Norway attacked Finland on Monday.", id="a"),
        read("Norway allegedly attacked Finland on Monday.", id="b"),
        read("Norway may attack Finland on Monday.", id="c"),
    )
    home = {report.page_id: entry.id for entry in chronicle.of("attack") for report in entry.reports}
    assert home["a"] not in (home["b"], home["c"])


COPY = "Heavy seas sank the ageing ferry Selkie, which belonged to a shipping company of Bergen, near the lighthouse"


def test_a_sentence_that_several_pages_carry_is_one_event(read: Make, merged: Make) -> None:
    chronicle = merged(
        read(f"{COPY} on Monday.", id="a", day="2024-04-09"),
        read("It rained.", f"{COPY} on Monday night.", id="b", day="2024-04-10"),
    )
    assert len(chronicle.one("sink").reports) == 2


def test_a_copied_sentence_with_some_words_more_is_one_event(read: Make, merged: Make) -> None:
    chronicle = merged(
        read(f"{COPY} on Monday.", id="a", day="2024-04-09"),
        read(f"{COPY} on Monday, the coastguard said.", id="b", day="2024-04-10"),
    )
    assert len(chronicle.one("sink").reports) == 2


def test_two_plain_reports_within_a_page_stay_two(read: Make, merged: Make) -> None:
    chronicle = merged(read("Police arrested Marek Dolan on Monday.", "On Monday, police arrested Marek Dolan."))
    assert len(chronicle.of("arrest")) == 2


def test_a_definite_noun_within_a_page_is_the_event_it_points_back_to(read: Make, merged: Make) -> None:
    chronicle = merged(read("Elena Varga hosted a summit in Oslo on Monday. The summit ended without an agreement."))
    assert len(chronicle.one("summit").reports) == 2


def test_a_short_name_on_one_page_is_the_person_whom_another_names_in_full(read: Make, merged: Make) -> None:
    chronicle = merged(
        read("Police arrested Marek Dolan on Monday.", id="a", day="2024-04-09"),
        read("Police arrested Dolan on Monday.", id="b", day="2024-04-10"),
    )
    assert chronicle.one("arrest").recipients == ("Marek Dolan",)
    assert [actor.name for actor in chronicle.chronicle.actors if actor.kind == "person"] == ["Marek Dolan"]


# --- pages made by hand


@pytest.mark.parametrize(
    "other",
    [
        {"days": ("2024-04-09",)},
        {"days": ()},
        {"actors": ("Anna Ruzic",)},
        {"lemma": "fly", "type": None},
        {"realis": "future", "outlook": "planned"},
        {"realis": "hypothetical"},
        {"alleged": True},
        {"negative": True},
        {"places": ("Lima",)},
    ],
    ids=lambda other: "-".join(other),
)
def test_another_day_actor_kind_realis_or_place_makes_another_event(
    page: Make, told: Make, merged: Make, other: dict[str, Any]
) -> None:
    first = {"lemma": "arrest", "type": "COERCE", "places": ("Oslo",)}
    chronicle = merged(page("a", "2024-04-10", told(**first)), page("b", "2024-04-11", told(**(first | other))))
    assert len(chronicle.entries) == 2


def test_a_vague_date_fits_an_exact_one_within_it(page: Make, told: Make, merged: Make) -> None:
    chronicle = merged(
        page("a", "2024-04-10", told(days=("2024-04-01", "2024-04-30"))),
        page("b", "2024-04-11", told(days=("2024-04-08",))),
    )
    assert len(chronicle.entries) == 1


def test_a_chain_of_vague_dates_never_joins_two_days(page: Make, told: Make, merged: Make) -> None:
    chronicle = merged(
        page("a", "2024-04-10", told(days=("2024-04-08",))),
        page("b", "2024-04-11", told(days=("2024-04-08", "2024-04-09"))),
        page("c", "2024-04-12", told(days=("2024-04-09",))),
    )
    assert chronicle.holding("a").id == chronicle.holding("b").id != chronicle.holding("c").id


def test_one_meeting_is_told_with_either_party_first(page: Make, told: Make, merged: Make) -> None:
    meeting = {"lemma": "meet", "family": "meeting"}
    chronicle = merged(
        page("a", "2024-04-10", told(**meeting, actors=("Elena Varga",), recipients=("Tomas Lindqvist",))),
        page("b", "2024-04-11", told(**meeting, actors=("Tomas Lindqvist", "Elena Varga"))),
    )
    assert len(chronicle.entries) == 1


def test_who_attacked_whom_cannot_be_turned_round(page: Make, told: Make, merged: Make) -> None:
    attack = {"lemma": "attack", "type": "ASSAULT"}
    chronicle = merged(
        page("a", "2024-04-10", told(**attack, actors=("Norway",), recipients=("Finland",))),
        page("b", "2024-04-11", told(**attack, actors=("Finland",), recipients=("Norway",))),
    )
    assert len(chronicle.entries) == 2


def test_a_report_without_an_actor_joins_one_that_names_it(page: Make, told: Make, merged: Make) -> None:
    arrest = {"lemma": "arrest", "type": "COERCE", "recipients": ("Marek Dolan",)}
    chronicle = merged(
        page("a", "2024-04-10", told(**arrest, actors=())), page("b", "2024-04-11", told(**arrest, actors=("Norway",)))
    )
    assert chronicle.holding("a").actors == ("Norway",)
    assert len(chronicle.entries) == 1


def test_case_accents_and_articles_of_names_do_not_part_events(page: Make, told: Make, merged: Make) -> None:
    chronicle = merged(
        page("a", "2024-04-10", told(actors=("Zoë Müller",))), page("b", "2024-04-11", told(actors=("Zoe MULLER",)))
    )
    assert len(chronicle.entries) == 1


def test_a_headline_and_its_story_are_one_report_of_one_event(page: Make, told: Make, merged: Make) -> None:
    chronicle = merged(page("a", "2024-04-10", told(headline=True, days=()), told()))
    assert len(chronicle.holding("a").reports) == 2


def test_a_copied_sentence_is_one_event_even_without_days_or_parties(page: Make, told: Make, merged: Make) -> None:
    words = "Heavy seas overnight destroyed several wooden fishing boats inside the northern harbour"
    storm = {"lemma": "destroy", "type": None, "actors": (), "days": ()}
    chronicle = merged(
        page("a", "2024-04-10", told(**storm, sentence=f"{words}.")),
        page("b", "2024-04-11", told(**storm, sentence=f"{words}, witnesses said.")),
        page("c", "2024-04-12", told(**storm, sentence="Heavy seas destroyed several expensive holiday villas.")),
    )
    assert chronicle.holding("a").id == chronicle.holding("b").id != chronicle.holding("c").id


def test_a_short_name_that_could_be_two_peoples_is_nobodys(page: Make, told: Make, merged: Make) -> None:
    chronicle = merged(
        page("a", "2024-04-10", told(actors=("Elena Varga",))),
        page("b", "2024-04-11", told(actors=("Varga",))),
        page("c", "2024-04-12", told(actors=("Bela Varga",), days=("2024-04-02",))),
    )
    assert len({chronicle.holding(name).id for name in "abc"}) == 3


# --- what pages are mainly about


def test_main_events_of_one_story_need_no_parties(read: Make, merged: Make) -> None:
    chronicle = merged(
        read("A train derailed near the Larvik tunnel on Monday.", id="a", day="2024-04-09", headline="Larvik tunnel"),
        read(
            "Passengers were trapped for hours in the Larvik tunnel after a train derailed on Monday.",
            id="b",
            day="2024-04-10",
            headline="Trapped in the Larvik tunnel",
        ),
    )
    assert len(chronicle.one("derail").reports) == 2


def test_main_events_of_two_stories_stay_apart(read: Make, merged: Make) -> None:
    chronicle = merged(
        read("A train derailed near the Larvik tunnel on Monday.", id="a", day="2024-04-09", headline="Larvik tunnel"),
        read("A tram derailed at the Kruununhaka market on Monday.", id="b", day="2024-04-09", headline="Market shut"),
    )
    assert len(chronicle.of("derail")) == 2


def test_a_page_that_says_not_on_monday_contradicts_the_one_that_says_monday(read: Make, merged: Make) -> None:
    chronicle = merged(
        read(
            "A bridge collapsed over the Glomma river at Sarpsborg on Monday.",
            id="a",
            day="2024-04-09",
            headline="Sarpsborg bridge falls into the Glomma",
        ),
        read(
            "The Glomma bridge crashed into the water early on Tuesday and not on Monday, the mayor of Sarpsborg said.",
            id="b",
            day="2024-04-10",
            headline="Mayor: Sarpsborg bridge held on Monday",
        ),
    )
    [entry] = [e for e in chronicle.entries if len(e.reports) == 2]
    assert [p.value for d in entry.disputes if d.cell == "date" for p in d.positions] == ["2024-04-08", "2024-04-09"]


def test_reports_that_put_a_deed_down_to_others_are_one_event_where_one_only_supposes_who_it_was(
    page: Make, told: Make, merged: Make
) -> None:
    words = "masked gunmen robbed {} of the savings of pensioners"
    deed = {"lemma": "rob", "type": "CRIME", "recipients": ("Tomas Lind",), "sentence": words}
    chronicle = merged(
        page("a", "2024-04-09", told(actors=("Norway",), speaker="Ana", **deed)),
        page("b", "2024-04-10", told(actors=("Finland",), **deed)),
    )
    [dispute] = chronicle.one("rob").disputes
    assert (dispute.cell, [(p.value, p.said_by) for p in dispute.positions]) == (
        "actor",
        [("Norway", ("Ana",)), ("Finland", ())],
    )


def test_nobody_meets_the_same_person_in_two_places_on_one_day(page: Make, told: Make, merged: Make) -> None:
    met = {"lemma": "meet", "family": "meeting", "actors": ("Elena Varga", "Tomas Lind")}
    words = "Elena Varga met Tomas Lind to discuss fishing quotas"
    chronicle = merged(
        page("a", "2024-04-09", told(places=("Oslo",), sentence=words, **met)),
        page("b", "2024-04-10", told(places=("Lima",), sentence=words, **met)),
    )
    [dispute] = chronicle.one("meet").disputes
    assert (dispute.cell, [p.value for p in dispute.positions]) == ("place", ["Oslo", "Lima"])
