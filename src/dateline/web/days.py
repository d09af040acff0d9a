"""The chronicle as it stood on days: each made once and kept.

Of many pages that takes minutes: it is done in a process of its own, one day at a time, while requests are told to come
again. While somebody writes, a day is kept ten times as long as it took.
"""

import datetime
import multiprocessing
import os
import threading
import time
from multiprocessing.connection import Connection

import msgspec

from dateline.errors import ChronicleError
from dateline.opening import opened
from dateline.views import View

KEPT = 4
"""Days whose views are kept."""
QUICK = 200
"""Pages of a chronicle whose state of a day is made while a request waits."""
WAIT = 2.0
"""Seconds that a request waits for a day of a greater one."""
SHARE = 10
"""A day of another state of the chronicle is kept so many times as long as it took to make."""


class _Kept(msgspec.Struct, frozen=True):
    """A view with the state that it was made of, and until when (`time.monotonic`) it stands for other states too."""

    view: View
    version: str
    until: float


class NotMadeYetError(ChronicleError):
    """The state of a day is being made."""


class _Making(threading.Thread):
    """Makes the view of one day of one state of the chronicle."""

    def __init__(self, location: str, day: datetime.date, version: str) -> None:
        super().__init__(daemon=True)
        self.day = day
        self.version = version
        self.made: _Kept | None = None
        self.failed: ChronicleError | None = None
        self._location = location

    def run(self) -> None:
        began = time.monotonic()
        try:
            view = opened(self._location, self.day, apart)
            now = time.monotonic()
            self.made = _Kept(view, self.version, now + SHARE * (now - began))
        except ChronicleError as error:
            self.failed = error


class Days:
    """Views of days of the past; may be asked from many threads."""

    def __init__(self, location: str, quick: int = QUICK, wait: float = WAIT) -> None:
        self._location = location
        self._quick = quick
        self._wait = wait
        self._lock = threading.Lock()
        self._kept: dict[datetime.date, _Kept] = {}
        self._making: _Making | None = None

    def of(self, day: datetime.date, version: str, pages: int) -> View:
        """The view as of a day of the state of this version, which has so many pages.

        Raises NotMadeYetError where it, or that of another day, is still being made.
        """
        with self._lock:
            self._take_over()
            kept = self._kept.pop(day, None)
            if kept is None or (kept.version != version and time.monotonic() > kept.until):
                kept = _Kept(opened(self._location, day), version, 0) if pages <= self._quick else None
            if kept is not None:
                return self._keep(day, kept)
            if self._making is None:
                self._making = _Making(self._location, day, version)
                self._making.start()
            making = self._making
        if making.day == day:
            making.join(self._wait)
        if making.is_alive() or making.day != day:
            raise NotMadeYetError(f"the chronicle as of {making.day} is being made: come again in a minute")
        if making.failed:
            raise making.failed
        return self.of(day, making.version, pages)

    def close(self) -> None:
        """Close the views."""
        for kept in self._kept.values():
            kept.view.close()

    def _take_over(self) -> None:
        """Keep what has been made since."""
        making = self._making
        if making is not None and not making.is_alive():
            self._making = None
            if making.made is not None:
                self._keep(making.day, making.made)

    def _keep(self, day: datetime.date, kept: _Kept) -> View:
        self._kept[day] = kept
        for oldest in list(self._kept)[:-KEPT]:
            del self._kept[oldest]
        return kept.view


def apart(location: str, day: datetime.date, path: str) -> None:
    """`dateline.executors.as_of` in a process that leaves the processor to the requests. Raises ChronicleError."""
    context = multiprocessing.get_context("spawn")
    said, say = context.Pipe(duplex=False)
    process = context.Process(target=_make, args=(location, day, path, say), daemon=True)
    process.start()
    say.close()
    try:
        wrong: str | None = said.recv()
    except EOFError:
        wrong = f"{location}: the chronicle as of {day} could not be made"
    process.join()
    if wrong is not None:
        raise ChronicleError(wrong)


def _make(location: str, day: datetime.date, path: str, say: "Connection[str | None, str | None]") -> None:
    from dateline import executors

    os.nice(5)
    try:
        executors.as_of(location, day, path)
    except ChronicleError as error:
        say.send(str(error))
    else:
        say.send(None)
