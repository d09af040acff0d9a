"""Event mentions with what merging asks of them, in one fixed order; and which of them are compared at all."""

import datetime
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from dateline.merging.names import Names, long_words, plain
from dateline.records import ArgumentRole, EntityKind, EventMention, Interval, Reading, Status, status_of

COMING: frozenset[Status] = frozenset({"planned", "expected", "promised"})
UNREAL: frozenset[Status] = frozenset({"possible", "alleged", "denied", "not_happened"})


@dataclass(frozen=True, slots=True)
class Candidate:
    """One event mention ready to be compared. `family` is the codebook's kind of event, or the lemma."""

    event: EventMention
    reading: Reading
    status: Status
    family: str
    actors: frozenset[str]
    recipients: frozenset[str]
    places: frozenset[str]
    headline: bool
    wording: frozenset[str]
    """Words of four letters and more of the sentence, plain."""
    names: Names
    kinds: Mapping[str, EntityKind]
    """Kinds of the page's entities, by id."""

    def kinds_of(self, role: ArgumentRole) -> frozenset[EntityKind]:
        """Kinds of the entities that play a role."""
        found = (self.kinds.get(a.entity) for a in self.event.arguments if a.role == role and a.entity)
        return frozenset(kind for kind in found if kind is not None)

    def named(self, role: ArgumentRole) -> tuple[str, ...]:
        """Names of the arguments with a role, a short name of a person put in full where another page gives it."""
        return tuple(dict.fromkeys(self.names.full(n) for n in self.event.names(role)))

    @property
    def parties(self) -> frozenset[str]:
        return self.actors | self.recipients

    @property
    def interval(self) -> Interval:
        """The days of its date; open where the page only bounds it."""
        date = self.event.date
        return Interval(None, None) if date.is_bound else date.interval

    @property
    def published(self) -> datetime.date:
        return self.reading.article.published.day

    @property
    def time_class(self) -> str:
        """Reports of different classes are never merged: to come, happened, only claimed or denied."""
        if self.status in COMING:
            return "coming"
        return "unreal" if self.status in UNREAL else "real"


def candidates(readings: Iterable[Reading]) -> list[Candidate]:
    """All event mentions, earliest report first: by publication, page, position."""
    ordered = sorted(readings, key=lambda r: (r.article.published.iso, r.page_id))
    names = Names(ordered)
    found = []
    for reading in ordered:
        kinds = {e.id: e.kind for e in reading.entities}
        found += [_candidate(event, reading, names, kinds) for event in reading.events]
    return found


def _candidate(event: EventMention, reading: Reading, names: Names, kinds: Mapping[str, EntityKind]) -> Candidate:
    def plainly(role: ArgumentRole) -> frozenset[str]:
        return frozenset(plain(names.full(n)) for n in event.names(role))

    block = reading.article.block_at(event.span.start)
    return Candidate(
        event=event,
        reading=reading,
        status=status_of(event),
        family=event.family or event.lemma,
        actors=plainly("actor"),
        recipients=plainly("recipient"),
        places=plainly("place"),
        headline=block is not None and block.kind == "headline",
        wording=long_words(event.sentence.of(reading.article.text)),
        kinds=kinds,
        names=names,
    )


def blocking_keys(candidate: Candidate) -> Iterator[tuple[str, str]]:
    """Two mentions are compared where they share a key: event and party, or verb and a long word beside it."""
    kinds = {candidate.family, candidate.event.type or candidate.family}
    for party in sorted(candidate.parties):
        for kind in sorted(kinds):
            yield kind, party
    for word in sorted(candidate.wording, key=lambda w: (-len(w), w))[:3]:
        yield f"{candidate.event.lemma} in a sentence with", word
