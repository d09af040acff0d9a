"""What people decide about a chronicle: kept in its log, applied at once, and again after every reading."""

import datetime
from collections.abc import Iterable, Sequence

import msgspec

from dateline.errors import UsageError
from dateline.executors.merging import TableShelf, decided, finish, merge_pending
from dateline.executors.naming import page_named
from dateline.executors.own_sources import keep_own_sources, own_page
from dateline.executors.recognising import TableActors
from dateline.records import (
    Anchor,
    Decision,
    DecisionKind,
    Entry,
    Report,
    content_id,
)
from dateline.store import Store, StoreReader, open_store


def decide(
    location: str, kind: DecisionKind, by: str, targets: Sequence[str] = (), /, *, note: str = "", **fields: str
) -> Decision:
    """Decide something about entries (by id, or `ID:N` for the Nth report) or names; it is kept and applied.

    `fields` are `cell` and `value` of what is edited, and of what is added its cells and its `quote`, with the `page`
    on which that stands, or with the `source` (a citation) and the `day` (ISO) of a person's own. Raises UsageError
    where a target is none or does not fit the kind, or a cell means nothing.
    """
    with open_store(location) as store:
        reader = store.reader()
        made = _decision(reader, kind, by, targets, note, fields)
        _apply(store, [made])
    return made


def replay(location: str, decisions: Iterable[Decision]) -> int:
    """Add decisions of another log, in their order, leaving out those that are known; returns how many were new.

    Raises UsageError, and adds none, where one of them could not be applied.
    """
    from dateline.merging import check

    with open_store(location) as store:
        known = {decision.id for decision in store.reader().decisions()}
        new = list({decision.id: decision for decision in decisions if decision.id not in known}.values())
        for decision in new:
            check(decision)
        _apply(store, new)
    return len(new)


def _apply(store: Store, new: Sequence[Decision]) -> None:
    from dateline.merging import recognise

    merge_pending(store)
    with store.writer() as writer:
        keep_own_sources(writer, new)
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
    from dateline.merging import check

    at = datetime.datetime.now(datetime.UTC).isoformat(timespec="microseconds")
    told = Decision(id="", kind=kind, by=by, at=at, note=note)
    if kind == "undo":
        told = msgspec.structs.replace(told, undoes=_to_be_undone(reader, targets))
    elif kind in ("actor-same", "actor-different"):
        told = msgspec.structs.replace(told, names=_names(reader, kind, targets))
    elif kind == "add":
        told = _addition(reader, told, fields)
    else:
        told = _about_reports(reader, told, targets, fields)
    told = msgspec.structs.replace(told, id=content_id(msgspec.json.encode(told)))
    check(told)
    return told


def _names(reader: StoreReader, kind: DecisionKind, names: Sequence[str]) -> tuple[str, ...]:
    """Names that are to be one, or not. What all are to be called may be a name that no page has."""
    for name in _at_least(2, names, "names")[1 if kind == "actor-same" else 0 :]:
        if name.strip() and not reader.bearers(name):
            raise UsageError(f"nobody is called {name}; `dateline actors` lists names")
    return tuple(names)


def _about_reports(reader: StoreReader, told: Decision, targets: Sequence[str], fields: dict[str, str]) -> Decision:
    least = 1 if told.kind in ("edit", "reject") else 2
    named = [named_report(reader, target) for target in _at_least(least, targets, "ids of entries")]
    every = told.kind in ("reject", "same")
    reports = [r for entry, number in named for r in _reports(entry, number, every=every)]
    if told.kind in ("same", "different") and len({report.event_id for report in reports}) < 2:
        raise UsageError("this is one report: give two, of one entry as ID:N for the Nth that `dateline show` lists")
    told = msgspec.structs.replace(told, targets=tuple(anchor(reader, report) for report in reports))
    if told.kind != "edit":
        return told
    from dateline.merging import cell_text, parsed

    parsed(fields["cell"], fields["value"])
    if fields["cell"] == "type":
        _check_type(reader, fields["value"])
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

    source, day, page = (fields.pop(name, "") for name in ("source", "day", "page"))
    quote = " ".join(fields.pop("quote", "").split())
    given = checked_cells(fields)
    _check_type(reader, given.get("type", ""))
    if source:
        own = own_page(source, day, quote)
        if own in reader.tombstones():
            raise UsageError(
                f"these words were taken out; `dateline remove CHRONICLE {own} --restore` lets them in again"
            )
        return msgspec.structs.replace(told, targets=(Anchor(own, quote),), fields=given, source=source, day=day)
    reading = reader.reading(page_named(reader, page))
    if reading is None:
        raise UsageError(f"the page {page} was never read")
    place = find_quote(reading.article.text, quote)
    if place is None:
        raise UsageError("these words do not stand on the page; give them as they stand there")
    told = msgspec.structs.replace(told, targets=(Anchor(reading.page_id, quote),), fields=given)
    return msgspec.structs.replace(told, seen=triggers_in(reading, place))


def _check_type(reader: StoreReader, name: str) -> None:
    """Raise UsageError where no codebook known here, nor the chronicle, has a type of this name."""
    from dateline.events import codebook

    code = name.strip().upper()
    if code and code not in codebook().types and code not in reader.types():
        raise UsageError(f"there is no type {name}; docs/codebook.md lists them")


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


def _to_be_undone(reader: StoreReader, targets: Sequence[str]) -> str:
    from dateline.merging import undone

    if len(targets) != 1 or not targets[0]:
        raise UsageError("undo takes the id of one decision; `dateline judge CHRONICLE log` lists them")
    log = list(reader.decisions())
    found = [decision.id for decision in log if decision.id.startswith(targets[0])]
    if len(found) != 1:
        raise UsageError(f"{targets[0]}: {'several decisions begin so' if found else 'there is no such decision'}")
    if found[0] in undone(log):
        raise UsageError(f"{targets[0]}: this decision is undone already")
    return found[0]


def _at_least(count: int, targets: Sequence[str], what: str) -> tuple[str, ...]:
    if len(targets) < count:
        raise UsageError(f"give {count} {what}" if count > 1 else f"give {what}")
    return tuple(targets)
