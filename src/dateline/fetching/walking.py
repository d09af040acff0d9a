"""From an address to its answer: redirects are followed one by one, each checked as if the user had named it."""

from collections.abc import Callable, Mapping

import httpx

from dateline.fetching.downloading import Answer, Downloader
from dateline.fetching.pacing import Pacer
from dateline.fetching.refusing import RefusedError

REDIRECTS = frozenset({301, 302, 303, 307, 308})
LONGEST = 4000
"""Characters of an address."""


def parsed(address: str) -> httpx.URL:
    """An address without its fragment; raises RefusedError (`unsupported`) where it is none that is fetched."""
    if len(address) > LONGEST:
        raise RefusedError("unsupported", f"an address of more than {LONGEST:,} characters")
    try:
        url = httpx.URL(address.strip()).copy_with(fragment=None)
    except (httpx.InvalidURL, ValueError) as error:
        raise RefusedError("unsupported", f"no address: {error}") from error
    if url.scheme not in ("http", "https") or not url.host:
        raise RefusedError("unsupported", "only addresses with http:// and https:// are fetched")
    if url.userinfo:
        raise RefusedError("unsupported", "addresses with a name and password are not fetched")
    return url


class Walker:
    """Asks at the hosts' pace and follows redirects."""

    def __init__(self, downloader: Downloader, pacer: Pacer, redirects: int) -> None:
        self._downloader = downloader
        self._pacer = pacer
        self._redirects = redirects

    def walk(
        self,
        url: httpx.URL,
        *,
        check: Callable[[httpx.URL], None] = lambda _: None,
        headers: Callable[[str], Mapping[str, str]] = lambda _: {},
        size_limit: int | None = None,
    ) -> Answer:
        """The answer at the end of the redirects; `check` is called before each address, and may refuse it.

        `headers` are those to send to an address. Raises RefusedError.
        """
        seen: set[str] = set()
        while str(url) not in seen:
            if len(seen) > self._redirects:
                raise RefusedError("unreachable", f"redirected more than {self._redirects} times")
            seen.add(str(url))
            check(url)
            self._pacer.wait(url.host)
            answer = self._downloader.get(url, headers(str(url)), size_limit=size_limit)
            if answer.status not in REDIRECTS:
                return answer
            url = parsed(_target(url, answer))
        raise RefusedError("unreachable", "redirected in a circle")


def _target(url: httpx.URL, answer: Answer) -> str:
    location = answer.header("location")
    if not location:
        raise RefusedError("unreachable", "redirected without saying where to")
    try:
        return str(url.join(location))
    except (httpx.InvalidURL, ValueError) as error:
        raise RefusedError("unsupported", f"redirected to what is no address: {error}") from error
