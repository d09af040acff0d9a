"""Everything that people look at, over one open chronicle. The command line, exports and web pages all stand on it."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from itertools import islice
from types import TracebackType
from typing import Literal, Self

import msgspec

from dateline.errors import UsageError
from dateline.records import Actor, Decision, Entry, Expectation, RelatedItem, Side
from dateline.store import EVERYTHING, Filters, Hit, SearchKind, open_store
from dateline.views.browsing import Browsing, EntryPage, cursors, facets, fitting, page_bounds
from dateline.views.chronology import Chronology, chronology, entry_row
from dateline.views.citations import Source
from dateline.views.claims import claim_view, found_claims
from dateline.views.columns import Columns, Positions
from dateline.views.comparison import Comparison, comparisons, named_page
from dateline.views.contents import Contents, contents, with_decisions
from dateline.views.coverage import Coverage, coverage
from dateline.views.dossier import Dossier, Material, dossier
from dateline.views.entry import EntryView, entry_view
from dateline.views.evidence import Evidence
from dateline.views.folding import Folding
from dateline.views.lists import (
    Activity,
    activities,
    actor_row,
    busiest_first,
    change_rows,
    expectation_row,
    hit_row,
    holds,
    statement_row,
    statement_view,
)
from dateline.views.page_reader import PageView, page_view
from dateline.views.pages import page_row
from dateline.views.places import place_rows
from dateline.views.related import ActorNames, Held, related_row
from dateline.views.rows import (
    ActorRow,
    ChangeRow,
    ClaimRow,
    ClaimView,
    CopyRow,
    EntryRow,
    ExpectationRow,
    HitRow,
    PageRow,
    PlaceRow,
    RelatedRow,
    StatementRow,
    StatementView,
)
from dateline.views.syndication import copy_rows
from dateline.views.timeline import Lane, LaneField, Timeline, lane_entry, lane_positions, stretch
from dateline.views.values import Mask

FOUND_AT_MOST = 20
SEVERAL = 6
"""Actors that are named where a name could be several."""
SEARCHED_AT_MOST = 1000
"""Hits that are looked at where filters are given too."""

DEFAULT_FOLDING = Folding()


class View:
    """Reads one chronicle. Raises ChronicleError where the location is none."""

    def __init__(self, location: str) -> None:
        self.location = location
        self._store = open_store(location, create=False, read_only=True)
        self._reader = self._store.reader()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the chronicle."""
        self._store.close()

    def chronology(
        self, filters: Filters = EVERYTHING, folding: Folding | None = DEFAULT_FOLDING, limit: int | None = None
    ) -> Chronology:
        """Entries in order of time, sub-events under their frame; `folding` None shows all."""
        return chronology(self._reader.entries(filters), self._evidence, self._expectations, folding, limit)

    def browse(self, asked: Browsing) -> EntryPage:
        """One page of the chronology, with facets. Raises UsageError where `near` names no entry, or many."""
        asked = self._with_whole_ids(asked)
        columns = self.columns
        mask = fitting(columns, asked, self._found(asked.words))
        selected = columns.select(mask, asked.folding, asked.sort)
        begin, end = page_bounds(columns, selected, asked)
        after, before = cursors(columns.ids, selected.positions, begin, end, asked.limit)
        return EntryPage(
            rows=tuple(self._rows_at(selected.positions[begin:end], selected.depths[begin:end])),
            total=len(selected.positions),
            folded=selected.folded,
            first=begin + 1,
            after=after,
            before=before,
            facets=facets(columns, mask),
        )

    def timeline(self, asked: Browsing, field: LaneField = "actor") -> Timeline:
        """Entries along time. Raises UsageError where `near` names no entry, or many."""
        asked = self._with_whole_ids(asked)
        columns = self.columns
        mask = fitting(columns, asked, self._found(asked.words))
        kept = columns.among_positions(columns.select(mask, asked.folding).positions)
        shown = stretch(columns, kept, asked.filters.since, asked.filters.until)
        lanes = lane_positions(columns, kept, field, shown) if shown else []
        return Timeline(
            stretch=shown,
            lanes=tuple(self._lane(*lane) for lane in lanes),
            undated=tuple(self._undated(kept, asked.limit)),
            undated_in_all=columns.undated(kept),
        )

    def coverage(self) -> Coverage:
        """What the pages cover and where they are silent."""
        return coverage(self.sources(), self.actors())

    def show(self, id: str) -> EntryView:
        """One entry with all that supports it. Raises UsageError where the id, or its beginning, names none or many."""
        entry = self._entry(id)
        return self._entry_view(entry, self._reader.entry, self._reader.parts(entry.id))

    def page(self, name: str) -> PageView:
        """One page with its article, marked. Raises UsageError where there is no such page, or several."""
        id = named_page(name, self.sources()).page
        page = self._reader.page(id)
        if page is None:
            raise UsageError(f"the page {name} is no longer in the chronicle")
        story, versions = self._reader.story_of(id), self._reader.versions(id)
        return page_view(
            page,
            self._evidence.reading(id),
            self._evidence.source,
            self._reader.entries_of_page(id),
            lambda entry: entry_row(entry, self._evidence, self._expectations.get(entry.id)),
            map(self._related_row, self._reader.related_of_page(id)),
            versions.pages if versions else (),
            [copy.page_id for copy in story.copies] if story else (),
        )

    def search(self, query: str, filters: Filters = EVERYTHING, limit: int = FOUND_AT_MOST) -> list[HitRow]:
        """What holds every word of the query: entries, statements and pages, newest first."""
        if filters == EVERYTHING:
            return [self._hit_row(hit) for hit in self._reader.search(query, limit=limit)]
        fitting = self._fitting(filters)
        hits = self._reader.search(query, limit=SEARCHED_AT_MOST)
        return [self._hit_row(hit) for hit in hits if hit.id in fitting[hit.kind]][:limit]

    def actors(self, filters: Filters = EVERYTHING, limit: int | None = None) -> list[ActorRow]:
        """Actors, the busiest first."""
        actors = self._reader.actors(filters)
        return sorted((actor_row(actor, self._activities[actor.id]) for actor in actors), key=busiest_first)[:limit]

    def dossier(self, actor: str) -> Dossier:
        """Everything on an actor, called by any of their names or by id.

        Raises UsageError where nobody, or more than one, goes by that.
        """
        found = self._actor(actor)
        taking_part = Filters(actor=found.name)
        entries = [e for e in self._reader.entries(taking_part) if found.name in e.actors + e.recipients]
        own = set(found.entities)
        statements = self._reader.statements(taking_part)
        said = [s for s in statements if any(speaker.entity in own for speaker in s.speakers)]
        material = Material(entries=entries, statements=said, known=self._reader.actors() if entries else ())
        return dossier(found, material, self._evidence)

    def how_many(self, kind: Literal["statements", "expectations", "related"], filters: Filters = EVERYTHING) -> int:
        """How many rows of a list fit."""
        return self._reader.how_many(kind, filters)

    def statements(
        self, filters: Filters = EVERYTHING, limit: int | None = None, after: str | None = None, about: str = ""
    ) -> Iterator[StatementRow]:
        """Statements in order of time; `after` is the id of the row before the first one.

        `about` are words that what is said must hold, all of them.
        """
        found = self._reader.statements(filters, limit=None if about else limit, after=after)
        rows = (statement_row(statement, self._evidence) for statement in found)
        wanted = about.casefold().split()
        return islice((row for row in rows if holds(row.content, wanted)), limit)

    def whole_statements(self) -> Iterator[StatementView]:
        """Every statement with its chain, in order of time."""
        for statement in self._reader.statements(EVERYTHING):
            yield statement_view(statement, self._evidence)

    def claims(
        self, filters: Filters = EVERYTHING, side: Side | None = None, limit: int | None = None
    ) -> list[ClaimRow]:
        """Claims in order of their first voice: those with a voice that fits, and one on that side where given."""
        return [row for row, _ in islice(found_claims(self._reader, self._evidence, filters, side), limit)]

    def whole_claims(self) -> Iterator[ClaimView]:
        """Every claim with the words and the ladder of each of its voices."""
        for row, claim in found_claims(self._reader, self._evidence):
            yield claim_view(row, claim, self._evidence)

    def expectations(
        self, filters: Filters = EVERYTHING, limit: int | None = None, after: str | None = None
    ) -> Iterator[ExpectationRow]:
        """Plans, promises and forecasts in order of their due date; `after` is the id of the row before the first."""
        for expectation in self._reader.expectations(filters, limit=limit, after=after):
            ids = {expectation.entry, expectation.outcome or expectation.entry}
            entries = {entry.id: entry for entry in map(self._reader.entry, sorted(ids)) if entry}
            yield expectation_row(expectation, entries, self._evidence)

    def changes(self, since: str = "0") -> list[ChangeRow]:
        """What became of entries after a run (its number), or from a day on (ISO), oldest first."""
        return change_rows(self._reader, since)

    def decisions(self) -> list[Decision]:
        """What people decided, oldest first."""
        return list(self._reader.decisions())

    def syndication(self, limit: int | None = None) -> list[CopyRow]:
        """Stories that several outlets carry, a row a copy; `limit` counts rows."""
        return list(islice(copy_rows(self._reader.syndicates(), self._evidence.source), limit))

    def diff(self, page: str, other: str | None = None) -> tuple[Comparison, ...]:
        """What each version of a page changed in the one before, or what the other page changed in the first.

        Pages are named by id, the beginning of one, address or location. Raises UsageError where there is no such page.
        """
        first = named_page(page, self.sources())
        if other is not None:
            pages: tuple[str, ...] = (first.page, named_page(other, self.sources()).page)
        else:
            chain = self._reader.versions(first.page)
            pages = chain.pages if chain else (first.page,)
        return comparisons(pages, self._evidence.source, self._evidence.reading)

    def related(
        self,
        filters: Filters = EVERYTHING,
        *,
        to_fetch: bool = False,
        limit: int | None = None,
        after: str | None = None,
    ) -> list[RelatedRow]:
        """What the pages point to, in order of time; `to_fetch` gives only what is worth fetching."""
        items = self._reader.related(filters, limit=None if to_fetch else limit, after=after)
        return [row for row in map(self._related_row, items) if row.fetch or not to_fetch][:limit]

    def pages(self, filters: Filters = EVERYTHING, limit: int | None = None) -> list[PageRow]:
        """The pages that were read, in order of publication; of the filters days and source count."""
        pointed = self._reader.related_counts()
        found = (Source.of(page) for page in islice(self._reader.pages(filters), limit) if page.published)
        return [page_row(source, self._evidence.article(source.page), pointed.get(source.page, 0)) for source in found]

    def places(self, filters: Filters = EVERYTHING, limit: int | None = None) -> list[PlaceRow]:
        """Names of places with where on earth they are; those of most entries and pages first."""
        entries = Counter(name.casefold() for entry in self._reader.entries() for name in entry.places)
        return place_rows(self._reader.locations(filters), entries)[:limit]

    def contents(self) -> Contents:
        """What is in the chronicle."""
        reader = self._reader
        found = contents(self.location, reader.counts(), self.sources(), reader.rejections())
        return with_decisions(found, self.decisions(), reader.waiting())

    def sources(self) -> tuple[Source, ...]:
        """The pages that were read, in order of publication."""
        return self._evidence.every_source

    def entries(self) -> Iterator[EntryView]:
        """Every entry with all that supports it, in order of time; holds all of them, for one query instead of many."""
        by_id = {entry.id: entry for entry in self._reader.entries()}
        parts: dict[str | None, list[Entry]] = {}
        for entry in by_id.values():
            parts.setdefault(entry.frame, []).append(entry)
        for entry in by_id.values():
            yield self._entry_view(entry, by_id.get, parts.get(entry.id, ()))

    def types(self) -> tuple[str, ...]:
        """The event types that occur."""
        return tuple(sorted({entry.type for entry in self._reader.entries() if entry.type}))

    @cached_property
    def columns(self) -> Columns:
        """The entries as columns in memory; made when first asked for."""
        return Columns(self._reader.entries(), self._reader.actors(), self._evidence.source, self._reader.pages_of)

    def version(self) -> str:
        """A text that changes when the chronicle has been changed since this view was opened."""
        return self._reader.version()

    def _with_whole_ids(self, asked: Browsing) -> Browsing:
        return asked if asked.near is None else msgspec.structs.replace(asked, near=self._entry(asked.near).id)

    def _lane(self, name: str, count: int, positions: Positions) -> Lane:
        rows = self._rows_at(positions, [0] * len(positions))
        return Lane(name=name, count=count, entries=tuple(map(lane_entry, rows)))

    def _undated(self, mask: Mask, limit: int) -> Iterator[EntryRow]:
        positions = self.columns.select(self.columns.without_date(mask), None, "salience").positions[:limit]
        return self._rows_at(positions, [0] * len(positions))

    def _rows_at(self, positions: Positions, depths: Iterable[int]) -> Iterator[EntryRow]:
        ids = [self.columns.ids[position] for position in positions]
        entries = self._reader.entries_by_id(ids)
        for id, depth in zip(ids, depths, strict=True):
            if id in entries:  # it may have been merged away since the columns were made
                yield entry_row(entries[id], self._evidence, self._expectations.get(id), int(depth))

    def _found(self, words: str | None) -> list[str] | None:
        return self._reader.holding(words, "entry") if words else None

    @cached_property
    def _related_row(self) -> Callable[[RelatedItem], RelatedRow]:
        names, held = ActorNames(self._reader.actors()), Held(self.sources())
        return lambda item: related_row(item, self._evidence.source(item.page_id), names, held)

    @cached_property
    def _activities(self) -> dict[str, Activity]:
        return activities(self._reader.actors(), self._reader.entries(), self._reader.statements())

    @cached_property
    def _evidence(self) -> Evidence:
        return Evidence(self._reader)

    @cached_property
    def _expectations(self) -> dict[str, Expectation]:
        return {expectation.entry: expectation for expectation in self._reader.expectations()}

    def _entry(self, id: str) -> Entry:
        entry = self._reader.entry(id.strip().lower())
        if entry is None:
            raise UsageError(f"no entry has the id {id}; `dateline chronology {self.location} --all` shows them")
        return entry

    def _actor(self, wanted: str) -> Actor:
        """Who has an id or a canonical name, else the only one who goes by a name."""
        by_id = self._reader.actor(wanted.strip().lower())
        named = [by_id] if by_id else list(self._reader.actors(Filters(actor=wanted)))
        exact = [actor for actor in named if actor.name.casefold() == wanted.strip().casefold()]
        found = exact or named
        if len(found) == 1:
            return found[0]
        if not found:
            raise UsageError(f"nobody is called {wanted}; `dateline actors {self.location}` shows who is there")
        shown = ", ".join(f"{actor.name} ({actor.kind}, {actor.id})" for actor in found[:SEVERAL])
        more = f" and {len(found) - SEVERAL} more" if len(found) > SEVERAL else ""
        raise UsageError(f"{wanted} may be {shown}{more}; give the name in full, or the id")

    def _entry_view(self, entry: Entry, find: Callable[[str], Entry | None], parts: Iterable[Entry]) -> EntryView:
        expectation = self._expectations.get(entry.id)
        return entry_view(
            entry,
            self._evidence,
            expectation,
            frame=find(entry.frame) if entry.frame else None,
            parts=parts,
            outcome=find(expectation.outcome) if expectation and expectation.outcome else None,
        )

    def _hit_row(self, hit: Hit) -> HitRow:
        return hit_row(hit, self._cited(hit))

    def _cited(self, hit: Hit) -> str:
        match hit.kind:
            case "page":
                pages = [hit.id]
            case "statement":
                statement = self._reader.statement(hit.id)
                pages = [statement.page_id] if statement else []
            case "entry":
                entry = self._reader.entry(hit.id)
                pages = [report.page_id for report in entry.reports] if entry else []
            case "related":
                item = self._reader.related_item(hit.id)
                pages = [item.page_id] if item else []
        return "; ".join(self._evidence.source(page).cited for page in dict.fromkeys(pages))

    def _fitting(self, filters: Filters) -> dict[SearchKind, set[str]]:
        """Ids of what fits the filters; a page fits when an entry or statement on it does."""
        entries = list(self._reader.entries(filters))
        statements = list(self._reader.statements(filters))
        pages = {report.page_id for entry in entries for report in entry.reports}
        return {
            "entry": {entry.id for entry in entries},
            "statement": {statement.id for statement in statements},
            "page": pages | {statement.page_id for statement in statements},
            "related": {item.id for item in self._reader.related(filters)},
        }
