"""Where a cue keeps its content: clauses, infinitives, objects, and the clause around it."""

from collections.abc import Callable

from spacy.tokens import Token

from dateline.statements.cues import cue_data, noun_cues
from dateline.statements.syntax import (
    QUESTION_TAGS,
    called_upon,
    children,
    is_infinitive,
    is_passive,
    is_question,
    is_verb,
    relayed_by,
    speaker_of,
    subtree,
)

PARTING = frozenset({",", '"', "”", "''", "’", "—", "–", "--", "-", "("})
NOMINALS = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
TOPICAL = frozenset({"about", "on", "upon", "with", "in", "over", "from", "toward", "at", "to"})
"""Prepositions whose noun phrase is spoken of; after "of", "for" and "against" it is what is said."""
CLOSING_REACH = 12
"""Words from the last comma to the speaker, at most, where a sentence closes with its source."""
BESIDE = frozenset({"for", "as", "over", "with", "on"})

Content = tuple[set[int], bool]
"""Words of a content, and whether they are what is spoken about rather than what is said."""


def _clause(verb: Token) -> Content | None:
    for child in children(verb, "ccomp"):
        if not is_infinitive(child) and (child.i < verb.i or not is_question(child)):
            before = _closed(verb) if child.i < verb.i else None
            return before or (subtree(child), False)
    return _around(verb) or _before_relay(verb) or _stray_clause(verb) or _closed(verb)


def _before_relay(verb: Token) -> Content | None:
    """The clause before "X was quoted as saying"."""
    relay = relayed_by(verb)
    if relay is None:
        return None
    before = next((c for c in children(relay, "ccomp") if c.i < relay.i), None)
    return (subtree(before), False) if before is not None else None


def _stray_clause(verb: Token) -> Content | None:
    """A "that" clause which the parse hung from a word after the verb: "confirmed for the first time that ..."."""
    for child in verb.rights:
        for word in child.subtree:
            if word.dep_ in ("relcl", "acl") and word.i > verb.i and _only_introduces(word):
                return subtree(word), False
    return None


def _only_introduces(clause: Token) -> bool:
    """Whether the clause opens with a "that" which stands for nothing in it."""
    first = clause.left_edge
    if clause.head.lemma_.lower() in noun_cues(clause.doc.lang_):
        return False
    return first.lower_ == "that" and first.dep_ in ("mark", "advmod") and bool(children(clause, "nsubj", "nsubjpass"))


def _closed(verb: Token) -> Content | None:
    """All of a sentence before its closing ", X reported", whatever the parse made of it."""
    subject = next(iter(children(verb, "nsubj")), None)
    if (
        subject is None
        or subject.i > verb.i
        or subject.tag_ in QUESTION_TAGS
        or children(verb, "dobj", "xcomp")
        or any(c.i > verb.i for c in children(verb, "ccomp"))
    ):
        return None
    doc, sentence = verb.doc, verb.sent
    if any(is_verb(t) for t in doc[verb.i + 1 : sentence.end]):
        return None
    commas = [t.i for t in doc[sentence.start : subject.i] if t.text in (",", "”", '"')]
    if not commas or subject.i - commas[-1] > CLOSING_REACH:
        return None
    before = doc[sentence.start : commas[-1]]
    joined = any(t.dep_ in ("cc", "mark") for t in doc[commas[-1] : subject.i])
    if joined or not any(is_verb(t) for t in before):
        return None
    return {t.i for t in before}, False


def _around(verb: Token) -> Content | None:
    """The clause that a cue in its middle or at its end belongs to: "China, he said, will ..."."""
    head = verb.head
    if head == verb or not children(verb, "nsubj") or children(verb, "dobj", "ccomp", "mark"):
        return _as_it_is_put(verb)
    if verb.dep_ == "parataxis" or (verb.dep_ == "ccomp" and verb.i > head.i):
        return (subtree(head) - subtree(verb), False) if _set_off(verb) else None
    return None


def _as_it_is_put(verb: Token) -> Content | None:
    """The clause around "as X put it", "as X says"."""
    leads = any(c.lower_ == "as" for c in children(verb, "mark", "advmod"))
    if verb.dep_ != "advcl" or not leads or children(verb, "ccomp", "xcomp"):
        return None
    return subtree(verb.head) - subtree(verb), False


def _set_off(verb: Token) -> bool:
    """Whether a mark stands before the cue's clause and parts it from the clause around it."""
    start = verb.left_edge.i
    return verb.doc[start].text in PARTING or (start > 0 and verb.doc[start - 1].text in PARTING)


def _question(verb: Token) -> Content | None:
    for child in children(verb, "ccomp", "pcomp", "advcl"):
        if child.i > verb.i and not is_infinitive(child) and is_question(child):
            return subtree(child), False
    return None


def _infinitive(verb: Token) -> Content | None:
    for child in children(verb, "xcomp"):
        if is_infinitive(child) and not children(child, "nsubj") and not children(verb, "dobj"):
            return subtree(child), False
    return None


def _hearsay(verb: Token) -> Content | None:
    """What nobody in particular says of somebody: "is said to be ill", "believed to have fled"."""
    if not is_passive(verb) or children(verb, "agent"):
        return None
    for child in children(verb, "xcomp"):
        if is_infinitive(child) and child.i > verb.i:
            return set().union(subtree(child), *map(subtree, children(verb, "nsubjpass"))), False
    return None


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
    for child in children(verb, "xcomp", "ccomp"):
        if child.tag_ == "VBG" and child.i > verb.i:
            return subtree(child), False
    return None


def _as(verb: Token) -> Content | None:
    seen = [p for p in children(verb, "prep") if p.lower_ == "as"] + children(verb, "oprd", "ccomp", "xcomp")
    seen = [s for s in seen if not is_infinitive(s)]
    if not seen:
        return None
    return set().union(*(subtree(t) for t in (*_patient(verb)[:1], seen[0]))), True


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
    beside = [p for p in children(verb, "prep") if p.i > whom[0].i and p.lower_ in BESIDE]
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
        if any(c.lower_ == "of" for c in children(whom, "prep")):
            return subtree(whom), False
    return None


def prepositional(verb: Token, preposition: str) -> Content | None:
    """What stands after a cue's preposition: its gerund, or its noun phrase."""
    for child in children(verb, "prep", "agent"):
        if child.lower_ != preposition or child.i < verb.i:
            continue
        if children(child, "pcomp"):
            return set().union(*(subtree(t) for t in (*_patient(verb)[:1], child))), False
        if any(noun.lemma_.lower() in cue_data(verb.doc.lang_).terms for noun in children(child, "pobj")):
            continue
        if children(child, "pobj"):
            whom = _patient(verb)[:1] if preposition == "of" else []
            return set().union(*map(subtree, whom), subtree(child) - {child.i}), preposition in TOPICAL
    return None


FINDERS: tuple[tuple[str, Callable[[Token], Content | None]], ...] = (
    ("clause", _clause),
    ("question", _question),
    ("infinitive", _infinitive),
    ("hearsay", _hearsay),
    ("object_to", _object_to),
    ("ing", _ing),
    ("as", _as),
    ("finding", _finding),
    ("object_of", _object_of),
    ("nominal", _nominal),
    ("object", _object),
)
