"""One view on the chronicle for all requests, renewed when the chronicle has changed."""

import datetime
import secrets
import threading
import time
from dataclasses import dataclass

from dateline.opening import opened
from dateline.views import View

DAYS_KEPT = 4
"""Days of the past whose views are kept."""
PATIENCE = 5.0
"""Seconds that a view is kept at least: a long read changes the chronicle with every page."""


@dataclass(frozen=True)
class Shown:
    """A view on one state of the chronicle. `stamp` is of that state alone, `version` as the view gave it."""

    view: View
    stamp: str
    version: str
    since: float


class Keeper:
    """Holds the view. While a long read writes, what is shown is at most `patience` seconds old."""

    def __init__(self, location: str, patience: float = PATIENCE) -> None:
        self._location = location
        self._patience = patience
        self._lock = threading.Lock()
        self._copying = threading.Lock()
        self._past: dict[datetime.date, Shown] = {}
        self._shown = self._open()

    def shown(self, as_of: datetime.date | None = None) -> Shown:
        """The view to answer from: of now, or as the pages stood on a day."""
        now = self._now()
        return now if as_of is None else self._then(now, as_of)

    def _now(self) -> Shown:
        if self._is_stale(self._shown):
            with self._lock:
                if self._is_stale(self._shown):
                    self._shown = self._open()
        return self._shown

    def _then(self, now: Shown, day: datetime.date) -> Shown:
        with self._copying:
            known = self._past.pop(day, None)
            if known is None or known.version != now.version:
                known = Shown(opened(self._location, day), now.stamp, now.version, now.since)
            self._past[day] = known
            for oldest in list(self._past)[:-DAYS_KEPT]:
                del self._past[oldest]
        return known

    def close(self) -> None:
        """Let go of the chronicle."""
        for shown in (self._shown, *self._past.values()):
            shown.view.close()

    def _is_stale(self, shown: Shown) -> bool:
        return time.monotonic() - shown.since >= self._patience and shown.view.version() != shown.version

    def _open(self) -> Shown:
        # The view before this one may still answer a request: it goes when nobody holds it any more.
        view = opened(self._location)
        version = view.version()
        return Shown(view=view, stamp=secrets.token_hex(8), version=version, since=time.monotonic())
