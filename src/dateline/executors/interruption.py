"""Ctrl-C that waits for what is under way."""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType


class Interruption:
    """Whether Ctrl-C was pressed."""

    requested = False

    def request(self, number: int, frame: FrameType | None) -> None:
        """The signal's handler: the first time remembers it, the second raises KeyboardInterrupt at once."""
        if self.requested:
            signal.default_int_handler(number, frame)
        self.requested = True


@contextmanager
def postponed() -> Iterator[Interruption]:
    """Within the block Ctrl-C only sets `requested`; a block that ends with it set raises KeyboardInterrupt.

    Signals belong to the main thread: in any other nothing is changed.
    """
    interruption = Interruption()
    if threading.current_thread() is not threading.main_thread():
        yield interruption
        return
    before = signal.signal(signal.SIGINT, interruption.request)
    try:
        yield interruption
    finally:
        signal.signal(signal.SIGINT, before)
    if interruption.requested:
        raise KeyboardInterrupt
