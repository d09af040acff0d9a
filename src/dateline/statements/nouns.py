"""Statements that a noun or an adjective makes: "his claim that ...", "they are confident that ..."."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from dateline.sentences import with_lemma
from dateline.statements.clauses import Content
from dateline.statements.contents import prepositional
from dateline.statements.cues import Cue, Cues, adjective_cues, cue_data, noun_cues
from dateline.statements.drafts import Draft, draft_of
from dateline.statements.grammar import grammar
from dateline.statements.syntax import (
    children,
    cue_range,
    is_infinitive,
    is_negated,
    is_question,
    is_verb,
    own_subject,
    speaker_of,
    subtree,
)

CARRIER_REACH = 4
"""Words from a carrying verb to its noun, at most."""
CLAUSES = ("acl", "ccomp", "xcomp", "advcl")


def noun_drafts(doc: Doc, language: str) -> Iterator[Draft]:
    """The statements of cue nouns that hold their content: a clause, an infinitive or what follows a preposition."""
    data = cue_data(language)
    cues, carriers = noun_cues(language), data.carriers
    for token in with_lemma(doc, cues):
        if token.pos_ != "NOUN" or _is_void(token, data.doubts) or _is_help(token, data):
            continue
        senses = cues[token.lemma_.lower()]
        sources = _owners(token, carriers)
        carried = _carried(token, carriers) and sources == speaker_of(token.head)
        start = cue_range(token.head)[0] if carried else token.i
        draft = _held(token, senses, sources, (start, token.i + 1))
        if draft is not None and (sources or not draft.topic):
            yield draft


def _is_void(noun: Token, doubts: frozenset[str]) -> bool:
    """Whether a "no" makes a doubt the page's own word: "there is no doubt that"."""
    return noun.lemma_.lower() in doubts and any(
        c.lower_ in grammar(noun.doc.lang_).none for c in children(noun, "det", "amod")
    )


def _is_help(noun: Token, data: Cues) -> bool:
    """Whether a noun that may tell a view is something that is yet to be given: "would offer support for the fight"."""
    gives = noun.dep_ == "dobj" and noun.lemma_.lower() in data.helps and noun.head.lemma_.lower() in data.lending
    return gives and any(c.tag_ in ("MD", "TO") for c in children(noun.head, "aux"))


def _carried(noun: Token, carriers: frozenset[str]) -> bool:
    """Whether a verb that says nothing of its own stands just before the noun: "made the claim that ..."."""
    carrier = noun.head
    near = noun.dep_ == "dobj" and 0 < noun.i - carrier.i <= CARRIER_REACH
    return near and is_verb(carrier) and carrier.lemma_.lower() in carriers


def _owners(noun: Token, carriers: frozenset[str]) -> tuple[Token, ...]:
    owners = children(noun, "poss")
    for by in children(noun, "prep"):
        if by.lower_ in grammar(noun.doc.lang_).owning:
            owners += children(by, "pobj")
    if not owners:
        owners += [speaker for clause in _carrying(noun, carriers) for speaker in speaker_of(clause)]
    carrier = noun.head
    if _carried(noun, carriers) and (not owners or owners[0].pos_ == "PRON"):
        return speaker_of(carrier)
    return tuple(owners[:1])


def _carrying(noun: Token, carriers: frozenset[str]) -> list[Token]:
    """The clauses behind a noun that name whose it is: "a promise the mayor made to ..."."""
    return [c for c in children(noun, "relcl") if c.lemma_.lower() in carriers and own_subject(c) is not None]


def adjective_drafts(doc: Doc, language: str) -> Iterator[Draft]:
    """The statements of cue adjectives said of somebody: "X is confident that ...", "X was critical of Y"."""
    cues = adjective_cues(language)
    for token in with_lemma(doc, cues):
        if token.dep_ not in ("acomp", "ROOT", "conj") or not is_verb(token.head):
            continue
        senses = cues[token.lemma_.lower()]
        sources = speaker_of(token.head)
        start = cue_range(token.head)[0] if token.i - token.head.i <= 3 else token.i
        draft = _held(token, senses, sources, (min(start, token.i), token.i + 1))
        if draft is not None and sources and sources[0].lower_ not in grammar(language).impersonal:
            yield draft


def _held(word: Token, senses: tuple[Cue, ...], sources: tuple[Token, ...], cue: tuple[int, int]) -> Draft | None:
    for sense in senses:
        found = _clause(word, sense)
        if found is not None:
            return _made(word, sense, sources, cue, found)
        for preposition in sorted(sense.takes & grammar(word.doc.lang_).prepositions):
            found = prepositional(word, preposition)
            if found is not None and sources:
                beside = word.doc[cue[1]].lower_ == preposition
                return _made(word, sense, sources, (cue[0], cue[1] + int(beside)), (found[0], True))
    return None


def _clause(word: Token, sense: Cue) -> Content | None:
    holders = [word]
    if word.pos_ == "NOUN":
        holders += _carrying(word, cue_data(word.doc.lang_).carriers)
        holders += [word.head] if word.dep_ == "nsubj" and word.head.lemma_ in grammar(word.doc.lang_).be else []
    for child in (c for holder in holders for c in children(holder, *CLAUSES)):
        if child.i < word.i:
            continue
        if is_infinitive(child):
            if "infinitive" in sense.takes:
                return subtree(child), word.pos_ == "ADJ"
        elif ("clause" in sense.takes and _is_that_clause(child)) or ("question" in sense.takes and is_question(child)):
            return subtree(child), False
    return None


def _is_that_clause(clause: Token) -> bool:
    """Whether it is a clause of its own, not one that says more about the noun."""
    marks = [c.lower_ for c in children(clause, "mark")]
    return bool(grammar(clause.doc.lang_).that.intersection(marks)) or (clause.dep_ == "ccomp" and not marks)


def _made(word: Token, sense: Cue, sources: tuple[Token, ...], cue: tuple[int, int], found: Content) -> Draft | None:
    if word.dep_ == "nsubj" and word.head.lemma_ in grammar(word.doc.lang_).be and word.head.i == cue[1]:
        cue = (cue[0], cue[1] + 1)
    negated = is_verb(word.head) and word.dep_ == "acomp" and is_negated(word.head)
    return draft_of(word, sense, sources, cue, found, negated=negated)
