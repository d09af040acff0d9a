"""What is new since somebody last looked, and what waits for somebody to look."""

from collections import Counter
from collections.abc import Iterable

import msgspec

from dateline.records import Decision
from dateline.store import Change, TurnKind
from dateline.views.entry_pages import flat_rows
from dateline.views.folding import Folding
from dateline.views.ground import Ground
from dateline.views.lists import change_row
from dateline.views.rows import ChangeRow, EntryRow
from dateline.views.values import Mask

SHOWN = 12
"""Rows of a kind that are shown; all of them are counted."""


class News(msgspec.Struct, frozen=True, kw_only=True):
    """What came after a moment (ISO in UTC). `counts` are changes by kind, `pages` those that were read.

    `entries` are the weightiest new ones, `changes` what became of the entries known before.
    """

    since: str
    pages: int
    counts: dict[TurnKind, int]
    entries: tuple[EntryRow, ...]
    changes: tuple[ChangeRow, ...]


class Review(msgspec.Struct, frozen=True, kw_only=True):
    """What asks for somebody's judgement: entries on whose cells reports differ, decisions whose words are gone.

    `rows` are the weightiest disputed entries; `assumed` counts entries whose date nothing says.
    """

    disputed: int
    rows: tuple[EntryRow, ...]
    assumed: int
    waiting: tuple[Decision, ...]


def newest_change(ground: Ground) -> str:
    """When the chronicle last changed (ISO in UTC); "" where nothing was ever done to it."""
    runs = [run.finished for run in ground.reader.runs()]
    return max([*runs, ground.reader.last_change()], default="")


def news(ground: Ground, since: str) -> News:
    """What came after a moment."""
    changes = [change for change in ground.reader.changes(since) if change.at > since]
    counts = Counter(change.turn.kind for change in changes)
    new = ground.columns.among(change.turn.entry for change in changes if change.turn.kind == "new")
    return News(
        since=since,
        pages=sum(run.counts.get("read", 0) for run in ground.reader.runs() if run.finished > since),
        counts=dict(sorted(counts.items())),
        entries=_weightiest(ground, new, Folding()),
        changes=tuple(_known_before(changes)),
    )


def review(ground: Ground) -> Review:
    """What waits for somebody."""
    columns, waiting = ground.columns, ground.reader.waiting()
    disputed = columns.marked("disputed")
    return Review(
        disputed=int(disputed.sum()),
        rows=_weightiest(ground, disputed, None),
        assumed=int(columns.marked("assumed").sum()),
        waiting=tuple(decision for decision in ground.reader.decisions() if decision.id in waiting),
    )


def _known_before(changes: list[Change]) -> Iterable[ChangeRow]:
    """The latest changes of entries that were there already."""
    later = [change for change in reversed(changes) if change.turn.kind != "new"]
    return map(change_row, later[:SHOWN])


def _weightiest(ground: Ground, mask: Mask, folding: Folding | None) -> tuple[EntryRow, ...]:
    positions = ground.columns.select(mask, folding, "salience").positions[:SHOWN]
    return tuple(flat_rows(ground, positions))
