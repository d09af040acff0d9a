"""Texts as sets of shingles: hashes of five words in a row, whatever their case, width and accents are written with.

Words are hashed many texts at a time, as numbers: the polynomial hash of Rabin and Karp (1987) modulo 2**64, mixed at
the end as in SplitMix64 (Steele, Lea and Flood, 2014).
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Shingles = NDArray[np.uint64]
    """Hashes in order of their size, each once."""

WORDS = 5
"""Words of a shingle: fewer meet by chance, more break at every edited word."""
AT_ONCE = 1 << 15
"""Letters that are hashed together."""
BASIC = 1 << 16
"""Code points below are looked up in a table; there are few others."""
LETTER_FACTOR, WORD_FACTOR = 0x9E3779B97F4A7C15, 0xD1342543DE82EF95

_WORD = re.compile(r"\w+")


def plain_words(text: str) -> list[str]:
    """The words of a text in one case and form."""
    return _WORD.findall(_plain(text))


def phrases(texts: Iterable[str]) -> "Iterator[NDArray[np.uint64]]":
    """The hashes of every five words in a row of each text, in order; nothing for a shorter one."""
    plain: list[str] = []
    letters = 0
    for text in texts:
        plain.append(_plain(text))
        letters += len(plain[-1]) + 1
        if letters > AT_ONCE:
            yield from _phrases(plain)
            plain, letters = [], 0
    yield from _phrases(plain)


def shingles(texts: Iterable[str]) -> "list[Shingles]":
    """The shingles of each text."""
    import numpy as np

    return [_each_once(np.sort(found)) for found in phrases(texts)]


def in_common(a: "Shingles", b: "Shingles") -> int:
    """How many shingles two texts have in common."""
    import numpy as np

    few, many = sorted((a, b), key=len)
    places = np.searchsorted(many, few)
    return int(np.count_nonzero(many[np.minimum(places, len(many) - 1)] == few)) if len(few) else 0


def _each_once(ordered: "NDArray[np.uint64]") -> "Shingles":
    import numpy as np

    found: Shingles = ordered[np.diff(ordered, prepend=~ordered[:1]) != 0]
    return found


def _plain(text: str) -> str:
    return (text if text.isascii() else unicodedata.normalize("NFKC", text)).casefold()


def _phrases(texts: Sequence[str]) -> "Iterator[NDArray[np.uint64]]":
    import numpy as np

    if not texts:
        return
    words, ends = _hashed_words("\n".join(texts))
    borders = np.searchsorted(ends, np.cumsum([len(text) + 1 for text in texts]), side="right")
    hashes = _in_rows(words)
    for first, last in zip([0, *borders[:-1].tolist()], borders.tolist(), strict=True):
        yield hashes[first : max(last - WORDS + 1, first)]


def _hashed_words(text: str) -> "tuple[NDArray[np.uint64], NDArray[np.intp]]":
    """A hash of each word of a text, and where it ends."""
    import numpy as np

    codes = _letters(f" {text} ")
    borders = np.flatnonzero(np.diff(codes != 0))
    starts, ends = borders[::2], borders[1::2]
    powers, inverses = _powers(1 << len(codes).bit_length())
    sums = np.cumsum(codes * powers[: len(codes)])
    return _mixed((sums[ends] - sums[starts]) * inverses[starts]), ends


def _in_rows(words: "NDArray[np.uint64]") -> "NDArray[np.uint64]":
    """A hash of every five words in a row, by the first of them; the last four rows are of fewer."""
    import numpy as np

    rows = words.copy()
    for shift in range(1, WORDS):
        rows *= np.uint64(WORD_FACTOR)
        rows[:-shift] += words[shift:]
    return _mixed(rows)


def _letters(text: str) -> "NDArray[np.uint8] | NDArray[np.uint32]":
    """The code points of a text; 0 for each that belongs to no word, as `\\w` has it."""
    import numpy as np

    if text.isascii():
        return np.frombuffer(text.encode("ascii").translate(_only_letters()), dtype=np.uint8)
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    letters = _basic_letters()[np.minimum(codes, BASIC)]
    for place in np.flatnonzero(codes >= BASIC):
        letters[place] = codes[place] if _WORD.match(chr(codes[place])) else 0
    return letters


@cache
def _basic_letters() -> "NDArray[np.uint32]":
    """For each code point below BASIC itself, or 0 where it belongs to no word."""
    import numpy as np

    letters = np.zeros(BASIC + 1, dtype=np.uint32)
    for run in _WORD.finditer("".join(map(chr, range(BASIC)))):
        letters[run.start() : run.end()] = np.arange(run.start(), run.end(), dtype=np.uint32)
    return letters


@cache
def _only_letters() -> bytes:
    return bytes(code if code < 128 and _WORD.match(chr(code)) else 0 for code in range(256))


@lru_cache(maxsize=2)
def _powers(count: int) -> "tuple[NDArray[np.uint64], NDArray[np.uint64]]":
    """Powers of the factor and of its inverse, modulo 2**64."""
    import numpy as np

    factors = (LETTER_FACTOR, pow(LETTER_FACTOR, -1, 2**64))
    powers, inverses = (np.full(count, factor, dtype=np.uint64).cumprod(dtype=np.uint64) for factor in factors)
    return powers, inverses


def _mixed(values: "NDArray[np.uint64]") -> "NDArray[np.uint64]":
    import numpy as np

    for shift, factor in ((30, 0xBF58476D1CE4E5B9), (27, 0x94D049BB133111EB)):
        values = (values ^ (values >> np.uint64(shift))) * np.uint64(factor)
    mixed: NDArray[np.uint64] = values ^ (values >> np.uint64(31))
    return mixed
