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


def test_the_least_of_entries_is_still_in_the_chronicle(page: Make, told: Make, merged: Make) -> None:
    chronicle = merged(page("a", "2024-04-10", told(type=None, actors=(), days=())))
    assert len(chronicle.entries) == 1
