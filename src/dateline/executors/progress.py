"""What a run tells while it goes on and when it has ended."""

from collections.abc import Callable
from typing import Literal

import msgspec


class Progress(msgspec.Struct, frozen=True):
    """How far a run is. While reading, files out of all files, `location` the last one; merging counts nothing."""

    phase: Literal["reading", "merging"]
    done: int = 0
    total: int = 0
    location: str = ""


Listener = Callable[[Progress], None]


class RunSummary(msgspec.Struct, frozen=True, kw_only=True):
    """What became of the files of a run: `found` is the sum of `read`, `skipped` and `rejected`.

    `skipped` were read before, by this version of the reader, or hold the same page as another file of the run.
    `rejected` is by reason, in order of the reasons' names. `merged` tells whether the chronicle was made anew.
    """

    found: int
    read: int
    skipped: int
    rejected: dict[str, int]
    merged: bool
    seconds: float
