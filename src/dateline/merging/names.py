"""Names across pages: without case and accents for comparison, and short names of people in full."""

import re
import unicodedata
from functools import lru_cache

from dateline.mentions import asked_keys, name_key, nouns_for_somebody
from dateline.records import Entity, EntityKind

LONG_WORD = re.compile(r"\w{4,}")
ACRONYM = re.compile(r"[^\W\d_a-z]{2,8}")
LONGEST_PARTICLE = 3
MARK = "@"
"""What keys of bodies begin with, so that they never meet those of people."""


@lru_cache(maxsize=100_000)
def plain(name: str) -> str:
    """A name without case and accents, for comparison."""
    return _without_accents(name).removeprefix("the ").strip()


def _without_accents(text: str) -> str:
    if not text.isascii():
        text = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return text.casefold()


def long_words(text: str) -> frozenset[str]:
    """The words of four letters and more, plain."""
    return frozenset(LONG_WORD.findall(_without_accents(text)))


def is_named(kind: EntityKind, name: str) -> bool:
    """Whether an entity has a name of its own, or is only described ("officials", "the coalition", "Kenyan drivers").

    Those who are only described are others on another page.
    """
    if kind not in ("group", "organization"):
        return True
    if kind == "organization":
        return not name.islower()
    words = name.split()
    small = any(word.islower() and len(word) > LONGEST_PARTICLE for word in words)
    return bool(words) and words[0][:1].isupper() and not small and words[-1].casefold() not in nouns_for_somebody()


def is_acronym(name: str) -> bool:
    """Whether a name is a few capitals and nothing else ("WHO")."""
    return ACRONYM.fullmatch(name) is not None and name.isupper()


def acronyms_of(entity: Entity) -> list[str]:
    """The acronyms that a page uses for a body which it names in full."""
    full = entity.kind == "organization" and " " in entity.name
    return [name for name in entity.names if is_acronym(name)] if full else []


def body_key(name: str, acronym: str) -> str:
    """The key of the full name of a body, as that which an acronym stands for."""
    return f"{MARK}{acronym}={name_key(name)}"


def plain_key(key: str) -> str:
    """The key of a full name without the acronym for which it stands."""
    return key.partition("=")[2] if key.startswith(MARK) else key


def asked_of(name: str) -> tuple[str, ...]:
    """The keys under which the full names of a short name or acronym are found."""
    return (*asked_keys(name), MARK + name) if is_acronym(name) else asked_keys(name)
