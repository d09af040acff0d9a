"""What the model's names of people and bodies lack as a whole: nicknames, names behind titles, joined bodies, ships."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import msgspec

from dateline.mentions.lexicon import given_names, known_organizations, small_words, words
from dateline.mentions.mending import Name, common_nouns
from dateline.mentions.tokens import Tokens

if TYPE_CHECKING:
    from spacy.tokens import Doc

QUOTES = frozenset({'"', "“", "”", "‘", "’", "'", "``", "''"})
LONGEST_NICKNAME = 3
LONGEST_NAME = 4
NEAR_NICKNAME = 6
"""Words between a name and what says that a nickname follows."""
PERSONAL = frozenset({"", "PERSON", "NORP"})


def nicknamed(tokens: Tokens) -> Iterator[tuple[Name, str]]:
    """People with a nickname within their name, without it, and the nickname: 'NAME "The Fox" SURNAME'."""
    i = 1
    while i < len(tokens) - 2:
        close = _closing(tokens, i) if tokens.text[i] in QUOTES and _is_proper(tokens, i - 1) else None
        if close is None or close + 1 >= len(tokens) or not _is_proper(tokens, close + 1):
            i += 1
            continue
        start, end = i - 1, close + 2
        while start > 0 and i - start < LONGEST_NAME and _goes_on(tokens, start - 1, start):
            start -= 1
        while end < len(tokens) and end - close <= LONGEST_NAME and _goes_on(tokens, end, end - 1):
            end += 1
        text = f"{tokens.words(start, i)} {tokens.words(close + 1, end)}"
        yield Name(start, end, "person", text), tokens.words(i + 1, close)
        i = end


def called(tokens: Tokens, names: list[Name]) -> Iterator[tuple[Name, str]]:
    """People whose nickname is told after their name ("NAME, known as The Fox"), and the nickname."""
    for name in names:
        start = _told(tokens, name.end) if name.kind == "person" else None
        if start is None:
            continue
        while start < len(tokens) and (tokens.text[start] in QUOTES or tokens.lower[start] in small_words().articles):
            start += 1
        end = start
        while end < min(start + LONGEST_NICKNAME, len(tokens)) and _is_plain_proper(tokens, end, start):
            end += 1
        if end > start:
            yield Name(start, end, "person", name.text), tokens.words(start, end)


def _told(tokens: Tokens, end: int) -> int | None:
    """The token after "known as" (or the like), within a few words after a name."""
    for i in range(end, min(end + NEAR_NICKNAME, len(tokens))):
        if tokens.sentence[i] != tokens.sentence[end - 1]:
            return None
        for words_between in words().called:
            if tokens.lower[i : i + len(words_between)] == words_between:
                return i + len(words_between)
        if tokens.pos[i] not in ("PUNCT", "ADV", "AUX", "PRON"):
            return None
    return None


def _is_plain_proper(tokens: Tokens, i: int, start: int) -> bool:
    word = tokens.text[i]
    return word[0].isupper() and word.isalpha() and tokens.sentence[i] == tokens.sentence[start]


def _closing(tokens: Tokens, i: int) -> int | None:
    """The mark that closes a quotation of a few capitalised words."""
    for k in range(i + 2, min(i + 2 + LONGEST_NICKNAME, len(tokens))):
        if tokens.text[k] in QUOTES:
            inside = [tokens.text[j] for j in range(i + 1, k)]
            return k if inside[-1][0].isupper() and all(word[0].isalpha() for word in inside) else None
    return None


def _is_proper(tokens: Tokens, i: int) -> bool:
    return tokens.pos[i] == "PROPN" and tokens.text[i][0].isupper() and not words().is_title(tokens.text[i])


def _goes_on(tokens: Tokens, i: int, beside: int) -> bool:
    return _is_proper(tokens, i) and tokens.sentence[i] == tokens.sentence[beside]


def titled(doc: "Doc", tokens: Tokens, countries: set[int]) -> Iterator[Name]:
    """Two to four proper nouns right after a capitalised title: a person's name, where the model saw no other one."""
    i = 0
    while i < len(tokens) - 2:
        i += 1
        if not tokens.text[i - 1][0].isupper() or not words().is_title(tokens.text[i - 1]):
            continue
        end = i
        while end < len(tokens) and end - i < LONGEST_NAME and _goes_on(tokens, end, i - 1) and end not in countries:
            end += 1
        told = all(doc[k].ent_type_ in PERSONAL and tokens.lower[k] not in common_nouns() for k in range(i, end))
        if end - i == 1 and told and tokens.lower[i - 1] in words().royal_titles and tokens.text[i].istitle():
            yield Name(i - 1, end, "person", tokens.words(i - 1, end))
        if end - i > 1 and told and not tokens.text[i].isupper():
            yield Name(i, end, "person", tokens.words(i, end))
            i = end


def untitled(tokens: Tokens, names: list[Name]) -> Iterator[Name]:
    """People without the titles that the model took for a part of their names ("Actress NAME SURNAME")."""
    for name in names:
        start = name.start
        while name.kind == "person" and _is_borne(tokens, start, name.end):
            start += 1
        yield name if start == name.start else Name(start, name.end, name.kind, tokens.words(start, name.end))


def _is_borne(tokens: Tokens, i: int, end: int) -> bool:
    """Whether a word leads a full name as a title; a royal one needs two names after it ("Prince Faisal bin Turki")."""
    vocabulary, low = words(), tokens.lower[i]
    if low in vocabulary.title_modifiers and i + 1 < end and vocabulary.is_title(tokens.text[i + 1]):
        return _is_borne(tokens, i + 1, end)
    rest = sum(tokens.lower[k] not in small_words().name_suffixes for k in range(i + 1, end))
    return vocabulary.is_title(tokens.text[i]) and rest > 1 and low not in vocabulary.spiritual_titles


def with_teams(tokens: Tokens, names: list[Name]) -> list[Name]:
    """With teams and families for what the model took for people, one word in the plural after "the".

    "The Herons" are a team, "the Holts" are a group where the page names a Holt in full.
    """
    people = {name.text.split()[-1] for name in names if name.kind == "person" and name.end - name.start > 1}
    many = {name.text for name in names if _is_plural(tokens, name)} - people
    families = {text for text in many if text.removesuffix("s") in people or text.removesuffix("es") in people}
    return [
        msgspec.structs.replace(name, kind="group" if name.text in families else "organization")
        if name.text in many and name.kind == "person"
        else name
        for name in names
    ]


def _is_plural(tokens: Tokens, name: Name) -> bool:
    single = name.kind == "person" and name.end - name.start == 1 and name.start > 0
    plural = single and name.text.endswith("s") and name.text.isalpha() and name.text not in given_names()
    return plural and tokens.lower[name.start - 1] in small_words().definite


def without_things(tokens: Tokens, names: list[Name]) -> list[Name]:
    """Without ships and the like that bear a person's full name: "the NAME SURNAME left the port"."""
    return [name for name in names if not _is_thing(tokens, name)]


def _is_thing(tokens: Tokens, name: Name) -> bool:
    if name.kind != "person" or not name.start:
        return False
    if _is_called_after(tokens, name) or _is_kin(tokens, name.end):
        return True
    if name.end - name.start < 2:
        return False
    noun = tokens.head[name.end - 1]
    attached = noun >= name.end and tokens.dep[name.end - 1] in ("compound", "nmod", "amod")
    if attached:
        return tokens.lower[noun] in words().thing_words
    return tokens.lower[name.start - 1] in small_words().articles and tokens.dep[name.end - 1] != "appos"


def _is_called_after(tokens: Tokens, name: Name) -> bool:
    """Whether the word before a name says that a ship or a storm bears it: "the ferry NAME", "Hurricane NAME"."""
    noun, last = name.start - 1, name.end - 1
    while noun > 0 and tokens.text[noun][0].isupper() and words().is_title(tokens.text[noun]):
        noun -= 1
    before, ranked = tokens.lower[noun], noun < name.start - 1
    if tokens.sentence[noun] != tokens.sentence[last]:
        return False
    bound = tokens.dep[noun] in ("compound", "nmod", "amod") and name.start <= tokens.head[noun] < name.end
    beside = tokens.dep[last] == "appos" and tokens.head[last] == noun
    storm = before in words().storm_words and tokens.text[noun][0].isupper()
    return storm or (before in words().vessel_words and (bound or beside or ranked))


def _is_kin(tokens: Tokens, i: int) -> bool:
    """Whether a name belongs to the kin that a word names ("the NAME family")."""
    attached = i < len(tokens) and tokens.dep[i - 1] in ("compound", "nmod", "amod") and tokens.head[i - 1] == i
    return attached and tokens.lower[i] in words().kin_words


def parted(tokens: Tokens, names: list[Name]) -> Iterator[Name]:
    """Two bodies that the model took for one are two ("Skagen and Havn"), where each is known or named alone too."""
    alone = {name.text for name in names} | known_organizations().keys()
    for name in names:
        cut = next((i for i in range(name.start + 1, name.end - 1) if tokens.lower[i] in small_words().joining), None)
        if name.kind != "organization" or cut is None or name.text in known_organizations():
            yield name
            continue
        halves = [Name(a, b, name.kind, tokens.words(a, b)) for a, b in ((name.start, cut), (cut + 1, name.end))]
        yield from halves if all(half.text in alone for half in halves) else [name]
