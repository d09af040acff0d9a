"""What is told in a headline alone."""

from collections.abc import Callable
from typing import Any

Read = Callable[..., Any]


def test_what_may_be_a_compound_is_left_as_it_is(read: Read) -> None:
    assert read("The harbour was quiet.", headline="Paris attacks suspect in court").events == ()


def test_an_event_of_a_type_without_a_party_is_told_by_a_headline_alone(read: Read) -> None:
    assert read("The harbour was quiet.", headline="Storm batters Portugal coast").types() == {"batter": "WEATHER"}
