"""What differs between texts: versions of a page, or any two pages."""

from collections.abc import Callable, Sequence
from itertools import pairwise

import msgspec

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
