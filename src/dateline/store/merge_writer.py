"""Writing what merging makes, page by page: entries, expectations, groups of pages; and the queue of what to merge."""

import datetime
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import batched
from typing import Any

import msgspec
from sqlalchemy import Connection, Table, delete, func, insert, select

from dateline.records import MERGER, Actor, Claim, Decision, Entry, Expectation, Reading, Syndicate, VersionChain
from dateline.store import search_index
from dateline.store.folding import storable
from dateline.store.rows import (
    actor_name_rows,
    actor_row,
    decision_row,
    encode,
    entry_name_rows,
    entry_report_rows,
    entry_row,
    expectation_row,
    page_group_member_rows,
    page_group_row,
    unpack,
    without_quotes,
)
from dateline.store.schema import (
    actor_names,
    actors,
    appearances,
    claims,
    decisions,
    entries,
    entry_names,
    entry_reports,
    expectations,
    history,
    merge_index,
    merge_queue,
    meta,
    page_group_members,
    page_groups,
    readings,
    redirects,
    runs,
    tombstones,
)
from dateline.store.shelf import ShelfTables
from dateline.store.summaries import Change, Turn
from dateline.store.table_writer import IDS_AT_ONCE, TableWriter
from dateline.store.texts import entry_text
from dateline.store.words import Term, words

HELD, DUE = "actor held", "actor due"
"""Kinds of keys of which the store must know: actors that are kept, and those that are to be made anew."""
MERGED_BY = "merged"
STARTED_OVER = "started over"


class MergeWriter(TableWriter):
    """Writes within the transaction that `Store.writer` opened."""

    def __init__(self, connection: Connection) -> None:
        super().__init__(connection)
        self.shelf = ShelfTables(connection)

    def is_current(self) -> bool:
        """Whether what is merged was merged by the rules of this Dateline."""
        return is_current(self._connection)

    def start_over(self) -> None:
        """Forget how everything was merged; all pages are to be merged anew. Entries stay until they are."""
        self.shelf.clear()
        self._connection.execute(delete(claims))
        self._connection.execute(delete(appearances))
        self._connection.execute(delete(merge_queue))
        self._connection.execute(insert(merge_queue).from_select(["page_id"], select(readings.c.page_id)))
        self._connection.execute(delete(meta).where(meta.c.key == MERGED_BY))
        self._connection.execute(insert(meta).values(key=MERGED_BY, value=MERGER))
        self._connection.execute(delete(meta).where(meta.c.key == STARTED_OVER))
        self._connection.execute(insert(meta).values(key=STARTED_OVER, value=MERGER))

    def sweep(self) -> None:
        """After a new start: take away what the former merging made and this one did not."""
        started = delete(meta).where(meta.c.key == STARTED_OVER)
        if self._connection.execute(started).rowcount:
            orphans = self._orphans(entries, "member")
            self.write_entries([], orphans)
            self.write_expectations([], orphans)
            self.write_actors([], self._orphans(actors, HELD))

    def _orphans(self, table: Table, kind: str) -> list[str]:
        """Ids of rows of a table that nothing is kept under."""
        kept = select(merge_index.c.key).where(merge_index.c.kind == kind, merge_index.c.key == table.c.id)
        return list(self._connection.scalars(select(table.c.id).where(~kept.exists()).order_by(table.c.id)))

    def erased(self) -> frozenset[str]:
        """Pages that were taken out for good."""
        return frozenset(self._connection.scalars(select(tombstones.c.page_id)))

    def queue(self, limit: int) -> list[str]:
        """Some of the pages that are to be merged, in order."""
        return list(
            self._connection.scalars(select(merge_queue.c.page_id).order_by(merge_queue.c.page_id).limit(limit))
        )

    def take_off_queue(self, pages: Iterable[str]) -> None:
        """These pages have been merged."""
        self._delete(merge_queue, merge_queue.c.page_id, pages)

    def queue_again(self, pages: Iterable[str]) -> None:
        """These pages are to be merged anew, though they were read as before."""
        wanted = sorted(set(pages))
        self.take_off_queue(wanted)
        self._insert(merge_queue, [{"page_id": page} for page in wanted])

    def decisions(self) -> list[Decision]:
        """What people decided, in order."""
        return list(read_decisions(self._connection))

    def add_decisions(self, new: Iterable[Decision]) -> None:
        """Add to the log of decisions, without words of pages that were taken out for good."""
        last = self._connection.scalar(select(func.max(decisions.c.number))) or 0
        erased = self.erased()
        kept = (without_quotes(d, erased) if any(t.page_id in erased for t in d.targets) else d for d in new)
        rows = [decision_row(number, decision) for number, decision in enumerate(kept, start=last + 1)]
        self._insert(decisions, rows)

    def keep_waiting(self, decided: Iterable[str]) -> None:
        """Remember which decisions (by id) wait for their words to be found."""
        key = "note:decisions that wait"
        self._connection.execute(delete(meta).where(meta.c.key == key))
        if text := " ".join(decided):
            self._connection.execute(insert(meta).values(key=key, value=text))

    def add_history(self, turns: Sequence[Turn]) -> None:
        """Add what became of entries to the history of the run under way."""
        run = (self._connection.scalar(select(func.max(runs.c.number))) or 0) + 1
        last = self._connection.scalar(select(func.max(history.c.number))) or 0
        at = datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds")
        self._insert(
            history,
            [
                {"number": n, "run": run, "at": at, "kind": turn.kind, "entry": turn.entry, "record": encode(turn)}
                for n, turn in enumerate(turns, start=last + 1)
            ],
        )

    def add_changes(self, told: Iterable[Change]) -> None:
        """Add what became of entries in runs of another chronicle to a history that has none."""
        self._insert(
            history,
            [
                {
                    "number": n,
                    "run": c.run,
                    "at": c.at,
                    "kind": c.turn.kind,
                    "entry": c.turn.entry,
                    "record": encode(c.turn),
                }
                for n, c in enumerate(told, start=1)
            ],
        )

    def redirects(self) -> dict[str, str]:
        """Ids of the past, each with the one that it leads to."""
        return {str(old): str(new) for old, new in self._connection.execute(select(redirects.c.old, redirects.c.new))}

    def add_redirects(self, new: Mapping[str, str]) -> None:
        """Let ids of the past lead on, in a chronicle where none does."""
        self._insert(redirects, [{"old": old, "new": to} for old, to in sorted(new.items())])

    def readings(self, pages: Iterable[str]) -> Iterator[Reading]:
        """Readings of these pages, in order; those that have none are left out."""
        for ids in batched(sorted(pages), IDS_AT_ONCE):
            query = select(readings.c.record).where(readings.c.page_id.in_(ids)).order_by(readings.c.page_id)
            for record in self._connection.scalars(query):
                yield unpack(record, Reading)

    def pages_with(self, objects: Collection[str], after: str) -> list[str]:
        """Pages published after a day (ISO) in which all the words stand, earliest first, then by id."""
        wanted = [Term(keys) for text in objects if (keys := tuple(word.key for word in words(text)))]
        return list(search_index.find_pages(self._connection, wanted, after)) if wanted else []

    def last_page(self) -> str:
        """The day of the latest page, as ISO; empty where none was read."""
        return (self._connection.scalar(select(func.max(readings.c.published))) or "")[:10]

    def entries(self, ids: Collection[str]) -> dict[str, Entry]:
        """Entries by id."""
        return {entry.id: entry for entry in self._records(entries.c.record, entries.c.id, ids, Entry)}

    def expectations(self, of_entries: Collection[str]) -> dict[str, Expectation]:
        """Expectations by the id of their entry."""
        found = self._records(expectations.c.record, expectations.c.entry, of_entries, Expectation)
        return {expectation.entry: expectation for expectation in found}

    def write_entries(self, new: Iterable[Entry], gone: Iterable[str]) -> None:
        """Keep entries, in place of those of the same ids; take others away, which then lead to their heirs."""
        fresh, lost = list(new), sorted(set(gone))
        old = self.entries(lost)
        ids = [*lost, *(entry.id for entry in fresh)]
        self._delete(entries, entries.c.id, ids)
        search_index.remove(self._connection, "entry", ids)
        self._insert(entries, [entry_row(entry) for entry in fresh])
        self._insert(entry_names, [row for entry in fresh for row in entry_name_rows(entry)])
        self._insert(entry_reports, [row for entry in fresh for row in entry_report_rows(entry)])
        search_index.add(self._connection, (("entry", e.id, _day(e), entry_text(e)) for e in fresh))
        self._note_written("entry", ids)
        self._delete(redirects, redirects.c.old, ids)
        heirs = ((id, self._heir(entry)) for id, entry in old.items())
        self._insert(redirects, [{"old": id, "new": heir} for id, heir in heirs if heir is not None])

    def write_expectations(self, new: Iterable[Expectation], gone_entries: Iterable[str]) -> None:
        """Keep expectations, one an entry; take away those of other entries."""
        fresh = list(new)
        self._delete(expectations, expectations.c.entry, sorted({*gone_entries, *(e.entry for e in fresh)}))
        self._insert(expectations, [expectation_row(expectation) for expectation in fresh])

    def write_claims(self, new: Iterable[Claim], gone: Iterable[str]) -> None:
        """Keep claims, in place of those of the same ids; take others away, by id."""
        fresh = list(new)
        self._delete(claims, claims.c.id, sorted({*gone, *(claim.id for claim in fresh)}))
        rows = [{"id": c.id, "first": c.voices[0].published.isoformat(), "record": encode(c)} for c in fresh]
        self._insert(claims, rows)

    def write_groups(self, groups: Iterable[Syndicate | VersionChain], of_pages: Iterable[str]) -> None:
        """Put stories on many sites and versions of pages in the place of those of these pages."""
        members, new = page_group_members.c, list(groups)
        old: set[str] = set()
        for ids in batched(sorted(set(of_pages)), IDS_AT_ONCE):
            old.update(self._connection.scalars(select(members.group_id).where(members.page_id.in_(ids))))
        self._delete(page_groups, page_groups.c.id, sorted(old))
        self._insert(page_groups, [page_group_row(group) for group in new])
        self._insert(page_group_members, [row for group in new for row in page_group_member_rows(group)])

    def appearances(self, forms: Collection[str]) -> Iterator[tuple[str, bytes]]:
        """Appearances of forms, each with its form, in order of both."""
        a = appearances.c
        for some in batched(sorted(map(storable, forms)), IDS_AT_ONCE):
            query = select(a.form, a.record).where(a.form.in_(some)).order_by(a.form, a.place)
            yield from ((str(form), record) for form, record in self._connection.execute(query))

    def add_appearances(self, found: Iterable[tuple[str, str, str, bytes]]) -> None:
        """Keep appearances: form, place, page, and the record."""
        rows = [{"form": storable(f), "place": p, "page_id": page, "record": r} for f, p, page, r in found]
        self._insert(appearances, rows)

    def drop_appearances(self, pages: Iterable[str]) -> None:
        """Forget who appears on pages."""
        self._delete(appearances, appearances.c.page_id, pages)

    def write_actors(self, new: Iterable[Actor], gone: Iterable[str]) -> None:
        """Keep actors, in place of those of the same ids; take others away, by id. Only what differs is written."""
        records = {actor.id: actor for actor in new}
        rows = {id: actor_row(actor) for id, actor in records.items()}
        kept = self._digests(sorted(rows))
        changed = sorted(id for id, row in rows.items() if kept.get(id) != row["digest"])
        stale = sorted({*gone, *changed})
        self._delete(actors, actors.c.id, stale)
        self._note_written("actor", stale)
        self._insert(actors, [rows[id] for id in changed])
        self._insert(actor_names, [row for id in changed for row in actor_name_rows(records[id])])

    def _digests(self, ids: Collection[str]) -> dict[str, str]:
        """Digests of the actors that are there."""
        a, found = actors.c, dict[str, str]()
        for some in batched(ids, IDS_AT_ONCE):
            query = select(a.id, a.digest).where(a.id.in_(some))
            found.update((str(id), str(digest)) for id, digest in self._connection.execute(query))
        return found

    def _heir(self, entry: Entry) -> str | None:
        """The entry that holds the first report of one that is gone, else one whose report stands in the same words."""
        r = entry_reports.c
        for report in entry.reports:
            same = select(r.entry_id).where(r.event_id == report.event_id)
            if (found := self._connection.scalar(same)) is not None:
                return str(found)
        for report in entry.reports:
            span = report.span
            near = select(r.entry_id).where(r.page_id == report.page_id, r.start < span.end, r.stop > span.start)
            if (found := self._connection.scalar(near.order_by(r.start, r.entry_id))) is not None:
                return str(found)
        return None

    def _records[T](self, column: Any, key: Any, ids: Collection[str], kind: type[T]) -> Iterator[T]:
        for some in batched(sorted(ids), IDS_AT_ONCE):
            for record in self._connection.scalars(select(column).where(key.in_(some))):
                yield msgspec.json.decode(record, type=kind)


def read_decisions(connection: Connection) -> Iterator[Decision]:
    """What people decided, in order."""
    for record in connection.scalars(select(decisions.c.record).order_by(decisions.c.number)):
        yield msgspec.json.decode(record, type=Decision)


def is_current(connection: Connection) -> bool:
    """Whether what is merged was merged by the rules of this Dateline."""
    return connection.scalar(select(meta.c.value).where(meta.c.key == MERGED_BY)) == MERGER


def _day(entry: Entry) -> str:
    day = entry.interval.earliest or entry.interval.latest
    return day.isoformat() if day else ""
