"""What people decide about a chronicle: kept in its log, applied at once, and again after every reading."""

import datetime
from collections.abc import Iterable, Sequence
from typing import NamedTuple

import msgspec

from dateline.errors import UsageError
from dateline.executors.merging import TableShelf, decided, finish, merge_pending
from dateline.executors.recognising import TableActors
from dateline.records import (
    Anchor,
    Article,
    Block,
    Decision,
    DecisionKind,
    Entry,
    Page,
    Reading,
    Report,
    Sentence,
    Span,
    Timestamp,
    content_id,
)
from dateline.store import Store, StoreReader, open_store

MOST_REPORTS = 10_000


SHORTEST_ID = 6
OWN = "a person"
"""The reader of a source of one's own."""


def decide(
    location: str, kind: DecisionKind, by: str, targets: Sequence[str] = (), *, note: str = "", **fields: str
) -> Decision:
    """Decide something about entries (by id, or `ID:N` for the Nth report) or names; it is kept and applied.

    Raises UsageError where a target is none or does not fit the kind.
    """
    with open_store(location) as store:
        reader = store.reader()
        made = _decision(reader, kind, by, targets, note, fields)
        _apply(store, [made])
    return made


def own_source(location: str, citation: str, words: str, day: str) -> str:
    """Keep a person's own source (a document, a call) as a page of its own; returns its id.

    Raises UsageError where the day is none.
    """
    try:
        published = datetime.date.fromisoformat(day)
    except ValueError as error:
        raise UsageError(f"give the day of the source as --date YYYY-MM-DD, not {day or 'nothing'}") from error
    text = " ".join(words.split())
    id = content_id("own source", citation, day, text)
    span = Span(0, len(text))
    page = Page(id=id, location=f"own source {id}", name=citation, media="text/plain", content=text.encode())
    article = Article(
        page_id=id,
        title=citation,
        text=text,
        blocks=(Block("body", span),),
        published=Timestamp(day=published, basis="option"),
        publisher=citation,
    )
    with open_store(location) as store, store.writer() as writer:
        writer.add_pages([page])
        writer.add_readings([Reading(page_id=id, reader=OWN, article=article, sentences=(Sentence(span, 0),))])
    return id


def replay(location: str, decisions: Iterable[Decision]) -> int:
    """Add decisions of another log, in their order, leaving out those that are known; returns how many were new."""
    with open_store(location) as store:
        known = {decision.id for decision in store.reader().decisions()}
        new = [decision for decision in decisions if decision.id not in known]
        _apply(store, new)
    return len(new)


def _apply(store: Store, new: Sequence[Decision]) -> None:
    from dateline.merging import recognise

    merge_pending(store)
    with store.writer() as writer:
        tables = writer.merging()
        tables.add_decisions(new)
        shelf = TableShelf(tables)
        changes = decided(shelf, tables)
        recognise(TableActors(tables), shelf, (), asked=changes.names)
        finish(tables, shelf, changes)
        # An event that somebody adds, or takes back, is one more or less of its page.
        tables.queue_again({t.page_id for d in tables.decisions() if d.kind == "add" for t in d.targets})
    merge_pending(store)


def _decision(
    reader: StoreReader, kind: DecisionKind, by: str, targets: Sequence[str], note: str, fields: dict[str, str]
) -> Decision:
    at = datetime.datetime.now(datetime.UTC).isoformat(timespec="microseconds")
    told = Decision(id="", kind=kind, by=by, at=at, note=note)
    if kind == "undo":
        told = msgspec.structs.replace(told, undoes=_known(reader, targets))
    elif kind in ("actor-same", "actor-different"):
        told = msgspec.structs.replace(told, names=_at_least(2, targets, "names"))
    elif kind == "add":
        told = _addition(reader, told, fields)
    else:
        told = _about_reports(reader, told, targets, fields)
    return msgspec.structs.replace(told, id=content_id(msgspec.json.encode(told)))


def _about_reports(reader: StoreReader, told: Decision, targets: Sequence[str], fields: dict[str, str]) -> Decision:
    least = 1 if told.kind in ("edit", "reject") else 2
    named = [named_report(reader, target) for target in _at_least(least, targets, "ids of entries")]
    every = told.kind in ("reject", "same")
    reports = [r for entry, number in named for r in _reports(entry, number, every=every)]
    if told.kind in ("same", "different") and len({report.event_id for report in reports}) < 2:
        raise UsageError("these are one report: give two, as ID:N for the Nth report that `dateline show` lists")
    told = msgspec.structs.replace(told, targets=tuple(anchor(reader, report) for report in reports))
    if told.kind != "edit":
        return told
    from dateline.merging import cell_text, parsed

    parsed(fields["cell"], fields["value"])
    seen = next(
        (e.reader for e in named[0][0].edits if e.cell == fields["cell"]), cell_text(named[0][0], fields["cell"])
    )
    return msgspec.structs.replace(told, cell=fields["cell"], value=fields["value"], seen=seen)


def _reports(entry: Entry, number: int, *, every: bool) -> list[Report]:
    """The report that was named, else the first, or all."""
    if number < 0 and every:
        return list(entry.reports)
    return [entry.reports[max(number, 0)]]


def _addition(reader: StoreReader, told: Decision, fields: dict[str, str]) -> Decision:
    from dateline.merging import checked_cells, find_quote, triggers_in

    page, quote = fields.pop("page", ""), " ".join(fields.pop("quote", "").split())
    reading = reader.reading(page)
    if reading is None:
        raise UsageError(f"no page that was read has the id {page}")
    place = find_quote(reading.article.text, quote)
    if place is None:
        raise UsageError("these words do not stand on the page; give them as they stand there")
    given = checked_cells(fields)
    return msgspec.structs.replace(told, targets=(Anchor(page, quote),), fields=given, seen=triggers_in(reading, place))


def anchor(reader: StoreReader, report: Report) -> Anchor:
    """What a decision about a report is tied to."""
    from dateline.merging import with_additions

    stored = reader.reading(report.page_id)
    if stored is None:
        raise UsageError(f"page {report.page_id} was never read")
    [reading] = with_additions([stored], reader.decisions())
    event = next(e for e in reading.events if e.id == report.event_id)
    text = reading.article.text
    return Anchor(report.page_id, event.span.of(text), event.trigger.of(text), event.span.start)


def named_report(reader: StoreReader, target: str) -> tuple[Entry, int]:
    """The entry, and which of its reports (from 0), -1 where none is named."""
    id, _, number = target.partition(":")
    entry = reader.entry(id)
    if entry is None:
        raise UsageError(f"no entry has the id {id}; `dateline chronology` shows ids")
    if not number:
        return entry, -1
    if not number.isdecimal() or not 1 <= int(number[:6]) <= len(entry.reports):
        raise UsageError(f"{target}: the entry has {len(entry.reports)} reports; count them from 1")
    return entry, int(number) - 1


def _known(reader: StoreReader, targets: Sequence[str]) -> str:
    wanted = _at_least(1, targets, "the id of a decision")[0]
    found = [decision.id for decision in reader.decisions() if decision.id.startswith(wanted)]
    if len(found) != 1:
        raise UsageError(f"{wanted}: {'several decisions begin so' if found else 'there is no such decision'}")
    return found[0]


def _at_least(count: int, targets: Sequence[str], what: str) -> tuple[str, ...]:
    if len(targets) < count:
        raise UsageError(f"give {count} {what}" if count > 1 else f"give {what}")
    return tuple(targets)


class Removed(NamedTuple):
    """Ids of the pages that were taken out, and whether their text has left the files of the chronicle too."""

    pages: list[str]
    scrubbed: bool


def remove(location: str, name: str, by: str, reason: str = "") -> Removed:
    """Take a page, or all pages of a source, out for good, with all that was merged from them.

    Raises UsageError where the name is that of no page and no source.
    """
    with open_store(location) as store:
        found = _pages_named(store.reader(), name)
        with store.writer() as writer:
            writer.remove_pages(found, by, reason)
        merge_pending(store)
        return Removed(found, store.scrub())


def restore(location: str, name: str) -> list[str]:
    """Let pages that were taken out be read again; returns their ids."""
    with open_store(location) as store:
        found = sorted(id for id in store.reader().tombstones() if id.startswith(name))
        if not found:
            raise UsageError(f"no page that was taken out has an id that begins with {name}")
        with store.writer() as writer:
            writer.lift_tombstones(found)
    return found


def _pages_named(reader: StoreReader, name: str) -> list[str]:
    pages = list(reader.pages())
    exact = sorted(page.id for page in pages if name in (page.id, page.url, page.location))
    begun = sorted(page.id for page in pages if len(name) >= SHORTEST_ID and page.id.startswith(name))
    of_source = sorted(page.id for page in pages if name.casefold() == (page.publisher or page.agency or "").casefold())
    found = exact or begun or of_source
    if not found:
        raise UsageError(f"no page and no source is called {name}; `dateline pages` names them")
    if not exact and begun and len(begun) > 1:
        raise UsageError(f"{name}: several pages begin so; give more of the id")
    return found
