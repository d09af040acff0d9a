"""What each report of an entry says, cell by cell: the value that is shown, and every other one with who says it."""

from collections.abc import Iterable
from typing import Literal

import msgspec

from dateline.records import Entry, Report, status_of
from dateline.views.chains import names
from dateline.views.chronology import AHEAD, entry_date
from dateline.views.dates import UNDATED, explain, in_words
from dateline.views.evidence import Evidence

CellName = Literal["date", "place", "status", "who"]
SET_AS: dict[CellName, tuple[str, ...]] = {
    "date": ("date",), "place": ("places",), "status": ("status",), "who": ("actors", "recipients"),
}  # fmt: skip
"""The names under which people set the cells."""
NOT_GIVEN = "not given"
PAGE = "page"


class ToldValue(msgspec.Struct, frozen=True, kw_only=True):
    """One value, with the reports that give it (numbered from 1, as the entry lists them) and who says so."""

    value: str
    reports: tuple[int, ...]
    said_by: tuple[str, ...]


class CellView(msgspec.Struct, frozen=True, kw_only=True):
    """A cell of an entry: the value that is shown, how it was reached, and what reports say of it.

    `agree` are the numbers of the reports that give the value that is shown, `others` every other value. `edited_by` is
    the person who set it.
    """

    cell: CellName
    value: str
    reached: str
    agree: tuple[int, ...]
    others: tuple[ToldValue, ...]
    edited_by: str | None = None


def cell_views(entry: Entry, evidence: Evidence, frame: Entry | None) -> tuple[CellView, ...]:
    """The cells in which reports can differ."""
    date = entry_date(entry, evidence)
    shown = in_words(entry.interval, ahead=entry.status in AHEAD)
    places = ", ".join(entry.places) or NOT_GIVEN
    who = ", ".join((*entry.actors, *entry.recipients)) or NOT_GIVEN
    dates = [_date(report, evidence) for report in entry.reports]
    statuses = [_status(report, evidence) for report in entry.reports]
    return (
        _cell(entry, "date", date, {shown}, dates, _reached(entry, evidence, frame)),
        _cell(entry, "place", places, {*entry.places}, [_places(report, entry, evidence) for report in entry.reports]),
        _cell(entry, "status", entry.status, {entry.status}, statuses),
        _cell(entry, "who", who, {who}, [_strangers(report, entry, evidence) for report in entry.reports]),
    )


def _cell(entry: Entry, name: CellName, value: str, same: set[str], told: list[str], reached: str = "") -> CellView:
    """A cell; `same` are the values that agree with the one shown, `told` what each report says ("" is nothing)."""
    by_value: dict[str, list[int]] = {}
    for number, said in enumerate(told, start=1):
        by_value.setdefault(said, []).append(number)
    others = [
        ToldValue(value=other, reports=tuple(numbers), said_by=_said_by(numbers, entry))
        for other, numbers in by_value.items()
        if other and other not in same
    ]
    edit = next((edit for edit in entry.edits if edit.cell in SET_AS[name]), None)
    return CellView(
        cell=name,
        value=value,
        reached=reached,
        agree=tuple(number for number, said in enumerate(told, start=1) if said in same),
        others=tuple(others),
        edited_by=edit.by if edit else None,
    )


def _said_by(numbers: Iterable[int], entry: Entry) -> tuple[str, ...]:
    """Who says so in these reports: the speakers of each, `A in the words of B`, or the page."""
    found: dict[str, None] = {}
    for number in numbers:
        links = entry.reports[number - 1].chain
        told = [names(tuple(speaker.name for speaker in link.speakers)) or "unnamed" for link in links]
        found.setdefault(", through ".join(reversed(told)) or PAGE)
    return tuple(found)


def _reached(entry: Entry, evidence: Evidence, frame: Entry | None) -> str:
    """How the date that is shown was reached, by the first report that gives it."""
    for report in entry.reports:
        date = evidence.mention(report).date
        if date.interval == entry.interval:
            published = evidence.source(report.page_id).published
            return explain(date, evidence.text(report.page_id), published, frame.words if frame else None)
    return "" if entry.interval.is_open else "put together from what the reports leave possible"


def _date(report: Report, evidence: Evidence) -> str:
    mention = evidence.mention(report)
    ahead = (report.status or status_of(mention)) in AHEAD
    words = in_words(mention.date.interval, ahead=ahead)
    return "" if words == UNDATED else words


def _places(report: Report, entry: Entry, evidence: Evidence) -> str:
    """The places of a report; one that names some of the entry's agrees."""
    told = tuple(dict.fromkeys(place.name for place in evidence.mention(report).places))
    known = [place for place in told if place in entry.places]
    return known[0] if known else ", ".join(told)


def _status(report: Report, evidence: Evidence) -> str:
    return report.status or status_of(evidence.mention(report))


def _strangers(report: Report, entry: Entry, evidence: Evidence) -> str:
    """Those whom a report names and the entry does not, in whole or in part."""
    parts = {word for name in (*entry.actors, *entry.recipients) for word in name.casefold().split()}
    named = evidence.mention(report).names("actor", "recipient")
    return ", ".join(name for name in named if not parts & set(name.casefold().split()))
