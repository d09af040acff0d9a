"""Event mentions with what merging asks of them: small values that the store keeps, so that no page is read again."""

import datetime
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from functools import cached_property

import msgspec

from dateline.merging.leads import Lead, leads
from dateline.merging.names import is_acronym, long_words, plain
from dateline.records import ArgumentRole, EntityKind, EventMention, Interval, Reading, Sector, Status, status_of
from dateline.syndication import in_order_of_text, version_key

COMING: frozenset[Status] = frozenset({"planned", "expected", "promised"})
UNREAL: frozenset[Status] = frozenset({"possible", "alleged", "denied", "not_happened"})
PUBLIC: frozenset[Sector] = frozenset({"GOV", "MIL", "LEG", "JUD", "IGO"})
"""Sectors of those who hold a public office."""
LEAD_BLOCKS = 3
PROTAGONIST_MENTIONS = 2


Called = tuple[EntityKind | None, str]
"""A name and what it is the name of."""


class Candidate(msgspec.Struct, frozen=True, kw_only=True, dict=True):
    """One event mention ready to be compared.

    `stamp` is when its page was published (`Timestamp.iso`), `full` the names of its arguments that stand for others,
    `wording` the words of four letters and more of its sentence, plain. `kinds` are those of the entities of its
    arguments, by id; `public` is how many of its parties are states or hold a public office. `protagonists` are
    the people and organisations that the page is about, given for what is to come only. `again` and `frame` are the
    reports (by `rid`) of the same page that it points back to, or is part of. `lead` is set for what a page is mainly
    about. `version` is what the versions of a page share, `written` when the text of this one was made.
    """

    event: EventMention
    stamp: str
    headline: bool = False
    prominent: bool = False
    wording: frozenset[str] = frozenset()
    kinds: dict[str, EntityKind] = {}
    full: dict[str, str] = {}
    public: int = 0
    protagonists: tuple[str, ...] = ()
    again: str | None = None
    frame: str | None = None
    lead: Lead | None = None
    version: str = ""
    written: str = ""

    @cached_property
    def rid(self) -> str:
        """Its name within merging: sorts by publication, page, position."""
        return rid_of(self.stamp, self.event)

    @cached_property
    def status(self) -> Status:
        return status_of(self.event)

    @cached_property
    def family(self) -> str:
        """The codebook's kind of event, or the lemma."""
        return self.event.family or self.event.lemma

    @cached_property
    def actors(self) -> frozenset[str]:
        return self.plainly("actor")

    @cached_property
    def recipients(self) -> frozenset[str]:
        return self.plainly("recipient")

    @cached_property
    def places(self) -> frozenset[str]:
        return self.plainly("place")

    @cached_property
    def objects(self) -> frozenset[str]:
        """The longer words of the objects."""
        return frozenset(w for n in self.event.names("object") for w in long_words(n))

    @cached_property
    def parties(self) -> frozenset[str]:
        return self.actors | self.recipients

    @cached_property
    def named_parties(self) -> frozenset[str]:
        """Those of the parties that have a name, and are not only described ("the freighter")."""
        names = (*self.named("actor"), *self.named("recipient"))
        return frozenset(plain(name) for name in names if name[:1].isupper())

    @cached_property
    def published(self) -> datetime.date:
        return datetime.date.fromisoformat(self.stamp[:10])

    @property
    def interval(self) -> Interval:
        """The days of its date; open where the page only bounds it."""
        date = self.event.date
        return Interval(None, None) if date.is_bound else date.interval

    @cached_property
    def time_class(self) -> str:
        """Reports of different classes are never merged: to come, happened, only claimed or denied."""
        if self.status in COMING:
            return "coming"
        return "unreal" if self.status in UNREAL else "real"

    def kinds_of(self, role: ArgumentRole) -> frozenset[EntityKind]:
        """Kinds of the entities that play a role."""
        found = (self.kinds.get(a.entity) for a in self.event.arguments if a.role == role and a.entity)
        return frozenset(kind for kind in found if kind is not None)

    def named(self, role: ArgumentRole) -> tuple[str, ...]:
        """Names of the arguments with a role, a short name of a person put in full where another page gives it."""
        return tuple(dict.fromkeys(self.full.get(n, n) for n in self.event.names(role)))

    def plainly(self, role: ArgumentRole) -> frozenset[str]:
        """Names of the arguments with a role, in full and plain."""
        return frozenset(plain(name) for name in self.named(role))


def rid_of(stamp: str, event: EventMention) -> str:
    """The name of a report within merging: publication, page, position, id."""
    return f"{stamp} {event.page_id} {event.trigger.start:09d} {event.id}"


def event_id(rid: str) -> str:
    """The event mention that a report is."""
    return rid.rsplit(" ", 1)[1]


def candidates(reading: Reading) -> list[Candidate]:
    """The event mentions of a page, with names as they stand there."""
    kinds = {e.id: e.kind for e in reading.entities}
    stamp = reading.article.published.iso
    rids = {event.id: rid_of(stamp, event) for event in reading.events}
    lead = [b.span for b in reading.article.blocks if b.kind != "caption"][:LEAD_BLOCKS]
    public = {e.id for e in reading.entities if e.kind == "country" or e.sector in PUBLIC}
    about, main = _protagonists(reading), leads(reading)
    version, written = version_key(reading.article), in_order_of_text(reading.article)[0]
    found = []
    for event in reading.events:
        block = reading.article.block_at(event.span.start)
        found.append(
            Candidate(
                event=event,
                stamp=stamp,
                headline=block is not None and block.kind == "headline",
                prominent=any(span.covers(event.trigger) for span in lead),
                wording=long_words(event.sentence.of(reading.article.text)),
                kinds={a.entity: kinds[a.entity] for a in event.arguments if a.entity in kinds},
                public=_public(event, public),
                protagonists=about if status_of(event) in COMING else (),
                again=rids.get(event.same_as or ""),
                frame=rids.get(event.frame or ""),
                lead=main.get(event.id),
                version=version,
                written=written,
            )
        )
    return found


def _public(event: EventMention, public: Collection[str]) -> int:
    parties = {a.entity for a in event.arguments if a.role in ("actor", "recipient") and a.entity}
    return len(parties.intersection(public))


def called(candidate: Candidate) -> frozenset[Called]:
    """The names in an event with what they are names of.

    A name that is taken for a body's may be a person's whom the page names for short.
    """
    kinds = ((candidate.kinds.get(a.entity or ""), a.name) for a in candidate.event.arguments)
    return frozenset(
        ("person" if kind in (None, "organization") and not is_acronym(name) else kind, name) for kind, name in kinds
    )


def renamed(candidate: Candidate, full: Mapping[Called, str]) -> Candidate:
    """The candidate with other names in full: `full` gives those that stand for others."""
    names = {each[1]: full[each] for each in called(candidate) if each in full}
    return msgspec.structs.replace(candidate, full=names) if names != candidate.full else candidate


def in_order(found: Iterable[Candidate]) -> list[Candidate]:
    """Earliest report first: by publication, page, position."""
    return sorted(found, key=lambda c: c.rid)


def _protagonists(reading: Reading) -> tuple[str, ...]:
    counts = Counter(m.entity for m in reading.mentions)
    acting = (e for e in reading.entities if e.kind in ("person", "organization"))
    return tuple(sorted(plain(e.name) for e in acting if counts[e.id] >= PROTAGONIST_MENTIONS))
