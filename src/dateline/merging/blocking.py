"""Which reports are compared at all: those that meet under a key.

A report holds keys and asks for keys; two reports meet where one asks for what the other holds. Keys say what both must
share by the rules of `comparison.py`: the kind of event and a party, on the same days; or nearly the same sentence. A
day asks for the days beside it too, for pages contradict each other by a day. Days and longer times are kept apart, so
that the days of a month do not all meet. Copied sentences meet under a pair of hashes of their words (bands of MinHash;
A. Broder, "On the resemblance and containment of documents", 1997). What two pages are mainly about meets under the
words that weigh most in both.

Under one key the earliest WIDTH reports meet all that ask for it; later ones meet the earliest only. So the cost of one
page is bounded, and which reports meet follows from the reports alone, whatever the order in which they came.
"""

import datetime
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping
from itertools import batched
from zlib import crc32

from dateline.merging.candidates import Candidate
from dateline.merging.shelf import Kind, Shelf
from dateline.records import Interval
from dateline.syndication import rarity

WIDTH = 64
"""Reports under one key that meet everything that asks for it."""
LONGEST_DAYS = 400
"""A longer time says too little to be compared."""
BANDS = 8
"""Pairs of smallest hashes of a sentence's words: of sentences that share three words in four, 1 pair in 700 shares
none."""
PRIME = (1 << 61) - 1
HASHES = tuple((pow(5, 97 * row + 61, PRIME), pow(7, 89 * row + 53, PRIME)) for row in range(2 * BANDS))
"""Factor and term of each hash of a word."""
MASK = 0xFFFFFFFF
STEM = 4
"""Letters from which on a verb loses its last one before its endings."""
RARE = 2.5
"""Rarity (natural logarithm) from which a word is hashed: one on fewer than one page of news in twelve."""
COPIED_WORDS = 6
"""Longer words that a sentence needs to be recognised by them."""

STORY_WORDS = 12
"""Words of a page, the heaviest, under which its main event stands."""

Keys = dict[str, tuple[str, ...]]
"""The keys that a report holds, each with the keys whose holders ask for it (those it asks for too)."""
Blocks = dict[str, list[str]]
"""What stands under keys, the first WIDTH and one."""


def keys(candidate: Candidate) -> Keys:
    """What a report is found by."""
    found: Keys = {}
    for stem in _stems(candidate):
        found.update(_timed(candidate, stem))
        # A headline and its story: days do not count.
        mine, other = ("head", "body") if candidate.headline else ("body", "head")
        page = f"{stem}|{candidate.event.page_id}"
        found[f"{page}|{mine}"] = (f"{page}|{other}",)
    for key in _copied(candidate):
        found[key] = (key,)
    found.update(_storied(candidate))
    return found


def _stems(c: Candidate) -> list[str]:
    """Kind of event and a party: what all that are compared share."""
    kinds = {c.family}
    if c.event.type is not None and c.event.type != "CONSULT":
        kinds.add(c.event.type)
    return [f"{kind}|{party}" for kind in sorted(kinds) for party in sorted(c.parties)]


def _timed(c: Candidate, stem: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    stem = f"{stem}|{c.time_class}"
    earliest, latest = c.interval.earliest, c.interval.latest
    if earliest is None and latest is None:
        if c.time_class != "real":
            quarter = _quarter(c.published)
            yield f"{stem}|q{quarter}", tuple(f"{stem}|q{near}" for near in (quarter - 1, quarter, quarter + 1))
        return
    if earliest is None or latest is None or (latest - earliest).days >= LONGEST_DAYS:
        return
    months = [f"{month}" for month in _months(c.interval)]
    if earliest == latest:
        day = earliest.toordinal()
        yield f"{stem}|d{day}", tuple(f"{stem}|d{near}" for near in (day - 1, day, day + 1))
        yield f"{stem}|m{months[0]}", (f"{stem}|l{months[0]}",)
        return
    for month in months:
        yield f"{stem}|l{month}", (f"{stem}|m{month}", f"{stem}|l{month}")


def _storied(c: Candidate) -> Iterator[tuple[str, tuple[str, ...]]]:
    if c.lead is None or not c.interval.is_day or c.interval.earliest is None:
        return
    day = c.interval.earliest.toordinal()
    for word in c.lead.heaviest(STORY_WORDS):
        stem = f"{c.time_class}|story|{word}"
        yield f"{stem}|d{day}", tuple(f"{stem}|d{near}" for near in (day - 1, day, day + 1))


def _months(interval: Interval) -> range:
    """Months that an interval touches, counted from year 0."""
    if interval.earliest is None or interval.latest is None:
        return range(0)
    return range(_month(interval.earliest), _month(interval.latest) + 1)


def _month(day: datetime.date) -> int:
    return day.year * 12 + day.month - 1


def _quarter(day: datetime.date) -> int:
    return _month(day) // 3


def _copied(c: Candidate) -> Iterator[str]:
    # Without the words of every page, and without the verb: all sentences of a verb would meet under it.
    verb = c.event.lemma[:-1] if len(c.event.lemma) > STEM else c.event.lemma
    words = [crc32(w.encode()) for w in c.wording if rarity(w) >= RARE and not w.startswith(verb)]
    if len(c.wording) >= COPIED_WORDS and words:
        stem = crc32(f"{c.event.lemma}|{c.time_class}".encode())
        smallest = [min((factor * word + term) % PRIME for word in words) & MASK for factor, term in HASHES]
        for band, (one, two) in enumerate(batched(smallest, 2)):
            yield f"w{band}|{one ^ stem:08x}{two:08x}"


def enter(shelf: Shelf, held: Mapping[str, Keys]) -> tuple[set[str], Blocks]:
    """Put reports (by name) under their keys.

    Returns the reports beside them that may meet others than before, and what stands under the keys now.
    """
    counts = _changed(held, shelf.put)
    blocks = _blocks(shelf, _asked(held) | set(counts))
    return _moved(shelf, counts, blocks, WIDTH + 1) - held.keys(), blocks


def leave(shelf: Shelf, held: Mapping[str, Keys]) -> set[str]:
    """Take reports away. Returns the reports that may meet others than before."""
    counts = _changed(held, shelf.drop)
    return _moved(shelf, counts, _blocks(shelf, counts), WIDTH) - held.keys()


def met(shelf: Shelf, held: Mapping[str, Keys], known: Blocks) -> dict[str, set[str]]:
    """All reports that each of some reports meets, by name. `known` is what stands under some of the keys."""
    blocks = known | _blocks(shelf, _asked(held) - known.keys())
    found = {
        rid: {other for duals in own.values() for key in duals for other in blocks[key][:WIDTH]} - {rid}
        for rid, own in held.items()
    }
    crowded = {key for key, block in blocks.items() if len(block) > WIDTH}
    for rid, own in held.items() if crowded else ():
        for key, duals in own.items():
            beyond = sorted(crowded.intersection(duals))
            if beyond and rid in shelf.owners("block", [key], WIDTH).get(key, ()):
                found[rid] |= {other for block in shelf.owners("block", beyond).values() for other in block} - {rid}
    return found


def _asked(held: Mapping[str, Keys]) -> set[str]:
    return {key for own in held.values() for duals in own.values() for key in duals}


def _blocks(shelf: Shelf, keys: Collection[str]) -> Blocks:
    found = shelf.owners("block", sorted(keys), WIDTH + 1)
    return {key: found.get(key, []) for key in keys}


def _changed(held: Mapping[str, Keys], change: Callable[[Kind, list[tuple[str, str]]], None]) -> Counter[str]:
    pairs = [(key, rid) for rid, own in held.items() for key in own]
    change("block", pairs)
    return Counter(key for key, _ in pairs)


def _moved(shelf: Shelf, counts: Mapping[str, int], blocks: Blocks, full: int) -> set[str]:
    """Reports that others push behind the first WIDTH of a key, or let in again."""
    moved: set[str] = set()
    for key, count in counts.items():
        if len(blocks[key]) >= full:
            near = shelf.owners("block", [key], WIDTH + count)[key]
            moved.update(near[max(0, WIDTH - count) :])
    return moved
