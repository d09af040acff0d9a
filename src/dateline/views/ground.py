"""What every view stands on: one open chronicle, and what is read out of it once and kept."""

from collections.abc import Sequence

import msgspec

from dateline.records import Claim, RelatedItem
from dateline.store import EVERYTHING, ActorBrief, Filters, StoreReader, Written
from dateline.views.actors import Speaking, actor_rows
from dateline.views.browsing import KINDS, Browsing, Chosen
from dateline.views.citations import Source
from dateline.views.claims import claim_row
from dateline.views.columns import Columns
from dateline.views.contents import Contents, contents, with_decisions
from dateline.views.coverage import Coverage, coverage
from dateline.views.evidence import Evidence
from dateline.views.kept import Keeping, Kept, Recent
from dateline.views.leading import Leads, Ordered
from dateline.views.places import Located
from dateline.views.related import ActorNames, Held, related_row
from dateline.views.rows import ActorRow, ClaimRow, RelatedRow
from dateline.views.sources import Sources

CHOSEN = 8
"""Selections of entries that are kept: paging through one asks for it again and again."""
WARM = ("known", "columns", "contents", "actor_rows", "coverage", "held", "actor_names", "located",
        "statements_in_order", "expectations_in_order")  # fmt: skip


class Ground(Keeping):
    """One state of a chronicle. What is expensive is made when first asked for, and kept as long as this lives.

    `renewed` gives the state after something was written; what was made for this one is made for that one too, out of
    what this one has, as far as it has not changed.
    """

    def __init__(self, reader: StoreReader, location: str, before: "Ground | None" = None) -> None:
        super().__init__()
        self.location = location
        self.reader = reader
        self.number = reader.last_written()
        self._before = before
        self._written = reader.written_after(before.number) if before else None
        old = before.known.renewed(self._written, reader) if before and self._written else None
        self.evidence = Evidence(reader, old)
        self._chosen: Recent[Browsing, Chosen] = Recent(CHOSEN)
        self.listed: Recent[tuple[str, Filters], Sequence[str]] = Recent(CHOSEN)

    def renewed(self) -> "Ground":
        """The state of the chronicle as it is now."""
        new = Ground(self.reader, self.location, self)
        for made, again in ((self.evidence, new.evidence), (self, new)):
            for name in made.made:
                getattr(again, name)
        new._before = None
        return new

    def warm_up(self) -> None:
        """Make what most pages of a server need."""
        for name in WARM:
            getattr(self, name)

    @property
    def types(self) -> tuple[str, ...]:
        """The event types that occur."""
        return self.columns.names("type") if "columns" in self.made else self.reader.types()

    @property
    def sources(self) -> tuple[Source, ...]:
        """The pages that were read, in order of publication."""
        return self.known.listed

    @property
    def known(self) -> Sources:
        """The pages that were read."""
        return self.evidence.known

    @Kept
    def columns(self) -> Columns:
        """The entries as columns in memory."""
        if (old := self._old("columns")) is not None:
            return old.columns.renewed(self._changes)
        return Columns.of(self.reader)

    @Kept
    def statement_entries(self) -> Leads:
        """The entries that are reported within each statement."""
        return Leads(self.reader.entries_within(), self.columns)

    @Kept
    def expectation_entries(self) -> Leads:
        """The entry that each expectation is of."""
        return Leads(self.reader.expected_entries(), self.columns)

    @Kept
    def statements_in_order(self) -> Ordered:
        """All statements in the order of their list."""
        return self.statement_entries.ordered(self.reader.in_order("statements", EVERYTHING, None))

    @Kept
    def statement_pages(self) -> dict[str, str]:
        """The page of each statement."""
        return dict(self.reader.pages_of_statements(EVERYTHING))

    @Kept
    def expectations_in_order(self) -> Ordered:
        """All expectations in the order of their list."""
        return self.expectation_entries.ordered(self.reader.in_order("expectations", EVERYTHING, None))

    @Kept
    def actors(self) -> tuple[ActorBrief, ...]:
        """Who is in the chronicle."""
        old = self._old("actors")
        return old.actors if old is not None and not self._changes.actors else tuple(self.reader.actor_briefs())

    @Kept
    def speaking(self) -> Speaking:
        """Who makes how many statements."""
        if (old := self._old("speaking")) is not None:
            return old.speaking.renewed(self._changes, self.reader)
        return Speaking.of(self.reader)

    @Kept
    def actor_rows(self) -> tuple[ActorRow, ...]:
        """All actors with what they are seen to do, the busiest first."""
        return actor_rows(self.actors, self.columns, self.speaking)

    @Kept
    def actors_by_name(self) -> dict[str, ActorRow]:
        """Actors by their canonical names; those without a name of their own are left out."""
        unnamed = {actor.id for actor in self.actors if actor.page}
        return {row.name: row for row in self.actor_rows if row.id not in unnamed}

    @Kept
    def located(self) -> Located:
        """Where on earth the places of the pages are."""
        if (old := self._old("located")) is not None:
            return old.located.renewed(self._changes, self.reader)
        return Located.of(self.reader)

    @Kept
    def claims(self) -> tuple[tuple[ClaimRow, Claim], ...]:
        """All claims, as rows too."""
        stories = {copy.page_id: story.origin for story in self.reader.syndicates() for copy in story.copies}
        return tuple((claim_row(claim, self.evidence, stories), claim) for claim in self.reader.claims())

    @Kept
    def claim_rows(self) -> dict[str, ClaimRow]:
        """All claims as rows, by id."""
        return {row.id: row for row, _ in self.claims}

    @Kept
    def contents(self) -> Contents:
        """What is in the chronicle."""
        reader = self.reader
        found = contents(self.location, reader.counts(), self.sources, reader.rejections())
        return with_decisions(found, list(reader.decisions()), reader.waiting())

    @Kept
    def coverage(self) -> Coverage:
        """What the pages cover and where they are silent."""
        return coverage(self.sources, self.actor_rows)

    @Kept
    def held(self) -> Held:
        """The pages by headline and by address."""
        if (old := self._old("held")) is not None:
            return old.held.renewed(self._changes, self.known.by_page)
        return Held.of(self.sources)

    @Kept
    def actor_names(self) -> ActorNames:
        """The names of actors, to find them in words."""
        old = self._old("actor_names")
        return old.actor_names if old is not None and not self._changes.actors else ActorNames(self.actors)

    def related_row(self, item: RelatedItem) -> RelatedRow:
        """A row of an item, with the actors that it names and whether the chronicle holds it."""
        return related_row(item, self.evidence.source(item.page_id), self.actor_names, self.held)

    def chosen(self, asked: Browsing) -> Chosen:
        """The entries that fit what is asked, whatever its page."""
        return self._chosen.get(msgspec.structs.replace(asked, after=None, before=None, limit=0), self._choose)

    def _old(self, name: str) -> "Ground | None":
        """The state before, where it has made this and it is known what has changed since."""
        before = self._before
        return before if before is not None and self._written is not None and name in before.made else None

    @property
    def _changes(self) -> Written:
        if self._written is None:
            raise ValueError("there is no state before")
        return self._written

    def _choose(self, asked: Browsing) -> Chosen:
        found = self.reader.entries_holding(asked.words) if asked.words else None
        ahead = () if {*KINDS} <= {*asked.kinds} else self.reader.expected()
        return Chosen(self.columns, asked, found, ahead)
