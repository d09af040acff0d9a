"""Decisions of people, replayed over the reports as they are read now."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations

import msgspec

from dateline.merging.shelf import Kind, Pair, Shelf
from dateline.records import Anchor, Decision, Edit

Anchored = Callable[[Anchor], str | None]
"""The report that words of a page are today; None where they are none."""
BINDING: tuple[Kind, ...] = ("same", "different", "edited", "rejected")


@dataclass
class Standing:
    """What a log of decisions comes to: pairs under their keys, by kind, and what waits for its words to be found."""

    pairs: dict[Kind, set[Pair]] = field(default_factory=lambda: {kind: set() for kind in BINDING})
    waiting: list[Decision] = field(default_factory=list)
    overridden: list[Decision] = field(default_factory=list)
    """Decisions that a later one contradicts."""


def undone(log: Iterable[Decision]) -> set[str]:
    """Ids of the decisions that somebody has undone; an undone undo is none."""
    found: set[str] = set()
    for decision in reversed(list(log)):
        if decision.kind == "undo" and decision.id not in found:
            found.add(decision.undoes)
    return found


def in_force(log: Iterable[Decision]) -> list[Decision]:
    """The decisions that nobody has undone, in the order of the log, without the undoing."""
    told = list(log)
    gone = undone(told)
    return [decision for decision in told if decision.kind != "undo" and decision.id not in gone]


def standing(log: Iterable[Decision], anchored: Anchored) -> Standing:
    """What the decisions come to. Of two that contradict each other the later one holds."""
    found = Standing()
    groups = _Groups()
    for decision in reversed(in_force(log)):
        if decision.kind in ("actor-same", "actor-different", "add"):
            continue
        # Of a page that was taken out for good no words are left to look for.
        rids = [anchored(target) for target in decision.targets if target.quote]
        known = sorted({rid for rid in rids if rid is not None})
        if None in rids:
            found.waiting.append(decision)
        if decision.kind == "reject":
            found.pairs["rejected"] |= {(rid, decision.id) for rid in known}
        elif decision.kind == "edit":
            found.pairs["edited"] |= {(rid, _edit(decision)) for rid in known}
        elif len(known) > 1 and not groups.bind(known, same=decision.kind == "same"):
            found.overridden.append(decision)
    found.pairs["same"], found.pairs["different"] = groups.same, groups.different
    return found


def bind(shelf: Shelf, pairs: Mapping[Kind, set[Pair]], before: Mapping[Kind, set[Pair]]) -> set[str]:
    """Put what decisions come to on the shelf, in the place of what they came to; returns the reports it is about."""
    touched: set[str] = set()
    for kind in BINDING:
        old, new = before.get(kind, set()), pairs.get(kind, set())
        shelf.drop(kind, sorted(old - new))
        shelf.put(kind, sorted(new - old))
        touched |= {rid for pair in old ^ new for rid in (pair if kind in ("same", "different") else pair[:1])}
    return touched


def edits_of(shelf: Shelf, rids: Collection[str]) -> dict[str, list[Edit]]:
    """What people set on reports, by report."""
    found = shelf.owners("edited", rids)
    return {rid: [msgspec.json.decode(text, type=Edit) for text in texts] for rid, texts in found.items()}


def _edit(decision: Decision) -> str:
    edit = Edit(
        cell=decision.cell,
        value=decision.value,
        by=decision.by,
        at=decision.at,
        decision=decision.id,
        seen=decision.seen,
    )
    return msgspec.json.encode(edit).decode()


class _Groups:
    """Reports that are one event, or not, the latest decision first; one that contradicts them is not taken."""

    def __init__(self) -> None:
        self._home: dict[str, frozenset[str]] = {}
        self.same: set[Pair] = set()
        self.different: set[Pair] = set()

    def bind(self, rids: Sequence[str], *, same: bool) -> bool:
        groups = {self._home.get(rid, frozenset({rid})) for rid in rids}
        if same:
            merged = frozenset().union(*groups)
            if any((a, b) in self.different for a, b in combinations(sorted(merged), 2)):
                return False
            self._home.update(dict.fromkeys(merged, merged))
            self.same |= {pair for a, b in combinations(rids, 2) for pair in ((a, b), (b, a))}
            return True
        if len(groups) < len(set(rids)):
            return False
        self.different |= {(x, y) for a in groups for b in groups if a != b for x in a for y in b}
        return True
