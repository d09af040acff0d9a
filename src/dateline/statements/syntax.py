"""Questions that the finders put to the parse of one sentence."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from dateline.sentences import children as children
from dateline.sentences import has_child
from dateline.statements.cues import adverb_cues, cue_data
from dateline.statements.grammar import grammar
from dateline.statements.somebody import may_speak

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})
CLIMB_LIMIT = 8
"""Steps up the tree in the search of a subject: beyond these it is somebody else's."""


def subtree(token: Token) -> set[int]:
    """Indices of the words that hang from a token, with its own."""
    return {t.i for t in token.subtree}


def is_verb(token: Token) -> bool:
    return token.pos_ in ("VERB", "AUX") or token.tag_.startswith("VB")


def is_passive(verb: Token) -> bool:
    """Whether the verb is a passive one: "was told", "accused by", not "has told"."""
    if verb.tag_ != "VBN":
        return verb.tag_ == "VBD" and verb.dep_ == "acl" and not own_subject(verb) and not children(verb, "aux", "dobj")
    if _is_charged(verb):
        return True
    helpers = {c.lemma_.lower() for c in children(verb, "aux")}
    bare = not helpers & grammar(verb.doc.lang_).have and not children(verb, "nsubj") and verb.dep_ in ("acl", "advcl")
    return bool(children(verb, "auxpass", "nsubjpass", "agent")) or bare


def _is_charged(verb: Token) -> bool:
    """Whether a participle without helpers stands right before its "of": "the woman accused of theft"."""
    beside = verb.nbor(1) if verb.i + 1 < len(verb.doc) else verb
    return (
        beside.lower_ in grammar(verb.doc.lang_).of
        and beside.head == verb
        and not children(verb, "aux", "auxpass", "dobj")
    )


def is_negated(verb: Token) -> bool:
    return has_child(verb, "neg")


def is_infinitive(verb: Token) -> bool:
    return any(c.tag_ == "TO" for c in children(verb, "aux"))


QUESTION_TAGS = frozenset({"WP", "WDT", "WRB", "WP$"})


def is_question(clause: Token) -> bool:
    """Whether a clause opens with a question word, "whether" or "if"."""
    first = next((t for t in clause.subtree if not t.is_punct), clause)
    return first.tag_ in QUESTION_TAGS or first.lower_ in grammar(clause.doc.lang_).asking


def own_subject(verb: Token) -> Token | None:
    """The verb's subject; of several that the parse gives it, the nearest ("“Who knows?” Ost asked")."""
    return min(children(verb, "nsubj", "nsubjpass", "csubj"), key=lambda s: abs(s.i - verb.i), default=None)


def agents(verb: Token) -> tuple[Token, ...]:
    """Who did it, in a passive: the objects of its "by"."""
    return tuple(p for by in children(verb, "agent") for p in children(by, "pobj"))


def speaker_of(verb: Token) -> tuple[Token, ...]:
    """Heads of the phrases that name who does the verb; empty where the sentence does not say."""
    relay = relayed_by(verb)
    if relay is not None:
        return tuple(children(relay, "nsubjpass" if is_passive(relay) else "dobj")[:1])
    if is_passive(verb):
        return agents(verb)
    current = verb
    for _ in range(CLIMB_LIMIT):
        subject = own_subject(current)
        if subject is not None:
            if is_passive(current) and current != verb and current.dep_ != "conj":
                return _antecedent(subject)
            return () if subject.dep_ == "csubj" else _antecedent(subject)
        above = _governor(current)
        if above is None:
            return _stray_subject(current)
        if not is_verb(above):
            return (above,)
        current = above
    return ()


def relayed_by(verb: Token) -> Token | None:
    """The verb that passes another's words on: "quoted" in "quoted X as saying", for "saying"; else None."""
    if verb.dep_ == "pcomp" and verb.head.lower_ in grammar(verb.doc.lang_).as_ and is_verb(verb.head.head):
        return verb.head.head
    return None


def relays(verb: Token) -> bool:
    """Whether the verb passes another's words on: "quoted X as saying"."""
    return any(as_.lower_ in grammar(verb.doc.lang_).as_ and children(as_, "pcomp") for as_ in children(verb, "prep"))


def _stray_subject(verb: Token) -> tuple[Token, ...]:
    """A subject that the parse joined to the phrase before it: "During the visit, X and Y confirmed"."""
    for preposition in children(verb, "prep"):
        for inner in children(preposition, "pobj"):
            for joined in children(inner, "conj"):
                if joined.i < verb.i and verb.doc[joined.left_edge.i - 1].text == ",":
                    return (joined,)
    return ()


def _governor(verb: Token) -> Token | None:
    """Where the missing subject of a verb is to be sought: the verb or the noun above it."""
    head = verb.head
    if head == verb:
        return None
    if verb.dep_ == "conj":
        return joined_to(verb)
    if verb.dep_ in ("advcl", "xcomp", "ccomp", "parataxis", "dep"):
        if verb.dep_ == "xcomp" or (verb.dep_ == "advcl" and is_infinitive(verb) and called_upon(head)):
            controllers = children(head, "dobj", "dative") or called_upon(head)
            return (
                controllers[-1] if controllers and head.lemma_ not in grammar(verb.doc.lang_).own_infinitive else head
            )
        return head
    if (
        verb.dep_ == "acl"
        and is_verb(head.head)
        and (is_infinitive(verb) or _after_comma(verb) or _is_idle(head, verb))
    ):
        return head.head
    if verb.dep_ in ("acl", "relcl"):
        return head
    if verb.dep_ == "pcomp":
        beside = [c for c in children(head, "pcomp") if c.i < verb.i and own_subject(c) is not None]
        return beside[0] if beside else head.head if head.head != head else None
    return None


def _is_idle(noun: Token, verb: Token) -> bool:
    """Whether an object does not do what the participle behind it says: "sought systems citing the threat"."""
    alone = noun.dep_ == "dobj" and noun.head.i < noun.i and verb.tag_ == "VBG"
    return alone and verb.lemma_.lower() in cue_data(noun.doc.lang_).personal and not may_speak(noun)


def joined_to(verb: Token) -> Token:
    """The verb that one joined by "and" stands beside: in the past tense, none that has another form.

    "Ost said the quay would close and asked for patience": it is Ost who asked.
    """
    head = verb.head
    alone = not own_subject(verb) and not children(verb, "aux", "auxpass", "mark")
    bare = verb.tag_ == "VBD" or (verb.tag_ == "VBN" and head.tag_ == "VB" and not children(head, "auxpass"))
    if (
        alone
        and bare
        and head.dep_ == "ccomp"
        and head.tag_ != "VBD"
        and not _in_past(head)
        and head.head.tag_ == "VBD"
    ):
        return head.head
    return head


def _in_past(verb: Token) -> bool:
    return any(helper.tag_ == "VBD" for helper in children(verb, "aux", "auxpass"))


def called_upon(verb: Token) -> list[Token]:
    """Whom a call is put to: "the mayor" in "called on the mayor to resign"."""
    words = grammar(verb.doc.lang_).upon
    return [whom for on in children(verb, "prep") if on.lower_ in words for whom in children(on, "pobj")]


def _antecedent(subject: Token) -> tuple[Token, ...]:
    return (subject,)


def cue_range(verb: Token) -> tuple[int, int]:
    """The verb with its helpers, adverbs and particle as one half-open range of words."""
    hearsay = adverb_cues(verb.doc.lang_)
    belongs = {
        c.i
        for c in children(verb, "aux", "auxpass", "neg", "advmod", "prt")
        if not any(True for _ in c.children) and c.lower_ not in hearsay and c.tag_ != "WRB"
    }
    doc, start, end = verb.doc, verb.i, verb.i + 1
    if relayed_by(verb) is not None:
        return verb.head.i, end
    while start - 1 in belongs and doc[start - 1].tag_ != "TO":
        start -= 1
    while end in belongs:
        end += 1
    return start, end


def phrase(head: Token, anchor: int) -> tuple[int, int]:
    """The unbroken words of a noun phrase around its head, without its co-speakers and without the cue."""
    words = subtree(head)
    for child in head.children:
        if (
            child.dep_ in ("cc", "conj", "preconj", "case")
            or (child.dep_ == "acl" and child.i > head.i and _after_comma(child))
            or child.left_edge.i <= anchor <= child.right_edge.i
        ):
            words -= subtree(child)
    start, end = head.i, head.i + 1
    while start - 1 in words:
        start -= 1
    while end in words:
        end += 1
    return _without_loose_marks(head, start, end)


def core(head: Token, anchor: int) -> tuple[int, int]:
    """The words of a noun phrase up to the first clause or apposition that hangs from it."""
    start, end = phrase(head, anchor)
    cuts = [c.left_edge.i for c in head.children if c.i > head.i and c.dep_ in ("relcl", "acl", "appos", "punct")]
    return start, max(head.i + 1, min([end, *cuts]))


def _after_comma(clause: Token) -> bool:
    start = clause.left_edge.i
    return start > 0 and clause.doc[start - 1].text == ","


def _without_loose_marks(head: Token, start: int, end: int) -> tuple[int, int]:
    doc = head.doc
    while start < head.i and (doc[start].is_punct or doc[start].is_space) and not _is_closed(doc, start, end):
        start += 1
    while end > head.i + 1 and (doc[end - 1].is_space or doc[end - 1].text in ",;:-–—"):
        end -= 1
    return start, end


def _is_closed(doc: Doc, start: int, end: int) -> bool:
    """Whether a bracket or quotation mark that opens a range of words is closed within it."""
    return doc[start].text in '(“"' and any(t.text in ')”"' for t in doc[start + 1 : end])


def coordinated(head: Token) -> Iterator[Token]:
    """A token and what is joined to it by "and", in order of the text."""
    current: Token | None = head
    while current is not None:
        yield current
        current = next(iter(children(current, "conj")), None)
