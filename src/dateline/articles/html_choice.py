"""Which lines of an HTML page are its article: two judgements that know different things, weighed against each other.

The network of `running` reads the page's lines as if the markup were lost; trafilatura, set to precision, sees only the
markup. A logistic regression over what both say of a line, of its neighbours and of the whole page decides; it was
fitted by `benchmarks/fit_markup.py`, which also says on what and how well it does on pages it was not fitted on.
"""

import re
from collections.abc import Sequence
from functools import cache
from importlib import resources
from itertools import pairwise

import msgspec
import numpy as np
from numpy.typing import NDArray

from dateline.articles.running import article_lines, line_probabilities

type Vector = NDArray[np.float64]

GRAM = 4
WORD = re.compile(r"\w+")
LONGEST = 60
"""Words. A longer line weighs no more."""
SOME = 5.0
"""Weighed words on a side of a line from which that side counts as the extractor's."""


class Weights(msgspec.Struct, frozen=True):
    """Of a logistic regression over scaled columns."""

    mean: list[float]
    scale: list[float]
    slope: list[float]
    bias: float


@cache
def _weights() -> Weights:
    stored = resources.files(__package__).joinpath("markup_weights.json").read_bytes()
    return msgspec.json.decode(stored, type=Weights)


def choose_lines(texts: Sequence[str], extracted: str) -> tuple[list[int], float]:
    """The indices of the article's lines, given the page's lines and the extractor's text, and the F1 to expect."""
    if not texts:
        return [], 0.0
    columns = choice_columns(line_probabilities(texts), votes(texts, extracted), word_counts(texts))
    return article_lines(probabilities(_weights(), columns), [text.count(" ") + 1 for text in texts])


def probabilities(weights: Weights, columns: Vector) -> Vector:
    """For each row of `choice_columns` how likely the line is the article's, 0..1."""
    scaled = (columns - np.array(weights.mean)) / np.array(weights.scale)
    return np.asarray(1 / (1 + np.exp(-(scaled @ np.array(weights.slope) + weights.bias))))


def word_counts(texts: Sequence[str]) -> Vector:
    """Words of each line, at most `LONGEST`."""
    return np.array([min(text.count(" ") + 1, LONGEST) for text in texts], np.float64)


def votes(texts: Sequence[str], extracted: str) -> Vector:
    """For each line the share of its runs of four words that stand in the extractor's text; shorter: all or none."""
    words = WORD.findall(extracted)
    there = set(zip(*(words[i:] for i in range(GRAM)), strict=False))
    plain = set(words)
    pairs = set(pairwise(words))
    return np.array([_vote(WORD.findall(text), there, pairs, plain) for text in texts], np.float64)


def _vote(words: Sequence[str], there: set[tuple[str, ...]], pairs: set[tuple[str, str]], plain: set[str]) -> float:
    if len(words) >= GRAM:
        grams = list(zip(*(words[i:] for i in range(GRAM)), strict=False))
        return sum(gram in there for gram in grams) / len(grams)
    if len(words) > 1:
        return float(all(pair in pairs for pair in pairwise(words)))
    return float(bool(words) and words[0] in plain)


def choice_columns(rated: Vector, voted: Vector, weight: Vector) -> Vector:
    """One row a line: both judgements, those of its neighbours, what lies above and below, how far both agree."""
    rows = np.ones(len(rated))
    both = float((voted * rated * weight).sum())
    recall, precision = both / (float((rated * weight).sum()) + 1), both / (float((voted * weight).sum()) + 1)
    odds = _log_odds(rated)
    above, below = _sums(voted * weight)
    rated_above, rated_below = _sums(rated * weight)
    inside = (above > SOME) & (below > SOME)
    neighbours = [moved for judged in (rated, voted) for moved in (_moved(judged, 1), _moved(judged, -1))]
    return np.column_stack([
        odds, voted, voted * odds, *neighbours, recall * rows, precision * rows, voted * recall, voted * precision,
        odds * precision,
        *(np.log1p(side) / 4 for side in (above, below, rated_above, rated_below)), inside, np.log1p(weight) / 4,
    ])  # fmt: skip


def _log_odds(probability: Vector) -> Vector:
    safe = probability.clip(0.002, 0.998)
    return np.asarray(np.log(safe / (1 - safe)))


def _moved(column: Vector, by: int) -> Vector:
    """The neighbour's value in each row, 0 beyond the ends."""
    padded = np.pad(column, 1)
    return padded[1 - by : len(padded) - 1 - by]


def _sums(column: Vector) -> tuple[Vector, Vector]:
    """Sums over the rows down to each, and from each on."""
    down = np.cumsum(column)
    return down, down[-1] - down + column
