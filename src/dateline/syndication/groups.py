"""Syndication groups: pages that carry one story, with what each changed; and where each page's words come from."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from dateline.records import Article, Copy, Reading, Syndicate, content_id
from dateline.syndication.components import components
from dateline.syndication.duplicates import copies
from dateline.syndication.passages import passages
from dateline.syndication.shingles import plain_words
from dateline.syndication.versions import same_pages


def syndicates(readings: Iterable[Reading]) -> tuple[Syndicate, ...]:
    """Stories that two pages or more carry, in order of their first copy. Versions of one page alone are no group."""
    known = {reading.page_id: reading for reading in readings}
    origin = origins(known.values())
    page_of = {article.page_id: number for number, same in enumerate(same_pages(known.values())) for article in same}
    groups = [group for group in _carriers(known) if len({page_of[id] for id in group}) > 1]
    return tuple(_syndicate([known[id] for id in group], origin[group[0]]) for group in groups)


def origins(readings: Iterable[Reading]) -> Mapping[str, str]:
    """Where the words of each page (by id) come from: the number of different ones is that of independent sources.

    Copies of one story and versions of one page have one origin: the agency that the earliest of them names, else the
    outlet of the earliest, else its page id. A copy that names no agency has that of the copies that do.
    """
    known = {reading.page_id: reading for reading in readings}
    return {id: origin for group in _carriers(known) for origin in [_origin(group, known)] for id in group}


def _carriers(known: Mapping[str, Reading]) -> list[list[str]]:
    """Ids of pages with one text, earliest first; single ones too; groups in order of their earliest."""
    ordered = sorted(known, key=lambda id: _in_order(known[id].article))
    copied = copies({id: reading.article.body for id, reading in known.items()})
    stories = [story for story in components(ordered, copied) if len(story) > 1]
    story_of = {id: number for number, story in enumerate(stories) for id in story}
    chains = ([article.page_id for article in same] for same in same_pages(known.values()))
    return components(ordered, [*copied, *(pair for chain in chains for pair in _versions(chain, story_of))])


def _versions(chain: Sequence[str], story_of: Mapping[str, int]) -> Iterator[tuple[str, str]]:
    """Pairs that bring versions of a page together, but not two stories that stood at one address in turn."""
    before = None
    for a, b in pairwise(chain):
        before = story_of.get(a, before)
        if before is None or story_of.get(b, before) == before:
            yield a, b


def _in_order(article: Article) -> tuple[str, str]:
    return article.published.iso, article.page_id


def _origin(group: Sequence[str], known: Mapping[str, Reading]) -> str:
    articles = [known[id].article for id in group]
    agency = next((article.agency for article in articles if article.agency), None)
    return agency or articles[0].publisher or articles[0].page_id


def _syndicate(group: Sequence[Reading], origin: str) -> Syndicate:
    """The group of readings (earliest first) around its first copy."""
    day = group[0].article.published.day
    first = min(
        (reading for reading in group if reading.article.published.day == day),
        key=lambda reading: (-len(reading.article.body), reading.page_id),
    )
    ordered = [first, *(reading for reading in group if reading is not first)]
    return Syndicate(
        id=content_id("syndicate", group[0].page_id),
        origin=origin,
        copies=tuple(_copy(reading, first) for reading in ordered),
    )


def _copy(reading: Reading, first: Reading) -> Copy:
    own, whole = _sentences(reading), _sentences(first)
    return Copy(
        page_id=reading.page_id,
        kept=(own & whole).total(),
        left_out=(whole - own).total(),
        added=(own - whole).total(),
        retitled=plain_words(reading.article.title) != plain_words(first.article.title),
    )


def _sentences(reading: Reading) -> Counter[str]:
    """Sentences of the body with their counts, punctuation and case aside."""
    texts = (" ".join(plain_words(passage.text)) for passage in passages(reading) if passage.kind == "body")
    return Counter(text for text in texts if text)
