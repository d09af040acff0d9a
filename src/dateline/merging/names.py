"""Names across pages: without case and accents for comparison, and short names of people in full."""

import re
import unicodedata
from collections.abc import Iterable

from dateline.records import Entity, Reading

LONG_WORD = re.compile(r"\w{4,}")


def plain(name: str) -> str:
    """A name without case and accents, for comparison."""
    decomposed = unicodedata.normalize("NFKD", name)
    return "".join(c for c in decomposed if not unicodedata.combining(c)).casefold().removeprefix("the ").strip()


def long_words(text: str) -> frozenset[str]:
    """The words of four letters and more, plain."""
    return frozenset(LONG_WORD.findall(plain(text)))


class Names:
    """Which full name a short one stands for: the only person of the pages whose name begins or ends with it."""

    def __init__(self, readings: Iterable[Reading]) -> None:
        self._full: dict[str, dict[str, str]] = {}
        people = [e for r in readings for e in r.entities if e.kind == "person"]
        for entity in people:
            self._add(entity)

    def _add(self, entity: Entity) -> None:
        words = plain(entity.name).split()
        if len(words) > 1:
            for word in (words[0], words[-1]):
                self._full.setdefault(word, {}).setdefault(" ".join(words), entity.name)

    def full(self, name: str) -> str:
        """The full name of a person, or the name as it is where it is full or could be several people's."""
        if " " in name.strip():
            return name
        known = self._full.get(plain(name), {})
        return next(iter(known.values())) if len(known) == 1 else name
