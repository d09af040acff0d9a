"""Entries stand in order of time, sub-events under their frame."""

import datetime
from types import SimpleNamespace

from hypothesis import given
from hypothesis import strategies as st

from dateline.records import Entry, Interval
from dateline.views.ordering import in_order

DAY = datetime.date(2021, 5, 16)


def entry(id: str, frame: str | None = None, interval: Interval | None = None) -> Entry:
    return Entry(
        id=id, words=id, type=None, mode=None, actors=(), recipients=(), places=(), value=None, basis="stated",
        interval=interval or Interval(None, None), status="happened", said_by=(), reports=(), frame=frame,
    )  # fmt: skip


def ids(entries: list[Entry]) -> list[tuple[str, int]]:
    return [(found.id, depth) for found, depth in in_order(entries, lambda _: DAY)]


def test_a_frame_comes_before_what_it_frames_even_when_that_began_earlier() -> None:
    early = Interval.day(datetime.date(2021, 5, 1))
    assert ids([entry("a", "b", early), entry("b", None, Interval.day(DAY))]) == [("b", 0), ("a", 1)]


def test_undated_entries_stand_where_they_were_reported() -> None:
    before, after = (Interval.day(DAY + datetime.timedelta(days=n)) for n in (-1, 1))
    assert [id for id, _ in ids([entry("c", None, after), entry("b"), entry("a", None, before)])] == ["a", "b", "c"]


def test_an_entry_whose_frame_is_not_listed_stands_by_itself() -> None:
    assert ids([entry("a", "gone")]) == [("a", 0)]


def test_the_longer_of_two_that_begin_together_comes_first() -> None:
    long = Interval(DAY, DAY + datetime.timedelta(days=4))
    assert [id for id, _ in ids([entry("a", None, Interval.day(DAY)), entry("b", None, long)])] == ["b", "a"]


def test_an_endless_chain_of_frames_needs_no_recursion() -> None:
    chain = [entry(f"{n:05}", f"{n - 1:05}" if n else None) for n in range(3000)]
    assert ids(chain)[-1] == ("02999", 2999)


@given(st.lists(st.integers(0, 7), min_size=1, max_size=8), st.randoms())
def test_every_entry_is_listed_once_in_one_order_even_when_frames_go_in_circles(
    frames: list[int], random: SimpleNamespace
) -> None:
    entries = [entry(str(n), str(frame)) for n, frame in enumerate(frames)]
    expected = ids(entries)
    random.shuffle(entries)
    assert ids(entries) == expected
    assert sorted(id for id, _ in expected) == sorted({found.id for found in entries})
