"""Changing a chronicle, within one transaction. Writing the same again changes nothing."""

import datetime
from collections.abc import Iterable, Mapping
from itertools import batched
from typing import Any

import msgspec
from sqlalchemy import Table, delete, select, update

from dateline.records import (
    MERGER,
    Actor,
    Chronicle,
    Decision,
    Entry,
    Expectation,
    Page,
    Reading,
    Rejection,
)
from dateline.store import search_index
from dateline.store.folding import storable
from dateline.store.furniture import related_row, related_text
from dateline.store.located import location_rows
from dateline.store.merge_writer import MERGED_BY, MergeWriter
from dateline.store.rows import (
    Row,
    actor_name_rows,
    actor_row,
    encode,
    entry_name_rows,
    entry_report_rows,
    entry_row,
    expectation_row,
    page_row,
    reading_row,
    rejection_row,
    source_name_rows,
    statement_name_rows,
    statement_row,
    unique,
    without_quotes,
)
from dateline.store.schema import (
    actor_names,
    actors,
    decisions,
    entries,
    entry_names,
    entry_reports,
    expectations,
    history,
    locations,
    merge_queue,
    meta,
    pages,
    readings,
    redirects,
    rejections,
    related,
    runs,
    source_names,
    statement_names,
    statements,
    tombstones,
)
from dateline.store.summaries import Run, Turn
from dateline.store.table_writer import IDS_AT_ONCE, TableWriter
from dateline.store.texts import entry_text, statement_text


class StoreWriter(TableWriter):
    """Writes within the transaction that `Store.writer` opened."""

    def add_pages(self, new: Iterable[Page]) -> None:
        """Keep pages. Of a page met at several locations the first in order of the alphabet is kept."""
        rows = [page_row(page) for page in sorted(new, key=lambda page: page.location, reverse=True)]
        rows = list({row["id"]: row for row in rows}.values())
        kept = self._pairs(pages.c.id, pages.c.location, [row["id"] for row in rows])
        self._insert(pages, [row for row in rows if row["id"] not in kept])
        for row in rows:
            if row["location"] < kept.get(row["id"], ""):
                self._connection.execute(update(pages).where(pages.c.id == row["id"]).values(row))
                self._note_written("page", [row["id"]])

    def add_readings(self, new: Iterable[Reading]) -> None:
        """Keep what was read, in place of what was read of these pages before; their rejections go.

        The pages must have been added.
        """
        records = unique(new, "page_id")
        kept = self._pairs(readings.c.page_id, readings.c.digest, [reading.page_id for reading in records])
        rows = {reading.page_id: reading_row(reading) for reading in records}
        changed = [r for r in records if kept.get(r.page_id) != rows[r.page_id]["digest"]]
        self._remove_readings([r.page_id for r in changed if r.page_id in kept])
        self._insert(readings, [rows[r.page_id] for r in changed])
        self._enqueue([r.page_id for r in changed])
        for reading in changed:
            self._add_parts(reading)
        self._note_written("page", [reading.page_id for reading in changed])
        self._forgive([reading.page_id for reading in records])

    def add_rejections(self, new: Iterable[Rejection]) -> None:
        """Keep why sources gave nothing, in place of what was said of these locations before.

        A page that was read once and is rejected now loses its reading.
        """
        rows = [rejection_row(rejection) for rejection in new]
        rows = list({(row["location"], row["reason"]): row for row in rows}.values())
        self._delete(rejections, rejections.c.location, [row["location"] for row in rows])
        self._insert(rejections, rows)
        self._remove_readings([row["page_id"] for row in rows if row["page_id"]])

    def forget_rejections(self, locations: Iterable[str]) -> None:
        """Take back the rejections of locations that give a page that can be read now."""
        self._delete(rejections, rejections.c.location, list(locations))

    def replace_chronicle(self, chronicle: Chronicle, *, redirected: Mapping[str, str] | None = None) -> None:
        """Put a whole chronicle in the place of the last one; only rows that differ are written.

        An entry id that vanishes redirects to what `redirected` says, else to the entry that now holds the first of its
        reports that is still there.
        """
        heirs = self._heirs(chronicle, redirected or {})
        self._replace_entries(chronicle.entries)
        self._replace_actors(chronicle.actors)
        self._replace_expectations(chronicle.expectations)
        self._redirect(heirs, {entry.id for entry in chronicle.entries})
        self._delete(merge_queue, merge_queue.c.page_id, list(self._connection.scalars(select(merge_queue.c.page_id))))
        self._set_meta(MERGED_BY, MERGER)

    def merging(self) -> MergeWriter:
        """What merging page by page reads and writes, within this transaction."""
        return MergeWriter(self._connection)

    def keep_note(self, key: str, value: str) -> None:
        """Keep some words that are not of the pages, in the place of those kept under the same key."""
        self._set_meta(f"note:{key}", value)

    def remove_pages(self, page_ids: list[str], by: str, reason: str) -> None:
        """Take pages out for good: their text, and all that stands on them; a tombstone is left of each.

        What was merged from them goes with the next merging. Words of them in decisions and history go too.
        """
        at = datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds")
        self._redact(set(page_ids))
        self._remove_readings(page_ids)
        self._delete(pages, pages.c.id, page_ids)
        self._delete(rejections, rejections.c.page_id, page_ids)
        self.lift_tombstones(page_ids)
        self._insert(
            tombstones,
            [{"page_id": id, "at": at, "author": storable(by), "reason": storable(reason)} for id in page_ids],
        )

    def lift_tombstones(self, page_ids: list[str]) -> None:
        """Let pages that were taken out be read again."""
        self._delete(tombstones, tombstones.c.page_id, page_ids)

    def _redact(self, gone: set[str]) -> None:
        """Words of these pages go from decisions, and from the history of every entry that ever had them."""
        words = {event.words for reading in self.merging().readings(gone) for event in reading.events}
        rows = self._connection.execute(select(decisions.c.number, decisions.c.record)).all()
        for number, record in rows:
            decision = msgspec.json.decode(record, type=Decision)
            if gone & {target.page_id for target in decision.targets}:
                words |= {decision.seen, *decision.fields.values()}
                blank = encode(without_quotes(decision, gone))
                self._connection.execute(update(decisions).where(decisions.c.number == number).values(record=blank))
        told = set(self._scalars(select(entry_reports.c.entry_id), entry_reports.c.page_id, sorted(gone)))
        for number, entry, record in self._connection.execute(
            select(history.c.number, history.c.entry, history.c.record)
        ).all():
            turn = msgspec.json.decode(record, type=Turn)
            if turn.words and (entry in told or turn.words in words):
                blank = encode(msgspec.structs.replace(turn, words=""))
                self._connection.execute(update(history).where(history.c.number == number).values(record=blank))

    def record_run(self, run: Run) -> None:
        """Add to the history of runs."""
        row = {"started": run.started, "finished": run.finished, "reader": run.reader, "record": encode(run)}
        self._insert(runs, [row])

    def _add_parts(self, reading: Reading) -> None:
        """The rows that only index a reading: names of its source, statements, words."""
        article, said = reading.article, unique(reading.statements, "id")
        self._insert(source_names, source_name_rows(reading))
        rows = [statement_row(statement, article) for statement in said]
        self._insert(statements, rows)
        self._insert(statement_names, [row for statement in said for row in statement_name_rows(statement)])
        self._insert(locations, location_rows(reading))
        self._add_related(reading)
        day = article.published.day.isoformat()
        search_index.add(self._connection, [("page", reading.page_id, day, article.text)])
        search_index.add(
            self._connection,
            [
                ("statement", s.id, row["earliest"] or row["latest"], statement_text(s, article))
                for s, row in zip(said, rows, strict=True)
            ],
        )

    def _add_related(self, reading: Reading) -> None:
        items = unique(reading.related, "id")
        rows = [related_row(item, reading.article, position) for position, item in enumerate(items)]
        self._insert(related, rows)
        found = zip(items, rows, strict=True)
        search_index.add(
            self._connection, (("related", item.id, row["latest"], related_text(item)) for item, row in found)
        )

    def _remove_readings(self, page_ids: list[str]) -> None:
        of_pages = select(statements.c.id, statements.c.page_id)
        said = [
            id for ids in batched(page_ids, IDS_AT_ONCE) for id in self._scalars(of_pages, statements.c.page_id, ids)
        ]
        search_index.remove(self._connection, "statement", said)
        of_pages = select(related.c.id)
        pointed = [
            id for ids in batched(page_ids, IDS_AT_ONCE) for id in self._scalars(of_pages, related.c.page_id, ids)
        ]
        search_index.remove(self._connection, "related", pointed)
        search_index.remove(self._connection, "page", page_ids)
        self._note_written("page", page_ids)
        self._enqueue([*self._pairs(readings.c.page_id, readings.c.digest, page_ids)])
        self._delete(readings, readings.c.page_id, page_ids)

    def _enqueue(self, page_ids: list[str]) -> None:
        """These are to be merged anew."""
        self._delete(merge_queue, merge_queue.c.page_id, page_ids)
        self._insert(merge_queue, [{"page_id": id} for id in sorted(set(page_ids))])

    def _forgive(self, page_ids: list[str]) -> None:
        """Take back the rejections of pages that have been read, by page and by location."""
        self._delete(rejections, rejections.c.page_id, page_ids)
        for ids in batched(page_ids, IDS_AT_ONCE):
            located = select(pages.c.location).where(pages.c.id.in_(ids))
            self._connection.execute(delete(rejections).where(rejections.c.location.in_(located)))

    def _replace_entries(self, new: tuple[Entry, ...]) -> None:
        gone, changed = self._replace(entries, [entry_row(entry) for entry in new])
        fresh = [entry for entry in new if entry.id in changed]
        self._insert(entry_names, [row for entry in fresh for row in entry_name_rows(entry)])
        self._insert(entry_reports, [row for entry in fresh for row in entry_report_rows(entry)])
        search_index.remove(self._connection, "entry", gone)
        search_index.add(self._connection, (("entry", e.id, _day(e), entry_text(e)) for e in fresh))
        self._note_written("entry", {*gone, *changed})

    def _replace_actors(self, new: tuple[Actor, ...]) -> None:
        gone, changed = self._replace(actors, [actor_row(actor) for actor in new])
        self._note_written("actor", {*gone, *changed})
        self._insert(actor_names, [row for actor in new if actor.id in changed for row in actor_name_rows(actor)])

    def _replace_expectations(self, new: tuple[Expectation, ...]) -> None:
        self._replace(expectations, [expectation_row(expectation) for expectation in new])

    def _replace(self, table: Table, rows: list[Row]) -> tuple[list[str], set[str]]:
        """Make the table hold these rows. Ids of old rows that went or changed, and of rows that were written."""
        kept = {row.id: row.digest for row in self._connection.execute(select(table.c.id, table.c.digest))}
        wanted = {row["id"]: row["digest"] for row in rows}
        gone = sorted(id for id, digest in kept.items() if wanted.get(id) != digest)
        written = [row for row in rows if kept.get(row["id"]) != row["digest"]]
        self._delete(table, table.c.id, gone)
        self._insert(table, written)
        return gone, {row["id"] for row in written}

    def _heirs(self, chronicle: Chronicle, redirected: Mapping[str, str]) -> dict[str, str]:
        """Where the ids that vanish lead, asked before the old reports go."""
        present = {entry.id for entry in chronicle.entries}
        holders = {report.event_id: entry.id for entry in chronicle.entries for report in entry.reports}
        r = entry_reports.c
        heirs = {old: new for old, new in redirected.items() if old not in present}
        for old, event in self._connection.execute(select(r.entry_id, r.event_id).order_by(r.entry_id, r.position)):
            if old not in present and event in holders:
                heirs.setdefault(old, holders[event])
        return heirs

    def _redirect(self, heirs: Mapping[str, str], present: set[str]) -> None:
        self._delete(redirects, redirects.c.old, sorted({*heirs, *present}))
        self._insert(redirects, [{"old": old, "new": new} for old, new in sorted(heirs.items())])

    def _set_meta(self, key: str, value: str) -> None:
        self._delete(meta, meta.c.key, [key])
        self._insert(meta, [{"key": key, "value": value}])

    def _pairs(self, key: Any, value: Any, ids: Iterable[str]) -> dict[str, str]:
        """Values of the rows that are there."""
        found: dict[str, str] = {}
        for some in batched(ids, IDS_AT_ONCE):
            found.update((k, v) for k, v in self._connection.execute(select(key, value).where(key.in_(some))))
        return found

    def _scalars(self, query: Any, key: Any, ids: Iterable[str]) -> list[str]:
        return list(self._connection.scalars(query.where(key.in_(ids))))


def _day(entry: Entry) -> str:
    day = entry.interval.earliest or entry.interval.latest
    return day.isoformat() if day else ""
