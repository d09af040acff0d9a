"""One view on the chronicle for all requests, renewed when the chronicle has changed."""

import datetime
import gc
import logging
import secrets
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass

import msgspec

from dateline.errors import ChronicleError
from dateline.opening import opened
from dateline.views import View
from dateline.web.days import Days

logger = logging.getLogger(__name__)

type Work = Callable[[], object]

PATIENCE = 5.0
"""Seconds that a view is kept at least: a long read changes the chronicle with every page."""
WAIT = 0.3
"""Seconds that a request waits for the view to be renewed. Where that takes longer, it is answered from the old one."""
SHARE = 10
"""A view is kept at least so many times as long as it took to make: renewing may not eat up the server."""


@dataclass(frozen=True)
class Shown:
    """A view on one state of the chronicle. `stamp` is of that state alone, `version` as the view gave it.

    `until` is when it may first be renewed, on the clock of `time.monotonic`. `as_of` is the day as of which it is.
    """

    view: View
    stamp: str
    version: str
    until: float
    as_of: datetime.date | None = None


class Readiness(msgspec.Struct, frozen=True):
    """Whether what most pages need is in memory. Before, a request is answered too, but may wait for it."""

    ready: bool


class Keeper:
    """Holds the view. While a long read writes, answers come from a view that is some seconds old.

    A view is renewed beside the requests, one renewal at a time: reading goes on from the one before.
    """

    def __init__(self, location: str, patience: float = PATIENCE, wait: float = WAIT) -> None:
        self._location = location
        self._patience = patience
        self._wait = wait
        self._lock = threading.Lock()
        self._days = Days(location)
        self._renewal: threading.Thread | None = None
        self._warm = threading.Event()
        view = opened(location)
        self._shown = Shown(view, secrets.token_hex(8), view.version(), time.monotonic() + patience)

    def is_due(self) -> bool:
        """Whether it is time to ask whether the chronicle has changed."""
        return time.monotonic() >= self._shown.until

    def shown(self) -> Shown:
        """The view to answer from. May wait a little."""
        if self.is_due() and self._shown.view.version() != self._shown.version:
            self._start(self._renew).join(self._wait)
        return self._shown

    def of_day(self, now: Shown, day: datetime.date) -> Shown:
        """The view on the chronicle as its pages stood on a day; `now` is the view on what it is.

        Raises NotMadeYetError where that takes long and is not done.
        """
        view = self._days.of(day, now.version, now.view.contents().pages)
        return Shown(view, now.stamp, now.version, now.until, day)

    def renewed(self) -> Shown:
        """The view on the chronicle as it is now, however long that takes."""
        if self._shown.view.version() != self._shown.version:
            self._start(self._renew).join()
        return self._shown

    def warm_up(self) -> None:
        """Begin to make, beside the requests, what most pages need."""
        self._start(self._make_ready)

    def is_warm(self) -> bool:
        """Whether that is made."""
        return self._warm.is_set()

    def close(self) -> None:
        """Let go of the chronicle."""
        self._shown.view.close()
        self._days.close()

    def _start(self, work: Work) -> threading.Thread:
        with self._lock:
            if self._renewal is None or not self._renewal.is_alive():
                self._renewal = threading.Thread(target=self._quietly, args=(work,), daemon=True)
                self._renewal.start()
            return self._renewal

    def _quietly(self, work: Work) -> None:
        """What fails here would fail in a request too, which says so."""
        try:
            work()
        except ChronicleError as error:
            logger.warning("the chronicle could not be looked at anew: %s", error)

    def _make_ready(self) -> None:
        try:
            self._shown.view.warm_up()
        finally:
            self._warm.set()
        gc.collect()
        _leave_alone()

    def _renew(self) -> None:
        began = time.monotonic()
        version = self._shown.view.version()
        view = self._shown.view.renewed()
        now = time.monotonic()
        patience = max(self._patience, SHARE * (now - began)) if self._patience else 0.0
        self._shown = Shown(view, secrets.token_hex(8), version, now + patience)
        _leave_alone()


def _leave_alone() -> None:
    """Let the garbage collector no longer look through what is kept: at 100,000 entries that takes a fifth of a second.

    It always falls into a request. Views hold no circles: they go when nobody holds them any more.
    """
    gc.freeze()
