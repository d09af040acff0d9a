"""Where the reports of one event differ, and who says which.

Days differ where the reports' times share no day; a day within a named month does not differ from it. Numbers differ
where two reports count or measure the same thing and the numbers cannot both be right (`Quantity.limits`). Places,
actors and recipients differ where none of a report's is one of another's and both are of one kind; of actors and
recipients only those with a name count, and who meets whom is one cell. Status differs where one says that it happened,
or alleges it, and another denies it. The position that holds the entry's own value comes first.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence

import msgspec

from dateline.merging.candidates import Candidate
from dateline.merging.revisions import superseded
from dateline.records import ArgumentRole, Dispute, DisputedCell, Interval, Position, Quantity

MEETING = "meeting"
DENYING = frozenset({"denied", "not_happened"})

Differ = Callable[[Candidate, Candidate], bool]


def disputes(group: Sequence[Candidate], interval: Interval) -> tuple[Dispute, ...]:
    """Cells on which the reports of a group differ; `interval` is the one that the entry shows."""
    if len(group) < 2:
        return ()
    found = [
        _dispute(
            "date", group, [c.interval for c in group], _days_differ, _days, prefer=lambda c: c.interval == interval
        ),
        _dispute(
            "place", group, [c.places or None for c in group], _places_differ, lambda c: ", ".join(c.named("place"))
        ),
        *_parties(group),
        _dispute("status", group, [c.status for c in group], _statuses_differ, lambda c: c.status),
    ]
    return tuple(dispute for dispute in (*found, *_numbers(group)) if dispute is not None)


def _dispute(
    cell: DisputedCell,
    group: Sequence[Candidate],
    values: Sequence[object],
    differ: Differ,
    words: Callable[[Candidate], str],
    prefer: Callable[[Candidate], bool] = lambda _: False,
) -> Dispute | None:
    """The positions of reports that have a value: each joins the first position that it does not differ from."""
    valued = (
        number
        for number, value in enumerate(values)
        if value is not None and not (isinstance(value, Interval) and value.is_open)
    )
    positions = _gathered(valued, lambda a, b: not differ(group[a], group[b]))
    if len(positions) < 2:
        return None
    positions.sort(key=lambda p: (not any(prefer(group[n]) for n in p), p))
    return Dispute(cell=cell, positions=tuple(_position(group, p, words(_exact(group, p))) for p in positions))


def _gathered[T](found: Iterable[T], agree: Callable[[T, T], bool]) -> list[list[T]]:
    """In order, each with the first of those before it whose members it all agrees with, else by itself."""
    positions: list[list[T]] = []
    for one in found:
        home = next((position for position in positions if all(agree(one, other) for other in position)), None)
        if home is None:
            positions.append([one])
        else:
            home.append(one)
    return positions


def _exact(group: Sequence[Candidate], numbers: Sequence[int]) -> Candidate:
    return next((group[n] for n in numbers if group[n].interval.is_day), group[numbers[0]])


def _position(group: Sequence[Candidate], numbers: Sequence[int], value: str) -> Position:
    speakers = (s.name for n in numbers for link in group[n].event.chain for s in link.speakers)
    return Position(value=value, reports=tuple(numbers), said_by=tuple(dict.fromkeys(speakers)))


def _days_differ(a: Candidate, b: Candidate) -> bool:
    return a.interval.intersection(b.interval) is None


def _days(c: Candidate) -> str:
    first, last = c.interval.earliest, c.interval.latest
    days = [day.isoformat() if day else "" for day in (first, last)]
    return days[0] if first == last else "/".join(days)


def _places_differ(a: Candidate, b: Candidate) -> bool:
    if not a.places or not b.places or a.places & b.places or a.kinds_of("place") != b.kinds_of("place"):
        return False
    return not any(x in y or y in x for x in a.places for y in b.places)


def _parties(group: Sequence[Candidate]) -> Iterator[Dispute | None]:
    """Disputes on who did it, and to whom. Who meets whom is compared as a whole by merging: there it is no dispute."""
    if any(c.family == MEETING for c in group):
        return
    cells: tuple[tuple[DisputedCell, ArgumentRole], ...] = (("actor", "actor"), ("recipient", "recipient"))
    for cell, role in cells:
        names = [_named(c, role) or None for c in group]
        yield _dispute(cell, group, names, _differ_on(role), lambda c, role=role: ", ".join(c.named(role)))  # type: ignore[misc]


def _named(c: Candidate, role: ArgumentRole) -> frozenset[str]:
    """Plain names of those with a role who have a name."""
    return frozenset(c.plainly(role) & c.named_parties)


def _differ_on(role: ArgumentRole) -> Differ:
    def differ(a: Candidate, b: Candidate) -> bool:
        mine, yours = _named(a, role), _named(b, role)
        if a.kinds_of(role) != b.kinds_of(role):
            return False
        return not any(x in y or y in x for x in mine for y in yours)

    return differ


def _statuses_differ(a: Candidate, b: Candidate) -> bool:
    if "possible" in (a.status, b.status):
        return False
    return (a.status in DENYING) != (b.status in DENYING)


def _numbers(group: Sequence[Candidate]) -> list[Dispute]:
    """Disputes on what is counted or measured; the numbers of the latest report come first, as in the entry."""
    told: dict[tuple[str, str], list[_Number]] = {}
    for place, candidate in enumerate(group):
        for number in _told_once(place, candidate):
            told.setdefault((number.quantity.kind, number.quantity.unit), []).append(number)
    old = superseded(group)
    found = (_number_dispute(same, old) for _, many in sorted(told.items()) for same in _of_one_thing(many))
    return [dispute for dispute in found if dispute is not None]


class _Number(msgspec.Struct, frozen=True):
    """A number with the place of its report in the group, and who says so."""

    report: int
    quantity: Quantity
    said_by: tuple[str, ...]

    def meets(self, other: "_Number") -> bool:
        """Whether both can be right."""
        (least, most), (lowest, highest) = self.quantity.limits, other.quantity.limits
        return least <= highest and lowest <= most


def _told_once(place: int, c: Candidate) -> list[_Number]:
    """The numbers of a report, but for those of which it tells another too."""
    speakers = tuple(s.name for link in c.event.chain for s in link.speakers)
    own = [_Number(place, quantity, speakers) for quantity in c.event.quantities]
    own += [_Number(place, m.quantity, m.said_by or speakers) for m in (c.lead.measures if c.lead else ())]
    return [n for n in own if all(n.meets(m) for m in own if is_one_thing(n.quantity, m.quantity))]


def is_one_thing(a: Quantity, b: Quantity) -> bool:
    """Whether two numbers are of the same: of those killed, of tonnes of oil."""
    return (a.kind, a.unit) == (b.kind, b.unit) and (a.of == b.of or not (a.of and b.of))


def _of_one_thing(many: Sequence[_Number]) -> Iterator[list[_Number]]:
    """Numbers by what they are of; those that do not say join the others where these are of one thing."""
    things = sorted({number.quantity.of for number in many} - {""})
    if len(things) < 2:
        yield list(many)
    for thing in things if len(things) > 1 else ():
        yield [number for number in many if number.quantity.of == thing]


def _number_dispute(numbers: Sequence[_Number], old: Collection[int]) -> Dispute | None:
    positions = _gathered(numbers, _Number.meets)
    if len(positions) < 2:
        return None
    positions.sort(key=lambda p: max((n.report not in old, n.report) for n in p), reverse=True)
    return Dispute(cell="number", of=_thing(numbers), positions=tuple(map(_numbered, positions)))


def _numbered(numbers: Sequence[_Number]) -> Position:
    reports = tuple(dict.fromkeys(number.report for number in numbers))
    said_by = tuple(dict.fromkeys(name for number in numbers for name in number.said_by))
    return Position(value=numbers[0].quantity.words, reports=reports, said_by=said_by)


def _thing(numbers: Sequence[_Number]) -> str:
    """What is counted, in a word or two: "killed", "tonne oil", "boat"."""
    first = numbers[0].quantity
    of = next((number.quantity.of for number in numbers if number.quantity.of), "")
    what = first.kind if first.unit == "people" else first.unit
    return " ".join(word for word in (what, of) if word)
