"""Order without dates: which event is told to be before, after or within which other one, and by what words."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

import msgspec
from spacy.tokens import Token

from dateline.events.clauses import ancestors, auxiliaries, children, conjuncts, is_passive, is_verbal
from dateline.events.drafts import Draft
from dateline.languages import load
from dateline.records import Span

Relation = Literal["before", "after", "during"]


class Signals(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`times_order.yaml`: words that order events."""

    after: frozenset[str]
    before: frozenset[str]
    during: frozenset[str]
    following_verbs: frozenset[str]
    preceding_verbs: frozenset[str]
    next: frozenset[str]

    def relation(self, word: str) -> Relation | None:
        """What a preposition or conjunction says of the event that it hangs from."""
        return "after" if word in self.after else "before" if word in self.before else (
            "during" if word in self.during else None
        )  # fmt: skip


@cache
def signals(language: str = "en") -> Signals:
    """The words of a language."""
    words: Signals = load(language, "times_order", Signals)
    return words


@dataclass(frozen=True, slots=True, eq=False)
class Ordered:
    """`draft` is before, after or within `other`; `span` is the evidence, from the signal to the other's trigger."""

    draft: Draft
    relation: Relation
    other: Draft
    span: Span


def find_order(drafts: Sequence[Draft]) -> tuple[Ordered, ...]:
    """All pairs of events whose order the words of one sentence state, in order of the text, each pair once."""
    by_word = {word.i: d for d in reversed(drafts) for word in reversed(d.trigger.words)}
    found: dict[tuple[int, int], Ordered] = {}
    for draft in drafts:
        for relation, signal, word in (*_linked(draft), *_joined(draft), *_of_verb(draft)):
            other = by_word.get(word.i)
            if other is not None and other is not draft:
                pair = (id(draft), id(other))
                found.setdefault(pair, Ordered(draft, relation, other, _hull(signal, other.trigger.token)))
    return tuple(found.values())


Link = tuple[Relation, Token, Token]
"""What the signal says of the draft, the signal, and a word of the other event."""


def _linked(draft: Draft) -> Iterator[Link]:
    """ "after the vote", "before leaving", "while he spoke": below the draft's own words."""
    heads = {w.i: w for w in (*draft.trigger.words, draft.trigger.carrier)}
    for head in heads.values():
        for child in head.children:
            if child.dep_ in ("prep", "mark") or (child.dep_ == "advmod" and child.lower_ == "ahead"):
                yield from _below_preposition(child)
            elif child.dep_ == "advcl" and not _is_said_of(child, draft):
                yield from _of_clause(child)


def _below_preposition(preposition: Token) -> Iterator[Link]:
    relation = signals().relation(preposition.lower_)
    if relation is None:
        return
    inner = next((c for c in preposition.children if c.dep_ == "prep"), preposition)
    for word in (*children(inner, "pobj", "pcomp"), *children(preposition, "pobj", "pcomp")):
        yield from ((relation, preposition, member) for member in _members(word))


def _members(word: Token) -> list[Token]:
    return conjuncts(word) if word.pos_ == "NOUN" else [word]


def _of_clause(clause: Token) -> Iterator[Link]:
    mark = next((c for c in clause.children if c.dep_ in ("mark", "advmod") and signals().relation(c.lower_)), None)
    relation = signals().relation(mark.lower_) if mark is not None else None
    if mark is not None and relation is not None:
        yield relation, mark, clause


def _is_said_of(clause: Token, draft: Draft) -> bool:
    """A clause that a governing verb of a plan takes bounds the verb: "agreed, after they met, to leave"."""
    operators = draft.trigger.operators
    return bool(operators) and clause.head.i in {o.i for o in operators} and clause.i < operators[-1].i


def _joined(draft: Draft) -> Iterator[Link]:
    """ "He resigned and later fled"."""
    verb = draft.trigger.carrier
    if verb.dep_ != "conj" or not is_verbal(verb) or auxiliaries(verb) != auxiliaries(verb.head):
        return
    signal = next((c for c in children(verb, "advmod") if c.lower_ in signals().next and c.i <= verb.i + 1), None)
    if signal is not None:
        yield "after", signal, verb.head


def _of_verb(draft: Draft) -> Iterator[Link]:
    """ "The talks followed a strike", "the strike was followed by talks"."""
    token = draft.trigger.token
    verb = token.head
    if token.dep_ not in ("nsubj", "nsubjpass") or not is_verbal(verb):
        return
    lemma = verb.lemma_.lower()
    relation: Relation | None = (
        "after" if lemma in signals().following_verbs else "before" if lemma in signals().preceding_verbs else None
    )
    if relation is None:
        return
    if is_passive(verb):
        relation = "before" if relation == "after" else "after"
        agents = [o for c in children(verb, "agent") for o in children(c, "pobj")]
    else:
        agents = children(verb, "dobj", "obj")
    yield from ((relation, verb, member) for agent in agents for member in _members(agent))


def _hull(signal: Token, trigger: Token) -> Span:
    first, last = sorted((signal, trigger), key=lambda t: t.i)
    return Span(first.idx, last.idx + len(last))


def within_clause_of(draft: Draft, other: Draft) -> bool:
    """Whether an event stands in a clause that another one's trigger governs."""
    return any(a.i == other.trigger.token.i for a in ancestors(draft.trigger.token))
