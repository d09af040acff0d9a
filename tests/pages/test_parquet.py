"""Parquet files, which another process reads: their rows, and what becomes of it and of them."""

import datetime
import io
import os
import signal
import subprocess
import sys
import time
import zipfile
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import pytest

from dateline.pages import Loading, ReadOptions, SourceFile, load_pages
from dateline.records import Page, Rejection

WORDS = "The ferry to the north island leaves at eight. "


def parquet(columns: dict[str, list[Any]]) -> bytes:
    import pyarrow
    from pyarrow import parquet as written

    file = io.BytesIO()
    written.write_table(pyarrow.table(columns), file)
    return file.getvalue()


@pytest.fixture
def long_table(tmp_path: Path) -> SourceFile:
    """More than a pipe holds, so that the process that reads it waits."""
    path = tmp_path / "long.parquet"
    path.write_bytes(parquet({"text": [f"Report {number}. " + WORDS * 40 for number in range(400)]}))
    return SourceFile(str(path))


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[subprocess.Popen[bytes]]:
    """The processes that have been started."""
    children = []

    class Noted(subprocess.Popen[bytes]):
        def __init__(self, *arguments: Any, **options: Any) -> None:
            super().__init__(*arguments, **options)
            children.append(self)

    monkeypatch.setattr(subprocess, "Popen", Noted)
    return children


def test_rows_are_pages(loads) -> None:
    day = datetime.datetime(2024, 2, 3, 9)
    content = parquet({"id": [1, 2], "Content": ["Words of a bridge.", None], "date": [day, None]})
    first, second = loads("any", content)
    assert isinstance(first, Page)
    assert (first.text, first.header_date, first.location[-4:]) == ("Words of a bridge.", day.date(), "ny:1")
    assert isinstance(second, Rejection)
    (damaged,) = loads("a.parquet", content[:-20])
    assert isinstance(damaged, Rejection)


@pytest.mark.parametrize(
    ("cell", "day"),
    [
        (datetime.date(2031, 5, 6), datetime.date(2031, 5, 6)),
        (
            datetime.datetime(2031, 5, 6, 23, tzinfo=datetime.timezone(datetime.timedelta(hours=0))),
            datetime.date(2031, 5, 6),
        ),
        (b"2031-05-06", datetime.date(2031, 5, 6)),
        (20310506, datetime.date(2031, 5, 6)),
        (1_935_835_200.0, datetime.date(2031, 5, 6)),
        (float("nan"), None),
        (True, None),
        ([2031, 5, 6], None),
    ],
)
def test_cells_of_any_type_come_through(loads, cell: Any, day: datetime.date | None) -> None:
    pages = loads(
        "a.parquet", parquet({"words": [WORDS.encode()], "date": [cell]}), ReadOptions(columns={"text": "words"})
    )
    assert [(page.text, page.header_date) for page in pages] == [(WORDS.strip(), day)]


def test_columns_without_text_are_named(loads) -> None:
    (found,) = loads("a.parquet", parquet({"ferry": ["x"]}))
    assert (found.reason, "columns: ferry" in found.detail) == ("unsupported", True)


def test_in_a_zip_and_on_standard_input_it_is_read_as_well(loads, tmp_path: Path) -> None:
    content = parquet({"text": [WORDS, WORDS]})
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("a.parquet", content)
    assert [page.location[-2:] for page in loads("a.zip", file.getvalue())] == [":1", ":2"]
    script = "from dateline.pages import find_pages; print(*(page.location for page in find_pages(['-'])))"
    piped = subprocess.run([sys.executable, "-c", script], input=content, capture_output=True, cwd=tmp_path)
    assert piped.stdout.split() == [b"-:1", b"-:2"], piped.stderr


def test_a_process_of_a_pool_can_read_it(long_table: SourceFile) -> None:
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        assert pool.submit(_count, long_table).result() == 400


def _count(source: SourceFile) -> int:
    return sum(isinstance(page, Page) for page in load_pages(source))


def test_where_its_process_dies_the_rows_before_stay(long_table: SourceFile, started: list[Any]) -> None:
    loading = Loading(long_table)
    pages = iter(loading)
    assert isinstance(next(pages), Page)
    os.kill(started[0].pid, signal.SIGSEGV)
    assert 0 < loading.share < 0.1
    *_, last = pages
    assert isinstance(last, Rejection)
    assert (last.location, last.reason, "damaged" in last.detail) == (long_table.location, "failed", True)


@pytest.mark.parametrize("ending", [KeyboardInterrupt, GeneratorExit])
def test_its_process_ends_with_the_reading(
    long_table: SourceFile, started: list[Any], ending: type[BaseException]
) -> None:
    pages = load_pages(long_table)
    assert isinstance(next(pages), Page)
    assert started[0].poll() is None
    with pytest.raises(ending):
        pages.throw(ending)  # type: ignore[attr-defined]
    assert started[0].returncode == -signal.SIGKILL


def test_its_process_ends_where_the_run_is_killed(long_table: SourceFile) -> None:
    script = f"""
import subprocess, time
from dateline.pages import SourceFile, load_pages
class Noted(subprocess.Popen):
    def __init__(self, *arguments, **options):
        super().__init__(*arguments, **options)
        print(self.pid, flush=True)
subprocess.Popen = Noted
pages = load_pages(SourceFile({long_table.location!r}))
next(pages)
print("begun", flush=True)
time.sleep(60)
"""
    with subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE) as run:
        assert run.stdout is not None
        child = int(run.stdout.readline())
        run.stdout.readline()
        run.kill()
    for _ in range(200):
        if not _lives(child):
            return
        time.sleep(0.05)
    pytest.fail("it still waits")


def _lives(process: int) -> bool:
    """Whether it runs, and has not merely ended without anybody asking after it (`ps` calls that a zombie)."""
    state = subprocess.run(["ps", "-o", "stat=", "-p", str(process)], capture_output=True, text=True).stdout.strip()
    return bool(state) and not state.startswith("Z")


def test_a_row_that_never_comes_ends_the_process() -> None:
    script = (
        "import time; from dateline.pages.parquet_rows import *\n"
        "def rows():\n    yield Opened(1, 1)\n    time.sleep(60)\n"
        "write_messages(rows(), 0.3)"
    )
    ran = subprocess.run([sys.executable, "-c", script], capture_output=True, timeout=30)
    assert (ran.returncode, ran.stdout.count(b"\n")) == (1, 1)


def test_damage_anywhere_rejects_and_nothing_more(loads) -> None:
    content = parquet({"text": [WORDS], "title": ["Ferry"]})
    for place in range(6, len(content), len(content) // 3):
        found = loads(
            "a.parquet", content[:place] + bytes(b ^ 0xFF for b in content[place : place + 8]) + content[place + 8 :]
        )
        assert found
