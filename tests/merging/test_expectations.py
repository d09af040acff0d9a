"""Plans, promises and forecasts, and what became of them."""

from collections.abc import Callable
from typing import Any

import pytest

Make = Callable[..., Any]

PLAN = {"realis": "future", "outlook": "planned", "days": ("2024-04-08",)}
LAUNCH = {"lemma": "launch", "type": None, "actors": ("Norway",)}


@pytest.mark.parametrize("outlook", ["planned", "promised", "expected"])
def test_every_entry_that_is_to_come_is_an_expectation_of_its_kind(
    page: Make, told: Make, merged: Make, outlook: str
) -> None:
    chronicle = merged(page("a", "2024-04-02", told(**(PLAN | {"outlook": outlook}))))
    expectation = chronicle.expectation()
    assert expectation.kind == outlook
    assert expectation.entry == chronicle.entries[0].id
    assert expectation.due == chronicle.entries[0].interval


def test_what_happened_or_is_only_possible_is_no_expectation(page: Make, told: Make, merged: Make) -> None:
    chronicle = merged(page("a", "2024-04-02", told(), told(realis="hypothetical"), told(alleged=True)))
    assert chronicle.chronicle.expectations == ()


def test_it_is_open_while_no_page_is_dated_after_its_time(page: Make, told: Make, merged: Make) -> None:
    plan = page("a", "2024-04-02", told(**PLAN))
    assert merged(plan).expectation().state == "open"
    assert merged(plan, page("b", "2024-04-08", told(lemma="rest", days=()))).expectation().state == "open"


def test_it_is_due_once_a_later_page_has_been_read_that_says_nothing_of_it(
    page: Make, told: Make, merged: Make
) -> None:
    other = page("b", "2024-04-09", told(lemma="rest", actors=("Anna Ruzic",), days=()))
    expectation = merged(page("a", "2024-04-02", told(**PLAN)), other).expectation()
    assert (expectation.state, expectation.outcome) == ("due", None)


def test_it_is_fulfilled_by_a_later_page_that_tells_it_in_time(page: Make, told: Make, merged: Make) -> None:
    chronicle = merged(page("a", "2024-04-02", told(**PLAN)), page("b", "2024-04-09", told()))
    expectation = chronicle.expectation()
    assert expectation.state == "fulfilled"
    assert expectation.outcome == chronicle.holding("b").id
    assert expectation.entry == chronicle.holding("a").id


def test_it_is_contradicted_by_a_later_page_that_tells_it_did_not_happen(page: Make, told: Make, merged: Make) -> None:
    chronicle = merged(page("a", "2024-04-02", told(**PLAN)), page("b", "2024-04-09", told(negative=True)))
    expectation = chronicle.expectation()
    assert expectation.state == "contradicted"
    assert expectation.outcome == chronicle.holding("b").id


BRIDGE = {"lemma": "open", "type": None, "actors": ("Norway",), "objects": ("the bridge",)}


@pytest.mark.parametrize(
    ("words", "day", "state"),
    [
        ("Norway still has no bridge.", "2024-04-12", "lapsed"),
        ("Norway still has no tunnel.", "2024-04-12", "due"),
        ("Norway still has no bridge.", "2024-04-05", "open"),
    ],
)
def test_it_has_lapsed_when_a_page_after_its_time_speaks_of_its_matter_and_of_no_outcome(
    page: Make, told: Make, merged: Make, words: str, day: str, state: str
) -> None:
    plan = page("a", "2024-04-02", told(**BRIDGE, **PLAN))
    later = page("b", day, told(lemma="lack", type=None, actors=("Norway",), days=(), sentence=words))
    assert merged(plan, later).expectation().state == state


def test_it_has_not_lapsed_when_a_later_page_speaks_of_its_outcome(page: Make, told: Make, merged: Make) -> None:
    plan = page("a", "2024-04-02", told(**BRIDGE, **PLAN))
    done = told(**BRIDGE, days=("2024-04-08",), sentence="Norway opened the bridge.")
    assert merged(plan, page("b", "2024-04-12", done)).expectation().state == "fulfilled"


@pytest.mark.parametrize(
    "other",
    [
        {"days": ("2024-04-20",)},
        {"actors": ("Anna Ruzic",)},
        {"lemma": "leave"},
        {"places": ("Lima",)},
        {"alleged": True},
    ],
    ids=lambda other: "-".join(other),
)
def test_another_day_actor_kind_or_place_does_not_fulfil_it(
    page: Make, told: Make, merged: Make, other: dict[str, Any]
) -> None:
    plan = {"places": ("Oslo",)}
    chronicle = merged(page("a", "2024-04-02", told(**(PLAN | plan))), page("b", "2024-04-21", told(**(plan | other))))
    assert chronicle.expectation().state == "due"


def test_the_same_done_to_another_thing_does_not_fulfil_it(page: Make, told: Make, merged: Make) -> None:
    tunnel = told(**(BRIDGE | {"objects": ("the tunnel",)}), days=("2024-04-08",))
    chronicle = merged(page("a", "2024-04-02", told(**BRIDGE, **PLAN)), page("b", "2024-04-21", tunnel))
    assert chronicle.expectation().state == "due"


def test_what_was_told_before_the_plan_does_not_fulfil_it(page: Make, told: Make, merged: Make) -> None:
    chronicle = merged(
        page("a", "2024-03-02", told(days=("2024-03-01",))),
        page("b", "2024-04-02", told(**(PLAN | {"days": ()}))),
    )
    assert chronicle.expectation().state == "open"


def test_a_promise_without_a_date_is_open_until_it_is_kept(page: Make, told: Make, merged: Make) -> None:
    promise = page("a", "2024-04-02", told(**LAUNCH, realis="future", outlook="promised", days=()))
    much_later = page("b", "2024-11-02", told(lemma="rest", days=()))
    kept = page("c", "2024-12-01", told(**LAUNCH, days=("2024-11-30",)))
    assert merged(promise, much_later).expectation().state == "open"
    assert merged(promise, much_later, kept).expectation().state == "fulfilled"


def test_a_plan_that_later_pages_tell_as_done_is_fulfilled(read: Make, merged: Make) -> None:
    chronicle = merged(
        read("Elena Varga will visit Kenya on 8 April.", id="a", day="2024-04-02"),
        read("Elena Varga visited Kenya on Monday.", id="b", day="2024-04-09"),
    )
    expectation = chronicle.expectation()
    assert expectation.state == "fulfilled"
    done = next(entry for entry in chronicle.entries if entry.id == expectation.outcome)
    assert done.status == "happened"


def test_a_plan_that_later_pages_tell_as_not_done_is_contradicted(read: Make, merged: Make) -> None:
    chronicle = merged(
        read("Elena Varga will visit Kenya next week.", id="a", day="2024-04-02"),
        read("Elena Varga did not visit Kenya last week.", id="b", day="2024-04-16"),
    )
    assert chronicle.expectation().state == "contradicted"


def test_a_promise_with_a_due_month_is_due_after_it(read: Make, merged: Make) -> None:
    promise = read("Norway promised to supply Finland with fuel by June.", id="a", day="2024-04-02")
    later = read("Anna Ruzic visited Peru on Monday.", id="b", day="2024-07-09")
    assert merged(promise).expectation().state == "open"
    assert merged(promise, later).expectation().state == "due"
    assert str(merged(promise).expectation().due.latest) == "2024-06-30"
