"""An accepted invitation is a plan: "A invited B to visit, and B accepted" says that B is to visit."""

from collections.abc import Sequence

from dateline.events.clauses import children, is_verbal
from dateline.events.codebook import NO_TYPE
from dateline.events.drafts import Draft
from dateline.events.factuality import Factuality
from dateline.events.participants import Participants
from dateline.events.predicates import Predicates
from dateline.events.triggers import Trigger, TriggerFinder
from dateline.records import Argument


def accepted(
    draft: Draft, earlier: Sequence[Draft], finder: TriggerFinder, participants: Participants, words: Predicates
) -> Draft:
    """What an acceptance without an object agrees to do; the draft itself where nothing was offered before it."""
    trigger = draft.trigger
    if trigger.token.lemma_.lower() not in words.accepting or children(trigger.token, "dobj", "ccomp", "xcomp"):
        return draft
    offer = next((d for d in reversed(earlier) if d.number == draft.number and _is_offered(d, draft, words)), None)
    act = next(iter(children(offer.trigger.token, "xcomp")), None) if offer is not None else None
    if act is None or not is_verbal(act):
        return draft
    kind = finder.verb_type(act)
    told = participants.of(Trigger(act, kind))
    return Draft(
        trigger=Trigger(trigger.token, None if kind == NO_TYPE else kind),
        sentence=draft.sentence,
        number=draft.number,
        arguments=(*(a for a in draft.arguments if a.role == "actor"), *_others(told)),
        factuality=Factuality("future", outlook="planned"),
        family=words.family(act.lemma_.lower()),
        headline=draft.headline,
        statement=draft.statement,
        chain=draft.chain,
        act=act,
    )


def _is_offered(offer: Draft, draft: Draft, words: Predicates) -> bool:
    invited = offer.trigger.token.lemma_.lower() in words.inviting
    return invited and bool(offer.names("recipient") & draft.names("actor"))


def _others(arguments: tuple[Argument, ...]) -> tuple[Argument, ...]:
    return tuple(a for a in arguments if a.role != "actor")
