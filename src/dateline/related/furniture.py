"""The language's words for teaser lists, loaded once and compiled."""

import re
from collections.abc import Iterable
from functools import cache

import msgspec

from dateline.languages import load
from dateline.records import AgeUnit

LONGEST = 300
"""Characters. No heading, button or label is longer, and patterns look at nothing longer."""


class Furniture(msgspec.Struct, frozen=True):
    """The data of `furniture.yaml`."""

    labels: frozenset[str]
    paid: frozenset[str]
    headings: list[str]
    sections: frozenset[str]
    filmed: list[str]
    stops: list[str]
    ignored: list[str]
    units: dict[AgeUnit, list[str]]
    ago: list[str]
    one: list[str]
    days_ago: dict[str, int]
    now: list[str]
    age_leads: list[str]


@cache
def furniture(language: str = "en") -> Furniture:
    """The data of one language."""
    data: Furniture = load(language, "furniture", Furniture)
    return data


def is_like(kind: str, text: str) -> bool:
    """Whether a whole stripped line is of this kind: a field of `Furniture` that holds patterns."""
    return len(text) <= LONGEST and _pattern(kind).fullmatch(text) is not None


def either(words: Iterable[str]) -> str:
    """A pattern for one of the words, the longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))


@cache
def _pattern(kind: str) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in getattr(furniture(), kind)), re.IGNORECASE)
