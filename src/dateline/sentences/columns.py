"""The parse as plain lists: looking at a word costs a list index, not an object. Made once for each parse."""

from typing import TYPE_CHECKING

import msgspec
import numpy

if TYPE_CHECKING:
    from collections.abc import Container

    from spacy.tokens import Doc, Token

KEY = "dateline.columns"
"""Where a parse keeps its columns."""
TOLD = ("ORTH", "LOWER", "LEMMA", "POS", "TAG", "DEP")


class Columns(msgspec.Struct, frozen=True):
    """What a parse says of each of its words, by their index.

    Lemmas are in lower case, `start` is where the word begins in the text.
    """

    text: tuple[str, ...]
    lower: tuple[str, ...]
    lemma: tuple[str, ...]
    pos: tuple[str, ...]
    tag: tuple[str, ...]
    dep: tuple[str, ...]
    head: tuple[int, ...]
    start: tuple[int, ...]
    children: tuple[tuple[int, ...], ...]


def columns(doc: "Doc") -> Columns:
    """The columns of a parse, as it stood when they were first asked for or were forgotten last."""
    found: Columns | None = doc.user_data.get(KEY)
    if found is None:
        found = doc.user_data[KEY] = _read(doc)
    return found


def forget(doc: "Doc") -> None:
    """Has the columns of a parse read anew: who changes a parse says so here."""
    doc.user_data.pop(KEY, None)


def children(token: "Token", *labels: str) -> "list[Token]":
    """The children of a word that have one of these relations, in order of the text."""
    doc = token.doc
    words = columns(doc)
    return [doc[i] for i in words.children[token.i] if words.dep[i] in labels]


def has_child(token: "Token", *labels: str) -> bool:
    """Whether a word has a child with one of these relations."""
    words = columns(token.doc)
    return any(words.dep[i] in labels for i in words.children[token.i])


def with_lemma(doc: "Doc", wanted: "Container[str]") -> "list[Token]":
    """The words whose lemma, in lower case, is one of these, in order of the text."""
    return [doc[i] for i, lemma in enumerate(columns(doc).lemma) if lemma in wanted]


def with_form(doc: "Doc", wanted: "Container[str]") -> "list[Token]":
    """The words whose form, in lower case, is one of these, in order of the text."""
    return [doc[i] for i, form in enumerate(columns(doc).lower) if form in wanted]


def _read(doc: "Doc") -> Columns:
    keys = doc.to_array([*TOLD, "HEAD", "IDX"])
    strings = {key: doc.vocab.strings[key] for key in numpy.unique(keys[:, : len(TOLD)]).tolist()}
    text, lower, lemma, pos, tag, dep = (tuple(map(strings.__getitem__, keys[:, i].tolist())) for i in range(len(TOLD)))
    heads = (keys[:, -2].astype(numpy.int64) + numpy.arange(len(doc))).tolist()
    children: list[list[int]] = [[] for _ in heads]
    for i, head in enumerate(heads):
        if head != i:
            children[head].append(i)
    return Columns(
        text=text,
        lower=lower,
        lemma=tuple(lemma.lower() for lemma in lemma),
        pos=pos,
        tag=tag,
        dep=dep,
        head=tuple(heads),
        start=tuple(keys[:, -1].tolist()),
        children=tuple(map(tuple, children)),
    )
