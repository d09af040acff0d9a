"""What is kept in memory of everything: the few cells of each record that lists select and count by."""

from collections.abc import Collection, Iterator
from itertools import batched
from typing import Any

import msgspec
from sqlalchemy import ColumnElement, Select, func, literal, select, tuple_

from dateline.records import Basis, EntityKind, EventDate, Interval, Page, Status
from dateline.store.conditions import actor_conditions, page_conditions
from dateline.store.filters import EVERYTHING, Filters
from dateline.store.folding import folded
from dateline.store.past import PastReader
from dateline.store.rows import unpack
from dateline.store.schema import actor_names, actors, entries, pages, readings, statements, written
from dateline.store.summaries import PageSummary
from dateline.store.table_writer import IDS_AT_ONCE


class ReportPage(msgspec.Struct, frozen=True):
    """The part of a report that says which page it is of."""

    page_id: str


class Present(msgspec.Struct, frozen=True):
    """Something that is only counted."""


class EntryCells(msgspec.Struct, frozen=True):
    """The part of an entry that is selected and counted by; decoding it skips the rest."""

    id: str
    type: str | None
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    places: tuple[str, ...]
    interval: Interval
    status: Status
    said_by: tuple[str, ...]
    reports: tuple[ReportPage, ...]
    frame: str | None = None
    salience: float = 0.5
    sources: int = 1
    basis: Basis = "stated"
    disputes: tuple[Present, ...] = ()
    edits: tuple[Present, ...] = ()


class Publication(msgspec.Struct, frozen=True):
    """What the reading of a page says of where and when it was published. `day` is ISO."""

    page: str
    day: str
    publisher: str | None
    agency: str | None


class ActorBrief(msgspec.Struct, frozen=True):
    """The part of an actor that lists show."""

    id: str
    kind: EntityKind
    name: str
    names: tuple[str, ...] = ()
    country: str | None = None
    entities: tuple[str, ...] = ()
    page: str | None = None


class SpeakerEntity(msgspec.Struct, frozen=True):
    """The part of a speaker that says who it is on the page."""

    entity: str | None = None


class SpeakersLink(msgspec.Struct, frozen=True):
    """The part of a link of a chain that says who speaks."""

    speakers: tuple[SpeakerEntity, ...] = ()


class StatementChain(msgspec.Struct, frozen=True):
    """The part of a statement that says who speaks."""

    chain: tuple[SpeakersLink, ...]


class DatedEvent(msgspec.Struct, frozen=True):
    """The part of an event mention that says when it was."""

    id: str
    date: EventDate


class ArticleText(msgspec.Struct, frozen=True):
    """The part of an article that spans point into."""

    text: str


class Told(msgspec.Struct, frozen=True):
    """The part of a reading that rows of lists quote: the article's text and the dates of its events."""

    article: ArticleText
    events: tuple[DatedEvent, ...] = ()


class Written(msgspec.Struct, frozen=True, kw_only=True):
    """What was written, or taken away, after a number: ids of entries and pages, and whether any actor was."""

    number: int
    entries: frozenset[str]
    pages: frozenset[str]
    actors: bool


_SUMMARIES = select(
    pages.c.record, readings.c.reader, readings.c.published, readings.c.title, readings.c.publisher, readings.c.agency
).outerjoin_from(pages, readings, readings.c.page_id == pages.c.id)


def _summary(row: Any) -> PageSummary:
    page, (reader, published, title, publisher, agency) = msgspec.json.decode(row[0], type=Page), row[1:]
    return PageSummary(
        id=page.id,
        location=page.location,
        name=page.name,
        media=page.media,
        url=page.url,
        reader=reader,
        published=published,
        title=title,
        publisher=publisher,
        agency=agency,
    )


class OverviewReader(PastReader):
    """The part of the view on a chronicle that gives little of much. Nothing here writes."""

    def last_written(self) -> int:
        """The number of the last thing that was written: see `written_after`."""
        with self._connected() as connection:
            return connection.scalar(select(func.max(written.c.number))) or 0

    def written_after(self, number: int) -> Written | None:
        """What was written after a number; None where that is so long ago that nobody remembers."""
        with self._connected() as connection:
            first = connection.scalar(select(func.min(written.c.number))) or 0
            last = connection.scalar(select(func.max(written.c.number))) or 0
            if number + 1 < first or last < number:
                return None
            rows = connection.execute(select(written.c.kind, written.c.id).where(written.c.number > number)).all()
        by_kind: dict[str, set[str]] = {"entry": set(), "page": set(), "actor": set()}
        for kind, id in rows:
            by_kind[kind].add(id)
        return Written(
            number=last,
            entries=frozenset(by_kind["entry"]),
            pages=frozenset(by_kind["page"]),
            actors=bool(by_kind["actor"]),
        )

    def entry_cells(self, ids: Collection[str] | None = None) -> Iterator[EntryCells]:
        """The cells of entries, in no order: of those with these ids, or of all."""
        return self._some(select(entries.c.record), entries.c.id, ids, EntryCells)

    def page_summaries(self, ids: Collection[str]) -> Iterator[PageSummary]:
        """These pages with what their reading says of them, in no order."""
        return map(_summary, self._portions(_SUMMARIES, pages.c.id, ids))

    def pages(
        self,
        filters: Filters = EVERYTHING,
        *,
        read_only: bool = False,
        limit: int | None = None,
        after: str | None = None,
    ) -> Iterator[PageSummary]:
        """Pages with what their reading says of them, in order of publication, pages that were not read last.

        Of the filters `since`, `until` (days of publication) and `source` count. `read_only` leaves out pages that were
        not read; `after` is the id of a page that was, the one before the first.
        """
        r = readings.c
        with self._connected() as connection:
            conditions = page_conditions(connection, filters)
            last = (
                connection.execute(select(r.published, r.page_id).where(r.page_id == after)).first() if after else None
            )
        if last is not None:
            conditions.append(tuple_(r.published, r.page_id) > tuple_(*map(literal, last)))
        if read_only or last is not None:
            query = _SUMMARIES.where(r.page_id.is_not(None)).order_by(r.published, r.page_id)
        else:
            query = _SUMMARIES.order_by(r.published.is_(None), r.published, pages.c.id)
        return map(_summary, self._rows(query.where(*conditions).limit(limit)))

    def how_many_pages(self, filters: Filters) -> int:
        """How many of the pages that were read fit."""
        with self._connected() as connection:
            conditions = page_conditions(connection, filters)
            query = select(func.count()).select_from(readings)
            if filters.source is not None:
                query = query.join(pages, pages.c.id == readings.c.page_id)
            return connection.scalar(query.where(*conditions)) or 0

    def told(self, page_id: str) -> Told | None:
        """What lists quote of a page: cheaper than the whole reading."""
        with self._connected() as connection:
            record = connection.scalar(select(readings.c.record).where(readings.c.page_id == page_id))
        return unpack(record, Told) if record else None

    def publications(self, ids: Collection[str] | None = None) -> Iterator[Publication]:
        """Where and when pages were published, in no order: those with these ids, or all that were read."""
        r = readings.c
        query = select(r.page_id, r.published, r.publisher, r.agency)
        for page, published, publisher, agency in self._portions(query, r.page_id, ids):
            yield Publication(page, published[:10], publisher, agency)

    def speaking(self, page_ids: Collection[str] | None = None) -> Iterator[tuple[str, tuple[str, ...]]]:
        """The page of each statement with the entities who make it, in no order: on these pages, or on all."""
        query = select(statements.c.page_id, statements.c.record)
        decode = msgspec.json.Decoder(StatementChain).decode
        for page, record in self._portions(query, statements.c.page_id, page_ids):
            said = decode(record).chain
            yield page, tuple({s.entity for s in said[-1].speakers if s.entity}) if said else ()

    def actor_briefs(self) -> Iterator[ActorBrief]:
        """All actors, in no order."""
        return self._some(select(actors.c.record), actors.c.id, None, ActorBrief)

    def actor_ids(self, name: str) -> frozenset[str]:
        """Ids of the actors that a name means, as the filter by actor does."""
        with self._connected() as connection:
            where = actor_conditions(connection, Filters(actor=name))
            return frozenset(connection.scalars(select(actors.c.id).where(*where)))

    def types(self) -> tuple[str, ...]:
        """The types of events that occur, in order."""
        query = select(entries.c.type).where(entries.c.type.is_not(None)).distinct().order_by(entries.c.type)
        with self._connected() as connection:
            return tuple(str(type) for type in connection.scalars(query))

    def bearers(self, name: str) -> frozenset[str]:
        """The canonical names, folded, of the actors who bear a name."""
        bear = select(actors.c.folded).join(actor_names, actor_names.c.owner == actors.c.id)
        with self._connected() as connection:
            return frozenset(connection.scalars(bear.where(actor_names.c.folded == folded(name))))

    def _some[T](
        self, query: Select[Any], key: ColumnElement[str], ids: Collection[str] | None, kind: type[T]
    ) -> Iterator[T]:
        decode = msgspec.json.Decoder(kind).decode
        for (record,) in self._portions(query, key, ids):
            yield decode(record)

    def _portions(self, query: Select[Any], key: ColumnElement[str], ids: Collection[str] | None) -> Iterator[Any]:
        """The rows of a query: those whose key is one of the ids, or all."""
        if ids is None:
            yield from self._rows(query)
            return
        for some in batched(ids, IDS_AT_ONCE):
            yield from self._rows(query.where(key.in_(some)))
