"""One field of many entries as arrays: which entries have which values, counted and found in milliseconds."""

from collections.abc import Callable, Iterable, Mapping

import numpy as np
from numpy.typing import NDArray

from dateline.store import folded

Mask = NDArray[np.bool_]


class Values:
    """The values of one field. An entry has none, one or several, each once."""

    def __init__(self, of_entries: Iterable[Iterable[str]]) -> None:
        codes: dict[str, int] = {}
        rows, values, size = [], [], 0
        for row, names in enumerate(of_entries):
            size = row + 1
            for name in dict.fromkeys(names):
                rows.append(row)
                values.append(codes.setdefault(name, len(codes)))
        self._size = size
        self._rows = np.asarray(rows, dtype=np.int32)
        self._values = np.asarray(values, dtype=np.int32)
        self.names = tuple(codes)

    def having(self, fits: Callable[[str], bool]) -> Mask:
        """The entries with a value that fits."""
        return self._with(np.fromiter((fits(name) for name in self.names), dtype=bool, count=len(self.names)))

    def named(self, wanted: str, bearers: Mapping[str, frozenset[str]]) -> Mask:
        """The entries with a name that fits, by the first rule that finds anything: see `dateline.store.Filters`.

        `bearers` gives for a folded name the folded full names of all who bear it.
        """
        text = folded(wanted)
        borne = bearers.get(text, frozenset())
        keys = [folded(name) for name in self.names]
        rules: tuple[Callable[[str], bool], ...] = (
            lambda key: key == text,
            lambda key: key in borne or f" {text} " in f" {key} ",
            lambda key: text in key,
        )
        for rule in rules:
            fitting = np.fromiter(map(rule, keys), dtype=bool, count=len(keys))
            if fitting.any():
                return self._with(fitting)
        return np.zeros(self._size, dtype=bool)

    def counts(self, mask: Mask) -> list[tuple[str, int]]:
        """How many of the entries in the mask have each value, the most frequent first; values of none are left out."""
        counted = np.bincount(self._values[mask[self._rows]], minlength=len(self.names))
        found = [(self.names[code], int(counted[code])) for code in np.flatnonzero(counted)]
        return sorted(found, key=lambda pair: (-pair[1], pair[0]))

    def _with(self, fitting: Mask) -> Mask:
        mask = np.zeros(self._size, dtype=bool)
        if len(self.names):
            mask[self._rows[fitting[self._values]]] = True
        return mask
