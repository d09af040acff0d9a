"""Statements that a cue verb makes: "X said that ...", "... , X said", "X accused Y of ..."."""

from collections.abc import Callable, Iterator

from spacy.tokens import Doc, Token

from dateline.statements.cues import PREPOSITIONS, Cue, verb_cues
from dateline.statements.drafts import Draft
from dateline.statements.syntax import (
    children,
    cue_range,
    is_infinitive,
    is_negated,
    is_passive,
    is_verb,
    speaker_of,
    subtree,
)

QUESTION_TAGS = frozenset({"WP", "WDT", "WRB", "WP$"})
Content = tuple[set[int], bool]
"""Words of a content, and whether they are what is spoken about rather than what is said."""


def verb_drafts(doc: Doc, language: str) -> Iterator[Draft]:
    """The statements that cue verbs make with a content that the parse ties to them."""
    cues = verb_cues(language)
    for token in doc:
        if not is_verb(token):
            continue
        senses = cues.get(token.lemma_.lower())
        if senses:
            draft = _draft(token, senses)
            if draft is not None:
                yield draft


def _draft(verb: Token, senses: tuple[Cue, ...]) -> Draft | None:
    for sense in senses:
        for frame, find in FINDERS:
            if frame not in sense.takes:
                continue
            found = find(verb)
            if found is not None:
                return _made(verb, sense, frame, found)
    for sense in senses:
        for preposition in sorted(sense.takes & PREPOSITIONS):
            found = _prepositional(verb, preposition)
            if found is not None:
                return _made(verb, sense, preposition, found)
    return None


def _made(verb: Token, sense: Cue, frame: str, found: Content) -> Draft | None:
    content, topic = found
    start, end = cue_range(verb)
    if frame in PREPOSITIONS and end < len(verb.doc) and verb.doc[end].lower_ == frame:
        end += 1
    content = content - set(range(start, end))
    if not content:
        return None
    return Draft(
        anchor=verb.i,
        cue=(start, end),
        lemma=verb.lemma_.lower(),
        sense=sense,
        sources=speaker_of(verb),
        content=frozenset(content),
        topic=topic,
        addressees=_addressees(verb),
        negated=is_negated(verb),
    )


def _addressees(verb: Token) -> tuple[Token, ...]:
    if is_passive(verb):
        return tuple(children(verb, "nsubjpass"))
    return tuple(children(verb, "dative", "dobj"))


def _clause(verb: Token) -> Content | None:
    for child in children(verb, "ccomp"):
        if not is_infinitive(child) and not _is_question(child):
            return subtree(child), False
    return _around(verb)


def _around(verb: Token) -> Content | None:
    """The clause that a cue in its middle or at its end belongs to: "China, he said, will ..."."""
    head = verb.head
    if head == verb or not children(verb, "nsubj"):
        return None
    if verb.dep_ in ("parataxis", "ccomp") and not children(verb, "mark", "dobj") and _set_off(verb):
        return subtree(head) - subtree(verb), False
    if (
        verb.dep_ == "advcl"
        and any(c.lower_ == "as" for c in children(verb, "mark", "advmod"))
        and not children(verb, "dobj")
    ):
        return subtree(head) - subtree(verb), False
    return None


def _set_off(verb: Token) -> bool:
    """Whether a mark parts the cue's clause from the clause around it."""
    edges = (verb.left_edge.i - 1, verb.right_edge.i + 1)
    return any(0 <= i < len(verb.doc) and verb.doc[i].text in (",", '"', "”", "''", "—", "–", "--") for i in edges)


def _is_question(clause: Token) -> bool:
    first = next((t for t in clause.subtree if not t.is_punct), clause)
    return first.tag_ in QUESTION_TAGS or first.lower_ in ("whether", "if")


def _question(verb: Token) -> Content | None:
    for child in children(verb, "ccomp", "pcomp", "advcl"):
        if child.i > verb.i and not is_infinitive(child) and _is_question(child):
            return subtree(child), False
    return None


def _to(verb: Token) -> Content | None:
    for child in children(verb, "xcomp"):
        if is_infinitive(child) and not children(child, "nsubj") and not children(verb, "dobj"):
            return subtree(child), False
    return None


def _object_to(verb: Token) -> Content | None:
    for child in children(verb, "ccomp", "xcomp", "advcl"):
        if child.i < verb.i or not is_infinitive(child):
            continue
        whom = children(verb, "dobj", "nsubjpass")
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
    if not seen:
        return None
    whom = children(verb, "nsubjpass") if is_passive(verb) else children(verb, "dobj")
    return set().union(*(subtree(t) for t in (*whom[:1], seen[0]))), True


def _object(verb: Token) -> Content | None:
    whom = children(verb, "nsubjpass") if is_passive(verb) else children(verb, "dobj")
    return (subtree(whom[0]), True) if whom else None


def _prepositional(verb: Token, preposition: str) -> Content | None:
    for child in children(verb, "prep"):
        if child.lower_ != preposition or child.i < verb.i:
            continue
        gerund = children(child, "pcomp")
        if gerund:
            whom = children(verb, "nsubjpass" if is_passive(verb) else "dobj")
            return set().union(*(subtree(t) for t in (*whom[:1], child))), False
        inner = children(child, "pobj")
        if inner:
            return subtree(child) - {child.i}, True
    return None


FINDERS: tuple[tuple[str, Callable[[Token], Content | None]], ...] = (
    ("clause", _clause),
    ("question", _question),
    ("to", _to),
    ("object_to", _object_to),
    ("ing", _ing),
    ("as", _as),
    ("object", _object),
)
