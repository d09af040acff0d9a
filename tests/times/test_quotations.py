"""Quoted speech counts from the time of speaking."""

from collections.abc import Callable


def test_tomorrow_in_a_dated_quotation(values_of: Callable[..., dict[str, str]]) -> None:
    text = '"We will sign tomorrow," the premier said on Thursday.'
    assert values_of(text)["tomorrow"] == "2023-09-15"
    curly = "“We will sign tomorrow,” the premier said on Thursday."
    assert values_of(curly)["tomorrow"] == "2023-09-15"


def test_an_undated_quotation_counts_from_publication(values_of: Callable[..., dict[str, str]]) -> None:
    assert values_of('"We will sign tomorrow," the premier said.')["tomorrow"] == "2023-09-18"


def test_outside_the_quotation_nothing_changes(values_of: Callable[..., dict[str, str]]) -> None:
    text = 'The premier said on Thursday: "We will sign." They will meet tomorrow.'
    assert values_of(text)["tomorrow"] == "2023-09-18"
