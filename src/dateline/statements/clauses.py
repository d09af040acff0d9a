"""The clause that a cue has for its content: behind it, before it, around it, or wherever the parse left it."""

from spacy.tokens import Token

from dateline.statements.cues import cue_data, noun_cues, verb_cues
from dateline.statements.grammar import grammar
from dateline.statements.syntax import (
    QUESTION_TAGS,
    children,
    cue_range,
    is_infinitive,
    is_question,
    is_verb,
    joined_to,
    own_subject,
    relayed_by,
    subtree,
)

PARTING = frozenset({",", '"', "”", "''", "’", "—", "–", "--", "-", "("})
NOMINALS = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
CLOSING_REACH = 12
"""Words from the last comma to the speaker, at most, where a sentence closes with its source."""
INTERPOSED = 9
"""Words from a cue between two commas to the second of them, at most."""

Content = tuple[set[int], bool]
"""Words of a content, and whether they are what is spoken about rather than what is said."""


def finite_clause(verb: Token) -> Content | None:
    """A finite clause that the verb says; None where the parse ties none to it."""
    clauses = [c for c in children(verb, "ccomp") if not is_infinitive(c) and (c.i < verb.i or not is_question(c))]
    behind = [c for c in clauses if c.i > verb.i]
    if behind and (len(behind) == len(clauses) or not verb.doc[verb.i + 1].is_punct):
        first, *more = behind
        parts = (first, *(c for c in more if not children(c, "ccomp") and _closed(c) is None))
        return set().union(*(_said(verb, c) for c in parts)), False
    if clauses and not (_takes_object(verb) and any(c.i > verb.i for c in children(verb, "dobj"))):
        return _closed(verb) or (subtree(clauses[0]), False)
    return (
        _told(verb, question=False)
        or _around(verb)
        or _interposed(verb)
        or _before_relay(verb)
        or _stray_clause(verb)
        or _parted(verb)
        or _closed(verb)
    )


def _said(verb: Token, clause: Token) -> set[int]:
    """The words of a clause behind its cue: with a subject that the parse left at the cue, without what others say."""
    words = subtree(clause)
    for joined in children(clause, "conj"):
        if joined_to(joined) != clause or _is_voice_of_its_own(joined, "cc"):
            words -= subtree(joined) | {c.i for c in children(clause, "cc") if c.i > clause.i and c.i < joined.i}
    for beside in children(clause, "advcl"):
        if any(c.lower_ in cue_data(verb.doc.lang_).contrasting for c in children(beside, "mark")):
            words -= subtree(beside) if _is_voice_of_its_own(beside, "mark") else set()
    return words | (_left_behind(verb, clause, min(words)) if words else set()) | _led_by_source(verb, clause)


def _led_by_source(verb: Token, clause: Token) -> set[int]:
    """The source at the head of what is said: "said according to the figures, sales rose"."""
    sources = [
        c
        for c in children(verb, "prep")
        if c.lower_ in grammar(verb.doc.lang_).according and verb.i + 1 == c.i < clause.i
    ]
    return set().union(*map(subtree, sources))


def _is_voice_of_its_own(clause: Token, link: str) -> bool:
    """Whether a clause behind a comma tells what somebody else says: "..., but the union said ..."."""
    subject = own_subject(clause)
    if subject is None or subject.pos_ == "PRON" or not children(clause, "ccomp"):
        return False
    first = clause.left_edge.i if link == "mark" else min([subject.left_edge.i, *(c.i for c in _links(clause))])
    senses = verb_cues(clause.doc.lang_).get(clause.lemma_.lower(), ())
    return clause.doc[first - 1].text in (",", ";") and any("clause" in s.takes for s in senses)


def _links(clause: Token) -> list[Token]:
    """The "and" or "but" before a clause that is joined to another."""
    return [c for c in children(clause.head, "cc") if clause.head.i < c.i < clause.i]


def _left_behind(verb: Token, clause: Token, start: int) -> set[int]:
    """The subject of a clause that has none, where the parse hung it from the cue: "said 40 percent were lost"."""
    if own_subject(clause) is not None or children(clause, "expl", "mark") or is_infinitive(clause):
        return set()
    if clause.tag_ not in ("VBD", "VBZ", "VBP", "VBN", "JJ") or (is_verb(clause) and not _is_finite(clause)):
        return set()
    first = max([cue_range(verb)[1], *(t.i + 1 for c in children(verb, "dobj") for t in c.subtree if t.i < start)])
    return set() if first >= start or verb.doc[first].is_punct else set(range(first, start))


def _is_finite(verb: Token) -> bool:
    return verb.tag_ != "VBN" or any(c.tag_ in ("VBD", "VBZ", "VBP", "MD") for c in children(verb, "aux", "auxpass"))


def _takes_object(verb: Token) -> bool:
    """Whether what follows the verb is spoken of, not spoken to: "acknowledged an openness"."""
    senses = verb_cues(verb.doc.lang_).get(verb.lemma_.lower(), ())
    return any(s.takes & {"object", "nominal"} for s in senses) and not _addresses(verb)


def _addresses(verb: Token) -> bool:
    """Whether the verb takes somebody who is spoken to, and a clause: "told the judge that ..."."""
    senses = verb_cues(verb.doc.lang_).get(verb.lemma_.lower(), ())
    return any({"clause", "object_to"} <= s.takes for s in senses)


def _told(verb: Token, *, question: bool) -> Content | None:
    """A clause that the parse gave to the one who was told it: "told the judge he needed more time"."""
    if not _addresses(verb):
        return None
    words = grammar(verb.doc.lang_)
    for whom in children(verb, "dobj", "dative"):
        for clause in children(whom, "relcl"):
            first = clause.left_edge
            plain = first.tag_ not in QUESTION_TAGS and first.dep_ != "mark" and first.lower_ not in words.that
            asks = first.tag_ == "WRB" and first.lower_ not in words.times
            if own_subject(clause) is not None and (asks if question else plain and _is_whole(clause)):
                return subtree(clause), False
    return None


def _is_whole(clause: Token) -> bool:
    """Whether a clause has what it speaks of within it, so that it says nothing more of a noun before it."""
    return bool(children(clause, "dobj", "ccomp", "xcomp", "acomp", "attr"))


def _parted(verb: Token) -> Content | None:
    """A clause right behind the cue that the parse set beside it: "told a priest she is sorry"."""
    for clause in children(verb, "parataxis"):
        if clause.i > verb.i and own_subject(clause) is not None and not verb.doc[clause.left_edge.i - 1].is_punct:
            return subtree(clause), False
    return None


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
            stray = word.dep_ in ("relcl", "acl") or (word.dep_ == "ccomp" and _says_more(word.head))
            if stray and word.i > verb.i and _only_introduces(word) and _verb_above(word) == verb:
                return subtree(word), False
    return None


def _verb_above(clause: Token) -> Token:
    """The nearest verb above a clause that may be its cue."""
    current = clause.head
    while current.head != current and not _may_introduce(current):
        current = current.head
    return current


def _says_more(word: Token) -> bool:
    """Whether a word only says more of the noun before it: "a message posted on the site"."""
    return word.dep_ == "acl" and word.tag_ == "VBN"


def _may_introduce(word: Token) -> bool:
    """Whether a word is a cue verb that lacks its content; a participle behind its noun is none ("a post shared …")."""
    if not is_verb(word) or _says_more(word) or word.lemma_.lower() not in verb_cues(word.doc.lang_):
        return False
    return _addresses(word) or not children(word, "dobj")


def _only_introduces(clause: Token) -> bool:
    """Whether the clause opens with a "that" which stands for nothing in it."""
    first = clause.left_edge
    if any("clause" in sense.takes for sense in noun_cues(clause.doc.lang_).get(clause.head.lemma_.lower(), ())):
        return False
    opens = first.lower_ in grammar(clause.doc.lang_).that
    return opens and first.dep_ in ("mark", "advmod") and bool(children(clause, "nsubj", "nsubjpass"))


def _closed(verb: Token) -> Content | None:
    """All of a sentence before its closing ", X reported", whatever the parse made of it."""
    subject = own_subject(verb)
    if (
        subject is None
        or subject.dep_ != "nsubj"
        or subject.i > verb.i
        or subject.tag_ in QUESTION_TAGS
        or children(verb, "xcomp", *(() if _addresses(verb) else ("dobj",)))
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
    if children(verb, "dobj") and commas[-1] + 1 != subject.left_edge.i:
        return None
    joined = any(t.dep_ in ("cc", "mark") for t in doc[commas[-1] : subject.i])
    if joined or not (any(is_verb(t) for t in before) or any(t.pos_ in NOMINALS for t in before[:1])):
        return None
    return {t.i for t in before}, False


def _around(verb: Token) -> Content | None:
    """The clause that a cue in its middle or at its end belongs to: "China, he said, will ..."."""
    head = verb.head
    if head == verb or not children(verb, "nsubj") or children(verb, "dobj", "ccomp", "mark"):
        return _as_it_is_put(verb)
    if (verb.dep_ == "parataxis" or (verb.dep_ == "ccomp" and verb.i > head.i)) and _set_off(verb):
        return subtree(head) - subtree(verb), False
    return None


def _interposed(verb: Token) -> Content | None:
    """All of a sentence around a cue between two commas, whatever the parse made of it: "Once open, Ost said, it …"."""
    doc, sentence, subject = verb.doc, verb.sent, own_subject(verb)
    if subject is None or subject.i > verb.i or subject.dep_ != "nsubj" or children(verb, "dobj", "ccomp", "xcomp"):
        return None
    start = subject.left_edge.i
    stop = next((i for i in range(verb.i + 1, min(verb.i + INTERPOSED, sentence.end)) if doc[i].text == ","), None)
    if start == sentence.start or doc[start - 1].text != "," or stop is None or stop + 1 >= sentence.end:
        return None
    aside, rest = doc[start:stop], doc[stop + 1 : sentence.end]
    own = any(is_verb(t) and t != verb and t not in children(verb, "aux") for t in aside)
    if own or rest[0].is_quote or not any(is_verb(t) for t in rest):
        return None
    return {t.i for t in sentence} - set(range(start, stop)), False


def _as_it_is_put(verb: Token) -> Content | None:
    """The clause around "as X put it", "as X says"."""
    leads = any(c.lower_ in grammar(verb.doc.lang_).as_ for c in children(verb, "mark", "advmod"))
    if verb.dep_ != "advcl" or not leads or children(verb, "ccomp", "xcomp"):
        return None
    return subtree(verb.head) - subtree(verb), False


def _set_off(verb: Token) -> bool:
    """Whether a mark stands before the cue's clause and parts it from the clause around it."""
    start = verb.left_edge.i
    return verb.doc[start].text in PARTING or (start > 0 and verb.doc[start - 1].text in PARTING)


def asked_clause(verb: Token) -> Content | None:
    """A clause with a question word, or the bare question word."""
    for child in children(verb, "ccomp", "pcomp", "advcl"):
        if child.i > verb.i and not is_infinitive(child) and is_question(child):
            return subtree(child), False
    for word in children(verb, "advmod", "dobj"):
        if word.i > verb.i and word.tag_ == "WRB":
            return subtree(word), False
    return _told(verb, question=True)
