"""How a long read shows that it goes on: a bar on a terminal, a line now and then elsewhere."""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import PurePath
from typing import TYPE_CHECKING

from dateline.cli.output import say
from dateline.cli.terminal import printable

if TYPE_CHECKING:
    from dateline.executors import Progress

SECONDS_BETWEEN_LINES = 15.0

Listener = Callable[["Progress"], None]


@contextmanager
def shown() -> Iterator[Listener]:
    """A listener for a run, on standard error."""
    if sys.stderr.isatty():
        with _bar() as listener:
            yield listener
    else:
        yield _lines()


def _lines() -> Listener:
    last = time.monotonic()

    def tell(progress: "Progress") -> None:
        nonlocal last
        if time.monotonic() - last >= SECONDS_BETWEEN_LINES:
            last = time.monotonic()
            say(_words(progress))

    return tell


@contextmanager
def _bar() -> Iterator[Listener]:
    from rich import progress as rich_progress
    from rich.console import Console

    columns = (
        rich_progress.SpinnerColumn(),
        rich_progress.TextColumn("{task.description}", markup=False),
        rich_progress.BarColumn(bar_width=24),
        rich_progress.TimeRemainingColumn(),
    )
    with rich_progress.Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("starting", total=None)

        def tell(progress: "Progress") -> None:
            total = progress.total if progress.phase == "reading" else None
            bar.update(task, description=_words(progress), completed=progress.done, total=total)

        yield tell


def _words(progress: "Progress") -> str:
    if progress.phase == "merging":
        return "merging what all pages say"
    return f"{progress.done:,} of {progress.total:,} {printable(PurePath(progress.location).name)}"
