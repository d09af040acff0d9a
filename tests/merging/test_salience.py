"""How much an entry matters: it orders and folds, and never deletes."""

from collections.abc import Callable
from typing import Any

import pytest

Make = Callable[..., Any]


def test_more_pages_make_an_entry_matter_more(page: Make, told: Make, merged: Make) -> None:
    one = merged(page("a", "2024-04-10", told()))
    two = merged(page("a", "2024-04-10", told()), page("b", "2024-04-11", told()))
    assert two.entries[0].salience > one.entries[0].salience


@pytest.mark.parametrize(
    "less",
    [{"type": None}, {"recipients": ()}, {"days": ()}, {"days": ("2015-04-08",)}],
    ids=["untyped", "alone", "undated", "long ago"],
)
def test_an_entry_that_says_less_or_is_old_matters_less(
    page: Make, told: Make, merged: Make, less: dict[str, Any]
) -> None:
    full = {"recipients": ("Kenya",)}
    rest = [told(lemma="rest")] * 4
    whole = merged(page("a", "2024-04-10", *rest, told(**full)))
    lacking = merged(page("a", "2024-04-10", *rest, told(**(full | less))))
    assert lacking.holding("a", 4).salience < whole.holding("a", 4).salience


def test_what_stands_first_on_a_page_matters_more(page: Make, told: Make, merged: Make) -> None:
    events = [told(days=(f"2024-04-0{n}",)) for n in range(1, 7)]
    chronicle = merged(page("a", "2024-04-10", *events))
    assert chronicle.holding("a", 0).salience > chronicle.holding("a", 5).salience


def test_copies_of_one_dispatch_make_it_matter_no_more(page: Make, told: Make, merged: Make) -> None:
    one = merged(page("a", "2024-04-10", told()))
    copied = merged(*(page(id, "2024-04-10", told(), agency="Wire") for id in ("a", "b")))
    assert len(copied.entries) == 1
    assert copied.entries[0].sources == 1
    assert copied.entries[0].salience == one.entries[0].salience


def test_pages_that_have_it_from_one_agency_are_one_source_with_those_that_carry_it(
    page: Make, told: Make, merged: Make
) -> None:
    handed = [page(id, "2024-04-10", told(speaker="The Associated Press"), publisher=id) for id in ("a", "b", "c")]
    assert [entry.sources for entry in merged(*handed).entries] == [1]
    assert [entry.sources for entry in merged(*handed, page("d", "2024-04-10", told(), agency="AP")).entries] == [1]
    apart = [page(id, "2024-04-10", told(), publisher=id) for id in ("a", "b", "c")]
    assert [entry.sources for entry in merged(*apart).entries] == [3]


def test_what_is_still_told_later_matters_more(page: Make, told: Make, merged: Make) -> None:
    soon = merged(page("a", "2024-04-10", told()), page("b", "2024-04-11", told()))
    later = merged(page("a", "2024-04-10", told()), page("b", "2024-05-11", told()))
    assert len(later.entries) == 1
    assert later.entries[0].salience > soon.entries[0].salience


def test_what_states_do_to_each_other_matters_more_than_what_two_people_do(
    page: Make, told: Make, merged: Make
) -> None:
    rest = [told(lemma="rest")] * 4
    states = merged(page("a", "2024-04-10", *rest, told(actors=("Norway",), recipients=("Kenya",), type=None)))
    people = merged(page("a", "2024-04-10", *rest, told(actors=("Bo Dahl",), recipients=("Elena Varga",), type=None)))
    assert states.holding("a", 4).salience > people.holding("a", 4).salience


def test_a_summit_stands_above_a_show(read: Make, merged: Make) -> None:
    summit_page = read(
        "Norwegian President Kari Moe met Finnish President Aino Laine in Oslo on Thursday for talks on fishing.",
        "They signed no accord, aides said.",
        "The two agreed to meet again.",
        "Moe watched a walrus show at an aquarium on Wednesday.",
    )
    entries = merged(summit_page).entries
    show = next(e for e in entries if "walrus" in e.words)
    summit = max((e for e in entries if e.type == "CONSULT"), key=lambda e: e.salience)
    assert summit.salience > show.salience
    assert show.salience < 0.5 <= summit.salience


def test_the_least_of_entries_is_still_in_the_chronicle(page: Make, told: Make, merged: Make) -> None:
    chronicle = merged(page("a", "2024-04-10", told(type=None, actors=(), days=())))
    assert len(chronicle.entries) == 1
