"""What a name on a page may stand for: the places of the gazetteer and of our own tables."""

from collections.abc import Iterator
from functools import cache, lru_cache

import msgspec

from dateline.errors import DataError
from dateline.gazetteer import Spot, gazetteer, place_of_code, places_named, spelled
from dateline.languages import load
from dateline.records import PlaceKind

ANY_OWN = frozenset({"city", "county", "region", "country", "continent"})
DIVISIONS = frozenset({"region", "county"})
SETTLEMENTS = frozenset({"city"})
KNOWN = 5_000
"""People from which a city is known by other names too."""


class Area(msgspec.Struct, frozen=True):
    """A place of our own table: a sea, a region of several countries, a part that GeoNames calls otherwise.

    `same` is the code of the place of the gazetteer that it is another name of; else it has a point of its own.
    """

    name: str
    alternates: tuple[str, ...] = ()
    same: str | None = None
    kind: PlaceKind = "area"
    id: int | None = None
    point: tuple[float, float] = (0.0, 0.0)
    countries: tuple[str, ...] = ()


class Regions(msgspec.Struct, frozen=True):
    """`regions.yaml`: short forms of states and provinces, words for kinds of places, and our own areas."""

    short: dict[str, tuple[str, ...]]
    counties: frozenset[str]
    divisions: frozenset[str]
    settlements: frozenset[str]
    directions: frozenset[str]


class Areas(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`areas.yaml`: our own areas, English names of parts of countries by GeoNames' codes, names that are no places."""

    areas: tuple[Area, ...]
    english: dict[str, tuple[str, ...]]
    nowhere: frozenset[str]


def area_data() -> Areas:
    """The table of areas in English."""
    data: Areas = load("en", "areas", Areas)
    return data


def region_data() -> Regions:
    """The table of regions in English."""
    data: Regions = load("en", "regions", Regions)
    return data


@cache
def short_forms() -> dict[str, Spot]:
    """States and provinces by the short forms that newspapers use, as they are written ("Ind.")."""
    found = ((place_of_code(code), forms) for code, forms in region_data().short.items())
    return {form: place for place, forms in found if place is not None for form in forms}


@cache
def _own_names() -> dict[str, tuple[Spot, ...]]:
    """Places of our own tables by each of their names, the areas first."""
    found: dict[str, dict[Spot, None]] = {}
    for name, place in (*_area_names(), *_country_words(), *short_forms().items()):
        found.setdefault(spelled(name), {})[place] = None
    return {name: tuple(places) for name, places in found.items()}


def _country_words() -> Iterator[tuple[str, Spot]]:
    words = gazetteer()
    for table in (words.names, words.adjectives, words.people):
        for form, country in table.items():
            place = None if country.former else place_of_code(country.code)
            if place is not None:
                yield form, place


def _area_names() -> Iterator[tuple[str, Spot]]:
    for area in area_data().areas:
        place = _spot(area)
        yield from ((name, place) for name in (area.name, *area.alternates))
    for code, names in area_data().english.items():
        known = _known_code(code)
        yield from ((name, known) for name in names)


def _known_code(code: str) -> Spot:
    """The place of a code of our tables; they name none that the gazetteer lacks, as a test checks."""
    place = place_of_code(code)
    if place is None:
        raise DataError(f"language data en/areas.yaml: {code} is no place of the gazetteer")
    return place


@cache
def english_names() -> dict[int | None, str]:
    """English names of parts of countries that the gazetteer has under another name, by GeoNames id."""
    return {_known_code(code).id: names[0] for code, names in area_data().english.items()}


@cache
def nowhere() -> frozenset[str]:
    """Names, as `plain` gives them, that stand for no place unless the page says what holds them."""
    return frozenset(spelled(name) for name in area_data().nowhere)


def _spot(area: Area) -> Spot:
    if area.same is not None:
        return _known_code(area.same)
    latitude, longitude = area.point
    return Spot(
        id=area.id,
        name=area.name,
        kind=area.kind,
        country=area.countries[0] if len(area.countries) == 1 else "",
        latitude=latitude,
        longitude=longitude,
        countries=area.countries,
    )


@lru_cache(maxsize=8192)
def spots(name: str) -> tuple[Spot, ...]:
    """What a name, as `plain` gives it, may stand for.

    Where the whole name is unknown, words for the kind of place ("Gorno district", "the city of Gorno") and for a part
    of it ("northern Gorno") are left off.
    """
    return _known(name) or next(filter(None, (_of_kinds(*form) for form in _other_forms(name))), ())


def _known(name: str) -> tuple[Spot, ...]:
    own = _own_names().get(name, ())
    ids = {place.id for place in own}
    return (*own, *(place for place in places_named(name) if place.id not in ids and _is_called_so(place)))


def _is_called_so(place: Spot) -> bool:
    """Small cities are known by their own name only: what tables give them beside it is seldom what a page means."""
    return place.own or place.kind != "city" or place.population >= KNOWN


def _of_kinds(name: str, kinds: frozenset[str]) -> tuple[Spot, ...]:
    return tuple(place for place in _known(name) if place.kind in kinds and (place.own or kinds is not ANY_OWN))


def _other_forms(name: str) -> Iterator[tuple[str, frozenset[str]]]:
    words, data = name.split(), region_data()
    for kinds, marks in ((DIVISIONS, data.divisions), (SETTLEMENTS, data.settlements | data.divisions)):
        if len(words) > 1 and words[-1] in marks:
            yield " ".join(words[:-1]), kinds
            yield from ((" ".join((*words[:-1], mark)), kinds) for mark in sorted(marks - {words[-1]}))
        if len(words) > 2 and words[0] in marks and words[1] == "of":
            yield " ".join(words[2:]), kinds
    if len(words) > 1 and words[0] in data.directions:
        yield " ".join(words[1:]), ANY_OWN


def says_county(name: str) -> bool:
    """Whether a name itself says that it is a county's."""
    return name.rsplit(" ", 1)[-1] in region_data().counties


@lru_cache(maxsize=8192)
def plain(words: str) -> str:
    """The words of a page as the gazetteer is asked for them, without a possessive."""
    return spelled(" ".join(words.split()).removesuffix("'s").removesuffix("’s"))


def holds(container: Spot, place: Spot) -> bool:
    """Whether one place lies in another."""
    match container.kind:
        case "country":
            return place.country == container.country and place.kind != "country"
        case "region":
            return bool(place.region) and place.region == container.region and place.kind in ("city", "county")
        case "county":
            return bool(place.county) and place.county == container.county and place.kind == "city"
    return place.country in container.countries
