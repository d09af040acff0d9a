"""Quotation marks of the text, and which speaker's words stand between them."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from dateline.records import Article

MARKS = re.compile(r"[“”\"„«»]|''|``")
OPENING = frozenset("“„«")
CLOSING = frozenset("”»")
STARTS = frozenset("([{—–-/")


@dataclass(frozen=True)
class Quote:
    """A half-open range of words with their two marks. `closed` is False where the paragraph ends first."""

    start: int
    end: int
    closed: bool

    @property
    def words(self) -> range:
        return range(self.start, self.end)


def find_quotes(article: Article, doc: Doc) -> tuple[Quote, ...]:
    """The outer quotations of an article, in order; none runs beyond its paragraph."""
    starts = [token.idx for token in doc]
    found = []
    for block in article.blocks:
        for begin, end, closed in _pairs(article.text, block.span.start, block.span.end):
            first, last = _token_at(starts, begin), _token_at(starts, end - 1)
            if last > first:
                found.append(Quote(first, last + 1, closed))
    return tuple(found)


def _token_at(starts: Sequence[int], position: int) -> int:
    return max(0, bisect_left(starts, position + 1) - 1)


def _pairs(text: str, begin: int, end: int) -> list[tuple[int, int, bool]]:
    found = []
    opened: int | None = None
    for mark in MARKS.finditer(text, begin, end):
        if opened is None:
            if mark.group() not in CLOSING and not _closes(text, mark, begin):
                opened = mark.start()
        elif mark.group() not in OPENING and not _opens(text, mark, end):
            found.append((opened, mark.end(), True))
            opened = None
    if opened is not None and opened < end - 1:
        found.append((opened, end, False))
    return found


def _closes(text: str, mark: re.Match[str], begin: int) -> bool:
    """Whether an undirected mark can only be a closing one: a word before it and none after it."""
    before = text[mark.start() - 1] if mark.start() > begin else " "
    after = text[mark.end()] if mark.end() < len(text) else " "
    return not before.isspace() and before not in STARTS and (after.isspace() or after in ",.;:!?)")


def _opens(text: str, mark: re.Match[str], end: int) -> bool:
    """Whether an undirected mark can only be an opening one."""
    before = text[mark.start() - 1]
    after = text[mark.end()] if mark.end() < end else " "
    return before.isspace() and not after.isspace()


class Quotes:
    """The quotations of one parse, asked by word."""

    def __init__(self, quotes: Sequence[Quote]) -> None:
        self.all = tuple(quotes)
        self._by_word = {i: quote for quote in quotes for i in quote.words}
        self.words = frozenset(self._by_word)

    def at(self, word: Token | int) -> Quote | None:
        return self._by_word.get(word if isinstance(word, int) else word.i)
