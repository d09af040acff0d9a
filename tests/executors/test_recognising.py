"""The actors in the tables are those of all pages at once, in both databases, whatever comes, goes or is decided."""

import runpy
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.executors import decide, merge_pending
from dateline.executors.merging import merge_some
from dateline.merging import actors
from dateline.records import Actor, Page, Reading
from dateline.store import Store, open_store

MADE = runpy.run_path(str(Path(__file__).parents[1] / "merging" / "test_recognising.py"))
reading, PAGES = MADE["reading"], MADE["PAGES"]


def keep(store: Store, readings: Sequence[Reading]) -> None:
    with store.writer() as writer:
        for r in readings:
            writer.add_pages([Page(id=r.page_id, location=f"/{r.page_id}", name="", media="text/plain", content=b"")])
        writer.add_readings(readings)


def by_id(found: Any) -> list[Actor]:
    return sorted(found, key=lambda actor: actor.id)


def test_actors_are_kept_up_to_date_with_every_page(chronicle_locations: Callable[[], str]) -> None:
    told = [
        reading("p4", 9, [("person", "Holt", ("mayor",), None), ("country", "Kenya", (), "KE")]),
        reading("p2", 3, [("person", "Ada Holt", (), "NO"), ("organization", "WGC", (), None)]),
        reading("p1", 0, [("person", "Bo Holt", (), None), ("organization", "World Grain Council", (), None)]),
        reading("p3", 5, [("person", "ADA HOLT", ("envoy",), None), ("group", "x" * 3000, (), None)]),
    ]
    with open_store(chronicle_locations(), create=True) as store:
        for number, page in enumerate(told, start=1):
            keep(store, [page])
            merge_pending(store)
            assert by_id(store.reader().actors()) == by_id(actors(told[:number]))
        with store.writer() as writer:
            writer.remove_pages(["p1"], "Ada", "asked to")
        merge_pending(store)
        assert by_id(store.reader().actors()) == by_id(actors([told[0], told[1], told[3]]))


@given(PAGES, st.randoms(use_true_random=False))
@settings(max_examples=4, deadline=None)
def test_any_order_of_pages_coming_and_going_gives_the_same_rows(
    tmp_path_factory: Any, rows_of: Any, found: Any, random: Any
) -> None:
    folder = tmp_path_factory.mktemp("actors")
    readings = [reading(f"p{n}", day, told) for n, (day, told) in enumerate(found)]
    order = random.sample(readings, k=len(readings))
    again = order[: len(order) // 2]
    with open_store(str(folder / "a"), create=True) as one, open_store(str(folder / "b"), create=True) as other:
        keep(one, readings)
        merge_pending(one)
        for r in order:
            keep(other, [r])
            merge_pending(other)
        with other.writer() as writer:
            writer.remove_pages([r.page_id for r in again], "Ada", "")
            writer.lift_tombstones([r.page_id for r in again])
        merge_pending(other)
        keep(other, again)
        merge_pending(other)
        assert rows_of(other) == rows_of(one)
        assert by_id(other.reader().actors()) == by_id(actors(readings))


def test_a_run_that_stops_before_its_actors_are_made_is_taken_up_again(tmp_path: Path) -> None:
    page = reading("p1", 0, [("person", "Ada Holt", (), None)])
    with open_store(str(tmp_path / "a.db"), create=True) as store:
        keep(store, [page])
        while merge_some(store):
            pass
        assert not store.reader().is_merged()
        merge_pending(store)
        assert tuple(store.reader().actors()) == actors([page])


def test_names_that_people_decide_about_reach_the_short_forms_too(tmp_path: Path) -> None:
    pages = [
        reading("p1", 0, [("person", "Ada Holt", (), None)]),
        reading("p2", 3, [("person", "Holt", (), None), ("person", "The Builder", (), None)]),
    ]
    location = str(tmp_path / "a.db")
    with open_store(location, create=True) as store:
        keep(store, pages)
        merge_pending(store)
    made = decide(location, "actor-same", "Ana", ["The Builder", "Ada Holt"])
    with open_store(location) as store:
        [actor] = store.reader().actors()
        assert (actor.name, set(actor.names)) == ("The Builder", {"The Builder", "Ada Holt", "Holt"})
    decide(location, "undo", "Ana", [made.id])
    with open_store(location) as store:
        assert by_id(store.reader().actors()) == by_id(actors(pages))
