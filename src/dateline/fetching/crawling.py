"""A run of fetching: every address that the user named, each with a page or a reason why not."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from types import TracebackType
from typing import Self

from dateline import __version__
from dateline.fetching.addresses import without_credentials
from dateline.fetching.answers import checked, page_of
from dateline.fetching.archiving import Archive
from dateline.fetching.downloading import AGENT, Answer, Downloader
from dateline.fetching.feeds import feed_links, is_feed
from dateline.fetching.limiting import Limited
from dateline.fetching.pacing import Pacer
from dateline.fetching.queueing import HostQueue, Task
from dateline.fetching.refusing import RefusedError
from dateline.fetching.robots import Robots
from dateline.fetching.settings import Capture, FetchSettings
from dateline.fetching.walking import Walker, parsed
from dateline.pages import ReadOptions
from dateline.records import Page, Rejection

Outcome = Page | Rejection

STRIKES = 3
"""Addresses of one host that fail one after the other, each as often as it is tried; then the host is given up."""


class Fetcher:
    """Fetches pages. `captures` is what to remember of those that were fetched, `unchanged` how many were as known."""

    def __init__(self, settings: FetchSettings, archive: str | None, options: ReadOptions, limited: Limited) -> None:
        self.captures: dict[str, Capture] = {}
        self.unchanged = 0
        self._settings = settings
        self._options = options
        self._limited = limited
        self._known: Mapping[str, Capture] = {}
        self._archive = Archive(archive) if archive else None
        self._pacer = Pacer(settings.interval)
        downloader = Downloader(settings, f"{AGENT}/{__version__}")
        self._walker = Walker(downloader, self._pacer, settings.redirects)
        self._robots = Robots(self._walker, self._pacer, tries=settings.tries, patience=settings.patience)
        self._queue = HostQueue(self._pacer.ready)
        self._seen: set[str] = set()
        self._strikes: Counter[str] = Counter()
        self._given_up: dict[str, str] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._archive:
            self._archive.close()

    @property
    def waiting(self) -> int:
        """How many addresses are still to be fetched."""
        return len(self._queue)

    def pages(self, addresses: Iterable[str], known: Mapping[str, Capture] | None = None) -> Iterator[Outcome]:
        """The pages at some addresses and at the entries of feeds among them, each as soon as it is there.

        What cannot be had is a Rejection: `not_allowed`, `unreachable`, `private_address`, `missing`, `too_large`,
        `unsupported`, or as in `captured_page`. A page's location is the address that was given, its URL the one that a
        redirect led to. `known` are captures of earlier runs whose pages are still at hand, by address: those are asked
        for on condition that they changed. One that has not gives nothing and is counted.
        """
        self._known = known or {}
        for address in addresses:
            yield from self._added(address)
        while task := self._queue.take():
            yield from self._fetched(task)

    def _added(self, address: str, *, listed: bool = False) -> Iterator[Rejection]:
        try:
            url = parsed(address)
        except RefusedError as error:
            yield _rejection(address, error)
            return
        if str(url) not in self._seen:
            self._seen.add(str(url))
            self._queue.add(Task(address, url, listed))

    def _fetched(self, task: Task) -> Iterator[Outcome]:
        try:
            answer = self._answer(task)
        except RefusedError as error:
            yield from self._tried_again(task, error)
            return
        self._strikes.pop(task.host, None)
        if answer.status == 304:
            self._note_unchanged(answer)
        elif is_feed(answer.content):
            yield from self._entries(task, answer)
        else:
            yield self._page(task, answer)

    def _answer(self, task: Task) -> Answer:
        if task.host in self._given_up:
            raise RefusedError("unreachable", self._given_up[task.host])
        answer = self._walker.walk(task.url, check=self._robots.check, headers=self._conditions)
        return checked(answer, conditional=bool(self._conditions(answer.url)))

    def _conditions(self, address: str) -> dict[str, str]:
        """The headers that ask for a page only if it has changed."""
        capture = self._known.get(address)
        if capture is None:
            return {}
        words = {"If-None-Match": capture.etag, "If-Modified-Since": capture.last_modified}
        return {name: value for name, value in words.items() if value}

    def _tried_again(self, task: Task, error: RefusedError) -> Iterator[Rejection]:
        """Put the task back, with a wait for its host, or say why it is given up."""
        tries = task.tries + 1
        wait = error.wait if error.wait is not None else self._settings.back_off * 2**task.tries
        if error.again and wait > self._settings.patience:
            self._given_up[task.host] = f"{task.host} asks to be left alone for {wait:.0f} seconds"
        elif error.again and tries < self._settings.tries:
            self._pacer.hold(task.host, wait)
            self._queue.add_first(Task(task.given, task.url, task.listed, tries))
            return
        if error.again:
            self._strike(task.host)
        yield _rejection(task.given, error)

    def _strike(self, host: str) -> None:
        self._strikes[host] += 1
        if self._strikes[host] >= STRIKES:
            self._given_up.setdefault(host, f"{host} was given up: {STRIKES} addresses failed one after the other")

    def _note_unchanged(self, answer: Answer) -> None:
        self.unchanged += 1
        self.captures[answer.url] = self._known[answer.url]
        if self._archive:
            self._archive.keep_unchanged(answer)

    def _entries(self, task: Task, answer: Answer) -> Iterator[Rejection]:
        """Queue what a feed lists. Only one that the user named is followed."""
        if task.listed:
            yield _rejection(task.given, RefusedError("unsupported", "a feed that a feed lists is not followed"))
            return
        links = feed_links(answer.content, answer.url)
        limit = self._settings.feed_limit
        if not links:
            yield _rejection(task.given, RefusedError("empty", "a feed without entries"))
        if len(links) > limit:
            yield _rejection(
                task.given, RefusedError("too_large", f"only the first {limit:,} of {len(links):,} entries")
            )
        for link in links[:limit]:
            yield from self._added(link, listed=True)

    def _page(self, task: Task, answer: Answer) -> Outcome:
        if self._archive:
            self._archive.keep(answer)
        location = without_credentials(task.given)
        page = self._limited(location, lambda: page_of(answer, location, self._options))
        if isinstance(page, Page):
            validators = {"etag": answer.header("etag"), "last_modified": answer.header("last-modified")}
            if any(validators.values()):
                self.captures[answer.url] = Capture(page=page.id, **validators)
        return page


def _rejection(address: str, error: RefusedError) -> Rejection:
    return Rejection(location=without_credentials(address), reason=error.reason, detail=error.detail)
