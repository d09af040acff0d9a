"""Constructions that a parse hides: places behind names, passives, split negation."""

from collections.abc import Callable
from typing import Any

Read = Callable[..., Any]


def test_a_place_behind_the_one_who_was_met_is_the_place_of_the_meeting(read: Read) -> None:
    told = read("Elena Varga met Tomas Lindqvist in Oslo on Monday.")
    assert told.names("meet", "place") == {"Oslo"}


def test_the_words_of_a_passive_begin_with_the_one_who_undergoes_it(read: Read) -> None:
    told = read("Marek Dolan was arrested by Croatian police on Monday.")
    assert told.event("arrest").words == "Marek Dolan was arrested by Croatian police"
