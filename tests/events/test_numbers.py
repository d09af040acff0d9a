"""Numbers of a text: what they are worth, what limits them, and what is no number."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.events.numbers import numbers, quantity_words, value_of

WORDS = quantity_words()


def read(text: str) -> list[tuple[float | None, float | None, str, str | None]]:
    return [(n.low, n.high, n.bound, n.currency) for n in numbers(text, 0, len(text), WORDS)]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("12 ships", (12, 12, "exactly", None)),
        ("1,250 ships", (1250, 1250, "exactly", None)),
        ("at least 12 ships", (12, 12, "at_least", None)),
        ("more than two dozen ships", (24, 24, "more_than", None)),
        ("up to 260 tonnes", (260, 260, "at_most", None)),
        ("nearly two hundred and fifty ships", (250, 250, "about", None)),
        ("fewer than twenty-five ships", (25, 25, "less_than", None)),
        ("300 or more ships", (300, 300, "at_least", None)),
        ("dozens of ships", (24, None, "at_least", None)),
        ("hundreds of thousands of ships", (200_000, None, "at_least", None)),
        ("between 10 and 15 ships", (10, 15, "exactly", None)),
        ("10 to 15 ships", (10, 15, "exactly", None)),
        ("3-5 million ships", (3e6, 5e6, "exactly", None)),
        ("half a million ships", (5e5, 5e5, "exactly", None)),
        ("$3.5 million", (3.5e6, 3.5e6, "exactly", "USD")),
        ("about €1.2bn", (1.2e9, 1.2e9, "about", "EUR")),
        ("12km away", (12, 12, "exactly", None)),
    ],
)
def test_a_number_has_its_value_and_what_limits_it(
    text: str, number: tuple[float, float | None, str, str | None]
) -> None:
    assert read(text) == [number]


@pytest.mark.parametrize(
    "text", ["on 2015-03-04", "at 3:45", "1/2 of it", "Covid-19", "an F-16", "version 1.2.3", "a 5x lens"]
)
def test_dates_times_and_parts_of_names_are_no_numbers(text: str) -> None:
    assert read(text) == []


def test_a_range_that_runs_backwards_is_none() -> None:
    assert read("15 to 10 votes") == []


def test_two_numbers_with_and_between_them_stay_two_where_nothing_makes_them_a_range() -> None:
    assert [n[0] for n in read("five and three ships")] == [5, 3]


@given(st.integers(1, 999_999_999))
def test_a_figure_with_commas_is_worth_what_it_says(value: int) -> None:
    assert value_of(f"{value:,}", WORDS) == value


@given(st.text(max_size=200))
def test_any_text_gives_numbers_in_order_within_it(text: str) -> None:
    last = 0
    for number in numbers(text, 0, len(text), WORDS):
        assert last <= number.span.start <= number.figure.start < number.figure.end <= number.span.end <= len(text)
        assert number.low is None or math.isfinite(number.low)
        last = number.span.end
