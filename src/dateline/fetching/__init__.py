"""Pages from the web, fetched politely: only what the user named, as its site allows, never from a private network.

`open_fetcher` gives a Fetcher; its `pages(addresses)` are pages and rejections, as of files.
"""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from dateline.errors import MissingExtraError
from dateline.fetching.addresses import is_public, is_web_address, without_credentials
from dateline.fetching.lists import read_address_list
from dateline.fetching.settings import Capture, FetchSettings

if TYPE_CHECKING:
    from dateline.fetching.crawling import Fetcher

__all__ = [
    "Capture", "FetchSettings", "is_public", "is_web_address", "open_fetcher", "read_address_list",
    "without_credentials",
]  # fmt: skip


def open_fetcher(
    settings: FetchSettings, *, known: Mapping[str, Capture] | None = None, archive: str | None = None
) -> "Fetcher":
    """A fetcher, to be used in a `with` block.

    `known` are captures of an earlier run that are still at hand, by address: their pages are asked for on condition
    that they changed. `archive` is a WARC file to which what is fetched is added; its directory must be there.

    Raises MissingExtraError where the extra `fetch` is not installed, SourceError where the archive cannot be written.
    """
    try:
        from dateline.fetching.crawling import Fetcher
    except ImportError as error:
        raise MissingExtraError("fetching pages", "fetch") from error
    return Fetcher(settings, known or {}, archive)
