"""Entries as expectations see them: what is to come, what settles it, and under which keys the two are looked up."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from itertools import combinations
from typing import Literal

import msgspec

from dateline.languages import load
from dateline.merging.candidates import COMING, Candidate
from dateline.merging.names import long_words, plain
from dateline.merging.shelf import Shelf
from dateline.records import ArgumentRole, Entry, Interval, Status
from dateline.syndication import rarity

SETTLED = frozenset({"happened", "ongoing", "denied", "not_happened"})
FAILED = frozenset({"denied", "not_happened"})
REPORTED_WITHIN = timedelta(days=3)
LOOKED_FOR = timedelta(days=366)
OPEN = Interval(None, None)
Place = tuple[Literal["coming", "settled", "matter"], str]
"""A kind of list, and a key in it."""
PART = "\x1f"
MATTER_WORDS = 8
"""Words of its objects that stand beside the key of what is to come."""
NAMING_WORDS = 8
"""Words, the rarest, by which what moves something names it."""
WORD = "~"
"""Keys of those who move or call off what is to come begin so."""


class Wording(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The file `expectations.yaml`: words by which plans are moved, called off, or come about in part."""

    moving: dict[str, frozenset[str]]
    calling_off: dict[str, frozenset[str]]
    another_date: tuple[str, ...]
    plans: frozenset[str]
    partly: frozenset[str]
    in_part: tuple[str, ...]


def wording() -> Wording:
    """The words for what becomes of plans."""
    found: Wording = load("en", "expectations", Wording)
    return found


@dataclass(frozen=True)
class Told:
    """An entry with its reports and what is compared of them. `moved` is the due time that later reports gave it."""

    entry: Entry
    group: Sequence[Candidate]
    moved: Interval | None = None

    @property
    def is_coming(self) -> bool:
        return self.entry.status in COMING

    @property
    def first(self) -> date:
        """The day of the page that told it first."""
        return self.group[0].published

    @property
    def last(self) -> date:
        """The day of the page that told it last."""
        return self.group[-1].published

    @cached_property
    def actors(self) -> frozenset[str]:
        return frozenset(map(plain, self.entry.actors))

    @cached_property
    def parties(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(map(plain, (*self.entry.actors, *self.entry.recipients))))

    @cached_property
    def places(self) -> frozenset[str]:
        return frozenset(map(plain, self.entry.places))

    @cached_property
    def named_recipients(self) -> frozenset[str]:
        return frozenset(plain(r) for r in self.entry.recipients if r[:1].isupper())

    @cached_property
    def story(self) -> frozenset[str]:
        """Its parties, its places, who said it, and the people and organisations that the telling page is about."""
        said_by = map(plain, self.entry.said_by)
        return frozenset((*self.parties, *said_by, *self.places, *self.group[0].protagonists))

    @cached_property
    def objects(self) -> frozenset[str]:
        """The longer words of the objects."""
        return self._words("object")

    @cached_property
    def matter(self) -> frozenset[str]:
        """The longer words of objects, recipients and places."""
        return self._words("object", "recipient", "place")

    def _words(self, *roles: ArgumentRole) -> frozenset[str]:
        return frozenset(w for c in self.group for n in c.event.names(*roles) for w in long_words(n))

    @cached_property
    def kinds(self) -> frozenset[str]:
        """Names of its kind of event, as stems."""
        return stems({self.group[0].family, self.group[0].event.lemma})

    @cached_property
    def named(self) -> frozenset[str]:
        """The stems by which a page that moves it, or calls it off, may name it."""
        return self.kinds | stems(self.objects)

    @cached_property
    def handles(self) -> frozenset[str]:
        """The words that another page which gives it another date holds too: of its objects, else of who and where."""
        names = frozenset(w for n in (*self.parties, *self.places) for w in long_words(n))
        return stems(self.objects or names)

    @cached_property
    def words(self) -> frozenset[str]:
        """The longer words of the sentences that tell it, as stems."""
        return frozenset(w for c in self.group for w in stems(c.wording))

    @cached_property
    def gives_another_date(self) -> bool:
        """Whether its sentence says that the date is another than before."""
        found = {w for c in self.group for w in c.wording}
        return self.is_coming and any(found.issuperset(phrase.split()) for phrase in wording().another_date)

    @cached_property
    def moves(self) -> bool:
        """Whether it is that something is given another time, which may be still to come."""
        return self._does(wording().moving, ("happened", "ongoing", *COMING))

    @cached_property
    def calls_off(self) -> bool:
        """Whether it is that something is called off."""
        return self._does(wording().calling_off, ("happened", "ongoing"))

    def _does(self, verbs: dict[str, frozenset[str]], statuses: Collection[Status]) -> bool:
        if self.entry.status not in statuses:
            return False
        particles = verbs.get(self.group[0].event.lemma)
        if particles is None:
            return False
        return not particles or bool(particles.intersection(self.group[0].event.words.casefold().split()))

    @cached_property
    def has_failed(self) -> bool:
        """Whether it tells that something does not come about."""
        return self.entry.status in FAILED or self.calls_off

    @cached_property
    def days(self) -> Interval:
        """The days of the entry; open where its pages only bound it."""
        dated = any(not c.interval.is_open for c in self.group)
        return self.entry.interval if dated else OPEN

    @cached_property
    def due(self) -> Interval:
        """The days of the coming event; open where the date is only that of the promise."""
        if self.moved is not None:
            return self.moved
        latest = self.days.latest
        of_saying = all(c.event.date.rule in ("inherited", "frame") for c in self.group)
        is_promise = latest is not None and (latest < self.first or (of_saying and latest <= self.first))
        return OPEN if is_promise else self.days

    @cached_property
    def looked_for(self) -> tuple[date, date]:
        """The days in which an outcome would be, or would be reported."""
        latest = self.due.latest
        start = self.due.earliest if self.due.earliest and latest else self.first
        return min(start, latest or start), (latest + REPORTED_WITHIN if latest else self.first + LOOKED_FOR)

    @cached_property
    def seen(self) -> tuple[date, date]:
        """The days on which it was, or came out where it has none."""
        interval, published = self.days, self.last
        if interval.latest is None:
            return published, published
        return max(interval.earliest or interval.latest, interval.latest - LOOKED_FOR), interval.latest


def stems(words: Iterable[str]) -> frozenset[str]:
    """Words without what makes them plural."""
    return frozenset(word[:-1] if len(word) > 4 and word.endswith("s") else word for word in words)


def told_of(shelf: Shelf, ids: Collection[str]) -> dict[str, Told]:
    """Entries with their reports, by id; unknown ones are left out."""
    members = shelf.owners("member", ids)
    known = shelf.candidates(sorted({rid for rids in members.values() for rid in rids}))
    return {id: Told(entry, [known[r] for r in members[id]]) for id, entry in shelf.entries(ids).items()}


def places_of(told: Told) -> Iterator[Place]:
    """Where an entry is looked up: by kind of event, actor and quarter of the year; by words and year.

    Pages that speak of it later find it by its rarest word and the quarter of its due time.
    """
    if told.is_coming:
        for key in _keyed(told, *told.looked_for):
            yield "coming", key
        if told.due.latest is not None and told.objects:
            word, *others = sorted(told.objects, key=lambda word: (-rarity(word), word))[:MATTER_WORDS]
            yield "matter", f"{word}|q{quarter_of(told.due.latest)}{PART}{' '.join(others)}"
        for year in (told.first.year, told.first.year + 1):
            for key in _named(told, year):
                yield "coming", key
    elif told.entry.status in SETTLED:
        for key in _keyed(told, *told.seen):
            yield "settled", key
    for key in turning_keys(told):
        yield "settled", key


def turning_keys(told: Told) -> Iterator[str]:
    """Where an entry that moves another, or calls it off, meets what it may be about."""
    if told.moves or told.calls_off:
        for key in _sharing(stems(told.objects) - wording().plans, actor_keys(told.actors) | told.places):
            yield f"{key}|{told.first.year}"
    elif told.gives_another_date:
        for kind in sorted(told.kinds):
            for word in sorted(told.words - told.kinds):
                yield f"{WORD}{kind} {word}|{told.first.year}"


def _named(told: Told, year: int) -> Iterator[str]:
    for key in _sharing(told.named, actor_keys(told.parties) | told.places):
        yield f"{key}|{year}"
    for kind in sorted(told.kinds):
        for word in sorted(told.handles - told.kinds):
            yield f"{WORD}{kind} {word}|{year}"


def _sharing(words: Collection[str], names: Collection[str]) -> Iterator[str]:
    """Keys that two share which have two words, or a word and a name, in common: one word alone many have."""
    rarest = sorted(sorted(words, key=lambda word: (-rarity(word), word))[:NAMING_WORDS])
    for one, other in combinations(rarest, 2):
        yield f"{WORD}{one}+{other}"
    for name in sorted(names):
        for word in rarest:
            yield f"{WORD}{word}@{name}"


def _keyed(told: Told, first: date, last: date) -> Iterator[str]:
    kinds = {told.group[0].family, f"={told.group[0].event.lemma}"}
    quarters = range(quarter_of(first), quarter_of(last) + 1)
    for actor in sorted(actor_keys(told.actors)):
        for kind in sorted(kinds):
            for quarter in quarters:
                yield f"{kind}|{actor}|q{quarter}"


def quarter_of(day: date) -> int:
    """The number of a day's quarter of a year."""
    return (day.year * 12 + day.month - 1) // 3


def actor_keys(names: Iterable[str]) -> set[str]:
    """Names, and for those that are only described what they are described as ("owner of")."""
    plain_names = set(names)
    return plain_names | {f"{n.split()[0]} of" for n in plain_names if " of " in n}
