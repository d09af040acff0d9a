"""Merging into a chronicle page by page gives what merging everything at once gives, in both databases."""

import runpy
from collections.abc import Callable, Sequence
from itertools import pairwise
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.executors import merging
from dateline.executors.merging import merge_pending
from dateline.merging import merge
from dateline.records import Page, Reading
from dateline.store import Store, open_store

BRIDGE = SimpleNamespace(**runpy.run_path(str(Path(__file__).with_name("bridge.py"))))
STORY = BRIDGE.STORY
told = BRIDGE.told


def keep(store: Store, readings: Sequence[Reading]) -> None:
    with store.writer() as writer:
        for reading in readings:
            page = Page(id=reading.page_id, location=f"/{reading.page_id}", name="", media="text/plain", content=b"")
            writer.add_pages([page])
        writer.add_readings(readings)


def merged(store: Store, steps: Sequence[Sequence[Reading]]) -> None:
    for step in steps:
        keep(store, step)
        merge_pending(store)


@pytest.fixture
def fresh(chronicle_locations: Callable[[], str]) -> Callable[[], Store]:
    """Opens new chronicles, in files and on a server."""
    return lambda: open_store(chronicle_locations(), create=True)


def test_the_tables_hold_what_merging_in_memory_makes(fresh: Any) -> None:
    with fresh() as store:
        merged(store, [STORY])
        found, whole = store.reader().chronicle(), merge(STORY)
    assert found.entries == whole.entries
    assert sorted(found.expectations, key=lambda e: e.id) == sorted(whole.expectations, key=lambda e: e.id)
    assert [e.sources for e in found.entries if len(e.reports) == 3] == [1]
    assert {e.state for e in found.expectations} == {"fulfilled", "lapsed"}


def test_any_order_and_any_steps_give_the_same_rows(fresh: Any, rows_of: Any) -> None:
    with fresh() as once, fresh() as stepwise:
        merged(once, [STORY])
        merged(stepwise, [[reading] for reading in reversed(STORY)])
        assert rows_of(stepwise) == rows_of(once)


@given(st.permutations(STORY), st.sets(st.integers(1, len(STORY) - 1)))
@settings(max_examples=10, deadline=None)
def test_any_order_gives_the_same_rows_in_a_file(
    tmp_path_factory: Any, rows_of: Any, order: list[Reading], cuts: set[int]
) -> None:
    folder = tmp_path_factory.mktemp("orders")
    ends = [0, *sorted(cuts), len(order)]
    with open_store(str(folder / "a"), create=True) as one, open_store(str(folder / "b"), create=True) as other:
        merged(one, [STORY])
        merged(other, [order[a:b] for a, b in pairwise(ends)])
        assert rows_of(other) == rows_of(one)


SLIPPING = [
    told(0, (1, 8), ("Ada Holt", "opening", "the bridge", True)),
    told(3, (3, 14), ("Bo Lind", "postpone", "the opening of the bridge", False)),
    told(4, (4, 14), ("Ada Holt", "opening", "the bridge", True)),
    told(5, (6, 21), ("Ada Holt", "opening", "the bridge later than planned", True)),
    told(6, (9, 9), ("Ada Holt", "visit", "the fishermen", False)),
    told(7, (22, 21), ("Ada Holt", "opening", "the bridge", False)),
]


@given(st.permutations(SLIPPING), st.sets(st.integers(1, len(SLIPPING) - 1)), st.integers(0, len(SLIPPING) - 1))
@settings(max_examples=10, deadline=None)
def test_dates_slip_in_the_same_way_in_whatever_order_pages_come_and_go(
    tmp_path_factory: Any, rows_of: Any, order: list[Reading], cuts: set[int], again: int
) -> None:
    from dateline.records import Rejection

    folder = tmp_path_factory.mktemp("slipping")
    ends = [0, *sorted(cuts), len(order)]
    page = SLIPPING[again]
    with open_store(str(folder / "a"), create=True) as one, open_store(str(folder / "b"), create=True) as other:
        merged(one, [SLIPPING])
        merged(other, [order[a:b] for a, b in pairwise(ends)])
        with other.writer() as writer:
            gone = Rejection(location=f"/{page.page_id}", reason="no_date", detail="", page_id=page.page_id)
            writer.add_rejections([gone])
        merge_pending(other)
        merged(other, [[page]])
        assert rows_of(other) == rows_of(one)
        [expectation] = [e for e in one.reader().expectations() if e.moved_from]
        assert (expectation.state, [due.latest.day for due in expectation.moved_from]) == ("fulfilled", [8, 14])
        assert len(list(one.reader().expectations())) == 1


def test_a_page_that_is_read_anew_leaves_no_trace_of_its_old_reading(fresh: Any, rows_of: Any) -> None:
    other = told(4, (10, 8), ("Bo Lind", "sing", "a song", False), ("Cara Dunn", "open", "the bridge", False))
    with fresh() as once, fresh() as again:
        merged(once, [STORY])
        merged(again, [[*STORY[:4], other, *STORY[5:]], [STORY[4]]])
        assert rows_of(again) == rows_of(once)


def test_a_page_that_is_rejected_now_leaves_the_chronicle(fresh: Any) -> None:
    from dateline.records import Rejection

    with fresh() as store:
        merged(store, [STORY])
        with store.writer() as writer:
            writer.add_rejections([Rejection(location="/page4", reason="no_date", detail="", page_id="page4")])
        merge_pending(store)
        assert store.reader().chronicle().entries == merge([*STORY[:4], *STORY[5:]]).entries


def test_what_older_rules_merged_is_merged_anew_once_and_its_ids_lead_on(
    fresh: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    with fresh() as store:
        with monkeypatch.context() as patch:
            patch.setattr("dateline.merging.updating.same_event", lambda *_: False)
            patch.setattr("dateline.store.merge_writer.MERGER", "0")
            merged(store, [STORY])
            old = [entry.id for entry in store.reader().entries()]
            assert not merge_pending(store)
        assert not store.reader().is_merged()
        assert merge_pending(store)
        found = merge(STORY).entries
        assert store.reader().chronicle().entries == found
        assert len(found) < len(old)
        assert {store.reader().entry(id).id for id in old} == {entry.id for entry in found}
        assert not merge_pending(store)


def test_many_pages_are_merged_some_at_a_time(fresh: Any, rows_of: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    with fresh() as once, fresh() as some:
        merged(once, [STORY])
        monkeypatch.setattr(merging, "PAGES_AT_ONCE", 2)
        merged(some, [STORY])
        assert rows_of(some) == rows_of(once)


def test_nothing_new_is_not_merged(fresh: Any) -> None:
    with fresh() as store:
        merged(store, [STORY])
        assert not merge_pending(store)
