"""Did it happen: realis, polarity, outlook, and whether the page marks it as alleged."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Token

from dateline.events.clauses import (
    ancestors,
    auxiliaries,
    children,
    governing_verb,
    is_verbal,
    own_subject,
    standing,
    support_name,
)
from dateline.events.conditions import condition_of, is_supposed
from dateline.events.predicates import Predicates
from dateline.events.triggers import Trigger
from dateline.records import Outlook, Realis, Span


@dataclass(frozen=True, slots=True)
class Factuality:
    """What the page commits itself to, before anybody's statement is taken into account."""

    realis: Realis = "past"
    negative: bool = False
    outlook: Outlook | None = None
    alleged: bool = False
    condition: Span | None = None


def factuality_of(trigger: Trigger, words: Predicates, *, headline: bool, reported: bool, past_cue: bool) -> Factuality:
    """Realis and the rest of one trigger.

    `headline`: present tense tells the past, and an infinitive the future. `reported`: it stands in somebody's
    statement; `past_cue`: and that statement's cue is in the past tense, so "would" is the future seen from then.
    """
    verbs = [trigger.carrier, *trigger.operators] if is_verbal(trigger.carrier) else list(trigger.operators)
    top = verbs[-1] if verbs else governing_verb(trigger.token)
    found = Factuality()
    if top is not None:
        attached = bool(verbs) or trigger.token.dep_ in ("dobj", "nsubj", "nsubjpass", "attr")
        found = (
            _of_verb(top, words, headline=headline, past_cue=past_cue or not reported)
            if attached
            else _past_of(top, words)
        )
    for operator in reversed(trigger.operators):
        found = _under_operator(found, words.operators.of(operator.lemma_.lower()))
    if trigger.support is not None and trigger.is_noun:
        found = _under_support(found, trigger.support, words)
    if _is_question(trigger.token):
        found = replace(found, realis="hypothetical")
    if any(_is_negated(v, words) for v in verbs):
        found = replace(found, negative=not found.negative)
    if trigger.is_noun and trigger.support is None and is_supposed(trigger.token, words):
        found = replace(found, realis="hypothetical")
    condition = condition_of(verbs or [top], words, ahead=found.realis != "past") if top is not None else None
    if condition is not None and not reported and _is_would(verbs, words):
        found = replace(found, realis="hypothetical")
    return replace(found, alleged=_is_alleged(trigger, words), condition=condition)


def _is_would(verbs: Sequence[Token], words: Predicates) -> bool:
    return any(a.lower_ in words.conditional for v in verbs for a in auxiliaries(v))


def _under_support(found: Factuality, verb: Token, words: Predicates) -> Factuality:
    """ "The visit was cancelled" is none; "was postponed", "is planned", "is due" are to come; "is under way" is on."""
    support = support_name(verb)
    if support in words.cancelling:
        return replace(found, negative=not found.negative)
    if support in words.postponing:
        return replace(found, realis="future", outlook="planned")
    if verb.lemma_ == "be":
        return _standing(found, standing(verb, words))
    group = words.operators.of(support)
    return _under_operator(found, group) if group in ("planned", "expected") else found


def _standing(found: Factuality, how: str | None) -> Factuality:
    if found.realis != "past" or how is None:
        return found
    return replace(found, realis="ongoing") if how == "ongoing" else replace(found, realis="future", outlook="expected")


def _is_question(token: Token) -> bool:
    last = next((t for t in reversed(token.sent) if not t.is_space and not t.is_quote), None)
    return last is not None and last.text == "?"


def _past_of(verb: Token, words: Predicates) -> Factuality:
    """An adjunct noun takes over that its clause is to come or not real, and nothing else."""
    found = _of_verb(verb, words, headline=False, past_cue=True)
    return Factuality(realis=found.realis if found.realis in ("future", "hypothetical") else "past")


def _of_verb(verb: Token, words: Predicates, *, headline: bool, past_cue: bool) -> Factuality:
    helpers = {a.lower_ for a in auxiliaries(verb)}
    if helpers & words.future:
        return Factuality("future", outlook=None)
    if helpers & words.conditional:
        return Factuality("future") if past_cue and not is_supposed(verb, words) else Factuality("hypothetical")
    if helpers & words.hypothetical or is_supposed(verb, words):
        return Factuality("hypothetical")
    if verb.tag_ == "VB" and "to" in helpers:
        return (
            Factuality("future", outlook="planned")
            if headline or verb.dep_ in ("ROOT", "xcomp")
            else Factuality("hypothetical")
        )
    if verb.tag_ == "VBG" and helpers & {"is", "are", "am", "'s", "'re", "’s", "’re"}:
        return Factuality("future" if verb.lemma_ == "go" else "ongoing")
    if verb.tag_ in ("VBG", "VBN") and own_subject(verb) is None and not helpers:
        return _of_governor(verb, words, headline=headline, past_cue=past_cue)
    return Factuality()


def _of_governor(verb: Token, words: Predicates, *, headline: bool, past_cue: bool) -> Factuality:
    """A participle without a subject of its own is as real as its clause."""
    above = next((a for a in ancestors(verb) if is_verbal(a)), None)
    if (
        above is None
        or verb.dep_ not in ("advcl", "conj", "pcomp", "xcomp")
        or (verb.dep_ == "pcomp" and verb.head.lower_ in ("since", "after"))
    ):
        return Factuality()
    helpers = {a.lower_ for a in auxiliaries(above)}
    if helpers & (words.future | words.conditional | words.hypothetical):
        return _of_verb(above, words, headline=headline, past_cue=past_cue)
    return Factuality()


def _under_operator(found: Factuality, group: str | None) -> Factuality:
    if group in ("promised", "planned", "expected"):
        if found.realis == "hypothetical":
            return found
        outlook: Outlook = "promised" if group == "promised" else "planned" if group == "planned" else "expected"
        return replace(found, realis="future", outlook=outlook)
    if group in ("possible", "attempted"):
        return replace(found, realis="hypothetical")
    if group in ("asked", "prevented"):
        return replace(found, realis="hypothetical")
    if group == "failed":
        return replace(found, negative=not found.negative)
    return found


def _is_negated(verb: Token, words: Predicates) -> bool:
    if any(
        c.dep_ == "neg" or (c.dep_ in ("advmod", "preconj", "cc") and c.lower_ in words.negating) for c in verb.children
    ):
        return True
    if verb.dep_ == "pcomp" and verb.head.lower_ in words.negating:
        return True
    nouns = children(verb, "nsubj", "nsubjpass", "dobj")
    return any(d.lower_ in words.negating for n in nouns for d in (n, *children(n, "det", "preconj", "cc")))


def _is_alleged(trigger: Trigger, words: Predicates) -> bool:
    heads = [*trigger.words]
    preposition = trigger.token.head
    if trigger.token.dep_ == "pobj":
        heads.append(preposition)
        if preposition.i > 0 and preposition.nbor(-1).lower_ in words.alleging:
            return True
    return any(
        c.lower_ in words.alleging and c.dep_ in ("amod", "advmod") and not _is_of_adjunct(c, h)
        for h in heads
        for c in h.children
    )


def _is_of_adjunct(adverb: Token, head: Token) -> bool:
    """ "helped it, allegedly in violation of ...": the adverb belongs to what follows."""
    following = adverb.nbor(1) if adverb.i + 1 < len(adverb.doc) else None
    return adverb.i > head.i and following is not None and following.pos_ == "ADP"
