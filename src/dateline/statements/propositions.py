"""What a content is: a clause, a noun, or a phrase that says nothing by itself."""

from collections.abc import Collection
from typing import Literal

from spacy.tokens import Doc, Token

from dateline.statements.clauses import NOMINALS
from dateline.statements.grammar import grammar
from dateline.statements.syntax import children, is_verb

Holds = Literal["clause", "noun", "phrase"]


def what_it_holds(content: Collection[int], doc: Doc) -> Holds:
    """A clause where a verb or what is said of somebody heads it; a noun; else a phrase ("in breach of the treaty")."""
    first = doc[min(content)]
    if first.tag_ == "IN" and first.lower_ in grammar(doc.lang_).that:
        return "clause"
    heads = [word for word in (doc[i] for i in content) if _heads(word, content)]
    if any(_says(word) for word in heads):
        return "clause"
    return "noun" if any(word.pos_ in NOMINALS for word in heads) else "phrase"


def _heads(word: Token, content: Collection[int]) -> bool:
    return (word.head == word or word.head.i not in content) and not word.is_punct and not word.is_space


def _says(word: Token) -> bool:
    if word.pos_ == "ADP":
        return bool(children(word, "pcomp"))
    return (is_verb(word) and word.dep_ not in ("amod", "aux", "auxpass")) or word.pos_ == "ADJ"
