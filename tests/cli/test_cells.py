"""Rows in the words of a person."""

import datetime

import msgspec
import pytest

from dateline.cli.cells import date, id_length, outcome, says, status
from dateline.views import EntryRow

LISTS = ("actors", "recipients", "places", "said_by", "sources", "pages", "history", "cameo")


def row(**cells: object) -> EntryRow:
    days = {"earliest": datetime.date(2021, 5, 14), "latest": datetime.date(2021, 5, 14), "date": "14 May 2021"}
    empty = {field.name: None for field in msgspec.structs.fields(EntryRow) if field.required}
    lists = dict.fromkeys(LISTS, ())
    return EntryRow(**empty | lists | {"status": "happened", "depth": 0} | days | cells)


def test_ids_are_as_short_as_they_are_distinct_but_not_shorter_than_six() -> None:
    assert id_length([]) == 6
    assert id_length(["abcdef0000000000", "abcdee0000000000"]) == 6
    assert id_length(["abcdefgh00000000", "abcdefgi00000000"]) == 8
    assert id_length(["aaaaaaaaaaaaaaaa", "aaaaaaaaaaaaaaaa"]) == 6


def test_the_year_is_not_said_again_under_a_frame_of_the_same_year() -> None:
    assert date(row(), row()) == "14 May"
    assert date(row(), None) == "14 May 2021"
    assert date(row(), row(latest=datetime.date(2022, 1, 1))) == "14 May 2021"
    assert date(row(earliest=None), row()) == "14 May 2021"


def test_the_page_speaks_where_nobody_else_does() -> None:
    assert (says(()), says(("A", "B"))) == ("page", "A, B")


def test_a_status_shows_how_it_changed_and_what_became_of_it() -> None:
    assert status(row(status="not_happened"), 6) == "not happened"
    assert status(row(status="alleged", history=("2023 possible", "2024 alleged")), 6) == "2023 possible → 2024 alleged"
    assert status(row(status="promised", expectation="due"), 6) == "promised; outcome not in your pages"


@pytest.mark.parametrize("state", ["fulfilled", "partly", "contradicted"])
def test_an_outcome_names_the_entry_that_closed_it(state: str) -> None:
    assert outcome(state, "abcdef0000000000", 6).endswith(": see abcdef")  # type: ignore[arg-type]


def test_every_row_is_a_record_that_json_reads_back() -> None:
    assert msgspec.json.decode(msgspec.json.encode(row(type="X", mode="Y", id="i", event="e", basis="stated",
                                                       origins=1, salience=0.5)), type=EntryRow).id == "i"  # fmt: skip
