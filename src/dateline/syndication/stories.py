"""Pages about one event: weighted words of headline and lead, clustered by average linkage.

A word's weight is (1 + log of its count) times the inverse of how many pages of English news it stands on, after counts
that ship with Dateline: pages of the chronicle play no part in them, so that adding one moves no other. Words that no
counted page has, names above all, weigh most. Two pages are as like as the cosine of their weights. Average linkage
after Sokal and Michener (1958); days do not count: some stories go on for months.
"""

import math
from collections import Counter
from collections.abc import Sequence
from functools import cache

import msgspec

from dateline.languages import load
from dateline.syndication.linkage import average_linkage
from dateline.syndication.shingles import plain_words

TITLE_WEIGHT = 3
"""How often a word of the headline counts."""
LEAD_WORDS = 80
"""Words of the body that tell what a page is about; what follows is background, much alike from story to story."""
LIKE = 0.105
"""Mean cosine from which two clusters are one: the middle of .09 to .12, where the score does not move."""


class Story(msgspec.Struct, frozen=True, kw_only=True):
    """What clustering sees of a page. `teaser` is the page's own summary, where it has one."""

    title: str
    body: str
    teaser: str = ""


class SharedCount(msgspec.Struct, frozen=True):
    """Words (parted by blanks) that stand on so many of the counted pages."""

    pages: int
    words: str


class WordCounts(msgspec.Struct, frozen=True):
    """On how many pages of news words stand."""

    pages: int
    counts: list[SharedCount]


def story_clusters(stories: Sequence[Story], *, like: float = LIKE, lead: int = LEAD_WORDS) -> list[int]:
    """A cluster number for each story; equal numbers are about one event. Numbers count up in order of the stories.

    Stories come together in the same way whatever their order. `lead` is how many words of each body count.
    """
    order = sorted(range(len(stories)), key=lambda number: msgspec.structs.astuple(stories[number]))
    clusters = average_linkage([story_weights(stories[number], lead) for number in order], like)
    cluster_of = dict(zip(order, clusters, strict=True))
    numbers = {cluster: number for number, cluster in enumerate(dict.fromkeys(map(cluster_of.get, range(len(order)))))}
    return [numbers[cluster_of[number]] for number in range(len(stories))]


def story_weights(story: Story, words: int = LEAD_WORDS) -> dict[str, float]:
    """The words of a page that tell what it is about, each with its weight; the norm of the weights is 1."""
    lead = plain_words(story.body)[:words]
    counts = Counter(plain_words(story.title) * TITLE_WEIGHT + plain_words(story.teaser) + lead)
    weights = {word: (1 + math.log(count)) * rarity(word) for word, count in counts.items()}
    norm = math.hypot(*weights.values()) or 1.0
    return {word: weight / norm for word, weight in weights.items()}


def rarity(word: str) -> float:
    """Natural logarithm of all counted pages over those with the word; words on fewer than two count as on none."""
    pages, on = _word_counts()
    return math.log((pages + 1) / (on.get(word, 0) + 1))


@cache
def _word_counts() -> tuple[int, dict[str, int]]:
    data: WordCounts = load("en", "word_counts", WordCounts)
    return data.pages, {word: count.pages for count in data.counts for word in count.words.split()}
