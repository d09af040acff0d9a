"""What is told in a headline alone."""

from collections.abc import Callable
from typing import Any

Read = Callable[..., Any]


def test_what_may_be_a_compound_is_left_as_it_is(read: Read) -> None:
    assert read("The harbour was quiet.", headline="Paris attacks suspect in court").events == ()


def test_an_event_of_a_type_without_a_party_is_told_by_a_headline_alone(read: Read) -> None:
    assert read("The harbour was quiet.", headline="Storm batters Portugal coast").types() == {"batter": "WEATHER"}


def test_a_verb_that_looks_like_a_plural_is_a_verb_behind_who_acts(read: Read) -> None:
    quiet = "The harbour was quiet."
    assert read(quiet, headline="Court fines banker for insider trading").types() == {"fine": "COERCE"}
    assert read(quiet, headline="Police raids offices of opposition newspaper").types() == {"raid": "COERCE"}


def test_what_ends_a_headline_ends_with_its_last_word(read: Read) -> None:
    (event,) = read("The harbour was quiet.", headline="Police raids offices of opposition newspaper").events
    assert event.names("object") == ("offices of opposition newspaper",)


def test_a_number_behind_the_verb_of_a_headline_is_whom_it_reaches(read: Read) -> None:
    (event,) = read("The harbour was quiet.", headline="Norway arrests two over harbour fire").events
    assert (event.lemma, event.names("actor")) == ("arrest", ("Norway",))
