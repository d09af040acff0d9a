"""What merging keeps between one page and the next, by key: in memory, or in the tables of a chronicle.

All that merging knows is on the shelf, and every question to it names its keys: a page that is added touches nothing
else. Merging from scratch is one big addition to an empty shelf.
"""

import datetime
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Literal, Protocol

from dateline.merging.candidates import Candidate
from dateline.merging.names import long_words
from dateline.records import Entry, Expectation, Reading

Kind = Literal[
    "page",  # page id -> its reports
    "block",  # blocking key -> reports that may be of one event
    "edge",  # report -> reports that compare as the same event
    "home",  # report -> its entry
    "member",  # entry -> its reports
    "same",  # report -> reports that somebody decided are of the same event
    "different",  # report -> reports that somebody decided are not
    "edited",  # report -> cells of its entry that people set, as JSON
    "rejected",  # report -> the decision that took it out of the chronicle
    "frame",  # entry -> the entry that it is part of, circles included
    "inside",  # report -> reports that are part of it
    "again",  # report -> reports of its page that point back to it
    "alias",  # key of a name -> the name that somebody decided it stands for
    "apart",  # key of a name -> keys of names that somebody decided it never stands for
    "fuller",  # key of a short name -> keys of the full names that it may stand for
    "written",  # key of a full name -> where it stands and as it is written, earliest first
    "asks",  # key of a name -> pages whose events name it
    "coming",  # kind of event, actor, time -> entries that are to come
    "settled",  # the same -> entries that could be their outcome
    "matter",  # a word of its object and the quarter -> entries to come that are due, each with the other words
    "watched",  # entry -> what it stands under in the three above
    "spoken",  # page -> entries to come that it speaks of after their time
    "bears",  # page -> the full names of people on it
]
Pair = tuple[str, str]
"""A key and what stands under it."""


class Shelf(Protocol):
    """Indexes of keys, and the records of merging."""

    def owners(self, kind: Kind, keys: Collection[str], limit: int | None = None) -> dict[str, list[str]]:
        """What stands under each key in order, at most `limit` a key; keys under which nothing stands are left out."""
        ...

    def put(self, kind: Kind, pairs: Iterable[Pair]) -> None:
        """Make these stand under their keys; what does so already is left."""
        ...

    def drop(self, kind: Kind, pairs: Iterable[Pair]) -> None:
        """Take these away."""
        ...

    def candidates(self, rids: Collection[str]) -> dict[str, Candidate]:
        """Reports by name; unknown ones are left out."""
        ...

    def put_candidates(self, found: Collection[Candidate]) -> None: ...

    def drop_candidates(self, rids: Collection[str]) -> None: ...

    def entries(self, ids: Collection[str]) -> dict[str, Entry]:
        """Entries by id; unknown ones are left out."""
        ...

    def put_entries(self, entries: Collection[Entry]) -> None: ...

    def drop_entries(self, ids: Collection[str]) -> None: ...

    def expectations(self, entries: Collection[str]) -> dict[str, Expectation]:
        """Expectations by the id of their entry; those that are none are left out."""
        ...

    def put_expectations(self, expectations: Collection[Expectation]) -> None: ...

    def drop_expectations(self, entries: Collection[str]) -> None:
        """Take away the expectations of these entries."""
        ...

    def origins(self, pages: Collection[str]) -> Mapping[str, str]:
        """Where the words of pages come from: see `dateline.syndication.origins`."""
        ...

    def later_readings(self, words: Collection[str], after: datetime.date) -> Iterator[Reading]:
        """Pages published after a day that hold all the words (as `long_words` makes them), by day, then by id."""
        ...


class MemoryIndex[K: str]:
    """Owners under keys of some kinds, in memory."""

    def __init__(self) -> None:
        self._index: dict[tuple[K, str], set[str]] = {}

    def owners(self, kind: K, keys: Collection[str], limit: int | None = None) -> dict[str, list[str]]:
        """What stands under each key, in order, at most `limit` a key; keys with nothing are left out."""
        return {key: sorted(found)[:limit] for key in keys if (found := self._index.get((kind, key)))}

    def put(self, kind: K, pairs: Iterable[Pair]) -> None:
        """Put owners under keys."""
        for key, owner in pairs:
            self._index.setdefault((kind, key), set()).add(owner)

    def drop(self, kind: K, pairs: Iterable[Pair]) -> None:
        """Take owners away from keys."""
        for key, owner in pairs:
            self._index.get((kind, key), set()).discard(owner)


class MemoryShelf(MemoryIndex[Kind]):
    """A shelf in memory, for a chronicle that is made at one go."""

    def __init__(self) -> None:
        super().__init__()
        self._candidates: dict[str, Candidate] = {}
        self._entries: dict[str, Entry] = {}
        self._expectations: dict[str, Expectation] = {}
        self._origins: dict[str, str] = {}
        self._readings: dict[str, Reading] = {}
        self._by_word: dict[str, set[str]] = {}

    def candidates(self, rids: Collection[str]) -> dict[str, Candidate]:
        return {rid: self._candidates[rid] for rid in rids if rid in self._candidates}

    def put_candidates(self, found: Collection[Candidate]) -> None:
        self._candidates.update((candidate.rid, candidate) for candidate in found)

    def drop_candidates(self, rids: Collection[str]) -> None:
        for rid in rids:
            self._candidates.pop(rid, None)

    def entries(self, ids: Collection[str]) -> dict[str, Entry]:
        return {id: self._entries[id] for id in ids if id in self._entries}

    def put_entries(self, entries: Collection[Entry]) -> None:
        self._entries.update((entry.id, entry) for entry in entries)

    def drop_entries(self, ids: Collection[str]) -> None:
        for id in ids:
            self._entries.pop(id, None)

    def expectations(self, entries: Collection[str]) -> dict[str, Expectation]:
        return {id: self._expectations[id] for id in entries if id in self._expectations}

    def put_expectations(self, expectations: Collection[Expectation]) -> None:
        self._expectations.update((expectation.entry, expectation) for expectation in expectations)

    def drop_expectations(self, entries: Collection[str]) -> None:
        for id in entries:
            self._expectations.pop(id, None)

    def origins(self, pages: Collection[str]) -> Mapping[str, str]:
        return {page: self._origins.get(page, page) for page in pages}

    def later_readings(self, words: Collection[str], after: datetime.date) -> Iterator[Reading]:
        held = [self._by_word.get(word, set()) for word in words]
        pages = [self._readings[page] for page in (set.intersection(*held) if held else ())]
        later = [reading for reading in pages if reading.article.published.day > after]
        yield from sorted(later, key=lambda reading: (reading.article.published.day, reading.page_id))

    def add_readings(self, readings: Iterable[Reading]) -> None:
        """Know these pages, in place of what was known of them."""
        for reading in readings:
            self.remove_readings([reading.page_id])
            self._readings[reading.page_id] = reading
            for word in long_words(reading.article.text):
                self._by_word.setdefault(word, set()).add(reading.page_id)

    def remove_readings(self, pages: Iterable[str]) -> None:
        """Know these pages no longer."""
        for page in pages:
            reading = self._readings.pop(page, None)
            for word in long_words(reading.article.text) if reading else ():
                self._by_word[word].discard(page)

    def set_origins(self, origins: Mapping[str, str]) -> None:
        """Say where the words of pages come from."""
        self._origins.update(origins)

    def everything(self) -> tuple[list[Entry], list[Expectation]]:
        """All entries and expectations."""
        return list(self._entries.values()), list(self._expectations.values())

    def index(self) -> dict[Kind, list[Pair]]:
        """All keys of each kind with what stands under them."""
        found: dict[Kind, list[Pair]] = {}
        for (kind, key), owners in self._index.items():
            found.setdefault(kind, []).extend((key, owner) for owner in sorted(owners))
        return found

    def reports(self) -> dict[str, Candidate]:
        """All reports by name."""
        return dict(self._candidates)
