"""One name of the model at a time: its edges, its kind by its words, the proper nouns beside it."""

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

import msgspec

from dateline.mentions.lexicon import MentionWords, given_names, known_organizations, small_words, words
from dateline.mentions.personhood import is_described_as_body, is_described_as_person
from dateline.mentions.tokens import JOINS, Tokens
from dateline.records import EntityKind

if TYPE_CHECKING:
    from spacy.tokens import Doc

KINDS: dict[str, EntityKind] = {
    "PERSON": "person",
    "ORG": "organization",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
    "NORP": "group",
}
NO_NOUNS = frozenset({"VERB", "PRON", "AUX", "ADV", "INTJ", "DET", "SCONJ"})
LONGEST_PERSON = 5
LONGEST_ODD = 4
LONGEST_PART = 6
"""Letters of a part of a given name after a hyphen."""


class Name(msgspec.Struct, frozen=True):
    """A name in the text: tokens `start` up to, not including, `end`, and what it names."""

    start: int
    end: int
    kind: EntityKind
    text: str


class Surroundings(msgspec.Struct, frozen=True):
    """What else is at the tokens beside a name: the model's label, and words for countries."""

    tokens: Tokens
    labels: dict[int, str]
    countries: set[int]


@cache
def common_nouns() -> frozenset[str]:
    """Words that say what a name is, in lower case: never a part of a person's name."""
    vocabulary = words()
    return vocabulary.thing_words | vocabulary.place_words | vocabulary.organization_words


def mended_names(doc: "Doc", tokens: Tokens, countries: set[int]) -> Iterator[Name]:
    """The model's names with their edges and kinds set right; tokens in `countries` belong to countries."""
    labels = {i: ent.label_ for ent in doc.ents for i in range(ent.start, ent.end)}
    around = Surroundings(tokens, labels, countries)
    done = 0
    for ent in doc.ents:
        if ent.label_ not in KINDS or ent.start < done:
            continue
        start, end = _trimmed(tokens, ent.start, ent.end)
        name = _mended(around, start, end, ent.label_) if start < end else None
        if name is not None and name.start >= done:
            yield name
            done = name.end


def _trimmed(tokens: Tokens, start: int, end: int) -> tuple[int, int]:
    """Without determiners, possessives, points and blanks at the edges; cut at a line's end and at a comma."""
    while start < end and (
        tokens.lower[start] in small_words().definite | small_words().indefinite or not tokens.text[start][0].isalnum()
    ):
        start += 1
    end = next((i for i in range(start, end) if tokens.pos[i] == "SPACE" or _parts_names(tokens, i)), end)
    while start < end and _is_tail(tokens, end - 1):
        end -= 1
    return start, end


def _parts_names(tokens: Tokens, i: int) -> bool:
    """Whether a comma parts two names, not a firm from its legal form ("Acme, Inc.")."""
    return tokens.text[i] == "," and tokens.lower[i + 1].rstrip(".") not in words().legal_forms


def _is_tail(tokens: Tokens, i: int) -> bool:
    mark = not tokens.text[i][0].isalnum() or tokens.pos[i] in ("ADP", "CCONJ", "DET")
    return mark or tokens.lower[i] in small_words().possessive_marks


def _mended(around: Surroundings, start: int, end: int, label: str) -> Name | None:
    tokens = around.tokens
    if not any(tokens.text[i][0].isupper() for i in range(start, end)) or _is_no_noun(tokens, start, end):
        return None
    if tokens.words(start, end) in words().no_bodies:
        return None
    if end - start == 1 and start and tokens.lower[start - 1] in words().beside_places and label != "NORP":
        return Name(start, end, "place", tokens.text[start])
    if tokens.words(start, end) in known_organizations():
        return Name(start, end, "organization", tokens.words(start, end))
    if label == "PERSON":
        return _person(around, start, end)
    if label == "NORP":
        return _members(tokens, start, end)
    if label == "ORG" and _only_title(words(), tokens, start, end):
        return None
    start, end = _hyphenated(tokens, start, end)
    kind = kind_of_words(tokens, start, end) or _kind_of_label(tokens, start, end, label)
    if label == "FAC" and kind_of_words(tokens, start, end) is None and end - start == 1:
        return None
    return Name(start, end, kind, tokens.words(start, end))


def _is_no_noun(tokens: Tokens, start: int, end: int) -> bool:
    """Whether a single word is one that names nothing: a capital at the head of a sentence misled the model."""
    given = tokens.text[start] in given_names()
    return end - start == 1 and not given and tokens.pos[start] in NO_NOUNS


def _kind_of_label(tokens: Tokens, start: int, end: int, label: str) -> EntityKind:
    """The model's kind; but what begins with a given name or is described as somebody is a person, not a body."""
    given = given_names()
    if label == "ORG" and (_is_hyphened_name(tokens, start, end) or (end - start == 2 and tokens.text[start] in given)):
        return "person"
    return "person" if label == "ORG" and is_described_as_person(tokens, start, end) else KINDS[label]


def _is_hyphened_name(tokens: Tokens, start: int, end: int) -> bool:
    """Whether a name has the form of East Asian ones in Latin letters: "Han Seo-jun"."""
    parts = tokens.text[start:end]
    short = all(part.isalpha() and len(part) <= LONGEST_PART for part in (*parts[:2], *parts[3:]))
    hyphened = end - start == 4 and parts[2] in JOINS and not tokens.spaced[start + 1] and not tokens.spaced[start + 2]
    shape = hyphened and short and parts[0].istitle() and parts[1].istitle() and parts[3].islower()
    return shape and parts[3] not in words().hyphen_tails


def _members(tokens: Tokens, start: int, end: int) -> Name | None:
    """Members of a party, people or faith, where they stand for themselves ("Republicans")."""
    last = end - 1
    if tokens.dep[last] in ("amod", "compound", "nmod") or not tokens.lower[last].endswith("s"):
        return None
    return Name(start, end, "group", tokens.words(start, end))


def _only_title(vocabulary: MentionWords, tokens: Tokens, start: int, end: int) -> bool:
    """Whether the range is a title or leads up to one ("Defense" in "Defense Minister Sergei ...")."""
    titled = end < len(tokens) and vocabulary.is_title(tokens.text[end]) and tokens.text[end][0].isupper()
    parts = [tokens.lower[i] for i in range(start, end)]
    leads = all(p in vocabulary.title_modifiers or vocabulary.is_title(p) for p in parts)
    return leads and (titled or vocabulary.is_title(parts[-1]))


def _hyphenated(tokens: Tokens, start: int, end: int) -> tuple[int, int]:
    """With a tail like "-on-Amur" that the tokenizer parted from the name."""
    tail = end
    while tail + 1 < len(tokens) and _joined(tokens, tail):
        tail += 2
    if tail - end >= 4 and tokens.text[tail - 1][0].isupper() and tokens.text[tail - 3][0].islower():
        return start, tail
    return start, end


def _joined(tokens: Tokens, i: int) -> bool:
    return tokens.text[i] in JOINS and not tokens.spaced[i - 1] and not tokens.spaced[i]


def kind_of_words(tokens: Tokens, start: int, end: int) -> EntityKind | None:
    """What the last word of a name of two words or more says that it is; None where it says nothing."""
    text, vocabulary = tokens.words(start, end), words()
    if text in known_organizations():
        return "organization"
    if text in vocabulary.regions:
        return "place"
    if end - start < 2:
        return None
    if tokens.lower[start] in vocabulary.leading_place_words and tokens.text[start][0].isupper():
        return "place"
    last = _naming_word(tokens, start, end)
    if last in vocabulary.organization_words or _is_legal_form(last):
        return "organization"
    return "place" if last in vocabulary.place_words else None


def _naming_word(tokens: Tokens, start: int, end: int) -> str:
    """The word that says what is named: the one before "of" ("University of Oslo"), else the last."""
    cut = next((i for i in range(start + 1, end) if tokens.lower[i] in small_words().named_for), end)
    return tokens.lower[cut - 1]


def _person(around: Surroundings, start: int, end: int) -> Name | None:
    tokens, vocabulary = around.tokens, words()
    while start < end and (vocabulary.is_title(tokens.text[start]) or tokens.lower[start] in vocabulary.courtesies):
        start += 1
    while start < end and (not tokens.text[start][0].isalpha() or tokens.text[start].islower()):
        start += 1
    start, end = _calm(tokens, start, end)
    if start >= end:
        return None
    start, end = _royal(tokens, *_grown(around, start, end))
    kind = kind_of_words(tokens, start, end)
    if kind is None and is_described_as_body(tokens, start, end):
        kind = "organization"
    if kind is not None:
        return Name(start, end, kind, tokens.words(start, end))
    return _named_after(tokens, start, end) if end < len(tokens) else _plain_person(tokens, start, end)


def _calm(tokens: Tokens, start: int, end: int) -> tuple[int, int]:
    """Without shouted words at the edges of a name that is not shouted itself ("Ann Lee ENGAGED")."""
    loud = [
        len(tokens.text[i]) > 3 and tokens.text[i].isalpha() and tokens.text[i].isupper() for i in range(start, end)
    ]
    if all(loud):
        return start, end
    while loud[0]:
        start, loud = start + 1, loud[1:]
    while loud[-1]:
        end, loud = end - 1, loud[:-1]
    return start, end


def _royal(tokens: Tokens, start: int, end: int) -> tuple[int, int]:
    """With the title that a bare first name needs ("Pope Francis")."""
    alone = end - start == 1 and start > 0 and tokens.text[start - 1][0].isupper()
    titled = alone and tokens.lower[start - 1] in words().royal_titles
    return (start - 1, end) if titled else (start, end)


def _plain_person(tokens: Tokens, start: int, end: int) -> Name:
    return Name(start, end, "person", tokens.words(start, end))


def _named_after(tokens: Tokens, start: int, end: int) -> Name | None:
    """A person, or what the next word says is named after one (a frigate, an airport, a foundation)."""
    vocabulary, after = words(), tokens.lower[end]
    attached = tokens.dep[end - 1] in ("compound", "nmod", "amod")
    if after in vocabulary.thing_words and attached:
        return None
    if not tokens.text[end][0].isupper():
        return _plain_person(tokens, start, end)
    if after in vocabulary.place_words:
        return Name(start, end + 1, "place", tokens.words(start, end + 1))
    if after in vocabulary.organization_words or _is_legal_form(after):
        return Name(start, end + 1, "organization", tokens.words(start, end + 1))
    return _plain_person(tokens, start, end)


def _is_legal_form(word: str) -> bool:
    """Whether a word after a name says that it is a firm's ("GmbH"), not a suffix of a person's."""
    return word.rstrip(".") in words().legal_forms and word not in small_words().name_suffixes and "." not in word[:-1]


def _grown(around: Surroundings, start: int, end: int) -> tuple[int, int]:
    """With the proper nouns beside a person's name that no other name claims ("Lim Hae" + "Won")."""
    tokens = around.tokens
    limit = min(start + LONGEST_PERSON, len(tokens))
    while end < limit and tokens.sentence[end] == tokens.sentence[start]:
        inside = end + 1 < limit and (_is_odd_part(around, end) or _is_joined_part(around, start, end))
        more = 1 if _is_free(around, end) else 2 if inside else 0
        if not more:
            break
        end += more
    given = given_names()
    while start > 0 and tokens.sentence[start - 1] == tokens.sentence[start] and _leads_name(around, start - 1, given):
        start -= 1
    return start, end


def _is_odd_part(around: Surroundings, i: int) -> bool:
    """Whether a short word that the model takes for none of a name stands within one ("Khin Than Nu")."""
    word = around.tokens.text[i]
    short = 2 <= len(word) <= LONGEST_ODD and word[0].isupper() and word[1:].islower()
    inside = around.tokens.pos[i] in ("SCONJ", "ADP", "CCONJ", "PRON", "AUX", "PART", "INTJ")
    return short and inside and around.labels.get(i) in (None, "PERSON") and _is_free(around, i + 1)


def _is_joined_part(around: Surroundings, start: int, i: int) -> bool:
    """Whether a hyphen joins the rest of a given name that is not the first word of the name ("Kim Myung" + "-soo")."""
    tokens, tail = around.tokens, around.tokens.text[i + 1]
    part = tail.isalpha() and 2 <= len(tail) <= LONGEST_PART and tokens.pos[i + 1] in ("PROPN", "NOUN", "ADJ")
    known = tail.lower() in words().hyphen_tails
    return i - start > 1 and _joined(tokens, i) and part and not known and around.labels.get(i + 1) in (None, "PERSON")


def _leads_name(around: Surroundings, i: int, given: frozenset[str]) -> bool:
    """Whether the token before a name is its first name or initials ("J.K.", "PJ")."""
    text = around.tokens.text[i]
    initials = text.isupper() and len(text) <= 4 and ("." in text or len(text) == 2)
    own = i not in around.countries and around.labels.get(i) in (None, "PERSON")
    proper = around.tokens.pos[i] == "PROPN" and own
    return text in given or (initials and proper) or (own and _follows_title(around.tokens, i))


def _follows_title(tokens: Tokens, i: int) -> bool:
    """Whether a capitalised word stands between a capitalised title and a name ("Minister Per" + "Lund")."""
    word, before = tokens.text[i], tokens.text[i - 1] if i else ""
    plain = word[0].isupper() and word.isalpha() and not words().is_title(word) and word.lower() not in common_nouns()
    return plain and before[:1].isupper() and words().is_title(before) and tokens.sentence[i] == tokens.sentence[i - 1]


def _is_free(around: Surroundings, i: int) -> bool:
    word = around.tokens.text[i]
    own = around.labels.get(i) in (None, "PERSON") and i not in around.countries and around.tokens.pos[i] == "PROPN"
    return own and word[0].isupper() and word.lower() not in common_nouns() and not words().is_title(word)
