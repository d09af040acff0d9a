"""Entities of many pages into actors: one a kind and name, whatever spelling or short form of it a page uses.

Which entities are one depends on their names and on the full names that share a key with them, not on anything else of
the chronicle: see `names.py`.
"""

import datetime
from collections.abc import Collection, Iterable, Iterator

from dateline.merging.names import Names, is_acronym, plain
from dateline.records import Actor, ActorRole, Attestation, Entity, EntityKind, Reading, Role, Span, content_id

Stands = tuple[Reading, Entity]
"""An entity and the page it is of."""


def actors(readings: Iterable[Reading], apart: Collection[tuple[str, str]] = ()) -> tuple[Actor, ...]:
    """All actors, by name and kind. `names` holds every form met on any page.

    `apart` are pairs of keys of names (`dateline.mentions.name_key`) that people told apart.
    """
    groups: dict[tuple[EntityKind, str], list[Stands]] = {}
    ordered = sorted(readings, key=lambda r: (r.article.published.iso, r.page_id))
    full = Names(ordered, apart)
    for reading in ordered:
        for entity in reading.entities:
            name = _name(full, entity)
            groups.setdefault((entity.kind, plain(name)), []).append((reading, entity))
    found = (_actor(kind, full, group) for (kind, _), group in groups.items())
    return tuple(sorted(found, key=lambda a: (plain(a.name), a.kind, a.id)))


def _actor(kind: EntityKind, full: Names, group: list[Stands]) -> Actor:
    entities = [entity for _, entity in group]
    name = _name(full, entities[0])
    country = next((stands for stands in group if stands[1].country), None)
    sector = next((stands for stands in reversed(group) if stands[1].sector), None)
    return Actor(
        id=content_id("actor", kind, plain(name)),
        kind=kind,
        name=name,
        names=tuple(sorted({n for e in entities for n in (e.name, *e.names)})),
        country=country[1].country if country else None,
        entities=tuple(sorted(e.id for e in entities)),
        roles=_roles(group),
        country_told=_attested(country[0], country[1].country_span) if country else None,
        sector=sector[1].sector if sector else None,
        sector_told=_attested(sector[0], sector[1].sector_span) if sector else None,
    )


def _name(full: Names, entity: Entity) -> str:
    short = entity.kind == "person" or (entity.kind == "organization" and is_acronym(entity.name))
    return full.full(entity.name) if short else entity.name


def _attested(reading: Reading, span: Span | None) -> Attestation | None:
    return Attestation(reading.article.published.day, reading.page_id, span) if span is not None else None


def _roles(group: list[Stands]) -> tuple[ActorRole, ...]:
    """The roles of an actor, each with its first attestation of each day.

    Where pages name one country beside a title, or none, that is the country of all who use the title.
    """
    told: dict[str, list[tuple[Attestation, Role]]] = {}
    for reading, entity in group:
        for role in entity.roles:
            at = Attestation(reading.article.published.day, reading.page_id, role.span)
            told.setdefault(plain(role.title), []).append((at, role))
    roles = [role for rows in told.values() for role in _by_country(rows)]
    return tuple(sorted(roles, key=lambda r: (r.first, r.last, plain(r.title), r.country or "")))


def _by_country(rows: list[tuple[Attestation, Role]]) -> Iterator[ActorRole]:
    named = {role.country for _, role in rows if role.country}
    only = min(named) if len(named) == 1 else None
    by_country: dict[str | None, list[tuple[Attestation, Role]]] = {}
    for row in rows:
        by_country.setdefault(row[1].country or only, []).append(row)
    for country, same in by_country.items():
        days: dict[datetime.date, Attestation] = {}
        for at, _ in sorted(same, key=lambda row: (row[0].day, row[0].page_id, row[0].span)):
            days.setdefault(at.day, at)
        first = min(same, key=lambda row: (row[0].day, row[0].page_id, row[0].span))[1]
        yield ActorRole(title=first.title, country=country, attested=tuple(days.values()))
