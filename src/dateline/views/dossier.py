"""The dossier of an actor: names, roles over time, events, statements, and who else takes part."""

import datetime
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import combinations

import msgspec

from dateline.gazetteer import gazetteer
from dateline.mentions import is_plain_name
from dateline.records import Actor, ActorRole, Attestation, EntityKind, Entry, Sector, Span, Statement
from dateline.views.chronology import entry_row
from dateline.views.evidence import Evidence
from dateline.views.lists import statement_row
from dateline.views.rows import EntryRow, StatementRow

TIED = 24
"""Co-actors, those of most entries, whose ties among each other are counted."""


class Quotation(msgspec.Struct, frozen=True, kw_only=True):
    """Words of a page, and the page as it is cited. `span` is where they stand in the article, `sentence` where their
    sentence begins."""

    words: str
    span: Span
    source: str
    page: str
    sentence: int = 0


class RoleView(msgspec.Struct, frozen=True, kw_only=True):
    """A role with the days on which pages attest it, and its first attestation. `words` name its country too."""

    words: str
    title: str
    country: str | None
    days: tuple[datetime.date, ...]
    evidence: Quotation


class CoActor(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody who takes part in the same entries, and in how many."""

    id: str | None
    name: str
    kind: EntityKind | None
    entries: int


class Tie(msgspec.Struct, frozen=True, kw_only=True):
    """Two co-actors, by name, and in how many of the actor's entries both take part."""

    one: str
    other: str
    entries: int


class Dossier(msgspec.Struct, frozen=True, kw_only=True):
    """Everything that a chronicle has on an actor. `country_told` and `sector_told` are the words that tell them.

    `names` are other forms of the name, `described` the words that pages use for the actor besides.
    `pages` counts those that attest a role, a part in an entry, or a statement. `ties` are between the first `tied`
    co-actors.
    """

    id: str
    name: str
    kind: EntityKind
    names: tuple[str, ...]
    described: tuple[str, ...]
    country: str | None
    country_name: str | None
    country_told: Quotation | None
    sector: Sector | None
    sector_told: Quotation | None
    pages: int
    roles: tuple[RoleView, ...]
    entries: tuple[EntryRow, ...]
    statements: tuple[StatementRow, ...]
    co_actors: tuple[CoActor, ...]
    ties: tuple[Tie, ...] = ()
    tied: int = 0


class Material(msgspec.Struct, frozen=True, kw_only=True):
    """What a dossier is made from: the actor's entries and statements, and all who have a canonical name."""

    entries: Sequence[Entry]
    statements: Sequence[Statement]
    known: Iterable[Actor]


def dossier(actor: Actor, material: Material, evidence: Evidence) -> Dossier:
    """The dossier of an actor; roles and entries in order of time."""
    others = [name for name in actor.names if actor.name not in name]
    country = gazetteer().codes.get(actor.country or "")
    co_actors = _co_actors(actor, material)
    return Dossier(
        id=actor.id,
        name=actor.name,
        kind=actor.kind,
        names=tuple(name for name in others if is_plain_name(name)),
        described=tuple(name for name in others if not is_plain_name(name)),
        country=actor.country,
        country_name=country.name if country else None,
        country_told=_told(actor.country_told, evidence),
        sector=actor.sector,
        sector_told=_told(actor.sector_told, evidence),
        pages=len(_pages(actor, material)),
        roles=tuple(_role(role, evidence) for role in actor.roles),
        entries=tuple(entry_row(entry, evidence, None) for entry in material.entries),
        statements=tuple(statement_row(statement, evidence) for statement in material.statements),
        co_actors=co_actors,
        ties=_ties(co_actors[:TIED], material),
        tied=min(len(co_actors), TIED),
    )


def _pages(actor: Actor, material: Material) -> set[str]:
    """The pages that attest a role of an actor, a part in an entry, or a statement."""
    told = {attested.page_id for role in actor.roles for attested in role.attested}
    reported = {report.page_id for entry in material.entries for report in entry.reports}
    return told | reported | {statement.page_id for statement in material.statements}


def role_in_words(title: str, country: str | None) -> str:
    """ "Defense Minister of Norway", unless the title names the country already."""
    known = gazetteer().codes.get(country or "")
    return title if known is None or known.name in title else f"{title} of {known.name}"


def _role(role: ActorRole, evidence: Evidence) -> RoleView:
    first = role.attested[0]
    return RoleView(
        words=role_in_words(role.title, role.country),
        title=role.title,
        country=role.country,
        days=tuple(told.day for told in role.attested),
        evidence=_quoted(first.page_id, first.span, evidence),
    )


def _quoted(page: str, span: Span, evidence: Evidence) -> Quotation:
    return Quotation(
        words=evidence.words(page, span),
        span=span,
        source=evidence.source(page).cited,
        page=page,
        sentence=evidence.sentence_start(page, span.start),
    )


def _told(attested: Attestation | None, evidence: Evidence) -> Quotation | None:
    return _quoted(attested.page_id, attested.span, evidence) if attested else None


def _co_actors(actor: Actor, material: Material) -> tuple[CoActor, ...]:
    """Most entries first, then by name."""
    others = Counter(name for entry in material.entries for name in _parties(entry) if name != actor.name)
    known = {other.name: other for other in material.known if other.name in others}
    rows = (
        CoActor(
            id=known[name].id if name in known else None,
            name=name,
            kind=known[name].kind if name in known else None,
            entries=count,
        )
        for name, count in others.items()
    )
    return tuple(sorted(rows, key=lambda row: (-row.entries, row.name.casefold())))


def _ties(co_actors: Sequence[CoActor], material: Material) -> tuple[Tie, ...]:
    """Most entries first, then in order of the co-actors."""
    rank = {other.name: number for number, other in enumerate(co_actors)}
    pairs = Counter(
        pair
        for entry in material.entries
        for pair in combinations(sorted(rank[name] for name in _parties(entry) if name in rank), 2)
    )
    ordered = sorted(pairs.items(), key=lambda counted: (-counted[1], counted[0]))
    return tuple(Tie(one=co_actors[a].name, other=co_actors[b].name, entries=count) for (a, b), count in ordered)


def _parties(entry: Entry) -> Iterable[str]:
    return dict.fromkeys(entry.actors + entry.recipients)
