"""The text as lexemes, each with one class, so that the grammar is regular expressions over a string of classes.

Classes of words come from the vocabulary, classes of numbers from their form. A lexeme that means nothing to the
grammar has the class `other`; a line break is `break`, which no rule crosses.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

import msgspec

from dateline.languages import load

Payload = int | str


class Lexeme(NamedTuple):
    """A word, number or mark of the text: its class, its meaning to the class, and its span."""

    kind: str
    payload: Payload
    start: int
    end: int


class Rule(msgspec.Struct, frozen=True):
    """Patterns over classes, and the reader (`kind`) that makes a value of what they find."""

    kind: str
    match: tuple[str, ...]


class Vocabulary(msgspec.Struct, frozen=True, kw_only=True):
    """`times.yaml`: words by class with their meaning, words read only with a capital, macros, rules, cues of tense."""

    words: dict[str, dict[str, Payload]]
    capitalised: frozenset[str]
    macros: dict[str, str]
    rules: tuple[Rule, ...]
    suffixed: frozenset[str]
    parted: frozenset[str]
    cues: dict[str, frozenset[str]]
    contents: frozenset[str]


@cache
def vocabulary() -> Vocabulary:
    """The English words and rules of time."""
    words: Vocabulary = load("en", "times", Vocabulary)
    return words


NUMBER_KINDS = ("iso", "slash", "clock", "decade", "ordinal", "year", "day_number", "integer", "decimal")
MARKS = {
    ",": "comma",
    "-": "hyphen",
    "\u2010": "hyphen",
    "\u2011": "hyphen",
    "\u2012": "hyphen",
    "\u2013": "hyphen",
    "/": "stroke",
    ".": "dot",
}

_LEXEME = re.compile(
    r"""
    (?P<break>\n)
  | (?P<iso>\d{4}-\d\d-\d\d(?!\d))
  | (?P<slash>\d{1,2}/\d{1,2}/\d{4}(?!\d))
  | (?P<clock>\d{1,2}:\d\d(?::\d\d)?(?!\d))
  | (?P<decade>\d{3}0['’]?s\b|['’]\d0s\b)
  | (?P<ordinal>\d+(?:st|nd|rd|th)\b)
  | (?P<decimal>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+\.\d+)
  | (?P<number>\d+(?=(?:h|hr|hrs|min|mins|m|d|w|yr|yrs|am|pm|[ap]\.m)?(?![^\W_])))
  | (?P<meridiem>[AaPp]\.\s?[Mm]\b\.?)
  | (?P<possessive>['’]s?(?![^\W_]))
  | (?P<word>[^\W\d_](?:[^\W_]|['’](?!s\b)(?=[^\W\d_]))*)
  | (?P<glued>\d[^\W_]*)
  | (?P<mark>[,./\-\u2010-\u2013])
  | (?P<other>\S)
    """,
    re.VERBOSE,
)


def lexemes(text: str) -> list[Lexeme]:
    """All lexemes of the text in order. Phrases of the vocabulary ("more than", "New Year's Day") are one lexeme."""
    return list(_joined(list(_single(text)), text))


def _single(text: str) -> Iterator[Lexeme]:
    words, capitalised = _single_words(), vocabulary().capitalised
    for match in _LEXEME.finditer(text):
        group = match.lastgroup or "other"
        form = match.group()
        if group == "word":
            lower = form.lower()
            kind, payload = words.get(lower, _OTHER)
            if lower in capitalised and form[0].islower():
                kind, payload = _OTHER
            if kind == "other":
                kind, payload = _coded(form)
            yield Lexeme(kind, payload, match.start(), match.end())
        else:
            kind, payload = _marked(group, form)
            yield Lexeme(kind, payload, match.start(), match.end())


_OTHER: tuple[str, Payload] = ("other", "")
_CODED = re.compile(r"(?P<quarter_code>[Qq][1-4])|(?P<half_code>H[12])|FY['’]?(?P<fiscal_code>\d{4}|\d\d)")


def _coded(form: str) -> tuple[str, Payload]:
    match = _CODED.fullmatch(form) if form[0] in "QqHF" else None
    if match is None:
        return "other", form
    kind = match.lastgroup or "other"
    digits = int(match.group(kind).lstrip("QqH"))
    return kind, digits + 2000 if kind == "fiscal_code" and digits < 100 else digits


def _marked(group: str, form: str) -> tuple[str, Payload]:
    if group == "mark":
        return MARKS[form], form
    if group == "number":
        return _number(form)
    if group == "ordinal":
        return "ordinal", int(form[:-2]) if len(form) < 6 else 0
    if group == "decade":
        return "decade", int("".join(c for c in form if c.isdigit())[-4:])
    if group == "meridiem":
        return "meridiem", form[0].lower()
    if group == "decimal":
        return "decimal", form.replace(",", "")
    return ("other" if group == "glued" else group), form


def _number(form: str) -> tuple[str, Payload]:
    if len(form) == 4 and 1000 <= int(form) <= 2199:
        return "year", int(form)
    if len(form) <= 2 and 1 <= int(form) <= 31:
        return "day_number", int(form)
    return ("integer", int(form)) if len(form) <= 9 and form.isascii() else ("other", form)


@cache
def _single_words() -> dict[str, tuple[str, Payload]]:
    table = vocabulary().words
    return {w: (kind, payload) for kind, words in table.items() for w, payload in words.items() if " " not in w}


@cache
def _phrases() -> dict[str, list[tuple[tuple[str, ...], str, Payload]]]:
    """Phrases of several words by their first word, longest first."""
    found: dict[str, list[tuple[tuple[str, ...], str, Payload]]] = {}
    for kind, words in vocabulary().words.items():
        for phrase, payload in words.items():
            parts = tuple(match.group() for match in _LEXEME.finditer(phrase))
            if len(parts) > 1:
                found.setdefault(parts[0], []).append((parts, kind, payload))
    return {first: sorted(all_, key=lambda p: (-len(p[0]), p[0])) for first, all_ in found.items()}


def _joined(singles: list[Lexeme], text: str) -> Iterator[Lexeme]:
    phrases, position = _phrases(), 0
    while position < len(singles):
        first = singles[position]
        candidates = phrases.get(text[first.start : first.end].lower(), ())
        phrase = next((p for p in candidates if _stands(p[0], singles, position, text)), None)
        if phrase is None:
            yield first
            position += 1
            continue
        parts, kind, payload = phrase
        last = singles[position + len(parts) - 1]
        yield Lexeme(kind, payload, first.start, last.end)
        position += len(parts)


def _stands(parts: tuple[str, ...], singles: list[Lexeme], position: int, text: str) -> bool:
    if position + len(parts) > len(singles):
        return False
    found = singles[position : position + len(parts)]
    return all(
        text[lexeme.start : lexeme.end].lower().replace("’", "'") == part
        for lexeme, part in zip(found, parts, strict=True)
    )
