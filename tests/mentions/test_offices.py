"""Countries of offices that the page leaves unsaid."""

from collections.abc import Callable
from typing import Any

ReadFunction = Callable[..., Any]


def test_an_office_is_of_the_only_country_that_its_sentence_speaks_of(read: ReadFunction) -> None:
    page = read("The guests flew to an airport near Bergen, where Defense Minister Nils Lund showed Norway's new jets.")
    lund = page.entity("Nils Lund")
    assert (lund.country, lund.country_span.of(page.article.text)) == ("NO", "Norway")
    assert [(role.title, role.country) for role in lund.roles] == [("Defense Minister", "NO")]


def test_one_word_for_a_country_or_words_for_two_are_not_enough(read: ReadFunction) -> None:
    page = read(
        "Defense Minister Nils Lund met the Danish ambassador.",
        "Justice Minister Jan Berg flew from Oslo, Norway, to Copenhagen.",
    )
    assert [page.entity(name).country for name in ("Nils Lund", "Jan Berg")] == [None, None]


def test_a_minister_named_with_another_is_of_the_same_country(read: ReadFunction) -> None:
    page = read("Danish Finance Minister Lars Holm and Defense Minister Peter Aas were at the ceremony.")
    assert [page.entity(name).country for name in ("Lars Holm", "Peter Aas")] == ["DK", "DK"]


def test_presidents_named_together_are_of_different_countries(read: ReadFunction) -> None:
    page = read("Danish Prime Minister Lars Holm and President Antti Laine met at the port.")
    assert page.entity("Antti Laine").country is None


def test_a_capitalised_word_between_a_title_and_a_name_belongs_to_the_name(read: ReadFunction) -> None:
    page = read("The road was opened by Defense Minister Per Lund and many guests.")
    assert page.names("person") == ["Per Lund"]
