"""One run: from sources to a chronicle, through the pipeline, in batches that are never lost."""

import datetime
import functools
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import closing
from itertools import batched, takewhile

import msgspec

from dateline.errors import SourceError, UsageError
from dateline.executors.files import Files, Loaded, Twins
from dateline.executors.interruption import Interruption, postponed
from dateline.executors.merging import merge_pending
from dateline.executors.progress import Listener, Progress, RunSummary
from dateline.executors.web import Fetching, WebPages
from dateline.executors.workers import Outcome, read_here, read_in_processes, read_outcome
from dateline.fetching import is_web_address, without_credentials
from dateline.pages import ReadOptions, list_sources
from dateline.records import Page, Reading, Rejection
from dateline.store import Run, Store, StoreWriter, open_store

PAGES_AT_ONCE = 64
"""Pages that are loaded before the chronicle is asked which of them it knows."""
BATCH = 32
BATCH_SECONDS = 2.0
"""A batch is written when it is full or this old, whichever is first."""


def read_sources(
    sources: Sequence[str],
    location: str,
    *,
    jobs: int = 1,
    today: datetime.date,
    options: ReadOptions | None = None,
    progress: Listener | None = None,
    fetching: Fetching | None = None,
    types: bytes = b"",
) -> RunSummary:
    """Read files, folders, globs, `-` (standard input) and addresses of the web into the chronicle at a path or URL.

    It is merged anew where anything changed. Addresses are fetched as `fetching` says, which may hold more of them.

    `types` is a file of a user's event types (`dateline.events.read_own_types`).

    Pages that this version of the reader has read are skipped; rejected ones are tried again. The result is the same
    for any number of `jobs` (processes) and any order of sources. Ctrl-C finishes the pages under way, keeps them and
    raises KeyboardInterrupt; the next run takes up the rest.

    Raises SourceError where none of the sources is there, ChronicleError where the chronicle cannot be written,
    MissingExtraError where something is to be fetched without the extra for it.
    """
    if jobs < 1:
        raise UsageError(f"the number of jobs is at least 1, not {jobs}")
    fetching = fetching or Fetching()
    addresses = (*filter(is_web_address, sources), *fetching.addresses)
    files = list_sources([source for source in sources if not is_web_address(source)])
    if not addresses and not any(file.is_there for file in files):
        raise SourceError(f"nothing found at {', '.join(sources) or 'no source'}: give files, folders or patterns")
    options = options or ReadOptions()
    web = WebPages(addresses, fetching, options)
    with open_store(location, create=True) as store:
        run = _Run(store, Files(files, options), web, today, jobs, progress or (lambda _: None), types)
        try:
            run.read()
            merged = run.merge()
            return run.summary(merged=merged)
        finally:
            run.record([without_credentials(source) for source in sources])


class _Run:
    """The state of one run: what was found and what became of it."""

    def __init__(
        self,
        store: Store,
        files: Files,
        web: WebPages,
        today: datetime.date,
        jobs: int,
        progress: Listener,
        types: bytes,
    ) -> None:
        from dateline.events import own_types
        from dateline.pipeline import reader_version

        with own_types(types):
            self.reader_version = reader_version()
        self.types = types
        self.removed = store.reader().tombstones()
        self.store = store
        self.files = files
        self.web = web
        self.today = today
        self.jobs = jobs
        self.progress = progress
        self.counts: Counter[str] = Counter()
        self.rejected: Counter[str] = Counter()
        self.missing_extras: dict[str, None] = {}
        self.started = datetime.datetime.now(datetime.UTC)
        self.began = time.monotonic()
        self.batch: list[tuple[Page, Outcome]] = []
        self.written = self.began

    def read(self) -> None:
        """Read what is not known. What is the same page as another waits until that has been read."""
        with postponed() as interruption:
            try:
                twins: Twins = {}
                self._read_pages(self._unknown(self.files.load(), twins), interruption)
                self._write_batch()
                self._read_pages(self._unknown(self.files.load_again(twins), None), interruption)
                if not interruption.requested:
                    with closing(self.web.fetch(self.store, self.reader_version)) as found:
                        self._read_pages(self._unknown_fetched(found), interruption)
                    self.counts["skipped"] += self.web.unchanged
            finally:
                self._write_batch()

    def merge(self) -> bool:
        """Make the chronicle from the readings unless it is made from just these; says whether it had to be."""
        if self.store.reader().is_merged():
            return False
        self.progress(Progress("merging"))
        return merge_pending(self.store)

    def summary(self, *, merged: bool) -> RunSummary:
        return RunSummary(
            found=self.files.found + self.web.found,
            read=self.counts["read"],
            skipped=self.counts["skipped"],
            rejected=dict(sorted(self.rejected.items())),
            missing_extras=tuple(self.missing_extras),
            merged=merged,
            seconds=time.monotonic() - self.began,
        )

    def record(self, sources: Sequence[str]) -> None:
        """Add the run to the chronicle's history, whatever came of it."""
        run = Run(
            started=self.started.isoformat(timespec="seconds"),
            finished=datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds"),
            reader=self.reader_version,
            sources=tuple(sources),
            counts={
                "found": self.files.found + self.web.found,
                "read": self.counts["read"],
                "skipped": self.counts["skipped"],
                "rejected": self.rejected.total(),
            },
        )
        with self.store.writer() as writer:
            writer.record_run(run)

    def _read_pages(self, unknown: Iterator[Page], interruption: Interruption) -> None:
        going_on = takewhile(lambda _: not interruption.requested, unknown)
        read = functools.partial(read_outcome, today=self.today, types=self.types)
        outcomes = read_here(going_on, read) if self.jobs == 1 else read_in_processes(going_on, read, self.jobs)
        for page, outcome in outcomes:
            self.batch.append((page, outcome))
            self._tell("read" if isinstance(outcome, bytes) else outcome.reason, page.location)
            if len(self.batch) >= BATCH or time.monotonic() - self.written > BATCH_SECONDS:
                self._write_batch()

    def _unknown(self, loaded: Iterator[Loaded], twins: Twins | None) -> Iterator[Page]:
        """The pages to be read. Twins of pages given before are noted, or are given too where there is no place."""
        given: set[str] = set()
        for some in batched(loaded, PAGES_AT_ONCE):
            some = tuple((file, self._unless_removed(page)) for file, page in some)
            pages = [page for _, page in some if isinstance(page, Page)]
            known = self.store.reader().known((page.id for page in pages), self.reader_version)
            rejections = [rejection for _, rejection in some if isinstance(rejection, Rejection)]
            whole = {file.location for file, _ in some} - {rejection.location for rejection in rejections}
            self._write_loaded([page for page in pages if page.id in known], rejections, whole)
            for file, page in some:
                if isinstance(page, Rejection) or page.id in known:
                    continue
                if twins is not None and page.id in given:
                    twins.setdefault(file, set()).add(page.location)
                    continue
                given.add(page.id)
                yield page

    def _unless_removed(self, page: Page | Rejection) -> Page | Rejection:
        """The page, unless somebody took it out of the chronicle for good."""
        if isinstance(page, Rejection) or page.id not in self.removed:
            return page
        stone = self.removed[page.id]
        detail = f"taken out by {stone.by} at {stone.at}; `dateline remove CHRONICLE {page.id} --restore` lets it in"
        return Rejection(location=page.location, reason="removed", detail=detail)

    def _unknown_fetched(self, found: Iterator[Page | Rejection]) -> Iterator[Page]:
        """As `_unknown`, each page as soon as it is there. One that came by another address already counts as known."""
        given: set[str] = set()
        for page in map(self._unless_removed, found):
            if isinstance(page, Rejection):
                self._write_loaded([], [page], set())
            elif page.id in given or self.store.reader().known([page.id], self.reader_version):
                self._write_loaded([page], [], set())
            else:
                given.add(page.id)
                yield page

    def _write_loaded(self, known: list[Page], rejections: list[Rejection], whole: set[str]) -> None:
        """Keep what needs no reading. What was said of `whole` files before is taken back."""
        with self.store.writer() as writer:
            writer.add_pages(known)
            writer.forget_rejections({*whole, *(page.location for page in known)})
            writer.add_rejections(rejections)
        for page in known:
            self._tell("skipped", page.location)
        for rejection in rejections:
            if rejection.reason == "missing_extra":
                self.missing_extras[rejection.detail] = None
            self._tell(rejection.reason, rejection.location)

    def _write_batch(self) -> None:
        batch, self.batch = self.batch, []
        self.written = time.monotonic()
        if batch:
            with self.store.writer() as writer:
                _write_outcomes(writer, batch)

    def _tell(self, outcome: str, location: str) -> None:
        """Count what became of a page."""
        counter = self.counts if outcome in ("read", "skipped") else self.rejected
        counter[outcome] += 1
        done = self.counts.total() + self.rejected.total()
        self.progress(Progress("reading", done, max(done, self.files.expected + self.web.expected), location))


def _write_outcomes(writer: StoreWriter, batch: list[tuple[Page, Outcome]]) -> None:
    writer.add_pages(page for page, _ in batch)
    writer.add_readings(msgspec.json.decode(o, type=Reading) for _, o in batch if isinstance(o, bytes))
    writer.forget_rejections(page.location for page, o in batch if isinstance(o, bytes))
    writer.add_rejections(o for _, o in batch if isinstance(o, Rejection))
