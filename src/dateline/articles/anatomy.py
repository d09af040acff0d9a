"""The language's patterns for the parts of a page, loaded once and compiled."""

import re
from collections.abc import Callable
from functools import cache
from typing import Literal

import msgspec

from dateline.languages import load

HEAD, TAIL = 100, 180
"""Characters at the ends of a line that patterns look at: what marks a line stands there."""


class Anatomy(msgspec.Struct, frozen=True):
    """Patterns by the kind of line that they mark, and the words of dates, as in `anatomy.yaml`."""

    credit: list[str]
    caption: list[str]
    caption_words: list[str]
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
def _patterns(kind: str) -> tuple[Callable[[str], re.Match[str] | None], ...]:
    """Those tried at the start only, and the others: tried everywhere, the first would cost ten times as much."""
    patterns: list[str] = getattr(anatomy(), kind)
    starts = [pattern for pattern in patterns if pattern.startswith("^")]
    others = [pattern for pattern in patterns if not pattern.startswith("^")]
    return (
        *([_any_of(starts).match] if starts else []),
        *([_any_of(others).search] if others else []),
    )


def _any_of(patterns: list[str]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{p})" for p in patterns), re.IGNORECASE)


def marks(kind: str, text: str) -> bool:
    """Whether a stripped line bears a mark of this kind: a field of `Anatomy` that holds patterns."""
    if len(text) > HEAD + TAIL:
        text = f"{text[:HEAD]} {text[-TAIL:]}"
    return any(find(text) is not None for find in _patterns(kind))


def outlet_in(kind: Literal["publisher", "outlet"], text: str) -> str | None:
    """The name of the outlet in a line that one of the patterns of this kind knows."""
    if len(text) > HEAD + TAIL or (kind == "publisher" and not any(w in text for w in anatomy().publisher_words)):
        return None
    match = _capitals(kind).search(text)
    return next((name.strip() for name in match.groups() if name), None) if match else None


@cache
def _capitals(kind: str) -> re.Pattern[str]:
    return re.compile("|".join(getattr(anatomy(), kind)))
