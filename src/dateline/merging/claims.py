"""Claims: an allegation with its denials, confirmations, repetitions and retractions, across pages and years.

A pure function of the readings. Two statements are about one claim when they share enough of their rarer words and do
not name other parties; nothing is counted over the chronicle, and each statement is compared only with those that share
a word with it.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import chain

import msgspec

from dateline.merging.voices import Voice, voices
from dateline.records import Claim, ClaimVoice, Reading, content_id

CONTESTED = frozenset({"alleged", "denied", "retracted"})
OPEN = CONTESTED | {"possible"}
SHARED_WORDS = 2
"""Stems that two statements of one claim have in common, at least."""
ALIKE = 0.42
"""Share of the rarity of the shorter statement's words that the other has too, for two that take sides."""
REPEATED = 0.6
"""The same for a statement that only says it."""


def claims(readings: Iterable[Reading]) -> tuple[Claim, ...]:
    """The claims of some pages, in order of their first voice. The same readings in any order give the same claims.

    A claim has a voice that alleges, denies or takes back, or two that hold it possible.
    """
    return claims_of(voice for reading in readings for voice in voices(reading))


def claims_of(told: Iterable[Voice]) -> tuple[Claim, ...]:
    """The same, of the voices of pages in any order."""
    heard = sorted(told, key=_in_order)
    groups = _Groups()
    for voice in heard:
        if voice.points_back:
            groups.follow(voice)
        elif voice.voice.position in OPEN and len(voice.words) >= SHARED_WORDS:
            groups.put(voice, ALIKE, alone=True)
    for voice in heard:
        if voice.voice.position not in OPEN and not voice.points_back:
            groups.put(voice, REPEATED, alone=False)
    found = (_claim(sorted(group, key=_in_order)) for group in groups.all)
    return tuple(sorted((c for c in found if _counts(c)), key=lambda c: (c.voices[0].published, c.id)))


def _in_order(voice: Voice) -> tuple[object, ...]:
    v = voice.voice
    return (v.published, v.page_id, v.span.start, v.span.end, v.statement)


class _Groups:
    """Voices put together one by one, each with the group of the one most like it."""

    def __init__(self) -> None:
        self.all: list[list[Voice]] = []
        self._placed: list[tuple[Voice, int]] = []
        self._by_word: dict[str, list[int]] = defaultdict(list)

    def put(self, voice: Voice, least: float, *, alone: bool) -> None:
        """Add a voice where one is like it by at least so much, else (`alone`) to a group of its own."""
        shared = Counter(chain.from_iterable(self._by_word.get(word, ()) for word in voice.words))
        near = (self._placed[number] for number, words in shared.items() if words >= SHARED_WORDS)
        best = max(((alikeness(voice, other), -n) for other, n in near), default=(0.0, 0))
        if best[0] >= least:
            self._add(voice, -best[1])
        elif alone:
            self.all.append([])
            self._add(voice, len(self.all) - 1)

    def follow(self, voice: Voice) -> None:
        """Add a voice that only points back ("denied the allegation") to what its page alleged last."""
        for number, group in reversed(list(enumerate(self.all))):
            if group[-1].voice.page_id == voice.voice.page_id and group[-1].voice.position == "alleged":
                self.all[number].append(voice)
                return

    def _add(self, voice: Voice, number: int) -> None:
        self.all[number].append(voice)
        for word in voice.words:
            self._by_word[word].append(len(self._placed))
        self._placed.append((voice, number))


def alikeness(a: Voice, b: Voice) -> float:
    """How much of what the shorter of two statements says the other says too, in 0..1; 0 where they name others."""
    shared = a.words.keys() & b.words.keys()
    if len(shared) < SHARED_WORDS or (a.names and b.names and not a.names & b.names):
        return 0.0
    least = min(sum(a.words.values()), sum(b.words.values()))
    return sum(max(a.words[word], b.words[word]) for word in shared) / least if least else 0.0


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
