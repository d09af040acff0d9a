"""Places of the world, and how a page's words were brought to them."""

from typing import Literal

import msgspec

from dateline.records.spans import Span

PlaceKind = Literal[
    "city",
    "county",  # part of a country of the second level: counties, districts
    "region",  # part of a country of the first level: states, provinces
    "country",
    "area",  # what has no government of its own: "the Balkans"; former countries
    "water",  # seas, lakes, rivers, straits
    "continent",
    "site",  # a facility or landmark with a point of its own
]
Precision = Literal["point", "city", "area", "country"]
PlaceReason = Literal[
    "only",  # no other place of the name is known
    "known",  # a country, or another name of our own tables
    "contained",  # the page says what holds it: "Paris, Texas"
    "beside",  # it lies nearest to other places of the page
    "focus",  # it lies in the country or region that the page speaks of most
    "populous",  # nothing but its size speaks for it
    "within",  # a facility, put where the page says it is
    "unknown",  # the gazetteer has no such name
    "undecided",  # the page names nothing that holds it
]


PlacePart = Literal["at", "from", "to", "through"]
PlaceBasis = Literal[
    "attached",  # the words of the event itself name it
    "same",  # another mention of the same event does
    "frame",  # it is that of the event that this one is part of
    "return",  # the way home from it does
    "parts",  # the country in which its parts were
    "dateline",  # it is where the dispatch is from
]


class Place(msgspec.Struct, frozen=True, kw_only=True):
    """A place of the world. `id` is GeoNames', None where their tables as we have them lack it.

    `country` is ISO 3166 alpha-2, empty for what lies in several; `region` the name of its state or province. Latitude
    and longitude are in degrees (WGS 84). An area's own point is not in the tables: it is put at the middle of the
    cities in it, and `members` says of how many; 0 is a point of its own.
    """

    id: int | None
    name: str
    kind: PlaceKind
    country: str = ""
    region: str = ""
    latitude: float
    longitude: float
    members: int = 0


class Location(msgspec.Struct, frozen=True, kw_only=True):
    """The place that an entity of a page is, or lies in; `place` is None where nothing says so.

    `entity` is None for the place at the head of a dispatch.

    `name` and `span` are the words of the page, `via` the other name that decided, with its place on the page.
    `precision` says what the point may be taken for.
    """

    entity: str | None
    name: str
    span: Span
    place: Place | None = None
    precision: Precision | None = None
    reason: PlaceReason
    via: str | None = None
    via_span: Span | None = None


class EventPlace(msgspec.Struct, frozen=True, kw_only=True):
    """A place of an event: the part it plays ("from Oslo to Bergen" has two) and how the event came to it.

    `name` is canonical, `span` the words of the page. The entity's `Location` says where on earth that is; the location
    without an entity where `basis` is the dateline.
    """

    name: str
    span: Span
    entity: str | None = None
    part: PlacePart = "at"
    basis: PlaceBasis = "attached"
