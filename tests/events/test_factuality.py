"""Did it happen: tense, modals, negation, operators, marks of doubt."""

from collections.abc import Callable
from typing import Any

import pytest

Read = Callable[..., Any]


@pytest.mark.parametrize(
    ("text", "lemma", "status"),
    [
        ("Finland attacked Norway on Monday.", "attack", "happened"),
        ("Slovak soldiers are fighting Hungary.", "fight", "ongoing"),
        ("Elena Varga is visiting Kenya this week.", "visit", "ongoing"),
        ("Finland should release Marek Dolan.", "release", "possible"),
        ("Elena Varga will visit Kenya next week.", "visit", "expected"),
        ("Elena Varga may visit Kenya next week.", "visit", "possible"),
        ("Slovakia may have attacked Hungary.", "attack", "possible"),
        ("Slovakia considered attacking Hungary.", "attack", "possible"),
        ("Finland plans to send troops to Norway.", "send", "planned"),
        ("Slovakia is to hold an election in May.", "election", "planned"),
        ("Elena Varga is expected to visit Kenya on Sunday.", "visit", "expected"),
        ("Finland vowed to attack Norway.", "attack", "promised"),
        ("Slovakia promised to supply Hungary with fuel by June.", "supply", "promised"),
    ],
)
def test_tense_modals_and_leading_verbs_give_the_status(read: Read, text: str, lemma: str, status: str) -> None:
    assert read(text).status(lemma) == status


@pytest.mark.parametrize(
    ("text", "lemma"),
    [
        ("Finland did not sign the treaty with Norway on Monday.", "treaty"),
        ("Slovakia never attacked Hungary.", "attack"),
        ("Norway failed to deliver missiles to Finland.", "deliver"),
        ("Marek Dolan could not meet Anna Ruzic.", "meet"),
        ("No agreement was signed by Norway and Finland on Monday.", "agreement"),
    ],
)
def test_what_the_page_negates_has_not_happened(read: Read, text: str, lemma: str) -> None:
    assert read(text).status(lemma) == "not_happened"


def test_a_negation_in_a_quotation_is_a_denial(read: Read) -> None:
    assert read('"We never attacked Hungary," Anna Ruzic said on Monday.').status("attack") == "denied"


def test_what_somebody_denies_is_denied(read: Read) -> None:
    told = read("Finland denied that it had attacked Norway.")
    assert told.status("attack") == "denied"
    assert told.speakers("attack") == [{"Finland"}]


def test_would_behind_a_cue_in_the_past_is_to_come(read: Read) -> None:
    told = read("Tomas Lindqvist said on Monday that Elena Varga would visit Kenya next week.")
    assert told.event("visit").realis == "future"
    assert told.status("visit") == "planned"


def test_might_stays_possible_behind_a_cue_in_the_past(read: Read) -> None:
    assert read("Tomas Lindqvist said that Elena Varga might visit Kenya.").status("visit") == "possible"


def test_a_condition_is_possible_and_its_consequence_names_it(read: Read) -> None:
    told = read("If Norway attacks Finland, Sweden will send troops to Finland.")
    assert told.status("attack") == "possible"
    condition = told.event("send").condition
    assert condition is not None
    assert "Norway attacks Finland" in condition.of(told.text)
    assert told.event("attack").condition is None


@pytest.mark.parametrize(
    "text",
    [
        "Finland allegedly attacked a convoy near Tampere on Monday.",
        "Norway condemned the alleged attack by Finland.",
        "Finland reportedly attacked Norway on Monday.",
        "Finland is suspected of having attacked Norway.",
        "Norway accused Finland of attacking a convoy.",
    ],
)
def test_marks_of_allegation_make_an_event_alleged(read: Read, text: str) -> None:
    assert read(text).status("attack") == "alleged"


def test_a_condemnation_of_what_is_alleged_has_happened(read: Read) -> None:
    assert read("Norway condemned the alleged attack by Finland.").status("condemn") == "happened"


def test_a_participle_is_as_real_as_its_clause(read: Read) -> None:
    past = read("Slovakia shelled Hungary on Monday, killing four soldiers.")
    coming = read("Slovakia will shell Hungary on Monday, killing many soldiers.")
    assert past.status("kill") == "happened"
    assert coming.event("kill").realis == "future"


def test_coordinated_infinitives_share_the_verb_that_leads_to_them(read: Read) -> None:
    told = read("Slovakia plans to arrest Marek Dolan and expel Anna Ruzic.")
    assert told.status("arrest") == told.status("expel") == "planned"


def test_a_headline_in_the_infinitive_tells_what_is_to_come(read: Read) -> None:
    told = read("The weather was fine.", headline="Elena Varga to visit Kenya next week")
    assert told.status("visit") == "planned"


def test_a_headline_in_the_present_tells_what_has_happened(read: Read) -> None:
    assert read("The weather was fine.", headline="Finland attacks Norway").status("attack") == "happened"
