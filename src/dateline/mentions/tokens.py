"""The parse as plain lists: looking at a word costs a list index, not an object."""

from typing import TYPE_CHECKING

import msgspec

from dateline.records import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc


JOINS = frozenset({"-", "–"})
"""Hyphens that the tokenizer parts from the words they join."""


class Tokens(msgspec.Struct, frozen=True):
    """The words of an article by token index; `sentence` numbers the sentences, `head` is the index of the governor."""

    text: tuple[str, ...]
    lower: tuple[str, ...]
    lemma: tuple[str, ...]
    pos: tuple[str, ...]
    tag: tuple[str, ...]
    dep: tuple[str, ...]
    head: tuple[int, ...]
    start: tuple[int, ...]
    sentence: tuple[int, ...]
    spaced: tuple[bool, ...]
    children: tuple[tuple[int, ...], ...]

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
    sentence = []
    number = -1
    children: list[list[int]] = [[] for _ in doc]
    heads = [token.head.i for token in doc]
    for i, token in enumerate(doc):
        number += bool(token.is_sent_start) or i == 0
        sentence.append(number)
        if heads[i] != i:
            children[heads[i]].append(i)
    return Tokens(
        text=tuple(t.text for t in doc),
        lower=tuple(t.lower_ for t in doc),
        lemma=tuple(t.lemma_.lower() for t in doc),
        pos=tuple(t.pos_ for t in doc),
        tag=tuple(t.tag_ for t in doc),
        dep=tuple(t.dep_ for t in doc),
        head=tuple(heads),
        start=tuple(t.idx for t in doc),
        sentence=tuple(sentence),
        spaced=tuple(bool(t.whitespace_) or t.is_space for t in doc),
        children=tuple(tuple(c) for c in children),
    )
