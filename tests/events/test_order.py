"""Order without dates, and what it says of days. The page is of Saturday 13 April 2024."""

from collections.abc import Callable
from typing import Any

import pytest

Read = Callable[..., Any]


def order_of(told: Any, lemma: str) -> list[tuple[str, str, str]]:
    """Relation, lemma of the other event, and the words that say so."""
    lemmas = {event.id: event.lemma for event in told.events}
    return [(o.relation, lemmas[o.other], o.span.of(told.text)) for o in told.event(lemma).order]


@pytest.mark.parametrize(
    ("text", "lemma", "order"),
    [
        (
            "Anna Ruzic resigned after Hungary expelled two diplomats.",
            "resign",
            ("after", "expel", "after Hungary expelled"),
        ),
        ("Before flying to Oslo, Elena Varga met Marek Dolan.", "meet", ("before", "fly", "Before flying")),
        ("Elena Varga met Marek Dolan while visiting Kenya.", "meet", ("during", "visit", "while visiting")),
        (
            "Finland arrested Marek Dolan and later expelled a diplomat.",
            "expel",
            ("after", "arrest", "arrested Marek Dolan and later"),
        ),
        (
            "Finland recalled its envoy ahead of talks with Norway next week.",
            "recall",
            ("before", "talk", "ahead of talks"),
        ),
    ],
)
def test_order_is_kept_with_the_words_that_say_it(
    read: Read, text: str, lemma: str, order: tuple[str, str, str]
) -> None:
    assert order_of(read(text), lemma) == [order]


def test_what_is_told_side_by_side_has_no_order(read: Read) -> None:
    told = read("Finland arrested Marek Dolan and expelled a diplomat.")
    assert order_of(told, "expel") == order_of(told, "arrest") == []


def test_what_came_after_a_dated_event_is_not_before_it(read: Read) -> None:
    told = read("Anna Ruzic resigned after Hungary expelled two diplomats on Monday.")
    assert told.day("resign") == "2024-04-08..2024-04-13"
    date = told.event("resign").date
    assert (date.rule, date.basis) == ("order", "story")
    assert [span.of(told.text) for span in date.expressions] == ["after Hungary expelled", "Monday"]


def test_what_came_before_a_dated_event_is_not_after_it(read: Read) -> None:
    told = read("Elena Varga met Tomas Lindqvist before she flew to Nairobi on Tuesday.")
    assert told.day("meet") == "..2024-04-09"


def test_order_goes_on_along_a_chain(read: Read) -> None:
    told = read("After Hungary expelled two diplomats on Monday, Anna Ruzic resigned and later fled to Oslo.")
    assert told.day("flee") == told.day("resign") == "2024-04-08..2024-04-13"


def test_an_event_with_a_time_of_its_own_keeps_it(read: Read) -> None:
    told = read("Anna Ruzic resigned on Friday after Hungary expelled two diplomats on Monday.")
    assert (told.day("expel"), told.day("resign")) == ("2024-04-08", "2024-04-12")


def test_what_was_before_a_plan_is_bounded_by_the_page(read: Read) -> None:
    assert read("Finland recalled its envoy ahead of talks with Norway next week.").day("recall") == "..2024-04-13"


def test_an_undated_event_says_that_the_page_only_bounds_it(read: Read) -> None:
    past = read("Finland expelled a diplomat.").event("expel").date
    coming = read("Finland will expel a diplomat.").event("expel").date
    assert (past.rule, coming.rule) == ("before_publication", "after_publication")
    assert past.interval.is_open
    assert coming.interval.is_open


def test_background_gets_no_bound(read: Read) -> None:
    told = read("Elena Varga, who had visited Kenya, met Tomas Lindqvist on Monday.")
    assert told.event("visit").date.rule == "none"
