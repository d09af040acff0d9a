"""Entities of many pages into actors: one a kind and plain name, or a name that another page gives in full."""

from collections.abc import Iterable

from dateline.merging.names import Names, plain
from dateline.records import Actor, Entity, EntityKind, Reading, content_id


def actors(readings: Iterable[Reading]) -> tuple[Actor, ...]:
    """All actors, by name and kind. `names` holds every form met on any page."""
    groups: dict[tuple[EntityKind, str], list[Entity]] = {}
    ordered = sorted(readings, key=lambda r: (r.article.published.iso, r.page_id))
    full = Names(ordered)
    for reading in ordered:
        for entity in reading.entities:
            name = full.full(entity.name) if entity.kind == "person" else entity.name
            groups.setdefault((entity.kind, plain(name)), []).append(entity)
    found = (_actor(kind, name, group) for (kind, name), group in groups.items())
    return tuple(sorted(found, key=lambda a: (plain(a.name), a.kind, a.id)))


def _actor(kind: EntityKind, name: str, group: list[Entity]) -> Actor:
    first = next(e for e in group if plain(e.name) == name)
    return Actor(
        id=content_id("actor", kind, name),
        kind=kind,
        name=first.name,
        names=tuple(sorted({n for e in group for n in (e.name, *e.names)})),
        country=next((e.country for e in group if e.country), None),
        entities=tuple(sorted(e.id for e in group)),
    )
