"""The rows of every list: one definition for tables, CSV, JSON and JSON Lines. `docs/rows.md` explains each field.

Field names are stable: a field may be added, none is renamed or removed. Days are ISO dates; `date` and `due` say the
same in words. Ids are whole; commands accept any prefix that names one thing only.
"""

import datetime
from typing import Literal

import msgspec

from dateline.records import (
    Basis,
    DecisionKind,
    EntityKind,
    ExpectationState,
    Flag,
    PlaceKind,
    Precision,
    Side,
    Stance,
    Status,
)
from dateline.views.chains import Rung

RowKind = Literal["event", "expectation", "statement", "claim"]


class EntryRow(msgspec.Struct, frozen=True, kw_only=True):
    """One event. `depth` is 1 and more for what stands under its frame in this list.

    `history` is how the status went from page to page (`2023 possible`, `2024 alleged`); empty where it stayed.

    In a chronology that shows statements and claims too they are rows of the same form: `kind` tells them apart. The
    status of a statement is that it happened; that of a claim is alleged, with who takes which side in `sides`.
    """

    id: str
    date: str
    earliest: datetime.date | None
    latest: datetime.date | None
    basis: Basis
    event: str
    type: str | None
    mode: str | None
    cameo: tuple[str, ...]
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    places: tuple[str, ...]
    status: Status
    history: tuple[str, ...]
    said_by: tuple[str, ...]
    expectation: ExpectationState | None
    outcome: str | None
    sources: tuple[str, ...]
    pages: tuple[str, ...]
    origins: int
    frame: str | None
    depth: int
    salience: float
    disputed: tuple[str, ...] = ()
    """Cells on which the reports differ: `show` says who says which."""
    quantities: tuple[str, ...] = ()
    """Numbers of it in the pages' words: `killed: at least 12 people`."""
    kind: RowKind = "event"
    sides: tuple[str, ...] = ()
    doubted: tuple[str, ...] = ()
    """Those among the actors of whom it is only alleged or suspected."""
    edited: tuple[str, ...] = ()
    """Cells that a person set: `show` says who, and what the reader says."""
    decided: tuple[DecisionKind, ...] = ()
    """What people decided about which reports are of it: same, different, add."""


class ReportChain(msgspec.Struct, frozen=True, kw_only=True):
    """Who says so in one report, outermost first; an empty chain is the page's own voice."""

    page: str
    chain: tuple[Rung, ...]


class ChainedRow(EntryRow, frozen=True, kw_only=True):
    """An entry as a row, with the chain of each of its reports."""

    chains: tuple[ReportChain, ...]


class ActorRow(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody, with the number of entries they take part in and of statements they make."""

    id: str
    name: str
    kind: EntityKind
    country: str | None
    names: tuple[str, ...]
    entries: int
    statements: int
    first: datetime.date | None
    last: datetime.date | None


class StatementRow(msgspec.Struct, frozen=True, kw_only=True):
    """Who said what. `chain` has all links, outermost first; `through` names who speaks in those outside the last."""

    id: str
    published: datetime.date
    speakers: tuple[str, ...]
    stance: Stance
    cue: str
    content: str
    form: Literal["direct", "indirect", "mixed", "free"]
    addressees: tuple[str, ...]
    medium: str | None
    through: tuple[str, ...]
    channel: str | None
    place: str | None
    earliest: datetime.date | None
    latest: datetime.date | None
    topic: bool
    source: str
    page: str
    chain: tuple[Rung, ...]


class ClaimRow(msgspec.Struct, frozen=True, kw_only=True):
    """Something that is alleged, denied, confirmed or taken back.

    `sides` put in words who takes which side (`alleged by A and B`, `denied by C`), `history` how it went from year to
    year (`2023 possible`, `2024 alleged`). `statements` are the ids of the voices, earliest first; `origins` counts
    stories that several outlets carry once.
    """

    id: str
    first: datetime.date
    last: datetime.date
    claim: str
    sides: tuple[str, ...]
    history: tuple[str, ...]
    statements: tuple[str, ...]
    sources: tuple[str, ...]
    pages: tuple[str, ...]
    origins: int


class VoiceView(msgspec.Struct, frozen=True, kw_only=True):
    """One voice of a claim with its words and its page; `ladder` is who says that who says so, outermost first."""

    statement: str
    published: datetime.date
    speakers: tuple[str, ...]
    position: Side
    words: str
    ladder: tuple[Rung, ...]
    source: str
    page: str


class VoiceRow(msgspec.Struct, frozen=True, kw_only=True):
    """One voice of a claim as a row: `through` is who says that who says so, outermost first, in words."""

    statement: str
    published: datetime.date
    speakers: tuple[str, ...]
    position: Side
    words: str
    through: tuple[str, ...]
    source: str
    page: str
    chain: tuple[Rung, ...]


class ClaimView(msgspec.Struct, frozen=True, kw_only=True):
    """A claim as a row, with all its voices, earliest first."""

    claim: ClaimRow
    voices: tuple[VoiceView, ...]


class ExpectationRow(msgspec.Struct, frozen=True, kw_only=True):
    """What somebody planned, promised or foresaw, and what became of it. `entry` and `outcome` are entry ids.

    `said` is the sentence that says what is to come, `shown_by` the one that shows what became of it: each with its
    page, where it begins in the article, and the page as it is cited. `moved_from` are due times of before,
    `moved_by` the sentences that gave the later ones.
    """

    id: str
    due: str
    earliest: datetime.date | None
    latest: datetime.date | None
    event: str
    kind: Literal["planned", "expected", "promised"]
    state: ExpectationState
    said_by: tuple[str, ...]
    entry: str
    outcome: str | None
    outcome_event: str | None
    sources: tuple[str, ...]
    said: str = ""
    shown_by: str = ""
    moved_from: tuple[str, ...] = ()
    said_page: str | None = None
    said_start: int | None = None
    said_source: str = ""
    shown_page: str | None = None
    shown_start: int | None = None
    shown_source: str = ""
    moved_by: tuple[str, ...] = ()


class ChangeRow(msgspec.Struct, frozen=True, kw_only=True):
    """What became of an entry in a run. `others` are the entries that it was merged or split into."""

    run: int
    at: str
    kind: Literal["new", "merged", "split", "gone", "closed", "disputed"]
    entry: str
    event: str
    others: tuple[str, ...]
    detail: str


class HitRow(msgspec.Struct, frozen=True, kw_only=True):
    """Something found by words. `id` is that of an entry, a statement or a page; `page` is the first it stands on."""

    kind: str
    id: str
    date: str
    text: str
    source: str
    page: str | None = None


class CopyRow(msgspec.Struct, frozen=True, kw_only=True):
    """One page that carries a story others carry too. Sentences are counted against the story's first copy."""

    story: str
    origin: str
    outlet: str
    published: datetime.date
    title: str
    first: bool
    kept: int
    left_out: int
    added: int
    retitled: bool
    page: str
    url: str | None


class RelatedRow(msgspec.Struct, frozen=True, kw_only=True):
    """Another page that one of the pages points to. `actors` are those of the chronicle that it names.

    `fetch` says that it names one and that the chronicle does not hold it.
    """

    id: str
    published: datetime.date
    headline: str
    teaser: str
    sections: tuple[str, ...]
    label: str | None
    age: str | None
    earliest: datetime.date | None
    latest: datetime.date | None
    times: tuple[str, ...]
    duration: int | None
    actors: tuple[str, ...]
    fetch: bool
    url: str | None
    lines: tuple[int, ...]
    source: str
    page: str


class PageRow(msgspec.Struct, frozen=True, kw_only=True):
    """One page that was read. `basis` is where its day comes from, `related` how many items it points to.

    `time` and `zone` are those of publication as the page gives them; `updated` is a day, or a day and time.
    """

    page: str
    title: str
    published: datetime.date
    time: str | None
    zone: str | None
    basis: str
    updated: str | None
    outlet: str
    publisher: str | None
    agency: str | None
    byline: str | None
    contributors: tuple[str, ...]
    place: str | None
    language: str
    flags: tuple[Flag, ...]
    notes: tuple[str, ...]
    related: int
    url: str | None
    location: str


class PlaceRow(msgspec.Struct, frozen=True, kw_only=True):
    """A name with the place that it was resolved to. `geonames` is its id there; empty cells where it was not.

    `pages` name it so; of `entries` it is a place.
    """

    name: str
    place: str | None
    region: str
    country: str
    kind: PlaceKind | None
    geonames: int | None
    latitude: float | None
    longitude: float | None
    precision: Precision | None
    reason: str
    pages: int
    entries: int


Row = (
    ChangeRow
    | EntryRow
    | ActorRow
    | StatementRow
    | ClaimRow
    | ExpectationRow
    | HitRow
    | CopyRow
    | RelatedRow
    | PageRow
    | PlaceRow
)
