"""Constructions that a parse hides: places behind names, passives, split negation."""

from collections.abc import Callable
from typing import Any

import pytest

Read = Callable[..., Any]


def test_a_place_behind_the_one_who_was_met_is_the_place_of_the_meeting(read: Read) -> None:
    told = read("Elena Varga met Tomas Lindqvist in Oslo on Monday.")
    assert told.names("meet", "place") == {"Oslo"}


def test_the_words_of_a_passive_begin_with_the_one_who_undergoes_it(read: Read) -> None:
    told = read("Marek Dolan was arrested by Croatian police on Monday.")
    assert told.event("arrest").words == "Marek Dolan was arrested by Croatian police"


@pytest.mark.parametrize(
    "text",
    [
        "Neither Slovakia nor Hungary attacked Poland.",
        "No soldiers attacked Poland.",
        "Slovakia withdrew on Monday without attacking Hungary.",
    ],
)
def test_a_negation_that_stands_away_from_the_verb_negates(read: Read, text: str) -> None:
    assert read(text).status("attack") == "not_happened"


def test_a_relative_clause_of_the_one_who_undergoes_it_keeps_its_own_day_and_actor(read: Read) -> None:
    told = read("Police arrested Marek Dolan, who had attacked a court in Zagreb in 2021.")
    assert told.names("attack", "actor") == {"Marek Dolan"}
    assert told.day("attack") == "2021-01-01..2021-12-31"
    assert told.day("arrest") is None


def test_what_it_was_that_brings_forward_still_acts(read: Read) -> None:
    told = read('"It was Finland that attacked Norway," Elena Varga said.')
    assert told.names("attack", "actor") == {"Finland"}


def test_who_is_quoted_with_according_to_takes_no_part(read: Read) -> None:
    told = read("According to Anna Ruzic, Slovakia attacked Hungary on Monday.")
    assert told.names("attack", "recipient") == {"Hungary"}


def test_a_pledge_on_a_day_is_due_when_it_says(read: Read) -> None:
    assert read("Slovakia pledged on Monday to send aid to Hungary by December.").day("send") == "..2024-12-31"


def test_a_relative_clause_that_was_earlier_does_not_take_the_day_of_the_main_clause(read: Read) -> None:
    told = read("Elena Varga, who visited Kenya and met Tomas Lindqvist on Tuesday, resigned on Friday.")
    assert told.day("visit") in (None, "2024-04-09")
