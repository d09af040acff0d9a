"""The parse as plain lists: looking at a word costs a list index, not an object."""

from itertools import accumulate
from typing import TYPE_CHECKING

import msgspec

from dateline.records import Span
from dateline.sentences import Columns, columns

if TYPE_CHECKING:
    from spacy.tokens import Doc


JOINS = frozenset({"-", "–"})
"""Hyphens that the tokenizer parts from the words they join."""


class Tokens(Columns, frozen=True):
    """The words of an article by token index, with more than the columns of the parse.

    `sentence` numbers the sentences; `spaced` says of a word whether white space follows it, or it is white space.
    """

    sentence: tuple[int, ...]
    spaced: tuple[bool, ...]

    def __len__(self) -> int:
        return len(self.text)

    def span(self, first: int, end: int) -> Span:
        """Code points of the tokens `first` up to, not including, `end`."""
        return Span(self.start[first], self.start[end - 1] + len(self.text[end - 1]))

    def words(self, first: int, end: int) -> str:
        """The text of tokens with single blanks where the page has white space."""
        parts = [self.text[i] + (" " if self.spaced[i] else "") for i in range(first, end)]
        return " ".join("".join(parts).split())

    def root(self, first: int, end: int) -> int:
        """The last token of a range whose governor lies outside of it: the head of the phrase."""
        for i in range(end - 1, first - 1, -1):
            if not first <= self.head[i] < end or self.head[i] == i:
                return i
        return end - 1

    def above(self, token: int) -> list[int]:
        """The governors of a token, nearest first, up to the root of the sentence."""
        chain: list[int] = []
        while self.head[token] != token and len(chain) < len(self.text):
            token = self.head[token]
            chain.append(token)
        return chain


def read_tokens(doc: "Doc") -> Tokens:
    """The parse of spaCy as `Tokens`; sentences are numbered from 0."""
    words = columns(doc)
    starts = (bool(token.is_sent_start) or token.i == 0 for token in doc)
    return Tokens(
        **msgspec.structs.asdict(words),
        sentence=tuple(number - 1 for number in accumulate(starts)),
        spaced=tuple(map(bool, doc.to_array(["SPACY", "IS_SPACE"]).any(axis=1).tolist())),
    )
