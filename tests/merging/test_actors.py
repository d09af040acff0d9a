"""Entities of many pages into actors."""

from collections.abc import Callable
from typing import Any

Make = Callable[..., Any]


def test_one_name_on_two_pages_is_one_actor_with_the_entities_of_both(page: Make, told: Make, merged: Make) -> None:
    a, b = page("a", "2024-04-10", told()), page("b", "2024-04-11", told())
    (actor,) = merged(a, b).chronicle.actors
    assert actor.name == "Elena Varga"
    assert set(actor.entities) == {a.entities[0].id, b.entities[0].id}


def test_a_short_name_joins_the_only_person_of_that_name(page: Make, told: Make, merged: Make) -> None:
    chronicle = merged(page("a", "2024-04-10", told()), page("b", "2024-04-11", told(actors=("Varga",))))
    (actor,) = chronicle.chronicle.actors
    assert actor.name == "Elena Varga"
    assert set(actor.names) == {"Elena Varga", "Varga"}


def test_one_name_of_two_kinds_is_two_actors(page: Make, told: Make, merged: Make) -> None:
    chronicle = merged(page("a", "2024-04-10", told(actors=("Norway",)), told(actors=("Norway Lund",))))
    assert {(actor.kind, actor.name) for actor in chronicle.chronicle.actors} == {
        ("country", "Norway"),
        ("person", "Norway Lund"),
    }


def test_the_names_in_entries_are_names_of_actors(page: Make, told: Make, merged: Make) -> None:
    chronicle = merged(
        page("a", "2024-04-10", told(recipients=("Kenya",), places=("Nairobi",))),
        page("b", "2024-04-11", told(actors=("Varga",), recipients=("Kenya",))),
    )
    known = {actor.name for actor in chronicle.chronicle.actors}
    assert all({*e.actors, *e.recipients, *e.places} <= known for e in chronicle.entries)
