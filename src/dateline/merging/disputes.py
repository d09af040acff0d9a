"""Where the reports of one event differ, and who says which.

Days differ where the reports' times share no day; a day within a named month does not differ from it. Numbers differ
where two reports count the same thing; "about" covers a tenth, "more than" and "up to" what is beyond. Places differ
where none of a report's is one of another's and both are of one kind. Status differs where one says that it happened,
or alleges it, and another denies it. The entry's own value is that of the first position.
"""

import re
from collections.abc import Callable, Sequence

from dateline.merging.candidates import Candidate
from dateline.merging.names import plain
from dateline.records import Dispute, DisputedCell, Interval, Position

COUNTED = re.compile(
    r"(?P<bound>about|around|some|nearly|almost|up to|more than|at least|over|fewer than|less than)?\s*"
    r"\b(?P<number>\d{1,3}(?:,\d{3})+|\d{1,12})(?P<part>\.\d{1,6})?(?:\s(?P<scale>million|billion|thousand))?\s"
    r"(?P<unit>[^\W\d_]{3,30})"
)
SCALES = {"thousand": 1e3, "million": 1e6, "billion": 1e9}
AT_LEAST, AT_MOST = {"more than", "at least", "over"}, {"up to", "nearly", "almost", "fewer than", "less than"}
ABOUT = 0.1
LENGTHS_OF_TIME = {"days", "hours", "years", "year", "months", "weeks", "minutes"}
DENYING = frozenset({"denied", "not_happened"})

Range = tuple[float, float]
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
    positions: list[list[int]] = []
    for number, value in enumerate(values):
        if value is None or (isinstance(value, Interval) and value.is_open):
            continue
        home = next((p for p in positions if not any(differ(group[number], group[n]) for n in p)), None)
        if home is None:
            positions.append([number])
        else:
            home.append(number)
    if len(positions) < 2:
        return None
    positions.sort(key=lambda p: (not any(prefer(group[n]) for n in p), p))
    return Dispute(cell=cell, positions=tuple(_position(group, p, words(_exact(group, p))) for p in positions))


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


def _statuses_differ(a: Candidate, b: Candidate) -> bool:
    if "possible" in (a.status, b.status):
        return False
    return (a.status in DENYING) != (b.status in DENYING)


def _numbers(group: Sequence[Candidate]) -> list[Dispute]:
    """Disputes on what is counted: the same unit in two reports with numbers that cannot both be right."""
    counted: dict[str, list[tuple[int, Range, str]]] = {}
    for number, candidate in enumerate(group):
        for unit, (span, words) in _counts(candidate.event.words).items():
            counted.setdefault(unit, []).append((number, span, words))
    found = []
    for unit, counts in sorted(counted.items()):
        positions: list[tuple[Range, list[int], str]] = []
        for number, span, words in counts:
            home = next((p for p in positions if p[0][0] <= span[1] and span[0] <= p[0][1]), None)
            if home is None:
                positions.append((span, [number], words))
            else:
                home[1].append(number)
        if len(positions) > 1:
            told = tuple(_position(group, numbers, words) for _, numbers, words in positions)
            found.append(Dispute(cell="number", of=unit, positions=told))
    return found


def _counts(words: str) -> dict[str, tuple[Range, str]]:
    """What is counted, with the numbers that fit and how it is said; nothing that is counted twice."""
    found: dict[str, tuple[Range, str]] = {}
    twice: set[str] = set()
    for match in COUNTED.finditer(words):
        if plain(match["unit"]) in LENGTHS_OF_TIME:
            continue
        unit = plain(match["unit"]).removesuffix("s")
        if unit in found:
            twice.add(unit)
        found[unit] = (_range(match), match[0].strip())
    return {unit: value for unit, value in found.items() if unit not in twice}


def _range(match: re.Match[str]) -> Range:
    value = float(match["number"].replace(",", "") + (match["part"] or "")) * SCALES.get(match["scale"] or "", 1.0)
    bound = match["bound"] or ""
    if bound in AT_LEAST:
        return value, float("inf")
    if bound in AT_MOST:
        return 0.0, value
    slack = ABOUT * value if bound else 0.0
    return value - slack, value + slack
