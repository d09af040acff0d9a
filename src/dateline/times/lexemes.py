"""The text as lexemes, each with one class, so that the grammar is regular expressions over a string of classes.

Classes of words come from the vocabulary, classes of numbers from their form. A lexeme that means nothing to the
grammar has the class `other`; a line break is `break`, which no rule crosses.
"""

import re
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
    (?P<meridiem>[AaPp]\.\s?[Mm]\b\.?)
  | (?P<word>[^\W\d_](?:[^\W_]|['’](?!s\b)(?=[^\W\d_]))*)
  | (?P<break>\n)
  | (?P<iso>\d{4}-\d\d-\d\d(?!\d))
  | (?P<slash>\d{1,2}/\d{1,2}/\d{4}(?!\d))
  | (?P<clock>\d{1,2}:\d\d(?::\d\d)?(?!\d))
  | (?P<decade>\d{3}0['’]?s\b|['’]\d0s\b)
  | (?P<ordinal>\d+(?:st|nd|rd|th)\b)
  | (?P<decimal>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+\.\d+)
  | (?P<number>\d+(?=(?:h|hr|hrs|min|mins|m|d|w|yr|yrs|am|pm|[ap]\.m)?(?![^\W_])))
  | (?P<possessive>['’]s?(?![^\W_]))
  | (?P<glued>\d[^\W_]*)
  | (?P<mark>[,./\-\u2010-\u2013])
  | (?P<other>\S)
    """,
    re.VERBOSE,
)


def lexemes(text: str) -> list[Lexeme]:
    """The lexemes of the text in order. Phrases of the vocabulary ("more than", "New Year's Day") are one lexeme.

    Of several words in a row that mean nothing only the first is kept.
    """
    plain = text.replace("’", "'")
    singles, openings = _singles(plain)
    return _joined(singles, openings, plain) if openings else singles


def _singles(text: str) -> tuple[list[Lexeme], list[int]]:
    """The lexemes word by word, and the indices of those that may open a phrase."""
    words, openers, members = _single_words(), _phrases(), _phrase_members()
    found: list[Lexeme] = []
    openings: list[int] = []
    idle = False
    for match in _LEXEME.finditer(text):
        form, group = match.group(), match.lastgroup or "other"
        lower = form.lower()
        if group == "word":
            kind, payload = words.get(lower) or words.get(form) or _coded(form)
        else:
            kind, payload = _marked(group, form)
        if kind != "other" or lower in members:
            if lower in openers:
                openings.append(len(found))
            found.append(Lexeme(kind, payload, match.start(), match.end()))
            idle = False
        elif not idle:
            found.append(Lexeme(kind, payload, match.start(), match.end()))
            idle = True
    return found, openings


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
    """Words in lower case; those read only with a capital as they are then written."""
    table: dict[str, tuple[str, Payload]] = {}
    for kind, words in vocabulary().words.items():
        for word, payload in words.items():
            cased = word in vocabulary().capitalised
            for form in (word.capitalize(), word.upper()) if cased else (word,):
                table[form] = (kind, payload)
    return table


Phrase = tuple[tuple[str, ...], str, Payload]


@cache
def _phrases() -> dict[str, list[Phrase]]:
    """Phrases of several words by their first word, longest first."""
    found: dict[str, list[Phrase]] = {}
    for kind, words in vocabulary().words.items():
        for phrase, payload in words.items():
            parts = tuple(match.group() for match in _LEXEME.finditer(phrase))
            if len(parts) > 1:
                found.setdefault(parts[0], []).append((parts, kind, payload))
    return {first: sorted(all_, key=lambda p: (-len(p[0]), p[0])) for first, all_ in found.items()}


@cache
def _phrase_members() -> frozenset[str]:
    return frozenset(part for phrases in _phrases().values() for parts, _, _ in phrases for part in parts)


def _joined(singles: list[Lexeme], openings: list[int], text: str) -> list[Lexeme]:
    """The lexemes with each phrase in place of its words."""
    joined: list[Lexeme] = []
    done = 0
    for opening in openings:
        phrase = _phrase_at(singles, opening, text) if opening >= done else None
        if phrase is not None:
            parts, kind, payload = phrase
            end = opening + len(parts)
            joined += singles[done:opening]
            joined.append(Lexeme(kind, payload, singles[opening].start, singles[end - 1].end))
            done = end
    return joined + singles[done:]


def _phrase_at(singles: list[Lexeme], opening: int, text: str) -> Phrase | None:
    forms: list[str] = []
    for parts, kind, payload in _phrases()[_form(singles[opening], text)]:
        for lexeme in singles[opening + len(forms) : opening + len(parts)]:
            forms.append(_form(lexeme, text))
        if tuple(forms[: len(parts)]) == parts:
            return parts, kind, payload
    return None


def _form(lexeme: Lexeme, text: str) -> str:
    return text[lexeme.start : lexeme.end].lower()
