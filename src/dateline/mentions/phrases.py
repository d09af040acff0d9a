"""Noun phrases around a head word: where they begin and end, and what they are called."""

from typing import Literal

from dateline.mentions.cast import Cast
from dateline.mentions.lexicon import known_organizations, small_words, words
from dateline.mentions.tokens import JOINS, Tokens

BEFORE = frozenset({"det", "amod", "compound", "nmod", "poss", "nummod", "predet", "quantmod", "case"})
FARTHEST = 12
LONGEST_AGENCY = 2
"""Words of an agency's name in a picture's credit."""

Determination = Literal["definite", "indefinite", "bare"]


def phrase_start(tokens: Tokens, head: int) -> int:
    """The first token of a noun phrase, from the modifiers before its head."""
    start = head
    for child in tokens.children[head]:
        if child < start and tokens.dep[child] in BEFORE:
            start = min(start, _leftmost(tokens, child))
    return max(_over_hyphens(tokens, start), head - FARTHEST, 0)


def _over_hyphens(tokens: Tokens, start: int) -> int:
    """Back over "vice-" in "vice-chairman", which the tokenizer parts."""
    while (
        start > 1 and tokens.text[start - 1] in JOINS and not tokens.spaced[start - 1] and not tokens.spaced[start - 2]
    ):
        start -= 2
        if start and tokens.lower[start - 1] in small_words().definite | small_words().indefinite:
            return start - 1
    return start


def _leftmost(tokens: Tokens, i: int) -> int:
    """The first token of the phrase under a modifier, relative clauses and appositions left out."""
    first, waiting = i, [i]
    while waiting:
        token = waiting.pop()
        first = min(first, token)
        waiting.extend(c for c in tokens.children[token] if c < token and tokens.dep[c] in BEFORE)
    return first


def determination(tokens: Tokens, start: int, head: int) -> Determination:
    """Whether a phrase is definite ("the", "his", "Norway's"), indefinite ("a") or has no determiner."""
    small, low = small_words(), tokens.lower[start]
    if low in small.definite or any(tokens.lower[i] in small.possessive_marks for i in range(start, head)):
        return "definite"
    return "indefinite" if low in small.indefinite else "bare"


def phrase_name(cast: Cast, start: int, end: int) -> str:
    """The words of a phrase without determiner, count and possessive pronoun; names keep their case."""
    tokens = cast.tokens
    aged = tokens.lower[end - 1] in small_words().age_ends
    start = _after_credit(cast, start, end)
    while start < end - 1 and _is_lead(tokens, start) and not (aged and tokens.text[start][0].isdigit()):
        start += 1
    parts = []
    calm = any(tokens.text[i].islower() for i in range(start, end))
    for i in range(start, end):
        kept = i in cast.covered or (calm and _keeps_case(cast, i))
        parts.append((tokens.text[i] if kept else tokens.lower[i]) + (" " if tokens.spaced[i] else ""))
    return " ".join("".join(parts).split())


def _after_credit(cast: Cast, start: int, end: int) -> int:
    """Past the agency that a picture's credit puts before a caption: "Reuters 84 people", "Reuters Forensic police"."""
    for stop in range(min(start + LONGEST_AGENCY, end - 1), start, -1):
        agency = known_organizations().get(cast.tokens.words(start, stop))
        if agency in words().picture_agencies:
            caption = cast.tokens.text[stop]
            return stop if caption[0].isdigit() or caption[0].isupper() else start
    return start


def _keeps_case(cast: Cast, i: int) -> bool:
    """Whether the capitals of a word are its own, not those of a sentence's first word or of a headline."""
    tokens = cast.tokens
    first = i == 0 or tokens.sentence[i - 1] != tokens.sentence[i] or not tokens.text[i - 1][0].isalnum()
    if tokens.text[i].isupper():
        return len(tokens.text[i]) > 1 and tokens.lower[i] not in small_words().definite
    return tokens.pos[i] == "PROPN" or not (first or i in cast.loud)


def _is_lead(tokens: Tokens, i: int) -> bool:
    word = tokens.lower[i]
    if tokens.dep[i] == "cc" and i + 1 < len(tokens) and tokens.pos[i + 1] == "NUM":
        return True
    plain = tokens.pos[i] in ("DET", "PRON", "PUNCT", "SPACE", "NUM", "SYM") or tokens.dep[i] in ("quantmod", "nummod")
    small = small_words()
    return plain or word in small.possessive_marks or word in small.uncounted or word[0].isdigit() or _is_age(tokens, i)


def _is_age(tokens: Tokens, i: int) -> bool:
    """Whether a word is a part of "46-year-old" after its number."""
    return i > 0 and tokens.text[i - 1] in JOINS and tokens.lower[i] in small_words().age_units | small_words().age_ends


def complement_end(tokens: Tokens, head: int, prepositions: frozenset[str]) -> int:
    """The end of the phrase with the "of ..." (or the like) that follows its head at once, if short and whole."""
    end, last = head + 1, head
    while (inner := _object_after(tokens, last, prepositions)) is not None and inner - head <= FARTHEST:
        end, last, prepositions = inner + 1, inner, small_words().of
    return end


def _object_after(tokens: Tokens, head: int, prepositions: frozenset[str]) -> int | None:
    """The single object of the preposition right after a word; None where there is none or several are joined."""
    prep = head + 1
    if prep >= len(tokens) or tokens.lower[prep] not in prepositions or tokens.head[prep] != head:
        return None
    inner = next((c for c in tokens.children[prep] if tokens.dep[c] == "pobj" and c > prep), None)
    joined = inner is not None and any(tokens.dep[c] == "conj" for c in tokens.children[inner])
    return None if joined else inner


def country_before(cast: Cast, start: int, head: int) -> str | None:
    """The code of the last country named among the modifiers of a head."""
    codes = (draft.country for i in range(head - 1, start - 1, -1) if (draft := cast.country_at(i)))
    return next(codes, None)
