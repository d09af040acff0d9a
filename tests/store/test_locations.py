"""Where places are: kept with their reading, found by name, place and source, gone with it."""

from typing import Any

from dateline.records import Location, Place, Span
from dateline.store import Filters, Store

BERGEN = Place(id=3161732, name="Bergen", kind="city", country="NO", region="Vestland", latitude=60.39, longitude=5.32)
FOUND = Location(entity="e1", name="BERGEN", span=Span(0, 6), place=BERGEN, precision="city", reason="populous")
OPEN = Location(entity="e2", name="Otter Sound", span=Span(10, 21), reason="unknown")


def keep(store: Store, sample: Any, *places: Location) -> None:
    with store.writer() as writer:
        writer.add_pages([sample.page()])
        writer.add_readings([sample.reading(places=places)])


def names(store: Store, **filters: Any) -> list[str]:
    return [location.name for _, location in store.reader().locations(Filters(**filters))]


def test_they_come_back_with_their_page_in_order_of_the_text(store: Store, sample: Any) -> None:
    keep(store, sample, FOUND, OPEN)
    assert list(store.reader().locations()) == [(sample.page().id, FOUND), (sample.page().id, OPEN)]


def test_they_are_found_by_what_the_page_calls_them_and_by_what_they_are(store: Store, sample: Any) -> None:
    keep(store, sample, FOUND, OPEN)
    assert names(store, place="bergen") == ["BERGEN"]
    assert names(store, place="otter sound") == ["Otter Sound"]
    assert names(store, place="Berg") == []
    assert names(store, source="Another") == []


def test_another_reading_takes_their_place(store: Store, sample: Any) -> None:
    keep(store, sample, FOUND, OPEN)
    keep(store, sample, OPEN)
    assert names(store) == ["Otter Sound"]
