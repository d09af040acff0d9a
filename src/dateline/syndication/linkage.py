"""Average linkage (Sokal and Michener, 1958): the clusters that are most alike on average become one, until none are.

The mean likeness of two clusters of vectors is the product of their sums over that of their sizes, so that no matrix of
all pairs is needed. Clusters join in the order of nearest-neighbour chains (Benzécri, 1982; Juan, 1982), which for
average linkage gives the same clusters as joining the most alike of all first.
"""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Row = tuple[NDArray[np.intp], NDArray[np.float64]]
    """The places of a vector that are not 0, in order, and what stands there."""


def average_linkage(vectors: Sequence[Mapping[str, float]], least: float) -> list[int]:
    """A cluster number for each vector, counting up in order of the vectors; likeness is their product.

    Clusters join while their mean likeness is `least` or more (above 0). Likeness is rounded to twelve digits, so that
    the arithmetic of one machine or another decides nothing; of equals the earliest is the nearest. Takes memory for
    the vectors alone.
    """
    clusters = _Clusters(vectors)
    chain: list[int] = []
    for start in range(len(vectors)):
        if not chain and clusters.sizes[start]:
            chain.append(start)
        while chain:
            nearest = clusters.nearest(chain[-1], least, chain[-2] if len(chain) > 1 else None)
            if nearest is None:
                clusters.finish(chain.pop())
            elif len(chain) > 1 and nearest == chain[-2]:
                kept, gone = sorted((chain.pop(), chain.pop()))
                clusters.join(kept, gone)
                chain = chain or [kept]
            else:
                chain.append(nearest)
    numbers = {cluster: number for number, cluster in enumerate(dict.fromkeys(clusters.home))}
    return [numbers[cluster] for cluster in clusters.home]


class _Clusters:
    """Clusters, each known by its first row. `sizes` are 0 of those that are done with."""

    def __init__(self, vectors: Sequence[Mapping[str, float]]) -> None:
        import numpy as np

        places = {word: place for place, word in enumerate(sorted({word for vector in vectors for word in vector}))}
        rows = [sorted((places[word], value) for word, value in vector.items()) for vector in vectors]
        self.sizes = np.ones(len(rows))
        self.home = list(range(len(rows)))
        self._members = [[number] for number in self.home]
        self._sums: list[Row] = [(np.array([p for p, _ in row], int), np.array([v for _, v in row])) for row in rows]
        self._postings = _postings(self._sums, len(places))
        self._homes = np.arange(len(rows))

    def nearest(self, cluster: int, least: float, before: int | None) -> int | None:
        """The cluster that is most alike, None where none is enough; of equals the one `before`, else the earliest."""
        import numpy as np

        places, values = self._sums[cluster]
        at, beside = self._postings
        rows = [at[place] for place in places]
        if not rows:
            return None
        shares = np.concatenate([beside[place] * value for place, value in zip(places, values, strict=True)])
        likeness = np.bincount(self._homes[np.concatenate(rows)], shares, len(self.sizes))
        with np.errstate(divide="ignore", invalid="ignore"):
            likeness = np.where(self.sizes > 0, np.round(likeness / (self.sizes * self.sizes[cluster]), 12), -1.0)
        likeness[cluster] = -1.0
        best = int(likeness.argmax())
        if likeness[best] < least:
            return None
        return before if before is not None and likeness[before] == likeness[best] else best

    def join(self, kept: int, gone: int) -> None:
        import numpy as np

        for member in self._members[gone]:
            self.home[member] = kept
        self._homes[self._members[gone]] = kept
        self._members[kept] += self._members[gone]
        self.sizes[kept] += self.sizes[gone]
        self.sizes[gone] = 0
        places, back = np.unique(np.concatenate([self._sums[n][0] for n in (kept, gone)]), return_inverse=True)
        values = np.concatenate([self._sums[n][1] for n in (kept, gone)])
        self._sums[kept] = (places, np.bincount(back, values, len(places)))
        self._sums[gone] = (places[:0], values[:0])

    def finish(self, cluster: int) -> None:
        """Nothing will ever be alike enough to it: what joins only becomes less alike to others."""
        self.sizes[cluster] = 0


def _postings(rows: "Sequence[Row]", places: int) -> "tuple[list[NDArray[np.intp]], list[NDArray[np.float64]]]":
    """For each place the rows that have something there, and what."""
    import numpy as np

    if not places:
        return [], []
    at = np.concatenate([row[0] for row in rows])
    order = np.argsort(at, kind="stable")
    borders = np.searchsorted(at[order], np.arange(1, places))
    numbers = np.repeat(np.arange(len(rows)), [len(row[0]) for row in rows])[order]
    return np.split(numbers, borders), np.split(np.concatenate([row[1] for row in rows])[order], borders)
