"""How likely it is that two reports tell of one event: a score in 0..1 beside the rules of `comparison.py`.

The rules decide; the score says how far to trust a link, or a refusal. It is a logistic regression over what is
compared, fitted to pairs of reports of ECB+ (topics weighted by the root of their pairs) and scaled after Platt (1999),
both by `benchmarks/merging_calibration.py`, which also measures it on topics that it was not fitted on. It knows
nothing of the chronicle but the two reports.
"""

import math
from collections.abc import Collection

from dateline.merging.candidates import Candidate
from dateline.merging.comparison import same_event, story_likeness
from dateline.merging.disputes import is_one_thing
from dateline.merging.kinds import are_alike

WEIGHTS = {
    "always": -3.55,
    "the rules fit": 0.53,
    "one kind": 3.37,
    "kinds alike": 2.68,
    "other types": -1.23,
    "shared actor": 0.54,
    "other actors": -0.51,
    "shared recipient": 1.19,
    "shared object": 0.93,
    "other days": -0.52,
    "shared place": 0.37,
    "shared words": 1.62,
    "one story": 0.60,
    "one page": -0.13,
    "numbers meet": 1.41,
    "numbers differ": -0.40,
}
"""Weight of each trait, in logits."""


def likelihood(a: Candidate, b: Candidate) -> float:
    """The share of pairs with such traits that tell of one event, in 0..1."""
    logit = sum(WEIGHTS[name] * value for name, value in traits(a, b).items())
    return 1 / (1 + math.exp(-logit))


def traits(a: Candidate, b: Candidate) -> dict[str, float]:
    """What the score sees of two reports, each in 0..1."""
    numbers = meeting_numbers(a, b)
    types = {a.event.type, b.event.type} - {None}
    return {
        "always": 1.0,
        "the rules fit": float(same_event(a, b)),
        "one kind": float(a.family == b.family),
        "kinds alike": float(a.family != b.family and are_alike(a.family, b.family)),
        "other types": float(len(types) > 1),
        "shared actor": float(bool(a.actors & b.actors)),
        "other actors": float(_others(a.actors, b.actors)),
        "shared recipient": float(bool(a.recipients & b.recipients)),
        "shared object": _share(a.objects, b.objects),
        "other days": float(a.interval.intersection(b.interval) is None),
        "shared place": float(bool(a.places & b.places)),
        "shared words": _share(a.wording, b.wording),
        "one story": story_likeness(a, b),
        "one page": float(a.event.page_id == b.event.page_id),
        "numbers meet": float(numbers is True),
        "numbers differ": float(numbers is False),
    }


def meeting_numbers(a: Candidate, b: Candidate) -> bool | None:
    """Whether the first numbers of one thing that both give can both be right; None where they share no thing."""
    pairs = ((x, y) for x in a.event.quantities for y in b.event.quantities if is_one_thing(x, y))
    first = next(pairs, None)
    if first is None:
        return None
    (least, most), (lowest, highest) = first[0].limits, first[1].limits
    return least <= highest and lowest <= most


def _others(mine: Collection[str], yours: Collection[str]) -> bool:
    return bool(mine and yours) and set(mine).isdisjoint(yours)


def _share(mine: frozenset[str], yours: frozenset[str]) -> float:
    """What both have, as a share of the shorter."""
    return len(mine & yours) / (min(len(mine), len(yours)) or 1)
