"""Names across pages: without case and accents for comparison, and short names of people in full."""

import re
import unicodedata
from collections.abc import Iterable

from dateline.mentions import asked_keys, name_key, short_keys
from dateline.records import Reading

LONG_WORD = re.compile(r"\w{4,}")


def plain(name: str) -> str:
    """A name without case and accents, for comparison."""
    decomposed = unicodedata.normalize("NFKD", name)
    return "".join(c for c in decomposed if not unicodedata.combining(c)).casefold().removeprefix("the ").strip()


def long_words(text: str) -> frozenset[str]:
    """The words of four letters and more, plain."""
    return frozenset(LONG_WORD.findall(plain(text)))


class Names:
    """Which full name of the pages a person's name stands for, in another spelling or for short.

    What a name stands for depends only on the full names that share a key with it (`dateline.mentions.spellings`): the
    same name in another spelling or order, or the only fuller name that it may be short for. A full name is written as
    on the first page that has it.
    """

    def __init__(self, readings: Iterable[Reading]) -> None:
        self._written: dict[str, str] = {}
        self._fuller: dict[str, set[str]] = {}
        for name in (e.name for r in readings for e in r.entities if e.kind == "person"):
            self._add(name)

    def _add(self, name: str) -> None:
        key, shorter = name_key(name), short_keys(name)
        if shorter:
            self._written.setdefault(key, name)
        for short in shorter - {key}:
            self._fuller.setdefault(short, set()).add(key)

    def full(self, name: str) -> str:
        """The full name of a person; the name as it is where it is unknown, or short for several."""
        known = {key for asked in asked_keys(name) for key in self._fuller.get(asked, ())}
        fullest = {key for key in known if not known & self._fuller.get(key, set())}
        if len(fullest) == 1:
            return self._written[min(fullest)]
        return self._written.get(name_key(name), name)
