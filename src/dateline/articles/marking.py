"""Patterns that mark a line, tried only where one of the words stands without which they cannot match."""

import re
from collections.abc import Sequence
from typing import NamedTuple

HEAD, TAIL = 100, 180
"""Characters at the ends of a line that patterns look at: what marks a line stands there."""


class Mark:
    """Patterns of one kind, without regard to case.

    Those that begin with ^ are tried at the start of a line. All others are tried where the line holds one of `needs`
    (in small letters), so every one of them has to contain one; without `needs` they are tried everywhere.
    """

    def __init__(self, patterns: Sequence[str], needs: Sequence[str] = ()) -> None:
        starts = [pattern for pattern in patterns if pattern.startswith("^")]
        others = [pattern for pattern in patterns if not pattern.startswith("^")]
        self.starts = _any_of(starts)
        self.others = _any_of(others)
        self.needs = tuple(needs)

    def stands_in(self, line: "Cut") -> bool:
        """Whether a stripped line bears the mark."""
        if self.starts is not None and self.starts.match(line.text):
            return True
        if self.others is None or (self.needs and not holds(line.low, self.needs)):
            return False
        return self.others.search(line.text) is not None


class Cut(NamedTuple):
    """What patterns look at of a line, as it is and in small letters."""

    text: str
    low: str


def cut(text: str) -> Cut:
    """The ends of a long line, all of a short one."""
    if len(text) > HEAD + TAIL:
        text = f"{text[:HEAD]} {text[-TAIL:]}"
    return Cut(text, text.lower())


def _any_of(patterns: Sequence[str]) -> re.Pattern[str] | None:
    return re.compile("|".join(f"(?:{p})" for p in patterns), re.IGNORECASE) if patterns else None


def holds(text: str, words: Sequence[str]) -> bool:
    """Whether one of the words stands in the text, as a loop: `any` over a generator costs three times as much."""
    for word in words:  # noqa: SIM110
        if word in text:
            return True
    return False


def lines_holding(page: str, words: Sequence[str]) -> list[int]:
    """The indices of the lines of a page that hold one of the words, capitals as they are."""
    found = set()
    for word in words:
        at = page.find(word)
        while at >= 0:
            found.add(page.count("\n", 0, at))
            end = page.find("\n", at)
            at = page.find(word, end) if end >= 0 else -1
    return sorted(found)
