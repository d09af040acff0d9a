"""Names across pages: without case and accents for comparison, and short names of people in full."""

import re
import unicodedata
from collections.abc import Collection, Iterable
from functools import lru_cache

from dateline.mentions import asked_keys, name_key, short_keys
from dateline.records import Entity, Reading

LONG_WORD = re.compile(r"\w{4,}")
ACRONYM = re.compile(r"[^\W\d_a-z]{2,8}")
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


class Names:
    """Which full name of the pages a person's name stands for, in another spelling or for short.

    An acronym stands for the only full name of a body that a page uses it for.

    What a name stands for depends only on the full names that share a key with it (`dateline.mentions.spellings`): the
    same name in another spelling or order, or the only fuller name that it may be short for. A full name is written as
    on the first page that has it. `apart` are keys of names of which people said that they never stand for each other.
    """

    def __init__(self, readings: Iterable[Reading], apart: Collection[tuple[str, str]] = ()) -> None:
        self._apart = frozenset(apart)
        self._written: dict[str, str] = {}
        self._fuller: dict[str, set[str]] = {}
        for entity in (e for r in readings for e in r.entities):
            if entity.kind == "person":
                self._add(entity.name)
            for acronym in acronyms_of(entity):
                key = body_key(entity.name, acronym)
                self._written.setdefault(key, entity.name)
                self._fuller.setdefault(MARK + acronym, set()).add(key)

    def _add(self, name: str) -> None:
        key, shorter = name_key(name), short_keys(name)
        if shorter:
            self._written.setdefault(key, name)
        for short in shorter - {key}:
            self._fuller.setdefault(short, set()).add(key)

    def full(self, name: str) -> str:
        """The full name of a person, or of a body by its acronym; the name as it is where it is none."""
        own = name_key(name)
        known = {key for asked in asked_of(name) for key in self._fuller.get(asked, ())}
        known = {key for key in known if (own, plain_key(key)) not in self._apart}
        fullest = {key for key in known if not known & self._fuller.get(key, set())}
        if len(fullest) == 1:
            return self._written[min(fullest)]
        return self._written.get(own, name)
