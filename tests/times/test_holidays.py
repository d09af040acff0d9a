"""The days of holidays."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.times.holidays import easter, feasts, orthodox_easter
from dateline.times.lexemes import vocabulary

NAMES = sorted({str(name) for name in vocabulary().words["holiday"].values()} - {"unknown"})


@pytest.mark.parametrize(("year", "month", "day"), [(1818, 3, 22), (1943, 4, 25), (2000, 4, 23), (2024, 3, 31)])
def test_easter_falls_where_the_church_says(year: int, month: int, day: int) -> None:
    assert easter(year) == datetime.date(year, month, day)


@pytest.mark.parametrize(("year", "month", "day"), [(1917, 4, 15), (2017, 4, 16), (2023, 4, 16), (2024, 5, 5)])
def test_orthodox_easter_is_given_as_a_gregorian_day(year: int, month: int, day: int) -> None:
    assert orthodox_easter(year) == datetime.date(year, month, day)


@pytest.mark.parametrize(
    ("name", "year", "day"),
    [
        ("labor", 2024, "2024-09-02"),
        ("memorial", 2024, "2024-05-27"),
        ("thanksgiving+1", 2024, "2024-11-29"),
        ("election", 2016, "2016-11-08"),
        ("election", 2022, "2022-11-08"),
        ("mother", 2021, "2021-05-09"),
        ("columbus", 2023, "2023-10-09"),
        ("easter-46", 2024, "2024-02-14"),
        ("rosh_hashanah", 2023, "2023-09-16"),
        ("rosh_hashanah+9", 2023, "2023-09-25"),
        ("passover", 2024, "2024-04-23"),
        ("hanukkah", 2024, "2024-12-26"),
        ("lunar_new_year", 2023, "2023-01-22"),
        ("lunar_new_year", 1985, "1985-02-20"),
        ("lunar_new_year", 2034, "2034-02-19"),
        ("diwali", 2020, "2020-11-14"),
    ],
)
def test_movable_holidays(name: str, year: int, day: str) -> None:
    assert [str(feast.earliest) for feast in feasts(name, year)] == [day]


def test_what_the_moon_decides_may_be_a_day_off() -> None:
    (eid,) = feasts("eid_fitr", 2023)
    assert (str(eid.earliest), str(eid.latest), eid.exact) == ("2023-04-21", "2023-04-23", False)
    assert feasts("easter", 2023)[0].exact


def test_a_year_may_hold_two_ramadans() -> None:
    assert [str(feast.earliest) for feast in feasts("ramadan", 2030)] == ["2030-01-05", "2030-12-25"]


@given(st.sampled_from(NAMES), st.integers(1600, 2400))
def test_each_year_has_its_holidays(name: str, year: int) -> None:
    found = feasts(name, year)
    assert len(found) in ((0, 1) if name == "election" else (1, 2))
    assert all(feast.earliest is not None and abs(feast.earliest.year - year) <= 1 for feast in found)
