"""Which texts are copies of one another: candidates by MinHash, then every candidate is checked exactly.

Bands of one row (each slot of the signature is a band) find a copy cut down to a fifth too, whose likeness to the whole
is small: a pair of Jaccard likeness s is missed with probability (1 - s) ** 24, which is 1 in 200 at .2 and less than 1
in 5,000 at .3. Unlike texts that meet so cost one exact comparison. Nothing depends on the order of the texts.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from dateline.syndication.roundups import Pair, without_roundups
from dateline.syndication.shingles import in_common, phrases, shingles

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from rensa import RMinHash

    from dateline.syndication.shingles import Shingles

SLOTS = 24
"""Slots of a signature: 4 bytes each, one band each."""
SEED = 1
TOKEN = "V8"
"""A hash as the bytes that rensa takes."""
CONTAINED = 0.6
"""Share of a shortened copy's shingles that stand in the longer text; two whole texts are copies where it is so both
ways. Texts half alike (a Jaccard likeness of .5 and more) are always above it."""
FEWEST = 20
"""Shingles that a text needs: a stub of two sentences may be a quotation that many carry."""


def are_copies(a: "Shingles", b: "Shingles") -> bool:
    """Whether two texts are copies, or one of them is a shortened copy of the other."""
    return _pair(0, 1, (a, b)) is not None


def signatures(texts: Iterable[str]) -> "list[RMinHash]":
    """The MinHash signature of each text's shingles."""
    return signatures_of(phrases(texts))


def signatures_of(found: "Iterable[NDArray[np.uint64]]") -> "list[RMinHash]":
    """As `signatures`, of shingles that are there."""
    from rensa import RMinHash

    return list(RMinHash.from_token_sets((row.view(TOKEN).tolist() for row in found), SLOTS, SEED))


class DuplicateIndex:
    """Signatures of known texts, to be asked for the likes of others. Texts are numbered as they are added."""

    def __init__(self) -> None:
        from rensa import RMinHashLSH

        self._lookup = RMinHashLSH(CONTAINED, SLOTS, SLOTS)
        self._count = 0

    def add(self, new: "Sequence[RMinHash]") -> None:
        """Know these texts from now on."""
        self._lookup.insert_many(new, self._count)
        self._count += len(new)

    def candidates(self, asked: "Sequence[RMinHash]") -> list[list[int]]:
        """Numbers of the known texts that may be copies of each of these, in order."""
        return [sorted(found) for found in self._lookup.query_all(asked)]


def copies(texts: Mapping[str, str]) -> list[tuple[str, str]]:
    """Pairs of keys of texts that are copies, each pair once, in order of the keys.

    A text that carries several dispatches is a copy of none of them.
    """
    keys = sorted(texts)
    exact = shingles(texts[key] for key in keys)
    found = (sorted((pair.first, pair.second)) for pair in without_roundups(list(_pairs(exact)), exact))
    return [(keys[a], keys[b]) for a, b in sorted(found)]


def near_copies(texts: Mapping[str, str]) -> list[tuple[str, str]]:
    """As `copies`, before it is asked which texts carry several dispatches: what says so may not be among them."""
    keys = sorted(texts)
    exact = shingles(texts[key] for key in keys)
    return sorted((keys[min(pair.first, pair.second)], keys[max(pair.first, pair.second)]) for pair in _pairs(exact))


def _pairs(exact: "Sequence[Shingles]") -> Iterator[Pair]:
    index, signed = DuplicateIndex(), signatures_of(exact)
    index.add(signed)
    for number, found in enumerate(index.candidates(signed)):
        for other in found:
            if other > number and (pair := _pair(number, other, exact)):
                yield pair


def _pair(a: int, b: int, exact: "Sequence[Shingles]") -> Pair | None:
    """How two texts are copies; None where they are none."""
    shorter, longer = sorted((a, b), key=lambda number: len(exact[number]))
    fewer, more = len(exact[shorter]), len(exact[longer])
    common = in_common(exact[a], exact[b]) if fewer >= FEWEST else 0
    if not common or common < CONTAINED * fewer:
        return None
    return Pair(shorter, longer, alike=common >= CONTAINED * more)
