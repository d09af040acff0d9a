"""What a run fetches from the web, and what the chronicle remembers of it."""

from collections.abc import Callable, Generator

import msgspec

from dateline.executors.overdue import PAGE_SECONDS, done_within
from dateline.fetching import Capture, FetchSettings, open_fetcher
from dateline.pages import ReadOptions
from dateline.records import Page, Rejection
from dateline.store import Store

CAPTURES = "captures"
"""The note of the chronicle that holds captures by address, as JSON."""


class Fetching(msgspec.Struct, frozen=True, kw_only=True):
    """What to fetch besides the addresses among the sources, how, and the WARC file where it is kept."""

    addresses: tuple[str, ...] = ()
    settings: FetchSettings = FetchSettings()
    archive: str | None = None


class WebPages:
    """Pages fetched for a chronicle. Those that it holds, read by this reader, are asked for only if they changed."""

    def __init__(self, addresses: tuple[str, ...], fetching: Fetching, options: ReadOptions) -> None:
        """Raises MissingExtraError without the extra, DatelineError where the archive cannot be written."""
        self._addresses = addresses
        self._fetcher = (
            open_fetcher(fetching.settings, archive=fetching.archive, options=options, limited=_limited)
            if addresses
            else None
        )
        self._given = 0

    @property
    def unchanged(self) -> int:
        """Pages that the chronicle holds as they are now."""
        return self._fetcher.unchanged if self._fetcher else 0

    @property
    def found(self) -> int:
        """What was given so far, and what has not changed."""
        return self._given + self.unchanged

    @property
    def expected(self) -> int:
        """As `found`, with the addresses that are known and still to be fetched."""
        return self.found + (self._fetcher.waiting if self._fetcher else 0)

    def fetch(self, store: Store, reader_version: str) -> Generator[Page | Rejection]:
        """The pages; what is to be remembered of them is kept in the chronicle at the end, however it comes."""
        if self._fetcher is None:
            return
        remembered = _remembered(store)
        at_hand = store.reader().known((capture.page for capture in remembered.values()), reader_version)
        known = {address: capture for address, capture in remembered.items() if capture.page in at_hand}
        with self._fetcher as fetcher:
            try:
                for found in fetcher.pages(self._addresses, known):
                    self._given += 1
                    yield found
            finally:
                if fetcher.captures:
                    _remember(store, remembered | fetcher.captures)


def _limited(location: str, make: Callable[[], Page | Rejection]) -> Page | Rejection:
    return done_within(PAGE_SECONDS, make, lambda words: Rejection(location=location, reason="too_slow", detail=words))


def _remembered(store: Store) -> dict[str, Capture]:
    note = store.reader().note(CAPTURES)
    return msgspec.json.decode(note, type=dict[str, Capture]) if note else {}


def _remember(store: Store, captures: dict[str, Capture]) -> None:
    note = msgspec.json.encode(captures, order="deterministic").decode()
    with store.writer() as writer:
        writer.keep_note(CAPTURES, note)
