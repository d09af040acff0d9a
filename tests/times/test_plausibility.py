"""Words of time that are no times."""

from collections.abc import Callable

import pytest


@pytest.mark.parametrize(
    "text",
    [
        "The 54-year-old man, 49 at the time of the photograph, was freed.",
        "A third of voters, up from a quarter, want a second ballot.",
        "The A350-1000 carries 1500 passengers for $2000 each.",
        "The disc holds 75 hours of video.",
        "Theresa May spoke to The Sunday Times.",
        "They may march; the sun sat low.",
        "Call back as soon as you can.",
        "The hotel has 1900 rooms.",
        "The Long March 4C rocket stands ready.",
        "The firm moved from a fiscal year to a plain one.",
        "Falk told Florida Today about the night sky.",
        "The midnight express is late.",
        "He shares his spring water with the player of the year.",
    ],
)
def test_nothing_is_found(values_of: Callable[..., dict[str, str]], text: str) -> None:
    assert values_of(text) == {}


def test_a_year_after_a_preposition_is_one(values_of: Callable[..., dict[str, str]]) -> None:
    assert values_of("The plant sold 2000 cars in 2009.") == {"2009": "2009"}
    assert list(values_of("Prices rose between 2015 and 2020.")) == ["2015", "2020"]
