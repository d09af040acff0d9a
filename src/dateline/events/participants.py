"""Who takes part in an event, and where: roles from the parse, names from the mentions."""

from collections.abc import Iterator

from spacy.tokens import Token

from dateline.events.clauses import (
    RELATIVE,
    ancestors,
    children,
    conjuncts,
    is_passive,
    is_verbal,
    noun_agent,
    own_subject,
    phrase,
    prepositional_objects,
    subject_of,
)
from dateline.events.predicates import Predicates
from dateline.events.triggers import Trigger
from dateline.mentions import MentionIndex
from dateline.records import Argument, ArgumentRole, Entity, Mention, Span

ACTING = ("person", "organization", "country", "group")
PARTNER = frozenset({"with", "against", "alongside", "for", "to", "toward", "towards", "on", "at"})
OWNING = frozenset({"between", "by", "of", "with"})
HARMING = frozenset({"ACCIDENT", "ASSAULT", "CRIME", "DISASTER"})
"""Types of events that leave traces, whoever did them."""
UNDERGOERS = frozenset({"ASSAULT", "COERCE", "SANCTION", "ACCUSE", "YIELD"})


class Cast:
    """Who the words of one document stand for."""

    def __init__(self, index: MentionIndex) -> None:
        self._index = index

    def mentions_at(self, token: Token) -> list[Mention]:
        """The widest mentions that a token heads; several for "they"."""
        found = self._index.mentions_at(token)
        return [m for m in found if m.span == found[0].span]

    def entities_at(self, token: Token) -> list[Entity]:
        return [self._index.entities[m.entity] for m in self.mentions_at(token)]

    def kind_of(self, token: Token) -> str | None:
        """Kind of the entity that a head token stands for; adjectives stand for none."""
        found = [m for m in self.mentions_at(token) if m.form != "adjective"]
        return found[0].kind if found else None


def token_span(first: Token, last: Token) -> Span:
    return Span(first.idx, last.idx + len(last))


def noun_phrase(token: Token) -> Span:
    """The span of a head's noun phrase."""
    first, end = phrase(token)
    return token_span(token.doc[first], token.doc[end - 1])


class Participants:
    """Reads the arguments of triggers in one document."""

    def __init__(self, index: Cast, words: Predicates, text: str) -> None:
        self.index = index
        self.words = words
        self.text = text

    def of(self, trigger: Trigger) -> tuple[Argument, ...]:
        """Arguments in order of the text; each entity once a role, and no recipient that is also the actor."""
        drafts = list(
            self._noun_roles(trigger) if trigger.is_noun or trigger.is_complement else self._verb_roles(trigger)
        )
        found: dict[tuple[str, str], Argument] = {}
        for role, token in drafts:
            for argument in self._arguments(role, token):
                found.setdefault((argument.role, argument.name), argument)
        actors = {a.name for a in found.values() if a.role == "actor"}
        kept = [a for a in found.values() if not (a.role == "recipient" and a.name in actors)]
        return tuple(sorted(kept, key=lambda a: (a.span, a.role)))

    def named(self, role: ArgumentRole, token: Token) -> tuple[Argument, ...]:
        """Arguments of a role for a token and what is coordinated with it."""
        return tuple(self._arguments(role, token))

    # --- from tokens to arguments

    def _arguments(self, role: ArgumentRole, token: Token) -> Iterator[Argument]:
        for member in self._members(token) if role != "place" else [token]:
            yield from self._named(role, member)

    def _members(self, token: Token) -> list[Token]:
        """The token, what is coordinated with it, and names that "including" adds.

        A parse may take "A and President B" for one name: then the heads of the other mentions before "and" are
        members.
        """
        members = conjuncts(token)
        for preposition, named in prepositional_objects(token):
            if preposition.lower_ == "including":
                members += [m for m in self._heads_within(named) if m not in members]
        if len(members) == 1 and token.pos_ == "PROPN" and any(t.dep_ == "cc" for t in token.subtree if t.i < token.i):
            members = [m for m in self._heads_within(token) if m.i <= token.i]
        return members

    def _heads_within(self, token: Token) -> list[Token]:
        """Heads of names under a token, in order, that are no part of a longer name and no possessors or adjectives."""
        found: list[Token] = []
        for word in sorted(token.subtree, key=lambda t: t.i):
            mention = next(iter(self.index.mentions_at(word)), None)
            if (
                mention is None
                or mention.form != "name"
                or mention.head.start != word.idx
                or mention.kind == "place"
                or word.dep_ == "poss"
            ):
                continue
            if mention.kind == "country" and any(c.i == word.i + 1 for c in (word.head,)):
                continue
            found.append(word)
        return found or [token]

    def _named(self, role: ArgumentRole, token: Token) -> Iterator[Argument]:
        entities = self.index.entities_at(token)
        mentions = self.index.mentions_at(token)
        if role == "place":
            yield from self._place(token)
        elif entities and (role == "object" or entities[0].kind != "place"):
            for mention, entity in zip(mentions, entities, strict=True):
                yield Argument(role=role, name=entity.name, span=mention.span, entity=entity.id)
        elif role == "actor":
            owner = self._owner(token)
            if owner is not None:
                yield from self._named(role, owner)
        elif role == "recipient":
            owner = self._owner(token)
            if owner is not None and token.pos_ in ("NOUN", "PROPN"):
                yield from self._named(role, owner)
            elif token.pos_ in ("NOUN", "PROPN"):
                yield self._worded("object", token)
        elif token.pos_ in ("NOUN", "PROPN"):
            yield self._worded("object", token)

    def _worded(self, role: ArgumentRole, token: Token) -> Argument:
        span = noun_phrase(token)
        return Argument(role=role, name=span.of(self.text), span=span)

    def _owner(self, token: Token) -> Token | None:
        """Whose thing acts: "the minister's train", "UN resolutions", "Danish launches"."""
        candidates = children(token, "poss", "compound", "amod", "nmod")
        return next((c for c in candidates if self._acts(c, adjectives=True)), None)

    def _acts(self, token: Token, adjectives: bool = False) -> bool:
        mentions = self.index.mentions_at(token)
        return bool(mentions) and mentions[0].kind in ACTING and (adjectives or mentions[0].form != "adjective")

    def _place(self, token: Token) -> Iterator[Argument]:
        kind = self.index.kind_of(token)
        if kind in ("place", "country"):
            mention, entity = self.index.mentions_at(token)[0], self.index.entities_at(token)[0]
            yield Argument(role="place", name=entity.name, span=mention.span, entity=entity.id)
        elif token.lemma_.lower() in self.words.sites and token.pos_ in ("NOUN", "PROPN"):
            named = self._containing(token)
            if named is not None:
                yield from self._place(named)
            else:
                yield self._site(token)

    def _containing(self, site: Token) -> Token | None:
        """The named place that a site is said to be in: "a station in X", "the city of X", "the capital X"."""
        inside = [
            o
            for p, o in prepositional_objects(site)
            if p.lower_ in ("in", "of", "at", "on") and self.index.kind_of(o) == "place"
        ]
        apposed = [c for c in children(site, "appos") if self.index.kind_of(c) == "place"]
        return next(iter(apposed + inside), None)

    def _site(self, token: Token) -> Argument:
        first, end = phrase(token)
        near = [o for p, o in prepositional_objects(token) if p.lower_ in self.words.near and self.index.kind_of(o)]
        last = near[0] if near else token.doc[end - 1]
        span = token_span(token.doc[first], last)
        return Argument(role="place", name=span.of(self.text), span=span)

    # --- verbs

    def _verb_roles(self, trigger: Trigger) -> Iterator[tuple[ArgumentRole, Token]]:
        verb = trigger.token
        subject = subject_of(verb, self.words)
        if is_passive(verb):
            if subject is not None:
                yield ("recipient", subject)
            yield from (("actor", o) for p, o in prepositional_objects(verb) if p.dep_ == "agent")
        elif subject is not None:
            undergoes = trigger.type in UNDERGOERS and verb.lemma_.lower() in self.words.undergoing
            yield ("recipient" if undergoes else "actor", subject)
        for token in self._objects_of(verb):
            yield from self._object_roles(trigger, token)
        yield from self._adjuncts(trigger, verb)
        yield from self._where(verb)
        for clause in children(verb, "advcl"):
            if clause.tag_ == "VB" and trigger.type in ("MOBILIZE", "THREATEN", "ASSAULT"):
                yield from (("recipient", o) for o in children(clause, "dobj") if self._acts(o))
                yield from (
                    ("recipient", a)
                    for o in children(clause, "dobj")
                    for m in conjuncts(o)
                    for a in children(m, "appos")
                )

    def _objects_of(self, verb: Token) -> list[Token]:
        """Objects of the verb and of what it refuses to do; a relative pronoun is replaced by what it stands for."""
        refused = children(verb, "xcomp") if verb.lemma_.lower() in self.words.operators.refused else []
        found = [o for v in (verb, *refused) for o in children(v, "dobj", "obj", "dative")]
        return [verb.head if o.lower_ in RELATIVE and verb.dep_ == "relcl" else o for o in found]

    def _object_roles(self, trigger: Trigger, token: Token) -> Iterator[tuple[ArgumentRole, Token]]:
        if token.dep_ == "dative" and token.pos_ == "ADP":
            yield from (("recipient", o) for o in children(token, "pobj"))
            return
        kind = self.index.kind_of(token)
        if kind == "place" or (kind == "country" and self._is_journey(trigger)):
            yield ("place", token)
        lands = kind == "country" and self._is_journey(trigger) and trigger.type is None
        if kind in ACTING and not lands:
            yield ("recipient", token)
            yield from self._where_met(token)
        elif kind is None:
            yield ("object", token)
            if trigger.type == "AID":
                yield from (("recipient", c) for c in children(token, "compound") if self._is_given_to(c))
            if token.lemma_.lower() in self.words.sites and self._is_journey(trigger):
                yield ("place", token)
            yield from (("recipient", o) for o in self._behind(trigger, token))
            yield from self._where_met(token)

    def _where_met(self, party: Token) -> Iterator[tuple[ArgumentRole, Token]]:
        """ "met X in Oslo": the parser hangs the place from X."""
        for preposition, token in prepositional_objects(party):
            if preposition.lower_ in ("in", "at", "near", "outside") and self.index.kind_of(token) in (
                "place",
                "country",
            ):
                yield ("place", token)

    def _behind(self, trigger: Trigger, token: Token) -> Iterator[Token]:
        """Parties within the object's phrase: "ties with X", "aid for X", "shells from X", "seek Russian aid"."""
        gets = trigger.token.lemma_.lower() in self.words.receiving
        for preposition, other in (pair for member in conjuncts(token) for pair in prepositional_objects(member)):
            partners = ("with", "against", "to", "between", "of", "on") if trigger.type is not None else ()
            if preposition.lower_ in (*partners, *(("from",) if gets else ())) and self._acts(other):
                yield other
            elif preposition.lower_ == "for" and trigger.type in ("AID", "SUPPORT"):
                yield from ([other] if self._acts(other) else [c for c in children(other, "poss") if self._acts(c)])
        if gets:
            yield from (c for c in children(token, "amod") if self._acts(c, adjectives=True))

    def _is_journey(self, trigger: Trigger) -> bool:
        return trigger.token.lemma_.lower() in self.words.journeys | self.words.moving

    def _adjuncts(self, trigger: Trigger, head: Token) -> Iterator[tuple[ArgumentRole, Token]]:
        for preposition, token in prepositional_objects(head):
            if preposition.dep_ == "agent":
                continue
            yield from self._adjunct(trigger, preposition.lower_, token)

    def _adjunct(self, trigger: Trigger, preposition: str, token: Token) -> Iterator[tuple[ArgumentRole, Token]]:
        kind = self.index.kind_of(token)
        if preposition == "between":
            yield ("actor", token)
            yield from (place for party in conjuncts(token) for place in self._where_met(party))
        elif preposition in ("to", "into", "toward", "from") and kind == "country" and self._is_journey(trigger):
            if preposition != "from":
                yield ("place", token)
                if trigger.type == "CONSULT":
                    yield ("recipient", token)
        elif preposition == "from" and kind in ACTING:
            if trigger.token.lemma_.lower() in self.words.receiving:
                yield ("recipient", token)
        elif preposition in ("in", "near", "inside", "outside", "across", "within") and kind == "country":
            yield ("place", token)
        elif (
            preposition in PARTNER
            and kind in ACTING
            and (trigger.type is not None or self._is_given(trigger, preposition))
        ):
            yield ("recipient", token)
            yield from self._where_met(token)
        elif preposition == "for" and kind is None and trigger.type in ("AID", "SUPPORT"):
            yield from (("recipient", c) for c in children(token, "poss") if self._acts(c))
        elif preposition in self.words.locative and (
            kind == "place" or (kind is None and token.lemma_.lower() in self.words.sites)
        ):
            yield ("place", token)

    def _is_given_to(self, token: Token) -> bool:
        """ "sent Finland ammunition": the parser takes the country for a part of the goods' name."""
        return self._acts(token) and self.index.kind_of(token) == "country" and token.text.istitle()

    def _is_given(self, trigger: Trigger, preposition: str) -> bool:
        """ "paid X to Y": somebody gets something."""
        return preposition == "to" and bool(children(trigger.token, "dobj"))

    def _where(self, verb: Token) -> Iterator[tuple[ArgumentRole, Token]]:
        """ "Vladivostok, where they inspected ...": Vladivostok."""
        if verb.dep_ == "relcl" and any(c.lower_ == "where" for c in verb.children):
            yield ("place", verb.head)

    # --- nouns

    def _noun_roles(self, trigger: Trigger) -> Iterator[tuple[ArgumentRole, Token]]:
        noun, support = trigger.token, trigger.support
        if trigger.is_complement and support is not None:
            yield from self._borrowed(trigger, support)
            subject = own_subject(support)
            if trigger.type == "ACCUSE" and subject is not None and not self._acts(subject):
                yield from (("recipient", o) for p, o in prepositional_objects(subject) if p.lower_ in OWNING)
            return
        agent = noun_agent(noun) or self._performer(noun)
        subject = own_subject(noun)
        if agent is not None:
            yield ("actor", agent)
        elif subject is not None:
            yield ("actor", subject)
        elif support is not None:
            yield from self._borrowed(trigger, support)
        else:
            yield from self._shared(trigger)
        yield from (("actor", c) for c in children(noun, "amod", "compound") if self._acts(c, adjectives=True))
        for preposition, token in prepositional_objects(noun):
            if preposition.lower_ == "of":
                yield from self._of(trigger, token)
            elif preposition.lower_ in ("to", "in") and self.index.kind_of(token) == "country":
                yield ("place", token)
                if trigger.type == "CONSULT" and preposition.lower_ == "to":
                    yield ("recipient", token)
            elif preposition.lower_ != "by":
                yield from self._adjunct(trigger, preposition.lower_, token)
        if support is not None:
            yield from self._adjuncts(trigger, support)
            yield from self._where(support)
            for told in _standing_words(support):
                yield from self._adjuncts(trigger, told)

    def _performer(self, noun: Token) -> Token | None:
        """ "An attack carried out by X": X."""
        done = (c for c in children(noun, "acl") if c.tag_ == "VBN" and c.lemma_.lower() in self.words.light)
        return next((o for c in done for p, o in prepositional_objects(c) if p.dep_ == "agent"), None)

    def _borrowed(self, trigger: Trigger, support: Token) -> Iterator[tuple[ArgumentRole, Token]]:
        subject = subject_of(support, self.words)
        if is_passive(support):
            yield from (("actor", o) for p, o in prepositional_objects(support) if p.dep_ == "agent")
        elif subject is not None and subject.i != trigger.token.i:
            yield ("actor", subject)

    def _shared(self, trigger: Trigger) -> Iterator[tuple[ArgumentRole, Token]]:
        """An event noun behind "for", "in" or "on" shares the subject of its clause ("travelled for a summit").

        Not "blamed X for the attack": who did harm is not told so.
        """
        noun = trigger.token
        if noun.dep_ != "pobj" or noun.head.lower_ not in self.words.sharing:
            return
        verb = next((a for a in ancestors(noun) if is_verbal(a)), None)
        if verb is not None and trigger.type in HARMING and any(self._acts(o) for o in children(verb, "dobj")):
            return
        if verb is not None and not is_passive(verb) and not any(p.lower_ == "between" for p in noun.children):
            subject = subject_of(verb, self.words)
            if subject is not None and self._acts(subject):
                yield ("actor", subject)

    def _of(self, trigger: Trigger, token: Token) -> Iterator[tuple[ArgumentRole, Token]]:
        kind = self.index.kind_of(token)
        if kind is None:
            yield ("object", token)
        elif trigger.type in UNDERGOERS:
            yield ("recipient", token)
        elif kind in ACTING:
            yield ("actor", token)


def _standing_words(support: Token) -> list[Token]:
    """ "Is due in X", "are under way between X and Y": words behind "be" that the parser may hang the rest from."""
    if support.lemma_ != "be":
        return []
    return [
        t for c in children(support, "acomp", "prep", "advmod") for t in (c, *children(c, "pobj")) if t.pos_ != "PROPN"
    ]
