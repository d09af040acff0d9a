"""What a name may stand for."""

import pytest

from dateline.gazetteer import gazetteer, place_of_code
from dateline.places.names import area_data, english_names, plain, region_data, short_forms, spots


def first(name: str) -> tuple[str, str]:
    spot = spots(plain(name))[0]
    return spot.name, spot.kind


@pytest.mark.parametrize(
    ("name", "place"),
    [
        ("the Maritimes", ("Maritimes", "area")),
        ("Russia's Far East".removeprefix("Russia's "), ("Russian Far East", "area")),
        ("Black Sea", ("Black Sea", "water")),
        ("USSR", ("Soviet Union", "area")),
        ("Yugoslavia", ("Yugoslavia", "area")),
        ("Danish", ("Denmark", "country")),
        ("Danes", ("Denmark", "country")),
        ("Calif.", ("California", "region")),
        ("Europe's", ("Europe", "continent")),
        ("Camp David", ("Camp David", "site")),
    ],
)
def test_our_own_tables_name_what_the_gazetteer_lacks(name: str, place: tuple[str, str]) -> None:
    assert first(name) == place


@pytest.mark.parametrize("name", ["Kharkiv region", "Kharkiv Oblast", "the region of Kharkiv"])
def test_words_for_a_kind_of_place_may_stand_for_each_other(name: str) -> None:
    assert "UA" in {spot.country for spot in spots(plain(name))}
    assert all(spot.kind in ("region", "county") for spot in spots(plain(name)))


def test_a_part_of_a_place_is_put_in_the_place() -> None:
    assert first("northern Norway") == ("Norway", "country")


def test_nothing_alike_is_taken() -> None:
    assert spots(plain("Norwey")) == ()
    assert spots(plain("northern Zzyqx")) == ()


def test_every_code_of_our_tables_is_a_place() -> None:
    assert len(english_names()) == len(area_data().english)
    assert len(short_forms()) == sum(map(len, region_data().short.values()))
    assert all(area.same is None or place_of_code(area.same) for area in area_data().areas)


def test_every_area_lies_in_countries_that_exist_and_on_the_globe() -> None:
    codes = gazetteer().codes
    for area in area_data().areas:
        assert set(area.countries) <= codes.keys(), area.name
        assert area.same or area.point != (0.0, 0.0), area.name
        assert abs(area.point[0]) <= 90, area.name
        assert abs(area.point[1]) <= 180, area.name


def test_no_name_is_that_of_two_areas() -> None:
    areas = [(plain(name), area.name) for area in area_data().areas for name in (area.name, *area.alternates)]
    parts = [(plain(name), code) for code, forms in area_data().english.items() for name in forms]
    named = [name for name, _ in {*areas, *parts}]
    assert sorted({name for name in named if named.count(name) > 1}) == []
