"""The home time zone."""

import datetime
from typing import Any

import pytest
from litestar.testing import TestClient

from dateline.web.zones import HomeZone, page_zone, zones

DAY = datetime.date(2024, 4, 13)
OSLO = HomeZone("Europe/Oslo")


@pytest.mark.parametrize(
    ("time", "zone", "home"),
    [
        ("08:03", "EDT", "14:03"),
        ("08:03", "-04:00", "14:03"),
        ("08:03", "Z", "10:03"),
        ("20:30", "ET", "14 Apr 2024 02:30"),
        ("01:00", "KST", "12 Apr 2024 18:00"),
        ("08:03", None, None),
        ("08:03", "IST", None),
        ("08:03", "CST", None),
        ("08:03", "+99:00", None),
        (None, "EDT", None),
    ],
)
def test_a_time_is_moved_only_where_the_page_says_its_zone(
    time: str | None, zone: str | None, home: str | None
) -> None:
    assert OSLO.of_page(DAY, time, zone) == home


def test_summer_time_is_that_of_the_day() -> None:
    assert OSLO.of_moment("2024-01-13T08:00:00+00:00") == "13 Jan 2024 09:00"
    assert OSLO.of_moment("2024-07-13T08:00:00+00:00") == "13 Jul 2024 10:00"


def test_every_abbreviation_of_ours_is_a_zone() -> None:
    from dateline.languages import load

    assert all(page_zone(name) for name in load("en", "zones", dict[str, str]))
    assert "UTC" in zones()


def test_the_zone_of_the_address_wins_over_the_one_that_is_remembered(client: TestClient[Any]) -> None:
    page = client.get("/pages?tz=Asia/Seoul").text
    assert "Asia/Seoul" in page
    assert "2025" in page
    assert client.get("/pages.json?tz=Asia/Seoul").json() == client.get("/pages.json").json()
    client.get("/settings?tz=Europe/Oslo")
    assert "Europe/Oslo" in client.get("/pages").text
    assert "Europe/Oslo" not in client.get("/pages?tz=Asia/Seoul").text
    client.get("/settings?tz=pages")
    assert "Europe/Oslo" not in client.get("/pages").text


def test_what_is_no_zone_is_explained(client: TestClient[Any]) -> None:
    assert client.get("/pages.json?tz=Mars/Olympus").status_code == 400
    assert client.get("/settings?tz=../../etc/passwd").status_code == 400
