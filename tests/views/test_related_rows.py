"""Which related items are pages to fetch: names in their words, and what the chronicle holds."""

import datetime

import pytest

from dateline.records import Actor, Age, EntityKind, Interval, RelatedItem, TeaserPlace
from dateline.views.citations import Source
from dateline.views.related import ActorNames, Held, related_row

SOURCE = Source(
    page="p1",
    title="Bridge opens in Varn",
    published=datetime.date(2031, 5, 3),
    publisher="The Varn Post",
    url="https://varn.example/bridge",
    location="p1.html",
)


def actor(name: str, *names: str, kind: EntityKind = "person") -> Actor:
    return Actor(id=name, name=name, names=(name, *names), kind=kind)


NAMES = ActorNames(
    [
        actor("Ada Holt", "Holt"),
        actor("United States", "US", kind="country"),
        actor("officials", kind="group"),
        actor("the harbour master", kind="person"),
        actor("Varn", kind="place"),
    ]
)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Minister Holt's boat sinks", ("Ada Holt",)),
        ("HOLT: no more boats", ("Ada Holt",)),
        ("A holt of otters", ()),
        ("Holtby wins the cup", ()),
        ("Tell us what you think", ()),
        ("US sends a ship", ("United States",)),
        ("Officials in Varn ask the harbour master", ()),
        ("Ada", ()),
        ("", ()),
    ],
)
def test_names_are_found_as_whole_words_as_they_are_written(text: str, found: tuple[str, ...]) -> None:
    assert NAMES.found_in(text) == found


def item(headline: str, teaser: str = "", url: str | None = None) -> RelatedItem:
    age = Age(words="Yesterday", days=Interval.day(datetime.date(2031, 5, 2)))
    places = (
        TeaserPlace(section="Top", headline_line=4, label="LIVE", age=age, duration=61),
        TeaserPlace(section="Harbour", headline_line=9, teaser=teaser, teaser_lines=(10,)),
    )
    return RelatedItem(id="r", page_id="p1", headline=headline, url=url, places=places)


def test_a_row_sums_up_all_places() -> None:
    row = related_row(item("Ferry sails", "Holt waved."), SOURCE, NAMES, Held.of([SOURCE]))
    assert (row.sections, row.label, row.duration, row.lines) == (("Top", "Harbour"), "LIVE", 61, (4, 9, 10))
    assert (row.age, str(row.earliest), row.times) == ("Yesterday", "2031-05-02", ())
    assert (row.actors, row.fetch) == (("Ada Holt",), True)


def test_what_names_nobody_or_is_held_is_not_to_be_fetched() -> None:
    held = Held.of([SOURCE])
    assert not related_row(item("Ferry sails"), SOURCE, NAMES, held).fetch
    assert not related_row(item("“Bridge opens” in Varn", "Holt waved."), SOURCE, NAMES, held).fetch
    assert not related_row(item("Holt waves", url=SOURCE.url), SOURCE, NAMES, held).fetch
