"""An event while it is being read: its trigger with what the steps have found out so far."""

from dataclasses import dataclass, field

from spacy.tokens import Token

from dateline.events.clauses import OBJECTS, RELATIVE, children, own_subject, phrase, prepositional_objects
from dateline.events.factuality import Factuality
from dateline.events.triggers import Trigger
from dateline.records import (
    Argument,
    Chain,
    EventDate,
    Interval,
    PlaceBasis,
    Sentence,
    Span,
    Statement,
    TimeExpression,
)

REACH = 40
"""How far from the trigger, in code points, a part of the evidence may stand."""

UNDATED = EventDate(interval=Interval(None, None), basis="assumed", rule="none")


@dataclass(slots=True, eq=False)
class Draft:
    """Filled step by step in `finding.find_events`; never leaves the package. Compared by identity."""

    trigger: Trigger
    sentence: Sentence
    number: int
    """Index of the sentence in the article."""
    arguments: tuple[Argument, ...]
    factuality: Factuality
    family: str
    headline: bool
    statement: Statement | None = None
    chain: Chain = ()
    expressions: list[TimeExpression] = field(default_factory=list)
    date: EventDate | None = None
    frame: "Draft | None" = None
    governor: "Draft | None" = None
    antecedent: "Draft | None" = None
    """The event that a definite noun points back to ("the meeting"); same event."""
    act: Token | None = None
    """The verb of what was offered, where the trigger only accepts it."""
    cue: Span | None = None
    """The cue whose time is the event's: a judgement happens when it is said."""
    placed: PlaceBasis = "attached"
    """How it came to its places."""
    holder: "Draft | None" = None
    """The event noun that holds this event ("during a meeting"), before it is resolved to its antecedent."""

    def names(self, *roles: str) -> set[str]:
        return {a.name for a in self.arguments if a.role in roles}

    @property
    def parties(self) -> set[str]:
        return self.names("actor", "recipient")

    @property
    def is_past(self) -> bool:
        return self.factuality.realis in ("past", "ongoing")

    @property
    def is_dated(self) -> bool:
        return self.date is not None and not self.date.interval.is_open and not self.date.is_bound


def evidence(draft: Draft) -> Span:
    """From the trigger to its arguments, time words and frame, as far as they stand in its own clause and near it."""
    trigger = draft.trigger
    top = trigger.operators[-1] if trigger.operators else trigger.carrier
    clause = Span(top.left_edge.idx, top.right_edge.idx + len(top.right_edge)).hull(_word(trigger.token))
    near = [_word(t) for t in trigger.words if t.pos_ == "ADP" or _gap(_word(trigger.token), _word(t)) <= REACH]
    core = _word(trigger.token).hull(*near)
    parts = (
        _complements(draft) + [a.span for a in draft.arguments] + [e.span for e in draft.expressions] + _adjuncts(draft)
    )
    if top.lower_ not in RELATIVE and trigger.is_verb:
        parts += [_word(c) for c in top.children if c.lower_ in RELATIVE and c.i < top.i]
    return core.hull(
        *(s for s in parts if clause.covers(s) and draft.sentence.span.covers(s) and _gap(core, s) <= REACH)
    )


def _complements(draft: Draft) -> list[Span]:
    """What the verb itself takes, named or not: the objects, and the subject of "is illegal"."""
    trigger = draft.trigger
    if trigger.is_complement and trigger.type != "ACCUSE":
        return []
    if trigger.is_complement:
        subject = own_subject(trigger.carrier)
        others = [t for t in trigger.token.children if t.dep_ == "conj"]
        return ([_words(subject)] if subject is not None else []) + [_word(t) for t in others]
    return [_words(o) for o in children(trigger.carrier, *OBJECTS)]


def _words(token: Token) -> Span:
    """A noun phrase up to what stands behind its "of"."""
    first, end = phrase(token)
    doc = token.doc
    return Span(doc[first].idx, doc[end - 1].idx + len(doc[end - 1]))


def _adjuncts(draft: Draft) -> list[Span]:
    """The noun of the frame that holds the event, and what it is accused of."""
    trigger = draft.trigger
    if not trigger.is_verb:
        return []
    spans = [
        _word(o)
        for p, o in prepositional_objects(trigger.carrier)
        if draft.frame is not None and o in draft.frame.trigger.words
    ]
    spans += [
        _word(o)
        for p, o in prepositional_objects(trigger.carrier)
        if draft.holder is not None and o in draft.holder.trigger.words
    ]
    if draft.holder is not None:
        spans += [e.span for e in draft.holder.expressions]
    for preposition in trigger.token.children:
        if preposition.lower_ == "of" and preposition.dep_ == "prep":
            spans += [
                _word(o)
                for v in preposition.children
                if v.dep_ == "pcomp"
                for o in (v, *(c for c in v.children if c.dep_ == "dobj"))
            ]
    spans += [
        _word(x)
        for c in trigger.token.children
        if c.dep_ == "xcomp"
        for x in (c, *(o for o in c.children if o.dep_ == "dobj"))
    ]
    return spans


def _word(token: Token) -> Span:
    return Span(token.idx, token.idx + len(token))


def _gap(a: Span, b: Span) -> int:
    return max(0, b.start - a.end, a.start - b.end)
