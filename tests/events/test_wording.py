"""What happened in words."""

from collections.abc import Callable
from typing import Any

import pytest

Read = Callable[..., Any]


def words(told: Any, lemma: str) -> str:
    return told.event(lemma).words


def test_the_words_are_the_pages_without_its_time_words(read: Read) -> None:
    told = read("Police arrested Marek Dolan in Zagreb on Monday.")
    assert words(told, "arrest") == "Police arrested Marek Dolan in Zagreb"


def test_pronouns_and_short_names_are_put_in_full(read: Read) -> None:
    told = read("Elena Varga arrived in Nairobi on Tuesday. She met Tomas Lindqvist. Varga thanked him.")
    assert words(told, "meet") == "Elena Varga met Tomas Lindqvist"
    assert words(told, "thank") == "Elena Varga thanked Tomas Lindqvist"


def test_a_shared_subject_is_said_again(read: Read) -> None:
    told = read("Elena Varga arrived in Nairobi on Tuesday and met Tomas Lindqvist.")
    assert words(told, "meet") == "Elena Varga met Tomas Lindqvist"


def test_a_relative_clause_is_left_out_and_reads_as_a_sentence_of_its_own(read: Read) -> None:
    told = read("Elena Varga, who visited Kenya on Tuesday, thanked Tomas Lindqvist.")
    assert words(told, "thank") == "Elena Varga thanked Tomas Lindqvist"
    assert words(told, "visit") == "Elena Varga visited Kenya"


def test_the_words_that_say_how_real_it_is_stay(read: Read) -> None:
    assert words(read("Finland vowed to attack Norway."), "attack") == "Finland vowed to attack Norway"
    assert words(read("Norway may attack Finland."), "attack") == "Norway may attack Finland"
    assert words(read("Norway did not attack Finland."), "attack") == "Norway did not attack Finland"


def test_a_judgement_begins_with_the_one_who_makes_it(read: Read) -> None:
    told = read('"The occupation of the islands by Hungary is illegal," Elena Varga said on Monday.')
    assert words(told, "illegal").startswith("Elena Varga: ")
    assert words(told, "illegal").endswith("is illegal")


@pytest.mark.parametrize("count", [10, 60])
def test_the_words_are_short_and_begin_with_a_capital(read: Read, count: int) -> None:
    told = read(f"Finland attacked {'a very old ' * count}bridge in Norway on Monday.")
    assert len(words(told, "attack")) <= 125
    assert words(told, "attack")[0].isupper()


def test_what_is_said_for_the_first_time_is_told(read: Read) -> None:
    told = read("Elena Varga confirmed on Monday for the first time that the bridge had been sold to Kenya.")
    assert words(told, "confirm") == "Elena Varga confirmed for the first time that the bridge had been sold to Kenya"


def test_names_stand_for_a_subject_that_is_long(read: Read) -> None:
    told = read(
        "Three elderly engineers including the retired inspector of northern bridges and roads Elena Varga visited "
        "the harbour of Oslo on Monday."
    )
    assert words(told, "visit").endswith("Elena Varga visited the harbour of Oslo")
    assert len(words(told, "visit")) < 90
