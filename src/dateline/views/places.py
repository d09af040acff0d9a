"""Places as rows: what the page calls them, where on earth that is, and why, in plain words."""

from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from typing import Self

import msgspec

from dateline.records import EventPlace, Location, Place, PlaceBasis, PlacePart, Reading, Span
from dateline.store import StoreReader, Written, folded
from dateline.views.rows import PlaceRow

UNRESOLVED = "not resolved"
_NOWHERE = Span(0, 0)
BASES: dict[PlaceBasis, str] = {
    "attached": "named with the event",
    "same": "named where the same event is told again",
    "frame": "where the event is that it is part of",
    "return": "where the way home leads from",
    "parts": "the country in which its parts were",
    "dateline": "where the dispatch is from; the event names no place",
}
"""How an event came to its place, in words."""
PARTS: dict[PlacePart, str] = {"at": "", "from": "from ", "to": "to ", "through": "through "}


class EventPlaceView(msgspec.Struct, frozen=True, kw_only=True):
    """One place of one report: the part it plays, the page's words, how the event came to it, where it is and why."""

    name: str
    part: PlacePart
    words: str
    basis: str
    where: Place | None
    precision: str | None
    reason: str

    @property
    def line(self) -> str:
        """`to Bergen: named with the event. Bergen, Vestland, NO (60.393, 5.324), city: its largest namesake`."""
        return f"{PARTS[self.part]}{self.name}: {self.basis}. {described(self.where, self.precision)}: {self.reason}"


def event_places(places: Iterable[EventPlace], reading: Reading) -> tuple[EventPlaceView, ...]:
    """The places of an event mention of a reading."""
    of_entity = {location.entity: location for location in reading.places}
    return tuple(_event_place(place, of_entity, reading.article.text) for place in places)


def _event_place(place: EventPlace, of_entity: Mapping[str | None, Location], text: str) -> EventPlaceView:
    found = of_entity.get(place.entity) if place.entity or place.basis == "dateline" else None
    return EventPlaceView(
        name=place.name,
        part=place.part,
        words=" ".join(place.span.of(text).split()),
        basis=BASES[place.basis],
        where=found.place if found else None,
        precision=found.precision if found else None,
        reason=explain(found) if found else "the page names nothing that holds it",
    )


def described(place: Place | None, precision: str | None) -> str:
    """`Salem, Oregon, US (44.943, -123.035), city`."""
    if place is None:
        return UNRESOLVED
    where = ", ".join(part for part in (place.name, place.region, place.country) if part)
    return f"{where} ({place.latitude:.3f}, {place.longitude:.3f}), {precision}"


def explain(location: Location) -> str:
    """Why a name was taken for a place, or why for none, in one plain line."""
    return f"{_reason(location)}{_middle(location.place)}"


def _reason(location: Location) -> str:
    via = f"“{location.via}”" if location.via else "another place of the page"
    match location.reason:
        case "only":
            return "the only place known by this name"
        case "known":
            return f"the {location.place.kind if location.place else 'place'} of this name"
        case "contained":
            return f"the page puts it in {via}"
        case "beside":
            return f"the place of this name that lies near {via}"
        case "focus":
            return f"the place of this name in {location.via or 'the country'}, of which the page speaks most"
        case "populous":
            return "the largest place of this name; the page says nothing against it"
        case "within":
            return f"no place of its own; shown where the page puts it, {via}"
        case "unknown":
            return "no place of this name is known"
        case "undecided":
            return "the page names nothing that holds it"


def _middle(place: Place | None) -> str:
    if place is None or not place.members:
        return ""
    return f"; its point is the middle of {place.members:,} {'city' if place.members == 1 else 'cities'} in it"


class Located:
    """Where on earth the places of pages are: each page with its locations, without where they stand on it."""

    def __init__(self, by_page: Mapping[str, Sequence[Location]]) -> None:
        self._by_page = by_page

    @classmethod
    def of(cls, reader: StoreReader) -> Self:
        """Those of all pages."""
        return cls(_by_page(reader.locations()))

    def renewed(self, written: Written, reader: StoreReader) -> Self:
        """Those of the pages as they are after some were written or taken away."""
        if not written.pages:
            return self
        left = {page: locations for page, locations in self._by_page.items() if page not in written.pages}
        return type(self)(left | _by_page(reader.locations_of(written.pages)))

    def fitting(self, place: str | None, pages: Container[str] | None) -> Iterator[tuple[str, Location]]:
        """Pages with their locations: of those pages, and of that name, their own or that of what it is."""
        wanted = folded(place) if place is not None else None
        for page, locations in self._by_page.items():
            if pages is None or page in pages:
                for location in locations:
                    if wanted is None or wanted in _names(location):
                        yield page, location


def _names(location: Location) -> tuple[str, ...]:
    place = location.place
    return (folded(location.name), folded(place.name)) if place else (folded(location.name),)


def _by_page(located: Iterable[tuple[str, Location]]) -> dict[str, list[Location]]:
    found: dict[str, list[Location]] = {}
    same: dict[Location, Location] = {}
    for page, location in located:
        bare = msgspec.structs.replace(location, entity=None, span=_NOWHERE, via_span=None)
        found.setdefault(page, []).append(same.setdefault(bare, bare))
    return found


def place_rows(located: Iterable[tuple[str, Location]], entries: Mapping[str, int]) -> list[PlaceRow]:
    """One row for each name with the place it was resolved to, the most told first.

    `located` are page ids with locations, `entries` how many entries are at a place, by the canonical name in small
    letters.
    """
    groups: dict[tuple[str, Place | None], list[tuple[str, Location]]] = {}
    for page, location in located:
        groups.setdefault((" ".join(location.name.casefold().split()), location.place), []).append((page, location))
    rows = [_row(group, entries) for group in groups.values()]
    return sorted(rows, key=lambda row: (-row.entries, -row.pages, row.name.casefold(), row.geonames or 0, row.reason))


def _row(group: list[tuple[str, Location]], entries: Mapping[str, int]) -> PlaceRow:
    written = Counter(location.name for _, location in group)
    name = min(written, key=lambda form: (-written[form], form))
    location = min((found for _, found in group), key=lambda found: (found.reason, found.via or ""))
    place = location.place
    return PlaceRow(
        name=name,
        place=place.name if place else None,
        region=place.region if place else "",
        country=place.country if place else "",
        kind=place.kind if place else None,
        geonames=place.id if place else None,
        latitude=place.latitude if place else None,
        longitude=place.longitude if place else None,
        precision=location.precision,
        reason=explain(location),
        pages=len({page for page, _ in group}),
        entries=entries.get(name.casefold(), 0),
    )
