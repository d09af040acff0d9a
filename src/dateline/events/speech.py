"""What a statement adds to the events in it: who plans, who promises, who calls something illegal."""

from dataclasses import replace

from dateline.events.clauses import is_passive, subject_of
from dateline.events.drafts import Draft
from dateline.events.predicates import Predicates
from dateline.records import Argument, ArgumentRole, Link, Span, Speaker

GIVING = frozenset({"AID", "SUPPORT", "YIELD", "COOPERATE", "AGREE"})
JUDGING = frozenset({"ACCUSE"})


def add_speakers(draft: Draft, words: Predicates) -> None:
    """Sets the outlook of a coming event that its speaker will do or has set, and the actor of a judgement."""
    if draft.trigger.token.lemma_.lower() in words.telling:
        _telling(draft)
    statement = draft.statement
    if statement is None:
        return
    speakers = statement.speakers
    draft.arguments = _with_speakers(draft, speakers, words)
    if draft.trigger.type in JUDGING and draft.trigger.token.dep_ in ("acomp", "attr"):
        draft.arguments = _judged(draft, speakers)
        draft.cue = statement.cue
    facts = draft.factuality
    if facts.realis != "future" or facts.outlook is not None:
        return
    own = {s.name for s in speakers} & draft.names("actor")
    if statement.stance == "promises" or (draft.trigger.type in GIVING and (own or _is_side(draft))):
        draft.factuality = replace(facts, outlook="promised")
    elif statement.stance == "expects":
        draft.factuality = replace(facts, outlook="expected")
    else:
        draft.factuality = replace(facts, outlook="planned")


def _with_speakers(draft: Draft, speakers: tuple[Speaker, ...], words: Predicates) -> tuple[Argument, ...]:
    """ "We will sign," they said: who speaks takes part; in the passive it is done to them.

    Only in what is to come: what people tell of their own past is seldom news.
    """
    trigger = draft.trigger
    if draft.factuality.realis != "future":
        return draft.arguments
    subject = None if trigger.is_noun else subject_of(trigger.carrier, words)
    role: ArgumentRole = "recipient" if is_passive(trigger.carrier) else "actor"
    if subject is None or subject.lower_ not in words.first_person or draft.names(role):
        return draft.arguments
    span = Span(subject.idx, subject.idx + len(subject))
    own = tuple(Argument(role=role, name=s.name, span=span, entity=s.entity) for s in speakers if s.entity)
    return tuple(sorted((*own, *draft.arguments), key=lambda a: (a.span, a.role)))


def _telling(draft: Draft) -> None:
    """ "X reported that Y told Z ...": that Y told Z is known from Y as well."""
    speakers = tuple(Speaker(name=a.name, span=a.span, entity=a.entity) for a in draft.arguments if a.role == "actor")
    if draft.chain and speakers:
        draft.chain += (Link(speakers=speakers),)


def _judged(draft: Draft, speakers: tuple[Speaker, ...]) -> tuple[Argument, ...]:
    """ "X is illegal," Y said: Y accuses those who do X."""
    blamed = [_as_recipient(a) for a in draft.arguments if a.role in ("actor", "recipient")]
    accusers = [Argument(role="actor", name=s.name, span=s.span, entity=s.entity) for s in speakers]
    return tuple(accusers + blamed)


def _as_recipient(argument: Argument) -> Argument:
    return Argument(role="recipient", name=argument.name, span=argument.span, entity=argument.entity)


def _is_side(draft: Draft) -> bool:
    """ "He said his country would ...": the actor's words stand for the speaker's side."""
    subject = next((c for c in draft.trigger.carrier.children if c.dep_ == "nsubj"), None)
    return subject is not None and any(
        c.dep_ == "poss" and c.lower_ in ("his", "her", "their", "its", "our") for c in subject.children
    )
