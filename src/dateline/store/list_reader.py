"""Statements and expectations as their lists need them: by id, in order, with the entries that they lead to."""

import datetime
from collections.abc import Iterable, Iterator
from itertools import batched
from typing import Any, Literal

from sqlalchemy import and_, false, func, select

from dateline.records import Expectation, Statement
from dateline.store.conditions import (
    expectation_conditions,
    own_status,
    related_conditions,
    statement_conditions,
)
from dateline.store.filters import EVERYTHING, Filters
from dateline.store.overview import OverviewReader
from dateline.store.schema import entry_reports, expectations, readings, related, statements
from dateline.store.table_writer import IDS_AT_ONCE

ORDERS: dict[str, tuple[Any, ...]] = {
    "statements": (statements.c.sort, statements.c.page_id, statements.c.start, statements.c.id),
    "expectations": (expectations.c.sort, expectations.c.id),
}
"""What the lists are in order of."""
LISTED = {
    "statements": (statements, statement_conditions),
    "expectations": (expectations, expectation_conditions),
    "related": (related, related_conditions),
}
"""The table of each list, and what the filters mean to it."""


class ListReader(OverviewReader):
    """The part of the view on a chronicle that two of its lists are made with. Nothing here writes."""

    def statements_by_id(self, ids: Iterable[str]) -> dict[str, Statement]:
        """The statements of these ids, each under its id; ids of none are left out."""
        queries = (select(statements.c.record).where(statements.c.id.in_(some)) for some in batched(ids, IDS_AT_ONCE))
        return {statement.id: statement for query in queries for statement in self._records(query, Statement)}

    def expectations_by_id(self, ids: Iterable[str]) -> dict[str, Expectation]:
        """The expectations of these ids, each under its id; ids of none are left out."""
        e, last = expectations.c, self.last_page()
        queries = (select(e.record).where(e.id.in_(some)) for some in batched(ids, IDS_AT_ONCE))
        found = (expectation for query in queries for expectation in self._records(query, Expectation))
        return {expectation.id: expectation.after(last) for expectation in found}

    def expected_entries(self) -> Iterator[tuple[str, str]]:
        """The id of each expectation with that of the entry that is to come, in no order."""
        return ((str(id), str(entry)) for id, entry in self._rows(select(expectations.c.id, expectations.c.entry)))

    def entries_within(self) -> Iterator[tuple[str, str]]:
        """The id of each statement with those of the entries that are reported within it, in no order."""
        s, r = statements.c, entry_reports.c
        within = and_(r.page_id == s.page_id, r.start >= s.start, r.stop <= s.stop)
        for id, entry in self._rows(select(s.id, r.entry_id).select_from(statements.join(entry_reports, within))):
            yield str(id), str(entry)

    def in_order(
        self, kind: Literal["statements", "expectations"], filters: Filters, status: str | None
    ) -> list[tuple[str, bool]]:
        """Ids of what fits the filters, in the order of its list, each with whether it is of a status by itself.

        That is the stance of a statement, the kind or state of an expectation.
        """
        table, conditions = LISTED[kind]
        with self._connected() as connection:
            where = conditions(connection, filters)
            own = own_status(connection, kind, status) if status else false()
            query = select(table.c.id, own).where(*where).order_by(*ORDERS[kind])
            return [(id, bool(mine)) for id, mine in connection.execute(query).all()]

    def pages_of_statements(self, filters: Filters) -> list[tuple[str, str]]:
        """Ids of the statements that fit, each with its page, in no order."""
        with self._connected() as connection:
            where = statement_conditions(connection, filters)
        rows = self._rows(select(statements.c.id, statements.c.page_id).where(*where))
        return [(str(id), str(page)) for id, page in rows]

    def statement_ids(self, filters: Filters) -> frozenset[str]:
        """Ids of the statements that fit."""
        with self._connected() as connection:
            where = statement_conditions(connection, filters)
            return frozenset(connection.scalars(select(statements.c.id).where(*where)))

    def statement_days(self, filters: Filters = EVERYTHING) -> list[tuple[str, str]]:
        """Ids of the statements that fit, each with its day (ISO), in order of time."""
        of = statements.c
        with self._connected() as connection:
            where = statement_conditions(connection, filters)
        days = select(of.id, func.coalesce(of.earliest, of.latest)).where(*where)
        return [(str(id), str(day)) for id, day in self._rows(days.order_by(of.sort, of.page_id, of.start, of.id))]

    def last_page(self) -> datetime.date:
        """The day of the latest page; the first of all days where none was read."""
        with self._connected() as connection:
            found = connection.scalar(select(func.max(readings.c.published)))
        return datetime.date.fromisoformat(found[:10]) if found else datetime.date.min
