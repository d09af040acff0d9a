"""Datelines at the head of a dispatch, and the agencies that sign it."""

import re
from functools import cache

import msgspec

from dateline.articles.anatomy import anatomy
from dateline.languages import load
from dateline.records import Dateline, Span

HEAD = 120
"""A dateline is no longer than this."""

# "KYIV, Ukraine (AP) —": a place whose first word is in capitals, what else stands before the dash, the dash.
DATELINE = re.compile(
    r"(?P<place>(?:[A-ZÀ-ÞŁ][A-ZÀ-ÞŁ'’.-]+|[A-Z]\.)(?:[ /][A-ZÀ-ÞŁ][A-ZÀ-ÞŁ'’.-]*)*"
    r"(?:, [A-ZÀ-Þ][\w.'’-]*(?: [A-ZÀ-Þ][\w.'’-]*){0,3})?)"
    r"(?P<rest>[^—–]{0,60}?)\s*(?:—|–|--|-(?=\s))"
)
BRACKETS = re.compile(
    r"\s*(?:,\s*)?(?P<date>[A-Z][a-z]{2,8}\.? \d{1,2}(?:,? \d{4})?|\d{1,2} [A-Z][a-z]{2,8}\.?)?,?\s*(?:[(\[](?P<agency>[^()\[\]]{1,50})[)\]])?[\s:/]*"
)
BRACKETS_FIRST = re.compile(r"\((?P<agency>[^()]{1,40})\)\s*(?:—|–|--|-(?=\s))")


class Agency(msgspec.Struct, frozen=True):
    """A news agency: the short name that we use, and how pages write it."""

    name: str
    forms: list[str]


class _Agencies(msgspec.Struct, frozen=True):
    agencies: list[Agency]


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
    for part in re.split(r"\s*(?:/|,|;| and |&|\|)\s*", words.strip(" .()[]-–—*")):
        name = _names().get(part.casefold().removeprefix("the ")) or _names().get(part.casefold())
        if name:
            return name
    return None


def agency_within(words: str) -> str | None:
    """The first agency named somewhere in a credit or byline."""
    match = _long_forms().search(words)
    return _names()[match[0].casefold()] if match else None


def find_dateline(text: str, start: int, end: int) -> Dateline | None:
    """The dateline at the head of a paragraph of `text`; its span ends with the dash."""
    head = text[start : min(end, start + HEAD)]
    match = DATELINE.match(head)
    if match:
        rest = BRACKETS.fullmatch(match["rest"])
        if rest is None or not _is_place(match["place"]):
            return None
        agency = rest["agency"] and (agency_named(rest["agency"]) or None)
        return Dateline(span=Span(start, start + match.end()), place=match["place"].strip(), agency=agency)
    match = BRACKETS_FIRST.match(head)
    agency = match and agency_named(match["agency"])
    return Dateline(span=Span(start, start + match.end()), agency=agency) if match and agency else None


def _is_place(words: str) -> bool:
    """A shouted label ("BREAKING -") is none; neither is a single letter."""
    return len(words) > 2 and words.casefold() not in anatomy().labels
