"""Reading pages in this process or in several. Machines only: what a page says is the pipeline's matter."""

import datetime
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Generator, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from itertools import islice
from multiprocessing import connection, get_context, parent_process

import msgspec

from dateline.executors.overdue import PAGE_SECONDS, done_within
from dateline.records import Page, Rejection, RejectionReason

Outcome = bytes | Rejection
"""The JSON of a Reading, checked by encoding it where it was made; or why there is none."""
Read = Callable[[Page], Outcome]

AHEAD = 2
"""Pages a process that wait in the queue: few, for they are all finished after Ctrl-C."""
MOST_DETAIL = 300
"""Letters of an error's message that are kept."""

_ONE_THREAD = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS", "NUMEXPR_NUM_THREADS")


def read_outcome(page: Page, today: datetime.date, seconds: float = PAGE_SECONDS, types: bytes = b"") -> Outcome:
    """Read one page with a user's event types.

    An error of the reader rejects the page as `failed`, a longer time of computing as `too_slow`.
    """
    from dateline.events import own_types
    from dateline.pipeline import read_page

    def read() -> Outcome:
        with own_types(types):
            result = read_page(page, today)
        return result if isinstance(result, Rejection) else msgspec.json.encode(result)

    return limited(page, read, seconds)


def limited(page: Page, read: Callable[[], Outcome], seconds: float) -> Outcome:
    """What `read` makes of a page, or why it is ended or fails."""
    try:
        return done_within(seconds, read, lambda words: _rejected(page, "too_slow", words))
    except Exception as error:
        return _failed(page, _words_of(error))


def read_here(pages: Iterator[Page], read: Read) -> Iterator[tuple[Page, Outcome]]:
    """Read the pages one after the other in this process."""
    for page in pages:
        yield page, read(page)


def read_in_processes(pages: Iterator[Page], read: Read, jobs: int) -> Iterator[tuple[Page, Outcome]]:
    """Read the pages in `jobs` processes, each outcome as it is there.

    `read` must be picklable. Where a process dies, the pages that were under way are read again one by one, and that
    which kills its process is rejected as `failed`.
    """
    while True:
        suspects = yield from _until_broken(pages, read, jobs)
        if not suspects:
            return
        yield from _one_by_one(suspects, read)


def _until_broken(pages: Iterator[Page], read: Read, jobs: int) -> Generator[tuple[Page, Outcome], None, list[Page]]:
    """As `read_in_processes`, until all are read or a process dies; returns the pages whose fate is not known."""
    with _pool(jobs) as pool:
        under_way: dict[Future[Outcome], Page] = {}
        while True:
            try:
                for page in islice(pages, jobs * AHEAD - len(under_way)):
                    under_way[pool.submit(read, page)] = page
            except BrokenProcessPool:
                return [*under_way.values(), page]
            if not under_way:
                return []
            finished, _ = wait(under_way, return_when=FIRST_COMPLETED)
            whole = [future for future in finished if not isinstance(future.exception(), BrokenProcessPool)]
            for future in whole:
                page = under_way.pop(future)
                yield page, _outcome(page, future)
            if len(whole) < len(finished):
                return list(under_way.values())


def _one_by_one(pages: list[Page], read: Read) -> Iterator[tuple[Page, Outcome]]:
    waiting = deque(pages)
    while waiting:
        with _pool(1) as pool:
            alive = True
            while waiting and alive:
                page = waiting.popleft()
                future = pool.submit(read, page)
                alive = not isinstance(future.exception(), BrokenProcessPool)
                yield page, _outcome(page, future)


def _outcome(page: Page, future: Future[Outcome]) -> Outcome:
    """What a process made of a page, or what befell it on the way."""
    error = future.exception()
    if isinstance(error, BrokenProcessPool):
        return _failed(page, "the process that read it died: killed, out of memory, or far too slow")
    return future.result() if error is None else _failed(page, _words_of(error))


def _failed(page: Page, detail: str) -> Rejection:
    return _rejected(page, "failed", detail)


def _rejected(page: Page, reason: RejectionReason, detail: str) -> Rejection:
    return Rejection(location=page.location, reason=reason, detail=detail, page_id=page.id)


def _words_of(error: BaseException) -> str:
    return " ".join(f"{type(error).__name__}: {error}".split())[:MOST_DETAIL]


@contextmanager
def _pool(jobs: int) -> Iterator[ProcessPoolExecutor]:
    # Spawned, not forked: a fork copies the locks of threads and of the database as they happen to be.
    pool = ProcessPoolExecutor(jobs, mp_context=get_context("spawn"), initializer=_set_up)
    try:
        yield pool
    except BaseException:
        pool.shutdown(wait=False, cancel_futures=True)
        raise
    pool.shutdown()


def _set_up() -> None:
    """Each process uses one core, leaves Ctrl-C to the one that started it, and does not outlive that."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    for name in _ONE_THREAD:
        os.environ[name] = "1"


def _end_with_parent() -> None:
    # The pool's processes wait for work for ever, even where the one that would give it was killed.
    parent = parent_process()
    if parent is not None:
        connection.wait([parent.sentinel])
        os._exit(1)
