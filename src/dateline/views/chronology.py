"""The chronology: entries as rows, in order of time, colour and old background folded."""

import datetime
from collections.abc import Iterable, Mapping

import msgspec

from dateline.records import Entry, EventDate, Expectation, Status
from dateline.views.cameo import cameo_codes
from dateline.views.chains import ladder
from dateline.views.citations import Source
from dateline.views.dates import expression, in_words, month
from dateline.views.decided import decisions_on
from dateline.views.details import told_quantities
from dateline.views.evidence import Evidence
from dateline.views.folding import Folding
from dateline.views.ordering import in_order
from dateline.views.rows import ChainedRow, EntryRow, ReportChain

AHEAD: frozenset[Status] = frozenset({"planned", "expected", "promised", "possible"})
"""Statuses of what is still to come when it is reported."""

DUE: frozenset[Status] = frozenset({"planned", "expected", "promised"})
"""Statuses whose date is a due date."""


class Chronology(msgspec.Struct, frozen=True, kw_only=True):
    """The rows to show, how many entries the inclusion rule folded, and the pages that the rows stand on."""

    rows: tuple[EntryRow, ...]
    folded: int
    sources: tuple[Source, ...]


def chronology(
    entries: Iterable[Entry],
    evidence: Evidence,
    expectations: Mapping[str, Expectation],
    folding: Folding | None,
    limit: int | None = None,
) -> Chronology:
    """Rows for entries, at most `limit`, in order of time.

    `expectations` are found by the entry that is to come. `folding` None shows all. A frame is kept for the sake of a
    sub-event that is shown.
    """
    found = list(entries)
    kept = found if folding is None else _unfolded(found, evidence, folding)
    placed = in_order(kept, lambda entry: first_reported(entry, evidence))[:limit]
    rows = tuple(entry_row(entry, evidence, expectations.get(entry.id), depth) for entry, depth in placed)
    pages = dict.fromkeys(page for row in rows for page in row.pages)
    return Chronology(rows=rows, folded=len(found) - len(kept), sources=tuple(evidence.source(page) for page in pages))


def entry_row(entry: Entry, evidence: Evidence, expectation: Expectation | None, depth: int = 0) -> EntryRow:
    """One entry as a row."""
    sources = evidence.sources(entry.reports)
    return EntryRow(
        id=entry.id,
        date=entry_date(entry, evidence),
        earliest=entry.interval.earliest,
        latest=entry.interval.latest,
        basis=entry.basis,
        event=entry.words,
        type=entry.type,
        mode=entry.mode,
        cameo=cameo_codes(entry.type, entry.mode),
        actors=entry.actors,
        recipients=entry.recipients,
        places=entry.places,
        status=entry.status,
        history=history(entry, evidence),
        said_by=entry.said_by,
        expectation=expectation.state if expectation else None,
        outcome=expectation.outcome if expectation else None,
        sources=tuple(source.cited for source in sources),
        pages=tuple(source.page for source in sources),
        origins=entry.sources,
        frame=entry.frame,
        depth=depth,
        salience=entry.salience,
        disputed=tuple(dict.fromkeys(dispute.cell for dispute in entry.disputes)),
        quantities=told_quantities(entry.quantities),
        kind="expectation" if expectation else "event",
        doubted=entry.doubted,
        edited=tuple(edit.cell for edit in entry.edits),
        decided=tuple(dict.fromkeys(decision.kind for decision in decisions_on(entry, evidence))),
    )


def chained_row(row: EntryRow, entry: Entry, evidence: Evidence) -> ChainedRow:
    """The row of an entry with the chain of each of its reports."""
    chains = (
        ReportChain(page=report.page_id, chain=ladder(report.chain, evidence.text(report.page_id)))
        for report in entry.reports
    )
    return ChainedRow(**msgspec.structs.asdict(row), chains=tuple(chains))


def first_reported(entry: Entry, evidence: Evidence) -> datetime.date:
    """The day of the earliest page that reports an entry."""
    return min(evidence.source(report.page_id).published for report in entry.reports)


def history(entry: Entry, evidence: Evidence) -> tuple[str, ...]:
    """How the status went from page to page, each turn with its time; empty where it never changed.

    Times are years, or months where a year saw two turns.
    """
    said = {report.page_id: report.status for report in reversed(entry.reports) if report.status}
    told = sorted((evidence.source(page).published, status) for page, status in said.items())
    turns = [turn for n, turn in enumerate(told) if n == 0 or turn[1] != told[n - 1][1]]
    if len(turns) < 2:
        return ()
    years = {day.year for day, _ in turns}
    return tuple(f"{day.year if len(years) == len(turns) else month(day)} {status}" for day, status in turns)


def entry_date(entry: Entry, evidence: Evidence) -> str:
    """The date of an entry as exact as known, with the page's own words where they bound it on one side only."""
    words = in_words(entry.interval, ahead=entry.status in AHEAD)
    if entry.interval.is_open:
        return words
    if entry.basis == "assumed":
        return f"{words} (assumed)"
    if entry.interval.is_day:
        return _due(words, entry)
    return _loose(words, entry, evidence)


def dating(entry: Entry, evidence: Evidence) -> tuple[EventDate, str] | None:
    """The date of the first report that says what the entry says, and the page of that report."""
    for report in entry.reports:
        date = evidence.date(report)
        if date is not None and date.interval == entry.interval:
            return date, report.page_id
    return None


def _loose(words: str, entry: Entry, evidence: Evidence) -> str:
    half_open = entry.interval.earliest is None or entry.interval.latest is None
    reached = dating(entry, evidence) if half_open or entry.frame else None
    if reached is None:
        return _due(words, entry)
    date, page = reached
    if date.rule == "frame":
        return f"{words}, day not given"
    quoted = expression(date, evidence.text(page)) if half_open else None
    return f"{quoted}, {_due(words, entry)}" if quoted else _due(words, entry)


def _due(words: str, entry: Entry) -> str:
    return f"due {words}" if entry.interval.latest and entry.status in DUE else words


def _unfolded(entries: list[Entry], evidence: Evidence, folding: Folding) -> list[Entry]:
    kept = {entry.id for entry in entries if not folding.folds(entry, first_reported(entry, evidence))}
    by_id = {entry.id: entry for entry in entries}
    for identity in sorted(kept):
        frame = by_id[identity].frame
        while frame in by_id and frame not in kept:
            kept.add(frame)
            frame = by_id[frame].frame
    return [entry for entry in entries if entry.id in kept]
