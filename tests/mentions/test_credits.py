"""Credits within a text name nobody of the news."""

from collections.abc import Callable
from typing import Any

import pytest

ReadFunction = Callable[..., Any]


@pytest.mark.parametrize(
    "text",
    [
        "Prices rose on Monday. Photograph: Gerald Foss/Getty Images",
        "A worker looks at a ship. (AP Photo/Harald Dunn, File)",
        "A crowd cheers at the harbour. Photo by Ann Moss",
        "By Harald Dunn, Political Editor",
        "Prices rose on Monday. (Reporting by Ann Moss and Carl Vik; Editing by Pia Holt)",
    ],
)
def test_those_of_a_credit_are_no_people_of_the_page(read: ReadFunction, text: str) -> None:
    page = read(text, "The harbour was closed.")
    assert (page.names("person"), page.names("organization")) == ([], [])


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("By Monday Harald Dunn had left the town.", "Harald Dunn"),
        ("A photo of Ann Moss hung in the hall.", "Ann Moss"),
        ("The report was written by Carl Vik.", "Carl Vik"),
    ],
)
def test_who_is_named_beside_such_words_in_a_sentence_stays(read: ReadFunction, text: str, name: str) -> None:
    assert read(text).names("person") == [name]


def test_many_slashes_and_bylines_take_no_longer_than_their_number(read: ReadFunction) -> None:
    assert read("By / " * 400).names("person") == []


def test_one_word_in_the_plural_after_the_is_a_team_or_a_family(read: ReadFunction) -> None:
    page = read("The Marlows lost to the Lynxes, said coach Bo Lind.", "The Linds left early.")
    assert page.names("person") == ["Bo Lind"]
    assert "Marlows" in page.names("organization")
    assert "Linds" in page.names("group")


def test_the_ministry_after_a_body_in_small_letters_is_that_body(read: ReadFunction) -> None:
    page = read("The Norwegian oil and energy supplies ministry warned of floods.", "The ministry called them grave.")
    assert page.entity(page.behind("The ministry")).country == "NO"
