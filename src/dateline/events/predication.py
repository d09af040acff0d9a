"""What stands around a verb, as the patterns of the codebook ask for it."""

from typing import Any

from spacy.tokens import Token

from dateline.events.clauses import (
    OBJECTS,
    acts_of_others,
    auxiliaries,
    children,
    conjuncts,
    is_passive,
    prepositional_objects,
    subject_of,
)
from dateline.events.codebook import Codebook, Predicate
from dateline.events.habits import KindOf
from dateline.events.predicates import Predicates


class Predication:
    """Reads the company that verbs keep: no more of it than the codebook asks of a verb of that lemma."""

    def __init__(self, words: Predicates, codebook: Codebook, kind_of: KindOf) -> None:
        self.words = words
        self.codebook = codebook
        self.kind_of = kind_of
        self._coming = words.future | words.conditional

    def predicate(self, verb: Token) -> Predicate:
        """A verb with what the patterns of its lemma ask for."""
        lemma = verb.lemma_.lower()
        asked = self.codebook.asked(lemma)
        if not asked:
            return Predicate(lemma=lemma)
        told: dict[str, Any] = {}
        if asked & {"objects", "object_kind"}:
            told |= self._of_objects(verb)
        if asked & {"actors", "company", "by"}:
            told |= self._of_subject(verb)
        if asked & {"prep", "behind", "to"}:
            told |= self._of_adjuncts(verb)
        if "complements" in asked:
            told["complements"] = frozenset(c.lemma_.lower() for c in self._complements(verb))
        if "particle" in asked:
            told["particles"] = self._particles(verb)
        if "modifier" in asked:
            told["modifiers"] = _fused(verb)
        if "naming" in asked:
            told["naming"] = bool(children(verb, "oprd", "attr"))
        if "others" in asked:
            told["others"] = bool(acts_of_others(verb))
        return Predicate(lemma=lemma, **told)

    def objects(self, verb: Token) -> list[Token]:
        """Heads of what is done to, given, or told to act; the subject of a passive."""
        if is_passive(verb):
            subject = subject_of(verb, self.words)
            direct = [subject] if subject is not None else []
        else:
            direct = children(verb, "dobj", "obj")
            direct += [subject for subject, _ in acts_of_others(verb) if subject is not None]
            if verb.lemma_.lower() in self.words.giving_with:
                direct += [o for p, o in prepositional_objects(verb) if p.lower_ == "with"]
        return [self.meant(member) for o in direct for member in conjuncts(o)]

    def meant(self, noun: Token) -> Token:
        """ "a number of exchanges": exchanges."""
        if noun.lemma_.lower() in self.words.quantities:
            behind = [o for p, o in prepositional_objects(noun) if p.lower_ == "of"]
            return behind[0] if behind else noun
        return noun

    def _of_objects(self, verb: Token) -> dict[str, Any]:
        objects = [*self.objects(verb), *children(verb, "dative")]
        return {
            "objects": frozenset(w for o in objects for w in _lemmas(o)),
            "object_kinds": frozenset(k for o in objects if (k := self.kind_of(o))),
        }

    def _of_subject(self, verb: Token) -> dict[str, Any]:
        subject = subject_of(verb, self.words)
        heads = conjuncts(subject) if subject is not None else []
        return {
            "subjects": frozenset(w for s in heads for w in _lemmas(s)),
            "subject_kinds": frozenset(k for s in heads if (k := self.kind_of(s))),
            "company": self._is_joint(subject, verb),
        }

    def _of_adjuncts(self, verb: Token) -> dict[str, Any]:
        pairs = list(prepositional_objects(verb))
        return {
            "preps": frozenset(p.lower_ for p, _ in pairs),
            "behind": frozenset(w for _, o in pairs for w in _lemmas(o)),
            "to_kinds": frozenset(k for p, o in pairs if p.lower_ in ("to", "with") if (k := self.kind_of(o))),
        }

    def _particles(self, verb: Token) -> frozenset[str]:
        others = children(verb, "advmod", "prep", "oprd")
        others += [c for o in children(verb, *OBJECTS) for c in children(o, "advmod")]
        own = frozenset(c.lower_ for c in children(verb, "prt"))
        return own | (frozenset(c.lower_ for c in others) & self.words.particles)

    def _complements(self, verb: Token) -> list[Token]:
        direct = children(verb, "oprd", "acomp", "xcomp", "attr")
        direct += [clause for _, clause in acts_of_others(verb) if clause not in direct]
        direct += [c for c in children(verb, "ccomp") if {a.lower_ for a in auxiliaries(c)} & self._coming]
        small = [c for c in children(verb, "ccomp") if c.pos_ == "ADJ"]
        small += [c for clause in children(verb, "ccomp") for c in children(clause, "acomp", "attr")]
        return [m for c in direct + small for m in [c, *children(c, "conj", "acomp")]]

    def _is_joint(self, subject: Token | None, verb: Token) -> bool:
        pairs = list(prepositional_objects(verb))
        agents = [o for p, o in pairs if p.dep_ == "agent"] if is_passive(verb) else []
        several = any(len(conjuncts(a)) > 1 or a.lower_ == "they" for a in agents or ([subject] if subject else []))
        return several or any(p.lower_ in ("with", "alongside") and self.kind_of(o) for p, o in pairs)


def _lemmas(noun: Token) -> set[str]:
    """Lemmas of a noun and of its compound."""
    return {noun.lemma_.lower(), *(c.lemma_.lower() for c in children(noun, "compound", "amod", "nummod"))}


def _fused(verb: Token) -> frozenset[str]:
    """The word right before a verb, where it is part of it: "test-fired"."""
    before = verb.nbor(-1) if verb.i > 0 else None
    is_part = before is not None and before.dep_ in ("dep", "compound", "npadvmod", "punct") and before.head.i == verb.i
    return frozenset({before.lower_}) if is_part and before is not None else frozenset()
