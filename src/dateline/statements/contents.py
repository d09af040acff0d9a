"""Where a cue keeps its content: clauses, infinitives, objects, and what stands behind a preposition."""

from collections.abc import Callable

from spacy.tokens import Token

from dateline.statements.clauses import NOMINALS, Content, asked_clause, finite_clause
from dateline.statements.cues import cue_data
from dateline.statements.grammar import grammar
from dateline.statements.syntax import (
    called_upon,
    children,
    is_infinitive,
    is_passive,
    speaker_of,
    subtree,
)


def _infinitive(verb: Token) -> Content | None:
    for child in children(verb, "xcomp"):
        if is_infinitive(child) and not children(child, "nsubj") and not children(verb, "dobj"):
            return subtree(child), False
    return None


def _hearsay(verb: Token) -> Content | None:
    """What nobody in particular says of somebody: "is said to be ill", "believed to have fled"."""
    if not (is_passive(verb) or _is_reduced(verb)) or children(verb, "agent"):
        return None
    for child in children(verb, "xcomp", "oprd", "acomp"):
        if child.i > verb.i and (is_infinitive(child) or child.tag_ in ("VBN", "JJ")):
            return set().union(subtree(child), *map(subtree, children(verb, "nsubjpass"))), False
    return None


def _is_reduced(verb: Token) -> bool:
    """Whether a participle behind a comma only looks like a past tense: "two men, believed to be guards, fled"."""
    parted = verb.i > 0 and verb.nbor(-1).text == ","
    return parted and verb.tag_ in ("VBD", "VBN") and not children(verb, "aux", "auxpass", "dobj")


def _reported(verb: Token) -> Content | None:
    """What is reported by nobody who is named: "three deaths were reported"."""
    if not is_passive(verb) or children(verb, "agent") or not children(verb, "nsubjpass"):
        return None
    (subject, *_) = children(verb, "nsubjpass")
    return (subtree(subject), False) if subject.pos_ in ("NOUN", "PROPN", "NUM") else None


def _object_to(verb: Token) -> Content | None:
    for child in children(verb, "ccomp", "xcomp", "advcl"):
        if child.i < verb.i or not is_infinitive(child):
            continue
        whom = _patient(verb) or called_upon(verb)
        if children(child, "nsubj"):
            return subtree(child), False
        if whom:
            return subtree(child) | subtree(whom[0]), False
    return None


def _ing(verb: Token) -> Content | None:
    for child in children(verb, "xcomp", "ccomp", "acl"):
        if child.tag_ == "VBG" and child.i > verb.i:
            return subtree(child), False
    return None


def _as(verb: Token) -> Content | None:
    seen = [p for p in children(verb, "prep") if p.lower_ in grammar(verb.doc.lang_).as_] + children(
        verb, "oprd", "ccomp", "xcomp"
    )
    seen = [s for s in seen if not is_infinitive(s)] or _so_called(verb)
    if not seen:
        return None
    return set().union(*(subtree(t) for t in (*_patient(verb)[:1], seen[0]))), True


def _so_called(verb: Token) -> list[Token]:
    """The participle that something is called, where the parse gave it to the noun: "called the charges unfounded"."""
    return [
        c for whom in children(verb, "dobj") for c in children(whom, "acl") if c.tag_ == "VBN" and c.i == whom.i + 1
    ]


def _patient(verb: Token) -> list[Token]:
    """What the verb is done to: its object, in a passive its subject."""
    return children(verb, "nsubjpass") if is_passive(verb) else children(verb, "dobj")


def _object(verb: Token) -> Content | None:
    if is_infinitive(verb):
        return None
    found = _nominal(verb)
    return (found[0], True) if found is not None else None


def _nominal(verb: Token) -> Content | None:
    whom = [w for w in _patient(verb) if w.pos_ in NOMINALS]
    if not whom or not (speaker_of(verb) or is_passive(verb)):
        return None
    beside = [p for p in children(verb, "prep") if p.i > whom[0].i and p.lower_ in grammar(verb.doc.lang_).beside]
    return set().union(*(subtree(t) for t in (whom[0], *beside))), False


def _finding(verb: Token) -> Content | None:
    """What a poll, a record or the like shows: "the survey found X with a lead"."""
    found = children(verb, "dobj", "xcomp", "ccomp", "oprd")
    if not found:
        return None
    return set().union(*(subtree(c) for c in verb.children if c.i >= found[0].i and not c.is_punct)), False


def _object_of(verb: Token) -> Content | None:
    """Whom and what of, where the parse joined the two: "accused the firm of fraud"."""
    for whom in children(verb, "dobj"):
        if any(c.lower_ in grammar(verb.doc.lang_).of for c in children(whom, "prep")):
            return subtree(whom), False
    return None


def prepositional(verb: Token, preposition: str) -> Content | None:
    """What stands after a cue's preposition: its gerund, or its noun phrase."""
    words = grammar(verb.doc.lang_)
    for child in children(verb, "prep", "agent"):
        if child.lower_ != preposition or child.i < verb.i:
            continue
        if children(child, "pcomp"):
            return set().union(*(subtree(t) for t in (*_patient(verb)[:1], child))), False
        data = cue_data(verb.doc.lang_)
        means = data.terms | data.media if preposition in words.medium else data.terms
        if any(noun.lemma_.lower() in means for noun in children(child, "pobj")):
            continue
        if children(child, "pobj"):
            whom = _patient(verb)[:1] if preposition in words.of else []
            seen = [p for p in children(verb, "prep") if p.lower_ in words.as_ and p.i > child.i]
            content = set().union(*map(subtree, (*whom, *seen)), subtree(child) - {child.i})
            return content, preposition in words.topical
    return None


FINDERS: tuple[tuple[str, Callable[[Token], Content | None]], ...] = (
    ("clause", finite_clause),
    ("question", asked_clause),
    ("infinitive", _infinitive),
    ("hearsay", _hearsay),
    ("object_to", _object_to),
    ("ing", _ing),
    ("as", _as),
    ("finding", _finding),
    ("object_of", _object_of),
    ("reported", _reported),
    ("nominal", _nominal),
    ("object", _object),
)
