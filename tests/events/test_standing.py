"""Events that are subjects: planned, due, reported, under way, called off; and habits, which are none."""

from collections.abc import Callable
from typing import Any

import pytest

Read = Callable[..., Any]


@pytest.mark.parametrize(
    ("text", "lemma", "status"),
    [
        ("A vote on a revised bill is expected in parliament on Friday.", "vote", "expected"),
        ("A summit between Norway and Finland is planned for May.", "summit", "planned"),
        ("A meeting between Elena Varga and Marek Dolan is scheduled for Friday.", "meeting", "planned"),
        ("Negotiations with Slovakia are set to resume on Monday.", "negotiation", "planned"),
        ("An election is due in Slovakia in May.", "election", "expected"),
        ("A second round of talks between Norway and Finland is likely in June.", "talk", "expected"),
        ("An attack on the embassy was reported in Oslo on Monday.", "attack", "happened"),
        ("Talks between Norway and Finland are under way in Oslo.", "talk", "ongoing"),
        ("Talks are under way between Norway and Finland in Oslo.", "talk", "ongoing"),
        ("A protest against the tax was called off in Oslo on Monday.", "protest", "not_happened"),
        ("Norway called off a visit to Finland on Monday.", "visit", "not_happened"),
        ("Iran is supplying drones to Russia.", "supply", "ongoing"),
        ("Elena Varga refused to criticise Norway on Monday.", "refuse", "happened"),
        ("Finland failed to pay Norway in May.", "pay", "not_happened"),
    ],
)
def test_how_it_stands_with_an_event_gives_its_status(read: Read, text: str, lemma: str, status: str) -> None:
    page = read(text)
    assert page.lemmas == [lemma]
    assert page.status(lemma) == status


@pytest.mark.parametrize(
    ("text", "lemma", "place"),
    [
        ("Talks are under way between Norway and Finland in Oslo.", "talk", "Oslo"),
        ("An election is due in Slovakia in May.", "election", "Slovakia"),
        ("An attack on the embassy was reported in Oslo on Monday.", "attack", "Oslo"),
    ],
)
def test_what_stands_behind_the_verb_says_where(read: Read, text: str, lemma: str, place: str) -> None:
    assert read(text).names(lemma, "place") == {place}


@pytest.mark.parametrize(
    "text", ["Iran supplies drones to Russia.", "The company sells jets to Norway.", "Norway exports fish to Finland."]
)
def test_what_somebody_does_as_a_rule_is_no_event(read: Read, text: str) -> None:
    assert read(text).events == ()


@pytest.mark.parametrize(
    ("text", "lemmas"),
    [
        ("Norway condemns violence.", ["condemn"]),
        ("Norway sends tanks to Finland on Monday.", ["send"]),
        ("Norway attacks Finland.", ["attack"]),
    ],
)
def test_the_present_tells_an_event_where_it_is_done_by_saying_or_dated_or_done_to_somebody(
    read: Read, text: str, lemmas: list[str]
) -> None:
    assert read(text).lemmas == lemmas


def test_what_is_lifted_or_asked_for_is_told_by_its_verb_alone(read: Read) -> None:
    assert read("Norway lifted sanctions on Slovakia on Monday.").lemmas == ["lift"]
    assert read("Norway demanded talks with Slovakia.").lemmas == ["demand"]


def test_an_event_that_only_the_headline_or_a_caption_tells_is_kept(read: Read) -> None:
    page = read("The ministers wore blue.", headline="Elena Varga visits Kenya")
    assert page.lemmas == ["visit"]
