"""Which way the verb of an expression looks: from tense, aspect and the governing verb, read off the parse."""

from spacy.tokens import Doc, Token

from dateline.records import Span
from dateline.times.lexemes import vocabulary
from dateline.times.situation import Direction

_MAX_CLIMB = 40


def direction_of(doc: Doc, span: Span, *, headline: bool = False) -> Direction:
    """Past, present or future as the verb that governs the words of the span says; present where no verb does.

    A headline's present tense tells of what has happened.
    """
    token = head_of(doc, span)
    if token is None:
        return "present"
    found = _climb(token)
    return "past" if headline and found == "present" else found


def head_of(doc: Doc, span: Span) -> Token | None:
    """The word of the span on which its other words depend."""
    words = doc.char_span(span.start, span.end, alignment_mode="expand")
    return words.root if words is not None and len(words) else None


def _climb(token: Token) -> Direction:
    """The first ancestor that has a direction of its own."""
    for _ in range(_MAX_CLIMB):
        direction = _own(token)
        if direction is not None:
            return direction
        if token.head is token:
            return "present"
        token = token.head
    return "present"


def _own(token: Token) -> Direction | None:
    """The direction that a word gives to what depends on it; None where one must look at what governs it."""
    cues = vocabulary().cues
    lemma = token.lemma_.lower()
    if token.pos_ in ("VERB", "AUX"):
        return _of_verb(token, lemma, cues)
    if token.pos_ in ("NOUN", "ADJ") and lemma in cues["future_nominals"]:
        return "future"
    if token.pos_ in ("ADP", "SCONJ") and lemma in cues["future_prepositions"]:
        return "future"
    return None


def _of_verb(token: Token, lemma: str, cues: dict[str, frozenset[str]]) -> Direction | None:
    auxiliaries = [t for t in token.children if t.dep_ in ("aux", "auxpass") or t.tag_ == "TO"]
    tags = {t.tag_ for t in auxiliaries}
    words = {t.lower_ for t in auxiliaries}
    if "MD" in tags or token.tag_ == "MD":
        return "past" if words & {"have", "'ve", "’ve"} and not words & {"will", "'ll", "’ll", "wo"} else "future"
    if "TO" in tags:
        return _of_infinitive(token, cues)
    if token.tag_ == "VBN" and lemma in cues["scheduling_participles"] and not tags & {"VBD"}:
        return "future"
    if token.tag_ == "VBG" and lemma == "go" and any(c.dep_ == "xcomp" for c in token.children):
        return "future"
    return _of_tense(token, lemma, auxiliaries, cues)


def _of_tense(token: Token, lemma: str, auxiliaries: list[Token], cues: dict[str, frozenset[str]]) -> Direction | None:
    tags = {t.tag_ for t in auxiliaries}
    if "VBD" in tags or token.tag_ == "VBD":
        return "past"
    if any(t.lemma_ == "have" for t in auxiliaries):
        return "past"
    if token.tag_ == "VBN":
        return "present" if auxiliaries else "past"
    if token.tag_ == "VBG":
        return "present" if auxiliaries else None
    if token.tag_ in ("VBZ", "VBP"):
        return "future" if lemma in cues["scheduled_verbs"] else "present"
    if token.tag_ == "VB" and auxiliaries:
        return "present"
    return None


def _of_infinitive(token: Token, cues: dict[str, frozenset[str]]) -> Direction | None:
    """ "vowed to conduct": after verbs that look ahead it is to come; else ("went to meet") the governor says."""
    if any(t.lemma_ == "have" and t.dep_ == "aux" for t in token.children):
        return "past"
    governor = token.head
    if governor is token or governor.lemma_.lower() in cues["looking_ahead"]:
        return "future"
    if token.dep_ in ("relcl", "acl"):
        return "future"
    return None
