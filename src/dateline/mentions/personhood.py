"""What stands beside a name and shows whose it is, a person's or a body's, whatever the model takes it for."""

from dateline.mentions.lexicon import given_names, small_words, words
from dateline.mentions.tokens import JOINS, Tokens

LONGEST = 4
FARTHEST = 12
ROLE = frozenset({"NOUN", "PROPN", "ADJ", "DET", "PART", "PRON", "NUM"})


def is_described_as_person(tokens: Tokens, start: int, end: int) -> bool:
    """Whether a name of one to four plain words is a person by the words beside it.

    A role before it ("chief executive, NAME", "spokesman NAME"), one after it ("NAME, a former driver"), or "who"; a
    single word only stands behind a comma after a role that no firm has ("the driver, NAME").
    """
    parts = [i for i in range(start, end) if tokens.text[i] not in JOINS]
    plain = all(tokens.text[i].isalpha() and (tokens.text[i][0].isupper() or _is_hyphened(tokens, i)) for i in parts)
    head = tokens.root(start, end)
    if plain and len(parts) == 1:
        return tokens.lower[tokens.head[head]] not in words().shared_roles and _is_named_role(tokens, start, head)
    if not plain or not 2 <= len(parts) <= LONGEST:
        return False
    return _stands_beside_role(tokens, start, head) or _has_role_after(tokens, end) or _has_who(tokens, head)


def is_described_as_body(tokens: Tokens, start: int, end: int) -> bool:
    """Whether a name that begins with no given name stands in apposition to a word for a body: "the party NAME"."""
    given = given_names()
    if tokens.text[start] in given:
        return False
    head = tokens.root(start, end)
    noun = tokens.head[head]
    bodies = words().body_heads | words().body_nouns
    before = tokens.dep[head] == "appos" and noun < start and tokens.lower[noun] in bodies
    before = before and not _is_of_role(tokens, noun)
    before = before or (start > 0 and tokens.lower[start - 1] in bodies and tokens.head[start - 1] == head)
    after = any(tokens.dep[c] == "appos" and tokens.lower[c] in bodies for c in tokens.children[head] if c >= end)
    return before or after


def _is_hyphened(tokens: Tokens, i: int) -> bool:
    return i > 0 and tokens.text[i - 1] in JOINS and not tokens.spaced[i - 1]


def _is_named_role(tokens: Tokens, start: int, head: int) -> bool:
    noun = tokens.head[head]
    return tokens.dep[head] == "appos" and noun < start and is_role(tokens, noun)


def _stands_beside_role(tokens: Tokens, start: int, head: int) -> bool:
    return _is_named_role(tokens, start, head) or (
        start > 0 and tokens.text[start - 1].islower() and is_role(tokens, start - 1)
    )


def _is_of_role(tokens: Tokens, noun: int) -> bool:
    """Whether somebody heads or speaks for a body that a noun means ("the head of the agency, NAME")."""
    prep = tokens.head[noun]
    led = tokens.dep[noun] == "pobj" and tokens.lower[prep] in small_words().of
    return led and words().is_title(tokens.text[tokens.head[prep]])


def _has_role_after(tokens: Tokens, end: int) -> bool:
    """Whether ", a former driver" follows: a determiner, and a role at the end of the run of nouns."""
    if end + 2 >= len(tokens) or tokens.text[end] != "," or tokens.sentence[end + 1] != tokens.sentence[end]:
        return False
    small = small_words()
    if tokens.lower[end + 1] not in small.indefinite | small.articles:
        return False
    i = last = end + 2
    while i < min(end + FARTHEST, len(tokens)) and tokens.pos[i] in ROLE:
        last = i if tokens.pos[i] == "NOUN" else last
        i += 1
    return tokens.pos[last] == "NOUN" and is_role(tokens, last)


def _has_who(tokens: Tokens, head: int) -> bool:
    clauses = [c for c in tokens.children[head] if tokens.dep[c] == "relcl"]
    first = (tokens.lower[c] for clause in clauses for c in tokens.children[clause])
    return any(low in small_words().personal_relatives for low in first)


def is_role(tokens: Tokens, i: int) -> bool:
    """Whether a common noun means one person."""
    vocabulary, low = words(), tokens.lower[i]
    single = tokens.pos[i] == "NOUN" and tokens.tag[i] == "NN"
    title = vocabulary.is_title(low) and low not in vocabulary.never_alone | vocabulary.relational
    return single and (title or low in vocabulary.person_heads | vocabulary.person_nouns)
