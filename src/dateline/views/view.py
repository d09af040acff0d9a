"""Everything that people look at, over one open chronicle. The command line, exports and web pages all stand on it."""

from collections.abc import Iterator
from copy import copy
from itertools import batched, islice
from types import TracebackType
from typing import Literal, Self

from dateline.records import Decision, Side
from dateline.store import EVERYTHING, Filters, open_store
from dateline.views import by_entry
from dateline.views.actors import fitting as fitting_actors
from dateline.views.browsing import Browsing, EntryPage
from dateline.views.chronology import Chronology, chained_row, chronology
from dateline.views.citations import Source
from dateline.views.claims import claim_view
from dateline.views.claims import fitting as fitting_claims
from dateline.views.columns import Columns
from dateline.views.comparison import Comparison, comparisons
from dateline.views.contents import Contents
from dateline.views.coverage import Coverage
from dateline.views.dossier import Dossier
from dateline.views.entry import EntryView
from dateline.views.entry_pages import along_time, browse
from dateline.views.folding import Folding
from dateline.views.ground import Ground
from dateline.views.interleaving import SPOKEN, browse_with_spoken
from dateline.views.lists import (
    change_rows,
    expectation_row,
    holds,
    statement_row,
)
from dateline.views.news import News, Review, newest_change, news, review
from dateline.views.page_reader import PageView
from dateline.views.pages import page_row
from dateline.views.places import place_rows
from dateline.views.rows import (
    ActorRow,
    ChainedRow,
    ChangeRow,
    ClaimRow,
    ClaimView,
    CopyRow,
    ExpectationRow,
    HitRow,
    PageRow,
    PlaceRow,
    RelatedRow,
    StatementRow,
)
from dateline.views.searching import FOUND_AT_MOST, search
from dateline.views.single import every_entry, one_actor, one_claim, one_entry, one_page
from dateline.views.syndication import copy_rows
from dateline.views.timeline import LaneField, Timeline

DEFAULT_FOLDING = Folding()
EXPECTATIONS_AT_ONCE = 200


class View:
    """Reads one chronicle. Raises ChronicleError where the location is none.

    `stands_in` is a chronicle that is read in the place of the one at the location, such as that of an earlier day.
    """

    def __init__(self, location: str, stands_in: str | None = None) -> None:
        self.location = location
        self._store = open_store(stands_in or location, create=False, read_only=True)
        self._ground = Ground(self._store.reader(), location)

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
        reader, evidence = self._ground.reader, self._ground.evidence
        entries = list(reader.entries(filters))
        expected = reader.expectations_of(entry.id for entry in entries)
        return chronology(entries, evidence, expected, folding, limit)

    def whole_chronology(self) -> Iterator[ChainedRow]:
        """Every entry as a row with the chains of its reports, in order of time, sub-events under their frame."""
        reader, evidence = self._ground.reader, self._ground.evidence
        entries = {entry.id: entry for entry in reader.entries(EVERYTHING)}
        found = chronology(entries.values(), evidence, reader.expectations_of(entries), None)
        return (chained_row(row, entries[row.id], evidence) for row in found.rows)

    def browse(self, asked: Browsing) -> EntryPage:
        """One page of the chronology, with facets. Raises UsageError where `near` names no entry, or many."""
        if {*asked.kinds} & {*SPOKEN}:
            return browse_with_spoken(self._ground, asked)
        return browse(self._ground, asked)

    def timeline(self, asked: Browsing, field: LaneField = "actor") -> Timeline:
        """Entries along time. Raises UsageError where `near` names no entry, or many."""
        return along_time(self._ground, asked, field)

    def coverage(self) -> Coverage:
        """What the pages cover and where they are silent."""
        return self._ground.coverage

    def show(self, id: str) -> EntryView:
        """One entry with all that supports it. Raises UsageError where the id, or its beginning, names none or many."""
        return one_entry(self._ground, id)

    def page(self, name: str, against: str | None = None) -> PageView:
        """One page with its article, marked; beside another one where that is named.

        Raises UsageError where there is no such page, or several.
        """
        return one_page(self._ground, name, against)

    def newest_change(self) -> str:
        """When the chronicle last changed (ISO in UTC); "" where nothing was ever done to it."""
        return newest_change(self._ground)

    def news(self, since: str) -> News:
        """What came after a moment (ISO in UTC)."""
        return news(self._ground, since)

    def review(self) -> Review:
        """What waits for somebody's judgement."""
        return review(self._ground)

    def search(self, query: str, filters: Filters = EVERYTHING, limit: int = FOUND_AT_MOST) -> list[HitRow]:
        """What holds every word of the query: entries, statements and pages, newest first."""
        return search(self._ground, query, filters, limit)

    def actors(self, filters: Filters = EVERYTHING, limit: int | None = None) -> list[ActorRow]:
        """Actors, the busiest first."""
        ground = self._ground
        rows = ground.actor_rows
        return list(
            (rows if filters == EVERYTHING else fitting_actors(rows, filters, ground.columns, ground.reader))[:limit]
        )

    def dossier(self, actor: str, most: int | None = None) -> Dossier:
        """Everything on an actor, called by any of their names or by id; `most` bounds its entries and its statements.

        Raises UsageError where nobody, or more than one, goes by that.
        """
        return one_actor(self._ground, actor, most)

    def how_many(
        self, kind: Literal["statements", "expectations", "related", "pages"], filters: Filters = EVERYTHING
    ) -> int:
        """How many rows of a list fit."""
        reader = self._ground.reader
        if kind in ("statements", "expectations"):
            return by_entry.how_many(self._ground, kind, filters)
        return reader.how_many_pages(filters) if kind == "pages" else reader.how_many(kind, filters)

    def statements(
        self, filters: Filters = EVERYTHING, limit: int | None = None, after: str | None = None, about: str = ""
    ) -> Iterator[StatementRow]:
        """Statements in order of time; `after` is the id of the row before the first one.

        `about` are words that what is said must hold, all of them.
        """
        found = by_entry.statements(self._ground, filters, None if about else limit, after)
        rows = (statement_row(statement, self._ground.evidence) for statement in found)
        wanted = about.casefold().split()
        return islice((row for row in rows if holds(row.content, wanted)), limit)

    def claims(
        self, filters: Filters = EVERYTHING, side: Side | None = None, limit: int | None = None
    ) -> list[ClaimRow]:
        """Claims in order of their first voice: those with a voice that fits, and one on that side where given."""
        return list(islice(fitting_claims(self._ground.claims, self._ground.reader, filters, side), limit))

    def claim(self, id: str) -> ClaimView:
        """One claim with all its voices. Raises UsageError where the id, or its beginning, names none or many."""
        return one_claim(self._ground, id)

    def whole_claims(self) -> Iterator[ClaimView]:
        """Every claim with the words and the ladder of each of its voices."""
        for row, claim in self._ground.claims:
            yield claim_view(row, claim, self._ground.evidence)

    def expectations(
        self,
        filters: Filters = EVERYTHING,
        limit: int | None = None,
        after: str | None = None,
        *,
        backwards: bool = False,
    ) -> Iterator[ExpectationRow]:
        """Plans, promises and forecasts in order of their due date; `after` is the id of the row before the first.

        `backwards` begins with the last.
        """
        reader = self._ground.reader
        if backwards:
            found = reader.expectations(filters, limit=limit, after=after, backwards=True)
        else:
            found = by_entry.expectations(self._ground, filters, limit, after)
        for some in batched(found, EXPECTATIONS_AT_ONCE):
            entries = reader.entries_by_id({id for e in some for id in (e.entry, e.outcome) if id})
            yield from (expectation_row(expectation, entries, self._ground.evidence) for expectation in some)

    def changes(self, since: str = "0") -> list[ChangeRow]:
        """What became of entries after a run (its number), or from a day on (ISO), oldest first."""
        return change_rows(self._ground.reader, since)

    def decisions(self) -> list[Decision]:
        """What people decided, oldest first."""
        return list(self._ground.reader.decisions())

    def syndication(self, limit: int | None = None) -> list[CopyRow]:
        """Stories that several outlets carry, a row a copy; `limit` counts rows."""
        return list(islice(copy_rows(self._ground.reader.syndicates(), self._ground.evidence.source), limit))

    def diff(self, page: str, other: str | None = None) -> tuple[Comparison, ...]:
        """What each version of a page changed in the one before, or what the other page changed in the first.

        Pages are named by id, the beginning of one, address or location. Raises UsageError where there is no such page.
        """
        known = self._ground.known
        first = known.named(page)
        if other is not None:
            pages: tuple[str, ...] = (first.page, known.named(other).page)
        else:
            chain = self._ground.reader.versions(first.page)
            pages = chain.pages if chain else (first.page,)
        return comparisons(pages, self._ground.evidence.source, self._ground.evidence.reading)

    def related(
        self,
        filters: Filters = EVERYTHING,
        *,
        to_fetch: bool = False,
        limit: int | None = None,
        after: str | None = None,
    ) -> list[RelatedRow]:
        """What the pages point to, in order of time; `to_fetch` gives only what is worth fetching."""
        items = self._ground.reader.related(filters, limit=None if to_fetch else limit, after=after)
        rows = (self._ground.related_row(item) for item in items)
        return list(islice((row for row in rows if row.fetch or not to_fetch), limit))

    def pages(self, filters: Filters = EVERYTHING, limit: int | None = None, after: str | None = None) -> list[PageRow]:
        """The pages that were read, in order of publication; of the filters days and source count.

        `after` is the id of the page before the first one.
        """
        evidence = self._ground.evidence
        found = [page.id for page in self._ground.reader.pages(filters, read_only=True, limit=limit, after=after)]
        pointed = self._ground.reader.related_counts(found)
        return [page_row(evidence.source(page), evidence.article(page), pointed.get(page, 0)) for page in found]

    def places(self, filters: Filters = EVERYTHING, limit: int | None = None) -> list[PlaceRow]:
        """Names of places with where on earth they are; those of most entries and pages first."""
        ground = self._ground
        pages = ground.reader.pages_of(filters.source) if filters.source is not None else None
        return place_rows(ground.located.fitting(filters.place, pages), ground.columns.at_places())[:limit]

    def contents(self) -> Contents:
        """What is in the chronicle."""
        return self._ground.contents

    def sources(self) -> tuple[Source, ...]:
        """The pages that were read, in order of publication."""
        return self._ground.sources

    def entries(self) -> Iterator[EntryView]:
        """Every entry with all that supports it, in order of time; holds all of them, for one query instead of many."""
        return every_entry(self._ground)

    def types(self) -> tuple[str, ...]:
        """The event types that occur."""
        return self._ground.types

    @property
    def columns(self) -> Columns:
        """The entries as columns in memory; made when first asked for."""
        return self._ground.columns

    def renewed(self) -> "View":
        """A view on the chronicle as it is now, with what this one has made brought up to date; this one stays good."""
        new = copy(self)
        new._ground = self._ground.renewed()
        return new

    def warm_up(self) -> None:
        """Make now what most pages of a server need, rather than when it is first asked for."""
        self._ground.warm_up()

    def version(self) -> str:
        """A text that changes when the chronicle has been changed since this view was opened."""
        return self._ground.reader.version()
