"""Runs: what is read, skipped, rejected and kept, whatever happens on the way. The reader is a small stand-in."""

import datetime
import os
import signal
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import dateline.executors.reading as run
import dateline.merging
import dateline.pipeline
from dateline.errors import SourceError, UsageError
from dateline.executors import Progress, RunSummary, read_sources
from dateline.records import (
    Article,
    EventDate,
    EventMention,
    Interval,
    Page,
    Reading,
    Rejection,
    Span,
    Timestamp,
)
from dateline.store import Store, open_store

TODAY = datetime.date(2031, 5, 5)
PUBLISHED = Timestamp(day=datetime.date(2031, 5, 3))

Hook = Callable[[Page], None]


def stand_in(page: Page, today: datetime.date) -> Reading | Rejection:
    """The first line is what happened; a page of "nothing" is rejected and one of "trouble" raises."""
    assert today == TODAY
    text = page.text.strip()
    if text.startswith("trouble"):
        raise ValueError(f"cannot read\n{text}")
    if text.startswith("nothing"):
        return Rejection(location=page.location, reason="no_article", detail="furniture only", page_id=page.id)
    article = Article(page_id=page.id, title=text, text=text, blocks=(), published=PUBLISHED)
    span = Span(0, len(text))
    told = EventMention(
        id=f"event-{page.id}",
        page_id=page.id,
        span=span,
        sentence=span,
        trigger=span,
        lemma="open",
        words=text,
        date=EventDate(interval=Interval.day(PUBLISHED.day), basis="assumed", rule="none"),
    )
    return Reading(page_id=page.id, reader=dateline.pipeline.READER, article=article, events=(told,))


@pytest.fixture(autouse=True)
def hooks(monkeypatch: pytest.MonkeyPatch) -> list[Hook]:
    """The stand-in in place of the reader; what is in the list is called before each page."""
    before: list[Hook] = []

    def read(page: Page, today: datetime.date) -> Reading | Rejection:
        for hook in before:
            hook(page)
        return stand_in(page, today)

    monkeypatch.setattr(dateline.pipeline, "read_page", read)
    return before


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    """Four pages in a folder."""
    folder = tmp_path / "pages"
    folder.mkdir()
    for name in "abcd":
        (folder / f"{name}.txt").write_text(f"A bridge was opened in {name}.\n")
    return folder


Reads = Callable[..., RunSummary]


@pytest.fixture
def reads(tmp_path: Path) -> Reads:
    """Reads sources into a chronicle of this test."""

    def read(*sources: Path | str, into: str = "chronicle.db", **options: Any) -> RunSummary:
        return read_sources([str(source) for source in sources], str(tmp_path / into), today=TODAY, **options)

    return read


@pytest.fixture
def opened(tmp_path: Path) -> Callable[..., Store]:
    return lambda name="chronicle.db": open_store(str(tmp_path / name), read_only=True)


def titles(store: Store) -> list[str]:
    return sorted(reading.article.title[-2] for reading in store.reader().readings())


def test_pages_are_read_and_merged(reads: Reads, pages: Path, opened: Any) -> None:
    summary = reads(pages)
    assert (summary.found, summary.read, summary.skipped, summary.rejected, summary.merged) == (4, 4, 0, {}, True)
    with opened() as store:
        assert titles(store) == ["a", "b", "c", "d"]
        assert store.reader().counts().entries == 4


def test_it_works_on_a_server_too(pages: Path, postgres_url: str) -> None:
    for expected in (4, 0):
        assert read_sources([str(pages)], postgres_url, today=TODAY).read == expected


def test_reading_again_changes_nothing_but_history(reads: Reads, pages: Path, opened: Any, rows_of: Any) -> None:
    (pages / "e.txt").write_text("nothing to see")
    reads(pages, "absent.txt")
    with opened() as store:
        first = rows_of(store)
    again = reads(pages, "absent.txt")
    assert (again.read, again.skipped, again.merged) == (0, 4, False)
    assert again.rejected == {"missing": 1, "no_article": 1}
    with opened() as store:
        assert rows_of(store) == first
        assert [run.counts["read"] for run in store.reader().runs()] == [4, 0]


def test_more_pages_add_to_it_and_the_order_does_not_show(reads: Reads, pages: Path, opened: Any, rows_of: Any) -> None:
    reads(pages / "c.txt", pages / "b.txt", into="one.db")
    reads(pages / "d.txt", pages, into="one.db")
    reads(pages, into="two.db")
    with opened("one.db") as one, opened("two.db") as two:
        assert rows_of(one) == rows_of(two)


def test_a_new_version_of_the_reader_reads_again(reads: Reads, pages: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    reads(pages)
    monkeypatch.setattr(dateline.pipeline, "READER", "next")
    assert reads(pages).read == 4
    assert reads(pages).skipped == 4


def test_a_page_that_fails_is_rejected_and_the_rest_goes_on(reads: Reads, pages: Path, opened: Any) -> None:
    (pages / "b.txt").write_text("trouble")
    summary = reads(pages)
    assert (summary.read, summary.rejected) == (3, {"failed": 1})
    with opened() as store:
        (rejection,) = store.reader().rejections()
        assert rejection.location == str(pages / "b.txt")
        assert rejection.detail == "ValueError: cannot read trouble"
        assert store.reader().page(rejection.page_id).text == "trouble"


def test_what_was_rejected_is_tried_again(reads: Reads, pages: Path, opened: Any) -> None:
    (pages / "b.txt").write_text("trouble")
    reads(pages, pages / "z.txt")
    (pages / "b.txt").write_text("The bridge was closed in y.")
    (pages / "z.txt").write_text("The bridge was closed in z.")
    assert reads(pages, pages / "z.txt").rejected == {}
    with opened() as store:
        assert list(store.reader().rejections()) == []


def test_a_file_that_turns_into_a_known_page_loses_its_rejection(reads: Reads, pages: Path, opened: Any) -> None:
    late = pages / "late.txt"
    reads(pages, late)
    late.write_bytes((pages / "a.txt").read_bytes())
    assert reads(pages).skipped == 5
    with opened() as store:
        assert list(store.reader().rejections()) == []


def test_files_with_the_same_page_count_once(reads: Reads, pages: Path, opened: Any, rows_of: Any) -> None:
    for name in ("0.txt", "z.txt"):
        (pages / name).write_bytes((pages / "a.txt").read_bytes())
    summary = reads(pages / "z.txt", pages)
    assert (summary.found, summary.read, summary.skipped) == (6, 4, 2)
    reads(pages, into="other.db")
    with opened() as store, opened("other.db") as other:
        assert rows_of(store) == rows_of(other)
        assert str(pages / "0.txt") in [page.location for page in store.reader().pages()]


def test_each_file_of_a_rejected_page_is_rejected(reads: Reads, pages: Path, opened: Any) -> None:
    for name in ("x.txt", "y.txt", "z.txt"):
        (pages / name).write_text("nothing here")
    assert reads(pages).rejected == {"no_article": 3}
    with opened() as store:
        assert [Path(r.location).name for r in store.reader().rejections()] == ["x.txt", "y.txt", "z.txt"]


def interrupt_at(letter: str, act: Callable[[], None]) -> Hook:
    def hook(page: Page) -> None:
        if page.name == f"{letter}.txt":
            act()

    return hook


def raise_interrupt() -> None:
    raise KeyboardInterrupt


def test_an_interruption_keeps_what_was_finished(reads: Reads, pages: Path, opened: Any, hooks: list[Hook]) -> None:
    hooks.append(interrupt_at("c", raise_interrupt))
    with pytest.raises(KeyboardInterrupt):
        reads(pages)
    with opened() as store:
        assert titles(store) == ["a", "b"]
        assert [run.counts["read"] for run in store.reader().runs()] == [2]
        assert not store.reader().is_merged()


def test_ctrl_c_finishes_the_page_under_way(reads: Reads, pages: Path, opened: Any, hooks: list[Hook]) -> None:
    handler = signal.getsignal(signal.SIGINT)
    hooks.append(interrupt_at("c", lambda: os.kill(os.getpid(), signal.SIGINT)))
    with pytest.raises(KeyboardInterrupt):
        reads(pages)
    with opened() as store:
        assert titles(store) == ["a", "b", "c"]
    assert signal.getsignal(signal.SIGINT) is handler


def test_a_second_ctrl_c_does_not_wait(reads: Reads, pages: Path, opened: Any, hooks: list[Hook]) -> None:
    hooks += [interrupt_at("b", lambda: os.kill(os.getpid(), signal.SIGINT))] * 2
    with pytest.raises(KeyboardInterrupt):
        reads(pages)
    with opened() as store:
        assert titles(store) == ["a"]


def test_the_next_run_takes_up_the_rest(
    reads: Reads, pages: Path, opened: Any, hooks: list[Hook], rows_of: Any
) -> None:
    hooks.append(interrupt_at("c", raise_interrupt))
    with pytest.raises(KeyboardInterrupt):
        reads(pages)
    hooks.clear()
    assert (reads(pages).read, reads(pages).skipped) == (2, 4)
    reads(pages, into="whole.db")
    with opened() as store, opened("whole.db") as whole:
        assert rows_of(store) == rows_of(whole)


def test_merging_that_did_not_happen_happens_next_time(
    reads: Reads, pages: Path, opened: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(dateline.merging, "update", lambda *_: raise_interrupt())
        with pytest.raises(KeyboardInterrupt):
            reads(pages)
    summary = reads(pages)
    assert (summary.read, summary.merged) == (0, True)
    with opened() as store:
        assert store.reader().counts().entries == 4


def test_batches_are_written_on_the_way(
    reads: Reads, pages: Path, opened: Any, hooks: list[Hook], monkeypatch: pytest.MonkeyPatch
) -> None:
    kept: list[int] = []

    def count(page: Page) -> None:
        if page.name != "a.txt":
            with opened() as store:
                kept.append(store.reader().counts().readings)

    hooks.append(count)
    monkeypatch.setattr(run, "BATCH", 2)
    reads(pages)
    assert kept == [0, 2, 2]


def test_progress_is_told_file_by_file(reads: Reads, pages: Path) -> None:
    told: list[Progress] = []
    reads(pages, "absent.txt", progress=told.append)
    assert [(p.phase, p.done, p.total) for p in told] == [("reading", n, 5) for n in range(1, 6)] + [("merging", 0, 0)]
    assert told[0].location == "absent.txt"


def test_sources_that_are_all_missing_make_no_chronicle(reads: Reads, tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=r"absent\.txt"):
        reads("absent.txt", "no/*.html")
    with pytest.raises(SourceError):
        reads()
    assert not (tmp_path / "chronicle.db").exists()


def test_fewer_than_one_job_is_refused(reads: Reads, pages: Path) -> None:
    with pytest.raises(UsageError, match="at least 1"):
        reads(pages, jobs=0)
