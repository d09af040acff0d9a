"""Texts as sets of shingles: hashes of five words in a row, letters only in one case and form."""

import re
import unicodedata
from collections.abc import Sequence

WORDS = 5
"""Words of a shingle: fewer meet by chance, more break at every edited word."""

_WORD = re.compile(r"\w+")

Shingles = frozenset[int]


def plain_words(text: str) -> list[str]:
    """The words of a text, whatever their case, width and accents are written with."""
    return _WORD.findall(unicodedata.normalize("NFKC", text).casefold())


def phrases(text: str) -> list[str]:
    """Every five words in a row, each once, in order; nothing for a shorter text."""
    words = plain_words(text)
    return list(dict.fromkeys(map(" ".join, zip(*(words[shift:] for shift in range(WORDS)), strict=False))))


def shingles(texts: Sequence[str]) -> list[Shingles]:
    """The shingles of each text as hashes of 64 bits."""
    from rensa import RMinHash

    return [frozenset(found) for found in RMinHash.hash_token_sets([phrases(text) for text in texts])]


def jaccard(a: Shingles, b: Shingles) -> float:
    """Share of the shingles of both that they have in common; 0 of nothing."""
    common = len(a & b)
    return common / (len(a) + len(b) - common) if common else 0.0


def containment(a: Shingles, b: Shingles) -> float:
    """Share of the shingles of the shorter text that stand in the longer one; 0 of nothing."""
    common = len(a & b)
    return common / min(len(a), len(b)) if common else 0.0
