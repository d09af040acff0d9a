"""The view on a chronicle: everything that can be asked of it. Nothing here writes."""

from collections.abc import Callable, Collection, Iterable, Iterator
from functools import cache
from itertools import batched
from typing import Any, Literal

import msgspec
from sqlalchemy import Connection, Engine, Table, exists, func, literal, select, tuple_

from dateline.records import (
    Actor,
    Article,
    Chronicle,
    Claim,
    Entry,
    Expectation,
    Location,
    Page,
    Reading,
    Rejection,
    RejectionReason,
    RelatedItem,
    Statement,
    Syndicate,
    VersionChain,
)
from dateline.store import search_index
from dateline.store.conditions import (
    actor_conditions,
    entry_conditions,
    expectation_conditions,
    location_conditions,
    pages_of_source,
    related_conditions,
    statement_conditions,
)
from dateline.store.failures import explained
from dateline.store.filters import EVERYTHING, Filters
from dateline.store.folding import storable
from dateline.store.furniture import related_text
from dateline.store.heirs import entry_id
from dateline.store.list_reader import LISTED, ORDERS, ListReader
from dateline.store.merge_writer import DUE, is_current
from dateline.store.migrations import layout
from dateline.store.rows import ArticleOnly, page_of, unpack
from dateline.store.schema import (
    actors,
    claims,
    entries,
    entry_reports,
    expectations,
    locations,
    merge_index,
    merge_queue,
    page_group_members,
    page_groups,
    pages,
    readings,
    rejections,
    related,
    runs,
    statements,
)
from dateline.store.summaries import SEARCH_KINDS, Counts, Hit, SearchKind
from dateline.store.table_writer import IDS_AT_ONCE
from dateline.store.texts import entry_text, statement_text
from dateline.store.watching import Watch
from dateline.store.words import Term, snippet, terms

Counted = Literal["statements", "expectations", "related"]


class StoreReader(ListReader):
    """What a chronicle holds, always in a stable order. Lists come lazily: a row is decoded when it is asked for.

    Any call may raise ChronicleError where the database fails.
    """

    def __init__(self, engine: Engine, location: str) -> None:
        super().__init__(engine, location)
        self._watch = Watch(engine)

    def page(self, id: str) -> Page | None:
        """The page as it was received."""
        with self._connected() as connection:
            row = connection.execute(select(pages.c.record, pages.c.content).where(pages.c.id == id)).first()
        return page_of(row[0], row[1]) if row else None

    def reading(self, page_id: str) -> Reading | None:
        """Everything that was read out of a page; None where it was rejected or is not known."""
        return self._reading(page_id, Reading)

    def article(self, page_id: str) -> Article | None:
        """The article of a page: cheaper than the whole reading."""
        found = self._reading(page_id, ArticleOnly)
        return found.article if found else None

    def readings(self, page_ids: Collection[str] | None = None) -> Iterator[Reading]:
        """The readings of these pages, or of all, in order of page id."""
        ids = None if page_ids is None else sorted(page_ids)
        query = select(readings.c.record).order_by(readings.c.page_id)
        for (record,) in self._portions(query, readings.c.page_id, ids):
            yield unpack(record, Reading)

    def rejections(self, reason: RejectionReason | None = None) -> Iterator[Rejection]:
        """What was not read and why, in order of location."""
        query = select(rejections.c.record).order_by(rejections.c.location, rejections.c.reason)
        if reason is not None:
            query = query.where(rejections.c.reason == reason)
        return self._records(query, Rejection)

    def entries(self, filters: Filters = EVERYTHING, *, limit: int | None = None) -> Iterator[Entry]:
        """Entries in order of time (first day, last day; undated last), then of id."""
        order = (entries.c.sort, entries.c.id)
        return self._listed(entries, entry_conditions, filters, order, limit, Entry)

    def entry(self, id: str) -> Entry | None:
        """The entry of an id, or of the beginning of one that only one entry has; ids of the past lead to their heir.

        Raises UsageError where several entries begin so.
        """
        with self._connected() as connection:
            found = entry_id(connection, storable(id))
            record = connection.scalar(select(entries.c.record).where(entries.c.id == found)) if found else None
        return msgspec.json.decode(record, type=Entry) if record else None

    def entries_by_id(self, ids: Iterable[str]) -> dict[str, Entry]:
        """The entries of these ids, each under its id; ids of none are left out."""
        queries = (select(entries.c.record).where(entries.c.id.in_(some)) for some in batched(ids, IDS_AT_ONCE))
        return {entry.id: entry for query in queries for entry in self._records(query, Entry)}

    def entries_of_page(self, page_id: str) -> Iterator[Entry]:
        """Entries that a page reports, in order of time."""
        reported = select(entry_reports.c.entry_id).where(entry_reports.c.page_id == page_id)
        query = select(entries.c.record).where(entries.c.id.in_(reported)).order_by(entries.c.sort, entries.c.id)
        return self._records(query, Entry)

    def claims(self) -> Iterator[Claim]:
        """Claims in order of the day of their first voice, then of id."""
        return self._records(select(claims.c.record).order_by(claims.c.first, claims.c.id), Claim)

    def parts(self, entry_id: str) -> Iterator[Entry]:
        """Entries whose frame this one is, in order of time."""
        query = select(entries.c.record).where(entries.c.frame == entry_id).order_by(entries.c.sort, entries.c.id)
        return self._records(query, Entry)

    def actors(self, filters: Filters = EVERYTHING, *, limit: int | None = None) -> Iterator[Actor]:
        """Actors in order of name."""
        return self._listed(actors, actor_conditions, filters, (actors.c.folded, actors.c.id), limit, Actor)

    def actor(self, id: str) -> Actor | None:
        with self._connected() as connection:
            record = connection.scalar(select(actors.c.record).where(actors.c.id == id))
        return msgspec.json.decode(record, type=Actor) if record else None

    def expected(self) -> list[str]:
        """Ids of the entries that were to come, whatever became of them."""
        return [str(id) for (id,) in self._rows(select(expectations.c.entry))]

    def expectations_of(self, entry_ids: Iterable[str]) -> dict[str, Expectation]:
        """The expectations of these entries, each under the id of the entry that is to come."""
        e, last = expectations.c, self.last_page()
        queries = (select(e.record).where(e.entry.in_(some)).order_by(e.id) for some in batched(entry_ids, IDS_AT_ONCE))
        found = (expectation for query in queries for expectation in self._records(query, Expectation))
        return {expectation.entry: expectation.after(last) for expectation in found}

    def expectations(
        self,
        filters: Filters = EVERYTHING,
        *,
        limit: int | None = None,
        after: str | None = None,
        backwards: bool = False,
    ) -> Iterator[Expectation]:
        """Expectations in order of their due interval, then of id; `backwards` turns all of it round."""
        order, last = ORDERS["expectations"], self.last_page()
        found = self._listed(expectations, expectation_conditions, filters, order, limit, Expectation, after, backwards)
        return (expectation.after(last) for expectation in found)

    def statements(
        self,
        filters: Filters = EVERYTHING,
        *,
        limit: int | None = None,
        after: str | None = None,
        backwards: bool = False,
    ) -> Iterator[Statement]:
        """Statements in order of time, then of page and of place in it; `backwards` turns all of it round."""
        order = ORDERS["statements"]
        return self._listed(statements, statement_conditions, filters, order, limit, Statement, after, backwards)

    def statement(self, id: str) -> Statement | None:
        with self._connected() as connection:
            record = connection.scalar(select(statements.c.record).where(statements.c.id == id))
        return msgspec.json.decode(record, type=Statement) if record else None

    def locations(self, filters: Filters = EVERYTHING) -> Iterator[tuple[str, Location]]:
        """Where on earth the places of the pages are, each with its page, in order of page and of text."""
        with self._connected() as connection:
            where = location_conditions(connection, filters)
        of = locations.c
        for page, record in self._rows(select(of.page_id, of.record).where(*where).order_by(of.page_id, of.position)):
            yield page, msgspec.json.decode(record, type=Location)

    def locations_of(self, page_ids: Collection[str]) -> Iterator[tuple[str, Location]]:
        """Where on earth the places of these pages are, each with its page, in no order."""
        of = locations.c
        for page, record in self._portions(select(of.page_id, of.record), of.page_id, page_ids):
            yield page, msgspec.json.decode(record, type=Location)

    def syndicates(self) -> Iterator[Syndicate]:
        """Stories that several outlets carry, in order of id."""
        query = select(page_groups.c.record).where(page_groups.c.kind == "story").order_by(page_groups.c.id)
        return self._records(query, Syndicate)

    def versions(self, page_id: str) -> VersionChain | None:
        """The texts that a page was captured with; None where there is but one."""
        of_page = select(page_group_members.c.group_id).where(page_group_members.c.page_id == page_id)
        query = select(page_groups.c.record).where(page_groups.c.kind == "versions", page_groups.c.id.in_(of_page))
        return next(self._records(query, VersionChain), None)

    def related(
        self, filters: Filters = EVERYTHING, *, limit: int | None = None, after: str | None = None
    ) -> Iterator[RelatedItem]:
        """Related items in order of time, then of page and of place on it."""
        order = (related.c.sort, related.c.page_id, related.c.position)
        return self._listed(related, related_conditions, filters, order, limit, RelatedItem, after)

    def related_of_page(self, page_id: str) -> Iterator[RelatedItem]:
        """What a page points to, in order of place on it."""
        query = select(related.c.record).where(related.c.page_id == page_id).order_by(related.c.position)
        return self._records(query, RelatedItem)

    def story_of(self, page_id: str) -> Syndicate | None:
        """The story that a page carries together with other outlets; None where it carries none."""
        of_page = select(page_group_members.c.group_id).where(page_group_members.c.page_id == page_id)
        query = select(page_groups.c.record).where(page_groups.c.kind == "story", page_groups.c.id.in_(of_page))
        return next(self._records(query, Syndicate), None)

    def related_item(self, id: str) -> RelatedItem | None:
        with self._connected() as connection:
            record = connection.scalar(select(related.c.record).where(related.c.id == id))
        return msgspec.json.decode(record, type=RelatedItem) if record else None

    def related_counts(self, page_ids: Collection[str]) -> dict[str, int]:
        """How many related items each of these pages has that has any."""
        query = select(related.c.page_id, func.count()).group_by(related.c.page_id)
        return {str(page): int(count) for page, count in self._portions(query, related.c.page_id, page_ids)}

    def chronicle(self) -> Chronicle:
        """All that merging made."""
        return Chronicle(
            actors=tuple(self._records(select(actors.c.record).order_by(actors.c.id), Actor)),
            entries=tuple(self.entries()),
            expectations=tuple(self.expectations()),
        )

    def how_many(self, kind: Counted, filters: Filters) -> int:
        """How many rows of a list fit."""
        table, conditions = LISTED[kind]
        with self._connected() as connection:
            where = conditions(connection, filters)
            return connection.scalar(select(func.count()).select_from(table).where(*where)) or 0

    def counts(self) -> Counts:
        """How many of each there are."""
        by_reason = select(rejections.c.reason, func.count()).group_by(rejections.c.reason)
        with self._connected() as connection:
            found = {
                table.name: connection.scalar(select(func.count()).select_from(table)) or 0
                for table in (pages, readings, entries, statements, expectations, actors, related, runs)
            }
            reasons = sorted((str(reason), int(count)) for reason, count in connection.execute(by_reason))
            return Counts(**found, rejections=dict(reasons), layout=layout(connection))

    def search(
        self,
        query: str,
        kinds: Collection[SearchKind] = SEARCH_KINDS,
        limit: int = 50,
        fits: search_index.Fits | None = None,
    ) -> list[Hit]:
        """What holds every word of the query, newest first. See `words.terms` for what a query may say.

        `fits` is asked of kinds and ids, until so many are found as are wanted.
        """
        wanted = terms(query)
        if not wanted or not kinds:
            return []
        with self._connected() as connection:
            if fits:
                rows = search_index.find_fitting(connection, wanted, kinds, limit, fits)
            else:
                rows = search_index.find(connection, wanted, kinds, limit)
        article = cache(self.article)  # a page's statements are often found together
        return [_hit(kind, id, day, self._text(kind, id, article), wanted) for kind, id, day in rows]

    def entries_holding(self, query: str) -> list[int]:
        """The numbers (`document_number`) of all that holds every word of the query, entries among it, in no order."""
        wanted = terms(query)
        if not wanted:
            return []
        with self._connected() as connection:
            return search_index.numbers(connection, wanted)

    def holding(self, query: str, kind: SearchKind) -> list[str]:
        """Ids of everything of a kind that holds every word of the query, in no order."""
        wanted = terms(query)
        if not wanted:
            return []
        with self._connected() as connection:
            return list(search_index.ids(connection, wanted, kind))

    def known(self, page_ids: Iterable[str], reader: str) -> frozenset[str]:
        """Those of the pages that this version of the reader has read."""
        with self._connected() as connection:
            return frozenset(
                id
                for ids in batched(sorted(set(page_ids)), IDS_AT_ONCE)
                for id in connection.scalars(
                    select(readings.c.page_id).where(readings.c.reader == reader, readings.c.page_id.in_(ids))
                )
            )

    def pages_of(self, source: str) -> frozenset[str]:
        """Ids of the pages of a source, as the filter by source means it."""
        with self._connected() as connection:
            return frozenset(connection.scalars(pages_of_source(connection, source)))

    def version(self) -> str:
        """A text that changes when another connection has changed the chronicle: see `Watch`."""
        with explained(self.location):
            return self._watch.version()

    def is_merged(self) -> bool:
        """Whether entries, actors and expectations are made from the readings as they are now, by this Dateline."""
        with self._connected() as connection:
            waiting = connection.scalar(select(exists().where(merge_queue.c.page_id.is_not(None))))
            waiting = waiting or connection.scalar(select(exists().where(merge_index.c.kind == DUE)))
            return not waiting and is_current(connection)

    def _reading[T](self, page_id: str, kind: type[T]) -> T | None:
        with self._connected() as connection:
            record = connection.scalar(select(readings.c.record).where(readings.c.page_id == page_id))
        return unpack(record, kind) if record else None

    def _text(self, kind: SearchKind, id: str, article_of: Callable[[str], Article | None]) -> str:
        """The text by which something was found; empty where it is gone since."""
        if kind == "page":
            article = article_of(id)
            return article.text if article else ""
        if kind == "entry":
            entry = self.entry(id)
            return entry_text(entry) if entry else ""
        if kind == "related":
            item = self.related_item(id)
            return related_text(item) if item else ""
        statement = self.statement(id)
        article = article_of(statement.page_id) if statement else None
        return statement_text(statement, article) if statement and article else ""

    def _listed[T](
        self,
        table: Table,
        conditions: Callable[[Connection, Filters], list[Any]],
        filters: Filters,
        order: tuple[Any, ...],
        limit: int | None,
        kind: type[T],
        after: str | None = None,
        backwards: bool = False,
    ) -> Iterator[T]:
        """Rows of a table in order; `after` is the id of the row before the first one, where it is still there."""
        with self._connected() as connection:
            where = conditions(connection, filters)
            last = connection.execute(select(*order).where(table.c.id == after)).first() if after else None
        if last is not None:
            at, begin = tuple_(*order), tuple_(*map(literal, last))
            where.append(at < begin if backwards else at > begin)
        turned = [column.desc() for column in order] if backwards else order
        return self._records(select(table.c.record).where(*where).order_by(*turned).limit(limit), kind)


def _hit(kind: SearchKind, id: str, day: str, text: str, wanted: tuple[Term, ...]) -> Hit:
    words, spans = snippet(text, wanted)
    return Hit(kind=kind, id=id, snippet=words, matches=spans, day=day)
