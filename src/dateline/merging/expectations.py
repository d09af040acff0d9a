"""Plans, promises and forecasts, and what later reports say became of them.

| state | when |
|---|---|
| fulfilled | a later page reports the same kind of event by the same actors, within the due time if one was given |
| partly | such a page reports it, in words that say that it was done in part |
| contradicted | a page that came out after the due time had begun reports that it did not happen |
| withdrawn | such a page came out before: it was called off |
| unclear | pages report both, that it happened and that it did not |
| lapsed | a page of the year after the due time speaks of the matter (its object and somebody of it), with no outcome |
| due | the due time has passed, and later pages do not speak of it: your pages do not tell |
| open | no due time was given, or no page dated after it has been read |

What is `due` follows from the date of the last page alone, so the shelf keeps it as open: see `Expectation.after`.
Without a due time, an outcome is looked for within a year of the first report.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from itertools import islice, takewhile
from typing import Literal

from dateline.merging.candidates import COMING, Candidate
from dateline.merging.names import long_words, plain
from dateline.merging.shelf import Kind, Pair, Shelf
from dateline.records import (
    ArgumentRole,
    Citation,
    Entry,
    Expectation,
    ExpectationState,
    Interval,
    Outlook,
    Reading,
    content_id,
)
from dateline.syndication import rarity

OUTLOOKS: dict[str, Outlook] = {"planned": "planned", "expected": "expected", "promised": "promised"}
SETTLED = frozenset({"happened", "ongoing", "denied", "not_happened"})
FAILED = frozenset({"denied", "not_happened"})
REPORTED_WITHIN = timedelta(days=3)
LOOKED_FOR = timedelta(days=366)
LOOKED_AT = 50
"""Pages with the words of its object that are asked whether they speak of what is to come, earliest first."""
PARTLY = ("partly", "partially", "in part", "part of", "half of", "some of")
LISTS: tuple[Kind, ...] = ("coming", "settled", "matter")
PART = "\x1f"


def follow_up(
    shelf: Shelf,
    written: Collection[str],
    gone: Collection[str],
    added: Iterable[Reading] = (),
    removed: Iterable[str] = (),
) -> None:
    """Make the expectations anew that entries, or pages that speak of them, may have changed."""
    told = _told(shelf, sorted(written))
    before = shelf.owners("watched", sorted({*written, *gone}))
    after = {id: sorted(f"{kind}{PART}{key}" for kind, key in _places(one)) for id, one in told.items()}
    _watch(shelf, before, after)
    keys = {watched.split(PART)[1] for found in (before, after) for many in found.values() for watched in many}
    near = {id for ids in shelf.owners("coming", sorted(keys)).values() for id in ids}
    spoken = {
        id for ids in shelf.owners("spoken", sorted({r.page_id for r in added} | set(removed))).values() for id in ids
    }
    affected = near | spoken | _spoken_of(shelf, added) | {id for id, one in told.items() if one.is_coming}
    shelf.drop_expectations(sorted({*gone, *(id for id, one in told.items() if not one.is_coming)}))
    _make(shelf, sorted(affected - set(gone)), told)


def _told(shelf: Shelf, ids: Collection[str]) -> dict[str, "_Told"]:
    members = shelf.owners("member", ids)
    known = shelf.candidates(sorted({rid for rids in members.values() for rid in rids}))
    return {id: _Told(entry, [known[r] for r in members[id]]) for id, entry in shelf.entries(ids).items()}


def _watch(shelf: Shelf, before: dict[str, list[str]], after: dict[str, list[str]]) -> None:
    """Put entries under the keys by which others find them."""
    old = {(id, watched) for id, many in before.items() for watched in many}
    new = {(id, watched) for id, many in after.items() for watched in many}
    for change, pairs in ((shelf.drop, old - new), (shelf.put, new - old)):
        change("watched", sorted(pairs))
        for kind in LISTS:
            change(kind, sorted(_pair(pair) for pair in pairs if pair[1].startswith(f"{kind}{PART}")))


def _pair(pair: Pair) -> Pair:
    id, watched = pair
    return watched.split(PART)[1], id


def _spoken_of(shelf: Shelf, added: Iterable[Reading]) -> set[str]:
    """What was to come that pages speak of after its time, by `_spoken`; asked before any other page is looked at."""
    found: set[str] = set()
    for reading in added:
        day, words = reading.article.published.day, long_words(reading.article.text)
        quarters = range(_quarter(day - LOOKED_FOR), _quarter(day) + 1)
        keys = sorted(f"{word}|q{quarter}" for word in words for quarter in quarters)
        told = _told(shelf, sorted({id for ids in shelf.owners("matter", keys).values() for id in ids}))
        names = {plain(entity.name) for entity in reading.entities}
        found |= {id for id, one in told.items() if one.objects <= words and names & _story(one)}
    return found


def _story(told: "_Told") -> set[str]:
    """Its parties, its places, who said it, and the people and organisations that the telling page is about."""
    return {*told.parties, *map(plain, told.entry.said_by), *told.places, *told.group[0].protagonists}


def _make(shelf: Shelf, ids: Sequence[str], known: dict[str, "_Told"]) -> None:
    told = known | _told(shelf, [id for id in ids if id not in known])
    keys = {id: sorted(key for kind, key in _places(told[id]) if kind == "coming") for id in ids if id in told}
    settled = shelf.owners("settled", sorted({key for many in keys.values() for key in many}))
    unknown = sorted({id for found in settled.values() for id in found} - set(told))
    told |= _told(shelf, unknown)
    old = shelf.expectations(ids)
    made = []
    for id, own in keys.items():
        if told[id].is_coming:
            near = sorted({other for key in own for other in settled.get(key, ())} - {id})
            made.append(_expectation(shelf, told[id], [told[other] for other in near if other in told]))
    shelf.put_expectations([e for e in made if old.get(e.entry) != e])
    for change, found in ((shelf.drop, old.values()), (shelf.put, made)):
        change("spoken", [(e.shown_by.page_id, e.entry) for e in found if e.shown_by and e.state == "lapsed"])


@dataclass(frozen=True)
class _Told:
    """An entry with its reports and what is compared of them."""

    entry: Entry
    group: Sequence[Candidate]

    @property
    def is_coming(self) -> bool:
        return self.entry.status in COMING

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

    @cached_property
    def looked_for(self) -> tuple[date, date]:
        """The days in which an outcome would be, or would be reported."""
        first = self.group[0].published
        latest = self.due.latest
        start = self.due.earliest if self.due.earliest and latest else first
        return min(start, latest or start), (latest + REPORTED_WITHIN if latest else first + LOOKED_FOR)

    @cached_property
    def seen(self) -> tuple[date, date]:
        """The days on which it was, or came out where it has none."""
        interval, published = self.days, self.group[-1].published
        if interval.latest is None:
            return published, published
        return max(interval.earliest or interval.latest, interval.latest - LOOKED_FOR), interval.latest


def _places(told: _Told) -> Iterator[tuple[Literal["coming", "settled", "matter"], str]]:
    """Where an entry is looked up: by kind of event, actor and quarter of the year."""
    if told.is_coming:
        for key in _keyed(told, *told.looked_for):
            yield "coming", key
        if told.due.latest is not None and told.objects:
            word = min(told.objects, key=lambda word: (-rarity(word), word))
            yield "matter", f"{word}|q{_quarter(told.due.latest)}"
    elif told.entry.status in SETTLED:
        for key in _keyed(told, *told.seen):
            yield "settled", key


def _keyed(told: _Told, first: date, last: date) -> Iterator[str]:
    kinds = {told.group[0].family, f"={told.group[0].event.lemma}"}
    quarters = range(_quarter(first), _quarter(last) + 1)
    for actor in sorted(_keys(told.actors)):
        for kind in sorted(kinds):
            for quarter in quarters:
                yield f"{kind}|{actor}|q{quarter}"


def _quarter(day: date) -> int:
    return (day.year * 12 + day.month - 1) // 3


def _expectation(shelf: Shelf, told: _Told, near: Sequence[_Told]) -> Expectation:
    fitting = [other for other in near if _settles(told, other)]
    outcome = min(fitting, key=_first_to_happen, default=None)
    state = _outcome_state(told, outcome, fitting) if outcome is not None else "open"
    shown = _cited(outcome.group[-1] if state in ("withdrawn",) else outcome.group[0]) if outcome is not None else None
    if outcome is None and told.due.latest is not None:
        shown = _spoken(shelf, told, told.due.latest)
        state = "lapsed" if shown is not None else "open"
    return Expectation(
        id=content_id("expectation", told.entry.id),
        entry=told.entry.id,
        kind=OUTLOOKS[told.entry.status],
        due=told.due,
        state=state,
        outcome=outcome.entry.id if outcome is not None else None,
        said=_cited(told.group[0]),
        shown_by=shown,
    )


def _first_to_happen(told: _Told) -> tuple[bool, bool, str, str]:
    """Outcomes in order: what happened before what did not, then by day."""
    interval = told.days
    return told.entry.status in FAILED, interval.earliest is None, str(interval.earliest), told.entry.id


def _outcome_state(told: _Told, outcome: _Told, fitting: Sequence[_Told]) -> ExpectationState:
    failed = [other for other in fitting if other.entry.status in FAILED]
    if outcome.entry.status in FAILED:
        due = told.due.earliest or told.due.latest
        return "withdrawn" if due is None or outcome.group[0].published < due else "contradicted"
    if failed and any(other.group[-1].published >= outcome.group[0].published for other in failed):
        return "unclear"
    said = " ".join(c.event.words.casefold() for c in outcome.group)
    return "partly" if any(f" {words} " in f" {said} " for words in PARTLY) else "fulfilled"


def _cited(c: Candidate) -> Citation:
    return Citation(page_id=c.event.page_id, span=c.event.sentence)


def _spoken(shelf: Shelf, told: _Told, latest: date) -> Citation | None:
    """The first page within a year after the due time that names the object and somebody of the story: its sentence."""
    if not told.objects:
        return None
    names, last = _story(told), latest + LOOKED_FOR
    later = islice(shelf.later_readings(sorted(told.objects), latest), LOOKED_AT)
    near = takewhile(lambda reading: reading.article.published.day <= last, later)
    reading = next((r for r in near if any(plain(entity.name) in names for entity in r.entities)), None)
    if reading is None:
        return None
    text = reading.article.text
    best = max(reading.sentences, key=lambda s: len(told.objects & long_words(s.span.of(text))), default=None)
    span = best.span if best is not None else reading.article.blocks[0].span
    return Citation(page_id=reading.page_id, span=span)


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
    if outcome.entry.status in FAILED and published <= (due.latest or published):
        return True
    if due.earliest is None or due.latest is None:
        return False
    return due.earliest <= published <= due.latest + REPORTED_WITHIN
