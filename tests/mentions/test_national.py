"""One name for the bodies of a state, and its government behind the words for it."""

from collections.abc import Callable

import pytest
from tests.mentions.conftest import Read

ReadFunction = Callable[..., Read]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Norway's parliament passed the law. The Norwegian parliament will meet again.", "Norwegian parliament"),
        ("The Norwegian army closed the road. Norway's army moved in.", "Norwegian army"),
        ("Norway's armed forces searched the sea. The Norwegian armed forces found nobody.", "Norwegian armed forces"),
        (
            "The Norwegian Defense Ministry said two ships left. Norway's Ministry of Defence confirmed it.",
            "Norwegian Defense Ministry",
        ),
        ("The Defense Ministry of Norway said the ships had left.", "Norwegian Defense Ministry"),
        ("Norway's Defense Ministry sent a note. The ministry gave no reason.", "Norwegian Defense Ministry"),
        ("The U.S. military sent a ship.", "U.S. military"),
    ],
)
def test_a_body_of_a_state_has_one_name(read: ReadFunction, text: str, name: str) -> None:
    page = read(text)
    assert page.names("organization") == [name]
    assert page.entity(name).country in ("NO", "US")


def test_the_words_that_tell_the_country_of_a_ministry_are_the_country_s(read: ReadFunction) -> None:
    page = read("Officers of Japan's Defense Ministry left Oslo.")
    span = page.entity("Japanese Defense Ministry").country_span
    assert span is not None
    assert span.of(page.article.text) == "Japan"


def test_ministries_of_two_countries_are_two(read: ReadFunction) -> None:
    page = read("Japan's Defense Ministry met the Swedish Defense Ministry. The Defense Ministry agreed.")
    assert page.names("organization") == ["Japanese Defense Ministry", "Swedish Defense Ministry", "Defense Ministry"]


def test_the_government_is_the_only_one_spoken_of(read: ReadFunction) -> None:
    page = read("Norway's government said it would pay. The government later changed its mind.")
    assert page.behind("The government") == "Norway"


def test_the_government_after_those_of_two_countries_stays_open(read: ReadFunction) -> None:
    page = read("Norway's government and the Swedish government will pay.", "The government later changed its mind.")
    assert page.behind("The government") == "government"


def test_the_government_of_a_page_that_names_none_stays_open(read: ReadFunction) -> None:
    page = read("Ships left Norway on Monday.", "The government did not say why.")
    assert page.behind("The government") == "government"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The government of Norway will pay.", "The government of Norway"),
        ("The governments of Norway and Sweden signed the pact.", "The governments"),
        ("The Norwegian and Swedish governments signed the pact.", "The Norwegian and Swedish governments"),
    ],
)
def test_governments_are_the_countries_that_are_named_with_them(read: ReadFunction, text: str, words: str) -> None:
    assert read(text).all_behind(words) == ["Norway", "Sweden"][: 1 + ("Sw" in text)]


@pytest.mark.parametrize("owners", ["the two countries", "both states", "the three allies"])
def test_the_forces_of_several_at_once_are_no_body(read: ReadFunction, owners: str) -> None:
    page = read("Norway and Sweden spoke on Monday.", f"Ties between the armed forces of {owners} will grow.")
    assert page.names("organization") == []
