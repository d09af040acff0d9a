"""Decisions of people over what is merged now: words of pages found again, events added, names that are one."""

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING

from dateline.records import Anchor, Decision
from dateline.store import MergeWriter

if TYPE_CHECKING:
    from dateline.merging import Candidate, Kind, Pair, Shelf


def anchoring(shelf: "Shelf", tables: MergeWriter) -> Callable[[Anchor], str | None]:
    """Finds the report that words of a page are today: of the same words, else with the same verb within them."""
    texts: dict[str, str] = {}

    def anchored(target: Anchor) -> str | None:
        if target.page_id not in texts:
            texts.update((r.page_id, r.article.text) for r in tables.readings([target.page_id]))
        rids = shelf.owners("page", [target.page_id]).get(target.page_id, [])
        return _anchored(target, texts.get(target.page_id, ""), shelf.candidates(rids))

    return anchored


def _anchored(target: Anchor, text: str, known: "Mapping[str, Candidate]") -> str | None:
    from dateline.merging import anchored_event

    named = {c.event.id: rid for rid, c in known.items()}
    found = anchored_event(target, text, (c.event for c in known.values()))
    return named[found.id] if found else None


def unplaced(shelf: "Shelf", log: Iterable[Decision]) -> list[str]:
    """Ids of the decisions that add an event whose words stand on no page as it is read now."""
    from dateline.merging import added_id, event_id, in_force

    added = [decision for decision in in_force(log) if decision.kind == "add" and decision.targets[0].quote]
    reports = shelf.owners("page", sorted({decision.targets[0].page_id for decision in added}))
    known = {event_id(rid) for rids in reports.values() for rid in rids}
    return [decision.id for decision in added if added_id(decision) not in known]


def names_that_are_one(log: Iterable[Decision]) -> "dict[Kind, set[Pair]]":
    """Names that people said are one, or are not, as keys of names: `alias` and `apart`."""
    from dateline.mentions import name_key
    from dateline.merging import in_force

    alias: dict[str, str] = {}
    apart: set[tuple[str, str]] = set()
    for decision in in_force(log):
        keys = [name_key(name) for name in decision.names]
        if decision.kind == "actor-same":
            alias.update((key, decision.names[0]) for key in keys[1:] if key != keys[0])
            apart -= {(a, b) for a in keys for b in keys}
        elif decision.kind == "actor-different":
            apart |= {(a, b) for a in keys for b in keys if a != b}
            alias = {key: name for key, name in alias.items() if (key, name_key(name)) not in apart}
    return {"alias": set(alias.items()), "apart": apart}
