"""What became of entries in a run: new, merged, split, gone, closed, disputed."""

from collections.abc import Collection, Iterable, Mapping
from typing import TYPE_CHECKING

import msgspec

from dateline.records import Entry, Expectation
from dateline.store import Turn, TurnKind

if TYPE_CHECKING:
    from dateline.merging import Changes


def turns(
    changes: "Changes", made: Mapping[str, Entry], closed: Iterable[Expectation], erased: Collection[str] = ()
) -> list[Turn]:
    """The turns that a step of merging brought, in order of entry ids, kind by kind.

    No words are kept of entries that pages reported which are erased.
    """
    old = [entry for _, entry in sorted(changes.before.items())]
    new = [entry for id, entry in sorted(made.items()) if id in changes.written]
    homes = {report.event_id: entry.id for entry in new for report in entry.reports}
    known = {report.event_id for entry in old for report in entry.reports}
    found = [_turn("new", entry) for entry in new if not any(r.event_id in known for r in entry.reports)]
    found += [turn for entry in old if (turn := _left(entry, homes, changes)) is not None]
    found += [
        _turn("disputed", entry, detail=", ".join(sorted({dispute.cell for dispute in entry.disputes})))
        for entry in new
        if entry.disputes and (entry.id not in changes.before or changes.before[entry.id].disputes != entry.disputes)
    ]
    told = {**made, **changes.before}
    found += [
        Turn(kind="closed", entry=e.entry, words=told[e.entry].words if e.entry in told else "", detail=e.state)
        for e in closed
    ]
    return [_redacted(turn, old, erased) for turn in found] if erased else found


def _redacted(turn: Turn, old: Iterable[Entry], erased: Collection[str]) -> Turn:
    lost = any(e.words == turn.words and any(r.page_id in erased for r in e.reports) for e in old)
    return msgspec.structs.replace(turn, words="") if lost else turn


def _left(entry: Entry, homes: Mapping[str, str], changes: "Changes") -> Turn | None:
    """What became of an entry that is gone, or whose reports are in several now."""
    now = tuple(dict.fromkeys(homes[r.event_id] for r in entry.reports if r.event_id in homes))
    if len(now) > 1:
        return _turn("split", entry, others=now)
    if entry.id not in changes.gone:
        return None
    if not now:
        return _turn("gone", entry)
    # An earlier report gives the same event another id: that is no news.
    return _turn("merged", entry, others=now) if now[0] in changes.before else None


def _turn(kind: TurnKind, entry: Entry, *, others: tuple[str, ...] = (), detail: str = "") -> Turn:
    return Turn(kind=kind, entry=entry.id, words=entry.words, others=others, detail=detail)
