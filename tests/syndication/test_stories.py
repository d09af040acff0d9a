"""Pages about one event come together; the weights of words come with Dateline."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

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


def test_clusters_join_by_their_mean_likeness() -> None:
    near = np.array([[1, 0.8, 0.1], [0.8, 1, 0.5], [0.1, 0.5, 1]])
    assert average_linkage(near, 0.31) == [0, 0, 1]
    assert average_linkage(near, 0.29) == [0, 0, 0]
    assert average_linkage(near, 0.9) == [0, 1, 2]


@given(st.integers(0, 7).flatmap(lambda n: st.lists(st.integers(0, 99), min_size=n * n, max_size=n * n)))
@settings(max_examples=60)
def test_numbers_count_up_in_order_of_the_rows(values: list[int]) -> None:
    size = round(len(values) ** 0.5)
    square = np.array(values, dtype=float).reshape(size, size) / 100
    found = average_linkage((square + square.T) / 2, 0.5)
    assert list(dict.fromkeys(found)) == list(range(len(set(found))))
