"""How fast pages are checked for copies against a million known ones, and the memory that takes; on one core.

    python benchmarks/near_duplicates.py [--known N] [--pages N] [--rounds N]

All pages are generated, with some 400 shingles as a page of 400 words has. Of the known ones 10,000 are text, the rest
random signatures. One new page in ten is a copy of a known one with its last three tenths written anew. Shown are the
memory of the index, pages checked a second (from signatures, and from text), the copies found, and how many candidates
a page has. Time of the processor, of several rounds the fastest. The goal is 5,000 pages a second, from text.
"""

import argparse
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
from rensa import RMinHash

from dateline.syndication import DuplicateIndex, signatures
from dateline.syndication.duplicates import SEED, SLOTS

GOAL = 5_000
WORDS = 404
VOCABULARY = 20_000
KEPT = 0.7
TEXTS = 10_000
AT_ONCE = 10_000


def texts(random: np.random.Generator, pages: int) -> list[str]:
    """Pages of words drawn at random."""
    return [" ".join(f"word{n}" for n in row) for row in random.integers(0, VOCABULARY, size=(pages, WORDS))]


def rewritten(random: np.random.Generator, known: Sequence[str], pages: int) -> list[str]:
    """New pages; every tenth begins as the known page of its number does."""
    new, kept = texts(random, pages), int(WORDS * KEPT)
    for number in range(0, min(pages, len(known)), 10):
        new[number] = " ".join(known[number].split()[:kept] + new[number].split()[kept:])
    return new


def filled(random: np.random.Generator, known: Sequence[str], total: int) -> DuplicateIndex:
    """An index of the known texts, numbered from 0, and of random signatures up to the total."""
    index = DuplicateIndex()
    index.add(signatures(known))
    for start in range(len(known), total, AT_ONCE):
        hashes = random.integers(0, 2**64, size=AT_ONCE * WORDS, dtype=np.uint64)
        offsets = np.arange(0, len(hashes) + 1, WORDS, dtype=np.uint64)
        matrix = RMinHash.digest_matrix_from_flat_token_hashes(hashes, offsets, SLOTS, SEED)
        index._lookup.insert_matrix(matrix, start)  # of whole pages it would take an hour
    return index


def fastest(rounds: int, run: Callable[[], object]) -> float:
    """Seconds of the fastest round."""
    seconds = []
    for _ in range(rounds):
        began = time.process_time()
        run()
        seconds.append(time.process_time() - began)
    return min(seconds)


def resident() -> float:
    """Memory of this process in megabytes."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * 4096 / 1e6


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description="Checking pages for copies.")
    parser.add_argument("--known", type=int, default=1_000_000)
    parser.add_argument("--pages", type=int, default=10_000)
    parser.add_argument("--rounds", type=int, default=3)
    given = parser.parse_args(arguments)
    random = np.random.default_rng(1)
    known = texts(random, min(TEXTS, given.known))
    new = rewritten(random, known, given.pages)
    before = resident()
    index = filled(random, known, given.known)
    print(f"{given.known:,} known pages: {resident() - before:,.0f} MB")
    signed = signatures(new)
    speed = given.pages / fastest(given.rounds, lambda: index.candidates(signed))
    print(f"check: {speed:,.0f} pages a second")
    whole = given.pages / fastest(given.rounds, lambda: index.candidates(signatures(new)))
    print(f"check, from text: {whole:,.0f} pages a second (goal {GOAL:,})")
    found = index.candidates(signed)
    copied = range(0, min(given.pages, len(known)), 10)
    print(f"copies found: {sum(number in found[number] for number in copied)} of {len(copied)}")
    print(f"candidates a page: {sum(map(len, found)) / given.pages:.2f}")
    return 0 if whole >= GOAL else 1


if __name__ == "__main__":
    sys.exit(main())
