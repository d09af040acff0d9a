"""The words of full-text search: how text and queries become words, and where a query's words stand in a text.

Both databases are given the same words, made here, so that they find the same. Plain code, no database.
"""

import re
import unicodedata
from collections.abc import Iterator

import msgspec

from dateline.records import Span

LONGEST = 64
"""Letters of a word that count; what comes after is cut."""
MOST_TERMS = 32
SNIPPET = 220
"""Code points of a snippet, about."""

_WORD = re.compile(r"[^\W_](?:[^\W_]|[\u0300-\u036f])*")
_QUERY_PART = re.compile(r'"([^"]*)"?|([^\s"]+)')


class Word(msgspec.Struct, frozen=True):
    """A word as it is compared, and where it stands."""

    key: str
    span: Span


class Term(msgspec.Struct, frozen=True):
    """Words that must stand one after the other; the last may be only a beginning."""

    words: tuple[str, ...]
    prefix: bool = False


def words(text: str) -> Iterator[Word]:
    """The words of a text in order: letters and digits, case and accents folded."""
    for match in _WORD.finditer(text):
        key = _key(match.group())
        if key:
            yield Word(key, Span(match.start(), match.end()))


def word_keys(text: str) -> tuple[tuple[str, str], ...]:
    """The words of a text as they are compared, each with how it is written."""
    return tuple((word.key, word.span.of(text)) for word in words(text))


def terms(query: str) -> tuple[Term, ...]:
    """What a query asks for: every term must occur.

    "Two words" in quotation marks stand one after the other; a word with `*` at its end is a beginning. Anything else
    that is not a letter or digit only parts words: no query is an error, one without words finds nothing.
    """
    found = [term for match in _QUERY_PART.finditer(query) for term in _part(match)]
    return tuple(dict.fromkeys(found))[:MOST_TERMS]


def matches(text: str, wanted: tuple[Term, ...]) -> list[Span]:
    """Spans of the words of a text that fit one of the terms, in order."""
    present = list(words(text))
    keys = [word.key for word in present]
    hit = {i + n for term in wanted for i in _places(keys, term) for n in range(len(term.words))}
    return [present[i].span for i in sorted(hit)]


def snippet(text: str, wanted: tuple[Term, ...]) -> tuple[str, tuple[Span, ...]]:
    """A part of the text around the first match, with the spans of the matches in it. White space becomes single."""
    found = matches(text, wanted)
    start, end = _window(text, found[0] if found else Span(0, 0))
    before, after = "… " if start > 0 else "", " …" if end < len(text) else ""
    spans, parts, length, at = [], [before], len(before), start
    for span in (s for s in found if start <= s.start and s.end <= end):
        gap = _single(text[at : span.start])
        parts += [gap, text[span.start : span.end]]
        length += len(gap)
        spans.append(Span(length, length + span.end - span.start))
        length, at = spans[-1].end, span.end
    parts += [_single(text[at:end]), after]
    return "".join(parts), tuple(spans)


def _key(word: str) -> str:
    if word.isascii():
        return word[:LONGEST].lower()
    plain = unicodedata.normalize("NFKD", word[:LONGEST].casefold())
    return "".join(c for c in plain if c.isalnum()).casefold()


def _part(match: re.Match[str]) -> list[Term]:
    quoted, bare = match.groups()
    text = quoted if quoted is not None else bare
    keys = tuple(word.key for word in words(text))
    if not keys:
        return []
    # A bare "so-called" stands in the text as it is written: its words one after the other.
    return [Term(keys, prefix=bare is not None and bare.endswith("*"))]


def _places(keys: list[str], term: Term) -> Iterator[int]:
    size = len(term.words)
    for i in range(len(keys) - size + 1):
        last = keys[i + size - 1]
        fits = last.startswith(term.words[-1]) if term.prefix else last == term.words[-1]
        if fits and tuple(keys[i : i + size - 1]) == term.words[:-1]:
            yield i


def _window(text: str, first: Span) -> tuple[int, int]:
    """Bounds of the snippet, at white space where there is any near."""
    start = max(0, first.start - SNIPPET // 3)
    end = min(len(text), max(start + SNIPPET, first.end))
    if start > 0:
        cut = text.find(" ", start, first.start)
        start = cut + 1 if cut >= 0 else start
    if end < len(text):
        cut = text.rfind(" ", first.end, end)
        end = cut if cut >= 0 else end
    return start, end


def _single(text: str) -> str:
    return re.sub(r"\s+", " ", text)
