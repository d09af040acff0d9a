"""Arithmetic that the tasks share."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.evaluation.measures import Tally, harmonic, mean, set_f1

SETS = st.frozensets(st.integers(0, 5))


def test_a_score_over_nothing_is_nothing() -> None:
    assert mean([]) == harmonic(0, 0) == Tally().f1 == Tally().precision == Tally().recall == 0


def test_two_empty_sets_agree() -> None:
    assert set_f1(frozenset(), frozenset()) == 1


@given(SETS, SETS)
def test_f1_of_sets_is_symmetric_and_one_only_for_equal_sets(one: frozenset[int], other: frozenset[int]) -> None:
    assert set_f1(one, other) == pytest.approx(set_f1(other, one))
    assert (set_f1(one, other) == 1) == (one == other)
    assert 0 <= set_f1(one, other) <= 1


@given(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3)), max_size=5))
def test_tallies_add_up(counts: list[tuple[int, int]]) -> None:
    tallies = [Tally(min(a, b), a, b) for a, b in counts]
    total = sum(tallies, start=Tally())
    assert (total.right, total.answers) == (sum(min(c) for c in counts), sum(a for a, _ in counts))
