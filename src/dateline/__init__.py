"""From dated news pages to a sourced chronicle.

    import dateline

    dateline.read(["pages/"], into="chronicle.db")
    with dateline.open("chronicle.db") as chronicle:
        for row in chronicle.chronology().rows:
            print(row.date, row.event, row.sources)

Nothing heavy is imported until it is used.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dateline.executors import RunSummary
    from dateline.views import View

__all__ = ["__version__", "open", "read"]
__version__ = "0.1.0"


def read(sources: Iterable[str | Path], into: str | Path, jobs: int = 1) -> RunSummary:
    """Read pages (files, folders, globs, addresses of the web) into a chronicle, which is made where there is none.

    `into` is a file or the URL of a database, `jobs` the number of processes; the result does not depend on it. Pages
    that were read before are not read again. Raises SourceError where no source gives anything, ChronicleError where
    the chronicle cannot be written.
    """
    from dateline.executors import read_sources

    return read_sources([str(source) for source in sources], str(into), jobs=jobs, today=datetime.date.today())


def open(location: str | Path, as_of: datetime.date | None = None) -> View:
    """A chronicle to look at; use it in a `with` block or close it. Raises ChronicleError where it is none.

    `as_of` leaves out what pages published after that day say.
    """
    from dateline.opening import opened

    return opened(str(location), as_of)
