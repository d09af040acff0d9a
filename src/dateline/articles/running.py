"""Which lines of a flattened page are its article: a small network rates each line, and the best run of lines is taken.

The network (one hidden layer over `features.page_features`) was fitted by `benchmarks/fit_lines.py`, which also says on
what. The run is the one of the highest expected F1 of words, by the network's own probabilities.
"""

from collections.abc import Sequence
from functools import cache
from importlib import resources
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from dateline.articles.features import Matrix, page_features

type Vector = NDArray[np.float64]

THRESHOLDS = (0.5, 0.4, 0.3, 0.2, 0.12)
"""Probabilities from which a line speaks for a run; the best for F1 is half of the F1 that can be reached."""
INNER = 0.3
"""Within a run, lines down to this part of the threshold are kept: a subtitle, an item of a list."""
LONGEST = 60
"""Words. A longer line weighs no more: one huge line must not decide."""
CLIP = 6.0
DOUBT = 0.5
"""Log odds are taken by this part: on pages of sites that it has not seen, the network is surer than it is right."""


class Network(NamedTuple):
    """Means and scales of the columns, then weights and biases of the hidden layer and of the output."""

    mean: Matrix
    scale: Matrix
    hidden: Matrix
    hidden_bias: Matrix
    output: Matrix
    output_bias: Matrix


@cache
def _network() -> Network:
    with resources.files(__package__).joinpath("line_weights.npz").open("rb") as file:
        stored = np.load(file, allow_pickle=False)
        return Network(*(stored[name].astype(np.float32) for name in Network._fields))


def line_probabilities(texts: Sequence[str]) -> Vector:
    """For each line the probability that it is a paragraph of the article, 0..1."""
    return apply_network(_network(), page_features(texts))


def apply_network(network: Network, columns: Matrix) -> Vector:
    """The output of a network for each row of `page_features`."""
    scaled = ((columns - network.mean) / network.scale).clip(-CLIP, CLIP)
    hidden = np.maximum(scaled @ network.hidden + network.hidden_bias, 0)
    output = DOUBT * (hidden @ network.output + network.output_bias)
    return np.asarray(1 / (1 + np.exp(-output.astype(np.float64))))


def article_lines(probabilities: Vector, words: Sequence[int]) -> tuple[list[int], float]:
    """The indices of the article's lines, and the F1 that is to be expected of them."""
    weight = np.minimum(np.array(words, np.float64), LONGEST)
    expected = float((probabilities * weight).sum())
    best: tuple[list[int], float] = ([], 0.0)
    for threshold in THRESHOLDS:
        chosen = _chosen(probabilities, weight, threshold)
        hits = float((probabilities * weight)[chosen].sum())
        score = 2 * hits / (float(weight[chosen].sum()) + expected + 1e-9)
        if score > best[1]:
            best = (chosen, score)
    return best


def _chosen(probabilities: Vector, weight: Vector, threshold: float) -> list[int]:
    odds = _log_odds(probabilities) - float(_log_odds(np.array(threshold)))
    start, end = best_run((odds * weight).tolist())
    inside: list[int] = (start + np.flatnonzero(probabilities[start:end] > threshold * INNER)).tolist()
    return inside


def _log_odds(probability: Vector) -> Vector:
    safe = probability.clip(0.002, 0.998)
    return np.asarray(np.log(safe / (1 - safe)))


def best_run(scores: Sequence[float]) -> tuple[int, int]:
    """The half-open range of the highest sum; (0, 0) where no line scores."""
    best, run, total, start = 0.0, (0, 0), 0.0, 0
    for i, score in enumerate(scores):
        if total <= 0:
            total, start = 0.0, i
        total += score
        if total > best:
            best, run = total, (start, i + 1)
    return run
