"""Names of places, resolved to places of the world."""

import re

import pytest

from dateline.mentions import Place, distance_km, resolve_places
from dateline.records import Span


def resolved(text: str, *names: str) -> list[Place | None]:
    spans = [Span(*m.span()) for name in names for m in re.finditer(re.escape(name), text)]
    return list(resolve_places(text, spans))


def regions(text: str, *names: str) -> list[str | None]:
    return [place.region if place else None for place in resolved(text, *names)]


def test_population_decides_where_nothing_else_is_said() -> None:
    [paris] = resolved("Snow fell in Paris.", "Paris")
    assert paris is not None
    assert paris.country == "FR"


def test_what_stands_behind_a_comma_contains_it_and_holds_for_the_page() -> None:
    assert regions("Snow fell in Paris, Texas. Schools in Paris closed.", "Paris") == ["US.TX", "US.TX"]
    assert regions("Snow fell in Salem, Ore., overnight.", "Salem") == ["US.OR"]


def test_a_county_lies_in_the_state_that_the_page_speaks_of() -> None:
    text = "Ohio closed its parks. Crews of Franklin County came to Columbus."
    assert regions(text, "Franklin County", "Columbus") == ["US.OH", "US.OH"]


def test_unknown_names_are_left_open() -> None:
    assert resolved("It lies in Zzyqx.", "Zzyqx") == [None]


def test_distance_is_that_of_a_great_circle() -> None:
    london = Place(id=1, name="London", latitude=51.5074, longitude=-0.1278)
    paris = Place(id=2, name="Paris", latitude=48.8566, longitude=2.3522)
    assert distance_km(london, paris) == pytest.approx(343.6, abs=1)
    assert distance_km(london, london) == 0
