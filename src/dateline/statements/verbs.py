"""Statements that a cue verb makes: "X said that ...", "... , X said", "X accused Y of ..."."""

from collections.abc import Container, Iterator

from spacy.tokens import Doc, Token

from dateline.sentences import with_lemma
from dateline.statements.clauses import Content
from dateline.statements.contents import FINDERS, prepositional
from dateline.statements.cues import Cue, Cues, cue_data, verb_cues
from dateline.statements.drafts import Draft, draft_of
from dateline.statements.grammar import grammar
from dateline.statements.somebody import may_speak
from dateline.statements.speakers import antecedent
from dateline.statements.syntax import children, cue_range, is_negated, is_passive, is_verb, relays, speaker_of

NOBODYS = frozenset({"hearsay", "reported"})
"""Kinds of content that nobody in particular says."""


def verb_drafts(doc: Doc, language: str) -> Iterator[Draft]:
    """The statements that cue verbs make with a content that the parse ties to them."""
    cues = verb_cues(language)
    data = cue_data(language)
    for token in with_lemma(doc, cues):
        if not is_verb(token) or relays(token):
            continue
        draft = _draft(token, cues[token.lemma_.lower()], data)
        if draft is not None:
            yield draft


def _draft(verb: Token, senses: tuple[Cue, ...], data: Cues) -> Draft | None:
    sources, start = _speakers(verb, data.messages)
    if verb.lemma_.lower() in data.lifeless and sources and not any(may_speak(antecedent(s)) for s in sources):
        return None
    informs = bool(sources) and sources[0].lemma_.lower() in data.informants
    cue = (start, cue_range(verb)[1])
    if cue[0] == cue_range(verb)[0]:
        cue = (_matrix_start(verb, cue[0], verb_cues(verb.doc.lang_)), cue[1])
    for sense in senses:
        for frame, find in FINDERS:
            if frame in sense.takes and (informs or frame != "finding"):
                found = find(verb)
                if found is not None:
                    return _made(verb, sense, () if frame in NOBODYS else sources, cue, found)
    return _with_preposition(verb, senses, sources, cue)


def _speakers(verb: Token, messages: frozenset[str]) -> tuple[tuple[Token, ...], int]:
    """Who says it, and where the cue begins: "issued a statement saying" is one cue of the one who issued it."""
    speakers, start = speaker_of(verb), cue_range(verb)[0]
    holder, language = verb.head, verb.doc.lang_
    if verb.dep_ == "acl" and speakers == (holder,) and holder.lemma_.lower() in messages:
        above = holder.head if holder.dep_ == "dobj" else holder.head.head
        speaks_of = holder.dep_ == "dobj" and above.lemma_.lower() in verb_cues(language)
        carries = above.lemma_.lower() in cue_data(language).carriers or not speaks_of
        if holder.dep_ in ("dobj", "pobj") and is_verb(above) and above.i < holder.i and carries:
            beside = holder.dep_ == "dobj" and holder.i + 1 == start
            return speaker_of(above) or speakers, cue_range(above)[0] if beside else start
    return speakers or _closing_name(verb), start


def _closing_name(verb: Token) -> tuple[Token, ...]:
    """The name behind a cue that closes the sentence: "..., reports Radio Nord", whatever the parse takes it for."""
    if verb.i == 0 or verb.nbor(-1).text not in (",", "”", '"', "''") or verb.tag_ not in ("VBZ", "VBD"):
        return ()
    rest = [t for t in verb.doc[verb.i + 1 : verb.sent.end] if not t.is_punct and not t.is_space]
    names = [t for t in rest if t.head == verb]
    closes = len(names) == 1 and names[0].pos_ == "PROPN" and names[0] == rest[-1]
    return tuple(names) if closes and all(t in names[0].subtree for t in rest) else ()


def _matrix_start(verb: Token, start: int, cues: Container[str]) -> int:
    """Where the cue begins with the verb that only leads to it: "continued to question", "refrained from endorsing"."""
    doc, above = verb.doc, verb.head
    before = start - 1
    if before < 0 or doc[before].dep_ not in ("aux", "prep") or doc[before].lower_ not in grammar(doc.lang_).onward:
        return start
    lead = above.head if above == doc[before] else above
    if before - 1 == lead.i and is_verb(lead) and lead.lemma_.lower() not in cues and verb.dep_ in ("xcomp", "pcomp"):
        return cue_range(lead)[0]
    return before if doc[before].dep_ == "aux" else start


def _with_preposition(
    verb: Token, senses: tuple[Cue, ...], sources: tuple[Token, ...], cue: tuple[int, int]
) -> Draft | None:
    start, end = cue
    for sense in senses:
        for preposition in sorted(sense.takes & grammar(verb.doc.lang_).prepositions):
            found = prepositional(verb, preposition)
            if found is not None:
                end += int(end < len(verb.doc) and verb.doc[end].lower_ == preposition)
                return _made(verb, sense, sources, (start, end), found)
    return None


def _made(verb: Token, sense: Cue, sources: tuple[Token, ...], cue: tuple[int, int], found: Content) -> Draft | None:
    negated = is_negated(verb) or _is_withheld(verb, cue)
    cue = (cue[0], _end_with_preposition(verb, cue[1], found[0]))
    return draft_of(verb, sense, sources, cue, found, addressees=_addressees(verb), negated=negated)


def _end_with_preposition(verb: Token, end: int, content: Container[int]) -> int:
    """The end of a cue with the preposition that leads to its content: "called for", "called on"."""
    after = verb.doc[end] if end < len(verb.doc) else verb
    leads = after.dep_ in ("prep", "mark") and after.lower_ in grammar(verb.doc.lang_).prepositions
    return end + 1 if leads and end + 1 in content else end


def _is_withheld(verb: Token, cue: tuple[int, int]) -> bool:
    """Whether the cue begins with a verb that keeps the content back: "declined to say whether ..."."""
    withholding = cue_data(verb.doc.lang_).withholding
    return any(t.lemma_.lower() in withholding for t in verb.doc[cue[0] : verb.i])


def _addressees(verb: Token) -> tuple[Token, ...]:
    if is_passive(verb):
        return tuple(t for t in children(verb, "nsubjpass") if t.lower_ not in grammar(verb.doc.lang_).expletives)
    return tuple(t for t in children(verb, "dative", "dobj") if t.pos_ in ("NOUN", "PROPN", "PRON") and t.tag_ != "WP")
