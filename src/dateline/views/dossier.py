"""The dossier of an actor: names, roles over time, events, statements, and who else takes part."""

import datetime
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from itertools import combinations

import msgspec

from dateline.gazetteer import gazetteer
from dateline.mentions import is_plain_name
from dateline.records import Actor, ActorRole, Attestation, EntityKind, Entry, Sector, Span, Statement
from dateline.views.chronology import entry_row
from dateline.views.evidence import Evidence
from dateline.views.lists import statement_row
from dateline.views.rows import ActorRow, EntryRow, StatementRow

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
    co-actors. Where `entries` or `statements` are not all, `entries_in_all` and `statements_in_all` are more: then they
    are the weightiest and the latest.
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
    entries_in_all: int = 0
    statements_in_all: int = 0


class Material(msgspec.Struct, frozen=True, kw_only=True):
    """What a dossier is made from: the actor's entries and statements in order of time.

    `entries_in_all` and `statements_in_all` count them all, `pages` are those that report them all; `co_actors` are
    those of all entries, with how many they share, and `together` says of names in how many of all entries each two
    stand.
    """

    entries: Sequence[Entry]
    statements: Sequence[Statement]
    entries_in_all: int
    statements_in_all: int
    pages: Collection[str]
    co_actors: Sequence[CoActor]
    together: Callable[[Sequence[str]], Sequence[Sequence[int]]]


def dossier(actor: Actor, material: Material, evidence: Evidence) -> Dossier:
    """The dossier of an actor; roles and entries in order of time."""
    others = [name for name in actor.names if actor.name not in name]
    country = gazetteer().codes.get(actor.country or "")
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
        pages=len({told.page_id for role in actor.roles for told in role.attested}.union(material.pages)),
        roles=tuple(_role(role, evidence) for role in actor.roles),
        entries=tuple(entry_row(entry, evidence, None) for entry in material.entries),
        statements=tuple(statement_row(statement, evidence) for statement in material.statements),
        co_actors=tuple(material.co_actors),
        ties=_ties(material.co_actors[:TIED], material.together),
        tied=min(len(material.co_actors), TIED),
        entries_in_all=material.entries_in_all,
        statements_in_all=material.statements_in_all,
    )


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


def co_actors(counted: Iterable[tuple[str, int]], known: Mapping[str, ActorRow]) -> tuple[CoActor, ...]:
    """Names with the number of entries that they share with somebody: most entries first, then by name."""
    rows = (
        CoActor(
            id=known[name].id if name in known else None,
            name=name,
            kind=known[name].kind if name in known else None,
            entries=count,
        )
        for name, count in counted
    )
    return tuple(sorted(rows, key=lambda row: (-row.entries, row.name.casefold())))


def _ties(
    co_actors: Sequence[CoActor], together: Callable[[Sequence[str]], Sequence[Sequence[int]]]
) -> tuple[Tie, ...]:
    """Most entries first, then in order of the co-actors."""
    names = [other.name for other in co_actors]
    counts = together(names)
    pairs = [(a, b) for a, b in combinations(range(len(names)), 2) if counts[a][b]]
    ordered = sorted(pairs, key=lambda pair: (-counts[pair[0]][pair[1]], pair))
    return tuple(Tie(one=names[a], other=names[b], entries=counts[a][b]) for a, b in ordered)
