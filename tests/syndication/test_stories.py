"""Pages about one event come together; the weights of words come with Dateline."""

from collections.abc import Sequence

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.cluster.hierarchy import fcluster, linkage

from dateline.syndication import Story, story_clusters
from dateline.syndication.linkage import average_linkage
from dateline.syndication.stories import rarity

FERRY = Story(
    title="Ostrel closes its ferry line",
    body="The harbour board of Ostrel voted to close the old ferry line. Fishermen asked for a delay.",
)
FERRY_TOO = Story(
    title="Board ends ninety years of ferries",
    body="After a vote of the harbour board no ferry will leave Ostrel from March on, and the fishermen are angry.",
)
LIBRARY = Story(title="Library opens in Varn", body="A choir sang while rain fell. The mayor thanked the masons.")


def test_pages_about_one_event_come_together_and_others_do_not() -> None:
    assert story_clusters([FERRY, LIBRARY, FERRY_TOO]) == [0, 1, 0]


def test_another_page_changes_no_likeness_of_those_there() -> None:
    alone = story_clusters([FERRY, FERRY_TOO])
    assert story_clusters([FERRY, FERRY_TOO, LIBRARY])[:2] == alone


def test_stories_without_words_stand_alone() -> None:
    assert story_clusters([]) == []
    assert story_clusters([Story(title="", body=""), Story(title="", body="")]) == [0, 1]


def test_common_words_weigh_little_and_unknown_ones_most() -> None:
    assert rarity("the") < 0.1 < rarity("harbour") <= rarity("ostrel")


@given(st.permutations([FERRY, LIBRARY, FERRY_TOO, Story(title="", body=""), FERRY]))
@settings(max_examples=20, deadline=None)
def test_the_order_of_the_stories_changes_nothing(stories: list[Story]) -> None:
    found = story_clusters(stories)
    assert list(dict.fromkeys(found)) == list(range(3))
    assert len({(story.title, number) for story, number in zip(stories, found, strict=True)}) == 4


def test_clusters_join_by_their_mean_likeness() -> None:
    near = [{"a": 1.0}, {"a": 0.8, "b": 0.6}, {"a": 0.1, "b": 0.7, "c": 0.7}]
    assert average_linkage(near, 0.31) == [0, 0, 1]
    assert average_linkage(near, 0.29) == [0, 0, 0]
    assert average_linkage(near, 0.9) == [0, 1, 2]
    assert average_linkage([], 0.5) == []


@given(st.integers(0, 2**32), st.integers(2, 30), st.floats(0.1, 0.9))
@settings(max_examples=60, deadline=None)
def test_clusters_are_those_of_average_linkage_with_a_matrix(seed: int, count: int, least: float) -> None:
    """Compared with SciPy, whose distance is 1 - likeness; drawn numbers are never equally alike."""
    vectors = np.random.default_rng(seed).random((count, 6)) ** 3
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    tree = linkage(1 - (vectors @ vectors.T)[np.triu_indices(count, 1)], "average")
    found = average_linkage([dict(zip("abcdef", row, strict=True)) for row in vectors.tolist()], least)
    assert partition(found) == partition(fcluster(tree, 1 - least, "distance"))


def partition(numbers: Sequence[int]) -> set[frozenset[int]]:
    """Clusters as sets of what is in them."""
    return {frozenset(i for i, other in enumerate(numbers) if other == number) for number in numbers}
