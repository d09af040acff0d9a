"""Doubt about one part: "a strike blamed on X", "suspected rebels attacked", "killed, apparently by rebels".

The event is not in doubt, only who did it. What nobody saw ("alleged meddling by X") stays alleged as a whole.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

import msgspec
from spacy.tokens import Doc, Token

from dateline.events.clauses import (
    ancestors,
    children,
    finite_verb_of,
    is_passive,
    own_subject,
    prepositional_objects,
    subject_of,
)
from dateline.events.drafts import Draft
from dateline.events.participants import HARMING, Participants
from dateline.events.predicates import Predicates
from dateline.records import Argument, Doubt, Span, Speaker


class Doubts:
    """Finds which actors are only suspected, and adds those that are only blamed."""

    def __init__(self, doc: Doc, participants: Participants, words: Predicates) -> None:
        self.doc = doc
        self.participants = participants
        self.words = words

    def mark(self, drafts: Sequence[Draft]) -> None:
        """Sets the doubt of every actor that is in doubt, and takes it off the event."""
        by_token = {t.i: d for d in reversed(drafts) for t in (d.trigger.token, d.trigger.carrier)}
        by_token |= {d.trigger.token.i: d for d in drafts}
        near = {(d.sentence.span.start, d.trigger.token.sent) for d in drafts if d.trigger.type in HARMING}
        for token in (t for _, sentence in sorted(near, key=lambda n: n[0]) for t in sentence):
            if token.lemma_ in self.words.blaming:
                self._blamed(token, by_token)
            elif token.lower_ in self.words.alleging:
                self._suspected(token, drafts, by_token)
            elif token.lemma_ in self.words.believing and token.pos_ == "VERB":
                self._believed(token, by_token)

    # --- blamed

    def _blamed(self, verb: Token, by_token: Mapping[int, Draft]) -> None:
        """ "Blamed X for the strike", "blamed the strike on X", "a strike blamed on X"."""
        undergoer = _undergoer(verb, self.words)
        if undergoer is None:
            return
        behind = [*prepositional_objects(verb), *_within(verb)]
        for preposition, token in [p for p in behind if p[0].lower_ == "for"][:1]:
            self._add(token, undergoer, verb, preposition, by_token)
        for preposition, token in [p for p in behind if p[0].lower_ in ("on", "to")][-1:]:
            self._add(undergoer, token, verb, preposition, by_token)

    def _add(
        self, event: Token, culprit: Token, verb: Token, preposition: Token, by_token: Mapping[int, Draft]
    ) -> None:
        """Gives an event of harm, and the one that its noun is the subject of, an actor that is in doubt."""
        doubt = Doubt(
            span=_hull(verb, preposition if preposition.i - verb.i == 1 else verb), speakers=self._speakers(verb)
        )
        found = tuple(msgspec.structs.replace(a, doubt=doubt) for a in self.participants.named("actor", culprit))
        for token in (event, event.head.head if event.dep_ == "pobj" else event, finite_verb_of(event)):
            draft = by_token.get(token.i)
            is_own = draft is not None and (token.pos_ == "NOUN" or event.dep_ in ("nsubj", "nsubjpass"))
            if draft is not None and is_own and draft.trigger.type in HARMING:
                _give(draft, found)

    def _speakers(self, verb: Token) -> tuple[Speaker, ...]:
        if is_passive(verb):
            agents = [o for p, o in prepositional_objects(verb) if p.dep_ == "agent"]
        else:
            subject = subject_of(verb, self.words)
            agents = [subject] if subject is not None else []
        named = (a for token in agents for a in self.participants.named("actor", token))
        return tuple(Speaker(name=a.name, span=a.span, entity=a.entity) for a in named)

    # --- suspected

    def _suspected(self, mark: Token, drafts: Sequence[Draft], by_token: Mapping[int, Draft]) -> None:
        """ "Suspected rebels attacked", "an alleged Norwegian strike", "killed, apparently by rebels"."""
        if mark.dep_ == "amod":
            self._of_noun(mark, drafts)
            return
        following = mark.nbor(1) if mark.i + 1 < len(self.doc) else None
        if following is not None and following.lower_ == "by":
            draft = _above(following, by_token)
            self._of_agents(draft, following, mark)
        elif mark.dep_ == "advmod" and (agent := _agent_of(mark.head)) is not None:
            draft = by_token.get(mark.head.i) or _above(mark.head, by_token)
            if draft is not None and draft.trigger.is_noun and draft.trigger.type in HARMING:
                self._of_agents(draft, agent, mark)

    def _of_noun(self, mark: Token, drafts: Sequence[Draft]) -> None:
        noun = mark.head
        inside = Span(mark.idx, noun.idx + len(noun))
        for draft in drafts:
            if draft.trigger.type not in HARMING:
                continue
            own = draft.trigger.token.i == noun.i
            if own and noun.lemma_.lower() not in self.words.traced:
                continue
            if own or not draft.trigger.is_noun:
                self._doubt(draft, [a for a in _actors(draft) if inside.overlaps(a.span)], mark, unmark=own)

    def _of_agents(self, draft: Draft | None, agent: Token, mark: Token) -> None:
        if draft is None:
            return
        inside = Span(agent.idx, agent.right_edge.idx + len(agent.right_edge))
        self._doubt(draft, [a for a in _actors(draft) if inside.covers(a.span)], mark, unmark=True)

    def _doubt(self, draft: Draft, found: Sequence[Argument], mark: Token, unmark: bool) -> None:
        doubt = Doubt(span=Span(mark.idx, mark.idx + len(mark)))
        if not found:
            return
        draft.arguments = tuple(
            msgspec.structs.replace(a, doubt=doubt) if a in found and a.doubt is None else a for a in draft.arguments
        )
        if unmark:
            draft.factuality = replace(draft.factuality, alleged=False)
            draft.chain = tuple(link for link in draft.chain if link.cue is None or not link.cue.overlaps(doubt.span))

    # --- believed

    def _believed(self, verb: Token, by_token: Mapping[int, Draft]) -> None:
        """ "An attack believed to have been carried out by X"."""
        if verb.dep_ not in ("acl", "ROOT", "relcl"):
            return
        event = verb.head if verb.dep_ == "acl" else own_subject(verb)
        done = next(iter(children(verb, "xcomp")), None)
        agent = _agent_of(done) if done is not None and done.lemma_.lower() in self.words.light else None
        draft = by_token.get(event.i) if event is not None else None
        if agent is None or done is None or draft is None or draft.trigger.type not in HARMING:
            return
        doubt = Doubt(span=_hull(verb, verb), commitment="probable")
        for token in children(agent, "pobj"):
            named = self.participants.named("actor", token)
            _give(draft, tuple(msgspec.structs.replace(a, doubt=doubt) for a in named))


def _within(verb: Token) -> list[tuple[Token, Token]]:
    """Prepositions with their objects anywhere below the object: the parser may hang "on X" from the nearest noun."""
    below = (t for o in children(verb, "dobj", "nsubjpass") for t in o.subtree if t.i > verb.i and t.dep_ == "pobj")
    return [(token.head, token) for token in below]


def _actors(draft: Draft) -> list[Argument]:
    return [a for a in draft.arguments if a.role == "actor"]


def _undergoer(verb: Token, words: Predicates) -> Token | None:
    """Who or what is blamed: the object, the subject of a passive, or the noun of a participle."""
    objects = children(verb, "dobj", "obj")
    if is_passive(verb) or (verb.tag_ == "VBN" and verb.dep_ == "acl"):
        return subject_of(verb, words)
    if objects:
        relative = objects[0].tag_ in ("WDT", "WP") and verb.dep_ == "relcl"
        return verb.head if relative else objects[0]
    return verb.head if verb.dep_ == "relcl" else None


def _give(draft: Draft, found: tuple[Argument, ...]) -> None:
    """Adds actors to an event that has none of its own; it then says whose it is."""
    if not found or _actors(draft):
        return
    names = {a.name for a in found}
    kept = tuple(a for a in draft.arguments if a.name not in names)
    draft.arguments = tuple(sorted((*kept, *found), key=lambda a: (a.span, a.role)))
    draft.trigger = replace(draft.trigger, is_event=True)


def _above(token: Token, by_token: Mapping[int, Draft]) -> Draft | None:
    return next((by_token[a.i] for a in ancestors(token) if a.i in by_token), None)


def _agent_of(verb: Token) -> Token | None:
    """The "by" of a passive or of a participle."""
    return next((c for c in verb.children if c.dep_ == "agent"), None)


def _hull(first: Token, last: Token) -> Span:
    return Span(first.idx, last.idx + len(last))
