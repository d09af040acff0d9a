"""Words for one kind of event."""

from collections import Counter

import pytest

from dateline.merging.kinds import are_alike, base_of, kind_of, triggers


@pytest.mark.parametrize(
    ("one", "other"), [("earthquake", "temblor"), ("hire", "appoint"), ("blasts", "explode"), ("derail", "derail")]
)
def test_words_for_one_kind_of_event_are_alike(one: str, other: str) -> None:
    assert are_alike(one, other)


@pytest.mark.parametrize(("one", "other"), [("hire", "sack"), ("derail", "sing"), ("paint", "sing")])
def test_other_words_are_not(one: str, other: str) -> None:
    assert not are_alike(one, other)


def test_a_word_that_is_unknown_is_of_no_kind_and_stays_as_it_is() -> None:
    assert (kind_of("yodels"), base_of("yodels")) == (None, "yodels")


def test_a_word_stands_in_one_line_only() -> None:
    words = Counter(word for line in triggers().alike for word in line.split())
    assert [word for word, count in words.items() if count > 1] == []
