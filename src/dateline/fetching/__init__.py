"""Pages from the web, fetched politely: only what the user named, as its site allows, never from a private network.

`open_fetcher` gives a Fetcher; its `pages(addresses)` are pages and rejections, as of files.
"""

from typing import TYPE_CHECKING

from dateline.errors import MissingExtraError
from dateline.fetching.addresses import is_public, is_web_address, without_credentials
from dateline.fetching.limiting import Limited, at_once
from dateline.fetching.lists import read_address_list
from dateline.fetching.settings import Capture, FetchSettings
from dateline.pages import ReadOptions

if TYPE_CHECKING:
    from dateline.fetching.crawling import Fetcher

__all__ = [
    "Capture", "FetchSettings", "is_public", "is_web_address", "open_fetcher", "read_address_list",
    "without_credentials",
]  # fmt: skip


AS_THEY_ARE = ReadOptions()


def open_fetcher(
    settings: FetchSettings,
    *,
    archive: str | None = None,
    options: ReadOptions = AS_THEY_ARE,
    limited: Limited = at_once,
) -> "Fetcher":
    """A fetcher, to be used in a `with` block.

    `options` hold for what is fetched as for files. `limited` calls what makes a page of an answer, and may end it.

    `archive` is a WARC file to which what is fetched is added; its folder must be there. Raises MissingExtraError where
    the extra `fetch` is not installed, DatelineError where the archive cannot be written.
    """
    try:
        from dateline.fetching.crawling import Fetcher
    except ImportError as error:
        raise MissingExtraError("fetching pages", "fetch") from error
    return Fetcher(settings, archive, options, limited)
