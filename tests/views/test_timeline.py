"""Lanes of a timeline."""

import datetime
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.store import Filters
from dateline.views import Browsing, View
from dateline.views.timeline import spread

ONE_DAY = datetime.timedelta(days=1)


@pytest.fixture(scope="module")
def sample(readme_example: Any) -> Iterator[View]:
    """The built-in sample."""
    with View(str(readme_example.chronicle)) as view:
        yield view


@given(first=st.dates(), last=st.dates())
@settings(deadline=None)
def test_bins_follow_on_each_other_and_hold_the_time_that_is_asked_for(
    sample: View, first: datetime.date, last: datetime.date
) -> None:
    first, last = min(first, last), max(first, last)
    filters = Filters(since=first, until=last)
    shown = sample.timeline(Browsing(filters=filters, folding=None)).stretch
    if shown is None:
        return
    assert shown.first <= first
    assert shown.last >= min(last, datetime.date.max - 2 * ONE_DAY)
    assert len(shown.bins) <= 1100
    assert all(one.last + ONE_DAY == other.first for one, other in pairwise(shown.bins))
    assert (shown.bins[0].first, shown.bins[-1].last) == (shown.first, shown.last)


@pytest.mark.parametrize("until", [datetime.date.max, datetime.date.max - ONE_DAY, datetime.date(9998, 1, 1)])
def test_time_ends_with_the_year_9999(sample: View, until: datetime.date) -> None:
    shown = sample.timeline(Browsing(filters=Filters(since=datetime.date.min, until=until), folding=None)).stretch
    assert shown
    assert shown.first == datetime.date.min
    assert shown.last >= until - 2 * ONE_DAY


@given(st.lists(st.tuples(st.integers(0, 5), st.integers(0, 9)), max_size=40), st.integers(1, 50))
def test_a_lane_has_the_weightiest_of_each_stretch_before_the_second_of_any(
    entries: list[tuple[int, int]], most: int
) -> None:
    slots = np.array([slot for slot, _ in entries], dtype=np.int32)
    salience = np.array([weight for _, weight in entries], dtype=np.float32)
    kept = spread(np.arange(len(entries), dtype=np.int32), slots, salience, most).tolist()
    assert len(kept) == min(most, len(entries)) == len(set(kept))
    counts = [sum(entries[n][0] == slot for n in kept) for slot in {slot for slot, _ in entries}]
    for slot, count in zip({slot for slot, _ in entries}, counts, strict=True):
        of_slot = sorted((weight for one, weight in entries if one == slot), reverse=True)
        assert sorted((entries[n][1] for n in kept if entries[n][0] == slot), reverse=True) == of_slot[:count]
        assert count >= min(max(counts) - 1, len(of_slot))
