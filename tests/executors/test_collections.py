"""Files of many pages through a run: progress, kill -9, and taking up the rest. The reader is a small stand-in."""

import datetime
import os
import runpy
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

import dateline.errors
import dateline.pipeline
from dateline.executors import Progress, RunSummary, read_sources
from dateline.records import Article, Page, Reading, Timestamp
from dateline.store import open_store

TODAY = datetime.date(2031, 5, 5)
COUNT = 60
WARC: Any = runpy.run_path(str(Path(__file__).parents[1] / "pages" / "archives.py"))["warc"]

KILLED = """
import datetime, sys, time
import dateline.executors.reading as run
import dateline.errors
import dateline.pipeline
from dateline.records import Article, Reading, Timestamp

def read(page, today):
    time.sleep(0.05)
    article = Article(page_id=page.id, title=page.text, text=page.text, blocks=(), published=Timestamp(day=today))
    return Reading(page_id=page.id, reader=dateline.pipeline.READER, article=article)

dateline.pipeline.read_page = read
run.BATCH = 5
run.read_sources([sys.argv[1]], sys.argv[2], today=datetime.date(2031, 5, 5))
"""


def stand_in(page: Page, today: datetime.date) -> Reading:
    article = Article(page_id=page.id, title=page.text, text=page.text, blocks=(), published=Timestamp(day=today))
    return Reading(page_id=page.id, reader=dateline.pipeline.READER, article=article)


@pytest.fixture
def reads(monkeypatch: pytest.MonkeyPatch) -> Any:
    monkeypatch.setattr(dateline.pipeline, "read_page", stand_in)

    def read(*sources: Path, into: Path, told: list[Progress] | None = None) -> RunSummary:
        listener = told.append if told is not None else None
        return read_sources([str(source) for source in sources], str(into), today=TODAY, progress=listener)

    return read


def urls(chronicle: Path) -> list[str | None]:
    with open_store(str(chronicle), read_only=True) as store:
        return sorted(page.url or "" for page in store.reader().pages() if page.reader)


@pytest.fixture
def warc(tmp_path: Path) -> Path:
    path = tmp_path / "harbour.warc.gz"
    path.write_bytes(WARC(COUNT))
    return path


def test_a_run_that_was_killed_is_taken_up_without_a_lost_or_doubled_page(
    reads: Any, warc: Path, tmp_path: Path
) -> None:
    script, killed, whole = tmp_path / "run.py", tmp_path / "killed.db", tmp_path / "whole.db"
    script.write_text(KILLED)
    with subprocess.Popen([sys.executable, str(script), str(warc), str(killed)]) as process:
        end = time.monotonic() + 60
        while time.monotonic() < end and _readings(killed) < 10:
            time.sleep(0.05)
        os.kill(process.pid, signal.SIGKILL)
    kept = _readings(killed)
    assert 10 <= kept < COUNT
    summary = reads(warc, into=killed)
    assert (summary.found, summary.skipped, summary.read, summary.rejected) == (COUNT, kept, COUNT - kept, {})
    reads(warc, into=whole)
    assert urls(killed) == urls(whole)
    assert len(set(urls(killed))) == COUNT


def _readings(chronicle: Path) -> int:
    if not chronicle.exists():
        return 0
    try:
        with open_store(str(chronicle), read_only=True) as store:
            return store.reader().counts().readings
    except dateline.errors.ChronicleError:
        return 0


def test_progress_goes_on_within_a_file_and_ends_at_all_pages(reads: Any, warc: Path, tmp_path: Path) -> None:
    told: list[Progress] = []
    reads(warc, into=tmp_path / "c.db", told=told)
    reading = [progress for progress in told if progress.phase == "reading"]
    assert [progress.done for progress in reading] == list(range(1, COUNT + 1))
    assert all(progress.done <= progress.total for progress in reading)
    assert reading[-1].total == COUNT


def test_the_same_page_at_several_places_is_read_once(reads: Any, tmp_path: Path) -> None:
    table = tmp_path / "a.jsonl"
    table.write_text('{"text": "One bridge."}\n{"text": "Two bridges."}\n{"text": "One bridge."}\n{"words": 1}\n')
    summary = reads(table, into=tmp_path / "c.db")
    assert (summary.found, summary.read, summary.skipped, summary.rejected) == (4, 2, 1, {"unsupported": 1})


def test_a_table_that_was_mended_loses_its_rejection(reads: Any, tmp_path: Path) -> None:
    table = tmp_path / "a.csv"
    table.write_text("id,name\n1,x\n")
    assert reads(table, into=tmp_path / "c.db").rejected == {"unsupported": 1}
    table.write_text("id,text\n1,Words of a bridge.\n")
    assert reads(table, into=tmp_path / "c.db").read == 1
    with open_store(str(tmp_path / "c.db"), read_only=True) as store:
        assert store.reader().counts().rejections == {}
