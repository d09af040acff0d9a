"""Which words name events."""

from collections.abc import Callable
from typing import Any

import pytest

Read = Callable[..., Any]


def test_a_verb_of_the_codebook_is_an_event_with_its_type(read: Read) -> None:
    told = read("Police arrested Marek Dolan in Zagreb on Monday.")
    assert told.types() == {"arrest": "COERCE"}


def test_a_verb_that_no_analyst_lists_is_none(read: Read) -> None:
    assert read("Anna Ruzic is a doctor. Slovakia has a long border. She lives in Nitra.").lemmas == []


@pytest.mark.parametrize(
    ("text", "noun", "kind"),
    [
        ("Elena Varga and Tomas Lindqvist held talks in Oslo on Thursday.", "talk", "CONSULT"),
        ("Elena Varga paid a visit to Kenya on Thursday.", "visit", "CONSULT"),
        ("Kenya signed a trade agreement with Norway on Thursday.", "agreement", "AGREE"),
        ("Slovakia and Hungary conducted joint drills on Monday.", "drill", "COOPERATE"),
    ],
)
def test_a_light_verb_and_its_noun_are_one_event_named_by_the_noun(read: Read, text: str, noun: str, kind: str) -> None:
    assert read(text).types() == {noun: kind}


@pytest.mark.parametrize("words", ["took place", "was held", "began", "collapsed"])
def test_a_noun_that_takes_place_is_one_event(read: Read, words: str) -> None:
    told = read(f"The summit between Norway and Finland {words} in Oslo on Thursday.")
    assert told.types() == {"summit": "CONSULT"}
    assert told.day("summit") == "2024-04-11"


def test_each_coordinated_verb_is_an_event(read: Read) -> None:
    told = read("Elena Varga arrived in Nairobi on Tuesday, met Tomas Lindqvist and praised Kenya.")
    assert told.lemmas == ["arrive", "meet", "praise"]


def test_a_participle_is_an_event_of_its_own(read: Read) -> None:
    told = read("Elena Varga left Vienna on Tuesday, accusing Hungary of espionage.")
    assert told.types() == {"leave": None, "accuse": "ACCUSE"}


def test_a_relative_clause_holds_an_event_of_its_own(read: Read) -> None:
    told = read("Elena Varga, who visited Kenya on Tuesday, thanked Tomas Lindqvist.")
    assert told.lemmas == ["visit", "thank"]


def test_an_infinitive_of_purpose_is_no_event(read: Read) -> None:
    assert read("Elena Varga travelled to Kenya to buy coffee machines from Brazil.").lemmas == ["travel"]


def test_to_tell_how_to_do_it_is_not_to_do_it(read: Read) -> None:
    assert "attack" not in read("Tomas Lindqvist explained how to attack Sweden.").lemmas


def test_a_refusal_is_the_event_and_not_what_was_refused(read: Read) -> None:
    assert read("Tomas Lindqvist refused to meet Elena Varga on Monday.").types() == {"refuse": "REJECT"}


def test_a_request_is_the_event_and_not_what_was_asked_for(read: Read) -> None:
    assert read("Norway urged Finland to release the prisoners.").types() == {"urge": "REQUEST"}


def test_a_verb_that_only_leads_to_another_is_no_event_of_its_own(read: Read) -> None:
    assert read("Slovakia began to shell Hungary on Monday.").lemmas == ["shell"]
    assert read("Slovakia promised to supply Hungary with fuel.").lemmas == ["supply"]


def test_a_plain_cue_of_speech_is_no_event_but_an_accusation_is(read: Read) -> None:
    assert read("Elena Varga said that Finland had attacked Norway on Monday.").lemmas == ["attack"]
    assert read("Hungary accused Slovakia of bombing a village.").types()["accuse"] == "ACCUSE"


def test_a_thing_may_cause_an_event(read: Read) -> None:
    assert read("A storm hit the coast of Portugal on Monday.").lemmas == ["hit"]


def test_a_particle_makes_another_event_of_a_verb(read: Read) -> None:
    assert read("Anna Ruzic stepped down on Monday.").types() == {"step": "YIELD"}
    assert read("Anna Ruzic broke off talks with Hungary on Monday.").types()["break"] == "REJECT"


def test_what_is_released_decides_the_type(read: Read) -> None:
    assert read("Slovakia released three prisoners on Monday.").types() == {"release": "YIELD"}
    assert read("Slovakia released a report on Monday.").types() == {"release": None}


def test_alone_a_drill_is_a_show_of_force_together_it_is_cooperation(read: Read) -> None:
    assert read("Slovakia conducted a drill on Monday.").types() == {"conduct": "MOBILIZE"}
    assert read("Slovakia and Hungary conducted joint drills on Monday.").types() == {"drill": "COOPERATE"}
