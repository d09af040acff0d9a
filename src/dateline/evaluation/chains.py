"""Measures of coreference over chains of mentions; chains of one count.

MUC: Vilain et al. 1995. B-cubed: Bagga and Baldwin 1998; a mention on one side only shares nothing. CEAFe: Luo 2005,
phi4 with the best one-to-one alignment. The CoNLL score is the mean of their F1.
"""

import math
from collections import Counter
from collections.abc import Hashable, Mapping, Sequence

from dateline.evaluation.measures import harmonic, mean

Chains = Mapping[str, Hashable]
"""The chain of each mention, by the mention's id."""


def conll_f1(gold: Chains, found: Chains) -> float:
    """Mean F1 of MUC, B-cubed and CEAFe."""
    return mean(harmonic(*measure(gold, found)) for measure in (muc, b_cubed, ceaf_e))


def muc(gold: Chains, found: Chains) -> tuple[float, float]:
    """Precision and recall over links: what is missing to join each chain again after the other side parted it."""
    return _links_kept(found, gold), _links_kept(gold, found)


def _links_kept(whole: Chains, parted: Chains) -> float:
    pieces: dict[Hashable, set[Hashable]] = {}
    for mention, chain in whole.items():
        pieces.setdefault(chain, set()).add(("in", parted[mention]) if mention in parted else ("alone", mention))
    links = len(whole) - len(pieces)
    return (len(whole) - sum(map(len, pieces.values()))) / links if links else 0.0


def b_cubed(gold: Chains, found: Chains) -> tuple[float, float]:
    """Precision over found mentions and recall over gold ones; 0 of nothing."""
    shared = Counter((gold[m], found[m]) for m in gold if m in found)
    of_gold, of_found = Counter(gold.values()), Counter(found.values())
    both = [(gold[m], found[m]) for m in sorted(gold) if m in found]
    precision = sum(shared[pair] / of_found[pair[1]] for pair in both)
    recall = sum(shared[pair] / of_gold[pair[0]] for pair in both)
    return precision / len(found) if found else 0.0, recall / len(gold) if gold else 0.0


def ceaf_e(gold: Chains, found: Chains) -> tuple[float, float]:
    """Precision and recall of the best alignment of chains, each pair worth the share of mentions it has in common."""
    shared = Counter((gold[m], found[m]) for m in gold if m in found)
    of_gold, of_found = Counter(gold.values()), Counter(found.values())
    worth = {(g, f): 2 * n / (of_gold[g] + of_found[f]) for (g, f), n in shared.items()}
    total = sum(_best_alignment(group, worth) for group in _components(sorted(worth, key=repr)))
    return total / len(of_found) if of_found else 0.0, total / len(of_gold) if of_gold else 0.0


Pair = tuple[Hashable, Hashable]


def _components(pairs: Sequence[Pair]) -> list[list[Pair]]:
    """Pairs that share a chain, directly or through others: each group can be aligned by itself."""
    groups: dict[int, list[Pair]] = {}
    home: dict[Hashable, int] = {}
    for number, (gold, found) in enumerate(pairs):
        joined = {home[key] for key in (("g", gold), ("f", found)) if key in home}
        members = [(gold, found), *(pair for group in sorted(joined) for pair in groups.pop(group))]
        groups[number] = members
        for g, f in members:
            home["g", g] = home["f", f] = number
    return list(groups.values())


def _best_alignment(pairs: Sequence[Pair], worth: Mapping[Pair, float]) -> float:
    """The most that pairs of different chains are worth together."""
    left, right = sorted({g for g, _ in pairs}, key=repr), sorted({f for _, f in pairs}, key=repr)
    table = [[worth.get((g, f), 0.0) for f in right] for g in left]
    if len(left) > len(right):
        table = [list(column) for column in zip(*table, strict=True)]
    return sum(row[column] for row, column in zip(table, assign(table), strict=True))


def assign(table: Sequence[Sequence[float]]) -> list[int]:
    """A column for each row, no column twice, so that the sum is greatest. There are at least as many columns as rows.

    The Hungarian method with shortest augmenting paths (Kuhn 1955; Jonker and Volgenant 1987).
    """
    columns = len(table[0]) if table else 0
    of_row, of_column = [0.0] * len(table), [0.0] * columns
    owner: list[int | None] = [None] * columns
    for start in range(len(table)):
        _augment(start, table, of_row, of_column, owner)
    return [owner.index(row) for row in range(len(table))]


def _augment(
    start: int,
    table: Sequence[Sequence[float]],
    of_row: list[float],
    of_column: list[float],
    owner: list[int | None],
) -> None:
    """Give one more row a column, moving other rows on where that is cheapest. Costs are the negated values."""
    far = [math.inf] * len(owner)
    before: list[int | None] = [None] * len(owner)
    seen: list[int] = []
    row, last = start, None
    while True:
        for column in range(len(owner)):
            cost = -table[row][column] - of_row[row] - of_column[column]
            if column not in seen and cost < far[column]:
                far[column], before[column] = cost, last
        nearest = min((c for c in range(len(owner)) if c not in seen), key=lambda c: far[c])
        step = far[nearest]
        for column in range(len(owner)):
            if column in seen:
                of_column[column] -= step
            else:
                far[column] -= step
        for known in (start, *(o for c in seen if (o := owner[c]) is not None)):
            of_row[known] += step
        seen.append(nearest)
        last, free = nearest, owner[nearest] is None
        if free:
            break
        row = owner[nearest] or 0
    _move(last, start, before, owner)


def _move(column: int | None, start: int, before: Sequence[int | None], owner: list[int | None]) -> None:
    """Every row on the path takes the column after its own; the first row takes the first."""
    while column is not None:
        previous = before[column]
        owner[column] = start if previous is None else owner[previous]
        column = previous
