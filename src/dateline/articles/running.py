"""Which lines of a flattened page are its article: a small network rates each line, and the best run of lines is taken.

The network (one hidden layer over `features` and `surroundings`) was fitted by `benchmarks/fit_lines.py`, which also
says on what. The run is the one of the highest expected F1 of words, by the network's own probabilities.
"""

from collections.abc import Sequence
from functools import cache
from importlib import resources
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from dateline.articles.features import Matrix, line_features
from dateline.articles.surroundings import neighbours, reaches

type Vector = NDArray[np.float64]

THRESHOLDS = (0.5, 0.4, 0.3, 0.2, 0.12)
"""Probabilities from which a line speaks for a run; the best for F1 is half of the F1 that can be reached."""
ODDS = np.array([[np.log(threshold / (1 - threshold))] for threshold in THRESHOLDS])
"""Log odds of the thresholds, one a row."""
INNER = 0.3
"""Within a run, lines down to this part of the threshold are kept: a subtitle, an item of a list."""
LONGEST = 60
"""Words. A longer line weighs no more: one huge line must not decide."""
CLIP = 6.0
DOUBT = 0.5
"""Log odds are taken by this part: on pages of sites that it has not seen, the network is surer than it is right."""


class Network(NamedTuple):
    """Means and scales of a line's own columns and of its reaches; weights and biases of the hidden layer, first those
    of the neighbours' columns, and of the output."""

    mean: Matrix
    scale: Matrix
    reach_mean: Matrix
    reach_scale: Matrix
    near: Matrix
    far: Matrix
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
    return apply_network(_network(), line_features(texts))


def apply_network(network: Network, own: Matrix) -> Vector:
    """The output of a network for each line of a page, given its `line_features`."""
    far = scaled(reaches(own), network.reach_mean, network.reach_scale) @ network.far
    near = neighbours(scaled(own, network.mean, network.scale)) @ network.near
    near += far
    near += network.hidden_bias
    output = DOUBT * (np.maximum(near, 0, out=near) @ network.output + network.output_bias)
    return np.asarray(1 / (1 + np.exp(-output.astype(np.float64))))


def scaled(columns: Matrix, mean: Matrix, scale: Matrix) -> Matrix:
    """Columns around 0, a few wide."""
    out = columns - mean
    out /= scale
    np.minimum(out, CLIP, out=out)
    np.maximum(out, -CLIP, out=out)
    return out


def article_lines(probabilities: Vector, words: Sequence[int]) -> tuple[list[int], float]:
    """The indices of the article's lines, and the F1 that is to be expected of them."""
    weight = np.minimum(np.array(words, np.float64), LONGEST)
    mass = probabilities * weight
    odds = _log_odds(probabilities)
    best: tuple[list[int], float] = ([], 0.0)
    for threshold, (start, end) in zip(THRESHOLDS, best_runs((odds - ODDS) * weight), strict=True):
        chosen = start + np.flatnonzero(probabilities[start:end] > threshold * INNER)
        score = 2 * float(mass[chosen].sum()) / (float(weight[chosen].sum()) + float(mass.sum()) + 1e-9)
        if score > best[1]:
            best = (chosen.tolist(), score)
    return best


def _log_odds(probability: Vector) -> Vector:
    safe = probability.clip(0.002, 0.998)
    return np.asarray(np.log(safe / (1 - safe)))


def best_runs(scores: Vector) -> list[tuple[int, int]]:
    """For each row the half-open range of the highest sum, the first of equals; (0, 0) where nothing scores."""
    sums = np.zeros((len(scores), scores.shape[1] + 1))
    np.cumsum(scores, axis=1, out=sums[:, 1:])
    gains = sums - np.minimum.accumulate(sums, axis=1)
    ends = gains.argmax(axis=1).tolist()
    return [
        (int(row[: end + 1].argmin()), end) if gain[end] > 0 else (0, 0)
        for row, gain, end in zip(sums, gains, ends, strict=True)
    ]
