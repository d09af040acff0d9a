"""A chronicle to look at, as it is or as its pages stood on a day."""

import datetime
import shutil
import tempfile
import weakref
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dateline.views import View


def opened(
    location: str, as_of: datetime.date | None = None, make: Callable[[str, datetime.date, str], None] | None = None
) -> "View":
    """A view to be used in a `with` block or closed. `as_of` leaves out what pages published after that day say.

    That view stands on a copy in the folder of temporary files, which goes with it. Raises ChronicleError where there
    is no chronicle. `make` makes that copy: `dateline.executors.as_of`, where nothing else is given.
    """
    from dateline.views import View

    if as_of is None:
        return View(location)
    from dateline import executors

    folder = tempfile.mkdtemp(prefix="dateline-as-of-")
    try:
        path = str(Path(folder) / "chronicle.db")
        (make or executors.as_of)(location, as_of, path)
        view = View(location, path)
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise
    weakref.finalize(view, shutil.rmtree, folder, ignore_errors=True)
    return view
