"""What a reader of an entry should know at a glance: marks that stand beside it and narrow a chronology."""

from collections.abc import Iterator
from typing import Literal, get_args

from dateline.store import EntryCells

EntryMark = Literal["disputed", "assumed", "single", "edited"]
MARKS: tuple[EntryMark, ...] = get_args(EntryMark)


def marks(entry: EntryCells) -> Iterator[EntryMark]:
    """What holds of an entry.

    `disputed`: reports differ on a cell. `assumed`: nothing says its date. `single`: one origin. `edited`: set by hand.
    """
    if entry.disputes:
        yield "disputed"
    if entry.basis == "assumed" and not entry.interval.is_open:
        yield "assumed"
    if entry.sources < 2:
        yield "single"
    if entry.edits:
        yield "edited"
