"""The grammar: rules over classes of lexemes, compiled to linear regular expressions; the longest match wins."""

import re
from functools import cache
from typing import NamedTuple

from dateline.records import Span
from dateline.times.lexemes import MARKS, NUMBER_KINDS, Lexeme, Payload, lexemes, vocabulary

_FORMS = (
    *NUMBER_KINDS,
    *sorted(set(MARKS.values())),
    "break",
    "quarter_code",
    "half_code",
    "fiscal_code",
    "possessive",
    "dot",
)
_FIRST_CODE = 0xE000
_NAME = re.compile(r"[a-z_]+")


class Found(NamedTuple):
    """A stretch of lexemes that a rule of `kind` matches: its own, those of a part of it before ("late", "the end of"),
    those of a day's part or clock time around ("on the morning of", "at 8 p.m."), its words, and its neighbours.
    """

    kind: str
    lexemes: tuple[Lexeme, ...]
    lead: tuple[Lexeme, ...]
    around: tuple[Lexeme, ...]
    span: Span
    words: str
    before: Lexeme | None
    after: Lexeme | None

    def has(self, *kinds: str) -> bool:
        return any(lexeme.kind in kinds for lexeme in self.lexemes)

    def all(self, *kinds: str) -> list[Payload]:
        return [lexeme.payload for lexeme in self.lexemes if lexeme.kind in kinds]

    def number(self, *kinds: str) -> int | None:
        """The first whole number of these classes."""
        return next(
            (lexeme.payload for lexeme in self.lexemes if lexeme.kind in kinds and isinstance(lexeme.payload, int)),
            None,
        )

    def word(self, *kinds: str) -> str | None:
        """The meaning of the first lexeme of these classes."""
        return next((str(lexeme.payload) for lexeme in self.lexemes if lexeme.kind in kinds), None)

    @property
    def size(self) -> int:
        """How many lexemes it takes up."""
        return len(self.lexemes) + len(self.lead) + len(self.around)

    def only(self, lexemes: tuple[Lexeme, ...]) -> "Found":
        """Other lexemes in place of its own."""
        return self._replace(lexemes=lexemes)


class _Compiled(NamedTuple):
    kind: str
    pattern: re.Pattern[str]


@cache
def _codes() -> dict[str, str]:
    names = dict.fromkeys((*vocabulary().words, *_FORMS, "other"))
    return {name: chr(_FIRST_CODE + i) for i, name in enumerate(names)}


def _expanded(pattern: str) -> str:
    """The pattern with macros and class names replaced; spaces only part the names."""
    macros, codes = vocabulary().macros, _codes()

    def replaced(match: re.Match[str]) -> str:
        name = match.group()
        return _expanded(f"({macros[name]})") if name in macros else codes[name]

    return _NAME.sub(replaced, pattern.replace("(", "(?:")).replace(" ", "")


@cache
def _compiled() -> tuple[_Compiled, ...]:
    words = vocabulary()
    rules = []
    for rule in words.rules:
        lead = _expanded("part?") if rule.kind in words.parted else ""
        around = (_expanded("before_day?"), _expanded("after_day?")) if rule.kind in words.suffixed else ("", "")
        for pattern in rule.match:
            whole = f"{around[0]}(?P<lead>{lead})(?P<base>{_expanded(pattern)}){around[1]}"
            rules.append(_Compiled(rule.kind, re.compile(whole)))
    return tuple(rules)


@cache
def _by_first() -> dict[str, tuple[_Compiled, ...]]:
    """The rules that can begin with a class, by the class's code."""
    firsts = [(rule, _first_codes(rule.pattern.pattern)) for rule in _compiled()]
    return {code: tuple(rule for rule, first in firsts if code in first) for code in _codes().values()}


@cache
def _alone() -> dict[str, tuple[_Compiled, ...]]:
    """The rules that match a class alone, by the class's code: the only ones before a word that means nothing."""
    return {code: tuple(r for r in rules if r.pattern.fullmatch(code)) for code, rules in _by_first().items()}


_PIECE = re.compile(r"\(\?(?::|P<[a-z]+>)|.", re.DOTALL)


def _first_codes(pattern: str) -> frozenset[str]:
    """The classes that a match can begin with. Patterns hold nothing but codes, groups, "|", "?" and "*"."""
    first, _ = _first_of_group(_PIECE.findall(pattern)[::-1])
    return first


def _first_of_group(pieces: list[str]) -> tuple[frozenset[str], bool]:
    """What the alternatives up to the closing bracket begin with, and whether one of them may be empty."""
    found: set[str] = set()
    any_empty, begun = False, False
    while pieces and (piece := pieces.pop()) != ")":
        if piece == "|":
            any_empty, begun = any_empty or not begun, False
            continue
        first, empty = _first_of_group(pieces) if piece.startswith("(") else (frozenset(piece), False)
        if pieces and pieces[-1] in "?*":
            pieces.pop()
            empty = True
        if not begun:
            found |= first
            begun = not empty
    return frozenset(found), any_empty or not begun


class Candidates:
    """The places of a text where rules match, from left to right."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._lexemes = lexemes(text)
        codes = _codes()
        self._classes = "".join([codes[lexeme.kind] for lexeme in self._lexemes])
        self._starts = _starts()
        self._idle = ("", codes["other"], codes["break"])
        self._position = 0

    def following(self) -> list[Found]:
        """All matches at the next place that has one, longest first; empty at the end of the text."""
        while start := self._starts.search(self._classes, self._position):
            self._position = start.start() + 1
            matches = self._matches(start.start())
            if matches:
                return matches
        return []

    def skip(self, found: Found) -> None:
        """Go on behind a match that was taken."""
        self._position += found.size - 1

    def _matches(self, start: int) -> list[Found]:
        ends = []
        idle = self._classes[start + 1 : start + 2] in self._idle
        rules = (_alone() if idle else _by_first())[self._classes[start]]
        for order, rule in enumerate(rules):
            match = rule.pattern.match(self._classes, start)
            if match and match.end() > start:
                ends.append((-match.end(), order, rule.kind, match))
        return [self._found(kind, match) for _, _, kind, match in sorted(ends, key=lambda e: e[:2])]

    def _found(self, kind: str, match: re.Match[str]) -> Found:
        all_, (start, end), (first, last) = self._lexemes, match.span(), match.span("base")
        lead = match.start("lead")
        span = Span(all_[start].start, all_[end - 1].end)
        return Found(
            kind,
            lexemes=tuple(all_[first:last]),
            lead=tuple(all_[lead:first]),
            around=tuple(all_[start:lead] + all_[last:end]),
            span=span,
            words=span.of(self._text),
            before=all_[start - 1] if start else None,
            after=all_[end] if end < len(all_) else None,
        )


@cache
def _starts() -> re.Pattern[str]:
    """The classes that a rule can begin with."""
    return re.compile("[" + "".join(code for code, rules in _by_first().items() if rules) + "]")
