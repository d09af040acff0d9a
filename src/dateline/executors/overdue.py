"""An end to what a page would make of us for ever: a limit of processor time, and behind it one by the clock.

The first counts the time that this process computes, so that a busy machine or a pipe that nobody fills ends nothing.
It stops whatever runs Python, patterns too. A loop within a C library hears of no signal: for that a process that only
reads pages ends itself, and the page is rejected by the one that started it.
"""

import faulthandler
import os
import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from multiprocessing import parent_process
from typing import IO

from dateline.pages import OverdueError

PAGE_SECONDS = 300.0
"""Of computing, for one page. The longest page that is read at all takes a tenth of it."""
BY_THE_CLOCK = 4
"""A process that only reads pages ends itself after so many times the limit."""
AGAIN = 1.0
"""Seconds after which the signal comes again: what is raised in a callback of a C library may get lost."""


def done_within[T](seconds: float, work: Callable[[], T], overdue: Callable[[str], T]) -> T:
    """What `work` gives, or what `overdue` gives, with the reason in words, where it computes for longer.

    Only the main thread of a process hears of signals; in another one, and where there are none, nothing is limited.
    """
    if threading.current_thread() is not threading.main_thread() or not hasattr(signal, "setitimer"):
        return work()
    try:
        with _watched(seconds), _ended_by_the_clock(seconds * BY_THE_CLOCK):
            return work()
    except OverdueError:
        return overdue(f"not done within {seconds:g} seconds of computing")


@contextmanager
def _watched(seconds: float) -> Iterator[None]:
    before = signal.signal(signal.SIGVTALRM, _end)
    try:
        signal.setitimer(signal.ITIMER_VIRTUAL, seconds, AGAIN)
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


def _end(*_: object) -> None:
    raise OverdueError


@contextmanager
def _ended_by_the_clock(seconds: float) -> Iterator[None]:
    if parent_process() is None:
        yield
        return
    # Its thread needs nothing of Python, not even the lock of the interpreter.
    faulthandler.dump_traceback_later(seconds, exit=True, file=_nowhere())
    try:
        yield
    finally:
        faulthandler.cancel_dump_traceback_later()


@cache
def _nowhere() -> IO[str]:
    return open(os.devnull, "w")  # noqa: PTH123  (for as long as the process lives)
