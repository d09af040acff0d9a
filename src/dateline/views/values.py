"""One field of many entries as arrays: which entries have which values, counted and found in milliseconds."""

from array import array
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from functools import cached_property
from typing import Self

import numpy as np
from numpy.typing import NDArray

from dateline.store import folded

Mask = NDArray[np.bool_]
Positions = NDArray[np.int32]


class Gathering:
    """Values of entries, given one entry after the other."""

    def __init__(self, codes: dict[str, int]) -> None:
        self.codes = codes
        self.rows = array("i")
        self.values = array("i")
        self.size = 0

    def add(self, names: Iterable[str]) -> None:
        """The values of the next entry."""
        for name in dict.fromkeys(names):
            self.rows.append(self.size)
            self.values.append(self.codes.setdefault(name, len(self.codes)))
        self.size += 1


class Values:
    """The values of one field. An entry has none, one or several, each once. Never changed once made."""

    def __init__(self, size: int, rows: Positions, values: Positions, codes: dict[str, int]) -> None:
        """`rows` and `values` go together: the entry at a row has the value of that code."""
        self._size = size
        self._rows = rows
        self._values = values
        self._codes = codes
        self.names = tuple(codes)

    @classmethod
    def none(cls) -> Self:
        """The values of no entries."""
        return cls(0, _NO_ROWS, _NO_ROWS, {})

    def gathering(self) -> "Gathering":
        """Takes the values of entries that are to stand behind these."""
        return Gathering(dict(self._codes))

    def moved(self, places: Positions, start: int, more: "Gathering") -> Self:
        """These values with every entry at another place (-1 takes it away), and those gathered, from `start` on."""
        moved = places[self._rows]
        stay = moved >= 0
        return type(self)(
            start + more.size,
            np.concatenate([moved[stay], start + np.array(more.rows, dtype=np.int32)]),
            np.concatenate([self._values[stay], np.array(more.values, dtype=np.int32)]),
            more.codes,
        )

    def sorted_by(self, places: Positions) -> Self:
        """These values with every entry at another place."""
        return type(self)(self._size, places[self._rows], self._values, self._codes)

    def having(self, name: str) -> Mask:
        """The entries with a value."""
        return self.having_any((name,))

    def having_any(self, names: Iterable[str]) -> Mask:
        """The entries with one of the values."""
        fitting = np.zeros(len(self.names), dtype=bool)
        fitting[[self._codes[name] for name in names if name in self._codes]] = True
        return self._with(fitting)

    def fitting(self, fits: Callable[[str], bool]) -> Mask:
        """The entries with a value that fits, asked of each value with its name folded."""
        return self._with(self._which(fits))

    def named(self, wanted: str, bearers: Collection[str]) -> Mask:
        """The entries with a name that fits, by the first rule that finds anything: see `dateline.store.Filters`.

        `bearers` are the folded canonical names of all who bear the name.
        """
        text = folded(wanted)
        rules: tuple[Callable[[str], bool], ...] = (
            lambda key: key == text,
            lambda key: key in bearers or f" {text} " in f" {key} ",
            lambda key: text in key,
        )
        for rule in rules:
            found = self._which(rule) & self._used
            if found.any():
                return self._with(found)
        return np.zeros(self._size, dtype=bool)

    def counts(self, mask: Mask, most: int | None = None) -> list[tuple[str, int]]:
        """How many of the entries in the mask have each value: the most frequent, ties in order of the alphabet."""
        counted = np.bincount(self._values[mask[self._rows]], minlength=len(self.names))
        met = np.flatnonzero(counted)
        # One number a value, so that they can be parted without sorting all: more is better, then earlier in order.
        weight = counted[met] * (len(self.names) + 1) - self._alphabetical[met]
        best = met[np.argpartition(-weight, most)[:most]] if most is not None and len(met) > most else met
        found = [(self.names[code], int(counted[code])) for code in best]
        return sorted(found, key=lambda pair: (-pair[1], pair[0]))

    def names_in(self, mask: Mask) -> list[str]:
        """The values that the entries of the mask have."""
        met = np.unique(self._values[mask[self._rows]])
        return [self.names[code] for code in met.tolist()]

    def pairs(self, mask: Mask) -> Iterator[tuple[int, str]]:
        """The entries of the mask with each of their values."""
        inside = mask[self._rows]
        for row, code in zip(self._rows[inside].tolist(), self._values[inside].tolist(), strict=True):
            yield row, self.names[code]

    def together(self, names: Sequence[str], mask: Mask) -> list[list[int]]:
        """In how many entries of the mask each two of these values stand together."""
        places = np.full(len(self.names), -1, dtype=np.int32)
        places[[self._codes[name] for name in names]] = np.arange(len(names))
        inside = mask[self._rows]
        which, rows = places[self._values[inside]], self._rows[inside]
        _, columns = np.unique(rows, return_inverse=True)
        having = np.zeros((len(names), len(rows)), dtype=np.float32)
        having[which[which >= 0], columns[which >= 0]] = 1
        counted: list[list[int]] = (having @ having.T).astype(np.int64).tolist()
        return counted

    def extents(self, first: Positions, last: Positions) -> Iterator[tuple[str, int, int, int]]:
        """Each value with how many entries have it, and the least and greatest of their days (-1: none is dated)."""
        dated = self._rows[first[self._rows] >= 0]
        codes = self._values[first[self._rows] >= 0]
        least = np.full(len(self.names), _NEVER, dtype=np.int32)
        most = np.full(len(self.names), -1, dtype=np.int32)
        np.minimum.at(least, codes, first[dated])
        np.maximum.at(most, codes, last[dated])
        counted = np.bincount(self._values, minlength=len(self.names))
        for name, count, begin, end in zip(self.names, counted.tolist(), least.tolist(), most.tolist(), strict=True):
            if count:
                yield name, count, begin if begin != _NEVER else -1, end

    @cached_property
    def _keys(self) -> Sequence[str]:
        return [folded(name) for name in self.names]

    @cached_property
    def _used(self) -> Mask:
        used: Mask = np.bincount(self._values, minlength=len(self.names)) > 0
        return used

    @cached_property
    def _alphabetical(self) -> NDArray[np.int64]:
        """The place of each value in the order of the alphabet."""
        places = np.empty(len(self.names), dtype=np.int64)
        places[sorted(range(len(self.names)), key=self.names.__getitem__)] = np.arange(len(self.names))
        return places

    def _which(self, fits: Callable[[str], bool]) -> Mask:
        return np.fromiter(map(fits, self._keys), dtype=bool, count=len(self.names))

    def _with(self, fitting: Mask) -> Mask:
        mask = np.zeros(self._size, dtype=bool)
        if len(self.names):
            mask[self._rows[fitting[self._values]]] = True
        return mask


_NEVER = np.iinfo(np.int32).max
_NO_ROWS: Positions = np.empty(0, dtype=np.int32)
