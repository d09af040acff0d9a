"""Entities of many pages into actors: one a kind and name, whatever spelling or short form of it a page uses.

Which entities are one depends on their names and on the full names that share a key with them, not on anything else of
the chronicle: see `names.py`.
"""

from collections.abc import Iterable
from itertools import groupby

from dateline.merging.names import Names, plain
from dateline.records import Actor, ActorRole, Attestation, Entity, EntityKind, Reading, content_id

Stands = tuple[Reading, Entity]
"""An entity and the page it is of."""


def actors(readings: Iterable[Reading]) -> tuple[Actor, ...]:
    """All actors, by name and kind. `names` holds every form met on any page."""
    groups: dict[tuple[EntityKind, str], list[Stands]] = {}
    ordered = sorted(readings, key=lambda r: (r.article.published.iso, r.page_id))
    full = Names(ordered)
    for reading in ordered:
        for entity in reading.entities:
            name = full.full(entity.name) if entity.kind == "person" else entity.name
            groups.setdefault((entity.kind, plain(name)), []).append((reading, entity))
    found = (_actor(kind, full, group) for (kind, _), group in groups.items())
    return tuple(sorted(found, key=lambda a: (plain(a.name), a.kind, a.id)))


def _actor(kind: EntityKind, full: Names, group: list[Stands]) -> Actor:
    entities = [entity for _, entity in group]
    name = full.full(entities[0].name) if kind == "person" else entities[0].name
    return Actor(
        id=content_id("actor", kind, plain(name)),
        kind=kind,
        name=name,
        names=tuple(sorted({n for e in entities for n in (e.name, *e.names)})),
        country=next((e.country for e in entities if e.country), None),
        entities=tuple(sorted(e.id for e in entities)),
        roles=_roles(group),
        sector=next((e.sector for e in reversed(entities) if e.sector), None),
    )


def _roles(group: list[Stands]) -> tuple[ActorRole, ...]:
    """The roles of an actor, each with its first attestation of each day."""
    told = sorted(
        (
            (
                plain(role.title),
                role.country or "",
                reading.article.published.day,
                reading.page_id,
                role.span.start,
                role,
            )
            for reading, entity in group
            for role in entity.roles
        ),
        key=lambda found: found[:5],
    )
    roles = []
    for _, same in groupby(told, key=lambda found: found[:2]):
        rows = list(same)
        days = {day: Attestation(day, page, role.span) for _, _, day, page, _, role in reversed(rows)}
        first = rows[0][5]
        roles.append(ActorRole(title=first.title, country=first.country, attested=tuple(days[d] for d in sorted(days))))
    return tuple(sorted(roles, key=lambda r: (r.first, r.last, plain(r.title), r.country or "")))
