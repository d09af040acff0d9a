"""The pace of requests and the order of tasks, by a clock of our own."""

import httpx

from dateline.fetching.pacing import Pacer
from dateline.fetching.queueing import HostQueue, Task


class Clock:
    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.now += seconds


def task(address: str) -> Task:
    return Task(address, httpx.URL(address))


def test_a_host_is_asked_once_an_interval_and_others_meanwhile() -> None:
    clock = Clock()
    pacer = Pacer(2.0, clock=clock, sleep=clock.sleep)
    moments = []
    for host in ("a", "b", "a", "a"):
        pacer.wait(host)
        moments.append(clock.now)
    assert moments == [100.0, 100.0, 102.0, 104.0]


def test_a_longer_interval_of_the_site_wins_over_a_shorter_one() -> None:
    clock = Clock()
    pacer = Pacer(2.0, clock=clock, sleep=clock.sleep)
    pacer.slow_down("a", 10.0)
    pacer.slow_down("b", 0.1)
    for host in ("b", "b", "a", "a"):
        pacer.wait(host)
    assert clock.now == 120.0


def test_the_next_task_is_of_the_host_that_may_be_asked_soonest() -> None:
    clock = Clock()
    pacer = Pacer(2.0, clock=clock, sleep=clock.sleep)
    queue = HostQueue(pacer.ready)
    for address in ("http://a/1", "http://a/2", "http://b/1", "http://a/3", "http://b/2"):
        queue.add(task(address))
    order = []
    while found := queue.take():
        pacer.wait(found.host)
        order.append(found.given.removeprefix("http://"))
    assert order == ["a/1", "b/1", "a/2", "b/2", "a/3"]
    assert (len(queue), clock.now) == (0, 104.0)


def test_a_task_that_is_put_back_comes_before_the_others_of_its_host() -> None:
    queue = HostQueue(lambda _: 0.0)
    queue.add(task("http://a/1"))
    queue.add(task("http://a/2"))
    first = queue.take()
    assert first is not None
    queue.add_first(first)
    assert [found.given for found in (queue.take(), queue.take()) if found] == ["http://a/1", "http://a/2"]
