"""What stands around each line of a page: its neighbours' columns, and sums of some columns over wider reaches."""

import numpy as np
from numpy.typing import NDArray

from dateline.articles.features import COLUMN, FIRST_WORD_CLASSES, WORD_CLASSES, Matrix

OFFSETS = (-5, -4, -3, -2, -1, 0, 1, 2, 3, 4, 5)
REACHES = (6, 20, 60)
PAGE = 6
"""Columns about the whole page."""
SUMMED = [
    COLUMN[name]
    for name in (
        "words_to_3", "glued", "again", "alike", "short_words", *(f"{name}_count" for name in WORD_CLASSES),
        *(f"{name}_first" for name in FIRST_WORD_CLASSES),
    )
]  # fmt: skip


def neighbours(own: Matrix) -> Matrix:
    """The rows of the neighbours beside each row, each with a column that says whether there is such a neighbour."""
    n, width = own.shape
    padded = np.zeros((n + len(OFFSETS) - 1, width + 1), np.float32)
    padded[OFFSETS[-1] : n + OFFSETS[-1], :width] = own
    padded[OFFSETS[-1] : n + OFFSETS[-1], width] = 1
    row = padded.strides[0]
    windows: Matrix = np.ndarray((n, len(OFFSETS) * (width + 1)), np.float32, padded, strides=(row, padded.itemsize))
    return windows.copy()


def reaches(own: Matrix) -> Matrix:
    """Sums over the lines above and below within each reach, as roots, and what holds of the whole page."""
    n = len(own)
    words = own[:, COLUMN["words"]]
    prose = own[:, COLUMN["prose"]] * words
    width = 2 + len(SUMMED)
    columns = np.empty((n, width), np.float32)
    columns[:, 0], columns[:, 1] = prose, prose * own[:, COLUMN["topical"]]
    columns[:, 2:] = own.take(SUMMED, axis=1)
    edge = REACHES[-1]
    total = np.zeros((n + 1 + 2 * edge, width))
    np.cumsum(columns, axis=0, out=total[edge + 1 : edge + 1 + n])
    total[edge + 1 + n :] = total[edge + n]
    out = np.empty((n, 2 * len(REACHES) * width + PAGE), np.float32)
    here, below = total[edge : edge + n], total[edge + 1 : edge + 1 + n]
    for i, reach in enumerate(REACHES):
        at = 2 * i * width
        out[:, at : at + width] = here - total[edge - reach : edge - reach + n]
        out[:, at + width : at + 2 * width] = total[edge + 1 + reach : edge + 1 + reach + n] - below
    sums = out[:, :-PAGE]
    np.sqrt(np.maximum(sums, 0, out=sums), out=sums)
    out[:, -PAGE:] = _page(own, words, total[edge : edge + 1 + n, 0])
    return out


def _page(own: Matrix, words: Matrix, prose: NDArray[np.float64]) -> NDArray[np.float64]:
    """Where on the page a line stands, and how long and how English the page is."""
    n = len(own)
    out = np.empty((n, PAGE))
    out[:, 0] = prose[1:] / (prose[-1] + 1)
    out[:, 1] = np.arange(n) / n
    out[:, 2:] = (
        np.log1p(prose[-1]) / 4,
        np.log1p(n) / 4,
        *(own[:, COLUMN[name]] @ words / (words.sum() + 1) for name in ("common_share", "short_words")),
    )
    return out
