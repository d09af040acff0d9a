"""Scores of coreference and clusters on data that their choices were not made on: five folds.

    python benchmarks/merging_folds.py ECBPLUS NEWS_CLUSTER

Of ECB+ every fifth topic is left out in turn, of the clusters every fifth event. What scores best on the rest is
chosen: the likeness of one story, then each other choice of `dateline.evaluation.coreference.Linking`. The choices then
hold for what was left out; the score is over all of that together. Each choice by itself is told too, over all topics.
"""

import argparse
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from pathlib import Path
from typing import Any

import msgspec

from dateline.evaluation.chains import conll_f1
from dateline.evaluation.clusters import b_cubed_of_each, stories_of
from dateline.evaluation.coreference import Linking, Read, link_events, read_document
from dateline.evaluation.ecbplus import read_topics
from dateline.evaluation.measures import harmonic, mean
from dateline.syndication import story_clusters

FOLDS = 5
CHOICES: Mapping[str, tuple[Any, ...]] = {
    "like": (0.08, 0.1, 0.12, 0.14, 0.15, 0.16, 0.17, 0.18, 0.2, 0.22, 0.24, 0.28),
    "stem": (3, 4, 5, 6, 7, 99),
    "alike": (True, False),
    "families": (True, False),
    "parts": (True, False),
}
LIKE = tuple(round(0.06 + 0.01 * step, 2) for step in range(13))
Topic = list[Read]


def main() -> None:
    """Print the scores of both sets in five folds."""
    parser = argparse.ArgumentParser(description="Cross-validate coreference and clusters.")
    parser.add_argument("ecbplus", type=Path)
    parser.add_argument("clusters", type=Path)
    given = parser.parse_args()
    print("\n".join(tell_clusters(given.clusters)))
    found = [read_document(document) for document in read_topics(given.ecbplus)]
    print("\n".join(tell_events(found)))


class Topics:
    """The documents of each topic, with what they were linked to by each way of linking."""

    def __init__(self, found: Sequence[Read]) -> None:
        self._topics = [list(group) for _, group in groupby(found, key=lambda read: read.document.topic)]
        self._known: dict[tuple[Linking, int], dict[str, str]] = {}

    def __len__(self) -> int:
        return len(self._topics)

    def found(self, by: Linking, numbers: Sequence[int]) -> dict[str, str]:
        """The chains found in some topics."""
        for number in numbers:
            if (by, number) not in self._known:
                self._known[by, number] = link_events(self._topics[number], by)
        return {mention: chain for number in numbers for mention, chain in self._known[by, number].items()}

    def gold(self, numbers: Sequence[int]) -> dict[str, str]:
        """The annotated chains of some topics."""
        mentions = (m for number in numbers for read in self._topics[number] for m in read.document.mentions)
        return {m.id: m.chain for m in mentions if m.event}

    def score(self, by: Linking, numbers: Sequence[int]) -> float:
        """event_conll_f1 over some topics."""
        return conll_f1(self.gold(numbers), self.found(by, numbers))


def tell_events(found: Sequence[Read]) -> Iterator[str]:
    """The score of events in five folds, and what each choice is worth over all topics."""
    topics = Topics(found)
    every = list(range(len(topics)))
    held: dict[str, str] = {}
    for fold in range(FOLDS):
        out = every[fold::FOLDS]
        chosen = best(topics, [number for number in every if number not in out])
        held |= topics.found(chosen, out)
        yield f"fold {fold + 1}: {topics.score(chosen, out):.4f} by {chosen}"
    yield f"event_conll_f1 in five folds {conll_f1(topics.gold(every), held):.4f}"
    yield f"as it is shipped {topics.score(Linking(), every):.4f}"
    for name, values in CHOICES.items():
        told = (f"{v}: {topics.score(msgspec.structs.replace(Linking(), **{name: v}), every):.4f}" for v in values)
        yield f"{name}  {'  '.join(told)}"


def best(topics: Topics, numbers: Sequence[int]) -> Linking:
    """The choices that score best on some topics, made one after the other; of equal ones the middle."""
    by = Linking()
    for name, values in CHOICES.items():
        scores = {value: topics.score(msgspec.structs.replace(by, **{name: value}), numbers) for value in values}
        top = [value for value in values if scores[value] == max(scores.values())]
        by = msgspec.structs.replace(by, **{name: top[len(top) // 2]})
    return by


def tell_clusters(folder: Path) -> Iterator[str]:
    """bcubed_f1 of pages in five folds. All pages are clustered together; those of some events are scored."""
    articles, stories = stories_of(folder)
    events = [article.news_cluster.event for article in articles]
    names = sorted(set(events))
    pages = {like: b_cubed_of_each(events, story_clusters(stories, like=like)) for like in LIKE}
    held: list[tuple[float, float]] = []
    for fold in range(FOLDS):
        out = [number for number, event in enumerate(events) if names.index(event) % FOLDS == fold]
        rest = [number for number in range(len(events)) if number not in out]
        scores = {like: _f1(pages[like], rest) for like in LIKE}
        top = [like for like in LIKE if scores[like] == max(scores.values())]
        like = top[len(top) // 2]
        held += _of(pages[like], out)
        yield f"fold {fold + 1}: {len(out)} pages, {_f1(pages[like], out):.4f} by {like}"
    yield f"bcubed_f1 in five folds {_f1(held, range(len(held))):.4f}"
    told = (f"{like}: {_f1(pages[like], range(len(events))):.4f}" for like in LIKE)
    yield f"like  {'  '.join(told)}"


def _of(pages: Sequence[tuple[float, float]], numbers: Sequence[int]) -> list[tuple[float, float]]:
    return [pages[number] for number in numbers]


def _f1(pages: Sequence[tuple[float, float]], numbers: Sequence[int]) -> float:
    some = _of(pages, numbers)
    return harmonic(mean(precision for precision, _ in some), mean(recall for _, recall in some))


if __name__ == "__main__":
    main()
