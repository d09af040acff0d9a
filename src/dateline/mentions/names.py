"""Names in the text: spaCy's entities, mended, with one label a surface and the gazetteer's veto."""

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

import msgspec

from dateline.mentions.countries import CountryWord, find_country_words
from dateline.mentions.gazetteer import cities
from dateline.mentions.lexicon import MentionWords, known_organizations, words
from dateline.mentions.tokens import Tokens
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
OTHER = frozenset({"PRODUCT", "EVENT", "WORK_OF_ART", "LAW", "LANGUAGE"})
LONGEST_PERSON = 5
JOINERS = frozenset(
    {"al", "bin", "bint", "ibn", "van", "von", "der", "den", "de", "del", "della", "di", "da", "du", "la", "le", "el"}
)
DETERMINERS = frozenset({"the", "a", "an", "this", "that", "these", "those", "its", "his", "her", "their", "our"})
POSSESSIVES = frozenset({"'s", "’s", "'", "’"})


class Name(msgspec.Struct, frozen=True):
    """A name in the text: tokens `start` up to, not including, `end`, and what it names."""

    start: int
    end: int
    kind: EntityKind
    text: str


def find_names(doc: "Doc", tokens: Tokens) -> tuple[list[Name], list[CountryWord]]:
    """The names of people, organisations and places, and the words for countries; in order, never overlapping.

    A country word may lie within a name ("Workers' Party of North Korea").
    """
    countries = find_country_words(tokens)
    at_country = {i for word in countries for i in range(word.start, word.end)}
    names = [name for name in _mended(doc, tokens, at_country) if not _is_country(name, countries)]
    names = _without_overlaps([*names, *_known_bodies(tokens)])
    names = _one_kind_a_surface(tokens, names)
    names = _without_overlaps([*names, *_repeated(tokens, names, at_country)])
    return names, [word for word in countries if _stands(word, names)]


def _stands(word: CountryWord, names: list[Name]) -> bool:
    """Whether a country word is not a part of a person's name ("Jordan Belfort")."""
    return not any(n.kind == "person" and n.start <= word.start and word.end <= n.end for n in names)


def _is_country(name: Name, countries: list[CountryWord]) -> bool:
    return any(word.start <= name.start and name.end <= word.end for word in countries)


def _mended(doc: "Doc", tokens: Tokens, at_country: set[int]) -> Iterator[Name]:
    labels = {i: ent.label_ for ent in doc.ents for i in range(ent.start, ent.end)}
    done = 0
    for ent in doc.ents:
        if ent.label_ not in KINDS or ent.start < done:
            continue
        start, end = _trimmed(tokens, ent.start, ent.end)
        if start >= end:
            continue
        name = _classified(tokens, start, end, ent.label_, labels, at_country)
        if name is not None and name.start >= done:
            yield name
            done = name.end


def _trimmed(tokens: Tokens, start: int, end: int) -> tuple[int, int]:
    """Without determiners, possessives, points and blanks at the edges."""
    while start < end and (tokens.lower[start] in DETERMINERS or not tokens.text[start][0].isalnum()):
        start += 1
    while start < end and (tokens.lower[end - 1] in POSSESSIVES or _is_tail(tokens, end - 1)):
        end -= 1
    return start, end


def _is_tail(tokens: Tokens, i: int) -> bool:
    return not tokens.text[i][0].isalnum() or tokens.pos[i] in ("ADP", "CCONJ", "DET", "SPACE")


def _classified(
    tokens: Tokens, start: int, end: int, label: str, labels: dict[int, str], at_country: set[int]
) -> Name | None:
    vocabulary = words()
    if label == "PERSON":
        return _person(tokens, start, end, labels, at_country)
    if label == "NORP":
        return None
    if label == "ORG" and _only_title(vocabulary, tokens, start, end):
        return None
    start, end = _hyphenated(tokens, start, end)
    kind = _kind_of_words(vocabulary, tokens, start, end) or KINDS[label]
    return Name(start, end, kind, tokens.words(start, end))


def _only_title(vocabulary: MentionWords, tokens: Tokens, start: int, end: int) -> bool:
    """Whether the range is a title or leads up to one ("Defense" in "Defense Minister Sergei ...")."""
    titled = end < len(tokens) and vocabulary.is_title(tokens.text[end]) and tokens.text[end][0].isupper()
    parts = [tokens.lower[i] for i in range(start, end)]
    leads = all(p in vocabulary.title_modifiers or vocabulary.is_title(p) for p in parts)
    return leads and (titled or vocabulary.is_title(parts[-1]))


def _hyphenated(tokens: Tokens, start: int, end: int) -> tuple[int, int]:
    """With a tail like "-on-Amur" that the tokenizer parted from the name."""
    tail = end
    while (
        tail + 1 < len(tokens) and tokens.text[tail] == "-" and not tokens.spaced[tail - 1] and not tokens.spaced[tail]
    ):
        tail += 2
    if tail - end >= 4 and tokens.text[tail - 1][0].isupper():
        return start, tail
    return start, end


def _kind_of_words(vocabulary: MentionWords, tokens: Tokens, start: int, end: int) -> EntityKind | None:
    """What the last word of a name of two words or more says that it is."""
    text = tokens.words(start, end)
    if text in known_organizations():
        return "organization"
    if text in vocabulary.regions:
        return "place"
    last = tokens.lower[end - 1]
    if end - start < 2:
        return None
    if last in vocabulary.organization_words:
        return "organization"
    return "place" if last in vocabulary.place_words else None


def _person(tokens: Tokens, start: int, end: int, labels: dict[int, str], at_country: set[int]) -> Name | None:
    vocabulary = words()
    while start < end and (vocabulary.is_title(tokens.text[start]) or tokens.lower[start] in vocabulary.courtesies):
        start += 1
    if start >= end:
        return None
    start, end = _grown(vocabulary, tokens, start, end, labels, at_country)
    kind = _kind_of_words(vocabulary, tokens, start, end)
    if kind is not None:
        return Name(start, end, kind, tokens.words(start, end))
    after = tokens.lower[end] if end < len(tokens) else ""
    if after in vocabulary.thing_words and tokens.dep[end - 1] in ("compound", "nmod", "amod"):
        return None
    if after in vocabulary.place_words and tokens.text[end][0].isupper():
        return Name(start, end + 1, "place", tokens.words(start, end + 1))
    if after in vocabulary.organization_words and tokens.text[end][0].isupper():
        return Name(start, end + 1, "organization", tokens.words(start, end + 1))
    return Name(start, end, "person", tokens.words(start, end))


def _grown(
    vocabulary: MentionWords, tokens: Tokens, start: int, end: int, labels: dict[int, str], at_country: set[int]
) -> tuple[int, int]:
    """With the proper nouns beside a person's name that no other entity claims ("Yoon Suk" + "Yeol")."""

    def free(i: int) -> bool:
        word = tokens.text[i]
        known = word.lower() in (vocabulary.thing_words | vocabulary.place_words | vocabulary.organization_words)
        own = labels.get(i) in (None, "PERSON") and i not in at_country and tokens.pos[i] == "PROPN"
        return own and word[0].isupper() and not known and not vocabulary.is_title(word)

    while (
        end < len(tokens)
        and end - start < LONGEST_PERSON
        and free(end)
        and tokens.sentence[end] == tokens.sentence[start]
    ):
        end += 1
    while start > 0 and free(start - 1) and start - 1 not in labels and tokens.head[start - 1] in range(start, end):
        start -= 1
    return start, end


def _known_bodies(tokens: Tokens) -> Iterator[Name]:
    """Organisations of the world that the model may have missed; the longest at each place."""
    known = known_organizations()
    firsts = {form.split()[0] for form in known}
    for i, word in enumerate(tokens.text):
        if word not in firsts:
            continue
        for end in range(min(i + 6, len(tokens)), i, -1):
            text = tokens.words(i, end)
            if text in known:
                yield Name(i, end, "organization", text)
                break


def _without_overlaps(names: list[Name]) -> list[Name]:
    """The longest names that do not overlap, in order; of equal ones the first given."""
    taken: set[int] = set()
    kept = []
    for name in sorted(names, key=lambda n: n.start - n.end):
        if taken.isdisjoint(range(name.start, name.end)):
            taken.update(range(name.start, name.end))
            kept.append(name)
    return sorted(kept, key=lambda n: n.start)


def _one_kind_a_surface(tokens: Tokens, names: list[Name]) -> list[Name]:
    """Each surface gets the kind most often given to it; a person's surname speaks for the person."""
    votes: dict[str, Counter[EntityKind]] = {}
    for name in names:
        votes.setdefault(name.text, Counter())[name.kind] += 1
    for name in names:
        if name.kind == "person" and name.end - name.start > 1:
            for part in (tokens.text[name.start], tokens.text[name.end - 1]):
                if part in votes:
                    votes[part]["person"] += 1
    chosen = {text: _majority(text, count) for text, count in votes.items()}
    return [msgspec.structs.replace(n, kind=chosen[n.text]) for n in names]


def _majority(text: str, count: Counter[EntityKind]) -> EntityKind:
    best = max(count.values())
    kinds = sorted(kind for kind, n in count.items() if n == best)
    if len(kinds) > 1 and "place" in kinds and text in cities():
        return "place"
    return kinds[-1] if "person" in kinds else kinds[0]


def _repeated(tokens: Tokens, names: list[Name], at_country: set[int]) -> Iterator[Name]:
    """Mentions that the model missed of names it found: whole names, and surnames of people."""
    covered = {i for name in names for i in range(name.start, name.end)} | at_country
    kinds = {tokens.text[n.start]: n.kind for n in names if n.end - n.start == 1}
    for name in names:
        if name.kind == "person" and name.end - name.start > 1:
            kinds.setdefault(tokens.text[name.end - 1], "person")
    for i, word in enumerate(tokens.text):
        if word in kinds and i not in covered and tokens.pos[i] == "PROPN" and _alone(tokens, i):
            yield Name(i, i + 1, kinds[word], word)


def _alone(tokens: Tokens, i: int) -> bool:
    """Whether a proper noun is not a part of a longer one."""
    before = (
        i > 0 and tokens.pos[i - 1] == "PROPN" and tokens.head[i - 1] == i and not words().is_title(tokens.text[i - 1])
    )
    after = i + 1 < len(tokens) and tokens.dep[i] == "compound" and tokens.head[i] == i + 1
    return not before and not after
