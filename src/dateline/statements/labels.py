"""Labels that name a speaker with a colon: "Mayor: bridge will reopen", "Half of renters struggle: survey"."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from dateline.records import Article, Block
from dateline.statements.cues import Cue, cue_data
from dateline.statements.drafts import Draft
from dateline.statements.quotes import Quotes
from dateline.statements.syntax import is_verb

SAYS = Cue("says", frozenset({"quote"}))
LONGEST = 6
"""Words of a label, at most."""


def label_drafts(article: Article, doc: Doc, quotes: Quotes) -> Iterator[Draft]:
    """The statements of labels: in headlines before or after the colon, in paragraphs before a quotation."""
    informants = cue_data(article.language).informants
    starts = {block.span.start: block for block in article.blocks}
    for token in doc:
        block = starts.get(token.idx)
        if block is not None:
            draft = _labelled(_words(doc, token.i, block), block.kind == "headline", quotes, informants)
            if draft is not None:
                yield draft


def _words(doc: Doc, first: int, block: Block) -> list[Token]:
    words = []
    for i in range(first, len(doc)):
        if doc[i].idx >= block.span.end:
            break
        words.append(doc[i])
    return words


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
