"""Who made an article, out of credit lines and what stands around it: byline, contributors, agency, outlet, notes."""

import re
from collections.abc import Iterable, Sequence
from functools import cache

import msgspec

from dateline.articles.anatomy import anatomy, marks, outlet_in
from dateline.articles.datelines import agency_named, agency_within
from dateline.articles.marking import lines_holding
from dateline.languages import load
from dateline.records import Dateline, Note, NoteKind

BY = re.compile(r"by:?\s+(.+)", re.IGNORECASE)
PARTED = re.compile(r"\s*(?:,|;|&|\band\b)\s*")
PLACE = re.compile(r"\s+(?:in|from|at|of)\s+.*")
NAME = re.compile(r"[^\W\d_][\w.'’-]*(?: (?:[^\W\d_][\w.'’-]*)){0,4}")
NOTE_LIMIT = 1200
"""Characters. A longer line is no note."""
CREDIT_LIMIT = 300


class Signatures(msgspec.Struct, frozen=True):
    """Patterns by what they mark, as in `signatures.yaml`."""

    contributors: list[str]
    before_name: str
    byline_end: str
    byline_role: str
    no_names: frozenset[str]
    correction: list[str]
    editor: list[str]
    note_words: list[str]
    paywall: list[str]
    withheld: list[str]
    consent: list[str]


@cache
def signatures() -> Signatures:
    """The data of the language."""
    data: Signatures = load("en", "signatures", Signatures)
    return data


@cache
def _marks(kind: str) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{p})" for p in getattr(signatures(), kind)), re.IGNORECASE)


@cache
def _contributions() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(pattern) for pattern in signatures().contributors)


def says(kind: str, text: str) -> bool:
    """Whether a stripped line bears a mark of this kind: a field of `Signatures` that holds patterns."""
    return _marks(kind).search(text[:CREDIT_LIMIT]) is not None


def find_agency(signed: Sequence[str], dateline: Dateline | None = None) -> str | None:
    """The agency of the dateline, or else of the credit lines, which also say what unknown initials stand for.

    Whose picture it is says nothing of who wrote the article.
    """
    coded = dateline.agency if dateline else None
    written = (text for text in signed if not marks("caption", text))
    named = next((agency for text in written if (agency := _agency_of(text))), None)
    if coded and named and _initials(named) == coded.upper():
        return named
    return coded or named


def _agency_of(text: str) -> str | None:
    words = BY.sub(r"\1", text, count=1)
    return agency_named(words) or agency_within(words)


def _initials(name: str) -> str:
    return "".join(word[0] for word in name.split() if word[0].isupper())


def is_byline(text: str) -> bool:
    """Whether a credit line says who wrote the article; it may also say when."""
    return BY.match(text) is not None


def find_byline(signed: Sequence[str]) -> tuple[str | None, str | None]:
    """Who wrote it, as the byline says it without "By", what they are and when it was; and the outlet named with it."""
    for text in signed:
        match = BY.match(text)
        if match:
            words, after = _names_end(match[1])
            name, comma, outlet = words.rpartition(", ")
            if comma and (named := outlet_in("outlet", outlet)):
                return name, named
            return words or None, outlet_in("outlet", after)
    return None, None


def _names_end(words: str) -> tuple[str, str]:
    """The names of a byline, and what stands after the bar behind them."""
    end = _pattern("byline_end").search(words)
    names = words[: end.start()] if end else words
    after = words[end.end() :].partition("|")[0] if end and words[end.start() : end.end()].strip() == "|" else ""
    return _pattern("byline_role").sub("", names.strip(" .,|-–—").replace(" ,", ",")).strip(" ,"), after.strip()


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile(getattr(signatures(), name))


def find_contributors(signed: Iterable[str]) -> tuple[str, ...]:
    """Who else reported ("Holt reported from Norvik.", "Additional reporting by ..."), each once; no agencies."""
    found: dict[str, None] = {}
    for text in signed:
        for pattern in _contributions():
            names = [match["names"] for match in pattern.finditer(text[:CREDIT_LIMIT])]
            if names:
                found.update(dict.fromkeys(name for part in names for name in _people(part)))
                break
    return tuple(found)


def _people(names: str) -> Iterable[str]:
    names = _pattern("before_name").sub("", names.partition(". ")[0])
    for part in PARTED.split(names):
        name = PLACE.sub("", part).strip(" .,*—–-)")
        capital = all(word[0].isupper() for word in (name.split()[:1] + name.split()[-1:]))
        told = name and capital and NAME.fullmatch(name) and name.split()[0] not in signatures().no_names
        if told and not agency_named(name) and not agency_within(name):
            yield name


def find_notes(texts: Sequence[str]) -> tuple[Note, ...]:
    """Corrections and notes of the editor among a page's lines, each once, in the order of the page."""
    notes: dict[str, Note] = {}
    for i in lines_holding("\n".join(texts).lower(), signatures().note_words):
        kind = _note_kind(texts[i])
        if kind is not None:
            notes.setdefault(texts[i], Note(kind, texts[i]))
    return tuple(notes.values())


def _note_kind(text: str) -> NoteKind | None:
    if len(text) > NOTE_LIMIT or text.count(" ") < 4:
        return None
    return "correction" if says("correction", text) else "editor" if says("editor", text) else None


def find_publisher(around: Sequence[str]) -> str | None:
    """The outlet, where a line around the article names it: "X Top Stories", "Download the X App"."""
    told = lines_holding("\n".join(around), anatomy().publisher_words)
    return next((name for i in told if (name := outlet_in("publisher", around[i]))), None)
