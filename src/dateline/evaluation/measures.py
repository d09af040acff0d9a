"""Arithmetic that the tasks share. A score over nothing is 0, so that an empty answer never looks good."""

from collections.abc import Hashable, Iterable, Set

import msgspec


def mean(values: Iterable[float]) -> float:
    """Arithmetic mean; 0 of nothing."""
    numbers = list(values)
    return sum(numbers) / len(numbers) if numbers else 0.0


def harmonic(precision: float, recall: float) -> float:
    """F1 of a precision and a recall; 0 where both are."""
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


class Tally(msgspec.Struct, frozen=True):
    """Counts of right answers, of all answers and of all gold items, with precision, recall and F1."""

    right: float = 0
    answers: float = 0
    gold: float = 0

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(self.right + other.right, self.answers + other.answers, self.gold + other.gold)

    @property
    def precision(self) -> float:
        return self.right / self.answers if self.answers else 0.0

    @property
    def recall(self) -> float:
        return self.right / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        return harmonic(self.precision, self.recall)


def set_f1(gold: Set[Hashable], answer: Set[Hashable]) -> float:
    """F1 of one set against another; two empty sets agree."""
    return Tally(len(gold & answer), len(answer), len(gold)).f1 if gold or answer else 1.0
