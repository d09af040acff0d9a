"""Reports that a later version of their own page has taken the place of, as where an outlet corrects a number.

They stay reports of the entry, and what they say stays beside what the later version says; no cell has its value from
them while a later version of their page tells of the event.
"""

from collections.abc import Sequence

from dateline.merging.candidates import Candidate

DAYS = 3
"""Most days between the publications of two versions: see `dateline.syndication.versions`."""


def current(group: Sequence[Candidate]) -> list[Candidate]:
    """The reports of a group that no later version of their page replaces, in the order of the group."""
    replaced = superseded(group)
    return [c for number, c in enumerate(group) if number not in replaced]


def superseded(group: Sequence[Candidate]) -> frozenset[int]:
    """The numbers of the reports that a later version of their page replaces."""
    by_page: dict[str, list[int]] = {}
    for number, c in enumerate(group):
        if c.version:
            by_page.setdefault(c.version, []).append(number)
    several = [numbers for numbers in by_page.values() if len(numbers) > 1]
    return frozenset(n for numbers in several for n in numbers if any(_replaces(group[m], group[n]) for m in numbers))


def _replaces(later: Candidate, earlier: Candidate) -> bool:
    near = abs((later.published - earlier.published).days) <= DAYS
    return near and (later.written, later.stamp) > (earlier.written, earlier.stamp)
