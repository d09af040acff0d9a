"""Event mentions with what merging asks of them, in one fixed order; and which of them are compared at all."""

import datetime
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dateline.records import EventMention, Interval, Reading, Status, status_of

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

    @property
    def parties(self) -> frozenset[str]:
        return self.actors | self.recipients

    @property
    def interval(self) -> Interval:
        return self.event.date.interval

    @property
    def published(self) -> datetime.date:
        return self.reading.article.published.day

    @property
    def time_class(self) -> str:
        """Reports of different classes are never merged: what is to come is not what happened, nor what is only alleged."""
        if self.status in COMING:
            return "coming"
        return "unreal" if self.status in UNREAL else "real"


def plain(name: str) -> str:
    """A name without case and accents, for comparison."""
    decomposed = unicodedata.normalize("NFKD", name)
    return "".join(c for c in decomposed if not unicodedata.combining(c)).casefold().removeprefix("the ").strip()


def candidates(readings: Iterable[Reading]) -> list[Candidate]:
    """All event mentions, earliest report first: by publication, page, position."""
    ordered = sorted(readings, key=lambda r: (r.article.published.iso, r.page_id))
    return [_candidate(event, reading) for reading in ordered for event in reading.events]


def _candidate(event: EventMention, reading: Reading) -> Candidate:
    block = reading.article.block_at(event.span.start)
    return Candidate(
        event=event,
        reading=reading,
        status=status_of(event),
        family=event.family or event.lemma,
        actors=frozenset(map(plain, event.names("actor"))),
        recipients=frozenset(map(plain, event.names("recipient"))),
        places=frozenset(map(plain, event.names("place"))),
        headline=block is not None and block.kind == "headline",
    )


def blocking_keys(candidate: Candidate) -> Iterator[tuple[str, str]]:
    """Two mentions are compared where they share a key: a kind of event and a party."""
    kinds = {candidate.family, candidate.event.type or candidate.family}
    for party in sorted(candidate.parties):
        for kind in sorted(kinds):
            yield kind, party
