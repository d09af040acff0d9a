"""The medium of a statement: "in a statement", "on state television", "in written responses to questions"."""

from spacy.tokens import Token

from dateline.statements.grammar import grammar
from dateline.statements.syntax import children, core

CUE_REACH = 5
"""Words of a medium that still count as part of the cue, at most."""


def medium_of(verb: Token, media: frozenset[str]) -> Token | None:
    """The head of the medium's phrase, where one hangs from the verb or from the addressee beside it."""
    setting = [c for c in children(verb, "advcl") if c.tag_ == "VBG" and c.i < verb.i]
    holders = [verb, *children(verb, "dobj", "dative"), *setting]
    for preposition in (p for holder in holders for p in children(holder, "prep")):
        if preposition.lower_ in grammar(verb.doc.lang_).medium:
            for noun in children(preposition, "pobj"):
                if noun.lemma_.lower() in media:
                    return noun
    return None


def medium_words(noun: Token) -> str:
    """The medium's words without determiner and without what hangs from it."""
    start, end = core(noun, noun.head.i)
    cut = min([end, *(p.left_edge.i for p in children(noun, "prep", "npadvmod") if p.i > noun.i)])
    words = [t for t in noun.doc[start:cut] if t.dep_ not in ("det", "poss", "case") or t.head != noun]
    return " ".join(t.text for t in words if not t.is_space)


def end_of_cue(verb: Token, end: int, media: frozenset[str]) -> int:
    """The end of a cue with a medium right behind it ("said in a statement") and with its colon."""
    doc = verb.doc
    noun = medium_of(verb, media)
    if noun is not None and noun.head.i == end and noun.i - end <= CUE_REACH:
        end = noun.i + 1
    return end + 1 if end < len(doc) and doc[end].text == ":" else end
