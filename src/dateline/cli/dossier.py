"""One entry, and one chronicle, as text for a person."""

from collections.abc import Iterator

from rich.table import Table
from rich.text import Text

from dateline.cli.cells import FLAGS, SHORTEST_ID, outcome
from dateline.cli.terminal import printable
from dateline.views import (
    DECIDED,
    Contents,
    DisputeView,
    EntryRow,
    EntryView,
    ExpectationRow,
    ReportView,
    listed,
    says,
    told_quantities,
)

Part = Text | Table

LABEL = 11
"""Width of the labels at the left."""

SHOWN_REJECTIONS = 10
"""Rejected locations that are listed for each reason; `--format json` has all."""


def entry_dossier(view: EntryView) -> Iterator[Part]:
    """An entry: its cells, its place among others, then every report."""
    yield Text(printable(view.entry.event[:1].upper() + view.entry.event[1:]), style="bold")
    yield from _cells(view)
    for number, report in enumerate(view.reports, start=1):
        yield Text("")
        yield from _report(number, report)
    for edit in view.edits:
        now = f"; the reader now says {edit.reader or 'nothing'}" if edit.reader != edit.seen else ""
        was = edit.seen or "nothing"
        yield labelled("Edited", f"{edit.cell}, by {edit.by} on {edit.at[:10]}; the reader said {was}{now}")
    for decision in view.decisions:
        of = f"{'report' if len(decision.reports) == 1 else 'reports'} {', '.join(map(str, decision.reports))}"
        note = f": {decision.note}" if decision.note else ""
        yield labelled("Decided", f"{of}, by {decision.by} on {decision.at[:10]}: {DECIDED[decision.kind][1]}{note}")
    if view.disputes:
        yield Text("\nDisputed", style="bold")
        for dispute in view.disputes:
            yield from _dispute(dispute)
    if view.parts:
        yield Text("\nWithin it", style="bold")
        for part in view.parts:
            yield labelled("", _brief(part))


def inventory(found: Contents) -> Iterator[Part]:
    """What is in a chronicle, and what was rejected."""
    yield Text(printable(found.location), style="bold")
    counts = ("pages", "read", "entries", "statements", "expectations", "actors", "related")
    for name in counts:
        label = "Related items" if name == "related" else name.capitalize()
        yield labelled(label, f"{getattr(found, name):,}", width=14)
    for outlet in found.outlets:
        days = f"{outlet.first}" if outlet.first == outlet.last else f"{outlet.first} to {outlet.last}"
        yield labelled("", f"{outlet.pages:,} from {outlet.outlet}, {days}", width=14)
    if found.decisions:
        yield labelled("Decisions", f"{found.decisions:,} by people", width=14)
        for waiting in found.waiting:
            yield labelled("", f"waits, its words were not found: {waiting}", width=18)
    rejected = sum(rejection.count for rejection in found.rejections)
    yield labelled("Rejected", f"{rejected:,}", width=14)
    for rejection in found.rejections:
        yield labelled("", f"{rejection.count:,} {rejection.words}", width=14)
        for location, detail in rejection.rejected[:SHOWN_REJECTIONS]:
            yield labelled("", f"{location}: {detail}", width=18)
        if len(rejection.rejected) > SHOWN_REJECTIONS:
            yield labelled("", f"… and {len(rejection.rejected) - SHOWN_REJECTIONS:,} more", width=18)


def _cells(view: EntryView) -> Iterator[Part]:
    row = view.entry
    yield labelled("Id", row.id)
    yield labelled("Date", row.date)
    yield labelled("Place", listed(row.places))
    yield labelled("Status", row.status.replace("_", " "))
    yield labelled("Type", (row.type or "none") + (f", {row.mode}" if row.mode else ""))
    for nth, number in enumerate(row.quantities):
        yield labelled("" if nth else "Numbers", number)
    yield labelled("Who", listed(tuple(f"{n} (in doubt)" if n in row.doubted else n for n in row.actors)))
    if row.recipients:
        yield labelled("To whom", listed(row.recipients))
    yield labelled("Who says", says(row.said_by))
    yield labelled("Sources", f"{counted(len(row.pages), 'page')}, {counted(row.origins, 'independent origin')}")
    if row.expectation:
        yield labelled("Outcome", outcome(row.expectation, row.outcome, SHORTEST_ID))
    if view.outcome:
        yield labelled("", _brief(view.outcome))
    if view.expected:
        yield from _sentences(view.expected)
    if view.frame:
        yield labelled("Part of", _brief(view.frame))


def _sentences(row: ExpectationRow) -> Iterator[Part]:
    """The due times with the sentences that give them, and the sentence that shows what became of it."""
    dues = (*row.moved_from, row.due)
    for nth, (due, said) in enumerate(zip(dues, (row.said, *row.moved_by), strict=True)):
        yield labelled("Moved" if nth else "Due", f"{due}: “{said}”")
    if row.shown_by:
        yield labelled("Shown by", f"{row.shown_source}: “{row.shown_by}”")


def _dispute(dispute: DisputeView) -> Iterator[Part]:
    """Each value with the pages that give it and who says so there; the one that the entry shows comes first."""
    label = "Number" if dispute.cell == "number" else dispute.cell.capitalize()
    for place, position in enumerate(dispute.positions):
        told = f" ({', '.join(position.said_by)})" if position.said_by else ""
        reports = ", ".join(f"{n}" for n in position.reports)
        words = f"{position.value.replace('_', ' ')}: {'; '.join(position.sources)}{told} [{reports}]"
        yield labelled("" if place else label, words)


def _report(number: int, report: ReportView) -> Iterator[Part]:
    yield Text(printable(f"{number}. {report.source.cited}: {report.source.title}"), style="bold")
    yield labelled("Sentence", report.sentence)
    yield labelled("Evidence", f"“{report.quote}”")
    yield labelled("Date", f"{report.date}: {report.dating}")
    for nth, line in enumerate(report.order):
        yield labelled("" if nth else "Order", line)
    for position, where in enumerate(report.places):
        yield labelled("Place" if position == 0 else "", where.line)
    yield labelled("Status", report.status.replace("_", " "))
    if report.condition:
        yield labelled("Condition", f"“{report.condition}”")
    for nth, line in enumerate(report.doubts):
        yield labelled("" if nth else "In doubt", line)
    for nth, line in enumerate(told_quantities(report.quantities)):
        yield labelled("" if nth else "Numbers", line)
    yield labelled("Who says", f"the page, {report.source.outlet}")
    for depth, rung in enumerate(report.ladder):
        yield labelled("", f"└ {rung.words}", width=LABEL + 2 * depth)
    place = report.source.url or report.source.location
    place += f", page {report.page_number}" if report.page_number else ""
    yield labelled("Page", f"{report.source.page}  {place}")
    by = [name for name in (report.byline, *(f"with {name}" for name in report.contributors)) if name]
    if by:
        yield labelled("By", ", ".join(by))
    for remark in (*(FLAGS[flag] for flag in report.flags), *report.notes):
        yield labelled("Note", remark)


def _brief(row: EntryRow) -> str:
    return f"{row.date}: {row.event} [{row.id[:SHORTEST_ID]}]"


def counted(number: int, noun: str) -> str:
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def labelled(label: str, value: str, width: int = LABEL) -> Table:
    """A label and its value; what does not fit on the line goes on under the value."""
    line = Table.grid(expand=True)
    line.add_column(width=width)
    line.add_column(ratio=1, overflow="fold")
    line.add_row(Text(label, style="dim"), Text(printable(value)))
    return line
