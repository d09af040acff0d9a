"""What many pages say together: entries, expectations, actors. Made from readings by `merging`, a pure function."""

import datetime
from typing import Literal

import msgspec

from dateline.records.reading import Chain, EntityKind, Quantity, Sector, Status
from dateline.records.spans import Span
from dateline.records.times import Basis, Interval

MERGER = "2"
"""Version of the functions that make these out of readings: what an older one merged is merged anew, once."""


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
    first that a page supports, `sector` the last; `country_told` and `sector_told` say where. `page` is the page of
    somebody who has no name of its own there ("officials"), and so is nobody of another page.
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
    page: str | None = None


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


class Citation(msgspec.Struct, frozen=True):
    """Words of a page that show something: a span of its article."""

    page_id: str
    span: Span


class Position(msgspec.Struct, frozen=True, kw_only=True):
    """One value of a cell that reports give. `reports` are their places in `Entry.reports`, `said_by` who says so."""

    value: str
    reports: tuple[int, ...]
    said_by: tuple[str, ...] = ()


DisputedCell = Literal["date", "number", "place", "actor", "recipient", "status"]


class Dispute(msgspec.Struct, frozen=True, kw_only=True):
    """A cell on which reports differ, with who says which; the position of the entry's own value comes first.

    `of` says what a number counts ("tonnes oil").
    """

    cell: DisputedCell
    positions: tuple[Position, ...]
    of: str = ""


class Edit(msgspec.Struct, frozen=True, kw_only=True):
    """A cell that a person set. `reader` is what the reader says now, `seen` what it said when the person set it."""

    cell: str
    value: str
    by: str
    at: str
    decision: str
    reader: str = ""
    seen: str = ""


class EntryQuantity(Quantity, frozen=True, kw_only=True):
    """A number of an entry; `report` is the place in `Entry.reports` of the one that gives it, whose page it spans."""

    report: int


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
    disputes: tuple[Dispute, ...] = ()
    edits: tuple[Edit, ...] = ()
    quantities: tuple[EntryQuantity, ...] = ()
    """Of each thing that is counted, the number that the latest report gives."""
    doubted: tuple[str, ...] = ()
    """Names among the actors that every report which gives them holds in doubt: see `Doubt`."""


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
    said: Citation | None = None
    """The sentence that says what is to come."""
    shown_by: Citation | None = None
    """The sentence that shows what became of it: of the outcome, or of the later page that speaks of the matter."""
    moved_from: tuple[Interval, ...] = ()
    """Due times of before, where later reports moved it, oldest first."""
    moved_by: tuple[Citation, ...] = ()
    """The sentences that moved it, one for each due time after the first."""
    moved_to: tuple[str, ...] = ()
    """The entries of those sentences."""

    def after(self, last_page: datetime.date) -> "Expectation":
        """The expectation as it stands once a page of this day has been read: what is open may be due."""
        latest = self.due.latest
        if self.state != "open" or latest is None or last_page <= latest:
            return self
        return msgspec.structs.replace(self, state="due")


Side = Literal["alleged", "possible", "said", "confirmed", "denied", "retracted"]


class ClaimVoice(msgspec.Struct, frozen=True, kw_only=True):
    """One statement about a claim: who takes which side of it, on which page and day, in which words of the page.

    `others` says that the page adds speakers whom it leaves unnamed. `through` is the agency or outlet that the page
    has it from ("the agency reported that Ost denied").
    """

    statement: str
    page_id: str
    published: datetime.date
    span: Span
    speakers: tuple[str, ...]
    position: Side
    others: bool = False
    through: str | None = None


class Claim(msgspec.Struct, frozen=True, kw_only=True):
    """Something that is alleged, denied, confirmed, repeated or taken back, with all its voices, earliest first.

    `id` is made from the first voice; `words` are what that one says. Nothing here says whether it is so.
    """

    id: str
    words: str
    voices: tuple[ClaimVoice, ...]


class Chronicle(msgspec.Struct, frozen=True, kw_only=True):
    """All that merging makes; entries and expectations in order of time, then of id."""

    actors: tuple[Actor, ...] = ()
    entries: tuple[Entry, ...] = ()
    expectations: tuple[Expectation, ...] = ()
