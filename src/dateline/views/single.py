"""Single things, by what people call them: one entry, one page, one actor."""

from collections.abc import Callable, Iterable, Iterator
from itertools import islice

import numpy as np

from dateline.errors import UsageError
from dateline.records import Actor, Entry, Expectation
from dateline.store import Filters
from dateline.views.chronology import entry_row
from dateline.views.claims import claim_view
from dateline.views.dossier import Dossier, Material, co_actors, dossier
from dateline.views.entry import EntryView, entry_view
from dateline.views.ground import Ground
from dateline.views.page_reader import PageView, page_view
from dateline.views.rows import ClaimView
from dateline.views.side_by_side import side_by_side

SEVERAL = 6
"""Actors that are named where a name could be several."""


def find_entry(ground: Ground, id: str) -> Entry:
    """The entry of an id, or of the beginning of one. Raises UsageError where there is none, or several."""
    entry = ground.reader.entry(id.strip().lower())
    if entry is None:
        was = ground.reader.last_turn(id.strip().lower())
        if was is not None:
            raise UsageError(f"nothing is left of the entry {was.turn.entry}: since {was.at[:10]} no page reports it")
        raise UsageError(f"no entry has the id {id}; `dateline chronology {ground.location} --all` shows them")
    return entry


def find_actor(ground: Ground, wanted: str) -> Actor:
    """Who has an id or a canonical name, else the only one who goes by a name.

    Raises UsageError where nobody does, or more than one.
    """
    by_id = ground.reader.actor(wanted.strip().lower())
    named = [by_id] if by_id else list(ground.reader.actors(Filters(actor=wanted)))
    exact = [actor for actor in named if actor.name.casefold() == wanted.strip().casefold()]
    found = exact or named
    if len(found) == 1:
        return found[0]
    if not found:
        raise UsageError(f"nobody is called {wanted}; `dateline actors {ground.location}` shows who is there")
    shown = ", ".join(f"{actor.name} ({actor.kind}, {actor.id})" for actor in found[:SEVERAL])
    more = f" and {len(found) - SEVERAL} more" if len(found) > SEVERAL else ""
    raise UsageError(f"{wanted} may be {shown}{more}; give the name in full, or the id")


def one_entry(ground: Ground, id: str) -> EntryView:
    """One entry with all that supports it."""
    entry = find_entry(ground, id)
    expectation = ground.reader.expectations_of((entry.id,)).get(entry.id)
    return _entry_view(ground, entry, expectation, ground.reader.entry, ground.reader.parts(entry.id))


def every_entry(ground: Ground) -> Iterator[EntryView]:
    """Every entry with all that supports it, in order of time; holds all of them, for one query instead of many."""
    by_id = {entry.id: entry for entry in ground.reader.entries()}
    expected = ground.reader.expectations_of(by_id)
    parts: dict[str | None, list[Entry]] = {}
    for entry in by_id.values():
        parts.setdefault(entry.frame, []).append(entry)
    for entry in by_id.values():
        yield _entry_view(ground, entry, expected.get(entry.id), by_id.get, parts.get(entry.id, ()))


def one_page(ground: Ground, name: str, against: str | None = None) -> PageView:
    """One page with its article, marked; beside another one where that is named."""
    reader, evidence = ground.reader, ground.evidence
    id = ground.known.named(name).page
    other = ground.known.named(against).page if against else None
    page = reader.page(id)
    if page is None:
        raise UsageError(f"the page {name} is no longer in the chronicle")
    entries = list(reader.entries_of_page(id))
    expected = reader.expectations_of(entry.id for entry in entries)
    story, versions = reader.story_of(id), reader.versions(id)
    return page_view(
        page,
        evidence.reading(id),
        evidence.source,
        entries,
        lambda entry: entry_row(entry, evidence, expected.get(entry.id)),
        map(ground.related_row, reader.related_of_page(id)),
        versions.pages if versions else (),
        story,
        side_by_side((id, other), evidence.source, evidence.reading) if other and other != id else None,
    )


def one_claim(ground: Ground, id: str) -> ClaimView:
    """One claim with the words and the ladder of each of its voices.

    Raises UsageError where the id, or its beginning, is that of none, or of several.
    """
    begun = [(row, claim) for row, claim in ground.claims if row.id.startswith(id.strip().lower())]
    if len(begun) != 1:
        what = "several claims have ids that begin with" if begun else "no claim has the id"
        raise UsageError(f"{what} {id}; `dateline claims {ground.location}` shows them")
    return claim_view(*begun[0], ground.evidence)


def one_actor(ground: Ground, wanted: str, most: int | None = None) -> Dossier:
    """Everything on an actor, or the weightiest entries and the latest statements, at most so many of each."""
    actor = find_actor(ground, wanted)
    columns = ground.columns
    mask = columns.fields["actor"].having(actor.name)
    mask = mask & columns.on_page(actor.page) if actor.page else mask
    ids = columns.ids_at(np.sort(columns.weightiest(mask, most or len(columns))))
    entries = ground.reader.entries_by_id(ids)
    own = set(actor.entities)
    found = ground.reader.statements(Filters(actor=actor.name), backwards=True)
    said = list(islice((s for s in found if any(speaker.entity in own for speaker in s.speakers)), most))
    speaking = ground.speaking
    shared = [(name, count) for name, count in columns.fields["actor"].counts(mask) if name != actor.name]
    material = Material(
        entries=[entries[id] for id in ids if id in entries],
        statements=said[::-1],
        entries_in_all=int(mask.sum()),
        statements_in_all=speaking.of_actor(actor),
        pages=speaking.pages_of(actor).union(columns.pages_in(mask)),
        co_actors=co_actors(shared, ground.actors_by_name),
        together=lambda names: columns.together("actor", names, mask),
    )
    return dossier(actor, material, ground.evidence)


def _entry_view(
    ground: Ground,
    entry: Entry,
    expectation: Expectation | None,
    find: Callable[[str], Entry | None],
    parts: Iterable[Entry],
) -> EntryView:
    return entry_view(
        entry,
        ground.evidence,
        expectation,
        frame=find(entry.frame) if entry.frame else None,
        parts=parts,
        outcome=find(expectation.outcome) if expectation and expectation.outcome else None,
    )
