"""Related items: kept with their reading, found by words and filters, gone with it."""

import datetime
from typing import Any

from dateline.records import Age, Interval, RelatedItem, TeaserPlace
from dateline.store import Filters, Store

DAY = datetime.date(2031, 5, 2)


def item(id: str, headline: str, teaser: str = "", age: Age | None = None) -> RelatedItem:
    places = (TeaserPlace(section="Harbour", headline_line=4, teaser=teaser, age=age),)
    return RelatedItem(id=id, page_id="page1", headline=headline, places=places)


YESTERDAY = Age(words="Yesterday", days=Interval.day(DAY))
ITEMS = (
    item("r1", "Otters return to the mill stream", "Ada Holt saw them at dawn."),
    item("r2", "Roses are late in the UK", age=YESTERDAY),
)


def keep(store: Store, sample: Any, *items: RelatedItem) -> None:
    with store.writer() as writer:
        writer.add_pages([sample.page()])
        writer.add_readings([sample.reading(related=items)])
        writer.replace_chronicle(sample.chronicle(actors=(sample.actor("Ada Holt", "Holt"),)))


def ids(store: Store, **filters: Any) -> list[str]:
    return [found.id for found in store.reader().related(Filters(**filters))]


def test_they_come_back_in_order_of_time(store: Store, sample: Any) -> None:
    keep(store, sample, *ITEMS)
    assert list(store.reader().related()) == [ITEMS[1], ITEMS[0]]
    assert store.reader().related_item("r1") == ITEMS[0]
    assert store.reader().related_item("nobody") is None


def test_they_are_found_by_words_with_their_headline_and_teaser(store: Store, sample: Any) -> None:
    keep(store, sample, *ITEMS)
    (hit,) = store.reader().search("dawn otters")
    assert (hit.kind, hit.id, hit.day) == ("related", "r1", "2031-05-03")
    assert hit.snippet == "Otters return to the mill stream · Ada Holt saw them at dawn."


def test_filters(store: Store, sample: Any) -> None:
    keep(store, sample, *ITEMS)
    assert ids(store, actor="holt") == ["r1"]
    assert ids(store, actor="Hol") == []
    assert ids(store, until=DAY) == ["r2"]
    assert ids(store, since=datetime.date(2031, 5, 3)) == ["r1"]
    assert ids(store, source="The Varn Post") == ["r2", "r1"]
    assert ids(store, source="Another") == []
    assert ids(store, place="Varn") == []


def test_another_reading_takes_their_place(store: Store, sample: Any) -> None:
    keep(store, sample, *ITEMS)
    keep(store, sample, item("r3", "A bridge seen from far above"))
    assert ids(store) == ["r3"]
    assert [hit.id for hit in store.reader().search("otters")] == []


def test_they_are_neither_entries_nor_statements(store: Store, sample: Any) -> None:
    keep(store, sample, *ITEMS)
    reader = store.reader()
    assert not {"r1", "r2"} & {entry.id for entry in reader.entries()}
    assert not {"r1", "r2"} & {statement.id for statement in reader.statements()}
