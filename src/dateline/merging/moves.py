"""Dates that slip: later reports that give what is to come another due time, or that call it off.

What is to come is told by the entry that says so first. Three kinds of later reports move it:

- "The ministry postponed the opening of the bridge to 20 June": an event that names it. Its date, where it is still to
  come, is the new due time; without one the due time is open.
- "Norway will open the bridge on 20 June, two weeks later than planned": the same told again, with another date and
  words that say that it is another.
- the same told again with the date to which a report of the first kind has moved it.

The entries of the last two are no expectations of their own.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import timedelta

from dateline.merging.prospects import OPEN, WORD, Told, actor_keys, places_of, stems, told_of, turning_keys, wording
from dateline.merging.shelf import Shelf
from dateline.records import Interval


@dataclass(frozen=True)
class Moves:
    """What later reports make of the due time of an entry.

    `due` are the due times of before, and last the one that holds; `by` the entries that moved it, one for each new
    time; `called_off` those that call it off after that.
    """

    due: tuple[Interval, ...]
    by: tuple[Told, ...] = ()
    called_off: tuple[Told, ...] = ()


def moves(told: Told, near: Iterable[Told]) -> Moves:
    """What others, which stand under the same keys, make of the due time of an entry."""
    turning = sorted((other for other in near if _turns(told, other)), key=lambda other: other.group[0].rid)
    due, by = [told.due], []
    for other in turning:
        new = _after(due[-1], _new_due(other))
        if not other.calls_off and _is_another(due[-1], new):
            due.append(new)
            by.append(other)
    last = by[-1].first if by else told.first
    return Moves(tuple(due), tuple(by), tuple(other for other in turning if other.calls_off and other.first >= last))


def is_told_before(shelf: Shelf, told: Told, near: Iterable[Told]) -> bool:
    """Whether an entry only gives another date to what an earlier one said is to come."""
    if told.moves:
        before = _coming(shelf, turning_keys(told)) - {told.entry.id}
        if any(_turns(first, told) for first in told_of(shelf, sorted(before)).values()):
            return True
    elif told.gives_another_date:
        before = _coming(shelf, turning_keys(told)) - {told.entry.id}
        if any(_restates(first, told) for first in told_of(shelf, sorted(before)).values()):
            return True
    for mover in near:
        if mover.moves and mover.first <= told.last and _names(mover, told) and _is_of(mover, told):
            before = _coming(shelf, turning_keys(mover)) - {told.entry.id}
            for first in told_of(shelf, sorted(before)).values():
                if first.first < mover.first and first.first < told.first and _names(mover, first):
                    return True
    return False


def told_again(shelf: Shelf, keys: Iterable[str]) -> set[str]:
    """Entries to come that may only repeat what stands under these keys, because something moved it."""
    turning = told_of(shelf, sorted({id for ids in shelf.owners("settled", sorted(keys)).values() for id in ids}))
    again = {id for id, other in turning.items() if other.is_coming}
    movers = [other for other in turning.values() if other.moves]
    return again.union(*(_coming(shelf, turning_keys(mover)) for mover in movers))


def _coming(shelf: Shelf, keys: Iterable[str]) -> set[str]:
    return {id for ids in shelf.owners("coming", list(keys)).values() for id in ids}


def _turns(told: Told, other: Told) -> bool:
    if other.entry.id == told.entry.id or other.last <= told.first:
        return False
    if other.moves or other.calls_off:
        return _names(other, told)
    return other.gives_another_date and not told.moves and not told.gives_another_date and _restates(told, other)


def _new_due(mover: Told) -> Interval:
    """The time to which something is moved; open where no report gives one that is still to come."""
    latest = mover.days.latest
    if mover.gives_another_date and not mover.moves:
        return mover.due
    if latest is None or latest <= mover.first:
        return OPEN
    # "Until 20 June" leaves open when it began; what is moved comes about on that day.
    return Interval.day(latest) if mover.entry.value == latest.isoformat() else mover.days


def _after(old: Interval, new: Interval) -> Interval:
    """The new time; where only its end is known ("until July"), it begins when the old one has passed."""
    if new.earliest is not None or new.latest is None or old.latest is None or new.latest <= old.latest:
        return new
    return Interval(old.latest + timedelta(days=1), new.latest)


def _is_another(old: Interval, new: Interval) -> bool:
    if new.is_open or old.is_open:
        return new.is_open != old.is_open
    return old.intersection(new) is None


def _is_of(mover: Told, told: Told) -> bool:
    """Whether an entry is what the mover's sentence gives another time, or has that time."""
    ours, theirs = mover.group[0].event, told.group[0].event
    if (ours.page_id, ours.sentence) == (theirs.page_id, theirs.sentence):
        return True
    new = _new_due(mover)
    return not new.is_open and not told.due.is_open and new.intersection(told.due) is not None


def _names(mover: Told, told: Told) -> bool:
    """Whether what is moved, or called off, is what is to come: two of its words, or one and somebody or some place."""
    words = stems(mover.objects) - wording().plans
    shared = words & told.named
    if not shared or _elsewhere(mover, told):
        return False
    if len(shared) > 1:
        return True
    ours = bool(actor_keys(mover.actors) & actor_keys(told.parties) or mover.places & told.places)
    return words <= told.named | told.handles and ours


def _restates(first: Told, again: Told) -> bool:
    """Whether an entry tells again, with other words on its date, what an earlier one said is to come."""
    if first.gives_another_date or first.first >= again.first or _elsewhere(again, first):
        return False
    if first.due.is_open or again.due.is_open or not first.kinds & again.kinds:
        return False
    same_actors = not first.actors or not again.actors or bool(actor_keys(first.actors) & actor_keys(again.actors))
    return same_actors and bool(first.handles & again.words)


def _elsewhere(one: Told, other: Told) -> bool:
    return bool(one.places and other.places and not one.places & other.places)


def all_turning(shelf: Shelf, found: Collection[Told]) -> dict[str, list[Told]]:
    """For each entry to come those under its words that may move it or call it off, by the entry's id."""
    keys = {t.entry.id: [k for kind, k in places_of(t) if kind == "coming" and k.startswith(WORD)] for t in found}
    owners = shelf.owners("settled", sorted({key for some in keys.values() for key in some}))
    known = told_of(shelf, sorted({id for ids in owners.values() for id in ids}))
    ids = {id: sorted({other for key in some for other in owners.get(key, ())}) for id, some in keys.items()}
    return {id: [known[other] for other in others if other in known] for id, others in ids.items()}
