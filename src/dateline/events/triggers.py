"""Triggers: the verbs and nouns that name events, with the words that support and govern them."""

from dataclasses import dataclass, replace

from spacy.tokens import Doc, Token

from dateline.events.clauses import (
    DEPTH,
    OBJECTS,
    children,
    conjuncts,
    finite_verb_of,
    is_misread_infinitive,
    is_passive,
    is_verbal,
    own_subject,
    prepositional_objects,
    standing,
    subject_of,
    support_name,
)
from dateline.events.codebook import IDLE, NO_TYPE, Codebook, Sense
from dateline.events.habits import Habits, KindOf
from dateline.events.predicates import Predicates
from dateline.events.predication import Predication
from dateline.records import Span
from dateline.sentences import columns

NAMING = frozenset({"NOUN", "VERB"})
COMPLEMENTS = frozenset({"acomp", "attr"})


@dataclass(frozen=True, slots=True)
class Trigger:
    """A word that names an event.

    `support` is the light verb whose subject a noun borrows. `operators` govern the event, nearest first ("vowed" to
    conduct). `carrier` is the verb that carries tense and negation nearest to the event.
    """

    token: Token
    type: str | None
    support: Token | None = None
    operators: tuple[Token, ...] = ()
    is_event: bool = True
    """False for a noun that names no event of its own but may hold others ("at the end of a ceremony")."""
    mode: str | None = None
    is_listed: bool = True
    """False for a verb that the codebook does not know: news only where it is dated."""

    @property
    def carrier(self) -> Token:
        return self.support or self.token

    @property
    def is_noun(self) -> bool:
        return self.token.pos_ in ("NOUN", "PROPN")

    @property
    def is_verb(self) -> bool:
        return self.token.pos_ == "VERB"

    @property
    def is_complement(self) -> bool:
        """ "were present at", "is illegal", "will be part of": the word has no parties of its own."""
        of_being = self.support is not None and self.support.lemma_ == "be" and self.token.dep_ in ("acomp", "attr")
        return of_being and (self.token.pos_ == "ADJ" or self.token.lemma_.lower() in ("part", "member"))

    @property
    def words(self) -> tuple[Token, ...]:
        """Trigger, support and operators."""
        return (self.token, *((self.support,) if self.support else ()), *self.operators)


class TriggerFinder:
    """Finds the triggers of one document.

    `kind_of` gives the entity kind of a head, `cues` are the offsets of cue words, `presents` the blocks that tell the
    news in the present tense.
    """

    def __init__(
        self,
        words: Predicates,
        codebook: Codebook,
        kind_of: KindOf,
        cues: frozenset[int],
        presents: tuple[Span, ...] = (),
    ) -> None:
        self.words = words
        self.codebook = codebook
        self.kind_of = kind_of
        self.cues = cues
        self.habits = Habits(words, kind_of, presents)
        self.told = Predication(words, codebook, kind_of)
        self._supporting = words.light | words.undone

    def find(self, doc: Doc) -> list[Trigger]:
        """All triggers in order of the text."""
        words = columns(doc)
        naming = (i for i, pos in enumerate(words.pos) if pos in NAMING or words.dep[i] in COMPLEMENTS)
        found = (self._of(doc[i]) for i in naming)
        return [trigger for trigger in found if trigger is not None]

    def _of(self, token: Token) -> Trigger | None:
        if token.pos_ == "VERB":
            return self._verb(token)
        if token.dep_ in ("acomp", "attr") and is_verbal(token.head):
            return self._complement(token) or self._noun(token)
        return self._noun(token) if token.pos_ == "NOUN" else None

    def _complement(self, token: Token) -> Trigger | None:
        """ "were present at", "is illegal": the verb carries tense, the complement names the event."""
        verb = token.head
        kind = self.codebook.copula_type(frozenset(m.lemma_.lower() for m in [token, *children(token, "conj")]))
        subject = subject_of(verb, self.words)
        if (
            kind is None
            or subject is None
            or verb.lemma_ != "be"
            or subject.lower_ in self.words.things
            or (kind != "ACCUSE" and self.habits.tells_habit(verb))
        ):
            return None
        return Trigger(token, kind, verb, self.operators(verb))

    # --- verbs

    def _verb(self, verb: Token) -> Trigger | None:
        if verb.dep_ in ("amod", "compound", "aux", "auxpass", "prep", "case", "det") or is_misread_infinitive(verb):
            return None
        if (
            self._is_operator(verb)
            or self._only_supports(verb)
            or self._under_refusal(verb)
            or _is_manner(verb, self.words)
        ):
            return None
        sense = self.codebook.verb(self.told.predicate(verb))
        if (sense is not None and sense.type == IDLE) or _is_nominal(verb):
            return None
        if verb.idx in self.cues and not (sense is not None and sense.is_act):
            return None
        if sense is None and not self._may_be_event(verb, verb.lemma_.lower()):
            return None
        if self.habits.is_generic(verb, sense) or _is_supposed(verb, self.words):
            return None
        return self._trigger(verb, sense, None, self.operators(verb))

    def _trigger(
        self, token: Token, sense: Sense | None, support: Token | None, operators: tuple[Token, ...]
    ) -> Trigger:
        kind = None if sense is None or sense.type == NO_TYPE else sense.type
        mode = sense.mode if sense is not None else None
        mode = mode or self._content_mode(token, kind)
        return Trigger(token, kind, support, operators, mode=mode, is_listed=sense is not None)

    def _content_mode(self, token: Token, kind: str | None) -> str | None:
        """Mode by what is asked for, refused or threatened: "asked them to release ...", "rejected talks"."""
        data = self.codebook.types.get(kind or "")
        if data is None or not data.content_modes:
            return None
        contents = [c for c in children(token, "xcomp", "ccomp", "acl", *OBJECTS) if c.i > token.i]
        contents += [o for p, o in prepositional_objects(token) if p.lower_ in ("for", "with", "of", "to")]
        senses = (self.sense(c) for c in contents)
        return next((m for s in senses if s and (m := self.codebook.content_mode(kind, s.type))), None)

    def sense(self, token: Token) -> Sense | None:
        """Codebook sense of a verb or noun as it stands; of NO_TYPE for an event without one, None if not listed."""
        return self.codebook.verb(self.told.predicate(token)) if token.pos_ == "VERB" else self._noun_sense(token)

    def verb_type(self, verb: Token) -> str | None:
        """Codebook type of a verb as it stands, NO_TYPE for an event without one, None where it is not listed."""
        sense = self.codebook.verb(self.told.predicate(verb))
        return sense.type if sense is not None else None

    def _may_be_event(self, verb: Token, lemma: str) -> bool:
        """A verb that the codebook does not list: no state, no habit, and somebody with a name takes part."""
        return (
            lemma.isalpha()
            and lemma not in self.words.stative
            and not self.habits.tells_habit(verb)
            and self._has_company(verb)
        )

    def _has_company(self, verb: Token) -> bool:
        """A verb that the codebook does not list is an event only where somebody with a name takes part."""
        subject = subject_of(verb, self.words)
        parties = [subject] if subject is not None else []
        parties += self.told.objects(verb)
        return any(self.kind_of(p) in ("person", "organization", "country") for p in parties)

    # --- what governs and what is governed

    def operator_class(self, token: Token) -> str | None:
        """The class of a word that governs an event; modals and plain auxiliaries are not operators."""
        return self.words.operators.of(token.lemma_.lower())

    def _governed(self, token: Token) -> list[Token]:
        """Infinitives and participles that an operator takes; for nouns only infinitives."""
        labels = ("xcomp",) if is_verbal(token) or token.pos_ == "ADJ" else ("acl",)
        found = [c for c in children(token, *labels) if is_verbal(c) and (is_verbal(token) or c.tag_ == "VB")]
        if self.operator_class(token) in ("made", "asked"):
            bare = (c for c in children(token, "ccomp") if c.tag_ == "VB" and own_subject(c) is not None)
            found += [c for c in bare if not any(a.tag_ == "MD" for a in children(c, "aux"))]
        if token.lemma_.lower() in ("aim", "commit", "plan", "proceed"):
            found += [g for p in children(token, "prep") for g in children(p, "pcomp")]
        return found

    def _is_operator(self, verb: Token) -> bool:
        """Whether the verb only says how it stands with an event that it governs; refusals and requests are events."""
        group = self.operator_class(verb)
        return group not in (None, "refused", "asked", "prevented") and bool(self._governed(verb))

    def _under_refusal(self, verb: Token) -> bool:
        """ "refused to meet", "banned them from entering": what did not come about is told by the verb above."""
        head = verb.head
        if verb.dep_ == "pcomp" and head.lower_ == "from":
            return self.operator_class(head.head) == "prevented"
        return verb.dep_ == "xcomp" and self.operator_class(head) == "refused"

    def operators(self, token: Token) -> tuple[Token, ...]:
        """The operators above a verb, nearest first."""
        found: list[Token] = []
        for _ in range(DEPTH):
            top = token
            while top.dep_ == "conj" and is_verbal(top.head) and own_subject(top) is None and top.tag_ in ("VB", "VBG"):
                top = top.head
            head = top.head
            if head.i == top.i or top.dep_ not in ("xcomp", "acl", "ccomp", "pcomp"):
                break
            if top.dep_ == "pcomp":
                head = head.head
            if self.operator_class(head) is None or (top not in self._governed(head)):
                break
            found.append(head)
            token = head
        return tuple(found)

    # --- nouns

    def noun_type(self, noun: Token) -> str | None:
        """Codebook type of an event noun (NO_TYPE for an event without one); None where it names no event."""
        sense = self._noun_sense(noun)
        return sense.type if sense is not None else None

    def _noun_sense(self, noun: Token) -> Sense | None:
        lemma = noun.lemma_.lower()
        if f"{noun.head.lower_} {lemma}" in self.words.states and not any(c.i < noun.i for c in noun.children):
            return None
        compounds = [f"{c.lemma_.lower()} {lemma}" for c in children(noun, "compound", "amod")]
        return self.codebook.noun([*compounds, lemma], lambda: frozenset(t.lemma_.lower() for t in noun.sent))

    def _only_supports(self, verb: Token) -> bool:
        """A light verb whose object is an event noun, or "took place" under one."""
        lemma = support_name(verb)
        if lemma in self.words.light_prep and any(self.noun_type(o) for _, o in prepositional_objects(verb)):
            return True
        if lemma in self._supporting and any(self.noun_type(o) for o in self.told.objects(verb)):
            return True
        subject = own_subject(verb) or (own_subject(verb.head) if is_misread_infinitive(verb.head) else None)
        if subject is None and verb.dep_ == "xcomp" and self.operator_class(verb.head) is not None:
            subject = own_subject(verb.head)
        occurs = lemma in self.words.occurring or (lemma in self.words.undone and is_passive(verb))
        return occurs and subject is not None and self.noun_type(self.told.meant(subject)) is not None

    def support_of(self, noun: Token) -> Token | None:
        """The light verb, or the verb of taking place, that a noun leans on."""
        top = noun
        for _ in range(DEPTH):
            if top.dep_ == "conj" or (
                top.dep_ == "pobj" and top.head.lower_ == "of" and top.head.head.lemma_.lower() in self.words.quantities
            ):
                top = top.head if top.dep_ == "conj" else top.head.head
            else:
                break
        if top.dep_ == "pobj" and top.head.head.lemma_.lower() in self.words.light_prep and top.head.dep_ == "prep":
            return top.head.head
        head = finite_verb_of(top)
        if not is_verbal(head) or head.i == top.i:
            return None
        lemma = support_name(head)
        if top.dep_ in OBJECTS and lemma in self._supporting:
            return head
        if top.dep_ not in ("nsubj", "nsubjpass"):
            return None
        taking_place = self._occurs_under(head)
        if taking_place is not None:
            return taking_place
        if top.dep_ == "nsubjpass":
            return head if lemma in self._supporting | self.words.occurring | self.words.told else None
        return head if lemma in self.words.occurring or self._stands(head) else None

    def _occurs_under(self, verb: Token) -> Token | None:
        """ "Talks are set to resume", "strikes are expected to begin": the verb of taking place below an operator."""
        if self.operator_class(verb) is None and not children(verb, "acomp"):
            return None
        governed = (g for o in (verb, *children(verb, "acomp")) if self.operator_class(o) for g in self._governed(o))
        return next((g for g in governed if g.lemma_.lower() in self.words.occurring), None)

    def _stands(self, verb: Token) -> bool:
        """ "Talks are under way", "an election is due": the verb with what says how it stands with its subject."""
        return verb.lemma_ == "be" and standing(verb, self.words) is not None

    def _noun(self, noun: Token) -> Trigger | None:
        sense = self._noun_sense(noun)
        if sense is None or noun.dep_ in ("compound", "nmod", "amod", "npadvmod") or self.kind_of(noun) is not None:
            return None
        if self.operator_class(noun) == "attempted" and self._governed(noun):
            return None
        support = self.support_of(noun)
        is_event = support is not None or self._is_anchored(noun)
        operators = self.operators(support) if support is not None else ()
        return replace(self._trigger(noun, sense, support, operators), is_event=is_event)

    def _is_anchored(self, noun: Token) -> bool:
        """A noun without a verb of its own is an event only where the page says whose."""
        if own_subject(noun) is not None or any(p.dep_ == "agent" for c in children(noun, "acl") for p in c.children):
            return True
        owners = children(noun, "poss")
        partners = [
            o
            for p, o in prepositional_objects(noun)
            if p.lower_ in ("by", "with", "between", "against", "to", "of", "on")
        ]
        return any(self.kind_of(m) for t in owners + partners for m in conjuncts(t))


def _is_supposed(verb: Token, words: Predicates) -> bool:
    """ "whether anybody was hurt": nobody says that it is so."""
    return verb.dep_ in ("advcl", "ccomp") and any(c.lower_ in words.supposing for c in children(verb, "mark"))


def _is_nominal(verb: Token) -> bool:
    """ "Helped the injured": a participle with an article is a noun."""
    return (
        verb.tag_ in ("VBN", "VBG")
        and verb.dep_ in ("dobj", "pobj", "nsubj", "nsubjpass", "conj")
        and any(c.dep_ == "det" for c in verb.children)
    )


def _is_manner(verb: Token, words: Predicates) -> bool:
    """ "How to do it", "the way in which it was handled" tell of no doing."""
    return (verb.tag_ == "VB" and any(c.tag_ == "WRB" for c in verb.children)) or (
        verb.dep_ in ("relcl", "acl") and verb.head.lemma_.lower() in words.manners
    )
