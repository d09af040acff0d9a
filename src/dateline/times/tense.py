"""Which way the verb of an expression looks: from tense, aspect and the governing verb, read off the parse."""

from spacy.tokens import Doc, Token

from dateline.records import Span
from dateline.times.lexemes import vocabulary
from dateline.times.situation import Direction

_MAX_CLIMB = 20
_HAVE = {"have", "'ve", "’ve"}
_WILL = {"will", "'ll", "’ll", "wo", "shall"}


def direction_of(doc: Doc, span: Span, *, told: bool = False, limit: bool = False) -> Direction:
    """Past, present or future as the verb that governs the words of the span says; present where no verb does.

    The present tense tells of what has happened in a headline or caption (`told`), and of a `limit` ("until Friday")
    what is to come.
    """
    token = head_of(doc, span)
    found = _climb(token) if token is not None else "present"
    if found != "present":
        return found
    if told:
        return "past"
    return "future" if limit else found


def head_of(doc: Doc, span: Span) -> Token | None:
    """The word of the span on which its other words depend."""
    words = doc.char_span(span.start, span.end, alignment_mode="expand")
    return words.root if words is not None and len(words) else None


def governing_verb(doc: Doc, span: Span) -> Token | None:
    """The closest verb above the words of the span."""
    return verb_above(head_of(doc, span))


def verb_above(token: Token | None) -> Token | None:
    """The word itself where it is a verb, else the closest verb that it depends on."""
    for _ in range(_MAX_CLIMB):
        if token is None or token.pos_ in ("VERB", "AUX"):
            return token
        token = token.head if token.head != token else None
    return None


def _climb(token: Token) -> Direction:
    """What the closest ancestor that has a direction of its own says."""
    path = [token]
    for _ in range(_MAX_CLIMB):
        direction = _of_word(path)
        if direction is not None:
            return direction
        if path[-1].head == path[-1]:
            return "present"
        path.append(path[-1].head)
    return "present"


def _of_word(path: list[Token]) -> Direction | None:
    """The direction that the last word of a path gives to those below it; None where what governs it must say."""
    token, below = path[-1], path[-2] if len(path) > 1 else None
    cues = vocabulary().cues
    if token.pos_ in ("VERB", "AUX"):
        return _of_verb(token, path)
    if token.lower_ == "ahead":
        return "future"
    if token.dep_ == "prep" and token.lower_ in cues["past_prepositions"]:
        return "past"
    if any(child.lower_ in cues["future_adjectives"] for child in token.lefts):
        return "future"
    if token.lower_ in cues["pending"] and token.dep_ in ("acomp", "attr", "oprd", "amod"):
        return "future"
    if below is None or token.lemma_.lower() not in cues["future_nominals"]:
        return None
    linked = below.lower_ in cues["nominal_links"] or below.dep_ in ("acl", "relcl")
    return "future" if linked or token.pos_ == "ADJ" else None


def _of_verb(token: Token, path: list[Token]) -> Direction | None:
    auxiliaries = [t for t in token.children if t.dep_ in ("aux", "auxpass") or t.tag_ == "TO"]
    tags = {t.tag_ for t in auxiliaries}
    if "MD" in tags or token.tag_ == "MD":
        words = {t.lower_ for t in auxiliaries}
        return "past" if words & _HAVE and not words & _WILL else "future"
    if "TO" in tags:
        return _of_infinitive(token)
    return _of_lexical_cue(token, path, auxiliaries) or _of_tense(token, auxiliaries)


def _of_lexical_cue(token: Token, path: list[Token], auxiliaries: list[Token]) -> Direction | None:
    """Verbs that put what they govern ahead of the time of speaking, whatever their own tense."""
    cues, lemma = vocabulary().cues, token.lemma_.lower()
    below = path[-2] if len(path) > 1 else token
    if lemma == "be" and any(t.lower_ in cues["pending"] and t.dep_ in ("acomp", "oprd") for t in token.rights):
        return "future"
    if lemma in cues["projecting"] and _is_projected(token, below):
        return "future"
    if lemma in cues["deferring"] and below.lower_ in cues["deferring_prepositions"]:
        return "future"
    if token.tag_ == "VBN" and lemma in cues["scheduling_participles"]:
        told = any(t.tag_ == "VBD" for t in auxiliaries)
        return "future" if not told or below.lower_ in cues["scheduling_prepositions"] else None
    if token.tag_ == "VBG" and lemma == "go" and any(c.dep_ == "xcomp" for c in token.children):
        return "future"
    return None


def _is_projected(verb: Token, below: Token) -> bool:
    """Whether a word is, or stands behind, the object: "promised a vote (in March)", not "promised in March a vote"."""
    objects = [t for t in verb.rights if t.dep_ in ("dobj", "obj")]
    return bool(objects) and (below in objects or (below.dep_ == "prep" and below.i > objects[-1].i))


def _of_tense(token: Token, auxiliaries: list[Token]) -> Direction | None:
    tags = {t.tag_ for t in auxiliaries}
    if "VBD" in tags or token.tag_ == "VBD":
        return "past"
    if any(t.dep_ == "mark" and t.lower_ in vocabulary().cues["dependent_conjunctions"] for t in token.lefts):
        return None
    if any(t.lemma_ == "have" for t in auxiliaries):
        return "past"
    if token.tag_ == "VBN":
        return "present" if auxiliaries else "past"
    if token.tag_ in ("VBZ", "VBP"):
        return "future" if _is_scheduled(token) else "present"
    return "present" if auxiliaries else None


def _is_scheduled(verb: Token) -> bool:
    """ "The court rules on Friday", "the truce takes effect on Friday"."""
    cues, lemma = vocabulary().cues, verb.lemma_.lower()
    taken = any(t.dep_ == "dobj" and t.lower_ in cues["taken"] for t in verb.rights)
    return lemma in cues["scheduled_verbs"] or (lemma == "take" and taken)


def _of_infinitive(token: Token) -> Direction | None:
    """ "vowed to conduct": after verbs that look ahead it is to come; else ("went to meet") the governor says."""
    if any(t.lemma_ == "have" and t.dep_ == "aux" for t in token.children):
        return "past"
    cues, governor = vocabulary().cues, token.head
    if governor == token or governor.lemma_.lower() in cues["looking_ahead"]:
        return "future"
    if governor.lemma_ == "be":
        return "future" if token.dep_ == "xcomp" else None
    if token.dep_ not in ("relcl", "acl"):
        return None
    achieved = governor.lower_ in cues["achieving"] or any(c.lower_ in cues["achieving"] for c in governor.children)
    return None if achieved else "future"
