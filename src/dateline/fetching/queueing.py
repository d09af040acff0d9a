"""What is still to be fetched, in an order that wastes no time: next is whose host may be asked soonest."""

import heapq
from collections import deque
from collections.abc import Callable

import httpx
import msgspec


class Task(msgspec.Struct, frozen=True):
    """One address to fetch. `given` is how it was written; `listed` that a feed listed it; `tries` those made."""

    given: str
    url: httpx.URL
    listed: bool = False
    tries: int = 0

    @property
    def host(self) -> str:
        return self.url.host


class HostQueue:
    """Tasks by host, those of one host in their order. `ready` is the moment from which a host may be asked."""

    def __init__(self, ready: Callable[[str], float]) -> None:
        self._ready = ready
        self._tasks: dict[str, deque[Task]] = {}
        self._numbers: dict[str, int] = {}
        self._heap: list[tuple[float, int, str]] = []

    def add(self, task: Task) -> None:
        """Behind all others of its host."""
        self._of(task.host).append(task)

    def add_first(self, task: Task) -> None:
        """Before all others of its host."""
        self._of(task.host).appendleft(task)

    def take(self) -> Task | None:
        """The next task, or None where there is none."""
        while self._heap:
            ready, _, host = heapq.heappop(self._heap)
            if self._ready(host) > ready:  # another request, to which a redirect led, came between
                self._push(host)
                continue
            tasks = self._tasks[host]
            task = tasks.popleft()
            if tasks:
                self._push(host)
            else:
                del self._tasks[host]
            return task
        return None

    def __len__(self) -> int:
        return sum(map(len, self._tasks.values()))

    def _of(self, host: str) -> deque[Task]:
        if host not in self._tasks:
            self._tasks[host] = deque()
            self._numbers.setdefault(host, len(self._numbers))
            self._push(host)
        return self._tasks[host]

    def _push(self, host: str) -> None:
        heapq.heappush(self._heap, (self._ready(host), self._numbers[host], host))
