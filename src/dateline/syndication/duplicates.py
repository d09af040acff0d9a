"""Which texts are copies of one another: candidates by MinHash, then every candidate is checked exactly.

Bands of one row (each slot of the signature is a band) find a copy cut down to a fifth too, whose likeness to the whole
is small: a pair of Jaccard likeness s is missed with probability (1 - s) ** 24, which is 1 in 200 at .2 and less than 1
in 5,000 at .3. Unlike texts that meet so cost one exact comparison. Nothing depends on the order of the texts.
"""

from collections.abc import Iterator, Mapping, Sequence

from dateline.syndication.shingles import Shingles, containment, jaccard, phrases, shingles

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


class DuplicateIndex:
    """Signatures of known texts, to be asked for the likes of a new one. Texts are numbered as they are added."""

    def __init__(self) -> None:
        from rensa import RMinHash, RMinHashLSH

        self._signatures = RMinHash
        self._index = RMinHashLSH(LIKE, SLOTS, SLOTS)
        self._count = 0

    def add(self, texts: Sequence[str]) -> None:
        """Know these texts from now on."""
        self.add_phrases([phrases(text) for text in texts])

    def add_phrases(self, sets: Sequence[Sequence[str]]) -> None:
        """Know texts whose shingles are given as words."""
        self._index.insert_many(self._signatures.from_token_sets(sets, SLOTS, SEED), self._count)
        self._count += len(sets)

    def candidates(self, texts: Sequence[str]) -> list[list[int]]:
        """Numbers of the known texts that may be copies of each of these, in order."""
        return self.candidates_of_phrases([phrases(text) for text in texts])

    def candidates_of_phrases(self, sets: Sequence[Sequence[str]]) -> list[list[int]]:
        """The same for texts whose shingles are given as words."""
        return [sorted(found) for found in self._index.query_all(self._signatures.from_token_sets(sets, SLOTS, SEED))]


def copies(texts: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Pairs of keys of texts that are copies, each pair once, in order of the keys."""
    keys = sorted(texts)
    bodies = [texts[key] for key in keys]
    index = DuplicateIndex()
    index.add(bodies)
    exact = shingles(bodies)
    for number, found in enumerate(index.candidates(bodies)):
        for other in found:
            if other > number and are_copies(exact[number], exact[other]):
                yield keys[number], keys[other]
