"""Small records of the store itself: what it holds, what was found in it, what was done to it."""

from typing import Literal

import msgspec

from dateline.records import Media, Span

SearchKind = Literal["page", "entry", "statement", "related"]
SEARCH_KINDS: tuple[SearchKind, ...] = ("entry", "statement", "page", "related")


class PageSummary(msgspec.Struct, frozen=True, kw_only=True):
    """A page without its content. What comes from its reading is None where the page was rejected.

    `published` is `Timestamp.iso`; `reader` is the version of the reader that read it.
    """

    id: str
    location: str
    name: str
    media: Media
    url: str | None = None
    reader: str | None = None
    published: str | None = None
    title: str | None = None
    publisher: str | None = None
    agency: str | None = None


class Hit(msgspec.Struct, frozen=True, kw_only=True):
    """Something found by its words. `matches` are the spans of the matching words within `snippet`, in order.

    The snippet is plain text, never HTML; "…" marks where it was cut. `day` is the date by which hits are ordered
    ("" where there is none).
    """

    kind: SearchKind
    id: str
    snippet: str
    matches: tuple[Span, ...]
    day: str


class Run(msgspec.Struct, frozen=True, kw_only=True):
    """One run of reading. Times are ISO in UTC. History: outside the equality of two chronicles."""

    started: str
    finished: str
    reader: str
    sources: tuple[str, ...] = ()
    counts: dict[str, int] = {}


TurnKind = Literal["new", "merged", "split", "gone", "closed", "disputed"]


class Turn(msgspec.Struct, frozen=True, kw_only=True):
    """What became of an entry in a run. `others` are the entries that it was merged or split into."""

    kind: TurnKind
    entry: str
    words: str
    others: tuple[str, ...] = ()
    detail: str = ""


class Change(msgspec.Struct, frozen=True, kw_only=True):
    """A turn with its run and its time (ISO in UTC)."""

    run: int
    at: str
    turn: Turn


class Tombstone(msgspec.Struct, frozen=True, kw_only=True):
    """A page that was taken out of the chronicle for good."""

    page_id: str
    at: str
    by: str
    reason: str


class Counts(msgspec.Struct, frozen=True, kw_only=True):
    """How many of each a chronicle holds. `rejections` are by reason, in order of the reasons' names."""

    pages: int
    readings: int
    rejections: dict[str, int]
    entries: int
    statements: int
    expectations: int
    actors: int
    related: int
    runs: int
    layout: int
    """Number of the last migration."""
