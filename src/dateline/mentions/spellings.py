"""One name in several spellings: what a person's name is reduced to before two of them are compared.

Case, accents, hyphens and apostrophes do not count, nor does how a name was brought into Latin letters, nor whether the
family name stands first or last ("Ji-won Park", "Park Ji Won"). Rules are in `spellings.yaml`.
"""

import re
import unicodedata
from functools import cache, lru_cache

import msgspec

from dateline.languages import load
from dateline.mentions.lexicon import given_names, small_words

PART = re.compile(r"[^\W\d_]+\.?(?:[’'ʼʻ`][^\W\d_]+)*")
DOUBLED = re.compile(r"(.)\1+")
MOST_PARTS, LONGEST_PART = 8, 40
"""Parts of a name, and letters of a part, that are looked at; real ones have fewer."""
SYLLABLES = re.compile(r"(?:[bcdfghjklmnpqrstwxyz]{0,2}[aeiouy]{1,4}(?:ng?|[hklmprt])?){1,2}")
"""One or two syllables of Chinese or Korean in Latin letters."""
SHORTEST_END = 4
LONGEST_PARTICLE = 5
"""Letters of the longest word in lower case within a name ("van den", "della")."""


class Spellings(msgspec.Struct, frozen=True):
    """`spellings.yaml` of one language."""

    letters: dict[str, str]
    anywhere: tuple[tuple[str, str], ...]
    ends: tuple[tuple[str, str], ...]
    arabic: tuple[tuple[str, str], ...]
    arabic_parts: frozenset[str]
    articles: frozenset[str]
    short_first_names: dict[str, str]
    families_first: frozenset[str]


@cache
def spellings(language: str = "en") -> Spellings:
    """The rules of a language, loaded once a process."""
    data: Spellings = load(language, "spellings", Spellings)
    return data


@lru_cache(maxsize=100_000)
def parts_of(name: str) -> tuple[str, ...]:
    """The words of a name in lower case without accents and apostrophes; hyphens part, suffixes ("Jr.") are left out.

    An initial keeps its point.
    """
    rules, suffixes = spellings(), small_words().name_suffixes
    plain = name.casefold()
    if not plain.isascii():
        plain = "".join(c for c in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(c))
        plain = "".join(rules.letters.get(c, c) for c in plain)
    found = (part if len(part) == 2 else part.rstrip(".") for part in PART.findall(plain))
    # "JR" before a family name are initials, not "Jr."
    letters = (re.sub("[’'ʼʻ`]", "", part) for k, part in enumerate(found) if part not in suffixes or not k)
    return tuple(part[:LONGEST_PART] for part in letters)[:MOST_PARTS]


@lru_cache(maxsize=100_000)
def folded(part: str, arabic: bool = False) -> str:
    """One part of a name without what differs between spellings of it."""
    rules = spellings()
    for written, kept in rules.anywhere:
        part = part.replace(written, kept)
    if len(part) >= SHORTEST_END:
        end = next(((w, k) for w, k in rules.ends if part.endswith(w)), None)
        part = part.removesuffix(end[0]) + end[1] if end else part
    if arabic:
        for written, kept in rules.arabic:
            part = part.replace(written, kept)
    return DOUBLED.sub(r"\1", part)


@lru_cache(maxsize=100_000)
def name_key(name: str) -> str:
    """What all spellings of a person's name have in common; empty where it holds no letters.

    The order counts only as far as a rotation does, and fully where every part is a given name ("Paul Ryan").
    """
    parts = parts_of(name)
    kept = [part for part in parts if part not in spellings().articles] or list(parts)
    if len(kept) < 2:
        return "".join(folded(part) for part in kept)
    arabic = is_arabic(parts)
    first = spellings().short_first_names.get(kept[0], kept[0])
    letters = [folded(part.rstrip("."), arabic) for part in (first, *kept[1:])]
    joined = "".join(letters)
    return "=" + joined if all(part in _given(arabic) for part in letters) else _least_rotation(joined)


@lru_cache(maxsize=100_000)
def short_keys(name: str) -> frozenset[str]:
    """Keys of the names that a full name may be called by for short.

    Its beginnings and ends, down to the last part alone, and it without its middle; all without initials. The first
    part alone only where it is the family's: many are called Ada, and a page that says no more means any of them.
    """
    parts = parts_of(name)
    if len(parts) < 2:
        return frozenset()
    whole = tuple(part for part in parts if not part.endswith("."))
    first = 1 if _begins_with_family(name, parts) else 3 if whole[1:2] and whole[1] in spellings().articles else 2
    shorter = [whole[:k] for k in range(first, len(whole))] + [whole[k:] for k in range(1, len(whole))]
    shorter += [whole, (whole[0], whole[-1])] if whole else []
    shorter += [(whole[0], whole[-2])] if len(whole) > 3 else []
    keys = {name_key(" ".join(short)) for short in shorter}
    if is_arabic(parts):
        keys.add(folded(parts[-1], arabic=True))
    return frozenset(keys - {name_key(name), ""})


def _begins_with_family(name: str, parts: tuple[str, ...]) -> bool:
    """Whether the family name stands first, as in the east of Asia: before given names of syllables as they are there.

    A hyphen between them tells it of every family ("Park Min-ho"), without one the family must be known.
    """
    first, _, rest = name.strip().partition(" ")
    hyphened = "-" in rest and "-" not in first and " " not in rest
    known = hyphened or parts[0] in spellings().families_first
    return known and 1 < len(parts) <= 3 and all(SYLLABLES.fullmatch(part) for part in parts[1:])


def is_given_name(name: str) -> bool:
    """Whether a name is one word that is nearly always a given name ("Thomas"), whoever's."""
    return name in given_names() and name.casefold() not in spellings().families_first


def first_surname(name: str) -> str:
    """The first of two surnames, by which their bearer may be called ("Pedro Soto Lara": "Soto"); empty if none."""
    parts, given = name.split(), given_names()
    plain = len(parts) > 2 and parts[0] in given and parts[-2] not in given and parts[-1].isalpha()
    return parts[-2] if plain and parts[-2].isalpha() and parts[-2].istitle() and len(parts[-2]) > 2 else ""


def asked_keys(name: str) -> tuple[str, ...]:
    """The keys under which the full names of a short one are found."""
    parts = parts_of(name)
    key = name_key(name)
    return (key,) if len(parts) != 1 else tuple(dict.fromkeys((key, folded(parts[0], arabic=True))))


def is_plain_name(text: str) -> bool:
    """Whether words are a name, not a description: no determiner first, and no longer word in lower case after it."""
    first, *rest = text.split() or [""]
    small = small_words()
    opened = not first[:1].isupper() or first.lower() in small.definite | small.indefinite
    return not opened and not any(word.islower() and len(word) > LONGEST_PARTICLE for word in rest)


def is_arabic(parts: tuple[str, ...]) -> bool:
    """Whether a part of a name is one of those that the Arabic script leaves open to many spellings."""
    return any(folded(part, arabic=True) in _arabic_parts() for part in parts)


@cache
def _arabic_parts() -> frozenset[str]:
    return frozenset(folded(part, arabic=True) for part in spellings().arabic_parts)


@cache
def _given(arabic: bool) -> frozenset[str]:
    return frozenset(folded(name.casefold(), arabic) for name in given_names())


def _least_rotation(text: str) -> str:
    """The rotation of a text that comes first in the alphabet."""
    doubled = text + text
    return min((doubled[i : i + len(text)] for i in range(len(text))), default="")
