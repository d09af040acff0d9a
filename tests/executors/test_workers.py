"""Processes that read pages: all outcomes come, and a page that kills its process costs nothing but itself."""

import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from dateline.executors.workers import Outcome, read_here, read_in_processes
from dateline.records import Page, Rejection

FRAGILE = '''
import os


def read(page):
    """Ends its process on a bomb, fails on the way back with a lambda, and else gives the name and the process."""
    if page.content == b"bomb":
        os._exit(9)
    if page.content == b"lambda":
        return lambda: None
    return page.name.encode() + b" " + os.environ["OMP_NUM_THREADS"].encode()
'''


@pytest.fixture
def fragile(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[Page], Outcome]]:
    """A reader in a module that other processes can import."""
    (tmp_path / "fragile_reader.py").write_text(FRAGILE)
    monkeypatch.syspath_prepend(tmp_path)
    module: Any = __import__("fragile_reader")
    yield module.read
    del sys.modules["fragile_reader"]


BEATING = '''
import sys, time
from pathlib import Path


def read(page):
    """Writes to a file for as long as its process lives."""
    while True:
        with open(page.location, "a") as file:
            file.write(".")
        time.sleep(0.02)


if __name__ == "__main__":
    from dateline.executors.workers import read_in_processes
    from dateline.records import Page
    import beating_reader

    page = Page(id="a", location=sys.argv[1], name="a", media="text/plain", content=b"")
    next(read_in_processes(iter([page]), beating_reader.read, 1))
'''


def page(name: str, content: bytes = b"words") -> Page:
    return Page(id=name, location=f"/{name}", name=name, media="text/plain", content=content)


def outcomes(pages: list[Page], read: Callable[[Page], Outcome], jobs: int) -> dict[str, Outcome]:
    found = [(page.name, outcome) for page, outcome in read_in_processes(iter(pages), read, jobs)]
    assert len(found) == len(pages)
    return dict(found)


def test_in_this_process_pages_are_read_as_they_are_asked_for() -> None:
    read: list[str] = []
    found = read_here(iter([page("a"), page("b")]), lambda p: read.append(p.name) or b"")  # type: ignore[func-returns-value]
    assert next(found)[0].name == "a"
    assert read == ["a"]


def test_every_page_gets_its_outcome_on_one_core_each(fragile: Any) -> None:
    names = [f"p{n}" for n in range(9)]
    assert outcomes([page(name) for name in names], fragile, 2) == {name: f"{name} 1".encode() for name in names}


def test_no_pages_need_no_process(fragile: Any) -> None:
    assert outcomes([], fragile, 2) == {}


def test_a_page_that_kills_its_process_is_rejected_alone(fragile: Any) -> None:
    pages = [page("a"), page("b", b"bomb"), page("c"), page("d", b"lambda"), page("e")]
    found = outcomes(pages, fragile, 2)
    assert [found[name] for name in "ace"] == [b"a 1", b"c 1", b"e 1"]
    for name, words in (("b", "died"), ("d", "lambda")):
        rejection = found[name]
        assert isinstance(rejection, Rejection)
        assert (rejection.reason, rejection.location, rejection.page_id) == ("failed", f"/{name}", name)
        assert words in rejection.detail


def test_processes_do_not_outlive_the_one_that_started_them(tmp_path: Path) -> None:
    script, beats = tmp_path / "beating_reader.py", tmp_path / "beats"
    script.write_text(BEATING)
    with subprocess.Popen([sys.executable, str(script), str(beats)]) as parent:
        assert within(60, beats.exists)
        parent.kill()
    assert within(60, lambda: stands_still(beats))


def within(seconds: float, holds: Callable[[], bool]) -> bool:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if holds():
            return True
        time.sleep(0.02)
    return False


def stands_still(path: Path) -> bool:
    size = path.stat().st_size
    time.sleep(1)
    return path.stat().st_size == size
