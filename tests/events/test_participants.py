"""Who takes part, and where."""

from collections.abc import Callable
from typing import Any

Read = Callable[..., Any]


def test_the_subject_acts_and_the_object_receives(read: Read) -> None:
    told = read("Police arrested Marek Dolan in Zagreb on Monday.")
    assert told.names("arrest", "actor") == {"police"}
    assert told.names("arrest", "recipient") == {"Marek Dolan"}
    assert told.names("arrest", "place") == {"Zagreb"}


def test_in_the_passive_the_subject_receives_and_the_agent_acts(read: Read) -> None:
    told = read("Marek Dolan was arrested by Croatian police on Monday.")
    assert told.names("arrest", "recipient") == {"Marek Dolan"}
    assert told.names("arrest", "actor") == {"Croatian police"}


def test_a_passive_without_an_agent_has_no_actor(read: Read) -> None:
    told = read("Marek Dolan was arrested in Zagreb on Monday.")
    assert told.names("arrest", "actor") == set()
    assert told.names("arrest", "recipient") == {"Marek Dolan"}


def test_coordinated_subjects_act_together(read: Read) -> None:
    told = read("Elena Varga and Tomas Lindqvist held talks in Oslo on Thursday.")
    assert told.names("talk", "actor") == {"Elena Varga", "Tomas Lindqvist"}
    assert told.names("talk", "place") == {"Oslo"}


def test_a_noun_between_two_has_both_as_actors(read: Read) -> None:
    told = read("The summit between Norway and Finland took place in Oslo on Thursday.")
    assert told.names("summit", "actor") == {"Norway", "Finland"}


def test_a_coordinated_verb_shares_the_subject(read: Read) -> None:
    told = read("Elena Varga arrived in Nairobi on Tuesday and met Tomas Lindqvist.")
    assert told.names("meet", "actor") == {"Elena Varga"}
    assert told.names("meet", "recipient") == {"Tomas Lindqvist"}


def test_a_relative_pronoun_stands_for_what_comes_before_it(read: Read) -> None:
    told = read("Elena Varga, who visited Kenya on Tuesday, thanked Tomas Lindqvist.")
    assert told.names("visit", "actor") == {"Elena Varga"}
    assert told.names("thank", "actor") == {"Elena Varga"}


def test_a_participle_shares_the_subject_of_its_clause(read: Read) -> None:
    told = read("Elena Varga left Vienna on Tuesday, accusing Hungary of espionage.")
    assert told.names("accuse", "actor") == {"Elena Varga"}
    assert told.names("accuse", "recipient") == {"Hungary"}


def test_a_participle_behind_since_shares_the_subject_too(read: Read) -> None:
    told = read("Since entering Kenya on Tuesday, Elena Varga has met Tomas Lindqvist.")
    assert told.names("enter", "actor") == {"Elena Varga"}
    assert told.names("enter", "place") == {"Kenya"}


def test_an_infinitive_shares_the_subject_of_the_verb_that_leads_to_it(read: Read) -> None:
    told = read("Slovakia promised to supply Hungary with fuel.")
    assert told.names("supply", "actor") == {"Slovakia"}
    assert told.names("supply", "recipient") == {"Hungary"}


def test_the_one_who_is_accused_is_the_actor_of_the_deed(read: Read) -> None:
    told = read("Hungary accused Slovakia of bombing a village.")
    assert told.names("accuse", "recipient") == {"Slovakia"}
    assert told.names("bomb", "actor") == {"Slovakia"}


def test_a_pronoun_takes_part_under_its_name(read: Read) -> None:
    told = read("Elena Varga arrived in Nairobi on Tuesday. She met Tomas Lindqvist.")
    assert told.names("meet", "actor") == {"Elena Varga"}


def test_a_short_name_takes_part_under_the_full_one(read: Read) -> None:
    told = read("Elena Varga arrived in Nairobi on Tuesday. Varga met Tomas Lindqvist.")
    assert told.names("meet", "actor") == {"Elena Varga"}


def test_a_journey_has_its_country_for_a_place(read: Read) -> None:
    told = read("Elena Varga visited Kenya on Tuesday.")
    assert told.names("visit", "actor") == {"Elena Varga"}
    assert told.names("visit", "place") == {"Kenya"}


def test_the_owner_of_an_event_noun_acts(read: Read) -> None:
    told = read("Anna Ruzic's visit to Hungary ended on Monday.")
    assert told.names("visit", "actor") == {"Anna Ruzic"}
    assert told.names("visit", "place") == {"Hungary"}


def test_a_thing_is_an_object_in_the_words_of_the_page(read: Read) -> None:
    assert read("Finland attacked a convoy on Monday.").names("attack", "object") == {"a convoy"}


def test_nobody_is_actor_and_recipient_of_one_event(read: Read) -> None:
    told = read("Tomas Lindqvist met Elena Varga in Oslo on Monday. Lindqvist said he met Lindqvist.")
    for event in told.events:
        assert not set(event.names("actor")) & set(event.names("recipient"))


def test_whoever_is_found_among_the_entities_of_the_page_is_linked_to_it(read: Read) -> None:
    told = read("Police arrested Marek Dolan in Zagreb on Monday.")
    known = {entity.id: entity.name for entity in told.entities}
    assert {known[a.entity] for a in told.event("arrest").arguments} == {"police", "Marek Dolan", "Zagreb"}
