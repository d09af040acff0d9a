"""Quotation marks of the text, which words stand between them, and what kind of words those are."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from dateline.records import Article
from dateline.sentences import columns
from dateline.statements.grammar import grammar
from dateline.statements.syntax import is_verb

MARKS = re.compile(r"[“”\"„«»]|''|``")
SINGLE = re.compile(r"[‘’']")
OPENING = frozenset("“„«‘")
CLOSING = frozenset("”»")
STARTS = frozenset("([{—–-/")
LEADS = frozenset("([{—–-/\"“”„«»`'‘")
AFTERS = frozenset("\"“”»,.;:!?)]—–-'")
ENDS = frozenset(",.?!")
HANDS_ON = frozenset(",?!")
LINKING = frozenset({"ADP", "DET", "CCONJ", "PART"})
SCARE_WORDS = 3
"""Words in scare quotes, at most."""


@dataclass(frozen=True)
class Quote:
    """A half-open range of words with their two marks. `closed` is False where the paragraph ends first.

    `around` is the range of the quotation that this one stands in, for those in single marks.
    `names` says that the words name a thing, as a title or in scare quotes, and are nobody's speech.
    """

    start: int
    end: int
    closed: bool
    around: range | None = None
    names: bool = False

    @property
    def words(self) -> range:
        return range(self.start, self.end)


def find_quotes(article: Article, doc: Doc) -> tuple[Quote, ...]:
    """The outer quotations of an article, in order; none runs beyond its paragraph.

    Single marks count where a paragraph has no double ones.
    """
    starts = columns(doc).start
    found = []
    for block in article.blocks:
        begin, end = block.span.start, block.span.end
        pairs = _pairs(article.text, begin, end) or [
            (*pair, True) for pair in _single_pairs(article.text, begin, end, doc.lang_)
        ]
        for opened, final, closed in pairs:
            first, last = _token_at(starts, opened), _token_at(starts, final - 1)
            if last > first:
                found.append(Quote(first, last + 1, closed, names=closed and _names_thing(doc, first, last + 1)))
    return tuple(found)


def _names_thing(doc: Doc, start: int, end: int) -> bool:
    """Whether quoted words within a sentence are a title of a work or scare quotes ("the “river tax”").

    Scare quotes are a few words without a verb, behind a word that takes them for known.
    """
    words = [t for t in doc[start:end] if not t.is_punct and not t.is_space]
    before = doc[start - 1] if start else None
    if not words or before is None or before.is_punct or before.is_space or doc[end - 2].text in HANDS_ON:
        return False
    return _is_title(words) or (len(words) <= SCARE_WORDS and not any(map(is_verb, words)) and _is_definite(before))


def _is_title(words: Sequence[Token]) -> bool:
    capital = [t.text[:1].isupper() for t in words]
    return sum(capital) > 1 and capital[0] and all(c or t.pos_ in LINKING for c, t in zip(capital, words, strict=True))


def _is_definite(word: Token) -> bool:
    return word.dep_ in ("poss", "case", "amod") or (word.dep_ == "det" and word.morph.get("Definite", []) != ["Ind"])


def find_inner(article: Article, doc: Doc, quotes: Sequence[Quote]) -> tuple[Quote, ...]:
    """The quotations in single marks within quotations, in order."""
    starts = columns(doc).start
    found = []
    for quote in quotes:
        last = doc[quote.end - 1]
        begin, end = doc[quote.start].idx + 1, last.idx + len(last)
        for opened, closed in _single_pairs(article.text, begin, end, doc.lang_):
            first, final = _token_at(starts, opened), _token_at(starts, closed - 1)
            if final > first > quote.start - 1 and final < quote.end:
                found.append(Quote(first, final + 1, True, around=quote.words))
    return tuple(found)


def _single_pairs(text: str, begin: int, end: int, language: str) -> Iterator[tuple[int, int]]:
    opened, plural = None, grammar(language).plural
    for mark in SINGLE.finditer(text, begin, end):
        if opened is None:
            opened = mark.start() if _opens_single(text, mark) else None
        elif _closes_single(text, mark, end, plural):
            yield opened, mark.end()
            opened = None


def _opens_single(text: str, mark: re.Match[str]) -> bool:
    """Whether a single mark begins a quotation: a gap before it and a word after it; never an apostrophe."""
    before, after = text[mark.start() - 1] if mark.start() else " ", text[mark.end() : mark.end() + 1]
    if mark.group() == "‘" and after.isspace():
        return True
    return mark.group() != "’" and (before.isspace() or before in LEADS) and (after.isalnum() or after in "[“")


def _closes_single(text: str, mark: re.Match[str], end: int, plural: frozenset[str]) -> bool:
    """Whether a single mark ends a quotation; after the s of a plural it does not where the sentence goes on."""
    if mark.group() == "‘":
        return False
    before, rest = text[mark.start() - 1], text[mark.end() : min(mark.end() + 2, end)]
    if before.isspace() or (rest and not rest[0].isspace() and rest[0] not in AFTERS):
        return False
    return before in ENDS or not (before in plural and rest[1:].islower())


def _token_at(starts: Sequence[int], position: int) -> int:
    return max(0, bisect_left(starts, position + 1) - 1)


def _pairs(text: str, begin: int, end: int) -> list[tuple[int, int, bool]]:
    found = []
    opened: int | None = None
    for mark in MARKS.finditer(text, begin, end):
        if opened is None:
            if mark.group() not in CLOSING and not _closes(text, mark, begin):
                opened = mark.start()
        elif mark.group() not in OPENING and not _opens(text, mark, end):
            found.append((opened, mark.end(), True))
            opened = None
    if opened is not None and opened < end - 1:
        found.append((opened, end, False))
    return found


def _closes(text: str, mark: re.Match[str], begin: int) -> bool:
    """Whether an undirected mark can only be a closing one: a word before it and none after it."""
    before = text[mark.start() - 1] if mark.start() > begin else " "
    after = text[mark.end()] if mark.end() < len(text) else " "
    return not before.isspace() and before not in STARTS and (after.isspace() or after in ",.;:!?)")


def _opens(text: str, mark: re.Match[str], end: int) -> bool:
    """Whether an undirected mark can only be an opening one."""
    before = text[mark.start() - 1]
    after = text[mark.end()] if mark.end() < end else " "
    return before.isspace() and not after.isspace()


class Quotes:
    """The quotations of one parse, asked by word."""

    def __init__(self, quotes: Sequence[Quote]) -> None:
        self.all = tuple(quotes)
        self._by_word = {i: quote for quote in quotes for i in quote.words}
        self.words = frozenset(self._by_word)
        self.spoken = frozenset(i for quote in quotes if not quote.names for i in quote.words)

    def at(self, word: Token | int) -> Quote | None:
        return self._by_word.get(word if isinstance(word, int) else word.i)
