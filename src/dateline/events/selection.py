"""Which drafts are reported as events: those that an analyst could put in a chronology."""

from collections.abc import Sequence

from spacy.tokens import Token

from dateline.events.clauses import auxiliaries, is_passive, own_subject, subject_of
from dateline.events.drafts import Draft
from dateline.events.habits import is_thing
from dateline.events.predicates import Predicates
from dateline.records import TimeExpression

AGREEING = frozenset({"AGREE", "SUPPORT"})
"""An agreement that is signed or reached is one event."""
MEANT = frozenset({"AGREE", "AID", "CONSULT", "COOPERATE", "REJECT", "REQUEST", "SUPPORT", "THREATEN", "YIELD"})
"""Types of what only parties do: a thing that is said to do it is meant in a figure of speech."""
UNREAL_OBJECTS = frozenset({"YIELD", "REJECT", "REQUEST"})


def is_reportable(draft: Draft, words: Predicates) -> bool:
    """Whether a draft is an event of the page.

    Left out: nouns that only point back, nouns of no party, infinitives of purpose, what is only asked for, verbs that
    the codebook does not list and nothing dates, and untyped words without a party or a date.
    """
    trigger = draft.trigger
    if not trigger.is_event and not (draft.parties and (draft.expressions or draft.factuality.alleged)):
        return False
    if draft.antecedent is not None and trigger.support is None:
        return False
    if _is_object_of_same(draft) or _is_object_of_unreal(draft):
        return False
    if _is_addressed(draft):
        return False
    if not trigger.is_listed and all(_is_lasting(e, trigger.token) for e in draft.expressions):
        return False
    if _is_advice(draft, words) or _is_nothing(draft) or _is_of_thing(draft, words):
        return False
    if _is_purpose(draft, words) or _is_asked(draft, words) or _is_background(draft, words) or _is_judged(draft):
        return False
    if not draft.parties:
        return _has_cause(draft) or (draft.is_dated and trigger.support is not None)
    return (
        trigger.type is not None
        or bool(draft.expressions)
        or draft.factuality.alleged
        or trigger.support is not None
        or not trigger.is_noun
    )


def _is_addressed(draft: Draft) -> bool:
    """ "You show them": said to anybody, told of nobody."""
    subject = own_subject(draft.trigger.carrier)
    return subject is not None and subject.lower_ == "you"


def _is_object_of_same(draft: Draft) -> bool:
    """ "imposed sanctions": one event, told by the verb."""
    above, token = draft.governor, draft.trigger.token
    if above is None or not draft.trigger.is_noun or token.dep_ != "dobj" or token.head.i != above.trigger.token.i:
        return False
    kinds = {above.trigger.type, draft.trigger.type}
    return draft.trigger.type is not None and (len(kinds) == 1 or kinds <= AGREEING)


def _is_lasting(expression: TimeExpression, token: Token) -> bool:
    """ "Avoided jail for decades": how long it was so, not when it happened."""
    if expression.type != "DURATION":
        return False
    span = token.doc.char_span(expression.span.start, expression.span.end, alignment_mode="expand")
    return span is not None and span.root.head.lower_ == "for"


def _is_advice(draft: Draft, words: Predicates) -> bool:
    """ "Parents can restrict the use", "banks should pay": told of nobody that is named, or to nobody."""
    helpers = {a.lower_ for a in auxiliaries(draft.trigger.carrier)}
    if draft.factuality.realis != "hypothetical" or draft.expressions or not helpers & words.advising:
        return False
    roles = {a.role for a in draft.arguments if a.entity is not None}
    return not {"actor", "recipient"} <= roles


def _is_nothing(draft: Draft) -> bool:
    """ "The timing has not been announced": a thing of no type that was not done by or to anybody."""
    return draft.factuality.negative and draft.trigger.type is None and not draft.parties


def _is_of_thing(draft: Draft, words: Predicates) -> bool:
    """ "Errors allowed the theft", "the feature encourages them": a thing neither permits, helps nor asks."""
    trigger = draft.trigger
    if trigger.type not in MEANT or not trigger.is_verb or draft.names("actor") or is_passive(trigger.token):
        return False
    subject = subject_of(trigger.token, words)
    return subject is not None and subject.pos_ == "NOUN" and is_thing(subject, words, lambda _: None)


def _is_object_of_unreal(draft: Draft) -> bool:
    """ "Lifted the sanctions on X", "demanded talks with X": the verb tells what is undone, refused or asked for."""
    above, token = draft.governor, draft.trigger.token
    if above is None or not draft.trigger.is_noun or draft.trigger.support is not None or draft.expressions:
        return False
    return token.dep_ == "dobj" and token.head.i == above.trigger.token.i and above.trigger.type in UNREAL_OBJECTS


def retold(drafts: Sequence[Draft]) -> set[int]:
    """Ids (by `id`) of headline drafts whose event the body tells too: the body says it better."""
    told = {d.family for d in drafts if not d.headline and d.parties}
    types = {d.trigger.type for d in drafts if not d.headline and d.parties} - {None}
    return {id(d) for d in drafts if d.headline and (d.family in told or d.trigger.type in types or _is_bare(d))}


def _is_bare(draft: Draft) -> bool:
    """A headline's event without a party that is no verb of a type with a subject ("fire kills five")."""
    return not draft.parties and (draft.trigger.type is None or not _has_cause(draft))


def _is_background(draft: Draft, words: Predicates) -> bool:
    """An undated noun behind a preposition, without a verb of its own: what the news is about, not news."""
    trigger = draft.trigger
    if not trigger.is_noun or trigger.support is not None or draft.is_dated or draft.factuality.alleged:
        return False
    if any(a.doubt is not None for a in draft.arguments):
        return False
    top = trigger.token
    while top.dep_ == "conj" and top.head.i != top.i:
        top = top.head
    return top.dep_ == "pobj" and top.head.lower_ in words.backgrounding


def _is_judged(draft: Draft) -> bool:
    """ "The cooperation is illegal": the judgement is the event, not its subject."""
    trigger = draft.trigger
    return (
        trigger.is_noun
        and trigger.token.dep_ == "nsubj"
        and trigger.support is None
        and trigger.token.head.lemma_ == "be"
    )


def _has_cause(draft: Draft) -> bool:
    """Causes need not be actors: "a storm hit the coast", "the bomber received new missiles"."""
    trigger = draft.trigger
    subject = own_subject(trigger.token)
    return trigger.is_verb and subject is not None and subject.pos_ in ("NOUN", "PROPN", "NUM")


def _is_purpose(draft: Draft, words: Predicates) -> bool:
    """ "Fired shots to stop them", "used force to subdue him", "did not have to pay": not told to have been done."""
    verb = draft.trigger.carrier
    if verb.tag_ != "VB" or draft.trigger.operators or draft.headline:
        return False
    above = verb.head.lemma_.lower()
    needless = above == "have" and any(c.dep_ == "neg" for c in verb.head.children)
    return verb.dep_ in ("advcl", "relcl", "acl") or (
        verb.dep_ in ("xcomp", "ccomp") and (above in words.purposing or needless)
    )


def _is_asked(draft: Draft, words: Predicates) -> bool:
    operators = draft.trigger.operators
    return any(words.operators.of(o.lemma_.lower()) in ("asked", "prevented") for o in operators)
