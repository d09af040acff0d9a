"""Countries with their people and capitals, as news pages name them: our own table."""

from functools import cache

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
