"""What web pages say, in words."""

from collections.abc import Callable
from typing import Any
from urllib.parse import quote

from dateline.records import ExpectationState, Status
from dateline.views import EntryRow, highlighted

NOTHING = "–"
PAGE_VOICE = "page"

OUTCOMES: dict[ExpectationState, str] = {
    "open": "open",
    "due": "outcome not in your pages",
    "fulfilled": "fulfilled",
    "partly": "fulfilled in part",
    "lapsed": "lapsed: a later page has been read, and none reports it",
    "withdrawn": "withdrawn",
    "contradicted": "contradicted",
    "unclear": "outcome unclear",
}

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


def listed(names: tuple[str, ...]) -> str:
    """Names with commas between, or a dash."""
    return ", ".join(names) or NOTHING


def says(said_by: tuple[str, ...]) -> str:
    """Who says so; the page where nobody else does."""
    return ", ".join(said_by) or PAGE_VOICE


def sentence(words: str) -> str:
    """Words with a capital at their head."""
    return words[:1].upper() + words[1:]


def status(row: EntryRow) -> str:
    """The status, or how it went from page to page."""
    return (" → ".join(row.history) or row.status).replace("_", " ")


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
    "status": status,
    "plain": plain,
    "counted": counted,
    "path_part": path_part,
    "highlighted": highlighted,
    "outcome": OUTCOMES.__getitem__,
    "sign": SIGNS.__getitem__,
}
