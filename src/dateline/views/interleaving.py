"""The chronology with statements and claims as rows of the same table, each on the day of its page."""

import datetime
from collections import Counter
from collections.abc import Iterator

import msgspec
import numpy as np
from numpy.typing import NDArray

from dateline.records import Interval, Statement
from dateline.views.browsing import Browsing, Chosen, EntryPage, Facet, page_bounds
from dateline.views.chains import names
from dateline.views.columns import Columns, Selected
from dateline.views.dates import in_words, short_day
from dateline.views.entry_pages import chosen_rows, rows_at
from dateline.views.evidence import Evidence
from dateline.views.gathering import NONE
from dateline.views.ground import Ground
from dateline.views.lists import statement_row
from dateline.views.rows import ClaimRow, EntryRow, RowKind
from dateline.views.single import find_entry

Numbers = NDArray[np.int64]
SPOKEN: tuple[RowKind, ...] = ("statement", "claim")


class Spoken(msgspec.Struct, frozen=True):
    """A statement or claim that has a place in the table: its day as an ordinal."""

    day: int
    kind: RowKind
    id: str


class Line(msgspec.Struct, frozen=True):
    """One row of the table, before it is read: a position of the columns with its depth, or something spoken."""

    position: int = -1
    depth: int = 0
    spoken: Spoken | None = None


def browse_with_spoken(ground: Ground, asked: Browsing) -> EntryPage:
    """One page of the chronology with statements, claims or both among its rows.

    They stand by their day; in orders other than time and newest they come after the entries. What is marked
    ("disputed") is entries only.
    """
    columns = ground.columns
    chosen = chosen_rows(ground, asked)
    selected = chosen.selected
    found = sorted(_spoken(ground, asked), key=lambda one: (one.day, one.kind, one.id))
    order = _order(columns, selected, found, asked)
    begin, end = page_bounds(asked, len(order), lambda id: _place(columns, selected, found, order, id))

    def line(number: int) -> Line:
        return _line(selected, found, int(order[number]))

    def cursor(number: int) -> str:
        return _id(columns, line(number))

    return EntryPage(
        rows=tuple(_rows(ground, [line(number) for number in range(begin, end)])),
        total=len(order),
        folded=selected.folded,
        first=begin + 1,
        after=cursor(end - 1) if end < len(order) else None,
        before=cursor(begin) if begin and begin < len(order) else None,
        facets=msgspec.structs.replace(chosen.facets, kinds=tuple(_kinds(ground, chosen, found, asked))),
    )


def _kinds(ground: Ground, chosen: Chosen, found: list[Spoken], asked: Browsing) -> Iterator[Facet]:
    """How many there are of each kind that is shown."""
    ahead = ground.columns.among(ground.reader.expected())
    counts = Counter(one.kind for one in found)
    counts["event"] = int((chosen.mask & ~ahead).sum())
    counts["expectation"] = int((chosen.mask & ahead).sum())
    yield from (Facet(value=kind, count=counts[kind]) for kind in asked.kinds)


def statement_as_entry(statement: Statement, evidence: Evidence) -> EntryRow:
    """A statement in the form of an entry: that it was said is what happened."""
    row = statement_row(statement, evidence)
    who = names(row.speakers) or "unnamed"
    interval = Interval(row.earliest, row.latest)
    when = short_day(row.published) if interval.is_open else in_words(interval)
    told = msgspec.structs.asdict(row)
    return _row(
        id=row.id,
        kind="statement",
        date=when,
        earliest=row.published if interval.is_open else row.earliest,
        latest=row.published if interval.is_open else row.latest,
        event=f"{who} {row.cue}: {row.content}",
        actors=row.speakers,
        recipients=row.addressees,
        places=(row.place,) if told["place"] else (),
        said_by=(*row.speakers, *row.through),
        sources=(row.source,),
        pages=(row.page,),
    )


def claim_as_entry(claim: ClaimRow) -> EntryRow:
    """A claim in the form of an entry, on the day of its first voice."""
    first = short_day(claim.first)
    return _row(
        id=claim.id,
        kind="claim",
        date=first if claim.first == claim.last else f"{first} – {short_day(claim.last)}",
        earliest=claim.first,
        latest=claim.last,
        event=claim.claim,
        status="alleged",
        history=claim.history,
        sides=claim.sides,
        sources=claim.sources,
        pages=claim.pages,
        origins=claim.origins,
    )


def _row(**cells: object) -> EntryRow:
    """A row with what entries have and spoken words do not left empty."""
    empty: dict[str, object] = dict.fromkeys(("type", "mode", "expectation", "outcome", "frame"))
    lists = dict.fromkeys(("cameo", "actors", "recipients", "places", "history", "said_by"), ())
    plain = {"basis": "stated", "status": "happened", "origins": 1, "depth": 0, "salience": 0.0}
    return msgspec.convert(empty | lists | plain | cells, EntryRow)


def _spoken(ground: Ground, asked: Browsing) -> Iterator[Spoken]:
    """The statements and claims that fit what is asked."""
    if asked.mark is not None:
        return
    fitting = dict(ground.reader.statement_days(asked.filters))
    if asked.words:
        held = set(ground.reader.holding(asked.words, "statement"))
        fitting = {id: day for id, day in fitting.items() if id in held}
    near = _bounds(ground, asked)
    if "statement" in asked.kinds:
        for id, day in fitting.items():
            ordinal = datetime.date.fromisoformat(day).toordinal()
            if near[0] <= ordinal <= near[1]:
                yield Spoken(ordinal, "statement", id)
    for claim in ground.claim_rows.values() if "claim" in asked.kinds else ():
        if near[0] <= claim.first.toordinal() <= near[1] and not fitting.keys().isdisjoint(claim.statements):
            yield Spoken(claim.first.toordinal(), "claim", claim.id)


def _bounds(ground: Ground, asked: Browsing) -> tuple[int, int]:
    """The days, as ordinals, that are near enough; all where nearness is not asked for."""
    if asked.near is None:
        return 0, datetime.date.max.toordinal()
    position = ground.columns.position(find_entry(ground, asked.near).id)
    first, last = (int(days[position]) if position is not None else NONE for days in ground.columns.spans)
    return (first - asked.days, last + asked.days) if first != NONE else (0, 0)


def _order(columns: Columns, selected: Selected, found: list[Spoken], asked: Browsing) -> Numbers:
    """Numbers of the rows in order: those of the entries first, of what is spoken after them."""
    entries = len(selected.positions)
    place = np.full(len(found), float(entries))
    if asked.sort in ("time", "newest"):
        sign = 1 if asked.sort == "time" else -1
        days = sign * np.array([one.day for one in found], dtype=np.int64)
        place = np.searchsorted(sign * columns.begins(selected), days, side="right") - 0.5
    ties = np.arange(len(found)) * (-1 if asked.sort == "newest" else 1)
    numbers = np.concatenate([np.arange(entries), place])
    order: Numbers = np.lexsort((np.concatenate([np.zeros(entries, dtype=np.int64), ties]), numbers))
    return order


def _place(columns: Columns, selected: Selected, found: list[Spoken], order: Numbers, id: str) -> int | None:
    """The place of a row in the table; None where it is not there."""
    spoken = next((n for n, one in enumerate(found) if one.id == id), None)
    if spoken is not None:
        number = len(selected.positions) + spoken
    else:
        own = np.flatnonzero(selected.positions == columns.position(id)).tolist()
        number = own[0] if own else -1
    return next(iter(np.flatnonzero(order == number).tolist()), None)


def _line(selected: Selected, found: list[Spoken], number: int) -> Line:
    entries = len(selected.positions)
    if number < entries:
        return Line(int(selected.positions[number]), int(selected.depths[number]))
    return Line(spoken=found[number - entries])


def _id(columns: Columns, line: Line) -> str:
    return line.spoken.id if line.spoken else columns.ids_at(np.array([line.position], dtype=np.int32))[0]


def _rows(ground: Ground, lines: list[Line]) -> Iterator[EntryRow]:
    entries = [line for line in lines if line.spoken is None]
    positions = np.array([line.position for line in entries], dtype=np.int32)
    ids = dict(zip(positions.tolist(), ground.columns.ids_at(positions), strict=True))
    read = {row.id: row for row in rows_at(ground, positions, [line.depth for line in entries])}
    read |= {row.id: row for row in _spoken_rows(ground, [line.spoken for line in lines if line.spoken])}
    for line in lines:
        row = read.get(line.spoken.id if line.spoken else ids[line.position])
        if row is not None:
            yield row


def _spoken_rows(ground: Ground, spoken: list[Spoken]) -> Iterator[EntryRow]:
    """Those that are still there, in no order."""
    for statement in ground.reader.statements_by_id(one.id for one in spoken if one.kind == "statement").values():
        yield statement_as_entry(statement, ground.evidence)
    for one in spoken:
        if one.kind == "claim":
            yield claim_as_entry(ground.claim_rows[one.id])
