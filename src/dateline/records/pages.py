"""Pages as received, and why one was not read."""

import datetime
from typing import Literal

import msgspec

DateBasis = Literal["header", "metadata", "option"]
"""Where the day that is given with a page comes from."""
Media = Literal["text/plain", "text/html"]

RejectionReason = Literal[
    "missing",  # the path does not exist or cannot be opened
    "empty",
    "binary",
    "too_large",
    "unsupported",  # a kind of file that no reader knows
    "missing_extra",  # an optional dependency is needed that is not installed; the detail names it
    "no_article",  # furniture only
    "error_page",  # "not found", "access denied"
    "consent",  # it asks for consent and shows no article
    "paywall",  # it withholds its article and shows nothing of it
    "index",  # a front page or a list of pages
    "no_date",
    "future_date",
    "not_allowed",  # robots.txt or the site refuses it to be fetched
    "unreachable",  # the site did not answer, or with an error
    "private_address",  # the address of a machine that is not on the public network
    "too_slow",  # reading it took longer than any page may take
    "removed",  # somebody took it out of the chronicle for good
    "failed",  # the reader itself failed; the detail names the error
]


class Page(msgspec.Struct, frozen=True, kw_only=True):
    """One captured page: bytes as received, with where they came from.

    `id` is made from the content (and the URL, where the source gives one). `encoding` is what the bytes were
    found to be written in. `header_date` and `header_title` come from a first line ` date YYYY-MM-DD HEADLINE`, which
    stays part of the content: line 1 of the page; or from the columns of a table, a feed, a document's metadata, or
    whoever gave the page: `date_basis` tells header line, data that came with the page, and the caller's word apart.
    `source` is the publisher that a table or feed names. `captured` is when an archive took the page: it was published
    by then. `media` is recognised from the content, not only from the name.
    """

    id: str
    location: str
    name: str
    media: Media
    content: bytes
    encoding: str = "utf-8"
    url: str | None = None
    header_date: datetime.date | None = None
    header_title: str | None = None
    date_basis: DateBasis = "header"
    source: str | None = None
    captured: datetime.datetime | None = None

    @property
    def text(self) -> str:
        """The content decoded; bytes that do not fit the encoding become U+FFFD; line ends become "\\n"."""
        decoded = self.content.decode(self.encoding, "replace")
        return decoded.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


class Rejection(msgspec.Struct, frozen=True, kw_only=True):
    """A source that gave no article, and why. `detail` says it in words, with the way out where there is one."""

    location: str
    reason: RejectionReason
    detail: str
    page_id: str | None = None
