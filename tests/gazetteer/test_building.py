"""How the gazetteer is made, and that the one in place is whole."""

import sqlite3
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.gazetteer import building, spelled


@pytest.mark.parametrize(
    ("written", "asked"),
    [
        ("St. Gallen", "saint gallen"),
        ("The Hague", "hague"),
        ("Zürich", "zurich"),
        ("Stratford-upon-Avon", "stratford upon avon"),
        ("N'Djamena", "ndjamena"),
        ("N’Djamena", "ndjamena"),
        ("The", "the"),
    ],
)
def test_names_are_asked_for_in_one_spelling(written: str, asked: str) -> None:
    assert spelled(written) == asked


@given(st.text(max_size=30))
def test_spelling_twice_changes_nothing_but_a_further_article(name: str) -> None:
    once = spelled(name)
    assert once == " ".join(once.split())
    if once.split(" ")[0] not in {"the", *building.BEGINNINGS}:
        assert spelled(once) == once


def test_the_file_in_place_is_what_would_be_built_now() -> None:
    assert building.is_current(building.FILE)


def test_the_file_is_no_larger_than_the_docs_say() -> None:
    assert building.FILE.stat().st_size < 30_000_000


def test_a_file_of_something_else_is_not_current(tmp_path: Path) -> None:
    file = tmp_path / "gazetteer.sqlite"
    assert not building.is_current(file)
    file.write_bytes(b"not a database at all")
    assert not building.is_current(file)
    file.unlink()
    with sqlite3.connect(file) as connection:
        connection.execute("CREATE TABLE about (key, value)")
    assert not building.is_current(file)


def test_the_middle_of_places_on_both_sides_of_the_date_line_lies_between_them() -> None:
    middle = building.Middle()
    for longitude in (170.0, -170.0):
        middle.add(building.Town(1, "", (), 1, 0, 10.0, longitude))
    latitude, longitude = middle.point()
    assert abs(longitude) == 180 * building.DEGREE
    assert latitude == pytest.approx(10.15 * building.DEGREE, abs=0.1 * building.DEGREE)
