"""Which entries a row of another list leads to: what is reported within a statement, what an expectation is of."""

from array import array
from collections.abc import Iterable, Sequence

import msgspec
import numpy as np
from numpy.typing import NDArray

from dateline.views.columns import Columns
from dateline.views.values import Mask


class Ordered(msgspec.Struct, frozen=True):
    """Rows in order: their ids, the number of each (-1: it leads nowhere), and whether each fits by itself."""

    ids: Sequence[str]
    numbers: NDArray[np.int64]
    own: Mask


class Leads:
    """The entries of each row that has any. `numbers` gives the number of a row by its id."""

    def __init__(self, pairs: Iterable[tuple[str, str]], columns: Columns) -> None:
        """`pairs` are the ids of rows, each with that of an entry."""
        self.numbers: dict[str, int] = {}
        rows, entries = array("i"), []
        for row, entry in pairs:
            rows.append(self.numbers.setdefault(row, len(self.numbers)))
            entries.append(entry)
        known, self._positions = columns.positions(entries)
        self._rows = np.array(rows, dtype=np.int32)[known]

    def ordered(self, rows: Sequence[tuple[str, bool]]) -> Ordered:
        """Ids of rows, each with whether it fits by itself, with their numbers."""
        numbers = np.fromiter((self.numbers.get(id, -1) for id, _ in rows), dtype=np.int64, count=len(rows))
        own = np.fromiter((mine for _, mine in rows), dtype=bool, count=len(rows))
        return Ordered([id for id, _ in rows], numbers, own)

    def fitting(self, mask: Mask) -> Mask:
        """For each number whether an entry of the mask is among the row's; at the end False, for what has no number."""
        fits = np.zeros(len(self.numbers) + 1, dtype=bool)
        fits[self._rows[mask[self._positions]]] = True
        return fits
