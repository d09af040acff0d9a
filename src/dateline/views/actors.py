"""Actors as rows: who is there, and how much each is seen to do."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Self

from dateline.records import Actor
from dateline.store import EVERYTHING, ActorBrief, Filters, StoreReader, Written, folded
from dateline.views.columns import Activity, Columns
from dateline.views.rows import ActorRow

Entities = tuple[str, ...]


class Speaking:
    """How many statements each entity makes; entities are those of pages."""

    def __init__(
        self, by_page: Mapping[str, Sequence[Entities]], counts: Counter[str], page: Mapping[str, str]
    ) -> None:
        """`page` is the page of each entity."""
        self._by_page = by_page
        self._page = page
        self._counts = counts

    @classmethod
    def of(cls, reader: StoreReader) -> Self:
        """Counted over all statements."""
        return cls({}, Counter(), {})._with(reader.speaking())

    def renewed(self, written: Written, reader: StoreReader) -> Self:
        """Counted anew where pages were written or taken away."""
        if not written.pages:
            return self
        by_page, counts = dict(self._by_page), self._counts.copy()
        for page in written.pages:
            for speakers in by_page.pop(page, ()):
                counts.subtract(speakers)
        return type(self)(by_page, counts, self._page)._with(reader.speaking(written.pages))

    def of_actor(self, actor: ActorBrief | Actor) -> int:
        """How many statements an actor makes."""
        return sum(self._counts[entity] for entity in dict.fromkeys(actor.entities))

    def pages_of(self, actor: ActorBrief | Actor) -> frozenset[str]:
        """The pages on which an actor makes statements."""
        return frozenset(self._page[entity] for entity in actor.entities if self._counts[entity] > 0)

    def _with(self, said: Iterable[tuple[str, Entities]]) -> Self:
        more: dict[str, list[Entities]] = {}
        for page, speakers in said:
            more.setdefault(page, []).append(speakers)
        counts = self._counts.copy()
        for each in more.values():
            for speakers in each:
                counts.update(speakers)
        pages = {entity: page for page, each in more.items() for speakers in each for entity in speakers}
        return type(self)({**self._by_page, **more}, counts, {**self._page, **pages})


def actor_rows(actors: Iterable[ActorBrief], columns: Columns, speaking: Speaking) -> tuple[ActorRow, ...]:
    """All actors, the busiest first: entries are counted by canonical name, statements by the speaker's entity.

    Of those without a name of their own only the entries that their page reports count.
    """
    known = list(actors)
    activity = columns.activity()
    here = columns.activity_on_pages({actor.name for actor in known if actor.page})
    nothing: Activity = (0, None, None)
    rows = (
        _row(
            actor,
            here.get((actor.name, actor.page), nothing) if actor.page else activity.get(actor.name, nothing),
            speaking,
        )
        for actor in known
    )
    return tuple(sorted(rows, key=_busiest_first))


def fitting(rows: Iterable[ActorRow], filters: Filters, columns: Columns, reader: StoreReader) -> list[ActorRow]:
    """The rows of the actors that fit: see `dateline.store.Filters`."""
    if filters.actor is not None:
        named = reader.actor_ids(filters.actor)
        rows = [row for row in rows if row.id in named]
    rest = Filters(
        **{f: getattr(filters, f) for f in ("place", "type", "status", "said_by", "since", "until", "source")}
    )
    if rest != EVERYTHING:
        names = columns.names_in(columns.matching(rest), ("actor", "said_by"))
        rows = [row for row in rows if folded(row.name) in names]
    return list(rows)


def _row(actor: ActorBrief, seen: Activity, speaking: Speaking) -> ActorRow:
    entries, first, last = seen
    return ActorRow(
        id=actor.id,
        name=actor.name,
        kind=actor.kind,
        country=actor.country,
        names=tuple(name for name in actor.names if name != actor.name),
        entries=entries,
        statements=speaking.of_actor(actor),
        first=first,
        last=last,
    )


def _busiest_first(row: ActorRow) -> tuple[int, int, str, str]:
    """Most entries, then most statements, then by name."""
    return -row.entries, -row.statements, row.name.casefold(), row.id
