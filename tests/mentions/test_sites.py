"""Places in common nouns."""

from collections.abc import Callable
from typing import Any

ReadFunction = Callable[..., Any]


def test_a_described_place_keeps_what_it_is_near(read: ReadFunction) -> None:
    page = read("The minister traveled to an airport near Bergen.")
    assert page.behind("an airport near Bergen") == "airport near Bergen"


def test_the_capital_of_a_country_is_the_city(read: ReadFunction) -> None:
    page = read("A bomb exploded in the Norwegian capital on Friday.")
    assert page.behind("the Norwegian capital") == "Oslo"


def test_the_city_of_a_name_is_that_city(read: ReadFunction) -> None:
    page = read("They met in the city of Bergen on Friday.")
    assert page.behind("the city") == "Bergen"


def test_a_city_described_after_its_name_gets_its_country(read: ReadFunction) -> None:
    page = read("The train stopped in Kirkenes, a Norwegian town near the coast.")
    assert page.entity("Kirkenes").country == "NO"


def test_the_city_of_a_country_is_the_one_last_named(read: ReadFunction) -> None:
    page = read("A truck drove into a crowd in Bergen.", "Hundreds fled the western Norwegian city.")
    assert page.behind("the western Norwegian city") == "Bergen"
