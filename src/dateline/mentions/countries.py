"""Words for countries: their names, their adjectives and people, and capitals that stand for a government."""

from collections.abc import Iterator
from typing import Literal

import msgspec

from dateline.gazetteer import Country, Gazetteer, gazetteer
from dateline.mentions.lexicon import small_words, words
from dateline.mentions.tokens import JOINS, Tokens

LONGEST = 6
Use = Literal["name", "adjective", "people", "capital"]


class CountryWord(msgspec.Struct, frozen=True):
    """Words for a country. `use` says which kind of word; `city` is set where a capital is meant as the city."""

    start: int
    end: int
    country: Country
    use: Use
    city: bool = False


def find_country_words(tokens: Tokens) -> list[CountryWord]:
    """All words for countries, in order, the longest at each place."""
    table = gazetteer()
    found = list(_matches(tokens, table))
    return sorted([*found, *_compass(tokens, found)], key=lambda w: w.start)


def _matches(tokens: Tokens, table: Gazetteer) -> Iterator[CountryWord]:
    i = 0
    while i < len(tokens):
        word = _longest(tokens, table, i) if tokens.text[i] in table.firsts else None
        if word is not None and not _part_of_longer(tokens, word):
            yield word
            i = word.end
        else:
            i += 1


def _longest(tokens: Tokens, table: Gazetteer, i: int) -> CountryWord | None:
    for end in range(min(i + LONGEST, len(tokens)), i, -1):
        text = tokens.words(i, end)
        word = _lookup(tokens, table, i, end, text)
        if word is not None:
            return word
    return None


def _lookup(tokens: Tokens, table: Gazetteer, i: int, end: int, text: str) -> CountryWord | None:
    if text in table.adjectives and _modifies(tokens, end - 1):
        return CountryWord(i, end, table.adjectives[text], "adjective")
    if text in table.names:
        return CountryWord(i, end, table.names[text], "name")
    if text in table.people and not _modifies(tokens, end - 1):
        return CountryWord(i, end, table.people[text], "people")
    if text in table.adjectives:
        return CountryWord(i, end, table.adjectives[text], "adjective")
    if text in table.capitals:
        return CountryWord(i, end, table.capitals[text], "capital", city=_is_city(tokens, i, end))
    return None


def _modifies(tokens: Tokens, i: int) -> bool:
    return tokens.dep[i] in ("amod", "compound", "nmod") and tokens.head[i] > i


def _part_of_longer(tokens: Tokens, word: CountryWord) -> bool:
    """Whether a proper noun follows that makes a place name of it ("New Mexico", "Oman Sea", "Georgia Tech")."""
    before = tokens.text[word.start - 1] if word.start else ""
    if before in small_words().compass:
        return word.country.name.split()[0] not in small_words().compass
    return before in small_words().renaming


def _compass(tokens: Tokens, found: list[CountryWord]) -> Iterator[CountryWord]:
    """ "the North" for a country of that first name that the page speaks of."""
    halves = {
        word.country.name.split()[0]: word.country for word in reversed(found) if len(word.country.name.split()) == 2
    }
    halves = {side: country for side, country in halves.items() if side in small_words().compass}
    taken = {i for word in found for i in range(word.start, word.end)}
    for i in range(1, len(tokens)):
        if (
            tokens.text[i] in halves
            and i not in taken
            and tokens.lower[i - 1] in small_words().articles
            and _bare(tokens, i)
        ):
            yield CountryWord(i, i + 1, halves[tokens.text[i]], "name")


def _bare(tokens: Tokens, i: int) -> bool:
    return i + 1 >= len(tokens) or (
        tokens.pos[i + 1] != "PROPN" and tokens.lower[i + 1] not in small_words().of | JOINS
    )


def _is_city(tokens: Tokens, start: int, end: int) -> bool:
    """Whether a capital is the city here, not the government."""
    vocabulary = words()
    i = tokens.root(start, end)
    dep, head = tokens.dep[i], tokens.head[i]
    if dep == "conj":
        i = head
        dep, head = tokens.dep[i], tokens.head[i]
    if dep == "poss":
        return tokens.lower[head] in vocabulary.city_nouns
    if dep in ("nsubj", "nsubjpass"):
        return tokens.lemma[head] not in vocabulary.governing_verbs
    if dep == "pobj":
        return not _deals(tokens, head)
    if dep in ("dobj", "dative", "iobj"):
        return tokens.lemma[head] in vocabulary.visiting_verbs
    return True


def _deals(tokens: Tokens, preposition: int) -> bool:
    """Whether a preposition leads to a party, not to a place: "talks with Oslo", "word from Oslo"."""
    small = small_words()
    if tokens.lower[preposition] in small.origins:
        return tokens.pos[tokens.head[preposition]] == "NOUN"
    return tokens.lower[preposition] in small.dealing_prepositions
