"""What the gazetteer knows of the world."""

from pathlib import Path

import pytest

import dateline.gazetteer.world as world
from dateline.errors import DataError
from dateline.gazetteer import (
    Spot,
    cities,
    country_of_place,
    distance_km,
    gazetteer,
    place_of_code,
    place_of_id,
    places_named,
)


def test_a_state_of_the_united_states_beats_a_city_of_its_name() -> None:
    assert country_of_place("Florida") == "US"
    assert country_of_place("Bergen") == cities()["Bergen"].country == "NO"
    assert country_of_place("Nowhere at all") is None


def test_a_city_knows_what_holds_it() -> None:
    place = next(p for p in places_named("columbus") if p.region == place_of_code("US.OH").id)
    county = place_of_id(place.county)
    assert county is not None
    assert (county.name, county.kind, county.country) == ("Franklin County", "county", "US")


def test_other_names_lead_to_a_place_and_say_that_they_are_others() -> None:
    [kyiv] = [p for p in places_named("kiev") if p.population > 1_000_000]
    assert (kyiv.name, kyiv.own, kyiv.capital) == ("Kyiv", False, True)


def test_an_area_without_a_point_of_its_own_stands_amid_its_cities() -> None:
    ohio = place_of_code("US.OH")
    assert ohio is not None
    assert ohio.members > 500
    assert distance_km(ohio, Spot(id=None, name="", kind="city", latitude=40.3, longitude=-82.8)) < 100


def test_nothing_alike_is_offered_for_an_unknown_name() -> None:
    assert places_named("oslos") == ()


def test_every_country_of_today_is_a_place() -> None:
    missing = [c.code for c in gazetteer().codes.values() if not c.former and place_of_code(c.code) is None]
    assert missing == []


def test_a_missing_gazetteer_is_told_with_the_way_out(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(world, "FILE", tmp_path / "none.sqlite")
    world._opened.cache_clear()
    with pytest.raises(DataError, match=r"python -m dateline\.gazetteer"):
        places_named("a name that nobody asked for before")
    world._opened.cache_clear()


def test_distance_is_that_of_a_great_circle() -> None:
    london = Spot(id=1, name="London", kind="city", latitude=51.5074, longitude=-0.1278)
    paris = Spot(id=2, name="Paris", kind="city", latitude=48.8566, longitude=2.3522)
    assert distance_km(london, paris) == pytest.approx(343.6, abs=1)
    assert distance_km(london, london) == 0
