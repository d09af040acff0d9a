"""The language's patterns for the parts of a page, loaded once and compiled."""

import re
from collections.abc import Sequence
from functools import cache
from typing import Literal

import msgspec

from dateline.articles.marking import HEAD, TAIL, Mark, cut
from dateline.languages import load


class Anatomy(msgspec.Struct, frozen=True):
    """Patterns by the kind of line that they mark, and the words of dates, as in `anatomy.yaml`."""

    credit: list[str]
    caption: list[str]
    needs: dict[str, list[str]]
    promo: list[str]
    posted: list[str]
    end: list[str]
    tools: list[str]
    error: list[str]
    labels: list[str]
    months: dict[str, int]
    updated_words: list[str]
    zones: list[str]
    common_words: frozenset[str]
    line_words: dict[str, list[str]]
    publisher: list[str]
    publisher_words: list[str]
    outlet: list[str]


@cache
def anatomy(language: str = "en") -> Anatomy:
    """The data of one language."""
    data: Anatomy = load(language, "anatomy", Anatomy)
    return data


@cache
def _mark(kind: str) -> Mark:
    return Mark(getattr(anatomy(), kind), anatomy().needs.get(kind, ()))


def marks(kind: str, text: str) -> bool:
    """Whether a stripped line bears a mark of this kind: a field of `Anatomy` that holds patterns."""
    return _mark(kind).stands_in(cut(text))


def first_mark(kinds: Sequence[str], text: str) -> str | None:
    """The first of these kinds whose mark a stripped line bears."""
    line = cut(text)
    for kind in kinds:
        if _mark(kind).stands_in(line):
            return kind
    return None


def outlet_in(kind: Literal["publisher", "outlet"], text: str) -> str | None:
    """The name of the outlet in a line that one of the patterns of this kind knows."""
    if len(text) > HEAD + TAIL:
        return None
    match = _capitals(kind).search(text)
    return next((name.strip() for name in match.groups() if name), None) if match else None


@cache
def _capitals(kind: str) -> re.Pattern[str]:
    return re.compile("|".join(getattr(anatomy(), kind)))
