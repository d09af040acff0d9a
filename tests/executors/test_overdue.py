"""What would go on for ever is ended, in this process and in others, and nothing else is."""

import re
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from dateline.executors.files import loaded_within
from dateline.executors.overdue import done_within
from dateline.executors.workers import limited, read_in_processes
from dateline.pages import SourceFile
from dateline.records import Page, Rejection

PAGE = Page(id="p", location="/p", name="p", media="text/plain", content=b"words")

HANGING = '''
import ctypes
from functools import partial

from dateline.executors.workers import limited


def read(page):
    """Never comes back: on "python" in a loop of ours, on "library" in one that hears of no signal."""
    if page.content == b"python":
        return limited(page, endless, 0.2)
    if page.content == b"library":
        return limited(page, partial(ctypes.PyDLL(None).usleep, 60_000_000), 0.2)
    return page.content


def endless():
    while True:
        pass
'''


@pytest.fixture
def hanging(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    (tmp_path / "hanging_reader.py").write_text(HANGING)
    monkeypatch.syspath_prepend(tmp_path)
    return __import__("hanging_reader")


def for_ever() -> bytes:
    while True:
        try:
            sum(range(1000))
        except Exception:
            continue


def backtracking() -> bytes:
    re.match(r"(a+)+$", "a" * 60 + "b")
    return b""


@pytest.mark.parametrize("endless", [for_ever, backtracking])
def test_an_endless_read_is_rejected(endless: Callable[[], bytes]) -> None:
    found = limited(PAGE, endless, 0.2)
    assert isinstance(found, Rejection)
    assert (found.reason, found.page_id, found.detail) == ("too_slow", "p", "not done within 0.2 seconds of computing")


def test_waiting_is_not_computing_and_what_is_done_in_time_is_kept() -> None:
    assert done_within(0.05, lambda: time.sleep(0.3) or "done", lambda words: words) == "done"
    assert limited(PAGE, lambda: b"read", 5) == b"read"


def test_nothing_is_ended_afterwards() -> None:
    assert done_within(0.05, lambda: 1, lambda _: 2) == 1
    end = time.process_time() + 0.2
    while time.process_time() < end:
        pass


def test_a_file_that_takes_too_long_keeps_what_it_gave() -> None:
    def pages() -> Iterator[Page]:
        yield PAGE
        for_ever()

    first, second = loaded_within(SourceFile("/a.pdf"), pages(), 0.2)
    assert first is PAGE
    assert isinstance(second, Rejection)
    assert (second.location, second.reason) == ("/a.pdf", "too_slow")


def test_a_process_that_hangs_in_our_code_or_a_librarys_costs_only_its_page(hanging: Any) -> None:
    pages = [
        Page(id=w, location=f"/{w}", name=w, media="text/plain", content=w.encode())
        for w in ("a", "python", "library", "b")
    ]
    found = {page.id: outcome for page, outcome in read_in_processes(iter(pages), hanging.read, 2)}
    reasons = {id: found[id].reason for id in ("python", "library")}
    assert reasons == {"python": "too_slow", "library": "failed"}
    assert (found["a"], found["b"]) == (b"a", b"b")
