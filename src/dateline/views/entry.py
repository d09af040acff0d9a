"""One entry with everything that supports it: each report, its sentence, who says so, how its date was reached."""

import datetime
from collections.abc import Iterable, Iterator

import msgspec

from dateline.records import (
    Dispute,
    DisputedCell,
    Edit,
    Entry,
    EventMention,
    Expectation,
    Flag,
    Interval,
    Quantity,
    Report,
    Span,
    Status,
    status_of,
)
from dateline.views.alternatives import CellView, cell_views
from dateline.views.chains import Rung, ladder
from dateline.views.chronology import AHEAD, entry_row
from dateline.views.citations import Source
from dateline.views.dates import explain, in_words
from dateline.views.decided import DecisionView, decisions_on
from dateline.views.details import condition_words, doubt_lines
from dateline.views.evidence import Evidence
from dateline.views.lists import expectation_row
from dateline.views.pages import notes_of
from dateline.views.places import EventPlaceView, event_places
from dateline.views.rows import EntryRow, ExpectationRow

_RELATIONS = {"before": "before", "after": "after", "during": "within"}


class ReportView(msgspec.Struct, frozen=True, kw_only=True):
    """One page's report. `quote` is the evidence within `sentence`; `span` is where the quote stands in the article.

    `status` is what this report alone says, `dating` how its date was reached, `order` which events of the page it is
    told to be before, after or within, `places` where it was, `quantities` its numbers, `doubts` which of its parts are
    in doubt, `condition` what it hangs on. `page_number` is that of a PDF or DOCX, from 1; byline,
    contributors, flags and notes are the article's.
    """

    source: Source
    event: str
    sentence: str
    quote: str
    span: Span
    date: str
    dating: str
    order: tuple[str, ...]
    places: tuple[EventPlaceView, ...] = ()
    status: Status
    ladder: tuple[Rung, ...]
    page_number: int | None = None
    byline: str | None = None
    contributors: tuple[str, ...] = ()
    flags: tuple[Flag, ...] = ()
    notes: tuple[str, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    doubts: tuple[str, ...] = ()
    condition: str | None = None


class PositionView(msgspec.Struct, frozen=True, kw_only=True):
    """One value that reports give: which of them (numbered from 1, as listed), their pages, who says so."""

    value: str
    reports: tuple[int, ...]
    sources: tuple[str, ...]
    said_by: tuple[str, ...]


class DisputeView(msgspec.Struct, frozen=True, kw_only=True):
    """A cell on which the reports differ; the entry's own value comes first."""

    cell: DisputedCell
    of: str
    positions: tuple[PositionView, ...]


class EntryView(msgspec.Struct, frozen=True, kw_only=True):
    """An entry as a row, its reports (earliest first), the frame it is part of, its sub-events and its expectation.

    `cells` say what each report gives for each cell; `expected` is what becomes of it where it is to come,
    `decisions` what people decided about which reports are of it.
    """

    entry: EntryRow
    reports: tuple[ReportView, ...]
    frame: EntryRow | None
    parts: tuple[EntryRow, ...]
    outcome: EntryRow | None
    disputes: tuple[DisputeView, ...] = ()
    edits: tuple[Edit, ...] = ()
    cells: tuple[CellView, ...] = ()
    expected: ExpectationRow | None = None
    decisions: tuple[DecisionView, ...] = ()


def entry_view(
    entry: Entry,
    evidence: Evidence,
    expectation: Expectation | None,
    frame: Entry | None,
    parts: Iterable[Entry],
    outcome: Entry | None,
) -> EntryView:
    """What `dateline show` shows; `parts` are the entries whose frame this one is."""
    closing = {found.id: found for found in (entry, outcome) if found}
    return EntryView(
        entry=entry_row(entry, evidence, expectation),
        reports=tuple(report_view(report, evidence, frame) for report in entry.reports),
        frame=entry_row(frame, evidence, None) if frame else None,
        parts=tuple(entry_row(part, evidence, None, depth=1) for part in parts),
        outcome=entry_row(outcome, evidence, None) if outcome else None,
        disputes=tuple(_dispute_view(dispute, entry, evidence) for dispute in entry.disputes),
        edits=entry.edits,
        cells=cell_views(entry, evidence, frame),
        expected=expectation_row(expectation, closing, evidence) if expectation else None,
        decisions=decisions_on(entry, evidence),
    )


def _dispute_view(dispute: Dispute, entry: Entry, evidence: Evidence) -> DisputeView:
    positions = []
    for position in dispute.positions:
        reports = tuple(entry.reports[n] for n in position.reports)
        value = _days(position.value) if dispute.cell == "date" else position.value
        positions.append(
            PositionView(
                value=value,
                reports=tuple(n + 1 for n in position.reports),
                sources=tuple(source.cited for source in evidence.sources(reports)),
                said_by=position.said_by,
            )
        )
    return DisputeView(cell=dispute.cell, of=dispute.of, positions=tuple(positions))


def _days(value: str) -> str:
    """An ISO day, or two with a slash between, in words."""
    days = [datetime.date.fromisoformat(day) if day else None for day in value.split("/")]
    return in_words(Interval(days[0], days[-1]))


def report_view(report: Report, evidence: Evidence, frame: Entry | None) -> ReportView:
    """One report with its words and how its date was reached."""
    mention, source = evidence.mention(report), evidence.source(report.page_id)
    article = evidence.reading(report.page_id).article
    text = article.text
    status = report.status or status_of(mention)
    return ReportView(
        source=source,
        event=mention.words,
        sentence=evidence.words(report.page_id, report.sentence),
        quote=evidence.words(report.page_id, report.span),
        span=report.span,
        date=in_words(mention.date.interval, ahead=status in AHEAD),
        dating=explain(mention.date, text, source.published, frame.words if frame else None),
        order=tuple(order_lines(mention, evidence)),
        places=event_places(mention.places, evidence.reading(report.page_id)),
        status=status,
        ladder=ladder(report.chain, text),
        page_number=evidence.page_number(report.page_id, report.span.start),
        byline=article.byline,
        contributors=article.contributors,
        flags=article.flags,
        notes=notes_of(article),
        quantities=mention.quantities,
        doubts=tuple(doubt_lines(mention, text)),
        condition=condition_words(mention, text),
    )


def order_lines(mention: EventMention, evidence: Evidence) -> Iterator[str]:
    """Which events of the page an event is before, after or within, each with the words that say so."""
    others = {event.id: event.words for event in evidence.reading(mention.page_id).events}
    for order in mention.order:
        words = evidence.words(mention.page_id, order.span)
        yield f"{_RELATIONS[order.relation]} “{others[order.other]}”, as “{words}” says"
