"""Related items as rows: what the pages point to, and which of it is worth fetching."""

from collections.abc import Collection, Iterable, Mapping
from typing import Self

from dateline.records import RelatedItem
from dateline.store import ActorBrief, Written, word_keys
from dateline.views.citations import Source
from dateline.views.rows import RelatedRow

NAMED_KINDS = ("person", "organization", "country")
"""Kinds of actors whose names are names: "officials" of a group stand on every page."""
LONGEST_NAME = 12
"""Words."""

Headline = tuple[str, ...]
Words = tuple[tuple[str, str], ...]
"""Words as they are compared, each with how it is written."""


class ActorNames:
    """Finds the names of a chronicle's actors in some words: no parsing, whole words only.

    A name with a capital is only found with one: US is not us.
    """

    def __init__(self, actors: Iterable[ActorBrief]) -> None:
        self._by_first: dict[str, list[tuple[Words, str]]] = {}
        for actor in actors:
            if actor.kind in NAMED_KINDS:
                for name in (actor.name, *actor.names):
                    self._add(name, actor.name)

    def _add(self, name: str, of: str) -> None:
        words = word_keys(name)
        if 0 < len(words) <= LONGEST_NAME and any(written[0].isupper() for _, written in words):
            self._by_first.setdefault(words[0][0], []).append((words, of))

    def found_in(self, text: str) -> tuple[str, ...]:
        """Canonical names of the actors who are named in a text, in order of the alphabet."""
        words = word_keys(text)
        found = {
            of
            for at, (key, _) in enumerate(words)
            for name, of in self._by_first.get(key, ())
            if all(map(_same, name, words[at:])) and len(words) - at >= len(name)
        }
        return tuple(sorted(found))


class Held:
    """What the chronicle has already: pages by headline and by address."""

    def __init__(self, headlines: Mapping[str, Headline], urls: Iterable[str | None]) -> None:
        """`headlines` has the words of each page's headline."""
        self._headlines = headlines
        self._titles = set(headlines.values())
        self._urls = {url for url in urls if url}

    @classmethod
    def of(cls, sources: Collection[Source]) -> Self:
        """What these pages are."""
        return cls({source.page: _key(source.title) for source in sources}, (source.url for source in sources))

    def renewed(self, written: Written, by_page: Mapping[str, Source]) -> Self:
        """The pages as they are now, after some were written or taken away."""
        headlines = {page: key for page, key in self._headlines.items() if page not in written.pages}
        headlines |= {page: _key(by_page[page].title) for page in written.pages if page in by_page}
        return type(self)(headlines, (source.url for source in by_page.values()))

    def has(self, item: RelatedItem) -> bool:
        """Whether a page of the chronicle is the one that an item points to."""
        return item.url in self._urls or _key(item.headline) in self._titles


def related_row(item: RelatedItem, source: Source, names: ActorNames, held: Held) -> RelatedRow:
    """One item as a row. It is to be fetched where it names an actor of the chronicle and is not there yet."""
    age = item.age
    teasers = dict.fromkeys(place.teaser for place in item.places if place.teaser)
    actors = names.found_in(" \n ".join([item.headline, *teasers]))
    return RelatedRow(
        id=item.id,
        published=source.published,
        headline=item.headline,
        teaser=item.teaser,
        sections=item.sections,
        label=item.label,
        age=age.words if age else None,
        earliest=age.days.earliest if age else None,
        latest=age.days.latest if age else None,
        times=age.times or () if age else (),
        duration=item.duration,
        actors=actors,
        fetch=bool(actors) and not held.has(item),
        url=item.url,
        lines=item.lines,
        source=source.cited,
        page=source.page,
    )


def _same(wanted: tuple[str, str], met: tuple[str, str]) -> bool:
    return wanted[0] == met[0] and (met[1][0].isupper() or not wanted[1][0].isupper())


def _key(headline: str) -> Headline:
    return tuple(key for key, _ in word_keys(headline))
