"""Claims: an allegation with its denials, confirmations, repetitions and retractions, across pages and years.

Two statements are about one claim when they share enough of their rarer words and do not name other parties; nothing is
counted over the chronicle. Only those that share two of their rarest words are compared, so that a page that is added
touches nothing else: see `claiming.py`, which keeps claims page by page.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import combinations

import msgspec

from dateline.merging.voices import Voice
from dateline.records import Claim, ClaimVoice, content_id

CONTESTED = frozenset({"alleged", "denied", "retracted"})
OPEN = CONTESTED | {"possible"}
SHARED_WORDS = 2
"""Stems that two statements of one claim have in common, at least."""
RAREST = 6
"""Stems of a statement of which two must be among those of the other: its rarest."""
ALIKE = 0.42
"""Share of the rarity of the shorter statement's words that the other has too, for two that take sides."""
REPEATED = 0.6
"""The same for a statement that only says it."""


def is_open(voice: Voice) -> bool:
    """Whether the statement takes a side, so that others may belong to it."""
    return voice.voice.position in OPEN and not voice.points_back and len(voice.words) >= SHARED_WORDS


def keys(voice: Voice) -> list[str]:
    """What a statement is found by: each two of its rarest stems."""
    if voice.points_back:
        return []
    rarest = sorted(voice.words, key=lambda word: (-voice.words[word], word))[:RAREST]
    return [f"{a} {b}" for a, b in combinations(sorted(rarest), SHARED_WORDS)]


def belong(a: Voice, b: Voice) -> bool:
    """Whether two statements, one of which takes a side, may be about one claim."""
    return alikeness(a, b) >= (ALIKE if is_open(a) and is_open(b) else REPEATED)


def alikeness(a: Voice, b: Voice) -> float:
    """How much of what the shorter of two statements says the other says too, in 0..1; 0 where they name others."""
    shared = a.words.keys() & b.words.keys()
    if len(shared) < SHARED_WORDS or (a.names and b.names and not a.names & b.names):
        return 0.0
    least = min(sum(a.words.values()), sum(b.words.values()))
    return sum(max(a.words[word], b.words[word]) for word in shared) / least if least else 0.0


def grouped(told: Mapping[str, Voice], likes: Mapping[str, Collection[str]]) -> Iterator[tuple[Claim, list[str]]]:
    """The claims of statements (by name) that belong together, each with the names of its voices.

    Those that take sides come first, in order of time, each to the one most like it; then those that only repeat it.
    A claim has a voice that alleges, denies or takes back, or two that hold it possible.
    """
    order = sorted(told, key=lambda name: in_order(told[name]))
    groups: list[list[str]] = []
    home: dict[str, int] = {}
    for name in (name for name in order if is_open(told[name])):
        best = _most_alike(name, told, [other for other in likes.get(name, ()) if other in home])
        home[name] = home[best] if best is not None else len(groups)
        if best is None:
            groups.append([])
        groups[home[name]].append(name)
    for name in (name for name in order if not is_open(told[name])):
        best = _most_alike(name, told, [other for other in likes.get(name, ()) if other in home])
        if best is not None:
            groups[home[best]].append(name)
    for group in groups:
        names = sorted(group, key=lambda name: in_order(told[name]))
        claim = _claim([told[name] for name in names])
        if _counts(claim):
            yield claim, names


def _most_alike(name: str, told: Mapping[str, Voice], others: Sequence[str]) -> str | None:
    """The one of some statements most like this one, the earliest of those alike."""
    earliest = sorted(others, key=lambda other: in_order(told[other]))
    return max(earliest, key=lambda other: alikeness(told[name], told[other]), default=None)


def in_order(voice: Voice) -> tuple[object, ...]:
    """Order of time, then of pages and their words."""
    v = voice.voice
    return (v.published, v.page_id, v.span.start, v.span.end, v.statement)


def _claim(group: Sequence[Voice]) -> Claim:
    contested = any(voice.voice.position in OPEN for voice in group if not voice.negated)
    sides = [_side(voice, contested) for voice in group]
    first = next((v for v in group if v.voice.position in ("alleged", "possible")), group[0])
    once = {(v.page_id, v.speakers, v.position): v for v in reversed(sides)}
    kept = tuple(v for v in sides if once[v.page_id, v.speakers, v.position] is v)
    return Claim(id=content_id("claim", group[0].voice.statement), words=first.said, voices=kept)


def _side(voice: Voice, contested: bool) -> ClaimVoice:
    """The voice with its side: who says that it is not so denies it, where others hold that it is."""
    if voice.negated and contested and voice.voice.position in ("said", "confirmed"):
        return msgspec.structs.replace(voice.voice, position="denied")
    return voice.voice


def _counts(claim: Claim) -> bool:
    taken = [voice.position for voice in claim.voices]
    return bool(CONTESTED & set(taken)) or len([p for p in taken if p == "possible"]) > 1
