"""How polite and how patient fetching is, and what is remembered of a page that was fetched."""

import msgspec

from dateline.pages import PAGE_LIMIT


class FetchSettings(msgspec.Struct, frozen=True, kw_only=True):
    """Seconds, bytes and counts within which fetching stays.

    `interval`: seconds between two requests to one host; a site's own Crawl-delay wins where it is longer.
    `size_limit`: bytes of one page, unpacked. `time_limit`: seconds for one request, from the name's look-up on.
    `redirects`: how many of them are followed. `tries`: how often a page is asked for, where waiting may help.
    `patience`: seconds; a site that asks for a longer wait is not waited for. `feed_limit`: entries of one feed.
    `allow_private` lets loopback and private networks be fetched from, for tests.
    """

    interval: float = 2.0
    size_limit: int = PAGE_LIMIT
    time_limit: float = 30.0
    redirects: int = 5
    tries: int = 3
    back_off: float = 4.0
    patience: float = 120.0
    feed_limit: int = 1000
    allow_private: bool = False


class Capture(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What is kept of a page that was fetched, so that it is fetched again only when it has changed.

    `page` is its id; `etag` and `last_modified` are the words of the site, to be sent back as they are.
    """

    page: str
    etag: str | None = None
    last_modified: str | None = None
