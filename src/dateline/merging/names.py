"""Names across pages: without case and accents for comparison, and short names of people in full."""

import re
import unicodedata
from collections.abc import Iterable

from dateline.mentions import asked_keys, name_key, short_keys
from dateline.records import Entity, Reading

LONG_WORD = re.compile(r"\w{4,}")
ACRONYM = re.compile(r"[^\W\d_a-z]{2,8}")
MARK = "@"
"""What keys of bodies begin with, so that they never meet those of people."""


def plain(name: str) -> str:
    """A name without case and accents, for comparison."""
    decomposed = unicodedata.normalize("NFKD", name)
    return "".join(c for c in decomposed if not unicodedata.combining(c)).casefold().removeprefix("the ").strip()


def long_words(text: str) -> frozenset[str]:
    """The words of four letters and more, plain."""
    return frozenset(LONG_WORD.findall(plain(text)))


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


def asked_of(name: str) -> tuple[str, ...]:
    """The keys under which the full names of a short name or acronym are found."""
    return (*asked_keys(name), MARK + name) if is_acronym(name) else asked_keys(name)


class Names:
    """Which full name of the pages a person's name stands for, in another spelling or for short.

    An acronym stands for the only full name of a body that a page uses it for.

    What a name stands for depends only on the full names that share a key with it (`dateline.mentions.spellings`): the
    same name in another spelling or order, or the only fuller name that it may be short for. A full name is written as
    on the first page that has it.
    """

    def __init__(self, readings: Iterable[Reading]) -> None:
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
        known = {key for asked in asked_of(name) for key in self._fuller.get(asked, ())}
        fullest = {key for key in known if not known & self._fuller.get(key, set())}
        if len(fullest) == 1:
            return self._written[min(fullest)]
        return self._written.get(name_key(name), name)
