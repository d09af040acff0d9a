"""Walking the dependency parse: subjects shared by control and coordination, objects, prepositions, auxiliaries.

Labels are those of the CLEAR style that spaCy's English models use.
"""

from collections.abc import Iterator

from spacy.tokens import Token

from dateline.events.predicates import Predicates
from dateline.sentences import children as children
from dateline.sentences import has_child

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
OBJECTS = frozenset({"dobj", "dative", "obj"})
RELATIVE = frozenset({"who", "which", "that", "whom", "where", "when"})
DEPTH = 12
"""How many heads are followed at most: a parse of a hostile page may be deep."""


def is_verbal(token: Token) -> bool:
    return token.pos_ in ("VERB", "AUX")


def conjuncts(token: Token) -> list[Token]:
    """The token and what is coordinated with it, in order of the text."""
    found = [token]
    for member in found:
        if len(found) > DEPTH:
            break
        found.extend(c for c in children(member, "conj") if c.pos_ in ("NOUN", "PROPN", "PRON", "NUM", "ADJ"))
    return sorted(found, key=lambda t: t.i)


def ancestors(token: Token) -> Iterator[Token]:
    """The heads of a token, nearest first, a bounded number of them."""
    for _ in range(DEPTH):
        if token.head.i == token.i:
            return
        token = token.head
        yield token


def governing_verb(token: Token) -> Token | None:
    """The nearest verb above a token."""
    return next((a for a in ancestors(token) if is_verbal(a)), None)


def own_subject(verb: Token) -> Token | None:
    found = children(verb, *SUBJECTS)
    return found[0] if found else None


def is_misread_infinitive(verb: Token) -> bool:
    """ "Two launches to send it ended in failure": the parser may take "to send" for the verb of the launches."""
    subject = own_subject(verb)
    to = next((c for c in children(verb, "aux") if c.lower_ == "to"), None)
    misread = verb.tag_ == "VB" and subject is not None and to is not None and subject.i < to.i and not _has_for(verb)
    return misread and _finite_child(verb) is not None


def _has_for(verb: Token) -> bool:
    return any(c.lower_ == "for" for c in verb.children) or verb.dep_ in ("xcomp", "ccomp", "advcl")


def finite_verb_of(noun: Token) -> Token:
    """The verb of a subject: its head, or the finite verb behind a misread infinitive."""
    head = noun.head
    if noun.dep_ in SUBJECTS and is_misread_infinitive(head):
        return _finite_child(head) or head
    return head


def _finite_child(verb: Token) -> Token | None:
    finite = (c for c in verb.children if c.tag_ in ("VBD", "VBZ", "VBP") and c.i > verb.i)
    return next((c for c in finite if own_subject(c) is None), None)


def is_passive(verb: Token) -> bool:
    """Whether the grammatical subject undergoes the action."""
    if has_child(verb, "nsubjpass", "auxpass"):
        return True
    if verb.dep_ == "conj" and verb.tag_ == "VBN" and own_subject(verb) is None and is_verbal(verb.head):
        return not has_child(verb, "aux") and is_passive(verb.head)
    return verb.dep_ in ("acl", "advcl") and verb.tag_ == "VBN" and not children(verb, *OBJECTS, "aux")


def subject_of(verb: Token, words: Predicates, depth: int = 0) -> Token | None:
    """The head of the subject, shared ones included; a relative pronoun is replaced by what it stands for."""
    if depth > DEPTH:
        return None
    own = own_subject(verb)
    if own is not None:
        return _antecedent(own, verb)
    head = verb.head
    if verb.tag_ in ("VBD", "VBZ", "VBP") and is_misread_infinitive(head):
        return own_subject(head)
    if verb.tag_ in ("VBD", "VBZ", "VBP") and verb.dep_ in ("ROOT", "ccomp"):
        return _stranded_subject(verb)
    if head.i == verb.i:
        return None
    if verb.dep_ == "conj" and is_verbal(head):
        return subject_of(head, words, depth + 1)
    if verb.dep_ in ("xcomp", "ccomp") and is_verbal(head):
        return _controller(head, words, depth)
    if verb.dep_ == "xcomp" and head.pos_ == "ADJ":
        return subject_of(head.head, words, depth + 1) if is_verbal(head.head) else None
    if verb.dep_ == "advcl" and is_verbal(head):
        return subject_of(head, words, depth + 1)
    if verb.dep_ == "pcomp":
        return _prepositional_controller(head, words, depth)
    if verb.dep_ == "acl":
        return _noun_controller(verb, head, words, depth)
    return None


def _antecedent(subject: Token, verb: Token) -> Token:
    if subject.lower_ in RELATIVE and subject.tag_ in ("WDT", "WP", "WRB", "IN", "DT"):
        clause = verb
        for _ in range(DEPTH):
            if clause.dep_ in ("relcl", "acl"):
                return clause.head
            if clause.dep_ != "conj":
                break
            clause = clause.head
    return subject


def _stranded_subject(verb: Token) -> Token | None:
    """ "During the visit, A and B confirmed ...": the parser may coordinate A with the visit, across the comma."""
    for preposition in children(verb, "prep"):
        for member in preposition.subtree:
            left = member.left_edge
            if (
                member.dep_ == "conj"
                and member.pos_ == "PROPN"
                and member.i < verb.i
                and left.i > 0
                and left.nbor(-1).text == ","
            ):
                return member
    return None


def _controller(head: Token, words: Predicates, depth: int) -> Token | None:
    controlled = children(head, *OBJECTS)
    if controlled and head.lemma_.lower() in words.object_control:
        return controlled[0]
    return subject_of(head, words, depth + 1)


def _prepositional_controller(preposition: Token, words: Predicates, depth: int) -> Token | None:
    """ "accuse X of doing": X; "since entering": the subject of the clause."""
    head = preposition.head
    if is_verbal(head):
        return (
            _controller(head, words, depth)
            if preposition.lower_ in ("of", "from", "for")
            else subject_of(head, words, depth + 1)
        )
    return noun_agent(head) or head


def _noun_controller(verb: Token, noun: Token, words: Predicates, depth: int) -> Token | None:
    """A participle's noun acts; before an infinitive the noun's owner does ("its attempts to receive")."""
    if verb.tag_ == "VBG" or verb.tag_ == "VBN":
        return noun
    agent = noun_agent(noun)
    if agent is not None:
        return agent
    governor = governing_verb(noun)
    return subject_of(governor, words, depth + 1) if governor is not None else noun


def noun_agent(noun: Token) -> Token | None:
    """Who acts in an event noun: its possessor, or the object of "by"."""
    owner = children(noun, "poss")
    if owner:
        return owner[0]
    return next((o for p in noun.children if p.lower_ == "by" for o in children(p, "pobj")), None)


def prepositional_objects(head: Token) -> Iterator[tuple[Token, Token]]:
    """(preposition, object) pairs under a verb or noun, through stacked prepositions ("from near the border")."""
    for preposition in children(head, "prep", "agent", "dative"):
        if preposition.pos_ not in ("ADP", "SCONJ", "VERB", "ADV") or preposition.lower_ == "according":
            continue
        for child in children(preposition, "pobj", "prep"):
            if child.dep_ == "pobj":
                yield preposition, child
            else:
                yield from ((child, o) for o in children(child, "pobj"))


def auxiliaries(verb: Token) -> list[Token]:
    """Auxiliaries of a verb, taken from the verb it is coordinated with where it has none and shares the subject."""
    found = children(verb, "aux", "auxpass")
    if (
        not found
        and verb.dep_ == "conj"
        and own_subject(verb) is None
        and is_verbal(verb.head)
        and verb.tag_ in ("VB", "VBN", "VBG")
    ):
        return children(verb.head, "aux", "auxpass")
    return found


def is_present(verb: Token) -> bool:
    """Whether a verb stands in the simple present: a state or a habit, outside headlines and captions."""
    return verb.tag_ in ("VBZ", "VBP") and not has_child(verb, "aux", "auxpass")


def phrase(token: Token) -> tuple[int, int]:
    """Token range of the noun phrase of a head: its modifiers and "of", without relative clauses and appositions."""
    first = last = token.i
    for child in token.children:
        if (
            child.dep_ in ("compound", "amod", "det", "poss", "nummod", "nmod", "quantmod", "predet", "advmod", "case")
            and child.i < token.i
        ):
            first = min(first, child.left_edge.i)
        elif child.dep_ == "prep" and child.lower_ == "of" and child.i == last + 1:
            last = child.right_edge.i if len(list(child.subtree)) <= 8 else last
    while last > token.i and token.doc[last].is_space:
        last -= 1
    return first, last + 1


def acts_of_others(verb: Token) -> list[tuple[Token | None, Token]]:
    """ "want X to go", "told X to go", "insisted that X go": what somebody else is to do, and who."""
    found: list[tuple[Token | None, Token]] = []
    for clause in children(verb, "ccomp", "xcomp", "advcl"):
        subject = own_subject(clause)
        helpers = {c.lower_ for c in children(clause, "aux")}
        if clause.tag_ == "VB" and "to" in helpers:
            others = subject is not None or (clause.dep_ != "ccomp" and bool(children(verb, *OBJECTS)))
        else:
            others = clause.dep_ == "ccomp" and not helpers and _is_plain_form(clause, verb)
        found += [(subject, clause)] if others else []
    return found


def _is_plain_form(clause: Token, verb: Token) -> bool:
    """ "that X go": the parser may take the plain form behind a name in the singular for a present."""
    subject = own_subject(clause)
    if subject is None or children(verb, *OBJECTS):
        return False
    singular = subject.tag_ in ("NN", "NNP") and len(conjuncts(subject)) == 1
    return clause.tag_ == "VB" or (clause.tag_ == "VBP" and singular)


def support_name(verb: Token) -> str:
    """The lemma of a verb with its particle, where it has one: "call off"."""
    particle = next((c.lower_ for c in children(verb, "prt")), None)
    lemma = verb.lemma_.lower()
    return f"{lemma} {particle}" if particle in ("off", "back") else lemma


def standing(verb: Token, words: Predicates) -> str | None:
    """How it stands with the subject of "be": "under way" is ongoing, "due" expected."""
    for child in children(verb, "acomp", "advmod", "prep", "attr"):
        told = " ".join(t.lower_ for t in (child, *children(child, "pobj")))
        found = next((name for name, phrases in words.standing.items() if told in phrases), None)
        if found is not None:
            return found
    return None
