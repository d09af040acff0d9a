"""What is made once and kept, also when many ask at the same time."""

import threading

from dateline.views.kept import Keeping, Kept


class Slow(Keeping):
    """One value that takes as long as it is let, and one that does not."""

    def __init__(self) -> None:
        super().__init__()
        self.begun, self.may_end = threading.Event(), threading.Event()
        self.times = 0

    @Kept
    def slow(self) -> int:
        self.times += 1
        self.begun.set()
        assert self.may_end.wait(60)
        return self.times

    @Kept
    def quick(self) -> str:
        return "made"


def test_nobody_waits_for_what_they_did_not_ask_for() -> None:
    slow = Slow()
    first = threading.Thread(target=lambda: slow.slow)
    first.start()
    assert slow.begun.wait(60)
    assert slow.quick == "made"
    assert slow.made == ("quick",)
    slow.may_end.set()
    first.join()


def test_what_two_ask_for_at_once_is_made_once() -> None:
    slow, found = Slow(), []
    threads = [threading.Thread(target=lambda: found.append(slow.slow)) for _ in range(2)]
    for thread in threads:
        thread.start()
    slow.may_end.set()
    for thread in threads:
        thread.join()
    assert found == [1, 1]
