"""What one party of a sentence does to another: the type of the event between two marked names.

PLOVER's rules for what is not, or not yet, done hold here: to say that one will cooperate is to agree, that one will
use force is to threaten, that another must do something is to request, and not to cooperate is to reject (codebook of
the Open Event Data Alliance, after CAMEO's categories 03, 10, 12 and 13).
"""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from dateline.events.clauses import (
    ancestors,
    auxiliaries,
    conjuncts,
    governing_verb,
    is_passive,
    is_verbal,
    noun_agent,
    prepositional_objects,
    subject_of,
)
from dateline.events.codebook import codebook
from dateline.events.factuality import Factuality, factuality_of
from dateline.events.participants import Cast
from dateline.events.predicates import Predicates, predicates
from dateline.events.triggers import Trigger, TriggerFinder
from dateline.mentions import MentionIndex
from dateline.records import Entity, Mention, Span

COOPERATIVE = frozenset({"AID", "COOPERATE", "CONSULT", "SUPPORT", "YIELD"})
FORCEFUL = frozenset({"ASSAULT", "COERCE", "PROTEST", "SANCTION"})


@dataclass(frozen=True, slots=True)
class _Candidate:
    trigger: Trigger
    rank: tuple[int, int, int, int, int]


def type_between(
    doc: Doc, mentions: tuple[Mention, ...], entities: tuple[Entity, ...], source: Span, target: Span
) -> str | None:
    """PLOVER type of what the party in `source` does to the one in `target`; None where no word of a type is found.

    Of the words that name a type, the one wins whose actor covers the source, then whose recipient covers the target
    (or whose clause holds it), then the one highest in the sentence, then the nearest to the target.
    """
    words = predicates()
    cast = Cast(MentionIndex(mentions, entities))
    parties = _within(doc, source) | _within(doc, target)

    def kind_of(token: Token) -> str | None:
        return cast.kind_of(token) or ("group" if token.i in parties else None)

    finder = TriggerFinder(words, codebook(), kind_of, frozenset(), (Span(0, len(doc.text)),))
    found = [_candidate(t, words, doc, source, target) for t in _triggers(doc, finder)]
    if not found:
        return None
    best = max(found, key=lambda c: c.rank)
    return _as_stated(best.trigger, words)


def _triggers(doc: Doc, finder: TriggerFinder) -> Iterator[Trigger]:
    """Every word of a type, also those that only govern another ("agreed to release")."""
    for token in doc:
        if token.pos_ == "VERB":
            kind, support = finder.verb_type(token), None
        elif token.pos_ == "NOUN" and token.dep_ not in ("compound", "nmod"):
            kind, support = finder.noun_type(token), finder.support_of(token)
        elif token.dep_ in ("acomp", "attr") and is_verbal(token.head):
            kind, support = finder.codebook.copula_type(frozenset({token.lemma_.lower()})), token.head
        else:
            continue
        if finder.codebook.is_plover(kind):
            yield Trigger(token, kind, support, finder.operators(support or token))


def _candidate(trigger: Trigger, words: Predicates, doc: Doc, source: Span, target: Span) -> _Candidate:
    givers, takers = _within(doc, source), _within(doc, target)
    actors = _actors(trigger, words)
    near = min((abs(trigger.token.i - i) for i in takers), default=0)
    depth = sum(1 for _ in ancestors(trigger.token))
    clause = [trigger.support or trigger.token]
    rank = (_cover(actors, givers), min(1, _cover(clause, takers)), int(not trigger.is_noun), -depth, -near)
    return _Candidate(trigger, rank)


def _cover(heads: list[Token], party: frozenset[int]) -> int:
    """2 where a head is of the party, 1 where the party stands within its phrase, else 0."""
    if any(h.i in party for h in heads):
        return 2
    return int(any(h.left_edge.i <= i <= h.right_edge.i for h in heads for i in party))


def _actors(trigger: Trigger, words: Predicates) -> list[Token]:
    """Heads of who acts: a noun's owner, else the subject of its verb, or what stands behind "by"."""
    agent = noun_agent(trigger.token) if trigger.is_noun else None
    if agent is not None:
        return [agent]
    verb = trigger.carrier if is_verbal(trigger.carrier) else governing_verb(trigger.token)
    if verb is None:
        return []
    if is_passive(verb):
        return [o for p, o in prepositional_objects(verb) if p.dep_ == "agent"]
    subject = subject_of(verb, words)
    return conjuncts(subject) if subject is not None else []


def _within(doc: Doc, span: Span) -> frozenset[int]:
    return frozenset(t.i for t in doc if span.start <= t.idx < span.end)


def _as_stated(trigger: Trigger, words: Predicates) -> str | None:
    """The type by PLOVER's rules of what is not, or not yet, done."""
    if any(a.lower_ == "must" for a in auxiliaries(trigger.carrier)):
        return "REQUEST"
    helpers = {a.lower_ for a in auxiliaries(trigger.carrier)}
    if helpers & words.hypothetical and "have" not in helpers and trigger.type in FORCEFUL:
        return "THREATEN"
    facts = factuality_of(trigger, words, headline=False, reported=True, past_cue=True)
    return _by_mood(trigger.type, facts)


def _by_mood(kind: str | None, facts: Factuality) -> str | None:
    if facts.negative and kind in (*COOPERATIVE, "AGREE"):
        return "REJECT"
    if facts.realis == "future" and kind in COOPERATIVE:
        return "AGREE"
    if facts.realis == "future" and kind in FORCEFUL:
        return "THREATEN"
    return kind
