"""The pages that were read, in memory: each as it is cited, in order of publication."""

from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Self

from dateline.errors import UsageError
from dateline.store import PageSummary, StoreReader, Written
from dateline.views.citations import Source


class Sources:
    """The pages of one state of a chronicle."""

    def __init__(self, published: Mapping[str, str], by_page: Mapping[str, Source]) -> None:
        """`published` has each page's time of publication, by which they are ordered."""
        self.by_page = by_page
        self._published = published

    @classmethod
    def of(cls, reader: StoreReader) -> Self:
        """All pages that were read."""
        return cls({}, {})._with(reader.pages(read_only=True))

    def renewed(self, written: Written, reader: StoreReader) -> Self:
        """The pages after some were written or taken away."""
        if not written.pages:
            return self
        left = type(self)(_without(self._published, written.pages), _without(self.by_page, written.pages))
        return left._with(reader.page_summaries(written.pages))

    @cached_property
    def listed(self) -> tuple[Source, ...]:
        """The pages in order of publication, then of id."""
        order = sorted(self._published, key=lambda page: (self._published[page], page))
        return tuple(map(self.by_page.__getitem__, order))

    def named(self, name: str) -> Source:
        """The page that an id, its beginning, an address or a location names.

        Of several captures at one address the first published. Raises UsageError where it names none, or several.
        """
        if name in self.by_page:
            return self.by_page[name]
        exact = next((source for source in self.listed if name in (source.url, source.location)), None)
        if exact is not None:
            return exact
        begun = [source for source in self.listed if source.page.startswith(name.strip().lower())]
        if len(begun) == 1:
            return begun[0]
        what = "several pages have ids that begin with" if begun else "no page that was read has the id or address"
        raise UsageError(
            f"{what} {name}; `dateline syndication CHRONICLE` and `dateline export CHRONICLE json` name pages"
        )

    def _with(self, pages: Iterable[PageSummary]) -> Self:
        read = [page for page in pages if page.published]
        published = {page.id: str(page.published) for page in read}
        return type(self)({**self._published, **published}, {**self.by_page, **{p.id: Source.of(p) for p in read}})


def _without[T](mapping: Mapping[str, T], gone: Iterable[str]) -> dict[str, T]:
    left = dict(mapping)
    for key in gone:
        left.pop(key, None)
    return left
