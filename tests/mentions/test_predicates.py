"""Roles that a verb tells."""

from collections.abc import Callable

import pytest
from tests.mentions.conftest import Read

ReadFunction = Callable[..., Read]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Lena Ostrow was elected mayor of Gdynia on Sunday.", "mayor of Gdynia"),
        ("Tomas Berg was appointed defense minister on Friday.", "defense minister"),
        ("Ana Vik was sworn in as president on Monday.", "president"),
        ("Sam Roe has been the director of the bank since 2019.", "director of the bank"),
        ("Eva Holm became a judge in May.", "judge"),
    ],
)
def test_a_verb_tells_a_role(read: ReadFunction, text: str, title: str) -> None:
    page = read(text)
    assert [role.title for role in page.entity(" ".join(text.split()[:2])).roles] == [title]


def test_the_holder_of_a_role_told_by_a_verb_is_meant_by_it(read: ReadFunction) -> None:
    page = read("Lena Ostrow was elected mayor of Gdynia.", "Tom Falk lost.", "The mayor thanked the voters.")
    assert page.behind("The mayor") == "Lena Ostrow"


def test_a_role_is_told_of_a_pronoun_too(read: ReadFunction) -> None:
    page = read("Tomas Berg left Oslo. He was named ambassador to Iraq on Friday.")
    assert page.entity("Tomas Berg").roles[0].title == "ambassador"


@pytest.mark.parametrize(
    "text",
    [
        "Pia Roe will be named ambassador.",
        "Pia Roe is not the president.",
        "Pia Roe was a minister.",
        "If Pia Roe is elected mayor, the bridge will be built.",
        "Pia Roe hopes to become president.",
    ],
)
def test_what_is_past_denied_or_to_come_is_no_role(read: ReadFunction, text: str) -> None:
    assert read(text).entity("Pia Roe").roles == ()
