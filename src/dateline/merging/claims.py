"""Claims: an allegation with its denials, confirmations, repetitions and retractions, across pages and years.

Two statements are about one claim when they claim one deed (`deeds.py`), or share enough of their rarer words; never
when they name other parties, or tell one kind of deed of others. Nothing is counted over the chronicle. Only those that
share a deed or two of their rarest words are compared, so that a page that is added touches nothing else: see
`claiming.py`, which keeps claims page by page.
"""

import datetime
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import combinations

import msgspec

from dateline.merging.deeds import agree, are_one, clash, deed_keys, share
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
ONE_DEED, ONE_DEED_REPEATED = 0.2, 0.3
"""The same where both claim one deed."""
WINDOW = datetime.timedelta(days=3 * 366)
"""Between two statements of one claim, where none in between is of it: later, somebody may have done it once more."""
OTHER_DEEDS = 0.15
"""How much more alike the words of two that take sides must be where both claim deeds, and none in common."""
LEAST = 6.0
"""Rarity of all words that two statements share, at least, where they claim no deed in common."""


def is_open(voice: Voice) -> bool:
    """Whether the statement takes a side, so that others may belong to it; what is held possible must be a deed."""
    deed = any(deed.doers or deed.type for deed in voice.deeds)
    told = voice.voice.position in CONTESTED or (voice.voice.position == "possible" and deed)
    return told and not voice.points_back and (len(voice.words) >= SHARED_WORDS or bool(voice.deeds))


def keys(voice: Voice) -> list[str]:
    """What a statement is found by: each two of its rarest words, and its deeds."""
    if voice.points_back:
        return []
    rarest = sorted(voice.words, key=lambda word: (-voice.words[word], word))[:RAREST]
    pairs = (f"{a} {b}" for a, b in combinations(sorted(rarest), SHARED_WORDS))
    return sorted({*pairs, *deed_keys(voice.deeds)})


def belong(a: Voice, b: Voice) -> bool:
    """Whether two statements, one of which takes a side, may be about one claim."""
    if contradict(a, b) or abs(a.voice.published - b.voice.published) > WINDOW:
        return False
    sides = is_open(a) and is_open(b)
    if are_one(a.deeds, b.deeds):
        return alikeness(a, b) >= (ONE_DEED if sides else ONE_DEED_REPEATED)
    other_deeds = bool(a.deeds and b.deeds)
    if not _name_most_alike(a.names, b.names) or (other_deeds and not sides):
        return False
    shared = sum(max(a.words[word], b.words[word]) for word in a.words.keys() & b.words.keys())
    more = OTHER_DEEDS if other_deeds else 0.0
    return shared >= LEAST and alikeness(a, b) >= (ALIKE if sides else REPEATED) + more


def contradict(a: Voice, b: Voice) -> bool:
    """Whether two statements name other parties, or tell a deed of others, so that they are never one claim."""
    return not agree(a.names, b.names) or clash(a.deeds, b.deeds)


def _name_most_alike(some: Collection[str], others: Collection[str]) -> bool:
    """Whether two sets of parties share more than half of the smaller: "north to east" is not "west to east"."""
    fewer, more = sorted((some, others), key=len)
    return not fewer or 2 * len([name for name in fewer if share([name], more)]) > len(fewer)


def alikeness(a: Voice, b: Voice) -> float:
    """How much of what the shorter of two statements says the other says too, in 0..1, by the rarity of the words."""
    shared = a.words.keys() & b.words.keys()
    least = min(sum(a.words.values()), sum(b.words.values()))
    if not least or (len(shared) < SHARED_WORDS and not are_one(a.deeds, b.deeds)):
        return 0.0
    return sum(max(a.words[word], b.words[word]) for word in shared) / least


def grouped(told: Mapping[str, Voice], likes: Mapping[str, Collection[str]]) -> Iterator[tuple[Claim, list[str]]]:
    """The claims of statements (by name) that belong together, each with the names of its voices.

    Those that take sides come first, in order of time, each to the one most like it; then those that only repeat it.
    A claim has a voice that alleges, denies or takes back, or two that hold it possible.
    """
    order = sorted(told, key=lambda name: in_order(told[name]))
    home: dict[str, _Group] = {}
    groups: list[_Group] = []
    for name in (name for name in order if is_open(told[name])):
        group = _home_of(name, told, likes.get(name, ()), home)
        if group is None:
            group = _Group()
            groups.append(group)
        home[name] = group
        group.add(name, told[name])
    for name in (name for name in order if not is_open(told[name])):
        group = _home_of(
            name, told, [other for other in likes.get(name, ()) if other in home and is_open(told[other])], home
        )
        if group is not None:
            group.add(name, told[name])
    for group in groups:
        names = sorted(group.names, key=lambda name: in_order(told[name]))
        claim = _claim([told[name] for name in names])
        if _counts(claim):
            yield claim, names


class _Group:
    """Statements of one claim, and who they say does what."""

    def __init__(self) -> None:
        self.names: list[str] = []
        self._parties: dict[tuple[object, ...], Voice] = {}

    def add(self, name: str, voice: Voice) -> None:
        self.names.append(name)
        self._parties.setdefault((voice.names, voice.deeds), voice)

    def takes(self, voice: Voice) -> bool:
        """Whether none of its statements contradicts this one."""
        return not any(contradict(voice, other) for other in self._parties.values())


def _home_of(
    name: str, told: Mapping[str, Voice], others: Collection[str], home: Mapping[str, _Group]
) -> _Group | None:
    """The claim of the statement most like this one, the earliest of those alike, that does not contradict it."""
    voice = told[name]
    near = [other for other in others if other in home]
    for other in sorted(near, key=lambda other: (-alikeness(voice, told[other]), in_order(told[other]))):
        if home[other].takes(voice):
            return home[other]
    return None


def in_order(voice: Voice) -> tuple[object, ...]:
    """Order of time, then of pages and their words."""
    v = voice.voice
    return (v.published, v.page_id, v.span.start, v.span.end, v.statement)


def _claim(group: Sequence[Voice]) -> Claim:
    contested = any(voice.voice.position in OPEN for voice in group if not voice.negated)
    sides = [_side(voice, contested) for voice in group if not _only_hands_on(voice, group)]
    first = next((v for v in group if v.voice.position in ("alleged", "possible")), group[0])
    once = {(v.page_id, v.speakers, v.position): v for v in reversed(sides)}
    kept = tuple(v for v in sides if once[v.page_id, v.speakers, v.position] is v)
    return Claim(id=content_id("claim", group[0].voice.statement), words=first.said, voices=kept)


def _only_hands_on(voice: Voice, group: Sequence[Voice]) -> bool:
    """Whether a statement only tells what another of the claim says in it: that one's ladder holds it."""
    v = voice.voice
    within = (o.voice for o in group if o.voice.page_id == v.page_id and o.voice.statement != v.statement)
    return v.position == "said" and any(v.span.covers(o.span) for o in within)


def _side(voice: Voice, contested: bool) -> ClaimVoice:
    """The voice with its side: who says that it is not so denies it, where others hold that it is."""
    if voice.negated and contested and voice.voice.position in ("said", "confirmed"):
        return msgspec.structs.replace(voice.voice, position="denied")
    return voice.voice


def _counts(claim: Claim) -> bool:
    taken = [voice.position for voice in claim.voices]
    return bool(CONTESTED & set(taken)) or len([p for p in taken if p == "possible"]) > 1
