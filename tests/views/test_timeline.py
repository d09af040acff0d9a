"""Lanes of a timeline."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from dateline.views.timeline import spread


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
