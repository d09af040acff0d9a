"""Claims kept up to date page by page: what a page adds or takes away touches only what it shares words with.

From scratch is one big addition to an empty shelf, so adding page by page, in any order, gives the same.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Literal, Protocol

from dateline.merging.claims import belong, grouped, in_order, is_open, keys
from dateline.merging.clustering import neighbourhoods
from dateline.merging.shelf import MemoryIndex, Pair
from dateline.merging.voices import Voice, voices
from dateline.records import Claim, Reading

ClaimKind = Literal[
    "voice",  # page -> its statements, by name
    "side",  # two rare words -> statements that take a side
    "echo",  # two rare words -> statements that only say something
    "like",  # statement -> statements that may be about the same claim
    "claim",  # statement -> the claim that it belongs to
]


class ClaimShelf(Protocol):
    """What is kept between one page and the next: keys, the statements of pages, and claims."""

    def owners(self, kind: ClaimKind, keys: Collection[str]) -> Mapping[str, Collection[str]]:
        """What stands under each key, in order; keys under which nothing stands are left out."""
        ...

    def put(self, kind: ClaimKind, pairs: Iterable[Pair]) -> None: ...

    def drop(self, kind: ClaimKind, pairs: Iterable[Pair]) -> None: ...

    def voices(self, pages: Collection[str]) -> Mapping[str, Sequence[Voice]]:
        """The statements of pages; those that have none are left out."""
        ...

    def put_voices(self, found: Mapping[str, Sequence[Voice]]) -> None: ...

    def drop_voices(self, pages: Collection[str]) -> None: ...

    def put_claims(self, found: Collection[Claim]) -> None: ...

    def drop_claims(self, ids: Collection[str]) -> None: ...


def claims(readings: Iterable[Reading]) -> tuple[Claim, ...]:
    """The claims of some pages, in order of their first voice. The same readings in any order give the same claims."""
    shelf = MemoryClaims()
    hear(shelf, list({r.page_id: r for r in readings}.values()))
    return shelf.everything()


def hear(shelf: ClaimShelf, added: Collection[Reading], removed: Iterable[str] = ()) -> None:
    """Make the shelf hold what it would hold if these pages, too, had been heard, and `removed` had not.

    Pages that are known are heard anew.
    """
    fresh = {reading.page_id: found for reading in added if (found := tuple(voices(reading)))}
    starts = _forget(shelf, sorted({*removed, *(reading.page_id for reading in added)}))
    shelf.put_voices(fresh)
    _retell(shelf, starts | _learn(shelf, {name: voice for told in fresh.values() for name, voice in _named(told)}))


def _named(told: Iterable[Voice]) -> Iterator[tuple[str, Voice]]:
    """Statements by a name that says their page."""
    for voice in told:
        yield f"{voice.voice.page_id} {voice.voice.statement}", voice


def _known(shelf: ClaimShelf, names: Collection[str]) -> dict[str, Voice]:
    pages = sorted({name.rpartition(" ")[0] for name in names})
    every = {name: voice for told in shelf.voices(pages).values() for name, voice in _named(told)}
    return {name: every[name] for name in names}


def _forget(shelf: ClaimShelf, pages: Collection[str]) -> set[str]:
    """Take away what pages said. Returns the statements of others that belonged with it."""
    gone = {name for names in shelf.owners("voice", pages).values() for name in names}
    likes = shelf.owners("like", sorted(gone))
    told = shelf.owners("claim", sorted(gone))
    for kind, pairs in _keyed(_known(shelf, gone)).items():
        shelf.drop(kind, pairs)
    shelf.drop("like", [pair for a, others in likes.items() for b in others for pair in ((a, b), (b, a))])
    shelf.drop("claim", [(name, id) for name, ids in told.items() for id in ids])
    shelf.drop_claims(sorted({id for ids in told.values() for id in ids}))
    shelf.drop_voices(pages)
    return {other for others in likes.values() for other in others} - gone


def _keyed(told: Mapping[str, Voice]) -> dict[ClaimKind, list[Pair]]:
    found: dict[ClaimKind, list[Pair]] = {"voice": [], "side": [], "echo": []}
    for name, voice in told.items():
        found["voice"].append((voice.voice.page_id, name))
        found["side" if is_open(voice) else "echo"] += [(key, name) for key in keys(voice)]
    return found


def _learn(shelf: ClaimShelf, told: Mapping[str, Voice]) -> set[str]:
    """Put statements under their keys, and link those that belong together. Returns those that may make a claim."""
    for kind, found in _keyed(told).items():
        shelf.put(kind, found)
    met = {(min(pair), max(pair)) for pair in _meetings(shelf, told)}
    known = _known(shelf, sorted({name for pair in met for name in pair} - set(told))) | dict(told)
    linked = {(a, b) for a, b in met if belong(known[a], known[b])} | set(_pointings(told))
    shelf.put("like", [pair for a, b in sorted(linked) for pair in ((a, b), (b, a))])
    return {name for pair in linked for name in pair} | {name for name, voice in told.items() if is_open(voice)}


def _meetings(shelf: ClaimShelf, told: Mapping[str, Voice]) -> Iterator[Pair]:
    """Statements that share two rare words, one of which takes a side."""
    by_key: dict[str, list[str]] = {}
    for name, voice in told.items():
        for key in keys(voice):
            by_key.setdefault(key, []).append(name)
    sides = shelf.owners("side", sorted(by_key))
    taken = {key for key, names in by_key.items() if any(is_open(told[name]) for name in names)}
    echoes = shelf.owners("echo", sorted(taken))
    for key, names in by_key.items():
        for name in names:
            near = [*sides.get(key, ()), *(echoes.get(key, ()) if is_open(told[name]) else ())]
            yield from ((name, other) for other in near if other != name)


def _pointings(told: Mapping[str, Voice]) -> Iterator[Pair]:
    """What points back to something said before it on its page, with that.

    "Denied the allegation" goes with what was alleged last, "denied that any such order was given" with what last had
    one of its words.
    """
    before: list[tuple[str, Voice]] = []
    for name, voice in sorted(told.items(), key=lambda item: in_order(item[1])):
        if before and before[-1][1].voice.page_id != voice.voice.page_id:
            before = []
        points = voice.points_back or (voice.refers and is_open(voice))
        meant = next((other for other in reversed(before) if _is_meant(voice, other[1])), None) if points else None
        if meant is not None:
            yield name, meant[0]
        before.append((name, voice))


def _is_meant(voice: Voice, before: Voice) -> bool:
    """Whether what points back may mean a statement before it."""
    if voice.points_back:
        return is_open(before) and before.voice.position == "alleged"
    return not before.points_back and not voice.words.keys().isdisjoint(before.words)


def _retell(shelf: ClaimShelf, starts: Collection[str]) -> None:
    """Make anew the claims of all that belongs with some statements."""
    before: set[Pair] = set()
    after: dict[Pair, Claim] = {}
    for around in neighbourhoods(sorted(starts), lambda names: shelf.owners("like", names)):
        before |= {(name, id) for name, ids in shelf.owners("claim", around).items() for id in ids}
        made = grouped(_known(shelf, around), shelf.owners("like", around))
        after |= {(name, claim.id): claim for claim, names in made for name in names}
    # All at once: where a claim has come apart, one of its parts may keep the id that the others lose.
    shelf.drop("claim", sorted(before - after.keys()))
    shelf.drop_claims(sorted({id for _, id in before} - {id for _, id in after}))
    shelf.put_claims(list({claim.id: claim for claim in after.values()}.values()))
    shelf.put("claim", sorted(after.keys() - before))


class MemoryClaims(MemoryIndex[ClaimKind]):
    """A shelf in memory, for claims that are made at one go."""

    def __init__(self) -> None:
        super().__init__()
        self._voices: dict[str, Sequence[Voice]] = {}
        self._claims: dict[str, Claim] = {}

    def voices(self, pages: Collection[str]) -> Mapping[str, Sequence[Voice]]:
        return {page: self._voices[page] for page in pages if page in self._voices}

    def put_voices(self, found: Mapping[str, Sequence[Voice]]) -> None:
        self._voices.update(found)

    def drop_voices(self, pages: Collection[str]) -> None:
        for page in pages:
            self._voices.pop(page, None)

    def put_claims(self, found: Collection[Claim]) -> None:
        self._claims.update((claim.id, claim) for claim in found)

    def drop_claims(self, ids: Collection[str]) -> None:
        for id in ids:
            self._claims.pop(id, None)

    def everything(self) -> tuple[Claim, ...]:
        """All claims, in order of their first voice."""
        return tuple(sorted(self._claims.values(), key=lambda claim: (claim.voices[0].published, claim.id)))
