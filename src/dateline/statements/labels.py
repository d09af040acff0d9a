"""Labels that name a speaker with a colon: "Mayor: bridge will reopen", "Half of renters struggle: survey"."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator

from spacy.tokens import Doc, Token

from dateline.records import Article, Block
from dateline.sentences import columns
from dateline.statements.cues import Cue, cue_data
from dateline.statements.drafts import Draft
from dateline.statements.quotes import Quotes
from dateline.statements.syntax import is_verb

SAYS = Cue("says", frozenset({"quote"}))
DASHES = frozenset({"—", "–", "―", "--"})
MARKS = re.compile("[:—–―]|--")
"""What a paragraph with a label holds: a colon or one of the dashes."""
OPENERS = frozenset({"“", "”", '"', "''", "``"})
CLOSERS = frozenset({"”", '"', "''"})
LONGEST = 6
"""Words of a label, at most."""


def label_drafts(article: Article, doc: Doc, quotes: Quotes) -> Iterator[Draft]:
    """The statements of labels.

    In headlines they stand before or after the colon, in paragraphs before a quotation or behind it and a dash, in
    transcripts in capitals before each paragraph.
    """
    informants = cue_data(article.language).informants
    marked = [block for block in article.blocks if MARKS.search(article.text, block.span.start, block.span.end)]
    found = [(block, words) for block in marked if (words := _words(doc, block))]
    for block, words in found:
        draft = _labelled(words, block.kind == "headline", quotes, informants) or _signed(words, quotes)
        if draft is not None:
            yield draft
    yield from _transcript([words for block, words in found if block.kind != "headline"])


def _signed(words: list[Token], quotes: Quotes) -> Draft | None:
    """A paragraph that is a quotation and, behind a dash, its speaker: "“It floods each spring.” — Mara Voss"."""
    dash = next((k for k in range(len(words) - 1, 0, -1) if words[k].text in DASHES), 0)
    said, name = words[:dash], [w for w in words[dash + 1 :] if not w.is_space]
    while name and name[-1].text == ".":
        name = name[:-1]
    if not said or not name or len(name) > LONGEST or not all(w.pos_ == "PROPN" or w.is_punct for w in name):
        return None
    last = next((w for w in reversed(said) if not w.is_space), said[0])
    if said[0].text not in OPENERS or quotes.at(words[dash]) is not None or last.text not in CLOSERS:
        return None
    return _made(words[dash], name, said)


def _transcript(paragraphs: Iterable[list[Token]]) -> Iterator[Draft]:
    """The paragraphs of a transcript, each behind its speaker in capitals: "VOSS: The bridge is safe."."""
    found = []
    for paragraph in paragraphs:
        words = [w for w in paragraph if not w.is_space]
        words = words[1:] if words and words[0].text in OPENERS else words
        colon = next((k for k, w in enumerate(words[: LONGEST + 1]) if w.text == ":"), 0)
        if 0 < colon < len(words) - 1 and all(w.text.isupper() for w in words[:colon] if w.is_alpha):
            found.append((words[colon], words[:colon], words[colon + 1 :]))
    if len({tuple(w.text for w in label) for _, label, _ in found}) > 1 < len(found) - 1:
        yield from (draft for parts in found if (draft := _made(*parts)) is not None)


def _words(doc: Doc, block: Block) -> list[Token]:
    """The words of a block; none where a word stands across its start."""
    starts = columns(doc).start
    first, end = bisect_left(starts, block.span.start), bisect_left(starts, block.span.end)
    return list(doc[first:end]) if first < end and starts[first] == block.span.start else []


def _labelled(words: list[Token], headline: bool, quotes: Quotes, informants: frozenset[str]) -> Draft | None:
    colons = [k for k, w in enumerate(words) if w.text == ":"]
    if len(colons) != 1:
        return None
    before, colon, after = words[: colons[0]], words[colons[0]], words[colons[0] + 1 :]
    if _is_label(before, informants) and after and (headline or quotes.at(after[0]) is not None):
        return _made(colon, before, after)
    if headline and _is_label(after, informants):
        return _made(colon, after, before)
    return None


def _is_label(words: list[Token], informants: frozenset[str]) -> bool:
    if not 0 < len(words) <= LONGEST or any(is_verb(w) for w in words):
        return False
    return all(w.pos_ == "PROPN" or w.is_punct or w.dep_ == "compound" for w in words) or any(
        w.lemma_.lower() in informants for w in words
    )


def _made(colon: Token, label: list[Token], said: list[Token]) -> Draft | None:
    names = [w for w in label if not w.is_punct]
    if not names or not said:
        return None
    return Draft(
        anchor=colon.i,
        cue=(colon.i, colon.i + 1),
        lemma=":",
        sense=SAYS,
        sources=(names[-1],),
        content=frozenset(w.i for w in said),
    )
