"""How wide the columns of a table are, so that words stay whole and the widest texts get the room."""

from collections.abc import Sequence
from typing import NamedTuple

WHOLE_WORD = 11
"""Words up to this long are not broken, where there is any room."""


class Column(NamedTuple):
    """A column: its head and its share of the width; one without a share takes what its text needs.

    `least` is what it has at least where its text needs as much, whatever its share.
    """

    head: str
    share: int = 0
    least: int = 0
    style: str = ""


def widths(columns: Sequence[Column], cells: Sequence[Sequence[str]], total: int) -> list[int]:
    """The width of each column; together at most `total`, unless not even one letter each would fit.

    Columns without a share get what they need; then all that have one get their longest words, and the rest goes to
    them by share, never more than their text is long.
    """
    texts = [[column.head, *(row[n] for row in cells)] for n, column in enumerate(columns)]
    needed = [max(len(text) for text in column) for column in texts]
    found = [
        max(_longest_word(text), min(need, column.least)) if column.share else need
        for column, text, need in zip(columns, texts, needed, strict=True)
    ]
    _shrink(columns, found, total)
    _grow(columns, found, needed, total)
    return found


def _longest_word(texts: list[str]) -> int:
    return max(min(WHOLE_WORD, len(word)) for text in texts for word in (text.split() or [" "]))


def _shrink(columns: Sequence[Column], found: list[int], total: int) -> None:
    while sum(found) > total and max(found) > 1:
        found[max(range(len(columns)), key=found.__getitem__)] -= 1


def _grow(columns: Sequence[Column], found: list[int], needed: list[int], total: int) -> None:
    """Letter by letter to the column that has least for its share."""
    while sum(found) < total:
        hungry = [n for n, column in enumerate(columns) if column.share and found[n] < needed[n]]
        if not hungry:
            return
        found[min(hungry, key=lambda n: found[n] / columns[n].share)] += 1
