"""Places in words and as rows."""

import datetime

import pytest

from dateline.records import Article, Block, EventPlace, Location, Place, PlaceReason, Reading, Span, Timestamp
from dateline.views.places import described, event_places, explain, place_rows

BERGEN = Place(id=1, name="Bergen", kind="city", country="NO", region="Vestland", latitude=60.3913, longitude=5.3221)
NORWAY = Place(id=2, name="Norway", kind="country", country="NO", latitude=62, longitude=10, members=632)


def location(
    name: str = "Bergen", place: Place | None = BERGEN, reason: PlaceReason = "populous", **more: str
) -> Location:
    return Location(
        entity="e1",
        name=name,
        span=Span(0, len(name)),
        place=place,
        precision="city" if place else None,
        reason=reason,
        **more,
    )


def reading_of(text: str, *places: Location) -> Reading:
    article = Article(
        page_id="page",
        title="",
        text=text,
        blocks=(Block("body", Span(0, len(text))),),
        published=Timestamp(day=datetime.date(2024, 4, 13)),
    )
    return Reading(page_id="page", reader="1", article=article, places=places)


@pytest.mark.parametrize(
    ("found", "words"),
    [
        (location(), "the largest place of this name; the page says nothing against it"),
        (location(reason="contained", via="Norway"), "the page puts it in “Norway”"),
        (location(reason="beside", via="Voss"), "the place of this name that lies near “Voss”"),
        (location(reason="focus", via="Ohio"), "the place of this name in Ohio, of which the page speaks most"),
        (
            location("Norway", NORWAY, "known"),
            "the country of this name; its point is the middle of 632 cities in it",
        ),
        (
            location("a harbour", BERGEN, "within", via="Bergen"),
            "no place of its own; shown where the page puts it, “Bergen”",
        ),
        (location("Otter Sound", None, "unknown"), "no place of this name is known"),
        (location("a harbour", None, "undecided"), "the page names nothing that holds it"),
    ],
)
def test_the_reason_is_a_plain_line(found: Location, words: str) -> None:
    assert explain(found) == words


def test_a_place_is_described_with_its_point() -> None:
    assert described(BERGEN, "city") == "Bergen, Vestland, NO (60.391, 5.322), city"
    assert described(None, None) == "not resolved"


def test_a_name_has_a_row_for_each_place_that_it_was_taken_for() -> None:
    other = Place(id=3, name="Bergen", kind="city", country="DE", latitude=52.8, longitude=9.9)
    located = [("p1", location()), ("p2", location("BERGEN")), ("p2", location()), ("p3", location(place=other))]
    rows = place_rows(located, {"bergen": 2})
    assert [(row.name, row.country, row.pages, row.entries) for row in rows] == [
        ("Bergen", "NO", 2, 2),
        ("Bergen", "DE", 1, 2),
    ]


def test_unresolved_names_are_rows_too() -> None:
    (row,) = place_rows([("p1", location("Otter Sound", None, "unknown"))], {})
    assert (row.name, row.place, row.geonames, row.latitude, row.precision) == ("Otter Sound", None, None, None, None)


def test_a_place_of_an_event_says_its_part_and_how_it_came_to_it() -> None:
    reading = reading_of("Bergen is calm.", location())
    (place,) = event_places(
        [EventPlace(name="Bergen", span=Span(0, 6), entity="e1", part="to", basis="frame")], reading
    )
    assert place.line == (
        "to Bergen: where the event is that it is part of. Bergen, Vestland, NO (60.391, 5.322), city: "
        "the largest place of this name; the page says nothing against it"
    )


def test_the_dateline_s_place_needs_no_entity() -> None:
    reading = reading_of("OSLO is calm.", Location(entity=None, name="OSLO", span=Span(0, 4), reason="unknown"))
    (place,) = event_places([EventPlace(name="OSLO", span=Span(0, 4), basis="dateline")], reading)
    assert (place.where, place.reason) == (None, "no place of this name is known")
