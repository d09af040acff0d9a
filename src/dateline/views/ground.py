"""What every view stands on: one open chronicle, and what is read out of it once and kept."""

from collections.abc import Callable
from functools import cached_property

from dateline.records import Expectation, RelatedItem
from dateline.store import StoreReader
from dateline.views.citations import Source
from dateline.views.columns import Columns
from dateline.views.evidence import Evidence
from dateline.views.lists import Activity, activities
from dateline.views.related import ActorNames, Held, related_row
from dateline.views.rows import RelatedRow


class Ground:
    """One state of a chronicle. What is expensive is made when first asked for, and kept as long as this lives."""

    def __init__(self, reader: StoreReader, location: str) -> None:
        self.location = location
        self.reader = reader
        self.evidence = Evidence(reader)

    @property
    def sources(self) -> tuple[Source, ...]:
        """The pages that were read, in order of publication."""
        return self.evidence.every_source

    @cached_property
    def columns(self) -> Columns:
        """The entries as columns in memory."""
        return Columns(self.reader.entries(), self.reader.actors(), self.evidence.source, self.reader.pages_of)

    @cached_property
    def expectations(self) -> dict[str, Expectation]:
        """Expectations by the id of the entry that is to come."""
        return {expectation.entry: expectation for expectation in self.reader.expectations()}

    @cached_property
    def activities(self) -> dict[str, Activity]:
        """What each actor (by id) is seen to do."""
        return activities(self.reader.actors(), self.reader.entries(), self.reader.statements())

    @cached_property
    def related_row(self) -> Callable[[RelatedItem], RelatedRow]:
        """Makes a row of an item, with the actors that it names and whether the chronicle holds it."""
        names, held = ActorNames(self.reader.actors()), Held(self.sources)
        return lambda item: related_row(item, self.evidence.source(item.page_id), names, held)
