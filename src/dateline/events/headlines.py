"""Headlines that the parser takes for a heap of nouns: "Court fines banker", "Police raids offices"."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Token

from dateline.events.clauses import SUBJECTS
from dateline.events.codebook import Codebook, word_classes
from dateline.events.habits import KindOf
from dateline.records import Block
from dateline.sentences import forget

OFFICES = ("critics", "law", "police", "protesters", "troops", "workers")
"""Classes of words for those who act in headlines without a name or an article."""


def repair(doc: Doc, blocks: Sequence[Block], codebook: Codebook, kind_of: KindOf) -> None:
    """Give headlines their verb back, where a listed verb that looks like a plural stands between two nouns.

    It changes tags and heads of `doc` in place. What may be a compound ("Paris attacks suspect") is left as it is.
    """
    for block in blocks:
        if block.kind != "headline":
            continue
        for tokens in [list(s) for s in doc.sents if block.span.start <= s.start_char < block.span.end]:
            if not any(t.dep_ in SUBJECTS for t in tokens):
                _give_verb(tokens, codebook, kind_of)
            for token in tokens:
                _count_object(token)


def _give_verb(tokens: Sequence[Token], codebook: Codebook, kind_of: KindOf) -> None:
    for verb in _hidden(tokens, codebook, kind_of):
        subject, thing = verb.nbor(-1), verb.head
        verb.head = verb
        verb.dep_, verb.pos_, verb.tag_, verb.lemma_ = "ROOT", "VERB", "VBZ", verb.lemma_.lower()
        subject.head, subject.dep_ = verb, "nsubj"
        thing.head, thing.dep_ = verb, "dobj"
        forget(verb.doc)
        return


def _hidden(tokens: Sequence[Token], codebook: Codebook, kind_of: KindOf) -> Iterator[Token]:
    """Words that may be the verb: plurals in form, behind somebody who acts, before the root."""
    for token in tokens[1:]:
        lemma, root = token.lemma_.lower(), token.head
        fits = token.dep_ in ("compound", "nmod") and token.tag_ in ("NNS", "VBZ") and root.dep_ == "ROOT"
        if not fits or root.i < token.i or not codebook.knows(lemma) or not _acts(token.nbor(-1), kind_of):
            continue
        named = codebook.noun([lemma]) is not None
        if token.tag_ == "VBZ" or not named or root.tag_ == "NNS" or root.i > token.i + 1:
            yield token


def _acts(token: Token, kind_of: KindOf) -> bool:
    classes = word_classes()
    return token.pos_ in ("NOUN", "PROPN") and (
        kind_of(token) in ("person", "organization", "country", "group")
        or any(token.lemma_.lower() in classes[name] for name in OFFICES)
    )


def _count_object(token: Token) -> None:
    """ "X arrests two": the number is whom it arrests."""
    head = token.head
    if token.pos_ == "NUM" and token.dep_ == "npadvmod" and head.pos_ == "VERB" and token.i == head.i + 1:
        token.dep_ = "dobj"
        forget(token.doc)
