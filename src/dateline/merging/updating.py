"""One addition to a chronicle: pages in, and everything they touch made anew; nothing else is looked at.

From scratch is one big addition to an empty shelf, so adding page by page, in any order, gives the same.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field

import msgspec

from dateline.merging import blocking, naming
from dateline.merging.candidates import Candidate, called, candidates, in_order, renamed
from dateline.merging.cells import entry_of
from dateline.merging.clustering import Judged, Links, cluster, neighbourhoods
from dateline.merging.comparison import same_event
from dateline.merging.edits import edited
from dateline.merging.expectations import follow_up
from dateline.merging.frames import drop_frames, set_frames
from dateline.merging.handing import independent
from dateline.merging.log import edits_of
from dateline.merging.salience import salience
from dateline.merging.shelf import Kind, Pair, Shelf
from dateline.records import Entry, Reading


@dataclass
class Changes:
    """Ids of what an addition wrote and took away."""

    written: set[str] = field(default_factory=set)
    gone: set[str] = field(default_factory=set)
    before: dict[str, Entry] = field(default_factory=dict)
    """The entries that were written or are gone, as they were."""
    members: list[str] = field(default_factory=list)
    """Reports of the neighbourhoods that were made anew, by name."""
    names: set[str] = field(default_factory=set)
    """Keys under which names may stand for others than before."""


def update(
    shelf: Shelf,
    added: Collection[Reading],
    removed: Iterable[str] = (),
    moved: Iterable[str] = (),
    asked: Collection[str] = (),
) -> Changes:
    """Make the shelf hold what it would hold if these pages, too, had been merged from scratch, and `removed` had not.

    Pages that are known are read anew. `moved` are pages whose origin is another now; `asked` are keys of names that
    stand for others now. The shelf must know the origins.
    """
    removed = sorted(set(removed) - {r.page_id for r in added})
    old = _known(shelf, [*removed, *(r.page_id for r in added)])
    names = naming.learn(shelf, added, removed) | set(asked)
    renamed_pages = {page for pages in shelf.owners("asks", sorted(names)).values() for page in pages}
    new = _made(shelf, added) | _renamed(shelf, renamed_pages - {r.page_id for r in added} - set(removed))
    old |= {rid: c for rid, c in shelf.candidates(sorted(new)).items() if rid not in old}
    gone = {rid: c for rid, c in old.items() if new.get(rid) != c}
    fresh = {rid: c for rid, c in new.items() if old.get(rid) != c}
    _note_names(shelf, old.values(), new.values())
    starts = _relink(shelf, gone, fresh)
    starts |= {rid for rids in shelf.owners("page", sorted(set(moved))).values() for rid in rids}
    changes = _regroup(shelf, starts, set(gone) - set(new))
    changes.names = names
    changes.written |= set_frames(shelf, changes.members)
    follow_up(shelf, changes.written, changes.gone, added, removed)
    return changes


def regroup(shelf: Shelf, rids: Iterable[str]) -> Changes:
    """Make anew what reports touch, after somebody decided something about them."""
    starts = set(rids)
    changes = _regroup(shelf, starts, set())
    changes.written |= set_frames(shelf, changes.members)
    follow_up(shelf, changes.written, changes.gone)
    return changes


def compose(shelf: Shelf, groups: Iterable[Sequence[str]]) -> None:
    """Put the entries of groups of reports (by name) on a shelf that has none of them, as they would be regrouped."""
    for rids in groups:
        (entry,) = _entries(shelf, [in_order(shelf.candidates(rids).values())])
        shelf.put_entries([entry])
        shelf.put("home", [(rid, entry.id) for rid in rids])
        shelf.put("member", [(entry.id, rid) for rid in rids])


def _entries(shelf: Shelf, groups: Sequence[Sequence[Candidate]]) -> list[Entry]:
    origins = shelf.origins({c.event.page_id for group in groups for c in group})
    edits = edits_of(shelf, [c.rid for group in groups for c in group])
    counted = [(group, independent(group, origins)) for group in groups]
    return [
        edited(entry_of(group, salience(group, sources), sources), [e for c in group for e in edits.get(c.rid, ())])
        for group, sources in counted
    ]


def _known(shelf: Shelf, pages: Sequence[str]) -> dict[str, Candidate]:
    return shelf.candidates([rid for rids in shelf.owners("page", pages).values() for rid in rids])


def _made(shelf: Shelf, readings: Collection[Reading]) -> dict[str, Candidate]:
    found = [c for reading in readings for c in candidates(reading)]
    full = naming.in_full(shelf, {each for c in found for each in called(c)})
    return {c.rid: renamed(c, full) for c in found}


def _renamed(shelf: Shelf, pages: Collection[str]) -> dict[str, Candidate]:
    known = _known(shelf, sorted(pages))
    full = naming.in_full(shelf, {each for c in known.values() for each in called(c)})
    return {rid: renamed(c, full) for rid, c in known.items()}


def _note_names(shelf: Shelf, old: Iterable[Candidate], new: Iterable[Candidate]) -> None:
    before, after = naming.asking(old), naming.asking(new)
    shelf.drop("asks", sorted(before - after))
    shelf.put("asks", sorted(after - before))


def _relink(shelf: Shelf, gone: dict[str, Candidate], fresh: dict[str, Candidate]) -> set[str]:
    """Compare anew what may be seen anew. Returns the reports whose neighbourhoods have changed."""
    shaken = blocking.leave(shelf, _held(gone))
    before = shelf.owners("edge", sorted(gone))
    _unlink(shelf, before)
    shelf.drop_candidates(sorted(set(gone) - set(fresh)))
    shelf.drop("page", [(c.event.page_id, rid) for rid, c in gone.items() if rid not in fresh])
    shelf.drop("inside", [(c.frame, rid) for rid, c in gone.items() if c.frame])
    shelf.drop("again", [(c.again, rid) for rid, c in gone.items() if c.again])
    shelf.put_candidates(list(fresh.values()))
    shelf.put("page", [(c.event.page_id, rid) for rid, c in fresh.items()])
    shelf.put("inside", [(c.frame, rid) for rid, c in fresh.items() if c.frame])
    shelf.put("again", [(c.again, rid) for rid, c in fresh.items() if c.again])
    held = _held(fresh)
    moved, blocks = blocking.enter(shelf, held)
    shaken |= moved
    others = shelf.candidates(sorted(shaken - set(fresh)))
    asked = fresh | others
    between = shelf.owners("edge", sorted(set(asked) - set(fresh)))
    _unlink(shelf, between)
    near = blocking.met(shelf, held | _held(others), blocks)
    shelf.put("edge", _edges(shelf, asked, near))
    touched = {*asked, *(rid for links in (before, between) for rids in links.values() for rid in rids)}
    return touched - (set(gone) - set(fresh))


def _unlink(shelf: Shelf, links: Links) -> None:
    shelf.drop("edge", [pair for a, others in links.items() for b in others for pair in ((a, b), (b, a))])


def _held(found: dict[str, Candidate]) -> dict[str, blocking.Keys]:
    return {rid: blocking.keys(c) for rid, c in found.items()}


def _edges(shelf: Shelf, asked: dict[str, Candidate], near: dict[str, set[str]]) -> list[Pair]:
    """Pairs, both ways round, of reports that meet, or point back, and compare as one event."""
    pairs: set[Pair] = set()
    pointing = shelf.owners("again", sorted(asked))
    for rid, c in asked.items():
        near[rid] |= {*pointing.get(rid, ()), *((c.again,) if c.again else ())}
    unknown = sorted({rid for rids in near.values() for rid in rids} - set(asked))
    known = asked | shelf.candidates(unknown)
    tried: set[Pair] = set()
    for a, others in near.items():
        for b in others:
            if b in known and (b, a) not in tried:
                tried.add((a, b))
                if same_event(known[a], known[b]):
                    pairs |= {(a, b), (b, a)}
    return sorted(pairs)


def _regroup(shelf: Shelf, starts: set[str], gone: set[str]) -> Changes:
    """Cluster the neighbourhoods of some reports anew, and write the entries that differ."""
    linked: dict[Kind, dict[str, list[str]]] = {"edge": {}, "same": {}}

    def near(rids: list[str]) -> Links:
        found: dict[str, set[str]] = {}
        for kind, links in linked.items():
            more = shelf.owners(kind, rids)
            links.update(more)
            for rid, others in more.items():
                found.setdefault(rid, set()).update(others)
        return found

    around = list(neighbourhoods(sorted(starts), near))
    known = shelf.candidates([rid for rids in around for rid in rids])
    groups = _groups(shelf, around, known, linked["edge"], linked["same"])
    entries = _entries(shelf, groups)
    made = {entry.id: (entry, [c.rid for c in group]) for entry, group in zip(entries, groups, strict=True)}
    return _write(shelf, made, [*known, *sorted(gone)])


def _groups(
    shelf: Shelf, around: Sequence[Sequence[str]], known: dict[str, Candidate], edges: Links, same: Links
) -> list[list[Candidate]]:
    """The reports of each neighbourhood in groups of one event each, without those that people rejected."""
    rejected = shelf.owners("rejected", list(known))
    ordered = [in_order(known[rid] for rid in rids if rid in known and rid not in rejected) for rids in around]
    different = shelf.owners("different", [c.rid for found in ordered if len(found) > 1 for c in found])
    judged = Judged(edges, same, different, same_event)
    return [group for found in ordered for group in (cluster(found, judged) if len(found) > 1 else [found]) if group]


def _write(shelf: Shelf, made: dict[str, tuple[Entry, list[str]]], members: list[str]) -> Changes:
    homes = {rid: entries[0] for rid, entries in shelf.owners("home", members).items()}
    new_homes = {rid: id for id, (_, rids) in made.items() for rid in rids}
    shelf.drop("home", [(rid, id) for rid, id in homes.items() if new_homes.get(rid) != id])
    shelf.put("home", [(rid, id) for rid, id in new_homes.items() if homes.get(rid) != id])
    shelf.drop("member", [(id, rid) for rid, id in homes.items() if new_homes.get(rid) != id])
    shelf.put("member", [(id, rid) for rid, id in new_homes.items() if homes.get(rid) != id])
    before = shelf.entries(sorted({*homes.values(), *made}))
    gone = set(before) - set(made)
    made_entries = [_framed(entry, before.get(entry.id)) for entry, _ in made.values()]
    # What is on its shelf for the first time counts too, though another version of Dateline wrote the same.
    at_home = {id for rid, id in new_homes.items() if homes.get(rid) != id}
    changed = [entry for entry in made_entries if before.get(entry.id) != entry or entry.id in at_home]
    shelf.drop_entries(sorted(gone))
    drop_frames(shelf, gone)
    shelf.put_entries(changed)
    written = {entry.id for entry in changed}
    old = {id: entry for id, entry in before.items() if id in gone or id in written}
    return Changes(written, gone, old, members)


def _framed(entry: Entry, before: Entry | None) -> Entry:
    """The entry with the frame that it had: frames are set when all entries are there."""
    return msgspec.structs.replace(entry, frame=before.frame) if before is not None else entry
