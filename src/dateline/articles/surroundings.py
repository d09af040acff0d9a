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
    out = np.zeros((n, len(OFFSETS), width + 1), np.float32)
    for place, offset in enumerate(OFFSETS):
        low, high = max(0, -offset), min(n, n - offset)
        if low < high:
            out[low:high, place, :width] = own[low + offset : high + offset]
            out[low:high, place, width] = 1
    return out.reshape(n, -1)


def neighbours_weighed(own: Matrix, weights: Matrix) -> Matrix:
    """`neighbours(own) @ weights`, without building the wide matrix."""
    n, width = own.shape
    parts = weights.reshape(len(OFFSETS), width + 1, -1)
    hidden = parts.shape[2]
    spread = own @ parts[:, :width].transpose(1, 0, 2).reshape(width, -1) + parts[:, width].reshape(-1)
    out = np.zeros((n, hidden), np.float32)
    for place, offset in enumerate(OFFSETS):
        low, high = max(0, -offset), min(n, n - offset)
        if low < high:
            out[low:high] += spread[low + offset : high + offset, place * hidden : (place + 1) * hidden]
    return out


def reaches(own: Matrix) -> Matrix:
    """Sums over the lines above and below within each reach, as roots, and what holds of the whole page."""
    n = len(own)
    words = own[:, COLUMN["words"]]
    prose = own[:, COLUMN["prose"]] * words
    columns = np.column_stack([prose, prose * own[:, COLUMN["topical"]], own[:, SUMMED]])
    total = np.zeros((n + 1, columns.shape[1]))
    np.cumsum(columns, axis=0, out=total[1:])
    at, width = np.arange(n), columns.shape[1]
    out = np.empty((n, 2 * len(REACHES) * width + PAGE), np.float32)
    for i, reach in enumerate(REACHES):
        here = out[:, 2 * i * width :]
        here[:, :width] = total[:-1] - total[np.maximum(at - reach, 0)]
        here[:, width : 2 * width] = total[np.minimum(at + 1 + reach, n)] - total[1:]
    np.sqrt(np.maximum(out[:, :-PAGE], 0), out=out[:, :-PAGE])
    out[:, -PAGE:] = _page(own, words, total[:, 0])
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
