"""One view on the chronicle for all requests, renewed when the chronicle has changed."""

import threading
from dataclasses import dataclass

from dateline.views import View


@dataclass(frozen=True)
class Shown:
    """A view on one state of the chronicle, and the stamp of that state."""

    view: View
    stamp: str


class Keeper:
    """Holds the view. A long read may write meanwhile: what is asked shows the newest finished state."""

    def __init__(self, location: str) -> None:
        self._location = location
        self._lock = threading.Lock()
        self._shown = self._open()

    def shown(self) -> Shown:
        """The view on the chronicle as it is now."""
        shown = self._shown
        stamp = shown.view.stamp()
        if stamp == shown.stamp:
            return shown
        with self._lock:
            if self._shown.stamp != stamp:
                self._shown = self._open()
            return self._shown

    def close(self) -> None:
        """Let go of the chronicle."""
        self._shown.view.close()

    def _open(self) -> Shown:
        # The view before this one may still answer a request; it is closed when nobody holds it any more.
        view = View(self._location)
        return Shown(view=view, stamp=view.stamp())
