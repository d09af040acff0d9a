"""The command `places`, over the built-in sample."""

import csv
import io
import json

import pytest

from dateline.views import PlaceRow


@pytest.fixture
def sample(readme_example) -> str:
    return str(readme_example.chronicle)


def test_the_table_fits_80_columns(dateline, sample: str) -> None:
    ran = dateline("places", sample)
    assert ran.code == 0
    assert max(map(len, ran.out.splitlines())) <= 80
    assert ran.out.split()[:3] == ["Name", "Place", "Point"]


def test_csv_and_json_have_the_same_rows(dateline, sample: str) -> None:
    rows = json.loads(dateline("places", sample, "-f", "json").out)
    table = list(csv.DictReader(io.StringIO(dateline("places", sample, "-f", "csv").out)))
    assert tuple(table[0]) == PlaceRow.__struct_fields__
    assert [row["name"] for row in table] == [row["name"] for row in rows]
    assert all(row["reason"] for row in rows)
    assert all((row["latitude"] is None) == (row["place"] is None) for row in rows)


def test_it_is_narrowed_by_place(dateline, sample: str) -> None:
    rows = json.loads(dateline("places", sample, "-f", "json").out)
    one = json.loads(dateline("places", sample, "--place", rows[0]["name"], "-f", "json").out)
    assert rows[0] in one
    assert len(one) < len(rows)
    assert "no place fits" in dateline("places", sample, "--place", "Zzyqx").err


def test_show_says_where_and_why(dateline, sample: str) -> None:
    entries = json.loads(dateline("chronology", sample, "--all", "-f", "json").out)
    placed = next(entry for entry in entries if entry["places"])
    shown = json.loads(dateline("show", sample, placed["id"], "--format", "json").out)
    places = [place for report in shown["reports"] for place in report["places"]]
    assert places
    assert all(place["basis"] and place["reason"] for place in places)
    assert " ".join(places[0]["basis"].split()[:2]) in " ".join(dateline("show", sample, placed["id"]).out.split())
