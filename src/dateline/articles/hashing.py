"""Words and lines of a page as numbers, all at once: equal runs of characters have equal hashes.

The hash of a run is the polynomial of its characters modulo 2**64, got for every run from one sum over the page.
"""

from collections.abc import Callable, Mapping
from functools import cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

type Hashes = NDArray[np.uint64]
type Numbers = NDArray[np.int64]

FACTOR = 0x9E3779B97F4A7C15
"""Odd, so that it has an inverse modulo 2**64."""
MIXER = 0xD6E8FEB86659FD93
"""Odd and large: words that differ in their first letter only have hashes that differ in their last bits only."""
SLOT_BITS = 17


class Hasher:
    """The hashes of any runs of some values."""

    def __init__(self, values: NDArray[np.unsignedinteger]) -> None:
        up, self._down = _powers(1 << max(10, len(values).bit_length()))
        self._sums = np.zeros(len(values) + 1, np.uint64)
        np.cumsum(values * up[: len(values)], out=self._sums[1:])

    def runs(self, starts: Numbers, ends: Numbers) -> Hashes:
        """The hashes of the half-open runs."""
        hashes: Hashes = (self._sums.take(ends) - self._sums.take(starts)) * self._down.take(starts)
        return hashes


@cache
def _powers(size: int) -> tuple[Hashes, Hashes]:
    """The powers of the factor and of its inverse, from the 0th on."""
    return _powers_of(FACTOR, size), _powers_of(pow(FACTOR, -1, 1 << 64), size)


def _powers_of(factor: int, size: int) -> Hashes:
    factors = np.full(size, factor, np.uint64)
    factors[0] = 1
    return np.cumprod(factors, dtype=np.uint64)


class Groups(NamedTuple):
    """Which of some hashes are equal: of each the number of its group, whether an equal one stands before it, and how
    many are equal to it, itself counted."""

    of: Numbers
    again: NDArray[np.bool_]
    sizes: Numbers


def group(hashes: Hashes) -> Groups:
    """The groups of equal hashes, of which there is at least one."""
    order = hashes.argsort()
    ordered = hashes[order]
    opens = np.empty(len(hashes), np.bool_)
    opens[0] = True
    np.not_equal(ordered[1:], ordered[:-1], out=opens[1:])
    at = np.flatnonzero(opens)
    of = np.empty(len(hashes), np.int64)
    of[order] = np.cumsum(opens) - 1
    again = np.ones(len(hashes), np.bool_)
    again[np.minimum.reduceat(order, at)] = False
    return Groups(of, again, np.bincount(of)[of])


class Lexicon:
    """Bits by the hash of a word, in a table where no two words share a slot."""

    def __init__(self, words: Mapping[str, int]) -> None:
        codes = np.array([ord(char) for word in words for char in word], np.uint64)
        lengths = np.array([len(word) for word in words])
        ends = np.cumsum(lengths)
        hashes = Hasher(codes).runs(ends - lengths, ends)
        factors = (np.uint64(MIXER * odd % (1 << 64)) for odd in range(1, 1 << 12, 2))
        self.factor = next(factor for factor in factors if _apart(_slots(hashes, factor)))
        slots = _slots(hashes, self.factor)
        self._hashes = np.zeros(1 << SLOT_BITS, np.uint64)
        self._bits = np.zeros(1 << SLOT_BITS, np.int64)
        self._hashes[slots] = hashes
        self._bits[slots] = list(words.values())

    def bits(self, hashes: Hashes) -> Numbers:
        """The bits of each hash, 0 for what is no word of the lexicon."""
        slots = _slots(hashes, self.factor)
        return np.where(self._hashes[slots] == hashes, self._bits[slots], 0)


def _slots(hashes: Hashes, factor: np.uint64) -> Numbers:
    return ((hashes * factor) >> np.uint64(64 - SLOT_BITS)).astype(np.int64)


def _apart(slots: Numbers) -> bool:
    return len(np.unique(slots)) == len(slots)


@cache
def lexicon_of(words: Callable[[], Mapping[str, int]]) -> Lexicon:
    """The lexicon of what a function gives, made once."""
    return Lexicon(words())
