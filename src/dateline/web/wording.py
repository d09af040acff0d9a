"""What web pages say, in words."""

from collections.abc import Callable
from typing import Any
from urllib.parse import quote

from dateline.records import Status
from dateline.views import OUTCOMES, highlighted, listed, says, sentence, turns

SIGNS: dict[Status, str] = {
    "happened": "●",
    "ongoing": "◐",
    "planned": "○",
    "expected": "○",
    "promised": "○",
    "possible": "◌",
    "alleged": "◇",
    "denied": "⊘",
    "not_happened": "×",
}
"""A sign beside each status, for the eye; the word is always there too."""


def plain(name: str) -> str:
    """A name from the records as words."""
    return name.replace("_", " ")


def counted(number: int, noun: str) -> str:
    """`1 page`, `2 pages`."""
    plural = noun[:-1] + "ies" if noun.endswith("y") else noun + "s"
    return f"{number:,} {noun if number == 1 else plural}"


def path_part(text: str) -> str:
    """Text as one part of an address."""
    return quote(text, safe="")


FILTERS: dict[str, Callable[..., Any]] = {
    "listed": listed,
    "says": says,
    "sentence": sentence,
    "status": turns,
    "plain": plain,
    "counted": counted,
    "path_part": path_part,
    "highlighted": highlighted,
    "outcome": OUTCOMES.__getitem__,
    "sign": SIGNS.__getitem__,
}
