"""Datelines at the head of a dispatch, and the agencies that sign it."""

import re
from collections.abc import Sequence
from functools import cache

import msgspec

from dateline.articles.anatomy import anatomy
from dateline.articles.marking import holds
from dateline.languages import load
from dateline.records import Block, Dateline, Span

HEAD = 120
"""A dateline is no longer than this."""
NOTES = 3
"""Paragraphs that are looked at."""

DASH = r"\s*(?:—|–|--|-(?=\s))"
WORDS = r"[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,3}"
# A place whose first word is in capitals, what else stands before the dash, the dash.
DATELINE = re.compile(
    r"(?P<place>(?:[A-ZÀ-ÞŁ][A-ZÀ-ÞŁ'’.-]+|[A-Z]\.)(?:[ /][A-ZÀ-ÞŁ][A-ZÀ-ÞŁ'’.-]*){0,4}"
    rf"(?:, (?!\w{{3,9}}\.? \d){WORDS})?)(?P<rest>[^—–]{{0,60}}?){DASH}"
)
# Between place and dash: a day, an agency in brackets, both or none.
DAY = r"(?:[A-Z][a-z]{2,8}\.? \d{1,2}(?:,? \d{4})?|\d{1,2} [A-Z][a-z]{2,8}\.?)"
REST = re.compile(rf"\s*(?:,\s*)?(?:{DAY})?,?\s*(?:[(\[](?P<agency>[^()\[\]]{{1,50}})[)\]])?[\s:/]*")
# A place in small letters only where an agency in brackets follows it; a dash may be missing then.
SIGNED = re.compile(rf"(?:(?P<place>{WORDS}(?:, {WORDS})?),?\s+)?\((?P<agency>[^()]{{1,40}})\)(?P<dash>{DASH})?")
PARTED = re.compile(r"\s*(?:/|,|;| and |&|\|)\s*")
PARTING = ("/", ",", ";", " and ", "&", "|")
CODE = re.compile(r"[A-Z]{2,6}")


class Agency(msgspec.Struct, frozen=True):
    """A news agency: the short name that we use, and how pages write it."""

    name: str
    forms: list[str]


class _Agencies(msgspec.Struct, frozen=True):
    agencies: list[Agency]
    endings: list[str]


@cache
def _names() -> dict[str, str]:
    data: _Agencies = load("en", "agencies", _Agencies)
    return {form.casefold(): agency.name for agency in data.agencies for form in agency.forms}


@cache
def _long_forms() -> re.Pattern[str]:
    """Forms that nobody would write for anything else: of two words, or five letters or more."""
    data: _Agencies = load("en", "agencies", _Agencies)
    forms = sorted(
        {form for agency in data.agencies for form in agency.forms if " " in form or len(form) > 5},
        key=lambda f: (-len(f), f),
    )
    return re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, forms)) + r")(?!\w)")


def agency_named(words: str) -> str | None:
    """The agency that some words are the name of, whole ("The Associated Press", "Reuters/AFP": the first)."""
    names = _names()
    words = words.strip(" .()[]-–—*").casefold()
    for part in PARTED.split(words) if holds(words, PARTING) else (words,):
        name = names.get(part.removeprefix("the ")) or names.get(part)
        if name:
            return name
    return None


def agency_within(words: str) -> str | None:
    """The first agency named somewhere in a credit or byline: one that is known, or a name that ends like one's."""
    match = _long_forms().search(words)
    if match:
        return _names()[match[0].casefold()]
    told = _endings().search(words)
    return told[0].removeprefix("The ") if told else None


@cache
def _endings() -> re.Pattern[str]:
    data: _Agencies = load("en", "agencies", _Agencies)
    endings = "|".join(map(re.escape, data.endings))
    return re.compile(rf"(?<!\w)[A-Z][\w.&'’-]{{1,30}}(?: [A-Z][\w.&'’-]{{0,30}}){{0,2}}? (?:{endings})(?!\w)")


def first_dateline(text: str, blocks: Sequence[Block]) -> Dateline | None:
    """The dateline of an article: it heads one of the first paragraphs (a note may stand before it)."""
    paragraphs = [block.span for block in blocks if block.kind == "body"][:NOTES]
    return next((d for span in paragraphs if (d := find_dateline(text, span.start, span.end))), None)


def find_dateline(text: str, start: int, end: int) -> Dateline | None:
    """The dateline at the head of a paragraph of `text`; its span ends with the dash."""
    head = text[start : min(end, start + HEAD)]
    match = DATELINE.match(head)
    if match:
        rest = REST.fullmatch(match["rest"])
        if rest is not None and _is_place(match["place"]):
            agency = _agency(rest["agency"] or "")
            return Dateline(span=Span(start, start + match.end()), place=match["place"].strip(), agency=agency)
    match = SIGNED.match(head)
    if match and agency_named(match["agency"]) and (match["place"] or match["dash"]):
        return Dateline(
            span=Span(start, start + match.end()), place=match["place"] or None, agency=agency_named(match["agency"])
        )
    return None


def _agency(words: str) -> str | None:
    """The agency in a dateline's brackets: a known one, or the code that stands there."""
    return agency_named(words) or (words if CODE.fullmatch(words) else None)


def _is_place(words: str) -> bool:
    """A shouted label ("BREAKING -") is none; neither is a single letter."""
    return len(words) > 2 and words.casefold() not in anatomy().labels
