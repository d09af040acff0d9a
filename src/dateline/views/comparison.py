"""What differs between texts: versions of a page, or any two pages."""

from collections.abc import Callable, Sequence
from itertools import pairwise

import msgspec

from dateline.errors import UsageError
from dateline.records import Reading
from dateline.syndication import Change, changes
from dateline.views.citations import Source


class Comparison(msgspec.Struct, frozen=True, kw_only=True):
    """Two texts and what the later changed; `changes` is empty where their sentences are the same."""

    before: Source
    after: Source
    changes: tuple[Change, ...]


def comparisons(
    pages: Sequence[str], source: Callable[[str], Source], reading: Callable[[str], Reading]
) -> tuple[Comparison, ...]:
    """Each page (by id) against the one before it."""
    return tuple(
        Comparison(before=source(a), after=source(b), changes=tuple(changes(reading(a), reading(b))))
        for a, b in pairwise(pages)
    )


def named_page(name: str, sources: Sequence[Source]) -> Source:
    """The page that an id, its beginning, an address or a location names.

    Of several captures at one address the first published. Raises UsageError where it names none, or several.
    """
    exact = [source for source in sources if name in (source.page, source.url, source.location)]
    if exact:
        return exact[0]
    begun = [source for source in sources if source.page.startswith(name.strip().lower())]
    if len(begun) == 1:
        return begun[0]
    what = "several pages have ids that begin with" if begun else "no page that was read has the id or address"
    raise UsageError(f"{what} {name}; `dateline syndication CHRONICLE` and `dateline export CHRONICLE json` name pages")
