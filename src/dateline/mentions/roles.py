"""Roles that the page gives a person: titles before the name and descriptions beside it."""

from dateline.mentions.cast import Cast, Draft
from dateline.mentions.lexicon import MentionWords, words
from dateline.mentions.names import POSSESSIVES, Name
from dateline.mentions.tokens import Tokens
from dateline.records import Role

FARTHEST = 10


def read_role(cast: Cast, draft: Draft, name: Name) -> None:
    """Add the title before a name and the description after it to the person's roles."""
    tokens = cast.tokens
    before = _title_before(words(), tokens, name.start)
    if before is not None:
        start, end = before
        _add(cast, draft, start, end)
        _note_country(cast, draft, start)


def _add(cast: Cast, draft: Draft, start: int, end: int) -> None:
    tokens = cast.tokens
    vocabulary = words()
    for i in range(start, end):
        low = tokens.lower[i].rstrip(".")
        if draft.gender is None and low in vocabulary.feminine:
            draft.gender = "feminine"
        elif draft.gender is None and low in vocabulary.masculine:
            draft.gender = "masculine"
    while start < end and tokens.lower[start] in vocabulary.courtesies:
        start += 1
    role = Role(tokens.words(start, end), tokens.span(start, end)) if start < end else None
    if role is not None and all(role.title.lower() != known.title.lower() for known in draft.roles):
        draft.roles.append(role)


def _title_before(vocabulary: MentionWords, tokens: Tokens, start: int) -> tuple[int, int] | None:
    """The range of the title that ends right before a token: "Defense Minister", "Minister of Natural Resources"."""
    end = start
    i = _of_phrase(vocabulary, tokens, start) or start - 1
    if i < 0 or not vocabulary.is_title(tokens.text[i]) or tokens.sentence[i] != tokens.sentence[start]:
        return None
    while i > 0 and _in_title(vocabulary, tokens, i - 1):
        i -= 1
    return i, end


def _of_phrase(vocabulary: MentionWords, tokens: Tokens, start: int) -> int | None:
    """The title word of "Minister of Natural Resources NAME"."""
    for i in range(start - 1, max(start - FARTHEST, 0), -1):
        if tokens.lower[i] in ("of", "for"):
            return i - 1 if vocabulary.is_title(tokens.text[i - 1]) else None
        if tokens.pos[i] not in ("PROPN", "NOUN", "ADJ", "CCONJ"):
            return None
    return None


def _in_title(vocabulary: MentionWords, tokens: Tokens, i: int) -> bool:
    low = tokens.lower[i]
    if low == "-":
        return not tokens.spaced[i]
    return low in vocabulary.title_modifiers or vocabulary.is_title(low)


def _note_country(cast: Cast, draft: Draft, start: int) -> None:
    """The country named right before a title: "Chinese President", "Russia's Minister"."""
    tokens = cast.tokens
    i = start - 1
    while (
        i >= 0 and (tokens.lower[i] in POSSESSIVES or tokens.pos[i] == "ADJ") and i > start - 4 and i not in cast.heads
    ):
        i -= 1
    found = cast.heads.get(i)
    if found is not None and found.draft.kind == "country":
        draft.country = draft.country or found.draft.country
