"""Identifiers made from content."""

import subprocess
import sys

from hypothesis import given
from hypothesis import strategies as st

from dateline.records import content_id
from dateline.records.ids import ID_LENGTH

texts = st.text(max_size=8)


def test_an_id_is_sixteen_hexadecimal_digits() -> None:
    found = content_id("page", 3)
    assert len(found) == ID_LENGTH == 16
    assert set(found) <= set("0123456789abcdef")


def test_an_id_is_the_same_in_every_process_and_for_every_hash_seed() -> None:
    program = "from dateline.records import content_id; print(content_id('page', 'event', 17, 'met'))"
    other = subprocess.run(
        [sys.executable, "-c", program], env={"PYTHONHASHSEED": "77"}, capture_output=True, text=True, check=True
    )
    assert other.stdout.strip() == content_id("page", "event", 17, "met")


def test_where_one_part_ends_makes_a_difference() -> None:
    assert content_id("ab", "c") != content_id("a", "bc")
    assert content_id("ab", "") != content_id("", "ab")
    assert content_id("ab") != content_id("ab", "")


def test_order_makes_a_difference() -> None:
    assert content_id("a", "b") != content_id("b", "a")


def test_bytes_are_taken_as_they_are_and_numbers_as_their_words() -> None:
    assert content_id(b"caf\xc3\xa9") == content_id("café")
    assert content_id(12) == content_id("12")
    assert content_id(b"12") == content_id(12)


def test_a_lone_surrogate_has_an_id_too() -> None:
    assert content_id("\ud800") != content_id("\ud801")


@given(st.lists(texts, max_size=4), st.lists(texts, max_size=4))
def test_only_equal_parts_have_equal_ids(a: list[str], b: list[str]) -> None:
    assert (content_id(*a) == content_id(*b)) == (a == b)
