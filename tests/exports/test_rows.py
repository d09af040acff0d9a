"""Rows leave as CSV and JSON that other programs read back, and that no spreadsheet runs."""

import csv
import datetime
import io
import json

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.exports import as_csv, as_json, as_jsonl
from dateline.exports.rows import cell


class Thing(msgspec.Struct, frozen=True):
    name: str
    parts: tuple[str, ...] = ()
    day: datetime.date | None = None


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_no_cell_begins_as_a_formula(start: str) -> None:
    assert cell(f"{start}1+1") == f"'{start}1+1"
    assert cell((f"{start}1", "b")) == f"'{start}1; b"


def test_lists_days_and_nothing_are_plain_cells() -> None:
    assert [cell(("a", "b")), cell(datetime.date(2021, 5, 16)), cell(None), cell(0.5)] == [
        "a; b",
        "2021-05-16",
        "",
        "0.5",
    ]


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"]))))
def test_csv_reads_back_as_it_was_written(names: list[str]) -> None:
    text = "".join(as_csv(Thing, [Thing(name) for name in names]))
    header, *rows = csv.reader(io.StringIO(text, newline=""))
    assert header == ["name", "parts", "day"]
    assert [row[0] for row in rows] == [cell(name) for name in names]


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"]))))
def test_json_and_json_lines_say_the_same(names: list[str]) -> None:
    things = [Thing(name, ("=a",)) for name in names]
    whole = json.loads("".join(as_json(things)))
    lines = "".join(as_jsonl(things)).split("\n")[:-1]
    assert whole == [json.loads(line) for line in lines]
    assert [thing["name"] for thing in whole] == names


class Holder(msgspec.Struct, frozen=True):
    things: tuple[Thing, ...]


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"])), min_size=1))
def test_a_list_of_records_in_a_csv_cell_reads_back_and_is_no_formula(names: list[str]) -> None:
    holder = Holder(tuple(Thing(name, ("=a",)) for name in names))
    [_, [text]] = csv.reader(io.StringIO("".join(as_csv(Holder, [holder])), newline=""))
    assert text.startswith("[{")
    assert msgspec.json.decode(text, type=tuple[Thing, ...]) == holder.things


def test_csv_ends_lines_as_the_standard_says() -> None:
    assert "".join(as_csv(Thing, [Thing("a, b")])) == 'name,parts,day\r\n"a, b",,\r\n'
