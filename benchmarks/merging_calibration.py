"""Fits and checks the score of `dateline why`: how likely it is that two reports tell of one event.

    python benchmarks/merging_calibration.py ECBPLUS

Pairs are all those of reports of one topic whose triggers lie in annotated mentions. The table is out of fold: each
fifth of the topics is scored by weights that were fitted to the others. It ends with the weights of all topics, which
stand in `src/dateline/merging/likelihood.py`.
"""

import argparse
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import combinations, groupby, pairwise
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
from numpy.typing import NDArray

from dateline.evaluation.coreference import Read, read_document, reported
from dateline.evaluation.ecbplus import read_topics
from dateline.merging import Candidate, MemoryShelf, traits, update

FOLDS = 5
RIDGE = 30.0
"""Of 1, 10 and 30 the one with the least error between the score and what was observed."""
STEPS = 25
BINS = (0.0, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.01)
RULES = "the rules fit"

Numbers = NDArray[np.float64]


class Pair(msgspec.Struct, frozen=True):
    """Two reports of a topic: what the score sees of them, and whether they are annotated as one event."""

    topic: str
    traits: dict[str, float]
    same: bool


def main() -> None:
    """Read ECB+, fit, and print the table and the weights."""
    parser = argparse.ArgumentParser(description="Fit and check the score of two reports.")
    parser.add_argument("folder", type=Path)
    found = [read_document(document) for document in read_topics(parser.parse_args().folder)]
    tell(list(pairs(found)))


def pairs(found: Sequence[Read]) -> Iterator[Pair]:
    """All pairs of annotated reports of each topic."""
    for topic, group in groupby(found, key=lambda read: read.document.topic):
        known = annotated(list(group))
        for (a, one), (b, other) in combinations(known, 2):
            yield Pair(topic, traits(a, b), one == other)


def annotated(documents: Sequence[Read]) -> list[tuple[Candidate, str]]:
    """The reports of a topic that are annotated, each with its chain."""
    shelf = MemoryShelf()
    readings = [read.reading for read in documents]
    shelf.add_readings(readings)
    update(shelf, readings)
    chains = {m.id: m.chain for read in documents for m in read.document.mentions if m.event}
    told = {event.id: chains[key] for read in documents for key, event in reported(read) if key in chains}
    return [(c, told[c.event.id]) for _, c in sorted(shelf.reports().items()) if c.event.id in told]


def tell(known: Sequence[Pair]) -> None:
    """Print how the score does out of fold, and its weights over all topics."""
    names = list(known[0].traits)
    seen = np.array([[pair.traits[name] for name in names] for pair in known])
    same = np.array([float(pair.same) for pair in known])
    folds, weights = folds_of(known), weights_of(known)
    score = np.zeros(len(known))
    for fold in range(FOLDS):
        out = folds == fold
        score[out] = scored(seen[out], scaled(seen[~out], same[~out], weights[~out], folds[~out]))
    fit = seen[:, names.index(RULES)] == 1
    for title, some in (("all pairs", np.ones_like(fit)), ("pairs that the rules join", fit)):
        print(f"{title}: {some.sum()}, of one event {same[some].mean():.3f}, score {score[some].mean():.3f}")
        print(f"  Brier score {np.mean((score[some] - same[some]) ** 2):.4f}")
        print("\n".join(table(score[some], same[some])))
    final = scaled(seen, same, weights, folds)
    print("\n".join(f'    "{name}": {weight:.2f},' for name, weight in zip(names, final, strict=True)))


def folds_of(known: Sequence[Pair]) -> NDArray[np.int64]:
    """The fold of each pair: every fifth topic, in order of their numbers."""
    topics = sorted({pair.topic for pair in known}, key=lambda topic: (len(topic), topic))
    return np.array([topics.index(pair.topic) % FOLDS for pair in known])


def weights_of(known: Sequence[Pair]) -> Numbers:
    """A topic counts as the root of its pairs: those of one incident are much alike. Their mean is 1."""
    counts = Counter(pair.topic for pair in known)
    found = np.array([counts[pair.topic] ** -0.5 for pair in known])
    return found / found.mean()


def scaled(seen: Numbers, same: Numbers, weights: Numbers, folds: NDArray[np.int64]) -> Numbers:
    """Weights of the traits, scaled (Platt, 1999) by scores of folds that were left out in turn."""
    logits = np.zeros(len(same))
    for fold in sorted(set(folds.tolist())):
        out = folds == fold
        logits[out] = seen[out] @ fitted(seen[~out], same[~out], weights[~out], RIDGE)
    shift, slope = fitted(np.stack([np.ones_like(logits), logits], axis=1), same, np.ones_like(same), 0.01)
    found = slope * fitted(seen, same, weights, RIDGE)
    found[0] += shift
    return found


def fitted(seen: Numbers, same: Numbers, weights: Numbers, ridge: float) -> Numbers:
    """Logistic regression by Newton's method; the first column is always 1 and not held back."""
    found = np.zeros(seen.shape[1])
    held = np.eye(seen.shape[1]) * ridge
    held[0, 0] = 0.0
    for _ in range(STEPS):
        score = scored(seen, found)
        slope = seen.T @ ((score - same) * weights) + held @ found
        curve = (seen * (score * (1 - score) * weights)[:, None]).T @ seen + held
        found -= np.linalg.solve(curve, slope)
    return found


def scored(seen: Numbers, weights: Numbers) -> Numbers:
    """The scores of pairs, in 0..1."""
    found: Any = 1 / (1 + np.exp(-seen @ weights))
    return found


def table(score: Numbers, same: Numbers) -> Iterator[str]:
    """A line for each bin: bounds, mean score, share of one event, pairs."""
    for low, high in pairwise(BINS):
        some = (score >= low) & (score < high)
        if some.any():
            bounds = f"{low:.2f} to {min(high, 1):.2f}"
            yield f"| {bounds} | {score[some].mean():.2f} | {same[some].mean():.2f} | {int(some.sum())} |"


if __name__ == "__main__":
    main()
