"""The entities and mentions of a page while they are being found."""

from dataclasses import dataclass, field, replace
from typing import Literal

from dateline.mentions.sectors import sector_of_body, sector_of_roles, sector_of_title
from dateline.mentions.tokens import Tokens
from dateline.records import Entity, EntityKind, Mention, MentionForm, Role, Sector, Span, content_id

Gender = Literal["feminine", "masculine"]


@dataclass(slots=True, eq=False)
class Draft:
    """An entity being put together. `plural` is set for groups of more than one.

    `country_span` are the words that tell the country, where they are not the first of its own.
    """

    kind: EntityKind
    name: str
    names: dict[str, Span] = field(default_factory=dict)
    country: str | None = None
    country_span: Span | None = None
    roles: list[Role] = field(default_factory=list)
    gender: Gender | None = None
    plural: bool = False


@dataclass(slots=True, frozen=True, eq=False)
class Found:
    """A mention of a draft: tokens `start` up to, not including, `end`, and the head token."""

    start: int
    end: int
    head: int
    form: MentionForm
    draft: Draft


class Cast:
    """All entities and mentions found so far on one page."""

    def __init__(self, tokens: Tokens, loud: frozenset[int] = frozenset()) -> None:
        self.tokens = tokens
        self.loud = loud
        """Tokens of headlines in title case or capitals."""
        self.drafts: dict[tuple[EntityKind, str], Draft] = {}
        self.countries: dict[str | None, Draft] = {}
        """The countries of the page by their code."""
        self.found: list[Found] = []
        self.heads: dict[int, Found] = {}
        self.covered: dict[int, Found] = {}
        """The shortest name over each token."""
        self.in_body: set[int] = set()
        """Tokens of the names of organisations."""
        self.titles: set[int] = set()
        """Tokens of titles before names: parts of the name's phrase, never phrases of their own."""

    def draft(self, kind: EntityKind, name: str, country: str | None = None) -> Draft:
        """The entity of this kind and name, made where there is none; one kind of apostrophe in names."""
        name = name.replace("’", "'")
        draft = self.drafts.setdefault((kind, name), Draft(kind, name))
        draft.country = draft.country or country
        if kind == "country":
            self.countries[country] = draft
        return draft

    def mention(self, draft: Draft, start: int, end: int, head: int, form: MentionForm) -> None:
        """Note that tokens stand for an entity."""
        found = Found(start, end, head, form, draft)
        self.found.append(found)
        self.heads.setdefault(head, found)
        if form == "name" and draft.kind == "organization":
            self.in_body.update(range(start, end))
        if form in ("name", "adjective"):
            self.covered.update((i, found) for i in range(start, end) if self._is_shortest(i, found))
        if form != "pronoun":
            draft.names.setdefault(self.tokens.words(start, end), self.tokens.span(start, end))

    def _is_shortest(self, i: int, found: Found) -> bool:
        known = self.covered.get(i)
        return known is None or known.end - known.start > found.end - found.start

    def join(self, draft: Draft, other: Draft) -> None:
        """Let all mentions of one entity be mentions of another."""
        if draft is other:
            return
        self.found = [replace(f, draft=other) if f.draft is draft else f for f in self.found]
        self.heads = {i: replace(f, draft=other) if f.draft is draft else f for i, f in self.heads.items()}
        other.names = draft.names | other.names
        if other.country is None:
            other.country, other.country_span = draft.country, draft.country_span
        other.gender = other.gender or draft.gender

    def forget_bodies(self, tokens: set[int]) -> None:
        """Let words be no mentions of organisations by name where they turn out to be a part of something else."""
        gone = {
            id(f) for f in self.found if f.draft.kind == "organization" and f.start in tokens and f.end - 1 in tokens
        }
        self.found = [f for f in self.found if id(f) not in gone]
        self.heads = {i: f for i, f in self.heads.items() if id(f) not in gone}
        self.covered = {i: f for i, f in self.covered.items() if id(f) not in gone}

    def at(self, token: int) -> Draft | None:
        """The entity whose mention has its head at a token."""
        found = self.heads.get(token)
        return found.draft if found else None

    def of_kind(self, *kinds: EntityKind) -> list[Found]:
        """The mentions of entities of these kinds, in order of the text."""
        return sorted((f for f in self.found if f.draft.kind in kinds), key=lambda f: (f.start, f.end))

    def country_at(self, token: int) -> Draft | None:
        """The country that a token names, be it only by its adjective."""
        found = self.covered.get(token)
        return found.draft if found and found.draft.kind == "country" else None

    def records(self, page_id: str) -> tuple[tuple[Mention, ...], tuple[Entity, ...]]:
        """Mentions in order of their spans, and the entities in order of their first mention."""
        ids: dict[int, str] = {}
        mentions = {}
        entities = {}
        for found in sorted(self.found, key=lambda f: (f.start, f.end)):
            draft = found.draft
            if id(draft) not in ids:
                ids[id(draft)] = content_id(page_id, draft.kind, draft.name)
                first = self.tokens.span(found.start, found.end)
                entities[ids[id(draft)]] = _entity(draft, ids[id(draft)], first)
            mention = self._mention(found, ids[id(draft)])
            mentions[mention.span, mention.entity] = mention
        return tuple(mentions.values()), tuple(entities.values())

    def _mention(self, found: Found, entity: str) -> Mention:
        span = self.tokens.span(found.start, found.end)
        head = self.tokens.span(found.head, found.head + 1)
        return Mention(span=span, head=head, kind=found.draft.kind, form=found.form, entity=entity)


def _entity(draft: Draft, identity: str, first: Span) -> Entity:
    """The record of an entity; `first` are the words of its first mention."""
    sector, sector_span = _sector(draft, first)
    return Entity(
        id=identity,
        kind=draft.kind,
        name=draft.name,
        names=tuple(draft.names) or (draft.name,),
        country=draft.country,
        roles=tuple(draft.roles),
        country_span=(draft.country_span or first) if draft.country else None,
        sector=sector,
        sector_span=sector_span,
    )


def _sector(draft: Draft, first: Span) -> tuple[Sector, Span] | tuple[None, None]:
    """The sector of an entity and the words that tell it."""
    if draft.kind == "person":
        told = sector_of_roles(draft.roles)
        return (told[0], told[1].span) if told else (None, None)
    sector: Sector | None = None
    if draft.kind == "country":
        sector = "GOV"
    elif draft.kind == "group":
        sector = sector_of_title(draft.name)
    elif draft.kind == "organization":
        sector = sector_of_body(draft.name, tuple(draft.names))
        if sector is None:
            return _described_sector(draft)
    return (sector, first) if sector else (None, None)


def _described_sector(draft: Draft) -> tuple[Sector, Span] | tuple[None, None]:
    """What the page calls a body whose name tells nothing: "the company", "the party"."""
    told = ((sector_of_title(form.lower()), span) for form, span in draft.names.items() if form != draft.name)
    return next(((sector, span) for sector, span in told if sector is not None), (None, None))
