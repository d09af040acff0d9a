"""Rows of locations: where on earth the places of a page are, for lists and maps that span pages."""

from dateline.records import Location, Reading
from dateline.store.folding import folded, storable
from dateline.store.rows import Row, encode


def location_rows(reading: Reading) -> list[Row]:
    """One row a location, in the order of the reading."""
    return [
        {"page_id": reading.page_id, "position": position, **_columns(location), "record": encode(location)}
        for position, location in enumerate(reading.places)
    ]


def _columns(location: Location) -> Row:
    place = location.place
    return {
        "name": storable(location.name),
        "folded": folded(location.name),
        "place": folded(place.name) if place else None,
        "country": place.country if place else None,
        "latitude": place.latitude if place else None,
        "longitude": place.longitude if place else None,
    }
