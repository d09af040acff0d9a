"""Which drafts are reported as events: those that an analyst could put in a chronology."""

from dateline.events.clauses import ancestors
from dateline.events.drafts import Draft
from dateline.events.predicates import Predicates


def is_reportable(draft: Draft, words: Predicates) -> bool:
    """Whether a draft is an event of the page.

    Left out: nouns that only point back, nouns of no party, infinitives of purpose, what is only asked for,
    and untyped words without a party or a date.
    """
    trigger = draft.trigger
    if not trigger.is_event or (draft.antecedent is not None and trigger.support is None):
        return False
    if _is_purpose(draft) or _is_asked(draft, words):
        return False
    if not draft.parties:
        return trigger.type is not None and draft.is_dated and trigger.support is not None
    return trigger.type is not None or bool(draft.expressions) or not trigger.is_noun


def _is_purpose(draft: Draft) -> bool:
    verb = draft.trigger.carrier
    return verb.tag_ == "VB" and verb.dep_ in ("advcl", "relcl", "acl") and not draft.trigger.operators and not draft.headline


def _is_asked(draft: Draft, words: Predicates) -> bool:
    operators = draft.trigger.operators
    return any(words.operators.of(o.lemma_.lower()) in ("asked", "prevented") for o in operators)


def is_nested_noun(draft: Draft) -> bool:
    """A noun deep inside another noun's phrase."""
    return draft.trigger.is_noun and any(a.pos_ == "NOUN" for a in ancestors(draft.trigger.token))
