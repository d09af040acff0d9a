"""Roles that a verb tells: "Moe was elected mayor of Oslo", "she is the head of the bank"."""

from dateline.mentions.cast import Cast, Draft
from dateline.mentions.lexicon import small_words, words
from dateline.mentions.phrases import complement_end, phrase_start
from dateline.mentions.roles import give_role
from dateline.mentions.tokens import Tokens

SUBJECTS = frozenset({"nsubj", "nsubjpass"})
HELD = frozenset({"VBZ", "VBP"})
"""Tags of verbs that tell what is so on the day of the page."""


def add_told_roles(cast: Cast) -> None:
    """Give people the roles that a verb tells of them; what is past, negated, conditional or to come is left out."""
    tokens, vocabulary = cast.tokens, words()
    for i in range(len(tokens)):
        if tokens.dep[i] not in ("attr", "oprd", "pobj") or not vocabulary.is_title(tokens.text[i]):
            continue
        draft = _bearer(cast, i) if tokens.tag[i] in ("NN", "NNP") else None
        if draft is not None and tokens.lower[i] not in vocabulary.never_alone | vocabulary.relational:
            start, end = phrase_start(tokens, i), complement_end(tokens, i, small_words().role_complements)
            give_role(cast, draft, start, end)
            if i not in cast.heads:
                cast.mention(draft, start, end, i, "nominal")


def _bearer(cast: Cast, i: int) -> Draft | None:
    """The person who is, or came to be, what a word says."""
    tokens, verb = cast.tokens, cast.tokens.head[i]
    if tokens.dep[i] == "pobj":
        verb = tokens.head[verb] if tokens.lower[verb] in small_words().capacity else i
    subject = next((c for c in tokens.children[verb] if tokens.dep[c] in SUBJECTS), None)
    draft = cast.at(subject) if subject is not None and _tells(tokens, verb, i) else None
    return draft if draft is not None and draft.kind == "person" else None


def _tells(tokens: Tokens, verb: int, i: int) -> bool:
    lemma, tag = tokens.lemma[verb], tokens.tag[verb]
    around = tokens.children[verb]
    if any(tokens.dep[c] in ("neg", "mark") or tokens.tag[c] in ("MD", "TO") for c in around):
        return False
    if lemma in words().appointing_verbs:
        return tag == "VBN" and any(tokens.dep[c] == "auxpass" for c in around)
    has = tag == "VBN" and any(tokens.dep[c] == "aux" and tokens.tag[c] in HELD for c in around)
    came = tag == "VBD" and lemma in words().becoming_verbs
    return tokens.dep[i] == "attr" and lemma in words().being_verbs and (tag in HELD or has or came)
