"""How much an entry matters, 0 to 1: it orders and folds, it never deletes. `docs/inclusion.md` states the rule.

The sum of the weights that apply, at most 1. Weights are chosen by hand and frozen; nothing is counted in the
chronicle.
"""

from collections.abc import Sequence

from dateline.merging.candidates import Candidate

TYPED = 0.3
"""A PLOVER type: something between political actors."""
TWO_PARTIES = 0.2
NAMED_ACTOR = 0.1
STATES = frozenset({"country", "organization"})
STATE_ACTOR = 0.1
"""A state or an organisation acts, not only a person."""
DATED = 0.15
PUBLIC_PARTIES = 0.1
"""Two or more of the parties are states, or hold a public office."""
HEADLINE_OR_LEAD = 0.15
HEADLINE = 0.05
SEVERAL_SOURCES = 0.2
"""Pages of more than one source: copies of one dispatch are one report."""
MANY_SOURCES = 0.05
MANY = 4
LATER = 0.1
"""A page tells it again when it is no longer new."""
LATER_DAYS = 7
COMING = 0.15
"""A plan, promise or forecast is what analysts keep track of."""
OLD = -0.3
"""All of it more than a year before the page that tells it: background."""
UNDATED_PAST = -0.15
YEAR = 365


def salience(group: Sequence[Candidate], sources: int) -> float:
    """Salience of a group of reports of one event, earliest first, rounded to two places.

    `sources` counts the independent ones.
    """
    first = group[0]
    score = 0.0
    score += TYPED * any(c.event.type for c in group)
    score += TWO_PARTIES * any(len(c.parties) > 1 for c in group)
    score += NAMED_ACTOR * any(c.actors for c in group)
    score += STATE_ACTOR * any(c.kinds_of("actor") & STATES for c in group)
    score += PUBLIC_PARTIES * any(c.public > 1 for c in group)
    score += DATED * any(not c.interval.is_open for c in group)
    score += HEADLINE_OR_LEAD * any(c.prominent for c in group)
    score += HEADLINE * any(c.headline for c in group)
    score += SEVERAL_SOURCES * (sources > 1) + MANY_SOURCES * (sources >= MANY)
    score += LATER * ((group[-1].published - first.published).days >= LATER_DAYS)
    score += COMING * (first.time_class == "coming")
    score += OLD * all(_is_old(c) for c in group)
    score += UNDATED_PAST * all(c.interval.is_open and c.time_class == "real" for c in group)
    return round(min(1.0, max(0.0, score)), 2)


def _is_old(c: Candidate) -> bool:
    latest = c.interval.latest
    return latest is not None and (c.published - latest).days > YEAR
