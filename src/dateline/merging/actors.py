"""The actor of many pages, out of its appearances on each of them: names, roles with their days, country, sector.

Which appearances are one actor's is found in `recognising.py`.
"""

import datetime
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from dateline.merging.names import is_named, plain
from dateline.records import (
    Actor,
    ActorRole,
    Attestation,
    Entity,
    EntityKind,
    Reading,
    Role,
    Sector,
    Span,
    content_id,
)

SEPARATOR = "\x1f"
LONGEST_NAME = 200
"""Letters of a name that a form holds as they are; what is longer stands for nobody else."""


class Appearance(msgspec.Struct, frozen=True, kw_only=True, array_like=True):
    """An entity of a page, as far as it makes an actor. `place` orders appearances: publication, page, position."""

    place: str
    day: datetime.date
    page_id: str
    entity: str
    kind: EntityKind
    name: str
    names: tuple[str, ...] = ()
    roles: tuple[Role, ...] = ()
    country: str | None = None
    country_span: Span | None = None
    sector: Sector | None = None
    sector_span: Span | None = None

    @property
    def form(self) -> str:
        """Kind and name: appearances of one form are always one actor's. Without a name of its own, the page too."""
        kept = self.name if len(self.name) <= LONGEST_NAME else self.name[:LONGEST_NAME] + content_id(self.name)
        page = "" if is_named(self.kind, self.name) else f"{SEPARATOR}{self.page_id}"
        return f"{self.kind}{SEPARATOR}{kept.replace(SEPARATOR, ' ')}{page}"


def appearances(reading: Reading) -> Iterator[Appearance]:
    """The entities of a page."""
    published = reading.article.published
    for number, entity in enumerate(reading.entities):
        yield _appearance(entity, f"{published.iso} {reading.page_id} {number:06d}", published.day, reading.page_id)


def _appearance(entity: Entity, place: str, day: datetime.date, page: str) -> Appearance:
    return Appearance(
        place=place,
        day=day,
        page_id=page,
        entity=entity.id,
        kind=entity.kind,
        name=entity.name,
        names=entity.names,
        roles=entity.roles,
        country=entity.country,
        country_span=entity.country_span,
        sector=entity.sector,
        sector_span=entity.sector_span,
    )


def actor_id(kind: EntityKind, name: str, page: str | None = None) -> str:
    """The id of the actor with a full name, or of one without a name of its own on a page."""
    return content_id("actor", kind, plain(name), *((page,) if page else ()))


def actor_of(id: str, name: str, seen: Sequence[Appearance]) -> Actor:
    """The actor with these appearances, of which there is at least one, in order. `name` is its full name.

    One without a name of its own has a page of its own, unless people decided who it is.
    """
    country = next((a for a in seen if a.country), None)
    sector = next((a for a in reversed(seen) if a.sector), None)
    return Actor(
        id=id,
        kind=seen[0].kind,
        name=name,
        page=None if is_named(seen[0].kind, name) or id == actor_id(seen[0].kind, name) else seen[0].page_id,
        names=tuple(sorted({n for a in seen for n in (a.name, *a.names)})),
        country=country.country if country else None,
        entities=tuple(sorted(a.entity for a in seen)),
        roles=_roles(seen),
        country_told=_attested(country, country.country_span) if country else None,
        sector=sector.sector if sector else None,
        sector_told=_attested(sector, sector.sector_span) if sector else None,
    )


def _attested(seen: Appearance, span: Span | None) -> Attestation | None:
    return Attestation(seen.day, seen.page_id, span) if span is not None else None


def _roles(seen: Iterable[Appearance]) -> tuple[ActorRole, ...]:
    """The roles of an actor, each with its first attestation of each day.

    Where pages name one country beside a title, or none, that is the country of all who use the title.
    """
    told: dict[str, list[tuple[Attestation, Role]]] = {}
    for a in seen:
        for role in a.roles:
            told.setdefault(plain(role.title), []).append((Attestation(a.day, a.page_id, role.span), role))
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
