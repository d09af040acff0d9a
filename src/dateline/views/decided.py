"""What people decided about the reports of an entry: that they are one event, or another one, or stand there at all."""

from collections.abc import Iterator

import msgspec

from dateline.records import Decision, DecisionKind, Entry, Report
from dateline.views.evidence import Evidence


class DecisionView(msgspec.Struct, frozen=True, kw_only=True):
    """A decision that holds, and the reports of the entry that it is about (numbered from 1, as the entry lists them).

    `at` is ISO in UTC. A decision that parted reports is about one here, and about others elsewhere.
    """

    id: str
    kind: DecisionKind
    by: str
    at: str
    note: str
    reports: tuple[int, ...]


def decisions_on(entry: Entry, evidence: Evidence) -> tuple[DecisionView, ...]:
    """The decisions about the reports of an entry, oldest first."""
    return tuple(
        DecisionView(
            id=decision.id, kind=decision.kind, by=decision.by, at=decision.at, note=decision.note, reports=reports
        )
        for decision in _near(entry, evidence)
        if (reports := tuple(n for n, r in enumerate(entry.reports, start=1) if _is_about(decision, r, evidence)))
    )


def _near(entry: Entry, evidence: Evidence) -> Iterator[Decision]:
    """The decisions about the pages of an entry, each once."""
    on_pages = evidence.decisions
    pages = dict.fromkeys(report.page_id for report in entry.reports if report.page_id in on_pages)
    yield from {decision.id: decision for page in pages for decision in on_pages[page]}.values()


def _is_about(decision: Decision, report: Report, evidence: Evidence) -> bool:
    """Whether a report is one of those a decision is about; reads the page only where its words may be those."""
    words = evidence.words(report.page_id, report.span)
    quotes = [" ".join(t.quote.split()) for t in decision.targets if t.page_id == report.page_id and t.quote]
    if not any(quote in words or words in quote for quote in quotes):
        return False
    from dateline.merging import decided_events

    reading = evidence.reading(report.page_id)
    return report.event_id in decided_events(decision, report.page_id, reading.article.text, reading.events)
