"""When each host may be asked again."""

import time
from collections.abc import Callable


class Pacer:
    """Keeps an interval between two requests to one host. `clock` and `sleep` are seconds."""

    def __init__(
        self,
        interval: float,
        *,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self._interval = interval
        self._clock = clock
        self._sleep = sleep
        self._intervals: dict[str, float] = {}
        self._ready: dict[str, float] = {}

    def ready(self, host: str) -> float:
        """The moment, by the clock, from which the host may be asked; 0 where it never was."""
        return self._ready.get(host, 0.0)

    def wait(self, host: str) -> None:
        """Wait until the host may be asked. What is asked now is counted."""
        left = self.ready(host) - self._clock()
        if left > 0:
            self._sleep(left)
        self.hold(host, self._intervals.get(host, self._interval))

    def hold(self, host: str, seconds: float) -> None:
        """Leave the host alone for so many seconds from now."""
        self._ready[host] = max(self.ready(host), self._clock() + seconds)

    def slow_down(self, host: str, seconds: float) -> None:
        """The host wants so many seconds between requests; less than the interval changes nothing."""
        longer = max(seconds, self._interval)
        if longer > self._intervals.get(host, self._interval):
            self._intervals[host] = longer
            self.hold(host, longer)
