"""Countries as pages name them, and the places of the world with their ids and points."""

from dateline.gazetteer.building import spelled
from dateline.gazetteer.countries import Countries, Country, Gazetteer, gazetteer
from dateline.gazetteer.world import (
    City,
    Spot,
    cities,
    country_of_division,
    country_of_place,
    distance_km,
    peopled,
    place_of_code,
    place_of_id,
    places_named,
    us_states,
)

__all__ = [
    "City", "Countries", "Country", "Gazetteer", "Spot", "cities", "country_of_division", "country_of_place",
    "distance_km", "gazetteer", "peopled", "place_of_code", "place_of_id", "places_named", "spelled", "us_states",
]  # fmt: skip
