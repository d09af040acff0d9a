"""The PLOVER sector of an actor, by titles, descriptions and names: `sectors.yaml`."""

from collections.abc import Sequence
from functools import cache
from typing import cast

import msgspec

from dateline.languages import load
from dateline.mentions.lexicon import small_words
from dateline.mentions.lexicon import words as lexicon
from dateline.records import Role, Sector

LONGEST = 4
"""Words of the longest run that is looked up."""
NOTHING = "none"


class SectorWords(msgspec.Struct, frozen=True):
    """`sectors.yaml` of one language: words by the sector that they stand for."""

    plain: dict[str, tuple[str, ...]]
    otherwise: dict[str, tuple[str, ...]]
    vague: frozenset[str]
    past: frozenset[str]
    of_a_country: frozenset[str]
    named: dict[str, tuple[str, ...]]


class Tables(msgspec.Struct, frozen=True):
    """The same by word; None are words that say nothing."""

    plain: dict[str, Sector | None]
    otherwise: dict[str, Sector | None]
    named: dict[str, Sector | None]


@cache
def sector_words(language: str = "en") -> SectorWords:
    """The words of a language, loaded once a process."""
    data: SectorWords = load(language, "sectors", SectorWords)
    return data


@cache
def _tables() -> Tables:
    data = sector_words()
    return Tables(_by_word(data.plain), _by_word(data.otherwise), _by_word(data.named))


def _by_word(table: dict[str, tuple[str, ...]]) -> dict[str, Sector | None]:
    return {word: cast(Sector, code) if code != NOTHING else None for code, words in table.items() for word in words}


def sector_of_roles(roles: Sequence[Role]) -> tuple[Sector, Role] | None:
    """The sector of somebody with these roles and the role that says so: the first that tells, past ones last."""
    told = [(role, _is_past(role.title)) for role in roles]
    for wanted in (False, True):
        for role, past in told:
            sector = sector_of_title(role.title, role.country is not None) if past is wanted else None
            if sector is not None:
                return ("ELI" if past and sector in ("GOV", "LEG", "MIL") else sector), role
    return None


@cache
def sector_of_title(title: str, of_country: bool = False) -> Sector | None:
    """What a title or description says; `of_country` where it is one that a country has."""
    words = [word.strip(".,") for word in title.lower().replace("’", "'").split()]
    of = next((i for i, word in enumerate(words) if i and word in small_words().role_complements), len(words))
    head, tail = words[:of], words[of + 1 :]
    if not head:
        return None
    if head[-1] in sector_words().vague and tail:
        told = _last(head[:-1], _tables().plain) or _last(tail, _tables().plain)
        if told is not None:
            return told
    told = _last(head, _tables().plain)
    if told is None and of_country and head[-1] in sector_words().of_a_country:
        told = "GOV"
    return told or _last(head, _tables().otherwise)


def sector_of_body(name: str, names: Sequence[str] = ()) -> Sector | None:
    """What the name of an organisation, or a form of it, says."""
    for form in (name, *names):
        known = _tables().named.get(form)
        if known is not None:
            return known
    if any(_is_legal_form(form.split()[-1]) for form in (name, *names) if " " in form):
        return "BUS"
    fuller = (sector_of_title(form) for form in names if form.startswith(name + " "))
    return sector_of_title(name) or next((sector for sector in fuller if sector), None)


def _is_legal_form(word: str) -> bool:
    low = word.lower().strip(".,")
    return (
        low in lexicon().legal_forms and low not in small_words().name_suffixes and "." not in low and word[0].isupper()
    )


def _last(words: Sequence[str], table: dict[str, Sector | None]) -> Sector | None:
    """The sector of the last word or run of words in a table; of two that end together the longer counts."""
    for end in range(len(words), 0, -1):
        for start in range(max(end - LONGEST, 0), end):
            run = " ".join(words[start:end])
            known = next((form for form in (run, run.removesuffix("s")) if form in table), None)
            if known is not None:
                return table[known]
    return None


def _is_past(title: str) -> bool:
    return not sector_words().past.isdisjoint(title.lower().replace("-", " ").split())
