"""A page that carries several dispatches makes no single story of them.

A text within a longer one is a shortened copy of it, unless the longer one holds several that have nothing to do with
each other: that is a roundup, and belongs to none of them.
"""

from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import TYPE_CHECKING

import msgspec

from dateline.syndication.components import Groups, components
from dateline.syndication.shingles import in_common

if TYPE_CHECKING:
    from dateline.syndication.shingles import Shingles

TOUCHING = 0.2
"""Share of the shorter text that two cuts of one dispatch have in common at least; two dispatches have nothing."""

MOST_PARTS = 40
"""Parts of a text that are not yet known to be one story; more of them are several."""


class Pair(msgspec.Struct, frozen=True, order=True):
    """Two texts by number. `alike` as wholes; else the first stands, shortened, in the second."""

    first: int
    second: int
    alike: bool


def without_roundups(pairs: Sequence[Pair], texts: "Sequence[Shingles]") -> Iterator[Pair]:
    """The pairs, without those of a roundup and what it carries. The same ones in any order of the pairs."""
    alike = [(pair.first, pair.second) for pair in pairs if pair.alike]
    families = components(range(len(texts)), alike)
    family_of = {number: family for family, numbers in enumerate(families) for number in numbers}
    within: dict[int, list[Pair]] = {}
    for pair in sorted(pairs):
        if pair.alike:
            yield pair
        else:
            within.setdefault(family_of[pair.second], []).append(pair)
    stories = Groups(range(len(families)))
    # The short ones first: what a long text holds may be a roundup itself.
    for family in sorted(within, key=lambda family: (max(len(texts[n]) for n in families[family]), family)):
        held = within[family]
        parts = {stories.root(family_of[pair.first]): pair.first for pair in held if family_of[pair.first] != family}
        rest = set(families[family]) - {pair.second for pair in held}
        if _one_story([*parts.values(), *sorted(rest)[:1]], texts):
            for part in parts:
                stories.join(family, part)
            yield from held


def _one_story(parts: Sequence[int], texts: "Sequence[Shingles]") -> bool:
    """Whether all of these texts touch each other, directly or over others."""
    if len(parts) > MOST_PARTS:
        return False
    groups = Groups(parts)
    for a, b in combinations(parts, 2):
        if in_common(texts[a], texts[b]) >= TOUCHING * min(len(texts[a]), len(texts[b])):
            groups.join(a, b)
    return len(groups.all()) <= 1
