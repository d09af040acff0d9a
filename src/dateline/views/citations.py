"""How a page is cited: publisher, agency, day."""

import datetime
from collections.abc import Iterable
from typing import Self
from urllib.parse import urlsplit

import msgspec

from dateline.store import PageSummary
from dateline.views.dates import short_day

UNNAMED = "unnamed outlet"


class Source(msgspec.Struct, frozen=True, kw_only=True):
    """What the lists need to know of a page. `agency` is whose dispatch it carries, where the page says so."""

    page: str
    title: str
    published: datetime.date
    publisher: str | None = None
    agency: str | None = None
    url: str | None = None
    location: str

    @classmethod
    def of(cls, page: PageSummary) -> Self:
        """The source that a page of the store is. Raises ValueError where the page was rejected and so has no date."""
        if page.published is None:
            raise ValueError(f"page {page.id} was never read")
        return cls(
            page=page.id,
            title=page.title or page.name,
            published=datetime.date.fromisoformat(page.published[:10]),
            publisher=page.publisher,
            agency=page.agency,
            url=page.url,
            location=page.location,
        )

    @property
    def outlet(self) -> str:
        """Publisher with the agency it carries, `CTV News (AP)`; the site where the page names no publisher."""
        outlet = self.publisher or site(self.url) or UNNAMED
        return f"{outlet} ({self.agency})" if self.agency and self.agency != outlet else outlet

    @property
    def cited(self) -> str:
        """`CTV News (AP), 17 Sep 2023`; a page of no known outlet is `page of 13 Apr 2024 (AP)`."""
        day = short_day(self.published)
        if self.publisher or site(self.url):
            return f"{self.outlet}, {day}"
        return f"page of {day} ({self.agency})" if self.agency else f"page of {day}"


def site(url: str | None) -> str | None:
    """The host of an address without `www.`; None where there is none."""
    try:
        host = urlsplit(url or "").hostname
    except ValueError:
        return None
    return host.removeprefix("www.") if host else None


def labels(pages: Iterable[str]) -> dict[str, str]:
    """`S1`, `S2` … for pages, in the order in which they are first named."""
    return {page: f"S{number}" for number, page in enumerate(dict.fromkeys(pages), start=1)}
