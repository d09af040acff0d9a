"""Descriptions in common nouns: unnamed people, described media, and definite roles of named people."""

from collections.abc import Iterator

from dateline.mentions.cast import Cast
from dateline.mentions.lexicon import words
from dateline.mentions.names import POSSESSIVES
from dateline.mentions.tokens import Tokens

BEFORE = frozenset(
    {"det", "amod", "compound", "nmod", "poss", "nummod", "predet", "quantmod", "advmod", "case", "punct"}
)


def add_descriptions(cast: Cast) -> None:
    """Put unnamed people and described media into the cast."""
    for head in range(len(cast.tokens)):
        if head in cast.heads or cast.tokens.pos[head] not in ("NOUN", "PROPN", "ADJ"):
            continue
        if cast.tokens.dep[head] in ("compound", "nmod", "amod"):
            continue
        _describe(cast, head)


def _describe(cast: Cast, head: int) -> None:
    vocabulary, tokens = words(), cast.tokens
    low = tokens.lower[head]
    start = phrase_start(tokens, head)
    if low in vocabulary.media_heads and _is_media(tokens, start, head):
        name = _name(cast, start, head + 1)
        draft = cast.draft("organization", name, _country(cast, start, head))
        cast.mention(draft, start, head + 1, head, "nominal")
    elif (
        low in vocabulary.group_heads and tokens.pos[head] != "PROPN" or low in vocabulary.group_heads and head == start
    ):
        end = _with_complement(tokens, _with_partners(tokens, head))
        draft = cast.draft("group", _name(cast, start, end), _country(cast, start, head))
        draft.plural = True
        cast.mention(draft, start, end, head, "nominal")
    elif low in vocabulary.person_heads or vocabulary.is_title(low) and tokens.pos[head] == "NOUN":
        _one_person(cast, start, head)


def _one_person(cast: Cast, start: int, head: int) -> None:
    tokens = cast.tokens
    governor = tokens.head[head]
    named = next(
        (cast.heads[c].draft for c in tokens.children[head] if tokens.dep[c] == "appos" and c in cast.heads), None
    )
    if tokens.dep[head] == "appos" and governor in cast.heads:
        named = cast.heads[governor].draft
    if named is not None and named.kind == "person":
        cast.mention(named, start, head + 1, head, "nominal")


def phrase_start(tokens: Tokens, head: int) -> int:
    """The first token of a noun phrase, from the modifiers before its head."""
    start = head
    for child in tokens.children[head]:
        if child < start and tokens.dep[child] in BEFORE and tokens.dep[child] != "punct":
            start = min(start, _leftmost(tokens, child))
    return start


def _leftmost(tokens: Tokens, i: int) -> int:
    """The first token of a word's own phrase."""
    open_, first = [i], i
    while open_:
        token = open_.pop()
        first = min(first, token)
        open_.extend(c for c in tokens.children[token] if c < token)
    return first


def _is_media(tokens: Tokens, start: int, head: int) -> bool:
    marks = words().media_marks
    return tokens.lower[head] in ("media",) or any(tokens.lower[i] in marks for i in range(start, head))


def _country(cast: Cast, start: int, head: int) -> str | None:
    found = (cast.heads[i].draft for i in range(start, head) if i in cast.heads)
    return next((draft.country for draft in found if draft.kind == "country"), None)


def _name(cast: Cast, start: int, end: int) -> str:
    """The words of a phrase without its determiner, in lower case but for names."""
    tokens = cast.tokens
    while start < end - 1 and (
        tokens.pos[start] in ("DET", "PRON", "PUNCT", "SPACE") or tokens.lower[start] in POSSESSIVES
    ):
        start += 1
    parts = []
    for i in range(start, end):
        proper = tokens.pos[i] == "PROPN" or i in cast.heads
        parts.append((tokens.text[i] if proper else tokens.lower[i]) + (" " if tokens.spaced[i] else ""))
    return " ".join("".join(parts).split())


def _with_partners(tokens: Tokens, head: int) -> int:
    """The end of "officials and experts": plural partners that bring no determiner of their own."""
    end = head
    for child in tokens.children[head]:
        bare = child == end + 2 and tokens.dep[child] == "conj" and tokens.lower[child] in words().group_heads
        if bare and tokens.lower[end + 1] in ("and", "or"):
            end = child
    return end + 1


def _with_complement(tokens: Tokens, end: int) -> int:
    """The end of a "from ..." or "of ..." complement that follows at once."""
    if end >= len(tokens) or tokens.lower[end] not in ("from", "of") or tokens.head[end] != end - 1:
        return end
    objects = [c for c in tokens.children[end] if tokens.dep[c] == "pobj"]
    return objects[0] + 1 if objects and objects[0] - end < 6 else end


def phrases(cast: Cast) -> Iterator[int]:
    """Heads of noun phrases that have no mention."""
    return (i for i in range(len(cast.tokens)) if i not in cast.heads)
