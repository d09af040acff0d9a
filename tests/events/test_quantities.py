"""Numbers as arguments of events: killed, injured, arrested, money, distance, with unit and bound."""

from collections.abc import Callable
from typing import Any

import pytest

from dateline.records import Quantity, Span

Read = Callable[..., Any]


def told(read: Read, text: str, lemma: str) -> list[tuple[str, float | None, float | None, str, str, str]]:
    return [(q.kind, q.low, q.high, q.bound, q.unit, q.of) for q in read(text).event(lemma).quantities]


@pytest.mark.parametrize(
    ("text", "lemma", "quantities"),
    [
        (
            "Finnish police arrested about 40 protesters in Helsinki on Friday.",
            "arrest",
            [("arrested", 40, 40, "about", "people", "protester")],
        ),
        (
            "Police made 40 arrests in Oslo on Monday.",
            "arrest",
            [("arrested", 40, 40, "exactly", "people", "")],
        ),
        (
            "Twelve people were killed and 30 injured when a bus crashed in Norway.",
            "kill",
            [("killed", 12, 12, "exactly", "people", "")],
        ),
        (
            "Twelve people were killed and 30 injured when a bus crashed in Norway.",
            "injure",
            [("injured", 30, 30, "exactly", "people", "")],
        ),
        (
            "The crash left 45 dead and five others missing.",
            "leave",
            [("killed", 45, 45, "exactly", "people", ""), ("missing", 5, 5, "exactly", "people", "")],
        ),
        ("Norway lent Slovakia $3.5 million on Tuesday.", "lend", [("money", 3.5e6, 3.5e6, "exactly", "USD", "")]),
        ("Elena Varga flew 1,200 km to Kenya on Monday.", "fly", [("distance", 1200, 1200, "exactly", "km", "")]),
        (
            "The ship leaked up to 260 tonnes of oil off Norway on Monday.",
            "leak",
            [("mass", 260, 260, "at_most", "tonne", "oil")],
        ),
        (
            "A court in Oslo sentenced Marek Dolan to 12 years in prison on Monday.",
            "sentence",
            [("term", 12, 12, "exactly", "year", "")],
        ),
        (
            "Hundreds of thousands of people fled Slovakia in March.",
            "flee",
            [("displaced", 200_000, None, "at_least", "people", "")],
        ),
        (
            "Slovak rebels fired 12 missiles at Norway on Monday.",
            "fire",
            [("count", 12, 12, "exactly", "", "missile")],
        ),
    ],
)
def test_what_is_counted_paid_or_measured_is_an_argument(
    read: Read, text: str, lemma: str, quantities: list[tuple[str, float, float | None, str, str, str]]
) -> None:
    assert told(read, text, lemma) == quantities


def test_the_event_that_brought_a_result_about_has_its_numbers_too(read: Read) -> None:
    text = "A bomb exploded near a market in Tampere on Monday, killing at least 12 people and wounding more than 30."
    numbers = [
        ("killed", 12, 12, "at_least", "people", ""),
        ("injured", 30, 30, "more_than", "people", ""),
    ]
    assert told(read, text, "explode") == numbers
    assert told(read, text, "kill")[0] == numbers[0]


def test_those_who_kill_are_not_counted_among_the_killed(read: Read) -> None:
    assert told(read, "Three gunmen killed two soldiers in Oslo on Monday.", "kill") == [
        ("count", 3, 3, "exactly", "", "gunman"),
        ("killed", 2, 2, "exactly", "people", "soldier"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Norway bought a Boeing 737 from Finland on Monday.",
        "Elena Varga visited Kenya on 12 May 2023.",
        "Two of the ministers visited Kenya for three weeks.",
        "The leaders of 12 countries visited Kenya on Monday.",
    ],
)
def test_names_times_and_numbers_of_other_things_are_no_quantities(read: Read, text: str) -> None:
    assert [q for event in read(text).events for q in event.quantities] == []


def test_the_evidence_is_the_number_with_what_limits_it_and_what_it_counts(read: Read) -> None:
    page = read("Finnish police arrested about 40 protesters in Helsinki on Friday.")
    (quantity,) = page.event("arrest").quantities
    assert quantity.span.of(page.text) == quantity.words == "about 40 protesters"


@pytest.mark.parametrize(
    ("bound", "limits"),
    [
        ("exactly", (100, 100)),
        ("about", (90, 110)),
        ("at_least", (100, float("inf"))),
        ("more_than", (100, float("inf"))),
        ("at_most", (0, 100)),
        ("less_than", (0, 100)),
    ],
)
def test_the_limits_of_a_number_are_as_wide_as_its_words(bound: Any, limits: tuple[float, float]) -> None:
    quantity = Quantity(kind="count", low=100, high=100, bound=bound, words="100", span=Span(0, 3))
    assert quantity.limits == pytest.approx(limits)
