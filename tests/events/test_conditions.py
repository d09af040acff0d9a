"""What an event hangs on, with the words that say so."""

from collections.abc import Callable
from typing import Any

import pytest

Read = Callable[..., Any]


@pytest.mark.parametrize(
    ("text", "lemma", "condition"),
    [
        (
            "Norway will send troops to Finland, subject to approval by parliament.",
            "send",
            "subject to approval by parliament",
        ),
        (
            "Norway agreed to sell the jets to Finland, pending approval by the Senate.",
            "sell",
            "pending approval by the Senate",
        ),
        ("The treaty between Norway and Finland will take effect in May if ratified.", "treaty", "if ratified"),
        (
            "Norway will lift sanctions on Slovakia provided that it releases Marek Dolan.",
            "lift",
            "provided that it releases Marek Dolan",
        ),
        (
            "Norway will attack Slovakia unless it withdraws its troops.",
            "attack",
            "unless it withdraws its troops",
        ),
        (
            "Finland promised to release the prisoners on condition that Norway lifts its sanctions.",
            "release",
            "on condition that Norway lifts its sanctions",
        ),
        (
            "As long as Slovakia releases the prisoners, Norway will resume talks with Slovakia.",
            "talk",
            "As long as Slovakia releases the prisoners",
        ),
        (
            "Finland would send troops to Norway in the event of an attack by Slovakia.",
            "send",
            "in the event of an attack by Slovakia",
        ),
    ],
)
def test_a_condition_is_stored_with_its_words(read: Read, text: str, lemma: str, condition: str) -> None:
    page = read(text)
    span = page.event(lemma).condition
    assert span is not None
    assert span.of(page.text) == condition


@pytest.mark.parametrize(
    ("text", "lemma"),
    [
        ("Norway will lift sanctions on Slovakia provided that it releases Marek Dolan.", "release"),
        ("Finland promised to free Marek Dolan on condition that Norway withdraws its troops.", "withdraw"),
        ("Finland would send troops to Norway in the event of an attack by Slovakia.", "send"),
    ],
)
def test_what_stands_in_a_condition_or_would_follow_from_it_is_possible(read: Read, text: str, lemma: str) -> None:
    assert read(text).status(lemma) == "possible"


@pytest.mark.parametrize(
    "text",
    [
        "Norway released Marek Dolan on Monday, pending his trial.",
        "Norway provided troops to Finland on Monday.",
        "Finland sold the jets to Norway on Monday.",
    ],
)
def test_what_happened_is_not_held_to_hang_on_what_is_only_near_it(read: Read, text: str) -> None:
    assert all(event.condition is None for event in read(text).events)
