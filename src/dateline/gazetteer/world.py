"""Places of the world: what the gazetteer's one file holds, opened once a process and only read."""

import math
import os
import sqlite3
from functools import cache, lru_cache
from typing import Any

import msgspec

from dateline.errors import DataError
from dateline.gazetteer.building import DEGREE, FILE
from dateline.records import PlaceKind

TOWN = 15_000
"""People from which a city is known by its name alone."""
MOST = 60
"""Namesakes that are looked at: the most populous, and every state, province or country."""
EARTH_KM = 6371.0088
COLUMNS = (
    "p.id, p.name, p.kind, p.country, p.region, p.county, p.population, p.latitude, p.longitude, p.members, p.capital"
)


class Spot(msgspec.Struct, frozen=True, kw_only=True):
    """A place of the gazetteer. `id` is GeoNames', None where our own tables have none.

    `region` and `county` are ids of the parts of the country that it lies in or is, 0 where that is not known.
    `members` is the number of cities that its point is the middle of; 0 where the point is its own. `own` says whether
    it was asked for by its own name.
    """

    id: int | None
    name: str
    kind: PlaceKind
    country: str = ""
    region: int = 0
    county: int = 0
    population: int = 0
    latitude: float
    longitude: float
    members: int = 0
    capital: bool = False
    own: bool = True
    countries: tuple[str, ...] = ()


class City(msgspec.Struct, frozen=True):
    """What is known of a city by its name alone."""

    name: str
    country: str
    population: int


def distance_km(a: Spot, b: Spot) -> float:
    """Great-circle distance of two places in kilometres (haversine)."""
    one, two = math.radians(a.latitude), math.radians(b.latitude)
    turn = math.radians(b.longitude - a.longitude)
    half = math.sin((two - one) / 2) ** 2 + math.cos(one) * math.cos(two) * math.sin(turn / 2) ** 2
    return 2 * EARTH_KM * math.asin(min(1.0, math.sqrt(half)))


@lru_cache(maxsize=8192)
def places_named(name: str) -> tuple[Spot, ...]:
    """Every place of a name (as `spelled` gives it), the most populous first; of cities the first `MOST`."""
    query = f"SELECT {COLUMNS}, n.own FROM names n JOIN places p ON p.id = n.place WHERE n.name = ?"
    found = [_spot(row) for row in _database().execute(query, (name,))]
    found.sort(key=lambda p: (p.kind in ("city", "county"), -p.population, p.id or 0))
    return tuple(found[:MOST])


@cache
def place_of_id(id: int) -> Spot | None:
    """The place of a GeoNames id."""
    row = _database().execute(f"SELECT {COLUMNS}, 1 FROM places p WHERE p.id = ?", (id,)).fetchone()
    return _spot(row) if row else None


@cache
def place_of_code(code: str) -> Spot | None:
    """The country of a code of ISO 3166 ("US"), or its part of GeoNames' code ("US.OH")."""
    row = _database().execute("SELECT place FROM codes WHERE code = ?", (code,)).fetchone()
    return place_of_id(row[0]) if row else None


@cache
def cities() -> dict[str, City]:
    """The most populous city of each own name, of capitals and those with 15,000 people or more."""
    query = (
        "SELECT name, country, population FROM places WHERE kind = 'city' AND (population >= ? OR capital) "
        "ORDER BY population, id DESC"
    )
    return {name: City(name, country, people) for name, country, people in _database().execute(query, (TOWN,))}


@cache
def peopled() -> tuple[tuple[int, int], ...]:
    """Latitude and longitude, in whole degrees, of every square degree with a town: as dots they show the land."""
    query = "SELECT DISTINCT latitude, longitude FROM places WHERE kind = 'city' AND population >= ?"
    squares = {(math.floor(lat / DEGREE), math.floor(lon / DEGREE)) for lat, lon in _database().execute(query, (TOWN,))}
    return tuple(sorted(squares))


@cache
def us_states() -> frozenset[str]:
    """The states of the United States."""
    query = "SELECT name FROM places WHERE kind = 'region' AND country = 'US'"
    return frozenset(name for (name,) in _database().execute(query))


def country_of_place(name: str) -> str | None:
    """The code of the country of a state of the United States or of the most populous city of a name."""
    if name in us_states():
        return "US"
    city = cities().get(name)
    return city.country if city else None


@lru_cache(maxsize=8192)
def country_of_division(name: str) -> str | None:
    """The code of the only country of which a first-level part has a name, else that of a city of this name."""
    codes = {spot.country for spot in places_named(name) if spot.kind == "region"}
    return codes.pop() if len(codes) == 1 and name not in us_states() else country_of_place(name)


def _spot(row: tuple[Any, ...]) -> Spot:
    id, name, kind, country, region, county, population, latitude, longitude, members, capital, own = row
    return Spot(
        id=id,
        name=name,
        kind=kind,
        country=country,
        region=region,
        county=county,
        population=population,
        latitude=latitude / DEGREE,
        longitude=longitude / DEGREE,
        members=members,
        capital=bool(capital),
        own=bool(own),
    )


def _database() -> sqlite3.Connection:
    return _opened(os.getpid())


@lru_cache(maxsize=1)
def _opened(process: int) -> sqlite3.Connection:
    """A connection must not be carried into a forked process, so that each has one of its own."""
    del process
    if not FILE.is_file():
        raise DataError(
            f"the gazetteer is missing: {FILE}. Install Dateline from its wheel, or in a checkout run "
            "`sh scripts/setup.sh` or `python -m dateline.gazetteer`"
        )
    return sqlite3.connect(f"{FILE.as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False)
