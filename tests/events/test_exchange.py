"""What is given in return."""

from collections.abc import Callable
from typing import Any

import pytest

Read = Callable[..., Any]


@pytest.mark.parametrize("words", ["exchange", "return"])
def test_what_is_given_in_exchange_is_a_delivery_with_the_parties_changed_over(read: Read, words: str) -> None:
    told = read(f"Norway could provide Finland with missiles in {words} for Finnish tanks.")
    assert told.types() == {"provide": "AID", "tank": "AID"}
    assert told.names("provide", "actor") == told.names("tank", "recipient") == {"Norway"}
    assert told.names("provide", "recipient") == told.names("tank", "actor") == {"Finland"}


def test_both_deliveries_are_equally_real_and_said_by_the_same(read: Read) -> None:
    told = read("Elena Varga said that Norway could provide Finland with missiles in exchange for Finnish tanks.")
    assert told.status("provide") == told.status("tank") == "possible"
    assert told.event("provide").chain == told.event("tank").chain
    assert told.speakers("tank") == [{"Elena Varga"}]


def test_an_exchange_for_no_material_thing_is_one_event(read: Read) -> None:
    assert len(read("Norway provided Finland with missiles in exchange for silence.").events) == 1
