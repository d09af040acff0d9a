"""Reports into groups of one event each: in order of publication, a report joins the first group it fits wholly."""

from collections.abc import Sequence

from dateline.merging.candidates import Candidate, blocking_keys
from dateline.merging.comparison import same_event


def cluster(candidates: Sequence[Candidate]) -> list[list[Candidate]]:
    """Groups in order of their earliest report. The candidates come in their fixed order, so the result has one too.

    A report must fit every report of the group (complete linkage), so that a chain of near-fits never joins two events.
    Only groups that share a blocking key are looked at.
    """
    groups: list[list[Candidate]] = []
    by_key: dict[tuple[str, str], list[int]] = {}
    for candidate in candidates:
        keys = list(blocking_keys(candidate))
        near = sorted({g for key in keys for g in by_key.get(key, ())})
        home = next((g for g in near if _fits(candidate, groups[g])), None)
        if home is None:
            home = len(groups)
            groups.append([])
        groups[home].append(candidate)
        for key in keys:
            known = by_key.setdefault(key, [])
            if not known or known[-1] != home:
                known.append(home)
    return groups


def _fits(candidate: Candidate, group: Sequence[Candidate]) -> bool:
    linked = any(candidate.event.same_as == other.event.id for other in group)
    return linked or all(same_event(candidate, other) for other in group)
