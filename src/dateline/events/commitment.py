"""How far a text commits itself to an event at one word: a number from -3, did not happen, to 3, happened."""

from spacy.tokens import Token

from dateline.events.clauses import children, is_verbal
from dateline.events.codebook import codebook
from dateline.events.factuality import Factuality, factuality_of
from dateline.events.predicates import predicates
from dateline.events.triggers import Trigger, TriggerFinder
from dateline.records import Realis

DEGREES: dict[Realis, float] = {"past": 3.0, "ongoing": 3.0, "future": 2.0, "hypothetical": 1.0}
"""FactBank's degrees: certain, probable, possible. The same with the other sign for what is negated."""

PROBABLE = 2.0
POSSIBLE = 1.0


def commitment_at(token: Token) -> float:
    """The degree at a word that names an event, whether or not the reader would list that event.

    The scale is that of FactBank and its successors (Saurí and Pustejovsky, 2009; Lee et al., 2015).
    """
    words = predicates()
    finder = TriggerFinder(words, codebook(), lambda _: None, frozenset())
    support = None if is_verbal(token) else finder.support_of(token)
    trigger = Trigger(token, None, support, finder.operators(support or token))
    facts = factuality_of(trigger, words, headline=False, reported=True, past_cue=True)
    return _embedded(token, degree(facts), finder)


def degree(facts: Factuality) -> float:
    """The number that stands for a reading of factuality."""
    return -DEGREES[facts.realis] if facts.negative else DEGREES[facts.realis]


def _embedded(token: Token, found: float, finder: TriggerFinder) -> float:
    """The degree under the word that governs this one: refused, prevented, asked for, planned."""
    if token.pos_ == "NOUN" and any(c.lower_ in finder.words.negating for c in children(token, "det")):
        return -PROBABLE
    if found > 0 and token.tag_ == "VB" and not any(c.dep_ == "aux" for c in token.children) and token.dep_ == "ROOT":
        return POSSIBLE
    head = token.head.head if token.dep_ == "pcomp" else token.head
    if found <= 0 or token.dep_ not in ("xcomp", "ccomp", "pcomp", "acl", "dobj"):
        return found
    group = finder.operator_class(head)
    if group == "refused" or (group == "prevented" and token.dep_ == "pcomp"):
        return -PROBABLE
    if group in ("asked", "attempted", "possible") or (token.pos_ == "NOUN" and group in ("planned", "expected")):
        return min(found, POSSIBLE)
    return found
