"""Task `clusters`: pages about one event, out of articles kept as JSON.

B-cubed precision and recall (Bagga and Baldwin, 1998): for each page the share of its cluster that is of its event, and
the share of its event that is in its cluster; means over pages, and their F1.
"""

from collections import Counter
from collections.abc import Hashable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from dateline.errors import UsageError
from dateline.evaluation.layouts import decode
from dateline.evaluation.measures import harmonic, mean
from dateline.evaluation.tasks import Options, Outcome, Task

if TYPE_CHECKING:
    from dateline.syndication import Story


class Label(msgspec.Struct, frozen=True, rename="pascal"):
    event: str


class StoredArticle(msgspec.Struct, frozen=True, rename="camel"):
    """An article of the set with the event it is about."""

    news_cluster: Label
    title: str | None = None
    description: str | None = None
    text: str | None = None


def run(path: Path, options: Options) -> Outcome:
    """Cluster all articles of a folder."""
    from dateline.syndication import story_clusters

    del options
    articles, stories = stories_of(path)
    events = [article.news_cluster.event for article in articles]
    found = story_clusters(stories)
    precision, recall = b_cubed(events, found)
    scores = {"bcubed_f1": harmonic(precision, recall), "precision": precision, "recall": recall}
    return Outcome(len(articles), scores, _explain(articles, events, found))


def stories_of(path: Path) -> tuple[list[StoredArticle], list["Story"]]:
    """The articles of a folder in order of their names, and what clustering sees of them.

    Raises UsageError where there are none.
    """
    from dateline.syndication import Story

    files = sorted(path.glob("*.json")) if path.is_dir() else []
    if not files:
        raise UsageError(f"{path} holds no articles named *.json")
    articles: list[StoredArticle] = [decode(file, StoredArticle) for file in files]
    return articles, [Story(title=a.title or "", body=a.text or "", teaser=a.description or "") for a in articles]


def b_cubed(gold: Sequence[Hashable], found: Sequence[Hashable]) -> tuple[float, float]:
    """Precision and recall of a clustering, each item with its gold and its found cluster; 0 of nothing."""
    pages = b_cubed_of_each(gold, found)
    return mean(precision for precision, _ in pages), mean(recall for _, recall in pages)


def b_cubed_of_each(gold: Sequence[Hashable], found: Sequence[Hashable]) -> list[tuple[float, float]]:
    """Precision and recall of each item."""
    both, of_gold, of_found = Counter(zip(gold, found, strict=True)), Counter(gold), Counter(found)
    pairs = list(zip(gold, found, strict=True))
    return [(both[pair] / of_found[pair[1]], both[pair] / of_gold[pair[0]]) for pair in pairs]


def _explain(articles: Sequence[StoredArticle], events: Sequence[str], found: Sequence[int]) -> Iterator[str]:
    """Clusters that hold several events, and events that are in several clusters."""
    members = list(zip(events, found, articles, strict=True))
    for cluster in sorted(set(found)):
        held = sorted((event, article.title or "") for event, number, article in members if number == cluster)
        if len({event for event, _ in held}) > 1:
            yield f"mixed cluster {cluster}:"
            yield from (f"    {event}: {title}" for event, title in held)
    for event in sorted(set(events)):
        parts = sorted((number, article.title or "") for name, number, article in members if name == event)
        if len({number for number, _ in parts}) > 1:
            yield f"parted event {event}:"
            yield from (f"    {number}: {title}" for number, title in parts)


TASK = Task(
    name="clusters",
    about="pages about one event, brought together",
    notes=(
        "The data: `*.json`, an article each (`title`, `description`, `text`) with its event (`newsCluster.Event`).",
        "B-cubed: precision and recall are means over pages, bcubed_f1 is their F1.",
        "The threshold was chosen on this set; in five folds over its events the score is the same"
        " (`benchmarks/merging_folds.py`).",
    ),
    scores=("bcubed_f1", "precision", "recall"),
    run=run,
)
