"""Which texts are copies of one another: candidates by MinHash, then every candidate is checked exactly.

Bands of one row (each slot of the signature is a band) find a copy cut down to a fifth too, whose likeness to the whole
is small: a pair of Jaccard likeness s is missed with probability (1 - s) ** 24, which is 1 in 200 at .2 and less than 1
in 5,000 at .3. Unlike texts that meet so cost one exact comparison. Nothing depends on the order of the texts.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from dateline.syndication.shingles import Shingles, containment, jaccard, phrases, shingles

if TYPE_CHECKING:
    from rensa import RMinHash

SLOTS = 24
"""Slots of a signature: 4 bytes each, one band each."""
SEED = 1
LIKE = 0.5
"""Jaccard likeness of the shingles of two texts that are copies."""
CONTAINED = 0.6
"""Share of a shortened copy's shingles that stand in the longer text."""
FEWEST = 20
"""Shingles that a text needs: a stub of two sentences may be a quotation that many carry."""


def are_copies(a: Shingles, b: Shingles) -> bool:
    """Whether two texts are copies, or one of them is a shortened copy of the other."""
    if min(len(a), len(b)) < FEWEST:
        return False
    return jaccard(a, b) >= LIKE or containment(a, b) >= CONTAINED


def signatures(texts: Sequence[str]) -> "list[RMinHash]":
    """The MinHash signature of each text's shingles."""
    from rensa import RMinHash

    return list(RMinHash.from_token_sets([phrases(text) for text in texts], SLOTS, SEED))


class DuplicateIndex:
    """Signatures of known texts, to be asked for the likes of others. Texts are numbered as they are added."""

    def __init__(self) -> None:
        from rensa import RMinHashLSH

        self._lookup = RMinHashLSH(LIKE, SLOTS, SLOTS)
        self._count = 0

    def add(self, new: "Sequence[RMinHash]") -> None:
        """Know these texts from now on."""
        self._lookup.insert_many(new, self._count)
        self._count += len(new)

    def candidates(self, asked: "Sequence[RMinHash]") -> list[list[int]]:
        """Numbers of the known texts that may be copies of each of these, in order."""
        return [sorted(found) for found in self._lookup.query_all(asked)]


def copies(texts: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Pairs of keys of texts that are copies, each pair once, in order of the keys."""
    keys = sorted(texts)
    bodies = [texts[key] for key in keys]
    index, signed, exact = DuplicateIndex(), signatures(bodies), shingles(bodies)
    index.add(signed)
    for number, found in enumerate(index.candidates(signed)):
        for other in found:
            if other > number and are_copies(exact[number], exact[other]):
                yield keys[number], keys[other]
