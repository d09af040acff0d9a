"""Doubt about one part: the event happened, who did it is only alleged."""

from collections.abc import Callable
from typing import Any

import pytest

Read = Callable[..., Any]


def doubts(page: Any, lemma: str) -> dict[str, tuple[str, set[str]]]:
    """The actors in doubt, each with the words that say so and who does."""
    return {
        a.name: (a.doubt.span.of(page.text), {s.name for s in a.doubt.speakers})
        for a in page.event(lemma).arguments
        if a.role == "actor" and a.doubt is not None
    }


@pytest.mark.parametrize(
    ("text", "lemma", "found"),
    [
        (
            "An alleged Slovak strike destroyed a depot near Tampere on Monday.",
            "destroy",
            {"Slovakia": ("alleged", set())},
        ),
        (
            "Suspected Slovak rebels attacked a convoy in Finland on Monday.",
            "attack",
            {"suspected Slovak rebels": ("Suspected", set())},
        ),
        (
            "A convoy was attacked on Monday, apparently by Slovak rebels.",
            "attack",
            {"Slovak rebels": ("apparently", set())},
        ),
        (
            "The attack on the embassy was allegedly carried out by Slovak rebels.",
            "attack",
            {"Slovak rebels": ("allegedly", set())},
        ),
        (
            "An attack on the embassy in Oslo, believed to have been carried out by Slovak rebels, shocked Norway.",
            "attack",
            {"Slovak rebels": ("believed", set())},
        ),
        (
            "A strike blamed on Slovakia killed three soldiers in Finland on Monday.",
            "kill",
            {"Slovakia": ("blamed on", set())},
        ),
        ("Finland blamed Norway for the attack on the bridge.", "attack", {"Norway": ("blamed", {"Finland"})}),
        ("Finland blamed the attack on the bridge on Norway.", "attack", {"Norway": ("blamed", {"Finland"})}),
        (
            "The killing of Marek Dolan, which Finland has blamed on Norway, led to protests in Helsinki on Monday.",
            "killing",
            {"Norway": ("blamed on", {"Finland"})},
        ),
    ],
)
def test_who_did_it_is_in_doubt_and_the_event_happened(
    read: Read, text: str, lemma: str, found: dict[str, tuple[str, set[str]]]
) -> None:
    page = read(text)
    assert doubts(page, lemma) == found
    assert page.status(lemma) == "happened"


@pytest.mark.parametrize(
    "text",
    [
        "Finland allegedly attacked a convoy near Tampere on Monday.",
        "Norway condemned the alleged attack by Finland.",
    ],
)
def test_an_event_that_is_alleged_as_a_whole_has_no_part_in_doubt(read: Read, text: str) -> None:
    page = read(text)
    assert page.status("attack") == "alleged"
    assert doubts(page, "attack") == {}


def test_those_who_are_only_called_suspects_may_be_arrested_without_doubt(read: Read) -> None:
    page = read("Police arrested suspected rebels in Tampere on Monday.")
    assert [a.doubt for a in page.event("arrest").arguments] == [None] * len(page.event("arrest").arguments)


def test_words_of_the_event_do_not_state_who_is_only_suspected(read: Read) -> None:
    page = read("The attack, allegedly carried out by Slovak rebels, killed three soldiers in Finland on Monday.")
    assert "rebels" not in page.event("attack").words


def test_an_attack_carried_out_by_somebody_is_theirs(read: Read) -> None:
    page = read("An attack on the embassy in Oslo, carried out by Slovak rebels, shocked Norway on Monday.")
    assert page.names("attack", "actor") == {"Slovak rebels"}
    assert doubts(page, "attack") == {}
