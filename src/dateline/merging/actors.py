"""Entities of many pages into actors: one a kind and plain name, or a name that another page gives in full."""

from collections.abc import Iterable

from dateline.merging.candidates import plain
from dateline.records import Actor, Entity, Reading, content_id


def actors(readings: Iterable[Reading]) -> tuple[Actor, ...]:
    """All actors, by name and kind. `names` holds every form met on any page."""
    groups: dict[tuple[str, str], list[Entity]] = {}
    for reading in sorted(readings, key=lambda r: (r.article.published.iso, r.page_id)):
        for entity in reading.entities:
            groups.setdefault((entity.kind, plain(entity.name)), []).append(entity)
    return tuple(sorted((_actor(g) for g in groups.values()), key=lambda a: (plain(a.name), a.kind, a.id)))


def _actor(group: list[Entity]) -> Actor:
    first = group[0]
    return Actor(
        id=content_id("actor", first.kind, plain(first.name)),
        kind=first.kind,
        name=first.name,
        names=tuple(sorted({n for e in group for n in (e.name, *e.names)})),
        country=next((e.country for e in group if e.country), None),
        entities=tuple(sorted(e.id for e in group)),
    )
