"""What many pages say together: entries, expectations, actors. Made from readings by `merging`, a pure function."""

import datetime
from typing import Literal

import msgspec

from dateline.records.reading import Chain, EntityKind, Sector, Status
from dateline.records.spans import Span
from dateline.records.times import Basis, Interval


class Attestation(msgspec.Struct, frozen=True):
    """Words of a page that say so, and the day on which the page was published."""

    day: datetime.date
    page_id: str
    span: Span


class ActorRole(msgspec.Struct, frozen=True, kw_only=True):
    """A role, the country it belongs to, and where it was attested: in order of days, once a day."""

    title: str
    country: str | None = None
    attested: tuple[Attestation, ...]

    @property
    def first(self) -> datetime.date:
        return self.attested[0].day

    @property
    def last(self) -> datetime.date:
        return self.attested[-1].day


class Actor(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody across pages. `entities` are the ids of the pages' entities that were found to be one.

    `roles` are in order of the first and last day on which they were attested, so that a change shows. `country` is the
    first that a page supports, `sector` the last; `country_told` and `sector_told` say where.
    """

    id: str
    kind: EntityKind
    name: str
    names: tuple[str, ...] = ()
    country: str | None = None
    entities: tuple[str, ...] = ()
    roles: tuple[ActorRole, ...] = ()
    country_told: Attestation | None = None
    sector: Sector | None = None
    sector_told: Attestation | None = None


class Report(msgspec.Struct, frozen=True, kw_only=True):
    """One page's report of an entry: the event mention and the words it stands on.

    `status` is what this report alone says, so that lists can show how it changed without reading pages again.
    """

    page_id: str
    event_id: str
    span: Span
    sentence: Span
    chain: Chain = ()
    status: Status | None = None


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """One event of the world, merged from its reports (earliest report first).

    `id` derives from the earliest report (published, page, position). Cells hold the best value by the rules in
    `merging/cells.py`. `frame` is the entry that this one is part of. `salience` orders and folds, in 0..1; it never
    deletes. `said_by` are the canonical names of all who say so; empty is the pages' own voice.
    """

    id: str
    words: str
    type: str | None
    mode: str | None
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    places: tuple[str, ...]
    interval: Interval
    value: str | None
    basis: Basis
    status: Status
    said_by: tuple[str, ...]
    reports: tuple[Report, ...]
    frame: str | None = None
    salience: float = 0.5
    sources: int = 1
    """Independent origins, not pages: one wire story counts once however many outlets carry it."""


ExpectationState = Literal["open", "due", "fulfilled", "partly", "lapsed", "withdrawn", "contradicted", "unclear"]


class Expectation(msgspec.Struct, frozen=True, kw_only=True):
    """A plan, promise or forecast with its due interval, and the entry that closed it.

    `entry` is what is to come, `outcome` the entry that later reports gave. Nothing is `lapsed` before a page dated
    after the due interval has been read.
    """

    id: str
    entry: str
    kind: Literal["planned", "expected", "promised"]
    due: Interval
    state: ExpectationState
    outcome: str | None = None


class Chronicle(msgspec.Struct, frozen=True, kw_only=True):
    """All that merging makes; entries and expectations in order of time, then of id."""

    actors: tuple[Actor, ...] = ()
    entries: tuple[Entry, ...] = ()
    expectations: tuple[Expectation, ...] = ()
