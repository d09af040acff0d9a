"""What a run tells while it goes on and when it has ended."""

from collections.abc import Callable
from typing import Literal

import msgspec


class Progress(msgspec.Struct, frozen=True):
    """How far a run is; merging counts nothing.

    While reading, pages out of as many as there may be, which is a guess while a file of many is gone through;
    `location` is the last one.
    """

    phase: Literal["reading", "merging"]
    done: int = 0
    total: int = 0
    location: str = ""


Listener = Callable[[Progress], None]


class RunSummary(msgspec.Struct, frozen=True, kw_only=True):
    """What became of the pages of a run: `found` is the sum of `read`, `skipped` and `rejected`.

    `skipped` were read before, by this version of the reader, or are the same as another page of the run.
    `rejected` is by reason, in order of the reasons' names; `missing_extras` says what to install to read
    more. `merged` tells whether the chronicle was made anew.
    """

    found: int
    read: int
    skipped: int
    rejected: dict[str, int]
    merged: bool
    seconds: float
    missing_extras: tuple[str, ...] = ()
