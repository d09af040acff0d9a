"""Plans, promises and forecasts, and what later reports say became of them."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from dateline.merging.candidates import COMING, Candidate
from dateline.merging.names import long_words, plain
from dateline.records import ArgumentRole, Entry, Expectation, ExpectationState, Interval, Outlook, Reading, content_id

OUTLOOKS: dict[str, Outlook] = {"planned": "planned", "expected": "expected", "promised": "promised"}
SETTLED = frozenset({"happened", "ongoing", "denied", "not_happened"})
REPORTED_WITHIN = timedelta(days=3)
PROTAGONIST_MENTIONS = 2


def expectations(
    entries: Sequence[Entry], groups: Sequence[Sequence[Candidate]], readings: Iterable[Reading]
) -> list[Expectation]:
    """One expectation for each entry that is to come, in order of the entries.

    | state | when |
    |---|---|
    | fulfilled | a later page reports the same kind of event by the same actors, within the due time if one was given |
    | contradicted | such a page reports that it did not happen |
    | lapsed | a page dated after the due time speaks of the matter (its object and somebody of it), with no outcome |
    | due | the due time has passed, and later pages do not speak of it |
    | open | no due time was given, or no page dated after it has been read |
    """
    ledger = _Ledger([_Told(e, g) for e, g in zip(entries, groups, strict=True)], list(readings))
    return [ledger.expectation(told) for told in ledger.told if told.entry.status in COMING]


@dataclass(frozen=True)
class _Told:
    """An entry with its reports and what is compared of them."""

    entry: Entry
    group: Sequence[Candidate]

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
    def objects(self) -> frozenset[str]:
        """The longer words of the objects."""
        return self._words("object")

    def _words(self, *roles: ArgumentRole) -> frozenset[str]:
        return frozenset(w for c in self.group for n in c.event.names(*roles) for w in long_words(n))

    @cached_property
    def matter(self) -> frozenset[str]:
        """The longer words of objects, recipients and places."""
        return self._words("object", "recipient", "place")

    @cached_property
    def days(self) -> Interval:
        """The days of the entry; open where its pages only bound it."""
        dated = any(not c.interval.is_open for c in self.group)
        return self.entry.interval if dated else Interval(None, None)

    @cached_property
    def due(self) -> Interval:
        """The days of the coming event; open where the date is only that of the promise."""
        latest, published = self.days.latest, self.group[0].published
        of_saying = all(c.event.date.rule in ("inherited", "frame") for c in self.group)
        is_promise = latest is not None and (latest < published or (of_saying and latest <= published))
        return Interval(None, None) if is_promise else self.days


class _Ledger:
    def __init__(self, told: list[_Told], readings: list[Reading]) -> None:
        self.told = told
        self.last_page = max((r.article.published.day for r in readings), default=date.min)
        self._by_party: dict[str, list[_Told]] = {}
        for one in told:
            for key in _keys(one.parties):
                self._by_party.setdefault(key, []).append(one)
        self._words: dict[str, frozenset[str]] = {}
        self._pages: dict[str, list[Reading]] = {}
        for reading in readings:
            for name in sorted({plain(e.name) for e in reading.entities}):
                self._pages.setdefault(name, []).append(reading)

    def expectation(self, told: _Told) -> Expectation:
        outcome = self._outcome(told)
        return Expectation(
            id=content_id("expectation", told.entry.id),
            entry=told.entry.id,
            kind=OUTLOOKS[told.entry.status],
            due=told.due,
            state=self._state(told, outcome),
            outcome=outcome.id if outcome is not None else None,
        )

    def _state(self, told: _Told, outcome: Entry | None) -> ExpectationState:
        if outcome is not None:
            return "contradicted" if outcome.status in ("denied", "not_happened") else "fulfilled"
        latest = told.due.latest
        if latest is None or self.last_page <= latest:
            return "open"
        return "lapsed" if self._is_spoken_of(told, latest) else "due"

    def _is_spoken_of(self, told: _Told, latest: date) -> bool:
        """Whether a page dated after the due time names the object and somebody of the story.

        Those are its parties, its places, who said it, and the people and organisations that the telling page is about.
        """
        if not told.objects:
            return False
        names = dict.fromkeys(
            (*told.parties, *map(plain, told.entry.said_by), *sorted(told.places), *_protagonists(told))
        )
        later = (r for name in names for r in self._pages.get(name, ()) if r.article.published.day > latest)
        return any(told.objects <= self._words_of(r) for r in later)

    def _words_of(self, reading: Reading) -> frozenset[str]:
        if reading.page_id not in self._words:
            self._words[reading.page_id] = long_words(reading.article.text)
        return self._words[reading.page_id]

    def _outcome(self, told: _Told) -> Entry | None:
        near = {id(t): t for key in _keys(told.parties) for t in self._by_party.get(key, ())}
        fitting = [t for t in near.values() if _settles(told, t)]
        first = min(fitting, key=lambda t: (t.days.earliest is None, str(t.days.earliest), t.entry.id), default=None)
        return first.entry if first is not None else None


def _protagonists(told: _Told) -> list[str]:
    reading = told.group[0].reading
    counts = Counter(m.entity for m in reading.mentions)
    acting = (e for e in reading.entities if e.kind in ("person", "organization"))
    return sorted(plain(e.name) for e in acting if counts[e.id] >= PROTAGONIST_MENTIONS)


def _settles(told: _Told, other: _Told) -> bool:
    is_later = other.group[-1].published > told.group[0].published
    return other.entry.status in SETTLED and is_later and _is_matter(told, other) and _is_in_time(told, other)


def _is_matter(told: _Told, other: _Told) -> bool:
    """The same kind of event by the same actors, with no other place or object."""
    if told.entry.id == other.entry.id or not _keys(told.actors) & _keys(other.actors):
        return False
    mine, yours = told.group[0], other.group[0]
    if mine.family != yours.family and mine.event.lemma != yours.event.lemma:
        return False
    if told.places and other.places and not told.places & other.places:
        return False
    if told.named_recipients and other.named_recipients and not told.named_recipients & other.named_recipients:
        return False
    if not (told.objects and other.objects):
        return True
    return bool(told.objects & other.matter or told.matter & other.objects)


def _keys(names: Iterable[str]) -> set[str]:
    """Names, and for those that are only described what they are described as ("owner of")."""
    plain_names = set(names)
    return plain_names | {f"{n.split()[0]} of" for n in plain_names if " of " in n}


def _is_in_time(told: _Told, outcome: _Told) -> bool:
    latest = outcome.days.latest
    if latest is None:
        return _is_reported_at_once(told, outcome)
    if latest < told.group[0].published:
        return False
    return told.due.is_open or told.due.intersection(outcome.days) is not None


def _is_reported_at_once(told: _Told, outcome: _Told) -> bool:
    """An undated report is of the expected event where its page came out within days of the due time."""
    due, published = told.due, outcome.group[-1].published
    if due.earliest is None or due.latest is None:
        return False
    return due.earliest <= published <= due.latest + REPORTED_WITHIN
