"""What an event is part of, and which earlier event "the meeting" points back to."""

from collections.abc import Sequence

from spacy.tokens import Token

from dateline.events.clauses import ancestors, children, is_verbal, prepositional_objects
from dateline.events.drafts import Draft
from dateline.events.predicates import Predicates
from dateline.records import Span

DEFINITE = frozenset({"the", "this", "that", "these", "those", "his", "her", "their", "its"})
LEAD_SENTENCES = 4
"""The main frame of a page stands in its headline or its first sentences."""


def is_definite(noun: Token, words: Predicates) -> bool:
    """Whether a noun points back: "the meeting", "her visit", but not "their second summit" or "a visit"."""
    owned = any(c.dep_ == "poss" for c in noun.children)
    others = [
        c.lemma_.lower()
        for c in children(noun, "amod", "nummod", "advmod")
        if c.lemma_.lower() in words.another or c.like_num
    ]
    if others and not (owned and others == ["first"]):
        return False
    return any(c.dep_ == "poss" or (c.dep_ == "det" and c.lower_ in DEFINITE) for c in noun.children)


def _is_another(noun: Token, words: Predicates) -> bool:
    """ "The previous meeting": another event of the same people."""
    determined = any(c.dep_ == "det" and c.lower_ in DEFINITE for c in noun.children)
    return determined and any(c.lemma_.lower() in words.another for c in children(noun, "amod"))


def link_antecedents(drafts: Sequence[Draft], words: Predicates) -> None:
    """Sets `antecedent` of definite event nouns: the nearest earlier event of the family with a party in common."""
    for position, draft in enumerate(drafts):
        if draft.trigger.is_noun and is_definite(draft.trigger.token, words):
            draft.antecedent = _antecedent(draft, drafts[:position])
            if draft.antecedent is not None and not draft.parties:
                draft.arguments += tuple(a for a in draft.antecedent.arguments if a.role != "object")
        elif draft.trigger.is_noun and not draft.parties and _is_another(draft.trigger.token, words):
            earlier = next((d for d in reversed(drafts[:position]) if d.family == draft.family and d.parties), None)
            draft.arguments += (
                tuple(a for a in earlier.arguments if a.role in ("actor", "recipient")) if earlier else ()
            )


def _antecedent(draft: Draft, earlier: Sequence[Draft]) -> Draft | None:
    """The best earlier event of the family.

    That is one with a party in common, else one of unnamed parties, else the last told. Nouns come before verbs, the
    nearest first. A noun that names parties of its own never falls back to the last told.
    """
    above = {a.i for a in ancestors(draft.trigger.token)}
    family = [d for d in earlier if d.family == draft.family and d.trigger.token.i not in above]
    nouns = [d for d in reversed(family) if d.trigger.is_noun]
    ordered = [*nouns, *(d for d in reversed(family) if not d.trigger.is_noun)]
    if draft.family == "journey":
        found = next((d for d in ordered if _is_one_journey(draft, d)), None)
    else:
        found = next((d for d in ordered if _shares_party(draft, d)), None) or next(
            (d for d in ordered if _is_unnamed(d)), None
        )
        if found is None and not _own_parties(draft):
            found = next(iter(nouns), None)
    return (found.antecedent or found) if found is not None else None


def _shares_party(draft: Draft, other: Draft) -> bool:
    if draft.family == "meeting" and len(draft.parties) > 1:
        return draft.parties <= other.parties
    return bool(draft.parties & other.parties)


def _own_parties(draft: Draft) -> set[str]:
    """Parties that stand in the noun's own phrase, not borrowed from the clause."""
    token = draft.trigger.token
    phrase = Span(token.left_edge.idx, token.right_edge.idx + len(token.right_edge))
    return {a.name for a in draft.arguments if a.role in ("actor", "recipient") and phrase.covers(a.span)}


def _is_one_journey(draft: Draft, other: Draft) -> bool:
    """The same traveller, and no other destination; or the same destination; or nothing said but "the trip"."""
    who, where = draft.names("actor"), draft.names("place")
    others, there = other.names("actor"), other.names("place")
    if who:
        return bool(who & others) and not (where and there and not where & there)
    return bool(where & there) if where else True


def _is_unnamed(draft: Draft) -> bool:
    """Whether a party is only described ("a top official"): it may be anybody."""
    return any(a.role in ("actor", "recipient") and a.name[:1].islower() for a in draft.arguments)


def link_frames(drafts: Sequence[Draft], words: Predicates) -> None:
    """Sets `frame`: the event of an adjunct ("during the meeting"), else that of the governing event."""
    by_token = {d.trigger.token.i: d for d in drafts}
    for draft in drafts:
        found = _adjunct_frame(draft, by_token, words)
        if found is not None:
            draft.holder = found
            draft.frame = found.antecedent or found
    for draft in drafts:
        if draft.frame is None and draft.trigger.token.dep_ == "pobj":
            draft.frame = _held_in(draft, by_token)


def _adjunct_frame(draft: Draft, by_token: dict[int, Draft], words: Predicates) -> Draft | None:
    heads = [*draft.trigger.words]
    cue = _performing_cue(draft, words)
    if cue is not None:
        heads.append(cue)
    for head in heads:
        for preposition, noun in prepositional_objects(head):
            held = by_token.get(noun.i)
            if (
                preposition.lower_ in words.within
                and held is not None
                and held is not draft
                and noun.lemma_.lower() in words.frames
            ):
                return held
            end_of = next((o for p, o in prepositional_objects(noun) if p.lower_ == "of" and o.i in by_token), None)
            if (
                preposition.lower_ in words.within
                and end_of is not None
                and end_of.lemma_.lower() in words.frames
                and by_token[end_of.i] is not draft
            ):
                return by_token[end_of.i]
    return None


def _performing_cue(draft: Draft, words: Predicates) -> Token | None:
    """The cue of a speech act that is done by saying it: "She said she would offer ..." is an offer."""
    token = draft.trigger.carrier
    if draft.trigger.token.lemma_.lower() in words.performed and token.dep_ == "ccomp" and is_verbal(token.head):
        return token.head
    return None


def _held_in(draft: Draft, by_token: dict[int, Draft]) -> Draft | None:
    """ "travelled for a summit": the summit is part of the travel."""
    if draft.trigger.token.head.lower_ != "for":
        return None
    above = next((by_token[a.i] for a in ancestors(draft.trigger.token) if a.i in by_token), None)
    return above if above is not None and above.family == "journey" else None


def main_frame(drafts: Sequence[Draft], words: Predicates) -> Draft | None:
    """The journey that the page is about: the first dated one of its headline or first sentences."""
    lead = (d for d in drafts if d.number <= LEAD_SENTENCES and d.family == "journey" and d.trigger.is_noun)
    return next((d for d in lead if d.is_past and d.is_dated and d.names("actor") and not _is_apart(d, words)), None)


def _is_apart(draft: Draft, words: Predicates) -> bool:
    """ "After a visit": what is told is no part of it."""
    token = draft.trigger.token
    return token.dep_ == "pobj" and token.head.lower_ in words.apart
