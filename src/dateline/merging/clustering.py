"""Reports into groups of one event each, one connected neighbourhood of comparisons at a time."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence

from dateline.merging.candidates import Candidate

Links = Mapping[str, Collection[str]]
"""Reports (by name) that go with a report, or must not."""


class Judged:
    """What is known of the pairs of some reports."""

    def __init__(
        self, edges: Links, same: Links, different: Links, fits: Callable[[Candidate, Candidate], bool]
    ) -> None:
        self.edges, self.same, self.different = edges, same, different
        self._fits = fits
        self._known: dict[tuple[str, str], bool] = {}

    def fit(self, a: Candidate, b: Candidate) -> bool:
        """Whether two reports compare as one event."""
        if b.rid in self.edges.get(a.rid, ()):
            return True
        pair = (min(a.rid, b.rid), max(a.rid, b.rid))
        if pair not in self._known:
            self._known[pair] = self._fits(a, b)
        return self._known[pair]

    def parted(self, some: Iterable[Candidate], others: Collection[Candidate]) -> bool:
        """Whether somebody decided that one of these and one of those are two events."""
        names = {other.rid for other in others}
        return any(names & set(self.different.get(c.rid, ())) for c in some)


def neighbourhoods(starts: Sequence[str], near: Callable[[list[str]], Links]) -> Iterator[list[str]]:
    """The connected groups of reports that hold the starts, each once. `near` gives the neighbours of some reports.

    It is asked for many reports at a time, and for each once.
    """
    links: dict[str, Collection[str]] = {}
    known = set(starts)
    edge = sorted(known)
    while edge:
        found = near(edge)
        links.update(found)
        beyond = {rid for rids in found.values() for rid in rids} - known
        known |= beyond
        edge = sorted(beyond)
    seen: set[str] = set()
    for start in starts:
        if start not in seen:
            around = _reached(start, links)
            seen |= around
            yield sorted(around)


def _reached(start: str, links: Links) -> set[str]:
    found, todo = {start}, [start]
    while todo:
        for rid in links.get(todo.pop(), ()):
            if rid not in found:
                found.add(rid)
                todo.append(rid)
    return found


def cluster(candidates: Sequence[Candidate], judged: Judged) -> list[list[Candidate]]:
    """Groups in order of their earliest report; the candidates come earliest first.

    What people said is one event is one unit from the start. A unit joins the first group all of whose units it fits
    (complete linkage, so that a chain of near-fits never joins two events), unless people said that they differ.
    """
    groups: list[list[list[Candidate]]] = []
    for unit in _units(candidates, judged):
        home = next((group for group in groups if _joins(unit, group, judged)), None)
        if home is None:
            groups.append([unit])
        else:
            home.append(unit)
    merged = [sorted((c for unit in group for c in unit), key=lambda c: c.rid) for group in groups]
    return sorted(merged, key=lambda group: group[0].rid)


def _joins(unit: Sequence[Candidate], group: Sequence[Sequence[Candidate]], judged: Judged) -> bool:
    everybody = [c for other in group for c in other]
    if judged.parted(unit, everybody):
        return False
    if any(_points_back(a, b) for a in unit for b in everybody):
        return True
    return all(any(judged.fit(a, b) for a in unit for b in other) for other in group)


def _points_back(a: Candidate, b: Candidate) -> bool:
    return a.again == b.rid or b.again == a.rid


def _units(candidates: Sequence[Candidate], judged: Judged) -> list[list[Candidate]]:
    """Reports that people joined, in order of their earliest; all others by themselves."""
    home: dict[str, list[Candidate]] = {}
    units: list[list[Candidate]] = []
    for candidate in candidates:
        known = [home[rid] for rid in sorted(judged.same.get(candidate.rid, ())) if rid in home]
        unit = known[0] if known else []
        for other in known[1:]:
            if other is not unit:
                unit.extend(other)
                units = [u for u in units if u is not other]
                home.update((c.rid, unit) for c in other)
        if not known:
            units.append(unit)
        unit.append(candidate)
        home[candidate.rid] = unit
    return units
