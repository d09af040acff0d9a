"""What an event hangs on: "if ratified", "subject to approval", "on condition that …", with the words that say so."""

from collections.abc import Iterable, Iterator

from spacy.tokens import Doc, Token

from dateline.events.clauses import ancestors, children, is_verbal
from dateline.events.predicates import Phrase, Predicates
from dateline.records import Span
from dateline.sentences import columns


def condition_of(verbs: Iterable[Token], words: Predicates, *, ahead: bool) -> Span | None:
    """The condition of an event with these verbs; `ahead`: it is still to come, or only supposed."""
    for verb in verbs:
        clause = next((c for c in children(verb, "advcl") if c.tag_ != "VB" and has_mark(c, words)), None)
        if clause is not None:
            return _hull(clause.left_edge, clause.right_edge)
        for first, last in _phrases(verb.doc, verb.sent.start, verb.sent.end, words, ahead):
            if _governor(first, last) == verb and (end := _end(first, last)).i > last.i:
                return _hull(first, end)
    return None


def is_supposed(token: Token, words: Predicates) -> bool:
    """Whether a verb or noun stands in a condition: "if it attacks", "provided that it leaves", "subject to a vote"."""
    if token.dep_ in ("advcl", "ccomp") and has_mark(token, words):
        return True
    if token.dep_ not in ("advcl", "ccomp", "acl", "relcl", "pcomp", "pobj", "dobj"):
        return False
    left = token.left_edge.i
    return any(_ends_at(token.doc, i, words) for i in (left - 1, left) if i >= token.sent.start)


def has_mark(clause: Token, words: Predicates) -> bool:
    """Whether a clause begins with "if", "unless" …"""
    return any(c.lower_ in words.conditioning for c in children(clause, "mark"))


def _phrases(doc: Doc, start: int, end: int, words: Predicates, ahead: bool) -> Iterator[tuple[Token, Token]]:
    """First and last word of every phrase that opens a condition."""
    by_first, forms = words.condition_starts, columns(doc).lower
    for i in range(start, end):
        for phrase in by_first.get(forms[i], ()):
            is_allowed = ahead or " ".join(phrase) in words.conditions
            if is_allowed and _stands_at(doc, i, phrase) and (i == start or doc[i - 1].pos_ not in ("DET", "AUX")):
                yield doc[i], doc[i + len(phrase) - 1]


def _stands_at(doc: Doc, i: int, phrase: Phrase) -> bool:
    return i >= 0 and columns(doc).lower[i : i + len(phrase)] == phrase


def _ends_at(doc: Doc, i: int, words: Predicates) -> bool:
    phrases = words.condition_ends.get(columns(doc).lower[i], ())
    return any(_stands_at(doc, i - len(phrase) + 1, phrase) for phrase in phrases)


def _governor(first: Token, last: Token) -> Token | None:
    """The verb that a phrase hangs from, past the verb of its own clause."""
    own = next((t.head for t in first.doc[first.i : last.i + 1] if t.dep_ == "mark"), None)
    above = (a for a in ancestors(first) if a.i < first.i or a.i > last.i)
    return next((a for a in above if is_verbal(a) and a is not own and (own is None or a.i != own.i)), None)


def _end(first: Token, last: Token) -> Token:
    """The last word of what a phrase opens."""
    own = next((t.head for t in first.doc[first.i : last.i + 1] if t.dep_ == "mark"), first)
    for above in ancestors(own):
        if own.right_edge.i > last.i or above.i < first.i:
            break
        own = above
    return own.right_edge


def _hull(first: Token, last: Token) -> Span:
    while last.is_punct and last.i > first.i:
        last = last.nbor(-1)
    return Span(first.idx, last.idx + len(last))
