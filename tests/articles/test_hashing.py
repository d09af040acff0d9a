"""Words and lines as numbers."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from dateline.articles.hashing import Hasher, Lexicon, group

WORDS = st.lists(st.text("abcd", min_size=1, max_size=6), min_size=1, max_size=40)


def _hashes(words: list[str]) -> np.ndarray:
    codes = np.array([ord(char) for word in words for char in word], np.uint64)
    ends = np.cumsum([len(word) for word in words])
    return Hasher(codes).runs(ends - [len(word) for word in words], ends)


@given(WORDS)
def test_equal_runs_have_equal_hashes_wherever_they_stand_and_others_do_not(words: list[str]) -> None:
    hashes = _hashes(words).tolist()
    assert len(set(hashes)) == len(set(words))
    assert len(set(zip(words, hashes, strict=True))) == len(set(words))


@given(WORDS)
def test_groups_say_what_came_before_and_how_many_are_equal(words: list[str]) -> None:
    groups = group(_hashes(words))
    assert groups.sizes.tolist() == [words.count(word) for word in words]
    assert groups.again.tolist() == [word in words[:i] for i, word in enumerate(words)]
    assert [(a == b) for a in groups.of for b in groups.of] == [a == b for a in words for b in words]


def test_a_lexicon_knows_its_words_and_no_others() -> None:
    lexicon = Lexicon({"quay": 1, "ferry": 6, "b": 2, "c": 4})
    assert lexicon.bits(_hashes(["ferry", "quays", "quay", "c", "ferr", "a", "b"])).tolist() == [6, 0, 1, 4, 0, 0, 2]
