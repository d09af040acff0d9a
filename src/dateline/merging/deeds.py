"""What a statement claims that somebody did to somebody: by deeds, claims meet that use other words.

"Could provide munitions to the north" and "accused of shipping shells to the north" are one deed: somebody gives arms
to somebody. Kinds of deeds and of things are lines of words in `claim_classes.yaml`.
"""

import datetime
from collections.abc import Collection, Iterator, Sequence
from functools import cache, lru_cache

import msgspec

from dateline.languages import load
from dateline.mentions import name_key, short_keys
from dateline.merging.kinds import kind_of
from dateline.merging.names import long_words, plain
from dateline.records import EventMention, Interval, Reading, Statement

DATED = ("stated", "relative")
APART = datetime.timedelta(days=7)
"""Days between two dated deeds that may still be one, as a page may be wrong about the day."""
LONGEST = datetime.timedelta(days=62)
"""A date that is vaguer does not tell two deeds apart."""
SHORTEST = 4
"""Letters of a stem, at least."""


class Classes(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The file `claim_classes.yaml`: a line of words for each kind of deed and of thing, parted by blanks.

    `converse` are words whose doer is the one to whom the deed is done: "receive", for "give".
    """

    deeds: tuple[str, ...]
    things: tuple[str, ...]
    converse: frozenset[str]
    endings: tuple[str, ...]


class Deed(msgspec.Struct, frozen=True, kw_only=True):
    """Who does what to whom, in a statement. Names are plain, `objects` classes or roots; empty where not said.

    `negated` says that it was not done, `open` that it only may be.
    """

    kind: str
    type: str | None = None
    doers: frozenset[str] = frozenset()
    others: frozenset[str] = frozenset()
    objects: frozenset[str] = frozenset()
    days: Interval | None = None
    negated: bool = False
    open: bool = False


@cache
def _classes() -> Classes:
    data: Classes = load("en", "claim_classes", Classes)
    return data


@cache
def _deeds() -> dict[str, str]:
    return _by_root(_classes().deeds)


@cache
def _things() -> dict[str, str]:
    return _by_root(_classes().things)


def _by_root(lines: Sequence[str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for line in lines:
        for word in line.split():
            found |= dict.fromkeys(map(root, _forms(word)), f"@{line.split()[0]}")
    return found


def _forms(word: str) -> Iterator[str]:
    """A listed word with the endings that verbs and nouns take."""
    stem = word.removesuffix("e")
    yield from (word, f"{word}s", f"{word}es", f"{stem}ed", f"{stem}ing", f"{word}{word[-1]}ed", f"{word}{word[-1]}ing")


@lru_cache(maxsize=50_000)
def root(word: str) -> str:
    """A word in lower case without all of its endings, one after the other; at least four letters stay."""
    for _ in word:
        end = next((e for e in _classes().endings if word.endswith(e) and len(word) - len(e) >= SHORTEST), "")
        if not end:
            break
        word = word.removesuffix(end)
    return word


def folded(word: str) -> str:
    """The class of a word, whatever its ending, a thing before a deed; its root where it is in none."""
    stem = root(word)
    return _things().get(stem) or _deeds().get(stem) or stem


def deeds(reading: Reading, statement: Statement) -> Iterator[Deed]:
    """The deeds that a statement of the page claims or denies itself, not those that another in it does."""
    for event in reading.events:
        if event.chain and event.chain[-1].cue == statement.cue and _is_within(event, statement):
            yield deed_of(event)


def _is_within(event: EventMention, statement: Statement) -> bool:
    return any(piece.covers(event.trigger) for piece in statement.content)


def deed_of(event: EventMention) -> Deed:
    """The deed that an event is."""
    lemma = event.lemma.casefold()
    doers, others = _plain(event.names("actor")), _plain(event.names("recipient"))
    turned = root(lemma) in _converse()
    return Deed(
        kind=_deeds().get(root(lemma)) or kind_of(lemma) or lemma,
        type=event.type,
        doers=others if turned else doers,
        others=(doers if turned else others) - (others if turned else doers),
        objects=frozenset(folded(w) for name in event.names("object") for w in long_words(name)),
        days=event.date.interval if event.date.basis in DATED and _is_close(event.date.interval) else None,
        negated=event.polarity == "negative",
        open=event.realis == "hypothetical",
    )


@cache
def _converse() -> frozenset[str]:
    return frozenset(map(root, _classes().converse))


def _plain(names: Sequence[str]) -> frozenset[str]:
    return frozenset(filter(None, map(plain, names)))


def _is_close(days: Interval) -> bool:
    return days.earliest is not None and days.latest is not None and days.latest - days.earliest <= LONGEST


def agree(some: Collection[str], others: Collection[str]) -> bool:
    """Whether two sets of names may be of the same: one is empty, or they share a name, in full or for short."""
    return not some or not others or share(some, others)


def share(some: Collection[str], others: Collection[str]) -> bool:
    """Whether two sets of names have somebody in common, in full or for short."""
    return any(is_same(a, b) for a in some for b in others)


def is_same(a: str, b: str) -> bool:
    """Whether two names may be of one: in another spelling, or one short for the other."""
    one, other = name_key(a), name_key(b)
    return a == b or one == other or one in short_keys(b) or other in short_keys(a)


def are_one(a: Sequence[Deed], b: Sequence[Deed]) -> bool:
    """Whether two statements claim one deed: of one kind, by the same, to the same or with the same thing."""
    return any(_is_same(x, y) for x in a for y in b)


def _is_same(a: Deed, b: Deed) -> bool:
    if not (a.doers and share(a.doers, b.doers) and _fit(a, b)):
        return False
    things, whom = bool(a.objects & b.objects), share(a.others, b.others)
    if a.objects and b.objects and not things:
        return False
    if a.kind == b.kind:
        return whom or things
    return a.type is not None and a.type == b.type and whom and things


def _fit(a: Deed, b: Deed) -> bool:
    return agree(a.doers, b.doers) and agree(a.others, b.others) and not _on_other_days(a.days, b.days)


def _on_other_days(a: Interval | None, b: Interval | None) -> bool:
    if a is None or b is None or not (a.earliest and a.latest and b.earliest and b.latest):
        return False
    return a.earliest - b.latest > APART or b.earliest - a.latest > APART


def clash(a: Sequence[Deed], b: Sequence[Deed]) -> bool:
    """Whether two statements claim deeds of one kind by others, to others, or on other days, and none in common."""
    alike = [(x, y) for x in a for y in b if x.kind == y.kind]
    return bool(alike) and not any(_fit(x, y) for x, y in alike)


def deed_keys(found: Sequence[Deed]) -> Iterator[str]:
    """What statements that claim one deed are found by: who and what, with whom or with the thing."""
    for deed in found:
        for doer in _last_words(deed.doers):
            for kind in (deed.kind, *([f"={deed.type}"] if deed.type else ())):
                yield from (f"{doer} {kind} {whom}" for whom in _last_words(deed.others))
            yield from (f"{doer} {deed.kind} of {thing}" for thing in sorted(deed.objects))


def _last_words(names: Collection[str]) -> list[str]:
    """What a name and its short forms end with."""
    return sorted({name_key(name.split()[-1]) for name in names})
