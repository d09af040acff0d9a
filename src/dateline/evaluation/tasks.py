"""What a task of the evaluation is: its name, its scores, and the function that runs it on a path."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Literal

import msgspec

Option = Literal["pages", "flatten"]


class Options(msgspec.Struct, frozen=True, kw_only=True):
    """What a call may add to the path. `pages`: folder of the pages; `flatten`: turn HTML into text first."""

    pages: Path | None = None
    flatten: bool = False

    def given(self) -> set[Option]:
        names: set[Option] = set()
        if self.pages is not None:
            names.add("pages")
        if self.flatten:
            names.add("flatten")
        return names


class Outcome(msgspec.Struct, frozen=True):
    """What a run gives. `errors` are lines that show what went wrong next to the text, made only when they are read."""

    documents: int
    scores: dict[str, float]
    errors: Iterable[str] = ()


class Task(msgspec.Struct, frozen=True, kw_only=True):
    """One kind of measurement.

    `notes` say how its scores are reached. `scores` are their names in the order shown; those in `lower_is_better` are
    counts or distances, the others fractions.
    `run` raises UsageError where the path is not of the task's layout, DataError where a file of it is broken.
    """

    name: str
    about: str
    notes: tuple[str, ...] = ()
    scores: tuple[str, ...]
    run: Callable[[Path, Options], Outcome]
    options: frozenset[Option] = frozenset()
    lower_is_better: frozenset[str] = frozenset()


class Evaluation(msgspec.Struct, frozen=True, kw_only=True):
    """The scores of one task on one path; what `dateline evaluate TASK PATH --format json` prints."""

    task: str
    path: str
    documents: int
    scores: dict[str, float]
    seconds: float
