"""Statements that a phrase makes, not a verb: "according to X", "allegedly", "the alleged theft"."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from dateline.sentences import with_form
from dateline.statements.cues import Cue, adverb_cues, attributive_cues, cue_data
from dateline.statements.drafts import Draft
from dateline.statements.grammar import grammar
from dateline.statements.syntax import children, is_verb, subtree

REPORTS = Cue("reports", frozenset())


def phrase_drafts(doc: Doc) -> Iterator[Draft]:
    """The statements of "according to X", wherever it stands in its sentence."""
    words = grammar(doc.lang_).according
    for token in with_form(doc, words):
        draft = _according(token)
        if draft is not None:
            yield draft


def _according(token: Token) -> Draft | None:
    to = next((c for c in children(token, "prep", "aux", "prt") if c.lower_ in grammar(token.doc.lang_).to), None)
    names = children(to, "pobj") if to is not None else []
    if to is None or not names:
        return None
    behind = [c for c in children(token.head, "ccomp") if c.i > token.i > token.head.i and token.nbor(-1).text != ","]
    content = subtree(behind[0]) if behind else _clause_around(token) - subtree(token)
    cue = (token.i, to.i + 1)
    return Draft(token.i, cue, f"{token.lower_} {to.lower_}", REPORTS, (names[0],), frozenset(content))


def _clause_around(token: Token) -> set[int]:
    """The clause that a source's phrase stands to: all of the sentence where the phrase closes it behind a comma."""
    words, sentence = subtree(token), token.sent
    rest = [t for t in sentence.doc[token.i : sentence.end] if t.i not in words]
    closes = (
        token.i > sentence.start
        and token.nbor(-1).text in (",", "”", '"')
        and all(t.is_punct or t.is_space for t in rest)
    )
    return {t.i for t in sentence} if closes else subtree(clause_above(token))


def clause_above(token: Token) -> Token:
    """The head of the clause that a phrase belongs to: the nearest verb above it, else the top of its sentence."""
    current = token
    while current.head != current:
        current = current.head
        if is_verb(current) and current.dep_ not in ("aux", "auxpass", "amod", "acl", "relcl"):
            return current
    return current


def adverb_drafts(doc: Doc, language: str) -> Iterator[Draft]:
    """The statements of adverbs that leave the speaker unnamed: "reportedly", "allegedly"."""
    cues = adverb_cues(language)
    for token in with_form(doc, cues):
        beside = next((c for c in token.rights), None)
        scope = token.head if not is_verb(token.head) or token.head.dep_ in ("acl", "relcl") else beside
        after = token.doc[token.i + 1] if token.i + 1 < len(token.doc) else token
        if scope is None and after.dep_ in ("prep", "agent"):
            scope = after
        content = _core_of(scope or clause_above(token), language) - {token.i}
        yield Draft(token.i, (token.i, token.i + 1), token.lower_, cues[token.lower_][0], (), frozenset(content))


def _core_of(head: Token, language: str) -> set[int]:
    """The words that hang from a word, without what is only told beside them: clauses of time, of which, of whom."""
    told = cue_data(language).alongside
    words = subtree(head)
    for beside in children(head, "advcl", "relcl"):
        first = beside.left_edge
        if beside.i > head.i and (first.lower_ in told or first.tag_ in ("WDT", "WP") or beside.dep_ == "relcl"):
            words -= subtree(beside)
    return words


def attributive_drafts(doc: Doc, language: str) -> Iterator[Draft]:
    """The statements of adjectives that leave open who says that there is such a thing: "the alleged theft"."""
    cues = attributive_cues(language)
    for token in with_form(doc, cues):
        if token.dep_ == "amod" and token.head.i > token.i and token.head.pos_ == "NOUN":
            content = _core_of(token.head, language) - {token.i}
            yield Draft(token.i, (token.i, token.i + 1), token.lower_, cues[token.lower_][0], (), frozenset(content))
