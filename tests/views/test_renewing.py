"""What is kept in memory is brought up to date to what it would be if it were made anew."""

import datetime
import shutil
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.errors import ChronicleError
from dateline.records import Entry, Interval
from dateline.store import open_store
from dateline.views import Browsing, View
from dateline.views.columns import SORTS

DAY = st.none() | st.dates(datetime.date(2019, 1, 1), datetime.date(2022, 1, 1))
NAMES = st.lists(st.sampled_from(("Ada Lund", "Per Holt", "Norvik", "Zed", "Åse")), max_size=2, unique=True)


@pytest.fixture(scope="module")
def state(chronicle: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[SimpleNamespace]:
    """A copy of the harbour story, a view that is renewed again and again, and what it began with."""
    path = tmp_path_factory.mktemp("renewing") / "chronicle.db"
    shutil.copy(chronicle, path)
    with View(str(path)) as view:
        view.warm_up()
        assert view.claims() is not None
        with open_store(str(path)) as store:
            entries = list(store.reader().entries())
            yield SimpleNamespace(path=path, view=view, store=store, entries=entries)


def looks(view: View) -> list[Any]:
    pages = [view.browse(Browsing(folding=None, sort=sort, limit=50)) for sort in SORTS]  # type: ignore[arg-type]
    return [*pages, view.browse(Browsing()), view.timeline(Browsing(folding=None)), view.actors(), view.places(),
            view.claims(), view.contents(), view.coverage(), view.sources(), view.types()]  # fmt: skip


@given(data=st.data())
@settings(max_examples=25, deadline=None)
def test_renewing_gives_what_making_anew_gives(state: SimpleNamespace, data: st.DataObject) -> None:
    written = [changed(entry, data) for entry in data.draw(st.lists(st.sampled_from(state.entries), max_size=4))]
    fresh = {entry.id: entry for entry in written}
    gone = {entry.id for entry in data.draw(st.lists(st.sampled_from(state.entries), max_size=3))} - fresh.keys()
    with state.store.writer() as writer:
        writer.merging().write_entries(fresh.values(), gone)
    if data.draw(st.booleans()):
        unread(state, data.draw(st.booleans()))
    state.view = state.view.renewed()
    with View(str(state.path)) as anew:
        assert looks(state.view) == looks(anew)


def test_a_page_that_is_read_anew_before_its_entries_are_made_fails_nothing(chronicle: Path, tmp_path: Path) -> None:
    path = tmp_path / "chronicle.db"
    shutil.copy(chronicle, path)
    with open_store(str(path)) as store, store.writer() as writer:
        before = list(store.reader().readings())
        writer.add_readings([msgspec.structs.replace(reading, events=()) for reading in before])
    with View(str(path)) as view:
        assert view.browse(Browsing(folding=None)).rows
        [entry, *_] = view.chronology(folding=None).rows
        with pytest.raises(ChronicleError, match="has been read anew"):
            view.show(entry.id)


def changed(entry: Entry, data: st.DataObject) -> Entry:
    first, last = data.draw(DAY), data.draw(DAY)
    if first and last and first > last:
        first, last = last, first
    frames = st.none() | st.sampled_from(("nowhere", "", "Åse"))
    return msgspec.structs.replace(
        entry,
        interval=Interval(first, last),
        frame=data.draw(frames | st.just(entry.id)),
        actors=tuple(data.draw(NAMES)),
        salience=data.draw(st.sampled_from((0.1, 0.5, 0.9))),
        status=data.draw(st.sampled_from(("happened", "planned", "denied"))),
    )


def unread(state: SimpleNamespace, other_outlet: bool) -> None:
    """Read a page again: its outlet, and so that of its entries, is another."""
    page = next(iter(state.view.sources())).page
    reading = state.store.reader().reading(page)
    name = "The Other Paper" if other_outlet else "Harbour Times"
    article = msgspec.structs.replace(reading.article, publisher=name)
    with state.store.writer() as writer:
        writer.add_readings([msgspec.structs.replace(reading, article=article)])


def test_frames_in_a_circle_are_broken_at_the_first(state: SimpleNamespace) -> None:
    first, second, below = state.entries[:3]
    day = datetime.date(2020, 5, 1)
    circle = [
        msgspec.structs.replace(first, frame=second.id, interval=Interval.day(day)),
        msgspec.structs.replace(second, frame=first.id, interval=Interval.day(day + datetime.timedelta(days=1))),
        msgspec.structs.replace(below, frame=second.id, interval=Interval.day(day + datetime.timedelta(days=2))),
    ]
    with state.store.writer() as writer:
        writer.merging().write_entries(circle, ())
    state.view = state.view.renewed()
    depths = {row.id: row.depth for row in state.view.browse(Browsing(folding=None, limit=50)).rows}
    assert [depths[entry.id] for entry in circle] == [0, 1, 2]
    assert state.view.browse(Browsing(folding=None, limit=50)).rows == state.view.chronology(folding=None).rows
