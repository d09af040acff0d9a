"""Who made an article, out of credit lines and what stands around it: byline, contributors, agency, outlet, notes."""

import re
from collections.abc import Iterable, Sequence
from functools import cache

import msgspec

from dateline.articles.anatomy import anatomy, outlet_in
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
    """The agency of the dateline, or else of the credit lines, which also say what unknown initials stand for."""
    coded = dateline.agency if dateline else None
    named = next((agency for text in signed if (agency := _agency_of(text))), None)
    if coded and named and _initials(named) == coded.upper():
        return named
    return coded or named


def _agency_of(text: str) -> str | None:
    words = BY.sub(r"\1", text, count=1)
    return agency_named(words) or agency_within(words)


def _initials(name: str) -> str:
    return "".join(word[0] for word in name.split() if word[0].isupper())


def find_byline(signed: Sequence[str]) -> tuple[str | None, str | None]:
    """Who wrote it, as the byline says it without "By", and the outlet that it names after them."""
    for text in signed:
        match = BY.match(text)
        if match:
            words = match[1].strip(" .,|")
            name, comma, outlet = words.rpartition(", ")
            named = outlet_in("outlet", outlet) if comma else None
            return (name, named) if named == outlet else (words, None)
    return None, None


def find_contributors(signed: Sequence[str]) -> tuple[str, ...]:
    """Who else reported ("Holt reported from Norvik.", "Additional reporting by ..."), each once; no agencies."""
    found: dict[str, None] = {}
    for text in signed:
        for match in (pattern.search(text[:CREDIT_LIMIT]) for pattern in _contributions()):
            if match is not None:
                found.update(dict.fromkeys(_people(match["names"])))
                break
    return tuple(found)


def _people(names: str) -> Iterable[str]:
    for part in PARTED.split(names.partition(". ")[0]):
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
