"""A chronicle as its pages stood on a day: today's identities and decisions, without what was published later."""

import datetime
import runpy
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.executors import as_of, decide, merge_pending
from dateline.exports import everything
from dateline.opening import opened
from dateline.records import Entry, Page, Reading
from dateline.store import open_store

BRIDGE = SimpleNamespace(**runpy.run_path(str(Path(__file__).with_name("bridge.py"))))


def read(location: str, readings: Sequence[Reading]) -> str:
    with open_store(location, create=True) as store:
        with store.writer() as writer:
            for reading in readings:
                id = reading.page_id
                writer.add_pages([Page(id=id, location=f"/{id}", name="", media="text/plain", content=b"")])
            writer.add_readings(readings)
        merge_pending(store)
    return location


def exported(location: str, day: datetime.date | None = None) -> list[str]:
    """Every record that can be exported, entries with their evidence."""
    with opened(location, day) as view:
        return list(everything(view, "jsonl"))


def entries(location: str, day: datetime.date | None = None) -> dict[str, Entry]:
    with opened(location, day) as view:
        return {entry.id: entry for entry in view._ground.reader.entries()}


def published_by(readings: Iterable[Reading], day: datetime.date) -> list[Reading]:
    return [reading for reading in readings if reading.article.published.day <= day]


@pytest.mark.parametrize("number", [2, 3, 4, 5, 9, 10, 20, 21])
def test_a_day_shows_what_a_chronicle_of_the_pages_until_then_would(
    chronicle_locations: Callable[[], str], number: int
) -> None:
    day = BRIDGE.day(number)
    whole = read(chronicle_locations(), BRIDGE.STORY)
    some = read(chronicle_locations(), published_by(BRIDGE.STORY, day))
    assert exported(whole, day) == exported(some)


SENTENCES = st.tuples(
    st.sampled_from(["Ada Holt", "Bo Lind"]),
    st.sampled_from(["open", "pay", "visit"]),
    st.sampled_from(["the bridge", "the fishermen"]),
    st.booleans(),
)
PAGES = st.lists(
    st.tuples(st.integers(1, 12), st.integers(1, 14), st.lists(SENTENCES, min_size=1, max_size=2)),
    min_size=2,
    max_size=6,
)


@given(PAGES, st.integers(1, 12))
@settings(max_examples=8, deadline=None)
def test_any_day_of_any_story_shows_the_cells_of_the_pages_until_then(
    tmp_path_factory: Any, pages: list[Any], number: int
) -> None:
    folder = tmp_path_factory.mktemp("days")
    story = [BRIDGE.told(n, (day, about), *told) for n, (day, about, told) in enumerate(pages)]
    day = BRIDGE.day(number)
    whole, some = read(str(folder / "a.db"), story), read(str(folder / "b.db"), published_by(story, day))
    assert exported(whole, day) == exported(some)


def test_who_is_who_stays_as_it_is_known_today(tmp_path: Path) -> None:
    later = BRIDGE.told(2, (9, 2), ("Ada Holt", "open", "the bridge", False))
    location = read(str(tmp_path / "a.db"), [BRIDGE.told(1, (3, 2), ("Holt", "open", "the bridge", False)), later])
    [entry] = entries(location, BRIDGE.day(4)).values()
    assert (entry.actors, len(entry.reports)) == (("Ada Holt",), 1)
    with opened(location, BRIDGE.day(4)) as view:
        assert [row.name for row in view.actors()] == ["Ada Holt"]


def test_decisions_hold_on_every_day_whenever_they_were_made(tmp_path: Path) -> None:
    location = read(str(tmp_path / "a.db"), BRIDGE.STORY)
    first, second = (e for e in entries(location).values() if "open" in e.words)
    decide(location, "same", "Ana", [first.id, second.id])
    decide(location, "edit", "Ana", [first.id], cell="places", value="Varn")
    before = entries(location, BRIDGE.day(4))[first.id]
    assert (len(before.reports), before.places, before.edits[0].reader) == (3, ("Varn",), "")
    after = entries(location, BRIDGE.day(5))[first.id]
    assert len(after.reports) == 4
    with opened(location, BRIDGE.day(4)) as view:
        assert view.show(second.id).entry.id == first.id, "ids of the past lead on"
        assert {change.kind for change in view.changes()} == {"new", "merged"}


def test_what_is_due_or_done_is_asked_of_the_pages_until_then(tmp_path: Path) -> None:
    location = read(str(tmp_path / "a.db"), BRIDGE.STORY)

    def states(number: int) -> list[str]:
        with opened(location, BRIDGE.day(number)) as view:
            return [row.state for row in view.expectations() if "pay" in row.event]

    assert [states(number) for number in (4, 5, 9, 10)] == [[], ["open"], ["open"], ["fulfilled"]]


def test_the_copy_goes_when_nobody_looks_at_it_any_more(
    tmp_path: Path, tmp_path_factory: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    import gc
    import tempfile

    folder = tmp_path_factory.mktemp("temporary")
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    location = read(str(tmp_path / "a.db"), BRIDGE.STORY)
    view = opened(location, BRIDGE.day(5))
    assert len(list(folder.iterdir())) == 1
    view.close()
    del view
    gc.collect()
    assert list(folder.iterdir()) == []


def test_a_chronicle_that_another_dateline_merged_is_read_first(tmp_path: Path) -> None:
    from dateline.errors import ChronicleError
    from dateline.store.merge_writer import MERGED_BY
    from dateline.store.schema import meta

    location = read(str(tmp_path / "a.db"), BRIDGE.STORY)
    with open_store(location) as store, store.writer() as writer:
        writer._connection.execute(meta.update().where(meta.c.key == MERGED_BY).values(value="0"))
    with pytest.raises(ChronicleError, match="merges it anew"):
        as_of(location, BRIDGE.day(5), str(tmp_path / "b.db"))
